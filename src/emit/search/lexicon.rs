//! Names that mean one thing, from the gazetteer and the vocabularies: former and foreign names, other spellings.
//!
//! A record's names are its labels in all languages, the dated `names` and the list `also`. A place answers to the names of the
//! units that were merged into it too.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::content_type::{FieldValue, field};
use crate::model::document::{Term, TermId};
use crate::model::site::{Record, Site};
use crate::model::{Digest, Lang};
use crate::text::fold;
use crate::text::search::{Equivalents, joined};

/// Data files whose records are terms.
const FILES: [&str; 2] = ["places", "terms"];
/// The vocabulary whose terms are places.
const PLACES: &str = "places";

/// Kinds of administrative units before a Vietnamese name and behind an English one, folded.
const BEFORE: [&str; 8] = ["thanh pho", "thi tran", "thi xa", "tinh", "huyen", "quan", "phuong", "xa"];
const BEHIND: [&str; 6] = ["province", "city", "town", "district", "ward", "commune"];

/// A language's names, ready to be looked for in texts.
#[derive(Debug)]
pub(super) struct Lexicon {
    /// Names in texts, and what else means the same.
    pub(super) equivalents: Equivalents,
    /// Names of places in titles, and the same in one word.
    pub(super) in_one_word: Equivalents,
    /// Of everything in it.
    pub(super) digest: Digest,
}

/// What records are called.
#[derive(Debug)]
pub(super) struct Names<'a> {
    /// All names of every record, by file and id.
    known: BTreeMap<(&'static str, &'a str), BTreeSet<&'a str>>,
    /// The names of all units that were merged into a place, by its id.
    merged: BTreeMap<&'a str, BTreeSet<&'a str>>,
}

impl<'a> Names<'a> {
    pub(super) fn new(site: &'a Site) -> Self {
        let records = FILES.iter().flat_map(|file| {
            site.data.get(*file).into_iter().flat_map(move |set| set.0.iter().map(move |record| (*file, record)))
        });
        let (mut known, mut merged): (BTreeMap<_, _>, BTreeMap<_, BTreeSet<_>>) = Default::default();
        for (file, record) in records {
            let names = names(record);
            let into = record.text("merged_into", "");
            if file == PLACES && !into.is_empty() {
                merged.entry(into).or_default().extend(&names);
            }
            known.insert((file, record.id.as_str()), names);
        }
        Self { known, merged }
    }

    /// Everything that a term is called; for a place what it is made of too.
    pub(super) fn of(&self, site: &'a Site, id: TermId) -> BTreeSet<&'a str> {
        let term = site.term(id);
        let Some(record) = record(site, term) else { return BTreeSet::new() };
        let mut all = self.known.get(&(file(term), record.id.as_str())).cloned().unwrap_or_default();
        all.extend(self.merged.get(term.id.as_str()).filter(|_| file(term) == PLACES).into_iter().flatten());
        all
    }

    pub(super) fn lexicon(&self, site: &Site, lang: Lang) -> Lexicon {
        let code = site.config.languages.code(lang);
        let mut groups: BTreeSet<Vec<String>> = BTreeSet::new();
        let mut words: BTreeSet<Vec<String>> = BTreeSet::new();
        for ((file, _), names) in &self.known {
            groups.insert(names.iter().flat_map(|name| cases(name)).collect());
            let bare: BTreeSet<String> = names.iter().map(|name| bare(name).to_owned()).collect();
            if *file == PLACES {
                words.extend(bare.iter().filter(|name| name.contains(' ')).map(|name| vec![name.clone(), joined(name)]));
            }
            groups.insert(bare.into_iter().collect());
        }
        groups.retain(|group| group.iter().map(|name| fold(name)).collect::<BTreeSet<_>>().len() > 1);
        let parts = std::iter::once(code.as_bytes()).chain(parts(&groups)).chain([b"".as_slice()]).chain(parts(&words));
        Lexicon {
            digest: Digest::of_parts(parts),
            equivalents: Equivalents::new(&groups, code),
            in_one_word: Equivalents::new(&words, code),
        }
    }
}

fn file(term: &Term) -> &'static str {
    if term.vocabulary == PLACES { PLACES } else { "terms" }
}

fn record<'a>(site: &'a Site, term: &Term) -> Option<&'a Record> {
    site.record(file(term), &term.id).or_else(|| FILES.iter().find_map(|file| site.record(file, &term.id)))
}

fn names(record: &Record) -> BTreeSet<&str> {
    let mut names: BTreeSet<&str> = record.labels.values().map(String::as_str).collect();
    for list in ["names", "also"] {
        if let Some(FieldValue::List(values)) = field(&record.fields, list) {
            names.extend(values.iter().flat_map(texts));
        }
    }
    names.retain(|name| !name.trim().is_empty());
    names
}

fn texts(value: &FieldValue) -> Vec<&str> {
    match value {
        FieldValue::Text(text) => vec![text],
        FieldValue::Fields(fields) => fields.iter().flat_map(|(_, value)| texts(value)).collect(),
        _ => Vec::new(),
    }
}

/// A name of several words as it stands at the beginning and in the middle of a sentence.
fn cases(name: &str) -> Vec<String> {
    let mut letters = name.chars();
    let lower = letters.next().filter(|_| name.contains(' ')).map(|first| first.to_lowercase().chain(letters).collect());
    std::iter::once(name.to_owned()).chain(lower.filter(|lower: &String| lower != name)).collect()
}

/// A name without the kind of its unit.
pub(super) fn bare(name: &str) -> &str {
    let words: Vec<&str> = name.split(' ').collect();
    let folded: Vec<String> = words.iter().map(|word| fold(word)).collect();
    let before = BEFORE.iter().find(|kind| {
        let count = kind.split(' ').count();
        words.len() > count && folded[..count].join(" ") == **kind
    });
    if let Some(kind) = before {
        let skipped: usize = words.iter().take(kind.split(' ').count()).map(|word| word.len() + 1).sum();
        return &name[skipped..];
    }
    match (name.rsplit_once(' '), folded.last()) {
        (Some((rest, _)), Some(last)) if BEHIND.contains(&last.as_str()) => rest,
        _ => name,
    }
}

/// All names as bytes. No name is empty, so an empty part ends a group; a second one ends all groups.
fn parts(groups: &BTreeSet<Vec<String>>) -> impl Iterator<Item = &[u8]> {
    groups.iter().flat_map(|group| group.iter().map(String::as_bytes).chain([b"".as_slice()]))
}

#[cfg(test)]
mod tests {
    use super::{bare, cases};

    #[test]
    fn a_bare_name_has_no_kind_of_unit() {
        let names = ["Thành phố Điện Biên Phủ", "Điện Biên Phủ City", "Xã Sen Thượng", "Xã", "Mường Thanh valley", ""];
        assert_eq!(names.map(bare), ["Điện Biên Phủ", "Điện Biên Phủ", "Sen Thượng", "Xã", "Mường Thanh valley", ""]);
    }

    #[test]
    fn only_names_of_several_words_may_begin_small() {
        assert_eq!(cases("Đèo Pha Đin"), ["Đèo Pha Đin", "đèo Pha Đin"]);
        assert_eq!(cases("Mông"), ["Mông"]);
    }
}
