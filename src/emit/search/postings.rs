//! From the sorted occurrences of a segment to the lines of its shards.
//!
//! Out: for each key in order its JSON line, once with all levels and once with titles and heads alone.

use rayon::prelude::*;

use crate::search::codec::{self, COMMON, HEADS, LEVELS, TITLES};
use crate::search::manifest::{SMALL, is_common, is_little};

use super::super::escape;
use super::records::{Sorted, entry, first, is_same_key, level, second};
use super::words::Ranks;

/// Keys in order with their JSON lines.
#[derive(Debug, Default)]
pub(super) struct Lines {
    keys: String,
    text: Vec<u8>,
    /// Ends of each key and line.
    ends: Vec<(u32, u32)>,
}

impl Lines {
    /// Each key with its line.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let starts = std::iter::once((0, 0)).chain(self.ends.iter().copied());
        starts
            .zip(&self.ends)
            .map(|(from, to)| (&self.keys[from.0 as usize..to.0 as usize], &self.text[from.1 as usize..to.1 as usize]))
    }

    fn end(&mut self) {
        let end = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        self.ends.push((end(self.keys.len()), end(self.text.len())));
    }
}

/// Two words that titles and summaries have side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Phrase {
    /// Entries that have them, in any spelling.
    pub(super) df: u32,
    pub(super) first: u32,
    pub(super) second: u32,
}

/// What a segment says in a language.
#[derive(Debug, Default)]
pub(super) struct Postings {
    /// All text.
    pub(super) full: Vec<Lines>,
    /// Titles and heads.
    pub(super) head: Vec<Lines>,
    pub(super) phrases: Vec<Phrase>,
    /// Titles and heads that have each word.
    pub(super) heads: Vec<u32>,
}

/// What decides which keys are worth their bytes.
#[derive(Debug, Clone, Copy)]
struct Rules<'a> {
    /// Entries of the segment.
    n: u32,
    vietnamese: bool,
    ranks: &'a Ranks,
    /// [`Sorted::pairs`].
    pairs: &'a [(u32, u32)],
    /// Entries that have a word, by the first word of its folded form.
    df: &'a [u32],
}

impl Sorted {
    /// The lines of all keys, for a segment of `n` entries in a language. Gives up the records.
    pub(super) fn postings(&mut self, n: u32, lang: &str) -> Postings {
        let mut df = vec![0; self.ranks.len()];
        let mut heads = vec![0; self.ranks.len()];
        let counted: Vec<Vec<(u32, u32)>> = self.buckets.par_iter().map(|bucket| self.words_of(bucket, n)).collect();
        counted.into_iter().flatten().for_each(|(group, count)| df[group as usize] = count);
        for record in self.buckets.iter().flatten().filter(|record| second(**record) == 0 && level(**record) < HEADS) {
            heads[first(*record) as usize] += 1;
        }
        let vietnamese = lang == "vi" || lang.starts_with("vi-");
        let rules = Rules { n, vietnamese, ranks: &self.ranks, pairs: &self.pairs, df: &df };
        let buckets = std::mem::take(&mut self.buckets);
        let written: Vec<Writer<'_>> = buckets.into_par_iter().map(|bucket| Writer::of(rules, &bucket)).collect();
        let mut postings = Postings { heads, ..Postings::default() };
        for writer in written {
            postings.full.push(writer.full);
            postings.head.push(writer.head);
            postings.phrases.extend(writer.phrases);
        }
        postings
    }

    /// How many entries have each folded word of a bucket.
    fn words_of(&self, bucket: &[u64], n: u32) -> Vec<(u32, u32)> {
        let mut seen = Seen::new(n);
        let group = |record: &u64| self.ranks.group(first(*record));
        let words = bucket.chunk_by(|a, b| group(a) == group(b)).filter_map(|records| {
            let alone = records.iter().filter(|record| second(**record) == 0).map(|record| entry(*record));
            Some((group(records.first()?), seen.count(alone)))
        });
        words.collect()
    }
}

/// Tells how many different entries a list has.
#[derive(Debug)]
struct Seen {
    round: u32,
    last: Vec<u32>,
}

impl Seen {
    fn new(n: u32) -> Self {
        Self { round: 0, last: vec![0; n as usize] }
    }

    fn count(&mut self, entries: impl Iterator<Item = u32>) -> u32 {
        self.round += 1;
        let mut count = 0;
        for entry in entries {
            let last = &mut self.last[entry as usize];
            count += u32::from(*last != self.round);
            *last = self.round;
        }
        count
    }
}

/// The records of one spelling of a key.
#[derive(Debug, Clone, Copy)]
struct Run<'r> {
    /// The first word that folds like the second and 1; 0 for a word alone.
    key: u32,
    records: &'r [u64],
}

fn records<'r>(runs: &[Run<'r>]) -> impl Iterator<Item = u64> {
    runs.iter().flat_map(|run| run.records.iter().copied())
}

/// Writes the lines of one bucket.
struct Writer<'a> {
    rules: Rules<'a>,
    seen: Seen,
    lists: [Vec<u32>; LEVELS],
    packed: String,
    full: Lines,
    head: Lines,
    phrases: Vec<Phrase>,
}

impl<'a> Writer<'a> {
    fn of(rules: Rules<'a>, bucket: &[u64]) -> Self {
        let mut writer = Self {
            rules,
            seen: Seen::new(rules.n),
            lists: Default::default(),
            packed: String::new(),
            full: Lines::default(),
            head: Lines::default(),
            phrases: Vec::new(),
        };
        let group = |record: &u64| rules.ranks.group(first(*record));
        let mut runs: Vec<Run<'_>> = Vec::new();
        for records in bucket.chunk_by(|a, b| group(a) == group(b)) {
            runs.clear();
            runs.extend(records.chunk_by(|a, b| is_same_key(*a, *b)).map(|records| Run {
                key: second(records[0]).checked_sub(1).map_or(0, |second| rules.ranks.group(second) + 1),
                records,
            }));
            runs.sort_by_key(|run| run.key);
            let mut rest = runs.as_mut_slice();
            while let Some(key) = rest.first().map(|run| run.key) {
                let (same, more) = rest.split_at_mut(rest.partition_point(|run| run.key == key));
                writer.key(same);
                rest = more;
            }
        }
        writer.full.text.shrink_to_fit();
        writer.head.text.shrink_to_fit();
        writer
    }

    /// Writes what both tiers say of a key.
    fn key(&mut self, runs: &mut [Run<'_>]) {
        let df = if let [run] = runs { size(run.records.len()) } else { self.seen.count(records(runs).map(entry)) };
        let best = records(runs).map(level).min().unwrap_or(LEVELS);
        let pair = runs.first().is_some_and(|run| run.key > 0);
        let dropped = pair && self.is_not_worth(runs, df, best);
        if dropped && best >= HEADS {
            return;
        }
        let head = |run: &Run<'_>| run.records.iter().filter(|record| level(**record) < HEADS).count();
        if !dropped {
            self.order(runs, |run| run.records.len());
            let levels = if !pair && is_common(df, self.rules.n) { COMMON } else { LEVELS };
            self.line(runs, df, levels, false);
        }
        if best < HEADS {
            if pair && !self.has_little_word(runs) {
                self.phrase(runs, df);
            }
            self.order(runs, head);
            let df = self.seen.count(records(runs).filter(|record| level(*record) < HEADS).map(entry));
            self.line(runs, df, HEADS, true);
        }
    }

    /// Whether a pair is left out of the full text: met once, or with a part that is everywhere. Pairs of titles stay.
    fn is_not_worth(&self, runs: &[Run<'_>], df: u32, best: usize) -> bool {
        if best < TITLES || self.rules.n <= SMALL {
            return false;
        }
        df < 2 || self.has_little_word(runs)
    }

    /// Whether a pair has a part that is everywhere, such as "of the"; never in Vietnamese.
    fn has_little_word(&self, runs: &[Run<'_>]) -> bool {
        let Rules { n, vietnamese, ranks, df, .. } = self.rules;
        let little = |word: u32| is_little(df[ranks.group(word) as usize], n);
        let parts = runs.first().and_then(|run| run.records.first()).map(|record| (first(*record), second(*record)));
        !vietnamese && parts.is_some_and(|(a, b)| little(a) || little(b.saturating_sub(1)))
    }

    /// The most frequent spelling first, then in order of bytes, which is that of the records.
    fn order(&self, runs: &mut [Run<'_>], count: impl Fn(&Run<'_>) -> usize) {
        let words = |run: &Run<'_>| run.records.first().map_or((0, 0), |record| (first(*record), second(*record)));
        runs.sort_by_cached_key(|run| (std::cmp::Reverse(count(run)), words(run)));
    }

    fn phrase(&mut self, runs: &[Run<'_>], df: u32) {
        let most = runs.iter().max_by_key(|run| (run.records.len(), std::cmp::Reverse(run.records.first())));
        let words = most.and_then(|run| run.records.first()).map(|record| (first(*record), second(*record) - 1));
        let said = |words: &(u32, u32)| self.rules.pairs.binary_search(words).is_ok();
        self.phrases.extend(words.filter(said).map(|(first, second)| Phrase { df, first, second }));
    }

    /// `"dien bien":[217,"diễn biến","g!pte|x6d","điện biên","jR.p"]` with the lists below `levels`.
    fn line(&mut self, runs: &[Run<'_>], df: u32, levels: usize, head: bool) {
        let ranks = self.rules.ranks;
        let Some((one, two)) = runs.first().and_then(|run| run.records.first()).map(|r| (first(*r), second(*r))) else {
            return;
        };
        let lines = if head { &mut self.head } else { &mut self.full };
        let from = lines.keys.len();
        lines.keys.push_str(ranks.folded(one));
        if two > 0 {
            lines.keys.push(' ');
            lines.keys.push_str(ranks.folded(two - 1));
        }
        escape::json(&mut lines.text, &lines.keys[from..]);
        lines.text.extend_from_slice(format!(":[{df}").as_bytes());
        for run in runs {
            self.lists.iter_mut().for_each(Vec::clear);
            for record in run.records.iter().filter(|record| level(**record) < levels) {
                self.lists[level(*record)].push(entry(*record));
            }
            if self.lists.iter().all(Vec::is_empty) {
                continue;
            }
            lines.text.extend_from_slice(b",\"");
            push_exact(&mut lines.text, ranks, run.records);
            lines.text.extend_from_slice(b"\",\"");
            self.packed.clear();
            pack(&self.lists, &mut self.packed);
            lines.text.extend_from_slice(self.packed.as_bytes());
            lines.text.push(b'"');
        }
        lines.text.push(b']');
        lines.end();
    }
}

/// The exact form of a spelling; nothing where it is the key itself. Words have no character that JSON escapes.
fn push_exact(out: &mut Vec<u8>, ranks: &Ranks, records: &[u64]) {
    let Some(record) = records.first() else { return };
    let (one, two) = (first(*record), second(*record).checked_sub(1));
    let plain = |word: u32| ranks.exact(word) == ranks.folded(word);
    if plain(one) && two.is_none_or(plain) {
        return;
    }
    let mut quoted = Vec::new();
    let form = two.map_or_else(|| ranks.exact(one).to_owned(), |two| format!("{} {}", ranks.exact(one), ranks.exact(two)));
    escape::json(&mut quoted, &form);
    out.extend_from_slice(quoted.get(1..quoted.len() - 1).unwrap_or_default());
}

/// As [`codec::pack_lists`], into a buffer.
fn pack(lists: &[Vec<u32>], out: &mut String) {
    for (level, ids) in lists.iter().enumerate() {
        if level > 0 {
            out.push('|');
        }
        codec::pack(ids.iter().copied(), out);
    }
    out.truncate(out.trim_end_matches('|').len());
}

fn size(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
