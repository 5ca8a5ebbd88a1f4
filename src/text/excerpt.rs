//! Short beginnings of texts for cards, feeds and descriptions, and reading times.
//!
//! In: plain text (no markup) of one paragraph or more. Out: a beginning of it that ends with a
//! sentence where one ends in time, else between two words with "…". Markup is *not* removed here.

use super::nfc::nfc;
use super::tables::{is_abbreviation, vietnamese};
use super::words::is_mark;

/// The beginning of a text, at most `max_chars` characters (code points) long.
///
/// A text that fits is returned whole (trimmed). A sentence end is used when it keeps at least
/// two fifths of the room; abbreviations ("TP.", "e.g.") end no sentence. Otherwise the last
/// word is dropped and "…" added. Words of scripts that use spaces are never cut.
#[must_use]
pub fn excerpt(text: &str, max_chars: usize, lang: &str) -> String {
    let text = text.trim();
    let Some((limit, _)) = text.char_indices().nth(max_chars) else {
        return text.to_owned();
    };
    let least = max_chars * 2 / 5;
    let head = &text[..limit];
    if let Some(end) = sentence_end(text, limit, lang)
        && head[..end].chars().count() >= least
    {
        return head[..end].to_owned();
    }
    if max_chars == 0 { String::new() } else { cut_at_word(head) }
}

/// The end of the last sentence that is complete within `limit` bytes.
fn sentence_end(text: &str, limit: usize, lang: &str) -> Option<usize> {
    let stops = text[..limit].char_indices().rev().filter(|(_, c)| matches!(c, '.' | '!' | '?' | '…' | '。'));
    stops
        .map(|(at, c)| (at, closed(text, at + c.len_utf8())))
        .find(|(at, end)| *end <= limit && ends(text, *at, *end, lang))
        .map(|(_, end)| end)
}

/// Past closing quotes and brackets.
fn closed(text: &str, at: usize) -> usize {
    at + text[at..].find(|c| !matches!(c, '”' | '’' | '"' | ')' | ']' | '»')).unwrap_or(text.len() - at)
}

fn ends(text: &str, stop: usize, end: usize, lang: &str) -> bool {
    if text[stop..].starts_with('。') {
        return true;
    }
    let after = &text[end..];
    let Some(gap) = after.chars().next() else {
        return true;
    };
    let next = after.trim_start().chars().find(|c| !matches!(c, '“' | '"' | '(' | '‘' | '-' | '–' | '•'));
    if !gap.is_whitespace() || next.is_some_and(char::is_lowercase) {
        return false;
    }
    !text[stop..].starts_with('.') || !is_short(&text[..=stop], lang)
}

/// Whether the text ends in an abbreviation, a single initial or an ordinal ("1.").
fn is_short(text: &str, lang: &str) -> bool {
    let start = text.rfind(|c: char| c.is_whitespace() || matches!(c, '(' | '“' | '"')).map_or(0, |at| at + 1);
    let token = text.get(start..).unwrap_or(text).trim_start_matches(|c: char| !c.is_alphanumeric());
    let token = nfc(token);
    let bare = token.trim_end_matches('.');
    let initial = bare.chars().count() == 1 && bare.starts_with(char::is_uppercase);
    let ordinal = start == 0 && bare.bytes().all(|byte| byte.is_ascii_digit());
    initial || ordinal || is_abbreviation(&token, lang)
}

/// Drops the last, perhaps cut word of `head` and adds "…" in its room.
fn cut_at_word(head: &str) -> String {
    let room = head.char_indices().next_back().map_or(0, |(at, _)| at);
    let whole = head[room..].starts_with(char::is_whitespace);
    let end = if whole { Some(room) } else { head[..room].rfind(char::is_whitespace) };
    let kept = end.map_or("", |end| head[..end].trim_end());
    let kept = if kept.is_empty() { unspaced(&head[..room]) } else { kept };
    let kept = kept.trim_end_matches([',', ';', ':', '–', '-', ' ', '(', '“']);
    format!("{kept}…")
}

/// Scripts without spaces (Lao, Chinese) are cut between characters; a single long Latin word leaves nothing.
fn unspaced(head: &str) -> &str {
    let latin = |c: char| c < '\u{370}' || ('\u{1E00}'..='\u{1EFF}').contains(&c);
    if head.chars().next_back().is_none_or(|c| latin(c) || is_mark(c)) { "" } else { head }
}

/// Minutes to read a text of so many syllables (Vietnamese) or words (other languages), at
/// least 1: 260 syllables or 220 words a minute.
#[must_use]
pub fn reading_minutes(syllables: usize, lang: &str) -> u32 {
    let speed = if vietnamese(lang) { 260 } else { 220 };
    u32::try_from(syllables.div_ceil(speed)).unwrap_or(u32::MAX).max(1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{excerpt, reading_minutes};

    #[test]
    fn a_text_that_fits_stays_whole() {
        assert_eq!(excerpt("  Lễ hội Hoa Ban. ", 20, "vi"), "Lễ hội Hoa Ban.");
        assert_eq!(excerpt("", 20, "vi"), "");
    }

    #[test]
    fn the_end_of_a_sentence_is_preferred() {
        let text = "Hoa ban nở trắng rừng. Tháng ba, cả tỉnh vào hội lớn nhất trong năm.";
        assert_eq!(excerpt(text, 40, "vi"), "Hoa ban nở trắng rừng.");
        assert_eq!(excerpt("“Come!” he said. “Go on to the hill.”", 30, "en"), "“Come!” he said.");
    }

    #[test]
    fn otherwise_it_ends_between_syllables() {
        let text = "Hoa ban nở trắng khắp các cánh rừng Tây Bắc mỗi độ tháng ba về";
        assert_eq!(excerpt(text, 20, "vi"), "Hoa ban nở trắng…");
        assert_eq!(excerpt(text, 17, "vi"), "Hoa ban nở trắng…");
        assert_eq!(excerpt(text, 16, "vi"), "Hoa ban nở…");
    }

    #[test]
    fn decomposed_syllables_are_not_cut() {
        let text = "Hoa ban no\u{309} tra\u{306}\u{301}ng kha\u{306}\u{301}p";
        assert_eq!(excerpt(text, 15, "vi"), "Hoa ban no\u{309}…");
    }

    #[test]
    fn abbreviations_end_no_sentence() {
        for (text, lang, expected) in [
            ("Đoàn tới thăm TP. Điện Biên Phủ và nhiều nơi khác nữa", "vi", "Đoàn tới thăm TP.…"),
            ("Lúa, ngô, khoai, sắn, v.v. Đều trồng trên nương rẫy cao", "vi", "Lúa, ngô, khoai, sắn, v.v.…"),
            ("Visitors may meet Mr. Nam or Dr. Lan at the museum today", "en", "Visitors may meet Mr.…"),
            ("The talk was given by V. Lenin in a hall in the old town", "en", "The talk was given by V.…"),
        ] {
            let room = expected.chars().count() + 2;
            assert_eq!(excerpt(text, room, lang), expected);
        }
    }

    #[test]
    fn numbers_and_addresses_end_no_sentence() {
        assert_eq!(
            excerpt("Diện tích 9.541 km², xem dienbien.gov.vn để biết thêm chi tiết", 45, "vi"),
            "Diện tích 9.541 km², xem dienbien.gov.vn để…"
        );
    }

    #[test]
    fn a_script_without_spaces_is_cut_between_characters() {
        assert_eq!(excerpt("奠边府市位于越南西北部", 5, "zh"), "奠边府市…");
        assert_eq!(excerpt("Nghiêng", 3, "vi"), "…");
        assert_eq!(excerpt("Nghiêng", 0, "vi"), "");
    }

    #[test]
    fn reading_takes_at_least_a_minute() {
        assert_eq!(reading_minutes(0, "vi"), 1);
        assert_eq!(reading_minutes(261, "vi"), 2);
        assert_eq!(reading_minutes(440, "en"), 2);
    }

    proptest! {
        #[test]
        fn it_is_a_prefix_within_the_limit(text in "([a-zạđ\u{301}老]{1,7}[.,!?…]{0,2}[ \n”]{0,2}){0,12}", max in 0_usize..40) {
            let short = excerpt(&text, max, "vi");
            prop_assert!(short.chars().count() <= max);
            let whole = text.trim();
            prop_assert!(whole.starts_with(short.strip_suffix('…').unwrap_or(&short)));
        }

        #[test]
        fn no_latin_word_is_cut(words in prop::collection::vec("[a-zạđ]{1,7}", 1..12), max in 0_usize..40) {
            let short = excerpt(&words.join(" "), max, "vi");
            let kept = short.trim_end_matches('…').split_whitespace();
            prop_assert!(kept.zip(&words).all(|(kept, word)| kept == word));
        }
    }
}
