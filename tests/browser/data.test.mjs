// The page about the data: its readers run against the built portal, and what it names is there.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";
import { origin, useBrowser, visit } from "./lib/browser.mjs";
import { LANGUAGES } from "./lib/portals.mjs";

const folder = mkdtempSync(join(tmpdir(), "hoaban-readers-"));
after(() => rmSync(folder, { recursive: true }));
const run = promisify(execFile);

await useBrowser();

const READERS = [
  { name: "JavaScript", code: ".reader-js", program: process.execPath, file: "reader.mjs" },
  { name: "Python", code: ".reader-py", program: "python3", file: "reader.py" },
];

for (const lang of LANGUAGES) {
  for (const { name, code, program, file } of READERS) {
    test(`the reader in ${name} has ten lines and finds all titles with a key (${lang})`, async () => {
      await visit({ portal: "demo", address: `/${lang}/data/` }, {}, async (page) => {
        const text = await page.locator(code).textContent();
        assert.ok(text.trimEnd().split("\n").length <= 10);
        const path = join(folder, `${lang}-${file}`);
        writeFileSync(path, text);
        const pages = (await (await page.request.get("/data/pages.ndjson")).text()).trim().split("\n").map((line) => JSON.parse(line));
        const own = pages.filter((each) => each.lang === lang).map(({ title }) => title);
        for (const [key, words] of [["hoa ban", /hoa ban/i], ["dien bien", /điện biên/i]]) {
          const { stdout } = await run(program, [path, `${origin("demo")}/`, lang, key]);
          assert.deepEqual(stdout.trim().split("\n").sort(), own.filter((title) => words.test(title)).sort(), key);
        }
        const { stdout } = await run(program, [path, `${origin("demo")}/`, lang, "zzz nothing"]);
        assert.equal(stdout, "");
      });
    });
  }

  test(`every file that the page names is there, and its footer leads to it (${lang})`, async () => {
    await visit({ portal: "demo", address: `/${lang}/` }, { reducedMotion: "reduce" }, async (page, seen) => {
      await page.click(`.foot a[href="/${lang}/data/"]`);
      const links = await page.locator("main a[href^='/']").evaluateAll((all) => all.map((each) => each.getAttribute("href")));
      assert.ok(links.length >= 4);
      for (const link of links) assert.equal((await page.request.get(link)).status(), 200, link);
      const home = await (await page.request.get("/data/pages.ndjson")).text();
      const first = JSON.parse(home.split("\n", 1)[0]);
      const whole = await (await page.request.get(`${new URL(first.url).pathname}index.json`)).json();
      assert.ok(whole.text.length > 0 && whole.id === first.id);
      assert.deepEqual(seen.complaints, []);
    });
  });
}
