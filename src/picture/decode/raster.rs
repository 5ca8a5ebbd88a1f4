//! Pixels as a decoder hands them out, before their colours are converted.

use super::super::Memory;

/// What a pixel's samples are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Model {
    Grey,
    GreyAlpha,
    Rgb,
    Rgba,
    /// Inks: 0 is none, the largest value is full cover.
    Cmyk,
}

impl Model {
    pub(in super::super) fn channels(self) -> usize {
        match self {
            Self::Grey => 1,
            Self::GreyAlpha => 2,
            Self::Rgb => 3,
            Self::Rgba | Self::Cmyk => 4,
        }
    }

    pub(in super::super) fn has_alpha(self) -> bool {
        matches!(self, Self::GreyAlpha | Self::Rgba)
    }
}

/// Samples, interleaved, rows from the top as stored.
#[derive(Debug, Clone, PartialEq)]
pub(in super::super) enum Samples {
    Eight(Memory),
    Sixteen(Vec<u16>),
}

/// What the file says of its colours.
#[derive(Debug, Clone, PartialEq, Default)]
pub(in super::super) enum Space {
    /// Nothing, or that they are sRGB.
    #[default]
    Srgb,
    /// An ICC profile.
    Icc(Vec<u8>),
    /// Code points of ITU-T H.273: primaries and transfer.
    Cicp(u8, u8),
    /// PNG's gAMA and cHRM: the file's exponent, and white, red, green and blue as x and y.
    Gamma(f32, Option<[f32; 8]>),
}

/// A decoded frame as stored: neither upright nor sRGB yet.
#[derive(Debug, Clone, PartialEq)]
pub(in super::super) struct Raster {
    pub(in super::super) width: u32,
    pub(in super::super) height: u32,
    pub(in super::super) model: Model,
    pub(in super::super) samples: Samples,
    pub(in super::super) space: Space,
}
