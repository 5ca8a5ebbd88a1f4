//! Alphabetical order of titles and names, and the letter they stand under on A-Z pages.
//!
//! In: a language and titles. Out: byte keys that compare in that language's order. Titles are
//! compared word by word: the first word's tone decides before the second word is looked at, as
//! Vietnamese dictionaries do (Hà Giang, Hà Nội, Hạ Long). Letters and tones follow CLDR: the
//! alphabet of 29 and level, huyền, hỏi, ngã, sắc, nặng. Numbers compare by value.
//! Which part of a name leads (given or family name) is the caller's decision.

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::Locale;
use icu_normalizer::properties::{CanonicalDecomposition, CanonicalDecompositionBorrowed, Decomposed};

use super::fold::{Folded, fold_char};
use super::words::is_mark;

const DECOMPOSE: CanonicalDecompositionBorrowed<'static> = CanonicalDecomposition::new();

/// Stands between the keys of two words; lower than every byte of a key.
const WORD_END: u8 = 0;

/// One language's order. Cheap to make, meant to be kept for a build; holds no state.
#[derive(Debug)]
pub struct Collation {
    /// Compiled in, so it is never absent; without it words compare by code point.
    collator: Option<CollatorBorrowed<'static>>,
    vietnamese: bool,
}

impl Collation {
    /// The order of a language given by its tag (`vi`, `en`, `lo`, `zh-Hans`).
    ///
    /// Vietnamese heeds tones. Every other language compares base letters only, with its own
    /// CLDR alphabet, and takes đ for d. An unknown language uses the CLDR root order.
    #[must_use]
    pub fn for_language(language: &str) -> Self {
        let vietnamese = language == "vi" || language.starts_with("vi-");
        let mut options = CollatorOptions::default();
        options.strength = Some(if vietnamese { Strength::Secondary } else { Strength::Primary });
        let mut preferences = CollatorPreferences::from(language.parse().unwrap_or(Locale::UNKNOWN));
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        let collator = CollatorBorrowed::try_new(preferences, options)
            .or_else(|_| CollatorBorrowed::try_new(CollatorPreferences::default(), options))
            .ok();
        Self { collator, vietnamese }
    }

    /// A key whose byte order is the order of the titles.
    ///
    /// Equal only for equal text: titles that differ in case or punctuation alone compare by
    /// code point. Keys of different languages, or of different builds of this program, must
    /// not be mixed.
    #[must_use]
    pub fn sort_key(&self, title: &str) -> Vec<u8> {
        let mut key = Vec::with_capacity(title.len() * 2 + 16);
        let mut word = String::new();
        for c in title.chars() {
            match self.spelling(c) {
                Spelling::Letter(letter) => word.push(letter),
                Spelling::Nothing => {}
                Spelling::Gap => self.end_word(&mut word, &mut key),
            }
        }
        self.end_word(&mut word, &mut key);
        key.push(WORD_END);
        key.extend_from_slice(title.as_bytes());
        key
    }

    fn end_word(&self, word: &mut String, key: &mut Vec<u8>) {
        if word.is_empty() {
            return;
        }
        match &self.collator {
            Some(collator) => _ = collator.write_sort_key_to(word, key),
            None => key.extend_from_slice(word.as_bytes()),
        }
        key.push(WORD_END);
        word.clear();
    }

    fn spelling(&self, c: char) -> Spelling {
        match c {
            '\'' | '’' | 'ʼ' => Spelling::Nothing,
            'Ð' | 'Ɖ' | 'đ' | 'Đ' if !self.vietnamese => Spelling::Letter('d'),
            'Ð' | 'Ɖ' => Spelling::Letter('đ'),
            _ if c.is_alphanumeric() || is_mark(c) => Spelling::Letter(c),
            _ => Spelling::Gap,
        }
    }

    /// The heading a title stands under on an A-Z page.
    ///
    /// Vietnamese: one of A Ă Â B C D Đ E Ê ... or F J W Z. Other languages: the letter without
    /// marks. `#` for titles that begin with a digit or with another script, or have no letters.
    #[must_use]
    pub fn index_letter(&self, title: &str) -> String {
        let mut rest = title.chars().skip_while(|c| !c.is_alphanumeric());
        let Some(first) = rest.next() else {
            return "#".to_owned();
        };
        let own = if self.vietnamese { vietnamese_letter(first, rest.take_while(|c| is_mark(*c))) } else { None };
        own.or_else(|| latin_letter(first)).unwrap_or('#').to_string()
    }
}

enum Spelling {
    Letter(char),
    Nothing,
    Gap,
}

/// Ă, Â, Đ, Ê, Ô, Ơ or Ư, where the letter with its marks is one of these.
fn vietnamese_letter(first: char, marks: impl Iterator<Item = char>) -> Option<char> {
    let mut letter = first;
    let mut own = Vec::with_capacity(4);
    loop {
        match DECOMPOSE.decompose(letter) {
            Decomposed::Expansion(base, mark) => (letter, ()) = (base, own.push(mark)),
            Decomposed::Singleton(base) => letter = base,
            Decomposed::Default => break,
        }
    }
    if let 'đ' | 'Đ' | 'Ð' | 'Ɖ' = letter {
        return Some('Đ');
    }
    own.into_iter().chain(marks).find_map(|mark| match (letter.to_ascii_uppercase(), mark) {
        ('A', '\u{306}') => Some('Ă'),
        ('A', '\u{302}') => Some('Â'),
        ('E', '\u{302}') => Some('Ê'),
        ('O', '\u{302}') => Some('Ô'),
        ('O', '\u{31B}') => Some('Ơ'),
        ('U', '\u{31B}') => Some('Ư'),
        _ => None,
    })
}

fn latin_letter(first: char) -> Option<char> {
    let base = if first.is_ascii() {
        first
    } else {
        match fold_char(first) {
            Folded::Letter(base) => base,
            Folded::Letters(pair) => pair.chars().next()?,
            Folded::Nothing | Folded::Separator => return None,
        }
    };
    base.is_ascii_alphabetic().then(|| base.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use icu_normalizer::DecomposingNormalizerBorrowed;
    use proptest::prelude::*;

    use super::Collation;

    fn sorted<'a>(language: &str, titles: &[&'a str]) -> Vec<&'a str> {
        let order = Collation::for_language(language);
        let mut titles: Vec<_> = titles.iter().rev().copied().collect();
        titles.sort_by_cached_key(|title| order.sort_key(title));
        titles
    }

    fn nfd(text: &str) -> String {
        DecomposingNormalizerBorrowed::new_nfd().normalize(text).into_owned()
    }

    #[test]
    fn the_first_syllables_tone_decides_before_the_second_syllable() {
        let expected = ["Hà Giang", "Hà Nội", "Hạ Long"];
        assert_eq!(sorted("vi", &expected), expected);
        let decomposed = expected.map(nfd);
        assert_eq!(sorted("vi", &decomposed.each_ref().map(String::as_str)), decomposed);
    }

    #[test]
    fn letters_and_tones_follow_cldr() {
        let expected = [
            "Da Lat",
            "Diên Khánh",
            "Đà Nẵng",
            "Đắk Lắk",
            "Điện Biên",
            "Hà Giang",
            "Hà Nội",
            "Hạ Long",
            "ma",
            "mà",
            "mả",
            "mã",
            "má",
            "mạ",
            "Oanh",
            "Ông",
            "Ơn",
            "Xuân",
            "Zung",
        ];
        assert_eq!(sorted("vi", &expected), expected);
    }

    #[test]
    fn marked_letters_are_letters_of_their_own() {
        let expected = ["An", "Ăn", "Ân", "Cam", "Dù", "Đa", "Eo", "Ếch", "Oi", "Ô", "Ơ", "Ung", "Ưng", "Xa", "Yên"];
        assert_eq!(sorted("vi", &expected), expected);
    }

    #[test]
    fn a_shorter_title_comes_first_and_case_does_not_decide() {
        let expected = ["Hà", "Hà Giang", "hà nội", "Hà Nội mới", "Hả"];
        assert_eq!(sorted("vi", &expected), expected);
    }

    #[test]
    fn numbers_compare_by_value_and_come_before_letters() {
        let expected = ["9 tháng", "10 năm", "Đồi A1", "Đồi A2", "Đồi A10", "Đồi B"];
        assert_eq!(sorted("vi", &expected), expected);
    }

    #[test]
    fn english_takes_vietnamese_letters_for_their_base_letters() {
        let expected = [
            "A1 Hill",
            "Da Lat",
            "Đà Nẵng",
            "Điện Biên Phủ",
            "Dien Khanh",
            "Hạ Long",
            "Hà Nội",
            "“Hoa Ban” Festival",
            "Oanh",
            "Ông",
            "Zung",
        ];
        assert_eq!(sorted("en", &expected), expected);
    }

    #[test]
    fn both_lookalikes_of_d_stroke_sort_as_it() {
        let expected = ["Diên", "Đi", "\u{D0}iện", "Eo"];
        assert_eq!(sorted("vi", &expected), expected);
    }

    #[test]
    fn index_letters_of_vietnamese_keep_the_alphabet() {
        let order = Collation::for_language("vi");
        for (titles, letter) in [
            ("An à Ả ạ", "A"),
            ("Ăn ặ Ằ", "Ă"),
            ("ấm Ậ", "Â"),
            ("Đồi đ \u{D0}ồi", "Đ"),
            ("ế Ệ", "Ê"),
            ("Ộ ồ", "Ô"),
            ("Ợ ơn", "Ơ"),
            ("Ứng ự", "Ư"),
            ("Zung", "Z"),
            ("2026 …", "#"),
            ("老挝", "#"),
            ("Ý Ỵ", "Y"),
            ("“Xòe”", "X"),
        ] {
            for title in titles.split(' ') {
                assert_eq!(order.index_letter(title), letter, "{title}");
                assert_eq!(order.index_letter(&nfd(title)), letter, "{title} in NFD");
            }
        }
        assert_eq!(order.index_letter(""), "#");
    }

    #[test]
    fn index_letters_of_english_are_folded() {
        let order = Collation::for_language("en");
        for (title, letter) in [("Điện Biên", "D"), ("Ông", "O"), ("œuvre", "O"), ("18/2018", "#"), ("'H’Mông", "H")]
        {
            assert_eq!(order.index_letter(title), letter);
        }
    }

    #[test]
    fn an_unknown_language_still_has_an_order() {
        assert_eq!(sorted("x!", &["b", "a"]), ["a", "b"]);
    }

    proptest! {
        #[test]
        fn keys_differ_exactly_where_titles_do(a in "[aàâđ \u{302}'A1]{0,5}", b in "[aàâđ \u{302}'A1]{0,5}") {
            let order = Collation::for_language("vi");
            prop_assert_eq!(order.sort_key(&a) == order.sort_key(&b), a == b);
        }
    }
}
