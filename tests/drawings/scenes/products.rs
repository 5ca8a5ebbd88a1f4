//! Rice of Điện Biên and coffee of Mường Ảng.

use super::{Ranges, sheet};
use crate::canvas::Canvas;
use crate::color::{Color, down, hex, smoothstep};
use crate::fields::Blades;
use crate::goods::rice_basket;
use crate::landscape::{Ridge, Slope, clouds, crown, hill, mist, sky, thicket};
use crate::light::{GOLD, MORNING};
use crate::noise::{Rng, fractal};
use crate::plants::{branch, cherry, glossy_leaf, rice_ear};
use crate::shape::{circle, ellipse, rect};

/// A ripe rice field, a basket of white rice and ears in the foreground.
pub fn rice() -> Canvas {
    let mut c = sheet();
    let light = GOLD;
    sky(&mut c, &light, 700.0, Some(((700.0, 300.0), 58.0)));
    clouds(&mut c, (60.0, 440.0), hex(0xfff6dc).alpha(0.6), 0.55, 61);
    Ranges { light: &light, rows: (440.0, 600.0), count: 4, swing: (110.0, 50.0), near: (0.02, 0.55), seed: 251 }.paint(&mut c);
    thicket(&mut c, &[(-20.0, 716.0), (900.0, 700.0), (2420.0, 716.0)], (14.0, 30.0), (hex(0x3f6b42), hex(0xa6ae58)), 4);
    c.brush().fill(&rect(-4.0, 716.0, 2410.0, 890.0), |x: f32, y: f32| {
        let t = smoothstep(716.0, 1400.0, y);
        let rows = fractal(x / (60.0 + 200.0 * t), y / (8.0 + 40.0 * t), 2, 6);
        hex(0xf4dd8c).mix(hex(0xd9a838), t).lit(0.86 + 0.26 * rows)
    });
    mist(&mut c, 726.0, 30.0, light.haze.alpha(0.7), 5);
    for (i, row) in [830.0f32, 900.0, 985.0, 1090.0, 1220.0].into_iter().enumerate() {
        let t = i as f32 / 4.0;
        let blades = Blades { columns: (-20.0, 2420.0), height: (30.0 + 60.0 * t, 70.0 + 130.0 * t), spacing: 12.0 + 4.0 * t, lean: (-0.25, 0.55), inks: (hex(0xc99a35).mix(hex(0x94802f), t), hex(0xf7df8a)), seed: 70 + i as u64 };
        blades.paint(&mut c, move |x| row + (x / 300.0 + i as f32).sin() * 10.0);
        if i > 1 {
            ears(&mut c, row, 0.26 + 0.5 * t, 34 - 5 * i, i as u64);
        }
    }
    c.brush().fill(&rect(-4.0, 1200.0, 2410.0, 410.0), down(1200.0, 1480.0, hex(0x6b5a26).alpha(0.0), hex(0x54461f).alpha(0.9)));
    Blades { columns: (-20.0, 2420.0), height: (120.0, 330.0), spacing: 13.0, lean: (-0.4, 0.5), inks: (hex(0x7d7a2c), hex(0xe0c158)), seed: 90 }.paint(&mut c, |x| 1610.0 - (x - 760.0).abs().min(300.0) * 0.1);
    rice_basket(&mut c.at(720.0, 1500.0, 2.0));
    Blades { columns: (1160.0, 2420.0), height: (160.0, 460.0), spacing: 20.0, lean: (-0.5, 0.5), inks: (hex(0x6d7a2c), hex(0xd6c254)), seed: 91 }.paint(&mut c, |_| 1640.0);
    for (x, y, s, flip) in [(1240.0, 1640.0, 3.0f32, 1.0f32), (1560.0, 1680.0, 4.0, 1.0), (1990.0, 1660.0, 3.5, 1.0), (1800.0, 1700.0, 3.0, -1.0), (2330.0, 1690.0, 4.1, -1.0), (2180.0, 1700.0, 3.0, 1.0), (130.0, 1680.0, 3.1, -1.0), (30.0, 1690.0, 2.6, 1.0)] {
        let mut ear = c.at(x, y, s);
        rice_ear(&mut ear.stretched(flip, 1.0), hex(0x8d9a3d), hex(0xe3b23c), x as u64);
    }
    Blades { columns: (-20.0, 360.0), height: (70.0, 200.0), spacing: 14.0, lean: (-0.4, 0.4), inks: (hex(0x6d7a2c), hex(0xd6c254)), seed: 92 }.paint(&mut c, |_| 1630.0);
    c
}

fn ears(c: &mut Canvas, row: f32, s: f32, count: usize, seed: u64) {
    let mut rng = Rng::new(seed + 400);
    for _ in 0..count {
        let (x, y) = (rng.range(-40.0, 2400.0), row + rng.range(-10.0, 14.0));
        let mut ear = c.at(x, y, s * rng.range(0.85, 1.15));
        let flip = if rng.chance(0.25) { -1.0 } else { 1.0 };
        rice_ear(&mut ear.stretched(flip, 1.0), hex(0xa89a3d), hex(0xe8bb48), seed);
    }
}

/// A coffee branch heavy with ripe cherries, rows of coffee on the hillsides behind.
pub fn coffee() -> Canvas {
    let mut c = sheet();
    let light = MORNING;
    sky(&mut c, &light, 800.0, Some(((420.0, 300.0), 62.0)));
    clouds(&mut c, (60.0, 460.0), hex(0xffffff).alpha(0.7), 0.52, 71);
    Ranges { light: &light, rows: (520.0, 680.0), count: 3, swing: (120.0, 70.0), near: (0.03, 0.3), seed: 261 }.paint(&mut c);
    for (i, (base, rise)) in [(860.0f32, 150.0f32), (1060.0, 180.0), (1320.0, 160.0)].into_iter().enumerate() {
        rows_of_coffee(&mut c, base, rise, i);
        mist(&mut c, base + 90.0, 60.0, light.haze.alpha(0.38), i as u64 + 4);
    }
    let bark = hex(0x6b4f3a);
    let spine: [(f32, f32, f32); 6] = [(2480.0, 250.0, 46.0), (2000.0, 480.0, 40.0), (1500.0, 660.0, 34.0), (1000.0, 800.0, 26.0), (560.0, 960.0, 18.0), (240.0, 1130.0, 8.0)];
    let nodes = [(2140.0, 420.0, 1.0f32), (1740.0, 578.0, 1.0), (1340.0, 706.0, 1.0), (960.0, 812.0, 0.92), (600.0, 944.0, 0.8), (300.0, 1096.0, 0.6)];
    for (i, (x, y, s)) in nodes.into_iter().enumerate() {
        let k = i as f32;
        leaf_pair(&mut c, (x, y), s * (4.7 + 0.5 * (k * 2.3).sin()), 20.0 * (k * 1.7 + 0.6).sin());
        leaf_pair(&mut c, (x + 60.0, y - 20.0), s * 3.7, 34.0 + 16.0 * (k * 2.9).cos());
    }
    branch(&mut c.brush(), &spine, bark, 3);
    for (i, (x, y, s)) in nodes.into_iter().enumerate() {
        cluster(&mut c, (x, y), s, i as u64);
    }
    for (x, y, s, twist) in [(1980.0, 480.0, 2.6f32, -52.0f32), (1180.0, 750.0, 2.3, -44.0), (230.0, 1130.0, 2.4, -80.0)] {
        leaf_pair(&mut c, (x, y), s, twist);
    }
    c
}

fn rows_of_coffee(c: &mut Canvas, base: f32, rise: f32, layer: usize) {
    let seed = 270 + layer as u64;
    let points: Vec<(f32, f32)> = (0..=6).map(|k| (k as f32 * 400.0 - 10.0, base - rise * (k as f32 * 1.3 + layer as f32 * 2.0).sin() * 0.6)).collect();
    let ridge = Ridge { points: &points, rough: 16.0, scale: 500.0, crowns: 0.0, seed };
    let light = MORNING;
    let slope = Slope { crest: hex(0xb7b878).mix(light.far, 0.5 - 0.25 * layer as f32), ..Slope::forest(&light, 0.3 + 0.22 * layer as f32) };
    let heights = hill(c, &ridge, slope);
    let mut rng = Rng::new(seed);
    let size = 15.0 + 11.0 * layer as f32;
    for row in 0..7 {
        let lift = 12.0 + (row as f32).powf(1.18) * size * 1.9;
        let mut x = rng.range(-20.0, 0.0);
        while x < 2420.0 {
            let y = heights[(x.max(0.0) as usize).min(2399)] + lift + (x / 170.0 + row as f32).sin() * size * 0.4;
            let tone = hex(0x2b6140).mix(light.far, 0.45 - 0.2 * layer as f32);
            crown(c, (x, y), size * rng.range(0.8, 1.1), (tone, hex(0xa6c072).mix(light.far, 0.3 - 0.12 * layer as f32)), &mut rng);
            x += size * rng.range(1.5, 1.9);
        }
    }
}

fn leaf_pair(c: &mut Canvas, at: (f32, f32), s: f32, twist: f32) {
    let (dark, light) = (hex(0x1f5a3c), hex(0x5f9a55));
    for (turn, size, tone) in [(-18.0f32, 1.0f32, 0.0f32), (152.0, 0.96, 0.5)] {
        let mut leaf = c.at(at.0, at.1, s * size);
        let mut leaf = leaf.turned(turn + twist);
        leaf.at(3.0, 4.0, 1.0).glow(&ellipse(0.0, -52.0, 18.0, 46.0), 14.0, hex(0x12301f).alpha(0.35));
        glossy_leaf(&mut leaf, dark.mix(hex(0x2f6f47), tone), light.mix(hex(0x8cb863), tone));
    }
}

fn cluster(c: &mut Canvas, at: (f32, f32), s: f32, seed: u64) {
    let mut rng = Rng::new(seed + 500);
    let skins: [Color; 6] = [hex(0xc4202c), hex(0xd63a30), hex(0xa8182a), hex(0xcf2a36), hex(0xe0752f), hex(0xb81f2e)];
    for k in 0..13 {
        let a = k as f32 / 13.0 * std::f32::consts::TAU + rng.range(-0.2, 0.2);
        let out = if k % 3 == 0 { 34.0 } else { 86.0 };
        let (x, y) = (at.0 + a.cos() * out * 1.15 * s, at.1 + a.sin() * out * 0.86 * s + 10.0);
        c.brush().glow(&circle(x + 8.0, y + 12.0, 38.0 * s), 8.0, hex(0x2a1210).alpha(0.4));
        let mut fruit = c.at(x, y, 2.45 * s);
        cherry(&mut fruit.turned(rng.range(-40.0, 40.0)), rng.pick(&skins));
    }
}
