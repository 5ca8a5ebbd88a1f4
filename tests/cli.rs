//! The program as people run it: exit statuses, both languages, and what it leaves on the disk.

#![allow(clippy::disallowed_methods, reason = "these tests look at the disk")]
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::SystemTime;

use tempfile::TempDir;

#[path = "cli/pictures.rs"]
mod pictures;
#[path = "cli/search.rs"]
mod search;

/// A folder with a portal in it.
struct Portal {
    folder: TempDir,
}

/// What a run left.
struct Ran {
    code: i32,
    out: String,
    err: String,
}

impl Portal {
    /// The portal that `init` makes.
    fn fresh() -> Self {
        let portal = Self { folder: TempDir::new().unwrap() };
        let ran = run(portal.folder.path(), "en", &["init", "portal"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        portal
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("portal")
    }

    fn run(&self, lang: &str, args: &[&str]) -> Ran {
        run(&self.root(), lang, args)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Files of the output folder with their bytes and times of change.
    fn published(&self) -> BTreeMap<PathBuf, (Vec<u8>, SystemTime)> {
        tree(&self.root().join("public"))
    }
}

fn command(folder: &Path, lang: &str, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hoaban"));
    command.current_dir(folder).args(args).stdin(Stdio::null());
    for variable in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(variable);
    }
    command.env("HOABAN_LANG", lang);
    command
}

fn run(folder: &Path, lang: &str, args: &[&str]) -> Ran {
    ran(command(folder, lang, args).output().unwrap())
}

fn ran(output: Output) -> Ran {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ran { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

fn tree(folder: &Path) -> BTreeMap<PathBuf, (Vec<u8>, SystemTime)> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.extend(tree(&path));
        } else {
            // A build that is still at work renames its temporary files away.
            let (Ok(bytes), Ok(facts)) = (fs::read(&path), entry.metadata()) else { continue };
            files.insert(path, (bytes, facts.modified().unwrap()));
        }
    }
    files
}

#[test]
fn a_new_portal_is_clean_and_builds_in_either_language() {
    for (lang, clean, built) in [("vi", "Không có lỗi", "Đã dựng"), ("en", "No errors", "Built")] {
        let folder = TempDir::new().unwrap();
        assert_eq!(run(folder.path(), lang, &["init", "tinh"]).code, 0);
        let root = folder.path().join("tinh");
        let check = run(&root, lang, &["check", "--strict"]);
        assert_eq!(check.code, 0, "{}", check.out);
        assert!(check.out.contains(clean), "{}", check.out);
        assert!(!root.join("public").exists());
        let build = run(&root, lang, &["build", "--strict"]);
        assert_eq!(build.code, 0, "{}", build.err);
        assert!(build.out.contains(built) && build.err.is_empty(), "{} {}", build.out, build.err);
        for page in ["index.html", "vi/index.html", "en/index.html", "sitemap.xml", "404.html"] {
            assert!(root.join("public").join(page).is_file(), "{page}");
        }
    }
}

#[test]
fn init_leaves_a_folder_with_files_alone() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("thu.txt"), "x").unwrap();
    let ran = run(folder.path(), "vi", &["init", "."]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.starts_with("lỗi: thư mục . đã có tệp"), "{}", ran.err);
    assert_eq!(tree(folder.path()).len(), 1);
}

#[test]
fn a_second_build_touches_nothing_and_an_edit_only_what_changed() {
    let portal = Portal::fresh();
    assert_eq!(portal.run("en", &["build"]).code, 0);
    let first = portal.published();
    assert_eq!(portal.run("en", &["build"]).code, 0);
    assert_eq!(portal.published(), first);
    let page = portal.root().join("content/news/chao-mung/index.en.md");
    let text = fs::read_to_string(&page).unwrap();
    fs::write(&page, text.replace("Every document is a folder", "One document is one folder")).unwrap();
    let ran = portal.run("en", &["build"]);
    let second = portal.published();
    let changed: Vec<_> =
        second.iter().filter(|(path, file)| first.get(*path) != Some(*file)).map(|(path, _)| path).collect();
    assert!(ran.out.contains(&format!("{} files written", changed.len())), "{}", ran.out);
    assert!(changed.iter().any(|path| path.ends_with("en/news/a-new-portal-opens/index.html")), "{changed:?}");
    let own = ["public/en", "public/search/en", "public/search/en.json", "public/data"].map(|part| portal.root().join(part));
    assert!(changed.iter().all(|path| own.iter().any(|part| path.starts_with(part))), "{changed:?}");
}

#[test]
fn a_mistyped_key_shows_the_nearest_and_leaves_the_output_as_it_was() {
    let portal = Portal::fresh();
    assert_eq!(portal.run("vi", &["build"]).code, 0);
    let before = portal.published();
    portal.write("content/news/hai/index.vi.md", "+++\ntitle = \"Hai\"\nsumary = \"x\"\n+++\nB\n");
    portal.write("content/news/hai/index.en.md", "+++\ntitle = \"Two\"\n+++\nB\n");
    let ran = portal.run("vi", &["build"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("lỗi[field-unknown]: không có trường nào tên là `sumary`"), "{}", ran.err);
    assert!(ran.err.contains("content/news/hai/index.vi.md:3:1"), "{}", ran.err);
    assert!(ran.err.contains("có phải bạn muốn viết `summary`?"), "{}", ran.err);
    assert!(ran.out.contains("thư mục public vẫn như cũ"), "{}", ran.out);
    assert_eq!(portal.published(), before);
    let check = portal.run("en", &["check", "--format", "short"]);
    assert_eq!(check.code, 1);
    assert!(check.out.starts_with("content/news/hai/index.vi.md:3:1: error[field-unknown]"), "{}", check.out);
}

#[test]
fn keep_going_writes_what_is_whole_and_still_fails() {
    let portal = Portal::fresh();
    portal.write("content/news/hai/index.vi.md", "+++\ntitle = \"Hai\"\nsumary = \"x\"\n+++\nB\n");
    portal.write("content/news/hai/index.en.md", "+++\ntitle = \"Two\"\n+++\nB\n");
    let ran = portal.run("en", &["build", "--keep-going"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("what could be built"), "{}", ran.out);
    assert!(portal.root().join("public/vi/index.html").is_file());
}

#[test]
fn a_broken_template_keeps_the_published_pages_even_when_going_on() {
    let portal = Portal::fresh();
    assert_eq!(portal.run("en", &["build"]).code, 0);
    let before = portal.published();
    portal.write("themes/hoaban/templates/404.html", "{{ no_such_thing.x }}");
    let ran = portal.run("en", &["build", "--keep-going"]);
    assert_eq!(ran.code, 1, "{}", ran.out);
    assert!(ran.err.contains("template-error"), "{}", ran.err);
    assert_eq!(portal.published(), before);
}

#[test]
fn warnings_stop_a_strict_build_only() {
    let portal = Portal::fresh();
    portal.write("content/news/mot-minh.vi.md", "+++\ntitle = \"Một mình\"\n+++\nNội dung.\n");
    let strict = portal.run("vi", &["build", "--strict"]);
    assert_eq!(strict.code, 1, "{}", strict.out);
    assert!(strict.err.contains("cảnh báo[translation-missing]"), "{}", strict.err);
    assert!(strict.out.contains("--strict") && portal.published().is_empty());
    assert_eq!(portal.run("vi", &["check"]).code, 0);
    assert_eq!(portal.run("vi", &["check", "--strict"]).code, 1);
    assert_eq!(portal.run("vi", &["build"]).code, 0);
}

#[test]
fn the_moment_of_the_build_decides_what_is_published_and_when_it_is_due() {
    let portal = Portal::fresh();
    portal.write("content/news/mai/index.vi.md", "+++\ntitle = \"Mai\"\npublished = 2030-03-01T07:00:00\n+++\nA\n");
    portal.write("content/news/mai/index.en.md", "+++\ntitle = \"Tomorrow\"\n+++\nA\n");
    let before = portal.run("vi", &["build", "--now", "2030-03-01T06:59"]);
    assert!(before.out.contains("news/mai  hẹn đăng lúc 07:00, ngày 1 tháng 3 năm 2030"), "{}", before.out);
    assert!(before.out.contains("Cần dựng lại lúc 07:00, ngày 1 tháng 3 năm 2030"), "{}", before.out);
    assert!(!portal.root().join("public/vi/tin-tuc/mai").exists());
    let after = portal.run("en", &["build", "--now", "2030-03-01T00:00:00Z"]);
    assert!(
        !after.out.contains("news/mai") && portal.root().join("public/vi/tin-tuc/mai/index.html").is_file(),
        "{}",
        after.out
    );
    assert_eq!(portal.run("en", &["build", "--now", "2030-02-28", "--drafts"]).code, 0);
    assert!(portal.root().join("public/vi/tin-tuc/mai/index.html").is_file());
    let wrong = portal.run("vi", &["build", "--now", "hôm qua"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.starts_with("lỗi: “hôm qua” không phải là ngày giờ"), "{}", wrong.err);
}

#[test]
fn a_new_document_is_a_draft_that_has_no_problems_and_is_never_overwritten() {
    let portal = Portal::fresh();
    let ran = portal.run("vi", &["new", "place", "news/Đồi A1"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("content/news/doi-a1/index.vi.md") && ran.out.contains("content/news/doi-a1/index.en.md"));
    let check = portal.run("vi", &["check", "--drafts", "--strict"]);
    assert_eq!(check.code, 0, "{}", check.out);
    let again = portal.run("vi", &["new", "place", "news/doi-a1"]);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("không ghi đè"), "{}", again.err);
    let typo = portal.run("vi", &["new", "plcae", "news/x"]);
    assert!(typo.code == 2 && typo.err.contains("có phải bạn muốn viết “place”?"), "{}", typo.err);
    let listed = portal.run("vi", &["list"]);
    assert!(listed.out.lines().any(|line| line.starts_with("news/doi-a1") && line.ends_with("bản nháp")), "{}", listed.out);
}

#[test]
fn list_speaks_to_machines_too() {
    let portal = Portal::fresh();
    let list: serde_json::Value = serde_json::from_str(&portal.run("vi", &["list", "--format", "json"]).out).unwrap();
    assert_eq!((&list[0]["key"], &list[0]["status"]), (&"news/chao-mung".into(), &"published".into()));
    let unknown = portal.run("en", &["list", "nwes"]);
    assert!(unknown.code == 2 && unknown.err.contains("did you mean “news”?"), "{}", unknown.err);
}

#[test]
fn every_format_of_check_goes_to_standard_output() {
    let portal = Portal::fresh();
    portal.write("content/news/hai.vi.md", "+++\ntitle = \"Hai\"\nsumary = \"x\"\n+++\nB\n");
    for (format, part) in [("json", "\"field-unknown\""), ("sarif", "\"2.1.0\""), ("github", "::error"), ("human", "help")] {
        let ran = portal.run("en", &["check", "--format", format]);
        assert_eq!(ran.code, 1);
        assert!(ran.out.contains(part) && ran.err.is_empty(), "{format}: {}", ran.out);
    }
    assert!(portal.published().is_empty() && !portal.root().join(".hoaban").exists());
}

#[test]
fn the_nearest_portal_above_is_meant_and_a_folder_without_one_stays_untouched() {
    let portal = Portal::fresh();
    let inside = run(&portal.root().join("content/news"), "en", &["build"]);
    assert_eq!(inside.code, 0, "{}", inside.err);
    assert!(portal.root().join("public/index.html").is_file());
    let elsewhere = TempDir::new().unwrap();
    let none = run(elsewhere.path(), "vi", &["build"]);
    assert_eq!(none.code, 1);
    assert!(none.err.contains("portal.toml"), "{}", none.err);
    assert!(fs::read_dir(elsewhere.path()).unwrap().next().is_none());
    let said = run(elsewhere.path(), "en", &["--portal", &portal.root().to_string_lossy(), "check"]);
    assert_eq!(said.code, 0, "{}", said.out);
    assert_eq!(run(elsewhere.path(), "en", &["--portal", "nowhere", "check"]).code, 2);
}

#[test]
fn the_output_folder_is_never_among_the_sources() {
    let portal = Portal::fresh();
    for out in [".", "content/x", "themes"] {
        let ran = portal.run("vi", &["build", "--out", out]);
        assert_eq!(ran.code, 2, "{out}: {}", ran.out);
        assert!(ran.err.contains("--out"), "{}", ran.err);
    }
    assert_eq!(portal.run("vi", &["build", "--out", "../ra"]).code, 0);
    assert!(portal.root().join("../ra/index.html").is_file() && portal.published().is_empty());
}

#[test]
fn rules_are_explained_in_both_languages() {
    let folder = TempDir::new().unwrap();
    let vi = run(folder.path(), "vi", &["explain", "date-impossible"]);
    let en = run(folder.path(), "vi", &["--lang", "en", "explain", "date-impossible"]);
    assert!(vi.code == 0 && en.code == 0 && vi.out != en.out && vi.out.starts_with("date-impossible"));
    let all = run(folder.path(), "en", &["explain"]);
    assert!(all.out.lines().count() >= 25 && all.out.contains("link-unknown"), "{}", all.out);
    let unknown = run(folder.path(), "vi", &["explain", "link-unknwon"]);
    assert!(unknown.code == 2 && unknown.err.contains("“link-unknown”"), "{}", unknown.err);
}

#[test]
fn wrong_usage_is_told_in_the_interfaces_language() {
    let folder = TempDir::new().unwrap();
    let vi = run(folder.path(), "vi", &["biuld"]);
    assert!(vi.code == 2 && vi.err.contains("có phải bạn muốn viết “build”?"), "{}", vi.err);
    let en = run(folder.path(), "en", &["build", "--drfats"]);
    assert!(en.code == 2 && en.err.contains("did you mean “--drafts”?"), "{}", en.err);
    let none = run(folder.path(), "vi", &[]);
    assert!(none.code == 2 && none.err.contains("Cách dùng: hoaban") && none.out.is_empty(), "{}", none.err);
    let help = run(folder.path(), "vi", &["help", "build"]);
    assert!(help.code == 0 && help.out.contains("Tùy chọn:"), "{}", help.out);
}

#[test]
fn completions_and_man_pages_follow_from_the_command_line() {
    let folder = TempDir::new().unwrap();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = run(folder.path(), "en", &["completions", shell]);
        assert!(ran.code == 0 && ran.out.contains("keep-going"), "{shell}");
    }
    assert!(run(folder.path(), "en", &["man"]).out.contains(".TH HOABAN"));
    assert_eq!(run(folder.path(), "vi", &["man", "trang"]).code, 0);
    let page = fs::read_to_string(folder.path().join("trang/hoaban-build.1")).unwrap();
    assert!(page.contains("keep") && page.contains("TÊN"), "{page}");
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let folder = TempDir::new().unwrap();
    for args in [["explain", "title-missing"], ["completions", "bash"], ["help", "build"]] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let ran = ran(command(folder.path(), "en", &args).stdout(writer).stderr(Stdio::piped()).output().unwrap());
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{args:?}");
    }
}

#[cfg(unix)]
#[test]
fn serve_says_where_answers_and_ends_when_interrupted() {
    let portal = Portal::fresh();
    let mut serve = command(&portal.root(), "vi", &["serve", "--port", "0"]).stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(serve.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let host = line.split_once("http://").unwrap().1.split_once('/').unwrap().0.to_owned();
    let mut stream = TcpStream::connect(&host).unwrap();
    write!(stream, "GET /vi/ HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
    let mut page = String::new();
    stream.read_to_string(&mut page).unwrap();
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("Chào mừng đến với tỉnh"), "{page}");
    assert!(Command::new("kill").args(["-INT", &serve.id().to_string()]).status().unwrap().success());
    assert_eq!(serve.wait().unwrap().code(), Some(0));
    let elsewhere = TempDir::new().unwrap();
    assert_eq!(run(elsewhere.path(), "vi", &["serve"]).code, 1);
}

#[cfg(unix)]
#[test]
fn an_interrupted_build_takes_everything_back() {
    let portal = Portal::fresh();
    assert_eq!(portal.run("en", &["build"]).code, 0);
    let before = portal.published();
    for n in 0..600 {
        portal.write(
            &format!("content/news/tin-{n}.vi.md"),
            &format!("+++\ntitle = \"Tin {n}\"\n+++\n{}\n", "Nội dung. ".repeat(200)),
        );
    }
    let build = command(&portal.root(), "vi", &["build"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let pid = build.id().to_string();
    while tree(&portal.root().join("public")).len() == before.len() {
        std::thread::yield_now();
    }
    assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    let ran = ran(build.wait_with_output().unwrap());
    assert_eq!(ran.code, 130, "{} {}", ran.out, ran.err);
    assert!(ran.err.contains("vẫn như cũ"), "{}", ran.err);
    assert_eq!(portal.published(), before);
}
