//! Occurrences of words in entries as numbers, gathered by many threads and put in the order of keys.
//!
//! An occurrence is one `u64` (first word, second word, entry, level), so that grouping is sorting numbers. While threads gather,
//! words have numbers of the [`Shared`] table; [`Gathered::sorted`] gives them their places in the order of keys, so that nothing
//! depends on which thread met a word first.

use rayon::prelude::*;

use crate::model::terms::PageTerms;

use super::words::{Ranks, Shared};

/// Parts that are sorted and written side by side.
const BUCKETS: usize = 64;

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

pub(super) fn first(record: u64) -> u32 {
    bits(record, LEVEL + ENTRY + WORD, WORD + 1)
}

pub(super) fn second(record: u64) -> u32 {
    bits(record, LEVEL + ENTRY, WORD)
}

pub(super) fn entry(record: u64) -> u32 {
    bits(record, LEVEL, ENTRY)
}

pub(super) fn level(record: u64) -> usize {
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
    pairs: Vec<(u32, u32)>,
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
        chunk.pairs.extend(terms.pairs.iter().filter_map(|(first, second)| Some((number(*first)?, number(*second)?))));
    }

    /// Puts everything in the order of keys.
    pub(super) fn sorted(self, chunks: Vec<Chunk>) -> Sorted {
        let ranks = self.shared.ranked();
        let mut spelled: Vec<(u32, String)> = Vec::new();
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        let mut counts = vec![0usize; ranks.len()];
        for record in chunks.iter().flat_map(|chunk| &chunk.records) {
            counts[ranks.place(first(*record)) as usize] += 1;
        }
        let (bucket_of, sizes) = buckets(&ranks, &counts);
        let mut buckets: Vec<Vec<u64>> = sizes.into_iter().map(Vec::with_capacity).collect();
        for chunk in chunks {
            spelled.extend(chunk.spelled.into_iter().map(|(word, written)| (ranks.place(word), written)));
            pairs.extend(chunk.pairs.into_iter().map(|(first, second)| (ranks.place(first), ranks.place(second))));
            for old in chunk.records {
                let word = ranks.place(first(old));
                let second = second(old).checked_sub(1).map_or(0, |second| ranks.place(second) + 1);
                buckets[usize::from(bucket_of[word as usize])].push(record(word, second, entry(old), (old & 7) as u8));
            }
        }
        buckets.par_iter_mut().for_each(|bucket| bucket.sort_unstable());
        spelled.sort_unstable();
        pairs.sort_unstable();
        pairs.dedup();
        Sorted { ranks, buckets, spelled, pairs }
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
    pub(super) buckets: Vec<Vec<u64>>,
    /// Word and spelling for each title and summary that writes a word otherwise, in order.
    pub(super) spelled: Vec<(u32, String)>,
    /// Words side by side in titles and summaries, in order, each pair once.
    pub(super) pairs: Vec<(u32, u32)>,
}

/// Whether two records have the same words.
pub(super) fn is_same_key(a: u64, b: u64) -> bool {
    a >> (LEVEL + ENTRY) == b >> (LEVEL + ENTRY)
}
