//! PNG, WebP and GIF to samples: the picture, or an animation's first frame.

use std::io::Cursor;

use image::codecs::{gif::GifDecoder, png::PngDecoder, webp::WebPDecoder};
use image::{DynamicImage, ImageDecoder};

use super::super::frames::{decoder_limits, failure};
use super::super::{Limits, PictureError, png};
use super::raster::{Model, Raster, Samples, Space};

pub(super) fn png(bytes: &[u8], limits: &Limits) -> Result<Raster, PictureError> {
    png::check_amount(bytes)?;
    let decoder = PngDecoder::with_limits(Cursor::new(bytes), decoder_limits(limits)).map_err(failure)?;
    raster(decoder, |profile| png::space(bytes, profile))
}

pub(super) fn webp(bytes: &[u8], limits: &Limits) -> Result<Raster, PictureError> {
    let mut decoder = WebPDecoder::new(Cursor::new(bytes)).map_err(failure)?;
    decoder.set_limits(decoder_limits(limits)).map_err(failure)?;
    raster(decoder, icc)
}

pub(super) fn gif(bytes: &[u8], limits: &Limits) -> Result<Raster, PictureError> {
    let mut decoder = GifDecoder::new(Cursor::new(bytes)).map_err(failure)?;
    decoder.set_limits(decoder_limits(limits)).map_err(failure)?;
    raster(decoder, |_| Space::Srgb)
}

fn icc(profile: Option<Vec<u8>>) -> Space {
    profile.map_or(Space::Srgb, Space::Icc)
}

/// A profile that cannot be read out is none.
fn raster(mut decoder: impl ImageDecoder, space: impl Fn(Option<Vec<u8>>) -> Space) -> Result<Raster, PictureError> {
    let space = space(decoder.icc_profile().ok().flatten());
    let image = DynamicImage::from_decoder(decoder).map_err(failure)?;
    let (width, height) = (image.width(), image.height());
    let (model, samples) = match image {
        DynamicImage::ImageLuma8(image) => (Model::Grey, Samples::Eight(image.into_raw().into())),
        DynamicImage::ImageLumaA8(image) => (Model::GreyAlpha, Samples::Eight(image.into_raw().into())),
        DynamicImage::ImageRgb8(image) => (Model::Rgb, Samples::Eight(image.into_raw().into())),
        DynamicImage::ImageRgba8(image) => (Model::Rgba, Samples::Eight(image.into_raw().into())),
        DynamicImage::ImageLuma16(image) => (Model::Grey, Samples::Sixteen(image.into_raw())),
        DynamicImage::ImageLumaA16(image) => (Model::GreyAlpha, Samples::Sixteen(image.into_raw())),
        DynamicImage::ImageRgb16(image) => (Model::Rgb, Samples::Sixteen(image.into_raw())),
        DynamicImage::ImageRgba16(image) => (Model::Rgba, Samples::Sixteen(image.into_raw())),
        _ => return Err(PictureError::corrupt("the decoder gave pixels of an unknown kind")),
    };
    Ok(Raster { width, height, model, samples, space })
}
