//! RGB to the planes that video codecs work on: BT.601 in full range, chroma halved both ways (4:2:0).
//!
//! In: rows of RGB or RGBA. Out: [`Planes`], whose sides are rounded up to even numbers by repeating the last column and
//! row. Where a pixel is fully transparent its colour is taken from the last visible one before it in its row: what cannot
//! be seen then costs nothing and does not fringe what can.

use crate::picture::{Layout, Pixels};

/// A picture in YUV 4:2:0 with 8 bits a sample.
pub(super) struct Planes {
    /// Columns of `y`, even.
    pub(super) width: usize,
    /// Rows of `y`, even.
    pub(super) height: usize,
    /// Luma, `width × height`.
    pub(super) y: Vec<u8>,
    /// Blue difference, a quarter as large.
    pub(super) u: Vec<u8>,
    /// Red difference, a quarter as large.
    pub(super) v: Vec<u8>,
}

impl Planes {
    /// The colours of a picture.
    pub(super) fn of_colours(pixels: &Pixels) -> Self {
        let (width, height) = even_sides(pixels);
        let (mut y, mut u, mut v) = (vec![0; width * height], vec![0; width * height / 4], vec![0; width * height / 4]);
        let (mut upper, mut lower) = (vec![[0; 3]; width], vec![[0; 3]; width]);
        let pairs = y.chunks_exact_mut(2 * width).zip(u.chunks_exact_mut(width / 2).zip(v.chunks_exact_mut(width / 2)));
        for (pair, (y, (u, v))) in pairs.enumerate() {
            fill(pixels, 2 * pair, &mut upper);
            fill(pixels, 2 * pair + 1, &mut lower);
            let (y_upper, y_lower) = y.split_at_mut(width);
            luma(&upper, y_upper);
            luma(&lower, y_lower);
            chroma(&upper, &lower, u, v);
        }
        Self { width, height, y, u, v }
    }

    /// The alpha of a picture as luma, without colour; `None` for opaque layouts.
    pub(super) fn of_alpha(pixels: &Pixels) -> Option<Self> {
        if pixels.layout() == Layout::Rgb {
            return None;
        }
        let (width, height) = even_sides(pixels);
        let mut y = Vec::with_capacity(width * height);
        let columns = pixels.width() as usize;
        for row in 0..height {
            let start = row.min(pixels.height() as usize - 1) * columns * 4;
            let alpha = pixels.data()[start..start + columns * 4].iter().skip(3).step_by(4).copied();
            y.extend(alpha);
            y.resize((row + 1) * width, y.last().copied().unwrap_or(0));
        }
        let grey = vec![128; width * height / 4];
        Some(Self { width, height, y, u: grey.clone(), v: grey })
    }
}

fn even_sides(pixels: &Pixels) -> (usize, usize) {
    (pixels.width().next_multiple_of(2) as usize, pixels.height().next_multiple_of(2) as usize)
}

/// Copies the colours of a row, the last one if there is no such row; the row's last pixel is repeated to the end.
fn fill(pixels: &Pixels, row: usize, colours: &mut [[u8; 3]]) {
    let (columns, channels) = (pixels.width() as usize, pixels.layout().channels());
    let start = row.min(pixels.height() as usize - 1) * columns * channels;
    let bytes = &pixels.data()[start..start + columns * channels];
    let mut last = [0; 3];
    for (colour, pixel) in colours.iter_mut().zip(bytes.chunks_exact(channels)) {
        if channels == 3 || pixel[3] > 0 {
            last = [pixel[0], pixel[1], pixel[2]];
        }
        *colour = last;
    }
    colours[columns..].fill(last);
}

/// Kr = 0.299, Kb = 0.114 (ITU-R BT.601), in 16 bits after the point.
fn luma(colours: &[[u8; 3]], y: &mut [u8]) {
    for (y, &[r, g, b]) in y.iter_mut().zip(colours) {
        *y = byte((19_595 * i32::from(r) + 38_470 * i32::from(g) + 7_471 * i32::from(b) + (1 << 15)) >> 16);
    }
}

/// The mean of four pixels, as blue and red difference.
#[allow(clippy::many_single_char_names, reason = "the channels' own names")]
fn chroma(upper: &[[u8; 3]], lower: &[[u8; 3]], u: &mut [u8], v: &mut [u8]) {
    let squares = upper.chunks_exact(2).zip(lower.chunks_exact(2));
    for ((upper, lower), (u, v)) in squares.zip(u.iter_mut().zip(v)) {
        let sum = |c: usize| [upper[0][c], upper[1][c], lower[0][c], lower[1][c]].into_iter().map(i32::from).sum::<i32>();
        let (r, g, b) = (sum(0), sum(1), sum(2));
        let grey = (128 << 18) + (1 << 17);
        *u = byte((grey - 11_059 * r - 21_709 * g + 32_768 * b) >> 18);
        *v = byte((grey + 32_768 * r - 27_439 * g - 5_329 * b) >> 18);
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a byte")]
fn byte(value: i32) -> u8 {
    value.clamp(0, 255) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn planes(width: u32, height: u32, layout: Layout, data: &[u8]) -> Planes {
        Planes::of_colours(&Pixels::new(width, height, layout, data.to_vec()).unwrap())
    }

    #[test]
    fn agrees_with_the_standards_figures_for_primaries() {
        for (rgb, yuv) in [
            ([255, 255, 255], [255, 128, 128]),
            ([0, 0, 0], [0, 128, 128]),
            ([255, 0, 0], [76, 85, 255]),
            ([0, 255, 0], [150, 44, 21]),
            ([0, 0, 255], [29, 255, 107]),
        ] {
            let made = planes(1, 1, Layout::Rgb, &rgb);
            assert_eq!((made.width, made.height, made.y.len()), (2, 2, 4));
            assert_eq!([made.y[0], made.u[0], made.v[0]], yuv, "{rgb:?}");
            assert_eq!(made.y, [yuv[0]; 4]);
        }
    }

    #[test]
    fn transparent_pixels_take_a_neighbours_colour() {
        let made = planes(2, 1, Layout::Rgba, &[200, 200, 200, 255, 0, 255, 0, 0]);
        assert_eq!((made.y[1], made.u[0], made.v[0]), (200, 128, 128));
    }

    #[test]
    fn alpha_is_luma_without_colour() {
        let pixels = Pixels::new(1, 3, Layout::Rgba, vec![9, 9, 9, 0, 9, 9, 9, 100, 9, 9, 9, 255]).unwrap();
        let made = Planes::of_alpha(&pixels).unwrap();
        assert_eq!(made.y, [0, 0, 100, 100, 255, 255, 255, 255]);
        assert_eq!((made.u, made.v), (vec![128; 2], vec![128; 2]));
        assert!(Planes::of_alpha(&Pixels::new(1, 1, Layout::Rgb, vec![1, 2, 3]).unwrap()).is_none());
    }
}
