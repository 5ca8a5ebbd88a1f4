//! Pictures that are made from others: shape, size and format. No pixels here.

/// A picture to make from a source. With the source's bytes it says all that the pixels depend on but the encoder and its settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Rendition {
    /// Width in pixels; never more than the source's part that is shown.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Which part of the source is shown.
    pub fit: Fit,
    /// The format.
    pub format: RenditionFormat,
}

impl Rendition {
    /// All of it as bytes, for digests; two renditions differ in them.
    #[must_use]
    pub fn canonical(&self) -> [u8; 14] {
        let (kind, x, y) = match self.fit {
            Fit::Whole => (0, 0, 0),
            Fit::Crop(Focus::Auto) => (1, 0, 0),
            Fit::Crop(Focus::At { x, y }) => (2, x, y),
        };
        let mut bytes = [0; 14];
        bytes[..4].copy_from_slice(&self.width.to_le_bytes());
        bytes[4..8].copy_from_slice(&self.height.to_le_bytes());
        bytes[8..10].copy_from_slice(&x.to_le_bytes());
        bytes[10..12].copy_from_slice(&y.to_le_bytes());
        bytes[12] = kind;
        bytes[13] = self.format as u8;
        bytes
    }
}

/// Which part of a source a rendition shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fit {
    /// All of it; the shapes agree but for rounding.
    Whole,
    /// The largest part of the rendition's shape that holds the focal point, as near to its middle as the edges allow.
    Crop(Focus),
}

/// The point of a picture that every crop shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Focus {
    /// Found in the pixels.
    Auto,
    /// Ten-thousandths of width and height from the top left.
    At {
        /// 0 to 10,000.
        x: u16,
        /// 0 to 10,000.
        y: u16,
    },
}

impl Focus {
    /// A point in fractions from the top left, clamped to the picture; none is found in the pixels.
    #[must_use]
    pub fn of(point: Option<(f64, f64)>) -> Self {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0 to 10,000")]
        let part = |fraction: f64| (fraction.clamp(0.0, 1.0) * 10_000.0).round() as u16;
        point.map_or(Self::Auto, |(x, y)| Self::At { x: part(x), y: part(y) })
    }
}

/// Formats that renditions are made in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RenditionFormat {
    /// AVIF, lossy.
    Avif,
    /// WebP: lossy for photos, lossless for drawings with few colours.
    WebP,
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
}

impl RenditionFormat {
    /// Formats by the name that settings use.
    pub const WORDS: [(&'static str, Self); 4] =
        [("avif", Self::Avif), ("webp", Self::WebP), ("jpeg", Self::Jpeg), ("png", Self::Png)];

    /// The extension of published files, without the dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Avif => "avif",
            Self::WebP => "webp",
            Self::Jpeg => "jpg",
            Self::Png => "png",
        }
    }

    /// The media type (IANA registry).
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Avif => "image/avif",
            Self::WebP => "image/webp",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }
}
