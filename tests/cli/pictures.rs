//! Pictures as the program makes and keeps them: the cache on the disk, records, and what is published.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant, SystemTime};

use crate::{Portal, command, tree};

#[test]
fn the_picture_cache_is_told_and_cleared_of_what_is_not_used() {
    let portal = Portal::fresh();
    let empty = portal.run("vi", &["cache", "stats"]);
    assert_eq!((empty.code, empty.out.as_str()), (0, "Kho ảnh .hoaban/pictures đang trống.\n"), "{}", empty.err);
    assert_eq!(portal.run("en", &["build"]).code, 0);
    let made = tree(&portal.root().join(".hoaban/pictures")).len();
    assert!(made > 0, "a new portal has pictures");
    let unused = format!(".hoaban/pictures/ab/{}", "c".repeat(62));
    portal.write(&unused, "0123456789");
    let stats = portal.run("en", &["cache", "stats"]);
    assert!(stats.code == 0 && stats.out.contains(&format!("holds {} file", made + 1)), "{} {}", stats.out, stats.err);
    let recent = portal.run("en", &["cache", "prune", "--older", "1"]);
    assert!(recent.code == 0 && recent.out.starts_with("0 files (0 B) removed"), "{} {}", recent.out, recent.err);
    let settings = fs::read_to_string(portal.root().join("portal.toml")).unwrap();
    portal.write("portal.toml", "base_url = ");
    let broken = portal.run("en", &["cache", "prune"]);
    assert_eq!(broken.code, 1, "{} {}", broken.out, broken.err);
    assert!(portal.root().join(&unused).exists(), "what is used is not known");
    portal.write("portal.toml", &settings);
    let pruned = portal.run("en", &["cache", "prune"]);
    let said = format!("1 file (10 B) removed from the picture cache; {made} file");
    assert!(pruned.code == 0 && pruned.out.starts_with(&said), "{} {}", pruned.out, pruned.err);
    assert!(!portal.root().join(&unused).exists());
    let wrong = portal.run("vi", &["cache", "stats", "--older", "3"]);
    assert!(wrong.code == 2 && wrong.err.contains("“--older”"), "{}", wrong.err);
}

/// A JPEG that says who made it and what it shows.
fn signed_picture() -> Vec<u8> {
    use hoaban::model::RenditionFormat;
    use hoaban::picture::metadata::{Rights, embed};
    let mut out = std::io::Cursor::new(Vec::new());
    let pixels = image::RgbImage::from_fn(640, 480, |x, y| image::Rgb([(x / 3) as u8, (y / 2) as u8, (x ^ y) as u8]));
    pixels.write_to(&mut out, image::ImageFormat::Jpeg).unwrap();
    let rights = Rights {
        creator: "Lò Văn Hặc".to_owned(),
        web_statement: "https://creativecommons.org/licenses/by/4.0/".to_owned(),
        alts: vec![("vi".to_owned(), "Thung lũng".to_owned()), ("en".to_owned(), "A valley".to_owned())],
        ..Rights::default()
    };
    embed(out.into_inner(), RenditionFormat::Jpeg, &rights).unwrap()
}

#[test]
fn pictures_are_listed_and_sign_their_own_records() {
    let portal = Portal::fresh();
    fs::write(portal.root().join("content/news/chao-mung/anh.jpg"), signed_picture()).unwrap();
    for lang in ["vi", "en"] {
        let page = portal.root().join(format!("content/news/chao-mung/index.{lang}.md"));
        let text = fs::read_to_string(&page).unwrap();
        fs::write(&page, format!("{text}\n![](anh.jpg)\n")).unwrap();
    }
    let listed = portal.run("vi", &["pictures"]);
    assert!(listed.out.contains("thiếu nguồn ảnh; thiếu giấy phép; thiếu alt (en, vi)"), "{} {}", listed.out, listed.err);
    let adopted = portal.run("vi", &["pictures", "--adopt"]);
    assert_eq!(adopted.code, 0, "{}", adopted.err);
    assert!(adopted.out.contains("content/news/chao-mung/anh.jpg.toml"), "{}", adopted.out);
    let record = fs::read_to_string(portal.root().join("content/news/chao-mung/anh.jpg.toml")).unwrap();
    assert!(record.contains("credit = \"Lò Văn Hặc\"\nlicence = \"CC-BY-4.0\"\nalt.en = \"A valley\""), "{record}");
    let again = portal.run("vi", &["pictures", "--adopt"]);
    assert!(again.out.starts_with("Không ảnh nào tự ghi thêm"), "{}", again.out);
    assert_eq!(portal.run("en", &["build", "--strict"]).code, 0);
    let after: serde_json::Value = serde_json::from_str(&portal.run("en", &["pictures", "--format", "json"]).out).unwrap();
    let picture = &after["pictures"][0];
    assert_eq!(picture["missing"], serde_json::json!({ "credit": false, "licence": false, "alt": [] }));
    let renditions = &picture["renditions"];
    assert!(renditions["planned"].as_u64() > Some(0) && renditions["planned"] == renditions["made"], "{renditions}");
}

#[test]
fn a_clone_with_the_cache_restored_makes_no_picture_again() {
    let (portal, clone) = (Portal::fresh(), Portal::fresh());
    assert_eq!(portal.run("en", &["build"]).code, 0);
    for (from, (bytes, _)) in tree(&portal.root().join(".hoaban/pictures")) {
        let to = clone.root().join(from.strip_prefix(portal.root()).unwrap());
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::write(to, bytes).unwrap();
    }
    let restored = tree(&clone.root().join(".hoaban/pictures"));
    assert_eq!(clone.run("en", &["build"]).code, 0);
    assert_eq!(tree(&clone.root().join(".hoaban/pictures")), restored, "no entry is new or written again");
    let files = |portal: &Portal| {
        let published = portal.published().into_iter();
        published.map(|(path, (bytes, _))| (path.strip_prefix(portal.root()).unwrap().to_owned(), bytes)).collect::<Vec<_>>()
    };
    assert!(files(&portal) == files(&clone), "both publish the same bytes");
}

#[test]
fn a_damaged_cache_is_made_good_and_one_that_cannot_be_written_is_told() {
    let portal = Portal::fresh();
    assert_eq!(portal.run("en", &["build"]).code, 0);
    let (good, published) = (tree(&portal.root().join(".hoaban/pictures")), portal.published());
    for (at, path) in good.keys().enumerate() {
        fs::write(path, &good[path].0[..at * 7]).unwrap();
    }
    assert_eq!(portal.run("en", &["build"]).code, 0);
    assert_eq!(portal.published(), published);
    let bytes =
        |tree: &BTreeMap<PathBuf, (Vec<u8>, SystemTime)>| tree.values().map(|file| file.0.clone()).collect::<Vec<_>>();
    assert!(bytes(&tree(&portal.root().join(".hoaban/pictures"))) == bytes(&good), "entries are made again");
    fs::remove_dir_all(portal.root().join(".hoaban/pictures")).unwrap();
    portal.write(".hoaban/pictures", "");
    let ran = portal.run("vi", &["build"]);
    assert_eq!((ran.code, ran.err.matches("Không giữ được ảnh").count()), (0, 1), "{}", ran.err);
    assert_eq!(portal.published(), published);
}

/// The same picture with the place where it was taken, the camera's serial number and its owner's name.
fn tell_tale_picture() -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        [&tag.to_be_bytes()[..], &kind.to_be_bytes(), &count.to_be_bytes(), &value].concat()
    };
    let mut block = b"Exif\0\0MM\0*\0\0\0\x08\0\x03".to_vec();
    block.extend(entry(0x8825, 4, 1, [0, 0, 0, 50]));
    block.extend(entry(0xC62F, 2, 4, *b"123\0"));
    block.extend(entry(0x8769, 4, 1, [0, 0, 0, 68]));
    block.extend([0; 4]);
    block.extend([&[0, 1][..], &entry(1, 2, 2, *b"N\0\0\0"), &[0; 4]].concat());
    block.extend([&[0, 1][..], &entry(0xA430, 2, 3, *b"Lo\0\0"), &[0; 4]].concat());
    let mut out = b"\xFF\xD8\xFF\xE1".to_vec();
    out.extend(u16::try_from(block.len() + 2).unwrap().to_be_bytes());
    out.extend(block);
    out.extend(&signed_picture()[2..]);
    out
}

#[test]
fn published_pictures_name_their_maker_and_keep_no_secret() {
    use hoaban::picture::metadata::{read, secrets};
    let portal = Portal::fresh();
    let source = tell_tale_picture();
    assert_eq!(secrets(&source), ["gps", "serial", "owner"]);
    fs::write(portal.root().join("content/news/chao-mung/anh.jpg"), source).unwrap();
    for lang in ["vi", "en"] {
        let page = portal.root().join(format!("content/news/chao-mung/index.{lang}.md"));
        let text = fs::read_to_string(&page).unwrap();
        fs::write(&page, format!("{text}\n![](anh.jpg)\n")).unwrap();
    }
    assert_eq!(portal.run("en", &["pictures", "--adopt"]).code, 0);
    for settings in ["", "\n[pictures]\nrenditions = false\n"] {
        let mut file = fs::OpenOptions::new().append(true).open(portal.root().join("portal.toml")).unwrap();
        file.write_all(settings.as_bytes()).unwrap();
        let ran = portal.run("en", &["build"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let pictures = ["jpg", "png", "webp", "avif", "gif"];
        let published = portal.published().into_iter();
        let found: Vec<_> = published
            .filter(|(path, _)| path.extension().is_some_and(|name| pictures.iter().any(|known| name == *known)))
            .map(|(path, (bytes, _))| (path.file_name().unwrap().to_str().unwrap().to_owned(), bytes))
            .collect();
        assert!(found.iter().any(|(name, _)| name.starts_with("anh")));
        for (name, bytes) in &found {
            assert_eq!(secrets(bytes), [""; 0], "{name}");
        }
        for (name, bytes) in found.iter().filter(|(name, _)| name.starts_with("anh-")) {
            let said = read(bytes);
            assert_eq!((said.credit.as_str(), said.licence.as_str()), ("Lò Văn Hặc", "CC-BY-4.0"), "{name}");
            assert_eq!(said.alts.len(), 2, "{name}");
        }
    }
}

/// A photo-like picture that takes a while to encode.
fn large_picture(seed: u32, format: image::ImageFormat) -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    let shade = |value: u32| u8::try_from(value % 256).unwrap();
    let noise = |x: u32, y: u32| (x * 7919 + y * 104_729 + seed * 31).wrapping_mul(2_654_435_761) >> 27;
    let pixels = image::RgbImage::from_fn(500, 360, |x, y| {
        image::Rgb([shade(x / 2 + noise(x, y)), shade(y / 2 + seed * 40), shade((x + y) / 4)])
    });
    pixels.write_to(&mut out, format).unwrap();
    out.into_inner()
}

/// Shows pictures on a page of the portal that `init` made; returns where they lie.
fn show(portal: &Portal, pictures: &[(&str, Vec<u8>)]) -> PathBuf {
    let folder = portal.root().join("content/news/chao-mung");
    let record = "credit = \"Lò Văn Hặc\"\nlicence = \"CC-BY-4.0\"\nalt.vi = \"Ảnh\"\nalt.en = \"Picture\"\n";
    for (name, bytes) in pictures {
        fs::write(folder.join(name), bytes).unwrap();
        fs::write(folder.join(format!("{name}.toml")), record).unwrap();
    }
    for lang in ["vi", "en"] {
        let mut page = fs::OpenOptions::new().append(true).open(folder.join(format!("index.{lang}.md"))).unwrap();
        pictures.iter().for_each(|(name, _)| writeln!(page, "\n![]({name})").unwrap());
    }
    folder
}

/// Files below a folder of the portal, by their path from there.
fn files(portal: &Portal, folder: &str) -> BTreeMap<PathBuf, Vec<u8>> {
    let folder = portal.root().join(folder);
    let inside = |path: &Path| path.strip_prefix(&folder).unwrap().to_owned();
    tree(&folder).into_iter().map(|(path, (bytes, _))| (inside(&path), bytes)).collect()
}

/// Entries of the cache, without the temporary files of builds that were killed.
fn entries(portal: &Portal) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = files(portal, ".hoaban/pictures");
    files.retain(|path, _| path.components().count() == 2);
    files
}

#[test]
fn a_build_that_is_killed_leaves_nothing_half() {
    let (portal, clean) = (Portal::fresh(), Portal::fresh());
    let pictures = [1, 2, 3].map(|seed| large_picture(seed, image::ImageFormat::Jpeg));
    let pictures: Vec<_> = ["a.jpg", "b.jpg", "c.jpg"].into_iter().zip(pictures).collect();
    show(&portal, &pictures);
    show(&clean, &pictures);
    let built = clean.run("en", &["build"]);
    assert_eq!(built.code, 0, "{} {}", built.out, built.err);
    let whole = entries(&clean);
    let mut killed = 0;
    for wanted in [1, 2, whole.len() / 2, whole.len() - 1] {
        let mut child =
            command(&portal.root(), "en", &["build"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let patience = Instant::now();
        while entries(&portal).len() < wanted && patience.elapsed() < Duration::from_secs(60) {
            std::thread::sleep(Duration::from_millis(2));
        }
        child.kill().unwrap();
        killed += u32::from(child.wait().unwrap().code().is_none());
        let left = entries(&portal);
        assert!(left.iter().all(|(path, bytes)| whole.get(path) == Some(bytes)), "an entry is not whole");
    }
    assert!(killed > 0, "every build was done before it could be killed");
    let again = portal.run("en", &["build"]);
    assert_eq!(again.code, 0, "{} {}", again.out, again.err);
    assert!(files(&portal, "public") == files(&clean, "public"), "what is published differs");
    assert!(entries(&portal) == whole, "what is kept differs");
}

/// Tools that go by size and time would publish the old picture.
#[test]
fn an_edit_of_equal_size_and_time_is_seen() {
    let portal = Portal::fresh();
    let [before, after] = [1, 2].map(|seed| large_picture(seed, image::ImageFormat::Tiff));
    assert!(before.len() == after.len() && before != after);
    let picture = show(&portal, &[("a.tif", before)]).join("a.tif");
    let made = || {
        let ran = portal.run("en", &["build"]);
        assert_eq!(ran.code, 0, "{} {}", ran.out, ran.err);
        let mut files = files(&portal, "public/media");
        files.retain(|path, _| path.to_str().unwrap().starts_with("a-"));
        files
    };
    let usual = made();
    let time = fs::metadata(&picture).unwrap().modified().unwrap();
    fs::write(&picture, after).unwrap();
    fs::File::options().write(true).open(&picture).unwrap().set_modified(time).unwrap();
    let edited = made();
    assert!(!usual.is_empty() && usual.len() == edited.len());
    for (path, bytes) in &edited {
        assert!(!usual.contains_key(path) && !usual.values().any(|other| other == bytes), "{}", path.display());
    }
}
