// Narrowing by facets (src/search/facets.rs does the same).
import { unpack } from './codec.js'

// Keeps the ids that pass the filters (any value of a facet, all facets), and counts what each value has under the other filters.
export const narrow = (facets, found, filters, { n, segments }, lang) => {
  const failed = new Uint8Array(n), by = new Uint8Array(n), { ids } = found
  const label = of => of.label[lang] ?? of.id
  const members = value => {
    const has = new Uint8Array(n)
    unpack(value.ids, (id, s) => (has[id + segments[s]?.from] = 1))
    return has
  }
  facets.forEach(({ id, values }, at) => {
    if (!filters[id]?.[0]) return
    const chosen = values.filter(value => filters[id].includes(value.id)).map(members)
    for (const d of ids)
      if (!chosen.some(has => has[d])) {
        failed[d]++
        by[d] = at
      }
  })
  const count = (value, at) => {
    const has = members(value)
    return { id: value.id, label: label(value), n: ids.filter(d => has[d] && (!failed[d] || (failed[d] == 1 && by[d] == at))).length }
  }
  found.counts = facets.map((facet, at) => ({ id: facet.id, label: label(facet), values: facet.values.map(value => count(value, at)) }))
  found.ids = ids.filter(d => !failed[d])
}
