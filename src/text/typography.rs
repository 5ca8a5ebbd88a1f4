//! Places where a line may not break, and where a long act number may.
//!
//! In: running text. Out: the same text with U+00A0 for some spaces, or offsets for `<wbr>`.
//! Spaces between a number and its unit, in dates and citations, after abbreviated titles and
//! initials are bound. Nothing else changes: quotes, dashes and double spaces are *not* touched.

use std::borrow::Cow;

use super::nfc::nfc;
use super::tables::{is_title, is_unit, vietnamese};
use super::words::is_mark;

/// Spaces looked at together; see [`next_candidate`].
const CHUNK: usize = 32;

/// The text with no-break spaces (U+00A0) where a line may not break; borrowed where there is
/// no such place. Spaces are replaced one for one; doing it twice changes nothing more.
///
/// Vietnamese: "ngày 7", "tháng 5", "năm 1954", "Điều 8", "khoản 3", "điểm a", "9.541 km²",
/// "TP. Điện Biên Phủ". English: "7 May", "1.5 million", "Article 8", "Mr. Nam". Other
/// languages have the English rules.
#[must_use]
pub fn no_break<'a>(text: &'a str, lang: &str) -> Cow<'a, str> {
    let rules = if vietnamese(lang) { binds_vi } else { binds_en };
    let mut out = String::new();
    let mut copied = 0;
    let mut from = 0;
    while let Some(space) = next_candidate(text.as_bytes(), from) {
        from = space + 1;
        if rules(&text[..space], &text[from..]) {
            out.reserve(text.len() - copied + 16);
            out.push_str(&text[copied..space]);
            out.push('\u{A0}');
            copied = from;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[copied..]);
    Cow::Owned(out)
}

/// The next space that one of the rules could bind: beside a digit, after a full stop, before a
/// single letter, a percent sign or the final mark `./.`.
fn next_candidate(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from.max(1);
    while let Some(window) = bytes.get(at - 1..at + CHUNK + 2) {
        if any_candidate(window) {
            break;
        }
        at += CHUNK;
    }
    (at..bytes.len()).find(|&at| {
        let after = |ahead: usize| bytes.get(at + ahead).copied().unwrap_or(b' ');
        candidate(bytes[at - 1], bytes[at], after(1), after(2))
    })
}

fn any_candidate(window: &[u8]) -> bool {
    let followers = window[2..].iter().zip(&window[3..]);
    let spaces = window.iter().zip(&window[1..]).zip(followers);
    spaces.fold(false, |found, ((&before, &space), (&next, &second))| found | candidate(before, space, next, second))
}

#[inline]
fn candidate(before: u8, space: u8, next: u8, second: u8) -> bool {
    let number = (before.wrapping_sub(b'0') < 10) | (next.wrapping_sub(b'0') < 10);
    let single = ((next | 0x20).wrapping_sub(b'a') < 26) & (second < b'0') & (before == b'm');
    let d_stroke = (before == b'm') & (next == 0xC4) & (second == 0x91);
    let end_mark = (next == b'.') & (second == b'/');
    (space == b' ') & (number | single | d_stroke | end_mark | (before == b'.'))
}

fn binds_vi(before: &str, after: &str) -> bool {
    const BEFORE_NUMBER: &[&str] = &[
        "ngày", "tháng", "năm", "quý", "thứ", "khóa", "kỳ", "điều", "khoản", "điểm", "chương", "mục", "phần", "tiết",
        "trang", "hình", "bảng", "biểu", "số", "mùng", "mồng", "đồi", "km", "lớp", "cấp", "hạng",
    ];
    let word = last_word(before);
    if after.starts_with(|c: char| c.is_ascii_digit()) && listed(BEFORE_NUMBER, word) {
        return true;
    }
    (single_letter(after) && listed(&["điểm"], word)) || binds_any(before, after, "vi")
}

fn binds_en(before: &str, after: &str) -> bool {
    const BEFORE_NUMBER: &[&str] = &[
        "article", "chapter", "clause", "figure", "hill", "highway", "page", "part", "point", "route", "section", "table",
        "usd", "vnd", "eur",
    ];
    let word = last_word(before);
    if after.starts_with(|c: char| c.is_ascii_digit())
        && (listed(BEFORE_NUMBER, word) || (is_month(word) && first_word(after).len() <= 2))
    {
        return true;
    }
    let day = before.ends_with(|c: char| c.is_ascii_digit()) && word.len() <= 2;
    (day && is_month(first_word(after))) || binds_any(before, after, "en")
}

/// Numbers with units, abbreviated titles, initials and the final mark of official letters.
fn binds_any(before: &str, after: &str, lang: &str) -> bool {
    if before.ends_with(|c: char| c.is_ascii_digit()) && (is_unit(unit(after), lang) || is_unit(first_word(after), lang)) {
        return true;
    }
    if after.starts_with("./.") {
        return true;
    }
    let named = after.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    before.ends_with('.') && named && (is_title(&nfc(last_token(before)), lang) || is_initial(before))
}

/// Whether the text ends in an initial ("V.", "J. R.") that is not the end of a name ("Nguyễn
/// Văn A."), as told by the word before it.
fn is_initial(before: &str) -> bool {
    let token = last_token(before);
    let single = token.len() <= 3 && token.chars().count() == 2 && token.starts_with(char::is_uppercase);
    let preceding = last_token(before[..before.len() - token.len()].trim_end());
    let name = preceding.starts_with(char::is_uppercase) && !preceding.ends_with(['.', ',', ':', ';']);
    single && !name
}

fn is_month(word: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    MONTHS.contains(&word)
}

/// Whether a word, without regard to case and Unicode form, is in a list of lower-case words.
fn listed(list: &[&str], word: &str) -> bool {
    let word = nfc(word);
    list.iter().any(|entry| word.chars().flat_map(char::to_lowercase).eq(entry.chars()))
}

fn single_letter(after: &str) -> bool {
    let word = first_word(after);
    word == "đ" || (word.len() == 1 && word.starts_with(|c: char| c.is_ascii_lowercase()))
}

fn last_word(text: &str) -> &str {
    let start = text.char_indices().rev().take_while(|(_, c)| is_wordy(*c)).last();
    start.map_or("", |(at, _)| &text[at..])
}

fn first_word(text: &str) -> &str {
    &text[..text.find(|c| !is_wordy(c)).unwrap_or(text.len())]
}

fn is_wordy(c: char) -> bool {
    c.is_alphanumeric() || is_mark(c)
}

/// Up to the next space, without closing punctuation: "km/h", "°C", "p.m.".
fn unit(text: &str) -> &str {
    let token = &text[..text.find(char::is_whitespace).unwrap_or(text.len())];
    let bare = token.trim_end_matches([',', ';', ':', ')', ']', '”', '"', '!', '?', '…']);
    if matches!(bare, "a.m." | "p.m.") { bare } else { bare.trim_end_matches('.') }
}

/// Back to the previous space or opening bracket.
fn last_token(text: &str) -> &str {
    let start = text.rfind(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '“' | '"' | ','));
    start.map_or(text, |at| text[at..].trim_start_matches(|c: char| !c.is_alphanumeric()))
}

/// Byte offsets after each `/` and `-` inside act numbers such as `18/2018/QĐ-UBND`, where a
/// `<wbr>` may go. Dates (`7/5/1954`), fractions and `km/h` have none.
#[must_use]
pub fn break_act_numbers(text: &str) -> Vec<usize> {
    let mut breaks = Vec::new();
    let mut from = 0;
    while let Some(slash) = text[from..].find('/').map(|at| from + at) {
        let start = text[from..slash].rfind(|c| !is_act_char(c)).map_or(from, |at| from + at + char_len(text, from + at));
        let end = text[slash..].find(|c| !is_act_char(c)).map_or(text.len(), |at| slash + at);
        let token = text[start..end].trim_end_matches(['/', '-']);
        if is_act_number(token) {
            let joints = token.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'/' | b'-'));
            breaks.extend(joints.map(|(at, _)| start + at + 1));
        }
        from = end;
    }
    breaks
}

fn is_act_char(c: char) -> bool {
    is_wordy(c) || c == '/' || c == '-'
}

fn char_len(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

/// Number, perhaps a year, then a kind that begins with two capitals.
fn is_act_number(token: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.len() <= 5 && part.bytes().all(|byte| byte.is_ascii_digit());
    let kind = |part: &str| part.chars().take(2).filter(|c| c.is_uppercase()).count() == 2;
    match *token.split('/').collect::<Vec<_>>() {
        [number, last] => digits(number) && kind(last),
        [number, year, last] => digits(number) && year.len() == 4 && digits(year) && kind(last),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use proptest::prelude::*;

    use super::{break_act_numbers, no_break};

    /// The text with `_` for each no-break space.
    fn shown(text: &str, lang: &str) -> String {
        no_break(text, lang).replace('\u{A0}', "_")
    }

    #[test]
    fn vietnamese_dates_citations_and_units_are_bound() {
        for (text, expected) in [
            ("ngày 7 tháng 5 năm 1954", "ngày_7 tháng_5 năm_1954"),
            ("Điểm a khoản 3 Điều 8.", "Điểm_a khoản_3 Điều_8."),
            ("điểm đ, khoản 12", "điểm_đ, khoản_12"),
            ("9.541,25 km² và 1.467,7 tỷ đồng", "9.541,25_km² và 1.467,7_tỷ đồng"),
            ("TP. Điện Biên Phủ; ThS. Lò Văn Ơn", "TP._Điện Biên Phủ; ThS._Lò Văn Ơn"),
            ("38 %, 25 °C, 60 km/h.", "38_%, 25_°C, 60_km/h."),
            ("như trên ./.", "như trên_./."),
            ("PGS.TS. Nguyễn (GS. Trần)", "PGS.TS._Nguyễn (GS._Trần)"),
            ("lúc 8 giờ 30 phút", "lúc 8_giờ 30_phút"),
        ] {
            assert_eq!(shown(text, "vi"), expected);
        }
    }

    #[test]
    fn decomposed_vietnamese_is_bound_too() {
        assert_eq!(shown("nga\u{300}y 7", "vi"), "nga\u{300}y_7");
        assert_eq!(shown("Đie\u{302}\u{300}u 8", "vi"), "Đie\u{302}\u{300}u_8");
    }

    #[test]
    fn english_dates_titles_and_units_are_bound() {
        for (text, expected) in [
            ("on 7 May 1954", "on 7_May 1954"),
            ("May 7, 1954", "May_7, 1954"),
            ("VND 1,467.7 billion", "VND_1,467.7_billion"),
            ("Mr. Nam and Dr. Lan, No. 5", "Mr._Nam and Dr._Lan, No._5"),
            ("Article 8, 5 p.m. on", "Article_8, 5_p.m. on"),
            ("by V. I. Lenin", "by V._I._Lenin"),
        ] {
            assert_eq!(shown(text, "en"), expected);
        }
    }

    #[test]
    fn ordinary_text_is_borrowed() {
        for (text, lang) in [
            ("Có 5 người đi. Năm sau họ về. Ông Nguyễn Văn A. Ông ấy", "vi"),
            ("He saw 5 people. In 1954 they left a city. Group A. The rest", "en"),
            ("điểm này", "vi"),
            ("", "vi"),
            (" 7", "vi"),
        ] {
            assert!(matches!(no_break(text, lang), Cow::Borrowed(_)), "{}", shown(text, lang));
        }
    }

    #[test]
    fn a_place_far_into_a_long_text_is_found() {
        for before in 0..100 {
            let text = format!("{}ngày 7 …", "ạ ".repeat(before));
            assert_eq!(shown(&text, "vi"), text.replace("y 7", "y_7"));
        }
    }

    #[test]
    fn act_numbers_break_after_slash_and_hyphen() {
        let text = "Quyết định 18/2018/QĐ-UBND, 1130/QĐ-TTg";
        let parts: Vec<&str> = break_act_numbers(text).iter().map(|at| &text[..*at]).collect();
        assert_eq!(
            parts,
            [
                "Quyết định 18/",
                "Quyết định 18/2018/",
                "Quyết định 18/2018/QĐ-",
                "Quyết định 18/2018/QĐ-UBND, 1130/",
                "Quyết định 18/2018/QĐ-UBND, 1130/QĐ-",
            ]
        );
    }

    #[test]
    fn dates_fractions_and_speeds_do_not_break() {
        for text in ["7/5/1954", "1/3 diện tích", "60 km/h", "24/7", "vi/en", "18/2018/", "a/b/c/d", "https://a.vn/QĐ-1"]
        {
            assert_eq!(break_act_numbers(text), Vec::<usize>::new(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn only_spaces_change_and_once_is_enough(
            text in "((ngày|điểm|TP\\.|Mr\\.|năm|V\\.|A|May|\\./\\.|km|[a-zđẽ.]{1,4}|[0-9]{1,4}|\u{A0})[ ,]{0,2}){0,20}",
            vi: bool,
        ) {
            let lang = if vi { "vi" } else { "en" };
            let once = no_break(&text, lang).into_owned();
            prop_assert_eq!(once.replace('\u{A0}', " "), text.replace('\u{A0}', " "));
            prop_assert_eq!(no_break(&once, lang), once.clone());
        }

        #[test]
        fn act_breaks_are_after_slashes_and_hyphens(text in "[0-9/QĐ\u{302}\u{323}-]{0,24}") {
            for at in break_act_numbers(&text) {
                prop_assert!(text[..at].ends_with(['/', '-']));
            }
        }
    }
}
