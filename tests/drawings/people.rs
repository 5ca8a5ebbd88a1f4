//! People: dancers of the xòe ring and plain standing figures, graceful, without faces.

use crate::canvas::{Brush, Canvas};
use crate::color::{Color, across, down, hex};
use crate::shape::{Point, bend, bend_then, blob, circle, ellipse, ribbon};

/// Inks and pose of one dancer, 100 units tall.
#[derive(Clone, Copy)]
pub struct Dancer {
    /// The blouse (xửa cỏm).
    pub blouse: Color,
    /// The long skirt.
    pub skirt: Color,
    /// Skin.
    pub skin: Color,
    /// The head scarf.
    pub scarf: Color,
    /// Bright embroidery and belt.
    pub trim: Color,
    /// True when seen from behind.
    pub back: bool,
    /// Sway of the hips, -1 to 1.
    pub sway: f32,
}

/// Draws a dancer with feet at the origin; hands go to the two points (left, right).
pub fn dancer(b: &mut Brush<'_>, d: &Dancer, hands: [Point; 2]) {
    let s = d.sway * 2.6;
    b.fill(&ellipse(0.0, 0.5, 15.0, 3.0), hex(0x120d18).alpha(0.4));
    let skirt = blob(&[
        (s - 6.2, -60.0), (s * 1.3 - 9.6, -46.0), (-8.8, -24.0), (-11.0, -2.0), (-5.0, 0.6), (4.0, 0.8), (11.0, -2.0),
        (8.8, -24.0), (s * 1.3 + 9.6, -46.0), (s + 6.2, -60.0),
    ]);
    b.fill(&skirt, across(-11.0, 11.0, d.skirt.lit(1.5), d.skirt));
    b.within(&skirt, |b| {
        b.fill(&ribbon(&[(-13.0, -5.5, 3.4), (0.0, -3.2, 3.4), (13.0, -5.5, 3.4)]), d.trim);
        b.fill(&ribbon(&[(2.5 + s, -58.0, 1.0), (3.5, -30.0, 1.2), (2.0, 0.0, 1.4)]), d.skirt.lit(2.1).alpha(0.35));
    });
    for (side, hand) in [(-1.0f32, hands[0]), (1.0, hands[1])] {
        let shoulder = (side * 6.6, -79.5);
        let elbow = ((shoulder.0 + hand.0) / 2.0 + side * 0.6, (shoulder.1 + hand.1) / 2.0 + 3.2);
        b.fill(&ribbon(&[(shoulder.0, shoulder.1, 5.2), (elbow.0, elbow.1, 4.4), (hand.0, hand.1, 3.0)]), d.blouse.lit(0.93));
        b.fill(&circle(hand.0, hand.1, 2.1), d.skin);
    }
    let torso = blob(&[
        (-7.2, -81.5), (-8.0, -76.0), (s * 0.7 - 6.0, -66.0), (s - 6.6, -57.5), (s, -56.0), (s + 6.6, -57.5),
        (s * 0.7 + 6.0, -66.0), (8.0, -76.0), (7.2, -81.5), (0.0, -83.6),
    ]);
    b.fill(&torso, across(-8.0, 8.0, d.blouse.lit(1.06), d.blouse.lit(0.84)));
    b.fill(&ribbon(&[(s - 6.6, -58.6, 3.6), (s, -57.4, 3.6), (s + 6.6, -58.6, 3.6)]), d.trim);
    head(b, d);
}

fn head(b: &mut Brush<'_>, d: &Dancer) {
    b.fill(&ribbon(&[(0.0, -81.0, 4.4), (0.0, -87.0, 4.0)]), d.skin.lit(0.88));
    if d.back {
        b.fill(&ellipse(0.0, -91.5, 5.6, 6.6), d.scarf);
        b.fill(&blob(&[(-5.4, -94.0), (-6.4, -84.0), (-5.6, -70.0), (0.0, -66.0), (5.6, -70.0), (6.4, -84.0), (5.4, -94.0)]), d.scarf);
        b.fill(&ribbon(&[(-5.4, -71.5, 2.4), (0.0, -68.6, 2.4), (5.4, -71.5, 2.4)]), d.trim);
        b.fill(&ribbon(&[(-5.7, -75.5, 1.2), (0.0, -73.0, 1.2), (5.7, -75.5, 1.2)]), hex(0xe9b949));
    } else {
        for y in [-79.0f32, -74.5, -70.0, -65.5, -61.5] {
            b.fill(&ellipse(0.0, y, 1.9, 0.9), d.blouse.lit(0.72));
        }
        b.fill(&ellipse(0.0, -91.0, 5.2, 6.4), across(-5.0, 5.0, d.skin, d.skin.lit(0.86)));
        let wrap = bend_then(&[(-6.2, -90.0), (-6.6, -96.0), (-2.0, -101.0), (4.0, -100.6), (6.8, -95.0), (6.2, -90.0)], &[(5.0, -93.4), (0.0, -95.4), (-5.0, -93.4)]);
        b.fill(&wrap, d.scarf);
        b.fill(&blob(&[(5.2, -96.0), (8.2, -93.0), (9.0, -82.0), (6.6, -80.0), (5.6, -88.0)]), d.scarf);
        b.fill(&ribbon(&[(6.2, -82.6, 1.8), (9.0, -83.6, 1.8)]), d.trim);
    }
    b.fill(&ellipse(0.6, -101.0, 3.6, 3.0), d.scarf.lit(0.8));
}

/// A ring of dancers hand in hand on an ellipse; farther dancers are smaller.
pub struct Ring<'a> {
    /// Centre of the ring, pixels.
    pub center: Point,
    /// Half-axes of the ring, pixels.
    pub radii: Point,
    /// Height of the nearest dancer, pixels.
    pub tall: f32,
    /// Height of the farthest as a part of the nearest.
    pub shrink: f32,
    /// How many dance; one more than a multiple of four puts the near dancers between the far ones.
    pub count: usize,
    /// The dancers' clothes, taken in turn.
    pub cast: &'a [Dancer],
}

impl Ring<'_> {
    fn place(&self, i: usize) -> (Point, f32) {
        let a = (i as f32 + 0.75) / self.count as f32 * std::f32::consts::TAU;
        let near = (a.sin() + 1.0) / 2.0;
        let at = (self.center.0 + a.cos() * self.radii.0 * (0.92 + 0.08 * near), self.center.1 + a.sin() * self.radii.1);
        (at, self.tall / 100.0 * (self.shrink + (1.0 - self.shrink) * near))
    }

    fn hand(&self, i: usize, j: usize) -> Point {
        let ((p, ps), (q, qs)) = (self.place(i), self.place(j));
        ((p.0 + q.0) / 2.0, (p.1 + q.1) / 2.0 - 66.0 * (ps + qs) / 2.0)
    }

    /// The dancers' indices from the farthest to the nearest.
    fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.count).collect();
        order.sort_by(|&a, &b| self.place(a).0.1.total_cmp(&self.place(b).0.1));
        order
    }

    /// Draws the far half (`near` false) or the near half of the ring.
    pub fn paint(&self, canvas: &mut Canvas, near: bool) {
        for i in self.order() {
            let (at, scale) = self.place(i);
            if (at.1 >= self.center.1) == near {
                let neighbours = [(i + self.count - 1) % self.count, (i + 1) % self.count];
                let mut hands = neighbours.map(|j| self.hand(i, j)).map(|h| ((h.0 - at.0) / scale, (h.1 - at.1) / scale));
                if hands[0].0 > hands[1].0 {
                    hands.swap(0, 1);
                }
                let mut d = self.cast[i % self.cast.len()];
                d.back = near;
                d.sway = if i % 2 == 0 { 0.8 } else { -0.8 };
                dancer(&mut canvas.at(at.0, at.1, scale), &d, hands);
            }
        }
    }
}

/// A standing visitor from behind in one ink, 100 units tall.
pub fn onlooker(b: &mut Brush<'_>, ink: Color, kind: usize) {
    let body = if kind.is_multiple_of(2) {
        blob(&[(-9.0, -80.0), (-12.5, -62.0), (-10.5, -44.0), (-9.0, 0.0), (-1.0, 0.0), (0.0, -40.0), (1.5, 0.0), (9.0, 0.0), (10.5, -44.0), (12.5, -62.0), (9.0, -80.0), (0.0, -84.0)])
    } else {
        blob(&[(-8.0, -80.0), (-10.5, -64.0), (-8.0, -52.0), (-13.0, -18.0), (-4.0, -16.0), (-4.0, 0.0), (4.0, 0.0), (4.0, -16.0), (13.0, -18.0), (8.0, -52.0), (10.5, -64.0), (8.0, -80.0), (0.0, -84.0)])
    };
    b.fill(&body, down(-84.0, 0.0, ink.lit(1.25), ink));
    b.fill(&ribbon(&[(0.0, -80.0, 6.0), (0.0, -90.0, 5.0)]), ink);
    b.fill(&ellipse(0.0, -92.0, 6.4, 7.4), ink);
    if kind % 3 == 1 {
        b.fill(&ribbon(&[(0.0, -96.0, 11.0), (4.0, -84.0, 10.0), (5.0, -72.0, 3.0)]), ink);
    }
    if kind % 4 == 2 {
        b.fill(&ribbon(&[(9.0, -76.0, 6.0), (20.0, -86.0, 5.0), (27.0, -98.0, 4.0)]), ink);
        b.line(&bend(&[(26.0, -98.0), (27.0, -101.0)]), 4.0, ink);
    }
}
