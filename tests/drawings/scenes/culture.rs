//! Xòe, its instruments, and the lute of then.

use super::{Ranges, sheet};
use crate::brocade::{diamonds, stitched, zigzag};
use crate::buildings::{Timber, stilt_house};
use crate::canvas::Canvas;
use crate::color::{Color, down, hex, radial, smoothstep};
use crate::goods::{bamboo_tube, chain_rattle, cymbal, drum, gong, offering_tray, planks, tinh_lute};
use crate::landscape::{clouds, sky, stars, thicket};
use crate::light::{DUSK, GOLD, NIGHT};
use crate::noise::{Rng, fractal};
use crate::people::{Dancer, Ring};
use crate::shape::{bend, blob, circle, ellipse, line, polygon, rect, ribbon};

const NIGHT_TIMBER: Timber = Timber {
    roof: hex(0x6b5560), roof_shade: hex(0x221f38), wall: hex(0x7a4a36), dark: hex(0x1c1626), window: hex(0xffc766),
};

fn cast(light: f32) -> Vec<Dancer> {
    let blouses = [hex(0xfbf3e6), hex(0xf3b8cf), hex(0xbfe0cf), hex(0xfbe3a6), hex(0xd9c8ee), hex(0xf7d3c0)];
    let trims = [hex(0xe0457f), hex(0x3fa066), hex(0xe9a530)];
    blouses
        .iter()
        .enumerate()
        .map(|(i, &blouse)| Dancer {
            blouse: blouse.lit(light),
            skirt: hex(0x1a1a30),
            skin: hex(0xe3ab80).lit(light),
            scarf: hex(0x20234a),
            trim: trims[i % 3],
            back: false,
            sway: 0.0,
        })
        .collect()
}

/// A ring of dancers hand in hand round the fire, evening.
pub fn xoe_ring() -> Canvas {
    let mut c = sheet();
    let light = NIGHT;
    sky(&mut c, &light, 620.0, Some(((1960.0, 190.0), 40.0)));
    stars(&mut c, 460.0, 170, 5);
    Ranges { light: &light, rows: (400.0, 540.0), count: 3, swing: (110.0, 70.0), near: (0.1, 0.75), seed: 112 }.paint(&mut c);
    thicket(&mut c, &[(-20.0, 640.0), (700.0, 610.0), (1300.0, 615.0), (2420.0, 640.0)], (36.0, 64.0), (hex(0x141d34), hex(0x3c4a55)), 4);
    let earth = |x: f32, y: f32| {
        let warm = 1.0 - smoothstep(0.1, 1.0, ((x - 1200.0) / 1350.0).hypot((y - 1090.0) / 640.0));
        let tread = (fractal(x / 120.0, y / 34.0, 4, 8) - 0.5) * 0.25;
        hex(0x1b1a30).mix(hex(0xb9683c), warm * 0.95).lit(1.0 + tread)
    };
    c.brush().fill(&rect(-4.0, 690.0, 2410.0, 920.0), earth);
    for (x, y, s) in [(330.0, 770.0, 1.35f32), (2080.0, 770.0, 1.35), (1210.0, 716.0, 0.95)] {
        stilt_house(&mut c.at(x, y, s), &NIGHT_TIMBER);
        c.brush().glow(&ellipse(x, y - 100.0 * s, 150.0 * s, 60.0 * s), 60.0, hex(0xffb757).alpha(0.20));
    }
    let dancers = cast(0.98);
    let ring = Ring { center: (1200.0, 1100.0), radii: (880.0, 285.0), tall: 460.0, shrink: 0.62, count: 21, cast: &dancers };
    c.brush().fill(&circle(1200.0, 1060.0, 900.0), radial((1200.0, 1060.0), 900.0, hex(0xffae52).alpha(0.40), hex(0xffae52).alpha(0.0)));
    ring.paint(&mut c, false);
    bonfire(&mut c, (1200.0, 1150.0));
    ring.paint(&mut c, true);
    c
}

fn bonfire(c: &mut Canvas, foot: (f32, f32)) {
    let (x, y) = foot;
    c.brush().fill(&circle(x, y - 130.0, 520.0), radial((x, y - 130.0), 520.0, hex(0xffc05a).alpha(0.6), hex(0xff8a3a).alpha(0.0)));
    let mut b = c.at(x, y, 1.0);
    b.fill(&ellipse(0.0, 4.0, 120.0, 24.0), hex(0x3a1a14));
    for (x0, x1) in [(-96.0, 50.0), (94.0, -46.0), (-40.0, 84.0), (34.0, -90.0)] {
        b.line(&line(&[(x0, 8.0), (x1, -58.0)]), 20.0, hex(0x3b2018));
    }
    for (ink, s) in [(hex(0xe8552c), 1.0f32), (hex(0xf98c32), 0.78), (hex(0xffc247), 0.56), (hex(0xfff0b4), 0.32)] {
        let flame = blob(&[
            (-84.0, -20.0), (-96.0, -90.0), (-60.0, -150.0), (-66.0, -230.0), (-22.0, -196.0), (4.0, -310.0), (36.0, -206.0),
            (74.0, -226.0), (66.0, -140.0), (96.0, -84.0), (80.0, -18.0), (0.0, 4.0),
        ]);
        b.stretched(s, s).fill(&flame, ink);
    }
    let mut rng = Rng::new(6);
    for _ in 0..70 {
        let rise = rng.range(0.0, 1.0);
        let at = (rng.range(-60.0, 60.0) * (1.0 + rise * 2.4), -240.0 - rise * 460.0);
        b.fill(&circle(at.0, at.1, rng.range(1.6, 4.6)), hex(0xffcf70).alpha(0.95 - rise * 0.6));
    }
}

/// The ring in silhouette against the sunset (16:9 poster).
pub fn xoe_sunset() -> Canvas {
    let mut c = Canvas::new(2400, 1350, hex(0xffb877));
    let light = DUSK;
    sky(&mut c, &light, 760.0, None);
    c.brush().fill(&circle(1200.0, 690.0, 900.0), radial((1200.0, 690.0), 900.0, hex(0xffe9a8).alpha(0.75), hex(0xffb060).alpha(0.0)));
    c.brush().fill(&circle(1200.0, 640.0, 236.0), down(400.0, 880.0, hex(0xfff6cf), hex(0xffab55)));
    clouds(&mut c, (80.0, 560.0), hex(0xd7627c).alpha(0.6), 0.55, 5);
    Ranges { light: &light, rows: (640.0, 760.0), count: 3, swing: (110.0, 50.0), near: (0.12, 0.7), seed: 121 }.paint(&mut c);
    let ink = hex(0x1c1736);
    thicket(&mut c, &[(-20.0, 860.0), (500.0, 850.0), (900.0, 880.0)], (34.0, 70.0), (ink, hex(0x3d2a4f)), 3);
    thicket(&mut c, &[(1500.0, 880.0), (1900.0, 850.0), (2420.0, 860.0)], (34.0, 70.0), (ink, hex(0x3d2a4f)), 5);
    let dark = Timber { roof: hex(0x2d2144), roof_shade: ink, wall: hex(0x3a2748), dark: ink, window: hex(0xffb65c) };
    for (x, y, s) in [(210.0, 950.0, 1.3f32), (2190.0, 950.0, 1.3), (660.0, 925.0, 0.8), (1740.0, 925.0, 0.8)] {
        stilt_house(&mut c.at(x, y, s), &dark);
    }
    c.brush().fill(&rect(-4.0, 930.0, 2410.0, 430.0), |x: f32, y: f32| {
        let warm = (1.0 - smoothstep(0.0, 1.0, ((x - 1200.0) / 1100.0).hypot((y - 930.0) / 330.0))) * 0.8;
        hex(0x241a3c).mix(hex(0xd8714f), warm).lit(1.0 + (fractal(x / 140.0, y / 26.0, 3, 8) - 0.5) * 0.2)
    });
    let shade = Dancer { blouse: hex(0x3b2448), skirt: hex(0x17132c), skin: hex(0x32203f), scarf: hex(0x17132c), trim: hex(0xb4476a), back: false, sway: 0.0 };
    let dancers = [shade, Dancer { blouse: hex(0x4a2a4c), trim: hex(0xd9884a), ..shade }];
    let ring = Ring { center: (1200.0, 1085.0), radii: (860.0, 150.0), tall: 450.0, shrink: 0.72, count: 17, cast: &dancers };
    ring.paint(&mut c, false);
    ring.paint(&mut c, true);
    c
}

/// Gong, drum, cymbals and bamboo tubes before a stilt house.
pub fn instruments() -> Canvas {
    let mut c = sheet();
    let light = GOLD;
    sky(&mut c, &light, 700.0, None);
    Ranges { light: &light, rows: (360.0, 560.0), count: 3, swing: (120.0, 80.0), near: (0.08, 0.6), seed: 131 }.paint(&mut c);
    thicket(&mut c, &[(-20.0, 800.0), (900.0, 720.0), (1600.0, 730.0), (2420.0, 800.0)], (60.0, 110.0), (hex(0x2b5637), hex(0xa4a94e)), 9);
    c.brush().fill(&rect(-4.0, 930.0, 2410.0, 680.0), |x: f32, y: f32| {
        let tread = (fractal(x / 160.0, y / 40.0, 4, 3) - 0.5) * 0.18;
        hex(0xd9b98a).mix(hex(0x9c7450), smoothstep(930.0, 1600.0, y)).lit(1.0 + tread)
    });
    stilt_house(&mut c.at(1200.0, 1010.0, 3.3), &crate::buildings::DAY_TIMBER);
    c.brush().fill(&rect(-4.0, 300.0, 2410.0, 760.0), hex(0xfbe6bd).alpha(0.16));
    mat(&mut c);
    gong_stand(&mut c);
    drum(&mut c.at(1190.0, 1370.0, 1.72));
    for x in [-1.0f32, 1.0] {
        c.at(1190.0 + 40.0 * x, 962.0, 1.0).line(&line(&[(-20.0, 0.0), (20.0 + 190.0 * x, -14.0)]), 15.0, hex(0xe9cf98));
    }
    for (i, (x, y, tall)) in [(1660.0, 1330.0, 430.0f32), (1745.0, 1352.0, 380.0), (1828.0, 1338.0, 330.0), (1912.0, 1358.0, 280.0), (1992.0, 1340.0, 230.0)].into_iter().enumerate() {
        c.brush().glow(&ellipse(x + 20.0, y, 50.0, 12.0), 10.0, hex(0x2c1d14).alpha(0.5));
        bamboo_tube(&mut c.at(x, y, 1.55), tall / 1.25, if i % 2 == 0 { hex(0xc6b25e) } else { hex(0xa9ab58) });
    }
    for (x, y) in [(900.0, 1488.0), (1500.0, 1486.0)] {
        cymbal(&mut c.at(x, y, 1.45));
    }
    c
}

fn mat(c: &mut Canvas) {
    let edge = polygon(&[(250.0, 1220.0), (2150.0, 1220.0), (2330.0, 1570.0), (70.0, 1570.0)]);
    c.brush().glow(&edge, 12.0, hex(0x4a3120).alpha(0.5));
    let cloth = stitched(zigzag, 8.0);
    c.brush().fill(&edge, hex(0xe6cf9a));
    c.brush().fill(&polygon(&[(250.0, 1220.0), (2150.0, 1220.0), (2164.0, 1248.0), (236.0, 1248.0)]), hex(0x8e2233));
    c.brush().within(&polygon(&[(90.0, 1520.0), (2310.0, 1520.0), (2330.0, 1570.0), (70.0, 1570.0)]), |b| b.fill(&rect(0.0, 1500.0, 2400.0, 90.0), cloth));
    c.brush().within(&edge, |b| {
        for i in 0..44 {
            let y = 1256.0 + (i as f32).powf(1.12) * 3.9;
            b.line(&line(&[(60.0, y), (2340.0, y)]), 1.4, hex(0xb08d52).alpha(0.4));
        }
    });
}

fn gong_stand(c: &mut Canvas) {
    let wood = hex(0x5a3422);
    let mut b = c.at(560.0, 1390.0, 1.0);
    b.glow(&ellipse(0.0, 0.0, 300.0, 22.0), 12.0, hex(0x2c1d14).alpha(0.5));
    for x in [-236.0f32, 236.0] {
        b.fill(&rect(x - 15.0, -560.0, 30.0, 560.0), crate::color::across(x - 15.0, x + 15.0, wood.lit(1.5), wood.lit(0.8)));
        b.fill(&polygon(&[(x - 70.0, 6.0), (x - 24.0, -36.0), (x + 24.0, -36.0), (x + 70.0, 6.0)]), wood);
    }
    b.fill(&ribbon(&[(-310.0, -574.0, 16.0), (-236.0, -550.0, 34.0), (0.0, -544.0, 36.0), (236.0, -550.0, 34.0), (310.0, -574.0, 16.0)]), wood.lit(1.2));
    for x in [-80.0f32, 80.0] {
        b.line(&line(&[(x, -540.0), (x * 0.9, -420.0)]), 7.0, hex(0xc22f3a));
    }
    gong(&mut b.at(0.0, -290.0, 1.9));
    b.line(&line(&[(214.0, -210.0), (150.0, -60.0)]), 13.0, wood.lit(1.6));
    b.fill(&circle(216.0, -216.0, 30.0), radial((206.0, -226.0), 44.0, hex(0xe4555a), hex(0x7a1d2a)));
}

/// The tính lute, a bunch of chain rattles, an offering tray behind.
pub fn then_lute() -> Canvas {
    let mut c = sheet();
    c.wash(planks(200.0, hex(0x8a5a3a), hex(0x3d2418), 6));
    c.wash(radial((800.0, 300.0), 2200.0, hex(0xffd79a).alpha(0.40), hex(0x1c1020).alpha(0.42)));
    let mat = polygon(&[(120.0, 330.0), (2300.0, 250.0), (2360.0, 1500.0), (40.0, 1540.0)]);
    c.brush().glow(&mat, 20.0, hex(0x180c0c).alpha(0.6));
    c.brush().fill(&mat, |x: f32, y: f32| {
        let (u, v) = (x / 48.0, y / 24.0);
        let over = (u.floor() + v.floor()).rem_euclid(2.0);
        let seam = smoothstep(0.36, 0.5, (v - v.floor() - 0.5).abs());
        let fibre = fractal(x / 200.0, y / 40.0, 2, 3) - 0.5;
        hex(0xe9d19a).mix(hex(0xc49f63), over * 0.42 + seam * 0.3).lit(1.0 + fibre * 0.16)
    });
    let border = stitched(diamonds, 8.0);
    c.clipped(&mat, |c| {
        c.brush().fill(&polygon(&[(0.0, 1390.0), (2400.0, 1345.0), (2400.0, 1600.0), (0.0, 1600.0)]), border);
        c.brush().fill(&polygon(&[(0.0, 1376.0), (2400.0, 1331.0), (2400.0, 1345.0), (0.0, 1390.0)]), hex(0xc22f3a));
    });
    offering_tray(&mut c.at(640.0, 560.0, 1.65));
    incense(&mut c);
    let mut lute = c.at(760.0, 1080.0, 1.62);
    tinh_lute(&mut lute.turned(72.0));
    let mut rattle = c.at(1640.0, 1010.0, 1.2);
    chain_rattle(&mut rattle.turned(-12.0));
    c
}

fn incense(c: &mut Canvas) {
    let ink = |t: f32| Color { rgb: hex(0xfff3dc).rgb, alpha: 0.16 * t };
    for (dx, t) in [(0.0, 1.0), (46.0, 0.7)] {
        let smoke = bend(&[(1180.0 + dx, 520.0), (1210.0 + dx, 400.0), (1160.0 + dx, 280.0), (1230.0 + dx, 160.0), (1190.0 + dx, -20.0)]);
        c.brush().glow(&smoke.outlined(34.0), 16.0, ink(t));
    }
    let mut b = c.at(1200.0, 590.0, 1.0);
    b.glow(&ellipse(8.0, 10.0, 100.0, 30.0), 12.0, hex(0x180c0c).alpha(0.5));
    for (x, lean) in [(-14.0f32, -24.0), (0.0, 4.0), (14.0, 30.0)] {
        b.line(&line(&[(x, -70.0), (x + lean, -230.0)]), 4.4, hex(0xb5443a));
        b.fill(&circle(x + lean, -232.0, 5.4), hex(0xffb65c));
    }
    b.fill(&blob(&[(-84.0, -76.0), (-92.0, -30.0), (-56.0, 8.0), (0.0, 16.0), (56.0, 8.0), (92.0, -30.0), (84.0, -76.0), (0.0, -70.0)]), crate::color::across(-90.0, 90.0, hex(0xf2ede0), hex(0x8f9aa0)));
    b.fill(&ellipse(0.0, -74.0, 84.0, 18.0), hex(0x8a7a68));
    b.line(&bend(&[(-88.0, -40.0), (0.0, -20.0), (88.0, -40.0)]), 8.0, hex(0x35598c));
}
