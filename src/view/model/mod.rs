//! What a template sees: one [`PageView`] as plain data, nothing else.
//!
//! Made by `view` from the site, read by `render` (as `page` and `site`), by `emit` and by the
//! checks. Every string is final: URLs are resolved, dates and numbers are formatted in the page's
//! language, HTML is escaped. Nothing here can query the site or start work.
//!
//! A [`Card`] stands in many lists: its template value is made once and shared ([`CardView`]).

mod document;
mod lists;
mod site;

use serde::Serialize;

pub use document::*;
pub use lists::*;
pub use site::*;

/// One page, ready to be rendered. Templates see it as `page`; `site` beside it is [`SiteView`].
#[derive(Debug, Clone, Serialize)]
pub struct PageView {
    /// What the page is; names the default template (`<kind>.html`).
    pub kind: Kind,
    /// Template's file name, such as `place.html`.
    pub template: String,
    /// Code of the page's language, for `<html lang>`.
    pub lang: String,
    /// Path with its leading and trailing slash: `/vi/du-lich/doi-a1/`.
    pub url: String,
    /// Absolute address.
    pub permalink: String,
    /// Absolute address of the page that search engines should keep; another page's for a fallback stub.
    pub canonical: String,
    /// The page asks not to be indexed.
    pub noindex: bool,
    /// Heading of the page (`<h1>`), plain text.
    pub title: String,
    /// `<title>`: the heading, the page number and the portal's name.
    pub head_title: String,
    /// One or two sentences for search engines and cards, plain text.
    pub description: String,
    /// The page in each language that has it, this one included: the `<head>` alternates.
    pub alternates: Vec<Alternate>,
    /// Absolute address for `hreflang="x-default"`; none where there is no alternate.
    pub x_default: Option<String>,
    /// The language switcher, one entry a language of the portal, in the portal's order.
    pub switcher: Vec<SwitchItem>,
    /// From the home page down to the parent; the page itself is not in it.
    pub crumbs: Vec<Link>,
    /// Key of the section the page stands in (`travel`), for marking the menu; `""` at the root.
    pub section: String,
    /// Title of that section.
    pub section_title: String,
    /// Feeds to announce in `<head>`.
    pub feeds: Vec<FeedLink>,
    /// Open Graph properties.
    pub open_graph: OpenGraph,
    /// JSON-LD, safe to print inside `<script type="application/ld+json">`.
    pub json_ld: String,
    /// The document, on pages of the kinds `document` and `stub`.
    pub document: Option<DocumentView>,
    /// Introduction of a home, section or term page: its own text.
    pub intro: Option<IntroView>,
    /// The list that the page shows page n of: sections, terms, archives.
    pub list: Option<ListView>,
    /// The lists of a home or section page, as declared in `theme.toml` or the `_index` file.
    pub lists: Vec<NamedList>,
    /// Sections below this one (home: the top sections).
    pub sections: Vec<SectionLink>,
    /// Vocabularies with their terms: on the terms page and the search page.
    pub vocabularies: Vec<Vocabulary>,
    /// A to Z: on the A-Z page.
    pub letters: Vec<Letter>,
    /// Years and months that have documents: section pages and archives.
    pub archive: Vec<ArchiveYear>,
    /// Archives of all sections that have one: on the search page.
    pub archives: Vec<SectionArchive>,
    /// The languages to choose from: on the root page, and on its 404 page.
    pub doors: Vec<Door>,
}

/// What a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A language's home page.
    Home,
    /// A section, page n of its list.
    Section,
    /// A document.
    Document,
    /// A notice in this language that a document exists in another one only.
    Stub,
    /// The overview of all terms of a vocabulary.
    Terms,
    /// One term, page n of its list.
    Term,
    /// A section's documents of one year or month.
    Archive,
    /// All documents in alphabetical order.
    Az,
    /// The search page, which works without scripts as a directory.
    Search,
    /// What machines can read of the portal, explained to people.
    Data,
    /// `404.html` of one language.
    NotFound,
    /// `/`: the choice of language.
    Root,
}

/// A link with its label.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    /// Plain text.
    pub title: String,
    /// Where it leads.
    pub url: String,
    /// Language of the target where it differs from the page's, else none: print as `lang` and `hreflang`.
    pub lang: Option<String>,
}

/// The page in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Alternate {
    /// Language code, for `hreflang`.
    pub lang: String,
    /// Absolute address.
    pub url: String,
}

/// An entry of the language switcher.
#[derive(Debug, Clone, Serialize)]
pub struct SwitchItem {
    /// Language code.
    pub lang: String,
    /// The language's own name: `Tiếng Việt`, `English`.
    pub name: String,
    /// The same page in that language; where there is none, that language's section or home page.
    pub url: String,
    /// This is the page's own language.
    pub current: bool,
    /// The same page exists in that language. Where false, say so beside the link.
    pub available: bool,
}

/// A feed.
#[derive(Debug, Clone, Serialize)]
pub struct FeedLink {
    /// Name of the feed.
    pub title: String,
    /// Path.
    pub url: String,
    /// Media type: `application/atom+xml` or `application/feed+json`.
    pub media_type: &'static str,
}

/// Open Graph.
#[derive(Debug, Clone, Serialize)]
pub struct OpenGraph {
    /// `website` or `article`.
    pub kind: &'static str,
    /// `vi_VN`.
    pub locale: String,
    /// Locales of the alternates.
    pub locale_alternate: Vec<String>,
    /// Picture for cards.
    pub image: Option<OgImage>,
}

/// Picture of an Open Graph card.
#[derive(Debug, Clone, Serialize)]
pub struct OgImage {
    /// Absolute address.
    pub url: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// Text alternative.
    pub alt: String,
}

/// A moment, in the forms that a page prints.
#[derive(Debug, Clone, Serialize)]
pub struct TimeView {
    /// For `<time datetime>`: `2026-03-13` or `2026-03-13T08:00:00+07:00`.
    pub iso: String,
    /// Running text: `ngày 13 tháng 3 năm 2026`, `13 March 2026`.
    pub long: String,
    /// With weekday, and the time of day where one is given.
    pub full: String,
    /// Short: `13/03/2026`, `13 Mar 2026`.
    pub short: String,
}

/// A picture in a slot.
#[derive(Debug, Clone, Serialize)]
pub struct PictureView {
    /// Published file for `src`, in a format that every browser shows.
    pub src: String,
    /// `srcset` of the same format; empty where there is only `src`.
    pub srcset: String,
    /// `sizes` for it; may be empty.
    pub sizes: String,
    /// Better formats in order of preference, for `<source>`; may be empty.
    pub sources: Vec<PictureSource>,
    /// CSS classes: `tone-NN`, the colour that stands in the picture's place while it loads; `fx-N fy-N` (0 to 4, left to right and
    /// top to bottom), the quarter mark next to the focal point where the theme's CSS may crop. May be empty.
    pub class: String,
    /// Pixels, after orientation.
    pub width: u32,
    /// Pixels, after orientation.
    pub height: u32,
    /// Text alternative; empty for a decorative picture.
    pub alt: String,
    /// Caption as HTML; may be empty.
    pub caption: String,
    /// Credit, plain text; may be empty.
    pub credit: String,
    /// Licence's name; may be empty.
    pub licence: String,
    /// Licence's address; may be empty.
    pub licence_url: String,
    /// Language of alt and caption where it differs from the page's.
    pub lang: Option<String>,
}

/// One `<source>` of a `<picture>`.
#[derive(Debug, Clone, Serialize)]
pub struct PictureSource {
    /// Media type.
    pub media_type: &'static str,
    /// Media query; may be empty.
    pub media: &'static str,
    /// `srcset`.
    pub srcset: String,
    /// `sizes`.
    pub sizes: String,
}

/// A language on the root page.
#[derive(Debug, Clone, Serialize)]
pub struct Door {
    /// Language code.
    pub lang: String,
    /// The language's own name.
    pub name: String,
    /// The portal's name in that language.
    pub title: String,
    /// One line; may be empty.
    pub tagline: String,
    /// Home page.
    pub url: String,
    /// A-Z page.
    pub az_url: String,
    /// An invitation in that language (interface word `door-enter`).
    pub enter: String,
}
