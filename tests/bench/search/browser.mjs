// What a reader meets in Chromium: memory after 25 queries, and the time from focus to the tenth card on a slow line.
//
//   node tests/bench/search/browser.mjs --site BUILT --pagefind STAGED [--lang vi] [--runs 9] [--json FILE]
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '../../browser/node_modules/playwright-core/index.mjs'
import { ask, client } from './hoaban.mjs'
import { serve } from './host.mjs'
import { sample } from './sample.mjs'

const MEMORY_QUERIES = 25
const LINE = { offline: false, latency: 300, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 }
const FLAGS = ['--ignore-certificate-errors', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-dev-shm-usage', '--enable-blink-features=ForceEagerMeasureMemory']

const median = values => [...values].sort((a, b) => a - b)[values.length >> 1]

const QUIET = 400 // milliseconds without a change on the page: the results are there

/** The default interface of Pagefind with ten results and the rest between keys that hoaban has. */
const pagefindPage = (lang, noWorker) => `<!doctype html><html lang="${lang}"><title>-</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/pagefind/pagefind-ui.css">
<script src="/pagefind/pagefind-ui.js"></script><div id="search"></div>
<script>new PagefindUI({ element: '#search', pageSize: 10, debounceTimeoutMs: 150, showImages: false, showSubResults: false, noWorker: ${noWorker} })</script>`

/** Where each side is used: the page, the same page for the slow line (CDP slows the page down, not its workers), the field and a result. */
const SIDES = {
  hoaban: { address: lang => `/${lang}/search/`, slow: lang => `/${lang}/search/`, input: 'form[data-state] input[name=q]', card: '[data-part=list] > * a[href]' },
  pagefind: { address: () => '/ui/', slow: () => '/slow/', input: '.pagefind-ui__search-input', card: '.pagefind-ui__result-link' },
}

/** Bytes that the page with its workers holds on to, before the first search and after the last. */
async function memory(browser, origin, side, lang, queries) {
  const context = await browser.newContext({ ignoreHTTPSErrors: true })
  const page = await context.newPage()
  await page.goto(origin + side.address(lang), { waitUntil: 'load' })
  await page.waitForSelector(side.input)
  const result = await page.evaluate(async ([input, queries, QUIET]) => {
    const used = async () => (await performance.measureUserAgentSpecificMemory()).bytes
    const settled = () => new Promise(resolve => {
      let timer = setTimeout(done, 5000)
      const observer = new MutationObserver(() => {
        clearTimeout(timer)
        timer = setTimeout(done, QUIET)
      })
      observer.observe(document, { childList: true, subtree: true, characterData: true })
      function done() {
        observer.disconnect()
        resolve()
      }
    })
    const before = await used(), field = document.querySelector(input)
    field.focus()
    for (const query of queries) {
      field.value = query
      field.dispatchEvent(new Event('input', { bubbles: true }))
      await settled()
    }
    return { before, after: await used() }
  }, [side.input, queries, QUIET])
  await context.close()
  return { ...result, grown: result.after - result.before }
}

/** Milliseconds from the focus, with the query pasted at once, until the tenth card is there; the page itself is loaded. */
async function time(browser, origin, side, lang, query) {
  const context = await browser.newContext({ ignoreHTTPSErrors: true })
  const page = await context.newPage()
  await page.goto(origin + side.slow(lang), { waitUntil: 'load' })
  await page.waitForSelector(side.input)
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', LINE)
  const taken = await page.evaluate(([input, card, query]) => new Promise((resolve, reject) => {
    const field = document.querySelector(input)
    const start = performance.now()
    const look = () => {
      if (document.querySelectorAll(card).length < 10) return
      observer.disconnect()
      resolve(performance.now() - start)
    }
    const observer = new MutationObserver(look)
    observer.observe(document, { childList: true, subtree: true })
    setTimeout(() => reject(Error(`no ten cards for ${query}`)), 60_000)
    field.focus()
    field.value = query
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }), [side.input, side.card, query])
  await context.close()
  return taken
}

async function main() {
  const { values } = parseArgs({ options: {
    site: { type: 'string' }, pagefind: { type: 'string' }, lang: { type: 'string', default: 'vi' }, runs: { type: 'string', default: '9' }, json: { type: 'string' },
  } })
  const { lang } = values, site = resolve(values.site)
  const own = client(site, lang).search
  const queries = []
  for (const query of sample(site, lang, 200, 2, 3)) {
    if (queries.length < MEMORY_QUERIES && (await ask(own, query)).ids.length === 10) queries.push(query)
  }
  const isolated = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' }
  const roots = { hoaban: site, ...(values.pagefind && { pagefind: resolve(values.pagefind) }) }
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS })
  const result = {}
  console.log('| engine | memory before, MB | after 25 queries | grown by | focus to tenth card, s: median (least-most) |\n|---|---:|---:|---:|---|')
  for (const [name, root] of Object.entries(roots)) {
    const host = await serve(root, { extra: { '/slow/': pagefindPage(lang, true), '/ui/': pagefindPage(lang, false) }, headers: isolated, secure: true })
    const held = await memory(browser, host.origin, SIDES[name], lang, queries)
    const times = []
    for (const query of queries.slice(0, Number(values.runs))) times.push(await time(browser, host.origin, SIDES[name], lang, query))
    await host.close()
    result[name] = { memory: held, times }
    const mb = bytes => (bytes / 1e6).toFixed(1), s = ms => (ms / 1000).toFixed(2)
    console.log(`| ${name} | ${mb(held.before)} | ${mb(held.after)} | ${mb(held.grown)} | ${s(median(times))} (${s(Math.min(...times))}-${s(Math.max(...times))}) |`)
  }
  await browser.close()
  console.log(`\n${JSON.stringify(result)}`)
  if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 1)}\n`)
}

await main()
