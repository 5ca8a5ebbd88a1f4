// Packed ids (src/search/codec.rs; tests/search/codec.json holds both to it), and names of shards.

// Calls found(id, list) for each id: gaps less one in 90 characters, lists parted by |.
export const unpack = (text, found) => {
  let list = 0, id = -1, at = 0
  const digit = () => {
    const c = text.charCodeAt(at++)
    return c - 33 - (c > 34) - (c > 92) - (c > 124)
  }
  while (at < text.length) {
    if (text[at] == '|') {
      list++
      at++
      id = -1
      continue
    }
    let value = digit()
    if (value > 63) value = value < 89 ? 64 + (value - 64) * 90 + digit() : 2314 + digit() * 90 + digit()
    found(id += value + 1, list)
  }
}

// UTF-8 in hexadecimal, which sorts as bytes do.
export const hex = text => [...new TextEncoder().encode(text)].map(byte => (byte + 256).toString(16).slice(1)).join('')

// The place of the last bound that is not above the key; bounds and key in hexadecimal.
export const place = (bounds, key) => Math.max(0, bounds.findLastIndex(bound => bound <= key))
