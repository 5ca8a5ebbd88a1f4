//! "Did you mean ...": the known word closest to a mistyped one.
//!
//! In: the word and the words that would have been right. Out: one of them or nothing. Both
//! are folded first, so a missing tone costs nothing. Whether to suggest is the caller's choice.

use super::fold::fold;

/// The candidate with the smallest edit distance on folded forms; the first of equals.
///
/// An insertion, deletion, substitution or swap of neighbours counts 1 (optimal string
/// alignment, the restricted Damerau-Levenshtein distance). Accepted up to a third of the
/// word's folded length, and always up to 1; but a distance that replaces the whole word is not.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted: Vec<u8> = fold(word).into_bytes();
    let limit = (wanted.len() / 3).max(1);
    let mut best: Option<(usize, &'a str)> = None;
    for candidate in candidates {
        let folded = fold(candidate).into_bytes();
        if folded.len().abs_diff(wanted.len()) > limit {
            continue;
        }
        let found = distance(&wanted, &folded);
        let whole = found >= wanted.len().max(folded.len());
        if found <= limit && (found == 0 || !whole) && best.is_none_or(|(least, _)| found < least) {
            best = Some((found, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut before: Vec<usize> = vec![0; b.len() + 1];
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let change = above[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = change.min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{distance, nearest};

    #[test]
    fn a_typing_slip_finds_its_word() {
        let keys = ["title", "summary", "tags", "translation"];
        assert_eq!(nearest("tilte", keys), Some("title"));
        assert_eq!(nearest("sumary", keys), Some("summary"));
        assert_eq!(nearest("transaltoin", keys), Some("translation"));
        assert_eq!(nearest("weather", keys), None);
    }

    #[test]
    fn tones_cost_nothing_in_either_unicode_form() {
        let places = ["Mường Thanh", "Mường Phăng"];
        assert_eq!(nearest("Muong Phang", places), Some("Mường Phăng"));
        assert_eq!(nearest("Mu\u{31B}o\u{31B}\u{300}ng Than", places), Some("Mường Thanh"));
    }

    #[test]
    fn the_first_of_equals_wins() {
        assert_eq!(nearest("car", ["cat", "cap"]), Some("cat"));
        assert_eq!(nearest("car", ["cap", "cat"]), Some("cap"));
    }

    #[test]
    fn a_single_letter_is_not_taken_for_another() {
        assert_eq!(nearest("x", ["y"]), None);
        assert_eq!(nearest("", ["", "a"]), Some(""));
    }

    #[test]
    fn a_swap_counts_once() {
        assert_eq!(distance(b"ab", b"ba"), 1);
        assert_eq!(distance(b"kitten", b"sitting"), 3);
    }

    proptest! {
        #[test]
        fn distance_is_symmetric_and_zero_only_for_equals(a in "[ab]{0,6}", b in "[ab]{0,6}") {
            let there = distance(a.as_bytes(), b.as_bytes());
            prop_assert_eq!(there, distance(b.as_bytes(), a.as_bytes()));
            prop_assert_eq!(there == 0, a == b);
        }
    }
}
