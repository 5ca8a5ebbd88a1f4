//! Folding: text without case, tones and marks, for addresses, anchors and comparisons.
//!
//! In: text in either Unicode form. Out: words of `[a-z0-9]`, joined by a space ([`fold`]) or a
//! hyphen ([`slug`]). Folding is many-to-one (đường, đương and dương are all `duong`), so a slug
//! is never a key; [`Slugs`] keeps the anchors of one page apart. Searching is *not* done here.

use std::collections::HashMap;

use icu_normalizer::properties::{CanonicalDecomposition, CanonicalDecompositionBorrowed, Decomposed};

const DECOMPOSE: CanonicalDecompositionBorrowed<'static> = CanonicalDecomposition::new();

/// Lower-case ASCII words separated by single spaces: `"Đồng Văn"` gives `"dong van"`.
///
/// Apostrophes vanish (`H'Mông` gives `hmong`); every other character that is not a Latin
/// letter or digit separates words. Scripts other than Latin leave nothing.
#[must_use]
pub fn fold(text: &str) -> String {
    join_words(text, b' ')
}

/// The folded words joined by hyphens, for a URL segment or an anchor; `""` where the text has
/// neither Latin letters nor digits.
#[must_use]
pub fn slug(text: &str) -> String {
    join_words(text, b'-')
}

fn join_words(text: &str, separator: u8) -> String {
    let mut words = Words { out: String::with_capacity(text.len()), separator: separator as char, gap: false };
    for c in text.chars() {
        if c.is_ascii() {
            words.ascii(c);
        } else {
            words.other(c);
        }
    }
    words.out
}

struct Words {
    out: String,
    separator: char,
    gap: bool,
}

impl Words {
    #[inline]
    fn ascii(&mut self, c: char) {
        if c.is_ascii_alphanumeric() {
            self.letter(c.to_ascii_lowercase());
        } else if c != '\'' {
            self.gap = true;
        }
    }

    #[inline]
    fn letter(&mut self, c: char) {
        if self.gap && !self.out.is_empty() {
            self.out.push(self.separator);
        }
        self.gap = false;
        self.out.push(c);
    }

    fn other(&mut self, c: char) {
        match fold_char(c) {
            Folded::Letter(base) => self.letter(base),
            Folded::Letters(pair) => pair.chars().for_each(|base| self.letter(base)),
            Folded::Nothing => {}
            Folded::Separator => self.gap = true,
        }
    }
}

/// What one non-ASCII character becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Folded {
    Letter(char),
    Letters(&'static str),
    Nothing,
    Separator,
}

/// Folds one character that is not ASCII.
pub(super) fn fold_char(c: char) -> Folded {
    match c {
        'đ' | 'Đ' | 'ð' | 'Ð' | 'Ɖ' | 'ɖ' => Folded::Letter('d'),
        'ß' | 'ẞ' => Folded::Letters("ss"),
        'æ' | 'Æ' => Folded::Letters("ae"),
        'œ' | 'Œ' => Folded::Letters("oe"),
        'þ' | 'Þ' => Folded::Letters("th"),
        'ø' | 'Ø' => Folded::Letter('o'),
        'ł' | 'Ł' => Folded::Letter('l'),
        'ı' => Folded::Letter('i'),
        '\u{300}'..='\u{36F}' | '’' | '‘' | 'ʼ' | '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{FEFF}' => Folded::Nothing,
        _ => match DECOMPOSE.decompose(c) {
            Decomposed::Expansion(base, _) | Decomposed::Singleton(base) => fold_base(base),
            Decomposed::Default => Folded::Separator,
        },
    }
}

/// Folds what is left of a precomposed letter when a mark is taken off: `ệ` comes to `e`, `ǣ` to `ae`.
fn fold_base(base: char) -> Folded {
    match base {
        _ if base.is_ascii_alphanumeric() => Folded::Letter(base.to_ascii_lowercase()),
        _ if base.is_ascii() => Folded::Separator,
        _ => fold_char(base),
    }
}

/// The names already given out on one page, so that each anchor is unique there.
#[derive(Debug, Clone, Default)]
pub struct Slugs {
    /// Each name given out, with the number to try next when it is wanted again.
    next: HashMap<String, u32>,
}

impl Slugs {
    /// A page without anchors.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The wanted name, or that name with the lowest free number from 2 on: `lich-su`,
    /// `lich-su-2`, ... A literal `lich-su-2` that comes later gets a number of its own.
    /// An empty name (a heading in another script) counts as `section`.
    pub fn unique(&mut self, wanted: &str) -> String {
        let wanted = if wanted.is_empty() { "section" } else { wanted };
        let Some(&first) = self.next.get(wanted) else {
            self.next.insert(wanted.to_owned(), 2);
            return wanted.to_owned();
        };
        let mut number = first;
        let mut name = format!("{wanted}-{number}");
        while self.next.contains_key(&name) {
            number += 1;
            name = format!("{wanted}-{number}");
        }
        self.next.insert(wanted.to_owned(), number + 1);
        self.next.insert(name.clone(), 2);
        name
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::{Slugs, fold, slug};

    #[test]
    fn folds_tones_and_d_stroke_in_either_unicode_form() {
        assert_eq!(fold("Đồng Văn"), "dong van");
        assert_eq!(fold("Đo\u{302}\u{300}ng Va\u{306}n"), "dong van");
    }

    #[test]
    fn folds_every_vietnamese_letter() {
        let letters = "àáảãạăằắẳẵặâầấẩẫậ èéẻẽẹêềếểễệ ìíỉĩị òóỏõọôồốổỗộơờớởỡợ ùúủũụưừứửữự ỳýỷỹỵ đ";
        let folded = "aaaaaaaaaaaaaaaaa eeeeeeeeeee iiiii ooooooooooooooooo uuuuuuuuuuu yyyyy d";
        assert_eq!(fold(letters), folded);
        assert_eq!(fold(&letters.to_uppercase()), folded);
    }

    #[test]
    fn marks_come_off_letters_that_fold_to_two() {
        assert_eq!(fold("Ǣ ǽ Ǿ ǿ"), "ae ae o o");
        assert_eq!(fold("Æ\u{304} æ\u{301} Ø\u{301} ø\u{301}"), "ae ae o o");
    }

    #[test]
    fn every_character_folds_alike_in_both_unicode_forms() {
        let decompose = icu_normalizer::DecomposingNormalizerBorrowed::new_nfd();
        for c in (0..=0x2_FFFF_u32).filter_map(char::from_u32) {
            let text = c.to_string();
            assert_eq!(fold(&decompose.normalize(&text)), fold(&crate::text::nfc(&text)), "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn slugs_of_the_domain_notes() {
        let cases = [
            ("Điện Biên Phủ", "dien-bien-phu"),
            ("Lễ hội Hoa Ban 2026", "le-hoi-hoa-ban-2026"),
            ("18/2018/QĐ-UBND", "18-2018-qd-ubnd"),
            ("H'Mông", "hmong"),
            ("H’Mông", "hmong"),
            ("A Pa Chải", "a-pa-chai"),
            ("Đồi A1", "doi-a1"),
            ("  Ông -- Tạ Quốc Luật! ", "ong-ta-quoc-luat"),
        ];
        for (text, expected) in cases {
            assert_eq!(slug(text), expected);
        }
    }

    #[test]
    fn lookalikes_of_d_stroke_fold_to_d() {
        assert_eq!(slug("\u{D0}iện \u{189}iện \u{F0}ồi"), "dien-dien-doi");
    }

    #[test]
    fn other_scripts_leave_nothing() {
        assert_eq!(slug("老挝"), "");
        assert_eq!(slug("…"), "");
        assert_eq!(slug("Straße Œuvre"), "strasse-oeuvre");
    }

    #[test]
    fn anchors_never_collide() {
        let mut slugs = Slugs::new();
        let given: Vec<_> =
            ["lich-su", "lich-su", "lich-su", "lich-su-2", "lich-su-2", "", ""].map(|wanted| slugs.unique(wanted)).to_vec();
        assert_eq!(given[..3], ["lich-su", "lich-su-2", "lich-su-3"]);
        assert_eq!(given[5..], ["section", "section-2"]);
        assert_eq!(given.iter().collect::<HashSet<_>>().len(), given.len());
    }

    #[test]
    fn a_literal_number_that_came_first_is_skipped() {
        let mut slugs = Slugs::new();
        assert_eq!(["a-2", "a", "a"].map(|wanted| slugs.unique(wanted)), ["a-2", "a", "a-3"]);
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,40}") {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
            prop_assert_eq!(slug(&slug(&text)), slug(&text));
            prop_assert_eq!(slug(&fold(&text)), slug(&text));
        }

        #[test]
        fn both_unicode_forms_fold_alike(text in "[a-zàáạảãêếệơớưứđĐ '-]{0,40}") {
            let nfd = icu_normalizer::DecomposingNormalizerBorrowed::new_nfd().normalize(&text).into_owned();
            prop_assert_eq!(fold(&nfd), fold(&text));
        }

        #[test]
        fn anchors_of_any_page_are_unique(wanted in prop::collection::vec("[ab](-[123])?(-2)?", 0..30)) {
            let mut slugs = Slugs::new();
            let given: HashSet<_> = wanted.iter().map(|name| slugs.unique(name)).collect();
            prop_assert_eq!(given.len(), wanted.len());
        }
    }
}
