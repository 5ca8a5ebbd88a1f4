// Vietnamese typed while the input method was off (src/text/search/typing.rs does the same).
import { SIGNS, fold, isVietnamese, place } from './text.js'

const HATS = { a: 'â', e: 'ê', o: 'ô' }
const HORNS = [[/^uo$/, 'uơ'], [/^uo/, 'ươ'], [/^u(?=a)/, 'ư'], [/a/, 'ă'], [/o/, 'ơ'], [/u/, 'ư']]

// The syllable that may be meant by Telex (dduwowngf) or VNI (d9u7o7ng2), undefined where there is none. English words
// decode as well (bus): ask the index for the word as typed first.
export const decode = word => {
  const [, bar, head, keys] = /^(?=[a-z\d]{2,11}$)(?:(d[d9])|([^aeiouy\d]*))([aeiouy].*)$/.exec(word) || []
  if (!keys || isVietnamese(word)) return
  let onset = bar ? 'đ' : head, signs = ''
  let rhyme = keys.replace(/[fsrxjw\d]/g, key => ((signs += key), '')).replace(/aa|ee|oo/g, ([letter]) => HATS[letter])
  const key = signs.replace(/[w6-9]/g, ''), tone = key && SIGNS['fsrxj21345'.indexOf(key) % 5]
  if (key[1] || key == '0') return
  if (/9/.test(signs)) {
    if (head != 'd') return
    onset = 'đ'
  }
  if (/6/.test(signs)) rhyme = rhyme.replace(/[aeo](?=[^aeo]*$)/, letter => HATS[letter])
  if (/[w78]/.test(signs)) {
    const glide = /^(q|gi[aeiouy])/.test(onset + rhyme) ? 1 : 0, vowels = rhyme.slice(glide)
    const found = HORNS.find(([plain]) => plain.test(vowels))
    if (!found) return
    rhyme = rhyme.slice(0, glide) + vowels.replace(...found)
  }
  const whole = onset + rhyme, stopped = /([ckpt]|ch)$/.test(rhyme) && tone != SIGNS[1] && tone != SIGNS[4]
  if (!stopped && !/[ăâ]$/.test(rhyme) && (whole[1] || /w/.test(signs)) && isVietnamese(fold(whole))) return place(whole, tone)
}
