//! Pá Khoang: the reservoir and the cherry islet.

use super::{Ranges, sheet};
use crate::canvas::Canvas;
use crate::color::{Color, down, hex};
use crate::landscape::{Ridge, Slope, clouds, crown, hill, mist, sky, thicket};
use crate::light::{DAWN, MORNING};
use crate::noise::Rng;
use crate::plants::{bamboo, branch};
use crate::shape::{blob, circle, ellipse, rect};
use crate::works::boat;

/// The reservoir with forested islets, a wooden boat, bamboo on the shore.
pub fn pa_khoang() -> Canvas {
    let mut c = sheet();
    let light = MORNING;
    sky(&mut c, &light, 800.0, Some(((1750.0, 300.0), 56.0)));
    clouds(&mut c, (60.0, 460.0), hex(0xffffff).alpha(0.7), 0.52, 21);
    Ranges { light: &light, rows: (480.0, 660.0), count: 4, swing: (110.0, 60.0), near: (0.03, 0.5), seed: 211 }.paint(&mut c);
    islet(&mut c, (1240.0, 812.0), (330.0, 76.0), 0.62, 3);
    islet(&mut c, (2060.0, 820.0), (420.0, 120.0), 0.72, 4);
    islet(&mut c, (320.0, 816.0), (440.0, 110.0), 0.68, 5);
    mist(&mut c, 800.0, 26.0, light.haze.alpha(0.6), 4);
    c.reflect(&rect(-4.0, 820.0, 2410.0, 790.0), 820.0, 1.0, hex(0x5d95a0).alpha(0.30));
    c.brush().fill(&rect(-4.0, 820.0, 2410.0, 790.0), down(820.0, 1600.0, hex(0xffffff).alpha(0.10), hex(0x123f4c).alpha(0.50)));
    islet(&mut c, (760.0, 960.0), (250.0, 92.0), 0.9, 6);
    mirrored_shadow(&mut c, (760.0, 960.0), (250.0, 70.0));
    boat(&mut c.at(1500.0, 1180.0, 1.9));
    wake(&mut c, (1500.0, 1196.0));
    c.brush().fill(&blob(&[(-100.0, 1500.0), (120.0, 1420.0), (420.0, 1450.0), (640.0, 1560.0), (720.0, 1660.0), (-100.0, 1700.0)]), down(1420.0, 1600.0, hex(0x86a356), hex(0x2f5d40)));
    for (x, y, s, seed) in [(60.0, 1480.0, 3.4f32, 3), (300.0, 1500.0, 2.9, 4), (-60.0, 1540.0, 3.8, 5), (470.0, 1560.0, 2.0, 6)] {
        bamboo(&mut c.at(x, y, s), 8, (hex(0x2f6040), hex(0xa3bb5c)), seed);
    }
    c
}

/// A wooded islet: middle of its waterline, half width and height.
fn islet(c: &mut Canvas, at: (f32, f32), size: (f32, f32), near: f32, seed: u64) {
    let (x, y) = at;
    let (w, h) = size;
    let tone = |lo: Color| lo.mix(hex(0xb0cdd3), 0.75 - 0.75 * near);
    c.brush().fill(&blob(&[(x - w, y), (x - w * 0.6, y - h * 0.55), (x, y - h * 0.8), (x + w * 0.6, y - h * 0.5), (x + w, y), (x, y + 7.0)]), tone(hex(0xa9855c)));
    for (k, lift) in [0.72f32, 0.46, 0.2].into_iter().enumerate() {
        let reach = w * (0.62 + 0.14 * k as f32);
        let row = y - h * lift - 8.0;
        thicket(c, &[(x - reach, y - h * lift * 0.4 - 6.0), (x, row - h * 0.24), (x + reach, y - h * lift * 0.4 - 6.0)], (h * 0.24, h * 0.42), (tone(hex(0x1f5338)), tone(hex(0x93b45c))), seed + k as u64);
    }
}

fn mirrored_shadow(c: &mut Canvas, at: (f32, f32), size: (f32, f32)) {
    let (x, y) = at;
    c.brush().glow(&blob(&[(x - size.0, y + 4.0), (x, y - 2.0), (x + size.0, y + 4.0), (x + size.0 * 0.6, y + size.1), (x, y + size.1 * 1.3), (x - size.0 * 0.6, y + size.1)]), 12.0, hex(0x1f4f48).alpha(0.6));
    for i in 0..9 {
        let row = y + 12.0 + i as f32 * 11.0;
        c.brush().fill(&ellipse(x + (i as f32 * 2.1).sin() * 60.0, row, size.0 * (0.9 - 0.07 * i as f32), 1.6), hex(0xcfe3dc).alpha(0.35));
    }
}

fn wake(c: &mut Canvas, at: (f32, f32)) {
    for i in 0..8 {
        let t = i as f32;
        c.brush().fill(&ellipse(at.0 + 60.0 + t * 34.0, at.1 + 8.0 + t * 7.0, 230.0 + t * 26.0, 2.2), hex(0xf3f6e8).alpha(0.5 - t * 0.05));
    }
}

/// The islet under cherry blossom, mirrored in the lake, winter light.
pub fn cherry_islet() -> Canvas {
    let mut c = sheet();
    let light = DAWN;
    sky(&mut c, &light, 900.0, Some(((560.0, 330.0), 60.0)));
    clouds(&mut c, (60.0, 480.0), hex(0xfff3e6).alpha(0.6), 0.5, 31);
    Ranges { light: &light, rows: (600.0, 760.0), count: 4, swing: (100.0, 50.0), near: (0.02, 0.38), seed: 222 }.paint(&mut c);
    mist(&mut c, 880.0, 40.0, light.haze.alpha(0.8), 5);
    let bank = Ridge { points: &[(240.0, 990.0), (560.0, 930.0), (900.0, 880.0), (1300.0, 860.0), (1700.0, 890.0), (2020.0, 940.0), (2260.0, 992.0)], rough: 6.0, scale: 200.0, crowns: 0.0, seed: 7 };
    let heights = bank.heights(c.width);
    let slope = Slope { crest: hex(0x8ba763), foot: hex(0x5d6f4c), depth: 130.0, shade: hex(0x53704f), gleam: hex(0xe8dc9c), relief: 0.5, grain: 140.0 };
    let shore = blob(&[(220.0, 996.0), (560.0, 928.0), (900.0, 878.0), (1300.0, 858.0), (1700.0, 886.0), (2020.0, 936.0), (2280.0, 996.0), (1250.0, 1012.0)]);
    c.clipped(&shore, |c| {
        hill(c, &bank, slope);
        c.wash_rows(978.0, 1010.0, hex(0x9a7a5a).alpha(0.8));
    });
    let mut rng = Rng::new(17);
    for i in 0..11 {
        let x = 420.0 + i as f32 * 160.0 + rng.range(-40.0, 40.0);
        cherry_tree(&mut c, (x, heights[x as usize] + 12.0), rng.range(0.8, 1.15), i);
    }
    for i in 0..9 {
        let x = 470.0 + i as f32 * 190.0 + rng.range(-30.0, 30.0);
        cherry_tree(&mut c, (x, 968.0 - ((x - 1250.0) / 1000.0).powi(2) * 4.0), rng.range(0.75, 1.0), 40 + i);
    }
    c.reflect(&rect(-4.0, 1000.0, 2410.0, 610.0), 1000.0, 1.0, hex(0x7d8fb5).alpha(0.26));
    c.brush().fill(&rect(-4.0, 1000.0, 2410.0, 610.0), down(1000.0, 1600.0, hex(0xffffff).alpha(0.06), hex(0x1c2d55).alpha(0.48)));
    for i in 0..26 {
        let (x, y) = (rng.range(0.0, 2400.0), 1010.0 + (i as f32 / 26.0).powi(2) * 560.0);
        c.brush().fill(&ellipse(x, y, rng.range(80.0, 320.0), 1.8), hex(0xfff2ea).alpha(0.4));
    }
    for _ in 0..140 {
        let (x, y) = (rng.range(200.0, 2300.0), rng.range(1030.0, 1580.0));
        c.brush().fill(&ellipse(x, y, rng.range(3.0, 8.0), rng.range(1.4, 2.8)), hex(0xf9c6d6).alpha(0.85));
    }
    boat(&mut c.at(1830.0, 1290.0, 1.3));
    c
}

fn cherry_tree(c: &mut Canvas, foot: (f32, f32), s: f32, seed: u64) {
    let mut rng = Rng::new(seed + 300);
    let bark = hex(0x54393c);
    for pts in [
        [(0.0, 6.0, 22.0), (-4.0, -60.0, 16.0), (-50.0, -130.0, 9.0), (-96.0, -180.0, 3.0)],
        [(0.0, 0.0, 20.0), (6.0, -70.0, 15.0), (46.0, -130.0, 9.0), (100.0, -186.0, 3.0)],
        [(0.0, -20.0, 18.0), (2.0, -100.0, 12.0), (-8.0, -170.0, 8.0), (6.0, -230.0, 3.0)],
    ] {
        branch(&mut c.at(foot.0, foot.1, s), &pts, bark, seed);
    }
    for puff in 0..20 {
        let (a, out) = (rng.range(0.0, std::f32::consts::TAU), rng.range(0.0, 1.0f32).sqrt());
        let at = (foot.0 + a.cos() * out * 112.0 * s, foot.1 + (-196.0 + a.sin() * out * 66.0) * s);
        let tone = hex(0xc95f8e).mix(hex(0xf2a6c2), puff as f32 / 20.0);
        crown(c, at, rng.range(26.0, 46.0) * s, (tone, hex(0xffe3ec)), &mut rng);
    }
    for _ in 0..60 {
        let (a, out) = (rng.range(0.0, std::f32::consts::TAU), rng.range(0.3, 1.12));
        let at = (foot.0 + a.cos() * out * 124.0 * s, foot.1 + (-196.0 + a.sin() * out * 78.0) * s);
        c.brush().fill(&circle(at.0, at.1, rng.range(2.2, 5.0) * s), rng.pick(&[hex(0xfff0f4), hex(0xf6b3cb), hex(0xe67fa8)]));
    }
}
