//! Documents: what editors write, with their languages joined.

use std::sync::Arc;

use jiff::civil::{Date, DateTime};

use super::asset::{AssetId, PictureRecord};
use super::content_type::Fields;
use super::page::PageId;
use super::{Lang, PerLang, SourceId, Span};

/// Place in the site's list of documents, which is in the order of keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DocId(pub u32);

/// Place in the site's list of sections; 0 is the root.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SectionId(pub u32);

/// Place in the site's list of types.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TypeId(pub u32);

/// Place in the site's list of terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TermId(pub u32);

/// A document in all its languages.
#[derive(Debug, Clone)]
pub struct Document {
    /// Key: the folder's path below `content/`, or `id`.
    pub key: String,
    /// Type.
    pub ty: TypeId,
    /// Section it stands in.
    pub section: SectionId,
    /// Language it was written in first.
    pub source_language: Lang,
    /// Shared front matter.
    pub shared: Shared,
    /// The text in each language.
    pub texts: PerLang<Option<Text>>,
    /// Its page in each language, stubs included.
    pub pages: PerLang<Option<PageId>>,
    /// Whether it is published.
    pub status: Status,
}

/// What is written once for all languages.
#[derive(Debug, Clone, Default)]
pub struct Shared {
    /// Publish time; `has_time` tells a day from a moment.
    pub published: Option<Moment>,
    /// Update time.
    pub updated: Option<Moment>,
    /// Taken off at.
    pub expires: Option<Moment>,
    /// Terms.
    pub tags: Vec<TermId>,
    /// Places, as terms.
    pub places: Vec<TermId>,
    /// `official`, `promotional`, `inbound` or `clarification`; may be empty.
    pub info_class: String,
    /// Id of the issuing agency; may be empty.
    pub agency: String,
    /// Byline.
    pub authors: Vec<Author>,
    /// Where the text comes from.
    pub source: Option<Origin>,
    /// Place in lists that are sorted by order.
    pub order: Option<f64>,
    /// Cover: file and rights; alt and caption are in each language's [`Text`].
    pub cover: Option<PictureRecord>,
    /// The type's shared fields.
    pub fields: Fields,
}

/// A day, or a moment, on the portal's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// Day and time; midnight for a day.
    pub at: DateTime,
    /// A time of day was written.
    pub has_time: bool,
}

impl Moment {
    /// The day.
    #[must_use]
    pub fn date(self) -> Date {
        self.at.date()
    }
}

/// One name of the byline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// Name.
    pub name: String,
    /// `text`, `photo`, `translation` or `edit`.
    pub role: String,
    /// May be empty.
    pub affiliation: String,
}

/// Where a text comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// Name.
    pub name: String,
    /// Address; may be empty.
    pub url: String,
    /// When it was read.
    pub retrieved: Option<Date>,
}

/// A document's text in one language.
#[derive(Debug, Clone)]
pub struct Text {
    /// The file.
    pub source: SourceId,
    /// What was parsed from it.
    pub parsed: Arc<super::document::Parsed>,
    /// Title.
    pub title: String,
    /// Where the title stands.
    pub title_span: Span,
    /// Slug, from `slug` or the title.
    pub slug: String,
    /// Summary; may be empty.
    pub summary: String,
    /// Old addresses that lead here.
    pub aliases: Vec<(String, Span)>,
    /// Search engines are asked to stay away.
    pub noindex: bool,
    /// Cover's alt and caption in this language.
    pub cover_alt: String,
    /// Caption; may be empty.
    pub cover_caption: String,
    /// The type's fields of this language.
    pub fields: Fields,
    /// About the translation.
    pub translation: Option<Translation>,
    /// Where each link of the body leads.
    pub links: Vec<LinkTarget>,
    /// The file of each picture of the body.
    pub images: Vec<Option<AssetId>>,
}

/// `[translation]`
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Translation {
    /// `machine`, `draft`, `reviewed` or `official`.
    pub state: String,
    /// Translator; may be empty.
    pub by: String,
    /// What the translator saw: one digest a block of the source.
    pub of: Vec<String>,
}

/// Where a link of a body leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkTarget {
    /// A document, with an anchor and a language that was asked for.
    Document(DocId, Option<String>, Option<Lang>),
    /// A section, with an anchor and a language that was asked for.
    Section(SectionId, Option<String>, Option<Lang>),
    /// A file beside the document or in the media library.
    File(AssetId),
    /// An anchor on the same page.
    Anchor(String),
    /// An address outside the portal, printed as written.
    External,
    /// Nothing: the link is printed as its text.
    Unresolved,
}

/// A parsed file: front matter and body.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Parsed {
    /// Front matter; spans are offsets in the file.
    pub front: super::value::Table,
    /// Where the front matter stands; empty at 0 for a file without one.
    pub front_span: Span,
    /// The Markdown.
    pub body: super::body::Body,
}

/// Whether a document is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// On the portal.
    Published,
    /// Waits for its editor.
    Draft,
    /// Waits for its time.
    Scheduled,
    /// Its time is over.
    Expired,
    /// Was taken back.
    Withdrawn,
}

/// A section: a folder with an `_index` file in at least one language, or with documents.
#[derive(Debug, Clone)]
pub struct Section {
    /// Key: the folder's path below `content/`; `""` for the root.
    pub key: String,
    /// The section above; none for the root.
    pub parent: Option<SectionId>,
    /// Sections below, in the order of menus.
    pub children: Vec<SectionId>,
    /// Its `_index` text in each language.
    pub texts: PerLang<Option<Text>>,
    /// Short name for menus in each language; may be empty.
    pub menu_titles: PerLang<String>,
    /// Type of its documents where they do not say.
    pub content_type: TypeId,
    /// Documents on a page of its list.
    pub per_page: u32,
    /// Order of its list.
    pub sort: super::content_type::Sort,
    /// What happens to missing translations.
    pub fallback: super::config::Fallback,
    /// Place among its siblings.
    pub order: Option<f64>,
    /// Cover.
    pub cover: Option<PictureRecord>,
    /// Lists that its page shows.
    pub lists: Vec<super::theme::ListSpec>,
    /// Page 1 in each language.
    pub pages: PerLang<Option<PageId>>,
}

/// A term of a vocabulary.
#[derive(Debug, Clone)]
pub struct Term {
    /// Id in the data file.
    pub id: String,
    /// `tags`, `places` or the portal's own.
    pub vocabulary: String,
    /// Label in each language.
    pub labels: PerLang<String>,
    /// Slug in each language.
    pub slugs: PerLang<String>,
    /// Description in each language; may be empty.
    pub descriptions: PerLang<String>,
    /// Published documents that have it, newest first.
    pub documents: Vec<DocId>,
    /// Page 1 in each language; none where nothing in that language has it.
    pub pages: PerLang<Option<PageId>>,
    /// Where it stands.
    pub at: super::Location,
}
