//! Which part of a picture a crop shows.
//!
//! In: sizes, a shape and the focal point; or pixels, to find the point. Out: a [`Part`] in whole pixels. All arithmetic is
//! in integers, so that every machine finds the same part. Scaling is *not* done here.

mod focus;

pub use focus::focus;

/// A rectangle of a picture, in its pixels from the top left; never empty, never beyond an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Part {
    /// Columns to the left of it.
    pub left: u32,
    /// Rows above it.
    pub top: u32,
    /// Its columns.
    pub width: u32,
    /// Its rows.
    pub height: u32,
}

impl Part {
    /// All of a picture.
    #[must_use]
    pub fn whole(width: u32, height: u32) -> Self {
        Self { left: 0, top: 0, width, height }
    }
}

/// The largest part of a picture that has a shape (to within half a pixel) and holds the focal point, as near to its middle as
/// the edges allow.
///
/// `width` and `height` are the picture's, in pixels; `shape` is width to height in any unit; `focus` is in fractions of width
/// and height from the top left, and is moved to the nearest edge where it lies outside.
#[must_use]
pub fn part(width: u32, height: u32, shape: (u32, u32), focus: (f64, f64)) -> Part {
    let (across, down) = (u64::from(shape.0.max(1)), u64::from(shape.1.max(1)));
    let (part_width, part_height) = if u64::from(width) * down >= u64::from(height) * across {
        (scaled(height, across, down).min(width), height)
    } else {
        (width, scaled(width, down, across).min(height))
    };
    let left = start(width, part_width, focus.0);
    let top = start(height, part_height, focus.1);
    Part { left, top, width: part_width, height: part_height }
}

/// `length × numerator ÷ denominator`, rounded half up, at least 1.
fn scaled(length: u32, numerator: u64, denominator: u64) -> u32 {
    let rounded = (u128::from(length) * u128::from(numerator) * 2 + u128::from(denominator)) / (u128::from(denominator) * 2);
    u32::try_from(rounded).unwrap_or(u32::MAX).max(1)
}

/// Where a part of a side begins that holds the focal point's pixel in its middle, or as near as the ends allow.
fn start(side: u32, part: u32, focus: f64) -> u32 {
    let pixel = i64::from(focal_pixel(side, focus));
    let wanted = (2 * pixel + 1 - i64::from(part)).div_euclid(2);
    let most = i64::from(side.saturating_sub(part));
    u32::try_from(wanted.clamp(0, most)).unwrap_or(0)
}

/// The pixel of a side that a fraction falls on; the middle where it is no number.
fn focal_pixel(side: u32, focus: f64) -> u32 {
    let fraction = if focus.is_nan() { 0.5 } else { focus.clamp(0.0, 1.0) };
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and side")]
    let pixel = (fraction * f64::from(side)).floor() as u32;
    pixel.min(side.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Part, focal_pixel, part};

    #[test]
    fn a_square_of_a_wide_picture_moves_with_the_focal_point() {
        let square = |x| part(3000, 2000, (1, 1), (x, 0.5)).left;
        assert_eq!([square(0.0), square(0.5), square(0.6), square(1.0)], [0, 500, 800, 1000]);
    }

    #[test]
    fn a_shape_of_the_picture_itself_is_the_whole() {
        assert_eq!(part(3000, 2000, (3, 2), (0.9, 0.1)), Part::whole(3000, 2000));
        assert_eq!(part(1, 1, (16, 9), (0.5, 0.5)), Part::whole(1, 1));
    }

    #[test]
    fn a_point_that_is_no_number_is_the_middle() {
        assert_eq!(part(300, 100, (1, 1), (f64::NAN, f64::NAN)).left, 100);
    }

    proptest! {
        #[test]
        fn a_part_is_maximal_inside_and_has_the_shape(
            (width, height) in (1u32..20_000, 1u32..20_000),
            (across, down) in (1u32..4_000, 1u32..4_000),
            (x, y) in (-0.5f64..1.5, -0.5f64..1.5),
        ) {
            let part = part(width, height, (across, down), (x, y));
            prop_assert!(part.width >= 1 && part.left + part.width <= width);
            prop_assert!(part.height >= 1 && part.top + part.height <= height);
            prop_assert!(part.width == width || part.height == height);
            let (given, wanted) = if part.height == height && part.width != width {
                (part.width, f64::from(height) * f64::from(across) / f64::from(down))
            } else {
                (part.height, f64::from(width) * f64::from(down) / f64::from(across))
            };
            prop_assert!((f64::from(given) - wanted).abs() <= 0.5001 || wanted < 1.0, "{given} for {wanted}");
        }

        #[test]
        fn a_part_holds_the_focal_point_as_centrally_as_the_edges_allow(
            (width, height) in (1u32..20_000, 1u32..20_000),
            (across, down) in (1u32..4_000, 1u32..4_000),
            (x, y) in (0.0f64..=1.0, 0.0f64..=1.0),
        ) {
            let part = part(width, height, (across, down), (x, y));
            for (side, start, length, focus) in [(width, part.left, part.width, x), (height, part.top, part.height, y)] {
                let pixel = focal_pixel(side, focus);
                prop_assert!(start <= pixel && pixel < start + length);
                let off = 2 * i64::from(start) + i64::from(length) - (2 * i64::from(pixel) + 1);
                prop_assert!(off.abs() <= 1 || (off > 0 && start == 0) || (off < 0 && start + length == side));
            }
        }
    }
}
