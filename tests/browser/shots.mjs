// Screenshots of the built portals, for looking at: node shots.mjs FOLDER [PART-OF-A-NAME].
// Every kind of page, in both languages and both schemes, at the widths of a phone, a tablet and a desk.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launch, scrollThrough } from "./lib/browser.mjs";
import { host } from "./lib/host.mjs";
import { portals, samples } from "./lib/portals.mjs";

const [folder, part = ""] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node shots.mjs FOLDER [PART-OF-A-NAME]");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

const browser = await launch();
for (const portal of Object.keys(portals)) {
  const { origin, close } = await host(portal);
  for (const { kind, lang, address } of samples(portal)) {
    const name = `${portal} ${kind} ${lang}`.replaceAll(/[^\w-]+/g, "-");
    if (!name.includes(part)) continue;
    for (const colorScheme of ["light", "dark"]) {
      const context = await browser.newContext({ baseURL: origin, colorScheme, reducedMotion: "reduce" });
      const page = await context.newPage();
      await page.goto(address);
      for (const width of [360, 768, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await scrollThrough(page);
        await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      }
      await context.close();
    }
    console.log(name);
  }
  await close();
}
await browser.close();
