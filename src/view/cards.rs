//! Cards: a document or section in a list.

use std::sync::Arc;

use crate::model::Lang;
use crate::model::document::{DocId, Document, SectionId};
use crate::model::site::Site;
use crate::model::theme::SlotName;

use super::Shared;
use super::links::{foreign, href, language_name, page_for, section_title};
use super::model::{Card, CardView, Link, SectionLink};
use super::pictures;

/// A document's card in a language; none where no page shows it.
#[must_use]
pub(super) fn of_document(site: &Site, shared: &Shared, id: DocId, lang: Lang) -> Option<Arc<CardView>> {
    let document = site.document(id);
    let (of, page) = page_for(&document.pages, lang, document.source_language)?;
    let (text_lang, text) = document.texts.prefer(of, document.source_language)?;
    let ty = site.type_of(document);
    let code = site.config.languages.code(lang);
    let formats = &shared.formats[lang];
    let published = document.shared.published.filter(|_| ty.dated);
    let card = Card {
        title: text.title.clone(),
        url: href(site, page),
        summary: text.summary.clone(),
        lang: foreign(site, lang, text_lang),
        lang_name: (text_lang != lang).then(|| language_name(site, &shared.words, text_lang, lang)),
        content_type: ty.id.clone(),
        type_label: crate::model::content_type::localized(&ty.label, code).to_owned(),
        section_title: section_title(site, document.section, lang).to_owned(),
        published: published.map(|moment| formats.moment(moment, &site.config.timezone)),
        picture: cover(site, shared, document, text_lang, lang),
        places: document.shared.places.iter().map(|place| site.term(*place).labels[lang].clone()).collect(),
        tags: tags(site, document, lang),
    };
    Some(Arc::new(card.into()))
}

fn cover(
    site: &Site,
    shared: &Shared,
    document: &Document,
    text_lang: Lang,
    lang: Lang,
) -> Option<super::model::PictureView> {
    let text = document.texts[text_lang].as_ref()?;
    let (record, slot) = (document.shared.cover.as_ref()?, SlotName::Card);
    let picture = pictures::cover(site, shared, record, slot, text_lang, &text.cover_alt, &text.cover_caption)?;
    Some(super::model::PictureView { lang: foreign(site, lang, text_lang), ..picture })
}

/// A document's terms that have a page in the language.
#[must_use]
pub(super) fn tags(site: &Site, document: &Document, lang: Lang) -> Vec<Link> {
    document.shared.tags.iter().filter_map(|tag| term(site, *tag, lang)).collect()
}

/// A term as a link; without its page it has no URL.
#[must_use]
pub(super) fn term(site: &Site, id: crate::model::document::TermId, lang: Lang) -> Option<Link> {
    let term = site.term(id);
    let page = term.pages[lang];
    Some(Link { title: term.labels[lang].clone(), url: page.map_or_else(String::new, |page| href(site, page)), lang: None })
}

/// A section's card.
#[must_use]
pub(super) fn of_section(site: &Site, shared: &Shared, id: SectionId, lang: Lang) -> Option<Card> {
    let link = section_link(site, shared, id, lang)?;
    let of = link.lang.as_deref().and_then(|code| site.config.languages.find(code));
    Some(Card {
        title: link.title.clone(),
        url: link.url,
        summary: link.summary,
        lang_name: of.map(|of| language_name(site, &shared.words, of, lang)),
        lang: link.lang,
        content_type: "section".to_owned(),
        type_label: String::new(),
        section_title: link.title,
        published: None,
        picture: link.picture,
        places: Vec::new(),
        tags: Vec::new(),
    })
}

/// A section as its parent's page shows it.
#[must_use]
pub(super) fn section_link(site: &Site, shared: &Shared, id: SectionId, lang: Lang) -> Option<SectionLink> {
    let section = site.section(id);
    let (of, page) = page_for(&section.pages, lang, site.config.default_language)?;
    let text = section.texts.prefer(of, site.config.default_language);
    let count = site.lists.get(&crate::model::page::ListOf::Section(id)).map_or(0, |list| list[lang].len());
    let picture = text.and_then(|(text_lang, text)| {
        let cover = section.cover.as_ref()?;
        pictures::cover(site, shared, cover, SlotName::Card, text_lang, &text.cover_alt, &text.cover_caption)
    });
    Some(SectionLink {
        key: section.key.clone(),
        title: section_title(site, id, of).to_owned(),
        url: href(site, page),
        summary: text.map(|(_, text)| text.summary.clone()).unwrap_or_default(),
        count: u32::try_from(count).unwrap_or(u32::MAX),
        picture,
        lang: foreign(site, lang, text.map_or(of, |(text_lang, _)| text_lang)),
    })
}
