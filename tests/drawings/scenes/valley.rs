//! The Mường Thanh valley, its terraces, and the ban blossom above it.

use super::{Ranges, sheet};
use crate::canvas::Canvas;
use crate::color::{Color, down, hex, radial, smoothstep};
use crate::fields::{Plain, Terraces};
use crate::landscape::{Ridge, Slope, clouds, hill, mist, sky, thicket};
use crate::light::{DAWN, GOLD, MORNING};
use crate::noise::{Rng, fractal};
use crate::plants::{ban_bud, ban_flower, ban_leaf, branch};
use crate::shape::{Point, rect, ribbon};
use crate::buildings::{DAY_TIMBER, stilt_house};

const PADDIES: [Color; 7] = [
    hex(0x8fae4e), hex(0xb9bf58), hex(0xd9c25a), hex(0x6f9a4b), hex(0xa6b856), hex(0xe4cf76), hex(0x7fa653),
];

/// Mường Thanh: rice fields, the winding Nậm Rốm, ranges in morning mist.
pub fn muong_thanh() -> Canvas {
    let mut c = sheet();
    let light = DAWN;
    sky(&mut c, &light, 720.0, Some(((1660.0, 372.0), 44.0)));
    clouds(&mut c, (60.0, 420.0), hex(0xfff1e2).alpha(0.5), 0.55, 4);
    Ranges { light: &light, rows: (500.0, 700.0), count: 4, swing: (110.0, 60.0), near: (0.02, 0.62), seed: 21 }.paint(&mut c);
    let plain = Plain { horizon: 752.0, vanish: 1250.0, parcel: 0.62, turn: 0.36, inks: &PADDIES, bund: hex(0x4c6b36), haze: hex(0xd8d6c0), seed: 5 };
    plain.paint(&mut c, &rect(-4.0, 760.0, 2408.0, 850.0));
    river(&mut c);
    thicket(&mut c, &[(0.0, 800.0), (500.0, 792.0), (900.0, 800.0)], (9.0, 17.0), (hex(0x4d7a5e), hex(0x93ae74)), 3);
    thicket(&mut c, &[(1500.0, 796.0), (1900.0, 790.0), (2400.0, 806.0)], (9.0, 18.0), (hex(0x4d7a5e), hex(0x93ae74)), 8);
    mist(&mut c, 770.0, 42.0, light.haze.alpha(0.85), 9);
    mist(&mut c, 880.0, 34.0, light.haze.alpha(0.5), 10);
    hamlet(&mut c);
    mist(&mut c, 1000.0, 30.0, light.haze.alpha(0.34), 16);
    c.wash(radial((1660.0, 560.0), 1500.0, hex(0xffd9a0).alpha(0.26), hex(0xffd9a0).alpha(0.0)));
    thicket(&mut c, &[(-40.0, 1240.0), (120.0, 1330.0), (330.0, 1480.0), (470.0, 1640.0)], (46.0, 86.0), (hex(0x1d4538), hex(0x6f9150)), 14);
    thicket(&mut c, &[(2440.0, 1330.0), (2300.0, 1440.0), (2120.0, 1620.0)], (50.0, 90.0), (hex(0x1d4538), hex(0x7b9a52)), 15);
    spray(&mut c);
    c
}

/// A spray of ban blossom hanging into the upper left corner.
fn spray(c: &mut Canvas) {
    let bark = hex(0x54403a);
    branch(&mut c.brush(), &[(-40.0, 60.0, 34.0), (180.0, 130.0, 26.0), (400.0, 150.0, 17.0), (620.0, 230.0, 9.0), (740.0, 330.0, 3.0)], bark, 8);
    branch(&mut c.brush(), &[(150.0, 122.0, 18.0), (230.0, 240.0, 13.0), (240.0, 380.0, 8.0), (290.0, 480.0, 3.0)], bark, 9);
    for (x, y, s, turn, shade) in [(330.0, 150.0, 1.1f32, 20.0f32, 0.3f32), (560.0, 200.0, 0.95, 200.0, 0.5), (80.0, 100.0, 1.2, 40.0, 0.1), (236.0, 300.0, 0.9, 70.0, 0.4), (690.0, 280.0, 0.7, -40.0, 0.5)] {
        let mut leaf = c.at(x, y, s);
        ban_leaf(&mut leaf.turned(turn), hex(0x3f6f45).mix(hex(0x6d9457), shade), hex(0x7fa561).mix(hex(0xa9bf74), shade));
    }
    for (x, y, s, turn, blush) in [(150.0, 150.0, 1.25f32, 150.0f32, 0.2f32), (430.0, 190.0, 1.15, 30.0, 0.0), (250.0, 400.0, 0.95, 170.0, 0.3), (630.0, 250.0, 0.85, 60.0, 0.35), (30.0, 60.0, 1.1, -20.0, 0.3)] {
        let mut f = c.at(x, y, s);
        ban_flower(&mut f.turned(turn), blush);
    }
    for (x, y, turn) in [(740.0, 330.0, 140.0), (292.0, 482.0, 165.0), (700.0, 300.0, 60.0)] {
        ban_bud(&mut c.at(x, y, 0.8).turned(turn));
    }
}

fn river(c: &mut Canvas) {
    let spine = [
        (1330.0, 784.0, 6.0), (1440.0, 800.0, 10.0), (1400.0, 822.0, 15.0), (1220.0, 842.0, 21.0), (1090.0, 868.0, 28.0), (1150.0, 906.0, 37.0),
        (1400.0, 946.0, 48.0), (1600.0, 1000.0, 64.0), (1580.0, 1066.0, 84.0), (1370.0, 1134.0, 108.0), (1130.0, 1206.0, 132.0),
        (1000.0, 1300.0, 160.0), (1020.0, 1410.0, 196.0), (1130.0, 1540.0, 250.0), (1250.0, 1700.0, 310.0),
    ];
    let bank: Vec<(f32, f32, f32)> = spine.iter().map(|p| (p.0, p.1, p.2 * 1.28 + 4.0)).collect();
    c.brush().fill(&ribbon(&bank), down(780.0, 1600.0, hex(0x9fae86), hex(0x55753f)));
    c.brush().fill(&ribbon(&spine), |x: f32, y: f32| {
        let t = smoothstep(780.0, 1600.0, y);
        let ripple = smoothstep(0.56, 0.72, fractal(x / (70.0 + 200.0 * t), y / (4.0 + 14.0 * t), 3, 6));
        hex(0xfbe9d6).mix(hex(0x86a5bd), t).mix(hex(0xfff7e8), ripple * 0.55)
    });
}

fn hamlet(c: &mut Canvas) {
    for (x, y, s) in [(1940.0, 962.0, 0.30f32), (2060.0, 985.0, 0.36), (1850.0, 1000.0, 0.36), (2200.0, 1010.0, 0.42), (1990.0, 1045.0, 0.50)] {
        thicket(c, &[(x - 190.0 * s, y - 26.0 * s), (x + 190.0 * s, y - 26.0 * s)], (40.0 * s, 66.0 * s), (hex(0x3a6a4a), hex(0x8fae62)), x as u64);
        stilt_house(&mut c.at(x, y, s), &DAY_TIMBER);
    }
}

/// Rice terraces stepping up a hillside like the bars of a chart.
pub fn terraces() -> Canvas {
    let mut c = sheet();
    let light = GOLD;
    sky(&mut c, &light, 640.0, Some(((620.0, 250.0), 50.0)));
    clouds(&mut c, (40.0, 380.0), hex(0xfff4d6).alpha(0.55), 0.55, 14);
    Ranges { light: &light, rows: (420.0, 600.0), count: 3, swing: (110.0, 80.0), near: (0.05, 0.5), seed: 33 }.paint(&mut c);
    let ridge = Ridge { points: &[(-20.0, 1080.0), (500.0, 960.0), (1000.0, 800.0), (1500.0, 590.0), (1900.0, 420.0), (2420.0, 330.0)], rough: 20.0, scale: 500.0, crowns: 0.0, seed: 3 };
    let line = ridge.heights(c.width);
    let inks = [hex(0xe8bf4a), hex(0xf0cf66), hex(0xd3a83c), hex(0xb7bb4d), hex(0x88a848), hex(0xe9c65b), hex(0x6d9a4a)];
    Terraces { step: (44.0, 150.0), wander: 2.0, bend: 620.0, inks: &inks, bank: hex(0x4e6a33), rim: hex(0xfff0b0), seed: 8 }.paint(&mut c, &line);
    thicket(&mut c, &[(1330.0, 690.0), (1560.0, 580.0), (1900.0, 430.0), (2420.0, 335.0)], (22.0, 42.0), (hex(0x2c5638), hex(0xa3ae52)), 4);
    for (x, y, s) in [(1130.0, 1010.0, 0.62f32), (1960.0, 830.0, 0.5)] {
        thicket(&mut c, &[(x - 150.0 * s, y - 40.0 * s), (x + 190.0 * s, y - 40.0 * s)], (40.0 * s, 80.0 * s), (hex(0x2f5b3a), hex(0xa3ae52)), x as u64);
        stilt_house(&mut c.at(x, y, s), &DAY_TIMBER);
    }
    mist(&mut c, 700.0, 46.0, light.haze.alpha(0.4), 6);
    thicket(&mut c, &[(-60.0, 1440.0), (140.0, 1500.0), (420.0, 1620.0)], (60.0, 100.0), (hex(0x1f4733), hex(0x8a9c48)), 24);
    c
}

/// A branch of ban blossom before soft mountains.
pub fn ban_blossom() -> Canvas {
    let mut c = sheet();
    let light = MORNING;
    sky(&mut c, &light, 1250.0, Some(((520.0, 420.0), 70.0)));
    for (i, row) in [860.0f32, 1000.0, 1150.0, 1330.0].into_iter().enumerate() {
        let points: Vec<Point> = (0..=6).map(|k| (k as f32 * 400.0, row + 90.0 * (k as f32 * 1.9 + i as f32 * 2.3).sin())).collect();
        let ridge = Ridge { points: &points, rough: 70.0, scale: 520.0, crowns: 0.0, seed: 40 + i as u64 };
        hill(&mut c, &ridge, Slope { relief: 0.12, ..Slope::forest(&light, 0.04 + 0.16 * i as f32) });
        mist(&mut c, row + 150.0, 90.0, light.haze.alpha(0.7), i as u64);
    }
    soft_blossom(&mut c);
    let bark = hex(0x5a4338);
    branch(&mut c.at(0.0, 0.0, 1.0), &[(2460.0, 420.0, 74.0), (2000.0, 620.0, 58.0), (1500.0, 700.0, 44.0), (1050.0, 880.0, 30.0), (640.0, 940.0, 16.0), (420.0, 1010.0, 6.0)], bark, 3);
    branch(&mut c.at(0.0, 0.0, 1.0), &[(1820.0, 655.0, 34.0), (1560.0, 480.0, 24.0), (1300.0, 400.0, 15.0), (1080.0, 260.0, 5.0)], bark, 4);
    branch(&mut c.at(0.0, 0.0, 1.0), &[(1420.0, 722.0, 28.0), (1300.0, 960.0, 20.0), (1350.0, 1180.0, 10.0), (1300.0, 1330.0, 4.0)], bark, 5);
    foliage(&mut c);
    for (x, y, s, turn, blush) in [
        (1710.0, 560.0, 2.35f32, 24.0f32, 0.15f32), (1250.0, 770.0, 2.75, -14.0, 0.0), (830.0, 960.0, 2.2, -52.0, 0.25),
        (1300.0, 350.0, 1.8, 30.0, 0.35), (2080.0, 720.0, 2.2, 66.0, 0.3), (1350.0, 1190.0, 1.95, 160.0, 0.2), (1600.0, 900.0, 1.75, 110.0, 0.4),
    ] {
        let mut f = c.at(x, y, s);
        f.glow(&crate::shape::circle(6.0, 14.0, 74.0), 30.0, hex(0x2a2438).alpha(0.28));
        ban_flower(&mut f.turned(turn), blush);
    }
    for (x, y, s, turn) in [(430.0, 1006.0, 1.9, -70.0), (520.0, 968.0, 1.6, -20.0), (1080.0, 262.0, 1.8, -30.0), (1140.0, 300.0, 1.4, 30.0), (1300.0, 1330.0, 1.8, 175.0)] {
        ban_bud(&mut c.at(x, y, s).turned(turn));
    }
    c
}

fn soft_blossom(c: &mut Canvas) {
    let mut rng = Rng::new(8);
    for _ in 0..26 {
        let (x, y) = (rng.range(1500.0, 2450.0), rng.range(-40.0, 420.0));
        let ink = rng.pick(&[hex(0xfbe3ec), hex(0xf3c3d8), hex(0xffffff), hex(0xa9c08a)]);
        c.brush().glow(&crate::shape::circle(x, y, rng.range(30.0, 80.0)), 34.0, ink.alpha(0.5));
    }
}

fn foliage(c: &mut Canvas) {
    for (x, y, s, turn, shade) in [
        (2180.0, 560.0, 2.3, 160.0, 0.3f32), (1960.0, 640.0, 2.0, -20.0, 0.0), (1500.0, 470.0, 2.1, 170.0, 0.5), (1010.0, 880.0, 2.0, 30.0, 0.2),
        (690.0, 930.0, 1.7, 190.0, 0.6), (1450.0, 720.0, 1.9, 200.0, 0.1), (1330.0, 1040.0, 1.9, 62.0, 0.5), (2330.0, 480.0, 2.3, 10.0, 0.2), (1120.0, 300.0, 1.4, 120.0, 0.5),
        (560.0, 960.0, 1.3, 40.0, 0.4),
    ] {
        let (dark, light) = (hex(0x3f6f45).mix(hex(0x6d9457), shade), hex(0x7fa561).mix(hex(0xa9bf74), shade));
        let mut leaf = c.at(x, y, s);
        ban_leaf(&mut leaf.turned(turn), dark, light);
    }
}
