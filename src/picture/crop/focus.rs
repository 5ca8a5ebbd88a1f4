//! Where a picture's subject is, as far as edges and colours tell; faces are not looked for.
//!
//! Everything is counted in integers over a thumbnail: the same pixels have the same subject on every machine.

use crate::picture::Pixels;
use crate::picture::thumbnail::Thumbnail;

/// The longer side of the thumbnail.
const SIDE: u32 = 64;

/// The point of a picture that crops should show, in fractions of width and height from the top left; the middle where nothing
/// stands out.
///
/// Each pixel of a thumbnail weighs by how far it stands out: by edges around it, by being more colourful than the picture, by
/// the rarity of its colour and by whether it may be skin. The point is the centre of gravity of the heaviest square, four fifths
/// of the shorter side, where squares near the middle weigh more; between squares of one weight it lies in their middle.
#[must_use]
pub fn focus(pixels: &Pixels) -> (f64, f64) {
    let thumbnail = Thumbnail::of(pixels, SIDE);
    let map = Map { width: thumbnail.width, height: thumbnail.height, weights: weights(&thumbnail) };
    let side = (map.width.min(map.height) * 4 / 5).max(1);
    let best = map.heaviest(side);
    let (mut x, mut y, mut sum) = (0, 0, 0);
    for (left, top) in best {
        let (across, down, weight) = map.moments(left, top, side);
        (x, y, sum) = (x + across, y + down, sum + weight);
    }
    let fraction = |moment: u64, length: usize| if sum == 0 { 0.5 } else { ratio(moment, sum * 2 * length as u64) };
    (fraction(x, map.width), fraction(y, map.height))
}

/// Rounded to ten-thousandths, the unit of focal points.
fn ratio(part: u64, whole: u64) -> f64 {
    let (part, whole) = (u128::from(part), u128::from(whole));
    let parts = u32::try_from((part * 10_000 + whole / 2) / whole).unwrap_or(5_000);
    f64::from(parts) / 10_000.0
}

/// How much each pixel counts.
struct Map {
    width: usize,
    height: usize,
    weights: Vec<u64>,
}

impl Map {
    /// The top left corners of all squares of the greatest weight.
    fn heaviest(&self, side: usize) -> Vec<(usize, usize)> {
        let sums = self.sums();
        let stride = self.width + 1;
        let (mut best, mut found) = (0, Vec::new());
        for top in 0..=self.height - side {
            for left in 0..=self.width - side {
                let (above, below) = (top * stride + left, (top + side) * stride + left);
                let sum = sums[below + side] + sums[above] - sums[below] - sums[above + side];
                let weight = sum * self.nearness(left, top, side);
                if weight > best {
                    (best, found) = (weight, Vec::new());
                }
                if weight == best {
                    found.push((left, top));
                }
            }
        }
        found
    }

    /// Sums of all weights above and to the left, with an empty row and column before the first.
    fn sums(&self) -> Vec<u64> {
        let stride = self.width + 1;
        let mut sums = vec![0; stride * (self.height + 1)];
        for (y, row) in self.weights.chunks_exact(self.width).enumerate() {
            let mut line = 0;
            for (x, weight) in row.iter().enumerate() {
                line += weight;
                sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + line;
            }
        }
        sums
    }

    /// From 1024 in the middle down to 512 where a square touches an edge, by the square of the distance.
    fn nearness(&self, left: usize, top: usize, side: usize) -> u64 {
        let off = |start: usize, length: usize| {
            let free = (length - side) as u64;
            let off = (2 * start as u64).abs_diff(free);
            if free == 0 { 0 } else { 512 * off * off / (free * free) }
        };
        1024 - off(left, self.width).max(off(top, self.height))
    }

    /// The moments of a square's squared weights about the left and the top edge in half pixels, and their sum: what stands out
    /// most draws the point, not what fills the square.
    fn moments(&self, left: usize, top: usize, side: usize) -> (u64, u64, u64) {
        let (mut x, mut y, mut sum) = (0, 0, 0);
        for row in top..top + side {
            for column in left..left + side {
                let weight = self.weights[row * self.width + column].pow(2);
                x += weight * (2 * column as u64 + 1);
                y += weight * (2 * row as u64 + 1);
                sum += weight;
            }
        }
        (x, y, sum)
    }
}

/// How far each pixel stands out; what is everywhere, such as grass, counts little.
fn weights(thumbnail: &Thumbnail) -> Vec<u64> {
    let pixels = &thumbnail.pixels;
    let mean_of = |of: &dyn Fn(&[u8; 4]) -> i32| mean(pixels.iter().map(of));
    let colour = [0, 1, 2].map(|channel| mean_of(&|pixel| i32::from(pixel[channel])));
    let (colourful, skin) = (mean_of(&saturation), mean_of(&skin));
    let lights: Vec<i32> = pixels.iter().map(light).collect();
    let edges: Vec<i32> = (0..lights.len()).map(|at| edge(&lights, thumbnail.width, at)).collect();
    let edgy = mean(edges.iter().copied());
    let weight = |(pixel, edge): (&[u8; 4], &i32)| {
        let rarity: i32 = pixel.iter().zip(colour).map(|(value, mean)| (i32::from(*value) - mean).abs()).sum();
        let above = |value: i32, mean: i32| (value - mean).max(0);
        let weight = 3 * above(*edge, edgy)
            + 2 * above(saturation(pixel), colourful)
            + rarity * 3 / 2
            + above(self::skin(pixel), skin);
        weight * i32::from(pixel[3]) / 255
    };
    let weights: Vec<i32> = pixels.iter().zip(&edges).map(weight).collect();
    let usual = mean(weights.iter().copied()) / 2;
    weights.iter().map(|weight| u64::from((weight - usual).max(0).unsigned_abs())).collect()
}

fn mean(values: impl ExactSizeIterator<Item = i32>) -> i32 {
    let count = i32::try_from(values.len()).unwrap_or(i32::MAX).max(1);
    values.sum::<i32>() / count
}

/// Luma by the weights of Rec. 601, 0 to 255.
fn light(pixel: &[u8; 4]) -> i32 {
    let [red, green, blue, _] = pixel.map(i32::from);
    (77 * red + 150 * green + 29 * blue) >> 8
}

fn saturation(pixel: &[u8; 4]) -> i32 {
    let [red, green, blue, _] = pixel.map(i32::from);
    red.max(green).max(blue) - red.min(green).min(blue)
}

/// 48 where a pixel may be skin, by the rule of Kovač, Peer and Solina (2003) for daylight.
fn skin(pixel: &[u8; 4]) -> i32 {
    let [red, green, blue, _] = pixel.map(i32::from);
    let is_skin = red > 95 && green > 40 && blue > 20 && saturation(pixel) > 15 && red - green > 15 && red > blue;
    if is_skin { 48 } else { 0 }
}

/// How much the light changes around a pixel, across and down.
fn edge(lights: &[i32], width: usize, at: usize) -> i32 {
    let (x, last) = (at % width, lights.len() - 1);
    let left = if x == 0 { at } else { at - 1 };
    let right = if x + 1 == width { at } else { at + 1 };
    let above = if at < width { at } else { at - width };
    let below = if at + width > last { at } else { at + width };
    (lights[left] - lights[right]).abs() + (lights[above] - lights[below]).abs()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::focus;
    use crate::picture::crop::part;
    use crate::picture::{Layout, Pixels};

    /// A picture of 300 × 200 pixels.
    fn painted(colour: impl Fn(i32, i32) -> [u8; 3]) -> Pixels {
        let data = (0..200).flat_map(|y| (0..300).map(move |x| (x, y))).flat_map(|(x, y)| colour(x, y)).collect();
        Pixels::new(300, 200, Layout::Rgb, data).unwrap()
    }

    /// A red flower on a meadow under the sky, its middle at (x, y).
    fn meadow(x: i32, y: i32) -> Pixels {
        painted(|column, row| match (column - x).pow(2) + (row - y).pow(2) {
            ..900 => [200, 30, 40],
            _ if row < 90 => [150, 190, 230],
            _ => [90, 150 + u8::try_from((column * 7 + row * 3) % 13).unwrap(), 60],
        })
    }

    fn holds(picture: &Pixels, shape: (u32, u32), x: i32, y: i32) -> bool {
        let part = part(300, 200, shape, focus(picture));
        let inside = |start: u32, length: u32, middle: i32| {
            i64::from(start) <= i64::from(middle - 30) && i64::from(middle + 30) <= i64::from(start + length)
        };
        inside(part.left, part.width, x) && inside(part.top, part.height, y)
    }

    #[test]
    fn crops_show_the_subject_wherever_it_is() {
        for (x, y) in [(40, 100), (260, 100), (150, 100), (70, 40), (220, 160), (150, 36), (150, 164)] {
            for shape in [(3, 2), (1, 1), (4, 5), (16, 9), (9, 16)] {
                assert!(holds(&meadow(x, y), shape, x, y), "{shape:?} of a flower at {x}, {y}: {:?}", focus(&meadow(x, y)));
            }
        }
    }

    #[test]
    fn the_middle_is_meant_where_nothing_stands_out() {
        assert_eq!(focus(&painted(|_, _| [90, 90, 200])), (0.5, 0.5));
        let pixel = Pixels::new(1, 1, Layout::Rgba, vec![1, 2, 3, 4]).unwrap();
        assert_eq!(focus(&pixel), (0.5, 0.5));
    }

    #[test]
    fn two_subjects_of_one_weight_leave_the_middle() {
        let picture = painted(|x, y| {
            let near = |middle: i32| (x - middle).pow(2) + (y - 100).pow(2) < 400;
            if near(60) || near(239) { [220, 40, 40] } else { [230, 230, 225] }
        });
        assert!((focus(&picture).0 - 0.5).abs() < 1e-9);
    }

    #[test]
    fn what_cannot_be_seen_has_no_weight() {
        let alpha = |x: u32| if x < 150 { 0 } else { 255 };
        let bright = |x: u32, y: u32| if (x / 9 + y / 9).is_multiple_of(2) { 255u8 } else { 0 };
        let pixel = |x: u32, y: u32| [bright(x, y), 0, bright(x, y), alpha(x)];
        let data = (0..200).flat_map(|y| (0..300).map(move |x| (x, y))).flat_map(|(x, y)| pixel(x, y)).collect();
        assert!(focus(&Pixels::new(300, 200, Layout::Rgba, data).unwrap()).0 > 0.6);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn a_mirrored_picture_has_the_mirrored_point(
            (width, height) in (1u32..90, 1u32..90),
            seed in any::<u32>(),
        ) {
            let value = |x: u32, y: u32, channel: u32| {
                let hash = ((x / 7) ^ (y / 5).rotate_left(9) ^ channel.rotate_left(20) ^ seed).wrapping_mul(0x9e37_79b1);
                u8::try_from((hash ^ hash >> 15).wrapping_mul(0x85eb_ca6b) >> 24).unwrap()
            };
            let picture = |mirrored: bool| {
                let column = |x: u32| if mirrored { width - 1 - x } else { x };
                let places = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
                let data = places.flat_map(|(x, y)| [0, 1, 2].map(|channel| value(column(x), y, channel))).collect();
                Pixels::new(width, height, Layout::Rgb, data).unwrap()
            };
            let (one, other) = (focus(&picture(false)), focus(&picture(true)));
            prop_assert!((0.0..=1.0).contains(&one.0) && (0.0..=1.0).contains(&one.1));
            prop_assert!((one.0 + other.0 - 1.0).abs() < 0.00011, "{} {}", one.0, other.0);
            prop_assert!((one.1 - other.1).abs() < 1e-9);
        }
    }
}
