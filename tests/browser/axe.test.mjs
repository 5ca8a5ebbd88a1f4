// Accessibility by machine: axe-core's WCAG 2.2 A and AA rules and its best practices, on every kind of page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { DESK, PHONE, useBrowser, visit } from "./lib/browser.mjs";
import { samples } from "./lib/portals.mjs";

const script = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

await useBrowser();

/** Violations of the page as it stands, one line an element. */
async function violations(page) {
  const found = await page.evaluate(async (values) => {
    const { violations } = await globalThis.axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] });
    return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`) }));
  }, RULES);
  return found.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id} (${help}): ${node}`));
}

for (const sample of [...samples("demo"), ...samples("fixture")]) {
  test(`axe finds nothing wrong, small and wide, light and dark: ${sample.name}`, async () => {
    await visit(sample, { script }, async (page) => {
      for (const viewport of [PHONE, DESK]) {
        for (const colorScheme of ["light", "dark"]) {
          await page.setViewportSize(viewport);
          await page.emulateMedia({ colorScheme });
          assert.deepEqual(await violations(page), [], `at ${viewport.width} px in the ${colorScheme} scheme`);
        }
      }
    });
  });
}

for (const lang of ["vi", "en"]) {
  test(`axe finds nothing wrong while the menu of a phone is open (${lang})`, async () => {
    await visit({ portal: "demo", address: `/${lang}/` }, { script, viewport: PHONE }, async (page) => {
      await page.click(".menu-open");
      assert.deepEqual(await violations(page), []);
    });
  });
}
