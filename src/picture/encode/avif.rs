//! AVIF by whichever AV1 encoder this build has: libaom (feature `aom`), else rav1e (feature `avif`), else none.
//!
//! rav1e runs at its fastest speed: it is there so that small heroes have AVIF in a build that needs nothing but
//! Rust; 8 bits a channel, BT.601, full range, in one thread. What libaom writes is told in `libaom`.

use super::{EncodeError, Quality};
use crate::picture::Pixels;

/// See [`super::encoder`].
#[cfg(feature = "aom")]
pub(super) const ENCODER: &str = "libaom 3.11.0 r3";
/// See [`super::encoder`].
#[cfg(all(feature = "avif", not(feature = "aom")))]
pub(super) const ENCODER: &str = "rav1e 0.8 r1";
/// See [`super::encoder`].
#[cfg(not(any(feature = "avif", feature = "aom")))]
pub(super) const ENCODER: &str = "no avif";

/// Encodes to the score.
///
/// # Errors
/// What the encoder says.
#[cfg(feature = "aom")]
pub(super) fn encode(pixels: &Pixels, quality: Quality) -> Result<Vec<u8>, EncodeError> {
    super::libaom::encode(pixels, super::quality::libaom(pixels, quality.score, quality.effort), quality.effort)
}

/// Encodes to the score.
///
/// # Errors
/// What the encoder says.
#[cfg(all(feature = "avif", not(feature = "aom")))]
pub(super) fn encode(pixels: &Pixels, quality: Quality) -> Result<Vec<u8>, EncodeError> {
    use crate::picture::Layout;
    use ravif::{BitDepth, Encoder, Img, RGB8, RGBA8};

    let (width, height) = (pixels.width() as usize, pixels.height() as usize);
    let level = super::quality::ravif(pixels, quality.score);
    let encoder = Encoder::new().with_quality(level).with_alpha_quality(level);
    let encoder = encoder.with_speed(10).with_bit_depth(BitDepth::Eight).with_num_threads(Some(1));
    let made = match pixels.layout() {
        Layout::Rgb => {
            let rows: Vec<_> = pixels.data().chunks_exact(3).map(|pixel| RGB8::new(pixel[0], pixel[1], pixel[2])).collect();
            encoder.encode_rgb(Img::new(&rows, width, height))
        }
        Layout::Rgba => {
            let pixel = |pixel: &[u8]| RGBA8::new(pixel[0], pixel[1], pixel[2], pixel[3]);
            let rows: Vec<_> = pixels.data().chunks_exact(4).map(pixel).collect();
            encoder.encode_rgba(Img::new(&rows, width, height))
        }
    };
    made.map(|made| made.avif_file).map_err(|error| failed(&error))
}

/// Says that there is no encoder.
///
/// # Errors
/// Always [`EncodeError::NoAvif`].
#[cfg(not(any(feature = "avif", feature = "aom")))]
pub(super) fn encode(_pixels: &Pixels, _quality: Quality) -> Result<Vec<u8>, EncodeError> {
    Err(EncodeError::NoAvif)
}

#[cfg(all(feature = "avif", not(feature = "aom")))]
fn failed(what: &dyn std::fmt::Display) -> EncodeError {
    EncodeError::Failed { encoder: "rav1e", what: what.to_string() }
}
