//! What can be found: documents and sections with a page that search engines may have, one id for all languages.
//!
//! Ids follow the publish moment, so that a new document comes last and older ids stay. Drafts, scheduled and withdrawn
//! documents have no page; notices of a missing translation and pages that ask not to be indexed are left out here.

use crate::model::document::{Document, Moment, Section, SectionId, Status, Text};
use crate::model::page::{Page, PageId, PageKind};
use crate::model::site::Site;
use crate::model::{Lang, PerLang};

/// The section whose page is the home page.
const ROOT: SectionId = SectionId(0);

/// What an entry is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Subject<'a> {
    Document(&'a Document),
    Section(&'a Section),
}

/// Something that can be found, in the languages in which it can.
#[derive(Debug, Clone)]
pub(super) struct Entry<'a> {
    pub(super) subject: Subject<'a>,
    pub(super) pages: PerLang<Option<PageId>>,
}

/// All entries; an entry's id is its place.
pub(super) fn entries(site: &Site) -> Vec<Entry<'_>> {
    let documents = site.documents.iter().filter(|document| document.status == Status::Published).map(Subject::Document);
    let sections = site.sections.iter().skip(1).map(Subject::Section);
    let mut found: Vec<Entry<'_>> = documents.chain(sections).filter_map(|subject| Entry::new(site, subject)).collect();
    found.sort_by_cached_key(|entry| (entry.published(site), entry.subject.key(), entry.is_section()));
    found
}

/// The entry of a page; none for a page that is not to be found.
pub(super) fn entry_of(site: &Site, page: PageId) -> Option<Entry<'_>> {
    let subject = match site.page(page).kind {
        PageKind::Document(id) => Subject::Document(site.document(id)),
        PageKind::List { of: crate::model::page::ListOf::Section(id), n: 1 } if id != ROOT => {
            Subject::Section(site.section(id))
        }
        _ => return None,
    };
    Entry::new(site, subject).filter(|entry| entry.pages[site.page(page).lang] == Some(page))
}

/// A document's entry; none for one that is not to be found.
pub(super) fn entry<'a>(site: &Site, document: &'a Document) -> Option<Entry<'a>> {
    Entry::new(site, Subject::Document(document)).filter(|_| document.status == Status::Published)
}

impl<'a> Subject<'a> {
    pub(super) fn key(self) -> &'a str {
        match self {
            Self::Document(document) => &document.key,
            Self::Section(section) => &section.key,
        }
    }

    fn texts(self) -> &'a PerLang<Option<Text>> {
        match self {
            Self::Document(document) => &document.texts,
            Self::Section(section) => &section.texts,
        }
    }

    fn pages(self) -> &'a PerLang<Option<PageId>> {
        match self {
            Self::Document(document) => &document.pages,
            Self::Section(section) => &section.pages,
        }
    }
}

impl<'a> Entry<'a> {
    fn new(site: &Site, subject: Subject<'a>) -> Option<Self> {
        let found = |page: &Page| !page.noindex && !matches!(page.kind, PageKind::Stub(_));
        let (pages, texts) = (subject.pages(), subject.texts());
        let pages = pages.map(|lang, page| page.filter(|id| texts[lang].is_some() && found(site.page(*id))));
        let some = pages.present().next().is_some();
        some.then_some(Self { subject, pages })
    }

    fn is_section(&self) -> bool {
        matches!(self.subject, Subject::Section(_))
    }

    /// When it was published, for what has a date to show.
    pub(super) fn published(&self, site: &Site) -> Option<Moment> {
        match self.subject {
            Subject::Document(document) => document.shared.published.filter(|_| site.type_of(document).dated),
            Subject::Section(_) => None,
        }
    }

    /// Text and page in a language in which it can be found.
    pub(super) fn in_lang<'s>(&self, site: &'s Site, lang: Lang) -> Option<(&'a Text, &'s Page)> {
        let page = self.pages[lang]?;
        Some((self.subject.texts()[lang].as_ref()?, site.page(page)))
    }

    /// The section that it belongs to: its own, or the one above.
    pub(super) fn section(&self) -> SectionId {
        match self.subject {
            Subject::Document(document) => document.section,
            Subject::Section(section) => section.parent.unwrap_or(ROOT),
        }
    }

    /// The section below the root that it belongs to; none for what stands at the top.
    pub(super) fn top_section(&self, site: &Site) -> Option<SectionId> {
        let place = |section: &Section| site.sections.iter().position(|other| std::ptr::eq(other, section));
        let mut at = match self.subject {
            Subject::Document(document) => document.section,
            Subject::Section(section) => SectionId(u32::try_from(place(section)?).ok()?),
        };
        while let Some(parent) = site.section(at).parent.filter(|parent| *parent != ROOT) {
            at = parent;
        }
        (at != ROOT).then_some(at)
    }
}

#[cfg(test)]
mod tests {
    use super::{entries, entry_of};
    use crate::emit::test_site::{TestSite, day};

    #[test]
    fn ids_follow_the_publish_moment_and_what_has_none_comes_first() {
        let mut test = TestSite::new();
        let news = test.section("news", ["Tin tức", "News"]);
        test.document(news, "b", ["Hai", "Two"]).published = Some(day(2026, 3, 2));
        test.document(news, "a", ["Một", ""]).published = Some(day(2026, 3, 2));
        test.document(news, "c", ["Ba", "Three"]).published = Some(day(2026, 3, 1));
        test.document(news, "d", ["", "Undated"]);
        let site = test.build();
        let keys: Vec<&str> = entries(&site).iter().map(|entry| entry.subject.key()).collect();
        assert_eq!(keys, ["d", "news", "c", "a", "b"]);
    }

    #[test]
    fn hidden_pages_and_notices_are_not_found() {
        let mut test = TestSite::new();
        let news = test.section("news", ["Tin tức", "News"]);
        test.document(news, "hidden", ["Ẩn một nửa", "Hidden in part"]).noindex = [true, false];
        test.document(news, "stub", ["Có bản gốc", ""]).stub();
        test.document(news, "gone", ["Ẩn", "Hidden"]).noindex = [true, true];
        let site = test.build();
        let found: Vec<(&str, usize)> =
            entries(&site).iter().map(|entry| (entry.subject.key(), entry.pages.present().count())).collect();
        assert_eq!(found, [("hidden", 1), ("news", 2), ("stub", 1)]);
        let with_entry = (0..).zip(&site.pages).filter(|(id, _)| entry_of(&site, crate::model::page::PageId(*id)).is_some());
        assert_eq!(with_entry.count(), 4);
    }
}
