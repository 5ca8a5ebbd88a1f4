// One Chromium and one host per portal for a test file, and pages that remember what went wrong while they loaded.
import { after } from "node:test";
import { chromium } from "playwright-core";
import { host } from "./host.mjs";
import { portals } from "./portals.mjs";

const EXECUTABLE = process.env.CHROMIUM ?? "/usr/bin/chromium";
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A phone and a desk. */
export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1280, height: 900 };

/** Starts Debian's Chromium without network of its own. */
export const launch = () => chromium.launch({ executablePath: EXECUTABLE, args: FLAGS });

let browser;
const hosts = {};

/** Starts the browser and the hosts, which end after the file's last test. Call once at the top of a test file, with `await`. */
export async function useBrowser() {
  after(async () => {
    await browser?.close();
    for (const { close } of Object.values(hosts)) await close();
  });
  browser = await launch();
  for (const portal of Object.keys(portals)) hosts[portal] = await host(portal);
}

/** Origin of a portal's host: "http://127.0.0.1:40123". */
export const origin = (portal) => hosts[portal].origin;

/**
 * Opens an address in a fresh context and hands the page to `use`; closes it afterwards.
 * `options` are Playwright's for a context, and `script`: source that runs before the page's own.
 */
export async function visit({ portal, address }, options, use) {
  const { script, ...rest } = options;
  const context = await browser.newContext({ viewport: DESK, baseURL: origin(portal), ...rest });
  try {
    if (script) await context.addInitScript(script);
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const seen = observe(page);
    await page.goto(address, { waitUntil: "load" });
    return await use(page, seen);
  } finally {
    await context.close();
  }
}

/** What a page does: addresses it asks for, and all it complains about. */
function observe(page) {
  const seen = { requests: [], complaints: [] };
  page.on("request", (request) => seen.requests.push(request.url()));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) seen.complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => seen.complaints.push(`exception: ${error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 400 && response.url() !== page.url()) seen.complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.on("requestfailed", (request) => {
    // The browser itself drops a picture's request once its place's width is known and another candidate fits better.
    // So it does with the page's icon ("other") when one leaves at once.
    const dropped = ["image", "other"].includes(request.resourceType()) && request.failure()?.errorText === "net::ERR_ABORTED";
    if (!dropped) seen.complaints.push(`failed: ${request.url()}`);
  });
  return seen;
}

/** Scrolls to the end in steps, so that all lazy pictures load, waits for them, and returns to the top. */
export async function scrollThrough(page) {
  await page.evaluate(async () => {
    const root = document.documentElement;
    root.style.scrollBehavior = "auto";
    for (let y = 0; y < root.scrollHeight; y += innerHeight / 2) {
      scrollTo(0, y);
      await new Promise((next) => requestAnimationFrame(() => setTimeout(next, 10)));
    }
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    scrollTo(0, 0);
  });
}
