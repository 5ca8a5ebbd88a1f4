// hoaban's search over the made portal: how far a way of typing may cost a reader the right page.
// Run: node --test tests/search/relevance.test.mjs (needs the program: HOABAN, or the debug build)

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { hoaban } from './relevance/engines/hoaban.mjs'
import { buildMade } from './relevance/build.mjs'
import { against, answers, confused, differing, figures } from './relevance/measure.mjs'
import { allQueries } from './relevance/run.mjs'

const shown = rows => rows.slice(0, 5).map(({ way, text, relevant, found }) => `${way}: ${text}: wanted ${relevant[0]}, found ${found.slice(0, 3)}`).join('\n')

let work, rows

before(async () => {
  work = mkdtempSync(join(tmpdir(), 'relevance-'))
  rows = await answers(await hoaban({ site: buildMade(work) }), allQueries())
})

after(() => rmSync(work, { recursive: true, force: true }))

/** A way of typing reaches this share of the marked form's mean reciprocal rank and of its success at the first place. */
function holds(way, least) {
  const { way: typed, marked } = against(rows, way)
  assert.ok(typed.n >= 300)
  for (const measure of ['mrr', 'success1', 'success10']) {
    const ratio = typed[measure] / marked[measure]
    assert.ok(ratio >= least, `${way}: ${measure} is ${ratio.toFixed(4)} of the marked form's\n${shown(rows.filter(row => row.way === way && row.rank !== 1))}`)
  }
}

test('typed with its marks, the right page comes first', () => {
  const marked = figures(rows.filter(({ way }) => way === 'marked'))
  assert.ok(marked.success1 >= 0.95 && marked.success10 >= 0.99 && marked.mrr >= 0.97, JSON.stringify(marked))
})

test('without marks it is found as well', () => holds('unmarked', 0.97))

test('one syllable in raw Telex changes little', () => holds('telex', 0.95))

test('one slip of the fingers is forgiven in most queries', () => {
  const { way } = against(rows, 'typo')
  assert.ok(way.mrr >= 0.75, JSON.stringify(way))
})

for (const way of ['nfd', 'old tones', 'new tones']) {
  test(`${way}: the same list`, () => {
    const other = differing(rows, way)
    assert.equal(other.length, 0, shown(other))
  })
}

test('of names that differ by marks only, the one that was typed is first, always', () => {
  const wrong = confused(rows)
  assert.equal(wrong.length, 0, shown(wrong))
})

test('a place is found by the name it had before', () => {
  const former = figures(rows.filter(({ kind, way }) => kind === 'former name' && (way === 'marked' || way === 'unmarked')))
  assert.equal(former.success1, 1)
})
