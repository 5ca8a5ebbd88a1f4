//! Words around dates in Vietnamese and English prose: weekdays, months and "ngày".
//!
//! In: text and a byte offset. Out: the word there, compared in NFC and lower case, and what it
//! means. Which combinations make a date is decided in `prose_dates`.

use jiff::civil::Weekday;

use super::nfc::nfc;
use super::words::is_letter;

/// The number at an offset: value, number of digits, end. None above 65,535.
pub(super) fn number_at(text: &str, at: usize) -> Option<(u16, usize, usize)> {
    let digits = text.get(at..)?.bytes().take_while(u8::is_ascii_digit).count();
    let value = text[at..at + digits].parse().ok()?;
    Some((value, digits, at + digits))
}

/// Past the spaces at an offset; `None` where there is no space.
pub(super) fn skip_spaces(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let left = rest.trim_start_matches([' ', '\u{A0}', '\n']);
    (left.len() < rest.len()).then(|| text.len() - left.len())
}

/// The end of the word at an offset, and the word in NFC and lower case.
pub(super) fn word_at(text: &str, at: usize) -> (usize, String) {
    let rest = &text[at..];
    let word = &rest[..rest.find(|c| !is_letter(c)).unwrap_or(rest.len())];
    (at + word.len(), plain(word))
}

/// The start of the word before an offset, with a space between, and the word in NFC and lower
/// case; empty where something else stands there.
pub(super) fn word_before(text: &str, at: usize) -> (usize, String) {
    let head = text[..at].trim_end_matches([' ', '\u{A0}', '\n', '.']);
    if head.len() == at {
        return (at, String::new());
    }
    let start = word_start(head);
    (start, plain(&head[start..]))
}

fn word_start(head: &str) -> usize {
    head.char_indices().rev().take_while(|(_, c)| is_letter(*c)).last().map_or(head.len(), |(at, _)| at)
}

fn plain(word: &str) -> String {
    nfc(word).to_lowercase()
}

/// Words that make `7/5` a date.
pub(super) fn is_date_word(word: &str, english: bool) -> bool {
    if english {
        matches!(word, "before" | "by" | "on" | "until" | "since")
    } else {
        matches!(word, "ngày" | "trước" | "hôm" | "sáng" | "trưa" | "chiều" | "tối" | "đêm")
    }
}

/// Words for the first ten days of a lunar month.
pub(super) fn is_lunar_day_word(word: &str) -> bool {
    matches!(word, "mùng" | "mồng")
}

/// The number of an English month; only with a capital, since "may" and "march" are verbs.
pub(super) fn month_number(word: &str) -> Option<u16> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    if !word.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    let short = lower.len() == 3 || lower == "sept";
    let place = MONTHS.iter().position(|month| *month == lower || (short && month.starts_with(&lower)))?;
    u16::try_from(place + 1).ok()
}

/// The weekday that stands before an offset, and where it starts.
pub(super) fn weekday_before(text: &str, at: usize, english: bool) -> Option<(usize, Weekday)> {
    let head = text[..at].trim_end_matches([' ', '\u{A0}', '\n', ',', '(', '.']);
    let start = head.char_indices().rev().take_while(|(_, c)| is_letter(*c) || c.is_ascii_digit()).last()?.0;
    if english {
        return english_weekday(&head[start..]).map(|weekday| (start, weekday));
    }
    let (thu, first) = word_before(text, start);
    let weekday = vietnamese_weekday(&first, &plain(&head[start..]))?;
    may_be_weekday(text, thu).then_some((thu, weekday))
}

/// The weekday in brackets or after a comma that follows a date, and where it ends.
pub(super) fn weekday_after(text: &str, at: usize, english: bool) -> Option<(usize, Weekday)> {
    let rest = text[at..].trim_start_matches([' ', '\u{A0}']);
    let inner = rest.strip_prefix('(')?;
    let start = text.len() - inner.len();
    let (end, first) = word_at(text, start);
    if english {
        return english_weekday(&text[start..end]).map(|weekday| (end, weekday));
    }
    let next = skip_spaces(text, end)?;
    let last = next + text[next..].find(|c: char| !is_letter(c) && !c.is_ascii_digit()).unwrap_or(text.len() - next);
    let weekday = vietnamese_weekday(&first, &plain(&text[next..last]))?;
    text[last..].starts_with(')').then_some((last, weekday))
}

fn english_weekday(word: &str) -> Option<Weekday> {
    const DAYS: [(&str, Weekday); 7] = [
        ("Monday", Weekday::Monday),
        ("Tuesday", Weekday::Tuesday),
        ("Wednesday", Weekday::Wednesday),
        ("Thursday", Weekday::Thursday),
        ("Friday", Weekday::Friday),
        ("Saturday", Weekday::Saturday),
        ("Sunday", Weekday::Sunday),
    ];
    let short = matches!(word.len(), 3..=5);
    DAYS.iter().find(|(name, _)| *name == word || (short && name.starts_with(word))).map(|(_, weekday)| *weekday)
}

fn vietnamese_weekday(first: &str, second: &str) -> Option<Weekday> {
    Some(match (first, second) {
        ("thứ", "hai" | "2") => Weekday::Monday,
        ("thứ", "ba" | "3") => Weekday::Tuesday,
        ("thứ", "tư" | "4") => Weekday::Wednesday,
        ("thứ", "năm" | "5") => Weekday::Thursday,
        ("thứ", "sáu" | "6") => Weekday::Friday,
        ("thứ", "bảy" | "7") => Weekday::Saturday,
        ("chủ", "nhật") => Weekday::Sunday,
        _ => return None,
    })
}

/// Whether "thứ năm" at an offset is a weekday and not an ordinal ("kỳ họp thứ năm"): it begins
/// a clause or follows a word of time.
fn may_be_weekday(text: &str, at: usize) -> bool {
    let (start, word) = word_before(text, at);
    let begins = start == at || text[..at].trim_end().ends_with('.') || text[start..at].contains('\n');
    begins
        || matches!(
            word.as_str(),
            "" | "sáng" | "trưa" | "chiều" | "tối" | "đêm" | "ngày" | "vào" | "hôm" | "từ" | "đến" | "và" | "nay"
        )
}
