//! From the words of all entries of a segment to the lines of its shards.
//!
//! In: each entry's [`PageTerms`]. Out: for each key in order its JSON line, once with all levels and once with titles and heads
//! alone. An occurrence is one `u64` (first word, second word, entry, level), so that grouping is sorting numbers; the numbers
//! of words follow the order of keys, so that nothing depends on which thread met a word first.

use rayon::prelude::*;

use crate::model::terms::PageTerms;
use crate::search::codec::{self, COMMON, HEADS, LEVELS, TITLES};
use crate::search::manifest::is_common;

use super::super::escape;
use super::words::{Ranks, Shared};

/// Parts that are sorted and written side by side.
const BUCKETS: usize = 64;
/// Entries up to which nothing is left out: the whole index is a few files anyway.
const SMALL: u32 = 200;

/// Bits of a record from the right: level, entry, second word and 1; the first word has the rest.
const LEVEL: u32 = 3;
const ENTRY: u32 = 14;
const WORD: u32 = 23;
/// Words that a segment can tell apart; far more than 10,000 entries have.
const MOST_WORDS: u32 = (1 << WORD) - 2;

fn record(first: u32, second: u32, entry: u32, level: u8) -> u64 {
    u64::from(first) << (LEVEL + ENTRY + WORD)
        | u64::from(second) << (LEVEL + ENTRY)
        | u64::from(entry) << LEVEL
        | u64::from(level)
}

fn bits(record: u64, from: u32, count: u32) -> u32 {
    u32::try_from(record >> from & ((1 << count) - 1)).unwrap_or(0)
}

fn first(record: u64) -> u32 {
    bits(record, LEVEL + ENTRY + WORD, WORD + 1)
}

fn second(record: u64) -> u32 {
    bits(record, LEVEL + ENTRY, WORD)
}

fn entry(record: u64) -> u32 {
    bits(record, LEVEL, ENTRY)
}

fn level(record: u64) -> usize {
    (record & 7) as usize
}

/// The words that several threads find, and where.
#[derive(Debug)]
pub(super) struct Gathered {
    shared: Shared,
}

/// What one thread found in some entries.
#[derive(Debug, Default)]
pub(super) struct Chunk {
    records: Vec<u64>,
    spelled: Vec<(u32, String)>,
}

impl Gathered {
    pub(super) fn new() -> Self {
        Self { shared: Shared::new() }
    }

    /// Adds an entry, by its id within the segment.
    pub(super) fn add(&self, entry: u32, terms: &PageTerms, chunk: &mut Chunk) {
        let numbers: Vec<u32> = terms.words().map(|word| self.shared.number(word)).collect();
        let number = |word: u32| numbers.get(word as usize).copied().filter(|number| *number < MOST_WORDS);
        chunk.records.extend(terms.records.iter().filter_map(|term| {
            let second = if term.second == 0 { 0 } else { number(term.second - 1)? + 1 };
            Some(record(number(term.first)?, second, entry, term.level))
        }));
        let spelled = terms.spelled.iter().filter_map(|(word, written)| Some((number(*word)?, written.clone())));
        chunk.spelled.extend(spelled);
    }

    /// Puts everything in the order of keys.
    pub(super) fn sorted(self, chunks: Vec<Chunk>) -> Sorted {
        let ranks = self.shared.ranked();
        let mut spelled: Vec<(u32, String)> = Vec::new();
        let mut counts = vec![0usize; ranks.len()];
        for record in chunks.iter().flat_map(|chunk| &chunk.records) {
            counts[ranks.place(first(*record)) as usize] += 1;
        }
        let (bucket_of, sizes) = buckets(&ranks, &counts);
        let mut buckets: Vec<Vec<u64>> = sizes.into_iter().map(Vec::with_capacity).collect();
        for chunk in chunks {
            spelled.extend(chunk.spelled.into_iter().map(|(word, written)| (ranks.place(word), written)));
            for old in chunk.records {
                let word = ranks.place(first(old));
                let second = second(old).checked_sub(1).map_or(0, |second| ranks.place(second) + 1);
                buckets[usize::from(bucket_of[word as usize])].push(record(word, second, entry(old), (old & 7) as u8));
            }
        }
        buckets.par_iter_mut().for_each(|bucket| bucket.sort_unstable());
        spelled.sort_unstable();
        Sorted { ranks, buckets, spelled }
    }
}

/// The bucket of each word, words of one folded form together, and how many records each bucket has.
fn buckets(ranks: &Ranks, counts: &[usize]) -> (Vec<u8>, Vec<usize>) {
    let full = counts.iter().sum::<usize>() / BUCKETS + 1;
    let mut sizes = vec![0];
    let mut bucket_of = Vec::with_capacity(counts.len());
    for (place, count) in (0..).zip(counts) {
        let last = sizes.len() - 1;
        if sizes[last] >= full && ranks.group(place) == place {
            sizes.push(0);
        }
        let last = sizes.len() - 1;
        sizes[last] += count;
        bucket_of.push(u8::try_from(last).unwrap_or(u8::MAX));
    }
    (bucket_of, sizes)
}

/// All records of a segment in order.
#[derive(Debug)]
pub(super) struct Sorted {
    pub(super) ranks: Ranks,
    buckets: Vec<Vec<u64>>,
    /// Word and spelling for each title and summary that writes a word otherwise, in order.
    pub(super) spelled: Vec<(u32, String)>,
}

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

/// Two words that titles and heads have side by side.
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
        let rules = Rules { n, vietnamese, ranks: &self.ranks, df: &df };
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
            runs.extend(records.chunk_by(|a, b| a >> (LEVEL + ENTRY) == b >> (LEVEL + ENTRY)).map(|records| Run {
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
            if pair {
                self.phrase(runs, df);
            }
            self.order(runs, head);
            let df = self.seen.count(records(runs).filter(|record| level(*record) < HEADS).map(entry));
            self.line(runs, df, HEADS, true);
        }
    }

    /// Whether a pair is left out of the full text: met once, or (but in Vietnamese, where very common syllables make
    /// telling words) with a part that is everywhere. Pairs of titles stay.
    fn is_not_worth(&self, runs: &[Run<'_>], df: u32, best: usize) -> bool {
        if best < TITLES || self.rules.n <= SMALL {
            return false;
        }
        let everywhere = |word: u32| u64::from(self.rules.df[word as usize]) * 5 > u64::from(self.rules.n);
        let parts = runs.first().and_then(|run| run.records.first()).map(|record| {
            (self.rules.ranks.group(first(*record)), self.rules.ranks.group(second(*record).saturating_sub(1)))
        });
        df < 2 || (!self.rules.vietnamese && parts.is_some_and(|(a, b)| everywhere(a) || everywhere(b)))
    }

    /// The most frequent spelling first, then in order of bytes, which is that of the records.
    fn order(&self, runs: &mut [Run<'_>], count: impl Fn(&Run<'_>) -> usize) {
        let words = |run: &Run<'_>| run.records.first().map_or((0, 0), |record| (first(*record), second(*record)));
        runs.sort_by_cached_key(|run| (std::cmp::Reverse(count(run)), words(run)));
    }

    fn phrase(&mut self, runs: &[Run<'_>], df: u32) {
        let most = runs.iter().max_by_key(|run| (run.records.len(), std::cmp::Reverse(run.records.first())));
        let words = most.and_then(|run| run.records.first()).map(|record| (first(*record), second(*record) - 1));
        self.phrases.extend(words.map(|(first, second)| Phrase { df, first, second }));
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
