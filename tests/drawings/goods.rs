//! Things held in the hand: instruments, baskets, rice, and what lies on a reporter's desk.

use crate::canvas::Brush;
use crate::color::{Color, across, hex, linear, radial, smoothstep};
use crate::noise::{Rng, fractal};
use crate::shape::{Point, along, bend, bend_then, blob, circle, ellipse, line, polygon, rect, ribbon};

/// A tính lute lying flat, gourd at the origin, neck running up: 900 units long.
pub fn tinh_lute(b: &mut Brush<'_>) {
    b.glow(&blob(&[(-120.0, 40.0), (0.0, -110.0), (160.0, 30.0), (30.0, 170.0)]), 22.0, hex(0x1c1420).alpha(0.5));
    b.glow(&polygon(&[(20.0, -90.0), (50.0, -760.0), (66.0, -760.0), (56.0, -90.0)]), 12.0, hex(0x1c1420).alpha(0.45));
    for (i, y) in [-716.0f32, -664.0, -612.0].into_iter().enumerate() {
        let side = if i % 2 == 0 { -1.0 } else { 1.0 };
        b.fill(&ribbon(&[(0.0, y, 12.0), (side * 40.0, y, 9.0), (side * 54.0, y, 17.0), (side * 72.0, y, 15.0)]), hex(0x3e2418));
    }
    b.fill(&blob(&[(-125.0, 10.0), (-112.0, -56.0), (-70.0, -104.0), (0.0, -122.0), (70.0, -104.0), (112.0, -56.0), (125.0, 10.0), (104.0, 80.0), (56.0, 122.0), (0.0, 134.0), (-56.0, 122.0), (-104.0, 80.0)]),
        radial((-40.0, -40.0), 190.0, hex(0xe0a95c), hex(0x84491f)));
    b.fill(&ellipse(0.0, 6.0, 104.0, 108.0), radial((-30.0, -34.0), 170.0, hex(0xf6dfae), hex(0xcf9d5c)));
    b.line(&ellipse(0.0, 6.0, 104.0, 108.0), 3.0, hex(0x6d3b1b));
    for i in 0..5 {
        let a = i as f32 / 5.0 * std::f32::consts::TAU - 1.57;
        b.fill(&circle(a.cos() * 40.0, 6.0 + a.sin() * 40.0, 6.0), hex(0x5a3119));
    }
    b.fill(&polygon(&[(-15.0, -70.0), (-11.0, -750.0), (11.0, -750.0), (15.0, -70.0)]), across(-14.0, 14.0, hex(0x9b5f34), hex(0x4b2818)));
    let top = [(0.0, -740.0, 24.0), (-2.0, -790.0, 26.0), (10.0, -828.0, 24.0), (36.0, -840.0, 18.0), (48.0, -822.0, 10.0)];
    b.fill(&ribbon(&top), hex(0x5c3520));
    b.fill(&rect(-13.0, -584.0, 26.0, 8.0), hex(0xf4e6c4));
    b.fill(&rect(-22.0, 46.0, 44.0, 10.0), hex(0x4b2818));
    for x in [-7.0f32, 0.0, 7.0] {
        b.line(&line(&[(x * 0.7, -716.0), (x, 50.0)]), 1.8, hex(0xfff6dc).alpha(0.9));
        b.line(&line(&[(x, 50.0), (0.0, 112.0)]), 1.6, hex(0xfff6dc).alpha(0.8));
    }
    tassel(&mut b.at(30.0, -826.0, 1.0));
}

fn tassel(b: &mut Brush<'_>) {
    b.line(&bend(&[(16.0, 4.0), (36.0, 30.0), (30.0, 66.0)]), 4.0, hex(0xc22f3a));
    for i in 0..9 {
        let sway = (i as f32 - 4.0) * 4.0;
        let ink = if i % 2 == 0 { hex(0xd23b52) } else { hex(0xf0b93a) };
        b.line(&bend(&[(30.0, 66.0), (30.0 + sway * 0.7, 100.0), (30.0 + sway, 140.0)]), 4.2, ink);
    }
    b.fill(&circle(30.0, 66.0, 8.0), hex(0xf0b93a));
}

/// A bunch of small chain rattles (xóc nhạc): a ring with hanging chains and bells, 300 units long.
pub fn chain_rattle(b: &mut Brush<'_>) {
    let (bright, brass, dark) = (hex(0xfff0c2), hex(0xcf9a3c), hex(0x6b4318));
    for (i, sway) in [-120.0f32, -76.0, -30.0, 18.0, 66.0, 112.0].into_iter().enumerate() {
        let long = 250.0 - (i as f32 - 2.5).abs() * 20.0;
        let spine = [(sway * 0.1, 20.0), (sway * 0.55, long * 0.45), (sway, long * 0.85)];
        for (k, p) in along(&spine, 8).into_iter().enumerate() {
            let link = if k % 2 == 0 { ellipse(p.0, p.1, 8.0, 10.0) } else { ellipse(p.0, p.1, 4.0, 10.0) };
            b.line(&link, 4.0, if k % 2 == 0 { brass } else { dark.mix(brass, 0.5) });
        }
        let (x, y) = (sway, long * 0.85 + 22.0);
        b.glow(&circle(x + 6.0, y + 8.0, 22.0), 5.0, hex(0x1c1420).alpha(0.4));
        b.fill(&circle(x, y, 22.0), radial((x - 8.0, y - 9.0), 34.0, bright, brass.mix(dark, 0.45)));
        b.line(&line(&[(x - 11.0, y + 8.0), (x + 11.0, y + 8.0)]), 3.4, dark);
        b.fill(&circle(x, y + 8.0, 4.6), dark);
    }
    b.line(&circle(0.0, 0.0, 32.0), 12.0, linear((-30.0, -30.0), (30.0, 30.0), bright, dark.mix(brass, 0.5)));
    b.fill(&ribbon(&[(-6.0, -30.0, 16.0), (-24.0, -80.0, 18.0), (-16.0, -130.0, 20.0), (-40.0, -178.0, 12.0)]), hex(0xc22f3a));
    b.fill(&ribbon(&[(6.0, -30.0, 14.0), (30.0, -74.0, 16.0), (24.0, -120.0, 18.0), (52.0, -160.0, 10.0)]), hex(0x2f7d55));
}

/// A bronze gong with a boss about the origin, radius 100 units.
pub fn gong(b: &mut Brush<'_>) {
    b.fill(&circle(0.0, 0.0, 100.0), linear((-80.0, -80.0), (80.0, 80.0), hex(0xe2b257), hex(0x5c3818)));
    b.fill(&circle(0.0, 0.0, 90.0), radial((-26.0, -30.0), 140.0, hex(0xc98c3c), hex(0x6d4119)));
    for r in [82.0f32, 58.0, 54.0, 36.0] {
        b.line(&circle(0.0, 0.0, r), 1.8, hex(0xf6d893).alpha(0.6));
    }
    b.fill(&circle(0.0, 0.0, 27.0), radial((-9.0, -10.0), 40.0, hex(0xffe9a8), hex(0x8a571f)));
}

/// A standing drum with laced skin, foot at the origin: 240 units wide and 260 tall.
pub fn drum(b: &mut Brush<'_>) {
    let body = bend_then(&[(-112.0, -226.0), (-130.0, -120.0), (-104.0, -8.0)], &[(104.0, -8.0), (130.0, -120.0), (112.0, -226.0)]);
    b.glow(&ellipse(0.0, 0.0, 130.0, 26.0), 10.0, hex(0x1c1420).alpha(0.5));
    b.fill(&ellipse(0.0, -8.0, 104.0, 20.0), hex(0x4c1b1a));
    b.fill(&body, across(-128.0, 128.0, hex(0xc24a3c), hex(0x591d20)));
    b.within(&body, |b| {
        for i in 0..13 {
            let a = (i as f32 / 12.0 - 0.5) * 3.0;
            let x = a.sin() * 122.0;
            b.line(&line(&[(x, -214.0), (x + 12.0, -130.0), (x - 4.0, -20.0)]), 2.6, hex(0xf3dcae).alpha(0.75));
        }
        b.line(&bend(&[(-130.0, -128.0), (0.0, -102.0), (130.0, -128.0)]), 12.0, hex(0xf0b93a));
        b.line(&bend(&[(-130.0, -110.0), (0.0, -84.0), (130.0, -110.0)]), 4.0, hex(0x2a1a20));
    });
    b.fill(&ellipse(0.0, -226.0, 114.0, 32.0), across(-110.0, 110.0, hex(0x8a5a36), hex(0x4a2a1c)));
    b.fill(&ellipse(0.0, -230.0, 104.0, 27.0), radial((-20.0, -236.0), 130.0, hex(0xfbecc8), hex(0xd2a970)));
    for i in 0..26 {
        let a = i as f32 / 26.0 * std::f32::consts::TAU;
        b.fill(&circle(a.cos() * 110.0, -227.0 + a.sin() * 30.0, 3.2), hex(0xf0d9a0));
    }
}

/// One small cymbal lying flat about the origin, radius 70 units, with a red cord.
pub fn cymbal(b: &mut Brush<'_>) {
    b.glow(&ellipse(6.0, 12.0, 70.0, 27.0), 6.0, hex(0x1c1420).alpha(0.5));
    b.fill(&ellipse(0.0, 0.0, 70.0, 27.0), across(-70.0, 70.0, hex(0xf3d384), hex(0x8a5a22)));
    b.line(&ellipse(0.0, 0.0, 58.0, 21.0), 1.4, hex(0xfff2c8).alpha(0.8));
    b.fill(&ellipse(0.0, -5.0, 28.0, 15.0), radial((-8.0, -10.0), 34.0, hex(0xffefbe), hex(0x9c6726)));
    b.line(&bend(&[(0.0, -16.0), (12.0, -44.0), (40.0, -40.0), (52.0, -12.0), (84.0, -6.0)]), 6.0, hex(0xc22f3a));
}

/// A bamboo tube standing on its end, foot at the origin, 40 units wide and `tall` units tall.
pub fn bamboo_tube(b: &mut Brush<'_>, tall: f32, ink: Color) {
    b.fill(&rect(-20.0, -tall, 40.0, tall), across(-20.0, 20.0, ink.lit(1.22), ink.lit(0.62)));
    b.fill(&ellipse(0.0, 0.0, 20.0, 7.0), across(-20.0, 20.0, ink.lit(1.1), ink.lit(0.6)));
    for part in [0.32f32, 0.66] {
        let y = -tall * part;
        b.fill(&rect(-22.0, y - 4.0, 44.0, 8.0), across(-22.0, 22.0, ink.lit(1.3), ink.lit(0.7)));
        b.fill(&rect(-20.0, y + 4.0, 40.0, 2.5), ink.lit(0.5));
    }
    b.fill(&ellipse(0.0, -tall, 20.0, 7.5), ink.lit(1.35));
    b.fill(&ellipse(0.0, -tall, 15.0, 5.2), hex(0x3a2c1c));
}

/// How a basket's body is woven: the ink at a point, given the half width there.
fn weave(x: f32, y: f32, half: f32, light: Color, dark: Color) -> Color {
    let angle = (x / half).clamp(-1.0, 1.0).asin();
    let (u, v) = (angle * 11.0, y / 11.0);
    let over = (u.floor() + v.floor()).rem_euclid(2.0);
    let (fu, fv) = (u - u.floor(), v - v.floor());
    let strip = if over > 0.5 { (fv - 0.5).abs() } else { (fu - 0.5).abs() };
    let base = light.mix(dark, over * 0.30 + smoothstep(0.26, 0.5, strip) * 0.55);
    base.mix(dark.lit(0.7), smoothstep(0.1, 1.5, angle) * 0.7).mix(light.lit(1.15), smoothstep(-0.2, -0.9, angle) * 0.3)
}

/// A round basket heaped with white rice, foot at the origin: 420 units wide and 260 tall.
pub fn rice_basket(b: &mut Brush<'_>) {
    b.glow(&ellipse(0.0, -6.0, 210.0, 42.0), 16.0, hex(0x2c2413).alpha(0.6));
    let body = bend_then(&[(-206.0, -150.0), (-188.0, -70.0), (-140.0, -6.0)], &[(-70.0, 12.0), (70.0, 12.0), (140.0, -6.0), (188.0, -70.0), (206.0, -150.0)]);
    b.fill(&body, |x: f32, y: f32| {
        weave(x, y + 14.0 * (1.0 - (x / 210.0).powi(2)), 140.0 + 66.0 * smoothstep(0.0, -150.0, y), hex(0xe0b56a), hex(0x7c4d22))
    });
    b.fill(&ellipse(0.0, -152.0, 210.0, 54.0), hex(0x6d431f));
    let heap = blob(&[(-190.0, -150.0), (-150.0, -186.0), (-80.0, -224.0), (0.0, -246.0), (76.0, -228.0), (150.0, -188.0), (190.0, -150.0), (110.0, -112.0), (0.0, -102.0), (-110.0, -112.0)]);
    b.fill(&heap, radial((-60.0, -220.0), 260.0, hex(0xfffdf4), hex(0xd3c9b2)));
    let mut rng = Rng::new(77);
    b.within(&heap, |b| {
        for _ in 0..520 {
            let (x, y) = (rng.range(-195.0, 195.0), rng.range(-246.0, -100.0));
            let ink = rng.pick(&[hex(0xffffff), hex(0xefe7d6), hex(0xc9bda3), hex(0xe2d8c2)]);
            b.at(x, y, 1.0).turned(rng.range(0.0, 180.0)).fill(&ellipse(0.0, 0.0, 8.4, 2.9), ink);
        }
    });
    let rim: Vec<Point> = (0..=24).map(|i| {
        let a = std::f32::consts::PI * i as f32 / 24.0;
        (a.cos() * 208.0, -152.0 + a.sin() * 54.0)
    }).collect();
    b.line(&bend(&rim), 17.0, hex(0x7d4f25));
    b.line(&bend(&rim), 9.0, hex(0xd5a55a));
    for p in rim.iter().step_by(2) {
        b.line(&line(&[(p.0 - 3.0, p.1 - 8.0), (p.0 + 3.0, p.1 + 8.0)]), 3.0, hex(0x6b421d));
    }
}

/// A tall back basket (gùi) with straps, foot at the origin: 150 units wide and 190 tall.
pub fn back_basket(b: &mut Brush<'_>, filling: Color) {
    b.glow(&ellipse(0.0, 0.0, 74.0, 14.0), 7.0, hex(0x14241c).alpha(0.55));
    b.fill(&ellipse(0.0, -184.0, 74.0, 20.0), hex(0x3b2a1a));
    let mut rng = Rng::new(9);
    for _ in 0..70 {
        let (x, y) = (rng.range(-62.0, 62.0), rng.range(-200.0, -180.0));
        let leaf = blob(&[(0.0, 0.0), (-5.0, -12.0), (0.0, -26.0), (5.0, -12.0)]);
        b.at(x, y, 1.0).turned(rng.range(-80.0, 80.0)).fill(&leaf, filling.lit(rng.range(0.7, 1.35)));
    }
    let body = bend_then(&[(-74.0, -184.0), (-62.0, -90.0), (-44.0, 0.0)], &[(0.0, 8.0), (44.0, 0.0), (62.0, -90.0), (74.0, -184.0), (40.0, -171.0), (0.0, -167.0), (-40.0, -171.0)]);
    b.fill(&body, |x: f32, y: f32| weave(x * 1.4, y * 1.3, (46.0 - y * 0.16) * 1.4, hex(0xcfa05c), hex(0x5f3d1f)));
    b.line(&bend(&[(-74.0, -184.0), (-40.0, -170.0), (0.0, -166.0), (40.0, -170.0), (74.0, -184.0)]), 8.0, hex(0xb07c3d));
    for x in [-22.0f32, 22.0] {
        b.line(&bend(&[(x, -170.0), (x * 1.9, -120.0), (x * 1.6, -40.0)]), 6.0, hex(0x7c2c2c));
    }
}

/// A red lacquer offering tray with bowls of rice, foot at the origin: 400 units wide.
pub fn offering_tray(b: &mut Brush<'_>) {
    b.glow(&ellipse(0.0, 30.0, 210.0, 60.0), 16.0, hex(0x1c1420).alpha(0.5));
    b.fill(&ellipse(0.0, 16.0, 204.0, 72.0), hex(0x5b1618));
    b.fill(&ellipse(0.0, 0.0, 204.0, 72.0), across(-200.0, 200.0, hex(0xc9463a), hex(0x8a2024)));
    b.fill(&ellipse(0.0, 0.0, 180.0, 60.0), radial((-40.0, -20.0), 240.0, hex(0xb23330), hex(0x6e191c)));
    b.line(&ellipse(0.0, 0.0, 192.0, 66.0), 2.6, hex(0xe9bc58));
    for (x, y, s) in [(-96.0, -6.0, 0.8), (96.0, -6.0, 0.8), (0.0, 14.0, 1.15)] {
        rice_bowl(&mut b.at(x, y, s));
    }
}

fn rice_bowl(b: &mut Brush<'_>) {
    b.fill(&bend_then(&[(-64.0, -52.0), (-52.0, -14.0), (-26.0, 8.0)], &[(26.0, 8.0), (52.0, -14.0), (64.0, -52.0)]), across(-60.0, 60.0, hex(0xfbf7ea), hex(0xa9b2b4)));
    b.line(&bend(&[(-60.0, -34.0), (0.0, -18.0), (60.0, -34.0)]), 5.0, hex(0x35598c));
    let heap = blob(&[(-60.0, -52.0), (-40.0, -82.0), (0.0, -100.0), (40.0, -82.0), (60.0, -52.0), (0.0, -40.0)]);
    b.fill(&heap, radial((-18.0, -86.0), 90.0, hex(0xffffff), hex(0xd8cfba)));
    let mut rng = Rng::new(31);
    for _ in 0..90 {
        let (x, t) = (rng.range(-46.0, 46.0), rng.range(0.0, 1.0));
        let y = -54.0 - t * 38.0 * (1.0 - (x / 60.0).powi(2));
        b.at(x, y, 1.0).turned(rng.range(0.0, 180.0)).fill(&ellipse(0.0, 0.0, 5.0, 1.9), rng.pick(&[hex(0xffffff), hex(0xd6cab0), hex(0xece4d3)]));
    }
    b.line(&bend(&[(-64.0, -52.0), (0.0, -38.0), (64.0, -52.0)]), 3.4, hex(0xe8e3d4));
}

/// A grain of wood or matting, for table tops and floors: planks `wide` units tall.
pub fn planks(wide: f32, light: Color, dark: Color, seed: u64) -> impl Fn(f32, f32) -> Color {
    move |x: f32, y: f32| {
        let plank = (y / wide).floor();
        let within = y / wide - plank;
        let tone = crate::noise::cell(plank as i64, 5, seed);
        let vein = fractal(x / 700.0 + tone * 40.0, y / 22.0, 2, seed + plank as i64 as u64 % 97);
        let seam = 1.0 - smoothstep(0.0, 0.02, within.min(1.0 - within));
        light.mix(dark, vein * 0.55 + tone * 0.22).mix(dark.lit(0.5), seam * 0.8)
    }
}
