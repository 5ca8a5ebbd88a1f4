//! Trees, blossom and crops, drawn close enough to name.

use crate::canvas::{Brush, Canvas};
use crate::color::{Color, across, down, hex, radial, smoothstep};
use crate::landscape::crown;
use crate::noise::{Rng, fractal};
use crate::shape::{Point, along, bend, blob, circle, ellipse, ribbon};

/// A ban blossom (Bauhinia variegata) about the origin, petals 100 units long, lip petal upwards.
pub fn ban_flower(b: &mut Brush<'_>, blush: f32) {
    for (angle, size) in [(-128.0, 0.96), (128.0, 0.96), (-64.0, 1.0), (64.0, 1.0), (0.0, 1.06)] {
        ban_petal(&mut b.turned(angle).at(0.0, 0.0, size), angle == 0.0, blush);
    }
    for (i, tilt) in [-34.0f32, -16.0, 2.0, 19.0, 36.0].into_iter().enumerate() {
        let mut s = b.turned(180.0 + tilt);
        let reach = 58.0 - (i as f32 - 2.0).abs() * 5.0;
        s.line(&bend(&[(0.0, 0.0), (5.0, -reach * 0.5), (0.0, -reach)]), 2.2, hex(0xf3c4d9));
        s.at(0.0, -reach, 1.0).fill(&ellipse(0.0, 0.0, 3.4, 5.6), hex(0xb9722c));
    }
    b.fill(&circle(0.0, 0.0, 6.0), hex(0x9db35a));
}

fn ban_petal(b: &mut Brush<'_>, lip: bool, blush: f32) {
    let outline = blob(&[
        (0.0, 2.0), (-8.0, -18.0), (-27.0, -46.0), (-35.0, -72.0), (-27.0, -93.0), (-10.0, -101.0),
        (3.0, -97.0), (15.0, -102.0), (30.0, -90.0), (34.0, -70.0), (25.0, -44.0), (8.0, -18.0),
    ]);
    let tip = hex(0xfffaf6).mix(hex(0xf7c9dc), blush);
    let heart = if lip { hex(0xcf3f8a) } else { hex(0xf1a9c8).mix(hex(0xe07fae), blush) };
    b.fill(&outline, move |x: f32, y: f32| {
        let d = x.hypot(y) / if lip { 88.0 } else { 72.0 };
        let side = smoothstep(-36.0, 40.0, x) * 0.16;
        heart.mix(tip, smoothstep(0.05, 1.0, d)).mix(hex(0xd99fbf), side)
    });
    b.line(&outline, 1.1, hex(0xd68fb3).alpha(0.55));
    let vein = if lip { hex(0x9c1560).alpha(0.8) } else { hex(0xd283ab).alpha(0.45) };
    for (sway, reach) in [(0.0, 90.0), (-13.0, 78.0), (13.0, 78.0), (-24.0, 62.0), (24.0, 60.0)] {
        let path = ribbon(&[(sway * 0.1, -8.0, 3.0), (sway * 0.6, -reach * 0.5, 2.4), (sway, -reach, 0.4)]);
        b.fill(&path, vein);
    }
}

/// A two-lobed ban leaf hanging from the origin, about 90 units long, tip downwards.
pub fn ban_leaf(b: &mut Brush<'_>, dark: Color, light: Color) {
    let outline = blob(&[
        (0.0, 0.0), (-22.0, -4.0), (-45.0, 14.0), (-52.0, 46.0), (-38.0, 80.0), (-17.0, 90.0), (-4.0, 76.0),
        (0.0, 64.0), (4.0, 76.0), (17.0, 90.0), (38.0, 80.0), (52.0, 46.0), (45.0, 14.0), (22.0, -4.0),
    ]);
    b.fill(&outline, across(-10.0, 10.0, light, dark));
    for sway in [-40.0f32, -22.0, -7.0, 7.0, 22.0, 40.0] {
        let path = ribbon(&[(0.0, 2.0, 2.2), (sway * 0.75, 34.0, 1.6), (sway * 0.95, 72.0 - sway.abs() * 0.3, 0.4)]);
        b.fill(&path, light.lit(1.25).alpha(0.4));
    }
}

/// A pointed bud on a short stalk, about 50 units long, pointing up from the origin.
pub fn ban_bud(b: &mut Brush<'_>) {
    b.line(&bend(&[(0.0, 0.0), (1.0, -12.0)]), 4.0, hex(0x5d6b3a));
    let body = blob(&[(0.0, -8.0), (-8.0, -20.0), (-7.0, -38.0), (0.0, -56.0), (7.0, -38.0), (8.0, -20.0)]);
    b.fill(&body, down(-56.0, -6.0, hex(0xe58bb6), hex(0x8fa35d)));
}

/// A branch: tapering ribbon with a lit upper side; points carry the width.
pub fn branch(b: &mut Brush<'_>, points: &[(f32, f32, f32)], bark: Color, seed: u64) {
    let (first, last) = (points[0], points[points.len() - 1]);
    let upright = (last.1 - first.1).abs() > (last.0 - first.0).abs();
    let thick = points.iter().fold(0.0f32, |wide, p| wide.max(p.2));
    let (along, across) = (30.0 + thick * 1.3, 7.0 + thick * 0.12);
    let size = if upright { (across, along) } else { (along, across) };
    let shade = move |x: f32, y: f32| {
        let streak = fractal(x / size.0, y / size.1, 3, seed);
        bark.mix(bark.lit(1.4), smoothstep(0.5, 0.8, streak) * 0.6).mix(bark.lit(0.62), smoothstep(0.5, 0.25, streak) * 0.6)
    };
    b.fill(&ribbon(points), shade);
}

/// A clump of bamboo with its foot at the origin, about 300 units tall.
pub fn bamboo(b: &mut Brush<'_>, culms: usize, inks: (Color, Color), seed: u64) {
    let mut rng = Rng::new(seed);
    for _ in 0..culms {
        let foot = rng.range(-34.0, 34.0);
        let (lean, tall) = (foot * 2.2 + rng.range(-50.0, 50.0), rng.range(210.0, 320.0));
        let ink = inks.0.mix(inks.1, rng.range(0.0, 0.8));
        let spine = [(foot, 0.0), (foot + lean * 0.15, -tall * 0.5), (foot + lean * 0.6, -tall * 0.88), (foot + lean * 1.15, -tall * 0.95)];
        let wide = [5.0, 4.2, 2.6, 0.8];
        let pts: Vec<(f32, f32, f32)> = spine.iter().zip(wide).map(|(p, w)| (p.0, p.1, w)).collect();
        b.fill(&ribbon(&pts), ink);
        for (i, p) in along(&spine, 8).into_iter().enumerate().skip(7) {
            for _ in 0..(2 + i / 8) {
                let (angle, size) = (rng.range(20.0, 160.0), rng.range(16.0, 34.0));
                let tone = ink.mix(inks.1, rng.range(0.0, 0.7));
                b.at(p.0 + rng.range(-8.0, 8.0), p.1, 1.0).turned(angle - 90.0).fill(&slim_leaf(size), tone);
            }
        }
    }
}

/// A slender leaf hanging down from the origin.
fn slim_leaf(length: f32) -> crate::shape::Shape {
    let w = length * 0.11;
    blob(&[(0.0, 0.0), (-w, length * 0.35), (0.0, length), (w, length * 0.35)])
}

/// A tree with trunk and crown: foot at the origin, about 200 units tall.
pub fn tree(canvas: &mut Canvas, foot: Point, tall: f32, inks: (Color, Color), bark: Color, seed: u64) {
    let mut rng = Rng::new(seed);
    let s = tall / 200.0;
    for (tip, lift, w) in [(-38.0, -120.0, 7.0), (34.0, -130.0, 7.0), (2.0, -150.0, 12.0)] {
        let pts = [(0.0, 4.0, w + 5.0), (tip * 0.2, -50.0, w), (tip * 0.7, lift * 0.75, w * 0.6), (tip, lift, 2.0)];
        branch(&mut canvas.at(foot.0, foot.1, s), &pts, bark, seed);
    }
    for puff in 0..30 {
        let a = rng.range(0.0, std::f32::consts::TAU);
        let out = rng.range(0.1, 1.0f32).sqrt();
        let at = (foot.0 + a.cos() * out * 60.0 * s, foot.1 + (-146.0 + a.sin() * out * 42.0) * s);
        let tone = inks.0.mix(inks.1, puff as f32 / 30.0 * 0.6);
        crown(canvas, at, rng.range(21.0, 33.0) * s, (tone, inks.1), &mut rng);
    }
}

/// A drooping ear of ripe rice from the origin, about 200 units long, leaning right.
pub fn rice_ear(b: &mut Brush<'_>, stem: Color, grain: Color, seed: u64) {
    let mut rng = Rng::new(seed);
    let spine = [(0.0, 0.0), (10.0, -70.0), (36.0, -122.0), (76.0, -138.0), (112.0, -112.0), (128.0, -66.0)];
    b.line(&bend(&spine), 2.6, stem);
    let points = along(&spine, 10);
    for (i, pair) in points.windows(2).enumerate().skip(18) {
        let (x, y) = pair[0];
        let heading = (pair[1].1 - y).atan2(pair[1].0 - x).to_degrees();
        for side in [-1.0f32, 1.0] {
            let turn = heading - 90.0 + side * rng.range(14.0, 44.0);
            let tone = grain.mix(hex(0xfff0b4), rng.range(0.0, 0.5)).mix(hex(0xa87522), rng.range(0.0, 0.35));
            let mut g = b.at(x, y, 1.0 - 0.006 * (i as f32 - 18.0));
            let mut g = g.turned(turn);
            let body = blob(&[(0.0, 0.0), (-3.6, 6.0), (-2.8, 13.0), (0.0, 18.0), (2.8, 13.0), (3.6, 6.0)]);
            g.fill(&body, tone);
            g.line(&bend(&[(-0.6, 3.0), (-1.0, 14.0)]), 0.8, hex(0x8a5d16).alpha(0.5));
        }
    }
}

/// A glossy pointed leaf with wavy edge, base at the origin, `100` units long, pointing up.
pub fn glossy_leaf(b: &mut Brush<'_>, dark: Color, light: Color) {
    let outline = blob(&[
        (0.0, 0.0), (-12.0, -12.0), (-23.0, -30.0), (-24.0, -48.0), (-20.0, -66.0), (-9.0, -86.0), (0.0, -104.0),
        (8.0, -86.0), (18.0, -67.0), (24.0, -48.0), (21.0, -30.0), (12.0, -12.0),
    ]);
    b.fill(&outline, move |x: f32, y: f32| {
        let vein = ((y + x.abs() * 0.5 + x * x * 0.022) / 14.0).rem_euclid(1.0);
        let between = smoothstep(0.0, 0.2, vein) * (1.0 - smoothstep(0.5, 1.0, vein) * 0.6);
        let side = if x < 0.0 { light } else { dark.mix(light, 0.25) };
        dark.mix(side, 0.66 + 0.34 * between)
    });
    b.fill(&ribbon(&[(0.0, 0.0, 3.0), (0.0, -60.0, 2.0), (0.0, -102.0, 0.4)]), light.lit(1.35).alpha(0.75));
}

/// A ripe coffee cherry about the origin, radius 20 units.
pub fn cherry(b: &mut Brush<'_>, skin: Color) {
    let body = ellipse(0.0, 0.0, 18.5, 20.5);
    b.fill(&body, radial((-6.0, -7.0), 30.0, skin.mix(hex(0xffb08a), 0.45), skin.lit(0.62)));
    b.fill(&ellipse(-6.5, -8.5, 4.2, 5.6), hex(0xfff1e2).alpha(0.65));
    b.fill(&ellipse(1.5, 15.5, 4.2, 2.6), hex(0x4e1714).alpha(0.75));
}
