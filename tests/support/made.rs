//! Portals made by chance, for the laws that hold for every portal.

use hoaban::model::SourcePath;
use hoaban::world::MemoryWorld;
use proptest::prelude::*;
use proptest::sample::select;

/// Titles that have hurt other generators: markup, prefixes in names, equal folds, nothing at all.
pub const TITLES: [&str; 30] = [
    "<script>alert(1)</script>",
    "]]> --> </title>",
    "\"nháy\" & 'nháy'",
    "vinh-long",
    "environment",
    "en",
    "vi",
    "Đồi A1",
    "Bản Mường",
    "Bạn mượng",
    "Die\u{302}\u{323}n Bie\u{302}n",
    "Điện Biên",
    "Tags",
    "Search",
    "2026",
    "Page",
    "404",
    "???",
    "a/b/../c",
    "{{ page.title }}",
    "index.html",
    "Ho\u{0300}a bình",
    "hoà bình",
    "ລາວ",
    "Ðồi",
    "   ",
    "𠮷 %20 ?x=1#y",
    "con.aux",
    "A-Z",
    "Một tiêu đề dài dòng văn tự để xem địa chỉ có bị cắt ở giữa chừng hay không, thế nào thì cũng phải có",
];

/// Pieces of bodies; `@` is replaced by a document's key.
const BODIES: [&str; 15] = [
    "Một đoạn.",
    "## Đường đi\n\nChữ.",
    "## Đường đi\n\n## Đường đi",
    "[](doc:@)",
    "[chữ](doc:@#duong-di)",
    "[chữ](doc:@?lang=en)",
    "[xuống](#duong-di)",
    "[mục](doc:s0) [](doc:s1#a) [](doc:)",
    ":::cards\n- [](doc:@)\n- [x](doc:@)\n:::",
    "a[^1] b[^1]\n\n[^1]: Lời.",
    "![Ảnh](/_media/a.png \"chú thích | tên\")",
    "[tệp](/_media/tep.pdf)",
    "{{ x }} {% y %} <b>đậm</b> <script>x</script>",
    ":::note\nChữ.\n:::",
    "[words]{lang=en} ## [a]{lang=en}",
];

/// A portal: languages, settings, sections and documents.
#[derive(Debug, Clone)]
pub struct Made {
    /// Codes, the usual language first.
    pub languages: Vec<&'static str>,
    bare: bool,
    base: &'static str,
    fallback: &'static str,
    sections: Vec<MadeSection>,
    documents: Vec<MadeDocument>,
}

#[derive(Debug, Clone)]
struct MadeSection {
    parent: usize,
    /// One in each language; none where the file is missing.
    titles: Vec<Option<&'static str>>,
    per_page: u32,
}

/// A title, and pieces of a body with the number of the document that each may link to.
type MadeText = (&'static str, Vec<(&'static str, usize)>);

#[derive(Debug, Clone)]
struct MadeDocument {
    section: usize,
    folder: bool,
    texts: Vec<Option<MadeText>>,
    front: &'static str,
    alias: bool,
    noindex: bool,
}

/// Shared front matter.
const FRONTS: [&str; 8] = [
    "",
    "published = 2026-10-01\n",
    "published = 2026-10-02T08:00:00\ntags = [\"mot\"]\n",
    "published = 2025-12-31\ntags = [\"mot\", \"hai\"]\nplaces = [\"noi\"]\n",
    "type = \"place\"\nplaces = [\"noi\"]\n",
    "status = \"draft\"\n",
    "published = 2030-01-01\n",
    "type = \"news\"\nupdated = 2026-10-05\npublished = 2026-10-03\nexpires = 2027-01-01\n",
];

fn titles(languages: usize) -> impl Strategy<Value = Vec<Option<&'static str>>> {
    prop::collection::vec(prop::option::weighted(0.75, select(&TITLES[..])), languages)
}

fn section(languages: usize) -> impl Strategy<Value = MadeSection> {
    (0usize..4, titles(languages), 1u32..3).prop_map(|(parent, titles, per_page)| MadeSection { parent, titles, per_page })
}

fn document(languages: usize) -> impl Strategy<Value = MadeDocument> {
    let body = prop::collection::vec((select(&BODIES[..]), 0usize..10), 0..4);
    let text = prop::option::weighted(0.7, (select(&TITLES[..]), body));
    let texts = prop::collection::vec(text, languages);
    (0usize..5, any::<bool>(), texts, select(&FRONTS[..]), prop::bool::weighted(0.2), prop::bool::weighted(0.1)).prop_map(
        |(section, folder, texts, front, alias, noindex)| MadeDocument { section, folder, texts, front, alias, noindex },
    )
}

/// Portals of two or three languages.
pub fn portals() -> impl Strategy<Value = Made> {
    let languages = select(vec![vec!["vi", "en"], vec!["en", "vi"], vec!["vi", "en", "lo"]]);
    languages.prop_flat_map(|languages| {
        let count = languages.len();
        (
            Just(languages),
            prop::bool::weighted(0.3),
            select(vec!["https://tinh.example", "https://tinh.example/tinh/vi"]),
            select(vec!["hide", "list", "stub"]),
            prop::collection::vec(section(count), 0..4),
            prop::collection::vec(document(count), 0..9),
        )
            .prop_map(|(languages, bare, base, fallback, sections, documents)| Made {
                languages,
                bare,
                base,
                fallback,
                sections,
                documents,
            })
    })
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

impl Made {
    /// Where all addresses begin.
    pub fn base_url(&self) -> String {
        format!("{}/", self.base)
    }

    /// The portal's files.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let mut files = vec![("portal.toml".to_owned(), self.settings().into_bytes())];
        if self.languages.contains(&"lo") {
            files.push(("i18n/lo/theme.ftl".to_owned(), super::words("en").into_bytes()));
        }
        let terms = "[mot]\nvi = \"Một\"\nen = \"One\"\n[hai]\nvi = \"Hai\"\n";
        files.push(("content/_data/terms.toml".to_owned(), terms.into()));
        files.push(("content/_data/places.toml".to_owned(), "[noi]\nvi = \"Nơi\"\nen = \"Place\"\n".into()));
        files.push(("content/_media/a.png".to_owned(), super::picture::Wanted::parse("png 4x3").unwrap().bytes()));
        files.push(("content/_media/tep.pdf".to_owned(), b"%PDF".to_vec()));
        self.sections.iter().enumerate().for_each(|(place, section)| self.section(place, section, &mut files));
        self.documents.iter().enumerate().for_each(|(place, document)| self.document(place, document, &mut files));
        files
    }

    /// The portal in memory at a fixed moment.
    pub fn world(&self) -> MemoryWorld {
        let mut world = MemoryWorld { now: "2026-11-01T01:00:00Z".parse().unwrap(), ..MemoryWorld::default() };
        for (path, bytes) in self.files() {
            world.files.insert(SourcePath::new(&path).unwrap(), bytes);
        }
        world
    }

    fn settings(&self) -> String {
        let mut text = format!("base_url = \"{}\"\ndefault_language = \"{}\"\n", self.base, self.languages[0]);
        for (place, code) in self.languages.iter().enumerate() {
            let prefix = if self.bare && place == 0 { "" } else { code };
            text.push_str(&format!("[languages.{code}]\nprefix = \"{prefix}\"\ntitle = \"Cổng <{code}> & 'x'\"\n"));
        }
        text + &format!("[fallback]\n\"*\" = \"{}\"\n[pictures]\nrenditions = false\ncards = false\n", self.fallback)
    }

    /// A section's folder; only an earlier one may hold it.
    fn folder(&self, place: usize) -> String {
        let parent = self.sections[place].parent;
        let above = if parent < place { self.folder(parent) } else { "content".to_owned() };
        format!("{above}/s{place}")
    }

    fn section(&self, place: usize, section: &MadeSection, files: &mut Vec<(String, Vec<u8>)>) {
        let mut first = true;
        for (code, title) in self.languages.iter().zip(&section.titles) {
            let Some(title) = title else { continue };
            let per_page =
                if std::mem::take(&mut first) { format!("per_page = {}\n", section.per_page) } else { String::new() };
            let text = format!("+++\ntitle = {}\n{per_page}+++\n", quoted(title));
            files.push((format!("{}/_index.{code}.md", self.folder(place)), text.into_bytes()));
        }
    }

    /// Where a document's files lie.
    fn place(&self, place: usize) -> String {
        let section = self.documents[place].section;
        let above = if section < self.sections.len() { self.folder(section) } else { "content".to_owned() };
        format!("{above}/d{place}")
    }

    fn document(&self, place: usize, document: &MadeDocument, files: &mut Vec<(String, Vec<u8>)>) {
        let stem = format!("{}{}", self.place(place), if document.folder { "/index" } else { "" });
        let mut shared = document.front.to_owned();
        if shared.starts_with("type = \"place\"") {
            shared.push_str("[place]\nkind = \"relic\"\n");
        }
        for (code, text) in self.languages.iter().zip(&document.texts) {
            let Some((title, body)) = text else { continue };
            let alias = if document.alias { format!("aliases = [\"/cu/{place}-{code}.html\"]\n") } else { String::new() };
            let noindex = if document.noindex { "noindex = true\n" } else { "" };
            let body: Vec<String> = body.iter().map(|(piece, key)| piece.replace('@', &self.key(*key))).collect();
            let front = format!("title = {}\n{alias}{noindex}{}", quoted(title), std::mem::take(&mut shared));
            files.push((format!("{stem}.{code}.md"), format!("+++\n{front}+++\n\n{}\n", body.join("\n\n")).into_bytes()));
        }
    }

    /// The key of some document; one that is not there for a number beyond them.
    fn key(&self, number: usize) -> String {
        match number {
            number if number < self.documents.len() => self.place(number)["content/".len()..].to_owned(),
            _ => "khong-co".to_owned(),
        }
    }
}
