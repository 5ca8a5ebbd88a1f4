// What else may have been meant (src/search/spelling.rs does the same): Vietnamese typed without input method, and neighbouring
// words that are one slip away from a phrase.
import { fold } from './text.js'
import { decode } from './typing.js'

const LONGEST = 5, MOST = 8 // words of a phrase, and of a query that is mended

// Whether two strings differ by one letter more, less or other, or by two that changed places.
const near = (a, b) => {
  if (Math.abs(a.length - b.length) > 1) return
  let i = 0, j = 0
  while (i < a.length && a[i] == b[i]) i++
  while (j < a.length - i && j < b.length - i && a.at(-1 - j) == b.at(-1 - j)) j++
  const x = a.slice(i, a.length - j), y = b.slice(i, b.length - j)
  return x[1] || y[1] ? !x[2] && !y[2] && x[0] == y[1] && x[1] == y[0] : x != y
}

// The query with one slip mended; undefined where no phrase is near. Long phrases go before short ones, then frequent ones;
// a single word is mended only where it is missing from the index.
const mend = (text, { tokens, missing }, file) => {
  const { p, n } = JSON.parse(file), phrases = fold(p.join('\n')).split('\n').map((folded, i) => [folded, p[i], n[i]])
  for (let size = tokens[MOST] ? 0 : Math.min(LONGEST, tokens.length); size; size--) {
    const words = ([folded, written, count]) => folded.split(' ').map((word, i) => [word, written.split(' ')[i], count])
    const known = size > 1 ? phrases : [...phrases, ...phrases.flatMap(words)]
    let most = 0, mended
    for (let at = 0; at + size <= tokens.length; at++) {
      const end = at + size, key = tokens.slice(at, end).map(({ raw }) => raw).join(' ')
      const suspect = missing[0] == undefined ? size > 1 : missing.some(i => i >= at && i < end)
      if (!suspect || !key[2] || known.some(([folded]) => folded == key)) continue
      for (const [folded, written, count] of known)
        if (count > most && near(key, folded)) {
          most = count
          mended = text.slice(0, tokens[at].start) + written + text.slice(tokens[end - 1].end)
        }
    }
    if (mended) return mended
  }
}

// Other queries to try, the likelier first. What the index has as it was typed is taken for Telex only if nothing else helps.
export async function* others(text, found, file) {
  const decoded = wanted => {
    let out = '', end = 0
    found.tokens.forEach((word, at) => {
      const meant = wanted(at) && !word.marked && /^vi/.test(word.lang) && decode(word.folded)
      if (meant) {
        out += text.slice(end, word.start) + meant
        end = word.end
      }
    })
    return end ? out + text.slice(end) : ''
  }
  const tries = [decoded(at => found.missing.includes(at)), !found.all && decoded(() => true)]
  yield* new Set(tries.filter(query => query))
  const mended = !(found.all && found.missing.length) && mend(text, found, await file())
  if (mended) yield mended
}
