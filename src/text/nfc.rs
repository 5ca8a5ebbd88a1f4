//! Unicode Normalization Form C (UAX #15), the storage and output form of all text.
//!
//! In: any string. Out: the same string where it is NFC already, else a normalised copy.
//! Nearly all text is NFC, so a scan over bytes settles that first; only what the scan does
//! not know goes to ICU. Telling an editor about a file in NFD is *not* done here.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;

const NFC: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfc();

/// Bytes looked at together; the compiler turns one chunk into a few vector instructions.
const CHUNK: usize = 32;

/// The text in NFC; borrowed where it is NFC already.
#[must_use]
pub fn nfc(text: &str) -> Cow<'_, str> {
    let Some(start) = first_unknown(text) else {
        return Cow::Borrowed(text);
    };
    let (head, tail) = text.split_at(start);
    match NFC.normalize(tail) {
        Cow::Borrowed(_) => Cow::Borrowed(text),
        Cow::Owned(tail) => Cow::Owned([head, &tail].concat()),
    }
}

/// The byte offset of the first character that NFC would change, if there is one.
///
/// For a base letter followed by a combining mark this is the base letter's offset.
#[must_use]
pub fn first_non_nfc(text: &str) -> Option<usize> {
    let start = first_unknown(text)?;
    let tail = &text[start..];
    let (good, rest) = NFC.split_normalized(tail);
    if rest.is_empty() {
        return None;
    }
    let changed = NFC.normalize(rest);
    let same = common_prefix(rest, &changed);
    (same < rest.len()).then(|| start + good.len() + same)
}

/// Where two strings part, at a character boundary of both.
fn common_prefix(left: &str, right: &str) -> usize {
    left.char_indices().zip(right.chars()).find(|((_, l), r)| l != r).map_or(left.len().min(right.len()), |((at, _), _)| at)
}

/// A boundary before which all text is certainly NFC and unaffected by what follows it;
/// `None` when that holds for the whole text.
///
/// Certain are U+0000-02FF, U+1E00-1EFF, U+2002-20BF and U+2180-21BF: `NFC_Quick_Check=Yes` and
/// never a combining mark. One character before the first doubtful chunk is left to ICU too,
/// because a mark at the chunk's start may combine with it.
fn first_unknown(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(window) = bytes.get(at..at + CHUNK + 2) {
        if doubtful(window) {
            return Some(one_char_back(text, at));
        }
        at += CHUNK;
    }
    let mut last = [b' '; CHUNK + 4];
    let rest = &bytes[at..];
    last[..rest.len()].copy_from_slice(rest);
    (doubtful(&last[..=CHUNK + 1]) || doubtful(&last[2..])).then(|| one_char_back(text, at))
}

/// Whether a character starting in all but the last two bytes is not certainly fine.
fn doubtful(window: &[u8]) -> bool {
    let followers = window[1..].iter().zip(&window[2..]);
    window.iter().zip(followers).fold(false, |found, (&a, (&b, &c))| {
        let other = (a >= 0xCC) & (a != 0xE1) & (a != 0xE2);
        let extended = (a == 0xE1) & (b.wrapping_sub(0xB8) > 3);
        let marks = (a == 0xE2) & (b.wrapping_sub(0x80) > 2) & (b != 0x86);
        let quads = (a == 0xE2) & (b == 0x80) & (c < 0x82);
        found | other | extended | marks | quads
    })
}

fn one_char_back(text: &str, at: usize) -> usize {
    let here = text.floor_char_boundary(at);
    text[..here].char_indices().next_back().map_or(0, |(before, _)| before)
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use proptest::prelude::*;

    use super::{NFC, first_non_nfc, nfc};

    #[test]
    fn text_in_nfc_is_not_copied() {
        for text in ["", "plain", "Điện Biên Phủ", "Lễ hội Hoa Ban – “Tết” ₫ … → ©", "老挝 ພາສາ Привет 😀 Ελλάδα"]
        {
            assert!(matches!(nfc(text), Cow::Borrowed(_)), "{text}");
            assert_eq!(first_non_nfc(text), None, "{text}");
        }
    }

    #[test]
    fn decomposed_vietnamese_is_composed() {
        assert_eq!(nfc("Đie\u{323}\u{302}n Bie\u{302}n Phu\u{309}"), "Điện Biên Phủ");
        assert_eq!(nfc("\u{2126}\u{212A}\u{2000}"), "ΩK\u{2002}");
    }

    #[test]
    fn deprecated_tone_marks_become_the_usual_ones() {
        assert_eq!(nfc("a\u{340} a\u{341}"), "à á");
    }

    #[test]
    fn the_offset_is_that_of_the_first_letter_that_changes() {
        assert_eq!(first_non_nfc("Hà No\u{323}\u{302}i"), Some("Hà N".len()));
        assert_eq!(first_non_nfc("e\u{301}"), Some(0));
    }

    #[test]
    fn a_mark_at_any_place_is_found() {
        for before in 0..80 {
            let text = format!("{}e\u{301}{}", "x".repeat(before), "y".repeat(80 - before));
            assert_eq!(first_non_nfc(&text), Some(before));
            assert_eq!(nfc(&text), text.replace("e\u{301}", "é"));
        }
    }

    #[test]
    fn every_character_agrees_with_icu_at_every_place_in_a_chunk() {
        for c in (0..=0x2_FFFF_u32).filter_map(char::from_u32) {
            let text = format!("{:>1$}{c}", "e", c as usize % 40);
            assert_eq!(nfc(&text), NFC.normalize(&text), "U+{:04X}", c as u32);
        }
    }

    proptest! {
        #[test]
        fn agrees_with_icu(text in "[a-zđê\u{300}-\u{330}ệ \u{2000}-\u{2030}\u{1f70}-\u{1f80}]{0,90}") {
            let oracle = NFC.normalize(&text);
            prop_assert_eq!(nfc(&text), oracle.clone());
            prop_assert_eq!(first_non_nfc(&text).is_none(), oracle == text);
        }
    }
}
