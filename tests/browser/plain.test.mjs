// Without scripts, on paper, in the dark: the pages work everywhere.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DESK, PHONE, useBrowser, visit } from "./lib/browser.mjs";
import { LANGUAGES, samples } from "./lib/portals.mjs";

await useBrowser();

const pages = [...samples("demo"), ...samples("fixture")];
const NO_SCRIPTS = { javaScriptEnabled: false, viewport: PHONE };
const ARTICLE = { portal: "demo", address: "/vi/du-lich/doi-a1/" };
const EVERYTHING = { portal: "fixture", address: "/en/guide/all-that-markdown-can-do/" };

for (const lang of LANGUAGES) {
  const home = { portal: "demo", address: `/${lang}/` };

  test(`without scripts a phone's menu opens, closes and leads on (${lang})`, async () => {
    await visit(home, NO_SCRIPTS, async (page) => {
      await page.click(".menu-open");
      await page.locator(".menu a").first().waitFor();
      await page.click(".menu-close");
      await page.locator(".menu a").first().waitFor({ state: "hidden" });
      await page.click(".menu-open");
      await page.click(".menu li:nth-child(2) a");
      assert.equal(await page.locator("body").getAttribute("class"), "section");
    });
  });

  test(`without scripts the switcher changes the language (${lang})`, async () => {
    await visit(home, NO_SCRIPTS, async (page) => {
      const other = lang === "vi" ? "en" : "vi";
      await page.click(`.languages a[hreflang="${other}"]`);
      assert.equal(await page.locator("html").getAttribute("lang"), other);
    });
  });

  test(`without scripts the search page is a directory: A to Z, sections and terms (${lang})`, async () => {
    await visit({ portal: "demo", address: `/${lang}/search/` }, NO_SCRIPTS, async (page) => {
      assert.ok(await page.locator(`main a[href="/${lang}/a-z/"]`).isVisible());
      assert.ok((await page.locator("main #sections ~ *, main .doors a").count()) >= 5);
      assert.ok((await page.locator("main .tag").count()) >= 10);
    });
  });
}

test("without scripts the contents of an article open and lead to its parts", async () => {
  await visit(ARTICLE, NO_SCRIPTS, async (page) => {
    const link = page.locator(".toc a").first();
    assert.ok(!(await link.isVisible()));
    await page.click(".toc summary");
    const anchor = await link.getAttribute("href");
    await link.click();
    assert.equal(new URL(page.url()).hash, new URL(anchor, page.url()).hash);
    assert.ok(await page.locator(`[id="${anchor.slice(1)}"]`).isVisible());
  });
});

test("without scripts folded details open", async () => {
  await visit(EVERYTHING, NO_SCRIPTS, async (page) => {
    const folded = page.getByText("The folded part.");
    assert.ok(!(await folded.isVisible()));
    await page.click(".details summary");
    assert.ok(await folded.isVisible());
  });
});

test("without scripts a footnote is reached from its mark and leads back", async () => {
  await visit(EVERYTHING, NO_SCRIPTS, async (page) => {
    await page.click(".footnote-ref a");
    assert.match(page.url(), /#fn-1$/);
    await page.click(".footnotes [role=doc-backlink]");
    assert.match(page.url(), /#fnref-1/);
  });
});

test("without scripts the front door offers both languages", async () => {
  await visit({ portal: "demo", address: "/" }, NO_SCRIPTS, async (page) => {
    for (const lang of LANGUAGES) assert.ok(await page.locator(`main a[href="/${lang}/"]`).isVisible());
  });
});

test("a film is a picture and a link until it is asked for", async () => {
  await visit(EVERYTHING, {}, async (page) => {
    assert.equal(await page.locator("iframe, video, embed, object").count(), 0);
    assert.match(await page.locator(".video-play").innerText(), /Around the mountains.*4:05.*video\.example/);
  });
});

test("a wide table scrolls in its own frame, which the keyboard reaches", async () => {
  await visit(EVERYTHING, { viewport: PHONE }, async (page) => {
    const frame = page.locator(".table");
    await frame.focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => document.querySelector(".table").scrollLeft > 0);
    assert.ok((await frame.getAttribute("aria-label")).length > 2);
  });
});

for (const sample of pages) {
  test(`paper carries the text and no navigation: ${sample.name}`, async () => {
    await visit(sample, { viewport: DESK }, async (page) => {
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      assert.deepEqual(await page.locator(".skip, nav, .tools, .share, .top").filter({ visible: true }).evaluateAll((all) => all.map((each) => each.className)), []);
      const look = await page.evaluate(() => ({ ink: getComputedStyle(document.querySelector("main")).color, paper: getComputedStyle(document.body).backgroundColor }));
      assert.deepEqual(look, { ink: "rgb(0, 0, 0)", paper: "rgb(255, 255, 255)" });
      assert.ok((await page.locator("h1").innerText()).length > 0);
    });
  });

  test(`the dark scheme is dark and keeps its words readable: ${sample.name}`, async () => {
    await visit(sample, {}, async (page) => {
      const light = await page.evaluate(contrast);
      await page.emulateMedia({ colorScheme: "dark" });
      const dark = await page.evaluate(contrast);
      assert.ok(light.paper > 0.7 && dark.paper < 0.05, JSON.stringify({ light, dark }));
      assert.ok(light.ratio >= 7 && dark.ratio >= 7, JSON.stringify({ light, dark }));
    });
  });
}

/** Runs in the page: relative luminance of its ground and the contrast of its text (WCAG 2.2). */
function contrast() {
  const luminance = (color) => {
    const [r, g, b] = color.match(/[\d.]+/g).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const style = getComputedStyle(document.body);
  const [paper, ink] = [luminance(style.backgroundColor), luminance(style.color)];
  return { paper, ratio: (Math.max(paper, ink) + 0.05) / (Math.min(paper, ink) + 0.05) };
}

test("details are unfolded on paper", async () => {
  await visit(EVERYTHING, {}, async (page) => {
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.getByText("The folded part.").isVisible());
  });
});
