// The pages as documents: the Nu HTML checker, one main heading, languages, addresses that resolve, feeds and site map.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { test } from "node:test";
import { crawl, localAddress, parseXml } from "./lib/crawl.mjs";
import { useBrowser, visit } from "./lib/browser.mjs";
import { LANGUAGES, addresses, declaredTypes, portals, samples } from "./lib/portals.mjs";

const NU = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

await useBrowser();

// By portal, what the browser's own parsers make of all pages that links lead to.
const crawled = {};
for (const portal of Object.keys(portals)) {
  const start = ["/", ...LANGUAGES.map((lang) => `/${lang}/`)];
  crawled[portal] = await visit({ portal, address: "/robots.txt" }, {}, (page) => crawl(page, start));
}

const KINDS = ["home", "section", "section with archive", "archive of a year", "archive of a month", "term", "term of places", "terms", "az", "search", "data", "not-found"];

for (const lang of LANGUAGES) {
  test(`the demo has every kind of page (${lang})`, () => {
    const kinds = new Set(samples("demo").filter((page) => page.lang === lang).map(({ kind }) => kind));
    assert.deepEqual(KINDS.filter((kind) => !kinds.has(kind)), []);
  });

  test(`the demo has a document of every type (${lang})`, () => {
    const kinds = samples("demo").filter((page) => page.lang === lang).map(({ kind }) => kind);
    assert.deepEqual(declaredTypes().filter((type) => !kinds.some((kind) => kind.startsWith(`${type} document`))), []);
  });

  test(`the fixture has stubs and further pages of lists (${lang})`, () => {
    const kinds = new Set(samples("fixture").filter((page) => page.lang === lang).map(({ kind }) => kind));
    assert.deepEqual(["stub", "section, further page"].filter((kind) => !kinds.has(kind)), []);
  });
}

for (const portal of Object.keys(portals)) {
  test(`the Nu HTML checker finds no error in any page of the ${portal}`, () => {
    const { status, stdout, stderr } = spawnSync("java", ["-jar", NU, "--errors-only", "--skip-non-html", portals[portal].out], { encoding: "utf8" });
    assert.equal(`${stdout}${stderr}`, "");
    assert.equal(status, 0);
  });

  const pages = crawled[portal];
  const documents = [...pages.values()].filter((page) => page.html);

  test(`every link in the ${portal} leads somewhere`, () => {
    const broken = documents.flatMap((page) => page.links.filter((link) => pages.get(link.path)?.status !== 200).map(({ path }) => `${page.path} -> ${path}`));
    assert.deepEqual(broken, []);
  });

  test(`every anchor that a link of the ${portal} names exists`, () => {
    const missing = documents.flatMap((page) =>
      page.links.filter(({ path, anchor }) => anchor && pages.get(path)?.html && !pages.get(path).ids.includes(anchor)).map(({ path, anchor }) => `${page.path} -> ${path}#${anchor}`),
    );
    assert.deepEqual(missing, []);
  });

  test(`every page of the ${portal} but redirects and error pages is reached by links`, () => {
    const unreached = addresses(portal).filter((address) => !pages.has(address) && !address.endsWith(".html"));
    assert.deepEqual(unreached, []);
  });

  test(`every page of the ${portal} has one main heading, and its headings skip no level`, () => {
    const odd = documents.filter(({ headings }) => headings.filter((level) => level === 1).length !== 1 || headings.some((level, at) => level > (headings[at - 1] ?? 0) + 1));
    assert.deepEqual(odd.map(({ path, headings }) => `${path} ${headings}`), []);
  });

  test(`every page of the ${portal} declares the language of its address`, () => {
    const odd = documents.filter(({ path, lang }) => path !== "/" && !path.endsWith("404.html") && lang !== path.split("/")[1]);
    assert.deepEqual(odd.map(({ path, lang }) => `${path} ${lang}`), []);
  });

  test(`every link of the ${portal} to a page in the other language says so`, () => {
    const other = (page, link) => LANGUAGES.includes(link.path.split("/")[1]) && page.path !== "/" && pages.get(link.path)?.html && pages.get(link.path).lang !== page.lang;
    const silent = documents.flatMap((page) => page.links.filter((link) => other(page, link) && link.hreflang !== pages.get(link.path).lang).map(({ path }) => `${page.path} -> ${path}`));
    assert.deepEqual(silent, []);
  });

  test(`the alternates of the ${portal} answer one another`, () => {
    const at = (address) => documents.find(({ path }) => path === localAddress(address));
    const faults = [];
    for (const page of documents.filter(({ alternates }) => Object.keys(alternates).length > 0)) {
      const { "x-default": fallback, ...languages } = page.alternates;
      if (![...Object.values(languages), fallback].includes(page.canonical)) faults.push(`${page.path} does not name itself`);
      if (at(fallback)?.status !== 200) faults.push(`${page.path} -> ${fallback} is not a page`);
      for (const [lang, address] of Object.entries(languages)) {
        const answer = at(address);
        if (answer?.lang !== lang) faults.push(`${page.path} -> ${address} is not a page in ${lang}`);
        else if (JSON.stringify(answer.alternates) !== JSON.stringify(page.alternates)) faults.push(`${page.path} <-> ${answer.path} differ`);
      }
    }
    assert.deepEqual(faults, []);
    assert.ok(documents.filter(({ alternates }) => alternates.vi && alternates.en).length > 20, "pages are paired");
  });

  test(`every feed that pages of the ${portal} name is well-formed and leads to pages`, async () => {
    const feeds = new Set(documents.flatMap((page) => page.feeds));
    assert.ok(feeds.size >= 4, "both languages have Atom and JSON feeds");
    const faults = [];
    await visit({ portal, address: "/robots.txt" }, {}, async (browserPage) => {
      for (const feed of feeds) {
        const entries = feed.endsWith(".json") ? await jsonEntries(browserPage, feed) : await atomEntries(browserPage, feed);
        for (const entry of entries) if (pages.get(localAddress(entry))?.status !== 200) faults.push(`${feed} -> ${entry}`);
      }
    });
    assert.deepEqual(faults, []);
  });

  test(`the site map of the ${portal} lists exactly the pages meant to be found, with their alternates`, async () => {
    const listed = await visit({ portal, address: "/robots.txt" }, {}, async (page) => {
      const robots = await page.evaluate(async () => (await fetch("/robots.txt")).text());
      const address = localAddress(/^Sitemap: (.+)$/m.exec(robots)[1]);
      const urls = (await parseXml(page, address)).filter(({ tag }) => tag === "url");
      return new Map(urls.map(({ loc, alternates }) => [loc, alternates]));
    });
    const wanted = documents.filter((page) => !page.noindex && page.canonical && localAddress(page.canonical) === page.path);
    assert.deepEqual([...listed.keys()].sort(), wanted.map(({ canonical }) => canonical).sort());
    const differing = wanted.filter((page) => JSON.stringify(sorted(listed.get(page.canonical))) !== JSON.stringify(sorted(page.alternates)));
    assert.deepEqual(differing.map(({ path }) => path), []);
  });
}

test("an address that a page once had leads to where it is now", async () => {
  await visit({ portal: "demo", address: "/vi/tham-quan/doi-a1.html" }, {}, async (page) => {
    await page.waitForURL("**/vi/du-lich/doi-a1/");
  });
});

const sorted = (object) => Object.entries(object ?? {}).sort();

/** Addresses of the entries of an Atom feed. */
async function atomEntries(page, address) {
  return (await parseXml(page, address)).filter(({ tag }) => tag === "entry").map(({ link }) => link);
}

/** Addresses of the items of a JSON feed. */
async function jsonEntries(page, address) {
  const feed = await page.evaluate(async (url) => (await fetch(url)).json(), address);
  assert.equal(feed.version, "https://jsonfeed.org/version/1.1");
  return feed.items.map(({ url }) => url);
}
