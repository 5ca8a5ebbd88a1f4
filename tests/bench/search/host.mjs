// A web host that sends files as hosts do: text compressed by gzip, hashed names for a year, everything else revalidated.
// It counts what it sends, so that bytes are those of the line and not of the disk.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { createSecureServer } from 'node:http2'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.mjs': 'text/javascript', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp', '.wasm': 'application/wasm',
}
/** Pagefind's files are compressed already; gzip again would only lengthen them. */
const COMPRESSED = /^(text|application\/(json|wasm))|svg/

function fileOf(root, path) {
  const file = normalize(join(root, decodeURIComponent(path)))
  if (!file.startsWith(normalize(root)) || !existsSync(file)) return
  return statSync(file).isDirectory() ? join(file, 'index.html') : file
}

/** The body that is sent for a file: `{ type, body, encoding }`. */
function load(file) {
  const type = TYPES[extname(file)] ?? 'application/octet-stream'
  const raw = readFileSync(file)
  return COMPRESSED.test(type) ? { type, body: gzipSync(raw, { level: 9 }), encoding: 'gzip' } : { type, body: raw }
}

/** A key and a certificate that nobody trusts; the browser is told not to mind. */
function certificate() {
  const folder = mkdtempSync(join(tmpdir(), 'host-'))
  const [key, cert] = ['key', 'cert'].map(name => join(folder, name))
  const wanted = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-keyout', key, '-out', cert]
  execFileSync('openssl', wanted, { stdio: 'ignore' })
  const pair = { key: readFileSync(key), cert: readFileSync(cert) }
  rmSync(folder, { recursive: true })
  return pair
}

/**
 * Serves `root` on a free port of the loopback interface; `extra` maps paths to HTML that is not in the folder, `/empty/` is an
 * empty page, and `headers` go with every answer. `secure` speaks HTTP/2, as hosts do: no limit of six requests at once.
 * Returns `{ origin, sent, waves, close }`; `sent` is the list of `{ path, bytes, wave }` answered, which the caller may empty.
 * While `waves.rest` is above 0, answers are held until nothing was asked for that many milliseconds and then go out
 * together: so `wave` counts round trips, whatever the machine is doing.
 */
export async function serve(root, { extra = {}, headers = {}, secure = false } = {}) {
  const ready = new Map()
  const sent = []
  const pages = { '/empty/': '<!doctype html><title>-</title><link rel="icon" href="data:,">', ...extra }
  const answer = path => {
    if (pages[path]) return { type: TYPES['.html'], body: gzipSync(pages[path]), encoding: 'gzip' }
    const file = fileOf(root, path)
    if (!file || !existsSync(file)) return
    if (!ready.has(file)) ready.set(file, load(file))
    return ready.get(file)
  }
  const waves = { rest: 0, number: 0 }
  let held = [], timer
  const release = () => {
    waves.number++
    for (const go of held.splice(0)) go()
  }
  const receive = (request, response) => {
    const path = new URL(request.url, 'http://host').pathname
    if (!waves.rest) return reply(path, response)
    held.push(() => reply(path, response))
    clearTimeout(timer)
    timer = setTimeout(release, waves.rest)
  }
  const reply = (path, response) => {
    const found = answer(path)
    const body = found?.body ?? Buffer.alloc(0)
    sent.push({ path, bytes: body.length, wave: waves.number })
    response.writeHead(found ? 200 : 404, {
      ...headers,
      'Content-Type': found?.type ?? 'text/plain',
      'Content-Length': body.length,
      ...(found?.encoding && { 'Content-Encoding': found.encoding }),
      'Cache-Control': /\.[a-z2-7]{5}\.|\.[a-z2-7]{8,}\.|\/pagefind\/(index|fragment)\//.test(path) ? 'max-age=31536000, immutable' : 'no-cache',
    })
    response.end(body)
  }
  const server = secure ? createSecureServer(certificate(), receive) : createServer(receive)
  const sessions = new Set()
  server.on('session', session => sessions.add(session))
  server.keepAliveTimeout = 60_000
  await new Promise(listening => server.listen(0, '127.0.0.1', listening))
  return {
    origin: `${secure ? 'https' : 'http'}://127.0.0.1:${server.address().port}`,
    sent,
    waves,
    close() {
      for (const session of sessions) session.destroy()
      server.closeAllConnections?.()
      return new Promise(closed => server.close(closed))
    },
  }
}
