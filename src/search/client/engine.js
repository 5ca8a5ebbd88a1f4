// Answers queries from the files of portal-search/1 (src/search/reader.rs does the same: same ids, same order).
import { hex, place } from './codec.js'
import { keys, looksVietnamese, parse } from './query.js'
import { ranker } from './rank.js'

export { mark } from './marks.js'

const KEPT = 99 // files in memory; the browser's cache has all
const LONGER = 12 // words that begin with the last one
const COMMON = 35, FEW = 200 // percent: words in more of the entries, where there are more, need not be met
const LITTLE = 20 // percent: words in more of them have no pairs, but in Vietnamese

// The text of a file; an Error is `stale` where the file is gone, `offline` where nothing answers.
const load = async (url, cache) => {
  const answer = await fetch(url, { cache }).catch(() => ({}))
  if (answer.ok) return answer.text()
  throw Object.assign(Error(url), { offline: !answer.status, stale: answer.status == 404 })
}

// What only some queries need.
export const more = () => import('./more.js')

// new Search(base, lang, options): `base` is the folder of the index, with a slash at its end; `manifest` may be on its way; `lite`
// spares bytes; `get` is for tests.
export function Search(base, lang, { manifest, lite, get = load } = {}) {
  const files = new Map()
  let ranks, segments

  const open = cache => {
    manifest = get(`${base}${lang}${lite ? '.lite' : ''}.json`, cache).then(JSON.parse)
  }

  // Does the work with the manifest. A deploy between manifest and shard: the manifest is read once more.
  const ready = async work => {
    for (let again; ; again = 1)
      try {
        if (!manifest) open()
        const read = await manifest
        segments = read.segments
        if (!ranks) {
          ranks = [0, 1].map(() => ranker(read.n, read.levels))
          segments.reduce((from, segment) => (segment.from = from) + segment.n, 0)
        }
        return await work(read)
      } catch (error) {
        files.clear()
        manifest = ranks = 0
        if (again || !error.stale) throw error
        open('reload')
      }
  }

  const file = path => {
    if (files.size > KEPT) files.clear()
    if (!files.has(path)) files.set(path, get(base + path))
    return files.get(path)
  }

  const folder = (lang, segment) => (segments[1] ? `${lang}/${segment}/` : lang + '/')

  // What is asked in a language, with the terms of the shards that have its keys: full text in the own one, titles in others.
  const look = async (asked, other) => {
    const shards = segments.map(async ({ t, h, alt }, at) => {
      const family = other ? alt.find(({ lang }) => lang == other)?.h : t || h
      if (!family?.h) return []
      const bounds = (family.bounds ||= family.k.split('|').map(hex)), places = new Set(keys(asked.words).map(key => place(bounds, hex(key))))
      const start = folder(asked.lang, at) + (family == t ? 't/' : 'h/')
      const shard = i => file(`${start}${family.h.substr(i * 5, 5)}.${bounds[i].slice(0, 64)}.json`)
      return Promise.all([...places].sort((a, b) => a - b).map(shard))
    })
    return { ...asked, ...terms(await Promise.all(shards), segments) }
  }

  // Everything that needs the scores, at once: the arrays are shared by all queries.
  const judge = (index, heads, open) => {
    const { words, find } = index, foreign = new Set()
    const { score, cover, need, missing, strict, weak, answers } = ranks[0](index, open)
    for (const head of heads) {
      const side = ranks[1](head)
      score.forEach((value, d) => {
        if (!side.need || !side.answers(d)) return
        if (!answers(d)) foreign.add(d)
        score[d] += side.score[d] / 2
      })
    }
    const scored = [...score.keys()].filter(d => score[d]), full = scored.filter(d => foreign.has(d) || answers(d)), all = full[0] >= 0
    const least = Math.min(need / 2, scored.reduce((most, d) => Math.max(most, cover[d]), 0))
    const value = d => (all ? 0 : 100 * cover[d]) + score[d]
    const ids = (all ? full : scored.filter(d => cover[d] >= least)).sort((a, b) => value(b) - value(a) || b - a)
    const token = (word, at) => ({ ...word, marked: word.marked && strict, open: open && !words[at + 1] && !find(word.folded) })
    return { ids, all, relaxed: !all && ids[0] >= 0, tokens: words.map(token), foreign, missing, weak }
  }

  const answer = async (query, options, manifest) => {
    const { filters = {}, sort, prefix, limit = 10, counts, fix = true } = options
    const asked = parse(query, lang), { text, words } = asked, vietnamese = looksVietnamese(words)
    if (!words[0]) return { total: 0, ids: [], tokens: words, foreign: new Set() }
    const narrowed = counts || Object.values(filters).some(values => values[0])
    // Titles in other languages: at once where the words look like theirs, else where nothing was found.
    const heads = likely => {
      const others = manifest.langs.filter(other => other != lang && (/^vi/.test(other) == vietnamese) == likely)
      return Promise.all(others.map(other => look(parse(query, other), other)))
    }
    const [index, facets, near] = await Promise.all([look(asked), narrowed && file(manifest.facets), heads(true)])
    let found = judge(index, near, prefix)
    const unsure = () => fix && manifest.suggest && (!found.all || found.missing.length || (found.weak && !words[2]))
    const phrases = () => file(`${lang}/${manifest.suggest}`), page = () => found.ids.slice(0, limit)
    // Everything that is needed to find other spellings, and the likely results, in one trip.
    if (unsure()) Promise.allSettled([more(), found.all && !narrowed && !sort && cards(page()), (found.all && found.missing.length) || phrases()])
    if (!found.all) found = judge(index, [...near, ...(await heads(false))], prefix)
    if (unsure())
      for await (const fixed of (await more()).others(text, found, phrases)) {
        const mended = await answer(fixed, { ...options, fix: false }, manifest)
        if (mended.total && !mended.relaxed) return { ...mended, fixed }
      }
    if (narrowed) (await more()).narrow(JSON.parse(facets).facets, found, filters, manifest, lang)
    const { ids } = found
    if (sort == 'date') ids.sort((a, b) => b - a)
    return { ...found, total: ids.length, ids: page() }
  }

  const cards = ids =>
    Promise.all(
      ids.map(async id => {
        const at = segments.findLastIndex(({ from }) => from <= id), { from, cards } = segments[at], { per, group, h } = cards
        const n = ((id - from) / per) | 0, path = `${folder(lang, at)}c/${h.substr(((n / group) | 0) * 5, 5)}/${n}.json`
        return JSON.parse(await file(path))[(id - from) % per]
      }),
    )

  return {
    // { total, ids, relaxed, fixed, tokens, foreign, counts }. Options: filters { facet: [value, ..] }, sort 'date', prefix (the last
    // word may go on), limit, counts (of facets), fix: false (no spelling).
    search: (query, options = {}) => ready(manifest => answer(query, options, manifest)),

    // The cards of ids, in their order.
    cards: ids => ready(() => cards(ids)),

    // The part of a card's page that has most of the words, as `mark` gives it.
    quote: async (card, words) => (await more()).snippet(JSON.parse(await get(card.u + 'index.json')).text, words),
  }
}

// Terms out of the texts of shards, which have one key on a line; only the lines that are wanted are parsed.
const terms = (shards, segments) => {
  const collect = (starts, wanted) => {
    const found = new Map()
    const add = (line, { n, from }) => {
      const key = line.slice(1, line.indexOf('"', 1))
      if (!wanted(key)) return
      const term = found.get(key) || { key, df: 0, forms: [] }, [df, ...forms] = JSON.parse(line.slice(key.length + 3, line.lastIndexOf(']') + 1))
      term.df += df
      term.common ||= n > FEW && df * 100 > n * COMMON
      term.little ||= n > FEW && df * 100 > n * LITTLE
      while (forms[0] != undefined) term.forms.push([...forms.splice(0, 2), from])
      found.set(key, term)
    }
    shards.forEach((texts, s) => {
      for (const text of texts)
        for (const start of starts)
          for (let end, at = text.startsWith(start, 1) ? 0 : text.indexOf('\n' + start); at >= 0 && text.startsWith(start, at + 1); at = end) {
            end = text.indexOf('\n', at + 1)
            add(text.slice(at + 1, end < 0 ? undefined : end), segments[s])
          }
    })
    return [...found.values()]
  }
  const size = key => key.split(' ').length
  return {
    find: key => collect([`"${key}"`], () => 1)[0],
    // The most frequent terms that go on from a prefix, of as many words.
    extend: (...prefixes) =>
      collect(new Set(prefixes.map(prefix => '"' + prefix)), key => key != prefixes[0] && size(key) == size(prefixes[0]))
        .sort((a, b) => b.df - a.df)
        .slice(0, LONGER),
  }
}
