//! `init`: a small portal in two languages that builds without a complaint.
//!
//! In: an empty folder. Out: the files of `init/template/`, whose comments are in the interface's language: a template's line
//! that begins with `#vi ` or `#en ` stays, as a comment, for that language only.

use std::fs;
use std::path::Path;

use anyhow::{anyhow, bail};
use hoaban::diag::Arg;
use hoaban::diag::messages::UiLang;
use include_dir::{Dir, include_dir};
use jiff::Zoned;
use jiff::civil::Date;

use super::portal::{reason, refused};
use super::{Context, Exit};
use crate::cli::InitArgs;

static TEMPLATE: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/cmd/init/template");

/// Makes the portal and says what to do next.
///
/// # Errors
/// The folder has files in it, or cannot be written.
pub(super) fn run(args: &InitArgs, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let ui = context.ui;
    let path = ("path", Arg::from(args.dir.display().to_string()));
    if !is_free(&args.dir) {
        bail!(ui.text("init-not-empty", "", &[path]));
    }
    let files = files(ui.lang(), Zoned::now().date());
    for (name, text) in &files {
        write(&args.dir.join(name), text).map_err(|error| anyhow!(refused("write", name, reason(&error, ui), ui)))?;
    }
    writeln!(context.out, "{}", ui.text("init-done", "", &[path, ("count", Arg::from(files.len()))]))?;
    let next = ui.word("init-next");
    let serve = ui.word("init-next-serve");
    writeln!(context.out, "{next}\n  cd {}\n  hoaban serve    # {serve}", args.dir.display())?;
    Ok(Exit::Done)
}

/// Whether nothing of anybody's is in the folder; a repository's `.git` is fine.
fn is_free(dir: &Path) -> bool {
    match fs::read_dir(dir) {
        Ok(entries) => entries.flatten().all(|entry| entry.file_name() == ".git"),
        Err(error) => error.kind() == std::io::ErrorKind::NotFound,
    }
}

fn write(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}

/// The new portal's files by path, in the order of paths.
fn files(lang: UiLang, today: Date) -> Vec<(String, String)> {
    let file = |file: &include_dir::File<'_>| {
        let path = file.path().to_string_lossy().replace('\\', "/");
        let path = if path == "gitignore" { ".gitignore".to_owned() } else { path };
        let text = file.contents_utf8().unwrap_or_default().replace("{{today}}", &today.to_string());
        (path, commented(&text, lang))
    };
    let mut files: Vec<_> = all(&TEMPLATE).into_iter().map(file).collect();
    files.sort();
    files
}

fn all<'a>(dir: &'a Dir<'a>) -> Vec<&'a include_dir::File<'a>> {
    dir.files().chain(dir.dirs().flat_map(all)).collect()
}

/// The text with the comments of one language.
fn commented(text: &str, lang: UiLang) -> String {
    let own = format!("#{} ", lang.code());
    let foreign = |line: &str| UiLang::ALL.iter().any(|other| line.starts_with(&format!("#{} ", other.code())));
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        match line.strip_prefix(&own) {
            Some(comment) => out.push_str(&format!("# {comment}\n")),
            None if foreign(line) => {}
            None => out.push_str(&format!("{line}\n")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use hoaban::diag::messages::UiLang;
    use jiff::civil::date;

    use super::{commented, files};

    #[test]
    fn comments_are_in_the_interfaces_language_only() {
        let text = "#vi Tên\n#en Name\na = 1\n# both\n";
        assert_eq!(commented(text, UiLang::Vi), "# Tên\na = 1\n# both\n");
        assert_eq!(commented(text, UiLang::En), "# Name\na = 1\n# both\n");
    }

    #[test]
    fn every_page_comes_in_both_languages_and_is_nfc() {
        let files = files(UiLang::Vi, date(2026, 11, 1));
        let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        assert!(paths.contains(&"portal.toml") && paths.contains(&".gitignore"), "{paths:?}");
        let pages: Vec<&&str> = paths.iter().filter(|path| path.ends_with(".md")).collect();
        assert_eq!(pages.iter().filter(|path| path.ends_with(".vi.md")).count() * 2, pages.len());
        for (path, text) in &files {
            assert_eq!(hoaban::text::nfc(text), *text, "{path}");
            assert!(!text.contains("{{") && !text.contains("#en "), "{path}");
        }
    }
}
