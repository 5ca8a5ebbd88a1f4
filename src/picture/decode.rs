//! A file's pixels, upright and in sRGB.

use std::io::Cursor;

use image::{DynamicImage, ImageReader};

use super::{Layout, Limits, PictureError, Pixels};

/// Decodes a still picture.
///
/// # Errors
/// Those of [`probe_within`](super::probe_within), and what the decoder says.
pub fn decode(bytes: &[u8], limits: &Limits) -> Result<Pixels, PictureError> {
    let facts = super::probe_within(bytes, limits)?;
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let image = reader.map_err(|_| PictureError::Truncated)?.decode();
    let image = image.map_err(|error| PictureError::Corrupt(error.to_string()))?;
    let (width, height) = (image.width(), image.height());
    match image {
        image if facts.alpha => Pixels::new(width, height, Layout::Rgba, image.into_rgba8().into_raw()),
        DynamicImage::ImageRgb8(image) => Pixels::new(width, height, Layout::Rgb, image.into_raw()),
        image => Pixels::new(width, height, Layout::Rgb, image.into_rgb8().into_raw()),
    }
}
