//! The page as JSON: `index.json` beside its HTML, for snippets and for everybody who reads pages by machine.

use serde::Serialize;

use crate::model::content_type::localized;
use crate::model::document::{Document, TermId, Text};
use crate::model::page::{Page, PageId};
use crate::model::site::Site;
use crate::model::theme::SlotName;
use crate::model::{Lang, OutPath, UrlPath};
use crate::view::alternates;
use crate::view::links::section_title;
use crate::view::renditions::{self, Use};

use super::super::{escape, instant};
use super::entries::{Entry, Subject, entry_of};
use super::json::Object;

/// Format of a twin and of a line of `/data/pages.ndjson`.
pub(super) const FORMAT: &str = "portal-page/1";

/// What a page takes besides its text, in bytes; only spares copies.
const FRAME: usize = 1024;

/// Where the twin of a page is; none for a page that is not to be found.
#[must_use]
pub fn has_twin(site: &Site, page: PageId) -> Option<OutPath> {
    if !site.config.search.twins {
        return None;
    }
    entry_of(site, page).map(|_| UrlPath::file(&format!("{}index.json", site.page(page).url)).out_path())
}

/// The twin of a page; empty for a page that has none.
#[must_use]
pub fn twin(site: &Site, page: PageId) -> Vec<u8> {
    let Some(entry) = entry_of(site, page) else { return Vec::new() };
    let Some((text, page)) = entry.in_lang(site, site.page(page).lang) else { return Vec::new() };
    let body = text.parsed.body.plain_text(&site.sources.get(text.source).text);
    let mut object = described(site, &entry, text, page, body.len() + FRAME);
    object.text("text", &one_break(body));
    object.end()
}

/// The same without the text, on a line.
pub(super) fn line(site: &Site, entry: &Entry<'_>, lang: Lang) -> Vec<u8> {
    let Some((text, page)) = entry.in_lang(site, lang) else { return Vec::new() };
    described(site, entry, text, page, FRAME).end()
}

/// One line break where there are several.
fn one_break(mut text: String) -> String {
    let mut before = '\n';
    text.retain(|c| {
        let keep = c != '\n' || before != '\n';
        before = c;
        keep
    });
    text
}

#[derive(Serialize)]
struct Named<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
}

#[derive(Serialize)]
struct Image<'a> {
    url: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    alt: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    credit: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    licence: &'a str,
}

fn described(site: &Site, entry: &Entry<'_>, text: &Text, page: &Page, capacity: usize) -> Object {
    let lang = page.lang;
    let mut object = Object::new(capacity);
    object.text("format", FORMAT).text("id", entry.subject.key()).text("lang", site.config.languages.code(lang));
    object.text("url", &absolute(site, &page.url)).text("title", &text.title).text("summary", &text.summary);
    let section = entry.section();
    if section.0 > 0 {
        let title = Some(section_title(site, section, lang));
        object.value("section", &Named { id: &site.section(section).key, label: None, title });
    }
    match entry.subject {
        Subject::Document(document) => self::document(site, document, lang, &mut object),
        Subject::Section(_) => _ = object.text("type", "section"),
    }
    let others: serde_json::Map<String, serde_json::Value> = alternates::members(site, page)
        .filter(|(other, _)| *other != lang)
        .map(|(other, page)| (site.config.languages.code(other).to_owned(), absolute(site, &page.url).into()))
        .collect();
    if !others.is_empty() {
        object.value("alternates", &others);
    }
    if let Some(image) = image(site, entry, text) {
        object.value("image", &image);
    }
    object.text("licence", &site.config.identity.licence);
    object
}

fn document(site: &Site, document: &Document, lang: Lang, object: &mut Object) {
    let shared = &document.shared;
    let ty = site.type_of(document);
    object.text("type", &ty.id);
    let code = site.config.languages.code(lang);
    object.text("type_label", localized(&ty.label, code));
    for (key, moment) in [("published", shared.published), ("updated", shared.updated)] {
        if let Some(moment) = moment.filter(|_| ty.dated || key == "updated") {
            object.text(key, &instant::day_or_moment(moment, &site.config.timezone));
        }
    }
    let named = |ids: &[TermId]| -> Vec<Named<'_>> {
        let terms = ids.iter().map(|id| site.term(*id));
        terms.map(|term| Named { id: &term.id, label: Some(term.labels[lang].as_str()), title: None }).collect()
    };
    for (key, ids) in [("places", &shared.places), ("tags", &shared.tags)] {
        if !ids.is_empty() {
            object.value(key, &named(ids));
        }
    }
}

fn image<'a>(site: &'a Site, entry: &Entry<'a>, text: &'a Text) -> Option<Image<'a>> {
    let record = match entry.subject {
        Subject::Document(document) => document.shared.cover.as_ref(),
        Subject::Section(section) => section.cover.as_ref(),
    }?;
    let shown = Use::of_cover(site, record, SlotName::Cover)?;
    let asset = site.asset(shown.asset);
    asset.picture?;
    let either = |own: &'a str, other: &'a str| if own.is_empty() { other } else { own };
    Some(Image {
        url: absolute(site, &renditions::main(site, shown)),
        alt: &text.cover_alt,
        credit: either(&record.text.credit, &asset.record.credit),
        licence: either(&record.text.licence, &asset.record.licence),
    })
}

pub(super) fn absolute(site: &Site, url: &UrlPath) -> String {
    escape::address(&site.absolute(url)).into_owned()
}
