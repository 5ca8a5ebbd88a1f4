// Filters that a reader may set: a list of boxes for each facet, with numbers. Boxes stay, so that the focus does.

const child = (into, tag, text) => {
  const made = into.appendChild(document.createElement(tag))
  if (text != undefined) made.textContent = text
  return made
}

// Shows `counts` (of a search's answer) in a node; values in `params` are chosen.
export const refine = (into, counts, params) => {
  const rows = (into.rows ??= {})
  for (const { id, label, values } of counts) {
    let set = rows[id]
    if (!set) {
      set = rows[id] = child(into, 'fieldset')
      child(set, 'legend', label)
    }
    set.hidden = true
    for (const value of values) {
      let row = rows[id + ' ' + value.id]
      if (!row) {
        row = rows[id + ' ' + value.id] = child(set, 'label')
        Object.assign(child(row, 'input'), { type: 'checkbox', name: id, value: value.id })
        child(row, 'span', value.label)
        child(row, 'small')
      }
      const chosen = params.getAll(id).includes(value.id)
      row.firstChild.checked = chosen
      row.lastChild.textContent = value.n
      row.hidden = !value.n && !chosen
      set.hidden &&= row.hidden
    }
  }
}
