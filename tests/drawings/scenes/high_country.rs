//! The high north-west: the tripoint at A Pa Chải and the old tea of Tủa Chùa.

use super::{Ranges, sheet};
use crate::canvas::Canvas;
use crate::color::{Color, hex, smoothstep};
use crate::fields::Blades;
use crate::goods::back_basket;
use crate::landscape::{Ridge, Slope, clouds, crown, hill, mist, sea_of_cloud, sky};
use crate::light::{DAWN, MIST};
use crate::noise::{Rng, fractal};
use crate::plants::branch;
use crate::shape::{Point, blob, line, ribbon};
use crate::works::tripoint_marker;

/// The three-sided granite marker on its stepped platform, ridges falling away.
pub fn tripoint() -> Canvas {
    let mut c = sheet();
    let light = DAWN;
    sky(&mut c, &light, 900.0, Some(((420.0, 560.0), 58.0)));
    clouds(&mut c, (60.0, 520.0), hex(0xffeedd).alpha(0.6), 0.55, 44);
    Ranges { light: &light, rows: (700.0, 860.0), count: 3, swing: (100.0, 70.0), near: (0.03, 0.26), seed: 181 }.paint(&mut c);
    sea_of_cloud(&mut c, 980.0, 90.0, (hex(0xfff8ee).alpha(0.96), hex(0xd5d7e2).alpha(0.92)), 3);
    let flanks: [(&[Point], f32, u64); 2] = [
        (&[(-20.0, 1000.0), (300.0, 960.0), (620.0, 1060.0), (900.0, 1180.0), (1400.0, 1330.0), (2420.0, 1500.0)], 0.5, 3),
        (&[(-20.0, 1500.0), (1000.0, 1330.0), (1500.0, 1180.0), (1800.0, 1050.0), (2080.0, 960.0), (2420.0, 1030.0)], 0.6, 4),
    ];
    for (points, near, seed) in flanks {
        let ridge = Ridge { points, rough: 26.0, scale: 300.0, crowns: 12.0, seed: 186 + seed };
        hill(&mut c, &ridge, Slope { depth: 500.0, ..Slope::forest(&light, near) });
        mist(&mut c, 1180.0, 50.0, light.haze.alpha(0.4), seed);
    }
    let summit = Ridge { points: &[(-20.0, 1500.0), (460.0, 1330.0), (860.0, 1230.0), (1200.0, 1200.0), (1560.0, 1226.0), (1960.0, 1330.0), (2420.0, 1490.0)], rough: 6.0, scale: 300.0, crowns: 0.0, seed: 190 };
    let slope = Slope { crest: hex(0x8aa35a), foot: hex(0x3c6245), depth: 460.0, shade: hex(0x43694a), gleam: hex(0xe6d48d), relief: 0.6, grain: 260.0 };
    let top = hill(&mut c, &summit, slope);
    let edge = move |x: f32| top[(x.max(0.0) as usize).min(2399)];
    Blades { columns: (0.0, 2400.0), height: (14.0, 46.0), spacing: 5.0, lean: (-0.2, 0.6), inks: (hex(0x5d8248), hex(0xd2c980)), seed: 6 }.paint(&mut c, &edge);
    tripoint_marker(&mut c.at(1200.0, 1290.0, 2.25));
    Blades { columns: (-10.0, 2410.0), height: (40.0, 130.0), spacing: 6.0, lean: (-0.3, 0.6), inks: (hex(0x31583b), hex(0xb6b968)), seed: 8 }
        .paint(&mut c, |x| 1600.0 - ((x - 1200.0) / 1200.0).abs().powf(1.6) * 60.0);
    c
}

/// An old shan tuyết tea tree with mossy trunk, ladder and back basket, limestone hills in mist.
pub fn old_tea() -> Canvas {
    let mut c = sheet();
    let light = MIST;
    sky(&mut c, &light, 900.0, Some(((1960.0, 300.0), 64.0)));
    for (i, row) in [640.0f32, 760.0, 880.0].into_iter().enumerate() {
        karst(&mut c, row, 0.06 + 0.2 * i as f32, 200 + i as u64);
        mist(&mut c, row + 130.0, 100.0, light.haze.alpha(0.8), i as u64 + 3);
    }
    let ground = Ridge { points: &[(-20.0, 1130.0), (500.0, 1080.0), (1100.0, 1150.0), (1700.0, 1100.0), (2420.0, 1020.0)], rough: 16.0, scale: 400.0, crowns: 0.0, seed: 205 };
    hill(&mut c, &ground, Slope { crest: hex(0x7d9c62), foot: hex(0x2f5942), depth: 560.0, shade: hex(0x3b6a4d), gleam: hex(0xd6d58c), relief: 0.5, grain: 320.0 });
    for (x, y, s, seed) in [(1900.0, 1090.0, 0.42f32, 5), (2230.0, 1050.0, 0.36, 6), (1560.0, 1120.0, 0.3, 7), (250.0, 1110.0, 0.36, 8)] {
        tea_tree(&mut c, (x, y), s, seed);
    }
    mist(&mut c, 1060.0, 70.0, light.haze.alpha(0.5), 9);
    tea_tree(&mut c, (980.0, 1440.0), 1.25, 3);
    ladder(&mut c);
    back_basket(&mut c.at(1560.0, 1500.0, 1.55), hex(0x86ab52));
    Blades { columns: (-10.0, 2410.0), height: (40.0, 120.0), spacing: 6.0, lean: (-0.4, 0.4), inks: (hex(0x274f3a), hex(0x9eb462)), seed: 12 }
        .paint(&mut c, |x| 1600.0 + (x / 210.0).sin() * 14.0);
    Blades { columns: (700.0, 1290.0), height: (24.0, 70.0), spacing: 7.0, lean: (-0.4, 0.4), inks: (hex(0x31603f), hex(0xa8bd68)), seed: 14 }.paint(&mut c, |x| 1462.0 + (x / 90.0).sin() * 8.0);
    c
}

/// Steep limestone cones one beside another.
fn karst(c: &mut Canvas, row: f32, near: f32, seed: u64) {
    let mut rng = Rng::new(seed);
    let mut points: Vec<Point> = vec![(-40.0, row)];
    let mut x = 40.0;
    while x < 2400.0 {
        let (half, tall) = (rng.range(90.0, 190.0), rng.range(120.0, 400.0));
        points.extend([(x, row), (x + half * 0.55, row - tall * 0.72), (x + half, row - tall), (x + half * 1.5, row - tall * 0.66), (x + half * 2.0, row - 10.0)]);
        x += half * 2.0 + rng.range(20.0, 110.0);
    }
    points.push((x.max(2440.0) + 40.0, row));
    let ridge = Ridge { points: &points, rough: 24.0, scale: 110.0, crowns: 9.0, seed };
    hill(c, &ridge, Slope { depth: 300.0, relief: 0.5, grain: 90.0, ..Slope::forest(&MIST, near) });
}

/// A gnarled tea tree, foot at `foot`, about 1100 pixels tall at `s` 1.
fn tea_tree(c: &mut Canvas, foot: Point, s: f32, seed: u64) {
    let mut rng = Rng::new(seed);
    let bark = hex(0x8b8f86);
    let limbs: [&[(f32, f32, f32)]; 6] = [
        &[(-20.0, -330.0, 92.0), (-120.0, -480.0, 70.0), (-230.0, -560.0, 48.0), (-330.0, -700.0, 22.0)],
        &[(20.0, -360.0, 84.0), (110.0, -520.0, 60.0), (150.0, -660.0, 42.0), (260.0, -790.0, 18.0)],
        &[(0.0, -430.0, 70.0), (-30.0, -600.0, 54.0), (20.0, -760.0, 36.0), (-10.0, -900.0, 14.0)],
        &[(-150.0, -505.0, 44.0), (-160.0, -640.0, 32.0), (-200.0, -780.0, 14.0)],
        &[(120.0, -560.0, 44.0), (260.0, -600.0, 32.0), (370.0, -680.0, 14.0)],
        &[(90.0, 30.0, 190.0), (30.0, -60.0, 150.0), (-14.0, -200.0, 122.0), (10.0, -320.0, 116.0), (0.0, -450.0, 80.0)],
    ];
    for (i, limb) in limbs.into_iter().enumerate() {
        branch(&mut c.at(foot.0, foot.1, s), limb, bark, seed + i as u64);
        moss(c, foot, s, limb, seed + 50 + i as u64);
    }
    for root in [&[(-40.0, -50.0, 80.0), (-120.0, 14.0, 50.0), (-220.0, 34.0, 10.0)], &[(60.0, -50.0, 80.0), (130.0, 20.0, 46.0), (230.0, 40.0, 10.0)]] {
        branch(&mut c.at(foot.0, foot.1, s), root, bark, seed + 9);
    }
    let tips = [(-330.0, -700.0), (-250.0, -600.0), (-200.0, -790.0), (-10.0, -910.0), (60.0, -830.0), (260.0, -800.0), (380.0, -690.0), (180.0, -700.0), (-90.0, -840.0), (310.0, -600.0), (-360.0, -620.0), (150.0, -900.0)];
    for round in 0..3 {
        for (x, y) in tips {
            let at = (foot.0 + (x + rng.range(-70.0, 70.0)) * s, foot.1 + (y + rng.range(-50.0, 40.0)) * s);
            let tone = hex(0x2a5a40).mix(hex(0x5f8a50), round as f32 * 0.3);
            crown(c, at, rng.range(48.0, 92.0) * s, (tone, hex(0xb3c877)), &mut rng);
        }
    }
    sprigs(c, foot, s, &tips, &mut rng);
}

/// Young leaves standing out of the crown.
fn sprigs(c: &mut Canvas, foot: Point, s: f32, tips: &[Point], rng: &mut Rng) {
    for _ in 0..150 {
        let (x, y) = rng.pick(tips);
        let at = (foot.0 + (x + rng.range(-80.0, 80.0)) * s, foot.1 + (y + rng.range(-62.0, 50.0)) * s);
        let ink = hex(0x6f9a4e).mix(hex(0xd9e09a), rng.range(0.0, 1.0));
        for turn in [-30.0f32, 0.0, 30.0] {
            let leaf = blob(&[(0.0, 0.0), (-5.0, -11.0), (0.0, -27.0), (5.0, -11.0)]);
            c.at(at.0, at.1, s).turned(turn + rng.range(-25.0, 25.0)).fill(&leaf, ink);
        }
    }
}

fn moss(c: &mut Canvas, foot: Point, s: f32, limb: &[(f32, f32, f32)], seed: u64) {
    let shade = move |x: f32, y: f32| -> Color {
        let patch = smoothstep(0.50, 0.62, fractal(x / 46.0, y / 60.0, 4, seed));
        let pale = smoothstep(0.70, 0.76, fractal(x / 30.0, y / 20.0, 3, seed + 4));
        hex(0x6b8a48).mix(hex(0xe8ead2), pale).alpha((patch * 0.85).max(pale * 0.55))
    };
    c.at(foot.0, foot.1, s).fill(&ribbon(limb), shade);
}

fn ladder(c: &mut Canvas) {
    let wood = hex(0x9a7448);
    for dx in [0.0f32, 96.0] {
        c.brush().line(&line(&[(1270.0 + dx, 1500.0), (1060.0 + dx * 0.8, 760.0)]), 17.0, wood.lit(0.6));
        c.brush().line(&line(&[(1266.0 + dx, 1498.0), (1057.0 + dx * 0.8, 758.0)]), 10.0, wood.lit(1.25));
    }
    for i in 0..10 {
        let t = 0.05 + 0.1 * i as f32;
        let (x, y) = (1270.0 - 210.0 * t, 1500.0 - 740.0 * t);
        c.brush().line(&line(&[(x - 8.0, y), (x + 104.0 - 19.0 * t, y - 6.0)]), 12.0, wood.lit(1.05));
    }
}
