//! The colour that stands in a picture's place while it loads: one of 64, so that a rule of the theme's CSS can show it and no
//! page needs a style of its own.

use std::fmt::Write as _;

use super::Pixels;
use super::thumbnail::Thumbnail;

/// The longer side of the thumbnail that is looked at.
const SIDE: u32 = 48;

/// A channel's middle value in each quarter of its range.
const LEVELS: [u8; 4] = [0x20, 0x60, 0xa0, 0xe0];

/// One of 64 colours: two bits each of red, green and blue, red highest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tone(u8);

impl Tone {
    /// All tones in order.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..64).map(Self)
    }

    /// The tone's number, 0 to 63.
    #[must_use]
    pub fn number(self) -> u8 {
        self.0
    }

    /// The class that shows it: `tone-00` to `tone-63`.
    #[must_use]
    pub fn class(self) -> String {
        format!("tone-{:02}", self.0)
    }

    /// Red, green and blue, 8-bit sRGB.
    #[must_use]
    pub fn rgb(self) -> [u8; 3] {
        [self.0 >> 4, self.0 >> 2, self.0].map(|bits| LEVELS[usize::from(bits & 3)])
    }

    /// The tone whose quarter of each channel a colour lies in.
    fn of(pixel: &[u8; 4]) -> Self {
        let [red, green, blue, _] = pixel.map(|value| value >> 6);
        Self(red << 4 | green << 2 | blue)
    }
}

/// The tone that most of a picture has; none where something is to shine through it.
///
/// It is the most frequent one and not that of the mean, which may be a colour that the picture has nowhere. Tones that lie
/// side by side support each other, no more than each has itself, so that a colour on the border between two of them does not
/// lose to a smaller one.
#[must_use]
pub fn tone(pixels: &Pixels) -> Option<Tone> {
    let thumbnail = Thumbnail::of(pixels, SIDE);
    if thumbnail.pixels.iter().any(|pixel| pixel[3] < u8::MAX) {
        return None;
    }
    let mut counts = [0u32; 64];
    for pixel in &thumbnail.pixels {
        counts[usize::from(Tone::of(pixel).0)] += 1;
    }
    let count = |tone: Tone| counts[usize::from(tone.0)];
    let support = |tone: &Tone| {
        let own = count(*tone);
        2 * own + neighbours(*tone).map(|near| count(near).min(own)).sum::<u32>()
    };
    Tone::all().max_by_key(|tone| (support(tone), count(*tone), u8::MAX - tone.0))
}

/// Tones that differ by one step of one channel.
fn neighbours(tone: Tone) -> impl Iterator<Item = Tone> {
    [16u8, 4, 1].into_iter().flat_map(move |step| {
        let level = (tone.0 / step) & 3;
        let less = (level > 0).then(|| Tone(tone.0 - step));
        let more = (level < 3).then(|| Tone(tone.0 + step));
        less.into_iter().chain(more)
    })
}

/// The rules of all tones, four a line.
#[must_use]
pub fn css() -> String {
    let mut css = String::new();
    for tone in Tone::all() {
        let [red, green, blue] = tone.rgb();
        let end = if tone.0 % 4 == 3 { "\n" } else { "" };
        let _ = write!(css, ".{}{{background-color:#{red:02x}{green:02x}{blue:02x}}}{end}", tone.class());
    }
    css
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Tone, css, tone};
    use crate::picture::{Layout, Pixels};

    fn painted(colour: impl Fn(u32, u32) -> [u8; 3]) -> Pixels {
        let data = (0..200u32).flat_map(|y| (0..300u32).map(move |x| (x, y))).flat_map(|(x, y)| colour(x, y)).collect();
        Pixels::new(300, 200, Layout::Rgb, data).unwrap()
    }

    #[test]
    fn every_tone_is_its_own() {
        for known in Tone::all() {
            assert_eq!(tone(&painted(|_, _| known.rgb())), Some(known));
        }
    }

    #[test]
    fn red_and_green_do_not_make_mud() {
        let halves = painted(|x, _| if x < 160 { [0xe0, 0x20, 0x20] } else { [0x20, 0xe0, 0x20] });
        assert_eq!(tone(&halves).unwrap().rgb(), [0xe0, 0x20, 0x20]);
        let more_green = painted(|x, _| if x < 140 { [0xe0, 0x20, 0x20] } else { [0x20, 0xe0, 0x20] });
        assert_eq!(tone(&more_green).unwrap().rgb(), [0x20, 0xe0, 0x20]);
    }

    #[test]
    fn a_colour_between_two_tones_outweighs_a_smaller_one_that_lies_in_its_middle() {
        let picture = painted(|x, y| match x {
            0..120 => [0x20, 0x20, 0xe0],
            _ if (x / 12 + y / 12) % 2 == 0 => [0xe0, 0x78, 0x20],
            _ => [0xe0, 0x88, 0x20],
        });
        assert_eq!(tone(&picture).unwrap().rgb()[0], 0xe0);
    }

    #[test]
    fn a_picture_that_something_shines_through_has_none() {
        let mut data = [200u8, 100, 50, 255].repeat(64 * 64);
        let whole = Pixels::new(64, 64, Layout::Rgba, data.clone()).unwrap();
        assert!(tone(&whole).is_some());
        data[3] = 254;
        assert_eq!(tone(&Pixels::new(64, 64, Layout::Rgba, data).unwrap()), None);
    }

    #[test]
    fn the_theme_has_every_tone() {
        let theme = include_str!("../../themes/hoaban/assets/theme.css");
        assert_eq!(css().lines().count(), 16);
        assert!(theme.contains(&css()), "put these rules into theme.css:\n{}", css());
    }

    proptest! {
        #[test]
        fn noise_does_not_change_the_tone(number in 0u8..64, seed in any::<u32>()) {
            let known = Tone(number);
            let noise = |x: u32, y: u32, channel: u32| {
                let hash = (x ^ y.rotate_left(11) ^ channel.rotate_left(22) ^ seed).wrapping_mul(0x9e37_79b1);
                (hash.rotate_left(15).wrapping_mul(0x85eb_ca6b) >> 25) as i32 - 64
            };
            let picture = painted(|x, y| {
                let rgb = known.rgb();
                std::array::from_fn(|at| {
                    u8::try_from((i32::from(rgb[at]) + noise(x, y, at as u32)).clamp(0, 255)).unwrap()
                })
            });
            prop_assert_eq!(tone(&picture), Some(known));
        }
    }
}
