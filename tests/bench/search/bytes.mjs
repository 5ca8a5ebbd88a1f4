// Bytes and round trips of queries, of hoaban and of Pagefind over the same pages.
//
//   node tests/bench/search/bytes.mjs --site BUILT --pagefind STAGED [--number 100] [--json FILE]
//
// BUILT is a built portal; STAGED its document pages with Pagefind's index (search.py makes both).
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { launch } from '../../browser/lib/browser.mjs'
import { ask, client, clientPath, packed } from './hoaban.mjs'
import { serve } from './host.mjs'
import { sample } from './sample.mjs'

const REST = 120 // milliseconds in which a client asks for all it can ask for at once
const SETS = [['vi', 2, 3], ['en', 2, 3], ['vi', 4, 5], ['en', 4, 5]]

const sum = values => values.reduce((all, value) => all + value, 0)
const mean = values => (values.length ? sum(values) / values.length : 0)
const p95 = values => [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? 0
const size = sent => sum(sent.map(({ bytes }) => bytes))

/**
 * Bytes that hoaban's client fetches beside the files of the index, by query: none, or the part for other spellings. It is asked for
 * together with phrases or cards, so it takes no trip of its own.
 */
const rest = (site, found, sent) => {
  const path = clientPath(site, 'more')
  const needed = path && (found.fixed || found.missing?.length || (found.weak && !found.tokens[2]) || !found.total || sent.some(({ kind }) => kind === 'spelling'))
  return needed ? packed(join(site, path)) : 0
}

/** Of every query alone, with an empty cache, and of them one after the other: `{ first, later, trips, files, parts }`. */
async function hoabanBytes(site, lang, queries) {
  const own = packed(join(site, clientPath(site)))
  const first = [], trips = [], files = [], parts = { client: own, more: 0 }
  for (const query of queries) {
    const { search, sent } = client(site, lang)
    const more = rest(site, await ask(search, query), sent)
    first.push(own + more + size(sent))
    trips.push(sent.at(-1).wave - sent.find(({ kind }) => kind === 'manifest').wave)
    files.push(sent.length + 1 + (more > 0))
    for (const { kind, bytes } of [...sent, { kind: 'more', bytes: more }]) parts[kind] = (parts[kind] ?? 0) + bytes / queries.length
  }
  return { first, later: (await inTurn(site, lang, queries)).slice(1), trips, files, parts }
}

/** Bytes of queries one after the other. */
async function inTurn(site, lang, queries) {
  const { search, sent } = client(site, lang)
  const later = []
  let ready = false
  for (const query of queries) {
    sent.length = 0
    const more = rest(site, await ask(search, query), sent)
    later.push(size(sent) + (ready ? 0 : more))
    ready ||= more > 0
  }
  return later
}

/** The same of Pagefind in a browser; each first query in a fresh context. */
async function pagefindBytes(folder, lang, queries) {
  const host = await serve(folder, { secure: true })
  const browser = await launch()
  const open = async () => {
    const context = await browser.newContext({ ignoreHTTPSErrors: true })
    const page = await context.newPage()
    await page.goto(`${host.origin}/empty/`)
    await page.evaluate(lang => (document.documentElement.lang = lang), lang)
    host.sent.length = 0
    return { context, page }
  }
  const search = (page, query) => page.evaluate(async query => {
    globalThis.pagefind ??= await import('/pagefind/pagefind.js')
    const { results } = await globalThis.pagefind.search(query)
    await Promise.all(results.slice(0, 10).map(result => result.data()))
  }, query)
  const first = [], trips = [], files = [], later = []
  for (const query of queries) {
    const { context, page } = await open()
    host.waves.rest = REST
    await search(page, query)
    host.waves.rest = 0
    first.push(size(host.sent))
    trips.push(host.sent.at(-1).wave - host.sent[0].wave)
    files.push(host.sent.length)
    await context.close()
  }
  const { page } = await open()
  for (const query of queries) {
    host.sent.length = 0
    await search(page, query)
    later.push(size(host.sent))
  }
  await browser.close()
  await host.close()
  return { first, later: later.slice(1), trips, files, parts: {} }
}

const kb = bytes => (bytes / 1000).toFixed(1)
const figures = ({ first, later, trips, files, parts }) => ({
  queries: first.length,
  first: { mean: mean(first), p95: p95(first) },
  later: { mean: mean(later), p95: p95(later) },
  trips: { mean: mean(trips), most: Math.max(...trips) },
  files: mean(files),
  parts,
})

function row(name, lang, words, { first, later, trips, files, queries }) {
  return `| ${name} | ${lang} | ${words} | ${queries} | ${kb(first.mean)} | ${kb(first.p95)} | ${kb(later.mean)} | ${kb(later.p95)} | ${trips.mean.toFixed(1)} (${trips.most}) | ${files.toFixed(1)} |`
}

/** The queries with at least ten answers, so that ten cards are fetched. */
async function answered(site, lang, queries) {
  const { search } = client(site, lang)
  const kept = []
  for (const query of queries) if ((await search.search(query, { prefix: true, limit: 10 })).ids.length === 10) kept.push(query)
  return kept
}

async function main() {
  const { values } = parseArgs({ options: { site: { type: 'string' }, pagefind: { type: 'string' }, number: { type: 'string', default: '100' }, json: { type: 'string' } } })
  const site = resolve(values.site), number = Number(values.number)
  const result = []
  console.log('| engine | language | words | queries | first, KB mean | p95 | later, KB mean | p95 | round trips after the client, mean (most) | files |\n|---|---|---|---:|---:|---:|---:|---:|---|---:|')
  for (const [lang, least, most] of SETS) {
    const queries = (await answered(site, lang, sample(site, lang, number * 3, least, most))).slice(0, number)
    if (!queries.length) continue
    const add = (name, own) => {
      result.push({ engine: name, lang, words: `${least}-${most}`, ...figures(own) })
      console.log(row(name, lang, `${least}-${most}`, result.at(-1)))
    }
    add('hoaban', await hoabanBytes(site, lang, queries))
    if (values.pagefind) add('Pagefind', await pagefindBytes(resolve(values.pagefind), lang, queries.slice(0, Math.min(number, 25))))
  }
  console.log(`\n${JSON.stringify(result)}`)
  if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 1)}\n`)
}

await main()
