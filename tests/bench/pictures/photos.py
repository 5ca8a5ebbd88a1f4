#!/usr/bin/env python3
"""Makes photo-like pictures: 3000x2000 JPEGs with the spectra, edges and grain of camera pictures.

  photos.py --out FOLDER [--number 40] [--seed 1]

Needs NumPy and Pillow (requirements.txt).  The same seed gives the same pictures.  Five kinds of scene take
turns: ridges in haze, terraces with water, woven cloth, roofs and walls, leaves before a blurred ground.  All are put
together from fractal surfaces (power falls with the square of the frequency, as in photographs), lit, blurred by
depth, given the grain of a sensor and a little sharpening, and saved as a camera would, at quality 92 in 4:2:0.
"""
import argparse
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

WIDTH, HEIGHT = 3000, 2000
F = np.float32
Y, X = np.mgrid[0:HEIGHT, 0:WIDTH].astype(F)
X /= HEIGHT                                            # both in picture heights
Y /= HEIGHT


def surface(rng, cells, octaves=7, roughness=0.5, stretch=1.0):
    """A fractal surface from -1 to 1 about: `cells` bumps over the width, each octave twice as fine and `roughness` as high."""
    total = np.zeros((HEIGHT, WIDTH), F)
    for octave in range(octaves):
        wide = min(int(cells * 2 ** octave), WIDTH)
        high = max(2, min(int(wide * stretch * HEIGHT / WIDTH), HEIGHT))
        grid = Image.fromarray(rng.standard_normal((high + 1, wide + 1)).astype(F))
        total += F(roughness ** octave) * np.asarray(grid.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC))
        if wide == WIDTH:
            break
    return np.tanh(total * F(0.8))


def mix(below, above, mask):
    """`above` where `mask` is 1, `below` where it is 0."""
    return below + (above - below) * mask[..., None]


def step(values, width):
    """0 below zero, 1 above it, with an edge of `width`: never harder than a lens draws it."""
    return np.clip(values / F(width) + F(0.5), 0, 1)


def colour(rng, base, spread=0.08):
    """A colour near `base`."""
    return np.clip(np.array(base, F) + rng.uniform(-spread, spread, 3).astype(F), 0, 1)


def shaded(tint, height, light=0.5, relief=120.0):
    """`tint` on a surface of `height`, lit from the upper left."""
    slope = np.gradient(height, axis=1) - np.gradient(height, axis=0)
    return tint * np.clip(F(0.75) + F(light) * np.tanh(slope * F(relief / 8)), 0.1, 1.6)[..., None]


def blurred(picture, radius):
    """As seen out of focus."""
    planes = [Image.fromarray((np.clip(picture[..., i], 0, 1) * 255).astype(np.uint8)) for i in range(3)]
    return np.stack([np.asarray(p.filter(ImageFilter.GaussianBlur(radius)), F) / 255 for p in planes], 2)


def sky(rng):
    """A bright sky with clouds."""
    clouds = step(surface(rng, 3, stretch=1.8) - F(rng.uniform(0, 0.5)), 1.2) * F(0.8)
    blue = colour(rng, (0.42, 0.60, 0.86)) + (Y[..., None] * F(0.35))
    return mix(blue, np.array((0.95, 0.95, 0.96), F), clouds)


def ridges(rng):
    """Wooded ridges, the farther the paler."""
    picture = sky(rng)
    layers = int(rng.integers(4, 7))
    for n in range(layers):
        near = (n + 1) / layers
        crest = surface(rng, 2 + n, 8, 0.48)[HEIGHT // 2] * F(0.16) + F(0.25 + 0.6 * near * rng.uniform(0.8, 1.05))
        mask = step(Y - crest[None, :] - surface(rng, 180, 4, 0.6) * F(0.006 * near), 0.003)
        wood = shaded(colour(rng, (0.18, 0.33, 0.16)), surface(rng, 12 + 20 * n, 8, 0.62), 0.25 + 0.35 * near)
        haze = colour(rng, (0.66, 0.74, 0.83), 0.03)
        picture = mix(picture, wood * F(near) + haze * F(1 - near), mask)
    return picture


def terraces(rng):
    """Terraces along the contours of a hill, some of them under water."""
    hill = surface(rng, 2, 5, 0.42) * F(0.5) + Y * F(1.4)
    level = hill * F(rng.uniform(16, 26))
    edge = np.abs(level - np.round(level))
    number = np.floor(level).astype(int) % 64
    crops = np.array([colour(rng, (0.55, 0.55, 0.18), 0.18) for _ in range(64)], F)
    wet = rng.random(64) < 0.35
    fields = shaded(crops[number], surface(rng, 160, 5, 0.75), 0.45)
    water = mix(sky(rng)[::-1], np.array((0.55, 0.6, 0.6), F), np.full_like(X, 0.3))
    picture = np.where(wet[number][..., None], water, fields)
    wall = shaded(colour(rng, (0.30, 0.27, 0.14)), surface(rng, 220, 5, 0.8), 0.5)
    picture = mix(picture, wall, step(F(0.12) - edge + surface(rng, 90, 4) * F(0.03), 0.03))
    top = step(F(rng.uniform(0.16, 0.26)) + surface(rng, 3)[0][None, :] * F(0.05) - Y, 0.004)
    return mix(picture, ridges(rng), top)


def cloth(rng):
    """Bands of woven and embroidered cloth in folds."""
    fold = surface(rng, 2, 4, 0.4)
    across = X + fold * F(0.05)
    down = Y + surface(rng, 2, 3) * F(0.03)
    bands = rng.uniform(5, 9)
    band = np.floor(across * F(bands)).astype(int) % 16
    tints = np.array([colour(rng, base, 0.12) for base in
                      ((0.12, 0.13, 0.30), (0.62, 0.10, 0.14), (0.10, 0.36, 0.25), (0.86, 0.70, 0.22)) * 4], F)
    count = np.array(rng.integers(8, 22, 16), F)[band]
    inside = np.abs((across * F(bands)) % 1 - F(0.5))
    zigzag = np.abs((down * count) % 1 - F(0.5))
    motif = step(F(0.11) - np.abs(inside - zigzag), 0.05) + step(F(0.10) - np.hypot(inside, zigzag - F(0.5)), 0.04)
    picture = mix(tints[band], tints[(band + 3) % 16], np.clip(motif, 0, 1))
    threads = np.sin(across * F(2 * np.pi * 310)) * np.sin(down * F(2 * np.pi * 310)) * F(0.10)
    picture = picture * (F(1) + threads + surface(rng, 240, 4, 0.8) * F(0.12))[..., None]
    return shaded(picture, fold, 0.5, 2500.0)


def roofs(rng):
    """Walls, windows and tiled roofs: straight edges, repeated details and smooth plaster."""
    picture = mix(sky(rng), ridges(rng), step(Y - F(0.22), 0.01))
    for _ in range(int(rng.integers(9, 15))):
        left, top = rng.uniform(-0.1, 1.35), rng.uniform(0.25, 0.72)
        wide, pitch = rng.uniform(0.22, 0.5), rng.uniform(0.06, 0.12)
        u, v = (X - F(left)) / F(wide), Y - F(top)
        plaster = shaded(colour(rng, (0.80, 0.73, 0.58), 0.14), surface(rng, 6, 8, 0.6), 0.12)
        panes = step(F(0.26) - np.abs((u * 4) % 1 - F(0.5)), 0.01) * step(F(0.30) - np.abs((v * 7) % 1 - F(0.5)), 0.015)
        house = mix(plaster, colour(rng, (0.16, 0.17, 0.20)) + F(0.15) * sky(rng), panes * step(v - F(0.03), 0.005))
        picture = mix(picture, house, step(F(0.5) - np.abs(u - F(0.5)), 0.008) * step(v, 0.002))
        rows, columns = v * F(85), u * F(round(wide * 130))
        tile = np.abs(np.sin(columns * F(np.pi))) * F(0.4) + F(0.6) * ((rows + surface(rng, 200, 2) * F(0.15)) % 1)
        tiles = colour(rng, (0.55, 0.28, 0.20), 0.1) * (F(0.45) + F(0.7) * tile + surface(rng, 150, 5, 0.7) * F(0.12))[..., None]
        gable = F(pitch) * (F(1) - np.clip(np.abs(u - F(0.5)) - F(0.3), 0, 1) * F(4))
        picture = mix(picture, tiles, step(gable + v, 0.002) * step(-v, 0.002))
    return picture


def leaves(rng):
    """Leaves and petals in focus before a ground that is not."""
    ground = shaded(colour(rng, (0.30, 0.42, 0.22), 0.15), surface(rng, 5, 7, 0.6), 0.6, 600.0)
    picture = blurred(mix(ground, colour(rng, (0.75, 0.78, 0.6)), step(surface(rng, 9, 3), 1.0)), rng.uniform(12, 30))
    grain = surface(rng, 60, 6, 0.7)
    for n in range(int(rng.integers(45, 80))):
        angle, size = rng.uniform(0, 2 * np.pi), rng.uniform(0.05, 0.22)
        dx, dy = X - F(rng.uniform(0, 1.5)), Y - F(rng.uniform(0, 1))
        along = (dx * F(np.cos(angle)) + dy * F(np.sin(angle))) / F(size)
        aside = (dy * F(np.cos(angle)) - dx * F(np.sin(angle))) / F(size)
        outline = F(0.42) * np.sqrt(np.clip(F(1) - along * along, 0, 1)) * (F(1) - F(0.35) * along)
        outline[np.abs(along) > 1] = -1
        base = (0.88, 0.80, 0.86) if n % 4 == 0 else (0.22, 0.45, 0.16)
        veins = np.abs((along * 7 + np.abs(aside) * 5) % 1 - F(0.5))
        light = F(0.8) + F(0.35) * aside + F(0.25) * step(F(0.06) - veins, 0.08) + grain * F(0.12) - F(0.4) * step(F(0.02) - np.abs(aside), 0.02)
        picture = mix(picture, colour(rng, base) * light[..., None], step(outline - np.abs(aside), 0.006 / size))
    return picture


def photograph(scene, rng):
    """What a camera makes of a scene: exposure, shadows at the rim, lens, grain and sharpening."""
    rim = F(1) - F(0.25) * ((X - F(0.75)) ** 2 + (Y - F(0.5)) ** 2)
    light = np.clip(scene, 0, 1.2) * (rim * F(rng.uniform(0.85, 1.1)))[..., None]
    light = np.clip(light, 0, 1) ** F(rng.uniform(0.9, 1.15))
    grain = rng.standard_normal((HEIGHT, WIDTH, 1), F) * F(rng.uniform(0.008, 0.022)) + rng.standard_normal(light.shape, F) * F(0.006)
    raw = np.clip(light + grain * (F(0.6) + np.sqrt(light) * F(0.6)), 0, 1)
    picture = Image.fromarray((raw * 255 + F(0.5)).astype(np.uint8))
    return picture.filter(ImageFilter.GaussianBlur(0.6)).filter(ImageFilter.UnsharpMask(1.2, 70, 2))


SCENES = (ridges, terraces, cloth, roofs, leaves)


def write(folder, number, seed):
    """Writes `number` pictures `photo-NN.jpg`, those that are missing; gives their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"photo-{n:02}.jpg" for n in range(number)]
    for n, path in enumerate(paths):
        if not path.exists():
            rng = np.random.default_rng([seed, n])
            half = path.with_suffix(".tmp")
            photograph(SCENES[n % len(SCENES)](rng), rng).save(half, "JPEG", quality=92, subsampling="4:2:0")
            half.rename(path)
    return paths


def main():
    """The command line."""
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--out", type=Path, required=True)
    p.add_argument("--number", type=int, default=40)
    p.add_argument("--seed", type=int, default=1)
    options = p.parse_args()
    sizes = [path.stat().st_size for path in write(options.out, options.number, options.seed)]
    print(f"{len(sizes)} pictures, {min(sizes)} to {max(sizes)} bytes, {sum(sizes)} in all")


if __name__ == "__main__":
    main()
