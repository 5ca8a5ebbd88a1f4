//! Joins files into documents and sections: by key, never by URL.
//!
//! A document's key is its folder's path below `content/` (or the path of its short form), unless `id` says otherwise.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Diagnostic, Note, rules};
use crate::model::config::{Config, Languages};
use crate::model::document::Parsed;
use crate::model::value::Value;
use crate::model::{Lang, PerLang, SourceId, SourcePath, Span};
use crate::text;

use super::Given;

/// A parsed file in its place.
#[derive(Debug, Clone)]
pub(super) struct File {
    pub source: SourceId,
    pub parsed: Arc<Parsed>,
    pub path: SourcePath,
}

impl File {
    /// Folder of the file, from the portal's top: where its relative paths start.
    pub(super) fn folder(&self) -> &str {
        self.path.folder()
    }
}

/// A document's or section's files in each language.
pub(super) type Files = PerLang<Option<File>>;

/// All files, joined.
#[derive(Debug, Default)]
pub(super) struct Paired {
    /// Sections by folder key; `""` is the root.
    pub sections: BTreeMap<String, Files>,
    /// Documents by key, with the folder key that they stand in.
    pub documents: BTreeMap<String, (String, Files)>,
    /// Keys of documents whose `id` overrides their path.
    renamed: BTreeMap<String, String>,
}

impl Paired {
    /// The key of the document that has a file of this stem in a folder: `content/travel/doi-a1` and `index`.
    pub(super) fn key_of(&self, folder: &str, stem: &str) -> Option<&str> {
        let path_key = path_key(inside(folder), stem);
        let renamed = self.renamed.get(&*path_key).map(String::as_str);
        renamed.or_else(|| self.documents.get_key_value(&*path_key).map(|(key, _)| key.as_str()))
    }
}

/// A folder's path below `content/`.
fn inside(folder: &str) -> &str {
    folder.strip_prefix("content").unwrap_or(folder).trim_start_matches('/')
}

/// The key that a file's path gives its document.
fn path_key<'a>(inside: &'a str, stem: &str) -> Cow<'a, str> {
    match (inside, stem) {
        ("", stem) => Cow::Owned(stem.to_owned()),
        (folder, "index") => Cow::Borrowed(folder),
        (folder, stem) => Cow::Owned(format!("{folder}/{stem}")),
    }
}

/// A file name's stem and language: `index.vi.md` is `index` in `vi`; none where it names no language.
#[must_use]
pub fn split_name(name: &str) -> Option<(&str, &str)> {
    name.strip_suffix(".md")?.rsplit_once('.').filter(|(stem, code)| !stem.is_empty() && !code.is_empty())
}

/// The language of a Markdown file by its name.
#[must_use]
pub fn language_of(name: &str, languages: &Languages) -> Option<Lang> {
    split_name(name).and_then(|(_, code)| languages.find(code))
}

/// The language that a document is written in first: `source_language`, else the portal's, else the first it has.
pub(super) fn source_language(files: &Files, config: &Config) -> Lang {
    let said = files.present().find_map(|(_, file)| text_key(&file.parsed, "source_language"));
    let said = said.and_then(|(code, _)| config.languages.find(&code)).filter(|lang| files[*lang].is_some());
    said.or_else(|| files[config.default_language].is_some().then_some(config.default_language))
        .or_else(|| files.present().next().map(|(lang, _)| lang))
        .unwrap_or(config.default_language)
}

/// A text of the front matter with its place.
pub(super) fn text_key(parsed: &Parsed, key: &str) -> Option<(String, Span)> {
    let item = &parsed.front.get(key)?.item;
    if let Value::Text(text) = &item.value { Some((text.clone(), item.span)) } else { None }
}

pub(super) fn pair(given: &Given<'_>, notes: &mut Vec<Diagnostic>) -> Paired {
    let mut paired = Paired::default();
    let empty = || given.config.languages.per_lang(|_| None);
    for (source, parsed) in given.inputs.pages.iter().copied().zip(&given.parsed) {
        let path = given.inputs.sources.get(source).path.clone();
        let Some((stem, lang)) = named(given, source, notes) else { continue };
        let file = File { source, parsed: Arc::clone(&parsed.value), path: path.clone() };
        let inside = inside(path.folder());
        if stem == "_index" {
            place(paired.sections.entry(inside.to_owned()).or_insert_with(empty), lang, file, inside, given, notes);
            continue;
        }
        let key = path_key(inside, stem);
        if let Some((_, files)) = paired.documents.get_mut(&*key) {
            place(files, lang, file, &key, given, notes);
            continue;
        }
        let own_folder = stem == "index" && !inside.is_empty();
        let parent = if own_folder { inside.rsplit_once('/').map_or("", |(parent, _)| parent) } else { inside };
        let mut files = empty();
        files[lang] = Some(file);
        paired.documents.insert(key.into_owned(), (parent.to_owned(), files));
    }
    paired.sections.entry(String::new()).or_insert_with(empty);
    rekey(given, &mut paired, notes);
    paired
}

/// Moves documents with an `id` to that key; two with one key are an error, and the one that has it by its path keeps it.
fn rekey(given: &Given<'_>, paired: &mut Paired, notes: &mut Vec<Diagnostic>) {
    let id_of = |files: &Files| {
        let file = files[source_language(files, &given.config)].as_ref()?;
        text_key(&file.parsed, "id").map(|(id, span)| (id, span, file.source))
    };
    let has_id = |files: &Files| files.present().any(|(_, file)| file.parsed.front.get("id").is_some());
    let renamed = paired.documents.iter().filter(|(_, (_, files))| has_id(files));
    let renamed: Vec<_> = renamed.filter_map(|(key, (_, files))| Some((key.clone(), id_of(files)?))).collect();
    for (path_key, (id, span, source)) in renamed.into_iter().filter(|(path_key, (id, ..))| path_key != id) {
        if let Some((_, taken)) = paired.documents.get(&id) {
            let note = Note::new(&rules::KEY_TAKEN, span).arg("key", id.as_str());
            notes.push(taken_by(note, source, taken, given));
            paired.documents.remove(&path_key);
        } else if let Some(moved) = paired.documents.remove(&path_key) {
            paired.documents.insert(id.clone(), moved);
            paired.renamed.insert(path_key, id);
        }
    }
}

fn named<'a>(given: &'a Given<'_>, source: SourceId, notes: &mut Vec<Diagnostic>) -> Option<(&'a str, Lang)> {
    let name = given.inputs.sources.get(source).path.file_name();
    let known = || given.config.languages.iter().map(|(_, l)| l.code.as_str()).collect::<Vec<_>>().join(", ");
    let unknown = |code: &str| {
        let note = Note::new(&rules::LANGUAGE_UNKNOWN, Span::default()).arg("language", code).arg("name", name);
        let note = if code.is_empty() { note.cause("cause-none") } else { note };
        note.arg("known", known()).help("help").at(source)
    };
    let Some((stem, code)) = split_name(name) else {
        notes.push(unknown(""));
        return None;
    };
    let Some(lang) = given.config.languages.find(code) else {
        notes.push(unknown(code));
        return None;
    };
    Some((stem, lang))
}

fn place(slot: &mut Files, lang: Lang, file: File, key: &str, given: &Given<'_>, notes: &mut Vec<Diagnostic>) {
    if slot[lang].is_some() {
        let note = Note::new(&rules::KEY_TAKEN, Span::default()).arg("key", key);
        notes.push(taken_by(note, file.source, slot, given));
    } else {
        slot[lang] = Some(file);
    }
}

fn taken_by(note: Note, source: SourceId, taken: &Files, given: &Given<'_>) -> Diagnostic {
    let first = taken.present().next().map(|(_, file)| file.source);
    let path = first.map_or("", |id| given.inputs.sources.get(id).path.as_str());
    let diagnostic = note.arg("path", path).help("help").at(source);
    match first {
        Some(source) => diagnostic.related(crate::model::Location { source, span: Span::default() }, "related"),
        None => diagnostic,
    }
}

/// The nearest known key to one that is not known.
pub(super) fn nearest_key<'a>(key: &str, keys: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let last = key.rsplit('/').next().unwrap_or(key);
    let keys: Vec<&str> = keys.collect();
    let same_name = keys.iter().copied().find(|known| known.rsplit('/').next() == Some(last));
    same_name.or_else(|| text::nearest(key, keys.iter().copied()))
}

#[cfg(test)]
mod tests {
    use super::split_name;

    #[test]
    fn the_language_is_the_last_part_before_md() {
        assert_eq!(split_name("index.vi.md"), Some(("index", "vi")));
        assert_eq!(split_name("a.b.en.md"), Some(("a.b", "en")));
        assert_eq!(split_name("readme.md"), None);
        assert_eq!(split_name(".vi.md"), None);
    }
}
