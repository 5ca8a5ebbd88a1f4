// The keyboard alone: skip link, menu, a focus that is always seen.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DESK, PHONE, useBrowser, visit } from "./lib/browser.mjs";
import { LANGUAGES, samples } from "./lib/portals.mjs";

await useBrowser();

const pages = [...samples("demo"), ...samples("fixture")];
const framed = pages.filter(({ kind }) => kind !== "root");
const focused = (page, read) => page.evaluate(read);

for (const sample of pages) {
  test(`the first Tab reaches the skip link, and it leads to the main content: ${sample.name}`, async () => {
    await visit(sample, {}, async (page) => {
      await page.keyboard.press("Tab");
      assert.ok(await focused(page, () => document.activeElement.matches("body > a.skip")));
      const box = await page.locator(".skip").boundingBox();
      assert.ok(box.y >= 0 && box.x >= 0, "the skip link is seen while it has the focus");
      await page.keyboard.press("Enter");
      assert.equal(await focused(page, () => document.activeElement.id), "main");
      await page.keyboard.press("Tab");
      assert.ok(await focused(page, () => document.activeElement.closest("main, footer") !== null), "Tab goes on from there");
    });
  });
}

/** Tabs through the page; returns what is wrong with the focus on the way, as lines, and how many stops there were. */
async function walk(page, key) {
  const faults = [];
  const visited = new Set();
  for (let step = 0; step < 400; step += 1) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(describeFocus);
    if (!stop || visited.has(stop.at)) break;
    visited.add(stop.at);
    for (const fault of stop.faults) faults.push(`${stop.what}: ${fault}`);
  }
  return { faults, stops: visited.size };
}

/** Runs in the page: where the focus is, whether it shows, and whether anything lies over it. */
function describeFocus() {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const faults = [];
  const rings = [element, element.closest(".card"), element.querySelector(":scope > summary")].filter(Boolean).map((each) => getComputedStyle(each));
  if (!rings.some((style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)) faults.push("no ring");
  const box = [...element.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
  if (!box) faults.push("no box");
  else {
    const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
    const points = [0.15, 0.5, 0.85].map((share) => box.top + box.height * share);
    const seen = points.some((y) => {
      const top = document.elementFromPoint(x, y);
      return top && (element.contains(top) || top.contains(element));
    });
    if (!seen) faults.push(`covered or off the screen at ${Math.round(x)},${Math.round(box.top)}`);
  }
  const at = [...document.querySelectorAll("*")].indexOf(element);
  return { at, what: `${element.tagName.toLowerCase()} "${element.textContent.trim().slice(0, 40)}"`, faults };
}

for (const { address, portal } of [
  { portal: "demo", address: "/vi/" },
  { portal: "demo", address: "/en/travel/a1-hill/" },
  { portal: "demo", address: "/en/news/" },
  { portal: "demo", address: "/vi/a-z/" },
  { portal: "fixture", address: "/vi/huong-dan/moi-thu-markdown-lam-duoc/" },
]) {
  for (const viewport of [PHONE, DESK]) {
    for (const key of ["Tab", "Shift+Tab"]) {
      test(`the focus is seen and uncovered at every stop of ${key} at ${viewport.width} px: ${portal} ${address}`, async () => {
        await visit({ portal, address }, { viewport, reducedMotion: "reduce" }, async (page) => {
          const { faults, stops } = await walk(page, key);
          assert.deepEqual(faults, []);
          assert.ok(stops > 15, `${stops} stops`);
        });
      });
    }
  }
}

for (const lang of LANGUAGES) {
  test(`a phone's menu opens, is walked through and closes with the keyboard (${lang})`, async () => {
    await visit({ portal: "demo", address: `/${lang}/` }, { viewport: PHONE }, async (page) => {
      await page.focus(".menu-open");
      assert.ok(!(await page.locator(".menu a").first().isVisible()));
      await page.keyboard.press("Enter");
      assert.ok(await page.locator(".menu a").first().isVisible());
      await page.keyboard.press("Tab");
      assert.ok(await focused(page, () => document.activeElement.matches(".menu-close")), "closing comes first");
      await page.keyboard.press("Tab");
      assert.ok(await focused(page, () => document.activeElement.matches(".menu li:first-child a")));
      await page.keyboard.press("Escape");
      assert.ok(!(await page.locator(".menu a").first().isVisible()));
      assert.ok(await focused(page, () => document.activeElement.matches(".menu-open")), "the focus is back on the button");
    });
  });

  test(`a link of a phone's menu is followed with the keyboard (${lang})`, async () => {
    await visit({ portal: "demo", address: `/${lang}/` }, { viewport: PHONE }, async (page) => {
      await page.focus(".menu-open");
      await page.keyboard.press("Space");
      const link = page.locator(".menu li:nth-child(3) a");
      const wanted = await link.getAttribute("href");
      await link.focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(`**${wanted}`);
      assert.equal(await page.locator(".menu [aria-current]").getAttribute("href"), wanted);
    });
  });

  test(`the menu of a desk lies open and is reached by Tab (${lang})`, async () => {
    await visit({ portal: "demo", address: `/${lang}/` }, {}, async (page) => {
      assert.ok(!(await page.locator(".menu-open").isVisible()));
      for (let step = 0; step < 8; step += 1) {
        await page.keyboard.press("Tab");
        if (await focused(page, () => document.activeElement.matches(".menu a"))) return;
      }
      assert.fail("no link of the menu within eight stops");
    });
  });
}

test("controls are at least 24 by 24 pixels, or stand in running text or apart from others", async () => {
  for (const sample of framed.filter(({ kind }) => ["home", "section with archive", "az", "terms"].includes(kind))) {
    await visit(sample, { viewport: PHONE }, async (page) => {
      const small = await page.evaluate(() =>
        [...document.querySelectorAll("button, summary, .languages a, .tool, .tag, .pages a, .letters a, .menu-open")]
          .filter((element) => element.checkVisibility())
          .map((element) => [element.textContent.trim(), element.getBoundingClientRect()])
          .filter(([, { width, height }]) => width < 24 || height < 24)
          .map(([text]) => text),
      );
      assert.deepEqual(small, [], sample.name);
    });
  }
});
