// The client's words and keys against the table and the digest that the Rust tests read too.
// Run: node --test tests/search/text.test.mjs

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { test } from 'node:test'
import { fold, isVietnamese, tokens } from '../../src/search/client/text.js'
import { decode } from '../../src/search/client/typing.js'

const read = name => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
const bytes = text => new TextEncoder().encode(text)

test('the shared table holds', () => {
  const table = read('vectors.json')
  assert.ok(table.length >= 150)
  for (const row of table) {
    const text = row.text.normalize()
    const at = place => bytes(text.slice(0, place)).length
    const found = tokens(row.text, row.lang).map(t => {
      return [t.folded, t.exact, at(t.start), at(t.end)]
    })
    const parts = row.tokens.filter(token => token.length == 4) // the index alone has wholes
    assert.deepEqual(found, parts, row.text)
  }
})

test('what typing means is in the shared table', () => {
  const table = read('typing.json')
  assert.ok(table.length >= 90)
  for (const [word, meant] of table) assert.equal(decode(word) ?? null, meant, word)
})

test('a key has 32 characters at most', () => {
  const text = ['a', 'ấ', '1/đ'].map(unit => unit[0] + unit.at(-1).repeat(40)).join(' ')
  const found = [...tokens(text, 'vi'), ...tokens('ສ'.repeat(40), 'lo'), ...tokens('𐐀'.repeat(40), 'en')]
  for (const t of found) assert.ok([...t.folded].length <= 32 && [...t.exact].length <= 32, t.folded)
})

test('strings made by chance are taken as the index takes them', () => {
  const plan = read('random.json')
  const alphabets = plan.alphabets.map(letters => [...letters])
  let state = plan.seed
  const below = end => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % end
  }
  const make = () => {
    let text = ''
    for (let left = below(24); left > 0; left--) {
      const kind = below(alphabets.length * 2 + plan.ranges.length)
      const alphabet = alphabets[kind >> 1]
      if (alphabet) {
        text += alphabet[below(alphabet.length)]
      } else {
        const [first, last] = plan.ranges[kind - alphabets.length * 2]
        text += String.fromCodePoint(first + below(last - first + 1))
      }
    }
    return text
  }
  let digest = 0x811c9dc5
  const add = part => {
    for (const byte of bytes(part + '\n')) digest = Math.imul(digest ^ byte, 0x01000193)
  }
  for (let n = 0; n < plan.strings; n++) {
    const text = make(), once = fold(text), nfc = text.normalize()
    assert.equal(fold(once), once)
    add(once)
    for (const found of [tokens(text, 'vi'), tokens(text, 'en')]) {
      for (const t of found) [t.folded, t.exact, nfc.slice(t.start, t.end)].forEach(add)
      for (const t of found) if (decode(t.folded)) add(decode(t.folded))
    }
  }
  assert.equal(digest >>> 0, plan.digest)
})

test('shapes are open to the client', () => {
  assert.ok(isVietnamese('dien') && !isVietnamese('film'))
})

test('any length of anything is answered in time', () => {
  for (const unit of ['a', "a''''", "'", 'đ', '1.', 'a-', "a'", '\u0301', '😀', 'nghieengx ']) {
    const start = performance.now()
    tokens(unit.repeat(20000), 'vi').forEach(t => decode(t.folded))
    assert.ok(performance.now() - start < 3000, unit)
  }
})

test('the source stays small', () => {
  const source = readFileSync(new URL('../../src/search/client/text.js', import.meta.url), 'utf8')
  const plain = source.replace(/^ *\/\/.*\n/gm, '').replace(/^ +/gm, '')
  assert.ok(gzipSync(plain, { level: 9 }).length < 3000)
})
