// hoaban's client over the files of a built portal, asked as the search page asks it.
import { ask, client } from '../../../bench/search/hoaban.mjs'
import { keyOfAddress } from '../site.mjs'

/** `search(query, lang)` over the portal built in `site`; `full` gives the whole answer. */
export async function hoaban({ site }) {
  const clients = {}
  const full = async (query, lang) => {
    const found = await ask((clients[lang] ??= client(site, lang)).search, query)
    return { ...found, keys: found.cards.map(({ u }) => keyOfAddress(u)) }
  }
  return { full, search: async (query, lang) => (await full(query, lang)).keys, async close() {} }
}
