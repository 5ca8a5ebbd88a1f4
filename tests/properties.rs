//! Laws that hold for every portal, tried on portals made by chance: languages pair, no link is dead, the same input gives the
//! same bytes, and no input stops the program.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "properties/pictures.rs"]
mod pictures;
#[path = "properties/search.rs"]
mod search;
mod support;

use std::collections::{BTreeMap, BTreeSet};

use hoaban::memo::Memo;
use hoaban::model::{OutPath, SourcePath};
use hoaban::pipeline::{self, Built, Options};
use hoaban::text::{fold, nfc, slug};
use hoaban::world::{MemoryWorld, World};
use icu_normalizer::DecomposingNormalizerBorrowed;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use support::html::{Tag, tags};
use support::made::{Made, TITLES, portals};

/// Published files by path.
type Files = BTreeMap<String, Vec<u8>>;

fn build(world: &dyn World, memo: &Memo) -> Built {
    pipeline::build(world, memo, &Options::default()).unwrap()
}

fn produced(built: &Built, world: &dyn World) -> Files {
    let files = std::sync::Mutex::new(Files::new());
    let sink = |path: &OutPath, bytes: &[u8]| {
        files.lock().unwrap().insert(path.as_str().to_owned(), bytes.to_vec());
        Ok(())
    };
    let notes = built.produce(world, &sink).unwrap();
    let templates: Vec<_> = notes.iter().filter(|note| note.rule.slug == "template-error").collect();
    assert!(templates.is_empty(), "{templates:?}");
    files.into_inner().unwrap()
}

fn published(world: &dyn World) -> Files {
    produced(&build(world, &Memo::off()), world)
}

/// What the links of a portal lead to.
struct Links<'a> {
    base: &'a str,
    files: &'a Files,
    pages: BTreeMap<&'a str, &'a str>,
}

impl<'a> Links<'a> {
    fn new(base: &'a str, files: &'a Files) -> Self {
        let html = files.iter().filter(|(path, _)| path.ends_with(".html"));
        let pages = html.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap())).collect();
        Self { base, files, pages }
    }

    /// The file that an absolute address of the portal names.
    fn file(&self, address: &str) -> Option<String> {
        let path = address.strip_prefix(self.base)?;
        let path = path.split(['#', '?']).next().unwrap();
        let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        self.files.contains_key(&file).then_some(file)
    }

    /// The address with its host; none where it leads elsewhere.
    fn absolute(&self, page: &str, written: &str) -> Option<String> {
        let host = self.base.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
        match written {
            _ if written.starts_with(self.base) => Some(written.to_owned()),
            _ if written.starts_with('/') => Some(format!("{host}{written}")),
            _ if written.starts_with('#') => Some(format!("{}{page}{written}", self.base)),
            _ => None,
        }
    }

    /// Every address in a page that leads nowhere.
    fn dead(&self, path: &str, page: &str) -> Vec<String> {
        let addresses = tags(page).into_iter().flat_map(|tag| addresses(&tag)).collect::<BTreeSet<_>>();
        let leads = |written: &String| {
            let Some(address) = self.absolute(path, written) else { return elsewhere(written) };
            let Some(file) = self.file(&address) else { return false };
            let anchor = address.split_once('#').map_or("", |(_, anchor)| anchor);
            matches!(anchor, "" | "top")
                || self.pages.get(file.as_str()).is_some_and(|page| ids(page).iter().any(|id| id == anchor))
        };
        addresses.into_iter().filter(|written| !leads(written)).map(|written| format!("{path}: {written}")).collect()
    }

    /// `hreflang` and address of a page's alternates.
    fn alternates(&self, path: &str) -> BTreeSet<(String, String)> {
        let links = tags(self.pages[path])
            .into_iter()
            .filter(|tag| tag.name == "link" && tag.get("rel").as_deref() == Some("alternate"));
        links.filter_map(|tag| Some((tag.get("hreflang")?, tag.get("href")?))).collect()
    }

    fn is_noindex(&self, path: &str) -> bool {
        let meta = |tag: &Tag<'_>| tag.name == "meta" && tag.get("name").as_deref() == Some("robots");
        tags(self.pages[path])
            .iter()
            .any(|tag| meta(tag) && tag.get("content").is_some_and(|content| content.contains("noindex")))
    }
}

fn addresses(tag: &Tag<'_>) -> Vec<String> {
    let mut found: Vec<String> = ["href", "src", "action", "poster"].iter().filter_map(|name| tag.get(name)).collect();
    if tag.name == "meta" && tag.get("property").is_some_and(|name| matches!(name.as_str(), "og:url" | "og:image")) {
        found.extend(tag.get("content"));
    }
    found
}

/// Whether an address leads out of the portal on purpose.
fn elsewhere(written: &str) -> bool {
    ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| written.starts_with(scheme))
}

fn ids(page: &str) -> Vec<String> {
    tags(page).iter().filter_map(|tag| tag.get("id")).collect()
}

/// `<loc>` of the sitemap with the alternates of each page.
fn sitemap(files: &Files) -> BTreeMap<String, BTreeSet<(String, String)>> {
    let text = std::str::from_utf8(&files["sitemap.xml"]).unwrap();
    let mut pages = BTreeMap::new();
    for entry in text.split("<url>").skip(1) {
        let loc = entry.split_once("<loc>").unwrap().1.split_once("</loc>").unwrap().0;
        let links = tags(entry).into_iter().filter(|tag| tag.name == "xhtml:link");
        let alternates = links.filter_map(|tag| Some((tag.get("hreflang")?, tag.get("href")?))).collect();
        assert!(pages.insert(support::html::decode(loc), alternates).is_none(), "{loc} stands in the sitemap twice");
    }
    pages
}

fn check_pairs(made: &Made, links: &Links<'_>) {
    let base = made.base_url();
    for path in links.pages.keys() {
        let own = links.alternates(path);
        let noindex = links.is_noindex(path);
        assert!(!noindex || own.is_empty(), "{path} is noindex and has alternates");
        for (lang, address) in &own {
            let file = links.file(address).unwrap_or_else(|| panic!("{path}: {address} is not published"));
            assert_eq!(links.alternates(&file), own, "{path} and {file} do not name each other");
            let code =
                tags(links.pages[file.as_str()]).iter().find(|tag| tag.name == "html").and_then(|tag| tag.get("lang"));
            assert!(lang == "x-default" || code.as_ref() == Some(lang), "{path}: {file} is not in {lang}");
        }
    }
    let listed = sitemap(links.files);
    for (address, alternates) in &listed {
        let file = links.file(address).unwrap_or_else(|| panic!("{address} in the sitemap is not published"));
        assert!(!links.is_noindex(&file), "{address} in the sitemap is noindex");
        assert_eq!(*alternates, links.alternates(&file), "{address}");
    }
    for path in links.pages.keys().filter(|path| !links.is_noindex(path)) {
        let address = format!("{base}{}", path.strip_suffix("index.html").unwrap_or(path));
        assert!(listed.contains_key(&address), "{address} is not in the sitemap");
    }
}

/// Two documents of one title: the second has no page in its own language, only a stub in the other.
#[test]
fn a_link_that_leads_to_a_stub_names_no_heading() {
    let mut world = MemoryWorld { now: "2026-11-01T01:00:00Z".parse().unwrap(), ..MemoryWorld::default() };
    let languages =
        "[languages.vi]\nprefix = \"vi\"\ntitle = \"Cổng\"\n[languages.en]\nprefix = \"en\"\ntitle = \"Portal\"\n";
    let settings = format!(
        "base_url = \"https://tinh.example/\"\ndefault_language = \"vi\"\n{languages}[fallback]\n\"*\" = \"stub\"\n[pictures]\ncards = false\n"
    );
    for (path, text) in [
        ("portal.toml", settings.as_str()),
        ("content/a.vi.md", "+++\ntitle = \"Bài\"\n+++\n\n[chữ](doc:b#duong-di)\n"),
        ("content/a.en.md", "+++\ntitle = \"Page\"\n+++\n"),
        ("content/b.vi.md", "+++\ntitle = \"Bài\"\n+++\n\n## Đường đi\n\nChữ.\n"),
    ] {
        world.files.insert(SourcePath::new(path).unwrap(), text.into());
    }
    let files = published(&world);
    let links = Links::new("https://tinh.example/", &files);
    let dead: Vec<String> = links.pages.iter().flat_map(|(path, page)| links.dead(path, page)).collect();
    assert!(dead.is_empty(), "{dead:#?}");
}

/// `HOABAN_TIMES=20` tries twenty times as many portals.
#[allow(clippy::disallowed_methods, reason = "a switch of the test itself")]
fn config(cases: u32) -> ProptestConfig {
    let times = std::env::var("HOABAN_TIMES").ok().and_then(|times| times.parse::<u32>().ok()).unwrap_or(1);
    ProptestConfig { cases: cases * times, failure_persistence: None, max_shrink_iters: 400, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(120))]

    #[test]
    fn languages_pair_and_no_link_is_dead(made in portals()) {
        let base = made.base_url();
        let files = published(&made.world());
        let links = Links::new(&base, &files);
        check_pairs(&made, &links);
        let dead: Vec<String> = links.pages.iter().flat_map(|(path, page)| links.dead(path, page)).collect();
        prop_assert!(dead.is_empty(), "{dead:#?}");
    }

    #[test]
    fn addresses_are_plain_and_ids_stand_once(made in portals()) {
        for (path, bytes) in published(&made.world()) {
            let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_./".contains(&byte);
            prop_assert!(path.bytes().all(plain) && !path.contains(".."), "{path}");
            if path.ends_with(".html") {
                let ids = ids(std::str::from_utf8(&bytes).unwrap());
                let once: BTreeSet<&String> = ids.iter().collect();
                prop_assert_eq!(once.len(), ids.len(), "{}: {:?}", path, ids);
            }
        }
    }

    #[test]
    fn markup_in_titles_stays_text(made in portals()) {
        for (path, bytes) in published(&made.world()).into_iter().filter(|(path, _)| path.ends_with("ml")) {
            let text = String::from_utf8_lossy(&bytes);
            prop_assert!(!text.contains("<script>alert") && !text.contains("<script>x"), "{path}");
            prop_assert!(!text.contains(['\u{2068}', '\u{2069}']), "isolation marks in {path}");
        }
    }
}

proptest! {
    #![proptest_config(config(24))]

    #[test]
    fn neither_the_order_of_files_nor_threads_show(made in portals()) {
        let world = made.world();
        let usual = published(&world);
        let reversed = MemoryWorld { reversed: true, ..world.clone() };
        prop_assert!(usual == published(&reversed), "the order of the listing shows");
        for threads in [1, 8] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            prop_assert!(usual == pool.install(|| published(&world)), "{threads} threads show");
        }
    }

    #[test]
    fn findings_do_not_depend_on_the_order_of_files(made in portals()) {
        let world = made.world();
        let said = |world: &MemoryWorld| {
            let built = build(world, &Memo::off());
            let notes = built.notes.iter().cloned().chain(built.check(world, &|| false)).collect();
            let judged = hoaban::diag::judge::judge(notes, &built.sources, Some(&built.site.config), built.site.now.date());
            judged.iter().map(|finding| format!("{:?}", finding.diagnostic)).collect::<Vec<_>>()
        };
        let reversed = MemoryWorld { reversed: true, ..world.clone() };
        prop_assert_eq!(said(&world), said(&reversed));
    }

    /// What `serve` makes with its memo, page by page, is what a fresh `build` writes, whatever was edited before.
    #[test]
    fn served_bytes_are_built_bytes_after_edits(made in portals(), other in portals(), edits in prop::collection::vec(edit(), 1..5)) {
        let (mut world, memo) = (made.world(), Memo::on());
        let spare: Vec<(String, Vec<u8>)> = other.files().into_iter().filter(|(path, _)| path.starts_with("content/")).collect();
        drop(build(&world, &memo));
        for edit in edits {
            edit.apply(&mut world, &spare);
            let built = build(&world, &memo);
            memo.prune();
            let fresh = published(&world);
            prop_assert_eq!(built.outputs.len() + built.index().len(), fresh.len());
            for (path, bytes) in built.index() {
                prop_assert!(**bytes == *fresh[path.as_str()], "{path} differs");
            }
            for (path, output) in built.outputs.iter() {
                let served = built.bytes(&world, &output.recipe).unwrap();
                prop_assert!(served == fresh[path.as_str()], "{path} differs");
            }
        }
    }
}

/// A change of the portal's folder.
#[derive(Debug, Clone)]
enum Edit {
    Remove(Index),
    Add(Index),
    Retitle(Index, &'static str),
    Append(Index, String),
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        any::<Index>().prop_map(Edit::Remove),
        any::<Index>().prop_map(Edit::Add),
        (any::<Index>(), prop::sample::select(&TITLES[..])).prop_map(|(file, title)| Edit::Retitle(file, title)),
        (any::<Index>(), "\\PC{0,40}").prop_map(|(file, text)| Edit::Append(file, text)),
    ]
}

impl Edit {
    fn apply(&self, world: &mut MemoryWorld, spare: &[(String, Vec<u8>)]) {
        let pages: Vec<SourcePath> = world.files.keys().filter(|path| path.extension() == "md").cloned().collect();
        match self {
            Self::Add(file) => {
                let (path, bytes) = file.get(spare);
                world.put(path, bytes.clone());
            }
            _ if pages.is_empty() => {}
            Self::Remove(file) => _ = world.files.remove(file.get(&pages)),
            Self::Retitle(file, title) => {
                let path = file.get(&pages);
                let text = String::from_utf8_lossy(&world.files[path]).into_owned();
                let rest: String = text
                    .lines()
                    .filter(|line| !line.starts_with("title ="))
                    .skip(1)
                    .map(|line| format!("{line}\n"))
                    .collect();
                world.files.insert(path.clone(), format!("+++\ntitle = {title:?}\n{rest}").into_bytes());
            }
            Self::Append(file, text) => world.files.get_mut(file.get(&pages)).unwrap().extend(text.as_bytes()),
        }
    }
}

/// Builds a portal on the disk with the program, in an environment, and reads what it published.
#[allow(clippy::disallowed_methods, reason = "the program's own output")]
fn built_by_the_program(portal: &std::path::Path, out: &str, environment: &[(&str, &str)]) -> Files {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_hoaban"));
    command.current_dir(portal).args(["build", "--keep-going", "--now", "2026-11-01T08:00:00+07:00", "--out", out]);
    command.env_remove("HOABAN_LANG").env_remove("LC_ALL").envs(environment.iter().copied());
    command.output().unwrap();
    let folder = portal.join(out);
    let files = walkdir::WalkDir::new(&folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    let path = |entry: &walkdir::DirEntry| entry.path().strip_prefix(&folder).unwrap().to_string_lossy().into_owned();
    files.map(|entry| (path(&entry), std::fs::read(entry.path()).unwrap())).collect()
}

#[test]
#[allow(clippy::disallowed_methods, reason = "the program reads a disk")]
fn zone_and_locale_of_the_machine_do_not_show() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut shown = 0;
    for _ in 0..3 {
        let made = portals().new_tree(&mut runner).unwrap().current();
        let folder = tempfile::TempDir::new().unwrap();
        for (path, bytes) in made.files() {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
        let here = built_by_the_program(folder.path(), "a", &[("TZ", "Asia/Ho_Chi_Minh"), ("LANG", "vi_VN.UTF-8")]);
        let away = built_by_the_program(
            folder.path(),
            "b",
            &[("TZ", "America/Los_Angeles"), ("LANG", "tr_TR.UTF-8"), ("LC_ALL", "C")],
        );
        assert!(here == away, "{made:?}");
        let library = published(&made.world());
        let differs = |path: &&String| here.get(*path) != library.get(*path);
        let differing: BTreeSet<&String> = here.keys().chain(library.keys()).filter(differs).collect();
        assert!(differing.is_empty(), "the program and the library differ in {differing:?}");
        shown += here.len();
    }
    assert!(shown > 60, "only {shown} files were published");
}

/// Files of which any bytes may be in any.
const PLACES: [&str; 16] = [
    "portal.toml",
    "content/a.vi.md",
    "content/a.en.md",
    "content/s/_index.vi.md",
    "content/s/b/index.vi.md",
    "content/_index.en.md",
    "content/_data/terms.toml",
    "content/_data/facts.toml",
    "content/_data/redirects.toml",
    "content/_data/khac.toml",
    "content/_types/place.toml",
    "content/s/b/a.jpg",
    "content/s/b/a.jpg.toml",
    "i18n/vi/x.ftl",
    "themes/hoaban/theme.toml",
    "themes/hoaban/templates/page.html",
];

/// Lines that reach deep into the readers.
const LINES: [&str; 40] = [
    "+++",
    "---",
    "title = \"Đồi\"",
    "title: Đồi",
    "type = \"place\"",
    "[place]",
    "kind = \"relic\"",
    "published = 2026-10-01",
    "published = 2026-13-45",
    "[cover]",
    "image = \"a.jpg\"",
    "aliases = [\"/x\", \"../y\", \"//z\"]",
    "slug = \"../../x\"",
    "id = \"s/b\"",
    "## Mục {#a lang=en}",
    "[a]{lang=en}",
    "![](a.jpg \"|\")",
    "[](doc:s/b#a?lang=en)",
    "[x](//a)",
    ":::facts {ids=\"a b\"}",
    ":::cards",
    "- [](doc:a)",
    ":::",
    "::::note {kind=\"tip\"",
    "Một\n: hai",
    "| a | b |\n|---|",
    "[^1]: x[^1]",
    "<div onclick=x><b>",
    "<!--",
    "```",
    "base_url = \"https://a.example\"",
    "[languages.vi]",
    "prefix = \"../x\"",
    "[fields.a]",
    "kind = \"list\"\nof = { kind = \"list\", of = \"text\" }",
    "[[lists.home]]",
    "x = { $n ->\n *[a] b\n}",
    "{% extends \"base.html\" %}",
    "{{ page.x | safe }}",
    "from = \"/a/../../b\"\nto = \"doc:a\"",
];

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let line = prop_oneof![4 => prop::sample::select(&LINES[..]).prop_map(|line| line.as_bytes().to_vec()), 1 => "\\PC{0,30}".prop_map(String::into_bytes), 1 => prop::collection::vec(any::<u8>(), 0..24)];
    prop::collection::vec(line, 0..14).prop_map(|lines| lines.join(&b'\n'))
}

proptest! {
    #![proptest_config(config(250))]

    #[test]
    fn any_bytes_in_any_file_give_a_diagnostic_and_no_panic(files in prop::collection::btree_map(prop::sample::select(&PLACES[..]), bytes(), 1..8)) {
        let mut world = MemoryWorld { now: "2026-11-01T01:00:00Z".parse().unwrap(), ..MemoryWorld::default() };
        world.put("portal.toml", support::portal(&["vi", "en"]));
        for (path, bytes) in files {
            world.put(path, bytes);
        }
        if let Ok(built) = pipeline::build(&world, &Memo::off(), &Options::default()) {
            let mut notes = built.notes.clone();
            notes.extend(built.produce(&world, &|path, _| {
                assert!(!path.as_str().split('/').any(|part| matches!(part, ".." | "." | "")), "{path}");
                Ok(())
            }).unwrap());
            notes.extend(built.check(&world, &|| false));
            let findings = hoaban::diag::judge::judge(notes, &built.sources, Some(&built.site.config), built.site.now.date());
            let ui = hoaban::diag::messages::Interface::new(hoaban::diag::messages::UiLang::Vi);
            let report = hoaban::diag::write::Report { findings: &findings, sources: &built.sources, ui: &ui };
            prop_assert!(report.write(hoaban::diag::write::Format::Human, true).ends_with('\n'));
        }
    }
}

proptest! {
    #[test]
    fn folding_is_done_once_and_does_not_see_the_form(text in "(\\PC|[ÀÁẢÃẠĂẰĐđơƯỲ\u{300}\u{303}\u{309}\u{323}]){0,40}") {
        prop_assert_eq!(fold(&fold(&text)), fold(&text));
        let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(&text).into_owned();
        prop_assert_eq!(fold(&decomposed), fold(&nfc(&text)));
        let made = slug(&text);
        prop_assert_eq!(&slug(&made), &made);
        prop_assert!(made.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'));
    }
}
