//! Keys of the index: bounds between shards, and names that tell what is in a file.
//!
//! A key is a folded word (`dien`), two words that follow each other (`dien bien`) or a whole (`18/2018/qd-ubnd`).
//! Keys are ordered by their UTF-8 bytes, and never hold [`SEPARATOR`].

/// What joins bounds in a manifest; no key has it, because it is no letter.
pub const SEPARATOR: char = '|';

/// Length of [`hash`] in the names of shards, cards and facets.
pub const HASH: usize = 5;

/// Bytes of a bound that a file name shows: a long one must not become a name that file systems refuse (255 bytes).
const SHOWN: usize = 32;

/// The shortest prefix of `key` that sorts after `previous`, the key before it: the lower bound of the shard that `key` begins.
/// Depends on these two keys alone, so that bounds stay where they are while other pages change.
#[must_use]
pub fn bound<'k>(previous: &str, key: &'k str) -> &'k str {
    let same = key.chars().zip(previous.chars()).take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum::<usize>();
    let next = key[same..].chars().next().map_or(0, char::len_utf8);
    &key[..same + next]
}

/// The place of the shard that has a key: of the last bound that is not above it; 0 for a key below all bounds.
#[must_use]
pub fn place(bounds: &[&str], key: &str) -> usize {
    bounds.partition_point(|bound| *bound <= key).saturating_sub(1)
}

/// A bound as a file's name shows it: lower-case hexadecimal of its first 32 bytes.
#[must_use]
pub fn hex(bound: &str) -> String {
    let digit = |half: u8| char::from(if half < 10 { b'0' + half } else { b'a' + half - 10 });
    bound.bytes().take(SHOWN).flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// The first `length` characters of the BLAKE3 digest in base 32 (RFC 4648, lower case), at most 51.
#[must_use]
pub fn hash(bytes: &[u8], length: usize) -> String {
    let digest = blake3::hash(bytes);
    let bit = |at: usize| digest.as_bytes().get(at / 8).map_or(0, |byte| byte >> (7 - at % 8) & 1);
    let letter = |at: usize| {
        let value = (at * 5..at * 5 + 5).fold(0, |value, at| value << 1 | bit(at));
        char::from(if value < 26 { b'a' + value } else { b'2' + value - 26 })
    };
    (0..length.min(51)).map(letter).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{bound, hash, hex, place};

    #[test]
    fn a_bound_is_no_longer_than_it_must_be() {
        assert_eq!(bound("", "dien"), "d");
        assert_eq!(bound("dien", "dien bien"), "dien ");
        assert_eq!(bound("dien bien", "dien chau"), "dien c");
        assert_eq!(bound("a", "中文"), "中");
    }

    #[test]
    fn a_key_is_in_the_shard_of_the_last_bound_not_above_it() {
        let bounds = ["0", "d", "dien c"];
        assert_eq!(["!", "0", "cha", "d", "dien bien", "dien c", "z"].map(|key| place(&bounds, key)), [0, 0, 0, 1, 1, 2, 2]);
        assert_eq!(place(&[], "a"), 0);
    }

    #[test]
    fn names_are_safe_on_every_file_system() {
        assert_eq!(hex("dien "), "6469656e20");
        assert_eq!(hex("中"), "e4b8ad");
        assert_eq!(hex(&"a".repeat(500)).len(), 64);
    }

    #[test]
    fn hashes_are_base_32() {
        // BLAKE3 of nothing begins af1349b9f5: 10101 11100 01001 10100 10011 01110 01111 10101.
        assert_eq!(hash(b"", 8), "v4jutopv");
        assert_eq!(hash(b"", 99).len(), 51);
    }

    proptest! {
        #[test]
        fn bounds_part_the_keys(keys in prop::collection::btree_set("[a-zđ中 ]{1,6}", 2..30), every in 1usize..5) {
            let keys: Vec<String> = keys.into_iter().collect();
            let firsts = (0..keys.len()).step_by(every);
            let bounds: Vec<&str> = firsts.map(|at| bound(if at == 0 { "" } else { &keys[at - 1] }, &keys[at])).collect();
            for (at, key) in keys.iter().enumerate() {
                prop_assert_eq!(place(&bounds, key), at / every);
            }
        }
    }
}
