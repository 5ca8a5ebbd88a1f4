//! WebP: lossless for drawings, lossy for photographs, each with libwebp's settings that suit.

use libwebp_sys::WebPConfig;

use super::{Effort, EncodeError, Quality, libwebp, quality};
use crate::picture::{Layout, Pixels};

/// Up to this many colours a picture is a drawing without a doubt: a lossless file has a palette then.
const PALETTE: usize = 256;

/// Encodes losslessly or to the score, whichever suits the picture.
///
/// # Errors
/// A side beyond 16,383 pixels, the most that the format can state; no memory.
pub(super) fn encode(pixels: &Pixels, quality: Quality) -> Result<Vec<u8>, EncodeError> {
    if has_few_colours(pixels) {
        return libwebp::encode(pixels, &lossless(quality.effort)?);
    }
    libwebp::encode(pixels, &lossy(quality::webp(pixels, quality.score), quality.effort)?)
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
fn lossy(quality: f32, effort: Effort) -> Result<WebPConfig, EncodeError> {
    let mut config = libwebp::defaults()?;
    config.quality = quality;
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
