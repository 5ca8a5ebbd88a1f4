// hoaban's client over the files of a built portal, counting what a host would send it.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Search } from '../../../src/search/client/engine.js'

const sizes = new Map()

/** Bytes of a file as a host sends it, gzip at level 9. */
export function packed(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(file), { level: 9 }).length)
  return sizes.get(file)
}

const KINDS = [[/\/c\//, 'cards'], [/\/t\//, 'shards'], [/\/h\//, 'heads'], [/\/s\.[a-z2-7]+\.json$/, 'spelling'], [/facets/, 'facets'], [/^\/search\/[a-z-]+(\.lite)?\.json$/, 'manifest']]

/** What a path is for. */
export const kindOf = path => KINDS.find(([pattern]) => pattern.test(path))?.[1] ?? 'snippets'

/** The client's file in `site`, as a path; or that of another script beside it, undefined where there is none. */
export function clientPath(site, script = 'client') {
  const name = readdirSync(join(site, 'search')).find(name => name.startsWith(`${script}.`) && name.endsWith('.js'))
  return name && `/search/${name}`
}

/**
 * A client that reads `site`. `sent` lists `{ path, kind, bytes, wave }`: everything asked for at one time comes in one wave, so the
 * waves of a query are its round trips.
 */
export function client(site, lang, options = {}) {
  const sent = []
  let wave = 0, waiting = []
  const release = () => {
    wave++
    for (const go of waiting.splice(0)) go()
  }
  const get = path => new Promise((resolve, reject) => {
    if (!waiting.length) setTimeout(release, 2)
    waiting.push(() => {
      try {
        const file = join(site, path)
        const text = readFileSync(file, 'utf8')
        sent.push({ path, kind: kindOf(path), bytes: packed(file), wave })
        resolve(text)
      } catch (cause) {
        reject(Object.assign(Error(path, { cause }), { stale: true }))
      }
    })
  })
  const search = new Search('/search/', lang, { get, ...options })
  return { search, sent, get wave() { return wave } }
}

/** Searches as the search page does, with ten cards; returns `{ total, ids, cards }`. */
export async function ask(search, query) {
  const found = await search.search(query, { prefix: true, limit: 10 })
  return { ...found, cards: await search.cards(found.ids) }
}
