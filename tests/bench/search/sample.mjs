// Queries out of the pages themselves: words that stand side by side, half of them in titles, a quarter each in summaries and texts.
import { chance } from '../../search/relevance/random.mjs'
import { documents } from '../../search/relevance/site.mjs'

const PARTS = ['title', 'title', 'summary', 'text']

/** Runs of words between marks of punctuation. */
const runs = text => text.split(/[^\p{L}\p{M}\s]+/u).map(run => run.trim().split(/\s+/).filter(Boolean))

/** `number` queries of `least` to `most` words in `lang` over the document pages of `site`; always the same. */
export function sample(site, lang, number, least, most) {
  const dice = chance(`queries/${lang}/${least}/${most}`)
  const pages = [...documents(site)].filter(page => page.lang === lang)
  const found = new Set()
  for (let tries = 0; found.size < number && tries < number * 50; tries++) {
    const length = least + dice.below(most - least + 1)
    const long = runs(dice.pick(pages)[dice.pick(PARTS)]).filter(run => run.length >= length)
    if (!long.length) continue
    const run = dice.pick(long)
    const start = dice.below(run.length - length + 1)
    found.add(run.slice(start, start + length).join(' '))
  }
  return [...found]
}
