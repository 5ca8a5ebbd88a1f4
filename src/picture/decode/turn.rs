//! Turns and mirrors pixels so that they stand upright: EXIF tag 0x0112.

use super::super::{Memory, Orientation};

/// Pixels are moved in squares of this side, so that both the rows read and the rows written stay in the cache.
const TILE: usize = 32;

/// Turns rows of `N`-byte pixels; returns the rows and their width and height afterwards. Mirrored and half-turned
/// pictures stay where they are; quarter turns make a second copy.
///
/// `data` has to hold exactly `width × height` pixels.
pub(super) fn upright<const N: usize>(
    mut data: Memory,
    (width, height): (u32, u32),
    orientation: Orientation,
) -> (Memory, (u32, u32)) {
    let (pixels, _) = data.as_chunks_mut::<N>();
    let columns = (width as usize).max(1);
    match orientation {
        Orientation::Upright => {}
        Orientation::Mirrored => pixels.chunks_exact_mut(columns).for_each(<[_]>::reverse),
        Orientation::HalfTurn => pixels.reverse(),
        Orientation::Flipped => flip(pixels, columns),
        Orientation::Transposed => return (transposed(pixels, columns, false, false), (height, width)),
        Orientation::QuarterClockwise => return (transposed(pixels, columns, true, false), (height, width)),
        Orientation::Transversed => return (transposed(pixels, columns, true, true), (height, width)),
        Orientation::QuarterCounterClockwise => return (transposed(pixels, columns, false, true), (height, width)),
    }
    (data, (width, height))
}

fn flip<const N: usize>(pixels: &mut [[u8; N]], columns: usize) {
    let rows = pixels.len() / columns;
    let (upper, lower) = pixels.split_at_mut(rows / 2 * columns);
    let upper = upper.chunks_exact_mut(columns);
    upper.zip(lower.rchunks_exact_mut(columns)).for_each(|(above, below)| above.swap_with_slice(below));
}

/// Rows become columns; where asked, the new columns (from right) and rows (from below) run backwards.
fn transposed<const N: usize>(pixels: &[[u8; N]], columns: usize, from_right: bool, from_below: bool) -> Memory {
    let rows = pixels.len() / columns;
    let mut out = Memory::zeroed(pixels.len() * N);
    let (turned, _) = out.as_chunks_mut::<N>();
    for top in (0..rows).step_by(TILE) {
        for left in (0..columns).step_by(TILE) {
            for column in left..(left + TILE).min(columns) {
                let row = if from_below { columns - 1 - column } else { column };
                let target = &mut turned[row * rows..(row + 1) * rows];
                for source in top..(top + TILE).min(rows) {
                    let place = if from_right { rows - 1 - source } else { source };
                    target[place] = pixels[source * columns + column];
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The upright pixel at (x, y) lies here in the stored picture: EXIF's definition, of one orientation each.
    fn stored_place(orientation: u32, (width, height): (u32, u32), (x, y): (u32, u32)) -> (u32, u32) {
        match orientation {
            1 => (x, y),
            2 => (width - 1 - x, y),
            3 => (width - 1 - x, height - 1 - y),
            4 => (x, height - 1 - y),
            5 => (y, x),
            6 => (y, height - 1 - x),
            7 => (width - 1 - y, height - 1 - x),
            _ => (width - 1 - y, x),
        }
    }

    proptest! {
        #[test]
        fn every_pixel_lands_where_exif_says(width in 1..80_u32, height in 1..80_u32, value in 1..=8_u32) {
            let data: Vec<u8> = (0..width * height).flat_map(|at| [at as u8, (at >> 8) as u8, 7]).collect();
            let (turned, size) = upright::<3>(data.clone().into(), (width, height), Orientation::from_exif(value));
            prop_assert_eq!(size, if value < 5 { (width, height) } else { (height, width) });
            for y in 0..size.1 {
                for x in 0..size.0 {
                    let (from_x, from_y) = stored_place(value, (width, height), (x, y));
                    let (from, to) = (((from_y * width + from_x) * 3) as usize, ((y * size.0 + x) * 3) as usize);
                    prop_assert_eq!(&data[from..from + 3], &turned[to..to + 3]);
                }
            }
        }
    }
}
