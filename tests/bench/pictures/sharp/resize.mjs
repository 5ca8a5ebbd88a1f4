// Every picture of a plan to four widths in some formats, as sharp's own guide does it: one pipeline a file to write,
// sharp's defaults but for the quality number, as many pictures at once as there are processors.
//
//   resize.mjs PLAN-FILE OUT-FOLDER
//
// The plan: [{ "source": "…/photo-00.jpg", "qualities": { "webp": 80, "jpeg": 78 } }, …].
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, join } from "node:path";
import sharp from "sharp";

const WIDTHS = [480, 960, 1440, 1920];
const [planFile, out] = process.argv.slice(2);
const plan = JSON.parse(readFileSync(planFile, "utf8"));

/** Writes all files of one picture. */
async function make({ source, qualities }) {
  const picture = sharp(source);
  const name = basename(source, ".jpg");
  const files = WIDTHS.flatMap((width) => Object.entries(qualities).map(([format, quality]) =>
    picture.clone().resize(width).toFormat(format, { quality }).toFile(join(out, `${name}-${width}.${format}`))));
  await Promise.all(files);
}

const queue = plan.values();
/** Takes pictures off the queue until none is left. */
async function worker() {
  for (const entry of queue) await make(entry);
}
await Promise.all(Array.from({ length: availableParallelism() }, worker));
