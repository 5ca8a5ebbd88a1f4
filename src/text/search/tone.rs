//! Where the tone mark of a syllable stands: one place for every way of typing it.
//!
//! In: a syllable's letters without tone, and the tone. Out: the letter that bears it in the older
//! style (hòa, thủy, quý, giữa, khuỷu), whatever was typed (hoà, tòan, qúy). Whether the letters make
//! up a syllable is the caller's judgement.

use super::letters::is_vowel;

/// The longest syllable has seven letters (nghiêng); nothing longer has a place of its own.
pub(super) const LONGEST: usize = 8;

/// The index of the letter that bears the tone; `None` where there is no vowel.
pub(super) fn tone_place(letters: &[char]) -> Option<usize> {
    let start = nucleus(letters)?;
    let vowels = letters[start..].iter().take_while(|c| is_vowel(**c)).count();
    let run = &letters[start..start + vowels];
    let closed = start + vowels < letters.len();
    let marked = run.iter().rposition(|c| !c.is_ascii());
    let plain = if closed { vowels - 1 } else { vowels.saturating_sub(2) };
    Some(start + marked.unwrap_or(plain))
}

/// The first letter of the rhyme: the u of `qu`, and the i of `gi` before a vowel, belong to the onset.
fn nucleus(letters: &[char]) -> Option<usize> {
    let first = letters.iter().position(|c| is_vowel(*c))?;
    let glide = matches!(letters, ['q', 'u', next, ..] | ['g', 'i', next, ..] if is_vowel(*next));
    Some(first + usize::from(glide))
}

#[cfg(test)]
mod tests {
    use super::tone_place;

    #[test]
    fn the_older_style_is_kept() {
        let cases = "hoa 1, khoe 2, thuy 2, uy 0, hoan 2, toan 2, xoai 2, ngoai 3, qua 2, quy 2, quôc 2, gia 2, giưa 2, gi 1, gin 1, \
                     giêng 2, thuơ 3, khuyu 3, khuya 3, đương 2, điên 2, mia 1, chao 2, nươc 2, khoeo 3, xoong 2, y 0, an 0, \
                     yêu 1, giêt 2, gieo 2";
        for case in cases.split(", ") {
            let (word, place) = case.split_once(' ').unwrap();
            let letters: Vec<char> = word.chars().collect();
            assert_eq!(tone_place(&letters), place.parse().ok(), "{word}");
        }
        assert_eq!(tone_place(&['t', 'r']), None);
    }
}
