//! Stage 5: one page as a template sees it.
//!
//! In: the [`Site`], what all pages share ([`Shared`]) and a page's id. Out: a [`PageView`], plain data. Pure; nothing here judges,
//! and nothing here knows of templates. What a page lists is decided here, so that it is known what a page uses.

pub mod alternates;
pub mod body;
mod cards;
mod directives;
mod document;
pub mod facts;
mod formats;
pub mod html;
pub mod links;
mod lists;
pub mod model;
pub mod pictures;
mod related;
pub mod renditions;
pub mod share;
mod site_view;
mod structured;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::model::asset::AssetId;
use crate::model::document::{DocId, SectionId, Text};
use crate::model::page::{ListOf, Page, PageId, PageKind};
use crate::model::site::Site;
use crate::model::theme::SlotName;
use crate::model::{Digest, Lang, PerLang};
use crate::picture::card;
use crate::picture::tone::Tone;
use crate::text;
use crate::words::{WordArg, Words};

pub use formats::{Formats, rfc3339};
use model::{Alternate, CardView, FeedLink, IntroView, Kind, OgImage, OpenGraph, PageView, SiteView, SwitchItem};
use renditions::Use;

/// What all pages of one build share, with the colours that stand in pictures' places.
#[derive(Clone, Copy)]
pub struct Shared<'a> {
    common: &'a Common,
    tones: &'a dyn Tones,
}

impl std::ops::Deref for Shared<'_> {
    type Target = Common;

    fn deref(&self) -> &Common {
        self.common
    }
}

/// Looks at pictures' pixels; the same picture always gives the same tone.
pub trait Tones: Sync {
    /// The colour that stands in a picture's place while it loads; none for one that is not opaque.
    fn tone(&self, asset: AssetId) -> Option<Tone>;
}

/// Sees no pixels.
#[derive(Debug, Clone, Copy)]
pub struct NoTones;

impl Tones for NoTones {
    fn tone(&self, _: AssetId) -> Option<Tone> {
        None
    }
}

/// What all pages of one build share; cards are made when first asked for.
pub struct Common {
    /// Interface words.
    pub words: Arc<Words>,
    /// What all pages of a language see.
    pub sites: PerLang<Arc<SiteView>>,
    /// Forms of dates and numbers.
    pub formats: PerLang<Formats>,
    /// Digest of what share cards are drawn with; none where there are none.
    pub cards: Option<Digest>,
    in_lists: PerLang<Vec<OnceLock<Option<Arc<CardView>>>>>,
    related: Vec<OnceLock<Vec<DocId>>>,
}

impl Common {
    /// What all pages of the site share. `cards` is the digest of what share cards are drawn with. `assets` maps the theme's asset names to their published addresses.
    #[must_use]
    pub fn new(
        site: &Site,
        words: Arc<Words>,
        assets: &BTreeMap<String, String>,
        cards: Option<Digest>,
        preview: bool,
    ) -> Self {
        let languages = &site.config.languages;
        let slots = || site.documents.iter().map(|_| OnceLock::new()).collect();
        Self {
            sites: languages.per_lang(|lang| Arc::new(site_view::site_view(site, lang, &words, assets, preview))),
            formats: languages.per_lang(|lang| Formats::of(&words, lang)),
            in_lists: languages.per_lang(|_| slots()),
            cards,
            related: site.documents.iter().map(|_| OnceLock::new()).collect(),
            words,
        }
    }

    /// Together with a look at the pictures.
    #[must_use]
    pub fn with<'a>(&'a self, tones: &'a dyn Tones) -> Shared<'a> {
        Shared { common: self, tones }
    }
}

impl Shared<'_> {
    /// The documents most related to one, best first, as many as the theme shows.
    fn related(&self, site: &Site, id: DocId, lang: Lang) -> Vec<DocId> {
        let limit = site.theme.related as usize;
        let shown = |other: &DocId| site.document(*other).pages[lang].is_some();
        let best = self.related[id.0 as usize].get_or_init(|| related::related(site, id, limit, |_| true));
        if best.iter().all(shown) { best.clone() } else { related::related(site, id, limit, shown) }
    }

    /// A document's card in a language.
    #[must_use]
    pub fn card(&self, site: &Site, id: DocId, lang: Lang) -> Option<Arc<CardView>> {
        self.in_lists[lang][id.0 as usize].get_or_init(|| cards::of_document(site, self, id, lang)).clone()
    }
}

/// A page's view.
#[must_use]
pub fn page(site: &Site, shared: &Shared, id: PageId) -> PageView {
    let page = site.page(id);
    let mut view = frame(site, shared, id, page);
    match page.kind {
        PageKind::Document(id) | PageKind::Stub(id) => document::fill(site, shared, page, id, &mut view),
        PageKind::List { of, n } => lists::fill(site, shared, page, of, n, &mut view),
        PageKind::Terms => view.vocabularies = lists::vocabularies(site, page.lang),
        PageKind::Az => view.letters = lists::letters(site, page.lang),
        PageKind::Search => {
            view.vocabularies = lists::vocabularies(site, page.lang);
            view.sections = lists::sections(site, shared, SectionId(0), page.lang);
            view.archives = lists::archives(site, shared, page.lang);
        }
        PageKind::Data => {}
        PageKind::Root | PageKind::NotFound => view.doors = site_view::doors(site, shared),
    }
    view.json_ld = structured::json_ld(site, shared, page, &view);
    view
}

/// What every page has, whatever it shows.
fn frame(site: &Site, shared: &Shared, id: PageId, page: &Page) -> PageView {
    let lang = page.lang;
    let language = site.config.languages.get(lang);
    let (kind, template) = kind(site, page);
    let title = title(site, shared, page);
    let alternates = alternate_links(site, page);
    let section = section_of(site, page);
    let permalink = site.absolute(&page.url);
    PageView {
        kind,
        template,
        lang: language.code.clone(),
        url: site.href(&page.url),
        canonical: permalink.clone(),
        permalink,
        noindex: page.noindex,
        head_title: head_title(site, shared, page, &title),
        description: description(site, page),
        x_default: x_default(site, page),
        open_graph: open_graph(site, shared, page, &title, &alternates),
        alternates,
        switcher: switcher(site, id, page),
        crumbs: crumbs(site, page),
        section: section.map_or_else(String::new, |id| site.section(id).key.clone()),
        section_title: section.map_or_else(String::new, |id| links::section_title(site, id, lang).to_owned()),
        feeds: feeds(site, shared, page),
        json_ld: String::new(),
        document: None,
        intro: None,
        list: None,
        lists: Vec::new(),
        sections: Vec::new(),
        vocabularies: Vec::new(),
        letters: Vec::new(),
        archive: Vec::new(),
        archives: Vec::new(),
        doors: Vec::new(),
        title,
    }
}

fn kind(site: &Site, page: &Page) -> (Kind, String) {
    let (kind, template) = match page.kind {
        PageKind::Document(id) => (Kind::Document, site.type_of(site.document(id)).template.as_str()),
        PageKind::Stub(_) => (Kind::Stub, "stub.html"),
        PageKind::List { of: ListOf::Section(SectionId(0)), .. } => (Kind::Home, "home.html"),
        PageKind::List { of: ListOf::Section(_), .. } => (Kind::Section, "section.html"),
        PageKind::List { of: ListOf::Term(_), .. } => (Kind::Term, "term.html"),
        PageKind::List { .. } => (Kind::Archive, "archive.html"),
        PageKind::Terms => (Kind::Terms, "terms.html"),
        PageKind::Az => (Kind::Az, "az.html"),
        PageKind::Search => (Kind::Search, "search.html"),
        PageKind::Data => (Kind::Data, "data.html"),
        PageKind::NotFound => (Kind::NotFound, "404.html"),
        PageKind::Root => (Kind::Root, "root.html"),
    };
    (kind, template.to_owned())
}

/// The page's heading.
fn title(site: &Site, shared: &Shared, page: &Page) -> String {
    let word = |id| shared.words.word(page.lang, id);
    match page.kind {
        PageKind::Document(id) | PageKind::Stub(id) => {
            text_of(site, id, page.lang).map_or_else(String::new, |text| text.title.clone())
        }
        PageKind::List { of, .. } => list_title(site, shared, of, page.lang),
        PageKind::Terms => word("terms-title"),
        PageKind::Az => word("az-title"),
        PageKind::Search => word("search"),
        PageKind::Data => word("data-title"),
        PageKind::NotFound => word("not-found-title"),
        PageKind::Root => word("root-title"),
    }
}

fn list_title(site: &Site, shared: &Shared, of: ListOf, lang: Lang) -> String {
    let section = |id: SectionId| links::section_title(site, id, lang).to_owned();
    match of {
        ListOf::Section(SectionId(0)) => {
            let text = site.section(SectionId(0)).texts[lang].as_ref();
            text.map_or_else(|| site.config.languages.get(lang).title.clone(), |text| text.title.clone())
        }
        ListOf::Section(id) => section(id),
        ListOf::Term(id) => site.term(id).labels[lang].clone(),
        ListOf::Year(id, year) => {
            let args = [("title", WordArg::Text(section(id))), ("year", WordArg::Text(year.to_string()))];
            shared.words.format(lang, "archive-year", &args).unwrap_or_else(|_| section(id))
        }
        ListOf::Month(id, year, month) => {
            let args =
                [("title", WordArg::Text(section(id))), ("month", WordArg::Text(month_title(shared, lang, year, month)))];
            shared.words.format(lang, "archive-month", &args).unwrap_or_else(|_| section(id))
        }
    }
}

/// `tháng 5 năm 2026`, `May 2026`
fn month_title(shared: &Shared, lang: Lang, year: i16, month: i8) -> String {
    jiff::civil::Date::new(year, month, 1).map_or_else(|_| String::new(), |date| shared.formats[lang].dates.month_year(date))
}

fn head_title(site: &Site, shared: &Shared, page: &Page, title: &str) -> String {
    let portal = &site.config.languages.get(page.lang).title;
    let title = match page.kind {
        PageKind::List { n, .. } if n > 1 => {
            let args = [("title", WordArg::Text(title.to_owned())), ("n", WordArg::Text(n.to_string()))];
            shared.words.format(page.lang, "page-title-n", &args).unwrap_or_else(|_| title.to_owned())
        }
        _ => title.to_owned(),
    };
    if title == *portal { title } else { format!("{title} | {portal}") }
}

/// The text of a document that a page in a language shows: its own, else the original.
fn text_of(site: &Site, id: DocId, lang: Lang) -> Option<&Text> {
    let document = site.document(id);
    document.texts.prefer(lang, document.source_language).map(|(_, text)| text)
}

fn description(site: &Site, page: &Page) -> String {
    let code = site.config.languages.code(page.lang);
    match page.kind {
        PageKind::Document(id) | PageKind::Stub(id) => {
            text_of(site, id, page.lang).map_or_else(String::new, |text| summary(site, text, code))
        }
        PageKind::List { of: ListOf::Section(id), .. } => {
            let text = site.section(id).texts[page.lang].as_ref();
            text.map_or_else(String::new, |text| summary(site, text, code))
        }
        PageKind::List { of: ListOf::Term(id), .. } => site.term(id).descriptions[page.lang].clone(),
        PageKind::Root => site.config.languages.get(page.lang).tagline.clone(),
        _ => String::new(),
    }
}

/// The summary, else the first sentences of the body.
fn summary(site: &Site, text: &Text, code: &str) -> String {
    if !text.summary.is_empty() {
        return text.summary.clone();
    }
    let plain = text.parsed.body.plain_text(&site.sources.get(text.source).text);
    let words: Vec<&str> = plain.split_whitespace().take(60).collect();
    text::excerpt(&words.join(" "), 160, code)
}

/// The page in each language that has it, in the portal's order; empty for pages outside of search engines.
fn alternate_links(site: &Site, page: &Page) -> Vec<Alternate> {
    if page.noindex {
        return Vec::new();
    }
    let link = |(lang, twin): (Lang, &Page)| Alternate {
        lang: site.config.languages.code(lang).to_owned(),
        url: site.absolute(&twin.url),
    };
    alternates::members(site, page).map(link).collect()
}

/// The address for readers of other languages.
fn x_default(site: &Site, page: &Page) -> Option<String> {
    alternates::x_default(site, page).filter(|_| !page.noindex).map(|url| site.absolute(url))
}

/// Every language: the same page, else the nearest page above it that the language has.
fn switcher(site: &Site, id: PageId, page: &Page) -> Vec<SwitchItem> {
    let item = |(lang, language): (Lang, &crate::model::config::Language)| {
        let same = same_page(site, id, page, lang);
        let target = same.or_else(|| above(site, page, lang)).or(site.section(SectionId(0)).pages[lang]);
        SwitchItem {
            lang: language.code.clone(),
            name: language.name.clone(),
            url: target.map_or_else(|| "/".to_owned(), |id| links::href(site, id)),
            current: lang == page.lang,
            available: same.is_some(),
        }
    };
    site.config.languages.iter().map(item).collect()
}

/// The same page in a language; a stub's is the document's page.
fn same_page(site: &Site, id: PageId, page: &Page, lang: Lang) -> Option<PageId> {
    if lang == page.lang {
        return Some(id);
    }
    match page.kind {
        PageKind::Document(id) | PageKind::Stub(id) => site.document(id).pages[lang],
        PageKind::NotFound => {
            site.pages.iter().position(|other| other.kind == page.kind && other.lang == lang).map(|at| PageId(at as u32))
        }
        _ => site.pairs[page.pair.0 as usize].0[lang],
    }
}

fn above(site: &Site, page: &Page, lang: Lang) -> Option<PageId> {
    let mut parent = page.parent;
    while let Some(id) = parent {
        let page = site.page(id);
        if let Some(same) = same_page(site, id, page, lang) {
            return Some(same);
        }
        parent = page.parent;
    }
    None
}

fn crumbs(site: &Site, page: &Page) -> Vec<model::Link> {
    let mut crumbs = Vec::new();
    let mut parent = page.parent;
    while let Some(id) = parent {
        let above = site.page(id);
        crumbs.push(model::Link { title: crumb_title(site, above), url: site.href(&above.url), lang: None });
        parent = above.parent;
    }
    crumbs.reverse();
    crumbs
}

fn crumb_title(site: &Site, page: &Page) -> String {
    match page.kind {
        PageKind::List { of: ListOf::Section(id), .. } => links::section_title(site, id, page.lang).to_owned(),
        PageKind::List { of: ListOf::Term(id), .. } => site.term(id).labels[page.lang].clone(),
        PageKind::List { of: ListOf::Year(_, year) | ListOf::Month(_, year, _), .. } => year.to_string(),
        _ => site.config.languages.get(page.lang).title.clone(),
    }
}

fn section_of(site: &Site, page: &Page) -> Option<SectionId> {
    let id = match page.kind {
        PageKind::Document(id) | PageKind::Stub(id) => site.document(id).section,
        PageKind::List { of: ListOf::Section(id) | ListOf::Year(id, _) | ListOf::Month(id, ..), .. } => id,
        _ => return None,
    };
    (site.section(id).parent.is_some()).then_some(id)
}

fn feeds(site: &Site, shared: &Shared, page: &Page) -> Vec<FeedLink> {
    let own = &shared.sites[page.lang];
    let mut feeds = Vec::new();
    let mut add = |title: &str, folder: &str| {
        feeds.push(FeedLink {
            title: title.to_owned(),
            url: format!("{folder}atom.xml"),
            media_type: "application/atom+xml",
        });
        if site.theme.pages.json_feed {
            feeds.push(FeedLink {
                title: title.to_owned(),
                url: format!("{folder}feed.json"),
                media_type: "application/feed+json",
            });
        }
    };
    if matches!(page.kind, PageKind::Root) {
        return feeds;
    }
    add(&own.title, &own.home);
    let section = section_of(site, page).filter(|_| site.theme.pages.section_feeds);
    if let Some((id, first)) = section.and_then(|id| Some((id, site.section(id).pages[page.lang]?))) {
        let title = format!("{} – {}", own.title, links::section_title(site, id, page.lang));
        add(&title, &links::href(site, first));
    }
    feeds
}

fn open_graph(site: &Site, shared: &Shared, page: &Page, title: &str, alternates: &[Alternate]) -> OpenGraph {
    let own = site.config.languages.get(page.lang);
    let others = alternates.iter().filter(|alternate| alternate.lang != own.code);
    let locale = |alternate: &Alternate| {
        let lang = site.config.languages.find(&alternate.lang)?;
        Some(site.config.languages.get(lang).locale.clone())
    };
    OpenGraph {
        kind: if matches!(page.kind, PageKind::Document(_)) { "article" } else { "website" },
        locale: own.locale.clone(),
        locale_alternate: others.filter_map(locale).collect(),
        image: share_image(site, shared, page, title).or_else(|| cover_image(site, page)),
    }
}

fn share_image(site: &Site, shared: &Shared, page: &Page, title: &str) -> Option<OgImage> {
    let url = site.absolute(&share::url(site, shared, page)?);
    Some(OgImage { url, width: card::WIDTH, height: card::HEIGHT, alt: title.to_owned() })
}

/// The picture that stands for a page by itself, without words on it.
fn cover_image(site: &Site, page: &Page) -> Option<OgImage> {
    let (slot, record, texts) = match page.kind {
        PageKind::Document(id) | PageKind::Stub(id) => {
            (SlotName::Cover, site.document(id).shared.cover.as_ref()?, &site.document(id).texts)
        }
        PageKind::List { of: ListOf::Section(id), .. } => {
            (SlotName::Hero, site.section(id).cover.as_ref()?, &site.section(id).texts)
        }
        _ => return None,
    };
    let (lang, text) = texts.prefer(page.lang, site.config.default_language)?;
    let shown = Use::of_cover(site, record, slot)?;
    let facts = site.asset(shown.asset).picture?;
    let alt = pictures::alt(site, record, lang, &text.cover_alt);
    let plan = renditions::plan(site, shown);
    let (url, width, height) = match plan.as_ref().and_then(renditions::Plan::main) {
        Some(main) => (&main.url, main.rendition.width, main.rendition.height),
        None => (&site.asset(shown.asset).url, facts.width, facts.height),
    };
    Some(OgImage { url: site.absolute(url), width, height, alt })
}

/// A section's or home page's own text.
fn intro(site: &Site, shared: &Shared, id: SectionId, lang: Lang) -> Option<IntroView> {
    let section = site.section(id);
    let text = section.texts[lang].as_ref()?;
    let cover = section
        .cover
        .as_ref()
        .and_then(|cover| pictures::cover(site, shared, cover, SlotName::Hero, lang, &text.cover_alt, &text.cover_caption));
    Some(IntroView { summary: text.summary.clone(), body: body::html(site, shared, lang, text), cover })
}
