// Boxes, pictures and requests: nothing sticks out, nothing jumps, nothing is asked of another host.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE, origin, scrollThrough, useBrowser, visit } from "./lib/browser.mjs";
import { addresses, samples } from "./lib/portals.mjs";

await useBrowser();

const pages = [...samples("demo"), ...samples("fixture")];
const WIDTHS = [320, 360, 768, 1280];

/** Runs in the page: the elements that make it wider than the screen. */
function overflowing() {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const wide = [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > width + 0.5);
  return wide.slice(-3).map((element) => `${element.tagName.toLowerCase()}.${element.className} "${element.textContent.trim().slice(0, 40)}"`).concat(`page ${document.documentElement.scrollWidth}`);
}

for (const sample of pages) {
  test(`nothing makes the page wider than the screen at ${WIDTHS.join(", ")} px: ${sample.name}`, async () => {
    await visit(sample, {}, async (page) => {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        assert.deepEqual(await page.evaluate(overflowing), [], `${width} px`);
      }
    });
  });

  test(`the page asks no other host, and the browser has nothing to complain of: ${sample.name}`, async () => {
    await visit(sample, {}, async (page, seen) => {
      await scrollThrough(page);
      const strangers = seen.requests.filter((url) => !url.startsWith(origin(sample.portal)) && !url.startsWith("data:"));
      assert.deepEqual(strangers, []);
      assert.deepEqual(seen.complaints, []);
      assert.deepEqual(await page.context().cookies(), []);
    });
  });

  test(`pictures state their size, load, and nothing jumps: ${sample.name}`, async () => {
    await visit(sample, { script: "globalThis.shifts = []; new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: 'layout-shift', buffered: true });" }, async (page) => {
      await scrollThrough(page);
      const odd = await page.evaluate(() =>
        [...document.images]
          .filter((image) => !(Number(image.getAttribute("width")) > 0 && Number(image.getAttribute("height")) > 0) || !image.hasAttribute("alt") || image.naturalWidth === 0)
          .map((image) => image.outerHTML),
      );
      assert.deepEqual(odd, []);
      const shifted = await page.evaluate(() => globalThis.shifts.reduce((sum, value) => sum + value, 0));
      assert.ok(shifted < 0.01, `shifted by ${shifted}`);
    });
  });
}

test("text at twice its size still fits a screen of 640 px", async () => {
  for (const sample of pages.filter(({ portal, lang }) => portal === "fixture" && lang === "vi")) {
    await visit(sample, { viewport: { width: 640, height: 900 } }, async (page) => {
      await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
      assert.deepEqual(await page.evaluate(overflowing), [], sample.name);
    });
  }
});

for (const portal of ["demo", "fixture"]) {
  test(`no page at all of the ${portal} is wider than a screen of 320 px`, async () => {
    const [first, ...others] = addresses(portal).filter((address) => address.endsWith("/"));
    await visit({ portal, address: first }, { viewport: { width: 320, height: 640 }, javaScriptEnabled: false }, async (page) => {
      const wide = [];
      for (const address of others) {
        await page.goto(address);
        for (const element of await page.evaluate(overflowing)) wide.push(`${address} ${element}`);
      }
      assert.deepEqual(wide, []);
    });
  });
}

test("text stays readable on a phone: at least 13 px, and no more than 80 characters a line on a desk", async () => {
  for (const [viewport, address] of [[PHONE, "/vi/du-lich/doi-a1/"], [undefined, "/en/travel/a1-hill/"]]) {
    await visit({ portal: "demo", address }, viewport ? { viewport } : {}, async (page) => {
      const small = await page.evaluate(() => [...document.querySelectorAll("main *")].filter((element) => element.innerText && parseFloat(getComputedStyle(element).fontSize) < 12.5).map((element) => element.outerHTML.slice(0, 120)));
      assert.deepEqual(small, []);
      const columns = await page.evaluate(() => {
        const paragraph = document.querySelector(".prose > p");
        return paragraph.getBoundingClientRect().width / (parseFloat(getComputedStyle(paragraph).fontSize) * 0.5);
      });
      assert.ok(columns <= 85, `${columns} characters a line`);
    });
  }
});
