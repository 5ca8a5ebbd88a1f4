//! JPEG to samples. The codes were walked before, so that what a decoder forgives has been refused.
//!
//! zune-jpeg decodes all but what it gets wrong or refuses: pictures of several baseline scans with subsampling (it
//! decodes them to noise), sampling factors other than 1 and 2, and colours that it takes for others than libjpeg does.
//! Those go to jpeg-decoder, which is slower.

use std::io::Cursor;

use jpeg_decoder::{ColorTransform, Decoder};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::super::jpeg::{self, Coding, Header};
use super::super::{Memory, PictureError};
use super::raster::{Model, Raster, Samples, Space};

/// Decodes a whole JPEG.
///
/// # Errors
/// Those of [`jpeg::check`], and what the decoders say.
pub(super) fn decode(bytes: &[u8]) -> Result<Raster, PictureError> {
    jpeg::check(bytes)?;
    let header = Header::read(bytes)?;
    let coding = header.coding();
    let mut data = if is_for_zune(&header, coding) { fast(bytes, coding)? } else { careful(bytes, coding)? };
    let model = match coding {
        Coding::Grey => Model::Grey,
        Coding::YCbCr | Coding::Rgb => Model::Rgb,
        Coding::Cmyk | Coding::Ycck => {
            inks(&mut data, coding, header.adobe.is_some());
            Model::Cmyk
        }
    };
    let space = header.profile().map_or(Space::Srgb, Space::Icc);
    let (width, height) = (header.frame.width.into(), header.frame.height.into());
    Ok(Raster { width, height, model, samples: Samples::Eight(data), space })
}

fn is_for_zune(header: &Header<'_>, coding: Coding) -> bool {
    let frame = &header.frame;
    let names: Vec<u8> = frame.components.iter().map(|component| component.id).collect();
    let same_colours = match coding {
        Coding::YCbCr => names != *b"RGB" && matches!(header.adobe, None | Some(1)),
        Coding::Rgb => names == *b"RGB" && header.adobe.is_none(),
        Coding::Cmyk => matches!(header.adobe, None | Some(0)),
        Coding::Grey | Coding::Ycck => true,
    };
    let [first, rest @ ..] = frame.components.as_slice() else { return false };
    let usual =
        rest.iter().all(|component| (component.across, component.down) == (1, 1)) && first.across <= 2 && first.down <= 2
            || !frame.is_subsampled() && first.across == 1 && first.down == 1;
    same_colours && (rest.is_empty() || usual) && (frame.progressive || header.at_once || !frame.is_subsampled())
}

/// Samples as they are coded, but YCbCr as RGB.
fn fast(bytes: &[u8], coding: Coding) -> Result<Memory, PictureError> {
    let space = match coding {
        Coding::Grey => ColorSpace::Luma,
        Coding::YCbCr | Coding::Rgb => ColorSpace::RGB,
        Coding::Cmyk => ColorSpace::CMYK,
        Coding::Ycck => ColorSpace::YCCK,
    };
    let options = DecoderOptions::new_fast()
        .set_strict_mode(true)
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX))
        .jpeg_set_out_colorspace(space);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    let length = decoder.decode_headers().ok().and_then(|()| decoder.output_buffer_size());
    let decoded = length.and_then(|length| {
        let mut data = Memory::zeroed(length);
        decoder.decode_into(&mut data).ok().map(|()| data)
    });
    decoded.map_or_else(|| careful(bytes, coding), Ok)
}

fn careful(bytes: &[u8], coding: Coding) -> Result<Memory, PictureError> {
    let mut decoder = Decoder::new(Cursor::new(bytes));
    decoder.set_color_transform(match coding {
        Coding::Grey => ColorTransform::Grayscale,
        Coding::YCbCr => ColorTransform::YCbCr,
        Coding::Rgb => ColorTransform::RGB,
        Coding::Cmyk | Coding::Ycck => ColorTransform::CMYK,
    });
    let mut data = decoder.decode().map_err(|error| PictureError::Corrupt(error.to_string()))?;
    if matches!(coding, Coding::Cmyk | Coding::Ycck) {
        // It takes all inks for Adobe's, which are stored inverted.
        data.iter_mut().for_each(|sample| *sample = 255 - *sample);
    }
    Ok(data.into())
}

/// Stored samples to inks. Adobe stores them inverted, and codes cyan, magenta and yellow as if they were the
/// complements of red, green and blue.
fn inks(data: &mut [u8], coding: Coding, adobe: bool) {
    let (pixels, _) = data.as_chunks_mut::<4>();
    if coding == Coding::Ycck {
        pixels.iter_mut().for_each(complements);
    }
    if adobe {
        pixels.iter_mut().flatten().for_each(|sample| *sample = 255 - *sample);
    }
}

/// YCbCr (JFIF) to cyan, magenta and yellow.
fn complements(pixel: &mut [u8; 4]) {
    let [y, cb, cr] = [pixel[0], pixel[1], pixel[2]].map(i32::from);
    let (cb, cr) = (cb - 128, cr - 128);
    // BT.601 in 16 bits behind the point.
    let red = y + ((91_881 * cr + 32_768) >> 16);
    let green = y - ((22_554 * cb + 46_802 * cr + 32_768) >> 16);
    let blue = y + ((116_130 * cb + 32_768) >> 16);
    for (sample, value) in pixel.iter_mut().zip([red, green, blue]) {
        *sample = 255 - u8::try_from(value.clamp(0, 255)).unwrap_or(0);
    }
}
