//! A document on its own page.

use std::sync::Arc;

use serde::Serialize;

use super::{CardView, Link, PictureView, TimeView};

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
