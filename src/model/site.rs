//! The whole portal as plain data: what `resolve` makes and nothing changes afterwards.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Zoned;

use super::asset::Asset;
use super::config::Config;
use super::content_type::{ContentType, Fields, Localized};
use super::document::{DocId, Document, Section, Status, Term};
use super::page::{ListOf, Page, PageId, Pair};
use super::source::Sources;
use super::theme::ThemeSettings;
use super::{Lang, Location, PerLang, SourcePath, UrlPath};

/// The portal.
#[derive(Debug, Clone)]
pub struct Site {
    /// Settings.
    pub config: Arc<Config>,
    /// Theme's settings.
    pub theme: Arc<ThemeSettings>,
    /// The moment of the build in the portal's zone.
    pub now: Zoned,
    /// All source files.
    pub sources: Arc<Sources>,
    /// Content types in the order of ids.
    pub types: Vec<ContentType>,
    /// Records of the data files, by file name and id.
    pub data: BTreeMap<String, DataSet>,
    /// Documents in the order of keys; those that are not published too.
    pub documents: Vec<Document>,
    /// Place of a document by its key.
    pub keys: BTreeMap<String, DocId>,
    /// Sections; the root is first, parents stand before children.
    pub sections: Vec<Section>,
    /// Terms by vocabulary and id.
    pub terms: Vec<Term>,
    /// All pages.
    pub pages: Vec<Page>,
    /// All pairs.
    pub pairs: Vec<Pair>,
    /// The page of each address.
    pub urls: BTreeMap<UrlPath, PageId>,
    /// Documents of each list, in its order, for each language.
    pub lists: BTreeMap<ListOf, PerLang<Arc<[DocId]>>>,
    /// Addresses that only redirect, with the address they lead to.
    pub redirects: Vec<Redirect>,
    /// Files and pictures.
    pub assets: Vec<Asset>,
    /// Place of an asset by its path.
    pub asset_paths: BTreeMap<SourcePath, super::asset::AssetId>,
    /// What was left out and why.
    pub skipped: Vec<Skipped>,
    /// The next moment at which a document appears or goes.
    pub next_due: Option<Zoned>,
    /// Every such moment ahead, earliest first, each once.
    pub schedule: Vec<Zoned>,
}

/// The records of one data file in its order.
#[derive(Debug, Clone, Default)]
pub struct DataSet(pub Vec<Record>);

impl DataSet {
    /// The record with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Record> {
        self.0.iter().find(|record| record.id == id)
    }
}

/// A record of a data file.
#[derive(Debug, Clone)]
pub struct Record {
    /// Id.
    pub id: String,
    /// Label by language code.
    pub labels: Localized,
    /// Other fields.
    pub fields: Fields,
    /// Where it stands.
    pub at: Location,
}

impl Record {
    /// Label in a language, else in any.
    #[must_use]
    pub fn label(&self, lang: &str) -> &str {
        super::content_type::localized(&self.labels, lang)
    }

    /// A text field in a language; `""` where it is missing.
    #[must_use]
    pub fn text(&self, name: &str, lang: &str) -> &str {
        use super::content_type::{FieldValue, field, localized};
        match field(&self.fields, name) {
            Some(FieldValue::Text(text)) => text,
            Some(FieldValue::Localized(texts)) => localized(texts, lang),
            _ => "",
        }
    }
}

/// An address that only redirects.
#[derive(Debug, Clone)]
pub struct Redirect {
    /// Old path.
    pub from: UrlPath,
    /// New path, or an address outside.
    pub to: String,
    /// Language of the notice.
    pub lang: Lang,
    /// Where it was written.
    pub at: Location,
}

/// A document that was left out.
#[derive(Debug, Clone)]
pub struct Skipped {
    /// Which.
    pub document: DocId,
    /// Why.
    pub why: Status,
    /// The moment that changes it: publish time of a scheduled document, end of an expired one.
    pub when: Option<Zoned>,
}

impl Site {
    /// A page.
    #[must_use]
    pub fn page(&self, id: PageId) -> &Page {
        &self.pages[id.0 as usize]
    }

    /// A document.
    #[must_use]
    pub fn document(&self, id: DocId) -> &Document {
        &self.documents[id.0 as usize]
    }

    /// A section.
    #[must_use]
    pub fn section(&self, id: super::document::SectionId) -> &Section {
        &self.sections[id.0 as usize]
    }

    /// A term.
    #[must_use]
    pub fn term(&self, id: super::document::TermId) -> &Term {
        &self.terms[id.0 as usize]
    }

    /// An asset.
    #[must_use]
    pub fn asset(&self, id: super::asset::AssetId) -> &Asset {
        &self.assets[id.0 as usize]
    }

    /// A document's type.
    #[must_use]
    pub fn type_of(&self, document: &Document) -> &ContentType {
        &self.types[document.ty.0 as usize]
    }

    /// A page's address on the host: the path of the base URL and the page's own.
    #[must_use]
    pub fn href(&self, url: &UrlPath) -> String {
        self.config.href(url)
    }

    /// A page's absolute address.
    #[must_use]
    pub fn absolute(&self, url: &UrlPath) -> String {
        format!("{}{}", self.config.base_url, url.as_str().trim_start_matches('/'))
    }

    /// A record of a data file.
    #[must_use]
    pub fn record(&self, set: &str, id: &str) -> Option<&Record> {
        self.data.get(set).and_then(|set| set.get(id))
    }
}
