//! Why a picture cannot be used, in terms from which a diagnostic can be made.

/// What is wrong with a picture's bytes. The messages say what is wrong and, where there is one, the cure.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PictureError {
    /// The bytes begin like no picture that is known here.
    #[error("not a picture in a known format; save it as JPEG, PNG, WebP, GIF or SVG")]
    UnknownFormat,
    /// A HEIC or HEIF file, as phones write them.
    #[error(
        "a HEIC picture, which browsers do not show; export it as JPEG (on an iPhone: Settings, Camera, Formats, Most Compatible)"
    )]
    Heic,
    /// An AVIF file.
    #[error("an AVIF picture, which cannot be read here; keep the JPEG or PNG that it was made from")]
    Avif,
    /// A TIFF file where only what browsers show will do, or a camera's raw file built on TIFF.
    #[error("a TIFF picture, which browsers do not show; export it as JPEG (photos) or PNG (drawings)")]
    Tiff,
    /// Git LFS left its pointer where the picture should be.
    #[error("a Git LFS pointer instead of the picture; run `git lfs pull`")]
    LfsPointer,
    /// A known format in a variety that browsers do not show; the text names the variety.
    #[error("{0}, which browsers do not show; export the picture again")]
    Unsupported(&'static str),
    /// The file ends before the picture does.
    #[error("the file is cut off before the picture ends; copy or export it again")]
    Truncated,
    /// More pixels than the limits allow. Sizes in pixels, as stored.
    #[error("{width} × {height} pixels; at most {max_side} a side and {max_pixels} in all frames together are allowed")]
    TooLarge {
        /// The picture's width.
        width: u32,
        /// The picture's height.
        height: u32,
        /// The longest side that is allowed.
        max_side: u32,
        /// The number of pixels that is allowed: of one frame, or of all frames where those were counted.
        max_pixels: u64,
    },
    /// Decoding would take more memory than is allowed. Both figures in bytes.
    #[error("decoding takes {} MiB of memory; {} MiB are allowed", needed.div_ceil(1 << 20), allowed >> 20)]
    TooMuchMemory {
        /// What decoding takes at its peak, as estimated from the headers.
        needed: u64,
        /// What is allowed.
        allowed: u64,
    },
    /// An SVG where pixels are called for.
    #[error("an SVG is drawn, not decoded; use it as it is")]
    Drawing,
    /// An SVG that states neither `width` and `height` nor a `viewBox`.
    #[error("the SVG has no size; give its first tag a viewBox, or width and height")]
    NoSize,
    /// The file contradicts its own format; the text says where.
    #[error("damaged: {0}")]
    Corrupt(String),
}

impl PictureError {
    /// A [`PictureError::Corrupt`] with a fixed text.
    pub(super) fn corrupt(what: &str) -> Self {
        Self::Corrupt(what.to_owned())
    }
}
