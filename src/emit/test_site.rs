//! Small portals made by hand, for the emitters' tests: Vietnamese and English, below the path `/cong/` of their host.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::date;

use super::{Emission, Emitter};
use crate::model::asset::{Asset, AssetId, PictureFacts, PictureKind, PictureRecord, PictureText};
use crate::model::body::{Body, Element, Image, Node};
use crate::model::config::{Config, Fallback, Identity, Language, Languages, PictureSettings};
use crate::model::content_type::{ContentType, Sort};
use crate::model::document::{
    Author, DocId, Document, Moment, Parsed, Section, SectionId, Shared, Status, Term, TermId, Text, TypeId,
};
use crate::model::page::{ListOf, Page, PageId, PageKind, Pair, PairId};
use crate::model::site::{Redirect, Site};
use crate::model::source::{Flaws, Source, Sources};
use crate::model::theme::{PageSwitches, ThemeSettings};
use crate::model::{Digest, Lang, Location, PerLang, SourceId, SourcePath, Span, UrlPath};

const PER_PAGE: usize = 20;

/// A portal to be.
#[derive(Clone)]
pub(crate) struct TestSite {
    pub(crate) switches: PageSwitches,
    pub(crate) base_url: String,
    sections: Vec<(String, [String; 2])>,
    documents: Vec<TestDocument>,
    terms: Vec<(String, [String; 2])>,
    redirects: Vec<(String, String, usize)>,
}

/// A document to be; a language without a title has no text.
#[derive(Clone, Default)]
pub(crate) struct TestDocument {
    section: u32,
    key: String,
    titles: [String; 2],
    stub: bool,
    body: String,
    pub(crate) published: Option<Moment>,
    pub(crate) updated: Option<Moment>,
    pub(crate) noindex: [bool; 2],
    pub(crate) summary: [String; 2],
    pub(crate) tags: Vec<TermId>,
    pub(crate) authors: Vec<(&'static str, &'static str)>,
    pub(crate) cover: Option<&'static str>,
    pub(crate) images: Vec<String>,
}

impl TestDocument {
    pub(crate) fn body(&mut self, body: &str) -> &mut Self {
        body.clone_into(&mut self.body);
        self
    }

    /// Has a notice in the language that it lacks.
    pub(crate) fn stub(&mut self) -> &mut Self {
        self.stub = true;
        self
    }
}

/// A day.
pub(crate) fn day(year: i16, month: i8, day: i8) -> Moment {
    Moment { at: date(year, month, day).at(0, 0, 0, 0), has_time: false }
}

/// A full hour.
pub(crate) fn at(year: i16, month: i8, day: i8, hour: i8) -> Moment {
    Moment { at: date(year, month, day).at(hour, 0, 0, 0), has_time: true }
}

/// An emitter's part; words are `<language>:<id>`.
pub(crate) fn text(emitter: &Emitter, site: &Site, part: u32) -> String {
    let words = |lang: Lang, id: &str| format!("{}:{id}", site.config.languages.code(lang));
    String::from_utf8((emitter.bytes)(&Emission { site, words: &words }, part)).unwrap()
}

/// An emitter's files.
pub(crate) fn paths(emitter: &Emitter, site: &Site) -> Vec<String> {
    (emitter.parts)(site).iter().map(ToString::to_string).collect()
}

impl TestSite {
    pub(crate) fn new() -> Self {
        Self {
            switches: PageSwitches::default(),
            base_url: "https://dienbien.example/cong/".to_owned(),
            sections: vec![(String::new(), ["Trang chủ", "Home"].map(str::to_owned))],
            documents: Vec::new(),
            terms: Vec::new(),
            redirects: Vec::new(),
        }
    }

    pub(crate) fn section(&mut self, key: &str, titles: [&str; 2]) -> SectionId {
        self.sections.push((key.to_owned(), titles.map(str::to_owned)));
        SectionId(u32::try_from(self.sections.len() - 1).unwrap())
    }

    pub(crate) fn document(&mut self, section: SectionId, key: &str, titles: [&str; 2]) -> &mut TestDocument {
        let titles = titles.map(str::to_owned);
        self.documents.push(TestDocument { section: section.0, key: key.to_owned(), titles, ..TestDocument::default() });
        self.documents.last_mut().unwrap()
    }

    pub(crate) fn term(&mut self, id: &str, labels: [&str; 2]) -> TermId {
        self.terms.push((id.to_owned(), labels.map(str::to_owned)));
        TermId(u32::try_from(self.terms.len() - 1).unwrap())
    }

    pub(crate) fn redirect(&mut self, from: &str, to: &str, lang: usize) {
        self.redirects.push((from.to_owned(), to.to_owned(), lang));
    }

    pub(crate) fn build(self) -> Site {
        Builder { site: self.empty(), sources: Sources::default() }.build(&self)
    }

    fn empty(&self) -> Site {
        let config = config(&self.base_url);
        let langs: Vec<Lang> = config.languages.iter().map(|(lang, _)| lang).collect();
        let redirect = |(from, to, lang): &(String, String, usize)| Redirect {
            from: if from.ends_with(".html") { UrlPath::file(from) } else { UrlPath::from_segments(from.split('/')) },
            to: to.clone(),
            lang: langs[*lang],
            at: nowhere(),
        };
        Site {
            now: date(2026, 11, 1).at(0, 0, 0, 0).to_zoned(config.timezone.clone()).unwrap(),
            config: Arc::new(config),
            theme: Arc::new(theme(self.switches)),
            sources: Arc::default(),
            types: vec![article()],
            data: BTreeMap::new(),
            documents: Vec::new(),
            keys: BTreeMap::new(),
            sections: Vec::new(),
            terms: Vec::new(),
            pages: Vec::new(),
            pairs: Vec::new(),
            urls: BTreeMap::new(),
            lists: BTreeMap::new(),
            redirects: self.redirects.iter().map(redirect).collect(),
            assets: Vec::new(),
            asset_paths: BTreeMap::new(),
            skipped: Vec::new(),
            next_due: None,
            schedule: Vec::new(),
        }
    }
}

fn config(base_url: &str) -> Config {
    let language = |code: &str, title: &str| Language {
        code: code.to_owned(),
        prefix: code.to_owned(),
        title: title.to_owned(),
        tagline: String::new(),
        name: code.to_owned(),
        locale: code.to_owned(),
    };
    let languages = vec![language("vi", "Cổng thông tin đối ngoại tỉnh Điện Biên"), language("en", "Điện Biên, Viet Nam")];
    let languages = Languages::new(languages).unwrap();
    Config {
        base_url: base_url.to_owned(),
        base_path: "cong".to_owned(),
        default_language: languages.find("vi").unwrap(),
        languages,
        timezone: jiff::tz::TimeZone::get("Asia/Ho_Chi_Minh").unwrap(),
        theme: String::new(),
        identity: Identity::default(),
        menus: BTreeMap::new(),
        fallback: BTreeMap::new(),
        search: crate::model::config::SearchSettings::default(),
        pictures: PictureSettings { renditions: false, ..PictureSettings::default() },
        check: BTreeMap::new(),
        allow: Vec::new(),
    }
}

fn theme(pages: PageSwitches) -> ThemeSettings {
    ThemeSettings { home_lists: Vec::new(), pages, related: 0, same_section: 0, menus: Vec::new(), slots: Vec::new() }
}

fn article() -> ContentType {
    ContentType {
        id: "article".to_owned(),
        label: BTreeMap::new(),
        plural: BTreeMap::new(),
        schema: "Article".to_owned(),
        template: "page.html".to_owned(),
        sort: None,
        per_page: None,
        dated: true,
        fields: Vec::new(),
    }
}

fn image(name: &str) -> Image {
    let (target, nothing) = (name.to_owned(), String::new);
    Image {
        target,
        alt: nothing(),
        decorative: false,
        caption: nothing(),
        credit: nothing(),
        block: true,
        span: Span::default(),
    }
}

fn nowhere() -> Location {
    Location { source: SourceId(0), span: Span::default() }
}

struct Builder {
    site: Site,
    sources: Sources,
}

impl Builder {
    fn build(mut self, test: &TestSite) -> Site {
        self.terms(test);
        self.sections(test);
        let mut documents = test.documents.clone();
        documents.sort_by(|a, b| a.key.cmp(&b.key));
        for document in &documents {
            self.document(document);
        }
        for section in 0..test.sections.len() {
            self.list(section);
        }
        let default = self.site.config.default_language;
        for (kind, url) in [(PageKind::Root, UrlPath::from_segments([])), (PageKind::NotFound, UrlPath::file("404.html"))] {
            self.pair(|lang| (lang == default).then(|| (kind, url.clone(), kind == PageKind::NotFound)));
        }
        self.site.sources = Arc::new(self.sources);
        self.site
    }

    fn per_lang<T>(&self, make: impl FnMut(Lang) -> T) -> PerLang<T> {
        self.site.config.languages.per_lang(make)
    }

    fn pair(&mut self, page: impl Fn(Lang) -> Option<(PageKind, UrlPath, bool)>) -> PerLang<Option<PageId>> {
        let pair = PairId(u32::try_from(self.site.pairs.len()).unwrap());
        let made = self.per_lang(page);
        let (mut ids, mut slots) = (made.map(|_, _| None), made.map(|_, _| None));
        for (lang, page) in made.present() {
            let (kind, url, noindex) = page.clone();
            let id = PageId(u32::try_from(self.site.pages.len()).unwrap());
            let taken = self.site.urls.insert(url.clone(), id);
            assert_eq!(taken, None, "{url}");
            self.site.pages.push(Page { kind, lang, url, parent: None, pair, noindex });
            ids[lang] = Some(id);
            slots[lang] = Some(id).filter(|_| !noindex && !matches!(kind, PageKind::Stub(_)));
        }
        self.site.pairs.push(Pair(slots));
        ids
    }

    fn terms(&mut self, test: &TestSite) {
        for (id, labels) in &test.terms {
            let labels = self.per_lang(|lang| labels[lang.index()].clone());
            let term = Term {
                id: id.clone(),
                vocabulary: "tags".to_owned(),
                slugs: labels.map(|_, label| crate::text::slug(label)),
                descriptions: labels.map(|_, _| String::new()),
                labels,
                documents: Vec::new(),
                pages: self.per_lang(|_| None),
                at: nowhere(),
            };
            self.site.terms.push(term);
        }
    }

    fn sections(&mut self, test: &TestSite) {
        for (place, (key, titles)) in test.sections.iter().enumerate() {
            let texts = PerLang::from_fn(2, |lang| self.text(&titles[lang.index()], "", "", &[]));
            let section = Section {
                key: key.clone(),
                parent: (place > 0).then_some(SectionId(0)),
                children: Vec::new(),
                texts,
                menu_titles: self.per_lang(|_| String::new()),
                content_type: TypeId(0),
                per_page: 20,
                sort: Sort::Title,
                fallback: Fallback::Hide,
                order: None,
                cover: None,
                lists: Vec::new(),
                pages: self.per_lang(|_| None),
            };
            self.site.sections.push(section);
        }
    }

    fn text(&mut self, title: &str, summary: &str, body: &str, images: &[String]) -> Option<Text> {
        let written = images.iter().map(|name| image(name)).collect();
        let images = images.iter().map(|name| Some(self.asset(name))).collect();
        let source = Source {
            path: SourcePath::new("content/x.md").unwrap(),
            text: body.into(),
            digest: Digest::of(body.as_bytes()),
            flaws: Flaws::default(),
        };
        let nodes = [Node::Start(Element::Paragraph), Node::Text(Span::new(0, body.len())), Node::End(Element::Paragraph)];
        let body =
            Body { nodes: if body.is_empty() { Vec::new() } else { nodes.to_vec() }, images: written, ..Body::default() };
        (!title.is_empty()).then(|| Text {
            source: self.sources.push(Arc::new(source)),
            parsed: Arc::new(Parsed { body, ..Parsed::default() }),
            title: title.to_owned(),
            title_span: Span::default(),
            slug: crate::text::slug(title),
            summary: summary.to_owned(),
            aliases: Vec::new(),
            noindex: false,
            cover_alt: String::new(),
            cover_caption: String::new(),
            fields: Vec::new(),
            translation: None,
            links: Vec::new(),
            images,
        })
    }

    fn asset(&mut self, name: &str) -> AssetId {
        let path = SourcePath::new(&format!("content/{name}")).unwrap();
        let id = AssetId(u32::try_from(self.site.assets.len()).unwrap());
        if let Some(known) = self.site.asset_paths.get(&path) {
            return *known;
        }
        let picture = name.ends_with(".jpg").then_some(PictureFacts { width: 2400, height: 1600, kind: PictureKind::Photo });
        let url = UrlPath::file(&format!("media/{name}"));
        let record = PictureText::default();
        self.site.asset_paths.insert(path.clone(), id);
        self.site.assets.push(Asset {
            path,
            digest: Digest::of(b""),
            size: 0,
            url,
            picture,
            record,
            said: PictureText::default(),
        });
        id
    }

    fn slug(&self, section: u32, lang: Lang) -> String {
        let section = &self.site.sections[section as usize];
        section.texts[lang]
            .as_ref()
            .filter(|_| !section.key.is_empty())
            .map_or(section.key.clone(), |text| text.slug.clone())
    }

    fn document(&mut self, test: &TestDocument) {
        let id = DocId(u32::try_from(self.site.documents.len()).unwrap());
        let texts = PerLang::from_fn(2, |lang| {
            let i = lang.index();
            self.text(&test.titles[i], &test.summary[i], &test.body, &test.images)
        });
        let original = texts.present().next().map(|(_, text)| text.slug.clone()).unwrap();
        let languages = self.site.config.languages.clone();
        let sections = self.per_lang(|lang| self.slug(test.section, lang));
        let pages = self.pair(|lang| {
            let slug = texts[lang].as_ref().map_or(&original, |text| &text.slug);
            let url = UrlPath::from_segments([languages.code(lang), &sections[lang], slug]);
            match &texts[lang] {
                Some(_) => Some((PageKind::Document(id), url, test.noindex[lang.index()])),
                None => test.stub.then_some((PageKind::Stub(id), url, true)),
            }
        });
        let author = |(name, role): &(&str, &str)| Author {
            name: (*name).to_owned(),
            role: (*role).to_owned(),
            affiliation: String::new(),
        };
        let cover = test.cover.map(|name| PictureRecord {
            asset: Some(self.asset(name)),
            text: PictureText::default(),
            decorative: false,
            span: Span::default(),
        });
        let shared = Shared {
            published: test.published,
            updated: test.updated,
            tags: test.tags.clone(),
            authors: test.authors.iter().map(author).collect(),
            cover,
            ..Shared::default()
        };
        self.site.keys.insert(test.key.clone(), id);
        self.site.documents.push(Document {
            key: test.key.clone(),
            ty: TypeId(0),
            section: SectionId(test.section),
            source_language: self.site.config.default_language,
            shared,
            texts,
            pages,
            status: Status::Published,
        });
    }

    fn list(&mut self, place: usize) {
        let id = SectionId(u32::try_from(place).unwrap());
        let documents = &self.site.documents;
        let ids = || (0..u32::try_from(documents.len()).unwrap()).map(DocId);
        let inside = |doc: &DocId| place == 0 || documents[doc.0 as usize].section == id;
        let listed = |doc: &DocId, lang: Lang| documents[doc.0 as usize].pages[lang].is_some();
        let list: PerLang<Arc<[DocId]>> =
            self.per_lang(|lang| ids().filter(|doc| inside(doc) && listed(doc, lang)).collect::<Vec<_>>().into());
        let texts = &self.site.sections[place].texts;
        let shown = texts.map(|lang, text| {
            let pages = if place == 0 { 1 } else { list[lang].len().div_ceil(PER_PAGE) };
            pages.max(usize::from(text.is_some()))
        });
        self.site.lists.insert(ListOf::Section(id), list);
        let slugs = self.per_lang(|lang| self.slug(id.0, lang));
        let languages = self.site.config.languages.clone();
        for n in 1..=shown.iter().map(|(_, count)| *count).max().unwrap_or(0) {
            let number = n.to_string();
            let rest = if n == 1 { [""; 2] } else { ["page", number.as_str()] };
            let kind = PageKind::List { of: ListOf::Section(id), n: u32::try_from(n).unwrap() };
            let url = |lang: Lang| UrlPath::from_segments([languages.code(lang), &slugs[lang], rest[0], rest[1]]);
            let pages = self.pair(|lang| (n <= shown[lang]).then(|| (kind, url(lang), false)));
            if n == 1 {
                self.site.sections[place].pages = pages;
            }
        }
    }
}
