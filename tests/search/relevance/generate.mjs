// Writes the made portal, with the demo's pages among its own, and the labelled queries. The same program text gives the same bytes.
// Run: node tests/search/relevance/generate.mjs FOLDER
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ALL_PLACES, documents, SECTIONS, slug, written } from './portal.mjs'
import { keyOf, queries } from './queries.mjs'

const demo = fileURLToPath(new URL('../../..', import.meta.url))
const LANGUAGES = ['vi', 'en']

/** A text as TOML and JSON quote it. */
const quoted = text => JSON.stringify(text)

const write = (path, text) => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** Ids of the places in the gazetteer: numbered, since two may differ by marks only. */
const ids = new Map(ALL_PLACES.map((place, at) => [place, `made-${at}-${slug(place.name)}`]))
const idOf = place => ids.get(place)

function gazetteer() {
  return ALL_PLACES.map(place => {
    const { vi, en } = written(place)
    const id = idOf(place)
    const was = place.former && written({ ...place, name: place.former })
    const names = was ? `[[${id}.names]]\nvi = ${quoted(was.vi)}\nen = ${quoted(was.en)}\nto = 2025-06-30\n` : ''
    const label = (lang, text) => `[${id}.${lang}]\nlabel = ${quoted(text)}\nslug = ${quoted(id)}\n`
    return `\n${label('vi', vi)}${label('en', en)}${names}`
  }).join('')
}

function page(document, lang) {
  const { title, summary, text } = document[lang]
  const place = document.facts.place
  const shared = lang === 'vi' ? [document.date && `published = ${document.date}`, place && `places = [${quoted(idOf(place))}]`] : []
  const rows = [`title = ${quoted(title)}`, `slug = ${quoted(document.slug)}`, `summary = ${quoted(summary)}`, ...shared].filter(Boolean)
  return `+++\n${rows.join('\n')}\n+++\n\n${text}`
}

/** Writes the portal's source into `folder`, which is cleared first. */
export function writePortal(folder) {
  rmSync(folder, { recursive: true, force: true })
  cpSync(join(demo, 'content'), join(folder, 'content'), { recursive: true })
  const settings = readFileSync(join(demo, 'portal.toml'), 'utf8')
  write(join(folder, 'portal.toml'), `pictures.renditions = false\npictures.cards = false\n${settings}`)
  write(join(folder, 'content/_data/places.toml'), readFileSync(join(demo, 'content/_data/places.toml'), 'utf8') + gazetteer())
  for (const section of SECTIONS) for (const lang of LANGUAGES) {
    const type = section.id === 'ban-tin' ? 'news' : 'article'
    const shared = lang === 'vi' ? `content_type = "${type}"\nper_page = 60\n` : ''
    write(join(folder, 'content', section.id, `_index.${lang}.md`), `+++\ntitle = ${quoted(section[lang])}\nslug = "${section.id}"\n${shared}+++\n`)
  }
  for (const document of documents()) for (const lang of LANGUAGES)
    write(join(folder, 'content', `${keyOf(document)}.${lang}.md`), page(document, lang))
}

/** Writes the labels, one query a line. */
export function labels() {
  return `[\n${queries().map(query => JSON.stringify(query)).join(',\n')}\n]\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder] = process.argv.slice(2)
  if (!folder) throw new Error('Say which folder: node generate.mjs FOLDER')
  writePortal(folder)
  writeFileSync(fileURLToPath(new URL('queries.json', import.meta.url)), labels())
}
