//! Decodes a picture to find out whether it can be: the pixels are thrown away.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use image::codecs::{gif::GifDecoder, png::PngDecoder, webp::WebPDecoder};
use image::{AnimationDecoder, Frames, ImageDecoder, ImageError, ImageFormat, ImageReader};

use super::{Format, Limits, PictureError, PictureFacts, decode, jpeg, png};

/// Bytes of one pixel in the widest layout, and how many frames of it a decoder may hold at once.
const WIDEST_PIXEL: u64 = 8;
const FRAMES_HELD: u64 = 3;

/// Decodes every frame. An SVG has none; of a JPEG the codes are walked, which finds more than decoding does.
///
/// # Errors
/// `Truncated` or `Corrupt` as the decoder says; `TooLarge` for an animation with too many pixels in all.
pub(super) fn every_frame(bytes: &[u8], facts: &PictureFacts, limits: &Limits) -> Result<(), PictureError> {
    let decode = AssertUnwindSafe(|| match facts.format {
        Format::Jpeg => jpeg::check(bytes),
        Format::Tiff => decode::verify_tiff(bytes, facts, limits),
        Format::Svg => Ok(()),
        _ if facts.animated => animation(bytes, facts, limits),
        Format::Png => png::check_amount(bytes).and_then(|()| still(bytes, ImageFormat::Png, limits)),
        Format::WebP => still(bytes, ImageFormat::WebP, limits),
        Format::Gif => still(bytes, ImageFormat::Gif, limits),
    });
    // A decoder's own bug must stay one picture's error; nothing that it touched is used afterwards.
    catch_unwind(decode).unwrap_or_else(|_| Err(PictureError::corrupt("the decoder failed on it")))
}

fn still(bytes: &[u8], format: ImageFormat, limits: &Limits) -> Result<(), PictureError> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(decoder_limits(limits));
    reader.decode().map(|_| ()).map_err(failure)
}

fn animation(bytes: &[u8], facts: &PictureFacts, limits: &Limits) -> Result<(), PictureError> {
    let data = Cursor::new(bytes);
    match facts.format {
        Format::Gif => {
            let mut decoder = GifDecoder::new(data).map_err(failure)?;
            decoder.set_limits(decoder_limits(limits)).map_err(failure)?;
            every(decoder.into_frames(), facts, limits)
        }
        Format::WebP => {
            let mut decoder = WebPDecoder::new(data).map_err(failure)?;
            decoder.set_limits(decoder_limits(limits)).map_err(failure)?;
            every(decoder.into_frames(), facts, limits)
        }
        _ => {
            let decoder = PngDecoder::with_limits(data, decoder_limits(limits)).map_err(failure)?;
            every(decoder.apng().map_err(failure)?.into_frames(), facts, limits)
        }
    }
}

fn every(frames: Frames<'_>, facts: &PictureFacts, limits: &Limits) -> Result<(), PictureError> {
    let (width, height) = (facts.width, facts.height);
    let area = u64::from(width) * u64::from(height);
    let mut pixels = 0;
    for frame in frames {
        frame.map_err(failure)?;
        pixels += area;
        if pixels > limits.animation_pixels {
            let (max_side, max_pixels) = (limits.side, limits.animation_pixels);
            return Err(PictureError::TooLarge { width, height, max_side, max_pixels });
        }
    }
    Ok(())
}

/// The limits in the decoders' own terms.
pub(super) fn decoder_limits(limits: &Limits) -> image::Limits {
    let mut own = image::Limits::no_limits();
    own.max_image_width = Some(limits.side);
    own.max_image_height = Some(limits.side);
    own.max_alloc = Some(limits.pixels.saturating_mul(WIDEST_PIXEL * FRAMES_HELD).min(limits.memory));
    own
}

/// A decoder's complaint.
pub(super) fn failure(error: ImageError) -> PictureError {
    match error {
        ImageError::IoError(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => PictureError::Truncated,
        ImageError::Limits(_) => PictureError::corrupt("decoding it takes more memory than its size explains"),
        error => PictureError::Corrupt(error.to_string()),
    }
}
