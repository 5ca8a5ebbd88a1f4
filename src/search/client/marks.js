// What was found, in texts that are shown: the original letters, marked. No HTML is made here.
import { tokens } from './text.js'

const WORDS = 32, BEFORE = 6 // of a snippet, and of them before the first match

// Which of the words a token is; -1 for none.
const match = (token, words) =>
  words.findIndex(({ folded, exact, raw, marked, open }) => {
    const begins = (key, start) => key == start || (open && start[1] && key.startsWith(start))
    const same = token.folded == folded || begins(token.folded, raw)
    return same && (!marked || begins(token.exact, exact) || token.exact == token.folded)
  })

const parts = (text, words) => tokens(text, words[0]?.lang).filter(token => token.parts == 1)

// [[text, isMatch], ..], together the text in NFC. `words` are a result's tokens.
export const mark = (text, words) => {
  const out = []
  let at = 0
  text = text.normalize()
  for (const token of parts(text, words)) {
    if (match(token, words) < 0) continue
    const last = out.at(-1), gap = text.slice(at, token.start)
    if (last && gap == ' ') last[0] += text.slice(at, token.end)
    else out.push([gap, false], [text.slice(token.start, token.end), true])
    at = token.end
  }
  return [...out, [text.slice(at), false]].filter(([piece]) => piece)
}

// The same for the place of a long text that has most of the words.
export const snippet = (text, words) => {
  text = text.normalize().replace(/\s+/g, ' ')
  const found = parts(text, words), hits = found.map(token => match(token, words))
  let most = 0, start = 0
  hits.forEach((hit, at) => {
    if (hit < 0) return
    const close = hits.slice(at, at + WORDS - BEFORE).filter(hit => hit >= 0), value = new Set(close).size * WORDS + close.length
    if (value > most) [most, start] = [value, Math.max(0, at - BEFORE)]
  })
  const first = found[start]?.start, end = found[start + WORDS]?.start
  const shown = (start ? '… ' : '') + text.slice(start ? first : 0, end).trim() + (end ? ' …' : '')
  return mark(shown, words)
}
