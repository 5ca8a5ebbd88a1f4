//! One table of Latin letters: lower case, base letter and tone of each, made once.
//!
//! Vietnamese text is looked up here instead of being decomposed; what lies outside of the table goes to
//! Unicode's own data. Which characters make up a word is decided here too, alike in `text.js`.

use std::sync::LazyLock;

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

use super::super::fold::{Folded, fold_char};

const NFC: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfc();
const NFD: DecomposingNormalizerBorrowed<'static> = DecomposingNormalizerBorrowed::new_nfd();

/// Level, then huyền, sắc, ngã, hỏi, nặng as combining marks; a tone is an index into this.
pub(super) const TONES: [char; 6] = ['\0', '\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// What is to be known of one letter.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letter {
    /// In lower case; Ð and Ɖ count as đ.
    pub(super) lower: char,
    /// The lower-case letter without its tone (`ệ` gives `ê`).
    pub(super) toneless: char,
    /// The ASCII letter that is left without any mark; 0 where that is none or more than one, and for letters
    /// with two tones or a tone on no Vietnamese vowel (ñ), which Unicode's rules spell.
    pub(super) base: u8,
    /// Index into [`TONES`].
    pub(super) tone: u8,
}

const FIRST: u32 = 0xC0;
const FIRST_END: u32 = 0x250;
const SECOND: u32 = 0x1E00;
const SECOND_END: u32 = 0x1F00;

static LETTERS: LazyLock<Vec<Letter>> = LazyLock::new(|| {
    let points = (FIRST..FIRST_END).chain(SECOND..SECOND_END);
    points.filter_map(char::from_u32).map(describe).collect()
});

/// The table; fetch it once for many look-ups.
pub(super) fn letters() -> &'static [Letter] {
    &LETTERS
}

/// The entry of a letter between U+00C0 and U+024F or U+1E00 and U+1EFF.
#[inline]
pub(super) fn letter(table: &[Letter], c: char) -> Option<Letter> {
    let c = c as u32;
    let at = if c < FIRST_END { c.wrapping_sub(FIRST) } else { c.wrapping_sub(SECOND).wrapping_add(FIRST_END - FIRST) };
    let inside = (FIRST..FIRST_END).contains(&c) || (SECOND..SECOND_END).contains(&c);
    if inside { table.get(at as usize).copied() } else { None }
}

fn describe(c: char) -> Letter {
    let lower = lower_case(c);
    let mut marks = [0_u8; 4];
    let parts: Vec<char> = NFD.normalize(lower.encode_utf8(&mut marks)).chars().collect();
    let tone_of = |c: &char| TONES.iter().skip(1).position(|mark| mark == c).map_or(0, |at| at + 1);
    let tones: Vec<usize> = parts.iter().map(tone_of).filter(|tone| *tone > 0).collect();
    let plain: String = parts.iter().filter(|c| tone_of(c) == 0).collect();
    let plain = NFC.normalize(&plain);
    let (toneless, tone) = match tones.as_slice() {
        [tone] => (plain.chars().next().unwrap_or(lower), u8::try_from(*tone).unwrap_or(0)),
        _ => (lower, 0),
    };
    let simple = tones.is_empty() || is_vowel(toneless);
    let base = match fold_char(lower) {
        Folded::Letter(base) if simple && tones.len() < 2 => u8::try_from(base).unwrap_or(0),
        _ => 0,
    };
    Letter { lower, toneless, base, tone }
}

/// One character in lower case, always one character: `İ` gives `i` here, Σ gives σ at any place.
fn lower_case(c: char) -> char {
    match c {
        'Ð' | 'ð' | 'Ɖ' | 'ɖ' => 'đ',
        'ς' => 'σ',
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// The vowel letters of Vietnamese without tones.
const VOWELS: [char; 12] = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'];

static TONED: LazyLock<[[char; 6]; 12]> = LazyLock::new(|| {
    let mut toned = VOWELS.map(|vowel| [vowel; 6]);
    for letter in LETTERS.iter() {
        if let Some(place) = VOWELS.iter().position(|vowel| *vowel == letter.toneless) {
            toned[place][usize::from(letter.tone)] = letter.lower;
        }
    }
    toned
});

/// A toneless vowel with a tone put on it; any other letter stays as it is.
pub(super) fn with_tone(letter: char, tone: u8) -> char {
    let place = VOWELS.iter().position(|vowel| *vowel == letter);
    place.and_then(|place| TONED[place].get(usize::from(tone)).copied()).unwrap_or(letter)
}

/// Whether a letter is one of Vietnamese's vowels without tone.
pub(super) fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'ă' | 'â' | 'e' | 'ê' | 'i' | 'o' | 'ô' | 'ơ' | 'u' | 'ư' | 'y')
}

/// A Chinese character; each is a word of its own.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}')
}

/// A letter, digit or mark that a word goes on with: alphabetic or numeric in Unicode, combining marks of
/// Latin, and the marks of Thai and Lao that Unicode does not call alphabetic.
pub(super) fn is_word(c: char) -> bool {
    match c {
        '\u{300}'..='\u{36F}' | '\u{E47}'..='\u{E4E}' | '\u{EBA}' | '\u{EC8}'..='\u{ECE}' => true,
        'ʼ' => false,
        _ => c.is_alphanumeric() && !is_han(c),
    }
}

/// What may stand inside of a word and counts for nothing: apostrophes, soft hyphen, zero width.
pub(super) fn is_ignored(c: char) -> bool {
    is_apostrophe(c) || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{FEFF}')
}

pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ')
}

/// Text in lower case without marks, letter by letter; every other character stays.
///
/// Latin letters become ASCII (đ, Ð and ð are d, æ is ae, ß is ss, ² is 2), but ligatures such as ﬁ stay;
/// letters of other
/// scripts lose what marks of U+0300-036F they have. Apostrophes, soft hyphens and zero-width
/// characters vanish. Folding twice is folding once, and NFC and NFD fold alike.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    if text.is_ascii() {
        out.extend(text.chars().filter(|c| *c != '\'').map(|c| c.to_ascii_lowercase()));
    } else {
        fold_slowly(text, &mut out);
    }
    out
}

/// Folds text of any kind; what needs composing again (Hangul, kana) is composed.
pub(super) fn fold_slowly(text: &str, out: &mut String) {
    let start = out.len();
    let lower: String = text.chars().flat_map(char::to_lowercase).collect();
    NFD.normalize(&lower).chars().for_each(|c| fold_into(c, out));
    if !out[start..].is_ascii() {
        let composed = NFC.normalize(&out[start..]).into_owned();
        out.truncate(start);
        out.push_str(&composed);
    }
}

fn fold_into(c: char, out: &mut String) {
    if c.is_ascii() && c != '\'' {
        out.push(c);
        return;
    }
    match (c, fold_char(c)) {
        ('\'', _) | (_, Folded::Nothing) => {}
        ('²', _) => out.push('2'),
        ('³', _) => out.push('3'),
        (_, Folded::Letter(base)) => out.push(base),
        (_, Folded::Letters(pair)) => out.push_str(pair),
        (_, Folded::Separator) => out.push(lower_case(c)),
    }
}

/// Text in lower case and NFC with the letters as they are; Ð and ð count as đ.
pub(super) fn lower_slowly(text: &str, out: &mut String) {
    let kept = text.chars().filter(|c| !is_ignored(*c)).flat_map(char::to_lowercase).map(lower_case);
    out.push_str(&NFC.normalize(&kept.collect::<String>()));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{NFD, fold, is_vowel, letter, letters, lower_slowly, with_tone};

    #[test]
    fn the_table_agrees_with_unicode() {
        for c in (0xC0..0x1F00).filter_map(char::from_u32) {
            let Some(found) = letter(letters(), c) else { continue };
            let mut lower = String::new();
            lower_slowly(&c.to_string(), &mut lower);
            assert!(lower.starts_with(found.lower) || c == 'İ', "{c}");
            if is_vowel(found.toneless) {
                assert_eq!(with_tone(found.toneless, found.tone), found.lower, "{c}");
            }
            if found.base > 0 {
                assert_eq!(fold(&c.to_string()), char::from(found.base).to_string(), "{c}");
            }
        }
    }

    #[test]
    fn folding_any_character_twice_is_folding_it_once() {
        for c in (0..=0x2_FFFF_u32).filter_map(char::from_u32) {
            let once = fold(&c.to_string());
            assert_eq!(fold(&once), once, "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn every_vietnamese_letter_becomes_ascii() {
        let letters = "àáảãạăằắẳẵặâầấẩẫậ èéẻẽẹêềếểễệ ìíỉĩị òóỏõọôồốổỗộơờớởỡợ ùúủũụưừứửữự ỳýỷỹỵ đÐðƉ";
        let folded = "aaaaaaaaaaaaaaaaa eeeeeeeeeee iiiii ooooooooooooooooo uuuuuuuuuuu yyyyy dddd";
        assert_eq!(fold(letters), folded);
        assert_eq!(fold(&letters.to_uppercase()), folded);
        assert_eq!(fold(&NFD.normalize(letters)), folded);
    }

    #[test]
    fn other_letters_are_folded_or_stay() {
        assert_eq!(fold("Straße Œuvre İstanbul 40 km²"), "strasse oeuvre istanbul 40 km2");
        assert_eq!(fold("Москва ΣΑΣ 老挝 한국"), "москва σασ 老挝 한국");
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once_in_either_form(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once.clone());
            prop_assert_eq!(fold(&NFD.normalize(&text)), once);
        }
    }
}
