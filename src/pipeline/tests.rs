//! Small portals from their files to their recipes: what keys and names depend on, how often a source is read, what happens when
//! it does not fit or changes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use jiff::Timestamp;

use super::{Built, Options, build};
use crate::memo::Memo;
use crate::model::output::Recipe;
use crate::model::page::Page;
use crate::model::rendition::{Fit, Focus, Rendition, RenditionFormat};
use crate::model::theme::SlotName;
use crate::model::{Digest, SourcePath};
use crate::view::renditions::{self, Use};
use crate::view::share;
use crate::world::{Cache, Listing, MemoryWorld, ReadError, World};

const SETTINGS: &str = "base_url = \"https://tinh.example/\"\ndefault_language = \"vi\"\n[languages.vi]\ntitle = \"Tỉnh\"\n";
const PICTURE: &str = "content/tin/a/anh.png";

fn png(width: u32, height: u32, seed: u8) -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    let shade = |x: u32, y: u32| image::Rgb([seed, (x % 256) as u8, (y % 256) as u8]);
    image::RgbImage::from_fn(width, height, shade).write_to(&mut out, image::ImageFormat::Png).unwrap();
    out.into_inner()
}

fn page(front: &str, body: &str) -> String {
    format!("+++\n{front}\n+++\n\n{body}\n")
}

/// A document with a cover in a section.
fn portal() -> MemoryWorld {
    let mut world = MemoryWorld { now: "2026-11-01T01:00:00Z".parse().unwrap(), ..MemoryWorld::default() };
    world.put("portal.toml", format!("{SETTINGS}[pictures]\ncards = false\n"));
    world.put("content/tin/_index.vi.md", page("title = \"Tin\"", ""));
    let cover = "title = \"Đồi A1\"\n[cover]\nimage = \"anh.png\"\nalt = \"Đồi\"\ncredit = \"Lò Thị Thí Dụ\"\nlicence = \"CC-BY-4.0\"";
    world.put("content/tin/a/index.vi.md", page(cover, "![Đồi](anh.png)"));
    world.put(PICTURE, png(40, 30, 0));
    world
}

fn built(world: &dyn World) -> Built {
    build(world, &Memo::off(), &Options::default()).unwrap()
}

fn replaced(world: &MemoryWorld, path: &str, from: &str, to: &str) -> MemoryWorld {
    let mut world = world.clone();
    let text = String::from_utf8(world.files[&SourcePath::new(path).unwrap()].clone()).unwrap();
    assert!(text.contains(from));
    world.put(path, text.replace(from, to));
    world
}

/// Key and address of the card of the document, whatever cards are drawn with.
fn card(world: &MemoryWorld) -> (Digest, String) {
    let (site, dress) = (built(world).site, Digest::of(b"dress"));
    let page = site.pages.iter().find(|page| page.url.as_str().contains("/doi-a")).unwrap();
    let card = share::card(&site, page).unwrap();
    (card.key(&site, &dress), card.url(&site, &dress).as_str().to_owned())
}

#[test]
fn a_card_is_another_for_every_word_and_for_its_photo() {
    let world = portal();
    let index = "content/tin/a/index.vi.md";
    let focus = "alt = \"Đồi\"\nfocus = [0.1, 0.2]";
    let mut other = world.clone();
    other.put(PICTURE, png(40, 30, 9));
    let others = [
        replaced(&world, index, "title = \"Đồi A1\"", "title = \"Đồi A2\""),
        replaced(&world, "content/tin/_index.vi.md", "Tin", "Tin tức"),
        replaced(&world, "portal.toml", "\"Tỉnh\"", "\"Tỉnh ta\""),
        replaced(&world, index, "alt = \"Đồi\"", focus),
        other,
    ];
    let mut cards: Vec<_> = others.iter().map(card).collect();
    cards.push(card(&world));
    assert_eq!(cards.iter().map(|(key, _)| key).collect::<BTreeSet<_>>().len(), 6);
    assert_eq!(cards.iter().map(|(_, url)| url).collect::<BTreeSet<_>>().len(), 6);
}

#[test]
fn a_credit_names_the_files_and_is_no_part_of_their_pixels() {
    let world = portal();
    let signed = replaced(&world, "content/tin/a/index.vi.md", "Lò Thị Thí Dụ", "Quàng Văn Thí Dụ");
    let ((key, url), (signed_key, signed_url)) = (card(&world), card(&signed));
    assert!(key == signed_key && url != signed_url);
    let named = |world: &MemoryWorld| {
        let site = built(world).site;
        let asset = site.asset_paths[&SourcePath::new(PICTURE).unwrap()];
        let plan = renditions::plan(&site, Use::of(&site, asset, SlotName::Inline)).unwrap();
        plan.candidates.iter().flat_map(|candidates| candidates.planned.clone()).collect::<Vec<_>>()
    };
    for (usual, signed) in named(&world).into_iter().zip(named(&signed)) {
        assert!(usual.rendition == signed.rendition && usual.url != signed.url);
    }
}

#[test]
fn a_key_is_another_for_everything_that_pixels_depend_on() {
    let site = built(&portal()).site;
    let asset = site.asset(site.asset_paths[&SourcePath::new(PICTURE).unwrap()]);
    let usual = Rendition { width: 20, height: 15, fit: Fit::Whole, format: RenditionFormat::Jpeg };
    let at = |x| Fit::Crop(Focus::At { x, y: 0 });
    let others = [
        usual,
        Rendition { width: 21, ..usual },
        Rendition { height: 16, ..usual },
        Rendition { format: RenditionFormat::WebP, ..usual },
        Rendition { fit: Fit::Crop(Focus::Auto), ..usual },
        Rendition { fit: at(0), ..usual },
        Rendition { fit: at(1), ..usual },
    ];
    let mut keys: BTreeSet<_> = others.iter().map(|other| renditions::key(asset, other, 75)).collect();
    keys.insert(renditions::key(asset, &usual, 76));
    let edited = crate::model::asset::Asset { digest: Digest::of(b"x"), ..asset.clone() };
    keys.insert(renditions::key(&edited, &usual, 75));
    assert_eq!(keys.len(), 9);
}

#[test]
fn hidden_and_later_pages_have_no_card() {
    let mut world = replaced(&portal(), "content/tin/_index.vi.md", "title", "per_page = 1\ntitle");
    world.put("content/tin/b.vi.md", page("title = \"Hai\"", ""));
    world.put("content/tin/c.vi.md", page("title = \"Ba\"\nnoindex = true", ""));
    let site = built(&world).site;
    let address = |page: &&Page| page.url.as_str().to_owned();
    let with: Vec<String> =
        site.pages.iter().filter(|page| share::card(&site, page).is_some()).map(|page| address(&page)).collect();
    assert_eq!(with, ["/vi/tin/", "/vi/tin/doi-a1/", "/vi/tin/hai/"]);
}

/// Two years of two sections, each called 2025, have the same card: it is made once.
#[cfg(feature = "cards")]
#[test]
fn pages_whose_cards_are_alike_share_one() {
    let mut world = portal();
    world.put("portal.toml", SETTINGS);
    for section in ["tin", "hop-bao"] {
        world.put(&format!("content/{section}/2025/_index.vi.md"), page("title = \"2025\"", ""));
        world.put(&format!("content/{section}/2025/tong-ket.vi.md"), page("title = \"Tổng kết\"", ""));
    }
    let built = built(&world);
    let found: Vec<_> = built.notes.iter().filter(|note| note.rule.slug == "url-taken").collect();
    assert!(found.is_empty(), "{found:?}");
    let cards = built.outputs.iter().filter(|(_, output)| matches!(output.recipe, Recipe::Card(_)));
    let names: Vec<&str> = cards.map(|(path, _)| path.as_str()).collect();
    assert_eq!(names.iter().filter(|name| name.starts_with("media/tong-ket-vi.")).count(), 1, "{names:?}");
}

/// A world that counts how often a picture is read, keeps what is made, and may give other bytes from some time on.
#[derive(Default)]
struct Counting {
    world: MemoryWorld,
    reads: AtomicUsize,
    /// Bytes of every read but the first.
    later: Option<Vec<u8>>,
    kept: Kept,
}

#[derive(Default)]
struct Kept(Mutex<BTreeMap<Digest, Vec<u8>>>);

impl Cache for Kept {
    fn get(&self, key: &Digest) -> Option<Vec<u8>> {
        self.0.lock().unwrap().get(key).cloned()
    }

    fn put(&self, key: &Digest, bytes: &[u8]) {
        self.0.lock().unwrap().insert(*key, bytes.to_vec());
    }
}

impl World for Counting {
    fn list(&self) -> Result<Arc<Listing>, ReadError> {
        self.world.list()
    }

    fn read(&self, path: &SourcePath) -> Result<Vec<u8>, ReadError> {
        let before = if path.as_str() == PICTURE { self.reads.fetch_add(1, Ordering::SeqCst) } else { 0 };
        match &self.later {
            Some(bytes) if before > 0 => Ok(bytes.clone()),
            _ => self.world.read(path),
        }
    }

    fn now(&self) -> Timestamp {
        self.world.now()
    }

    fn cache(&self) -> &dyn Cache {
        &self.kept
    }
}

/// Names of the media that are published, and the rules of what was found.
fn produced(world: &dyn World, options: &Options) -> (Vec<String>, Vec<String>) {
    let built = build(world, &Memo::off(), options).unwrap();
    let names = Mutex::new(Vec::new());
    let sink = |path: &crate::model::OutPath, _: &[u8]| {
        if path.as_str().starts_with("media/") {
            names.lock().unwrap().push(path.as_str().to_owned());
        }
        Ok(())
    };
    let found = built.produce(world, &sink).unwrap();
    let place = |note: &crate::diag::Diagnostic| {
        let Some(at) = note.at else { return note.rule.slug.to_owned() };
        let text = &built.sources.get(at.source).text[at.span.start as usize..at.span.end as usize];
        format!("{} {text}", note.rule.slug)
    };
    (names.into_inner().unwrap(), found.iter().map(place).collect())
}

#[test]
fn a_source_is_read_once_to_know_it_and_once_for_everything_that_is_made_of_it() {
    let world = Counting { world: portal(), ..Counting::default() };
    let (names, found) = produced(&world, &Options::default());
    assert!(names.len() >= 4 && found.is_empty(), "{names:?} {found:?}");
    assert_eq!(world.reads.swap(0, Ordering::SeqCst), 2);
    assert_eq!(produced(&world, &Options::default()).0.len(), names.len());
    assert_eq!(world.reads.into_inner(), 1, "a warm build needs no pixels");
}

#[test]
fn a_source_that_changes_while_it_is_read_is_not_published() {
    let world = Counting { world: portal(), later: Some(png(40, 30, 5)), ..Counting::default() };
    let (names, found) = produced(&world, &Options::default());
    assert!(names.is_empty() && found == ["file-unreadable"], "{names:?} {found:?}");
    assert!(world.kept.0.lock().unwrap().is_empty(), "nothing of it is kept");
}

#[test]
fn a_picture_beyond_the_memory_is_named_at_each_use() {
    let mut world = portal();
    world.put(PICTURE, png(900, 700, 0));
    let options = Options { memory: Some(1), ..Options::default() };
    let (names, found) = produced(&world, &options);
    assert!(names.is_empty(), "{names:?}");
    assert_eq!(found, ["picture-invalid ![Đồi](anh.png)", "picture-invalid \"anh.png\""]);
    let checked = build(&world, &Memo::off(), &options).unwrap().check(&world, &|| false);
    assert_eq!(checked.iter().filter(|note| note.rule.slug == "picture-invalid").count(), 2);
}
