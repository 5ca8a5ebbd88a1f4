//! What a feed holds, whatever its format: the newest documents of the portal or of a section in one language.
//!
//! A feed belongs to a section's page: it exists in the languages that the page exists in, and stands beside it. The root
//! section's is the language's own. Nothing here depends on the time of the build.

use super::escape;
use super::instant::{self, EPOCH};
use crate::model::config::Language;
use crate::model::document::{DocId, Document, Moment, SectionId, Status, Text};
use crate::model::page::{ListOf, Page};
use crate::model::site::Site;
use crate::model::theme::SlotName;
use crate::model::{Lang, OutPath, UrlPath};
use crate::text;
use crate::view::alternates;
use crate::view::renditions::{self, Use};

/// Documents in a feed.
const ENTRIES: usize = 20;
/// Characters of a summary that is taken from the text.
const SUMMARY_CHARS: usize = 300;
/// The root section.
const ROOT: SectionId = SectionId(0);

/// A feed.
pub(super) struct Feed<'a> {
    pub(super) site: &'a Site,
    pub(super) lang: Lang,
    pub(super) language: &'a Language,
    section: SectionId,
    /// The portal's name, and the section's.
    pub(super) title: String,
    /// One line; may be empty.
    pub(super) subtitle: &'a str,
    /// Newest first.
    pub(super) entries: Vec<Entry<'a>>,
}

/// A document in a feed.
pub(super) struct Entry<'a> {
    site: &'a Site,
    lang: Lang,
    document: &'a Document,
    text: &'a Text,
    page: &'a Page,
    published: Moment,
}

/// A page in another language.
pub(super) struct Twin<'a> {
    /// Language code.
    pub(super) lang: &'a str,
    /// Absolute address.
    pub(super) url: String,
}

/// Files named `name` for all feeds, in an order that [`nth`] knows.
pub(super) fn paths(site: &Site, name: &str) -> Vec<OutPath> {
    scopes(site).map(|(lang, section)| file(site, lang, section, name).out_path()).collect()
}

/// The feed of a part.
pub(super) fn nth(site: &Site, part: u32) -> Option<Feed<'_>> {
    scopes(site).nth(part as usize).map(|(lang, section)| Feed::new(site, lang, section))
}

fn scopes(site: &Site) -> impl Iterator<Item = (Lang, SectionId)> {
    let wanted = site.theme.pages.section_feeds;
    let sections = move |lang: Lang| {
        let exists = move |id: &SectionId| *id == ROOT || (wanted && site.section(*id).pages[lang].is_some());
        let count = u32::try_from(site.sections.len()).unwrap_or(u32::MAX);
        (0..count).map(SectionId).filter(exists).map(move |id| (lang, id))
    };
    site.config.languages.iter().flat_map(move |(lang, _)| sections(lang))
}

/// The address of the section's page.
fn home(site: &Site, lang: Lang, section: SectionId) -> UrlPath {
    let page = site.section(section).pages[lang].map(|id| site.page(id).url.clone());
    page.unwrap_or_else(|| UrlPath::from_segments([site.config.languages.get(lang).prefix.as_str()]))
}

fn file(site: &Site, lang: Lang, section: SectionId, name: &str) -> UrlPath {
    UrlPath::file(&format!("{}{name}", home(site, lang, section)))
}

fn absolute(site: &Site, url: &UrlPath) -> String {
    escape::address(&site.absolute(url)).into_owned()
}

fn twins<'a>(site: &'a Site, page: &'a Page) -> Vec<Twin<'a>> {
    let others = alternates::members(site, page).filter(|(lang, _)| *lang != page.lang);
    others.map(|(lang, other)| Twin { lang: site.config.languages.code(lang), url: absolute(site, &other.url) }).collect()
}

impl<'a> Feed<'a> {
    fn new(site: &'a Site, lang: Lang, section: SectionId) -> Self {
        let language = site.config.languages.get(lang);
        let text = site.section(section).texts.prefer(lang, site.config.default_language).map(|(_, text)| text);
        let (title, subtitle) = if section == ROOT {
            (language.title.clone(), language.tagline.as_str())
        } else {
            let own = text.map_or(site.section(section).key.as_str(), |text| text.title.as_str());
            (format!("{} – {own}", language.title), text.map_or("", |text| text.summary.as_str()))
        };
        Self { site, lang, language, section, title, subtitle, entries: entries(site, lang, section) }
    }

    /// Absolute address of the page that the feed belongs to.
    pub(super) fn home(&self) -> String {
        absolute(self.site, &home(self.site, self.lang, self.section))
    }

    /// Absolute address of the feed's file `name`.
    pub(super) fn file(&self, name: &str) -> String {
        absolute(self.site, &file(self.site, self.lang, self.section, name))
    }

    /// That page in the other languages.
    pub(super) fn twins(&self) -> Vec<Twin<'a>> {
        let page = self.site.section(self.section).pages[self.lang];
        page.map(|id| twins(self.site, self.site.page(id))).unwrap_or_default()
    }

    /// Who answers for the feed: the portal's agency, else the portal.
    pub(super) fn author(&self) -> &'a str {
        agency(self.site, &self.site.config.identity.agency, self.lang).unwrap_or(&self.language.title)
    }

    /// When the newest of its entries changed; for a feed without entries when anything on the portal did. RFC 3339.
    pub(super) fn updated(&self) -> String {
        let own = self.entries.iter().map(Entry::changed).max();
        let published = |document: &&Document| document.status == Status::Published;
        let moment = own.or_else(|| self.site.documents.iter().filter(published).filter_map(instant::changed).max());
        moment.map_or_else(|| EPOCH.to_owned(), |moment| instant::rfc3339(moment, &self.site.config.timezone))
    }
}

/// The newest documents that have a date and a text in the language and may be found.
fn entries(site: &Site, lang: Lang, section: SectionId) -> Vec<Entry<'_>> {
    let Some(list) = site.lists.get(&ListOf::Section(section)) else { return Vec::new() };
    let mut found: Vec<(Moment, DocId)> = list[lang].iter().filter_map(|id| Some((dated(site, *id, lang)?, *id))).collect();
    found.sort_unstable_by_key(|(published, id)| (std::cmp::Reverse(*published), *id));
    found.truncate(ENTRIES);
    found.into_iter().filter_map(|(published, id)| entry(site, lang, id, published)).collect()
}

fn dated(site: &Site, id: DocId, lang: Lang) -> Option<Moment> {
    let document = site.document(id);
    let page = site.page(document.pages[lang]?);
    let shown = document.texts[lang].is_some() && !page.noindex && site.type_of(document).dated;
    document.shared.published.filter(|_| shown)
}

fn entry(site: &Site, lang: Lang, id: DocId, published: Moment) -> Option<Entry<'_>> {
    let document = site.document(id);
    let (text, page) = (document.texts[lang].as_ref()?, site.page(document.pages[lang]?));
    Some(Entry { site, lang, document, text, page, published })
}

fn agency<'a>(site: &'a Site, id: &str, lang: Lang) -> Option<&'a str> {
    let label = site.record("agencies", id).map(|record| record.label(site.config.languages.code(lang)));
    label.filter(|label| !label.is_empty())
}

impl<'a> Entry<'a> {
    /// Title, plain text.
    pub(super) fn title(&self) -> &'a str {
        &self.text.title
    }

    /// Absolute address of the page; it is the entry's id too, for published addresses are kept for ever.
    pub(super) fn url(&self) -> String {
        absolute(self.site, &self.page.url)
    }

    /// The page in the other languages.
    pub(super) fn twins(&self) -> Vec<Twin<'a>> {
        twins(self.site, self.page)
    }

    /// When it was published, RFC 3339.
    pub(super) fn published(&self) -> String {
        instant::rfc3339(self.published, &self.site.config.timezone)
    }

    /// When it last changed, RFC 3339; never before [`Entry::published`].
    pub(super) fn updated(&self) -> String {
        instant::rfc3339(self.changed(), &self.site.config.timezone)
    }

    fn changed(&self) -> Moment {
        instant::changed(self.document).unwrap_or(self.published)
    }

    /// Its summary, else the beginning of its text.
    pub(super) fn summary(&self) -> String {
        if self.text.summary.is_empty() {
            text::excerpt(&self.body(), SUMMARY_CHARS, self.site.config.languages.code(self.lang))
        } else {
            self.text.summary.clone()
        }
    }

    /// The text without its markup.
    pub(super) fn body(&self) -> String {
        self.text.parsed.body.plain_text(&self.site.sources.get(self.text.source).text)
    }

    /// Who wrote the text; the issuing agency where nobody is named. May be empty.
    pub(super) fn authors(&self) -> Vec<&'a str> {
        let writers = self.document.shared.authors.iter().filter(|author| is_writer(&author.role));
        let names: Vec<&str> = writers.map(|author| author.name.as_str()).collect();
        let agency = agency(self.site, &self.document.shared.agency, self.lang);
        if names.is_empty() { agency.into_iter().collect() } else { names }
    }

    /// Others of the byline: photographers, translators, editors.
    pub(super) fn contributors(&self) -> impl Iterator<Item = &'a str> {
        let others = self.document.shared.authors.iter().filter(|author| !is_writer(&author.role));
        others.map(|author| author.name.as_str())
    }

    /// Ids and labels of its terms and places.
    pub(super) fn terms(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let terms = self.document.shared.tags.iter().chain(&self.document.shared.places).map(|id| self.site.term(*id));
        terms.map(|term| (term.id.as_str(), term.labels[self.lang].as_str()))
    }

    /// Absolute address of its cover.
    pub(super) fn cover(&self) -> Option<String> {
        let shown = Use::of_cover(self.site, self.document.shared.cover.as_ref()?, SlotName::Cover)?;
        self.site.asset(shown.asset).picture.map(|_| absolute(self.site, &renditions::main(self.site, shown)))
    }
}

fn is_writer(role: &str) -> bool {
    matches!(role, "" | "text")
}

#[cfg(test)]
mod tests {
    use super::{Feed, nth, paths};
    use crate::emit::test_site::{TestSite, at, day};

    fn titles<'a>(feed: &Feed<'a>) -> Vec<&'a str> {
        feed.entries.iter().map(|entry| entry.title()).collect()
    }

    #[test]
    fn a_feed_stands_beside_every_section_page() {
        let mut test = TestSite::new();
        test.section("news", ["Tin tức", "News"]);
        test.section("press", ["Báo chí", ""]);
        let files = paths(&test.clone().build(), "atom.xml");
        let names: Vec<&str> = files.iter().map(|path| path.as_str()).collect();
        assert_eq!(names, ["vi/atom.xml", "vi/tin-tuc/atom.xml", "vi/bao-chi/atom.xml", "en/atom.xml", "en/news/atom.xml"]);
        test.switches.section_feeds = false;
        assert_eq!(paths(&test.build(), "atom.xml").len(), 2);
    }

    #[test]
    fn the_newest_dated_documents_of_the_language_are_in_it() {
        let mut test = TestSite::new();
        let news = test.section("news", ["Tin tức", "News"]);
        for n in 1..=25 {
            test.document(news, &format!("n{n:02}"), [&format!("Tin {n}"), &format!("Item {n}")]).published =
                Some(day(2026, 3, n));
        }
        test.document(news, "early", ["Sáng nay", ""]).published = Some(at(2026, 3, 25, 6));
        test.document(news, "undated", ["Không ngày", "No date"]);
        let hidden = test.document(news, "hidden", ["Ẩn", "Hidden"]);
        (hidden.published, hidden.noindex) = (Some(day(2026, 4, 1)), [true, true]);
        test.document(news, "stub", ["Có bản gốc", ""]).stub().published = Some(day(2026, 3, 24));
        let site = test.build();
        let vi = titles(&nth(&site, 0).unwrap());
        assert_eq!(vi[..4], ["Sáng nay", "Tin 25", "Tin 24", "Có bản gốc"]);
        assert_eq!(vi.len(), 20);
        let en = titles(&nth(&site, 2).unwrap());
        assert_eq!((en[0], en[19], en.len()), ("Item 25", "Item 6", 20));
    }

    #[test]
    fn the_feed_is_as_new_as_its_entries() {
        let mut test = TestSite::new();
        let news = test.section("news", ["Tin tức", "News"]);
        let empty = test.section("press", ["Báo chí", "Press"]);
        let old = test.document(news, "old", ["Cũ", "Old"]);
        (old.published, old.updated) = (Some(day(2025, 1, 1)), Some(at(2026, 5, 7, 9)));
        test.document(news, "new", ["Mới", "New"]).published = Some(day(2026, 3, 1));
        let site = test.build();
        assert_eq!(Feed::new(&site, site.config.default_language, news).updated(), "2026-05-07T09:00:00+07:00");
        assert_eq!(Feed::new(&site, site.config.default_language, empty).updated(), "2026-05-07T09:00:00+07:00");
        assert_eq!(nth(&TestSite::new().build(), 0).unwrap().updated(), super::EPOCH);
    }
}
