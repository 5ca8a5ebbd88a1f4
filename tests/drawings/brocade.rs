//! Thái weaving: counted-thread patterns, drawn stitch by stitch.
//!
//! A pattern is a function of whole-number thread coordinates; [`stitched`] turns it into a shade
//! whose stitches are rounded a little; sizes of 8 or 16 pixels on multiples of 8 compress best as JPEG.

use crate::color::{Color, Shade, hex, smoothstep};
use crate::noise::fractal;

/// Indigo cotton, the ground of most cloth.
pub const INDIGO: Color = hex(0x1d2447);
/// Madder red.
pub const RED: Color = hex(0xc22f3a);
/// Ban pink.
pub const PINK: Color = hex(0xe0699c);
/// Leaf green.
pub const GREEN: Color = hex(0x3f8a4f);
/// Rice gold.
pub const GOLD: Color = hex(0xf0b93a);
/// Undyed cotton.
pub const WHITE: Color = hex(0xf8f0de);

/// A pattern: the yarn at a thread across and a thread down.
pub type Pattern = fn(i64, i64) -> Color;

/// A shade that stitches `pattern` with threads `size` units wide.
pub fn stitched(pattern: Pattern, size: f32) -> impl Shade {
    move |x: f32, y: f32| {
        let (u, v) = (x / size, y / size);
        let (i, j) = (u.floor() as i64, v.floor() as i64);
        let fv = v - v.floor() - 0.5;
        let yarn = pattern(i, j);
        let uneven = (fractal(u * 0.12, v * 0.5, 2, 19) - 0.5) * 0.22;
        yarn.lit(1.0 - 0.16 * smoothstep(-0.1, 0.5, fv.abs()) + uneven)
    }
}

/// Distances from the middle of a repeat of `period` threads, both ways.
fn centered(i: i64, j: i64, period: i64) -> (i64, i64) {
    let half = period / 2;
    ((i.rem_euclid(period) - half).abs(), (j.rem_euclid(period) - half).abs())
}

/// Eight-pointed stars in diamonds.
pub fn stars(i: i64, j: i64) -> Color {
    let (a, b) = centered(i, j, 24);
    let (low, high) = (a.min(b), a.max(b));
    let petal = low <= 4 && high <= low + 4;
    let alternate = (i.div_euclid(24) + j.div_euclid(24)).rem_euclid(2) == 0;
    match (petal, a + b) {
        (true, _) if low == high && high > 0 => INDIGO,
        (true, _) => {
            if alternate {
                GOLD
            } else {
                WHITE
            }
        }
        (_, 12..=13) => RED,
        (_, 15..=16) => GREEN,
        (_, 19..=20) => PINK,
        (_, 23..=24) => GOLD,
        _ => INDIGO,
    }
}

/// Nested diamonds, red to gold.
pub fn diamonds(i: i64, j: i64) -> Color {
    let (a, b) = centered(i, j, 22);
    match a + b {
        0..=1 => WHITE,
        2..=4 => RED,
        5..=6 => GOLD,
        7..=8 => hex(0x7d1f34),
        9..=10 => WHITE,
        11..=13 => GREEN,
        14..=15 => GOLD,
        _ => hex(0x8e2233),
    }
}

/// Zigzag bands like ridges one behind another.
pub fn zigzag(i: i64, j: i64) -> Color {
    let rise = (i.rem_euclid(20) - 10).abs();
    match (j + rise).rem_euclid(26) {
        0..=3 => GOLD,
        4..=5 => INDIGO,
        6..=10 => GREEN,
        11..=12 => WHITE,
        13..=15 => INDIGO,
        16..=20 => RED,
        21..=22 => PINK,
        _ => INDIGO,
    }
}

const HOOK: [&[u8; 14]; 14] = [
    b"..............",
    b".###########..",
    b".#.........#..",
    b".#.#######.#..",
    b".#.#.....#.#..",
    b".#.#.###.#.#..",
    b".#.#.#.#.#.#..",
    b".#.#.#...#.#..",
    b".#.#.#####.#..",
    b".#.#.......#..",
    b".#.#########..",
    b".#............",
    b".############.",
    b"..............",
];

/// Squared spirals, mirrored from one to the next.
pub fn spirals(i: i64, j: i64) -> Color {
    let (column, row) = (i.div_euclid(14), j.div_euclid(14));
    let (mut x, mut y) = (i.rem_euclid(14) as usize, j.rem_euclid(14) as usize);
    if column.rem_euclid(2) == 1 {
        x = 13 - x;
    }
    if row.rem_euclid(2) == 1 {
        y = 13 - y;
    }
    let yarn = [GOLD, WHITE, PINK][(row.rem_euclid(6) / 2) as usize];
    if HOOK[y][x] == b'#' { yarn } else { hex(0x1f4d3c) }
}

/// Small crosses on stripes.
pub fn crosses(i: i64, j: i64) -> Color {
    let band = j.rem_euclid(30);
    if band < 4 {
        return [RED, GOLD, RED, INDIGO][band as usize];
    }
    let (a, b) = centered(i + if (j.div_euclid(15)) % 2 == 0 { 0 } else { 7 }, j - 4, 13);
    match (a, b) {
        (0 | 1, 0..=4) | (0..=4, 0 | 1) => {
            if a + b <= 1 {
                RED
            } else {
                INDIGO
            }
        }
        _ if a == b && a <= 3 => GREEN,
        _ => WHITE,
    }
}

/// The dense panel at the end of a piêu scarf: stars, spirals and diamonds in a red grid.
pub fn scarf_panel(i: i64, j: i64) -> Color {
    let (gi, gj) = (i.rem_euclid(30), j.rem_euclid(30));
    if gi < 2 || gj < 2 {
        return RED;
    }
    if gi == 2 || gj == 2 || gi == 29 || gj == 29 {
        return GREEN;
    }
    let (x, y) = (gi - 16, gj - 16);
    let (a, b) = (x.abs(), y.abs());
    let (low, high) = (a.min(b), a.max(b));
    if (i.div_euclid(30) + j.div_euclid(30)).rem_euclid(2) == 0 {
        return match (low <= 4 && high <= low + 4, a + b) {
            (true, _) if low == high && low > 0 => INDIGO,
            (true, _) => GOLD,
            (_, 11..=12) => PINK,
            (_, 14) => WHITE,
            (_, 17..=18) => GREEN,
            _ => INDIGO,
        };
    }
    match (a + b, (x - y).rem_euclid(4)) {
        (0..=2, _) => WHITE,
        (3..=5, _) => RED,
        (6..=7, _) => INDIGO,
        (8..=9, _) => WHITE,
        (10..=12, 0 | 1) => GOLD,
        (13..=14, _) => GREEN,
        (17..=18, 0 | 2) => PINK,
        _ => INDIGO,
    }
}
