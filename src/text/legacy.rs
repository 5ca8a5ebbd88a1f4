//! Text pasted from documents set in TCVN3 (`.VnTime`) or VNI fonts: `§iÖn Biªn`, `Ñieän Bieân`.
//!
//! In: text. Out: where it stands and which encoding it looks like. Converting is *not* done: an
//! editor should look at it. Two separate signs are asked for, so that a lone foreign name
//! (Citroën, Ångström) is never reported.

use std::ops::Range;

use super::words::is_letter;

/// Where two words with the signs of a legacy encoding stand, at most this far apart in bytes.
const NEAR: usize = 80;

/// The longest syllable, "nghiêng", with two marks set beside its letters.
const LONGEST_SYLLABLE: usize = 9;

/// The first passage that looks like TCVN3 or VNI text, from its first to its last such word
/// nearby, and `"TCVN3"` or `"VNI"`.
#[must_use]
pub fn legacy_encoding(text: &str) -> Option<(Range<usize>, &'static str)> {
    if !text.bytes().any(|byte| matches!(byte, 0xC2 | 0xC3)) {
        return None;
    }
    passage(text, tcvn3_signs).map(|at| (at, "TCVN3")).or_else(|| passage(text, vni_signs).map(|at| (at, "VNI")))
}

fn passage(text: &str, signs: fn(&[char]) -> usize) -> Option<Range<usize>> {
    let mut open: Option<(Range<usize>, usize)> = None;
    for (start, token) in tokens(text) {
        let count = if is_latin_1(token) { signs(&token.chars().collect::<Vec<_>>()) } else { 0 };
        if count == 0 {
            continue;
        }
        let end = start + token.len();
        open = match open {
            Some((range, before)) if start - range.end <= NEAR => Some((range.start..end, before + count)),
            Some((range, before)) if before >= 2 => return Some(range),
            _ => Some((start..end, count)),
        };
    }
    open.filter(|(_, count)| *count >= 2).map(|(range, _)| range)
}

fn tokens(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(char::is_whitespace).map(move |token| {
        let trimmed = token.trim_matches(|c: char| c.is_ascii_punctuation());
        let start = trimmed.as_ptr() as usize - text.as_ptr() as usize;
        (start, trimmed)
    })
}

/// Whether a token has a character of U+0080-00FF and none above, as legacy text does.
fn is_latin_1(token: &str) -> bool {
    let (some, more) = token.bytes().fold((false, false), |(some, more), byte| (some || byte >= 0x80, more || byte >= 0xC4));
    some && !more
}

/// TCVN3 has its lower-case letters on symbols and on Latin-1 capitals: a symbol between or
/// after letters, or a marked capital after a small letter, is a sign.
fn tcvn3_signs(letters: &[char]) -> usize {
    let pairs = letters.windows(2).filter(|pair| {
        let capital = matches!(pair[1], 'Æ'..='Ï' | 'Ñ'..='Ö' | 'Ø' | 'Ü' | 'Þ');
        let symbol = matches!(pair[1], '¨' | '©' | 'ª' | '«' | '¬' | '®' | 'µ' | '¶' | '¸' | '¹' | '»' | '¼' | '½' | '¾');
        pair[0].is_ascii_lowercase() && (capital || symbol)
    });
    let inner = pairs.count();
    let symbol_end = letters.last().is_some_and(|last| !is_letter(*last) && *last != 'µ');
    let lone = inner == 1 && symbol_end && !letters.iter().any(|c| matches!(c, 'À'..='ÿ' | '§'));
    let onset = matches!(*letters, ['§' | '®', second, _, ..] if second.is_ascii_lowercase() || !second.is_ascii());
    usize::from(inner > 0 && !lone) + usize::from(onset)
}

/// VNI writes a letter's marks as a second character: an ASCII vowel followed by one of
/// `ä å ï û ø` or by a circumflex vowel that Vietnamese never has there.
fn vni_signs(letters: &[char]) -> usize {
    if letters.len() > LONGEST_SYLLABLE {
        return 0;
    }
    let lower: Vec<char> = letters.iter().flat_map(|c| c.to_lowercase()).collect();
    let pairs = lower.windows(2).filter(|pair| match pair[0] {
        'a' => matches!(pair[1], 'â' | 'ê' | 'ä' | 'å' | 'û' | 'ø' | 'ù' | 'õ'),
        'e' => matches!(pair[1], 'â' | 'ä' | 'å' | 'û' | 'ø' | 'õ'),
        'o' => matches!(pair[1], 'â' | 'ä' | 'å' | 'ø' | 'õ'),
        'u' => matches!(pair[1], 'û' | 'ø' | 'ù' | 'õ' | 'ï'),
        'ö' => matches!(pair[1], 'ø' | 'ù' | 'û' | 'õ' | 'ï'),
        'ô' => matches!(pair[1], 'ø' | 'ù' | 'û' | 'õ' | 'ï'),
        _ => false,
    });
    let onset = matches!(lower[..], ['ñ', vowel, ..] if matches!(vowel, 'a' | 'e' | 'i' | 'o' | 'u' | 'ö' | 'ô'));
    let inner = usize::from(pairs.count() > 0);
    inner + usize::from(onset && inner > 0)
}

#[cfg(test)]
mod tests {
    use super::legacy_encoding;

    #[test]
    fn tcvn3_is_found_with_its_place() {
        let text = "Về §iÖn Biªn Phñ hôm nay";
        let found = legacy_encoding(text);
        assert_eq!(found.map(|(at, name)| (&text[at], name)), Some(("§iÖn Biªn", "TCVN3")));
        for text in ["Céng hßa x· héi chñ nghÜa ViÖt Nam", "ñy ban nh©n d©n tØnh", "Nguyªn nh©n"] {
            assert_eq!(legacy_encoding(text).map(|found| found.1), Some("TCVN3"), "{text}");
        }
    }

    #[test]
    fn vni_is_found_with_its_place() {
        let text = "Tỉnh Ñieän Bieân.";
        let found = legacy_encoding(text);
        assert_eq!(found.map(|(at, name)| (&text[at], name)), Some(("Ñieän Bieân", "VNI")));
        for text in ["Coäng hoøa xaõ hoäi", "UÛy ban nhaân daân", "ñöôøng phoá"] {
            assert_eq!(legacy_encoding(text).map(|found| found.1), Some("VNI"), "{text}");
        }
    }

    #[test]
    fn good_text_is_never_taken_for_legacy() {
        for text in [
            "Cộng hòa xã hội chủ nghĩa Việt Nam, hoàn toàn, quý, giây, tuần, huân chương",
            "Uỷ ban; toán, khoẻ, hoà, thuỷ, luân, uống, già, giả, đoàn, hoàng, toàn quốc",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA, ỦY BAN NHÂN DÂN TỈNH; TOÀN QUỐC, HOÀN, LUÂN",
            "Citroën and Noël in naïve Haïti; España, señor, mañana; Ångström, Øresund",
            "© VNA 2026, ®, §5 of the Act, 25 µm, Biên¹ and Phủ², ½ cup, 1ª, Intel® Core®",
            "“Hoa Ban” «Điện Biên» – soft\u{AD}ly hy\u{AD}phen\u{AD}ated text\u{AD}s",
            "Müller, Größe, Beängstigend, Façade, coöperate, coöperation, Poäng",
            "TOÀN DÂN ĐOÀN KẾT, Hoàng Công Chất, Tòa án nhân dân, quà, quá, quả",
            "Khẩu hiệu©Báo Điện Biên®Phủ",
            "L'Œuvre, où, août, goût, aïeul, Saül",
        ] {
            assert_eq!(legacy_encoding(text), None, "{text}");
        }
    }

    #[test]
    fn decomposed_vietnamese_is_not_legacy() {
        let text = "Đie\u{323}\u{302}n Bie\u{302}n Phu\u{309}, tha\u{300}nh pho\u{302}\u{301}, hoa\u{300}n toa\u{300}n";
        assert_eq!(legacy_encoding(text), None);
    }
}
