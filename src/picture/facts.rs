//! What is known of a picture from its headers, and the limits that it has to keep.

use super::bytes::{array, u32_be};
use super::{Orientation, PictureError, svg};

/// A format that this module handles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// JPEG: baseline or progressive Huffman, 8 bits.
    Jpeg,
    /// PNG and APNG.
    Png,
    /// WebP: lossy, lossless, animated.
    WebP,
    /// GIF 87a and 89a.
    Gif,
    /// SVG as UTF-8 text (not compressed).
    Svg,
    /// TIFF 6.0: a source to make other pictures from; browsers do not show it.
    Tiff,
}

impl Format {
    /// Whether browsers show the format, so that an original may be published as it is.
    #[must_use]
    pub fn is_for_browsers(self) -> bool {
        self != Self::Tiff
    }

    /// The usual extension, without the dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::WebP => "webp",
            Self::Gif => "gif",
            Self::Svg => "svg",
            Self::Tiff => "tif",
        }
    }

    /// The media type (IANA registry).
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::WebP => "image/webp",
            Self::Gif => "image/gif",
            Self::Svg => "image/svg+xml",
            Self::Tiff => "image/tiff",
        }
    }

    /// Whether a file of this format may carry `extension` (without the dot, any case).
    #[must_use]
    pub fn allows_extension(self, extension: &str) -> bool {
        let allowed: &[&str] = match self {
            Self::Jpeg => &["jpg", "jpeg", "jpe", "jfif"],
            Self::Png => &["png", "apng"],
            Self::WebP => &["webp"],
            Self::Gif => &["gif"],
            Self::Svg => &["svg"],
            Self::Tiff => &["tif", "tiff"],
        };
        allowed.iter().any(|name| name.eq_ignore_ascii_case(extension))
    }
}

/// What a picture's headers say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "independent facts")]
pub struct PictureFacts {
    /// The format, by content.
    pub format: Format,
    /// Width in pixels as shown, that is after [`PictureFacts::orientation`]; CSS pixels for an SVG.
    pub width: u32,
    /// Height in pixels as shown; CSS pixels for an SVG.
    pub height: u32,
    /// How the stored pixels have to be turned to be shown.
    pub orientation: Orientation,
    /// Whether pixels may be transparent; always so for an SVG.
    pub alpha: bool,
    /// Whether there is more than one frame.
    pub animated: bool,
    /// Whether there are few colours by nature: PNG and GIF palettes, and grey of at most 4 bits.
    pub palette: bool,
    /// Whether colours are stored as inks: cyan, magenta, yellow, black.
    pub cmyk: bool,
    /// Bits of one sample (of an index, where there is a palette): 1 to 16; 8 for an SVG.
    pub bits: u8,
    /// Bytes that a decoder holds at its peak besides the finished pixels; an estimate from the headers.
    pub working: u64,
    /// Whether an ICC profile is embedded.
    pub has_profile: bool,
    /// Whether EXIF or XMP states where the picture was taken. Compressed text in a PNG is not looked into.
    pub has_gps: bool,
}

impl PictureFacts {
    /// Facts of an upright, opaque, still picture without metadata.
    pub(super) fn plain(format: Format, width: u32, height: u32) -> Self {
        Self {
            format,
            width,
            height,
            orientation: Orientation::Upright,
            alpha: false,
            animated: false,
            palette: false,
            cmyk: false,
            bits: 8,
            working: 0,
            has_profile: false,
            has_gps: false,
        }
    }

    /// Pixels of one frame; an SVG has none.
    #[must_use]
    pub fn pixels(&self) -> u64 {
        if self.format == Format::Svg { 0 } else { u64::from(self.width) * u64::from(self.height) }
    }

    /// Width and height in pixels as stored.
    pub(super) fn stored_size(&self) -> (u32, u32) {
        if self.orientation.swaps_sides() { (self.height, self.width) } else { (self.width, self.height) }
    }

    /// Turns stored sizes into shown ones.
    pub(super) fn upright(self) -> Self {
        if self.orientation.swaps_sides() { Self { width: self.height, height: self.width, ..self } } else { self }
    }
}

/// How large a picture may be. Checked from the headers, before anything is allocated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The longest side, in pixels.
    pub side: u32,
    /// Pixels of one frame.
    pub pixels: u64,
    /// Pixels of all frames of an animation together; only decoding counts them.
    pub animation_pixels: u64,
    /// Bytes that decoding may take at its peak, finished pixels included; only decoding counts them.
    pub memory: u64,
}

impl Limits {
    /// 20,000 pixels a side, 100 megapixels a frame, a thousand megapixels an animation, 2 GiB: enough for any
    /// picture of 100 megapixels.
    pub const DEFAULT: Self = Self { side: 20_000, pixels: 100_000_000, animation_pixels: 1_000_000_000, memory: 2 << 30 };

    /// An SVG has no pixels to decode, so its size is only kept within what layout can work with.
    const SVG: Self = Self { side: 1_000_000, pixels: u64::MAX, animation_pixels: u64::MAX, memory: u64::MAX };

    /// Refuses facts beyond the limits, and pictures without pixels.
    pub(super) fn check(&self, facts: &PictureFacts) -> Result<(), PictureError> {
        let limits = if facts.format == Format::Svg { &Self::SVG } else { self };
        let (width, height) = (facts.width, facts.height);
        if width == 0 || height == 0 {
            return Err(PictureError::corrupt("the picture has no pixels"));
        }
        if width.max(height) > limits.side || u64::from(width) * u64::from(height) > limits.pixels {
            let (max_side, max_pixels) = (limits.side, limits.pixels);
            return Err(PictureError::TooLarge { width, height, max_side, max_pixels });
        }
        Ok(())
    }

    /// Refuses a picture that takes more memory to decode than is allowed.
    pub(super) fn check_memory(&self, facts: &PictureFacts) -> Result<(), PictureError> {
        let needed = decode_cost(facts);
        if needed > self.memory { Err(PictureError::TooMuchMemory { needed, allowed: self.memory }) } else { Ok(()) }
    }
}

/// Bytes that [`decode`](super::decode()) takes at its peak, estimated from the headers: the finished pixels with
/// whatever the decoder holds beside them (a progressive JPEG's coefficients, deep or inked pixels, a frame buffer)
/// or, if that is more, the second copy that turning takes. The file's own bytes are not counted.
#[must_use]
pub fn decode_cost(facts: &PictureFacts) -> u64 {
    let finished = facts.pixels() * if facts.alpha { 4 } else { 3 };
    let turning = if facts.orientation.swaps_sides() { finished } else { 0 };
    finished + facts.working.max(turning)
}

impl Default for Limits {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// Names the format by its first bytes.
pub(super) fn recognise(bytes: &[u8]) -> Result<Format, PictureError> {
    match bytes {
        [0xFF, 0xD8, 0xFF, ..] => Ok(Format::Jpeg),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Ok(Format::Png),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Ok(Format::WebP),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Ok(Format::Gif),
        [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => Ok(Format::Tiff),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => Err(iso_media(bytes)),
        _ if bytes.starts_with(b"version https://git-lfs.") => Err(PictureError::LfsPointer),
        _ if svg::is_svg(bytes) => Ok(Format::Svg),
        _ => Err(PictureError::UnknownFormat),
    }
}

/// Tells AVIF from HEIC by the brands of the `ftyp` box (ISO/IEC 23008-12; AV1 Image File Format).
fn iso_media(bytes: &[u8]) -> PictureError {
    let size = u32_be(bytes, 0).map_or(0, |size| size.clamp(16, 256) as usize);
    let offsets = std::iter::once(8).chain((16..size).step_by(4));
    let brands: Vec<[u8; 4]> = offsets.map_while(|at| array(bytes, at)).collect();
    let any = |wanted: &[&[u8; 4]]| brands.iter().any(|brand| wanted.contains(&brand));
    if any(&[b"avif", b"avis"]) {
        PictureError::Avif
    } else if any(&[b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"]) {
        PictureError::Heic
    } else {
        PictureError::UnknownFormat
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_avif_from_heic_by_any_brand() {
        let file = |brands: &[u8]| {
            let size = u32::try_from(8 + brands.len()).unwrap().to_be_bytes();
            recognise(&[&size[..], b"ftyp", brands].concat())
        };
        assert_eq!(file(b"heic\0\0\0\0mif1heic"), Err(PictureError::Heic));
        assert_eq!(file(b"mif1\0\0\0\0mif1avif"), Err(PictureError::Avif));
        assert_eq!(file(b"avif\0\0\0\0"), Err(PictureError::Avif));
        assert_eq!(file(b"isom\0\0\0\0mp41"), Err(PictureError::UnknownFormat));
    }

    #[test]
    fn names_what_is_no_picture() {
        assert_eq!(recognise(b""), Err(PictureError::UnknownFormat));
        assert_eq!(recognise(b"%PDF-1.7"), Err(PictureError::UnknownFormat));
        assert_eq!(recognise(b"<!doctype html><html><svg/></html>"), Err(PictureError::UnknownFormat));
        assert_eq!(recognise(b"II*\0\x08\0\0\0"), Ok(Format::Tiff));
        let pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n";
        assert_eq!(recognise(pointer), Err(PictureError::LfsPointer));
    }

    #[test]
    fn limits_count_sides_and_area() {
        let facts = |width, height| PictureFacts::plain(Format::Png, width, height);
        assert_eq!(Limits::DEFAULT.check(&facts(20_000, 5_000)), Ok(()));
        assert!(matches!(Limits::DEFAULT.check(&facts(20_001, 1)), Err(PictureError::TooLarge { max_side: 20_000, .. })));
        assert!(Limits::DEFAULT.check(&facts(20_000, 5_001)).is_err());
        assert!(matches!(Limits::DEFAULT.check(&facts(0, 1)), Err(PictureError::Corrupt(_))));
    }

    #[test]
    fn extensions_are_compared_without_case() {
        assert!(Format::Jpeg.allows_extension("JPEG"));
        assert!(!Format::Png.allows_extension("jpg"));
    }
}
