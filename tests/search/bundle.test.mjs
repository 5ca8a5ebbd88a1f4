// The committed client is what its sources make, and small. Run: node --test tests/search/bundle.test.mjs
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { test } from 'node:test'
import { BUNDLES, bundle, committed } from './bundle.mjs'

const LARGEST = { 'ui.js': 6000, 'more.js': 2500, 'loader.js': 600 }

for (const name of Object.keys(BUNDLES))
  test(`${BUNDLES[name]} is current and small`, () => {
    const text = readFileSync(committed(name), 'utf8')
    assert.ok(text === bundle(name), 'run: node tests/search/bundle.mjs')
    const size = gzipSync(text, { level: 9 }).length
    assert.ok(size <= LARGEST[name], `${size} bytes`)
  })
