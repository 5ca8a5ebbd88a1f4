// Builds the two portals that the tests look at: the demo, and the fixture with the page kinds the demo need not have.
// The moment is fixed, so that the pages do not depend on the day of the run.
import { spawnSync } from "node:child_process";
import { program, portals } from "./lib/portals.mjs";

const NOW = "2026-12-01";

for (const { source, out } of Object.values(portals)) {
  const args = ["--lang", "en", "build", "--now", NOW, "--portal", source, "--out", out];
  const { status, error } = spawnSync(program, args, { stdio: "inherit" });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
