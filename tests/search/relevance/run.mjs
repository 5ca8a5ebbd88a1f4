// Runs the labelled queries through hoaban, Pagefind and MiniSearch over one built portal and says how often the right page comes first.
//
//   node tests/search/relevance/run.mjs --peers FOLDER [--engines hoaban,pagefind,minisearch] [--json FILE] [--site FOLDER] [--misses KIND]
//
// --peers names a folder outside the repository where `npm install pagefind@1.6 minisearch@7` has been run.
// --site takes a portal that is built already; without it the made portal is written and built (HOABAN names the program).
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildMade } from './build.mjs'
import { against, answers, confused, differing, table } from './measure.mjs'

const ENGINES = {
  hoaban: async options => (await import('./engines/hoaban.mjs')).hoaban(options),
  pagefind: async options => (await import('./engines/pagefind.mjs')).pagefind(options),
  minisearch: async options => (await import('./engines/minisearch.mjs')).minisearch(options),
}

const read = name => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))

/** The labelled queries: those of the made portal and those of the demo's pages. */
export const allQueries = () => [...read('queries.json'), ...read('demo.json')]

const part = value => value.toFixed(3).replace(/^0/, '').replace(/^1\.000$/, '1.00')

/** Markdown: a row for each kind and way, for each engine success@1 / success@10 / MRR. */
function markdown(tables) {
  const names = Object.keys(tables)
  const lines = [`| kind | typed | queries | ${names.join(' | ')} |`, `|---|---|---:|${names.map(() => '---|').join('')}`]
  for (const [kind, ways] of Object.entries(tables[names[0]])) for (const [way, { n }] of Object.entries(ways)) {
    const cells = names.map(name => tables[name][kind][way]).map(f => `${part(f.success1)} / ${part(f.success10)} / ${part(f.mrr)}`)
    lines.push(`| ${kind} | ${way} | ${n} | ${cells.join(' | ')} |`)
  }
  return lines.join('\n')
}

/** What the issue asks for, of one engine. */
function goals(rows) {
  const kinds = [...new Set(rows.map(({ kind }) => kind))]
  const ratio = way => Object.fromEntries(['all', ...kinds].map(kind => [kind, against(rows, way, kind === 'all' ? undefined : [kind])])
    .filter(([, { way }]) => way.n).map(([kind, { ratio }]) => [kind, Number(ratio.toFixed(4))]))
  return {
    'without marks / marked': ratio('unmarked'),
    'telex / marked': ratio('telex'),
    'typo / marked': ratio('typo'),
    'lists that differ': Object.fromEntries(['nfd', 'old tones', 'new tones'].map(way => [way, differing(rows, way).length])),
    'names mistaken for others': confused(rows).length,
  }
}

async function main() {
  const { values } = parseArgs({ options: {
    peers: { type: 'string' }, engines: { type: 'string', default: 'hoaban,pagefind,minisearch' }, json: { type: 'string' },
    site: { type: 'string' }, misses: { type: 'string' },
  } })
  const work = mkdtempSync(join(tmpdir(), 'relevance-'))
  try {
    const site = values.site ? resolve(values.site) : buildMade(work)
    const peers = values.peers && resolve(values.peers)
    const queries = allQueries()
    const tables = {}, met = {}
    for (const name of values.engines.split(',')) {
      const engine = await ENGINES[name]({ site, peers, work })
      const rows = await answers(engine, queries)
      await engine.close()
      tables[name] = table(rows)
      met[name] = goals(rows)
      if (values.misses) for (const row of rows.filter(({ kind, rank }) => rank !== 1 && (values.misses === 'all' || kind === values.misses)))
        console.error(`${name}: ${row.kind}, ${row.way}: ${row.text}: rank ${row.rank}; wanted ${row.relevant.slice(0, 3)}; found ${row.found.slice(0, 3)}`)
    }
    console.log(`${markdown(tables)}\n\n${JSON.stringify(met, null, 1)}`)
    if (values.json) writeFileSync(values.json, `${JSON.stringify({ queries: queries.length, tables, goals: met }, null, 1)}\n`)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) await main()
