// The labelled queries are what the made portal gives, and the pages are what the labels say.
// Run: node --test tests/search/labels.test.mjs

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { labels } from './relevance/generate.mjs'
import { documents } from './relevance/portal.mjs'
import { keyOf } from './relevance/queries.mjs'
import { telex, typed, unmarked } from './relevance/variants.mjs'
import { contains, words } from './relevance/words.mjs'

const read = name => readFileSync(new URL(name, import.meta.url), 'utf8')
const queries = JSON.parse(read('relevance/queries.json'))
const pages = new Map(documents().map(page => [keyOf(page), page]))

const has = (text, query) => contains(words(text), words(query))
const head = ({ title, summary }) => `${title}. ${summary}`

test('the committed queries are those of the made portal', () => {
  assert.equal(labels(), read('relevance/queries.json'), 'run: node tests/search/relevance/generate.mjs FOLDER')
})

test('there are enough queries and pages, and every query has a page', () => {
  assert.ok(queries.length >= 300 && pages.size >= 1000)
  for (const { query, relevant } of queries) assert.ok(relevant.length > 0 && relevant.every(key => pages.has(key)), query)
})

test('a name stands in the title of its page alone, but for what happens there', () => {
  for (const { query, relevant } of queries.filter(({ kind }) => kind === 'name')) {
    assert.ok(has(pages.get(relevant[0]).vi.title, query), query)
    for (const [key, { facts, vi }] of pages) {
      if (['place', 'person', 'festival', 'dish'].includes(facts.kind)) assert.ok(key === relevant[0] || !has(vi.title, query), `${query}: ${key}`)
    }
  }
})

test('names told apart by marks alone: the right pages have the name in their title, the others have not', () => {
  for (const { query, relevant, others } of queries.filter(({ kind }) => kind === 'twin')) {
    for (const key of relevant) assert.ok(has(pages.get(key).vi.title, query), `${query}: ${key}`)
    for (const key of others) {
      const { title } = pages.get(key).vi
      assert.ok(!has(title, query) && has(unmarked(title), unmarked(query)), `${query}: ${key}`)
    }
  }
})

test('what a page is about stands in its title or summary, and nowhere there on other pages', () => {
  const ofTopic = ({ kind, relevant }) => ['concept', 'english'].includes(kind) && relevant.length > 8 && relevant.every(key => pages.get(key).facts.topic)
  const asked = queries.filter(ofTopic)
  assert.ok(asked.length >= 90)
  for (const { query, lang, relevant } of asked) {
    for (const [key, page] of pages) assert.equal(has(head(page[lang]), query), relevant.includes(key), `${query}: ${key}`)
    for (const key of relevant) assert.ok(has(pages.get(key)[lang].text, query), `${query}: ${key}`)
  }
})

test('a former name stands on no page', () => {
  for (const { query } of queries.filter(({ kind }) => kind === 'former name')) {
    for (const [key, { vi }] of pages) assert.ok(!has(`${head(vi)} ${vi.text}`, query), `${query}: ${key}`)
  }
})

test('all words of a number or of a known thing stand on its pages', () => {
  for (const { query, lang, relevant } of queries.filter(({ kind }) => ['number', 'known item', 'in the text'].includes(kind))) {
    for (const key of relevant) {
      const page = pages.get(key)[lang]
      const all = words(`${head(page)} ${page.text}`, true)
      for (const word of words(query, true)) assert.ok(all.includes(word), `${query}: ${key} lacks ${word}`)
    }
  }
})

test('queries are typed as people type them', () => {
  assert.equal(telex('đường'), 'dduwowngf')
  assert.equal(telex('Thủy'), 'Thuyr')
  assert.equal(telex('QĐ'), 'QDD')
  const ways = Object.fromEntries(typed({ query: 'Hòa Bình', kind: 'name', lang: 'vi' }))
  assert.equal(ways.unmarked, 'Hoa Binh')
  assert.equal(ways.nfd, 'Ho\u0300a Bi\u0300nh')
  assert.equal(ways['new tones'], 'Hoà Bình')
  assert.ok(['Hofa Bình', 'Hoaf Bình', 'Hòa Binhf'].includes(ways.telex))
  assert.notEqual(ways.typo, 'Hòa Bình')
})
