//! Worked land: the patchwork of paddies on a plain, terraces on a slope, rows of grass and rice.

use crate::canvas::Canvas;
use crate::color::{Color, smoothstep};
use crate::noise::{Rng, cell, fractal};
use crate::shape::{Point, Shape, ribbon};

/// A flat plain seen from a height, as paddies see the sky: parcels in perspective.
pub struct Plain<'a> {
    /// Row of the horizon, pixels; the plain starts below it.
    pub horizon: f32,
    /// Column the parcels run towards.
    pub vanish: f32,
    /// Size of a parcel: larger is coarser.
    pub parcel: f32,
    /// How far the parcels are turned, radians.
    pub turn: f32,
    /// Inks of the parcels.
    pub inks: &'a [Color],
    /// Ink of the bunds between them.
    pub bund: Color,
    /// What the distance fades to.
    pub haze: Color,
    /// Seed of the parcels.
    pub seed: u64,
}

impl Plain<'_> {
    /// Fills `area` with parcels.
    pub fn paint(&self, canvas: &mut Canvas, area: &Shape) {
        let reach = canvas.h() - self.horizon;
        canvas.brush().fill(area, move |x: f32, y: f32| self.ink(x, y, reach));
    }

    fn ink(&self, x: f32, y: f32, reach: f32) -> Color {
        let down = ((y - self.horizon) / reach).max(0.012);
        let z = 1.0 / (down + 0.05);
        let (px, pz) = ((x - self.vanish) / reach * z * 1.4, z * 2.0);
        let (sin, cos) = self.turn.sin_cos();
        let warp = (fractal(px * 0.35, pz * 0.35, 2, self.seed) - 0.5) * 2.4;
        let (a, b) = ((px * cos - pz * sin) / self.parcel + warp, (px * sin + pz * cos) / self.parcel + warp * 0.6);
        let row = b.floor();
        let length = 1.1 + 1.6 * cell(row as i64, 3, self.seed);
        let column = a / length + cell(row as i64, 7, self.seed) * 9.0;
        let (i, j) = (column.floor() as i64, row as i64);
        let ink = self.inks[(cell(i, j, self.seed + 1) * self.inks.len() as f32) as usize % self.inks.len()];
        let tone = 0.93 + 0.14 * cell(i, j, self.seed + 2);
        let (u, v) = ((column - column.floor() - 0.5).abs(), (b - row - 0.5).abs());
        let thin = 0.026 + 0.05 * z / (20.0 * self.parcel);
        let edge =
            smoothstep(0.5 - thin, 0.5 - thin * 0.45, v).max(smoothstep(0.5 - thin / length, 0.5 - thin * 0.45 / length, u));
        let furrow = (fractal(a * 2.2, b * 16.0, 2, self.seed + 4) - 0.5) * 0.16 * smoothstep(0.05, 0.5, down);
        let near = smoothstep(0.0, 0.42, down);
        ink.lit(tone + furrow).mix(self.bund, edge * 0.75).mix(self.haze, (1.0 - near) * 0.75)
    }
}

/// Terraces stepping down a slope below a line of heights.
pub struct Terraces<'a> {
    /// Height of a step at the crest and at the bottom of the sheet, pixels.
    pub step: (f32, f32),
    /// How far the steps wander, in steps.
    pub wander: f32,
    /// Length of one bend of a step, pixels.
    pub bend: f32,
    /// Inks of the fields, each step passing slowly from one to the next.
    pub inks: &'a [Color],
    /// Ink of the banks.
    pub bank: Color,
    /// Ink of the lit rims.
    pub rim: Color,
    /// Seed of the bends.
    pub seed: u64,
}

impl Terraces<'_> {
    /// Fills everything below `line`.
    pub fn paint(&self, canvas: &mut Canvas, line: &[f32]) {
        let bottom = canvas.h();
        let body = crate::landscape::under(line, bottom);
        canvas.brush().fill(&body, |x: f32, y: f32| {
            let crest = line[(x.max(0.0) as usize).min(line.len() - 1)];
            self.ink(x, y - crest, (bottom - crest).max(1.0))
        });
    }

    /// The ink `below` pixels under the crest of a slope `reach` pixels long.
    pub fn ink(&self, x: f32, below: f32, reach: f32) -> Color {
        let t = below / reach;
        let growth = (self.step.1 / self.step.0).max(1.001).ln();
        let steps = reach * growth / (self.step.1 - self.step.0).max(0.01);
        let level = steps * (1.0 + t * (self.step.1 / self.step.0 - 1.0)).ln() / growth;
        let swing = fractal(x / self.bend, below / (self.bend * 0.8), 3, self.seed) - 0.5;
        let at = level + swing * self.wander;
        let (tier, within) = (at.floor(), at - at.floor());
        let count = self.inks.len() as f32;
        let ripe = smoothstep(0.15, 0.85, fractal(x / (self.bend * 0.7), tier * 3.7, 2, self.seed + 3)) * (count - 1.001);
        let (first, blend) = (ripe.floor(), smoothstep(0.35, 0.65, ripe - ripe.floor()));
        let field = self.inks[first as usize].mix(self.inks[first as usize + 1], blend);
        let shine = field.mix(self.rim, 0.35 * smoothstep(0.55, 0.0, within));
        let rim = smoothstep(0.62, 0.66, within) * (1.0 - smoothstep(0.68, 0.73, within));
        shine.mix(self.bank, smoothstep(0.70, 0.76, within)).mix(self.rim, rim * 0.85)
    }
}

/// Blades of grass or rice standing along a line: from `left` to `right`, feet at `foot(x)`.
pub struct Blades {
    /// First and last column, pixels.
    pub columns: (f32, f32),
    /// Shortest and tallest blade, pixels.
    pub height: (f32, f32),
    /// Pixels between blades.
    pub spacing: f32,
    /// How far tips lean sideways, as a part of the height.
    pub lean: (f32, f32),
    /// Inks at foot and tip.
    pub inks: (Color, Color),
    /// Seed.
    pub seed: u64,
}

impl Blades {
    /// Draws the blades; `foot` gives the row a blade stands on.
    pub fn paint(&self, canvas: &mut Canvas, foot: impl Fn(f32) -> f32) {
        let mut rng = Rng::new(self.seed);
        let mut x = self.columns.0;
        while x < self.columns.1 {
            let height = rng.range(self.height.0, self.height.1);
            let lean = rng.range(self.lean.0, self.lean.1) * height;
            let ink = self.inks.0.mix(self.inks.1, rng.range(0.0, 1.0));
            let (base, thick): (Point, f32) = ((x, foot(x) + 6.0), 2.0 + height * 0.035);
            let blade = ribbon(&[
                (base.0, base.1, thick),
                (base.0 + lean * 0.25, base.1 - height * 0.6, thick * 0.8),
                (base.0 + lean, base.1 - height, 0.4),
            ]);
            canvas.brush().fill(&blade, ink);
            x += self.spacing * rng.range(0.5, 1.5);
        }
    }
}
