// What was found, in texts that are shown: the original letters, marked. No HTML is made here.
import { tokens } from './text.js'

// Which of the words a token is; -1 for none.
export const match = (token, words) =>
  words.findIndex(({ folded, exact, raw, marked, open }) => {
    const begins = (key, start) => key == start || (open && start[1] && key.startsWith(start))
    const same = token.folded == folded || begins(token.folded, raw)
    return same && (!marked || begins(token.exact, exact) || token.exact == token.folded)
  })

// [[text, isMatch], ..], together the text in NFC. `words` are a result's tokens.
export const mark = (text, words) => {
  const out = []
  let at = 0
  text = text.normalize()
  for (const token of tokens(text, words[0]?.lang)) {
    if (match(token, words) < 0) continue
    const last = out.at(-1), gap = text.slice(at, token.start)
    if (last && gap == ' ') last[0] += text.slice(at, token.end)
    else out.push([gap, false], [text.slice(token.start, token.end), true])
    at = token.end
  }
  return [...out, [text.slice(at), false]].filter(([piece]) => piece)
}
