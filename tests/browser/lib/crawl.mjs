// Follows all links of a portal with the browser's own fetch and parsers.

/** The address on the test host for an address of the published portal: the path, decoded. */
export const localAddress = (url) => decodeURI(new URL(url, "http://host").pathname);

/**
 * Fetches `start` and everything that links, feeds and pictures on the pages lead to within the portal.
 * Returns a map from path to `{ path, status, html, lang, canonical, noindex, alternates, feeds, ids, headings, links }`;
 * all but the first two only for HTML (`html: true`).
 * `page` stands on the portal's host.
 */
export async function crawl(page, start) {
  const found = await page.evaluate(fetchAll, start);
  return new Map(found.map((entry) => [entry.path, entry]));
}

/** Runs in the page. */
async function fetchAll(start) {
  const local = (url) => decodeURI(new URL(url, location.origin).pathname);
  const within = (url) => new URL(url, location.origin).origin === location.origin;

  function read(path, text) {
    const dom = new DOMParser().parseFromString(text, "text/html");
    const base = new URL(path, location.origin);
    const all = (selector) => [...dom.querySelectorAll(selector)];
    const links = all("a[href], img[src], link[rel=stylesheet], link[rel=icon], script[src]")
      .map((element) => ({ url: new URL(element.getAttribute("href") ?? element.getAttribute("src"), base), hreflang: element.getAttribute("hreflang") }))
      .filter(({ url }) => url.protocol.startsWith("http") && within(url))
      .map(({ url, hreflang }) => ({ path: local(url), anchor: decodeURIComponent(url.hash.slice(1)), hreflang }));
    const alternates = Object.fromEntries(all("link[rel=alternate][hreflang]").map((link) => [link.hreflang, link.getAttribute("href")]));
    return {
      html: true,
      lang: dom.documentElement.lang,
      canonical: dom.querySelector("link[rel=canonical]")?.getAttribute("href"),
      noindex: dom.querySelector("meta[name=robots]")?.content.includes("noindex") ?? false,
      alternates,
      feeds: all("link[rel=alternate][type]").map((link) => local(new URL(link.getAttribute("href"), base))),
      ids: all("[id]").map(({ id }) => id),
      headings: all("h1, h2, h3, h4, h5, h6").map(({ tagName }) => Number(tagName[1])),
      links,
    };
  }

  const found = new Map();
  const queue = [...start];
  while (queue.length > 0) {
    const batch = [...new Set(queue.splice(0))].filter((path) => !found.has(path));
    const answers = await Promise.all(batch.map(async (path) => {
      const response = await fetch(path);
      const isHtml = response.headers.get("Content-Type").startsWith("text/html");
      const text = isHtml ? await response.text() : (await response.blob(), "");
      return { path, status: response.status, ...(isHtml ? read(path, text) : {}) };
    }));
    for (const answer of answers) {
      found.set(answer.path, answer);
      queue.push(...(answer.links ?? []).map(({ path }) => path), ...(answer.feeds ?? []));
    }
  }
  return [...found.values()];
}

/**
 * Reads an XML file on the page's host; throws if it is not well-formed. Returns its `url` (site map) and `entry` (Atom)
 * elements: `{ tag, loc, alternates, link }`. A site map index is followed.
 */
export async function parseXml(page, address) {
  const parts = await page.evaluate(async (url) => {
    const text = await (await fetch(url)).text();
    const dom = new DOMParser().parseFromString(text, "application/xml");
    const fault = dom.querySelector("parsererror");
    if (fault) throw new Error(`${url}: ${fault.textContent}`);
    const alternates = (element) => Object.fromEntries([...element.getElementsByTagName("xhtml:link")].map((link) => [link.getAttribute("hreflang"), link.getAttribute("href")]));
    return [...dom.querySelectorAll("url, entry, sitemap")].map((element) => ({
      tag: element.localName,
      loc: element.querySelector("loc")?.textContent,
      alternates: alternates(element),
      link: element.querySelector("link")?.getAttribute("href"),
    }));
  }, address);
  const inner = await Promise.all(parts.filter(({ tag }) => tag === "sitemap").map(({ loc }) => parseXml(page, localAddress(loc))));
  return [...parts.filter(({ tag }) => tag !== "sitemap"), ...inner.flat()];
}
