// Where the program, the portals' sources and the built pages are, and which pages stand for which kind.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL("..", import.meta.url));
const repository = resolve(here, "../..");
const target = resolve(repository, process.env.CARGO_TARGET_DIR ?? "target");

/** The program under test: the debug build, or the one that HOABAN names. */
export const program = process.env.HOABAN ?? join(target, "debug", "hoaban");

/** The portals: `source` is the folder with portal.toml, `out` the built site. */
export const portals = {
  demo: { source: repository, out: join(target, "browser", "demo") },
  fixture: { source: join(here, "fixture"), out: join(target, "browser", "fixture") },
};

/** The languages of both portals. */
export const LANGUAGES = ["vi", "en"];

/** Addresses of all HTML files of a built portal, sorted: "/vi/", "/vi/404.html". */
export function addresses(portal) {
  const { out } = portals[portal];
  if (!existsSync(out)) throw new Error(`${out} is not there: run "node build.mjs" first`);
  return readdirSync(out, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith(".html"))
    .map((path) => `/${path.replace(/(^|\/)index\.html$/, "$1")}`)
    .sort();
}

/** The schema.org types that the theme's content types declare. */
export function declaredTypes() {
  const folder = join(repository, "themes/hoaban/types");
  return readdirSync(folder).map((file) => /^schema\s*=\s*"(.+)"/m.exec(readFileSync(join(folder, file), "utf8"))[1]);
}

/** What the kind of a page is called in the tests, or null for a redirect. */
function kindOf(address, html) {
  const kind = /<body class="([\w-]+)/.exec(html)?.[1];
  if (kind === "document") return `${mainType(html)} document of ${address.split("/").slice(1, 3).join("/")}`;
  if (kind === "archive") return /\/\d{4}\/\d\d\//.test(address) ? "archive of a month" : "archive of a year";
  if (kind === "section" && /\/page\/\d+\/$/.test(address)) return "section, further page";
  if (kind === "section") return html.includes('class="archive"') ? "section with archive" : "section";
  if (kind === "term") return address.includes("/places/") ? "term of places" : "term";
  if (kind === "not-found") return address === "/404.html" ? "not-found at the root" : "not-found";
  return kind ?? null;
}

/** The type of the page itself in its JSON-LD. */
function mainType(html) {
  const text = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? "{}";
  return JSON.parse(text)["@graph"]?.find((node) => node["@type"] !== "BreadcrumbList")?.["@type"] ?? "untyped";
}

/**
 * For every kind of page and language of a portal its richest page (the longest HTML):
 * `{ portal, kind, lang, address, name }`, in the order of the addresses.
 */
export function samples(portal) {
  const richest = new Map();
  for (const address of addresses(portal)) {
    const html = readFileSync(join(portals[portal].out, address.endsWith("/") ? `${address}index.html` : address), "utf8");
    const kind = kindOf(address, html);
    if (!kind) continue;
    const lang = /<html lang="([\w-]+)"/.exec(html)[1];
    const key = `${kind} ${lang}`;
    if ((richest.get(key)?.size ?? 0) < html.length) richest.set(key, { portal, kind, lang, address, size: html.length });
  }
  return [...richest.values()].map((page) => ({ ...page, name: `${page.portal}: ${page.kind} in ${page.lang} (${page.address})` }));
}
