//! Whether a word could be a Vietnamese syllable, as far as search needs to know.
//!
//! In: a folded word. Out: whether it is written like onset, vowels and final consonant. Wider than
//! [`syllables`](super::super::syllables), which judges spelling: here a short rule is enough, because it only says where a tone
//! may be moved, what typing could mean and which language's index to ask first. `SHAPE` in `text.js` is the same rule.

/// Whether a folded word has the shape.
pub(super) fn is_syllable(folded: &str) -> bool {
    let word = folded.as_bytes();
    (0..=3).rev().any(|length| word.get(..length).is_some_and(|onset| is_onset(onset, word)) && is_rhyme(&word[length..]))
}

fn is_onset(onset: &[u8], word: &[u8]) -> bool {
    match onset {
        b"" | b"ngh" | b"ng" | b"nh" | b"tr" | b"gi" | [b'c' | b'g' | b'k' | b'p' | b't', b'h'] => true,
        b"q" => word.get(1) == Some(&b'u'),
        [c] => b"bcdghklmnprstvx".contains(c),
        _ => false,
    }
}

/// Vowels that may be followed by a final consonant, or those that end the syllable.
fn is_rhyme(rhyme: &[u8]) -> bool {
    let vowels = rhyme.iter().take_while(|c| b"aeiouy".contains(c)).count();
    let (vowels, coda) = rhyme.split_at(vowels);
    let closed = matches!(coda, b"" | b"c" | b"ch" | b"k" | b"m" | b"n" | b"ng" | b"nh" | b"p" | b"t");
    match vowels {
        b"a" | b"e" | b"oe" | b"i" | b"o" | b"oa" | b"u" | b"ua" | b"ue" | b"uo" | b"uy" | b"uye" | b"ie" | b"y" | b"ye" => {
            closed
        }
        b"ia" | b"ya" | b"uia" | b"uya" | b"oi" | b"uoi" | b"uou" => coda.is_empty(),
        [before @ .., b'i' | b'o' | b'u' | b'y'] => {
            let open = [&b"a"[..], b"oa", b"ua", b"e", b"oe", b"ue", b"u", b"uy", b"i", b"ie", b"ye"];
            coda.is_empty() && open.contains(&before)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_syllable;

    #[test]
    fn what_spelling_allows_has_the_shape() {
        let words = "dien bien phu muong nghieng quyet giua khuyu oan y ruou gi gin gieng giet qua quynh quoc quay khuya thuo khoeo \
                     ngoeo uyen yeu ech anh ich uoc mien dak lak kon pa khoang buou tuyp huou hot an me";
        for word in words.split(' ') {
            assert!(is_syllable(word), "{word}");
        }
    }

    #[test]
    fn most_foreign_words_have_not() {
        for word in
            "festival film strong see museum hotel rain house road temple food queen train coin zoo you qa q km".split(' ')
        {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
