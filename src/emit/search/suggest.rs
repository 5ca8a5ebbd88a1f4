//! Phrases for spelling and suggestion: what places and terms are called, what titles and heads have side by side.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::Lang;
use crate::model::document::{DocId, Term};
use crate::model::site::Site;
use crate::search::manifest::{self, Suggest};
use crate::search::{key, paths};
use crate::text::fold;

use super::entries::{Entry, entry};
use super::postings::Postings;
use super::records::Sorted;
use super::{Put, json, name};

/// Phrases of a language at most.
const MOST: usize = 4_000;
/// Words of a title that is suggested as a whole, at most.
const TITLE_WORDS: usize = 5;
/// Entries up to which a phrase of one entry is kept.
const SMALL: usize = 200;

/// Phrases under way.
pub(super) struct Phrases {
    lang: String,
    many: bool,
    /// Names with their entries, by their folded form.
    names: BTreeMap<String, (String, u32)>,
    titles: BTreeMap<String, (String, u32)>,
    /// Folded form to how many entries have it, and to each reading with those that have it.
    pairs: BTreeMap<String, (u32, BTreeMap<String, u32>)>,
}

impl Phrases {
    pub(super) fn new(site: &Site, entries: &[Entry<'_>], lang: Lang) -> Self {
        let is_found = |id: &&DocId| entry(site, site.document(**id)).is_some_and(|entry| entry.pages[lang].is_some());
        let count = |term: &Term| u32::try_from(term.documents.iter().filter(is_found).count()).unwrap_or(u32::MAX);
        let mut phrases = Self {
            lang: name(site, lang),
            many: entries.len() > SMALL,
            names: BTreeMap::new(),
            titles: BTreeMap::new(),
            pairs: BTreeMap::new(),
        };
        for (term, n) in site.terms.iter().map(|term| (term, count(term))).filter(|(_, n)| *n > 0) {
            let label = term.labels[lang].clone();
            phrases.names.entry(fold(&label)).or_insert((label, 0)).1 += n;
        }
        let titles = entries.iter().filter_map(|entry| Some(&entry.in_lang(site, lang)?.0.title));
        for title in titles.filter(|title| title.split_whitespace().count() <= TITLE_WORDS) {
            phrases.titles.entry(fold(title)).or_insert_with(|| (title.clone(), 0)).1 += 1;
        }
        phrases
    }

    /// Adds the pairs of a segment.
    pub(super) fn add(&mut self, sorted: &Sorted, postings: &Postings) {
        let spellings = spellings(&sorted.spelled, &postings.heads);
        let ranks = &sorted.ranks;
        let written = |word: u32| spellings.get(&word).copied().unwrap_or_else(|| ranks.exact(word));
        let least = if self.many { 2 } else { 1 };
        let worth = postings.phrases.iter().filter(|phrase| phrase.df >= least);
        let mut worth: Vec<_> =
            worth.filter(|phrase| [phrase.first, phrase.second].iter().all(|w| is_word(ranks.folded(*w)))).collect();
        worth.sort_by_key(|phrase| (std::cmp::Reverse(phrase.df), phrase.first, phrase.second));
        for phrase in worth.into_iter().take(MOST) {
            let folded = format!("{} {}", ranks.folded(phrase.first), ranks.folded(phrase.second));
            let reading = format!("{} {}", written(phrase.first), written(phrase.second));
            let (n, readings) = self.pairs.entry(folded).or_default();
            *n += phrase.df;
            *readings.entry(reading).or_default() += phrase.df;
        }
    }

    /// Writes the file; returns its name.
    pub(super) fn write(self, lang: &str, put: &Put<'_>) -> String {
        let most = |readings: BTreeMap<String, u32>| {
            readings
                .into_iter()
                .max_by_key(|(reading, n)| (*n, std::cmp::Reverse(reading.clone())))
                .map(|(reading, _)| reading)
        };
        let pairs = self.pairs.into_iter().filter_map(|(folded, (n, readings))| Some((folded, (most(readings)?, n))));
        let mut taken: BTreeSet<String> = BTreeSet::new();
        let mut all: Vec<(String, u32)> = Vec::new();
        for group in [self.names.into_iter().collect(), pairs.collect(), self.titles.into_iter().collect()] {
            let mut group: Vec<(String, (String, u32))> = group;
            group.sort_by(|a, b| (b.1.1, &a.0).cmp(&(a.1.1, &b.0)));
            for (folded, phrase) in group.into_iter().take(MOST) {
                if all.len() < MOST && !folded.is_empty() && taken.insert(folded) {
                    all.push(phrase);
                }
            }
        }
        all.sort_by(|a, b| (b.1, &a.0).cmp(&(a.1, &b.0)));
        let (p, n) = all.into_iter().unzip();
        let bytes = json::bytes(&Suggest { format: manifest::SUGGEST.to_owned(), lang: self.lang, p, n });
        let file = format!("s.{}.json", key::hash(&bytes, key::HASH));
        put(&paths::suggest(lang, &file), bytes);
        file
    }
}

/// How most titles and summaries write a word, where that is not its exact form (kỹ for kĩ, festivals for festival).
fn spellings<'s>(spelled: &'s [(u32, String)], heads: &[u32]) -> BTreeMap<u32, &'s str> {
    let mut most: BTreeMap<u32, (usize, &str)> = BTreeMap::new();
    for same in spelled.chunk_by(|a, b| a == b) {
        let Some((word, written)) = same.first() else { continue };
        let best = most.entry(*word).or_default();
        if same.len() > best.0 {
            *best = (same.len(), written);
        }
    }
    most.retain(|word, (count, _)| *count * 2 > heads.get(*word as usize).map_or(0, |heads| *heads as usize));
    most.into_iter().map(|(word, (_, written))| (word, written)).collect()
}

fn is_word(folded: &str) -> bool {
    folded.chars().any(char::is_alphabetic)
}
