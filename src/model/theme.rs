//! A theme's settings, after `theme.toml` was checked.

use super::content_type::{Localized, Sort};
use super::rendition::RenditionFormat;

/// `theme.toml`.
#[derive(Debug, Clone, PartialEq)]
pub struct ThemeSettings {
    /// Lists of the home page.
    pub home_lists: Vec<ListSpec>,
    /// Which pages and files exist besides documents, sections and terms.
    pub pages: PageSwitches,
    /// Related documents shown at most.
    pub related: u32,
    /// Documents of the same section shown at most.
    pub same_section: u32,
    /// Menus that the templates print.
    pub menus: Vec<String>,
    /// Picture slots.
    pub slots: Vec<Slot>,
}

/// Kinds of pages that a theme can do without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of theme.toml")]
pub struct PageSwitches {
    /// Year and month archives.
    pub archive: bool,
    /// The A-Z page.
    pub az: bool,
    /// The search page.
    pub search: bool,
    /// The page about the data files, where the portal publishes them.
    pub data: bool,
    /// Pages of places, like those of terms.
    pub places: bool,
    /// JSON feeds.
    pub json_feed: bool,
    /// Feeds of sections, beside the language's own.
    pub section_feeds: bool,
}

impl Default for PageSwitches {
    fn default() -> Self {
        Self { archive: true, az: true, search: true, data: true, places: true, json_feed: true, section_feeds: true }
    }
}

/// A list that a page shows: which documents, in which order, how many.
#[derive(Debug, Clone, PartialEq)]
pub struct ListSpec {
    /// Id, unique on the page.
    pub id: String,
    /// Heading; empty: the section's title.
    pub title: Localized,
    /// Section's key; empty for any.
    pub section: String,
    /// Types; empty for any.
    pub types: Vec<String>,
    /// Exactly these documents, in this order.
    pub keys: Vec<String>,
    /// Order.
    pub sort: Sort,
    /// Documents at most.
    pub limit: u32,
    /// `lead`, `cards` or `list`.
    pub style: String,
    /// Where the list stands in its file.
    pub span: super::Span,
}

/// The places for pictures that pages have. A theme without one of them shows the picture there as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SlotName {
    /// At the top of home and section pages.
    Hero,
    /// At the top of a document; wide figures of a text.
    Cover,
    /// In a list.
    Card,
    /// In a text.
    Inline,
    /// In a gallery.
    Gallery,
}

impl SlotName {
    /// Slots by the name that `theme.toml` uses.
    pub const WORDS: [(&'static str, Self); 5] = [
        ("hero", Self::Hero),
        ("cover", Self::Cover),
        ("card", Self::Card),
        ("inline", Self::Inline),
        ("gallery", Self::Gallery),
    ];
}

/// A place for a picture in the theme.
#[derive(Debug, Clone, PartialEq)]
pub struct Slot {
    /// One of [`SlotName`]'s words.
    pub name: SlotName,
    /// Widths in image pixels, narrow first.
    pub widths: Vec<u32>,
    /// Width and height of the shape; none: the picture's own.
    pub ratio: Option<(u32, u32)>,
    /// `sizes` attribute.
    pub sizes: String,
    /// Formats in order of preference; none: the portal's.
    pub formats: Option<Vec<RenditionFormat>>,
}
