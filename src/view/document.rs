//! A document's page.

use std::sync::Arc;

use crate::model::document::{DocId, Document, Text};
use crate::model::page::{ListOf, Page, PageKind};
use crate::model::site::Site;
use crate::model::theme::SlotName;
use crate::model::{Lang, PerLang};
use crate::text;

use super::links::{foreign, href, language_name};
use super::model::{Author, CardView, DocumentView, Link, PageView, ShareLink, SourceView, TranslationView};
use super::{Shared, body, cards, facts, pictures};

/// Fills in the document of a page or stub.
pub(super) fn fill(site: &Site, shared: &Shared, page: &Page, id: DocId, view: &mut PageView) {
    let document = site.document(id);
    let stub = matches!(page.kind, PageKind::Stub(_));
    let Some((text_lang, text)) = document.texts.prefer(page.lang, document.source_language) else { return };
    if stub && let Some(original) = document.pages[text_lang] {
        view.canonical = site.absolute(&site.page(original).url);
    }
    let mut own = common(site, shared, page, document, text_lang, text);
    if stub {
        own.original = document.pages[text_lang].map(|page_id| link_to(site, page_id, text, page.lang, text_lang));
        own.original_language = Some(language_name(site, &shared.words, text_lang, page.lang));
    } else {
        own.body = body::html(site, shared, page.lang, text);
        own.toc = body::toc(&text.parsed.body, &view.lang);
        own.facts = facts::rows(site, shared, page.lang, document, text);
        own.share = share(&view.permalink, &view.title);
        (own.newer, own.older) = neighbours(site, shared, id, page.lang);
    }
    own.same_section = same_section(site, shared, id, page.lang);
    own.related =
        shared.related(site, id, page.lang).into_iter().filter_map(|other| shared.card(site, other, page.lang)).collect();
    view.document = Some(own);
}

fn common(site: &Site, shared: &Shared, page: &Page, document: &Document, text_lang: Lang, text: &Text) -> DocumentView {
    let lang = page.lang;
    let code = site.config.languages.code(lang);
    let ty = site.type_of(document);
    let formats = &shared.formats[lang];
    let zone = &site.config.timezone;
    let published = document.shared.published.filter(|_| ty.dated);
    let updated = document.shared.updated.filter(|updated| ty.dated && published.is_none_or(|p| p.date() < updated.date()));
    let places = document.shared.places.iter().filter_map(|place| cards::term(site, *place, lang)).collect();
    let cover = document.shared.cover.as_ref();
    DocumentView {
        key: document.key.clone(),
        content_type: ty.id.clone(),
        type_label: crate::model::content_type::localized(&ty.label, code).to_owned(),
        summary: text.summary.clone(),
        body: String::new(),
        lang: foreign(site, lang, text_lang),
        toc: Vec::new(),
        published: published.map(|moment| formats.moment(moment, zone)),
        updated: updated.map(|moment| formats.moment(moment, zone)),
        dateline: dateline(site, shared, document, lang),
        authors: document.shared.authors.iter().map(author).collect(),
        source: document.shared.source.as_ref().map(|source| SourceView {
            name: source.name.clone(),
            url: source.url.clone(),
            retrieved: source.retrieved.map(|date| formats.day(date)),
        }),
        agency: site
            .record("agencies", &document.shared.agency)
            .map_or_else(String::new, |record| record.label(code).to_owned()),
        info_class: info_class(shared, document, lang),
        cover: cover.and_then(|cover| {
            pictures::cover(site, shared, cover, SlotName::Cover, text_lang, &text.cover_alt, &text.cover_caption)
        }),
        facts: Vec::new(),
        tags: cards::tags(site, document, lang),
        places,
        newer: None,
        older: None,
        same_section: Vec::new(),
        related: Vec::new(),
        share: Vec::new(),
        translation: translation(site, shared, document, text, text_lang, lang),
        reading_minutes: text::reading_minutes(text.parsed.body.words as usize, code).max(1),
        original: None,
        original_language: None,
    }
}

fn author(author: &crate::model::document::Author) -> Author {
    Author { name: author.name.clone(), role: author.role.clone(), affiliation: author.affiliation.clone() }
}

fn info_class(shared: &Shared, document: &Document, lang: Lang) -> String {
    let class = &document.shared.info_class;
    if class.is_empty() { String::new() } else { shared.words.word(lang, &format!("info-class-{class}")) }
}

/// The field `dateline`, with the day of publication; for types that have one.
fn dateline(site: &Site, shared: &Shared, document: &Document, lang: Lang) -> String {
    use crate::model::content_type::{FieldValue, field};
    let own = document.texts[lang].as_ref().and_then(|text| field(&text.fields, "dateline"));
    let value = own.or_else(|| field(&document.shared.fields, "dateline"));
    let place = match value {
        Some(FieldValue::Text(place)) => place.clone(),
        Some(FieldValue::Record(set, id)) => {
            site.record(set, id).map_or_else(String::new, |record| record.label(site.config.languages.code(lang)).to_owned())
        }
        _ => return String::new(),
    };
    match document.shared.published {
        Some(moment) => format!("{place}, {}", shared.formats[lang].dates.long(moment.date())),
        None => place,
    }
}

fn link_to(site: &Site, page: crate::model::page::PageId, text: &Text, lang: Lang, of: Lang) -> Link {
    Link { title: text.title.clone(), url: href(site, page), lang: foreign(site, lang, of) }
}

fn translation(
    site: &Site,
    shared: &Shared,
    document: &Document,
    text: &Text,
    text_lang: Lang,
    lang: Lang,
) -> Option<TranslationView> {
    let source = document.source_language;
    if text_lang == source || text_lang != lang {
        return None;
    }
    let said = text.translation.as_ref().filter(|translation| !translation.state.is_empty())?;
    let original = document.texts[source].as_ref()?;
    Some(TranslationView {
        state: said.state.clone(),
        by: said.by.clone(),
        original: link_to(site, document.pages[source]?, original, lang, source),
        original_language: language_name(site, &shared.words, source, lang),
    })
}

/// The documents before and after this one in its section, by date.
fn neighbours(site: &Site, shared: &Shared, id: DocId, lang: Lang) -> (Option<Arc<CardView>>, Option<Arc<CardView>>) {
    let document = site.document(id);
    if !site.type_of(document).dated || site.section(document.section).sort != crate::model::content_type::Sort::Newest {
        return (None, None);
    }
    let Some(list) = list(site, document, lang) else { return (None, None) };
    let rank = |id: &DocId| (std::cmp::Reverse(site.document(*id).shared.published), &site.document(*id).key);
    let Ok(at) = list.binary_search_by(|other| rank(other).cmp(&rank(&id))) else { return (None, None) };
    let card = |at: Option<usize>| at.and_then(|at| list.get(at)).and_then(|other| shared.card(site, *other, lang));
    (card(at.checked_sub(1)), card(at.checked_add(1)))
}

fn list<'a>(site: &'a Site, document: &Document, lang: Lang) -> Option<&'a Arc<[DocId]>> {
    let lists: &PerLang<Arc<[DocId]>> = site.lists.get(&ListOf::Section(document.section))?;
    Some(&lists[lang])
}

fn same_section(site: &Site, shared: &Shared, id: DocId, lang: Lang) -> Vec<Arc<CardView>> {
    let document = site.document(id);
    let Some(list) = list(site, document, lang) else { return Vec::new() };
    let others = list.iter().filter(|other| **other != id && site.document(**other).section == document.section);
    others.take(site.theme.same_section as usize).filter_map(|other| shared.card(site, *other, lang)).collect()
}

/// Plain addresses that take the page's address and title.
fn share(permalink: &str, title: &str) -> Vec<ShareLink> {
    let (url, text) = (encode(permalink), encode(title));
    vec![
        ShareLink { id: "email", url: format!("mailto:?subject={text}&body={url}") },
        ShareLink { id: "facebook", url: format!("https://www.facebook.com/sharer/sharer.php?u={url}") },
        ShareLink { id: "x", url: format!("https://x.com/intent/post?url={url}&text={text}") },
        ShareLink { id: "linkedin", url: format!("https://www.linkedin.com/sharing/share-offsite/?url={url}") },
    ]
}

/// Percent-encoding of all but RFC 3986's unreserved characters.
fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            const HEX: &[u8; 16] = b"0123456789ABCDEF";
            out.push('%');
            out.push(char::from(HEX[usize::from(byte >> 4)]));
            out.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
    out
}
