// Two languages: the switcher, the front door "/", pages that one language lacks.
import assert from "node:assert/strict";
import { test } from "node:test";
import { origin, useBrowser, visit } from "./lib/browser.mjs";
import { LANGUAGES, samples } from "./lib/portals.mjs";

await useBrowser();

const OTHER = { vi: "en", en: "vi" };
const switcher = (lang) => `.languages a[hreflang="${lang}"]`;
const path = (page) => decodeURI(new URL(page.url()).pathname);
const twins = [...samples("demo"), ...samples("fixture")].filter(({ kind }) => !["root", "stub", "not-found at the root"].includes(kind));

for (const sample of twins) {
  test(`the switcher leads to the same page and back: ${sample.name}`, async () => {
    await visit(sample, {}, async (page) => {
      const there = await page.locator(switcher(OTHER[sample.lang])).getAttribute("aria-describedby");
      if (there === "untranslated") return untranslated(page);
      const kind = await page.locator("body").getAttribute("class");
      await page.click(switcher(OTHER[sample.lang]));
      assert.equal(await page.locator("html").getAttribute("lang"), OTHER[sample.lang]);
      assert.equal(await page.locator("body").getAttribute("class"), kind);
      assert.notEqual(path(page), sample.address);
      await page.click(switcher(sample.lang));
      assert.equal(path(page), sample.address);
    });
  });
}

/** A page whose twin is missing says so in words beside the switcher. */
async function untranslated(page) {
  assert.ok((await page.locator("#untranslated").innerText()).length > 10);
  assert.ok(await page.locator("#untranslated").isVisible());
}

test("the switcher marks the page's own language and writes each language's name in that language", async () => {
  for (const lang of LANGUAGES) {
    await visit({ portal: "demo", address: `/${lang}/` }, {}, async (page) => {
      const links = await page.locator(".languages a").evaluateAll((all) => all.map((a) => [a.lang, a.textContent, a.getAttribute("aria-current")]));
      assert.deepEqual(links, [["vi", "Tiếng Việt", lang === "vi" ? "true" : null], ["en", "English", lang === "en" ? "true" : null]]);
    });
  }
});

for (const [locale, suggested] of [["vi-VN", "vi"], ["en-GB", "en"]]) {
  test(`the front door offers both languages and only suggests one to a browser in ${locale}`, async () => {
    await visit({ portal: "demo", address: "/" }, { locale }, async (page) => {
      await page.waitForLoadState("networkidle");
      assert.equal(path(page), "/");
      const doors = await page.locator("main a[hreflang]").evaluateAll((all) => all.map((a) => [a.getAttribute("href"), a.lang, a.classList.contains("suggested")]));
      assert.deepEqual(doors, [["/vi/", "vi", suggested === "vi"], ["/en/", "en", suggested === "en"]]);
    });
  });
}

test("the front door suggests nothing to a browser in a third language", async () => {
  await visit({ portal: "demo", address: "/" }, { locale: "lo-LA" }, async (page) => {
    assert.equal(await page.locator(".suggested").count(), 0);
  });
});

test("a stub says in its own language that there is no translation, and shows title and summary in theirs", async () => {
  const stub = samples("fixture").find(({ kind, lang }) => kind === "stub" && lang === "en");
  await visit(stub, {}, async (page) => {
    assert.match(await page.locator(".notice").innerText(), /Vietnamese/);
    assert.equal(await page.locator("h1").getAttribute("lang"), "vi");
    assert.equal(await page.locator(".summary").getAttribute("lang"), "vi");
    assert.equal(await page.locator("meta[name=robots]").getAttribute("content"), "noindex");
    assert.equal(await page.locator("link[hreflang]").count(), 0);
    await page.click(".notice a");
    assert.equal(await page.locator("html").getAttribute("lang"), "vi");
    assert.equal(await page.locator("body").getAttribute("class"), "document");
  });
});

test("a document missing in a language is listed there with a badge and marked as being in the other one", async () => {
  await visit({ portal: "fixture", address: "/en/notes/" }, {}, async (page) => {
    const card = page.locator(".item", { hasText: "Ghi chép bằng tiếng Việt" });
    assert.match(await card.locator(".badge").innerText(), /Vietnamese/);
    assert.deepEqual(await card.locator("h2 a").evaluate((a) => [a.lang, a.hreflang]), ["vi", "vi"]);
    assert.equal(await card.locator("p[lang]").first().getAttribute("lang"), "vi");
    await card.locator("a").click();
    assert.equal(await page.locator("html").getAttribute("lang"), "vi");
  });
});

test("a document hidden in a language is in none of that language's lists", async () => {
  for (const address of ["/en/", "/en/a-z/", "/en/not-shown-over-there/"]) {
    await visit({ portal: "fixture", address }, {}, async (page) => {
      assert.equal(await page.getByText("Bài ẩn").count(), 0, address);
    });
  }
});

test("a machine translation says what it is and leads to the original", async () => {
  await visit({ portal: "fixture", address: "/en/guide/the-second-document/" }, {}, async (page) => {
    assert.match(await page.locator(".notice").innerText(), /machine|automatic/i);
    await page.click(".notice a");
    assert.equal(path(page), "/vi/huong-dan/bai-thu-hai/");
  });
});

test("words of another language on a page are marked with that language", async () => {
  await visit({ portal: "fixture", address: "/en/guide/all-that-markdown-can-do/" }, {}, async (page) => {
    assert.equal(await page.getByText("một cụm từ").getAttribute("lang"), "vi");
    assert.deepEqual(await page.locator('.prose p a[hreflang="vi"]').first().evaluate((a) => [a.textContent, a.lang]), ["Chỉ có bản tiếng Việt", "vi"]);
    assert.ok(await page.locator(".prose .lang-badge").first().isVisible());
    assert.match(await page.locator(".prose .card", { hasText: "Chỉ có bản tiếng Việt" }).locator(".badge").innerText(), /Vietnamese/);
  });
});

test("an address that does not exist gets the error page, which leads home in both languages", async () => {
  await visit({ portal: "demo", address: "/vi/khong-co/trang-nay/" }, {}, async (page) => {
    assert.equal(await page.evaluate(async () => (await fetch(location.href)).status), 404);
    const links = await page.locator("main a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    assert.ok(links.includes("/vi/") && links.includes("/en/"), links.join(" "));
    assert.ok((await page.evaluate(() => getComputedStyle(document.body).backgroundColor)) !== "rgba(0, 0, 0, 0)", "the style sheet has loaded");
    assert.ok(page.url().startsWith(origin("demo")));
  });
});
