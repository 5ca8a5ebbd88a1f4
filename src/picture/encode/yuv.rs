//! RGB to the planes that video codecs work on: BT.709 in full range, chroma as large as luma (4:4:4), 10 bits a sample.
//!
//! In: rows of RGB or RGBA. Out: [`Planes`]. Where a pixel is fully transparent its colour is taken from the last visible
//! one before it in its row: what cannot be seen then costs nothing and does not fringe what can.

use crate::picture::{Layout, Pixels};

/// The greatest sample of 10 bits: white, opaque.
const MAX: i32 = 1023;
/// Blue and red difference of what has no colour.
const GREY: u16 = 512;

/// A picture in YUV 4:4:4 with 10 bits a sample, or its alpha as luma.
pub(super) struct Planes {
    /// Luma, `width × height`.
    pub(super) y: Vec<u16>,
    /// Blue difference, as large; of alpha grey, in half the columns and rows, rounded up.
    pub(super) u: Vec<u16>,
    /// Red difference, as large as `u`.
    pub(super) v: Vec<u16>,
}

impl Planes {
    /// The colours of a picture.
    pub(super) fn of_colours(pixels: &Pixels) -> Self {
        let (columns, channels) = (pixels.width() as usize, pixels.layout().channels());
        let count = columns * pixels.height() as usize;
        let mut planes = Self { y: vec![0; count], u: vec![0; count], v: vec![0; count] };
        let samples = planes.y.iter_mut().zip(planes.u.iter_mut().zip(&mut planes.v));
        let (mut last, mut left) = ([0; 3], 0);
        for (pixel, (y, (u, v))) in pixels.data().chunks_exact(channels).zip(samples) {
            if left == 0 {
                (last, left) = ([0; 3], columns);
            }
            left -= 1;
            if channels == 3 || pixel[3] > 0 {
                last = [pixel[0], pixel[1], pixel[2]];
            }
            [*y, *u, *v] = yuv(last);
        }
        planes
    }

    /// The alpha of a picture; `None` for opaque layouts. What rounds its 10 bits to 8 finds every value again.
    pub(super) fn of_alpha(pixels: &Pixels) -> Option<Self> {
        if pixels.layout() == Layout::Rgb {
            return None;
        }
        let y = pixels.data().iter().skip(3).step_by(4).map(|&alpha| sample((MAX * i32::from(alpha) + 127) / 255)).collect();
        let grey = vec![GREY; pixels.width().div_ceil(2) as usize * pixels.height().div_ceil(2) as usize];
        Some(Self { y, u: grey.clone(), v: grey })
    }
}

/// Kr = 0.2126, Kb = 0.0722 (ITU-R BT.709), times 1023 / 255, in 16 bits after the point; each row's weights add up, so that
/// greys have no colour and white is 1023.
fn yuv([r, g, b]: [u8; 3]) -> [u16; 3] {
    let (r, g, b) = (i32::from(r), i32::from(g), i32::from(b));
    let (half, grey) = (1 << 15, (i32::from(GREY) << 16) + (1 << 15));
    [
        sample((55_896 * r + 188_037 * g + 18_982 * b + half) >> 16),
        sample((grey - 30_123 * r - 101_334 * g + 131_457 * b) >> 16),
        sample((grey + 131_457 * r - 119_403 * g - 12_054 * b) >> 16),
    ]
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 10 bits")]
fn sample(value: i32) -> u16 {
    value.clamp(0, MAX) as u16
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
            ([255, 255, 255], [1023, 512, 512]),
            ([0, 0, 0], [0, 512, 512]),
            ([255, 0, 0], [217, 395, 1023]),
            ([0, 255, 0], [732, 118, 47]),
            ([0, 0, 255], [74, 1023, 465]),
        ] {
            let made = planes(1, 1, Layout::Rgb, &rgb);
            assert_eq!([made.y, made.u, made.v], yuv.map(|value| vec![value]), "{rgb:?}");
        }
    }

    #[test]
    fn every_pixel_keeps_its_own_colour() {
        let made = planes(2, 1, Layout::Rgb, &[255, 0, 0, 0, 0, 255]);
        assert_eq!((made.y, made.u, made.v), (vec![217, 74], vec![395, 1023], vec![1023, 465]));
    }

    #[test]
    fn eight_bits_come_back() {
        let back = |value: f64| value.round().clamp(0.0, 255.0);
        for rgb in (0..64_u8).flat_map(|i| [[4 * i, 255 - 4 * i, 7u8.wrapping_mul(i)], [i, 3 * i, 255 - i]]) {
            let [y, u, v] = yuv(rgb).map(f64::from);
            let (y, u, v) = (y / 1023.0 * 255.0, (u - 512.0) / 1023.0 * 255.0, (v - 512.0) / 1023.0 * 255.0);
            let made = [y + 1.5748 * v, y - 0.187_324 * u - 0.468_124 * v, y + 1.8556 * u].map(back);
            assert_eq!(made, rgb.map(f64::from));
        }
    }

    #[test]
    fn transparent_pixels_take_a_neighbours_colour_from_their_own_row() {
        let made = planes(2, 2, Layout::Rgba, &[200, 200, 200, 255, 0, 255, 0, 0, 9, 9, 9, 0, 255, 255, 255, 1]);
        assert_eq!(made.y, [802, 802, 0, 1023]);
        assert_eq!(made.u, [512; 4]);
    }

    #[test]
    fn alpha_is_luma_without_colour_and_comes_back() {
        let data = (0..=255).flat_map(|alpha| [9, 9, 9, alpha]).collect();
        let made = Planes::of_alpha(&Pixels::new(1, 256, Layout::Rgba, data).unwrap()).unwrap();
        assert_eq!((made.y[0], made.y[255], made.u), (0, 1023, vec![512; 128]));
        assert!(made.y.iter().map(|&value| (u32::from(value) * 255 + 511) / 1023).eq(0..256));
        assert!(Planes::of_alpha(&Pixels::new(1, 1, Layout::Rgb, vec![1, 2, 3]).unwrap()).is_none());
    }
}
