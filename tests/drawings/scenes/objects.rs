//! Close views: cloth, the piêu scarf, a reporter's desk.

use super::sheet;
use crate::brocade::{GOLD, GREEN, INDIGO, PINK, Pattern, RED, WHITE, crosses, diamonds, scarf_panel, spirals, stars, stitched, zigzag};
use crate::canvas::{Brush, Canvas};
use crate::color::{Color, Shade, hex, radial, smoothstep};
use crate::desk::{camera, coffee_cup, microphone, newspaper, notebook, pen};
use crate::goods::planks;
use crate::noise::fractal;
use crate::shape::{Point, bend, circle, polygon, rect, ribbon};

/// Five hanging bands of cloth, each in its own pattern.
pub fn five_cloths() -> Canvas {
    let mut c = sheet();
    c.wash(hex(0x2a2030));
    let bands: [(Pattern, f32); 5] = [(zigzag, 16.0), (diamonds, 16.0), (spirals, 16.0), (crosses, 16.0), (stars, 16.0)];
    for (i, (pattern, size)) in bands.into_iter().enumerate() {
        let left = 480.0 * i as f32;
        let cloth = stitched(pattern, size);
        let seed = i as u64;
        let draped = move |x: f32, y: f32| {
            let fold = ((x - left) / 480.0 * std::f32::consts::TAU * 1.5 + fractal(x / 300.0, y / 700.0, 2, seed) * 4.0).sin();
            let shade = 1.0 - 0.17 * smoothstep(0.1, 1.0, -fold) + 0.06 * smoothstep(0.2, 1.0, fold);
            cloth.at(x - left - 16.0, y).lit(shade)
        };
        c.brush().glow(&rect(left, -20.0, 480.0, 1640.0), 16.0, hex(0x0c0814).alpha(0.8));
        c.brush().fill(&rect(left, -4.0, 480.0, 1610.0), draped);
        for x in [left, left + 464.0] {
            let edge = move |_x: f32, y: f32| [RED, GOLD, INDIGO, GREEN][((y / 16.0).floor() as i64).rem_euclid(4) as usize];
            c.brush().fill(&rect(x, -4.0, 16.0, 1610.0), edge);
        }
    }
    c
}

/// A piêu scarf over a bamboo rod: both embroidered ends, ribbons and cloth knots.
pub fn pieu_scarf() -> Canvas {
    let mut c = sheet();
    c.wash(|x: f32, y: f32| {
        let weave = fractal(x / 420.0, y / 60.0, 2, 5);
        let light = smoothstep(2300.0, 200.0, x + y * 0.5);
        hex(0xcbb28a).mix(hex(0xf6ead0), light).lit(0.94 + 0.12 * weave)
    });
    scarf_end(&mut c, (1248.0, 208.0), 816.0, 1120.0, 8.0);
    scarf_end(&mut c, (304.0, 208.0), 816.0, 1264.0, 8.0);
    rod(&mut c);
    c
}

/// One hanging end: indigo cotton, embroidered panel below, tassels at the hem.
fn scarf_end(c: &mut Canvas, at: Point, width: f32, tall: f32, thread: f32) {
    let mut b = c.at(at.0, at.1, 1.0);
    let cloth = polygon(&[(0.0, -40.0), (width, -40.0), (width - 8.0, tall), (6.0, tall)]);
    b.at(26.0, 34.0, 1.0).glow(&cloth, 26.0, hex(0x3a2516).alpha(0.55));
    let panel_top = tall - 92.0 * thread - 40.0;
    let panel = stitched(scarf_panel, thread);
    let fold = move |x: f32, y: f32| {
        let wave = (x / width * 9.5 + fractal(x / 300.0, y / 600.0, 2, 4) * 2.4).sin();
        1.0 - 0.22 * smoothstep(0.0, 1.0, -wave) + 0.10 * smoothstep(0.2, 1.0, wave)
    };
    b.fill(&cloth, move |x: f32, y: f32| {
        let threads = (fractal(x / 12.0, y / 200.0, 2, 9) - 0.5) * 0.12;
        let inside = y > panel_top && y < tall - 40.0 && x > 40.0 && x < width - 40.0;
        let ink = if inside { panel.at(x - 40.0, y - panel_top) } else { edging(x, y, width, panel_top, tall) };
        ink.lit(fold(x, y) + threads)
    });
    fringe(&mut b, width, tall);
}

/// What lies outside the embroidered panel: plain indigo, running stitches, and the red bound hem.
fn edging(x: f32, y: f32, width: f32, panel_top: f32, tall: f32) -> Color {
    let side = x.min(width - x);
    let hem = side.min(tall - y);
    if y > panel_top - 60.0 && hem < 16.0 {
        return RED;
    }
    let above = panel_top - y;
    let stitch = |period: f32| (x / period).rem_euclid(1.0) < 0.6;
    match above {
        a if (6.0..14.0).contains(&a) => GOLD,
        a if (20.0..27.0).contains(&a) && stitch(26.0) => PINK,
        a if (34.0..42.0).contains(&a) => GREEN,
        a if (52.0..58.0).contains(&a) && stitch(18.0) => WHITE,
        a if (70.0..150.0).contains(&a) => small_diamonds(x, a),
        a if (162.0..168.0).contains(&a) && stitch(18.0) => GOLD,
        _ if above < 0.0 && (22.0..29.0).contains(&hem) => GREEN,
        _ => INDIGO,
    }
}

fn small_diamonds(x: f32, above: f32) -> Color {
    let (a, b) = (((x / 80.0).rem_euclid(1.0) - 0.5).abs() * 80.0, (above - 110.0).abs());
    let reach = ((a + b) / 8.0).floor() as i64;
    [WHITE, RED, INDIGO, GOLD, INDIGO, GREEN].get(reach as usize).copied().unwrap_or(INDIGO)
}

/// Cút knots (coiled cloth) in threes and ribbons along the hem.
fn fringe(b: &mut Brush<'_>, width: f32, tall: f32) {
    let inks = [RED, GREEN, GOLD, PINK, WHITE];
    for k in 0..11 {
        let x = 30.0 + (width - 60.0) * k as f32 / 10.0;
        let (ink, next) = (inks[k % 5], inks[(k + 2) % 5]);
        let long = if k % 5 == 0 { 120.0 } else { 78.0 };
        let sway = ((k * 7) % 5) as f32 * 3.0 - 6.0;
        b.at(8.0, 12.0, 1.0).glow(&ribbon(&[(x, tall, 14.0), (x + sway, tall + long, 18.0)]), 6.0, hex(0x3a2516).alpha(0.4));
        b.fill(&ribbon(&[(x, tall - 6.0, 13.0), (x + sway * 0.4, tall + long * 0.5, 15.0), (x + sway, tall + long, 17.0)]), ink);
        b.fill(&ribbon(&[(x + 3.0, tall, 3.0), (x + sway * 0.4 + 3.0, tall + long * 0.5, 3.0), (x + sway + 3.0, tall + long, 3.0)]), ink.lit(0.75));
        coil(&mut b.at(x, tall + 8.0, 1.0), next);
    }
    for (side, x) in [(-1.0f32, 4.0), (1.0, width - 6.0)] {
        for (k, ink) in inks.into_iter().take(3).enumerate() {
            coil(&mut b.at(x + side * 20.0, tall - 40.0 - 60.0 * k as f32, 1.0), ink);
        }
    }
}

fn coil(b: &mut Brush<'_>, ink: Color) {
    b.at(5.0, 7.0, 1.0).glow(&circle(0.0, 0.0, 23.0), 5.0, hex(0x2a180e).alpha(0.5));
    b.fill(&circle(0.0, 0.0, 24.0), radial((-8.0, -8.0), 38.0, ink.lit(1.18), ink.lit(0.65)));
    let spiral: Vec<Point> = (0..26)
        .map(|i| {
            let (a, r) = (i as f32 * 0.62, 2.0 + i as f32 * 0.76);
            (a.cos() * r, a.sin() * r)
        })
        .collect();
    b.line(&bend(&spiral), 2.6, ink.lit(0.5).alpha(0.8));
}

fn rod(c: &mut Canvas) {
    let bamboo = hex(0xb99a4c);
    c.brush().glow(&rect(-20.0, 200.0, 2440.0, 46.0), 14.0, hex(0x2a180e).alpha(0.5));
    c.brush().fill(&rect(-20.0, 142.0, 2440.0, 56.0), move |_x: f32, y: f32| {
        let t = (y - 142.0) / 56.0;
        bamboo.lit(1.3).mix(bamboo.lit(0.5), smoothstep(0.2, 1.0, t))
    });
    for x in [120.0f32, 1180.0, 2260.0] {
        c.brush().fill(&rect(x, 137.0, 16.0, 66.0), bamboo.lit(0.8));
        c.brush().fill(&rect(x + 16.0, 140.0, 4.0, 60.0), bamboo.lit(0.45));
    }
    for (x, w) in [(304.0, 816.0), (1248.0, 816.0)] {
        c.brush().fill(&rect(x, 132.0, w, 84.0), move |px: f32, y: f32| {
            let t = (y - 132.0) / 84.0;
            let wave = 1.0 + 0.16 * ((px - x) / w * 9.5 + 0.6).sin();
            INDIGO.lit(1.9).mix(INDIGO.lit(0.8), smoothstep(0.0, 0.8, t)).lit(wave)
        });
    }
}

/// A reporter's desk from above.
pub fn press_desk() -> Canvas {
    let mut c = sheet();
    c.wash(planks(266.0, hex(0xb07f54), hex(0x6a4329), 11));
    c.wash(radial((500.0, 200.0), 2400.0, hex(0xffe7b8).alpha(0.42), hex(0x1b0f16).alpha(0.38)));
    let runner = stitched(stars, 16.0);
    let mut cloth = c.at(992.0, 0.0, 1.0);
    cloth.at(14.0, 18.0, 1.0).glow(&rect(-16.0, -40.0, 416.0, 1700.0), 18.0, hex(0x1a1008).alpha(0.5));
    cloth.fill(&rect(0.0, -4.0, 384.0, 1610.0), runner);
    for x in [-16.0f32, 384.0] {
        cloth.fill(&rect(x, -4.0, 16.0, 1610.0), RED);
    }
    newspaper(&mut c.at(470.0, 560.0, 1.42).turned(-7.0));
    notebook(&mut c.at(1190.0, 1130.0, 1.42).turned(5.0));
    pen(&mut c.at(1640.0, 1200.0, 1.3).turned(24.0));
    camera(&mut c.at(1390.0, 420.0, 1.35).turned(9.0));
    coffee_cup(&mut c.at(2090.0, 390.0, 1.3));
    microphone(&mut c.at(2060.0, 1110.0, 1.3).turned(-16.0));
    c
}
