//! What lies on a reporter's desk, seen from straight above; origins are the things' middles.

use crate::canvas::Brush;
use crate::color::{Color, across, down, hex, linear, radial};
use crate::noise::Rng;
use crate::shape::{Shape, bend, bend_then, blob, circle, ellipse, line, polygon, rect};

fn rounded(x: f32, y: f32, w: f32, h: f32, r: f32) -> Shape {
    let mut points = Vec::new();
    for (cx, cy, from) in [(x + w - r, y + r, -90.0f32), (x + w - r, y + h - r, 0.0), (x + r, y + h - r, 90.0), (x + r, y + r, 180.0)] {
        points.extend((0..=6).map(|i| {
            let a = (from + 15.0 * i as f32).to_radians();
            (cx + a.cos() * r, cy + a.sin() * r)
        }));
    }
    polygon(&points)
}

fn shadow(b: &mut Brush<'_>, shape: &Shape, away: f32) {
    b.at(away, away * 1.2, 1.0).glow(shape, 18.0, hex(0x1a1008).alpha(0.55));
}

/// An open notebook with ruled lines and a few pen strokes that are no letters, 560 by 420 units.
pub fn notebook(b: &mut Brush<'_>) {
    let cover = rounded(-292.0, -214.0, 584.0, 428.0, 16.0);
    shadow(b, &cover, 14.0);
    b.fill(&cover, hex(0x1f2a55));
    for side in [-1.0f32, 1.0] {
        let mut page = b.stretched(side, 1.0);
        page.fill(&rounded(2.0, -204.0, 278.0, 408.0, 8.0), across(0.0, 280.0, hex(0xd9ccb0), hex(0xfbf3df)));
        for i in 0..12 {
            let y = -160.0 + i as f32 * 30.0;
            page.line(&line(&[(26.0, y), (256.0, y)]), 1.4, hex(0x9fb4c0).alpha(0.8));
        }
    }
    let mut rng = Rng::new(12);
    for i in 0..7 {
        let y = -166.0 + i as f32 * 30.0;
        let reach = rng.range(90.0, 220.0);
        let wave: Vec<(f32, f32)> = (0..(reach / 7.0) as usize).map(|k| (-252.0 + k as f32 * 7.0, y + rng.range(-5.0, 3.0))).collect();
        b.line(&bend(&wave), 2.4, hex(0x26356b).alpha(0.8));
    }
    b.fill(&rect(-3.0, -206.0, 6.0, 412.0), hex(0x8b7d64).alpha(0.6));
    b.fill(&polygon(&[(60.0, -206.0), (76.0, -206.0), (76.0, 232.0), (68.0, 220.0), (60.0, 232.0)]), hex(0xc22f3a));
}

/// A pen, 330 units long, nib down.
pub fn pen(b: &mut Brush<'_>) {
    let body = rounded(-11.0, -200.0, 22.0, 270.0, 10.0);
    shadow(b, &body, 8.0);
    b.fill(&body, across(-11.0, 11.0, hex(0x4f7f6b), hex(0x153c34)));
    b.fill(&polygon(&[(-10.0, 66.0), (10.0, 66.0), (2.0, 122.0), (-2.0, 122.0)]), across(-10.0, 10.0, hex(0xf6dd9a), hex(0x94692b)));
    b.fill(&rect(-11.0, 58.0, 22.0, 10.0), hex(0xe2b75c));
    b.fill(&rect(4.0, -190.0, 7.0, 96.0), hex(0xe2b75c));
}

/// A camera seen from above, lens down the page: 400 by 330 units.
pub fn camera(b: &mut Brush<'_>) {
    b.line(&bend(&[(-196.0, -40.0), (-300.0, -120.0), (-260.0, -250.0), (-60.0, -250.0), (90.0, -230.0), (240.0, -180.0), (196.0, -50.0)]), 20.0, hex(0x6b2430));
    let body = rounded(-200.0, -100.0, 400.0, 160.0, 34.0);
    shadow(b, &body, 18.0);
    let barrel = rounded(-92.0, 30.0, 184.0, 190.0, 22.0);
    shadow(b, &barrel, 18.0);
    b.fill(&barrel, across(-92.0, 92.0, hex(0x565b62), hex(0x15181c)));
    for i in 0..23 {
        let x = -86.0 + i as f32 * 7.8;
        b.line(&line(&[(x, 104.0), (x, 168.0)]), 2.6, hex(0x0c0e11).alpha(0.7));
    }
    b.fill(&rect(-92.0, 78.0, 184.0, 6.0), hex(0xc8352f));
    b.fill(&rounded(-98.0, 196.0, 196.0, 28.0, 10.0), hex(0x24282d));
    b.fill(&body, down(-100.0, 60.0, hex(0x4b5057), hex(0x23272c)));
    b.fill(&rounded(-200.0, -100.0, 400.0, 44.0, 22.0), hex(0xb9b4a6));
    b.fill(&polygon(&[(-74.0, -112.0), (74.0, -112.0), (62.0, 46.0), (-62.0, 46.0)]), down(-112.0, 46.0, hex(0x5b6169), hex(0x2b3036)));
    b.fill(&rect(-30.0, -92.0, 60.0, 16.0), hex(0x15181c));
    for (x, y, r) in [(-140.0f32, -18.0, 38.0), (132.0, -24.0, 30.0)] {
        b.fill(&circle(x, y, r), hex(0x14171a));
        b.fill(&circle(x, y - 3.0, r * 0.86), linear((x - r, y - r), (x + r, y + r), hex(0x8f959b), hex(0x3a4046)));
        b.line(&line(&[(x, y - 3.0), (x, y - r * 0.75)]), 3.0, hex(0xf4ecd8));
    }
    b.fill(&circle(150.0, 32.0, 15.0), hex(0xc8352f));
}

/// A hand microphone with a foam ball, 430 units long, ball up.
pub fn microphone(b: &mut Brush<'_>) {
    let grip = bend_then(&[(-34.0, -70.0), (-27.0, 60.0), (-20.0, 250.0)], &[(20.0, 250.0), (27.0, 60.0), (34.0, -70.0)]);
    shadow(b, &grip, 14.0);
    shadow(b, &circle(0.0, -126.0, 70.0), 14.0);
    b.line(&bend(&[(0.0, 246.0), (6.0, 320.0), (70.0, 380.0), (30.0, 470.0), (-120.0, 520.0)]), 11.0, hex(0x1b1e22));
    b.fill(&grip, across(-32.0, 32.0, hex(0x70777e), hex(0x16191c)));
    b.fill(&rect(-11.0, 10.0, 16.0, 40.0), hex(0x15181c));
    b.fill(&rect(-8.0, 14.0, 10.0, 14.0), hex(0x58b36a));
    b.fill(&polygon(&[(-46.0, -76.0), (46.0, -76.0), (40.0, -34.0), (-40.0, -34.0)]), across(-46.0, 46.0, hex(0x3fa08c), hex(0x155046)));
    b.fill(&circle(0.0, -126.0, 70.0), radial((-24.0, -150.0), 110.0, hex(0xdb5a4b), hex(0x5e1a22)));
    let mut rng = Rng::new(44);
    for _ in 0..420 {
        let (a, d) = (rng.range(0.0, std::f32::consts::TAU), rng.range(0.0, 1.0f32).sqrt() * 67.0);
        b.fill(&circle(a.cos() * d, -126.0 + a.sin() * d, 1.8), hex(0x3d1016).alpha(rng.range(0.2, 0.55)));
    }
}

/// A folded newspaper whose columns are grey bars and one picture of hills, 520 by 640 units.
pub fn newspaper(b: &mut Brush<'_>) {
    let sheet = polygon(&[(-260.0, -320.0), (262.0, -314.0), (258.0, 318.0), (-264.0, 322.0)]);
    shadow(b, &sheet, 12.0);
    b.fill(&polygon(&[(-252.0, -312.0), (270.0, -306.0), (268.0, 326.0), (-256.0, 330.0)]), hex(0xcfc4ac));
    b.fill(&sheet, linear((-260.0, -320.0), (260.0, 320.0), hex(0xfbf5e4), hex(0xe3d8bf)));
    let bar = |b: &mut Brush<'_>, x: f32, y: f32, w: f32, h: f32, ink: Color| b.fill(&rect(x, y, w, h), ink);
    bar(b, -232.0, -288.0, 466.0, 46.0, hex(0x25305c));
    bar(b, -232.0, -230.0, 466.0, 4.0, hex(0x7b7568));
    let picture = rect(-232.0, -208.0, 300.0, 200.0);
    b.fill(&picture, down(-208.0, -8.0, hex(0xbcd2d4), hex(0xf4e6c6)));
    b.within(&picture, |b| {
        for (dy, ink) in [(0.0, hex(0x8faeb4)), (46.0, hex(0x55857a)), (90.0, hex(0x2f5f47))] {
            b.fill(&blob(&[(-300.0, -60.0 + dy), (-190.0, -120.0 + dy), (-110.0, -84.0 + dy), (-20.0, -136.0 + dy), (120.0, -70.0 + dy), (120.0, 160.0), (-300.0, 160.0)]), ink);
        }
        b.fill(&circle(0.0, -160.0, 20.0), hex(0xfff3c8));
    });
    let mut rng = Rng::new(4);
    for (x, from, rows) in [(92.0, -204.0, 27), (-232.0, 20.0, 15), (-70.0, 20.0, 15), (92.0, 190.0, 6)] {
        for row in 0..rows {
            let short = if rng.chance(0.18) { 0.6 } else { 1.0 };
            bar(b, x, from + row as f32 * 18.0, 142.0 * short, 6.5, hex(0x8d8778).alpha(0.8));
        }
    }
    b.fill(&rect(-264.0, -2.0, 526.0, 3.0), hex(0x9d927a).alpha(0.5));
}

/// A cup of black coffee on its saucer, 300 units wide.
pub fn coffee_cup(b: &mut Brush<'_>) {
    let saucer = circle(0.0, 0.0, 150.0);
    shadow(b, &saucer, 14.0);
    b.fill(&saucer, radial((-50.0, -50.0), 230.0, hex(0xfffaf0), hex(0xc7c2b4)));
    b.line(&circle(0.0, 0.0, 136.0), 6.0, hex(0x2b4a86));
    b.fill(&circle(8.0, 10.0, 100.0), hex(0x8f8a7e).alpha(0.6));
    b.line(&ellipse(112.0, -10.0, 44.0, 34.0), 20.0, hex(0xefe9dc));
    b.fill(&circle(0.0, 0.0, 98.0), radial((-30.0, -30.0), 150.0, hex(0xffffff), hex(0xd0cabc)));
    b.fill(&circle(0.0, 0.0, 84.0), radial((20.0, 24.0), 110.0, hex(0x6b3c1e), hex(0x26120b)));
    b.line(&bend(&[(-58.0, -34.0), (-34.0, -58.0), (6.0, -66.0)]), 7.0, hex(0xc08a55).alpha(0.8));
}
