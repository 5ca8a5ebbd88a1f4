use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::*;
use crate::model::{OutPath, SourcePath};
use crate::world::{ReadError, World};

fn put(root: &Path, path: &str, text: &str) {
    let place = root.join(path);
    fs::create_dir_all(place.parent().unwrap()).unwrap();
    fs::write(place, text).unwrap();
}

fn portal(files: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in files {
        put(folder.path(), file, file);
    }
    folder
}

fn source(path: &str) -> SourcePath {
    SourcePath::new(path).unwrap()
}

fn listed(world: &dyn World) -> Vec<String> {
    let listing = world.list().unwrap();
    let mut paths: Vec<String> = listing.0.iter().map(|file| file.path.to_string()).collect();
    paths.sort();
    paths
}

fn errors(world: &dyn World) -> Vec<ReadError> {
    world.list().unwrap().1.clone()
}

mod reading {
    use super::*;

    #[test]
    fn only_what_a_build_reads_is_listed() {
        let folder = portal(&[
            "portal.toml",
            "content/a/index.vi.md",
            "content/.git/x",
            "content/a/.x.swp",
            "content/a/index.vi.md~",
            "themes/t/theme.toml",
            "i18n/vi/x.ftl",
            "public/index.html",
            "README.md",
            ".hoaban/x",
            "content/out/index.html",
        ]);
        let world = DiskWorld::open(folder.path(), None).unwrap().without(&folder.path().join("content/out"));
        assert_eq!(listed(&world), ["content/a/index.vi.md", "i18n/vi/x.ftl", "portal.toml", "themes/t/theme.toml"]);
        assert_eq!(world.read(&source("content/a/index.vi.md")).unwrap(), b"content/a/index.vi.md");
    }

    #[test]
    fn decomposed_names_are_listed_composed_and_can_be_read() {
        let folder = portal(&["content/hoa\u{300}/e\u{301}.md", "content/a.md"]);
        let world = DiskWorld::open(folder.path(), None).unwrap();
        let listing = world.list().unwrap();
        let file = listing.0.iter().find(|file| file.path.as_str() == "content/hoà/é.md").unwrap();
        assert!(file.decomposed);
        assert_eq!(listing.0.iter().filter(|file| file.decomposed).count(), 1);
        assert_eq!(world.read(&file.path).unwrap(), "content/hoa\u{300}/e\u{301}.md".as_bytes());
    }

    #[test]
    fn of_two_forms_of_a_name_the_composed_file_is_read_and_the_other_reported() {
        let folder = portal(&["content/e\u{301}.md", "content/é.md"]);
        let world = DiskWorld::open(folder.path(), None).unwrap();
        assert_eq!(listed(&world), ["content/é.md"]);
        assert_eq!(world.read(&source("content/é.md")).unwrap(), "content/é.md".as_bytes());
        assert!(matches!(&errors(&world)[..], [ReadError::Io(..)]));
    }

    #[cfg(unix)]
    #[test]
    fn names_that_are_no_text_are_reported() {
        use std::os::unix::ffi::OsStrExt as _;
        let folder = portal(&["content/a.md"]);
        fs::write(folder.path().join("content").join(std::ffi::OsStr::from_bytes(b"x\xff.md")), "x").unwrap();
        fs::write(folder.path().join("content/a\\b.md"), "x").unwrap();
        let world = DiskWorld::open(folder.path(), None).unwrap();
        assert_eq!(listed(&world), ["content/a.md"]);
        let names: Vec<_> = errors(&world).iter().map(|error| error.path().to_string()).collect();
        assert_eq!(names, ["content/a\u{fffd}b.md", "content/x\u{fffd}.md"]);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_inside_the_portal_only() {
        use std::os::unix::fs::symlink;
        let outside = portal(&["secret.md"]);
        let folder = portal(&["content/a/index.md", "shared/b.md"]);
        let content = folder.path().join("content");
        symlink(outside.path(), content.join("out")).unwrap();
        symlink(outside.path().join("secret.md"), content.join("secret.md")).unwrap();
        symlink("../shared", content.join("in")).unwrap();
        symlink("nowhere", content.join("broken")).unwrap();
        symlink(".", content.join("loop")).unwrap();
        let world = DiskWorld::open(folder.path(), None).unwrap();
        assert_eq!(listed(&world), ["content/a/index.md", "content/in/b.md"]);
        assert_eq!(world.read(&source("content/in/b.md")).unwrap(), b"shared/b.md");
        let errors = errors(&world);
        assert!(
            matches!(&errors[..], [ReadError::Missing(_), ReadError::Io(..), ReadError::Outside(_), ReadError::Outside(_)]),
            "{errors:?}"
        );
        assert_eq!(world.read(&source("content/secret.md")), Err(ReadError::Outside(source("content/secret.md"))));
        assert_eq!(world.read(&source("content/out/secret.md")), Err(ReadError::Outside(source("content/out/secret.md"))));
    }

    #[cfg(unix)]
    #[test]
    fn folders_that_lead_to_one_another_are_walked_once() {
        use std::os::unix::fs::symlink;
        let folder = portal(&["content/a/1.md", "content/b/2.md"]);
        symlink("../b", folder.path().join("content/a/x")).unwrap();
        symlink("../a", folder.path().join("content/b/y")).unwrap();
        let world = DiskWorld::open(folder.path(), None).unwrap();
        assert_eq!(listed(&world), ["content/a/1.md", "content/a/x/2.md", "content/b/2.md", "content/b/y/1.md"]);
    }

    #[test]
    fn a_missing_file_is_missing_and_a_missing_portal_an_error() {
        let folder = portal(&["content/a.md"]);
        let world = DiskWorld::open(folder.path(), None).unwrap();
        assert_eq!(world.read(&source("portal.toml")), Err(ReadError::Missing(source("portal.toml"))));
        assert!(DiskWorld::open(&folder.path().join("none"), None).is_err());
        fs::remove_dir_all(folder.path()).unwrap();
        assert!(world.list().is_err());
    }
}

mod writing {
    use super::*;

    fn publish(portal: &Path, files: &[(&str, &str)]) -> Result<Summary, StoreError> {
        let stage = stage(portal, files);
        stage.commit(&|_| false)
    }

    fn stage(portal: &Path, files: &[(&str, &str)]) -> Stage {
        let stage = Store::open(portal, &portal.join("public")).unwrap().stage().unwrap();
        for (path, text) in files {
            stage.put(&OutPath::new(path).unwrap(), text.as_bytes()).unwrap();
        }
        stage
    }

    fn tree(portal: &Path) -> Vec<(String, String)> {
        let out = portal.join("public");
        let mut tree: Vec<_> = walkdir::WalkDir::new(&out)
            .into_iter()
            .flatten()
            .filter(|entry| !entry.file_type().is_dir())
            .map(|entry| {
                let path = entry.path().strip_prefix(&out).unwrap().to_string_lossy().into_owned();
                (path, fs::read_to_string(entry.path()).unwrap())
            })
            .collect();
        tree.sort();
        tree
    }

    fn owned(files: &[(&str, &str)]) -> Vec<(String, String)> {
        files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
    }

    fn modified(portal: &Path, path: &str) -> std::time::SystemTime {
        fs::metadata(portal.join("public").join(path)).unwrap().modified().unwrap()
    }

    #[test]
    fn a_build_writes_what_changed_and_deletes_what_is_gone() {
        let portal = portal(&[]);
        let root = portal.path();
        let first = [("vi/index.html", "1"), ("vi/a/index.html", "a"), ("vi/old/x/index.html", "x")];
        let summary = publish(root, &first).unwrap();
        assert_eq!((summary.written, summary.kept, summary.removed), (3, 0, 0));
        assert_eq!(tree(root), owned(&[first[1], first[0], first[2]]));
        let before = modified(root, "vi/a/index.html");
        std::thread::sleep(Duration::from_millis(20));
        let summary = publish(root, &[("vi/index.html", "2"), ("vi/a/index.html", "a")]).unwrap();
        assert_eq!((summary.written, summary.kept, summary.removed), (1, 1, 1));
        assert_eq!(modified(root, "vi/a/index.html"), before);
        assert_eq!(tree(root), owned(&[("vi/a/index.html", "a"), ("vi/index.html", "2")]));
        assert!(!root.join("public/vi/old").exists());
    }

    #[test]
    fn nothing_is_seen_before_the_commit_and_a_dropped_stage_leaves_nothing() {
        let portal = portal(&[]);
        publish(portal.path(), &[("a.html", "1")]).unwrap();
        let staged = stage(portal.path(), &[("a.html", "2"), ("new/b.html", "b")]);
        assert_eq!(fs::read_to_string(portal.path().join("public/a.html")).unwrap(), "1");
        drop(staged);
        assert_eq!(tree(portal.path()), owned(&[("a.html", "1")]));
        assert!(!portal.path().join("public/new").exists());
        let other = self::portal(&[]);
        stage(other.path(), &[("a/b.html", "b")]).abort();
        assert!(!other.path().join("public").exists());
    }

    #[test]
    fn what_a_killed_build_left_is_cleaned_and_completed() {
        let portal = portal(&[]);
        publish(portal.path(), &[("a.html", "1"), ("c.html", "c")]).unwrap();
        let mut staged = stage(portal.path(), &[("a.html", "2"), ("new/b.html", "b")]);
        staged.done = true;
        drop(staged);
        let left = tree(portal.path()).into_iter().filter(|(path, _)| path.contains(".hoaban-")).count();
        assert_eq!(left, 2);
        publish(portal.path(), &[("a.html", "3")]).unwrap();
        assert_eq!(tree(portal.path()), owned(&[("a.html", "3")]));
        let state: Vec<PathBuf> =
            fs::read_dir(portal.path().join(".hoaban/outputs")).unwrap().map(|entry| entry.unwrap().path()).collect();
        assert!(state.iter().all(|file| file.extension().unwrap() != "running"), "{state:?}");
    }

    #[test]
    fn a_first_build_that_is_killed_leaves_no_output_folder_and_is_cleaned() {
        let portal = portal(&[]);
        let out = portal.path().join("deep/out");
        let stage = || Store::open(portal.path(), &out).unwrap().stage().unwrap();
        let mut killed = stage();
        killed.put(&OutPath::new("a/b.html").unwrap(), b"b").unwrap();
        let tree = killed.base.clone();
        killed.done = true;
        drop(killed);
        assert!(tree.join("a/b.html").exists() && !out.exists());
        let next = stage();
        assert!(!tree.exists());
        next.put(&OutPath::new("a/c.html").unwrap(), b"c").unwrap();
        assert_eq!(next.commit(&|_| false).unwrap().written, 1);
        assert!(out.join("a/c.html").exists() && !out.join("a/b.html").exists() && !tree.exists());
    }

    #[test]
    fn an_output_folder_that_was_removed_is_written_again() {
        let portal = portal(&[]);
        publish(portal.path(), &[("a.html", "a"), ("b.html", "b")]).unwrap();
        fs::remove_dir_all(portal.path().join("public")).unwrap();
        assert_eq!(
            publish(portal.path(), &[("a.html", "a")]).unwrap(),
            Summary { written: 1, removed: 1, ..Summary::default() }
        );
        assert_eq!(tree(portal.path()), owned(&[("a.html", "a")]));
    }

    #[test]
    fn files_of_a_build_killed_in_its_commit_are_known_to_the_next() {
        let portal = portal(&[]);
        publish(portal.path(), &[("a.html", "1")]).unwrap();
        let manifest = stage(portal.path(), &[]).store.manifest_file.clone();
        let old = manifest::Manifest::read(&manifest).unwrap();
        publish(portal.path(), &[("a.html", "2"), ("b.html", "b")]).unwrap();
        let mut both = old;
        for (path, all) in manifest::Manifest::read(&manifest).unwrap().files {
            all.into_iter().for_each(|written| both.add(path.clone(), written));
        }
        both.write(&manifest, portal.path()).unwrap();
        let summary = publish(portal.path(), &[("a.html", "3")]).unwrap();
        assert_eq!((summary.written, summary.removed), (1, 1));
        assert_eq!(tree(portal.path()), owned(&[("a.html", "3")]));
    }

    #[test]
    fn a_file_becomes_a_folder_and_a_folder_a_file() {
        let portal = portal(&[]);
        publish(portal.path(), &[("x", "file"), ("y/deep/index.html", "page")]).unwrap();
        publish(portal.path(), &[("x/deep/index.html", "page"), ("y", "file")]).unwrap();
        assert_eq!(tree(portal.path()), owned(&[("x/deep/index.html", "page"), ("y", "file")]));
        publish(portal.path(), &[("x", "file"), ("y/deep/index.html", "page")]).unwrap();
        assert_eq!(tree(portal.path()), owned(&[("x", "file"), ("y/deep/index.html", "page")]));
    }

    #[test]
    fn what_others_wrote_is_neither_deleted_nor_overwritten() {
        let portal = portal(&[]);
        publish(portal.path(), &[("a/x.html", "x"), ("b.html", "b")]).unwrap();
        put(portal.path(), "public/a/mine.txt", "mine");
        put(portal.path(), "public/same.html", "same");
        put(portal.path(), "public/c.html", "mine");
        let before = tree(portal.path());
        let error = publish(portal.path(), &[("a", "a"), ("c.html", "c"), ("new.html", "n")]).unwrap_err();
        assert!(matches!(&error, StoreError::Foreign(paths) if paths == &["a/mine.txt", "c.html"]), "{error}");
        assert_eq!(tree(portal.path()), before);
        let summary = publish(portal.path(), &[("same.html", "same")]).unwrap();
        assert_eq!((summary.written, summary.kept, summary.removed), (0, 1, 2));
        assert_eq!(tree(portal.path()), owned(&[("a/mine.txt", "mine"), ("c.html", "mine"), ("same.html", "same")]));
    }

    #[test]
    fn without_a_manifest_files_are_overwritten_but_none_is_deleted() {
        let portal = portal(&["public/a.html", "public/b.html"]);
        publish(portal.path(), &[("a.html", "new")]).unwrap();
        assert_eq!(tree(portal.path()), owned(&[("a.html", "new"), ("b.html", "public/b.html")]));
    }

    #[test]
    fn a_file_that_was_edited_since_is_left_and_named() {
        let portal = portal(&[]);
        publish(portal.path(), &[("a.html", "a"), ("b.html", "b")]).unwrap();
        put(portal.path(), "public/a.html", "edited");
        let summary = publish(portal.path(), &[]).unwrap();
        assert_eq!(summary.left, [OutPath::new("a.html").unwrap()]);
        assert_eq!(tree(portal.path()), owned(&[("a.html", "edited")]));
        publish(portal.path(), &[("a.html", "again")]).unwrap();
        assert_eq!(tree(portal.path()), owned(&[("a.html", "again")]));
    }

    #[test]
    fn pages_that_could_not_be_built_stay() {
        let portal = portal(&[]);
        publish(portal.path(), &[("a.html", "a"), ("b.html", "b")]).unwrap();
        let staged = stage(portal.path(), &[("b.html", "2")]);
        staged.commit(&|path| path.as_str() == "a.html").unwrap();
        assert_eq!(tree(portal.path()), owned(&[("a.html", "a"), ("b.html", "2")]));
        assert_eq!(publish(portal.path(), &[]).unwrap().removed, 2);
    }

    #[cfg(unix)]
    #[test]
    fn nothing_is_written_through_links_in_the_output_folder() {
        let portal = portal(&["elsewhere/index.html"]);
        publish(portal.path(), &[("index.html", "i")]).unwrap();
        std::os::unix::fs::symlink("../elsewhere", portal.path().join("public/vi")).unwrap();
        assert!(matches!(publish(portal.path(), &[("vi/index.html", "x")]), Err(StoreError::Foreign(_))));
        assert_eq!(fs::read_to_string(portal.path().join("elsewhere/index.html")).unwrap(), "elsewhere/index.html");
    }

    #[test]
    fn two_builds_do_not_mix() {
        let portal = portal(&[]);
        let out = portal.path().join("public");
        let store = Store::open(portal.path(), &out).unwrap();
        assert!(
            matches!(Store::open(portal.path(), &out), Err(StoreError::Locked(_, Some(pid))) if pid == std::process::id())
        );
        assert!(Store::open(portal.path(), &portal.path().join("other")).is_ok());
        drop(store);
        assert!(Store::open(portal.path(), &out).is_ok());
    }

    #[test]
    fn the_portal_and_its_sources_are_no_output_folders() {
        let portal = portal(&["content/a.md"]);
        for out in ["", "..", "content", "content/out", "other/../themes"] {
            assert!(matches!(Store::open(portal.path(), &portal.path().join(out)), Err(StoreError::Refused(_))), "{out}");
        }
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_an_error() {
        let portal = portal(&["file"]);
        let stage = Store::open(portal.path(), &portal.path().join("file/out")).unwrap().stage().unwrap();
        let error = stage.put(&OutPath::new("vi/index.html").unwrap(), b"x").unwrap_err();
        assert!(error.to_string().starts_with("vi/index.html: "), "{error}");
    }

    #[test]
    fn threads_may_write_side_by_side() {
        let portal = portal(&[]);
        let stage = stage(portal.path(), &[]);
        std::thread::scope(|scope| {
            for thread in 0..8 {
                let stage = &stage;
                scope.spawn(move || {
                    for page in 0..50 {
                        let path = OutPath::new(&format!("s{}/p{page}-{thread}/index.html", page % 5)).unwrap();
                        stage.put(&path, path.as_str().as_bytes()).unwrap();
                    }
                });
            }
        });
        assert_eq!(stage.commit(&|_| false).unwrap().written, 400);
        assert!(tree(portal.path()).iter().all(|(path, text)| path == text));
    }
}

mod watching {
    use super::*;

    fn watched(folder: &TempDir) -> WatchedWorld {
        let world = WatchedWorld::open(DiskWorld::open(folder.path(), None).unwrap()).unwrap();
        listed(&world);
        world
    }

    fn names(change: &Change) -> Vec<&str> {
        change.paths.iter().map(SourcePath::as_str).collect()
    }

    fn text(world: &WatchedWorld, path: &str) -> String {
        world.source(&source(path)).unwrap().text.to_string()
    }

    #[test]
    fn an_edited_file_is_read_again_and_others_are_kept() {
        let folder = portal(&["content/a.md", "content/b.md"]);
        let world = watched(&folder);
        let (a, b) = (source("content/a.md"), source("content/b.md"));
        let kept = (world.source(&a).unwrap(), world.source(&b).unwrap());
        put(folder.path(), "content/a.md", "new");
        let start = Instant::now();
        assert_eq!(names(&world.next_change().unwrap()), ["content/a.md"]);
        assert!(start.elapsed() < Duration::from_millis(90), "{:?}", start.elapsed());
        assert_eq!(text(&world, "content/a.md"), "new");
        assert!(!std::sync::Arc::ptr_eq(&kept.0, &world.source(&a).unwrap()));
        assert!(std::sync::Arc::ptr_eq(&kept.1, &world.source(&b).unwrap()));
    }

    #[test]
    fn saving_by_rename_is_one_change_and_saving_the_same_is_none() {
        let folder = portal(&["content/a.md"]);
        let world = watched(&folder);
        world.source(&source("content/a.md")).unwrap();
        put(folder.path(), "content/.a.md.tmp", "new");
        fs::rename(folder.path().join("content/.a.md.tmp"), folder.path().join("content/a.md")).unwrap();
        assert_eq!(names(&world.next_change().unwrap()), ["content/a.md"]);
        assert_eq!(text(&world, "content/a.md"), "new");
        put(folder.path(), "content/a.md", "new");
        let change = world.next_change().unwrap();
        assert!(change.paths.is_empty());
        assert_eq!(change.seen, world.seen());
    }

    #[test]
    fn folders_come_move_and_go() {
        let folder = portal(&["content/a/1.md"]);
        let world = watched(&folder);
        put(folder.path(), "content/b/c/2.md", "2");
        world.next_change().unwrap();
        assert_eq!(listed(&world), ["content/a/1.md", "content/b/c/2.md"]);
        std::thread::sleep(Duration::from_millis(20));
        put(folder.path(), "content/b/c/3.md", "3");
        world.next_change().unwrap();
        fs::rename(folder.path().join("content/b"), folder.path().join("content/d")).unwrap();
        world.next_change().unwrap();
        assert_eq!(listed(&world), ["content/a/1.md", "content/d/c/2.md", "content/d/c/3.md"]);
        fs::remove_dir_all(folder.path().join("content/a")).unwrap();
        world.next_change().unwrap();
        assert_eq!(listed(&world), ["content/d/c/2.md", "content/d/c/3.md"]);
        assert!(matches!(world.source(&source("content/a/1.md")), Err(ReadError::Missing(_))));
    }

    #[test]
    fn top_folders_and_the_portal_file_may_come_later() {
        let folder = portal(&["content/a.md"]);
        let world = watched(&folder);
        put(folder.path(), "portal.toml", "x");
        world.next_change().unwrap();
        put(folder.path(), "i18n/vi/x.ftl", "x");
        world.next_change().unwrap();
        assert_eq!(listed(&world), ["content/a.md", "i18n/vi/x.ftl", "portal.toml"]);
        std::thread::sleep(Duration::from_millis(20));
        put(folder.path(), "i18n/vi/x.ftl", "y");
        assert_eq!(names(&world.next_change().unwrap()), ["i18n/vi/x.ftl"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_file_behind_a_link_changes_under_both_names() {
        let folder = portal(&["content/a/1.md", "shared/2.md"]);
        std::os::unix::fs::symlink("a", folder.path().join("content/b")).unwrap();
        std::os::unix::fs::symlink("../shared", folder.path().join("content/s")).unwrap();
        let world = watched(&folder);
        assert_eq!(text(&world, "content/b/1.md"), "content/a/1.md");
        assert_eq!(text(&world, "content/s/2.md"), "shared/2.md");
        put(folder.path(), "content/a/1.md", "new");
        assert_eq!(names(&world.next_change().unwrap()), ["content/a/1.md", "content/b/1.md"]);
        assert_eq!(text(&world, "content/b/1.md"), "new");
        put(folder.path(), "shared/2.md", "new");
        assert_eq!(names(&world.next_change().unwrap()), ["content/s/2.md"]);
    }

    #[test]
    fn lost_events_are_made_good_without_reading_what_stayed() {
        let folder = portal(&["content/a.md", "content/b/c.md"]);
        let world = watched(&folder);
        let kept = world.source(&source("content/b/c.md")).unwrap();
        world.source(&source("content/a.md")).unwrap();
        put(folder.path(), "content/a.md", "changed");
        put(folder.path(), "content/new/d.md", "d");
        world.next_change().unwrap();
        assert!(world.apply_lost().paths.is_empty());
        fs::write(folder.path().join("content/b/e.md"), "e").unwrap();
        fs::write(folder.path().join("content/a.md"), "again!").unwrap();
        let change = world.apply_lost();
        assert!(names(&change).contains(&"content/a.md"), "{change:?}");
        assert_eq!(text(&world, "content/a.md"), "again!");
        assert_eq!(listed(&world), ["content/a.md", "content/b/c.md", "content/b/e.md", "content/new/d.md"]);
        assert!(std::sync::Arc::ptr_eq(&kept, &world.source(&source("content/b/c.md")).unwrap()));
    }
}
