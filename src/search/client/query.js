// What somebody typed, as words to be looked for (src/search/query.rs does the same).
import { fold, isVietnamese, tokens } from './text.js'

const MOST_UNITS = 1000, MOST_WORDS = 32

// The words of a query. `raw` is the key before i and y are levelled and plurals cut: what longer words begin with.
export const parse = (query, lang) => {
  const text = query.slice(0, MOST_UNITS).normalize()
  const word = token => ({ ...token, lang, marked: token.folded != token.exact, raw: fold(text.slice(token.start, token.end)) })
  return { lang, text, words: tokens(text, lang).slice(0, MOST_WORDS).map(word) }
}

// Whether all words could be Vietnamese; undefined where there are only numbers.
export const looksVietnamese = words => {
  const named = words.filter(({ folded }) => /\D/.test(folded))
  return named[0] && named.every(({ folded }) => isVietnamese(folded))
}

// Keys of all words and of all neighbours, the last word may be the beginning of another.
export const keys = words => {
  const found = []
  let before = []
  words.forEach(({ folded, raw }, at) => {
    const own = words[at + 1] ? [folded] : [folded, raw]
    for (const key of own) found.push(key, ...before.map(first => first + ' ' + key))
    before = own
  })
  return found
}
