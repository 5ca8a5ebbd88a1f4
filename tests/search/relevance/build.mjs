// Writes the made portal and builds it with the program under test.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { program } from '../../browser/lib/portals.mjs'
import { writePortal } from './generate.mjs'

/** The moment for which the pages are built, so that they do not depend on the day of the run. */
export const NOW = '2026-12-01'

/** Builds the portal in `source` into `out`; throws with the program's words if that fails. */
export function build(source, out) {
  const { status, error, stdout, stderr } = spawnSync(program, ['--lang', 'en', 'build', '--now', NOW, '--portal', source, '--out', out], { encoding: 'utf8' })
  if (error) throw error
  if (status !== 0) throw new Error(`${program} ended with ${status}:\n${stdout}${stderr}`)
}

/** Writes and builds the made portal below `work`; returns the folder of the built pages. */
export function buildMade(work) {
  const source = join(work, 'portal'), site = join(work, 'site')
  writePortal(source)
  build(source, site)
  return site
}
