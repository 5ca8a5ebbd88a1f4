// The documents of a built portal as the peers get them: their HTML pages, without lists, archives and other pages of the frame.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'", nbsp: ' ' }
const text = html => html.replace(/<[^>]*>/g, ' ').replace(/&(#?\w+);/g, (all, name) => ENTITIES[name] ?? all).replace(/\s+/g, ' ').trim()

/** The key of an address in labels: without host, language and slashes. */
export const keyOfAddress = address => new URL(address, 'http://host').pathname.replace(/^\/[a-z]{2}\//, '').replace(/\/$/, '')

/** `{ file, html, lang }` of every document page; `file` is relative to `site`. */
export function* pages(site) {
  for (const file of readdirSync(site, { recursive: true }).map(String).sort()) {
    if (!file.endsWith('index.html')) continue
    const html = readFileSync(join(site, file), 'utf8')
    if (/<body class="document\b/.test(html)) yield { file, html, lang: /<html lang="([\w-]+)"/.exec(html)[1] }
  }
}

/** `{ key, lang, title, summary, text }` of every document, from its HTML alone. */
export function* documents(site) {
  for (const { file, html, lang } of pages(site)) {
    const article = html.slice(html.indexOf('<article'), html.indexOf('</article>')).replace(/<footer class="page-foot"[^]*/, '')
    const title = text(/<h1[^>]*>([^]*?)<\/h1>/.exec(article)[1])
    const summary = text(/<p class="summary">([^]*?)<\/p>/.exec(article)?.[1] ?? '')
    const body = article.replace(/[^]*?<\/header>/, '')
    yield { key: keyOfAddress(`/${file.replace(/index\.html$/, '')}`), lang, title, summary, text: text(body) }
  }
}

/** Copies the document pages into `folder`, so that a peer indexes the same pages. Returns how many. */
export function stage(site, folder) {
  rmSync(folder, { recursive: true, force: true })
  let number = 0
  for (const { file } of pages(site)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    copyFileSync(join(site, file), join(folder, file))
    number++
  }
  return number
}
