//! A picture in a few pixels, for what is judged at a glance: where its subject is, what colour it has.
//!
//! Each pixel is the mean of a few samples of its place, so that a large picture costs no more than a small one. The samples lie
//! in mirror symmetry, so that a mirrored picture gives the mirrored thumbnail.

use super::Pixels;

/// Samples across a pixel of the thumbnail, and down it.
const SAMPLES: usize = 4;

/// Rows of red, green, blue and alpha from the top left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Thumbnail {
    /// Columns.
    pub(super) width: usize,
    /// Rows.
    pub(super) height: usize,
    /// `width × height` pixels.
    pub(super) pixels: Vec<[u8; 4]>,
}

impl Thumbnail {
    /// A thumbnail whose longer side has at most `most` pixels; never larger than the picture.
    pub(super) fn of(pixels: &Pixels, most: u32) -> Self {
        let (width, height) = (pixels.width(), pixels.height());
        let longer = width.max(height);
        let size = |side: u32| {
            let scaled = (u64::from(side) * u64::from(most.min(longer)) + u64::from(longer) / 2) / u64::from(longer.max(1));
            usize::try_from(scaled).unwrap_or(1).max(1)
        };
        let (columns, rows) = (places(width as usize, size(width)), places(height as usize, size(height)));
        let row =
            |places: &[usize]| columns.chunks_exact(SAMPLES).map(|across| mean(pixels, across, places)).collect::<Vec<_>>();
        let made = rows.chunks_exact(SAMPLES).flat_map(row).collect();
        Self { width: columns.len() / SAMPLES, height: rows.len() / SAMPLES, pixels: made }
    }
}

/// Where a side of `length` pixels is sampled for `count` pixels of the thumbnail.
fn places(length: usize, count: usize) -> Vec<usize> {
    let samples = count * SAMPLES;
    let near = |sample: usize| (2 * sample + 1) * length / (2 * samples);
    let place = |sample: usize| if sample < samples / 2 { near(sample) } else { length - 1 - near(samples - 1 - sample) };
    (0..samples).map(place).collect()
}

/// The mean of the samples at the crossings of some columns and rows.
fn mean(pixels: &Pixels, columns: &[usize], rows: &[usize]) -> [u8; 4] {
    let channels = pixels.layout().channels();
    let mut sums = [0u32; 4];
    for row in rows {
        for column in columns {
            let at = (row * pixels.width() as usize + column) * channels;
            let sample = pixels.data().get(at..at + channels).unwrap_or_default();
            for (sum, value) in sums.iter_mut().zip(sample.iter().chain(&[u8::MAX])) {
                *sum += u32::from(*value);
            }
        }
    }
    let count = u32::try_from(rows.len() * columns.len()).unwrap_or(1).max(1);
    sums.map(|sum| u8::try_from(sum / count).unwrap_or(u8::MAX))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Thumbnail, places};
    use crate::picture::{Layout, Pixels};

    #[test]
    fn sides_keep_their_ratio_and_small_pictures_their_pixels() {
        let thumbnail = |width, height| {
            let data = vec![7; width as usize * height as usize * 3];
            let made = Thumbnail::of(&Pixels::new(width, height, Layout::Rgb, data).unwrap(), 64);
            assert!(made.pixels.iter().all(|pixel| *pixel == [7, 7, 7, 255]));
            (made.width, made.height)
        };
        assert_eq!(thumbnail(600, 400), (64, 43));
        assert_eq!(thumbnail(1000, 1), (64, 1));
        assert_eq!(thumbnail(3, 2), (3, 2));
    }

    #[test]
    fn pixels_of_a_small_picture_are_themselves() {
        let data: Vec<u8> = (0..4 * 6).collect();
        let made = Thumbnail::of(&Pixels::new(3, 2, Layout::Rgba, data.clone()).unwrap(), 64);
        assert_eq!(made.pixels.concat(), data);
    }

    proptest! {
        #[test]
        fn samples_lie_inside_and_in_mirror_symmetry((length, count) in (1usize..5000, 1usize..64)) {
            let places = places(length, count);
            prop_assert!(places.iter().all(|place| *place < length));
            prop_assert!(places.is_sorted());
            let mirrored: Vec<usize> = places.iter().rev().map(|place| length - 1 - place).collect();
            prop_assert_eq!(mirrored, places);
        }
    }
}
