//! Skies, ridgelines, mist and water: everything behind the subject.

use crate::canvas::Canvas;
use crate::color::{Color, hex, radial, smoothstep};
use crate::light::Light;
use crate::noise::{Rng, fractal, noise};
use crate::shape::{Point, Shape, along, blob, circle, polygon};

/// The line of a ridge: a smooth curve through `points` broken up by noise.
pub struct Ridge<'a> {
    /// The composed line, left to right, sheet pixels.
    pub points: &'a [Point],
    /// How far noise moves the line, pixels.
    pub rough: f32,
    /// Length of the largest noise feature, pixels.
    pub scale: f32,
    /// How high tree crowns stand above the line, pixels; 0 for grass or bare hills.
    pub crowns: f32,
    /// Seed of the noise.
    pub seed: u64,
}

impl Ridge<'_> {
    /// The height (y) of the line for every pixel column of a sheet `width` wide.
    pub fn heights(&self, width: usize) -> Vec<f32> {
        let dense = along(self.points, 24);
        let mut step = 0;
        (0..=width)
            .map(|column| {
                let x = column as f32;
                while step + 2 < dense.len() && dense[step + 1].0 < x {
                    step += 1;
                }
                let (a, b) = (dense[step], dense[step + 1]);
                let t = ((x - a.0) / (b.0 - a.0).max(1e-3)).clamp(0.0, 1.0);
                a.1 + (b.1 - a.1) * t + self.broken(x)
            })
            .collect()
    }

    fn broken(&self, x: f32) -> f32 {
        let u = x / self.scale;
        let folds = 1.0 - (2.0 * fractal(u, 0.5, 4, self.seed) - 1.0).abs() * 2.2;
        let crowns = if self.crowns > 0.0 {
            let bump = noise(x / (self.crowns * 1.3), 9.0, self.seed + 7);
            (bump * 0.7 + noise(x / (self.crowns * 0.45), 3.0, self.seed + 8) * 0.3) * self.crowns
        } else {
            0.0
        };
        -folds * self.rough - crowns
    }
}

/// How the body of a hill is inked.
#[derive(Clone, Copy)]
pub struct Slope {
    /// Ink along the ridgeline.
    pub crest: Color,
    /// Ink far down, where mist gathers.
    pub foot: Color,
    /// Pixels from crest to foot.
    pub depth: f32,
    /// Ink of the shaded folds.
    pub shade: Color,
    /// Ink of the folds the sun reaches.
    pub gleam: Color,
    /// Strength of the folds, 0 to 1.
    pub relief: f32,
    /// Length of one fold, pixels.
    pub grain: f32,
}

impl Slope {
    /// A forested slope at `near` 0 (horizon) to 1 (foreground) in the inks of `light`.
    pub fn forest(light: &Light, near: f32) -> Self {
        let crest = light.far.mix(light.near, near);
        Self {
            crest,
            foot: crest.mix(light.haze, 0.62 - 0.38 * near),
            depth: 150.0 + 420.0 * near,
            shade: crest.mix(light.shadow, 0.45),
            gleam: crest.mix(light.gleam, 0.34),
            relief: 0.30 + 0.45 * near,
            grain: 110.0 + 190.0 * near,
        }
    }
}

/// Paints the sky of `light`, with the sun at `sun` and its glow reaching `glow` pixels.
pub fn sky(canvas: &mut Canvas, light: &Light, horizon: f32, sun: Option<(Point, f32)>) {
    let light = *light;
    canvas.wash_rows(0.0, canvas.h(), move |x: f32, y: f32| {
        let t = y / horizon + (fractal(x / 900.0, y / 260.0, 2, 5) - 0.5) * 0.10;
        let upper = light.zenith.mix(light.sky, smoothstep(0.0, 0.62, t));
        upper.mix(light.haze, smoothstep(0.45, 1.0, t))
    });
    if let Some((center, size)) = sun {
        let around = radial(center, size * 9.0, light.sun.alpha(0.85), light.sun.alpha(0.0));
        canvas.brush().fill(&circle(center.0, center.1, size * 9.0), around);
        canvas.brush().glow(&circle(center.0, center.1, size), 2.0, light.sun);
    }
}

/// Long thin bands of cloud between the rows `top` and `bottom`.
pub fn clouds(canvas: &mut Canvas, rows: (f32, f32), ink: Color, cover: f32, seed: u64) {
    let (top, bottom) = rows;
    canvas.wash_rows(top, bottom, move |x: f32, y: f32| {
        let edge = smoothstep(top, top + 120.0, y) * (1.0 - smoothstep(bottom - 120.0, bottom, y));
        let drift = fractal(x / 620.0 + 3.0, y / 95.0, 4, seed);
        ink.alpha(ink.alpha * edge * smoothstep(1.0 - cover, 1.18 - cover, drift))
    });
}

/// A heap of cloud with a flat foot: centre of the foot, half width and height in pixels.
pub fn cumulus(canvas: &mut Canvas, foot: Point, size: (f32, f32), inks: (Color, Color), seed: u64) {
    let mut rng = Rng::new(seed);
    let (top, base) = inks;
    let puffs: Vec<(f32, f32, f32)> = (0..44)
        .map(|i| {
            let u = (i as f32 + rng.range(0.0, 1.0)) / 22.0 % 2.0 - 1.0;
            let room = (1.0 - u * u).powf(0.8) * (0.45 + 0.55 * noise(u * 2.3 + 9.0, 0.5, seed));
            let r = size.1 * (0.09 + 0.17 * room) * rng.range(0.8, 1.2);
            (foot.0 + u * size.0, foot.1 - r * 0.6 - rng.range(0.0, 0.72) * room * size.1, r)
        })
        .collect();
    for &(x, y, r) in &puffs {
        canvas.brush().glow(&circle(x, y, r), 5.0, base.mix(top, 0.3));
    }
    for &(x, y, r) in &puffs {
        let lit = radial((x - r * 0.25, y - r * 0.35), r * 1.25, top, top.alpha(0.0));
        canvas.brush().glow(&circle(x, y, r), 4.0, lit);
    }
    let (left, row) = (foot.0 - size.0 * 1.1, foot.1);
    let under = blob(&[
        (left, row + 6.0),
        (foot.0, row - size.1 * 0.16),
        (foot.0 + size.0 * 1.1, row + 6.0),
        (foot.0, row + size.1 * 0.13),
    ]);
    canvas.brush().glow(&under, 16.0, base.alpha(0.75));
}

/// Paints a hill from its ridgeline to the bottom of the sheet; gives back the line.
pub fn hill(canvas: &mut Canvas, ridge: &Ridge<'_>, slope: Slope) -> Vec<f32> {
    let line = ridge.heights(canvas.width);
    let body = under(&line, canvas.h());
    let (heights, seed) = (line.clone(), ridge.seed + 31);
    let shade = move |x: f32, y: f32| {
        let below = y - heights[(x.max(0.0) as usize).min(heights.len() - 1)];
        let t = smoothstep(0.0, 1.0, below / slope.depth);
        let base = slope.crest.mix(slope.foot, t);
        let fold = spur_light(x, below, slope.grain, seed);
        let speck = (fractal(x / 16.0, y / 12.0, 2, seed + 3) - 0.5) * 0.5;
        let lit = smoothstep(0.15, 0.75, fold + speck);
        let dark = smoothstep(0.15, 0.75, -fold + speck);
        let keep = slope.relief * (1.0 - 0.75 * t);
        base.mix(slope.gleam, lit * keep).mix(slope.shade, dark * keep)
    };
    canvas.brush().fill(&body, shade);
    line
}

/// Light on the spurs that run down a slope: 1 facing the light (left), -1 turned away.
///
/// The relief is noise stretched down the slope; its sideways difference is the light.
fn spur_light(x: f32, below: f32, grain: f32, seed: u64) -> f32 {
    let sway = (fractal(x / (grain * 3.0), below / (grain * 1.5), 2, seed + 60) - 0.5) * 2.2;
    let relief = |u: f32| 1.0 - (2.0 * fractal(u, below / (grain * 3.2) + 4.0, 3, seed) - 1.0).abs();
    let u = x / grain + sway + below / (grain * 3.0);
    ((relief(u + 0.10) - relief(u - 0.10)) * 4.0).clamp(-1.0, 1.0)
}

/// The area below a line of heights.
pub fn under(line: &[f32], bottom: f32) -> Shape {
    let mut edge: Vec<Point> = line.iter().enumerate().step_by(2).map(|(x, &y)| (x as f32, y)).collect();
    let right = line.len() as f32;
    edge.push((right, line[line.len() - 1]));
    edge.push((right, bottom + 4.0));
    edge.push((-2.0, bottom + 4.0));
    edge.push((-2.0, line[0]));
    polygon(&edge)
}

/// Mist lying around the row `y`, fading over `thick` pixels; the ink's opacity is its greatest density.
pub fn mist(canvas: &mut Canvas, y: f32, thick: f32, ink: Color, seed: u64) {
    canvas.wash_rows(y - thick * 2.2, y + thick * 2.2, move |px: f32, py: f32| {
        let center = y + (fractal(px / 700.0, 1.5, 3, seed) - 0.5) * thick * 1.4;
        let d = (py - center) / thick;
        let wisps = 0.35 + 1.1 * fractal(px / 420.0, py / 70.0, 4, seed + 5);
        ink.alpha((ink.alpha * (-d * d).exp() * wisps).min(1.0))
    });
}

/// A bank of mist with a soft billowing upper edge, filling everything below row `y`.
pub fn sea_of_cloud(canvas: &mut Canvas, y: f32, rise: f32, inks: (Color, Color), seed: u64) {
    let bottom = canvas.h();
    canvas.wash_rows(y - rise * 1.6, bottom, move |px: f32, py: f32| {
        let top = y - rise * (1.6 * fractal(px / 300.0, 0.7, 4, seed) - 0.3);
        let body = smoothstep(top - 14.0, top + rise * 0.5, py);
        let billow = fractal(px / 260.0, py / 80.0, 4, seed + 9);
        let ink = inks.1.mix(inks.0, smoothstep(0.34, 0.66, billow));
        ink.alpha(ink.alpha * body)
    });
}

/// Slanting shafts of light from `source`, drawn down to the row `reach`.
pub fn rays(canvas: &mut Canvas, source: Point, reach: f32, ink: Color, seed: u64) {
    canvas.wash_rows(0.0, reach, move |x: f32, y: f32| {
        let angle = (x - source.0).atan2(y - source.1);
        let beam = smoothstep(0.46, 0.72, fractal(angle * 13.0, 0.3, 2, seed));
        let fall = 1.0 - smoothstep(0.0, reach, y);
        ink.alpha(ink.alpha * beam * fall * smoothstep(-20.0, 260.0, y - source.1 + 200.0))
    });
}

/// Stars in the rows above `bottom`.
pub fn stars(canvas: &mut Canvas, bottom: f32, count: usize, seed: u64) {
    let mut rng = Rng::new(seed);
    for _ in 0..count {
        let (x, y) = (rng.range(0.0, canvas.w()), bottom * rng.range(0.0, 1.0).powf(1.5));
        let size = rng.range(1.0, 2.8);
        canvas.brush().fill(&circle(x, y, size), hex(0xfff6dc).alpha(rng.range(0.25, 0.85)));
    }
}

/// Crowns of a wood standing along a polyline, back to front; each crown is lit from the upper left.
pub fn thicket(canvas: &mut Canvas, path: &[Point], size: (f32, f32), inks: (Color, Color), seed: u64) {
    let mut rng = Rng::new(seed);
    let dense = along(path, 30);
    let length: f32 = dense.windows(2).map(|w| (w[1].0 - w[0].0).hypot(w[1].1 - w[0].1)).sum();
    let count = (length / (size.0 * 0.55)) as usize;
    for i in 0..count {
        let (x, y) = dense[i * (dense.len() - 1) / count.max(1)];
        let r = rng.range(size.0, size.1);
        let ink = inks.0.mix(inks.1, rng.range(0.0, 0.55));
        crown(canvas, (x + rng.range(-r, r) * 0.5, y + rng.range(-0.5, 0.5) * r), r, (ink, inks.1), &mut rng);
    }
}

/// One round crown of leaves: a lumpy outline with a lit side, and loose leaves where it is large.
pub fn crown(canvas: &mut Canvas, center: Point, r: f32, inks: (Color, Color), rng: &mut Rng) {
    let lobes = 11 + (r / 9.0) as usize;
    let reaches: Vec<f32> = (0..lobes).map(|_| r * rng.range(0.84, 1.1)).collect();
    let at = |i: f32, reach: f32| {
        let angle = i / lobes as f32 * std::f32::consts::TAU;
        (angle.cos() * reach, angle.sin() * reach * 0.86)
    };
    let outline: Vec<Point> =
        (0..lobes).flat_map(|i| [at(i as f32, reaches[i]), at(i as f32 + 0.5, reaches[i] * 0.91)]).collect();
    let (dark, light) = inks;
    let seed = (center.0 * 7.0 + center.1 * 13.0) as u64;
    let shade = move |x: f32, y: f32| {
        let slant = (x * 0.5 + y * 0.8) / r;
        let leafy = fractal(x / (r * 0.22), y / (r * 0.18), 3, seed) - 0.5;
        let lit = smoothstep(0.25, -0.75, slant + leafy * 1.3);
        let deep = smoothstep(0.3, 1.0, slant + leafy * 0.9);
        dark.mix(light, lit * 0.75).mix(dark.lit(0.62), deep * 0.8)
    };
    canvas.at(center.0, center.1, 1.0).fill(&blob(&outline), shade);
    if r > 38.0 {
        loose_leaves(canvas, center, r, &shade, rng);
    }
}

/// Small leaves over a crown and past its edge, each a little lighter or darker than what it lies on.
fn loose_leaves(canvas: &mut Canvas, center: Point, r: f32, shade: &impl Fn(f32, f32) -> Color, rng: &mut Rng) {
    for _ in 0..(r * 0.75) as usize {
        let angle = rng.range(0.0, std::f32::consts::TAU);
        let out = r * rng.range(0.35, 1.1);
        let (x, y) = (angle.cos() * out, angle.sin() * out * 0.86);
        let (long, turn) = (5.0 + r * 0.07, rng.range(0.0, 180.0));
        let ink = shade(x * 0.9, y * 0.9).lit(rng.range(0.86, 1.16));
        let leaf = blob(&[(-long, 0.0), (0.0, -long * 0.42), (long, 0.0), (0.0, long * 0.42)]);
        canvas.at(center.0 + x, center.1 + y, 1.0).turned(turn).fill(&leaf, ink);
    }
}
