// Pagefind in Chromium, over the same document pages, with its own settings.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { launch } from '../../../browser/lib/browser.mjs'
import { serve } from '../../../bench/search/host.mjs'
import { keyOfAddress, stage } from '../site.mjs'

/** What Pagefind is told about the theme's pages: the article, without what stands under it. */
export const SELECTORS = ['--root-selector', 'article', '--exclude-selectors', '.page-foot']

/** Indexes the document pages in `folder` with the Pagefind installed in `peers`. */
export function indexPagefind({ peers, folder }) {
  const { status, stderr } = spawnSync(join(peers, 'node_modules/.bin/pagefind'), ['--site', folder, '--silent', ...SELECTORS], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`pagefind: ${stderr}`)
}

/** `search(query, lang)` over the document pages of `site`; `work` is a folder for the staged pages and the index. */
export async function pagefind({ site, peers, work }) {
  const folder = join(work, 'pagefind')
  stage(site, folder)
  indexPagefind({ peers, folder })
  const host = await serve(folder)
  const browser = await launch()
  const tabs = {}
  const open = async lang => {
    const page = await browser.newPage()
    await page.goto(`${host.origin}/empty/?lang=${lang}`)
    await page.evaluate(async lang => {
      document.documentElement.lang = lang
      globalThis.pagefind = await import('/pagefind/pagefind.js')
      await globalThis.pagefind.init()
    }, lang)
    return page
  }
  return {
    async search(query, lang) {
      const page = await (tabs[lang] ??= open(lang))
      const found = await page.evaluate(async query => {
        const { results } = await globalThis.pagefind.search(query)
        return Promise.all(results.slice(0, 10).map(async result => (await result.data()).url))
      }, query)
      return found.map(keyOfAddress)
    },
    async close() {
      await browser.close()
      await host.close()
    },
  }
}
