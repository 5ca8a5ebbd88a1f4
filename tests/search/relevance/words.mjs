// Words of a text for labels and variants. Apart from the program's own rules on purpose: labels must not follow from what they test.

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g

/** A word with its tone at the end, so that hòa and hoà are one. */
const exact = word => {
  const letters = word.normalize('NFD')
  return letters.replace(TONE, '').normalize('NFC') + (letters.match(TONE) ?? []).join('')
}

/** A text without marks, in lower case. */
export const plain = text => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')

/** The words of a text in lower case; without marks where `folded`. */
export const words = (text, folded = false) =>
  (text.normalize('NFC').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(folded ? plain : exact)

/** Whether `part` stands in `all`, word after word. */
export const contains = (all, part) => all.some((_, at) => part.every((word, next) => all[at + next] === word))
