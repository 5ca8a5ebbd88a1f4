// Search as readers meet it, under `Content-Security-Policy: default-src 'self'`: the page, the box in the masthead, and what is
// said when something fails.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { DESK, PHONE, origin, useBrowser, visit } from "./lib/browser.mjs";
import { LANGUAGES } from "./lib/portals.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const QUERY = { vi: "dien bien phu", en: "dien bien phu" };
const AT = (lang, rest = "") => ({ portal: "demo", address: `/${lang}/search/${rest}` });

await useBrowser();

const field = (page) => page.locator(".finder input[name=q]");
const count = (page) => page.locator(".finder [data-part=count]");
const titles = (page) => page.locator("[data-part=list] h2 a").allTextContents();
const of = (seen, pattern) => seen.requests.filter((url) => pattern.test(url));
const SHARDS = /\/search\/\w+\/t\//;

/** Waits until results (or none) are told for what is asked. */
async function answered(page, root = ".finder") {
  await page.locator(`${root} [data-part=count]:not(:empty)`).waitFor({ state: "attached" });
  await page.locator(`${root} [data-part=area][aria-busy=false]`).waitFor();
}

/** Types and waits for the answer to that. */
async function ask(page, words) {
  await field(page).fill(words);
  await page.waitForURL((url) => url.searchParams.get("q") === words);
  await answered(page);
}

const number = async (page) => Number(/\d+/.exec(await count(page).innerText())[0]);

for (const lang of LANGUAGES) {
  test(`results come while one types, with letters marked as they are written (${lang})`, async () => {
    await visit(AT(lang), {}, async (page, seen) => {
      assert.deepEqual(of(seen, /\/search\/(client|\w+\.json)/), [], "nothing is fetched before the field has the focus");
      const entries = await page.evaluate(() => history.length);
      await field(page).pressSequentially(QUERY[lang], { delay: 30 });
      await answered(page);
      assert.ok((await number(page)) > 3);
      assert.deepEqual(await page.locator("h2 mark").allTextContents().then((all) => all.includes("Điện Biên Phủ")), true);
      const first = page.locator("[data-part=list] > li").first();
      assert.match(await first.locator("a").getAttribute("href"), new RegExp(`^/${lang}/`));
      assert.ok((await first.locator(".snippet").innerText()).length > 20);
      const dates = await page.locator("[data-part=list] time:not(:empty)").allTextContents();
      assert.ok(dates.length > 0 && dates.every((date) => (lang === "vi" ? /^ngày \d+ tháng \d+ năm \d{4}$/ : /^\d+ [A-Z]\w+ \d{4}$/).test(date)), dates.join());
      assert.ok((await page.locator(".where:not(:empty)").count()) > 0);
      assert.equal(new URL(page.url()).searchParams.get("q"), QUERY[lang]);
      assert.equal(await page.evaluate(() => history.length), entries, "typing does not fill the history");
      assert.deepEqual(seen.complaints, []);
    });
  });
}

test("a search waits for a rest and for two letters", async () => {
  await visit(AT("vi"), {}, async (page, seen) => {
    await Promise.all([page.waitForResponse(/\/search\/client\./), field(page).focus()]);
    await field(page).pressSequentially("h");
    await page.waitForTimeout(400);
    assert.deepEqual(of(seen, SHARDS), []);
    await field(page).pressSequentially("oa ba", { delay: 20 });
    await field(page).pressSequentially("n");
    await answered(page);
    assert.equal(new URL(page.url()).searchParams.get("q"), "hoa ban");
    await field(page).fill("");
    await page.locator("[data-part=area]").waitFor({ state: "hidden" });
    assert.equal(new URL(page.url()).search, "");
  });
});

/** Composes a text in the field as an input method does, without an end. */
const compose = (page, parts) =>
  page.evaluate((parts) => {
    const input = document.querySelector(".finder input[name=q]");
    input.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
    for (const part of parts) {
      input.value = part;
      input.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true, inputType: "insertCompositionText", data: part }));
    }
  }, parts);

test("nothing is searched while a word is being composed", async () => {
  await visit(AT("vi"), {}, async (page, seen) => {
    await Promise.all([page.waitForResponse(/\/search\/client\./), field(page).focus()]);
    await page.waitForTimeout(300);
    await compose(page, ["điê", "điện b", "điện biên"]);
    await page.waitForTimeout(500);
    assert.deepEqual(of(seen, SHARDS), []);
    await page.evaluate(() => document.querySelector(".finder input[name=q]").dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, data: "điện biên" })));
    await answered(page);
    assert.equal(new URL(page.url()).searchParams.get("q"), "điện biên");
  });
});

test("a pause while a word is composed, which keyboards of Android never end, is searched; the word stays as it is", async () => {
  await visit(AT("vi"), {}, async (page) => {
    await Promise.all([page.waitForResponse(/\/search\/client\./), field(page).focus()]);
    await compose(page, ["hoa b", "hoa ban"]);
    await answered(page);
    assert.equal(new URL(page.url()).searchParams.get("q"), "hoa ban");
    assert.equal(await field(page).inputValue(), "hoa ban");
  });
});

test("the button and Enter search for anything at once, a single letter too", async () => {
  await visit(AT("vi"), {}, async (page) => {
    await Promise.all([page.waitForResponse(/\/search\/client\./), field(page).focus()]);
    await page.waitForTimeout(200);
    await field(page).fill("A");
    await page.keyboard.press("Enter");
    await answered(page);
    assert.equal(new URL(page.url()).searchParams.get("q"), "A");
  });
});

test("Back leads from query to query, and from a result to the results", async () => {
  await visit(AT("en"), {}, async (page) => {
    for (const words of ["coffee", "museum"]) {
      await ask(page, words);
      await page.keyboard.press("Enter");
    }
    const found = await titles(page);
    await page.locator("[data-part=list] a").first().click();
    await page.waitForURL((url) => !url.pathname.endsWith("/search/"));
    await page.goBack();
    await answered(page);
    assert.deepEqual(await titles(page), found);
    await page.goBack();
    await page.waitForURL((url) => url.searchParams.get("q") === "coffee");
    await page.waitForFunction(() => document.querySelector("[data-part=list] mark")?.textContent.toLowerCase() === "coffee");
    assert.equal(await field(page).inputValue(), "coffee");
  });
});

test("filters narrow the results by the number they promise, and Back takes them away", async () => {
  await visit(AT("vi", "?q=dien+bien"), {}, async (page, seen) => {
    await answered(page);
    const all = await number(page);
    assert.deepEqual(of(seen, /\/facets\./), [], "closed filters cost nothing");
    await page.click(".filters summary");
    const box = page.locator("fieldset:not([hidden]) label:not([hidden]) input").first();
    await box.waitFor();
    const promised = Number(await page.locator("fieldset:not([hidden]) label:not([hidden]) small").first().innerText());
    const [name, value] = [await box.getAttribute("name"), await box.getAttribute("value")];
    assert.ok(promised < all);
    await box.focus();
    await page.keyboard.press("Space");
    await page.waitForURL((url) => url.searchParams.get(name) === value);
    await page.waitForFunction((n) => document.querySelector("[data-part=count]").textContent.startsWith(`${n} `), promised);
    assert.ok(await page.evaluate(() => document.activeElement.matches("fieldset input:checked")), "the focus stays on the box");
    assert.ok(await page.locator("[data-part=clear]").isVisible());
    await page.goBack();
    await page.waitForFunction((n) => document.querySelector("[data-part=count]").textContent.startsWith(`${n} `), all);
    assert.equal(await page.locator("fieldset input:checked").count(), 0);
    await page.goForward();
    await page.waitForFunction((n) => document.querySelector("[data-part=count]").textContent.startsWith(`${n} `), promised);
    await page.click("[data-part=clear]");
    await page.waitForFunction((n) => document.querySelector("[data-part=count]").textContent.startsWith(`${n} `), all);
    assert.equal(new URL(page.url()).search, "?q=dien+bien");
  });
});

test("a link that was shared shows the same query, filter, order and page", async () => {
  await visit(AT("en", "?q=dien+bien"), {}, async (page) => {
    await answered(page);
    await page.click("[data-part=more]");
    await page.waitForFunction(() => document.querySelectorAll("[data-part=list] > li").length > 10);
    assert.ok(await page.evaluate(() => document.activeElement.matches("[data-part=list] > li:nth-child(11) a")), "the focus goes on to the first new result");
    await page.click(".filters summary");
    await page.locator("fieldset[hidden], fieldset").first().waitFor({ state: "attached" });
    await page.selectOption("select[name=sort]", "date");
    await page.waitForURL(/sort=date/);
    await answered(page);
    await page.locator("fieldset input[name=section]").first().check();
    await page.waitForURL(/section=/);
    await answered(page);
    const [url, found, told] = [page.url(), await titles(page), await count(page).innerText()];
    const when = await page.locator("[data-part=list] time").evaluateAll((all) => all.map((each) => each.dateTime));
    assert.deepEqual(when, [...when].sort().reverse(), "newest first, undated last");
    await visit({ portal: "demo", address: url.slice(origin("demo").length) }, {}, async (other) => {
      await answered(other);
      assert.deepEqual(await titles(other), found);
      assert.equal(await count(other).innerText(), told);
      assert.equal(await other.locator("select[name=sort]").inputValue(), "date");
      assert.equal(await other.locator("fieldset input:checked").count(), 1);
      assert.ok(await other.locator(".filters").evaluate((each) => each.open));
    });
  });
});

for (const lang of LANGUAGES) {
  test(`without scripts the form leads to lists of everything (${lang})`, async () => {
    await visit({ portal: "demo", address: `/${lang}/` }, { javaScriptEnabled: false }, async (page) => {
      await page.fill(".search-box input", "hoa ban");
      await page.click(".search-box button");
      assert.match(page.url(), new RegExp(`/${lang}/search/\\?q=hoa\\+ban$`));
      assert.match(await page.locator("noscript p").innerText(), /JavaScript/);
      const links = await page.locator("#browse a").evaluateAll((all) => all.map((each) => new URL(each.href).pathname));
      for (const part of ["/a-z/", "/tags/", "/places/", /\/\d{4}\/$/]) assert.ok(links.some((link) => link.match(part)), `${part} in ${links.length} links`);
      for (const link of new Set(links)) assert.equal((await page.request.get(link)).status(), 200, link);
      assert.equal(await page.locator("[data-part=area]").isVisible(), false);
    });
  });

  test(`the box in the masthead shows a few results and leads to all (${lang})`, async () => {
    await visit({ portal: "demo", address: `/${lang}/` }, {}, async (page, seen) => {
      await page.locator("#find").pressSequentially(QUERY[lang], { delay: 20 });
      await answered(page, ".search-box");
      assert.equal(await page.locator(".search-panel > ol > li").count(), 5);
      assert.ok(await page.evaluate(() => document.activeElement.id === "find"), "the focus stays in the field");
      await page.keyboard.press("ArrowDown");
      assert.ok(await page.evaluate(() => document.activeElement.matches(".search-panel li:first-child a")));
      await page.keyboard.press("Escape");
      assert.equal(await page.locator(".search-panel").isVisible(), false);
      assert.ok(await page.evaluate(() => document.activeElement.id === "find" && document.activeElement.value === ""));
      await page.locator("#find").pressSequentially(QUERY[lang]);
      await page.locator(".search-panel li").first().waitFor();
      await page.locator("main a").first().focus();
      assert.equal(await page.locator(".search-panel").isVisible(), false, "it closes when the focus goes on");
      await page.focus("#find");
      await page.click(".search-panel [data-part=more]");
      await answered(page);
      assert.equal(await field(page).inputValue(), QUERY[lang]);
      assert.deepEqual(seen.complaints, []);
    });
  });

  for (const viewport of [PHONE, DESK]) {
    for (const colorScheme of ["light", "dark"]) {
      test(`axe finds nothing wrong with results and filters open at ${viewport.width} px in the ${colorScheme} scheme (${lang})`, async () => {
        const run = (page) =>
          page.evaluate(async (values) => {
            const { violations } = await globalThis.axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] });
            return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`));
          }, RULES);
        await visit(AT(lang, "?q=dien+bien&year=2026"), { script: axe, viewport, colorScheme }, async (page) => {
          await answered(page);
          await page.locator("fieldset input:checked").waitFor();
          assert.deepEqual(await run(page), []);
          await ask(page, "qqqqzzzz");
          assert.deepEqual(await run(page), []);
        });
        if (viewport !== DESK) return;
        await visit({ portal: "demo", address: `/${lang}/` }, { script: axe, viewport, colorScheme }, async (page) => {
          await page.locator("#find").pressSequentially("dien bien");
          await answered(page, ".search-box");
          assert.deepEqual(await run(page), []);
        });
      });
    }
  }
}

test("the keyboard alone reaches the button, the filters, the order and the results", async () => {
  await visit(AT("en"), {}, async (page) => {
    await field(page).focus();
    await page.keyboard.type("dien bien");
    await answered(page);
    const stops = [];
    for (let step = 0; step < 5; step += 1) {
      await page.keyboard.press("Tab");
      stops.push(await page.evaluate(() => document.activeElement.closest("button, summary, select, [data-part=list] a")?.tagName));
    }
    assert.deepEqual(stops, ["BUTTON", "SUMMARY", "SELECT", "A", "A"]);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => !url.pathname.endsWith("/search/"));
  });
});

test("an empty answer says so in words and keeps the lists", async () => {
  await visit(AT("vi", "?q=qqqqzzzz"), {}, async (page) => {
    await answered(page);
    assert.equal(await count(page).innerText(), "Không tìm thấy trang nào cho “qqqqzzzz”.");
    assert.ok(await page.locator("[data-part=hint]").isVisible());
    assert.equal(await page.locator("[data-part=more]").isVisible(), false);
    assert.ok(await page.locator("#browse").isVisible());
  });
});

test("a slip of the finger is mended, and can be searched for as it is", async () => {
  await visit(AT("en", "?q=musuem"), {}, async (page) => {
    await answered(page);
    assert.equal(await page.locator("[data-part=used]").innerText(), "museum");
    const typed = page.locator("[data-part=typed]");
    assert.equal(await typed.innerText(), "musuem");
    await typed.click();
    await page.waitForURL(/exact=1/);
    await page.locator("[data-part=fixed]").waitFor({ state: "hidden" });
    assert.match(await count(page).innerText(), /musuem/);
  });
});

test("a result in the other language says so", async () => {
  await visit({ portal: "fixture", address: "/vi/search/?q=english+only" }, {}, async (page, seen) => {
    await answered(page);
    const item = page.locator("[data-part=list] > li", { has: page.locator("a[hreflang=en]") }).first();
    assert.equal(await item.locator("a").getAttribute("lang"), "en");
    assert.equal(await item.locator("p.snippet").getAttribute("lang"), "en");
    assert.equal(await item.locator(".badge:visible").innerText(), "bằng tiếng Anh");
    assert.deepEqual(seen.complaints, []);
  });
});

for (const lang of LANGUAGES) {
  test(`being offline is said plainly and can be mended (${lang})`, async () => {
    await visit(AT(lang), {}, async (page) => {
      await Promise.all([page.waitForResponse(/\/search\/client\./), page.waitForResponse(/\/search\/\w+\.json/), field(page).focus()]);
      await page.waitForTimeout(300);
      await page.context().setOffline(true);
      await field(page).pressSequentially(QUERY[lang]);
      await page.locator("[role=alert]").waitFor();
      assert.match(await page.locator("[data-part=why]").innerText(), lang === "vi" ? /không có mạng/ : /offline/);
      await page.context().setOffline(false);
      await page.click("[data-part=retry]");
      await answered(page);
      assert.equal(await page.locator("[role=alert]").isVisible(), false);
      assert.ok((await number(page)) > 3);
    });
  });
}

test("a client that cannot be fetched is said plainly and fetched again", async () => {
  await visit(AT("vi"), {}, async (page) => {
    await page.route(/\/search\/client\./, (route) => route.abort(), { times: 1 });
    await field(page).focus();
    await page.locator("[role=alert]").waitFor();
    await page.click("[data-part=retry]");
    await field(page).pressSequentially("hoa ban");
    await answered(page);
    assert.equal(await page.locator("[role=alert]").isVisible(), false);
  });
});

test("a file that a deploy took away is asked for by its new name, once, before anything is said", async () => {
  await visit(AT("vi"), {}, async (page, seen) => {
    const gone = (route) => route.fulfill({ status: 404, body: "" });
    await page.route(SHARDS, gone, { times: 1 });
    await ask(page, "hoa ban");
    assert.ok((await number(page)) > 0);
    assert.equal(of(seen, /\/search\/vi\.json/).length, 2, "the manifest is read again");
    await page.route(SHARDS, gone);
    await field(page).fill("nhà sàn");
    await page.locator("[role=alert]").waitFor();
    assert.match(await page.locator("[data-part=why]").innerText(), /vừa được cập nhật/);
    await page.unroute(SHARDS);
    await page.click("[data-part=retry]");
    await answered(page);
  });
});

test("a server that fails is said plainly", async () => {
  await visit(AT("en"), {}, async (page) => {
    await page.route(SHARDS, (route) => route.fulfill({ status: 500, body: "" }));
    await field(page).fill("museum");
    await page.locator("[role=alert]").waitFor();
    assert.match(await page.locator("[data-part=why]").innerText(), /not answering/);
  });
});

test("markup in titles and texts stays text", async () => {
  const evil = `<script>document.title = "pwned"</script><img src=x onerror="document.title = 'pwned'"> Hoa Ban`;
  await visit(AT("vi"), {}, async (page) => {
    await page.route(/\/search\/vi\/c\//, async (route) => {
      const cards = await (await route.fetch()).json();
      await route.fulfill({ json: cards.map((card) => ({ ...card, t: evil, s: evil, k: evil })) });
    });
    await ask(page, "hoa ban");
    assert.equal(await page.locator("[data-part=list] h2").first().innerText(), evil);
    assert.equal(await page.locator("[data-part=list] script, [data-part=list] img[src=x]").count(), 0);
    await ask(page, evil);
    assert.equal(await page.locator(".finder script, .finder img[src=x]").count(), 0);
    assert.notEqual(await page.title(), "pwned");
  });
});

test("readers who save data get the small index, no quotes and no pictures", async () => {
  const script = `Object.defineProperty(Navigator.prototype, "connection", { get: () => ({ saveData: true, effectiveType: "4g" }) })`;
  await visit(AT("vi", "?q=hoa+ban"), { script }, async (page, seen) => {
    await answered(page);
    assert.ok((await number(page)) > 0);
    assert.equal(of(seen, /\/search\/vi\.lite\.json/).length, 1);
    assert.deepEqual(of(seen, /\/search\/vi\.json|\/t\/|index\.json/), []);
    assert.equal(await page.locator("[data-part=list] img").count(), 0);
  });
});

for (const viewport of [PHONE, DESK]) {
  test(`results move nothing that was there at ${viewport.width} px`, async () => {
    const script = `globalThis.shift = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value; }).observe({ type: "layout-shift", buffered: true });`;
    await visit(AT("vi"), { viewport, script }, async (page) => {
      await page.route(/\/search\/|index\.json/, async (route) => {
        await new Promise((go) => setTimeout(go, 300));
        await route.continue();
      });
      for (const query of ["dien+bien+phu", "qqqqzzzz", "musuem"]) {
        await page.goto(`/vi/search/?q=${query}`);
        await answered(page);
        await page.waitForTimeout(700);
        const shift = await page.evaluate(() => globalThis.shift);
        assert.ok(shift <= 0.02, `${query}: ${shift}`);
      }
    });
  });
}

test("paper has no search form", async () => {
  await visit(AT("vi", "?q=hoa+ban"), {}, async (page) => {
    await answered(page);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("form:visible").count(), 0);
  });
});
