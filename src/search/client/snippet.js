// Where a long text has what was asked.
import { mark, match } from './marks.js'
import { tokens } from './text.js'

const WORDS = 32, BEFORE = 6 // of a snippet, and of them before the first match

// The place of a text that has most of the words, as `mark` gives it.
export const snippet = (text, words) => {
  text = text.normalize().replace(/\s+/g, ' ')
  const found = tokens(text, words[0]?.lang), hits = found.map(token => match(token, words))
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
