use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

use super::{PictureCache, Pruned, TEMPORARY};
use crate::disk::DiskWorld;
use crate::model::Digest;
use crate::world::{Cache as _, World as _};

fn portal() -> (TempDir, PictureCache) {
    let portal = tempfile::tempdir().unwrap();
    let cache = PictureCache::open(portal.path());
    (portal, cache)
}

fn key(name: &str) -> Digest {
    Digest::of(name.as_bytes())
}

fn place(portal: &TempDir, name: &str) -> PathBuf {
    let hex = key(name).hex();
    portal.path().join(".hoaban/pictures").join(&hex[..2]).join(&hex[2..])
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(folder).into_iter().flatten().filter(|entry| !entry.file_type().is_dir()) {
        files.push(entry.path().strip_prefix(folder).unwrap().to_owned());
    }
    files.sort();
    files
}

fn age(place: &Path, days: u64) {
    let time = SystemTime::now() - Duration::from_hours(24 * days);
    File::options().write(true).open(place).unwrap().set_modified(time).unwrap();
}

#[test]
fn bytes_come_back_as_they_were_put() {
    let (portal, cache) = portal();
    assert_eq!(cache.get(&key("a")), None);
    assert!(files(portal.path()).is_empty(), "looking makes nothing");
    for bytes in [b"".as_slice(), b"one", &[7; 100_000]] {
        cache.put(&key("a"), bytes);
        assert_eq!(cache.get(&key("a")).as_deref(), Some(bytes));
    }
    assert_eq!(cache.get(&key("b")), None);
    assert_eq!(cache.failed(), None);
    assert_eq!(files(&portal.path().join(".hoaban")).len(), 2);
    assert_eq!(fs::read_to_string(portal.path().join(".hoaban/.gitignore")).unwrap(), "*\n");
}

#[test]
fn no_damaged_byte_is_ever_used() {
    let (portal, cache) = portal();
    for at in 0..40 {
        cache.put(&key("a"), b"pictures");
        let mut bytes = fs::read(place(&portal, "a")).unwrap();
        assert_eq!(bytes.len(), 40);
        bytes[at] ^= 1;
        fs::write(place(&portal, "a"), bytes).unwrap();
        assert_eq!(cache.get(&key("a")), None, "byte {at}");
        assert!(!place(&portal, "a").exists(), "a damaged entry is removed");
    }
}

#[test]
fn no_entry_of_another_length_is_ever_used() {
    let (portal, cache) = portal();
    for length in (0..40).chain([41]) {
        cache.put(&key("a"), b"pictures");
        let mut bytes = fs::read(place(&portal, "a")).unwrap();
        bytes.resize(length, 0);
        fs::write(place(&portal, "a"), bytes).unwrap();
        assert_eq!(cache.get(&key("a")), None, "{length} bytes");
    }
}

#[test]
fn an_entry_under_anothers_name_is_not_taken_for_it() {
    let (portal, cache) = portal();
    cache.put(&key("a"), b"one");
    cache.put(&key("b"), b"two");
    fs::copy(place(&portal, "a"), place(&portal, "b")).unwrap();
    assert_eq!(cache.get(&key("b")), None);
    assert_eq!(cache.get(&key("a")).as_deref(), Some(b"one".as_slice()));
}

#[test]
fn what_a_killed_build_left_is_not_used_and_goes_after_an_hour() {
    let (portal, cache) = portal();
    cache.put(&key("a"), b"one");
    let whole = fs::read(place(&portal, "a")).unwrap();
    fs::remove_file(place(&portal, "a")).unwrap();
    let folder = portal.path().join(".hoaban/pictures");
    let (old, new) = (folder.join("put-1-0.tmp"), folder.join(format!("put-{}-1.tmp", std::process::id())));
    for half in [&old, &new] {
        fs::write(half, &whole[..20]).unwrap();
    }
    age(&old, 1);
    let cache = PictureCache::open(portal.path());
    assert_eq!(cache.get(&key("a")), None);
    assert!(!old.exists() && new.exists(), "the newer one may be another build's");
    cache.put(&key("a"), b"one");
    cache.put(&key("b"), b"two");
    assert_eq!(cache.get(&key("b")).as_deref(), Some(b"two".as_slice()));
    assert_eq!(fs::read(&new).unwrap(), &whole[..20]);
    assert_eq!(cache.stats().entries, 2);
}

#[test]
fn builds_may_share_the_folder() {
    let (portal, cache) = portal();
    let bytes = vec![3; 50_000];
    let other = PictureCache::open(portal.path());
    std::thread::scope(|scope| {
        for cache in [&cache, &other, &cache, &other] {
            scope.spawn(|| {
                for round in 0..50 {
                    cache.put(&key("same"), &bytes);
                    assert_eq!(cache.get(&key("same")).as_ref(), Some(&bytes));
                    let mine = key(&round.to_string());
                    cache.put(&mine, b"x");
                    assert_eq!(cache.get(&mine).as_deref(), Some(b"x".as_slice()));
                }
            });
        }
    });
    assert_eq!(cache.stats().entries, 51);
    let left = files(portal.path()).into_iter().filter(|file| file.to_string_lossy().contains(TEMPORARY.1)).count();
    assert_eq!((left, cache.failed(), other.failed()), (0, None, None));
}

#[test]
fn a_build_goes_on_while_another_process_prunes() {
    let (portal, cache) = portal();
    let other = PictureCache::open(portal.path());
    std::thread::scope(|scope| {
        let puts = scope.spawn(|| (0..300).for_each(|_| cache.put(&key("a"), b"one")));
        while !puts.is_finished() {
            other.prune(&BTreeSet::new()).unwrap();
        }
    });
    cache.put(&key("a"), b"one");
    assert_eq!(cache.get(&key("a")).as_deref(), Some(b"one".as_slice()));
}

#[test]
fn a_folder_that_cannot_be_written_is_no_cache_and_no_error() {
    let (portal, cache) = portal();
    fs::create_dir(portal.path().join(".hoaban")).unwrap();
    fs::write(portal.path().join(".hoaban/pictures"), "a file").unwrap();
    cache.put(&key("a"), b"one");
    assert_eq!(cache.get(&key("a")), None);
    assert!(cache.failed().unwrap().contains("pictures"));
    assert_eq!(cache.prune(&BTreeSet::new()).unwrap(), Pruned::default());
    assert_eq!(fs::read_to_string(portal.path().join(".hoaban/pictures")).unwrap(), "a file");
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_still_gives() {
    use std::os::unix::fs::PermissionsExt as _;
    let (portal, cache) = portal();
    cache.put(&key("a"), b"one");
    let shelf = place(&portal, "a").parent().unwrap().to_owned();
    let folder = shelf.parent().unwrap().to_owned();
    let allow = |mode| [&folder, &shelf].map(|place| fs::set_permissions(place, fs::Permissions::from_mode(mode)).unwrap());
    allow(0o555);
    let is_root = fs::write(folder.join("probe"), "").is_ok();
    cache.put(&key("b"), b"two");
    assert_eq!(cache.get(&key("a")).as_deref(), Some(b"one".as_slice()));
    if !is_root {
        assert_eq!(cache.get(&key("b")), None);
        assert!(cache.failed().is_some());
        assert!(cache.prune(&BTreeSet::new()).is_err());
    }
    allow(0o755);
}

#[test]
fn a_restored_copy_gives_what_was_put() {
    let (portal, cache) = portal();
    cache.put(&key("a"), b"one");
    cache.put(&key("b"), b"two");
    let clone = tempfile::tempdir().unwrap();
    for file in files(portal.path()) {
        let copy = clone.path().join(&file);
        fs::create_dir_all(copy.parent().unwrap()).unwrap();
        fs::copy(portal.path().join(&file), copy).unwrap();
    }
    fs::create_dir(clone.path().join("content")).unwrap();
    let world = DiskWorld::open(clone.path(), None).unwrap();
    assert_eq!(world.cache().get(&key("a")), None, "a world has no cache unless it is given one");
    let world = world.with_cache(PictureCache::open(clone.path()));
    assert_eq!(world.cache().get(&key("a")).as_deref(), Some(b"one".as_slice()));
    assert_eq!(world.cache().get(&key("b")).as_deref(), Some(b"two".as_slice()));
}

#[test]
fn pruning_keeps_what_is_asked_for_and_what_is_not_the_caches() {
    let (portal, cache) = portal();
    for name in ["a", "b", "c"] {
        cache.put(&key(name), name.as_bytes());
    }
    let shelf = place(&portal, "b").parent().unwrap().to_owned();
    let notes = [shelf.join("ghi-chu.txt"), portal.path().join(".hoaban/pictures/README"), portal.path().join(".hoaban/x")];
    for note in &notes {
        fs::write(note, "mine").unwrap();
    }
    let stats = cache.stats();
    assert_eq!((stats.entries, stats.bytes), (3, 3 * 33));
    assert!(stats.oldest.unwrap() <= SystemTime::now());
    assert_eq!(cache.prune(&BTreeSet::from([key("a")])).unwrap(), Pruned { entries: 2, bytes: 66 });
    assert_eq!(cache.get(&key("a")).as_deref(), Some(b"a".as_slice()));
    assert_eq!(cache.get(&key("b")), None);
    assert!(notes.iter().all(|note| note.exists()));
    assert!(!place(&portal, "c").parent().unwrap().exists(), "empty folders go");
}

#[test]
fn an_entry_of_use_does_not_grow_old() {
    let (portal, cache) = portal();
    for name in ["a", "b", "c"] {
        cache.put(&key(name), b"x");
        age(&place(&portal, name), if name == "c" { 3 } else { 40 });
    }
    assert!(cache.stats().oldest.unwrap() < SystemTime::now() - Duration::from_hours(24 * 39));
    assert!(cache.get(&key("a")).is_some());
    assert_eq!(cache.prune_older(30).unwrap().entries, 1);
    assert!(cache.get(&key("a")).is_some() && cache.get(&key("c")).is_some() && cache.get(&key("b")).is_none());
    assert_eq!(cache.prune_older(u32::MAX).unwrap().entries, 0);
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    use std::os::unix::fs::symlink;
    let (portal, cache) = portal();
    let (other, outside) = self::portal();
    outside.put(&key("a"), b"one");
    let folder = portal.path().join(".hoaban/pictures");
    let shelf = place(&portal, "a").parent().unwrap().to_owned();
    let theirs = place(&other, "a");

    fs::create_dir_all(&shelf).unwrap();
    symlink(&theirs, place(&portal, "a")).unwrap();
    assert_eq!(cache.get(&key("a")), None, "a linked entry");
    fs::remove_dir_all(&shelf).unwrap();

    symlink(theirs.parent().unwrap(), &shelf).unwrap();
    assert_eq!(cache.get(&key("a")), None, "a linked shelf");
    cache.put(&key("a"), b"two");
    assert!(cache.failed().is_some());
    assert_eq!(cache.prune(&BTreeSet::new()).unwrap().entries, 0);
    fs::remove_dir_all(&folder).unwrap();

    symlink(theirs.parent().unwrap().parent().unwrap(), &folder).unwrap();
    assert_eq!(cache.get(&key("a")), None, "a linked folder");
    assert_eq!(cache.prune(&BTreeSet::new()).unwrap().entries, 0);
    assert_eq!(outside.get(&key("a")).as_deref(), Some(b"one".as_slice()));
}
