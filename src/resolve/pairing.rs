//! Joins files into documents and sections: by key, never by URL.
//!
//! A document's key is its folder's path below `content/` (or the path of its short form), unless `id` says otherwise.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Diagnostic, Note, rules};
use crate::model::config::{Config, Languages};
use crate::model::document::Parsed;
use crate::model::value::Value;
use crate::model::{Lang, PerLang, SourceId, Span};
use crate::text;

use super::Given;

/// A parsed file in its place.
#[derive(Debug, Clone)]
pub(super) struct File {
    pub source: SourceId,
    pub parsed: Arc<Parsed>,
    /// Folder of the file, from the portal's top: where its relative paths start.
    pub folder: String,
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
    /// Place of a document by the path of one of its files without language: `content/travel/doi-a1/index`.
    pub stems: BTreeMap<String, String>,
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
    let mut by_path: BTreeMap<String, (String, Files)> = BTreeMap::new();
    let mut stems: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (source, parsed) in given.inputs.pages.iter().copied().zip(&given.parsed) {
        let path = given.inputs.sources.get(source).path.clone();
        let Some((stem, lang)) = named(given, source, notes) else { continue };
        let folder = path.folder();
        let inside = folder.strip_prefix("content").unwrap_or(folder).trim_start_matches('/');
        let file = File { source, parsed: Arc::clone(&parsed.value), folder: folder.to_owned() };
        let empty = || given.config.languages.per_lang(|_| None);
        if stem == "_index" {
            place(paired.sections.entry(inside.to_owned()).or_insert_with(empty), lang, file, inside, given, notes);
            continue;
        }
        let (key, parent) = if stem == "index" && !inside.is_empty() {
            (inside.to_owned(), inside.rsplit_once('/').map_or("", |(parent, _)| parent).to_owned())
        } else {
            (join(inside, stem), inside.to_owned())
        };
        stems.entry(key.clone()).or_default().push(format!("{folder}/{stem}"));
        let slot = by_path.entry(key.clone()).or_insert_with(|| (parent, empty()));
        place(&mut slot.1, lang, file, &key, given, notes);
    }
    paired.sections.entry(String::new()).or_insert_with(|| given.config.languages.per_lang(|_| None));
    rekey(given, by_path, &stems, &mut paired, notes);
    paired
}

/// Moves documents with an `id` to that key; two with one key are an error, and the first keeps it.
fn rekey(
    given: &Given<'_>,
    by_path: BTreeMap<String, (String, Files)>,
    stems: &BTreeMap<String, Vec<String>>,
    paired: &mut Paired,
    notes: &mut Vec<Diagnostic>,
) {
    for (path_key, (folder, files)) in by_path {
        let source = source_language(&files, &given.config);
        let Some(file) = &files[source] else { continue };
        let (key, span) = text_key(&file.parsed, "id").unwrap_or_else(|| (path_key.clone(), Span::default()));
        if let Some((_, taken)) = paired.documents.get(&key) {
            let note = Note::new(&rules::KEY_TAKEN, span).arg("key", key.as_str());
            notes.push(taken_by(note, file.source, taken, given));
            continue;
        }
        for stem in stems.get(&path_key).into_iter().flatten() {
            paired.stems.insert(stem.clone(), key.clone());
        }
        paired.documents.insert(key, (folder, files));
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

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
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
