//! Houses and halls: stilt house, forest hut, citadel gate, museum, terminal, border gate.
//!
//! Each is drawn with its foot on the origin; heights are in the units its comment names.

use crate::canvas::Brush;
use crate::color::{Color, across, down, hex, smoothstep};
use crate::noise::{Rng, fractal};
use crate::shape::{Shape, bend, bend_then, blob, ellipse, line, polygon, rect, ribbon};

/// Inks of a stilt house.
#[derive(Clone, Copy)]
pub struct Timber {
    /// Roof, sunlit part.
    pub roof: Color,
    /// Roof, shaded part.
    pub roof_shade: Color,
    /// Planks.
    pub wall: Color,
    /// Posts and openings.
    pub dark: Color,
    /// Light in the windows.
    pub window: Color,
}

/// Wood and thatch by daylight.
pub const DAY_TIMBER: Timber = Timber {
    roof: hex(0x9c8467),
    roof_shade: hex(0x55473f),
    wall: hex(0x8a5a36),
    dark: hex(0x3a2820),
    window: hex(0x2a1f1d),
};

/// A Thái stilt house, 340 units wide and 215 tall, with khau cút horns at both ends of the ridge.
pub fn stilt_house(b: &mut Brush<'_>, t: &Timber) {
    b.glow(&ellipse(0.0, 2.0, 160.0, 9.0), 5.0, t.dark.alpha(0.45));
    b.fill(&rect(-128.0, -64.0, 256.0, 62.0), down(-64.0, 0.0, t.dark.alpha(0.9), t.dark.alpha(0.25)));
    for x in [-134.0f32, -92.0, -46.0, 0.0, 46.0, 92.0, 134.0] {
        b.fill(&rect(x - 4.5, -66.0, 9.0, 68.0), across(x - 4.5, x + 4.5, t.wall, t.dark));
    }
    b.fill(&rect(-142.0, -122.0, 284.0, 58.0), down(-122.0, -64.0, t.dark, t.wall));
    for i in 0..28 {
        let x = -140.0 + i as f32 * 10.2;
        b.fill(&rect(x, -112.0, 1.1, 46.0), t.dark.alpha(0.5));
    }
    for x in [-112.0f32, -56.0, 30.0, 86.0] {
        b.fill(&rect(x, -104.0, 24.0, 34.0), t.window);
        b.line(&line(&[(x + 12.0, -104.0), (x + 12.0, -70.0)]), 1.6, t.dark);
        b.line(&line(&[(x, -80.0), (x + 24.0, -80.0)]), 1.6, t.dark);
    }
    b.fill(&rect(-18.0, -106.0, 30.0, 42.0), t.window.mix(t.dark, 0.35));
    b.fill(&rect(-152.0, -68.0, 304.0, 7.0), t.wall.lit(1.15));
    ladder(&mut b.at(-8.0, 0.0, 1.0), t);
    stilt_roof(b, t);
}

fn ladder(b: &mut Brush<'_>, t: &Timber) {
    for x in [-14.0f32, 18.0] {
        b.line(&line(&[(x * 1.5, 4.0), (x, -64.0)]), 4.0, t.wall.lit(1.1));
    }
    for i in 0..8 {
        let u = i as f32 / 8.0;
        let half = 24.0 - 8.0 * u;
        b.line(&line(&[(-half + 1.0, -4.0 - u * 58.0), (half + 3.0, -4.0 - u * 58.0)]), 3.0, t.wall.lit(1.3));
    }
}

/// The hipped roof whose ends are rounded like a tortoise's shell.
fn stilt_roof(b: &mut Brush<'_>, t: &Timber) {
    let roof = bend_then(
        &[(-172.0, -106.0), (-150.0, -128.0), (-126.0, -168.0), (-112.0, -196.0)],
        &[(112.0, -196.0), (126.0, -168.0), (150.0, -128.0), (172.0, -106.0), (150.0, -101.0), (-150.0, -101.0)],
    );
    let (light, shade) = (t.roof, t.roof_shade);
    b.fill(&roof, move |x: f32, y: f32| {
        let straw = fractal(x / 3.0, y / 40.0, 3, 17) - 0.5;
        let course = ((y + 196.0) / 15.5 + straw * 0.12).rem_euclid(1.0);
        let end = smoothstep(96.0, 150.0, x + (y + 196.0) * -0.1);
        let base = light.mix(shade, smoothstep(-200.0, -96.0, y) * 0.55 + straw * 0.5);
        base.mix(shade, smoothstep(0.72, 1.0, course) * 0.55).mix(shade, end * 0.6)
    });
    b.fill(&rect(-116.0, -200.0, 232.0, 7.0), shade.lit(0.8));
    for side in [-1.0f32, 1.0] {
        khau_cut(&mut b.at(side * 112.0, -197.0, 1.0), shade.lit(0.7));
    }
}

/// Khau cút: the crossed horns on a Thái roof, curling outwards from the ridge end.
pub fn khau_cut(b: &mut Brush<'_>, ink: Color) {
    for side in [-1.0f32, 1.0] {
        let mut h = b.stretched(side, 1.0);
        let horn = [(-9.0, 10.0, 5.0), (2.0, -9.0, 6.0), (15.0, -25.0, 5.4), (26.0, -27.0, 4.2), (29.0, -18.0, 3.0), (23.0, -14.0, 1.5)];
        h.fill(&ribbon(&horn), ink);
        h.fill(&ribbon(&[(2.0, -9.0, 4.0), (4.0, -22.0, 3.0), (10.0, -33.0, 1.0)]), ink);
    }
}

/// A low thatched hut of bamboo, 220 units wide and 120 tall.
pub fn forest_hut(b: &mut Brush<'_>) {
    let (straw, deep) = (hex(0xb79a66), hex(0x4b4030));
    b.glow(&ellipse(0.0, 2.0, 120.0, 9.0), 6.0, hex(0x14241c).alpha(0.6));
    b.fill(&rect(-84.0, -62.0, 168.0, 62.0), move |x: f32, y: f32| {
        let weave = ((x / 7.0).floor() + (y / 7.0).floor()).rem_euclid(2.0);
        hex(0x8c7446).mix(hex(0x5d4c2f), weave * 0.55).mix(deep, smoothstep(-30.0, -62.0, y) * 0.8)
    });
    b.fill(&rect(-16.0, -52.0, 30.0, 52.0), hex(0x20251d));
    for x in [-62.0f32, 42.0] {
        b.fill(&rect(x, -46.0, 24.0, 22.0), hex(0x20251d));
        b.line(&line(&[(x + 12.0, -46.0), (x + 12.0, -24.0)]), 1.5, straw);
    }
    for x in [-86.0f32, -24.0, 20.0, 84.0] {
        b.fill(&rect(x - 2.5, -66.0, 5.0, 68.0), hex(0x6b5735));
    }
    let roof = bend_then(
        &[(-124.0, -42.0), (-104.0, -64.0), (-80.0, -100.0), (-66.0, -122.0)],
        &[(66.0, -122.0), (80.0, -100.0), (104.0, -64.0), (124.0, -42.0), (112.0, -40.0), (-112.0, -40.0)],
    );
    b.fill(&roof, move |x: f32, y: f32| {
        let reed = fractal(x / 2.6, y / 26.0, 3, 23) - 0.5;
        let course = ((y + 122.0) / 17.0 + reed * 0.5).rem_euclid(1.0);
        let sun = smoothstep(60.0, -90.0, x);
        deep.mix(straw, 0.35 + 0.5 * sun + reed * 0.7).mix(deep, smoothstep(0.6, 1.0, course) * 0.5)
    });
    let mut rng = Rng::new(5);
    for i in 0..46 {
        let x = -113.0 + i as f32 * 5.0;
        b.line(&line(&[(x, -43.0), (x + rng.range(-2.0, 2.0), -36.0 + rng.range(-3.0, 4.0))]), 2.4, deep.mix(straw, rng.range(0.2, 0.7)));
    }
}

/// A tiled temple roof with upturned eaves: 300 units wide, 95 tall, above the origin.
pub fn temple_roof(b: &mut Brush<'_>, tile: Color, trim: Color) {
    let roof = bend_then(&[(-164.0, -26.0), (-138.0, -19.0), (-112.0, -40.0), (-92.0, -84.0)], &[
        (92.0, -84.0), (112.0, -40.0), (138.0, -19.0), (164.0, -26.0), (146.0, -4.0), (-146.0, -4.0),
    ]);
    b.fill(&roof, move |x: f32, y: f32| {
        let fan = x / (92.0 + (y + 84.0) * 0.72) * 19.0;
        let rib = (fan.rem_euclid(1.0) - 0.5).abs() * 2.0;
        tile.mix(tile.lit(0.55), smoothstep(0.45, 0.95, rib)).mix(tile.lit(1.25), smoothstep(-30.0, -80.0, y) * 0.35)
    });
    b.line(&bend(&[(-164.0, -26.0), (-140.0, -12.0), (-60.0, -4.0), (60.0, -4.0), (140.0, -12.0), (164.0, -26.0)]), 6.0, trim);
    b.fill(&rect(-96.0, -92.0, 192.0, 10.0), trim);
    for side in [-1.0f32, 1.0] {
        b.stretched(side, 1.0).fill(&ribbon(&[(88.0, -86.0, 9.0), (102.0, -96.0, 7.0), (104.0, -112.0, 5.0), (94.0, -116.0, 2.0)]), trim);
    }
}

/// An earthen citadel gate: rampart 900 units wide and 170 tall with an arched passage in a brick front.
pub fn citadel_gate(b: &mut Brush<'_>) {
    let earth = bend_then(
        &[(-620.0, -120.0), (-520.0, -142.0), (-360.0, -152.0), (-200.0, -160.0), (-100.0, -162.0)],
        &[(100.0, -162.0), (220.0, -158.0), (380.0, -150.0), (520.0, -143.0), (620.0, -118.0), (680.0, 20.0), (-680.0, 20.0)],
    );
    b.fill(&earth, |x: f32, y: f32| {
        let layer = fractal(x / 90.0, y / 11.0, 4, 41);
        let grass = smoothstep(-96.0 + fractal(x / 30.0, 2.0, 3, 6) * 90.0, -150.0, y);
        hex(0x9a6a45).mix(hex(0x6d4630), layer).mix(hex(0x5f7d3d), grass).mix(hex(0x3b2c26), smoothstep(-30.0, 20.0, y) * 0.4)
    });
    b.fill(&polygon(&[(-128.0, -188.0), (128.0, -188.0), (142.0, 12.0), (-142.0, 12.0)]), |x: f32, y: f32| {
        let row = (y / 11.0).floor();
        let (u, v) = ((x / 26.0 + row * 0.5).rem_euclid(1.0), (y / 11.0).rem_euclid(1.0));
        let joint = (1.0 - smoothstep(0.0, 0.08, u)).max(1.0 - smoothstep(0.0, 0.16, v));
        let worn = fractal(x / 22.0, y / 22.0, 3, 8);
        hex(0xb0764f).mix(hex(0x84523a), worn).mix(hex(0xd9b68c), joint * 0.55).mix(hex(0x4d5b39), smoothstep(0.62, 0.8, worn) * 0.5)
    });
    b.fill(&rect(-138.0, -198.0, 276.0, 14.0), hex(0x7a4a33));
    for i in 0..8 {
        b.fill(&rect(-136.0 + i as f32 * 35.5, -216.0, 23.0, 20.0), hex(0x94603f));
    }
    b.fill(&arch(74.0, 138.0), hex(0xd8b287));
    b.fill(&arch(62.0, 126.0), down(-126.0, 12.0, hex(0x241f1c), hex(0x5b4a38)));
    b.within(&arch(62.0, 126.0), |b| {
        b.fill(&arch(44.0, 96.0), down(-96.0, 10.0, hex(0xb9c78b), hex(0xe9dcae)));
        b.fill(&polygon(&[(-22.0, -34.0), (22.0, -34.0), (40.0, 12.0), (-40.0, 12.0)]), hex(0xd8bf8f));
    });
}

/// A round-headed opening standing on the row 12.
fn arch(half: f32, tall: f32) -> Shape {
    let spring = -tall + half;
    let mut edge = vec![(-half, 12.0)];
    edge.extend((0..=16).map(|i| {
        let a = std::f32::consts::PI * (1.0 + i as f32 / 16.0);
        (a.cos() * half, spring + a.sin() * half)
    }));
    edge.push((half, 12.0));
    polygon(&edge)
}

/// The victory museum: a broad truncated cone under a diamond lattice, like a soldier's camouflaged
/// hat; 640 units wide and 190 tall.
pub fn museum(b: &mut Brush<'_>) {
    b.glow(&ellipse(0.0, 6.0, 340.0, 16.0), 8.0, hex(0x22352f).alpha(0.5));
    b.fill(&polygon(&[(-262.0, -44.0), (262.0, -44.0), (274.0, 4.0), (-274.0, 4.0)]), down(-44.0, 4.0, hex(0x36535c), hex(0x9db9b7)));
    for i in 0..37 {
        let a = (i as f32 / 36.0 - 0.5) * std::f32::consts::PI;
        b.fill(&rect(a.sin() * 268.0 - 2.2, -46.0, 4.4, 50.0), hex(0xe9e4d2));
    }
    b.fill(&polygon(&[(-40.0, -42.0), (40.0, -42.0), (46.0, 4.0), (-46.0, 4.0)]), down(-42.0, 4.0, hex(0x1d2b30), hex(0x55666a)));
    let body = cone();
    b.fill(&body, lattice);
    b.fill(&ellipse(0.0, -184.0, 196.0, 17.0), across(-196.0, 196.0, hex(0xe7e5cf), hex(0x93a58a)));
    b.fill(&ellipse(0.0, -182.0, 172.0, 11.0), across(-172.0, 172.0, hex(0x65806a), hex(0x9fb08c)));
    let brim = bend(&[(-318.0, -48.0), (-220.0, -30.0), (0.0, -20.0), (220.0, -30.0), (318.0, -48.0)]);
    b.line(&brim, 9.0, across(-300.0, 300.0, hex(0xf4efdc), hex(0xa9b39a)));
}

fn cone() -> Shape {
    bend_then(
        &[(-318.0, -48.0), (-286.0, -66.0), (-240.0, -120.0), (-196.0, -186.0)],
        &[(196.0, -186.0), (240.0, -120.0), (286.0, -66.0), (318.0, -48.0), (220.0, -30.0), (0.0, -20.0), (-220.0, -30.0)],
    )
}

/// The lattice: diamonds wrapped round the cone, leaf greens as on a camouflage net.
fn lattice(x: f32, y: f32) -> Color {
    let half = 196.0 + (y + 186.0).max(0.0).powf(1.12) * 0.48 + 2.0;
    let angle = (x / half).clamp(-1.0, 1.0).asin();
    let drop = y + 26.0 * (1.0 - angle.cos());
    let (u, v) = (angle * 8.6 + drop / 24.0, angle * 8.6 - drop / 24.0);
    let (fu, fv) = (u.rem_euclid(1.0), v.rem_euclid(1.0));
    let strip = fu.min(1.0 - fu).min(fv).min(1.0 - fv);
    let pick = crate::noise::cell(u.floor() as i64, v.floor() as i64, 12);
    let inks = [hex(0x49714f), hex(0x6d9160), hex(0x9cb07a), hex(0x2f5746), hex(0x86a37a)];
    let pane = inks[(pick * 5.0) as usize % 5].mix(hex(0xdfe6c4), 0.25 * (1.0 - fu));
    let frame = 1.0 - smoothstep(0.05, 0.11, strip);
    let turn = smoothstep(-0.3, 1.5, angle);
    pane.mix(hex(0xf6f1df), frame).mix(hex(0x1f3f4a), turn * 0.55).mix(hex(0x1b3037), smoothstep(-60.0, -22.0, y) * 0.35)
}

/// A low airport terminal with a swept roof, 420 units wide and 74 tall.
pub fn terminal(b: &mut Brush<'_>) {
    b.fill(&rect(-200.0, -44.0, 400.0, 46.0), down(-44.0, 2.0, hex(0x86aebb), hex(0x3f6470)));
    for i in 0..21 {
        b.fill(&rect(-200.0 + i as f32 * 20.0 - 1.0, -46.0, 2.4, 48.0), hex(0xe8e6da));
    }
    b.fill(&rect(-200.0, -20.0, 400.0, 2.2), hex(0xe8e6da));
    let roof = bend_then(&[(-222.0, -46.0), (-120.0, -66.0), (0.0, -74.0), (120.0, -66.0), (222.0, -46.0)], &[(214.0, -40.0), (-214.0, -40.0)]);
    b.fill(&roof, across(-220.0, 220.0, hex(0xfaf6ea), hex(0xb9b5a6)));
    b.fill(&polygon(&[(232.0, 2.0), (236.0, -128.0), (256.0, -128.0), (260.0, 2.0)]), across(232.0, 260.0, hex(0xf3efe2), hex(0xb1ada0)));
    b.fill(&polygon(&[(226.0, -150.0), (266.0, -150.0), (260.0, -126.0), (232.0, -126.0)]), hex(0x2f5562));
    b.fill(&rect(222.0, -157.0, 48.0, 8.0), hex(0xf3efe2));
}

/// A border gate across a road: two towers and a sweeping roof, 620 units wide and 300 tall.
pub fn border_gate(b: &mut Brush<'_>) {
    let (stone, shade, tile) = (hex(0xf1e7d2), hex(0xb29f88), hex(0xa5483a));
    b.glow(&ellipse(0.0, 4.0, 330.0, 14.0), 8.0, hex(0x1e3530).alpha(0.5));
    b.fill(&rect(-206.0, -196.0, 412.0, 60.0), down(-196.0, -136.0, stone, shade));
    for x in [-256.0f32, 256.0] {
        b.fill(&rect(x - 52.0, -222.0, 104.0, 226.0), across(x - 52.0, x + 52.0, stone, shade));
        b.fill(&rect(x - 58.0, -18.0, 116.0, 22.0), shade.lit(0.85));
        for row in 0..3 {
            b.fill(&rect(x - 26.0, -190.0 + row as f32 * 58.0, 52.0, 36.0), down(-190.0, -20.0, hex(0x6f98a4), hex(0x35545e)));
        }
    }
    for x in [-70.0f32, 70.0] {
        b.fill(&rect(x - 11.0, -140.0, 22.0, 144.0), across(x - 11.0, x + 11.0, stone, shade));
    }
    for i in 0..13 {
        let x = -186.0 + i as f32 * 31.0;
        b.fill(&polygon(&[(x, -181.0), (x + 11.0, -166.0), (x, -151.0), (x - 11.0, -166.0)]), hex(0xc98a4b).alpha(0.85));
    }
    for (y, s) in [(-194.0, 2.3f32), (-258.0, 1.35)] {
        let mut roof = b.at(0.0, y, 1.0);
        temple_roof(&mut roof.stretched(s, 0.92), tile, hex(0x6d2b2a));
    }
}

/// A raised barrier: post at the origin, boom 190 units long turned up by `degrees`.
pub fn barrier(b: &mut Brush<'_>, degrees: f32) {
    let mut boom = b.at(0.0, -46.0, 1.0);
    let mut boom = boom.turned(-degrees);
    boom.fill(&rect(-34.0, -6.0, 226.0, 11.0), hex(0xf7f1e4));
    for i in 0..5 {
        boom.fill(&rect(6.0 + i as f32 * 40.0, -6.0, 20.0, 11.0), hex(0xc8382f));
    }
    boom.fill(&rect(-40.0, -12.0, 22.0, 23.0), hex(0x394850));
    b.fill(&rect(-12.0, -56.0, 24.0, 60.0), across(-12.0, 12.0, hex(0xe6b347), hex(0xa9772b)));
    b.fill(&blob(&[(-14.0, -52.0), (0.0, -62.0), (14.0, -52.0), (0.0, -48.0)]), hex(0x394850));
}
