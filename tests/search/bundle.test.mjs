// What readers fetch: the committed bundles are current and within the sizes that were promised.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { BUNDLES, bundle, committed } from './bundle.mjs'

const LIMITS = { 'ui.js': 6000, 'loader.js': 600 } // bytes, gzip -9

for (const name of Object.keys(BUNDLES)) {
  test(`${BUNDLES[name]} is what its sources make`, () => {
    assert.equal(readFileSync(committed(name), 'utf8'), bundle(name))
  })
}

for (const [name, limit] of Object.entries(LIMITS)) {
  test(`${BUNDLES[name]} has at most ${limit} bytes in gzip`, () => {
    const { length } = gzipSync(readFileSync(committed(name)), { level: 9 })
    assert.ok(length <= limit, `${length} bytes`)
  })
}
