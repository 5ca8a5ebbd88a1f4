// Bundles and minifies the search client: node tests/search/bundle.mjs [--check]. The program embeds what is committed.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../src/search/client/', import.meta.url))

/** The bundles: what a browser begins with, and the file that is published. */
export const BUNDLES = { 'ui.js': 'client.min.js', 'more.js': 'more.min.js', 'loader.js': 'loader.min.js' }

/** What a bundle leaves to the others; src/search/client.rs puts in the names that they are published by. */
const SHARED = { 'ui.js': ['./more.js'], 'more.js': ['./text.js', './codec.js', './marks.js'], 'loader.js': [] }

/** The path of a published bundle, as it is committed. */
export const committed = name => join(folder, BUNDLES[name])

/** A bundle as the sources make it now. */
export function bundle(name) {
  const require = createRequire(new URL('../browser/package.json', import.meta.url))
  const { buildSync } = require('esbuild'), { minify_sync } = require('terser')
  const { outputFiles } = buildSync({
    entryPoints: [join(folder, name)],
    bundle: true,
    external: SHARED[name],
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    write: false,
  })
  // terser finds a twentieth more than esbuild
  return minify_sync(outputFiles[0].text, { module: true, ecma: 2020, compress: { passes: 3 } }).code
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of Object.keys(BUNDLES)) {
    const text = bundle(name)
    if (!process.argv.includes('--check')) writeFileSync(committed(name), text)
    else if (readFileSync(committed(name), 'utf8') !== text) {
      console.error(`${BUNDLES[name]} is not what its sources make: node tests/search/bundle.mjs`)
      process.exitCode = 1
    }
  }
}
