// The labelled queries. A label follows from what a page was made from, never from what an engine finds.
import { chance } from './random.mjs'
import { ALL_PLACES, documents, SEED, written } from './portal.mjs'
import { TOPICS } from './topics.mjs'
import { contains, words } from './words.mjs'

/** The key of a document: its address without the language. */
export const keyOf = ({ section, slug }) => `${section}/${slug}`

const NAMED = new Set(['place', 'person', 'festival', 'dish'])

/** The name that a reader would type for the page of a place, person, festival or dish. */
function nameOf({ kind, place, name, vi }) {
  if (kind === 'place') return place.name.includes(' ') ? place.name : written(place).vi
  return kind === 'festival' ? `lễ hội ${vi}` : (name ?? vi)
}

/** What is collected: `{ query, lang, kind, relevant, others? }`; `others` must never stand above a relevant page. */
export function queries() {
  const all = documents()
  const dice = chance(`${SEED}/queries`)
  const some = (list, number) => dice.shuffled(list).slice(0, number)
  return [
    ...names(all, some), ...twins(all), ...former(all), ...concepts(all, 'vi'), ...known(all, some), ...numbers(all, some), ...inside(all, some), ...english(all, some),
  ].map(({ relevant, others, ...query }) => ({ ...query, relevant: relevant.map(keyOf), ...(others && { others: others.map(keyOf) }) }))
}

/** Pages about something with a name, of which no other page about something else has the name in its title. */
function distinct(all) {
  const named = all.filter(({ facts }) => NAMED.has(facts.kind) && facts.place?.group === undefined)
  return named.filter(page => {
    const name = nameOf(page.facts)
    return !all.some(other => other !== page && NAMED.has(other.facts.kind) && contains(words(other.vi.title, true), words(name, true)))
  })
}

function names(all, some) {
  const pages = distinct(all)
  const of = (kind, number) => some(pages.filter(({ facts }) => facts.kind === kind), number)
  return [...of('place', 60), ...of('person', 25), ...of('festival', 20), ...of('dish', 20)]
    .map(page => ({ query: nameOf(page.facts), lang: 'vi', kind: 'name', relevant: [page] }))
}

const twinned = ({ group }) => group !== undefined && ALL_PLACES.filter(other => other.group === group).length > 1

/** Names that marks alone tell apart: pages with the name as it is written stand before those with the other names. */
function twins(all) {
  const persons = all.filter(({ facts }) => facts.kind === 'person')
  const again = persons.filter(({ facts }) => persons.some(other => other.facts !== facts && other.facts.group === facts.group))
  const readings = new Set([...ALL_PLACES.filter(place => twinned(place)).map(({ name }) => name), ...again.map(({ facts }) => facts.name)])
  return [...readings].map(query => {
    const alike = all.filter(({ vi }) => contains(words(vi.title, true), words(query, true)))
    const exact = alike.filter(({ vi }) => contains(words(vi.title), words(query)))
    return { query, lang: 'vi', kind: 'twin', relevant: exact, others: alike.filter(page => !exact.includes(page)) }
  })
}

function former(all) {
  return all.filter(({ facts }) => facts.place?.former && facts.kind === 'place')
    .map(page => ({ query: page.facts.place.former, lang: 'vi', kind: 'former name', relevant: [page] }))
}

function concepts(all, lang) {
  return TOPICS.flatMap(topic => topic[lang].phrases.map(query => (
    { query, lang, kind: lang === 'vi' ? 'concept' : 'english', relevant: all.filter(({ facts }) => facts.topic === topic.id) })))
}

const sameName = (a, b) => contains(words(a.name, true), words(b.name, true)) || contains(words(b.name, true), words(a.name, true))

/** A project or a piece of news asked for by its matter and its place. */
function ofPlace(all, page, lang) {
  const { kind, topic, work, place } = page.facts
  const matter = kind === 'news' ? TOPICS.find(({ id }) => id === topic)[lang].phrases[0] : work[lang === 'vi' ? 0 : 1]
  const relevant = all.filter(({ facts }) => facts.kind === kind && facts.topic === topic && facts.work === work && sameName(facts.place, place))
  return { query: `${matter} ${place.name}`, lang, relevant }
}

function known(all, some) {
  const of = kind => all.filter(({ facts }) => facts.kind === kind && facts.place?.group === undefined)
  const placed = [...some(of('news'), 45), ...some(of('project'), 25)].map(page => ({ ...ofPlace(all, page, 'vi'), kind: 'known item' }))
  const acts = some(of('act'), 15).map(({ facts: { matter, number } }) => {
    const year = number.split('/')[1]
    const relevant = all.filter(({ facts }) => facts.matter === matter && facts.number.split('/')[1] === year)
    return { query: `${matter[0]} ${year}`, lang: 'vi', kind: 'known item', relevant }
  })
  return [...placed, ...acts]
}

function numbers(all, some) {
  const acts = all.filter(({ facts }) => facts.kind === 'act')
  const ask = (page, query, matches) => ({ query, lang: 'vi', kind: 'number', relevant: acts.filter(matches) })
  const [whole, short, spaced, dated] = [0, 1, 2, 3].map(part => some(acts, 40).slice(part * 10, part * 10 + 10))
  const same = page => other => other.facts.number === page.facts.number
  return [
    ...whole.map(page => ask(page, page.facts.number, same(page))),
    ...short.map(page => ask(page, `${page.facts.act[0].toLowerCase()} ${page.facts.number.split('/', 2).join('/')}`, same(page))),
    ...spaced.map(page => ask(page, page.facts.number.replace(/[/-]/g, ' '), same(page))),
    ...dated.map(page => ask(page, page.date.split('-').reverse().join('/'), ({ date }) => date === page.date)),
  ]
}

/** Asked for by what stands in the text alone: the owner of a project. */
function inside(all, some) {
  const projects = all.filter(({ facts }) => facts.kind === 'project')
  return some(projects, 40).map(({ facts: { owner, work } }) => (
    { query: `${owner} ${work[0]}`, lang: 'vi', kind: 'in the text', relevant: projects.filter(({ facts }) => facts.owner === owner && facts.work === work) }))
}

function english(all, some) {
  const places = distinct(all).filter(({ facts }) => facts.kind === 'place')
  const asked = [
    ...some(places, 30).map(page => ({ query: written(page.facts.place).en, lang: 'en', relevant: [page] })),
    ...some(all.filter(({ facts }) => facts.kind === 'festival'), 10).map(page => ({ query: `${page.facts.en} Festival`, lang: 'en', relevant: [page] })),
    ...some(all.filter(({ facts }) => facts.kind === 'dish'), 15).map(page => ({ query: page.facts.en, lang: 'en', relevant: [page] })),
    ...some(all.filter(({ facts }) => facts.kind === 'news' && facts.place.group === undefined), 20).map(page => ofPlace(all, page, 'en')),
    ...some(all.filter(({ facts }) => facts.kind === 'project'), 15).map(page => ofPlace(all, page, 'en')),
    ...some(all.filter(({ facts }) => facts.kind === 'act'), 10).map(page => ({ query: `${page.facts.act[1].toLowerCase()} ${page.facts.number}`, lang: 'en', relevant: [page] })),
  ]
  return [...asked.map(query => ({ ...query, kind: 'english' })), ...concepts(all, 'en')]
}
