//! Places of history: Bản Phủ, A1 hill, the museum and its panorama, Mường Phăng.

use super::{Ranges, sheet};
use crate::buildings::{citadel_gate, forest_hut, museum as hall, temple_roof};
use crate::canvas::Canvas;
use crate::color::{Color, across, down, hex, linear, smoothstep};
use crate::fields::Blades;
use crate::landscape::{Ridge, Slope, clouds, crown, hill, mist, rays, sky, thicket};
use crate::light::{DAWN, GOLD, MIST, MORNING};
use crate::noise::{Rng, fractal};
use crate::people::onlooker;
use crate::plants::{bamboo, branch, tree};
use crate::shape::{Point, bend_then, blob, circle, ellipse, polygon, rect, ribbon};
use crate::works::tank;

/// Bản Phủ: the earthen citadel gate, bamboo on the rampart, a temple roof behind.
pub fn ban_phu() -> Canvas {
    let mut c = sheet();
    let light = MORNING;
    sky(&mut c, &light, 900.0, Some(((520.0, 330.0), 56.0)));
    clouds(&mut c, (80.0, 480.0), hex(0xffffff).alpha(0.6), 0.5, 8);
    Ranges { light: &light, rows: (480.0, 640.0), count: 3, swing: (110.0, 70.0), near: (0.05, 0.45), seed: 141 }.paint(&mut c);
    tree(&mut c, (1640.0, 1010.0), 720.0, (hex(0x2c5d40), hex(0x9cb661)), hex(0x57443a), 4);
    tree(&mut c, (620.0, 1010.0), 620.0, (hex(0x2c5d40), hex(0x9cb661)), hex(0x57443a), 9);
    temple_roof(&mut c.at(1200.0, 800.0, 2.3), hex(0xb4553a), hex(0x7a2f2c));
    c.brush().fill(&rect(880.0, 788.0, 640.0, 260.0), down(788.0, 960.0, hex(0x8c3a30), hex(0xd9b68c)));
    temple_roof(&mut c.at(1200.0, 620.0, 1.45), hex(0xb4553a), hex(0x7a2f2c));
    c.brush().fill(&rect(1010.0, 612.0, 380.0, 40.0), hex(0x8c3a30));
    bamboo(&mut c.at(250.0, 1130.0, 2.0), 12, (hex(0x3d6b3c), hex(0xa8b95a)), 5);
    bamboo(&mut c.at(2170.0, 1130.0, 2.1), 12, (hex(0x3d6b3c), hex(0xa8b95a)), 6);
    bamboo(&mut c.at(560.0, 1110.0, 1.5), 9, (hex(0x3d6b3c), hex(0xa8b95a)), 7);
    bamboo(&mut c.at(1850.0, 1110.0, 1.55), 9, (hex(0x3d6b3c), hex(0xa8b95a)), 8);
    citadel_gate(&mut c.at(1200.0, 1340.0, 2.0));
    c.brush().fill(&rect(-4.0, 1350.0, 2410.0, 260.0), down(1350.0, 1600.0, hex(0x7f9a52), hex(0x4f7440)));
    c.brush().fill(&polygon(&[(1076.0, 1362.0), (1324.0, 1362.0), (1690.0, 1610.0), (660.0, 1610.0)]), down(1360.0, 1600.0, hex(0xd8bf8f), hex(0xb48f62)));
    let blades = |columns, seed| Blades { columns, height: (26.0, 80.0), spacing: 5.0, lean: (-0.4, 0.4), inks: (hex(0x3f6b3a), hex(0xa9bd62)), seed };
    blades((-10.0, 860.0), 3).paint(&mut c, |x| 1420.0 + (x / 160.0).sin() * 16.0);
    blades((1540.0, 2410.0), 4).paint(&mut c, |x| 1420.0 + (x / 170.0).sin() * 16.0);
    blades((-10.0, 700.0), 5).paint(&mut c, |_| 1580.0);
    blades((1690.0, 2410.0), 6).paint(&mut c, |_| 1580.0);
    c
}

/// A1 hill: trenches in the grass, the old tank on top, the great crater.
pub fn a1_hill() -> Canvas {
    let mut c = sheet();
    let light = DAWN;
    sky(&mut c, &light, 900.0, Some(((470.0, 420.0), 54.0)));
    clouds(&mut c, (60.0, 520.0), hex(0xfff0e0).alpha(0.55), 0.55, 3);
    Ranges { light: &light, rows: (560.0, 680.0), count: 3, swing: (110.0, 60.0), near: (0.03, 0.40), seed: 151 }.paint(&mut c);
    thicket(&mut c, &[(-20.0, 900.0), (500.0, 850.0), (900.0, 850.0)], (30.0, 60.0), (hex(0x355f4f), hex(0x92ab72)), 3);
    thicket(&mut c, &[(1700.0, 840.0), (2050.0, 850.0), (2420.0, 900.0)], (30.0, 60.0), (hex(0x355f4f), hex(0x92ab72)), 4);
    let crest = Ridge { points: &[(-20.0, 1010.0), (400.0, 900.0), (800.0, 730.0), (1150.0, 650.0), (1600.0, 640.0), (1960.0, 740.0), (2420.0, 930.0)], rough: 8.0, scale: 300.0, crowns: 0.0, seed: 155 };
    tree(&mut c, (1760.0, 690.0), 330.0, (hex(0x2c5a45), hex(0xa6b66a)), hex(0x4d3d38), 2);
    tree(&mut c, (1950.0, 760.0), 400.0, (hex(0x2c5a45), hex(0xa6b66a)), hex(0x4d3d38), 12);
    tree(&mut c, (640.0, 830.0), 300.0, (hex(0x2c5a45), hex(0xa6b66a)), hex(0x4d3d38), 8);
    tree(&mut c, (470.0, 890.0), 360.0, (hex(0x2c5a45), hex(0xa6b66a)), hex(0x4d3d38), 18);
    let slope = Slope { crest: hex(0x8fae58), foot: hex(0x3f7044), depth: 1000.0, shade: hex(0x4f7d4c), gleam: hex(0xdfd389), relief: 0.24, grain: 520.0 };
    let line = hill(&mut c, &crest, slope);
    Blades { columns: (0.0, 2400.0), height: (8.0, 26.0), spacing: 5.0, lean: (-0.3, 0.5), inks: (hex(0x6c944e), hex(0xc4c878)), seed: 6 }
        .paint(&mut c, |x| line[(x.max(0.0) as usize).min(2399)]);
    tank(&mut c.at(1330.0, 664.0, 1.3));
    trench(&mut c, &[(420.0, 966.0, 5.0), (640.0, 930.0, 24.0), (760.0, 1000.0, 34.0), (620.0, 1080.0, 44.0), (780.0, 1160.0, 58.0), (640.0, 1290.0, 82.0), (900.0, 1420.0, 118.0), (820.0, 1680.0, 170.0)]);
    trench(&mut c, &[(2330.0, 990.0, 5.0), (2140.0, 960.0, 30.0), (2040.0, 1040.0, 38.0), (2200.0, 1120.0, 50.0), (2080.0, 1230.0, 68.0), (2300.0, 1360.0, 96.0), (2480.0, 1400.0, 120.0)]);
    trench(&mut c, &[(760.0, 1000.0, 34.0), (980.0, 900.0, 28.0), (1120.0, 850.0, 20.0), (1240.0, 760.0, 4.0)]);
    crater(&mut c);
    for (columns, row, seed) in [((-10.0, 620.0), 1590.0, 8), ((1010.0, 2410.0), 1600.0, 9)] {
        Blades { columns, height: (50.0, 150.0), spacing: 5.0, lean: (-0.35, 0.5), inks: (hex(0x2f5d3c), hex(0xb8bf6a)), seed }.paint(&mut c, move |_| row);
    }
    c
}

/// A trench along a spine of (x, y, width): earth thrown up on both lips, the far wall lit, the floor dark.
fn trench(c: &mut Canvas, spine: &[(f32, f32, f32)]) {
    let layer = |shift: f32, wide: f32| ribbon(&spine.iter().map(|p| (p.0 + p.2 * shift * 0.8, p.1 + p.2 * shift, p.2 * wide)).collect::<Vec<_>>());
    c.brush().glow(&layer(0.0, 1.5), 5.0, |x: f32, y: f32| {
        hex(0xd3b27d).mix(hex(0x8fa558), smoothstep(0.40, 0.62, fractal(x / 34.0, y / 22.0, 3, 14)))
    });
    c.brush().fill(&layer(0.0, 1.0), |x: f32, y: f32| hex(0xc08a5c).mix(hex(0x99643f), fractal(x / 26.0, y / 40.0, 3, 4)));
    c.within_soft(&layer(0.0, 1.0), &layer(0.24, 0.80), hex(0x5a3d33));
}

fn crater(c: &mut Canvas) {
    let mut b = c.at(1490.0, 1130.0, 1.0);
    let rim = blob(&[(-392.0, 0.0), (-330.0, -96.0), (-150.0, -152.0), (60.0, -160.0), (270.0, -126.0), (392.0, -20.0), (350.0, 92.0), (160.0, 156.0), (-80.0, 160.0), (-310.0, 106.0)]);
    b.fill(&rim, down(-160.0, 160.0, hex(0xa8b565), hex(0xc9c77c)));
    b.stretched(0.92, 0.88).fill(&rim, |x: f32, y: f32| {
        let d = (x / 392.0).hypot((y - 40.0) / 160.0);
        let streak = fractal(x / 60.0 + y / 90.0, y / 40.0, 3, 7) - 0.5;
        let wall = hex(0x8a5c42).mix(hex(0xbb845a), smoothstep(-40.0, 150.0, y));
        wall.lit(1.0 + streak * 0.35).mix(hex(0x40302e), smoothstep(0.75, 0.1, d) * 0.8).mix(hex(0x5a7447), smoothstep(0.62, 0.75, streak + 0.5) * 0.8)
    });
    b.fill(&ellipse(-10.0, 58.0, 150.0, 36.0), hex(0x3a2c2d));
    b.fill(&ellipse(-10.0, 62.0, 128.0, 25.0), across(-130.0, 120.0, hex(0x9fb0bd), hex(0x566878)));
    for i in 0..34 {
        let a = std::f32::consts::PI * (i as f32 / 33.0);
        let (x, y) = (a.cos() * 380.0, a.sin() * 146.0);
        b.fill(&ribbon(&[(x - 6.0, y + 14.0, 7.0), (x, y - 14.0, 5.0), (x + 5.0, y - 38.0, 0.6)]), hex(0x6f9650));
        b.fill(&ribbon(&[(x + 9.0, y + 14.0, 6.0), (x + 10.0, y - 8.0, 5.0), (x + 20.0, y - 26.0, 0.6)]), hex(0xb4bd68));
    }
}

/// The victory museum on its forecourt.
pub fn museum() -> Canvas {
    let mut c = sheet();
    let light = MORNING;
    sky(&mut c, &light, 900.0, None);
    clouds(&mut c, (60.0, 560.0), hex(0xffffff).alpha(0.8), 0.55, 18);
    Ranges { light: &light, rows: (600.0, 740.0), count: 3, swing: (130.0, 70.0), near: (0.05, 0.5), seed: 161 }.paint(&mut c);
    thicket(&mut c, &[(-20.0, 1010.0), (600.0, 960.0), (1800.0, 960.0), (2420.0, 1010.0)], (40.0, 84.0), (hex(0x27573f), hex(0x98b562)), 6);
    c.brush().fill(&rect(-4.0, 1060.0, 2410.0, 550.0), down(1060.0, 1600.0, hex(0xefe5cd), hex(0xcdbf9f)));
    for side in [-1.0f32, 1.0] {
        let at = |x: f32| 1200.0 + side * x;
        c.brush().fill(&polygon(&[(at(560.0), 1110.0), (at(1300.0), 1110.0), (at(1300.0), 1620.0), (at(1010.0), 1620.0)]), down(1110.0, 1600.0, hex(0x8fb05c), hex(0x5c8a4a)));
        for k in 0..3 {
            let t = k as f32;
            let (x, y, r) = (at(700.0 + 190.0 * t), 1170.0 + 120.0 * t, 46.0 + 22.0 * t);
            c.brush().fill(&ellipse(x, y + r * 0.8, r * 1.1, r * 0.22), hex(0x2d4d33).alpha(0.5));
            crown(&mut c, (x, y), r, (hex(0x2b6140), hex(0xa3bf66)), &mut Rng::new(k + 3));
        }
    }
    forecourt(&mut c);
    hall(&mut c.at(1200.0, 1090.0, 2.5));
    for (i, (x, y, s)) in [(900.0, 1230.0, 0.95f32), (960.0, 1240.0, 0.9), (1420.0, 1290.0, 1.15), (1490.0, 1296.0, 1.1), (1120.0, 1190.0, 0.7), (1250.0, 1180.0, 0.66), (760.0, 1350.0, 1.35)].into_iter().enumerate() {
        c.brush().fill(&polygon(&[(x, y), (x + 90.0 * s, y + 22.0 * s), (x + 96.0 * s, y + 30.0 * s), (x - 10.0, y + 5.0)]), hex(0x6b5f58).alpha(0.35));
        let ink = [hex(0x2b4a86), hex(0xa63d4f), hex(0x2f5f4b), hex(0x4a3a55)][i % 4];
        onlooker(&mut c.at(x, y, s), ink, i);
    }
    c
}

fn forecourt(c: &mut Canvas) {
    for i in 0..9 {
        let y = 1110.0 + (i as f32).powf(1.55) * 17.0;
        c.brush().fill(&rect(-4.0, y, 2410.0, 1.6 + i as f32 * 0.4), hex(0xab9c7e).alpha(0.45));
    }
    for i in -8..=8 {
        let x = i as f32;
        c.brush().line(&crate::shape::line(&[(1200.0 + x * 62.0, 1100.0), (1200.0 + x * 190.0, 1610.0)]), 2.0, hex(0xab9c7e).alpha(0.4));
    }
    for k in 0..4 {
        let (w, y) = (250.0 + 46.0 * k as f32, 1096.0 + 13.0 * k as f32);
        c.brush().fill(&rect(1200.0 - w, y, w * 2.0, 13.0), down(y, y + 13.0, hex(0xfaf3e2), hex(0xb7aa90)));
    }
}

/// Inside the panorama: the curved painting, the rail, visitors in silhouette (2:1).
pub fn panorama() -> Canvas {
    let mut c = Canvas::new(2400, 1200, hex(0x1a1420));
    let wall = bend_then(&[(-10.0, 60.0), (600.0, 128.0), (1200.0, 148.0), (1800.0, 128.0), (2410.0, 60.0)], &[(2410.0, 1010.0), (1800.0, 905.0), (1200.0, 880.0), (600.0, 905.0), (-10.0, 1010.0)]);
    c.clipped(&wall, battle);
    c.brush().fill(&wall, |x: f32, y: f32| {
        let side = smoothstep(0.6, 1.05, ((x - 1200.0) / 1200.0).abs());
        let top = smoothstep(260.0, 110.0, y);
        hex(0x140e1c).alpha(0.62 * side + 0.2 * top * (1.0 - side))
    });
    ceiling(&mut c);
    platform(&mut c);
    c
}

fn battle(c: &mut Canvas) {
    c.wash(|x: f32, y: f32| {
        let smoke = fractal(x / 360.0, y / 170.0, 4, 3);
        let glow = 1.0 - smoothstep(0.0, 620.0, (x - 1500.0).hypot((y - 560.0) * 1.5));
        let t = smoothstep(100.0, 620.0, y);
        hex(0x7890a4).mix(hex(0xf9d59c), t).mix(hex(0xf7a65a), glow * 0.7).mix(hex(0x6d5f66), smoothstep(0.5, 0.75, smoke) * 0.6)
    });
    let light = crate::light::Light { haze: hex(0xf0c591), far: hex(0x9d8f92), near: hex(0x3d4a38), ..GOLD };
    Ranges { light: &light, rows: (440.0, 560.0), count: 3, swing: (70.0, 44.0), near: (0.1, 0.7), seed: 173 }.paint(c);
    c.wash_rows(630.0, 1200.0, |x: f32, y: f32| {
        let churn = fractal(x / 130.0, y / 34.0, 4, 9);
        let ink = hex(0xa98a58).mix(hex(0x5f5a3a), churn).mix(hex(0x5a4230), smoothstep(0.48, 0.85, fractal(x / 130.0, y / 26.0, 4, 12)));
        ink.alpha(smoothstep(610.0, 680.0, y))
    });
    trench(c, &[(300.0, 720.0, 10.0), (520.0, 700.0, 12.0), (640.0, 752.0, 16.0), (520.0, 800.0, 24.0), (720.0, 850.0, 36.0), (640.0, 960.0, 54.0)]);
    trench(c, &[(2160.0, 720.0, 11.0), (1950.0, 706.0, 13.0), (1860.0, 760.0, 18.0), (1990.0, 810.0, 28.0), (1840.0, 890.0, 44.0)]);
    for (x, y, s, seed) in [(1500.0, 640.0, 1.0f32, 3), (980.0, 620.0, 0.75, 5), (1990.0, 620.0, 0.6, 7), (420.0, 610.0, 0.65, 9)] {
        smoke(c, (x, y), s, seed);
    }
    tank(&mut c.at(1420.0, 800.0, 0.8));
    let soldier = hex(0x2c3326);
    let mut rng = Rng::new(19);
    for k in 0..22 {
        let t = k as f32 / 22.0;
        let at = (690.0 + t * 600.0 + rng.range(-34.0, 34.0), 872.0 - t * 130.0 + rng.range(-26.0, 26.0));
        soldier_running(c, at, 1.15 - t * 0.5, soldier);
    }
}

fn soldier_running(c: &mut Canvas, at: Point, s: f32, ink: Color) {
    let mut b = c.at(at.0, at.1, s);
    b.fill(&ribbon(&[(0.0, -34.0, 9.0), (10.0, -18.0, 7.0), (4.0, 0.0, 5.0)]), ink);
    b.fill(&ribbon(&[(-2.0, -34.0, 9.0), (-10.0, -20.0, 7.0), (-22.0, -12.0, 5.0)]), ink);
    b.fill(&ribbon(&[(-2.0, -30.0, 12.0), (4.0, -46.0, 15.0), (9.0, -60.0, 11.0)]), ink.lit(1.2));
    b.fill(&ribbon(&[(-8.0, -40.0, 3.0), (30.0, -56.0, 3.0)]), ink);
    b.fill(&circle(12.0, -67.0, 6.5), ink);
    b.fill(&ellipse(12.0, -70.0, 10.0, 5.0), ink.lit(1.3));
}

fn smoke(c: &mut Canvas, foot: Point, s: f32, seed: u64) {
    let mut rng = Rng::new(seed);
    for i in 0..30 {
        let t = i as f32 / 30.0;
        let at = (foot.0 + t * 130.0 * s + rng.range(-60.0, 60.0) * s * (0.4 + t), foot.1 - t * 360.0 * s);
        let ink = hex(0x6b5a58).mix(hex(0xd9c2a8), rng.range(0.0, 0.8));
        c.brush().glow(&circle(at.0, at.1, (30.0 + 70.0 * t) * s), 26.0 + 20.0 * t, ink.alpha(0.36));
    }
    c.brush().glow(&circle(foot.0, foot.1 - 10.0, 48.0 * s), 18.0, hex(0xffc46a).alpha(0.85));
}

fn ceiling(c: &mut Canvas) {
    let lid = bend_then(&[(-10.0, 64.0), (600.0, 132.0), (1200.0, 152.0), (1800.0, 132.0), (2410.0, 64.0)], &[(2410.0, -10.0), (-10.0, -10.0)]);
    c.brush().fill(&lid, down(0.0, 150.0, hex(0x0f0b18), hex(0x2a2130)));
    for i in 0..9 {
        let x = 200.0 + 250.0 * i as f32;
        let y = 112.0 - ((x - 1200.0) / 1200.0).powi(2) * 66.0;
        c.brush().glow(&ellipse(x, y, 44.0, 9.0), 12.0, hex(0xffe7b4).alpha(0.9));
    }
}

fn platform(c: &mut Canvas) {
    let floor = bend_then(&[(-10.0, 1090.0), (600.0, 1010.0), (1200.0, 990.0), (1800.0, 1010.0), (2410.0, 1090.0)], &[(2410.0, 1210.0), (-10.0, 1210.0)]);
    let gap = bend_then(&[(-10.0, 1004.0), (600.0, 900.0), (1200.0, 876.0), (1800.0, 900.0), (2410.0, 1004.0)], &[(2410.0, 1210.0), (-10.0, 1210.0)]);
    c.brush().fill(&gap, down(876.0, 1060.0, hex(0xa88558), hex(0x4d3b38)));
    c.brush().fill(&floor, linear((1200.0, 990.0), (1200.0, 1200.0), hex(0x755a50), hex(0x2b2029)));
    let rail = |lift: f32| -> Vec<(f32, f32, f32)> {
        [(-10.0, 1090.0), (600.0, 1010.0), (1200.0, 990.0), (1800.0, 1010.0), (2410.0, 1090.0)].map(|(x, y)| (x, y - lift, 9.0)).to_vec()
    };
    c.brush().fill(&ribbon(&rail(92.0)), across(0.0, 2400.0, hex(0x8a6a44), hex(0xd6a566)));
    c.brush().fill(&ribbon(&rail(46.0).into_iter().map(|p| (p.0, p.1, 4.0)).collect::<Vec<_>>()), hex(0x6b5238));
    for i in 0..33 {
        let x = i as f32 * 75.0;
        let y = 990.0 + ((x - 1200.0) / 1200.0).powi(2) * 98.0;
        c.brush().fill(&rect(x - 3.0, y - 92.0, 6.0, 96.0), hex(0x6b5238));
    }
    let people = [(180.0, 1.92f32), (330.0, 1.75), (400.0, 1.15), (820.0, 1.72), (930.0, 1.66), (1330.0, 1.7), (1620.0, 1.72), (1720.0, 1.64), (2060.0, 1.82), (2200.0, 1.9)];
    for (i, (x, s)) in people.into_iter().enumerate() {
        let y = 1030.0 + ((x - 1200.0f32) / 1200.0).powi(2) * 96.0;
        onlooker(&mut c.at(x, y + 112.0, s * 1.85), hex(0x120d18), i);
    }
}

/// Mường Phăng: a thatched hut under tall trees, path, stream, filtered light.
pub fn muong_phang() -> Canvas {
    let mut c = sheet();
    let light = MIST;
    c.wash(down(0.0, 1200.0, hex(0xa9c69a), hex(0xf3f0c8)));
    for (row, count, wide, ink, seed) in [(930.0, 26, 26.0, hex(0xb5cba0), 3), (985.0, 17, 40.0, hex(0x86ab82), 4), (1050.0, 11, 62.0, hex(0x55845f), 5)] {
        trunks(&mut c, row, count, wide, ink, seed);
        canopy(&mut c, 300.0, 40, (ink.lit(0.86), ink.mix(hex(0xf0efad), 0.5)), seed + 20);
        thicket(&mut c, &[(-40.0, row), (1200.0, row - 20.0), (2440.0, row)], (30.0, 60.0), (ink.lit(0.9), ink.mix(hex(0xeef0b0), 0.5)), seed + 30);
        mist(&mut c, row - 60.0, 120.0, light.haze.alpha(0.34), seed);
    }
    rays(&mut c, (1900.0, -500.0), 1250.0, hex(0xfff6c4).alpha(0.42), 6);
    c.brush().fill(&bend_then(&[(-20.0, 1120.0), (600.0, 1080.0), (1200.0, 1070.0), (1800.0, 1100.0), (2420.0, 1080.0)], &[(2420.0, 1620.0), (-20.0, 1620.0)]), |x: f32, y: f32| {
        let litter = fractal(x / 60.0, y / 20.0, 4, 5);
        let sun = smoothstep(0.55, 0.7, fractal(x / 190.0, y / 56.0, 3, 14));
        hex(0x6f9456).mix(hex(0x2d5a3d), smoothstep(1080.0, 1560.0, y)).lit(0.86 + 0.28 * litter).mix(hex(0xe2dc86), sun * 0.5)
    });
    c.brush().fill(&ribbon(&[(1130.0, 1165.0, 46.0), (1020.0, 1230.0, 74.0), (1200.0, 1320.0, 116.0), (1010.0, 1440.0, 190.0), (860.0, 1680.0, 330.0)]), |x: f32, y: f32| {
        hex(0xd2b987).mix(hex(0x9d8258), fractal(x / 80.0, y / 24.0, 3, 3))
    });
    stream(&mut c);
    forest_hut(&mut c.at(1080.0, 1170.0, 2.7));
    for (x, wide, lean, seed) in [(210.0, 150.0, 26.0, 3u64), (2190.0, 190.0, -34.0, 5), (1690.0, 92.0, -12.0, 7), (560.0, 84.0, 10.0, 8)] {
        let foot = if wide > 120.0 { 1470.0 } else { 1240.0 };
        let pts = [(x - lean * 1.4, foot + 40.0, wide * 1.9), (x, foot - 90.0, wide * 1.05), (x + lean, 600.0, wide * 0.82), (x + lean * 2.2, -60.0, wide * 0.66)];
        branch(&mut c.at(0.0, 0.0, 1.0), &pts, hex(0x4d4a3c), seed);
    }
    canopy(&mut c, 170.0, 34, (hex(0x1f4a35), hex(0x8fae55)), 66);
    ferns(&mut c);
    c
}

fn trunks(c: &mut Canvas, row: f32, count: usize, wide: f32, ink: Color, seed: u64) {
    let mut rng = Rng::new(seed);
    for i in 0..count {
        let x = 2400.0 * (i as f32 + rng.range(0.1, 0.9)) / count as f32;
        let (w, lean) = (wide * rng.range(0.5, 1.1), rng.range(-40.0, 40.0));
        let pts = [(x, row + 60.0, w * 1.3), (x + lean * 0.3, row - 300.0, w), (x + lean, -40.0, w * 0.7)];
        c.brush().fill(&ribbon(&pts), across(x - w, x + w, ink.lit(1.1), ink.lit(0.86)));
    }
}

fn canopy(c: &mut Canvas, depth: f32, count: usize, inks: (Color, Color), seed: u64) {
    let mut rng = Rng::new(seed);
    for i in 0..count {
        let x = 2400.0 * i as f32 / count as f32 + rng.range(-40.0, 40.0);
        let sag = 0.55 + 0.45 * ((x - 1200.0) / 1200.0).abs();
        let y = rng.range(-60.0, depth * sag);
        crown(c, (x, y), rng.range(60.0, 110.0), inks, &mut rng);
    }
}

fn stream(c: &mut Canvas) {
    let spine = [(1640.0, 1150.0, 18.0), (1700.0, 1200.0, 34.0), (1580.0, 1270.0, 58.0), (1700.0, 1370.0, 100.0), (1560.0, 1500.0, 160.0), (1640.0, 1690.0, 250.0)];
    let bank: Vec<(f32, f32, f32)> = spine.iter().map(|p| (p.0, p.1, p.2 * 1.3 + 6.0)).collect();
    c.brush().fill(&ribbon(&bank), hex(0x4b5a42));
    c.brush().fill(&ribbon(&spine), |x: f32, y: f32| {
        let ripple = smoothstep(0.54, 0.66, fractal(x / 90.0, y / 11.0, 3, 5));
        hex(0x7ea79a).mix(hex(0x456f6b), smoothstep(1180.0, 1600.0, y)).mix(hex(0xf6f6d6), ripple * 0.6)
    });
    let mut rng = Rng::new(12);
    for (x, y) in [(1500.0, 1420.0), (1800.0, 1400.0), (1640.0, 1300.0), (1460.0, 1560.0), (1770.0, 1520.0), (1510.0, 1290.0)] {
        let r = rng.range(26.0, 50.0);
        c.brush().fill(&blob(&[(x - r, y), (x - r * 0.6, y - r * 0.6), (x + r * 0.2, y - r * 0.74), (x + r, y - r * 0.1), (x + r * 0.7, y + r * 0.3), (x - r * 0.7, y + r * 0.3)]), down(y - r, y + r * 0.4, hex(0xb9bfa0), hex(0x4d5a4c)));
    }
}

fn ferns(c: &mut Canvas) {
    let mut rng = Rng::new(21);
    for i in 0..26 {
        let x = if i % 2 == 0 { rng.range(-20.0, 720.0) } else { rng.range(1850.0, 2420.0) };
        let y = rng.range(1480.0, 1640.0);
        for _ in 0..7 {
            let (lean, tall) = (rng.range(-170.0, 170.0), rng.range(70.0, 170.0));
            let ink = hex(0x245238).mix(hex(0x98b55c), rng.range(0.0, 0.9));
            c.brush().fill(&ribbon(&[(x, y, 12.0), (x + lean * 0.4, y - tall, 16.0), (x + lean, y - tall * 0.72, 1.0)]), ink);
        }
    }
}
