//! Lists and what stands in them: cards, sections, terms, letters, archives.

use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use serde::{Serialize, Serializer};

use super::{Link, PictureView, TimeView};

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

/// The archive of a section, on other pages than its own.
#[derive(Debug, Clone, Serialize)]
pub struct SectionArchive {
    /// The section's title.
    pub title: String,
    /// The section's page.
    pub url: String,
    /// Years, newest first; at least one.
    pub years: Vec<ArchiveYear>,
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
