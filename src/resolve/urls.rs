//! Pages: every document, list and special page in every language, with its URL, its parent and its pair.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Note, rules};
use crate::model::config::Fallback;
use crate::model::document::{DocId, Document, Section, SectionId, Status, Term, TermId, Text};
use crate::model::page::{ListOf, Page, PageId, PageKind, Pair, PairId};
use crate::model::site::{DataSet, Redirect};
use crate::model::{Lang, Location, PerLang, UrlPath};

use super::lists::Lists;
use super::references::{self, Targets};
use super::{Given, tree};

/// All pages.
pub(super) struct Map {
    pub pages: Vec<Page>,
    pub pairs: Vec<Pair>,
    pub urls: BTreeMap<UrlPath, PageId>,
}

/// Makes all pages, and tells documents, sections and terms theirs.
pub(super) fn pages(
    given: &Given<'_>,
    documents: &mut [Document],
    sections: &mut [Section],
    terms: &mut [Term],
    lists: &Lists,
    notes: &mut Vec<Diagnostic>,
) -> Map {
    let mut maker = Maker {
        given,
        lists,
        map: Map { pages: Vec::new(), pairs: Vec::new(), urls: BTreeMap::new() },
        paths: section_paths(given, sections),
        homes: given.config.languages.per_lang(|_| None),
        origins: Vec::new(),
        notes,
    };
    maker.sections(sections);
    maker.documents(documents, sections);
    maker.terms(terms);
    maker.archives(sections);
    maker.special();
    maker.map
}

struct Maker<'a> {
    given: &'a Given<'a>,
    lists: &'a Lists,
    map: Map,
    /// URL segments of each section in each language, the prefix included.
    paths: Vec<PerLang<Vec<String>>>,
    homes: PerLang<Option<PageId>>,
    /// Where each page comes from, for messages.
    origins: Vec<Option<Source>>,
    notes: &'a mut Vec<Diagnostic>,
}

/// A page before it has an id: address, parent, whether search engines stay away, source.
type Draft = (UrlPath, Option<PageId>, bool, Option<Source>);

/// What a page is made from.
#[derive(Debug, Clone, Copy)]
struct Source {
    at: Location,
    /// Its slug was made from its title.
    titled: bool,
}

fn section_paths(given: &Given<'_>, sections: &[Section]) -> Vec<PerLang<Vec<String>>> {
    let mut paths: Vec<PerLang<Vec<String>>> = Vec::with_capacity(sections.len());
    for section in sections {
        let slugs = tree::slugs(section);
        let path = given.config.languages.per_lang(|lang| match section.parent {
            Some(parent) => [paths[parent.0 as usize][lang].as_slice(), &[slugs[lang].clone()]].concat(),
            None => vec![given.config.languages.get(lang).prefix.clone()],
        });
        paths.push(path);
    }
    paths
}

impl Maker<'_> {
    fn add(&mut self, page: Page, origin: Option<Source>) -> Option<PageId> {
        if let Some(taken) = self.map.urls.get(&page.url) {
            let there = self.origins[taken.0 as usize];
            if let Some(here) = origin {
                self.notes.extend(self.taken(&page.url, here, there));
            }
            return None;
        }
        let id = PageId(u32::try_from(self.map.pages.len()).unwrap_or(u32::MAX));
        self.map.urls.insert(page.url.clone(), id);
        self.map.pages.push(page);
        self.origins.push(origin);
        Some(id)
    }

    /// An address that two pages want. A page of our own loses it in silence, since the other's slug is noted as reserved, and so
    /// does a term, since its data file is noted.
    fn taken(&self, url: &UrlPath, here: Source, there: Option<Source>) -> Option<Diagnostic> {
        if there.is_some_and(|there| there.at.source == here.at.source) {
            return None;
        }
        let path = there.map_or("hoaban", |there| self.given.inputs.sources.get(there.at.source).path.as_str());
        let note = if here.titled && there.is_some_and(|there| there.titled) {
            let slug = url.as_str().trim_end_matches('/').rsplit('/').next().unwrap_or_default();
            Note::new(&rules::SLUG_COLLISION, here.at.span).arg("slug", slug).arg("other", path)
        } else {
            Note::new(&rules::URL_TAKEN, here.at.span).arg("url", url.as_str()).arg("path", path)
        };
        let diagnostic = note.help("help").at(here.at.source);
        Some(match there {
            Some(there) => diagnostic.related(there.at, "related"),
            None => diagnostic,
        })
    }

    /// A page in every language that `url` gives one, as one pair.
    fn pair(&mut self, kind: impl Fn(Lang) -> PageKind, pages: PerLang<Option<Draft>>) -> PerLang<Option<PageId>> {
        let pair = PairId(u32::try_from(self.map.pairs.len()).unwrap_or(u32::MAX));
        let mut slots = self.given.config.languages.per_lang(|_| None);
        let mut ids = self.given.config.languages.per_lang(|_| None);
        for (lang, page) in pages.iter() {
            let Some((url, parent, noindex, origin)) = page.clone() else { continue };
            let kind = kind(lang);
            let id = self.add(Page { kind, lang, url, parent, pair, noindex }, origin);
            ids[lang] = id;
            slots[lang] = id.filter(|_| !noindex && !matches!(kind, PageKind::Stub(_)));
        }
        self.map.pairs.push(Pair(slots));
        ids
    }

    fn url(&self, section: SectionId, lang: Lang, rest: &[&str]) -> UrlPath {
        let path = self.paths[section.0 as usize][lang].iter().map(String::as_str);
        UrlPath::from_segments(path.chain(rest.iter().copied()))
    }

    /// All pages of a list; `first` says where page 1 is, and its parent.
    fn list(
        &mut self,
        of: ListOf,
        per_page: u32,
        always: &PerLang<bool>,
        noindex: &PerLang<bool>,
        first: impl Fn(&Self, Lang) -> (Vec<String>, Option<PageId>, Option<Source>),
    ) -> PerLang<Option<PageId>> {
        let count = |lang: Lang| self.lists.get(&of).map_or(0, |list| list[lang].len());
        let pages = self.given.config.languages.per_lang(|lang| count(lang).div_ceil(per_page.max(1) as usize));
        let wanted =
            self.given.config.languages.per_lang(|lang| if always[lang] { pages[lang].max(1) } else { pages[lang] });
        let most = wanted.iter().map(|(_, count)| *count).max().unwrap_or(0);
        let mut firsts = self.given.config.languages.per_lang(|_| None);
        for n in 1..=most {
            let made = self.given.config.languages.per_lang(|lang| {
                (n <= wanted[lang]).then(|| {
                    let (path, parent, origin) = first(self, lang);
                    let number = n.to_string();
                    let rest = if n == 1 { vec![] } else { vec!["page", number.as_str()] };
                    let url = UrlPath::from_segments(path.iter().map(String::as_str).chain(rest));
                    (url, if n == 1 { parent } else { firsts[lang] }, noindex[lang], origin)
                })
            });
            let n = u32::try_from(n).unwrap_or(u32::MAX);
            let ids = self.pair(|_| PageKind::List { of, n }, made);
            if n == 1 {
                firsts = ids;
            }
        }
        firsts
    }

    fn sections(&mut self, sections: &mut [Section]) {
        for index in 0..sections.len() {
            let id = SectionId(u32::try_from(index).unwrap_or(u32::MAX));
            let section = &sections[index];
            let always = section.texts.map(|_, text| text.is_some() || index == 0);
            let noindex = section.texts.map(|_, text| text.as_ref().is_some_and(|text| text.noindex));
            let origins = section.texts.map(|_, text| text.as_ref().map(origin));
            let per_page = if index == 0 { u32::MAX } else { section.per_page };
            let parents = section.parent.map(|parent| sections[parent.0 as usize].pages.clone());
            let ids = self.list(ListOf::Section(id), per_page, &always, &noindex, |maker, lang| {
                let parent = parents.as_ref().and_then(|pages| pages[lang]);
                (maker.paths[index][lang].clone(), parent, origins[lang])
            });
            if index == 0 {
                self.homes = ids.clone();
            }
            sections[index].pages = ids;
        }
    }

    fn documents(&mut self, documents: &mut [Document], sections: &[Section]) {
        for (index, document) in documents.iter_mut().enumerate() {
            if document.status != Status::Published {
                continue;
            }
            let id = DocId(u32::try_from(index).unwrap_or(u32::MAX));
            let section = &sections[document.section.0 as usize];
            let stub = section.fallback == Fallback::Stub;
            let original = document.texts.prefer(document.source_language, document.source_language);
            let original = original.map(|(_, text)| (text.slug.clone(), origin(text)));
            let made = document.texts.map(|lang, text| {
                let parent = section.pages[lang].or(self.homes[lang]);
                match (text, &original) {
                    (Some(text), _) => {
                        let url = self.url(document.section, lang, &[&text.slug]);
                        Some((url, parent, text.noindex, Some(origin(text))))
                    }
                    (None, Some((slug, at))) if stub => {
                        Some((self.url(document.section, lang, &[slug]), parent, true, Some(*at)))
                    }
                    _ => None,
                }
            });
            let has = document.texts.map(|_, text| text.is_some());
            document.pages = self.pair(|lang| if has[lang] { PageKind::Document(id) } else { PageKind::Stub(id) }, made);
        }
    }

    fn terms(&mut self, terms: &mut [Term]) {
        let places = self.given.theme.pages.places;
        if terms.iter().any(|term| !term.documents.is_empty()) {
            let made = self.special_urls(&["tags"], false);
            self.pair(|_| PageKind::Terms, made);
        }
        for (index, term) in terms.iter_mut().enumerate().filter(|(_, term)| places || term.vocabulary != "places") {
            let id = TermId(u32::try_from(index).unwrap_or(u32::MAX));
            let none = self.given.config.languages.per_lang(|_| false);
            let (vocabulary, slugs, at) = (term.vocabulary.clone(), term.slugs.clone(), term.at);
            term.pages = self.list(ListOf::Term(id), 20, &none, &none, |maker, lang| {
                let home = maker.homes[lang];
                let prefix = maker.given.config.languages.get(lang).prefix.clone();
                (vec![prefix, vocabulary.clone(), slugs[lang].clone()], home, Some(Source { at, titled: false }))
            });
        }
    }

    fn archives(&mut self, sections: &[Section]) {
        let dated: Vec<ListOf> =
            self.lists.keys().copied().filter(|of| matches!(of, ListOf::Year(..) | ListOf::Month(..))).collect();
        for of in dated {
            let (section, path) = match of {
                ListOf::Year(section, year) => (section, vec![format!("{year:04}")]),
                ListOf::Month(section, year, month) => (section, vec![format!("{year:04}"), format!("{month:02}")]),
                _ => continue,
            };
            let none = self.given.config.languages.per_lang(|_| false);
            let parents = sections[section.0 as usize].pages.clone();
            self.list(of, 50, &none, &none, |maker, lang| {
                let own = maker.paths[section.0 as usize][lang].iter().chain(&path).cloned().collect();
                (own, parents[lang], None)
            });
        }
    }

    fn special_urls(&self, rest: &[&str], noindex: bool) -> PerLang<Option<Draft>> {
        self.given
            .config
            .languages
            .per_lang(|lang| Some((self.url(SectionId(0), lang, rest), self.homes[lang], noindex, None)))
    }

    fn special(&mut self) {
        let switches = self.given.theme.pages;
        if switches.az {
            let made = self.special_urls(&["a-z"], false);
            self.pair(|_| PageKind::Az, made);
        }
        if switches.search {
            let made = self.special_urls(&["search"], false);
            self.pair(|_| PageKind::Search, made);
        }
        if switches.data && self.given.config.search.data {
            let made = self.special_urls(&["data"], false);
            self.pair(|_| PageKind::Data, made);
        }
        let not_found = self.given.config.languages.per_lang(|lang| {
            let prefix = &self.given.config.languages.get(lang).prefix;
            Some((UrlPath::file(&format!("{prefix}/404.html")), self.homes[lang], true, None))
        });
        self.pair(|_| PageKind::NotFound, not_found);
        let at_root = self.given.config.languages.iter().any(|(_, language)| language.prefix.is_empty());
        let default = self.given.config.default_language;
        for (kind, url) in [(PageKind::Root, UrlPath::from_segments([])), (PageKind::NotFound, UrlPath::file("404.html"))] {
            if at_root {
                break;
            }
            let noindex = kind == PageKind::NotFound;
            let made =
                self.given.config.languages.per_lang(|lang| (lang == default).then(|| (url.clone(), None, noindex, None)));
            self.pair(|_| kind, made);
        }
    }
}

/// Where a text's page comes from: its slug, or its title, which makes its slug.
fn origin(text: &Text) -> Source {
    let slug = text.parsed.front.get("slug").map(|entry| entry.item.span);
    Source { at: Location { source: text.source, span: slug.unwrap_or(text.title_span) }, titled: slug.is_none() }
}

/// Old addresses, from `aliases` and from the data file `redirects`.
pub(super) fn redirects(
    targets: &Targets<'_>,
    documents: &[Document],
    sections: &[Section],
    data: &BTreeMap<String, DataSet>,
    notes: &mut Vec<Diagnostic>,
) -> Vec<Redirect> {
    let mut found: BTreeMap<UrlPath, Redirect> = BTreeMap::new();
    let mut add = |redirect: Redirect, alias: &str, notes: &mut Vec<Diagnostic>| {
        let page = targets.urls.contains_key(&redirect.from);
        if page || found.contains_key(&redirect.from) {
            let cause = if page { "cause-taken" } else { "cause-twice" };
            let note = Note::new(&rules::ALIAS_INVALID, redirect.at.span).cause(cause).arg("alias", alias);
            notes.push(note.help("help").at(redirect.at.source));
        } else {
            found.insert(redirect.from.clone(), redirect);
        }
    };
    let pages = documents.iter().map(|d| (&d.texts, &d.pages)).chain(sections.iter().map(|s| (&s.texts, &s.pages)));
    for (texts, pages) in pages {
        for (lang, text) in texts.present() {
            let Some(page) = pages[lang] else { continue };
            for (alias, span) in &text.aliases {
                let at = Location { source: text.source, span: *span };
                let to = targets.pages[page.0 as usize].url.as_str().to_owned();
                add(Redirect { from: alias_path(alias), to, lang, at }, alias, notes);
            }
        }
    }
    for record in data.get("redirects").map_or(&[][..], |set| &set.0) {
        let (from, to) = (record.text("from", ""), record.text("to", ""));
        let lang = targets.context.given.config.default_language;
        let target = references::address(targets, to, documents, sections);
        match target {
            Some(to) if super::front::is_alias(from) => {
                add(Redirect { from: alias_path(from), to, lang, at: record.at }, from, notes)
            }
            Some(_) => notes
                .push(Note::new(&rules::ALIAS_INVALID, record.at.span).arg("alias", from).help("help").at(record.at.source)),
            None => notes
                .push(Note::new(&rules::LINK_UNKNOWN, record.at.span).arg("target", to).help("help").at(record.at.source)),
        }
    }
    found.into_values().collect()
}

/// An alias as the path of a page: `/a/b` and `/a/b/` are folders, `/a/b.html` is a file.
fn alias_path(alias: &str) -> UrlPath {
    let file = alias.rsplit('/').next().is_some_and(|last| last.contains('.'));
    if file { UrlPath::file(alias) } else { UrlPath::from_segments(alias.split('/')) }
}
