//! PNG by `oxipng`: lossless, with the smallest colour type and depth that holds the picture.
//!
//! Where a pixel is fully transparent its colour cannot be seen and is not kept.

use oxipng::{BitDepth, ColorType, Options, RawImage};

use super::{Effort, EncodeError};
use crate::picture::{Layout, Pixels};

/// Encodes without loss of anything that can be seen.
///
/// # Errors
/// None that is known.
pub(super) fn encode(pixels: &Pixels, effort: Effort) -> Result<Vec<u8>, EncodeError> {
    let kind = match pixels.layout() {
        Layout::Rgb => ColorType::RGB { transparent_color: None },
        Layout::Rgba => ColorType::RGBA,
    };
    let raw = RawImage::new(pixels.width(), pixels.height(), kind, BitDepth::Eight, pixels.data().to_vec());
    let options = Options { optimize_alpha: true, ..Options::from_preset(preset(effort)) };
    raw.and_then(|raw| raw.create_optimized_png(&options)).map_err(|error| failed(&error))
}

fn preset(effort: Effort) -> u8 {
    match effort {
        Effort::Fast => 0,
        Effort::Normal => 2,
    }
}

fn failed(what: &dyn std::fmt::Display) -> EncodeError {
    EncodeError::Failed { encoder: "oxipng", what: what.to_string() }
}
