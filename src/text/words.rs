//! Words as ranges of bytes, shared by the language checks of this layer.
//!
//! A word is a run of letters, combining marks and inner apostrophes; in Vietnamese that is a
//! syllable. Digits are no part of a word.

use std::ops::Range;

/// One word and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    pub(super) at: Range<usize>,
}

/// The words of a text, in order.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = text.get(from..)?;
        let start = from + rest.find(is_letter)?;
        let end = start + text[start..].find(|c| !is_inner(c)).unwrap_or(text.len() - start);
        let word = text[start..end].trim_end_matches(['\'', '’']);
        from = end;
        Some(Word { text: word, at: start..start + word.len() })
    })
}

pub(super) fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&c)
}

pub(super) fn is_letter(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() } else { c.is_alphabetic() || is_mark(c) }
}

fn is_inner(c: char) -> bool {
    is_letter(c) || c == '\'' || c == '’'
}

/// Whether a letter is one of those the Vietnamese alphabet uses beyond ASCII, or a mark that
/// makes one: ă â đ ê ô ơ ư and every vowel with a tone, in either case.
pub(super) fn is_vietnamese_mark(c: char) -> bool {
    matches!(c,
        'à'..='ã' | 'è'..='ê' | 'ì' | 'í' | 'ò'..='õ' | 'ù' | 'ú' | 'ý'
        | 'À'..='Ã' | 'È'..='Ê' | 'Ì' | 'Í' | 'Ò'..='Õ' | 'Ù' | 'Ú' | 'Ý'
        | 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' | 'Ư' | 'ư'
        | '\u{1EA0}'..='\u{1EF9}'
        | '\u{300}'..='\u{303}' | '\u{306}' | '\u{309}' | '\u{31B}' | '\u{323}')
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_keep_inner_apostrophes_and_marks() {
        let found: Vec<_> = words("‘H'Mông’ 2026: Hà No\u{323}\u{302}i, the boys' 7km").map(|w| w.text).collect();
        assert_eq!(found, ["H'Mông", "Hà", "No\u{323}\u{302}i", "the", "boys", "km"]);
    }
}
