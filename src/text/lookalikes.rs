//! Letters that look right and are not: Ð for Đ, Cyrillic or Greek letters inside Latin words.
//!
//! In: text. Out: where each wrong letter stands and the letter that was meant. A word wholly in
//! another script is left alone, and so is Icelandic. Replacing is *not* done here.

use std::ops::Range;

use super::words::words;

/// The wrong letters of a text in order: where, what was found, what is right.
///
/// U+00D0 Ð, U+00F0 ð and U+0189 Ɖ count where Vietnamese can have Đ: at the start of a word or
/// in an abbreviation in capitals. Cyrillic and Greek letters count in a word that has Latin
/// letters too.
pub fn lookalikes(text: &str) -> impl Iterator<Item = (Range<usize>, char, char)> {
    let all = words(if is_suspicious(text.as_bytes()) { text } else { "" });
    all.filter(|word| !word.text.is_ascii()).flat_map(|word| {
        word.text
            .char_indices()
            .filter_map(|(at, found)| meant(word.text, at, found).map(|right| (at, found, right)))
            .map(|(at, found, right)| {
                let start = word.at.start + at;
                (start..start + found.len_utf8(), found, right)
            })
            .collect::<Vec<_>>()
    })
}

/// Whether the bytes of one of the three letters, or of any Greek or Cyrillic letter, occur.
fn is_suspicious(bytes: &[u8]) -> bool {
    bytes.iter().zip(bytes.iter().skip(1)).fold(false, |found, (&lead, &next)| {
        let eth = (lead == 0xC3) & ((next == 0x90) | (next == 0xB0));
        let african = ((lead == 0xC6) & (next == 0x89)) | ((lead == 0xC9) & (next == 0x96));
        found | eth | african | (lead.wrapping_sub(0xCE) < 7)
    })
}

fn meant(word: &str, at: usize, found: char) -> Option<char> {
    match found {
        'Ð' | 'Ɖ' => (is_d_place(word, at) && !is_icelandic(word)).then_some('Đ'),
        'ð' | 'ɖ' => (is_d_place(word, at) && !is_icelandic(word)).then_some('đ'),
        _ => latin_twin(found).filter(|_| word.chars().any(is_latin)),
    }
}

/// Where Vietnamese can have Đ: first in a word of more letters, or among capitals (UBNÐ).
fn is_d_place(word: &str, at: usize) -> bool {
    let length = word.chars().count();
    let first = at == 0 || word[..at].ends_with(['\'', '’']);
    length > 1 && (first || word.chars().all(char::is_uppercase))
}

fn is_icelandic(word: &str) -> bool {
    word.contains(['þ', 'Þ', 'æ', 'Æ', 'ö', 'Ö'])
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || ('\u{C0}'..='\u{24F}').contains(&c) || ('\u{1E00}'..='\u{1EFF}').contains(&c)
}

/// The Latin letter a Cyrillic or Greek letter cannot be told from in most fonts.
fn latin_twin(c: char) -> Option<char> {
    const TWINS: &[(&str, &str)] = &[
        ("АВЕЅІЈКМНОРСТУХаеіјорсухѕԁԛԝһ", "ABESIJKMHOPCTYXaeijopcyxsdqwh"),
        ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαονικρυ", "ABEZHIKMNOPTYXaovikpu"),
    ];
    TWINS.iter().find_map(|(foreign, latin)| {
        let place = foreign.chars().position(|twin| twin == c)?;
        latin.chars().nth(place)
    })
}

#[cfg(test)]
mod tests {
    use super::lookalikes;

    fn found(text: &str) -> Vec<(String, char)> {
        lookalikes(text)
            .map(|(range, found, right)| {
                assert!(text[range.clone()].starts_with(found));
                (text[range.start..].chars().take(3).collect(), right)
            })
            .collect()
    }

    #[test]
    fn icelandic_and_african_letters_are_told_from_d_stroke() {
        assert_eq!(
            found("\u{D0}iện Biên, \u{189}ồi, \u{F0}ường"),
            [("\u{D0}iệ".into(), 'Đ'), ("\u{189}ồi".into(), 'Đ'), ("\u{F0}ườ".into(), 'đ')]
        );
        assert_eq!(found("18/2018/Q\u{D0}-UBND")[0].1, 'Đ');
        assert_eq!(found("\u{D0}ie\u{323}\u{302}n")[0].1, 'Đ');
    }

    #[test]
    fn letters_of_other_scripts_inside_latin_words_are_found() {
        assert_eq!(found("Hà Nội, H\u{430}noi"), [("\u{430}no".into(), 'a')]);
        assert_eq!(found("\u{41F}\u{440}\u{438}вет \u{412}iên")[0].1, 'B');
        assert_eq!(found("\u{39F}ng \u{3BF}n").iter().map(|f| f.1).collect::<String>(), "Oo");
    }

    #[test]
    fn good_text_in_any_script_is_left_alone() {
        for text in [
            "Đồng Đăng có phố Kỳ Lừa",
            "Điện Biên",
            "Москва и Ханой",
            "Ελλάδα",
            "Sigurður það Þórður",
            "góð",
            "5 kΩ, 3 μm, α và β, Δt",
            "Ð",
            "eð",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn the_tables_of_twins_pair_up() {
        for c in "АВЕЅІЈКМНОРСТУХаеіјорсухѕԁԛԝһΑΒΕΖΗΙΚΜΝΟΡΤΥΧαονικρυ".chars()
        {
            assert!(super::latin_twin(c).is_some(), "{c}");
        }
    }
}
