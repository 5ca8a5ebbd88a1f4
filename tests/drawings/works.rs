//! Things people made that stand in a landscape: turbine, airliner, tank, marker, boat, motorbike, roads.

use crate::canvas::{Brush, Canvas};
use crate::color::{Color, across, down, hex, linear, radial, smoothstep};
use crate::noise::fractal;
use crate::shape::{Point, along, bend, bend_then, blob, circle, ellipse, line, polygon, rect, ribbon};

/// A wind turbine: foot at the origin, hub 300 units up, blades turned by `angle` degrees.
pub fn turbine(b: &mut Brush<'_>, angle: f32, tint: Color) {
    let (white, shade) = (hex(0xfdfaf1).mix(tint, 0.1), hex(0xa9b6b8).mix(tint, 0.3));
    b.fill(&polygon(&[(-6.0, 4.0), (-3.0, -300.0), (3.0, -300.0), (6.0, 4.0)]), across(-5.0, 5.0, white, shade));
    for blade in 0..3 {
        let mut arm = b.at(0.0, -302.0, 1.0);
        let mut arm = arm.turned(angle + 120.0 * blade as f32);
        let outline = blob(&[(-1.5, 0.0), (-6.0, -24.0), (-4.8, -60.0), (-2.0, -135.0), (0.2, -156.0), (1.6, -135.0), (2.6, -60.0), (2.6, -20.0), (1.5, 0.0)]);
        arm.fill(&outline, across(-6.0, 3.0, white, shade));
    }
    b.fill(&blob(&[(-7.0, -308.0), (9.0, -309.0), (12.0, -302.0), (9.0, -296.0), (-7.0, -297.0)]), shade);
    b.fill(&circle(0.0, -302.0, 6.0), white);
}

/// An airliner seen from the side, nose to the left, 400 units long, wheels down.
pub fn airliner(b: &mut Brush<'_>) {
    let (white, belly, dark) = (hex(0xfefaf2), hex(0xa8b4c0), hex(0x51606e));
    b.fill(&polygon(&[(-8.0, -2.0), (40.0, -6.0), (104.0, -46.0), (92.0, -47.0)]), hex(0x8997a5));
    b.fill(&polygon(&[(158.0, -12.0), (186.0, -14.0), (214.0, -34.0), (206.0, -35.0)]), hex(0x8997a5));
    b.fill(&bend_then(&[(128.0, -16.0), (160.0, -26.0), (184.0, -72.0)], &[(208.0, -73.0), (200.0, -20.0), (190.0, -10.0)]), across(130.0, 210.0, hex(0xe3ebee), hex(0x9fb0ba)));
    let hull = blob(&[
        (-200.0, 4.0), (-190.0, -8.0), (-168.0, -17.0), (-130.0, -21.0), (0.0, -22.0), (110.0, -21.0), (170.0, -17.0),
        (206.0, -10.0), (206.0, -6.0), (160.0, 8.0), (100.0, 18.0), (0.0, 21.0), (-130.0, 20.0), (-180.0, 14.0),
    ]);
    b.fill(&hull, move |_x: f32, y: f32| white.mix(belly, smoothstep(-4.0, 20.0, y)).mix(white, smoothstep(-10.0, -24.0, y)));
    for i in 0..27 {
        b.fill(&ellipse(-128.0 + i as f32 * 9.6, -6.5, 2.0, 2.9), dark);
    }
    b.fill(&polygon(&[(-186.0, -8.0), (-172.0, -14.5), (-164.0, -13.5), (-166.0, -6.5)]), hex(0x30404e));
    for x in [-142.0f32, 148.0] {
        b.fill(&rect(x, -11.0, 6.5, 15.0), belly);
    }
    for (x, y, r) in [(-128.0, 36.0, 6.0), (14.0, 42.0, 8.0), (30.0, 42.0, 8.0)] {
        b.line(&line(&[(x, y - 24.0), (x, y)]), 3.0, dark);
        b.fill(&circle(x, y, r), hex(0x252d36));
        b.fill(&circle(x, y, r * 0.4), belly);
    }
    b.fill(&polygon(&[(-34.0, 8.0), (42.0, 8.0), (122.0, 66.0), (96.0, 62.0)]), linear((0.0, 8.0), (100.0, 60.0), hex(0xd9e0e4), hex(0x8796a4)));
    b.fill(&polygon(&[(144.0, 0.0), (188.0, -4.0), (226.0, 20.0), (206.0, 19.0)]), hex(0xb9c4cc));
    let pod = blob(&[(-44.0, 26.0), (-38.0, 17.0), (0.0, 17.0), (26.0, 24.0), (26.0, 31.0), (0.0, 38.0), (-38.0, 36.0)]);
    b.fill(&pod, down(16.0, 38.0, hex(0xf4f1ea), hex(0x7f8d9a)));
    b.fill(&ellipse(-41.0, 27.0, 4.0, 9.0), hex(0x35424e));
}

/// A rusting light tank from the side, 260 units long, gun to the right.
pub fn tank(b: &mut Brush<'_>) {
    let (plate, rust, dark) = (hex(0x6f6a45), hex(0x8a5632), hex(0x2a2a20));
    let worn = move |x: f32, y: f32| {
        let spots = smoothstep(0.52, 0.68, fractal(x / 26.0, y / 20.0, 4, 77));
        plate.mix(rust, spots * 0.8).mix(plate.lit(1.35), smoothstep(-70.0, -110.0, y) * 0.4)
    };
    b.glow(&ellipse(0.0, 2.0, 136.0, 8.0), 4.0, dark.alpha(0.5));
    b.fill(&polygon(&[(-126.0, -58.0), (-98.0, -66.0), (84.0, -68.0), (126.0, -46.0), (118.0, -22.0), (-120.0, -24.0)]), worn);
    b.fill(&blob(&[(-122.0, -44.0), (-80.0, -48.0), (80.0, -48.0), (124.0, -40.0), (132.0, -24.0), (108.0, -2.0), (-100.0, -1.0), (-130.0, -22.0)]), dark);
    for i in 0..6 {
        let x = -90.0 + i as f32 * 36.0;
        b.fill(&circle(x, -20.0, 16.0), plate.lit(0.8));
        b.fill(&circle(x, -20.0, 11.0), rust.lit(0.8));
        b.fill(&circle(x, -20.0, 4.0), dark);
    }
    for (x, r) in [(-116.0f32, 10.0), (116.0, 12.0)] {
        b.fill(&circle(x, -30.0, r), plate.lit(0.75));
    }
    b.line(&bend(&[(-126.0, -50.0), (0.0, -54.0), (130.0, -44.0)]), 5.0, plate.lit(1.2));
    b.fill(&polygon(&[(56.0, -88.0), (150.0, -97.0), (150.0, -89.0), (58.0, -78.0)]), plate.lit(0.75));
    b.fill(&rect(146.0, -99.0, 12.0, 12.0), plate.lit(0.6));
    let turret = blob(&[(-58.0, -66.0), (-62.0, -86.0), (-44.0, -106.0), (10.0, -110.0), (46.0, -104.0), (66.0, -86.0), (58.0, -66.0)]);
    b.fill(&turret, worn);
    b.fill(&polygon(&[(-34.0, -108.0), (-30.0, -120.0), (2.0, -121.0), (6.0, -109.0)]), plate.lit(0.9));
    b.line(&line(&[(-46.0, -104.0), (-52.0, -160.0)]), 1.6, dark);
}

/// The granite marker where three countries meet: a three-sided pillar, foot at the origin, 300 units tall.
pub fn tripoint_marker(b: &mut Brush<'_>) {
    for (i, (rx, y)) in [(300.0f32, 64.0f32), (236.0, 30.0), (172.0, -2.0)].into_iter().enumerate() {
        let ry = rx * 0.21;
        let side = bend_then(
            &[(-rx, y), (-rx * 0.75, y + ry * 0.66), (0.0, y + ry), (rx * 0.75, y + ry * 0.66), (rx, y)],
            &[(rx, y - 30.0), (-rx, y - 30.0)],
        );
        b.fill(&side, across(-rx, rx, hex(0xd2c8b8), hex(0x77716f)));
        let top = hex(0xf0e8da).mix(hex(0xd8cfc0), i as f32 * 0.2);
        b.fill(&ellipse(0.0, y - 30.0, rx, ry), across(-rx, rx, top, top.lit(0.86)));
        b.line(&ellipse(0.0, y - 30.0, rx * 0.93, ry * 0.93), 1.6, hex(0x9c948b).alpha(0.5));
    }
    b.glow(&polygon(&[(0.0, -20.0), (70.0, -36.0), (190.0, -26.0), (150.0, -10.0)]), 5.0, hex(0x3d3a44).alpha(0.4));
    let speckle = |x: f32, y: f32| (fractal(x / 3.0, y / 3.0, 2, 91) - 0.5) * 0.30;
    b.fill(&polygon(&[(-84.0, -46.0), (-76.0, -318.0), (10.0, -318.0), (12.0, -18.0)]), move |x: f32, y: f32| {
        hex(0xcbb7a6).mix(hex(0xe9dccb), smoothstep(-60.0, -310.0, y)).lit(1.0 + speckle(x, y))
    });
    b.fill(&polygon(&[(12.0, -18.0), (10.0, -318.0), (72.0, -318.0), (82.0, -48.0)]), move |x: f32, y: f32| {
        hex(0x7d716d).mix(hex(0x978a83), smoothstep(-60.0, -310.0, y)).lit(1.0 + speckle(x, y))
    });
    b.fill(&polygon(&[(-76.0, -318.0), (0.0, -362.0), (10.0, -318.0)]), hex(0xefe4d4));
    b.fill(&polygon(&[(10.0, -318.0), (0.0, -362.0), (72.0, -318.0)]), hex(0x9b8f88));
    let seal = hex(0xc2453a);
    b.fill(&ellipse(-35.0, -244.0, 23.0, 27.0), hex(0xe8c15a));
    b.fill(&ellipse(-35.0, -244.0, 18.0, 21.5), seal);
    b.fill(&ellipse(43.0, -246.0, 15.0, 26.0), hex(0xb0915b));
    b.fill(&ellipse(43.0, -246.0, 11.5, 20.5), seal.lit(0.7));
    for row in 0..3 {
        let y = -186.0 + row as f32 * 26.0;
        b.fill(&rect(-66.0, y, 62.0 - 12.0 * row as f32, 4.0), hex(0xa58f7d).alpha(0.7));
        b.fill(&rect(24.0, y, 40.0 - 8.0 * row as f32, 4.0), hex(0x5f5552).alpha(0.7));
    }
}

/// A small wooden boat, 200 units long, with a rower seen from the side.
pub fn boat(b: &mut Brush<'_>) {
    b.fill(&ellipse(0.0, 6.0, 118.0, 5.0), hex(0x17313c).alpha(0.4));
    let hull = bend_then(&[(-110.0, -24.0), (-70.0, -9.0), (0.0, -4.0), (70.0, -9.0), (112.0, -26.0)], &[(78.0, 7.0), (-74.0, 7.0)]);
    b.fill(&hull, down(-24.0, 8.0, hex(0x9b6a41), hex(0x3f2a22)));
    b.line(&bend(&[(-110.0, -24.0), (-70.0, -9.0), (0.0, -4.0), (70.0, -9.0), (112.0, -26.0)]), 4.0, hex(0xc79a66));
    b.line(&line(&[(52.0, -62.0), (-2.0, 14.0)]), 3.4, hex(0x6b4a30));
    b.fill(&blob(&[(34.0, -8.0), (30.0, -36.0), (40.0, -58.0), (54.0, -58.0), (62.0, -34.0), (60.0, -8.0)]), hex(0x28345e));
    b.fill(&ribbon(&[(46.0, -52.0, 9.0), (36.0, -40.0, 7.0), (30.0, -30.0, 5.0)]), hex(0x34427a));
    b.fill(&circle(47.0, -68.0, 9.0), hex(0xd9a77e));
    b.fill(&bend_then(&[(24.0, -68.0), (36.0, -78.0), (47.0, -88.0), (58.0, -78.0), (70.0, -68.0)], &[]), hex(0xe5cd92));
}

/// A motorbike and rider from behind, 100 units tall, riding away.
pub fn motorbike(b: &mut Brush<'_>) {
    b.fill(&ellipse(2.0, 0.0, 22.0, 4.0), hex(0x1d2a2a).alpha(0.5));
    b.fill(&blob(&[(-5.0, -2.0), (-6.0, -24.0), (0.0, -30.0), (6.0, -24.0), (5.0, -2.0), (0.0, 1.0)]), hex(0x20242a));
    b.fill(&blob(&[(-13.0, -20.0), (-12.0, -38.0), (0.0, -42.0), (12.0, -38.0), (13.0, -20.0), (0.0, -16.0)]), hex(0xb5322f));
    b.fill(&rect(-5.0, -29.0, 10.0, 5.0), hex(0xffc46b));
    b.line(&bend(&[(-25.0, -56.0), (-15.0, -50.0), (15.0, -50.0), (25.0, -56.0)]), 3.0, hex(0x30363c));
    b.fill(&blob(&[(-16.0, -36.0), (-18.0, -62.0), (-12.0, -76.0), (0.0, -80.0), (12.0, -76.0), (18.0, -62.0), (16.0, -36.0), (0.0, -30.0)]), hex(0x2b4a86));
    for side in [-1.0f32, 1.0] {
        b.fill(&ribbon(&[(side * 14.0, -72.0, 8.0), (side * 22.0, -60.0, 7.0), (side * 21.0, -54.0, 5.0)]), hex(0x2b4a86));
    }
    b.fill(&circle(0.0, -88.0, 10.5), radial((-4.0, -92.0), 14.0, hex(0xfff3d4), hex(0xd8a040)));
}

/// A road through `spine` (x, y, width in pixels): verge, asphalt, and a broken centre line.
pub fn road(canvas: &mut Canvas, spine: &[(f32, f32, f32)], inks: (Color, Color), dashes: Color) {
    let wide: Vec<(f32, f32, f32)> = spine.iter().map(|p| (p.0, p.1 + p.2 * 0.05, p.2 * 1.16)).collect();
    canvas.brush().fill(&ribbon(&wide), inks.1);
    let asphalt = inks.0;
    canvas.brush().fill(&ribbon(spine), move |x: f32, y: f32| {
        asphalt.lit(0.96 + 0.08 * fractal(x / 40.0, y / 14.0, 2, 3))
    });
    let center: Vec<Point> = along(&spine.iter().map(|p| (p.0, p.1)).collect::<Vec<_>>(), 14);
    for (i, pair) in center.windows(2).enumerate() {
        if i % 3 == 0 {
            let (step, t) = (i / 14, (i % 14) as f32 / 14.0);
            let wide = spine[step].2 * (1.0 - t) + spine[(step + 1).min(spine.len() - 1)].2 * t;
            canvas.brush().line(&line(pair), wide * 0.03 + 0.5, dashes);
        }
    }
}
