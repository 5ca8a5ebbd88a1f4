//! `sitemap.xml` (<https://www.sitemaps.org/protocol.html>) with the languages and the pictures of every page.
//!
//! Above [`MAX_URLS`] pages, or where pictures make a file too long, `sitemap.xml` is an index of `sitemap-1.xml` ..

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::{Emission, Emitter, escape, instant};
use crate::model::asset::{AssetId, PictureRecord};
use crate::model::document::{Moment, Text};
use crate::model::page::{ListOf, Page, PageKind};
use crate::model::site::Site;
use crate::model::theme::SlotName;
use crate::model::{Lang, OutPath, UrlPath};
use crate::view::alternates;
use crate::view::renditions::{self, Use};

pub(super) const EMITTER: Emitter = Emitter { name: "sitemap", parts, bytes };

/// Pages in a file; the protocol allows 50,000.
const MAX_URLS: usize = 10_000;
/// Bytes in a file; the protocol allows 50 MiB.
const MAX_BYTES: usize = 50_000_000;
/// Pictures of a page; search engines read no more.
const MAX_PICTURES: usize = 1_000;
/// The most markup around one address, in bytes.
const MARKUP: usize = 128;

/// By how much a rendition's address is longer than its source's at most: `-2400`, `webp` for `jpg`, a stem for none.
const RENDITION: usize = 16;

/// Bytes around all pages of a file, at most.
const FRAME: usize = 512;

const HEADER: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

fn parts(site: &Site) -> Vec<OutPath> {
    let count = Plan::new(site).files.len();
    let numbered = (1..=count).filter(|_| count > 1).map(part_name);
    let names = std::iter::once("sitemap.xml".to_owned()).chain(numbered);
    names.map(|name| UrlPath::file(&name).out_path()).collect()
}

fn part_name(number: usize) -> String {
    format!("sitemap-{number}.xml")
}

fn bytes(emission: &Emission<'_>, part: u32) -> Vec<u8> {
    let plan = Plan::new(emission.site);
    let several = plan.files.len() > 1;
    if several && part == 0 {
        return index(emission.site, plan.files.len());
    }
    let place = part as usize - usize::from(several);
    let Some(range) = plan.files.get(place) else { return Vec::new() };
    Writer::new(emission.site).urls(&plan.pages[range.clone()])
}

fn index(site: &Site, count: usize) -> Vec<u8> {
    let mut out = format!("{HEADER}<sitemapindex xmlns=\"{NAMESPACE}\">\n");
    for number in 1..=count {
        let address = site.absolute(&UrlPath::file(&part_name(number)));
        out.push_str("<sitemap><loc>");
        escape::xml(&mut out, &escape::address(&address));
        out.push_str("</loc></sitemap>\n");
    }
    out.push_str("</sitemapindex>\n");
    out.into_bytes()
}

/// Which pages stand in which file.
struct Plan<'a> {
    /// The indexable pages.
    pages: Vec<&'a Page>,
    /// Pages of each file; at least one file.
    files: Vec<Range<usize>>,
}

impl<'a> Plan<'a> {
    fn new(site: &'a Site) -> Self {
        Self::within(site, MAX_BYTES)
    }

    /// Files of at most `max_bytes`; more only where one page alone takes more.
    fn within(site: &'a Site, max_bytes: usize) -> Self {
        let pages: Vec<&Page> = site.pages.iter().filter(|page| is_indexable(page)).collect();
        let room = max_bytes.saturating_sub(FRAME) / longest(site);
        let mut files = Vec::new();
        let (mut start, mut addresses) = (0, 0);
        for (place, page) in pages.iter().enumerate() {
            let own = addresses_of(site, page);
            if place > start && (place - start == MAX_URLS || addresses + own > room) {
                files.push(start..place);
                (start, addresses) = (place, 0);
            }
            addresses += own;
        }
        files.push(start..pages.len());
        Self { pages, files }
    }
}

fn is_indexable(page: &Page) -> bool {
    !page.noindex && !matches!(page.kind, PageKind::Stub(_) | PageKind::NotFound)
}

/// The most bytes that one address takes in the file, with the markup around it.
fn longest(site: &Site) -> usize {
    let length = |text: &str| {
        text.bytes().map(|byte| if byte.is_ascii_alphanumeric() || b"-._/".contains(&byte) { 1 } else { 6 }).sum()
    };
    let urls = site.pages.iter().map(|page| &page.url).chain(site.assets.iter().map(|asset| &asset.url));
    let path: usize = urls.map(|url| length(url.as_str())).max().unwrap_or(0);
    let code: usize = site.config.languages.iter().map(|(_, language)| length(&language.code)).max().unwrap_or(0);
    let base: usize = length(&site.config.base_url);
    MARKUP + code + base + path + RENDITION
}

/// The most addresses that a page's entry has: its own, its languages', the default's and its pictures'.
fn addresses_of(site: &Site, page: &Page) -> usize {
    let (cover, text) = sources_of_pictures(site, page);
    let pictures = usize::from(cover.is_some()) + text.map_or(0, |text| text.images.len());
    2 + site.config.languages.len() + pictures.min(MAX_PICTURES)
}

fn sources_of_pictures<'a>(site: &'a Site, page: &Page) -> (Option<&'a PictureRecord>, Option<&'a Text>) {
    match page.kind {
        PageKind::Document(id) => {
            let document = site.document(id);
            (document.shared.cover.as_ref(), document.texts[page.lang].as_ref())
        }
        PageKind::List { of: ListOf::Section(id), n: 1 } => {
            let section = site.section(id);
            (section.cover.as_ref(), section.texts[page.lang].as_ref())
        }
        _ => (None, None),
    }
}

/// A file under way.
struct Writer<'a> {
    site: &'a Site,
    /// Start of all addresses, escaped.
    base: String,
    /// Language codes, escaped.
    codes: Vec<String>,
    /// When each document last changed.
    changes: Vec<Option<Moment>>,
    /// The newest of a list's changes.
    newest: BTreeMap<(ListOf, Lang), Option<Moment>>,
    out: String,
}

impl<'a> Writer<'a> {
    fn new(site: &'a Site) -> Self {
        let mut base = String::new();
        escape::xml(&mut base, &escape::address(&site.config.base_url));
        let code = |code: &str| {
            let mut out = String::new();
            escape::xml(&mut out, code);
            out
        };
        let codes = site.config.languages.iter().map(|(_, language)| code(&language.code)).collect();
        let changes = site.documents.iter().map(instant::changed).collect();
        Self { site, base, codes, changes, newest: BTreeMap::new(), out: String::new() }
    }

    fn urls(mut self, pages: &[&'a Page]) -> Vec<u8> {
        self.out.reserve(pages.len() * 640 + FRAME);
        self.out.push_str(HEADER);
        self.out.push_str("<urlset xmlns=\"");
        self.out.push_str(NAMESPACE);
        self.out.push_str("\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"");
        self.out.push_str(" xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\">\n");
        for page in pages {
            self.url(page);
        }
        self.out.push_str("</urlset>\n");
        self.out.into_bytes()
    }

    fn url(&mut self, page: &'a Page) {
        self.out.push_str("<url>\n<loc>");
        self.address(&page.url);
        self.out.push_str("</loc>\n");
        if let Some(moment) = self.changed(page) {
            self.out.push_str("<lastmod>");
            self.out.push_str(&instant::day_or_moment(moment, &self.site.config.timezone));
            self.out.push_str("</lastmod>\n");
        }
        for (lang, twin) in alternates::members(self.site, page) {
            self.alternate(Some(lang), &twin.url);
        }
        if let Some(url) = alternates::x_default(self.site, page) {
            self.alternate(None, url);
        }
        self.pictures(page);
        self.out.push_str("</url>\n");
    }

    /// An address of the portal, absolute and escaped.
    fn address(&mut self, url: &UrlPath) {
        self.out.push_str(&self.base);
        escape::xml(&mut self.out, &escape::address(url.as_str().trim_start_matches('/')));
    }

    fn alternate(&mut self, lang: Option<Lang>, url: &UrlPath) {
        self.out.push_str("<xhtml:link rel=\"alternate\" hreflang=\"");
        self.out.push_str(lang.map_or("x-default", |lang| &self.codes[lang.index()]));
        self.out.push_str("\" href=\"");
        self.address(url);
        self.out.push_str("\"/>\n");
    }

    /// When the page last changed: a document's own change, a list's newest. Others have no time that is not the build's.
    fn changed(&mut self, page: &Page) -> Option<Moment> {
        match page.kind {
            PageKind::Document(id) => self.changes[id.0 as usize],
            PageKind::List { of, .. } => {
                let (site, changes) = (self.site, &self.changes);
                let newest = || site.lists.get(&of)?[page.lang].iter().filter_map(|id| changes[id.0 as usize]).max();
                *self.newest.entry((of, page.lang)).or_insert_with(newest)
            }
            _ => None,
        }
    }

    /// The cover and the pictures of the text, each once.
    fn pictures(&mut self, page: &Page) {
        let site = self.site;
        let (cover, text) = sources_of_pictures(site, page);
        let body = text.into_iter().flat_map(|text| renditions::of_text(site, text));
        let slot = if matches!(page.kind, PageKind::Document(_)) { SlotName::Cover } else { SlotName::Hero };
        let cover = cover.and_then(|cover| Use::of_cover(site, cover, slot));
        let mut listed: BTreeSet<AssetId> = BTreeSet::new();
        for shown in cover.into_iter().chain(body) {
            let is_picture = site.asset(shown.asset).picture.is_some();
            if listed.len() < MAX_PICTURES && is_picture && listed.insert(shown.asset) {
                self.out.push_str("<image:image><image:loc>");
                self.address(&renditions::main(site, shown));
                self.out.push_str("</image:loc></image:image>\n");
            }
        }
    }
}

#[cfg(test)]
#[path = "sitemap_tests.rs"]
mod tests;
