//! The sheet that is drawn on, and the brush that draws on it.
//!
//! The sheet holds floating-point sRGB, so that many thin washes of mist do not band. Outlines are
//! rasterised by tiny-skia with antialiasing; what colours them is any [`Shade`].

use crate::color::{Color, Shade, smoothstep};
use crate::noise::fractal;
use crate::shape::Shape;
use tiny_skia::{FillRule, Mask, Path, Transform};

/// A picture being drawn; opaque, top row first.
pub struct Canvas {
    /// Width in pixels.
    pub width: usize,
    /// Height in pixels.
    pub height: usize,
    pixels: Vec<[f32; 3]>,
    clip: Option<Mask>,
}

/// How much of each pixel of a window of the sheet a shape covers.
struct Coverage {
    left: i32,
    top: i32,
    mask: Mask,
}

impl Coverage {
    /// Rasterises `path` with `margin` spare pixels round it; nothing when it lies off the sheet.
    fn of(path: &Path, margin: f32, size: (usize, usize)) -> Option<Self> {
        let bounds = path.bounds();
        let limit = |v: f32, max: usize| v.clamp(-margin, max as f32 + margin) as i32;
        let left = limit((bounds.left() - margin - 1.0).floor(), size.0);
        let top = limit((bounds.top() - margin - 1.0).floor(), size.1);
        let right = limit((bounds.right() + margin + 2.0).ceil(), size.0);
        let bottom = limit((bounds.bottom() + margin + 2.0).ceil(), size.1);
        let mut mask = Mask::new(u32::try_from(right - left).ok()?, u32::try_from(bottom - top).ok()?)?;
        let shift = Transform::from_translate(-left as f32, -top as f32);
        mask.fill_path(path, FillRule::Winding, true, shift);
        Some(Self { left, top, mask })
    }

    /// Blurs the coverage: three box passes, close to a Gaussian of the given radius.
    fn blur(&mut self, radius: f32) {
        let (width, height) = (self.mask.width() as usize, self.mask.height() as usize);
        let reach = ((radius / 1.7) as usize).max(1);
        let mut plane: Vec<f32> = self.mask.data().iter().map(|&v| f32::from(v)).collect();
        for _ in 0..3 {
            box_blur(&mut plane, (width, 1), (height, width), reach);
            box_blur(&mut plane, (height, width), (width, 1), reach);
        }
        for (to, from) in self.mask.data_mut().iter_mut().zip(plane) {
            *to = from.round().clamp(0.0, 255.0) as u8;
        }
    }
}

/// A running mean over lines of `along.0` values `along.1` apart; lines are `across.0`, `across.1` apart.
fn box_blur(plane: &mut [f32], along: (usize, usize), across: (usize, usize), reach: usize) {
    let (count, step) = along;
    let mut line = vec![0.0; count];
    for start in (0..across.0).map(|i| i * across.1) {
        for (i, value) in line.iter_mut().enumerate() {
            *value = plane[start + i * step];
        }
        let mut sum: f32 = line.iter().take(reach).sum();
        for i in 0..count {
            sum += line.get(i + reach).copied().unwrap_or(0.0);
            if i > reach {
                sum -= line[i - reach - 1];
            }
            plane[start + i * step] = sum / (2 * reach + 1) as f32;
        }
    }
}

impl Canvas {
    /// A sheet of one colour.
    pub fn new(width: usize, height: usize, paper: Color) -> Self {
        Self { width, height, pixels: vec![paper.rgb; width * height], clip: None }
    }

    /// Width in the units brushes use.
    pub fn w(&self) -> f32 {
        self.width as f32
    }

    /// Height in the units brushes use.
    pub fn h(&self) -> f32 {
        self.height as f32
    }

    /// A brush in the sheet's own pixels.
    pub fn brush(&mut self) -> Brush<'_> {
        Brush { canvas: self, to: Transform::identity() }
    }

    /// A brush whose origin is `(x, y)` and whose unit is `scale` pixels.
    pub fn at(&mut self, x: f32, y: f32, scale: f32) -> Brush<'_> {
        Brush { canvas: self, to: Transform::from_row(scale, 0.0, 0.0, scale, x, y) }
    }

    /// Lays ink over every pixel.
    pub fn wash(&mut self, shade: impl Shade) {
        self.wash_rows(0.0, self.height as f32, shade);
    }

    /// Lays ink over the rows from `top` down to `bottom`.
    pub fn wash_rows(&mut self, top: f32, bottom: f32, shade: impl Shade) {
        let rows = top.max(0.0) as usize..(bottom.max(0.0) as usize).min(self.height);
        for y in rows {
            for x in 0..self.width {
                let ink = shade.at(x as f32, y as f32);
                self.blend(x, y, ink, 1.0);
            }
        }
    }

    /// Draws only inside `shape` (sheet coordinates) while `draw` runs.
    pub fn clipped(&mut self, shape: &Shape, draw: impl FnOnce(&mut Self)) {
        let (Some(path), Some(mut mask)) = (&shape.0, Mask::new(self.width as u32, self.height as u32)) else {
            return;
        };
        mask.fill_path(path, FillRule::Winding, true, Transform::identity());
        let outer = self.clip.replace(mask);
        draw(self);
        self.clip = outer;
    }

    /// Fills `shape` with soft edges, but only where it lies inside `outer`.
    pub fn within_soft(&mut self, outer: &Shape, shape: &Shape, shade: impl Shade) {
        self.clipped(outer, |canvas| canvas.brush().glow(shape, 5.0, shade));
    }

    fn blend(&mut self, x: usize, y: usize, ink: Color, cover: f32) {
        let index = y * self.width + x;
        let clip = self.clip.as_ref().map_or(1.0, |mask| f32::from(mask.data()[index]) / 255.0);
        let alpha = ink.alpha * cover * clip;
        for (under, over) in self.pixels[index].iter_mut().zip(ink.rgb) {
            *under += (over - *under) * alpha;
        }
    }

    fn lay(&mut self, coverage: &Coverage, shade: impl Shade) {
        let width = coverage.mask.width() as usize;
        for (index, &cover) in coverage.mask.data().iter().enumerate() {
            let x = coverage.left + (index % width) as i32;
            let y = coverage.top + (index / width) as i32;
            let inside = x >= 0 && y >= 0 && (x as usize) < self.width && (y as usize) < self.height;
            if cover > 0 && inside {
                let ink = shade.at(x as f32, y as f32);
                self.blend(x as usize, y as usize, ink, f32::from(cover) / 255.0);
            }
        }
    }

    /// Mirrors what stands above `horizon` into the rows below it, `stretch` times as tall, with ripples.
    pub fn reflect(&mut self, shore: &Shape, horizon: f32, stretch: f32, tint: Color) {
        let source = self.pixels.clone();
        let (width, height) = (self.width, self.height);
        let mirrored = move |x: f32, y: f32| {
            let depth = y - horizon;
            let wave = (fractal(x / 160.0, y / (5.0 + depth * 0.02), 2, 71) - 0.5) * (6.0 + depth * 0.10);
            let from_y = (horizon - depth / stretch + wave * 0.5).clamp(0.0, height as f32 - 1.0);
            let from_x = (x + wave).clamp(0.0, width as f32 - 1.0);
            let rgb = source[from_y as usize * width + from_x as usize];
            Color { rgb, alpha: 1.0 }.mix(tint.alpha(1.0), tint.alpha)
        };
        self.brush().fill(shore, mirrored);
    }

    /// The finished picture as 8-bit RGB: paper tooth and a slight fall of light to the corners.
    pub fn finish(&self, seed: u64) -> Vec<u8> {
        let (cx, cy) = (self.w() / 2.0, self.h() / 2.0);
        let mut out = Vec::with_capacity(self.pixels.len() * 3);
        for (index, pixel) in self.pixels.iter().enumerate() {
            let (x, y) = ((index % self.width) as f32, (index / self.width) as f32);
            let far = ((x - cx) / cx).hypot((y - cy) / cy);
            let tooth = (fractal(x / 18.0, y / 18.0, 2, seed) - 0.5) * 0.014;
            let light = 1.0 - 0.07 * smoothstep(0.75, 1.42, far);
            out.extend(pixel.map(|c| (((c + tooth) * light).clamp(0.0, 1.0) * 255.0).round() as u8));
        }
        out
    }
}

/// Draws on a [`Canvas`] in its own coordinates.
pub struct Brush<'a> {
    canvas: &'a mut Canvas,
    to: Transform,
}

impl Brush<'_> {
    /// A brush inside this one: origin at `(x, y)`, unit `scale`.
    pub fn at(&mut self, x: f32, y: f32, scale: f32) -> Brush<'_> {
        let to = self.to.pre_translate(x, y).pre_scale(scale, scale);
        Brush { canvas: self.canvas, to }
    }

    /// A brush turned clockwise about the origin.
    pub fn turned(&mut self, degrees: f32) -> Brush<'_> {
        let to = self.to.pre_concat(Transform::from_rotate(degrees));
        Brush { canvas: self.canvas, to }
    }

    /// A brush stretched by different amounts along its axes; -1 mirrors.
    pub fn stretched(&mut self, sx: f32, sy: f32) -> Brush<'_> {
        let to = self.to.pre_scale(sx, sy);
        Brush { canvas: self.canvas, to }
    }

    fn cover(&mut self, shape: &Shape, blur: f32, shade: impl Shade) {
        let (Some(path), Some(back)) = (shape.clone().transformed(self.to).0, self.to.invert()) else {
            return;
        };
        let size = (self.canvas.width, self.canvas.height);
        let Some(mut coverage) = Coverage::of(&path, blur * 2.0, size) else {
            return;
        };
        if blur > 0.0 {
            coverage.blur(blur);
        }
        let local = |x: f32, y: f32| {
            let (x, y) = (x + 0.5, y + 0.5);
            shade.at(back.sx * x + back.kx * y + back.tx, back.ky * x + back.sy * y + back.ty)
        };
        self.canvas.lay(&coverage, local);
    }

    /// Fills a shape.
    pub fn fill(&mut self, shape: &Shape, shade: impl Shade) {
        self.cover(shape, 0.0, shade);
    }

    /// Draws along a shape's outline with a round pen.
    pub fn line(&mut self, shape: &Shape, width: f32, shade: impl Shade) {
        self.cover(&shape.outlined(width), 0.0, shade);
    }

    /// Fills a shape with edges blurred over `radius` pixels of the sheet.
    pub fn glow(&mut self, shape: &Shape, radius: f32, shade: impl Shade) {
        self.cover(shape, radius, shade);
    }

    /// Draws only inside `shape` (this brush's coordinates) while `draw` runs.
    pub fn within(&mut self, shape: &Shape, draw: impl FnOnce(&mut Brush<'_>)) {
        let to = self.to;
        let outline = shape.clone().transformed(to);
        self.canvas.clipped(&outline, |canvas| draw(&mut Brush { canvas, to }));
    }
}
