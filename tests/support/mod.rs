//! What the tests of whole portals share: a world in memory, pictures made on the spot, and a look into HTML.
//!
//! Nothing here touches the disk but [`case::read_all`] and [`words`], which read the repository's own files.

#![allow(dead_code, reason = "each test uses the part that it needs")]

pub mod album;
pub mod case;
pub mod html;
pub mod made;
pub mod picture;
pub mod run;
pub mod world;

/// The embedded interface words of a language, as one text.
#[allow(clippy::disallowed_methods, reason = "the repository's own files")]
pub fn words(lang: &str) -> String {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("i18n").join(lang);
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let for_readers = |path: &&std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy();
        ["emit.ftl", "formats.ftl", "theme.ftl", "view.ftl"].contains(&&*name)
    };
    files.iter().filter(for_readers).map(|path| std::fs::read_to_string(path).unwrap() + "\n").collect()
}

/// The settings of a small portal in these languages; the first is the usual one. Pictures are published as they are and there
/// are no share cards and no files for search, so that what other tests expect is small and soon made.
pub fn portal(languages: &[&str]) -> String {
    portal_with(languages, &[])
}

/// The same with some of `renditions`, `cards`, `search` (index, twins and data) and `licences` (asked of every picture) switched on.
pub fn portal_with(languages: &[&str], on: &[&str]) -> String {
    let mut text = format!("base_url = \"https://tinh.example/\"\ndefault_language = \"{}\"\n", languages[0]);
    for code in languages {
        let title = match *code {
            "vi" => "Cổng tỉnh",
            "en" => "The Province",
            other => other,
        };
        text.push_str(&format!("[languages.{code}]\ntitle = \"{title}\"\n"));
    }
    let state = |name| on.contains(&name);
    text += &format!("[pictures]\nrenditions = {}\ncards = {}\n", state("renditions"), state("cards"));
    if !state("search") {
        text += "[search]\nindex = false\ntwins = false\ndata = false\n";
    }
    if state("licences") { text } else { text + "[check]\nlicence-missing = \"off\"\n" }
}
