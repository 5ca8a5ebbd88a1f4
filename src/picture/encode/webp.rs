//! WebP: lossless for drawings, lossy for photographs, each with libwebp's settings that suit.

use libwebp_sys::WebPConfig;

use super::{Effort, EncodeError, Quality, libwebp, quality};
use crate::picture::{Layout, Pixels};

/// From this share of pixels that equal their left neighbour a picture may be smaller without loss: a drawing whose
/// strokes were smoothed by scaling has more colours than a palette, but large plain areas.
const PLAIN: f64 = 0.6;

/// From this share on a picture with few colours is a drawing without a doubt. Grey photographs have few colours too,
/// and grain.
const PLAIN_FEW: f64 = 0.4;

/// A quick lossless file may be larger than the lossy one by this much; the thorough one, which takes many times the time, can
/// then still be smaller.
const HOPEFUL: (usize, usize) = (3, 2);

/// Up to this many colours a lossless file has a palette.
const PALETTE: usize = 256;

/// Encodes losslessly or to the score, whichever suits the picture.
///
/// # Errors
/// A side beyond 16,383 pixels, the most that the format can state; no memory.
pub(super) fn encode(pixels: &Pixels, quality: Quality) -> Result<Vec<u8>, EncodeError> {
    let (few, plain) = (has_few_colours(pixels), plain_share(pixels));
    if few && plain >= PLAIN_FEW {
        return libwebp::encode(pixels, &lossless(quality.effort)?);
    }
    let lossy = libwebp::encode(pixels, &lossy(quality::webp(pixels, quality.score), quality.effort)?)?;
    if !few && plain < PLAIN {
        return Ok(lossy);
    }
    if libwebp::encode(pixels, &lossless(Effort::Fast)?)?.len() > lossy.len() * HOPEFUL.0 / HOPEFUL.1 {
        return Ok(lossy);
    }
    let lossless = libwebp::encode(pixels, &lossless(quality.effort)?)?;
    Ok(if lossless.len() <= lossy.len() { lossless } else { lossy })
}

/// The share of pixels that equal their left neighbour, in every eighth row.
#[allow(clippy::cast_precision_loss, reason = "a proportion")]
fn plain_share(pixels: &Pixels) -> f64 {
    let channels = pixels.layout().channels();
    let (mut equal, mut all) = (0, 0);
    for row in pixels.data().chunks_exact(pixels.width() as usize * channels).step_by(8) {
        equal += row.chunks_exact(channels).zip(row[channels..].chunks_exact(channels)).filter(|(a, b)| a == b).count();
        all += pixels.width() as usize;
    }
    equal as f64 / all.max(1) as f64
}

/// Everything that can be seen stays; what is under full transparency does not.
fn lossless(effort: Effort) -> Result<WebPConfig, EncodeError> {
    let mut config = libwebp::defaults()?;
    config.lossless = 1;
    (config.method, config.quality) = match effort {
        Effort::Fast => (0, 20.0),
        Effort::Normal => (3, 70.0),
    };
    Ok(config)
}

/// Lossy colours; alpha, where there is any, without loss.
///
/// Beside method 4 with libwebp's defaults, at equal SSIMULACRA2 scores (68, 73, 78 on twelve pictures): a filter
/// sharpness of 4 takes 0.9 % fewer bytes in the same time; method 2 takes 6 % more in 0.43 of it; method 3 saves no
/// time; other strengths of noise shaping (0, 25, 80) and filtering (0, 20, 30), the simple filter and fewer segments
/// take 0 to 10 % more.
fn lossy(quality: f32, effort: Effort) -> Result<WebPConfig, EncodeError> {
    let mut config = libwebp::defaults()?;
    config.quality = quality;
    config.filter_sharpness = 4;
    config.method = match effort {
        Effort::Fast => 2,
        Effort::Normal => 4,
    };
    Ok(config)
}

/// Counts colours, and stops at the first that is one too many.
fn has_few_colours(pixels: &Pixels) -> bool {
    match pixels.layout() {
        Layout::Rgb => few(pixels.data().chunks_exact(3).map(|pixel| [pixel[0], pixel[1], pixel[2], u8::MAX])),
        Layout::Rgba => few(pixels.data().chunks_exact(4).map(|pixel| [pixel[0], pixel[1], pixel[2], pixel[3]])),
    }
}

fn few(pixels: impl Iterator<Item = [u8; 4]>) -> bool {
    let mut colours = Colours::new();
    let mut last = None;
    for pixel in pixels {
        if last != Some(pixel) && !colours.add(u32::from_le_bytes(pixel)) {
            return false;
        }
        last = Some(pixel);
    }
    true
}

/// A set of at most [`PALETTE`] colours: a table with open addresses, a quarter full at most.
struct Colours {
    table: Vec<Option<u32>>,
    count: usize,
}

impl Colours {
    const SLOTS: usize = PALETTE * 4;

    fn new() -> Self {
        Self { table: vec![None; Self::SLOTS], count: 0 }
    }

    /// Adds a colour; `false` if it is one too many.
    fn add(&mut self, colour: u32) -> bool {
        let mut slot = (colour.wrapping_mul(0x9E37_79B1) >> 20) as usize % Self::SLOTS;
        loop {
            match self.table[slot] {
                Some(held) if held == colour => return true,
                Some(_) => slot = (slot + 1) % Self::SLOTS,
                None => break,
            }
        }
        self.table[slot] = Some(colour);
        self.count += 1;
        self.count <= PALETTE
    }
}
