// Chance that is the same on every machine: a small generator seeded by a text.

/** A source of chance seeded by `text`: `below(n)`, `pick(list)`, `zipf(list)` and `shuffled(list)`. */
export function chance(text) {
  let state = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) state = Math.imul(state ^ byte, 0x01000193)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000
  }
  const below = end => Math.floor(next() * end)
  const pick = list => list[below(list.length)]
  // The word of rank r comes with a weight of about 1 / r, as words do in texts.
  const zipf = list => list[Math.min(list.length - 1, Math.floor(list.length ** next()) - 1)]
  const shuffled = list => {
    const left = [...list]
    for (let at = left.length - 1; at > 0; at--) {
      const other = below(at + 1)
      ;[left[at], left[other]] = [left[other], left[at]]
    }
    return left
  }
  return { below, pick, zipf, shuffled }
}
