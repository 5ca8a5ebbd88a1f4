// How well each entry answers (src/search/rank.rs does the same, in the same order of operations): BM25 by levels over
// words and neighbours; spellings that differ from what was typed weigh less.
import { unpack } from './codec.js'

const K1 = 2.5
const TITLES = 2 // levels of titles: short ones, longer ones
const PAIR = 2 // weight of neighbours
// Weight of a spelling: without the marks that were typed, or with others; with marks where only other words were typed with
// some, or none was.
const PLAIN = 0.5, OTHER = 0.3, SOME = 0.6, NONE = 0.97
// Weight of longer words than the last: where it is none, where it is one, and where it and the word before are neighbours too,
// in more entries than a few.
const LONGER = 0.8, AFTER = 0.4, BESIDE = 0.1, FEW = 4
const LIKELY = 0.5 // least weight of a reading in a title, where no marks were typed

// A function that ranks n entries; its arrays are made once and used again.
export const ranker = (n, levels) => {
  const worth = levels.map(x => (x * (K1 + 1)) / (x + K1))
  const score = new Float64Array(n), best = new Float64Array(n) // best of what is being gathered
  const seen = new Uint8Array(n) // 1: met in it, 3: as it was typed
  const cover = new Uint8Array(n), close = new Uint8Array(n) // required words met, and as they were typed
  let touched = [], anyMarked

  // Takes what an index says of a key in all its spellings; whether any is as typed.
  const meet = ({ key, df, forms }, words, factor, open) => {
    const keys = key.split(' '), met = Math.min(df, n)
    const idf = Math.max(1e-4, Math.round(Math.log(1 + (n - met + 0.5) / (met + 0.5)) * 1e4) / 1e4)
    // How much of the postings, or of those of titles, a spelling has.
    const share = (wanted, lists) => {
      let own = 0, all = 0
      for (const [form, ids] of forms) {
        const size = ids.split('|', lists).join('').length
        all += size
        if (form == wanted) own += size
      }
      return own / all || 0
    }
    let any
    for (const [form, ids, from] of forms) {
      const parts = (form || key).split(' ')
      let weight = 1, typed = 3
      words.forEach(({ exact, marked }, at) => {
        const part = parts[at] || '', same = part == exact || (open && !words[at + 1] && part.startsWith(exact))
        const own = same ? 1 : marked ? (part == keys[at] ? PLAIN : OTHER) : anyMarked ? SOME : NONE
        weight *= own
        if (own < PLAIN) typed = 1
      })
      // Without any mark the likeliest reading is meant; titles are less sure, and a title that has no marks is meant.
      let title = weight
      if (!anyMarked && words[1] && !open) {
        weight *= share(form)
        title *= Math.max(share(form), share(form, TITLES), LIKELY)
      }
      if (!anyMarked && !form) title = 1
      any ||= typed > 1
      unpack(ids, (id, level) => {
        const d = id + from, value = factor * idf * (level < TITLES ? title : weight) * worth[level]
        if (!(d < n && value >= 0)) return
        if (!seen[d]) touched.push(d)
        seen[d] |= typed
        best[d] = Math.max(best[d], value)
      })
    }
    return any
  }

  // The best of a term and of those that begin with it goes to the score.
  const gather = (weight, own, words, longer, part) => {
    const total = longer.reduce((sum, { df }) => sum + df, 0)
    let any = own && meet(own, words, 1)
    for (const term of longer) any = meet(term, words, (own?.df > FEW ? BESIDE : part) * Math.sqrt(term.df / total), true) || any
    for (const d of touched) {
      score[d] += weight * best[d]
      best[d] = 0
    }
    return any
  }

  // Ends a word that was gathered.
  const count = required => {
    for (const d of touched) {
      cover[d] += required
      close[d] += required && seen[d] > 1
      seen[d] = 0
    }
    touched = []
  }

  // Ranks by words, with terms from find(key) and extend(prefixes). `answers` says which entries have all words.
  return ({ words, find, extend }, open) => {
    for (const array of [score, cover, close]) array.fill(0)
    anyMarked = words.some(word => word.marked)
    const missing = []
    let need = 0, strict = anyMarked, weak
    words.forEach((word, at) => {
      const { folded, raw } = word, last = open && !words[at + 1], before = words[at - 1], start = before?.folded + ' '
      const own = find(folded), pair = before && find(start + folded)
      const more = last && !(before && own) ? extend(folded, raw) : [], pairs = last && before ? extend(start + folded, start + raw) : []
      const together = pair || pairs[0]
      weak = before && !together && (/^vi/.test(word.lang) || ![before, word].some(({ folded }) => find(folded)?.little))
      if (!own && !more[0] && !pairs[0]) return missing.push(at)
      // Who has the last word only as the beginning of a longer one, after the word before, has it as well.
      const closer = gather(PAIR, pair, [before, word], pairs, own?.df > FEW ? AFTER : LONGER), near = gather(1, own, [word], more, LONGER)
      strict &&= together ? closer : near
      const required = !own?.common
      need += required
      count(required)
    })
    // Other marks than those typed are answers only where nothing has those.
    strict &&= score.some((value, d) => value && close[d] >= need)
    const answers = d => !missing.length && score[d] && (strict ? close : cover)[d] >= need
    return { score, cover, need, missing, strict, weak, answers }
  }
}
