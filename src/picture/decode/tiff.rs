//! TIFF to samples: 1 to 16 bits, grey, RGB and inks, chunky or planar, in all compressions of the `tiff`
//! crate that are built in (none, PackBits, LZW, deflate, JPEG, fax).

use std::io::Cursor;

use tiff::decoder::{BufferLayoutPreference, Decoder, DecodingResult, Limits as DecoderLimits};
use tiff::tags::Tag;
use tiff::{ColorType, TiffError};

use super::super::{Limits, PictureError, PictureFacts};
use super::raster::{Model, Raster, Samples, Space};

/// EXTRASAMPLES: an alpha that colours were multiplied with.
const ASSOCIATED: u16 = 1;

pub(super) fn decode(bytes: &[u8], facts: &PictureFacts, limits: &Limits) -> Result<Raster, PictureError> {
    let mut decoder = Decoder::new(Cursor::new(bytes)).map_err(failure)?.with_limits(decoder_limits(limits));
    let (width, height) = decoder.dimensions().map_err(failure)?;
    // A directory that states a size twice: limits were checked for the other one.
    if (width, height) != facts.stored_size() {
        return Err(PictureError::corrupt("it states two sizes"));
    }
    let kind = decoder.colortype().map_err(failure)?;
    let mut samples = DecodingResult::U8(Vec::new());
    let layout = decoder.read_image_to_buffer(&mut samples).map_err(failure)?;
    if samples.as_buffer(0).as_bytes().len() < layout.complete_len {
        return Err(PictureError::corrupt("decoding it takes more memory than its size explains"));
    }
    let samples = match samples {
        DecodingResult::U8(data) => Samples::Eight(interleaved(data, &layout, 1).into()),
        DecodingResult::U16(data) => Samples::Sixteen(interleaved(data, &layout, 2)),
        _ => return Err(PictureError::Unsupported("a TIFF whose samples are no whole numbers of at most 16 bits")),
    };
    let (model, mut samples) = modelled(kind, samples, width as usize)?;
    let extra = decoder.find_tag_unsigned_vec::<u16>(Tag::ExtraSamples).ok().flatten();
    if model.has_alpha() && extra.is_some_and(|extra| extra.first() == Some(&ASSOCIATED)) {
        divide_by_alpha(&mut samples, model.channels());
    }
    let space = decoder.get_tag_u8_vec(Tag::IccProfile).map_or(Space::Srgb, Space::Icc);
    let raster = Raster { width, height, model, samples, space };
    if whole(&raster) { Ok(raster) } else { Err(PictureError::Truncated) }
}

fn whole(raster: &Raster) -> bool {
    let found = match &raster.samples {
        Samples::Eight(data) => data.len(),
        Samples::Sixteen(data) => data.len(),
    };
    found as u64 == u64::from(raster.width) * u64::from(raster.height) * raster.model.channels() as u64
}

fn decoder_limits(limits: &Limits) -> DecoderLimits {
    let memory = usize::try_from(limits.memory).unwrap_or(usize::MAX);
    let mut own = DecoderLimits::default();
    (own.decoding_buffer_size, own.intermediate_buffer_size) = (memory, memory);
    own
}

/// Planes become pixels. `size` is a sample's size in bytes.
fn interleaved<T: Copy>(data: Vec<T>, layout: &BufferLayoutPreference, size: usize) -> Vec<T> {
    let Some(stride) = layout.plane_stride.filter(|_| layout.planes > 1) else { return data };
    let planes: Vec<&[T]> = data.chunks_exact((stride.get() / size).max(1)).take(layout.planes).collect();
    let count = planes.iter().map(|plane| plane.len()).min().unwrap_or(0);
    (0..count).flat_map(|at| planes.iter().map(move |plane| plane[at])).collect()
}

/// Says what the samples are, and unpacks those of less than 8 bits.
fn modelled(kind: ColorType, samples: Samples, width: usize) -> Result<(Model, Samples), PictureError> {
    let model = match (kind, samples) {
        (ColorType::Gray(bits @ (1 | 2 | 4)), Samples::Eight(data)) => {
            let step = 255 / ((1 << bits) - 1);
            let data: Vec<u8> = unpacked(&data, width, bits).into_iter().map(|value| value * step).collect();
            return Ok((Model::Grey, Samples::Eight(data.into())));
        }
        (ColorType::Gray(8 | 16), samples) => (Model::Grey, samples),
        (ColorType::GrayA(8 | 16) | ColorType::Multiband { num_samples: 2, .. }, samples) => (Model::GreyAlpha, samples),
        (ColorType::RGB(8 | 16), samples) => (Model::Rgb, samples),
        (ColorType::RGBA(8 | 16), samples) => (Model::Rgba, samples),
        (ColorType::CMYK(8 | 16), samples) => (Model::Cmyk, samples),
        // Only JPEG data is stored so, and its decoder has made it RGB.
        (ColorType::YCbCr(8), samples) => (Model::Rgb, samples),
        _ => return Err(PictureError::Unsupported("a TIFF of a rare kind of colours")),
    };
    Ok(model)
}

/// Rows of packed values, each row from a byte of its own.
fn unpacked(data: &[u8], width: usize, bits: u8) -> Vec<u8> {
    let each = 8 / usize::from(bits);
    let values = |byte: u8| (1..=each).map(move |at| byte >> (8 - at * usize::from(bits)) & ((1 << bits) - 1));
    let rows = data.chunks_exact(width.div_ceil(each).max(1));
    rows.flat_map(|row| row.iter().copied().flat_map(values).take(width)).collect()
}

fn divide_by_alpha(samples: &mut Samples, channels: usize) {
    match samples {
        Samples::Eight(data) => divide(data, channels, 255),
        Samples::Sixteen(data) => divide(data, channels, 65_535),
    }
}

fn divide<T: Copy + Into<u32> + TryFrom<u32>>(data: &mut [T], channels: usize, full: u32) {
    for pixel in data.chunks_exact_mut(channels) {
        let Some((alpha, colours)) = pixel.split_last_mut() else { continue };
        let alpha: u32 = (*alpha).into();
        for sample in colours.iter_mut().filter(|_| alpha > 0) {
            let value = ((*sample).into() * full + alpha / 2) / alpha;
            *sample = T::try_from(value.min(full)).unwrap_or(*sample);
        }
    }
}

fn failure(error: TiffError) -> PictureError {
    match error {
        TiffError::IoError(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => PictureError::Truncated,
        TiffError::LimitsExceeded => PictureError::corrupt("decoding it takes more memory than its size explains"),
        TiffError::UnsupportedError(_) => PictureError::Unsupported("a TIFF of a rare kind"),
        error => PictureError::Corrupt(error.to_string()),
    }
}
