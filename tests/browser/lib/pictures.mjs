// What a browser has to choose from the candidates of a picture, worked out from the markup alone, and what published files say of themselves.

const ROOT = 16;

/** "(min-width: 40em)" or "(max-width: 480px)": whether it holds at a width in CSS pixels; an empty query always does. */
export function holds(query, width) {
  if (!query) return true;
  const [, bound, number, unit] = /^\((min|max)-width:\s*([\d.]+)(em|rem|px)\)$/.exec(query);
  const limit = Number(number) * (unit === "px" ? 1 : ROOT);
  return bound === "min" ? width >= limit : width <= limit;
}

/** The length that `sizes` asks for at a width, in CSS pixels; "auto" is the width of the picture's box. */
export function lengthOf(sizes, width, box) {
  for (const part of sizes.split(",").map((text) => text.trim())) {
    if (part === "auto") return box;
    const [, query, number, unit] = /^(\([^)]*\))?\s*([\d.]+)(vw|rem|em|px)$/.exec(part);
    if (holds(query, width)) return Number(number) * { vw: width / 100, rem: ROOT, em: ROOT, px: 1 }[unit];
  }
  throw new Error(`no length for ${width} px in "${sizes}"`);
}

/** "/a-480.x.webp 480w, .." as `[{ url, width }]`. */
export const candidates = (srcset) =>
  srcset.split(",").map((text) => {
    const [url, descriptor] = text.trim().split(/\s+/);
    return { url, width: parseInt(descriptor, 10) };
  });

/**
 * The address that a picture shows: of the first source whose query holds, the narrowest candidate that fills the place,
 * or the widest. `picture` is `{ sources: [{ media, srcset, sizes }], box }`, the `<img>` last among the sources.
 */
export function expected(picture, width, density) {
  const { srcset, sizes } = picture.sources.find(({ media }) => holds(media, width));
  const needed = lengthOf(sizes, width, picture.box) * density;
  const all = candidates(srcset);
  return (all.find((candidate) => candidate.width >= needed - 0.5) ?? all.at(-1)).url;
}

/** Runs in the page: every picture that has candidates, with its place and what it shows. */
export function pictures() {
  return [...document.images].filter((image) => image.srcset).map((image) => {
    const box = image.getBoundingClientRect();
    const [width, height] = [image.getAttribute("width"), image.getAttribute("height")].map(Number);
    const all = [...(image.closest("picture")?.querySelectorAll("source") ?? []), image];
    const covers = getComputedStyle(image).objectFit === "cover";
    return {
      place: ["hero-picture", "banner", "cover", "card-picture", "item-picture", "card-link", "gallery", "video", "picture"].find((place) => image.closest(`.${place}`)),
      sources: all.map(({ media, srcset, sizes }) => ({ media: media ?? "", srcset, sizes })),
      chosen: new URL(image.currentSrc, location.href).pathname,
      box: box.width,
      shown: (covers ? Math.max(box.width, (box.height * width) / height) : box.width) * devicePixelRatio,
      ratio: width / height,
      natural: image.naturalWidth / image.naturalHeight,
    };
  });
}

/** Width and height of a JPEG, from its frame header; null for anything else. */
export function jpegSize(bytes) {
  if (bytes.readUInt16BE(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1];
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
  }
  return null;
}
