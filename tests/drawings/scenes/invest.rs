//! The airport in its valley and wind turbines on a ridge.

use super::{Ranges, sheet};
use crate::buildings::terminal;
use crate::canvas::Canvas;
use crate::color::{Color, across, down, hex};
use crate::fields::{Plain, Terraces};
use crate::landscape::{Ridge, Slope, clouds, hill, mist, sky, thicket};
use crate::light::{GOLD, MORNING};
use crate::shape::{Point, ellipse, polygon, rect};
use crate::works::{airliner, turbine};

const GREENS: [Color; 6] = [hex(0x86ad55), hex(0xa4bd60), hex(0xc6c867), hex(0x74a055), hex(0x97b65a), hex(0xd6cd76)];

/// One runway in the valley, an airliner on final approach, a small terminal.
pub fn airport() -> Canvas {
    let mut c = sheet();
    let light = MORNING;
    sky(&mut c, &light, 800.0, Some(((560.0, 260.0), 54.0)));
    clouds(&mut c, (60.0, 520.0), hex(0xffffff).alpha(0.8), 0.55, 41);
    Ranges { light: &light, rows: (560.0, 740.0), count: 4, swing: (120.0, 50.0), near: (0.03, 0.6), seed: 231 }.paint(&mut c);
    let plain = Plain { horizon: 820.0, vanish: 900.0, parcel: 0.7, turn: 0.3, inks: &GREENS, bund: hex(0x54783f), haze: hex(0xdde3cf), seed: 8 };
    plain.paint(&mut c, &rect(-4.0, 826.0, 2410.0, 790.0));
    thicket(&mut c, &[(-20.0, 862.0), (800.0, 850.0), (2420.0, 866.0)], (10.0, 20.0), (hex(0x3b7150), hex(0x95b568)), 4);
    mist(&mut c, 836.0, 34.0, light.haze.alpha(0.7), 6);
    terminal(&mut c.at(1120.0, 1000.0, 1.2));
    thicket(&mut c, &[(700.0, 1004.0), (830.0, 1008.0)], (12.0, 24.0), (hex(0x2f6744), hex(0x95b568)), 9);
    thicket(&mut c, &[(1480.0, 1010.0), (1700.0, 1020.0)], (14.0, 28.0), (hex(0x2f6744), hex(0x95b568)), 10);
    runway(&mut c);
    thicket(&mut c, &[(-40.0, 1400.0), (180.0, 1470.0), (420.0, 1640.0)], (54.0, 96.0), (hex(0x1f5038), hex(0x8fb058)), 11);
    let mut plane = c.at(1640.0, 560.0, 1.75);
    airliner(&mut plane.turned(-3.0));
    c
}

/// A point of the runway: `t` 0 (far end) to 1 (near end) as seen, `u` -1 to 1 across.
fn on_runway(t: f32, u: f32) -> Point {
    let (x, y) = (300.0 + (2560.0 - 300.0) * t, 948.0 + (1500.0 - 948.0) * t);
    (x - u * (2.0 + 14.0 * t), y + u * (7.0 + 150.0 * t))
}

fn strip(c: &mut Canvas, t: (f32, f32), u: (f32, f32), shade: impl crate::color::Shade) {
    let corners = [on_runway(t.0, u.0), on_runway(t.0, u.1), on_runway(t.1, u.1), on_runway(t.1, u.0)];
    c.brush().fill(&polygon(&corners), shade);
}

fn runway(c: &mut Canvas) {
    strip(c, (-0.02, 1.1), (-2.0, 2.0), down(930.0, 1600.0, hex(0xbdc985), hex(0x86a955)));
    let apron = polygon(&[(880.0, 1016.0), (1400.0, 1016.0), (1560.0, 1060.0), (1480.0, 1200.0), (1290.0, 1160.0), (1330.0, 1082.0), (1000.0, 1070.0)]);
    c.brush().fill(&apron, down(1010.0, 1180.0, hex(0xb2b4b0), hex(0x8b9091)));
    strip(c, (0.0, 1.1), (-1.0, 1.0), across(300.0, 2400.0, hex(0xa3a8a8), hex(0x596064)));
    let white = hex(0xf7f3e6);
    strip(c, (0.0, 1.1), (-0.95, -0.92), white);
    strip(c, (0.0, 1.1), (0.92, 0.95), white);
    let project = |z: f32| 1.0 / (1.0 + z);
    for k in 0..16 {
        let z = 0.42 + 0.42 * k as f32;
        strip(c, (project(z + 0.2), project(z)), (-0.03, 0.03), white);
    }
    for k in 0..6 {
        let u = 0.16 + 0.12 * k as f32;
        strip(c, (0.80, 0.88), (u, u + 0.065), white);
        strip(c, (0.80, 0.88), (-u - 0.065, -u), white);
    }
    c.brush().glow(&ellipse(1560.0, 1262.0, 190.0, 13.0), 14.0, hex(0x22343a).alpha(0.35));
}

/// Wind turbines on a grassy ridge above terraced slopes.
pub fn wind_farm() -> Canvas {
    let mut c = sheet();
    let light = GOLD;
    sky(&mut c, &light, 820.0, Some(((1830.0, 420.0), 60.0)));
    clouds(&mut c, (60.0, 560.0), hex(0xfff7e2).alpha(0.65), 0.55, 51);
    Ranges { light: &light, rows: (640.0, 800.0), count: 4, swing: (110.0, 70.0), near: (0.02, 0.4), seed: 241 }.paint(&mut c);
    for (x, y, s, a) in [(1960.0, 790.0, 0.75f32, 12.0), (2120.0, 810.0, 0.8, 50.0), (2290.0, 800.0, 0.85, 85.0)] {
        turbine(&mut c.at(x, y, s), a, light.haze);
    }
    let ridge = Ridge { points: &[(-20.0, 830.0), (400.0, 760.0), (820.0, 800.0), (1240.0, 880.0), (1700.0, 960.0), (2420.0, 1040.0)], rough: 16.0, scale: 500.0, crowns: 0.0, seed: 246 };
    let line = ridge.heights(c.width);
    for (x, s, a) in [(230.0, 1.55f32, 22.0), (600.0, 1.4, 64.0), (930.0, 1.22, 100.0), (1230.0, 1.05, 38.0), (1500.0, 0.92, 80.0)] {
        turbine(&mut c.at(x, line[x as usize] + 8.0, s), a, light.haze);
    }
    hill(&mut c, &ridge, Slope { crest: hex(0xb2b55c), foot: hex(0x6f8f4a), depth: 320.0, shade: hex(0x728f4d), gleam: hex(0xf5dc86), relief: 0.6, grain: 300.0 });
    let steps = Ridge { points: &[(-20.0, 1120.0), (500.0, 1010.0), (1000.0, 1080.0), (1500.0, 1130.0), (1900.0, 1120.0), (2420.0, 1150.0)], rough: 20.0, scale: 400.0, crowns: 0.0, seed: 248 };
    let inks = [hex(0xe6c254), hex(0xc9bd52), hex(0x9dae4c), hex(0x7b9a49), hex(0xf0d26e), hex(0x8ba84e)];
    let rows = steps.heights(c.width);
    Terraces { step: (22.0, 110.0), wander: 2.2, bend: 620.0, inks: &inks, bank: hex(0x4c6833), rim: hex(0xfff0b4), seed: 18 }.paint(&mut c, &rows);
    thicket(&mut c, &[(-20.0, 1118.0), (420.0, 1022.0), (860.0, 1066.0)], (18.0, 36.0), (hex(0x35603a), hex(0xb0b256)), 5);
    thicket(&mut c, &[(1300.0, 1120.0), (1760.0, 1128.0), (2420.0, 1150.0)], (18.0, 38.0), (hex(0x35603a), hex(0xb0b256)), 6);
    thicket(&mut c, &[(2440.0, 1420.0), (2240.0, 1500.0), (2080.0, 1640.0)], (54.0, 96.0), (hex(0x234b30), hex(0x98a148)), 7);
    c
}
