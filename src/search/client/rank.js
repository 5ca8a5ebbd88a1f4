// How well each entry answers (src/search/rank.rs does the same, in the same order of operations): BM25 by levels over
// words and neighbours; spellings that differ from what was typed weigh less.
import { unpack } from './codec.js'

const K1 = 2.5
const TITLES = 2 // levels of titles: short ones, longer ones
const PAIR = 2 // weight of neighbours and wholes
// Weight of a spelling: without the marks that were typed, or with others; with marks where only other words were typed with
// some, or none was.
const PLAIN = 0.5, OTHER = 0.3, SOME = 0.6, NONE = 0.97

// Weight of longer words than the last: where it is none, where it is one, and where it and the word before are neighbours too,
// in more entries than a few.
const LONGER = 0.8, AFTER = 0.4, BESIDE = 0.1, FEW = 4
const LIKELY = 0.5 // least weight of a reading in a title, where no marks were typed

// The scores of one query in one language; arrays are made once and used again.
export class Ranks {
  constructor(n, levels) {
    this.n = n
    this.worth = levels.map(x => (x * (K1 + 1)) / (x + K1))
    this.score = new Float64Array(n)
    this.best = new Float64Array(n) // of what is being gathered
    this.seen = new Uint8Array(n) // 1: met in it, 3: as it was typed
    this.cover = new Uint8Array(n) // required words met
    this.close = new Uint8Array(n) // and as they were typed
    this.touched = []
  }

  // Ranks entries by index.words and wholes, with terms from index.find(key) and index.extend(prefixes).
  run({ words, wholes, find, extend }, open) {
    for (const array of [this.score, this.cover, this.close]) array.fill(0)
    this.marked = this.strict = words.some(word => word.marked)
    this.missing = []
    this.need = 0
    words.forEach((word, at) => {
      const last = open && !words[at + 1], before = words[at - 1], own = find(word.folded)
      const longer = start => extend(start + word.folded, start + word.raw)
      const more = last && !(before && own) ? longer('') : []
      const pair = before && find(before.folded + ' ' + word.folded), pairs = last && before ? longer(before.folded + ' ') : []
      this.weak = before && !pair && !pairs[0]
      if (!own && !more[0] && !pairs[0]) return this.missing.push(at)
      // Who has the last word only as the beginning of a longer one, after the word before, has it as well.
      const closer = this.gather(pair, pairs, [before, word], own?.df > FEW ? AFTER : LONGER)
      this.add(PAIR)
      const close = this.gather(own, more, [word], LONGER)
      this.add(1)
      this.strict &&= pair || pairs[0] ? closer : close
      const required = !own?.common
      this.need += required
      this.count(required)
    })
    for (const whole of wholes) {
      this.gather(find(whole.folded), [], [whole])
      this.add(PAIR)
      this.count(0)
    }
    // Other marks than those typed are answers only where nothing has those.
    this.strict &&= this.score.some((score, d) => score && this.close[d] >= this.need)
  }

  answers(d) {
    return this.score[d] && (this.strict ? this.close : this.cover)[d] >= this.need
  }

  // The best of a term and of those that begin with it, for each entry; whether any spelling was as typed.
  gather(own, longer, words, weight) {
    const total = longer.reduce((sum, { df }) => sum + df, 0)
    let close = own && this.meet(own, words, 1)
    for (const term of longer)
      if (this.meet(term, words, (own?.df > FEW ? BESIDE : weight) * Math.sqrt(term.df / total), true)) close = true
    return close
  }

  meet({ key, df, forms }, words, factor, open) {
    const keys = key.split(' '), sizes = new Map(), n = this.n, met = Math.min(df, n)
    const idf = Math.max(1e-4, Math.floor(Math.log(1 + (n - met + 0.5) / (met + 0.5)) * 1e4 + 0.5) / 1e4)
    let total = 0, any
    for (const [form, ids] of forms) {
      total += ids.length
      sizes.set(form, (sizes.get(form) || 0) + ids.length)
    }
    for (const [form, ids, from] of forms) {
      const parts = (form || key).split(' ')
      let weight = 1, seen = 3
      words.forEach(({ exact, marked }, at) => {
        const part = parts[at] || '', same = part == exact || (open && !words[at + 1] && part.startsWith(exact))
        const own = same ? 1 : marked ? (part == keys[at] ? PLAIN : OTHER) : this.marked ? SOME : NONE
        weight *= own
        if (own < PLAIN) seen = 1
      })
      // Without any mark the likeliest reading is meant; titles are less sure, and a title that has no marks is meant.
      let title = weight
      if (!this.marked && words[1] && !open) {
        weight *= sizes.get(form) / total
        title *= Math.max(sizes.get(form) / total, LIKELY)
      }
      if (!this.marked && !form) title = 1
      any ||= seen > 1
      unpack(ids, (id, level) => this.note(id + from, factor * idf * (level < TITLES ? title : weight) * this.worth[level], seen))
    }
    return any
  }

  note(d, value, seen) {
    if (!(d < this.n && value >= 0)) return
    if (!this.seen[d]) this.touched.push(d)
    this.seen[d] |= seen
    this.best[d] = Math.max(this.best[d], value)
  }

  // What was gathered goes to the score.
  add(weight) {
    for (const d of this.touched) {
      this.score[d] += weight * this.best[d]
      this.best[d] = 0
    }
  }

  // Ends the word that was gathered.
  count(required) {
    for (const d of this.touched) {
      this.cover[d] += required
      this.close[d] += required && this.seen[d] > 1
      this.seen[d] = 0
    }
    this.touched = []
  }
}
