//! A file's pixels, upright and in 8-bit sRGB.
//!
//! In: a file's bytes. Out: [`Pixels`]. Three steps: the format's decoder ([`Raster`](raster::Raster)), colours
//! ([`colour`](super::colour)), orientation ([`turn`]). Of an animation the first frame is decoded; an SVG is not.
//! What may be published as it is, and what a picture is good for, is not decided here.

mod jpeg;
pub(super) mod raster;
mod still;
mod tiff;
mod turn;

#[cfg(test)]
mod tests;

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::{Format, Layout, Limits, Memory, Orientation, PictureError, PictureFacts, Pixels, colour};
use raster::Raster;

/// Decodes a picture, or the first frame of an animation: upright, in sRGB, opaque pictures without an alpha channel
/// even where the file has one.
///
/// Colours: an ICC profile is converted from (perceptual, as littleCMS does by default); one that is broken or of
/// another kind of colours than the pixels is ignored, and the picture taken for sRGB, as browsers do. 16 bits are
/// converted before they become 8. A PNG's cICP comes before its iCCP, then sRGB, then gAMA with cHRM (W3C PNG 3,
/// 4.3); PQ and HLG are taken for sRGB. Inks without a profile are mixed as `(1 - c)(1 - k)`.
///
/// # Errors
/// Those of [`probe_within`](super::probe_within); `TooMuchMemory` before anything is decoded; `Drawing` for an SVG;
/// `Truncated` or `Corrupt` where pixels are missing or a decoder complains. Never half a picture.
pub fn decode(bytes: &[u8], limits: &Limits) -> Result<Pixels, PictureError> {
    let facts = super::probe_within(bytes, limits)?;
    limits.check_memory(&facts)?;
    // A decoder's own bug must stay one picture's error; nothing that it touched is used afterwards.
    let pixels = catch_unwind(AssertUnwindSafe(|| {
        let raster = raster(bytes, &facts, limits)?;
        pixels(raster, facts.orientation)
    }));
    pixels.unwrap_or_else(|_| Err(PictureError::corrupt("the decoder failed on it")))
}

fn raster(bytes: &[u8], facts: &PictureFacts, limits: &Limits) -> Result<Raster, PictureError> {
    match facts.format {
        Format::Jpeg => jpeg::decode(bytes),
        Format::Png => still::png(bytes, limits),
        Format::WebP => still::webp(bytes, limits),
        Format::Gif => still::gif(bytes, limits),
        Format::Tiff => tiff::decode(bytes, facts, limits),
        Format::Svg => Err(PictureError::Drawing),
    }
}

/// Finds out whether a TIFF can be decoded.
pub(super) fn verify_tiff(bytes: &[u8], facts: &PictureFacts, limits: &Limits) -> Result<(), PictureError> {
    tiff::decode(bytes, facts, limits).map(|_| ())
}

fn pixels(raster: Raster, orientation: Orientation) -> Result<Pixels, PictureError> {
    let size = (raster.width, raster.height);
    let (layout, data) = colour::srgb(raster)?;
    let (layout, data) = if layout == Layout::Rgba { without_idle_alpha(data) } else { (layout, data) };
    let (data, (width, height)) = match layout {
        Layout::Rgb => turn::upright::<3>(data, size, orientation),
        Layout::Rgba => turn::upright::<4>(data, size, orientation),
    };
    Pixels::of(width, height, layout, data)
}

/// Drops an alpha channel that is opaque everywhere.
fn without_idle_alpha(mut data: Memory) -> (Layout, Memory) {
    if data.iter().skip(3).step_by(4).any(|&alpha| alpha != 255) {
        return (Layout::Rgba, data);
    }
    for pixel in 0..data.len() / 4 {
        data.copy_within(pixel * 4..pixel * 4 + 3, pixel * 3);
    }
    let length = data.len() / 4 * 3;
    data.truncate(length);
    (Layout::Rgb, data)
}
