// Every JSON file of the demo's index and data is what its published schema says.
// Run: node --test tests/search/schema.test.mjs (after node tests/browser/build.mjs)

import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { test } from 'node:test'
import { portals } from '../browser/lib/portals.mjs'

const require = createRequire(new URL('../browser/package.json', import.meta.url))
const Ajv = require('ajv/dist/2020').default

const { out } = portals.demo
const read = path => JSON.parse(readFileSync(join(out, path), 'utf8'))
const files = readdirSync(out, { recursive: true }).map(path => String(path).replaceAll('\\', '/')).sort()

// The schema of a file by its path.
const KINDS = [
  [/^search\/[a-z-]+(\.lite)?\.json$/, 'manifest'],
  [/^search\/[a-z-]+\/(\d+\/)?[th]\/[a-z2-7]{5}\.[0-9a-f]+\.json$/, 'shard'],
  [/^search\/[a-z-]+\/(\d+\/)?c\/[a-z2-7]{5}\/\d+\.json$/, 'cards'],
  [/^search\/facets\.[a-z2-7]{5}\.json$/, 'facets'],
  [/^search\/[a-z-]+\/s\.[a-z2-7]{5}\.json$/, 'suggest'],
  [/\/index\.json$/, 'page'],
  [/^data\/dataset\.jsonld$/, 'dataset'],
]

const ajv = new Ajv({ strict: true, strictTypes: false, strictTuples: false, strictRequired: false, allErrors: false, formats: { uri: true, date: /^\d{4}-\d\d-\d\d$/ } })
const validators = {}
const validator = name => validators[name] ??= ajv.compile(read(`search/schema/${name}.schema.json`))

function holds(name, value, where) {
  const validate = validator(name)
  assert.ok(validate(value), `${where}: ${ajv.errorsText(validate.errors)}`)
}

for (const [pattern, name] of KINDS) {
  test(`files of the kind ${name} are as the schema says`, () => {
    const found = files.filter(path => pattern.test(path))
    assert.ok(found.length > 0)
    for (const path of found) holds(name, read(path), path)
  })
}

test('every line of pages.ndjson is as the schema says', () => {
  const lines = readFileSync(join(out, 'data/pages.ndjson'), 'utf8').trimEnd().split('\n')
  assert.ok(lines.length > 50)
  for (const line of lines) holds('pages-line', JSON.parse(line), line.slice(0, 80))
})

test('every file of the index has a schema, or is one, or is the client', () => {
  const rest = files.filter(path => /^search\/.*\.\w+$/.test(path) && !KINDS.some(([pattern]) => pattern.test(path)))
  const known = /^search\/(schema\/[a-z-]+\.schema\.json|[a-z]+\.[a-z2-7]{8}\.js)$/
  assert.deepEqual(rest.filter(path => !known.test(path)), [])
})

test('no two facets have the same name', () => {
  const { facets } = read(files.find(path => path.startsWith('search/facets.')))
  for (const lang of ['vi', 'en']) {
    const labels = facets.map(facet => facet.label[lang])
    assert.deepEqual(labels.filter((label, at) => labels.indexOf(label) != at), [])
  }
})

test('what is not in the format is refused', () => {
  assert.ok(!validator('cards')([{ u: 'javascript:', t: '' }]))
  assert.ok(!validator('shard')({ 'dien|bien': [1, '', '!'] }))
  assert.ok(!validator('pages-line')({ ...JSON.parse(readFileSync(join(out, 'data/pages.ndjson'), 'utf8').split('\n')[0]), text: 'x' }))
})
