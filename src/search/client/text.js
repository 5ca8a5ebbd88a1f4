// What search compares, in the browser: the same words, keys and exact forms as the index has
// (src/text/search; tests/search/vectors.json holds both to the same bytes).

export const SIGNS = '\u0300\u0301\u0309\u0303\u0323' // huyền, sắc, hỏi, ngã, nặng
const TONES = RegExp(`[${SIGNS}]`, 'g')
const SKIPPED = "['’‘ʼ\\xad\\u200b-\\u200d\\ufeff]"
const HAN = '[\u3400-\u4dbf\u4e00-\u9fff]'
const LETTER = `(?:(?!ʼ|${HAN})[\\p{Alpha}\\p{N}\u0300-\u036f\u0e47-\u0e4e\u0eba\u0ec8-\u0ece])`
const WORD = RegExp(`${HAN}|${LETTER}+(?:${SKIPPED}+${LETTER}+)*`, 'gu')
const SKIP = RegExp(SKIPPED, 'g')
const LATIN = { đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ø: 'o', ł: 'l', ı: 'i', '²': 2, '³': 3 }

// Lower case in NFC; Ð and ð count as đ.
const lower = text => text.replace(SKIP, '').toLowerCase().replace(/[ðɖ]/g, 'đ').replace(/ς/g, 'σ').normalize()

// Without marks: Latin letters become ASCII, other scripts stay.
export const fold = text =>
  lower(text).normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đßæœþøłı²³]/g, c => LATIN[c]).normalize()

// Whether a folded word could be a Vietnamese syllable: onset, vowels, final consonant; or onset and vowels that end it.
const SHAPE = RegExp(
  '^(ngh?|[cgkpt]h|nh|tr|gi|q(?=u)|[bcdghklmnprstvx])?' +
    '((a|o?e|i|oa?|u[aeo]?|uye?|ie|ye?)(ch|n[gh]?|[ckmpt])?|([ou]?[ae]|uy?|ie?|ye)[iouy]|u?oi|uou|u?[iy]a)$',
)
export const isVietnamese = folded => SHAPE.test(folded)

// A syllable with its tone mark where the older style has it (hòa, thủy, quý); undefined without a vowel.
const VOWEL = '[aăâeêioôơuưy]'
const RHYME = RegExp(`^(qu(?=${VOWEL})|gi(?=${VOWEL})|.*?)(${VOWEL}+)(.*)`)
export const place = (letters, tone) => {
  const [, onset, vowels, coda] = RHYME.exec(letters) || []
  if (!vowels) return
  const marked = vowels.search(/[ăâêôơư][^ăâêôơư]*$/)
  const at = onset.length + (marked < 0 ? Math.max(vowels.length - (coda ? 1 : 2), 0) : marked) + 1
  return (letters.slice(0, at) + tone + letters.slice(at)).normalize()
}

// The exact form: hoà, tòan and qúy become hòa, toàn and quý; anything but a syllable stays as it is.
const spell = (word, folded, last) => {
  const letters = word.normalize('NFD')
  const tones = letters.match(TONES) || []
  if (!isVietnamese(folded) || tones[1]) return word
  let plain = letters.replace(TONES, '').normalize()
  if (last) plain = plain.slice(0, -1) + last
  return tones[0] ? place(plain, tones[0]) || word : plain
}

// English plurals, by the S-stemmer.
const stem = word =>
  [...word].length < 4 ? word
  : /([cs]h|ss|x)es$/.test(word) ? word.slice(0, -2)
  : /[^ae]ies$/.test(word) ? word.slice(0, -3) + 'y'
  : word.replace(/([^us])s$/, '$1')

// The tokens of text.normalize() in order: { folded, exact, start, end }. The index has numbers and names of several parts
// (18/2018/QĐ-UBND, Wi-Fi) as one key too; what is typed is found by the parts.
const cut = key => [...key].slice(0, 32).join('')
export const tokens = (text, lang) => {
  text = text.normalize()
  const vi = /^vi(-|$)/.test(lang), en = /^en(-|$)/.test(lang), found = []
  for (const { 0: run, index: start } of text.matchAll(WORD)) {
    const own = run.replace(/['’‘ʼ]s$/i, ''), word = en ? stem(lower(own)) : lower(own)
    let folded = fold(word)
    if (!folded) continue
    // i and y are spellings of one sound: kỹ and kĩ, quý and quí.
    const swap = vi && (/^[hklmst]y$/.test(folded) ? 'i' : folded == 'qui' && 'y')
    const exact = spell(word, folded, swap)
    if (swap) folded = folded.slice(0, -1) + swap
    found.push({ start, end: start + own.length, folded: cut(folded), exact: cut(exact) })
  }
  return found
}
