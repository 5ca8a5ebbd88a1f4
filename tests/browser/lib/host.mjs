// A plain web host for a built portal: files as they are, index.html for folders, 404.html for the rest.
// Every answer carries the policy under which the theme promises to work.
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { portals } from "./portals.mjs";

const MEDIA_TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".ndjson": "application/x-ndjson",
  ".jsonld": "application/ld+json",
  ".svg": "image/svg+xml",
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
};

/** Path of the file that answers a request, or null. */
function fileFor(root, address) {
  const path = normalize(join(root, decodeURIComponent(address)));
  if (!path.startsWith(root) || !existsSync(path)) return null;
  if (!statSync(path).isDirectory()) return path;
  const index = join(path, "index.html");
  return address.endsWith("/") && existsSync(index) ? index : null;
}

/** Serves a portal on a free port of the loopback interface. Returns `{ origin, close }`. */
export async function host(portal) {
  const root = portals[portal].out;
  const server = createServer((request, response) => {
    const found = fileFor(root, new URL(request.url, "http://host").pathname);
    const file = found ?? join(root, "404.html");
    response.writeHead(found ? 200 : 404, {
      "Content-Type": MEDIA_TYPES[extname(file)] ?? "application/octet-stream",
      "Content-Security-Policy": "default-src 'self'",
      "X-Content-Type-Options": "nosniff",
    });
    createReadStream(file).pipe(response);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}
