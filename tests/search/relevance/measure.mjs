// Figures of an engine over the labelled queries: success@1, success@10 and the mean reciprocal rank, by kind and way of typing.
import { typed } from './variants.mjs'

/** Ways in which the marks are lost or wrong: names that only marks tell apart are then all right answers. */
const BLIND = new Set(['unmarked', 'typo'])

/** Asks everything. Returns rows `{ query, kind, lang, way, text, found, rank }`; `rank` counts from 1, 0 where nothing right is among the first ten. */
export async function answers(engine, queries) {
  const rows = []
  for (const query of queries) {
    for (const [way, text] of typed(query)) {
      const found = (await engine.search(text, query.lang)).slice(0, 10)
      const right = new Set([...query.relevant, ...(BLIND.has(way) ? (query.others ?? []) : [])])
      rows.push({ ...query, way, text, found, rank: found.findIndex(key => right.has(key)) + 1 })
    }
  }
  return rows
}

const mean = values => (values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : 0)

/** `{ n, success1, success10, mrr }` of rows. */
export const figures = rows => ({
  n: rows.length,
  success1: mean(rows.map(({ rank }) => (rank === 1 ? 1 : 0))),
  success10: mean(rows.map(({ rank }) => (rank > 0 ? 1 : 0))),
  mrr: mean(rows.map(({ rank }) => (rank > 0 ? 1 / rank : 0))),
})

/** Figures of every kind and way, and of all kinds together: `{ kind: { way: figures } }`. */
export function table(rows) {
  const result = {}
  for (const kind of [...new Set(rows.map(row => row.kind)), 'all']) {
    const own = kind === 'all' ? rows : rows.filter(row => row.kind === kind)
    result[kind] = Object.fromEntries([...new Set(own.map(({ way }) => way))].map(way => [way, figures(own.filter(row => row.way === way))]))
  }
  return result
}

const id = ({ lang, query }) => `${lang} ${query}`

/** A way's figures and those of the same queries with their marks: `{ way, marked, ratio }` by MRR. */
export function against(rows, way, kinds) {
  const own = rows.filter(row => row.way === way && (!kinds || kinds.includes(row.kind)))
  const asked = new Set(own.map(id))
  const marked = figures(rows.filter(row => row.way === 'marked' && (!kinds || kinds.includes(row.kind)) && asked.has(id(row))))
  const here = figures(own)
  return { way: here, marked, ratio: here.mrr / marked.mrr }
}

/** Queries whose results in `way` are not exactly those of the marked form. */
export function differing(rows, way) {
  const marked = new Map(rows.filter(row => row.way === 'marked').map(row => [id(row), row.found.join()]))
  return rows.filter(row => row.way === way && marked.get(id(row)) !== row.found.join())
}

/** Queries with all their marks where a name that only marks tell apart stands above the one that was asked for, or that one is not first. */
export function confused(rows) {
  return rows.filter(({ kind, way }) => kind === 'twin' && way !== 'telex' && !BLIND.has(way)).filter(({ found, relevant, others }) => {
    const last = found.findLastIndex(key => relevant.includes(key))
    const other = found.findIndex(key => others.includes(key))
    return !relevant.includes(found[0]) || (other >= 0 && other < last)
  })
}
