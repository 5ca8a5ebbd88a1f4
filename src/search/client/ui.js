// What readers see of the search: a form comes to life. Words and shapes are the theme's; this fills its parts.
// In: a form (README of the theme: "Search"), and its parent with the parts [data-part]. The engine answers; nothing is ever
// parsed as HTML. The search page (data-state) keeps what was asked in its address; a panel shows a few results only.
import { Search, mark, more } from './engine.js'

// What more.js takes from here.
export { unpack } from './codec.js'
export { mark, match } from './marks.js'
export { SIGNS, fold, isVietnamese, place, tokens } from './text.js'

// Milliseconds without a key: before a search, and while a word is being composed, which keyboards of Android always do.
const REST = 150, PAUSE = 900
const OWN = /^(q|sort|page|exact)$/ // parameters of the address; all others are facets

const matches = ([, match]) => match

// Puts text into a node; `pieces` are [text, isMatch]. True where something matches.
const write = (into, pieces) => {
  into.textContent = ''
  for (const [text, match] of pieces) (match ? into.appendChild(document.createElement('mark')) : into).append(text)
  return pieces.some(matches)
}

// Makes a form search as one types. `manifest` is a promise of the index's manifest.
export const mount = (form, manifest) => {
  const { state, size, date, lite, twins } = form.dataset, input = form.q, root = form.parentNode
  const lang = document.documentElement.lang
  const part = {}
  for (const each of root.querySelectorAll('[data-part]')) part[each.dataset.part] = each
  const { area, list, sort, facets, count, error } = part
  let params = new URLSearchParams()
  let engine, timer
  let turn = 0
  let kept // the address stands for something that the reader can go back to

  // "2024-05-07" as the portal writes dates; the pattern is strftime's.
  const day = iso => {
    const [Y, m, d] = iso.split('-'), B = new Date(iso).toLocaleString(lang, { month: 'long', timeZone: 'UTC' })
    return date.replace(/%-?(.)/g, (_, field) => ({ Y, B, m: +m, d: +d })[field])
  }

  const result = (card, tokens, foreign) => {
    const item = root.querySelector('template').content.firstElementChild.cloneNode(true)
    const [link, text, time, where, picture] = ['a', 'p', 'time', '.where', 'img'].map(name => item.querySelector(name))
    const asked = turn
    link.href = card.u
    write(link, mark(card.t, tokens))
    // The place in the page's text that was found, where its summary does not show why.
    if (!write(text, mark(card.s ?? '', tokens)) && state && twins && !lite)
      engine.quote(card, tokens).then(
        pieces => asked == turn && pieces.some(matches) && write(text, pieces),
        () => {},
      )
    if (card.l) link.lang = link.hreflang = text.lang = where.lang = card.l
    for (const badge of item.querySelectorAll('[data-in]')) badge.hidden = badge.dataset.in != (card.l ?? (foreign && '*'))
    if ((time.dateTime = card.d ?? '')) time.textContent = day(card.d)
    where.textContent = card.k ?? ''
    if (card.i && !lite) picture?.setAttribute('src', card.i)
    else picture?.parentNode.remove()
    return item
  }

  const show = async further => {
    const asked = ++turn, q = params.get('q'), page = params.get('page') || 1, filters = {}
    for (const key of params.keys()) if (!OWN.test(key)) filters[key] = params.getAll(key)
    const say = text => {
      count.textContent = text
      area.ariaBusy = false
    }
    if ((area.hidden = !q)) return say((list.textContent = ''))
    area.ariaBusy = true
    try {
      engine ??= new Search(form.dataset.base, lang.toLowerCase(), { manifest, lite })
      const { ids, total, fixed, relaxed, foreign, tokens, counts } = await engine.search(q, {
        filters,
        sort: params.get('sort'),
        prefix: true,
        fix: !params.has('exact'),
        counts: part.filters?.open,
        limit: size * page,
      })
      const cards = await engine.cards(ids)
      if (asked != turn) return
      list.replaceChildren(...cards.map((card, at) => result(card, tokens, foreign.has(ids[at]))))
      say(form.dataset[total ? (total > 1 ? 'many' : 'one') : 'none'].replace('{n}', total.toLocaleString(lang)).replace('{q}', () => q))
      error.hidden = true
      part.fixed.hidden = !fixed
      part.used.textContent = fixed
      part.typed.textContent = q
      part.relaxed.hidden = !relaxed
      part.hint.hidden = total
      part.more.hidden = ids.length >= total
      part.more.href = form.action + '?' + params
      if (further) list.children[size * page - size]?.querySelector('a').focus()
      if (state) part.tools.hidden = (part.clear.hidden = !Object.keys(filters)[0]) && !total
      if (counts) (await more()).refine(facets, counts, params)
    } catch (cause) {
      if (asked != turn) return
      engine = manifest = undefined
      say((list.textContent = ''))
      error.hidden = false
      part.why.textContent = part.why.dataset[cause.offline ? 'offline' : cause.stale ? 'stale' : 'server']
    }
  }

  // Shows what `params` ask for and keeps it in the address; `commit`: the reader can go back to it.
  const go = (commit, further) => {
    const query = params + '' && '?' + params
    clearTimeout(timer)
    if (state && query != location.search) history[commit || kept ? 'pushState' : 'replaceState'](0, '', location.pathname + query)
    kept = commit
    show(further)
  }

  const set = (name, value, further) => {
    params.set(name, value)
    go(true, further)
  }

  const typed = commit => {
    const q = input.value.trim()
    if (q != (params.get('q') ?? '')) {
      params = new URLSearchParams(q && params)
      params.delete('page')
      params.delete('exact')
      if (q) params.set('q', q)
      go()
    }
    if (commit) kept = true
  }

  const narrow = boxes => {
    params = new URLSearchParams({ q: params.get('q') })
    if (sort.selectedIndex) params.set('sort', sort.value)
    for (const { name, value } of boxes) params.append(name, value)
    go(true)
  }

  const restore = () => {
    params = new URLSearchParams(location.search)
    input.value = params.get('q') ?? ''
    sort.value = params.get('sort') ?? 'relevance'
    part.filters.open ||= [...params.keys()].some(key => !OWN.test(key))
    kept = params.has('q')
    show()
  }

  const rest = ({ isComposing }, wait = REST) => {
    const { length } = input.value.trim()
    clearTimeout(timer)
    if (length != 1) timer = setTimeout(typed, length && (isComposing ? PAUSE : wait))
  }

  input.oninput = rest
  input.addEventListener('compositionend', rest)
  part.retry.onclick = () => show()
  part.typed.onclick = () => set('exact', 1)
  root.onkeydown = event => {
    const stops = [input, ...list.querySelectorAll('a')], step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const next = !state && step && stops[stops.indexOf(document.activeElement) + step]
    if (event.key == 'Escape' && !event.isComposing) {
      input.value = ''
      typed()
      input.focus()
    } else if (next) next.focus()
    else return
    event.preventDefault()
  }
  if (state) {
    form.onsubmit = event => {
      event.preventDefault()
      typed(true)
    }
    addEventListener('popstate', restore)
    sort.onchange = facets.onchange = () => narrow(facets.querySelectorAll(':checked'))
    part.clear.onclick = () => narrow([])
    part.filters.ontoggle = () => part.filters.open && show()
    part.more.onclick = event => {
      event.preventDefault()
      set('page', (+params.get('page') || 1) + 1, true)
    }
    if (input.value.trim() == (new URLSearchParams(location.search).get('q') ?? '')) return restore()
  } else {
    root.addEventListener('focusout', ({ relatedTarget }) => {
      area.hidden ||= !root.contains(relatedTarget)
    })
    input.onfocus = () => {
      area.hidden = !params.has('q')
    }
  }
  rest({}, 0) // what came while this was loading has rested
}
