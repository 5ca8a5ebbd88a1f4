// The search engine of the client over the built demo: what it finds, that `hoaban search` finds the same, and that nothing
// that is typed or missing breaks it. Build the portals first: node tests/browser/build.mjs
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { LANGUAGES, portals, program } from '../browser/lib/portals.mjs'
import { ask, client } from '../bench/search/hoaban.mjs'
import { Search, mark } from '../../src/search/client/engine.js'
import { parse } from '../../src/search/client/query.js'
import { ranker } from '../../src/search/client/rank.js'

const { out } = portals.demo
const run = promisify(execFile)

/** Reads what a browser would fetch; a file that is not there is a 404. */
const get = async url => {
  try {
    return readFileSync(join(out, url), 'utf8')
  } catch {
    throw Object.assign(Error(url), { stale: true })
  }
}
const engine = (lang, options) => new Search('/search/', lang, { get, ...options })

/** Ids and titles of all pages of a language. */
const pages = async lang => {
  const { n } = JSON.parse(await get(`/search/${lang}.json`)), ids = [...Array(n).keys()]
  const cards = await engine(lang).cards(ids)
  return ids.map(id => ({ id, title: cards[id].t, own: !cards[id].l }))
}

const unmarked = text => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
const KEYS = { '\u0300': 'f', '\u0301': 's', '\u0309': 'r', '\u0303': 'x', '\u0323': 'j' }
const telex = text =>
  text.replace(/\p{Alpha}+/gu, word => {
    let tone = '', typed = ''
    for (const c of word.normalize('NFD')) {
      if (KEYS[c]) tone = KEYS[c]
      else if (c == '\u0302') typed += typed.at(-1)
      else typed += /[\u0306\u031b]/.test(c) ? 'w' : c == 'đ' ? 'dd' : c
    }
    return typed + tone
  })

/** Parts of titles in every way of typing; the same at every run. */
const queries = titles => {
  let state = 20241123
  const below = end => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % end
  }
  const typo = text => {
    const at = 1 + below(Math.max(1, text.length - 1))
    return [text.slice(0, at) + text.slice(at + 1), text.slice(0, at) + 'o' + text.slice(at), text.slice(0, at - 1) + (text[at] ?? '') + text[at - 1] + text.slice(at + 1)][below(3)]
  }
  const ways = [text => text, unmarked, text => text.normalize('NFD'), telex, typo, text => unmarked(typo(text)), text => text.slice(0, -1)]
  return Array.from({ length: 112 }, (_, at) => {
    const words = titles[below(titles.length)].split(' '), from = below(words.length)
    return ways[at % ways.length](words.slice(from, from + 1 + below(4)).join(' '))
  })
}

for (const lang of LANGUAGES) {
  test(`hoaban search gives the same ids in the same order (${lang})`, { timeout: 300_000 }, async () => {
    const found = await pages(lang), js = engine(lang)
    for (const [at, query] of queries(found.map(({ title }) => title)).entries()) {
      const typing = at % 3 == 0, args = ['search', '--in', lang, '--dir', out, '--json', '--limit', '50']
      const { stdout } = await run(program, [...args, ...(typing ? ['--typing'] : []), '--', query])
      const rust = JSON.parse(stdout), own = await js.search(query, { limit: 50, prefix: typing })
      const ids = rust.results.map(({ id }) => id)
      assert.deepEqual([ids, rust.total, rust.relaxed, rust.fixed], [own.ids, own.total, !!own.relaxed, own.fixed ?? null], query)
    }
  })

  test(`every page is found by its title, with marks and without (${lang})`, async () => {
    const js = engine(lang), found = await pages(lang)
    assert.ok(found.length > 20)
    for (const { id, title, own } of found.filter(({ own }) => own)) {
      const marked = await js.search(title, { prefix: true })
      assert.ok(marked.ids.includes(id), title)
      assert.ok((await js.search(unmarked(title))).ids.includes(id), unmarked(title))
      assert.deepEqual((await js.search(title.normalize('NFD'), { prefix: true })).ids, marked.ids, title)
    }
  })
}

test('filters, counts and the order by date agree', async () => {
  const js = engine('vi'), all = await js.search('điện biên', { counts: true, limit: 100 })
  const [facet] = all.counts.filter(({ values }) => values.filter(({ n }) => n).length > 1)
  for (const value of facet.values.filter(({ n }) => n)) {
    const some = await js.search('điện biên', { filters: { [facet.id]: [value.id] }, counts: true, limit: 100 })
    assert.equal(some.total, value.n)
    assert.ok(some.ids.every(id => all.ids.includes(id)))
    const same = some.counts.find(({ id }) => id == facet.id)
    assert.deepEqual(same, facet, 'the values of a facet are counted as if it were open')
  }
  const dated = await js.search('điện biên', { sort: 'date', limit: 100 })
  assert.deepEqual(dated.ids, [...all.ids].sort((a, b) => b - a))
  assert.deepEqual((await js.search('điện biên', { limit: 4 })).ids, all.ids.slice(0, 4))
})

test('pages of the other language are found by their titles', async () => {
  const { ids, foreign } = await engine('vi').search('museum')
  assert.ok(ids.length && ids.every(id => foreign.has(id)))
})

test('anything that is typed is answered', async () => {
  const hostile = ['a'.repeat(10_000), 'ở '.repeat(5000), '<script>alert(1)</script>', '!?… “”', '😀👩‍👩‍👧', '\0\0', '\ud800', 'a\udc00b', '__proto__', 'constructor', '"', '\\', '|', ' ', "'".repeat(9999)]
  for (const lang of LANGUAGES)
    for (const query of hostile) {
      const js = engine(lang)
      await js.search('a')
      const start = performance.now(), { total, ids, tokens } = await js.search(query, { prefix: true, counts: true })
      assert.ok(performance.now() - start < 250, query.slice(0, 20)) // 50 ms of work, on a machine with other work
      assert.ok(total >= ids.length && tokens.length <= 32)
    }
})

test('a deploy between manifest and shard is survived once, and then said', async () => {
  let gone = 1
  const asked = []
  const flaky = async (url, cache) => {
    asked.push([url, cache])
    if (/\/t\//.test(url) && gone-- > 0) throw Object.assign(Error(url), { stale: true })
    return get(url)
  }
  assert.ok((await engine('vi', { get: flaky }).search('điện biên')).total)
  assert.equal(asked.filter(([url, cache]) => /vi\.json$/.test(url) && cache == 'reload').length, 1)
  gone = 99
  await assert.rejects(engine('vi', { get: flaky }).search('điện biên'), { stale: true })
})

test('a network that fails is said, and the next query tries again', async () => {
  let down = true
  const js = engine('vi', {
    get: url => (down ? Promise.reject(Object.assign(Error(url), { offline: true })) : get(url)),
  })
  await assert.rejects(js.search('điện biên'), { offline: true })
  down = false
  assert.ok((await js.search('điện biên')).total)
})

test('a lite manifest searches heads alone', async () => {
  const asked = []
  const js = engine('vi', { lite: true, get: url => (asked.push(url), get(url)) })
  assert.ok((await js.search('Điện Biên')).total)
  assert.ok(asked.some(url => /\/h\//.test(url)) && !asked.some(url => /\/t\//.test(url)))
})

test('letters are marked as they are written', async () => {
  const { tokens } = await engine('vi').search('dien bien')
  assert.deepEqual(mark('Ở Điện Biên, <b>', tokens), [['Ở ', false], ['Điện Biên', true], [', <b>', false]])
  const js = engine('vi'), found = await js.search('đường'), cards = await js.cards(found.ids)
  const quotes = await Promise.all(cards.map(card => js.quote(card, found.tokens)))
  const hits = quotes.flat().filter(([, match]) => match)
  assert.ok(hits.length > 5 && hits.every(([text]) => /^đường( đường)*$/i.test(text)))
})

test('a pair that the index leaves out is no sign of a slip', () => {
  const known = { of: { little: true }, hill: {}, foot: {} }
  const find = key => known[key] && { key, df: 9, forms: [['', '!', 0]], ...known[key] }
  const isWeak = (query, lang) => ranker(300, [16, 11, 7, 4.5, 2.6, 1.4, 0.7])({ words: parse(query, lang).words, find, extend: () => [] }).weak
  assert.deepEqual(['foot hill', 'hill of', 'of hill'].map(query => !!isWeak(query, 'en')), [true, false, false])
  assert.ok(isWeak('hill of', 'vi'))
})

test('phrases and the other language are asked for at one time', async () => {
  const { search, sent } = client(out, 'en')
  const { relaxed } = await ask(search, 'coffee qzqzq')
  assert.ok(relaxed)
  const first = sent.find(({ kind }) => kind == 'manifest').wave
  const trip = number => [...new Set(sent.filter(({ wave }) => wave == first + number).map(({ kind }) => kind))].sort()
  assert.deepEqual([1, 2, 3, 4].map(trip), [['shards'], ['heads', 'spelling'], ['cards'], []])
})
