//! The shape of a Vietnamese syllable: onset, and a rhyme of vowels and a final consonant.
//!
//! In: a folded word. Out: whether it could be a Vietnamese syllable without its marks. The rhymes
//! are those of the language as it is written, so most foreign words are refused (`film`, `strong`,
//! `see`), but `hot`, `an` and `me` are accepted: they are tiếng hót, ăn and mẹ. Accepted beyond the standard spelling are what
//! names of places need: p alone (Pá Khoang), k before any vowel (Kon Tum), a final k (Đắk Lắk).
//! Names in other spellings (Krông, Hmông, Pleiku) are refused. Tones are *not* checked here.

/// Whether an ASCII lower-case word has the shape of a Vietnamese syllable.
pub(super) fn is_syllable(folded: &str) -> bool {
    let word = folded.as_bytes();
    let onset = onset(word);
    let rhyme = &folded[onset..];
    match &word[..onset] {
        b"gi" if rhyme.is_empty() => true,
        // "gi" is g + i as well: gìn, giếng.
        b"gi" => is_rhyme(rhyme) || is_rhyme(&folded[1..]),
        b"q" => rhyme.starts_with('u') && rhyme.len() > 1 && is_rhyme(rhyme),
        _ if rhyme.starts_with("oo") => is_long_o(&word[..onset], rhyme),
        _ => is_rhyme(rhyme),
    }
}

/// The length of the consonants that a syllable may begin with; `qu` counts as `q` alone.
fn onset(word: &[u8]) -> usize {
    match word {
        [b'n', b'g', b'h', ..] => 3,
        [b'c' | b'g' | b'k' | b'n' | b'p' | b't', b'h', ..] | [b'n', b'g', ..] | [b't', b'r', ..] | [b'g', b'i', ..] => 2,
        [b'b'..=b'd' | b'g' | b'h' | b'k'..=b'n' | b'p'..=b't' | b'v' | b'x', ..] => 1,
        _ => 0,
    }
}

/// `oong` and `ooc` stand in few words (xoong, Noong Bua, moóc); anywhere else they are ô typed as oo.
fn is_long_o(onset: &[u8], rhyme: &str) -> bool {
    match rhyme {
        "oong" => matches!(onset, [b'b' | b'g' | b'l' | b'n' | b't' | b'x']),
        "ooc" => matches!(onset, [b'm' | b'n' | b's']),
        _ => false,
    }
}

/// Whether vowels and final consonant, without marks, make a rhyme.
fn is_rhyme(rhyme: &str) -> bool {
    let Some((&vowel, rest)) = rhyme.as_bytes().split_first() else { return false };
    match vowel {
        b'a' => matches!(rest, b"" | b"i" | b"k" | b"o" | b"u" | b"y") || is_coda(rest, b"ch"),
        b'e' => matches!(rest, b"" | b"o" | b"u") || is_coda(rest, b"ch"),
        b'i' => matches!(rest, b"" | b"a" | b"u" | b"m" | b"n" | b"p" | b"t" | b"ch" | b"nh") || after_i(rest),
        b'o' => matches!(rest, b"" | b"i") || is_coda(rest, b"c") || after_o(rest),
        b'u' => matches!(rest, b"" | b"i" | b"u") || is_coda(rest, b"c") || after_u(rest),
        b'y' => {
            rest.is_empty() || rest.strip_prefix(b"e").is_some_and(|rest| matches!(rest, b"m" | b"n" | b"ng" | b"t" | b"u"))
        }
        _ => false,
    }
}

/// A final consonant; `ch` and `nh` only where `widest` says so.
fn is_coda(rest: &[u8], widest: &[u8]) -> bool {
    matches!(rest, b"c" | b"m" | b"n" | b"ng" | b"p" | b"t") || (widest == b"ch" && matches!(rest, b"ch" | b"nh"))
}

fn after_i(rest: &[u8]) -> bool {
    rest.strip_prefix(b"e").is_some_and(|rest| rest == b"u" || is_coda(rest, b"c"))
}

fn after_o(rest: &[u8]) -> bool {
    match rest {
        [b'a', rest @ ..] => matches!(rest, b"" | b"i" | b"o" | b"y") || is_coda(rest, b"ch"),
        [b'e', rest @ ..] => matches!(rest, b"" | b"m" | b"n" | b"ng" | b"o" | b"t"),
        _ => false,
    }
}

fn after_u(rest: &[u8]) -> bool {
    match rest {
        [b'a', rest @ ..] => matches!(rest, b"" | b"i" | b"o" | b"u" | b"y") || is_coda(rest, b"ch"),
        [b'e', rest @ ..] => matches!(rest, b"" | b"ch" | b"n" | b"nh" | b"o" | b"t" | b"u"),
        [b'o', rest @ ..] => matches!(rest, b"" | b"i" | b"u") || is_coda(rest, b"c"),
        [b'y', b'e', rest @ ..] => matches!(rest, b"n" | b"t"),
        [b'y', rest @ ..] => matches!(rest, b"" | b"a" | b"ch" | b"n" | b"nh" | b"p" | b"t" | b"u"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_syllable;

    #[test]
    fn vietnamese_syllables_have_the_shape() {
        let words = "dien bien phu muong nghieng quyet giua khuyu oan y ruou xoong gi gin gieng giet qua quynh quoc quay khuya \
                     thuo khoeo ngoeo uyen yeu ech anh ich uoc noong moc mien dak lak kon pa khoang buou tuyp huou nguech";
        for word in words.split(' ') {
            assert!(is_syllable(word), "{word}");
        }
    }

    #[test]
    fn foreign_words_have_not() {
        let words = "strong film well and of from was str see deja tres hill ngd elegant festival resort homestay tour ing \
                     moon book teen krong hmong pleiku q qu qng ngi3 aa ou ea";
        for word in words.split(' ').chain([""]) {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
