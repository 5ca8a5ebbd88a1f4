//! From a perceptual score to an encoder's own number.
//!
//! In: pixels and the SSIMULACRA2 score wanted. Out: the quality number of one encoder.

use super::super::Pixels;

/// libwebp's quality, 0 to 100.
pub(super) fn webp(_pixels: &Pixels, score: u8) -> f32 {
    (f32::from(score) * 1.7 - 47.5).clamp(5.0, 98.0)
}

/// libjpeg's quality, 1 to 100.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 5 to 98")]
pub(super) fn jpeg(_pixels: &Pixels, score: u8) -> u8 {
    (f32::from(score) * 1.7 - 47.5).clamp(5.0, 98.0).round() as u8
}

/// ravif's quality, 1 to 100.
#[cfg(all(feature = "avif", not(feature = "aom")))]
pub(super) fn ravif(_pixels: &Pixels, score: u8) -> f32 {
    (f32::from(score) * 1.7 - 57.5).clamp(5.0, 98.0)
}

/// libaom's quantizer level, 63 (poor) to 0 (good).
#[cfg(feature = "aom")]
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 2 to 60")]
pub(super) fn libaom(_pixels: &Pixels, score: u8) -> u8 {
    (101.0 - f32::from(score)).clamp(2.0, 60.0).round() as u8
}
