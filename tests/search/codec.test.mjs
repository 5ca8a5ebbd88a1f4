// The client's packed ids against the table that the Rust tests read too. Run: node --test tests/search/codec.test.mjs
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { hex, place, unpack } from '../../src/search/client/codec.js'

test('the shared table holds', () => {
  const rows = JSON.parse(readFileSync(new URL('codec.json', import.meta.url), 'utf8'))
  assert.ok(rows.length >= 10)
  for (const { lists, packed } of rows) {
    const found = []
    unpack(packed, (id, list) => found.push([list, id]))
    assert.deepEqual(found, lists.flatMap((ids, list) => ids.map(id => [list, id])))
  }
})

test('bounds in hexadecimal sort as bytes do', () => {
  const bounds = ['0', 'd', 'dien c', '中', '\u{20000}'].map(hex)
  assert.deepEqual(bounds, [...bounds].sort())
  const at = key => place(bounds, hex(key))
  assert.deepEqual(['!', '0', 'cha', 'd', 'dien bien', 'dien c', 'z', '中文', '豈', '\u{20001}'].map(at), [0, 0, 0, 1, 1, 2, 2, 3, 3, 4])
})
