//! Laws of pictures, tried on portals made by chance: what pages name is published, has the width that they state, tells no
//! secret and says who made it; nothing is made twice; nothing half is published.

use std::collections::{BTreeMap, BTreeSet};

use hoaban::diag::Diagnostic;
use hoaban::memo::Memo;
use hoaban::model::{OutPath, RenditionFormat};
use hoaban::picture::{self, metadata};
use hoaban::pipeline::Built;
use hoaban::world::{MemoryWorld, World};
use image::ImageFormat;
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::album::{Album, Piece, SLOTS, Shot, Studio, albums};
use crate::support::html::tags;
use crate::support::picture::{Form, Wanted, avif_size};
use crate::{Files, build, config};

/// Published files and what was found in making them.
fn made(built: &Built, world: &dyn World) -> (Files, Vec<Diagnostic>) {
    let files = std::sync::Mutex::new(Files::new());
    let sink = |path: &OutPath, bytes: &[u8]| {
        let before = files.lock().unwrap().insert(path.as_str().to_owned(), bytes.to_vec());
        assert!(before.is_none(), "{path} is made twice");
        Ok(())
    };
    let notes = built.produce(world, &sink).unwrap();
    (files.into_inner().unwrap(), notes)
}

/// Published files of a portal whose pictures are all whole.
fn published(world: &dyn World) -> Files {
    let (files, notes) = made(&build(world, &Memo::off()), world);
    let wrong: Vec<_> = notes.iter().filter(|note| !note.rule.slug.ends_with("-missing")).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    files
}

/// Width and height of a published picture that is shown upright.
fn size(bytes: &[u8]) -> (u32, u32) {
    avif_size(bytes).unwrap_or_else(|| {
        let facts = picture::probe(bytes).unwrap();
        (facts.width, facts.height)
    })
}

fn texts(files: &Files) -> impl Iterator<Item = (&str, &str)> {
    let text = |path: &str| ["html", "xml", "json", "txt"].iter().any(|end| path.ends_with(end));
    files
        .iter()
        .filter(move |(path, _)| text(path))
        .map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap()))
}

/// Every name below `/media/` that any page, feed or sitemap has.
fn named(files: &Files) -> BTreeSet<String> {
    let name = |rest: &str| {
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "-._/".contains(c))).unwrap_or(rest.len());
        format!("media/{}", &rest[..end])
    };
    texts(files).flat_map(|(_, text)| text.split("/media/").skip(1).map(name)).collect()
}

/// The number of the picture that a published file was made of; none for cards.
fn source(path: &str) -> Option<usize> {
    path.strip_prefix("media/anh-")?.split(['-', '.']).next()?.parse().ok()
}

/// Whether a file is made, not copied: `anh-0-16.x.webp`, not `anh-0.x.webp`.
fn is_rendition(path: &str) -> bool {
    path.split('-').count() == 3
}

/// `/media/a-8.x.webp 8w, ..` as files with their widths.
fn candidates(srcset: &str) -> Vec<(String, u32)> {
    let one = |part: &str| {
        let (address, width) = part.trim().rsplit_once(' ').unwrap();
        (address.trim_start_matches('/').to_owned(), width.strip_suffix('w').unwrap().parse().unwrap())
    };
    srcset.split(", ").map(one).collect()
}

fn check_page(page: &str, files: &Files) {
    for tag in tags(page) {
        let srcset = tag.get("srcset").unwrap_or_default();
        if !srcset.is_empty() {
            let candidates = candidates(&srcset);
            assert!(candidates.is_sorted_by(|a, b| a.1 < b.1), "{srcset}");
            for (path, width) in candidates {
                assert_eq!(size(&files[&path]).0, width, "{path}");
                let right = tag.get("type").is_none_or(|stated| stated == media_type(&files[&path]));
                assert!(right, "{path} is no {:?}", tag.get("type"));
            }
        }
        let own = tag.get("src").filter(|src| tag.name == "img" && src.starts_with("/media/"));
        if let Some(src) = own {
            let number = |name: &str| tag.get(name).unwrap().parse::<f64>().unwrap();
            let (width, height) = size(&files[&src[1..]]);
            let (stated, high) = (number("width"), number("height"));
            let shown = f64::from(height) * stated / f64::from(width);
            assert!((shown - high).abs() <= (stated / f64::from(width)).max(1.0), "{src} is {width} x {height}: {tag:?}");
        }
    }
}

fn media_type(bytes: &[u8]) -> &'static str {
    match picture::probe(bytes) {
        Ok(facts) => facts.format.media_type(),
        Err(_) => RenditionFormat::Avif.media_type(),
    }
}

/// Few cases, since encoders are slow where tests run, and few steps to a smaller one.
fn short(cases: u32) -> ProptestConfig {
    ProptestConfig { max_shrink_iters: 40, ..config(cases) }
}

/// Decoded, so that a file that only has the right header does not pass.
fn is_whole(bytes: &[u8]) -> bool {
    avif_size(bytes).is_some() || picture::verify(bytes).is_ok()
}

proptest! {
    #![proptest_config(short(16))]

    #[test]
    fn every_picture_that_is_named_is_published_as_it_is_stated(album in albums()) {
        let files = published(&album.world());
        let media: BTreeSet<String> = files.keys().filter(|path| path.starts_with("media/")).cloned().collect();
        prop_assert_eq!(&named(&files), &media, "what is named, and what is published");
        for (_, page) in texts(&files).filter(|(path, _)| path.ends_with(".html")) {
            check_page(page, &files);
        }
        for path in &media {
            let bytes = &files[path];
            prop_assert!(is_whole(bytes), "{path}");
            prop_assert_eq!(metadata::secrets(bytes), Vec::<&str>::new(), "{}", path);
            prop_assert!(!bytes.windows(10).any(|window| window == b"GPS-SECRET"), "{path}");
            let Some(number) = source(path) else {
                prop_assert_eq!(size(bytes), (1200, 630));
                continue;
            };
            let (wide, high) = album.shots[number].wanted.shown();
            let (width, height) = size(bytes);
            prop_assert!(width <= wide && height <= high, "{path} is larger than its source");
            if is_rendition(path) {
                let said = metadata::read(bytes);
                prop_assert_eq!((said.credit, said.licence), (album.credit(number), "CC-BY-4.0".to_owned()), "{}", path);
            }
        }
    }
}

proptest! {
    #![proptest_config(short(6))]

    #[test]
    fn neither_order_nor_threads_nor_cache_show_in_pictures(album in albums()) {
        let studio = album.world();
        let usual = published(&studio);
        prop_assert!(usual == published(&studio), "the cache shows");
        let without = studio.world.clone();
        let reversed = MemoryWorld { reversed: true, ..without.clone() };
        prop_assert!(usual == published(&reversed), "the order of the listing shows");
        for threads in [1, 8] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            prop_assert!(usual == pool.install(|| published(&without)), "{threads} threads show");
        }
        let built = build(&without, &Memo::off());
        prop_assert_eq!(built.outputs.len(), usual.len());
        for (path, output) in built.outputs.iter() {
            prop_assert!(built.bytes(&without, &output.recipe).unwrap() == usual[path.as_str()], "{path} alone differs");
        }
    }

    #[test]
    fn nothing_is_made_twice(album in albums()) {
        let studio = album.world();
        let usual = published(&studio);
        let pictures = usual.keys().filter(|path| source(path).is_none_or(|_| is_rendition(path)) && path.starts_with("media/"));
        let tones = studio.shelf.keys().len() - studio.shelf.keys().len().min(pictures.count());
        prop_assert!(tones <= album.shots.len());
        studio.shelf.puts();
        prop_assert!(usual == published(&studio));
        prop_assert_eq!(studio.shelf.puts(), 0, "a second build makes something");
        let used = build(&studio, &Memo::off()).cache_keys(&studio);
        let unused: Vec<_> = studio.shelf.keys().into_iter().filter(|key| !used.contains(key)).collect();
        prop_assert!(unused.is_empty(), "{} entries that nothing uses", unused.len());
    }

    #[test]
    fn another_credit_makes_other_files_of_the_same_pixels(album in albums()) {
        let before = album.world();
        let usual = published(&before);
        before.shelf.puts();
        let other = Album { maker: "Cơ quan", ..album };
        let after = Studio { shelf: before.shelf.clone(), ..other.world() };
        let signed = published(&after);
        prop_assert_eq!(after.shelf.puts(), 0, "something is encoded again");
        let made = |files: &Files| -> BTreeMap<String, Vec<u8>> {
            files.iter().filter(|(path, _)| source(path).is_some() && is_rendition(path)).map(|(path, bytes)| (path.clone(), bytes.clone())).collect()
        };
        let (old, new) = (made(&usual), made(&signed));
        prop_assert_eq!(old.len(), new.len());
        for (path, bytes) in &new {
            prop_assert!(!old.contains_key(path) && !old.values().any(|other| other == bytes), "{path} is as before");
        }
    }

    #[test]
    fn an_edited_picture_gives_other_renditions(wanted in photo()) {
        let before = Album::of(wanted);
        let mut studio = before.world();
        let usual = renditions(&published(&studio));
        let edited = Wanted { seed: wanted.seed + 1, ..wanted };
        studio.world.put(&before.path(0), edited.bytes());
        let after = renditions(&published(&studio));
        prop_assert!(!usual.is_empty() && usual.len() == after.len());
        for (path, bytes) in &after {
            prop_assert!(!usual.contains_key(path) && !usual.values().any(|other| other == bytes), "{path} is as before");
        }
        prop_assert!(after == renditions(&published(&Album::of(edited).world())), "the cache lies");
    }

    #[test]
    fn a_picture_that_is_cut_off_is_found_and_nothing_of_it_published(wanted in photo(), end in any::<prop::sample::Index>(), whole in photo()) {
        let mut album = Album::of(wanted);
        album.shots.push(Shot { wanted: whole, focus: None });
        album.documents.push((Some(1), vec![(Piece::Gallery, 1)]));
        let mut studio = album.world();
        let bytes = wanted.bytes();
        studio.world.put(&album.path(0), &bytes[..end.index(bytes.len())]);
        let built = build(&studio, &Memo::off());
        let (files, found) = made(&built, &studio);
        let at = |note: &Diagnostic| {
            let place = note.at.unwrap();
            let source = built.sources.get(place.source);
            source.text[place.span.start as usize..place.span.end as usize].to_owned()
        };
        let broken = |notes: &[Diagnostic]| -> Vec<String> {
            notes.iter().filter(|note| note.rule.slug == "picture-invalid").map(at).collect()
        };
        let expected = format!("![Ảnh]({})", &album.path(0)["content".len()..]);
        prop_assert_eq!(broken(&found), vec![expected.clone()]);
        prop_assert_eq!(broken(&built.check(&studio, &|| false)), vec![expected]);
        let of = |number: usize| files.keys().filter(|path| source(path) == Some(number)).count();
        prop_assert!(of(0) == 0 && of(1) > 0);
    }

    /// A red block about the focal point has to be seen in every crop of every format.
    #[test]
    fn the_focal_point_is_in_every_crop(
        wanted in photo(), point in (0u32..=100, 0u32..=100), ratio in select(vec!["1/1", "3/2", "2/3", "16/9", "1/3"]), cover in any::<bool>(),
    ) {
        let size = (wanted.size.0.max(24), wanted.size.1.max(24));
        let marked = Wanted { size, mark: Some(point), orientation: None, ..wanted };
        let album = Album {
            shots: vec![Shot { wanted: marked, focus: Some(point) }],
            slots: SLOTS.iter().map(|_| (vec![12, 24], ratio)).collect(),
            documents: vec![(cover.then_some(0), vec![(Piece::Gallery, 0), (Piece::Inline, 0)])],
            ..Album::of(marked)
        };
        let files = published(&album.world());
        let mut seen = 0;
        for (path, bytes) in renditions(&files).iter().filter(|(_, bytes)| avif_size(bytes).is_none()) {
            let pixels = image::load_from_memory(bytes).unwrap().into_rgb8();
            let red = |pixel: &image::Rgb<u8>| i32::from(pixel[0]) - i32::from(pixel[1].max(pixel[2]));
            let most = pixels.pixels().map(red).max().unwrap();
            prop_assert!(most > 40, "{path}: {most}");
            seen += 1;
        }
        prop_assert!(seen >= 2);
    }
}

/// Photos that are more than a few pixels.
fn photo() -> impl Strategy<Value = Wanted> {
    let formats = select(vec![ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP]);
    (formats, (8u32..=40, 8u32..=40), 1u16..=8, 0u32..5).prop_map(|(format, size, orientation, seed)| {
        let orientation = Some(orientation).filter(|_| format == ImageFormat::Jpeg);
        Wanted { orientation, seed, form: Form::Plain, ..Wanted::new(format, size) }
    })
}

fn renditions(files: &Files) -> Files {
    files
        .iter()
        .filter(|(path, _)| path.starts_with("media/") && is_rendition(path))
        .map(|(path, bytes)| (path.clone(), bytes.clone()))
        .collect()
}

/// A law that never meets a case holds for nothing.
#[test]
fn albums_have_every_kind_of_picture_and_file() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut ends: BTreeMap<String, usize> = BTreeMap::new();
    for _ in 0..16 {
        let album = proptest::strategy::ValueTree::current(&albums().new_tree(&mut runner).unwrap());
        for path in published(&album.world()).into_keys().filter(|path| path.starts_with("media/")) {
            let kind = if source(&path).is_none() {
                "card"
            } else if is_rendition(&path) {
                "made"
            } else {
                "copied"
            };
            *ends.entry(format!("{kind} {}", path.rsplit('.').next().unwrap())).or_default() += 1;
        }
    }
    let wanted = ["card jpg", "copied gif", "copied jpg", "copied svg", "made avif", "made jpg", "made png", "made webp"];
    for kind in wanted {
        assert!(ends.contains_key(kind), "no {kind}: {ends:?}");
    }
}
