//! Tests of what only the parts together show: the table that the client's tests read too, strings made by
//! chance that both must take alike, and phrases.

use icu_normalizer::DecomposingNormalizerBorrowed;
use proptest::prelude::*;
use serde_json::Value;

use super::{Tokens, decode_typing, fold, is_vietnamese_shape, joined, tokens};

const VECTORS: &str = include_str!("../../../tests/search/vectors.json");
const TYPING: &str = include_str!("../../../tests/search/typing.json");
const RANDOM: &str = include_str!("../../../tests/search/random.json");

fn rows(found: &Tokens<'_>) -> Vec<Value> {
    let row = |token: super::Token<'_>| {
        let mut row = serde_json::json!([token.folded, token.exact, token.range.start, token.range.end]);
        if token.is_whole() {
            row.as_array_mut().unwrap().push(token.parts.into());
        }
        row
    };
    found.iter().map(row).collect()
}

#[test]
fn the_shared_table_holds() {
    let table: Vec<Value> = serde_json::from_str(VECTORS).unwrap();
    assert!(table.len() >= 150);
    for row in table {
        let (text, lang) = (row["text"].as_str().unwrap(), row["lang"].as_str().unwrap());
        assert_eq!(Value::from(rows(&tokens(text, lang))), row["tokens"], "{text}");
    }
}

#[test]
fn what_typing_means_is_in_the_shared_table() {
    let table: Vec<(String, Option<String>)> = serde_json::from_str(TYPING).unwrap();
    assert!(table.len() >= 90);
    for (word, meant) in table {
        assert_eq!(decode_typing(&word), meant, "{word}");
    }
}

#[test]
fn a_key_has_32_characters_at_most() {
    let text = format!("{} {} 1/{}", "a".repeat(40), "ấ".repeat(40), "đ".repeat(40));
    for token in tokens(&text, "vi").iter().chain(tokens(&"ສ".repeat(40), "lo").iter()) {
        assert!([token.folded, token.exact].iter().all(|key| key.chars().count() <= 32), "{token:?}");
    }
}

/// The generator that `text.test.mjs` has too: xorshift, 32 bits.
struct Chance(u32);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 as usize % end
    }

    fn text(&mut self, alphabets: &[Vec<char>], ranges: &[(u32, u32)]) -> String {
        let mut text = String::new();
        for _ in 0..self.below(24) {
            let kind = self.below(alphabets.len() * 2 + ranges.len());
            if let Some(alphabet) = alphabets.get(kind / 2) {
                text.push(alphabet[self.below(alphabet.len())]);
            } else {
                let (first, last) = ranges[kind - alphabets.len() * 2];
                let offset = self.below((last - first + 1) as usize);
                text.extend(char::from_u32(first + u32::try_from(offset).unwrap()));
            }
        }
        text
    }
}

/// FNV-1a over the parts, each closed by a line end.
fn add(digest: u32, part: &str) -> u32 {
    part.bytes().chain([b'\n']).fold(digest, |digest, byte| (digest ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

fn digest_of(digest: u32, found: &Tokens<'_>) -> u32 {
    found.parts().fold(digest, |digest, token| {
        let place = &found.text()[token.range.clone()];
        [token.folded, token.exact, place].into_iter().fold(digest, add)
    })
}

#[test]
fn strings_made_by_chance_are_taken_as_the_client_takes_them() {
    let plan: Value = serde_json::from_str(RANDOM).unwrap();
    let alphabets: Vec<Vec<char>> =
        plan["alphabets"].as_array().unwrap().iter().map(|a| a.as_str().unwrap().chars().collect()).collect();
    let ranges: Vec<(u32, u32)> = serde_json::from_value(plan["ranges"].clone()).unwrap();
    let mut chance = Chance(u32::try_from(plan["seed"].as_u64().unwrap()).unwrap());
    let mut digest = 0x811C_9DC5;
    for _ in 0..plan["strings"].as_u64().unwrap() {
        let text = chance.text(&alphabets, &ranges);
        let once = fold(&text);
        assert_eq!(fold(&once), once, "{text:?}");
        digest = add(digest, &once);
        for found in [tokens(&text, "vi"), tokens(&text, "en")] {
            digest = digest_of(digest, &found);
            digest = found.parts().filter_map(|token| decode_typing(token.folded)).fold(digest, |d, word| add(d, &word));
        }
    }
    assert_eq!(u64::from(digest), plan["digest"].as_u64().unwrap());
}

fn pairs(text: &str) -> Vec<String> {
    tokens(text, "vi").pairs().map(|(a, b)| format!("{} {}", a.folded, b.folded)).collect()
}

#[test]
fn pairs_do_not_cross_the_end_of_a_clause() {
    assert_eq!(pairs("Điện Biên, Lai Châu. Sơn La"), ["dien bien", "lai chau", "son la"]);
    assert_eq!(pairs("TP. Điện Biên (cũ) là “thành phố”"), ["tp dien", "dien bien", "la thanh", "thanh pho"]);
    assert_eq!(pairs("Hà Nội – Huế; Wi-Fi 5,5 km."), ["ha noi", "wi fi", "fi 5", "5 5", "5 km"]);
    assert_eq!(pairs("18/2018/QĐ-UBND"), ["18 2018", "2018 qd", "qd ubnd"]);
    assert_eq!(pairs("xã. Điện"), [""; 0]);
}

#[test]
fn a_possessive_does_not_end_a_phrase() {
    let found = tokens("the province's capital", "en");
    assert!(found.parts().skip(1).all(|token| token.follows));
}

#[test]
fn names_are_joined_as_they_are_typed_in_addresses() {
    assert_eq!(["Điện Biên Phủ", "Hà Nội", "Mỹ Đình", "H'Mông"].map(joined), ["dienbienphu", "hanoi", "mydinh", "hmong"]);
}

#[test]
fn shapes_tell_vietnamese_from_english() {
    assert!(is_vietnamese_shape("dien") && !is_vietnamese_shape("film"));
}

proptest! {
    #[test]
    fn any_text_is_cut_at_letters_and_in_order(text in "\\PC{0,60}", lang in "vi|en|lo") {
        let found = tokens(&text, &lang);
        let mut end = 0;
        for token in found.parts() {
            prop_assert!(token.range.start >= end && token.range.end > token.range.start);
            prop_assert!(found.text().get(token.range.clone()).is_some());
            prop_assert!(!token.folded.is_empty() && !token.exact.is_empty());
            end = token.range.end;
        }
    }

    #[test]
    fn both_unicode_forms_give_the_same_tokens(text in "[a-zđàáảãạăắâấêếệôốộơớợưứựíìĩịýỹ' -]{0,40}") {
        let nfd = DecomposingNormalizerBorrowed::new_nfd().normalize(&text).into_owned();
        prop_assert_eq!(rows(&tokens(&nfd, "vi")), rows(&tokens(&text, "vi")));
    }

    #[test]
    fn keys_of_keys_are_the_keys(text in "[a-zđàáảãạăắâấêếệôốộơớợưứựíìĩịýỹ]{1,8}( [a-zđưỹ]{1,6}){0,3}") {
        let words = |text: &str, exact: bool| -> Vec<String> {
            tokens(text, "vi").iter().map(|token| if exact { token.exact } else { token.folded }.to_owned()).collect()
        };
        for exact in [false, true] {
            let once = words(&text, exact);
            prop_assert_eq!(words(&once.join(" "), exact), once);
        }
    }
}
