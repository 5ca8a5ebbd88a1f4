//! Share cards: 1200 × 630 JPEGs with the page's title, for networks that show links.
//!
//! In: a theme's template (SVG with a few marked elements), its fonts, the words, perhaps a photo's pixels. Out: the
//! JPEG's bytes; the same input gives the same bytes. Which pages get a card, and which words and photo, is the caller's
//! business. Fonts of the machine are never used.
//!
//! Without the feature `cards` everything here exists, but [`AVAILABLE`] is false and [`render`] is an error.
//!
//! # Templates
//!
//! A template is an SVG of 1200 × 630 that resvg can draw: no script, no CSS variable, no other picture. Attributes mark
//! what changes from card to card:
//!
//! | attribute | on | means |
//! |---|---|---|
//! | `data-hoaban="title"`, `"portal"`, `"section"` | `<text>` | the words go here, in place of the element's content |
//! | `data-width` | such a `<text>` | width of a line in pixels; needed |
//! | `data-lines` | such a `<text>` | how many lines at most, 1 to 6; without it 1 |
//! | `data-sizes` | such a `<text>` | font sizes to try in turn, `"64 56 48"`; without it `font-size` alone |
//! | `data-leading` | such a `<text>` | from baseline to baseline in font sizes, at least 1.25; without it 1.3 |
//! | `data-grow` | such a `<text>` | `down`: `y` is the first line's baseline (default); `up`: the last line's |
//! | `data-case="upper"` | such a `<text>` | capitals |
//! | `data-with="title"` (or `portal`, `section`) | any element | moves as that text grows: with its top edge where it grows up, else with its last line; as drawn it suits one line of the first size |
//! | `data-if="picture"` (or a text's name) | any element | drawn only where there is one |
//! | `data-unless="picture"` (or a text's name) | any element | drawn only where there is none |
//! | `data-hoaban="picture"` | `<image>` | the photo fills `x`, `y`, `width`, `height`, **below everything else** |
//!
//! Font properties and `text-anchor` are read as attributes, of the text or of a group around it, not from `style`.
//!
//! # Text
//!
//! Lines break at spaces (not at no-break spaces) and between Chinese or Japanese signs; they are balanced, preferably
//! end after punctuation, and leave no word alone on the last line where another break fits. The first font size at which
//! the text fits is taken; at the last one the text is cut at a word, with an ellipsis. A word wider than a line is cut.
//! Words are composed (NFC) first. A character that no font has is left out: see [`Fonts::missing`].

#[cfg(not(feature = "cards"))]
mod absent;
#[cfg(feature = "cards")]
mod fonts;
#[cfg(feature = "cards")]
mod paint;
#[cfg(feature = "cards")]
mod template;
#[cfg(feature = "cards")]
mod text;

#[cfg(all(test, feature = "cards"))]
mod tests;

use super::Pixels;

#[cfg(not(feature = "cards"))]
pub use absent::{Fonts, picture_size, render};
#[cfg(feature = "cards")]
pub use fonts::Fonts;

/// Width of a card in pixels, as networks ask for it.
pub const WIDTH: u32 = 1200;

/// Height of a card in pixels.
pub const HEIGHT: u32 = 630;

/// Whether cards can be drawn: the feature `cards` is compiled in.
pub const AVAILABLE: bool = cfg!(feature = "cards");

/// What a card's bytes depend on besides the input, for cache keys: revision of this module, drawing and encoding crates.
pub const VERSION: &str = "card 1; resvg 0.49; jpeg-encoder 0.7";

/// What a card shows.
#[derive(Debug, Clone, Copy)]
pub struct CardInput<'a> {
    /// The theme's SVG.
    pub template: &'a str,
    /// The theme's fonts.
    pub fonts: &'a Fonts,
    /// The page's title, as plain text.
    pub title: &'a str,
    /// The portal's name.
    pub portal: &'a str,
    /// The section's name, or empty.
    pub section: &'a str,
    /// Language of the words, as in `lang` attributes.
    pub lang: &'a str,
    /// The photo, of any size and shape: its middle is shown. Best cropped to [`picture_size`] around its focal point.
    pub picture: Option<&'a Pixels>,
}

/// Why there is no card.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CardError {
    /// The program was built without the feature `cards`.
    #[error("this program was built without share cards")]
    Unavailable,
    /// The theme's mistake; the text says which.
    #[error("the template of the share cards: {0}")]
    Template(String),
    /// A file is no font, or there is none.
    #[error("fonts of the share cards: {0}")]
    Fonts(String),
    /// The drawing or encoding crate failed.
    #[error("a share card could not be drawn: {0}")]
    Drawing(String),
}

/// Width and height at which the template shows the photo; `None` where it shows none.
///
/// # Errors
/// [`CardError::Template`].
#[cfg(feature = "cards")]
pub fn picture_size(template: &str) -> Result<Option<(u32, u32)>, CardError> {
    Ok(template::picture_place(template)?.map(|place| (place.width, place.height)))
}

/// Draws a card.
///
/// # Errors
/// The template's mistakes, and [`CardError::Drawing`] where a crate fails.
#[cfg(feature = "cards")]
pub fn render(card: &CardInput<'_>) -> Result<Vec<u8>, CardError> {
    let filled = template::fill(card)?;
    let photo = card.picture.zip(filled.picture);
    paint::jpeg(&paint::draw(&filled.svg, photo, card.fonts)?)
}
