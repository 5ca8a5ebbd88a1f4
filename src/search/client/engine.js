// Answers queries from the files of portal-search/1 (src/search/reader.rs does the same: same ids, same order).
import { hex, place } from './codec.js'
import { keys, looksVietnamese, parse } from './query.js'
import { Ranks } from './rank.js'

export { mark, snippet } from './marks.js'

const KEPT = 99 // files in memory; the browser's cache has all
const LONGER = 12 // words that begin with the last one
const COMMON = 35, FEW = 200 // percent: words in more of the entries, where there are more, need not be met

// The text of a file; an Error is `stale` where the file is gone, `offline` where nothing answers.
const load = async (url, cache) => {
  const answer = await fetch(url, { cache }).catch(cause => {
    throw Object.assign(Error(url, { cause }), { offline: true })
  })
  if (!answer.ok) throw Object.assign(Error(url), { stale: answer.status == 404 })
  return answer.text()
}

export class Search {
  // `base` is the folder of the index, with a slash at its end; `manifest` may be on its way; `lite` spares bytes.
  constructor(base, lang, { manifest, lite, get = load } = {}) {
    Object.assign(this, { base, lang, lite, get, manifest, files: new Map() })
  }

  // { total, ids, relaxed, fixed, tokens, foreign, counts }. Options: filters { facet: [value, ..] }, sort 'date', prefix (the last
  // word may go on), limit, offset, counts (of facets), fix: false (no spelling).
  search(query, options = {}) {
    return this.twice(() => this.answer(query, options))
  }

  // The cards of ids, in their order.
  cards(ids) {
    return this.twice(async () => {
      const { segments } = await this.ready()
      return Promise.all(
        ids.map(async id => {
          const at = segments.findLastIndex(({ from }) => from <= id), { from, cards } = segments[at]
          const file = ((id - from) / cards.per) | 0, hash = cards.h.substr(((file / cards.group) | 0) * 5, 5)
          return JSON.parse(await this.file(`${this.folder(this.lang, at)}c/${hash}/${file}.json`))[(id - from) % cards.per]
        }),
      )
    })
  }

  // The plain text of a card's page, for snippets.
  async text(card) {
    return JSON.parse(await this.get(card.u + 'index.json')).text
  }

  // A deploy between manifest and shard: the manifest is read once more.
  async twice(work) {
    try {
      return await work()
    } catch (error) {
      this.files.clear()
      this.manifest = 0
      if (!error.stale) throw error
      this.open('reload')
      return work()
    }
  }

  open(cache) {
    this.ranks = 0
    return (this.manifest = this.get(`${this.base}${this.lang}${this.lite ? '.lite' : ''}.json`, cache).then(JSON.parse))
  }

  async ready() {
    const manifest = await (this.manifest || this.open())
    if (!this.ranks) {
      this.ranks = [0, 1].map(() => new Ranks(manifest.n, manifest.levels))
      let from = 0
      for (const segment of manifest.segments) from = (segment.from = from) + segment.n
      this.several = manifest.segments[1]
    }
    return manifest
  }

  file(path) {
    if (this.files.size > KEPT) this.files.clear()
    if (!this.files.has(path)) this.files.set(path, this.get(this.base + path))
    return this.files.get(path)
  }

  folder(lang, segment) {
    return this.several ? `${lang}/${segment}/` : lang + '/'
  }

  async answer(query, options) {
    const { filters = {}, sort, prefix, limit = 10, offset = 0, counts, fix = true } = options
    const manifest = await this.ready(), { lang } = this, { text, words } = parse(query, lang), vietnamese = looksVietnamese(words)
    if (!words[0]) return { total: 0, ids: [], tokens: [], foreign: new Set() }
    const narrowed = counts || Object.values(filters).some(values => values[0])
    // Titles in other languages: at once where the words look like theirs.
    const heads = likely =>
      Promise.all(manifest.langs.filter(other => other != lang && (/^vi/.test(other) == vietnamese) == likely).map(other => this.look(other, query)))
    const more = () => import('./more.js')
    const [index, facets, near] = await Promise.all([this.look(lang, query), narrowed && this.file(manifest.facets), heads(true)])
    let found = this.judge(index, near, prefix)
    if (!found.all) found = this.judge(index, [...near, ...(await heads(false))], prefix)
    if (fix && manifest.suggest && (!found.all || (found.weak && !words[2])))
      for await (const fixed of (await more()).others(text, found, () => this.file(`${lang}/${manifest.suggest}`))) {
        const mended = await this.answer(fixed, { ...options, fix: false })
        if (mended.total && !mended.relaxed) return { ...mended, fixed }
      }
    if (narrowed) (await more()).narrow(JSON.parse(await facets).facets, found, filters, manifest, lang)
    const { ids, relaxed, tokens, foreign } = found
    if (sort == 'date') ids.sort((a, b) => b - a)
    return { total: ids.length, ids: ids.slice(offset, offset + limit), relaxed, tokens, foreign, counts: found.counts }
  }

  // Everything that needs the scores, at once: the arrays are shared by all queries.
  judge(index, heads, open) {
    const [ranks, side] = this.ranks, { n, score, cover } = ranks, foreign = new Set(), { words, find } = index
    ranks.run(index, open)
    const { missing, need, strict, weak } = ranks, answers = d => !missing.length && ranks.answers(d)
    for (const head of heads) {
      side.run(head)
      for (let d = 0; d < n; d++)
        if (side.need && !side.missing.length && side.answers(d)) {
          if (!answers(d)) foreign.add(d)
          score[d] += side.score[d] / 2
        }
    }
    const scored = [...score.keys()].filter(d => score[d]), full = scored.filter(d => foreign.has(d) || answers(d)), all = full.length > 0
    const least = scored.reduce((most, d) => Math.max(most, cover[d]), 0)
    const ids = all ? full : scored.filter(d => cover[d] >= Math.min(need / 2, least))
    const value = d => (all ? 0 : 100 * cover[d]) + score[d]
    ids.sort((a, b) => value(b) - value(a) || b - a)
    const token = (word, at) => ({ ...word, marked: word.marked && strict, open: open && !words[at + 1] && !find(word.folded) })
    return { ids, all, relaxed: !all && ids.length > 0, tokens: words.map(token), foreign, missing, weak }
  }

  // What is asked in a language, with the terms of the shards that have its keys.
  async look(lang, query) {
    const { segments } = await this.ready(), asked = parse(query, lang), own = lang == this.lang
    const shards = segments.map(async ({ t, h, alt }, at) => {
      const family = own ? t || h : alt.find(other => other.lang == lang)?.h
      if (!family?.h) return []
      const bounds = (family.bounds ||= family.k.split('|').map(hex)), places = new Set(keys(asked).map(key => place(bounds, hex(key))))
      const folder = this.folder(lang, at) + (own && t ? 't/' : 'h/')
      const file = i => this.file(`${folder}${family.h.substr(i * 5, 5)}.${bounds[i].slice(0, 64)}.json`)
      return Promise.all([...places].sort((a, b) => a - b).map(file))
    })
    return { ...asked, ...terms(await Promise.all(shards), segments) }
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
      while (forms[1] != undefined) term.forms.push([...forms.splice(0, 2), from])
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
