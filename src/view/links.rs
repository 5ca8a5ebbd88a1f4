//! Where a link to a document or section leads in a language.

use crate::model::document::{DocId, SectionId};
use crate::model::page::PageId;
use crate::model::site::Site;
use crate::model::{Lang, PerLang};
use crate::words::Words;

use super::Shared;
use super::model::Link;

/// A link by key: to the page in the language, else to the original, marked with its language.
#[must_use]
pub fn document(site: &Site, shared: &Shared, lang: Lang, key: &str) -> Option<Link> {
    if let Some(id) = site.keys.get(key) {
        return to_document(site, shared, lang, *id);
    }
    let section = site.sections.iter().position(|section| section.key == key)?;
    to_section(site, lang, SectionId(u32::try_from(section).ok()?))
}

/// A link to a document.
#[must_use]
pub fn to_document(site: &Site, _shared: &Shared, lang: Lang, id: DocId) -> Option<Link> {
    let document = site.document(id);
    let (of, page) = page_for(&document.pages, lang, document.source_language)?;
    let (text_lang, text) = document.texts.prefer(of, document.source_language)?;
    Some(Link { title: text.title.clone(), url: href(site, page), lang: foreign(site, lang, text_lang) })
}

/// A link to a section's first page.
#[must_use]
pub fn to_section(site: &Site, lang: Lang, id: SectionId) -> Option<Link> {
    let section = site.section(id);
    let (of, page) = page_for(&section.pages, lang, site.config.default_language)?;
    Some(Link { title: section_title(site, id, of).to_owned(), url: href(site, page), lang: foreign(site, lang, of) })
}

/// A section's title in a language, else in any; the portal's name for the root.
#[must_use]
pub fn section_title(site: &Site, id: SectionId, lang: Lang) -> &str {
    let section = site.section(id);
    if section.parent.is_none() {
        return &site.config.languages.get(lang).title;
    }
    let text = section.texts.prefer(lang, site.config.default_language);
    text.map_or(section.key.as_str(), |(_, text)| text.title.as_str())
}

/// The page in a language, else in the second, else in any.
#[must_use]
pub fn page_for(pages: &PerLang<Option<PageId>>, lang: Lang, second: Lang) -> Option<(Lang, PageId)> {
    pages.prefer(lang, second).map(|(lang, page)| (lang, *page))
}

/// The code of a language that differs from the page's.
#[must_use]
pub fn foreign(site: &Site, page: Lang, of: Lang) -> Option<String> {
    (page != of).then(|| site.config.languages.code(of).to_owned())
}

/// A page's address on the host.
#[must_use]
pub fn href(site: &Site, page: PageId) -> String {
    site.href(&site.page(page).url)
}

/// A language's name in another: `tiếng Anh`, `Vietnamese`.
#[must_use]
pub fn language_name(site: &Site, words: &Words, of: Lang, in_lang: Lang) -> String {
    let id = format!("language-name-{}", site.config.languages.code(of));
    words.plain(in_lang, &id).map_or_else(|| site.config.languages.get(of).name.clone(), str::to_owned)
}
