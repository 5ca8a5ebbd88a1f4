//! Scaling down: a part of a picture to a smaller picture.
//!
//! In: [`Pixels`], the [`Part`] to show, the size wanted. Out: new [`Pixels`] of the same layout, never larger than
//! the part. Lanczos3 by `fast_image_resize`, which reads the part where it stands in the source, without a copy.
//! Colours of translucent pixels are weighted by their alpha, so nothing bleeds out of what cannot be seen.
//!
//! The arithmetic works on the stored, gamma-encoded values, as libvips, browsers and image editors do by default.
//! Linear light would be true to optics: a fine pattern of black and white scales to the grey that the eye sees from
//! afar (188) and not to 128. But it thickens light lines and thins dark ones, its Lanczos overshoot is visible
//! around dark strokes on paper, it makes text on white paler, and it costs three to four times the time for
//! 16 bits a channel. Photographs differ by less than can be told. A test at the foot states what becomes of lines.

use fast_image_resize::images::{CroppedImage, Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};

use super::crop::Part;
use super::{Layout, Memory, Pixels};

/// Rows of the result that are made at a time: of what is scaled in one direction only, no more is held.
const BAND: u32 = 256;

/// Scales `part` of a picture to `width` × `height` pixels.
///
/// Neither side of the result is larger than the part's: larger sizes are brought down to it. A part that reaches
/// over the picture's edges counts as far as it lies inside, sizes of nought as one.
#[must_use]
pub fn resize(pixels: &Pixels, part: Part, width: u32, height: u32) -> Pixels {
    let part = inside(pixels, part);
    let (width, height) = (width.clamp(1, part.width), height.clamp(1, part.height));
    let whole = part.width == pixels.width() && part.height == pixels.height();
    if whole && width == part.width && height == part.height {
        return pixels.clone();
    }
    scale(pixels, part, width, height).unwrap_or_else(|| nearest(pixels, part, width, height))
}

/// The part as far as it lies in the picture, at least one pixel.
fn inside(pixels: &Pixels, part: Part) -> Part {
    let left = part.left.min(pixels.width() - 1);
    let top = part.top.min(pixels.height() - 1);
    let width = part.width.clamp(1, pixels.width() - left);
    let height = part.height.clamp(1, pixels.height() - top);
    Part { left, top, width, height }
}

/// Lanczos3; `None` if the library refuses, which it has no reason to.
fn scale(pixels: &Pixels, part: Part, width: u32, height: u32) -> Option<Pixels> {
    let (kind, band) = match pixels.layout() {
        Layout::Rgb => (PixelType::U8x3, BAND),
        // The library weights all of the source by its alpha each time that it is called.
        Layout::Rgba => (PixelType::U8x4, height),
    };
    let source = ImageRef::new(pixels.width(), pixels.height(), pixels.data(), kind).ok()?;
    let source = CroppedImage::new(&source, part.left, part.top, part.width, part.height).ok()?;
    let mut data = Memory::zeroed(width as usize * height as usize * pixels.layout().channels());
    let mut resizer = Resizer::new();
    let step = f64::from(part.height) / f64::from(height);
    for (top, rows) in (0..).step_by(band as usize).zip(data.chunks_mut(band as usize * width as usize * kind.size())) {
        let count = band.min(height - top);
        let start = f64::from(top) * step;
        let length = (f64::from(count) * step).min(f64::from(part.height) - start);
        let mut target = Image::from_slice_u8(width, count, rows, kind).ok()?;
        let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
        let options = options.crop(0.0, start, f64::from(part.width), length);
        resizer.resize(&source, &mut target, &options).ok()?;
    }
    Pixels::of(width, height, pixels.layout(), data).ok()
}

/// Every pixel from the middle of its square.
fn nearest(pixels: &Pixels, part: Part, width: u32, height: u32) -> Pixels {
    let channels = pixels.layout().channels();
    let at = |index: u32, from: u32, to: u32| (u64::from(index) * 2 + 1) * u64::from(from) / (u64::from(to) * 2);
    let mut data = Vec::with_capacity(width as usize * height as usize * channels);
    for y in 0..height {
        let row = u64::from(part.top) + at(y, part.height, height);
        for x in 0..width {
            let column = u64::from(part.left) + at(x, part.width, width);
            let start = usize::try_from(row * u64::from(pixels.width()) + column).unwrap_or(0) * channels;
            data.extend_from_slice(&pixels.data()[start..start + channels]);
        }
    }
    Pixels::new(width, height, pixels.layout(), data).unwrap_or_else(|_| pixels.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn picture(width: u32, height: u32, layout: Layout, pixel: impl Fn(u32, u32) -> [u8; 4]) -> Pixels {
        let places = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        let data = places.flat_map(|(x, y)| pixel(x, y).into_iter().take(layout.channels())).collect();
        Pixels::new(width, height, layout, data).unwrap()
    }

    fn whole(pixels: &Pixels) -> Part {
        Part { left: 0, top: 0, width: pixels.width(), height: pixels.height() }
    }

    fn at(pixels: &Pixels, x: u32, y: u32) -> &[u8] {
        let channels = pixels.layout().channels();
        let start = (y * pixels.width() + x) as usize * channels;
        &pixels.data()[start..start + channels]
    }

    #[test]
    fn never_scales_up() {
        let small = picture(7, 5, Layout::Rgb, |x, y| [x as u8, y as u8, 9, 255]);
        assert_eq!(resize(&small, whole(&small), 700, 500), small);
        let part = Part { left: 2, top: 1, width: 3, height: 2 };
        let cut = resize(&small, part, 300, 200);
        assert_eq!((cut.width(), cut.height()), (3, 2));
        assert_eq!(at(&cut, 0, 0), [2, 1, 9]);
        assert_eq!(at(&cut, 2, 1), [4, 2, 9]);
    }

    #[test]
    fn shows_the_part_and_nothing_beside_it() {
        let half = picture(200, 100, Layout::Rgb, |x, _| if x < 100 { [250, 0, 0, 0] } else { [0, 0, 250, 0] });
        let right = resize(&half, Part { left: 100, top: 0, width: 100, height: 100 }, 20, 20);
        for pixel in right.data().chunks_exact(3) {
            assert!(pixel[0] == 0 && pixel[1] == 0 && pixel[2].abs_diff(250) <= 1, "{pixel:?}");
        }
    }

    #[test]
    fn a_part_beyond_the_edge_counts_as_far_as_it_lies_inside() {
        let small = picture(8, 8, Layout::Rgb, |x, y| [x as u8, y as u8, 0, 0]);
        let cut = resize(&small, Part { left: 6, top: 7, width: 50, height: 50 }, 50, 50);
        assert_eq!((cut.width(), cut.height()), (2, 1));
        let nothing = Part { left: 90, top: 90, width: 0, height: 0 };
        assert_eq!(resize(&small, nothing, 0, 0).data(), [7, 7, 0]);
    }

    #[test]
    fn a_plain_area_keeps_its_colour() {
        for layout in [Layout::Rgb, Layout::Rgba] {
            let plain = picture(301, 199, layout, |_, _| [12, 200, 99, 128]);
            let small = resize(&plain, whole(&plain), 100, 66);
            let expected = &[12, 200, 99, 128][..layout.channels()];
            for pixel in small.data().chunks_exact(layout.channels()) {
                assert!(pixel.iter().zip(expected).all(|(a, b)| a.abs_diff(*b) <= 1), "{pixel:?}");
            }
        }
    }

    #[test]
    fn what_cannot_be_seen_does_not_bleed() {
        let sign = picture(200, 200, Layout::Rgba, |x, _| if x < 100 { [250, 10, 10, 255] } else { [0, 255, 0, 0] });
        let small = resize(&sign, whole(&sign), 30, 30);
        for pixel in small.data().chunks_exact(4).filter(|pixel| pixel[3] > 16) {
            assert!(pixel[0] > 235 && pixel[1] < 25, "green shines through: {pixel:?}");
        }
    }

    /// A line of 4 pixels, scaled by 4, keeps four fifths of its contrast or more, and light on dark keeps as much as
    /// dark on light; the ground beside it overshoots by an eighth of the contrast at most.
    #[test]
    fn light_and_dark_lines_keep_their_contrast() {
        let scaled = |line: u8, ground: u8| {
            let source = picture(400, 40, Layout::Rgb, |x, _| if x % 40 < 4 { [line; 4] } else { [ground; 4] });
            let small = resize(&source, whole(&source), 100, 10);
            let ringing = (12..19).map(|x| at(&small, x, 5)[0].abs_diff(ground)).max().unwrap();
            (at(&small, 20, 5)[0].abs_diff(ground), ringing)
        };
        for (low, high) in [(40, 215), (60, 128), (100, 228)] {
            let (light, dark) = (scaled(high, low), scaled(low, high));
            assert!(light.0.abs_diff(dark.0) <= 2, "light {light:?}, dark {dark:?}");
            for (contrast, ringing) in [light, dark] {
                assert!(contrast >= (high - low) / 5 * 4, "{low} to {high}: {contrast}");
                assert!(ringing <= (high - low) / 8, "{low} to {high}: {ringing}");
            }
        }
    }

    /// The trade-off of gamma-encoded scaling, stated in the module's header.
    #[test]
    fn a_fine_checkerboard_becomes_the_mean_of_its_stored_values() {
        let board = picture(256, 256, Layout::Rgb, |x, y| [if (x + y) % 2 == 0 { 0 } else { 255 }; 4]);
        let small = resize(&board, whole(&board), 32, 32);
        assert!(at(&small, 16, 16)[0].abs_diff(128) <= 2);
    }

    proptest! {
        #[test]
        fn any_part_scales_to_a_size_within_it(
            (width, height) in (1_u32..40, 1_u32..40),
            part in (0_u32..50, 0_u32..50, 0_u32..50, 0_u32..50),
            wanted in (0_u32..60, 0_u32..60),
            translucent: bool,
        ) {
            let layout = if translucent { Layout::Rgba } else { Layout::Rgb };
            let source = picture(width, height, layout, |x, y| [x as u8 * 5, y as u8 * 5, 77, (x * y) as u8]);
            let part = Part { left: part.0, top: part.1, width: part.2, height: part.3 };
            let made = resize(&source, part, wanted.0, wanted.1);
            prop_assert_eq!(made.layout(), layout);
            prop_assert!(made.width() <= width && made.height() <= height);
            prop_assert!(made.width() <= part.width.max(1) && made.height() <= part.height.max(1));
            prop_assert!(made.width() <= wanted.0.max(1) && made.height() <= wanted.1.max(1));
        }
    }
}
