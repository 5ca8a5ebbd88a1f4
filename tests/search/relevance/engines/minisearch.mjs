// MiniSearch 7 as a portal would use it for Vietnamese: terms folded with đ as d, all terms wanted first, any of them if that finds nothing.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { documents } from '../site.mjs'
import { plain } from '../words.mjs'

/** `search(query, lang)` over the document pages of `site`; MiniSearch is taken from `peers`. */
export async function minisearch({ site, peers }) {
  const loaded = createRequire(join(peers, 'package.json'))('minisearch')
  const MiniSearch = loaded.default ?? loaded
  const byLang = {}
  for (const page of documents(site)) (byLang[page.lang] ??= []).push(page)
  const indexes = Object.fromEntries(Object.entries(byLang).map(([lang, all]) => {
    const index = new MiniSearch({ idField: 'key', fields: ['title', 'summary', 'text'], processTerm: term => plain(term) })
    index.addAll(all)
    return [lang, index]
  }))
  const boost = { title: 6, summary: 2.5 }
  return {
    async search(query, lang) {
      const all = indexes[lang].search(query, { boost, combineWith: 'AND' })
      const found = all.length ? all : indexes[lang].search(query, { boost, combineWith: 'OR' })
      return found.slice(0, 10).map(({ id }) => id)
    },
    async close() {},
  }
}
