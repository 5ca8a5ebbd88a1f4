//! The shape of a Vietnamese syllable: initial consonants, vowels, final consonants.
//!
//! In: a folded word. Out: whether it could be a Vietnamese syllable without its marks. Loose on
//! purpose (it accepts "mien" and "moc", and some that no word has): tones and spelling are *not*
//! checked here.

const ONSETS: [&str; 28] = [
    "", "b", "c", "ch", "d", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "q", "qu", "r",
    "s", "t", "th", "tr", "v", "x",
];

const CODAS: [&str; 9] = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];

/// Whether an ASCII lower-case word has the shape of a Vietnamese syllable.
pub(super) fn is_syllable(folded: &str) -> bool {
    let vowel = |byte: u8| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let onset = folded.bytes().take_while(|byte| !vowel(*byte)).count();
    let nucleus = folded.bytes().skip(onset).take_while(|byte| vowel(*byte)).count();
    let (head, coda) = folded.split_at(onset + nucleus);
    let onset = &head[..onset];
    let doubled = head.as_bytes().windows(2).any(|pair| pair[0] == pair[1] && pair[0] != b'o');
    (1..=3).contains(&nucleus) && !doubled && ONSETS.contains(&onset) && CODAS.contains(&coda)
}

#[cfg(test)]
mod tests {
    use super::is_syllable;

    #[test]
    fn vietnamese_syllables_have_the_shape() {
        for word in ["dien", "bien", "phu", "muong", "nghieng", "quyet", "giua", "khuyu", "oan", "y", "ruou", "xoong", "gi"]
        {
            assert!(is_syllable(word), "{word}");
        }
    }

    #[test]
    fn foreign_words_have_not() {
        for word in [
            "", "strong", "film", "well", "and", "of", "from", "was", "str", "see", "deja", "tres", "hill", "ngd", "elegant",
        ] {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
