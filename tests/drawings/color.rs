//! Colours and the ways a shape can be coloured: flat, gradient, or any function of the point.
//!
//! Everything is gamma-encoded sRGB in 0 to 1, as a screen printer mixes inks by eye.

/// One ink: sRGB channels and opacity, each 0 to 1.
#[derive(Clone, Copy, Debug)]
pub struct Color {
    /// Red, green, blue.
    pub rgb: [f32; 3],
    /// Opacity.
    pub alpha: f32,
}

/// The opaque colour written `0xRRGGBB`.
pub const fn hex(code: u32) -> Color {
    Color {
        rgb: [((code >> 16) & 0xff) as f32 / 255.0, ((code >> 8) & 0xff) as f32 / 255.0, (code & 0xff) as f32 / 255.0],
        alpha: 1.0,
    }
}

impl Color {
    /// The same ink at another opacity.
    pub const fn alpha(self, alpha: f32) -> Self {
        Self { rgb: self.rgb, alpha }
    }

    /// Mixes towards `other`; `t` 0 keeps this ink, 1 gives the other.
    pub fn mix(self, other: Self, t: f32) -> Self {
        let t = t.clamp(0.0, 1.0);
        let blend = |a: f32, b: f32| a + (b - a) * t;
        Self { rgb: std::array::from_fn(|i| blend(self.rgb[i], other.rgb[i])), alpha: blend(self.alpha, other.alpha) }
    }

    /// Scales the light of the ink: below 1 darker, above 1 lighter.
    pub fn lit(self, by: f32) -> Self {
        Self { rgb: self.rgb.map(|c| (c * by).clamp(0.0, 1.0)), alpha: self.alpha }
    }
}

/// What colours a shape: gives the ink at a point of the shape's own coordinates.
pub trait Shade {
    /// The ink at `(x, y)`.
    fn at(&self, x: f32, y: f32) -> Color;
}

impl Shade for Color {
    fn at(&self, _x: f32, _y: f32) -> Color {
        *self
    }
}

impl<F: Fn(f32, f32) -> Color> Shade for F {
    fn at(&self, x: f32, y: f32) -> Color {
        self(x, y)
    }
}

/// Hermite step from 0 at `low` to 1 at `high`.
pub fn smoothstep(low: f32, high: f32, x: f32) -> f32 {
    let t = ((x - low) / (high - low)).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

/// A gradient along the line from `from` to `to`.
pub fn linear(from: (f32, f32), to: (f32, f32), start: Color, end: Color) -> impl Shade {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length2 = (dx * dx + dy * dy).max(1e-6);
    move |x: f32, y: f32| start.mix(end, ((x - from.0) * dx + (y - from.1) * dy) / length2)
}

/// A gradient from `top` at height `y0` to `bottom` at `y1`.
pub fn down(y0: f32, y1: f32, top: Color, bottom: Color) -> impl Shade {
    linear((0.0, y0), (0.0, y1), top, bottom)
}

/// A gradient from `left` at `x0` to `right` at `x1`.
pub fn across(x0: f32, x1: f32, left: Color, right: Color) -> impl Shade {
    linear((x0, 0.0), (x1, 0.0), left, right)
}

/// A round gradient from `inner` at `center` to `outer` at `radius`.
pub fn radial(center: (f32, f32), radius: f32, inner: Color, outer: Color) -> impl Shade {
    move |x: f32, y: f32| {
        let distance = (x - center.0).hypot(y - center.1) / radius;
        inner.mix(outer, smoothstep(0.0, 1.0, distance))
    }
}
