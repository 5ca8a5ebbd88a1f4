//! What all pages of a language share, and the doors of the root page.

use std::collections::BTreeMap;

use crate::model::config::{Language, MenuEntry};
use crate::model::content_type::localized;
use crate::model::document::SectionId;
use crate::model::page::PageKind;
use crate::model::site::{Record, Site};
use crate::model::{Lang, UrlPath};
use crate::search::client;
use crate::words::Words;

use super::Shared;
use super::links::{foreign, href, language_name, page_for, section_title};
use super::model::{DataView, Door, Identity, LanguageName, LinkCard, LinkGroup, MenuItem, SearchView, SiteView};

/// What all pages of a language share.
pub(super) fn site_view(
    site: &Site,
    lang: Lang,
    words: &Words,
    assets: &BTreeMap<String, String>,
    preview: bool,
) -> SiteView {
    let language = site.config.languages.get(lang);
    let home = site.section(SectionId(0)).pages[lang].map_or_else(|| "/".to_owned(), |page| href(site, page));
    let special = |kind: PageKind| {
        let page = site.pages.iter().find(|page| page.kind == kind && page.lang == lang);
        page.map_or_else(String::new, |page| site.href(&page.url))
    };
    SiteView {
        lang: language.code.clone(),
        title: language.title.clone(),
        tagline: language.tagline.clone(),
        base_url: site.config.base_url.clone(),
        menus: menus(site, lang),
        identity: identity(site, lang),
        links: links(site, lang),
        search_url: special(PageKind::Search),
        search: site.config.search.index.then(|| search(site, lang, words)),
        data: site.config.search.data.then(|| data(site, special(PageKind::Data))),
        az_url: special(PageKind::Az),
        terms_url: special(PageKind::Terms),
        atom_url: format!("{home}atom.xml"),
        json_feed_url: if site.theme.pages.json_feed { format!("{home}feed.json") } else { String::new() },
        assets: assets.clone(),
        generator: concat!("hoaban ", env!("CARGO_PKG_VERSION")).to_owned(),
        year: site.now.year(),
        preview,
        home,
    }
}

fn search(site: &Site, lang: Lang, words: &Words) -> SearchView {
    let file = |name: &str| site.href(&UrlPath::file(&format!("search/{name}")));
    let others = site.config.languages.iter().filter(|(other, _)| *other != lang);
    let name = |(other, language): (Lang, &Language)| LanguageName {
        lang: language.code.clone(),
        name: language_name(site, words, other, lang),
    };
    SearchView {
        base: file(""),
        client: file(client::client_name()),
        loader: file(client::loader_name()),
        twins: site.config.search.twins,
        others: others.map(name).collect(),
    }
}

fn data(site: &Site, url: String) -> DataView {
    let file = |name: &str| site.href(&UrlPath::file(&format!("data/{name}")));
    DataView { url, pages: file("pages.ndjson"), dataset: file("dataset.jsonld"), twins: site.config.search.twins }
}

/// The menus of `portal.toml`; the sections in order where it has none.
fn menus(site: &Site, lang: Lang) -> BTreeMap<String, Vec<MenuItem>> {
    let mut menus: BTreeMap<String, Vec<MenuItem>> = BTreeMap::new();
    for name in &site.theme.menus {
        menus.insert(name.clone(), Vec::new());
    }
    for (name, entries) in &site.config.menus {
        menus.insert(name.clone(), entries.iter().filter_map(|entry| menu_item(site, entry, lang)).collect());
    }
    let main = menus.entry("main".to_owned()).or_default();
    if main.is_empty() {
        let sections = &site.section(SectionId(0)).children;
        *main = sections.iter().filter_map(|id| section_item(site, *id, lang)).collect();
    }
    menus
}

fn menu_item(site: &Site, entry: &MenuEntry, lang: Lang) -> Option<MenuItem> {
    let label = localized(&entry.label, site.config.languages.code(lang));
    if entry.key.is_empty() {
        let external = entry.url.contains("://");
        return Some(MenuItem { title: label.to_owned(), url: entry.url.clone(), key: String::new(), lang: None, external });
    }
    let section = site.sections.iter().position(|section| section.key == entry.key).and_then(|at| u32::try_from(at).ok());
    let mut item = match section {
        Some(at) => section_item(site, SectionId(at), lang)?,
        None => document_item(site, &entry.key, lang)?,
    };
    if !label.is_empty() {
        label.clone_into(&mut item.title);
    }
    Some(item)
}

fn section_item(site: &Site, id: SectionId, lang: Lang) -> Option<MenuItem> {
    let section = site.section(id);
    let (of, page) = page_for(&section.pages, lang, site.config.default_language)?;
    let short = &section.menu_titles[of];
    let title = if short.is_empty() { section_title(site, id, of) } else { short };
    Some(MenuItem {
        title: title.to_owned(),
        url: href(site, page),
        key: section.key.clone(),
        lang: foreign(site, lang, of),
        external: false,
    })
}

fn document_item(site: &Site, key: &str, lang: Lang) -> Option<MenuItem> {
    let document = site.document(*site.keys.get(key)?);
    let (of, page) = page_for(&document.pages, lang, document.source_language)?;
    let (_, text) = document.texts.prefer(of, document.source_language)?;
    Some(MenuItem {
        title: text.title.clone(),
        url: href(site, page),
        key: key.to_owned(),
        lang: foreign(site, lang, of),
        external: false,
    })
}

fn identity(site: &Site, lang: Lang) -> Option<Identity> {
    let code = site.config.languages.code(lang);
    let said = &site.config.identity;
    let agency = site.record("agencies", &said.agency)?;
    let own = |said: &str, field: &str| if said.is_empty() { agency.text(field, code).to_owned() } else { said.to_owned() };
    let phone = own(&said.phone, "phone");
    let address = localized(&said.address, code);
    let (licence, licence_url) = super::pictures::licence(&said.licence);
    let person = site.record("people", &said.responsible);
    Some(Identity {
        name: agency.label(code).to_owned(),
        parent: site
            .record("agencies", agency.text("parent", code))
            .map_or_else(String::new, |parent| parent.label(code).to_owned()),
        address: own(address, "address"),
        phone_url: if phone.is_empty() { String::new() } else { super::facts::tel(&phone) },
        phone,
        email: own(&said.email, "email"),
        responsible: person.map_or_else(String::new, |person| responsible(person, code)),
        licence,
        licence_url,
        note: localized(&said.note, code).to_owned(),
    })
}

fn responsible(person: &Record, code: &str) -> String {
    let role = person.text("role", code);
    if role.is_empty() { person.label(code).to_owned() } else { format!("{}, {role}", person.label(code)) }
}

/// Link cards by group, groups in the order of their first card.
fn links(site: &Site, lang: Lang) -> Vec<LinkGroup> {
    let mut groups: Vec<LinkGroup> = Vec::new();
    for record in site.data.get("links").map_or(&[][..], |set| &set.0) {
        let Some(card) = link_card(site, record, lang) else { continue };
        let id = record.text("group", "");
        match groups.iter_mut().find(|group| group.id == id) {
            Some(group) => group.links.push(card),
            None => groups.push(LinkGroup { id: id.to_owned(), links: vec![card] }),
        }
    }
    groups
}

fn link_card(site: &Site, record: &Record, lang: Lang) -> Option<LinkCard> {
    let code = site.config.languages.code(lang);
    let doc = record.text("doc", code);
    let url = match doc {
        "" => record.text("url", code).to_owned(),
        key => {
            let entry = MenuEntry {
                key: key.trim_start_matches("doc:").to_owned(),
                url: String::new(),
                label: BTreeMap::new(),
                span: crate::model::Span::default(),
            };
            menu_item(site, &entry, lang)?.url
        }
    };
    let host = url.split_once("://").map_or("", |(_, rest)| rest).split('/').next().unwrap_or("");
    Some(LinkCard {
        title: record.label(code).to_owned(),
        host: host.trim_start_matches("www.").to_owned(),
        description: record.text("description", code).to_owned(),
        url,
    })
}

/// Every language with its home page, for `/` and its 404 page.
pub(super) fn doors(site: &Site, shared: &Shared) -> Vec<Door> {
    let door = |(lang, language): (Lang, &crate::model::config::Language)| {
        let own = &shared.sites[lang];
        Door {
            lang: language.code.clone(),
            name: language.name.clone(),
            title: own.title.clone(),
            tagline: own.tagline.clone(),
            url: own.home.clone(),
            az_url: own.az_url.clone(),
            enter: shared.words.word(lang, "door-enter"),
        }
    };
    site.config.languages.iter().map(door).collect()
}
