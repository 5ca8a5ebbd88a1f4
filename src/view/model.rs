//! What a template sees: one [`PageView`] as plain data, nothing else.
//!
//! Made by `view` from the site, read by `render` (as `page` and `site`), by `emit` and by the
//! checks. Every string is final: URLs are resolved, dates and numbers are formatted in the page's
//! language, HTML is escaped. Nothing here can query the site or start work.
//!
//! A [`Card`] stands in many lists: its template value is made once and shared ([`CardView`]).

use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use serde::{Serialize, Serializer};

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
    /// `404.html` of one language.
    NotFound,
    /// `/`: the choice of language.
    Root,
}

/// What all pages of one language share. Templates see it as `site`.
#[derive(Debug, Clone, Serialize)]
pub struct SiteView {
    /// Language code.
    pub lang: String,
    /// The portal's name in this language.
    pub title: String,
    /// One line below the name; may be empty.
    pub tagline: String,
    /// URL of the language's home page.
    pub home: String,
    /// Absolute address of the portal, with a trailing slash.
    pub base_url: String,
    /// Menus by place (`main`, `footer`).
    pub menus: std::collections::BTreeMap<String, Vec<MenuItem>>,
    /// Who runs the portal.
    pub identity: Option<Identity>,
    /// Link cards and agency links by group, in the order of the data file.
    pub links: Vec<LinkGroup>,
    /// Pages every portal has.
    pub search_url: String,
    /// A-Z page.
    pub az_url: String,
    /// Overview of the default vocabulary; empty where there are no terms.
    pub terms_url: String,
    /// The language's Atom feed.
    pub atom_url: String,
    /// The language's JSON feed.
    pub json_feed_url: String,
    /// Published theme assets: `site.assets["site.css"]` is `/assets/site.3fk2….css`.
    pub assets: std::collections::BTreeMap<String, String>,
    /// `hoaban` and its version, for the footer or a meta tag.
    pub generator: String,
    /// Year of the build's date in the portal's zone, for a copyright line.
    pub year: i16,
    /// True in `hoaban serve`.
    pub preview: bool,
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

/// An item of a menu.
#[derive(Debug, Clone, Serialize)]
pub struct MenuItem {
    /// Label.
    pub title: String,
    /// Where it leads.
    pub url: String,
    /// Key of the section or document; `""` for a plain URL. Current when it equals `page.section`.
    pub key: String,
    /// Language of the target where it differs from the page's.
    pub lang: Option<String>,
    /// The link leaves the portal.
    pub external: bool,
}

/// The agency behind the portal.
#[derive(Debug, Clone, Serialize)]
pub struct Identity {
    /// Agency's name.
    pub name: String,
    /// The agency it belongs to; may be empty.
    pub parent: String,
    /// Postal address; may be empty.
    pub address: String,
    /// Telephone as printed.
    pub phone: String,
    /// Telephone for a `tel:` link.
    pub phone_url: String,
    /// E-mail.
    pub email: String,
    /// Person responsible for the content, with office.
    pub responsible: String,
    /// Licence of the portal's own texts, such as `CC BY 4.0`.
    pub licence: String,
    /// Address of the licence; may be empty.
    pub licence_url: String,
    /// Anything to add, such as that contacts are fictional.
    pub note: String,
}

/// Links of one group (`agency`, `service`, `press`, `audience`).
#[derive(Debug, Clone, Serialize)]
pub struct LinkGroup {
    /// Group's id; its heading is the interface word `links-<id>`.
    pub id: String,
    /// The links.
    pub links: Vec<LinkCard>,
}

/// A link card.
#[derive(Debug, Clone, Serialize)]
pub struct LinkCard {
    /// Name.
    pub title: String,
    /// Where it leads.
    pub url: String,
    /// Host name for outside links (`vietnam.travel`), else empty.
    pub host: String,
    /// A sentence; may be empty.
    pub description: String,
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
    /// Published file for `src`.
    pub src: String,
    /// Candidates in order of preference for `<source>`; empty until renditions exist.
    pub sources: Vec<PictureSource>,
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
    pub media_type: String,
    /// `srcset`.
    pub srcset: String,
    /// `sizes`.
    pub sizes: String,
}

/// A document (or section) in a list.
#[derive(Debug, Clone, Serialize)]
pub struct Card {
    /// Title.
    pub title: String,
    /// Where it leads.
    pub url: String,
    /// Summary, plain text; may be empty.
    pub summary: String,
    /// Language of the text and target where it differs from the page's: print `lang`, `hreflang` and a badge.
    pub lang: Option<String>,
    /// That language's name in the page's language (`tiếng Anh`, `Vietnamese`), for the badge.
    pub lang_name: Option<String>,
    /// Type's id (`place`).
    pub content_type: String,
    /// Type's label in the page's language.
    pub type_label: String,
    /// Section's title.
    pub section_title: String,
    /// When it was published; none for undated types.
    pub published: Option<TimeView>,
    /// Cover.
    pub picture: Option<PictureView>,
    /// Names of its places.
    pub places: Vec<String>,
    /// Terms.
    pub tags: Vec<Link>,
}

/// A [`Card`] with its template value, which is made when first printed and shared by all lists.
#[derive(Debug, Clone)]
pub struct CardView {
    card: Card,
    value: OnceLock<tera::Value>,
}

impl From<Card> for CardView {
    fn from(card: Card) -> Self {
        Self { card, value: OnceLock::new() }
    }
}

impl Deref for CardView {
    type Target = Card;
    fn deref(&self) -> &Card {
        &self.card
    }
}

impl Serialize for CardView {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.get_or_init(|| tera::Value::from_serializable(&self.card)).serialize(serializer)
    }
}

/// The page's own introduction.
#[derive(Debug, Clone, Serialize)]
pub struct IntroView {
    /// Summary, plain text; may be empty.
    pub summary: String,
    /// Body as HTML; may be empty.
    pub body: String,
    /// Cover.
    pub cover: Option<PictureView>,
}

/// Page n of a list.
#[derive(Debug, Clone, Serialize)]
pub struct ListView {
    /// The documents of this page.
    pub items: Vec<Arc<CardView>>,
    /// All documents of the list.
    pub total: u32,
    /// Page number, from 1.
    pub page: u32,
    /// Number of pages.
    pub pages: u32,
    /// Previous page's URL.
    pub previous: Option<String>,
    /// Next page's URL.
    pub next: Option<String>,
    /// The numbers to print, with URLs; gaps where numbers are left out.
    pub numbers: Vec<PageNumber>,
}

/// A number in the pagination.
#[derive(Debug, Clone, Serialize)]
pub struct PageNumber {
    /// Page number.
    pub number: u32,
    /// URL.
    pub url: String,
    /// This page.
    pub current: bool,
    /// Numbers are left out before this one.
    pub gap: bool,
}

/// A list with a heading on a home or section page.
#[derive(Debug, Clone, Serialize)]
pub struct NamedList {
    /// Id, unique on the page.
    pub id: String,
    /// Heading.
    pub title: String,
    /// `lead`, `cards` or `list`.
    pub style: String,
    /// Where all of it is; may be empty.
    pub url: String,
    /// The documents.
    pub items: Vec<Arc<CardView>>,
}

/// A section, on its parent's page.
#[derive(Debug, Clone, Serialize)]
pub struct SectionLink {
    /// Key.
    pub key: String,
    /// Title.
    pub title: String,
    /// Where it leads.
    pub url: String,
    /// Summary; may be empty.
    pub summary: String,
    /// Number of documents in it and below.
    pub count: u32,
    /// Cover.
    pub picture: Option<PictureView>,
    /// Language of the texts where it differs from the page's.
    pub lang: Option<String>,
}

/// A vocabulary.
#[derive(Debug, Clone, Serialize)]
pub struct Vocabulary {
    /// Id (`tags`, `places`); its heading is the interface word `vocabulary-<id>`.
    pub id: String,
    /// Its terms in the language's order.
    pub terms: Vec<TermLink>,
}

/// A term.
#[derive(Debug, Clone, Serialize)]
pub struct TermLink {
    /// Label.
    pub title: String,
    /// Where it leads.
    pub url: String,
    /// Number of documents.
    pub count: u32,
    /// Description; may be empty.
    pub description: String,
}

/// A letter of the A-Z page.
#[derive(Debug, Clone, Serialize)]
pub struct Letter {
    /// `Đ`; `#` for what starts with no letter.
    pub letter: String,
    /// Anchor: `a`, `dd` for `đ` ...
    pub id: String,
    /// Titles below it.
    pub entries: Vec<Link>,
}

/// A year of the archive.
#[derive(Debug, Clone, Serialize)]
pub struct ArchiveYear {
    /// Year.
    pub year: i16,
    /// Where it leads.
    pub url: String,
    /// Number of documents.
    pub count: u32,
    /// The page shows this year, or a month of it.
    pub current: bool,
    /// Months with documents.
    pub months: Vec<ArchiveMonth>,
}

/// A month of the archive.
#[derive(Debug, Clone, Serialize)]
pub struct ArchiveMonth {
    /// `tháng 5 năm 2026`, `May 2026`.
    pub title: String,
    /// Month, 1 to 12.
    pub month: i8,
    /// Where it leads.
    pub url: String,
    /// Number of documents.
    pub count: u32,
    /// The page shows this month.
    pub current: bool,
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

/// A document on its own page.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentView {
    /// Key: `travel/doi-a1`.
    pub key: String,
    /// Type's id.
    pub content_type: String,
    /// Type's label in the page's language.
    pub type_label: String,
    /// Summary, plain text; may be empty.
    pub summary: String,
    /// Body as HTML; empty on a stub.
    pub body: String,
    /// Language of title, summary and body where it differs from the page's (stubs).
    pub lang: Option<String>,
    /// Table of contents from the body's headings.
    pub toc: Vec<TocEntry>,
    /// Publish time; none for undated types.
    pub published: Option<TimeView>,
    /// Update time, where it is another day than the publish time.
    pub updated: Option<TimeView>,
    /// Dateline: place and date, for news and press releases; may be empty.
    pub dateline: String,
    /// Byline.
    pub authors: Vec<Author>,
    /// Where the text comes from.
    pub source: Option<SourceView>,
    /// Issuing agency's name; may be empty.
    pub agency: String,
    /// Kind of information, as a label (`official` ..); may be empty.
    pub info_class: String,
    /// Cover.
    pub cover: Option<PictureView>,
    /// The type's own fields with a value, in the type's order, for the fact table.
    pub facts: Vec<Fact>,
    /// Terms.
    pub tags: Vec<Link>,
    /// Places.
    pub places: Vec<Link>,
    /// The next newer document of the section.
    pub newer: Option<Arc<CardView>>,
    /// The next older document of the section.
    pub older: Option<Arc<CardView>>,
    /// More of the same section, newest first, without this one.
    pub same_section: Vec<Arc<CardView>>,
    /// Related by shared terms and places, best first.
    pub related: Vec<Arc<CardView>>,
    /// Share links; plain addresses that work without scripts.
    pub share: Vec<ShareLink>,
    /// About the translation, on pages that are not in the document's source language.
    pub translation: Option<TranslationView>,
    /// Reading time in minutes, at least 1.
    pub reading_minutes: u32,
    /// On a stub: the original.
    pub original: Option<Link>,
    /// On a stub: name of the original's language in the page's language.
    pub original_language: Option<String>,
}

/// A heading in the table of contents.
#[derive(Debug, Clone, Serialize)]
pub struct TocEntry {
    /// Anchor without `#`.
    pub id: String,
    /// Text as HTML without links.
    pub title: String,
    /// Headings one level below.
    pub children: Vec<TocEntry>,
}

/// One name of the byline.
#[derive(Debug, Clone, Serialize)]
pub struct Author {
    /// Name.
    pub name: String,
    /// Role's id: `text`, `photo`, `translation`, `edit`; the word is `role-<id>`.
    pub role: String,
    /// Affiliation; may be empty.
    pub affiliation: String,
}

/// Where a text comes from.
#[derive(Debug, Clone, Serialize)]
pub struct SourceView {
    /// Name.
    pub name: String,
    /// Address; may be empty.
    pub url: String,
    /// When it was read.
    pub retrieved: Option<TimeView>,
}

/// A row of the fact table.
#[derive(Debug, Clone, Serialize)]
pub struct Fact {
    /// Field's name.
    pub name: String,
    /// Field's label.
    pub label: String,
    /// Value as HTML.
    pub html: String,
}

/// A share link.
#[derive(Debug, Clone, Serialize)]
pub struct ShareLink {
    /// `email`, `facebook`, `x`, `linkedin`; the word is `share-<id>`.
    pub id: &'static str,
    /// Where it leads.
    pub url: String,
}

/// About a translation.
#[derive(Debug, Clone, Serialize)]
pub struct TranslationView {
    /// `machine`, `draft`, `reviewed` or `official`; the sentence is `translation-<state>`.
    pub state: String,
    /// Translator; may be empty.
    pub by: String,
    /// The original.
    pub original: Link,
    /// Name of the original's language in the page's language.
    pub original_language: String,
}
