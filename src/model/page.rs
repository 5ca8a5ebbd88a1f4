//! Pages: everything that has a URL and a template.

use super::document::{DocId, SectionId, TermId};
use super::{Lang, PerLang, UrlPath};

/// Place in the site's list of pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PageId(pub u32);

/// Place in the site's list of pairs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PairId(pub u32);

/// One page in one language.
#[derive(Debug, Clone)]
pub struct Page {
    /// What it shows.
    pub kind: PageKind,
    /// Its language; the default language for the root.
    pub lang: Lang,
    /// Its address.
    pub url: UrlPath,
    /// The page above it in the breadcrumbs.
    pub parent: Option<PageId>,
    /// The page in all languages.
    pub pair: PairId,
    /// Search engines are asked to stay away, and sitemap, feeds and alternates leave it out.
    pub noindex: bool,
}

/// What a page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PageKind {
    /// `/`
    Root,
    /// A document.
    Document(DocId),
    /// A notice that the document exists in another language only.
    Stub(DocId),
    /// Page `n`, from 1, of a list. Page 1 of the root section is the home page.
    List {
        /// Which list.
        of: ListOf,
        /// Page number.
        n: u32,
    },
    /// All terms of all vocabularies.
    Terms,
    /// Titles in alphabetical order.
    Az,
    /// The search page.
    Search,
    /// What machines can read of the portal, explained to people.
    Data,
    /// `404.html`
    NotFound,
}

/// What a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ListOf {
    /// The documents of a section and of those below.
    Section(SectionId),
    /// The documents of a term.
    Term(TermId),
    /// A section's documents of a year.
    Year(SectionId, i16),
    /// A section's documents of a month.
    Month(SectionId, i16, i8),
}

/// A page in all its languages. Every page has one: alternates hang here, not on documents. Stubs and pages that ask
/// not to be indexed are not in it.
#[derive(Debug, Clone)]
pub struct Pair(pub PerLang<Option<PageId>>);
