//! libwebp's advanced encoder behind a safe function: pixels and settings in, a file's bytes out.
//!
//! The one place of this folder, beside `libaom`, that calls foreign code. Which settings suit a picture is
//! `webp`'s business.
#![allow(unsafe_code, reason = "calls libwebp")]

use std::ffi::c_int;
use std::mem::MaybeUninit;

use libwebp_sys::{
    WebPConfig, WebPEncode, WebPEncodingError, WebPMemoryWrite, WebPMemoryWriter, WebPMemoryWriterClear,
    WebPMemoryWriterInit, WebPPicture, WebPPictureFree, WebPPictureImportRGB, WebPPictureImportRGBA, WebPValidateConfig,
};

use super::EncodeError;
use crate::picture::{Layout, Pixels};

/// The longest side that the format can state: 14 bits (RFC 9649, section 2.5).
pub(super) const MAX_SIDE: u32 = 16_383;

/// libwebp's default settings, to be changed where that pays.
///
/// # Errors
/// Where the library that is linked has another interface than the bindings.
pub(super) fn defaults() -> Result<WebPConfig, EncodeError> {
    WebPConfig::new().map_err(|()| failed("another version of the library is linked"))
}

/// Encodes with `config`; the same input gives the same bytes.
///
/// # Errors
/// Sides beyond [`MAX_SIDE`], settings out of range, no memory.
pub(super) fn encode(pixels: &Pixels, config: &WebPConfig) -> Result<Vec<u8>, EncodeError> {
    // SAFETY: `config` is initialised, and only read.
    if unsafe { WebPValidateConfig(config) } == 0 {
        return Err(failed("the settings are out of range"));
    }
    let mut picture = Picture::import(pixels, config.lossless != 0)?;
    let mut out = Output::new();
    picture.0.writer = Some(WebPMemoryWrite);
    picture.0.custom_ptr = (&raw mut out.0).cast();
    // SAFETY: picture and config are initialised; `out` stands still and outlives the call, the only one to write to it.
    let done = unsafe { WebPEncode(config, &raw mut picture.0) };
    if done == 0 {
        return Err(failed(reason(picture.0.error_code)));
    }
    Ok(out.to_vec())
}

/// A picture in libwebp's memory, given back when dropped.
struct Picture(WebPPicture);

impl Picture {
    /// Copies the pixels: as YUV 4:2:0 (and alpha) for lossy files, as ARGB for lossless ones.
    fn import(pixels: &Pixels, lossless: bool) -> Result<Self, EncodeError> {
        let mut picture = Self(WebPPicture::new().map_err(|()| failed("another version of the library is linked"))?);
        let side = |side| c_int::try_from(side).ok().filter(|_| side <= MAX_SIDE);
        let sides = side(pixels.width()).zip(side(pixels.height()));
        let (width, height) = sides.ok_or_else(|| failed(reason(WebPEncodingError::VP8_ENC_ERROR_BAD_DIMENSION)))?;
        (picture.0.width, picture.0.height) = (width, height);
        picture.0.use_argb = c_int::from(lossless);
        let data = pixels.data().as_ptr();
        // SAFETY: the picture is initialised; `Pixels` holds exactly `height` rows of `width` pixels of 3 or 4 bytes,
        // which the library reads before it returns.
        let done = unsafe {
            match pixels.layout() {
                Layout::Rgb => WebPPictureImportRGB(&raw mut picture.0, data, width * 3),
                Layout::Rgba => WebPPictureImportRGBA(&raw mut picture.0, data, width * 4),
            }
        };
        if done == 0 { Err(failed(reason(picture.0.error_code))) } else { Ok(picture) }
    }
}

impl Drop for Picture {
    fn drop(&mut self) {
        // SAFETY: the picture is initialised and owns its memory, which nothing else frees.
        unsafe { WebPPictureFree(&raw mut self.0) };
    }
}

/// Bytes that libwebp has written, given back when dropped.
struct Output(WebPMemoryWriter);

impl Output {
    fn new() -> Self {
        let mut writer = MaybeUninit::uninit();
        // SAFETY: the call initialises every field of the writer.
        unsafe {
            WebPMemoryWriterInit(writer.as_mut_ptr());
            Self(writer.assume_init())
        }
    }

    fn to_vec(&self) -> Vec<u8> {
        if self.0.mem.is_null() {
            return Vec::new();
        }
        // SAFETY: `mem` points to at least `size` bytes that libwebp has written.
        unsafe { std::slice::from_raw_parts(self.0.mem, self.0.size) }.to_vec()
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        // SAFETY: the writer is initialised and owns its memory, which nothing else frees.
        unsafe { WebPMemoryWriterClear(&raw mut self.0) };
    }
}

fn failed(what: &str) -> EncodeError {
    EncodeError::Failed { encoder: "libwebp", what: what.to_owned() }
}

fn reason(code: WebPEncodingError) -> &'static str {
    use WebPEncodingError as Code;
    match code {
        Code::VP8_ENC_ERROR_OUT_OF_MEMORY | Code::VP8_ENC_ERROR_BITSTREAM_OUT_OF_MEMORY => "out of memory",
        Code::VP8_ENC_ERROR_BAD_DIMENSION => "a side is longer than the format can state",
        Code::VP8_ENC_ERROR_PARTITION0_OVERFLOW | Code::VP8_ENC_ERROR_PARTITION_OVERFLOW => "a partition is too large",
        Code::VP8_ENC_ERROR_FILE_TOO_BIG => "the file would exceed four gigabytes",
        _ => "the library refused",
    }
}
