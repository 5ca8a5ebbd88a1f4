// The ways of typing one query. A way that changes nothing about a query is left out for it.
import { chance } from './random.mjs'

const TELEX_TONES = { '\u0300': 'f', '\u0301': 's', '\u0309': 'r', '\u0303': 'x', '\u0323': 'j' }
const TELEX_LETTERS = { ă: 'aw', â: 'aa', ê: 'ee', ô: 'oo', ơ: 'ow', ư: 'uw', đ: 'dd', Ă: 'Aw', Â: 'Aa', Ê: 'Ee', Ô: 'Oo', Ơ: 'Ow', Ư: 'Uw', Đ: 'Dd' }
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/

/** Without marks, letters otherwise as they are: Điện gives Dien. */
export const unmarked = text => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')

/** The keys struck for a syllable while the input method is off: đường gives dduwowngf. */
export function telex(syllable) {
  const letters = syllable.normalize('NFD')
  const tone = TONE.exec(letters)?.[0]
  const keys = [...letters.replace(TONE, '').normalize('NFC')].map(letter => TELEX_LETTERS[letter] ?? letter).join('')
  const struck = keys + (tone ? TELEX_TONES[tone] : '')
  return syllable.length > 1 && syllable === syllable.toUpperCase() ? struck.toUpperCase() : struck
}

const swap = (text, from, to) => {
  const at = from.indexOf(text)
  return at < 0 ? text : to[at]
}
const OLD = 'òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy'.split(' ')
const NEW = 'oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ'.split(' ')

/** The tone where the older or the newer style puts it: hòa, hoà. Only where the vowels end the syllable. */
const placed = (text, from, to) => text.replace(/(?<![qQ])(?:[oòóỏõọ][aàáảãạeèéẻẽẹ]|[uùúủũụ][yỳýỷỹỵ])(?!\p{L})/gu, vowels => swap(vowels, from, to))

const NEIGHBOURS = Object.fromEntries('qwertyuiop asdfghjkl zxcvbnm'.split(' ').flatMap(row => [...row].map((key, at) => [key, row[at + 1] ?? row[at - 1]])))

/** One slip of the fingers in the longest words: a key beside, a key left out, struck twice, or two keys in the wrong order. */
export function typo(text, dice) {
  const words = [...text.matchAll(/\p{L}{3,}/gu)]
  if (!words.length) return text
  const { 0: word, index } = dice.pick(words)
  const at = 1 + dice.below(word.length - 2)
  const [before, key, after] = [word.slice(0, at), word[at], word.slice(at + 1)]
  const beside = NEIGHBOURS[unmarked(key).toLowerCase()] ?? 'n'
  const slips = [before + beside + after, before + after, before + key + key + after, before + after[0] + key + after.slice(1)]
  return text.slice(0, index) + (dice.pick(slips.filter(slip => slip !== word)) ?? word) + text.slice(index + word.length)
}

const ONE_TELEX = (text, dice) => {
  const syllables = [...text.matchAll(/\p{L}+/gu)].filter(([word]) => telex(word) !== word)
  if (!syllables.length) return text
  const { 0: word, index } = dice.pick(syllables)
  return text.slice(0, index) + telex(word) + text.slice(index + word.length)
}

/** Names of the ways, in the order of the tables. */
export const WAYS = {
  marked: text => text,
  unmarked,
  nfd: text => text.normalize('NFD'),
  telex: ONE_TELEX,
  typo,
  'old tones': text => placed(text, NEW, OLD),
  'new tones': text => placed(text, OLD, NEW),
}

/** `[way, text]` of a query as typed, the marked one first. */
export function typed({ query, kind, lang }) {
  return Object.entries(WAYS)
    .filter(([way]) => !(way === 'typo' && kind === 'number') && !(way === 'telex' && lang !== 'vi'))
    .map(([way, change]) => [way, change(query, chance(`${way}/${query}`))])
    .filter(([way, text]) => way === 'marked' || text !== query)
}
