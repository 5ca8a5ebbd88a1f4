//! Lines of keys cut into files: by prefixes, so that a bound depends on the keys around it and stays while others change.

use rayon::prelude::*;

use crate::search::key;
use crate::search::manifest::Shards;
use crate::search::paths::{self, Tier};

use super::Put;
use super::postings::Lines;

/// Bytes of a shard at most, where it has more than one key.
const TARGET: usize = 16_000;

/// A key with its JSON line.
type Line<'a> = (&'a str, &'a [u8]);

/// Writes the shards of a tier into a segment's folder; returns their bounds and hashes.
pub(super) fn write(lines: &[Lines], folder: &str, tier: Tier, put: &Put<'_>) -> Shards {
    let lines: Vec<Line<'_>> = lines.iter().flat_map(Lines::iter).collect();
    let ranges = cut(&lines);
    let hashes: Vec<String> = ranges.par_iter().map(|range| shard(&lines, *range, folder, tier, put)).collect();
    let bounds: Vec<&str> = ranges.iter().map(|(from, _)| bound(&lines, *from)).collect();
    Shards { k: bounds.join(&key::SEPARATOR.to_string()), h: hashes.concat() }
}

fn bound<'a>(lines: &[Line<'a>], from: usize) -> &'a str {
    key::bound(from.checked_sub(1).map_or("", |before| lines[before].0), lines[from].0)
}

fn shard(lines: &[Line<'_>], (from, to): (usize, usize), folder: &str, tier: Tier, put: &Put<'_>) -> String {
    let mut bytes = Vec::with_capacity(lines[from..to].iter().map(|(_, line)| line.len() + 2).sum::<usize>() + 3);
    for (at, (_, line)) in lines[from..to].iter().enumerate() {
        bytes.extend_from_slice(if at == 0 { b"{" } else { b",\n" });
        bytes.extend_from_slice(line);
    }
    bytes.extend_from_slice(b"}\n");
    let hash = key::hash(&bytes, key::HASH);
    put(&paths::shard(folder, tier, &hash, bound(lines, from)), bytes);
    hash
}

/// Ranges of lines, each as long as may be: a prefix's keys are parted by their next letter where they are too many, and small
/// neighbours of one level are put together again.
fn cut(lines: &[Line<'_>]) -> Vec<(usize, usize)> {
    let mut sums = vec![0];
    for (_, line) in lines {
        sums.push(sums[sums.len() - 1] + line.len() + 2);
    }
    let fits = |from: usize, to: usize| sums[to] - sums[from] <= TARGET || to - from == 1;
    let mut ranges = Vec::new();
    let mut open = if lines.is_empty() { Vec::new() } else { vec![(0, lines.len(), 0)] };
    while let Some((from, to, depth)) = open.pop() {
        if fits(from, to) {
            ranges.push((from, to));
            continue;
        }
        let mut current: Option<(usize, usize)> = None;
        for (a, b, length) in by_letter(lines, from, to, depth) {
            match current {
                _ if !fits(a, b) => {
                    ranges.extend(current.take());
                    open.push((a, b, depth + length));
                }
                Some((start, _)) if sums[b] - sums[start] <= TARGET => current = Some((start, b)),
                _ => {
                    ranges.extend(current.replace((a, b)));
                }
            }
        }
        ranges.extend(current);
    }
    ranges.sort_unstable();
    ranges
}

/// Ranges of lines with the same letter at a place, and the letter's length.
fn by_letter(lines: &[Line<'_>], from: usize, to: usize, depth: usize) -> Vec<(usize, usize, usize)> {
    let letter = |at: usize| lines[at].0.get(depth..).and_then(|rest| rest.chars().next());
    let mut groups = Vec::new();
    let mut start = from;
    for at in from + 1..=to {
        if at == to || letter(at) != letter(start) {
            groups.push((start, at, letter(start).map_or(0, char::len_utf8)));
            start = at;
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{TARGET, cut};

    fn ranges(keys: &[String], size: usize) -> Vec<(usize, usize)> {
        let line = vec![b'x'; size];
        cut(&keys.iter().map(|key| (key.as_str(), line.as_slice())).collect::<Vec<_>>())
    }

    #[test]
    fn nothing_makes_no_shard_and_little_makes_one() {
        assert_eq!(ranges(&[], 9), []);
        assert_eq!(ranges(&["a".to_owned(), "b".to_owned()], 9), [(0, 2)]);
    }

    #[test]
    fn a_prefix_with_too_many_keys_is_parted_by_the_next_letter() {
        let keys: Vec<String> = ["a", "ba", "bb", "bc", "c"].map(str::to_owned).to_vec();
        assert_eq!(ranges(&keys, TARGET / 2 - 2), [(0, 1), (1, 3), (3, 4), (4, 5)]);
    }

    proptest! {
        #[test]
        fn every_key_is_in_one_shard_of_fitting_size(keys in prop::collection::btree_set("[ab đ]{1,7}", 1..120), size in 100usize..20_000) {
            let keys: Vec<String> = keys.into_iter().collect();
            let ranges = ranges(&keys, size);
            prop_assert_eq!((ranges[0].0, ranges[ranges.len() - 1].1), (0, keys.len()));
            prop_assert!(ranges.windows(2).all(|pair| pair[0].1 == pair[1].0));
            prop_assert!(ranges.iter().all(|(from, to)| to - from == 1 || (to - from) * (size + 2) <= TARGET));
        }
    }
}
