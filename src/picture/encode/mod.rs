//! Pixels to files: one encoder a format, steered by how good the picture is to look.
//!
//! In: [`Pixels`], a [`RenditionFormat`] and a [`Quality`]. Out: a file's bytes, without metadata (`metadata` adds what
//! may be said). The same input gives the same bytes on any number of threads: every encoder runs in one thread,
//! and pictures are what is done side by side.
//!
//! What is stated is a score, not an encoder's own number: `quality` turns it into the number that suits the format
//! and the picture. Drawings with few colours become lossless WebP. PNG is always lossless.

mod avif;
mod huffman;
mod jpeg;
#[cfg(feature = "aom")]
mod libaom;
mod libwebp;
mod png;
mod quality;
mod webp;
#[cfg(feature = "aom")]
mod yuv;

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::Pixels;
use crate::model::RenditionFormat;

/// How good a lossy rendition is to look, and how much work it is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Quality {
    /// The SSIMULACRA2 score to reach: 30 is poor, 50 middling, 70 good, 80 very good, 90 cannot be told from the
    /// original.
    pub score: u8,
    /// How hard to look for a smaller file.
    pub effort: Effort,
}

impl Quality {
    /// What photographs have on average at a quality of 80 in WebP and 75 in JPEG, which many sites use: clean to look
    /// at at arm's length.
    pub const DEFAULT_SCORE: u8 = 75;
}

impl Default for Quality {
    fn default() -> Self {
        Self { score: Self::DEFAULT_SCORE, effort: Effort::Normal }
    }
}

/// How hard to look for a smaller file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Effort {
    /// Someone waits for this one picture: `serve`.
    Fast,
    /// The file is made once and read often: `build`.
    Normal,
}

/// Why there is no file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EncodeError {
    /// This build has no encoder for AVIF.
    #[error("this build cannot write AVIF; build with the feature `avif` or `aom`")]
    NoAvif,
    /// The encoder refused.
    #[error("{encoder}: {what}")]
    Failed {
        /// The library.
        encoder: &'static str,
        /// What it said.
        what: String,
    },
}

/// Encodes a picture.
///
/// # Errors
/// [`EncodeError::NoAvif`], and `Failed` where a side is longer than the format can state (WebP: 16,383, JPEG and AVIF:
/// 65,535 pixels) or memory runs out. Whatever happens inside an encoder is an error, never a panic.
pub fn encode(pixels: &Pixels, format: RenditionFormat, quality: &Quality) -> Result<Vec<u8>, EncodeError> {
    catch_unwind(AssertUnwindSafe(|| match format {
        RenditionFormat::Avif => avif::encode(pixels, *quality),
        RenditionFormat::WebP => webp::encode(pixels, *quality),
        RenditionFormat::Jpeg => jpeg::encode(pixels, quality::jpeg(pixels, quality.score)),
        RenditionFormat::Png => png::encode(pixels, quality.effort),
    }))
    .unwrap_or_else(|_| Err(EncodeError::Failed { encoder: encoder(format), what: "it gave up half-way".to_owned() }))
}

/// Name, version and settings of the encoder that this build uses; part of the key under which a rendition is kept.
///
/// The number at the end counts up with every change of settings or of `quality`'s figures.
#[must_use]
pub fn encoder(format: RenditionFormat) -> &'static str {
    match format {
        RenditionFormat::Avif => avif::ENCODER,
        RenditionFormat::WebP => "libwebp 1.6.0 r1",
        RenditionFormat::Jpeg => "jpeg-encoder 0.7 r2",
        RenditionFormat::Png => "oxipng 10.2 r1",
    }
}

/// Whether AVIF is fast enough in this build for every picture; else it is for small heroes only.
#[must_use]
pub fn has_fast_avif() -> bool {
    cfg!(feature = "aom")
}

/// Whether this build can write AVIF at all.
#[must_use]
pub fn has_avif() -> bool {
    cfg!(any(feature = "avif", feature = "aom"))
}

#[cfg(test)]
mod tests;
