//! Pictures, layer 1: what a file is, whether it is whole, and the file without its secrets.
//!
//! In: a file's bytes. Out: [`PictureFacts`] ([`probe`]), a verdict ([`verify`]) or new bytes ([`strip`]).
//! Everything is decided by content; names, extensions and paths are the caller's business, as is turning a
//! [`PictureError`] into a diagnostic. Imports `model` alone.
//!
//! One submodule a format, each with the same three steps: walk the parts, state the facts, copy the parts that
//! may be published. Pixels are decoded in `decode`, and to be thrown away in `frames`.

mod base64;
mod bytes;
pub mod card;
mod colour;
pub mod crop;
mod decode;
pub mod encode;
mod error;
mod exif;
mod facts;
mod frames;
mod gif;
mod jpeg;
mod memory;
pub mod metadata;
mod pixels;
mod png;
pub mod resize;
mod svg;
mod thumbnail;
mod tiff;
pub mod tone;
mod webp;

#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod tests;

pub use decode::decode;
pub use error::PictureError;
pub use exif::Orientation;
pub use facts::{Format, Limits, PictureFacts, decode_cost};
use memory::Memory;
pub use pixels::{Layout, Pixels};

/// States what a picture is from its headers, within [`Limits::DEFAULT`]. No pixel is decoded.
///
/// # Errors
/// See [`probe_within`].
pub fn probe(bytes: &[u8]) -> Result<PictureFacts, PictureError> {
    probe_within(bytes, &Limits::DEFAULT)
}

/// States what a picture is from its headers. No pixel is decoded; a JPEG is read up to its first scan, a GIF up
/// to its second frame, an SVG up to the end of its first tag.
///
/// # Errors
/// A format that cannot be used ([`PictureError::UnknownFormat`], `Heic`, `Avif`, `Tiff` for a camera's raw file,
/// `LfsPointer`, `Unsupported`), headers that end early or contradict themselves (`Truncated`, `Corrupt`, `NoSize`), or a
/// picture beyond the limits (`TooLarge`).
pub fn probe_within(bytes: &[u8], limits: &Limits) -> Result<PictureFacts, PictureError> {
    let stored = match facts::recognise(bytes)? {
        Format::Jpeg => jpeg::facts(bytes),
        Format::Png => png::facts(bytes),
        Format::WebP => webp::facts(bytes),
        Format::Gif => gif::facts(bytes),
        Format::Svg => svg::facts(bytes),
        Format::Tiff => tiff::facts(bytes),
    }?;
    limits.check(&stored)?;
    Ok(stored.upright())
}

/// Finds out whether the whole picture can be shown, within [`Limits::DEFAULT`].
///
/// # Errors
/// See [`verify_within`].
pub fn verify(bytes: &[u8]) -> Result<(), PictureError> {
    verify_within(bytes, &Limits::DEFAULT)
}

/// Finds out whether the whole picture can be shown: walks it to its end mark and decodes every frame.
///
/// The walk comes first because decoders forgive: a JPEG that stops half-way decodes to grey without an error. For the
/// same reason a JPEG is not decoded, but all its codes are walked and counted.
///
/// # Errors
/// Those of [`probe_within`], for any part of the file; `TooMuchMemory`; a decoder's complaint is `Corrupt`.
pub fn verify_within(bytes: &[u8], limits: &Limits) -> Result<(), PictureError> {
    let facts = probe_within(bytes, limits)?;
    limits.check_memory(&facts)?;
    if facts.format.is_for_browsers() {
        strip_as(facts.format, bytes)?;
    }
    frames::every_frame(bytes, &facts, limits)
}

/// Copies a picture without its metadata; pixels stay bit-identical and the result is stable under a second call.
///
/// What stays: the orientation (as an EXIF block with that one tag, and only when the picture is not upright as
/// stored), the colour profile and colour marks, the pixel density, and how an animation loops. What goes: place,
/// owner, camera, serial numbers, comments, previews and thumbnails, maker notes, a second picture behind the first.
/// An SVG is rewritten from a list of allowed elements, without scripts and references to other files.
///
/// # Errors
/// Those of [`probe_within`], `Tiff` for what browsers do not show ([`Format::is_for_browsers`]), and `Truncated` or
/// `Corrupt` where the walk to the end of the file fails.
pub fn strip(bytes: &[u8]) -> Result<Vec<u8>, PictureError> {
    let facts = probe(bytes)?;
    strip_as(facts.format, bytes)
}

fn strip_as(format: Format, bytes: &[u8]) -> Result<Vec<u8>, PictureError> {
    match format {
        Format::Jpeg => jpeg::strip(bytes),
        Format::Png => png::strip(bytes),
        Format::WebP => webp::strip(bytes),
        Format::Gif => gif::strip(bytes),
        Format::Svg => svg::strip(bytes),
        Format::Tiff => Err(PictureError::Tiff),
    }
}
