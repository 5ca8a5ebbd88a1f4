//! Postings as text: ascending ids, as gaps, in 90 printable ASCII characters.
//!
//! A gap less one is a value `v`: below 64 one character, below 2,314 two, up to [`LARGEST`] three. The
//! alphabet is `!` to `}` without `"`, `\` and `|`, so that packed text needs no escape in JSON and `|` parts lists.
//! `client/codec.js` reads the same; `tests/search/codec.json` holds both to it.

use std::fmt;

/// Characters of the alphabet.
const SIZE: u32 = 90;
/// Values below it take one character.
const SHORT: u32 = 64;
/// First values of three characters.
const LONG: u32 = SHORT + (SIZE - SHORT - 1) * SIZE;

/// The largest value: one gap may skip so many ids. A segment of 10,000 ids never needs it.
pub const LARGEST: u32 = LONG + SIZE * SIZE - 1;

/// How many levels a posting may have: 0 a short title, 1 a longer one, 2 summary, headings and other names, 3 to 6 text, by how
/// often it is met for the text's length.
pub const LEVELS: usize = 7;
/// Levels below it are titles.
pub const TITLES: usize = 2;
/// Levels below it are in the head tier.
pub const HEADS: usize = 3;
/// Levels below it are kept of a [common](super::manifest::is_common) word.
pub const COMMON: usize = 5;

/// Packed text that no writer made: where it breaks off, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadCode {
    /// The first byte that does not fit.
    pub at: usize,
}

impl fmt::Display for BadCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "packed ids break off at byte {}", self.at)
    }
}

impl std::error::Error for BadCode {}

/// The alphabet's character of a digit below [`SIZE`].
fn letter(digit: u32) -> char {
    let skipped = u32::from(digit >= 1) + u32::from(digit >= 58);
    char::from_u32(33 + digit + skipped).map_or('!', |c| if c >= '|' { '}' } else { c })
}

/// The digit of a byte; none for what is not in the alphabet.
fn digit(byte: u8) -> Option<u32> {
    match byte {
        b'!' => Some(0),
        b'#'..=b'[' => Some(u32::from(byte) - 34),
        b']'..=b'{' => Some(u32::from(byte) - 35),
        b'}' => Some(SIZE - 1),
        _ => None,
    }
}

/// Appends one value; what is above [`LARGEST`] is taken for it.
fn push(value: u32, out: &mut String) {
    match value.min(LARGEST) {
        value @ ..SHORT => out.push(letter(value)),
        value @ SHORT..LONG => {
            out.push(letter(SHORT + (value - SHORT) / SIZE));
            out.push(letter((value - SHORT) % SIZE));
        }
        value => {
            out.push(letter(SIZE - 1));
            out.push(letter((value - LONG) / SIZE));
            out.push(letter((value - LONG) % SIZE));
        }
    }
}

/// Appends a list of ids in ascending order, each once.
pub fn pack(ids: impl IntoIterator<Item = u32>, out: &mut String) {
    let mut next = 0;
    for id in ids {
        push(id.saturating_sub(next), out);
        next = id + 1;
    }
}

/// Lists joined by `|`, without the empty ones at the end: the postings of one spelling, a list for each level.
#[must_use]
pub fn pack_lists<L: AsRef<[u32]>>(lists: &[L]) -> String {
    let mut out = String::new();
    for (level, ids) in lists.iter().enumerate() {
        if level > 0 {
            out.push('|');
        }
        pack(ids.as_ref().iter().copied(), &mut out);
    }
    out.truncate(out.trim_end_matches('|').len());
    out
}

/// Calls `found` with each id and the number of its list.
///
/// # Errors
/// [`BadCode`] at the first byte that is no value; what came before it was reported.
pub fn unpack(text: &str, mut found: impl FnMut(u32, usize)) -> Result<(), BadCode> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).copied().and_then(digit).ok_or(BadCode { at });
    let (mut at, mut list, mut next) = (0, 0, 0u32);
    while at < bytes.len() {
        if bytes[at] == b'|' {
            (at, list, next) = (at + 1, list + 1, 0);
            continue;
        }
        let (value, length) = match digit(at)? {
            first @ ..SHORT => (first, 1),
            first if first < SIZE - 1 => (SHORT + (first - SHORT) * SIZE + digit(at + 1)?, 2),
            _ => (LONG + digit(at + 1)? * SIZE + digit(at + 2)?, 3),
        };
        let id = next.checked_add(value).ok_or(BadCode { at })?;
        found(id, list);
        (at, next) = (at + length, id.saturating_add(1));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{BadCode, LARGEST, digit, letter, pack, pack_lists, unpack};

    fn packed(ids: &[u32]) -> String {
        let mut out = String::new();
        pack(ids.iter().copied(), &mut out);
        out
    }

    fn unpacked(text: &str) -> Vec<(u32, usize)> {
        let mut found = Vec::new();
        unpack(text, |id, list| found.push((id, list))).unwrap();
        found
    }

    #[test]
    fn the_alphabet_is_printable_without_what_json_escapes() {
        let all: String = (0..90).map(letter).collect();
        assert!(all.bytes().all(|byte| byte.is_ascii_graphic()) && !all.contains(['"', '\\', '|', '~']));
        assert!((0..90).all(|value| digit(u8::try_from(letter(value)).unwrap()) == Some(value)));
    }

    #[test]
    fn small_gaps_take_one_character() {
        assert_eq!(packed(&[0, 1, 2, 66, 131]), "!!!bc!");
        assert_eq!(packed(&[2313]), "{}");
        assert_eq!(packed(&[2314, 2314 + LARGEST + 1]), "}!!}}}");
    }

    #[test]
    fn lists_lose_what_is_empty_at_the_end_only() {
        assert_eq!(pack_lists(&[vec![], vec![0], vec![], vec![1], vec![], vec![]]), "|!||#");
        assert_eq!(unpacked("|!||#"), [(0, 1), (1, 3)]);
        assert_eq!(pack_lists::<Vec<u32>>(&[]), "");
    }

    #[test]
    fn what_no_writer_made_is_an_error() {
        for (text, at) in [("!\"", 1), ("c", 1), ("}!", 2), ("é", 0), ("!~", 1)] {
            assert_eq!(unpack(text, |_, _| ()), Err(BadCode { at }), "{text}");
        }
    }

    /// One vector of the table that the client's test reads too.
    #[derive(serde::Deserialize)]
    struct Row {
        lists: Vec<Vec<u32>>,
        packed: String,
    }

    #[test]
    fn the_shared_table_holds() {
        let rows: Vec<Row> = serde_json::from_str(include_str!("../../tests/search/codec.json")).unwrap();
        assert!(rows.len() >= 10);
        for row in rows {
            assert_eq!(pack_lists(&row.lists), row.packed);
            let ids = row.lists.iter().enumerate().flat_map(|(list, ids)| ids.iter().map(move |id| (*id, list)));
            assert_eq!(unpacked(&row.packed), ids.collect::<Vec<_>>());
        }
    }

    proptest! {
        #[test]
        fn what_was_packed_is_unpacked(lists in prop::collection::vec(prop::collection::btree_set(0u32..10_000, 0..40), 0..6)) {
            let lists: Vec<Vec<u32>> = lists.into_iter().map(|ids| ids.into_iter().collect()).collect();
            let all = lists.iter().enumerate().flat_map(|(list, ids)| ids.iter().map(move |id| (*id, list)));
            prop_assert_eq!(unpacked(&pack_lists(&lists)), all.collect::<Vec<_>>());
        }

        #[test]
        fn any_text_is_answered(text in "[!-~é]{0,30}") {
            let _ = unpack(&text, |_, _| ());
        }
    }
}
