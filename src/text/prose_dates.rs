//! Dates inside running text, to tell an editor about days that do not exist or fall on another
//! weekday than the text says.
//!
//! In: text and its language. Out: [`ProseDate`]s with their places. Only sure dates are found:
//! a day and month without a year needs a word such as "ngày" or "before" or a weekday, and
//! fractions, act numbers and lunar dates are passed over. Reporting is *not* done here.

use std::ops::Range;

use jiff::civil::{Date, Weekday};

use super::date_words::{
    is_date_word, is_lunar_day_word, month_number, number_at, skip_spaces, weekday_after, weekday_before, word_at,
    word_before,
};
use super::fold::fold;
use super::tables::vietnamese;

/// A date as written, which need not exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProseDate {
    /// The bytes of the date with its weekday, where there is one.
    pub range: Range<usize>,
    /// The weekday the text names.
    pub weekday: Option<Weekday>,
    /// 1 to 31.
    pub day: i8,
    /// 1 to 12.
    pub month: i8,
    /// Four digits, where the text names it.
    pub year: Option<i16>,
}

impl ProseDate {
    /// The month's last day, where the date is later than that. Without a year February has 29.
    #[must_use]
    pub fn impossible(&self) -> Option<i8> {
        let last = Date::new(self.year.unwrap_or(2000), self.month, 1).ok()?.days_in_month();
        (self.day > last).then_some(last)
    }

    /// The date's true weekday, where the text names another one.
    #[must_use]
    pub fn weekday_mismatch(&self) -> Option<Weekday> {
        let actual = Date::new(self.year?, self.month, self.day).ok()?.weekday();
        (self.weekday? != actual).then_some(actual)
    }
}

/// The dates of a text in the order they stand. Numbers are read day first, in English also
/// month first where the second number cannot be a month.
#[must_use]
pub fn prose_dates(text: &str, lang: &str) -> Vec<ProseDate> {
    let mut found = Vec::new();
    let mut at = 0;
    let english = !vietnamese(lang);
    while let Some(digit) = text.as_bytes()[at..].iter().position(u8::is_ascii_digit).map(|ahead| at + ahead) {
        match date_at(text, digit, english) {
            Some(date) => {
                at = date.range.end.max(digit + 1);
                found.extend(Some(date).filter(|date| !is_lunar(text, &date.range)));
            }
            None => at = digit + text.as_bytes()[digit..].iter().take_while(|byte| byte.is_ascii_digit()).count(),
        }
    }
    found
}

/// Numbers of a date and the bytes they take, before anything around them is looked at.
struct Numbers {
    range: Range<usize>,
    day: u16,
    month: u16,
    year: Option<u16>,
    /// Whether the form itself shows that it is a date.
    sure: bool,
}

fn date_at(text: &str, digit: usize, english: bool) -> Option<ProseDate> {
    if !stands_free(text, digit) {
        return None;
    }
    let numbers = in_words(text, digit, english).or_else(|| in_digits(text, digit, english))?;
    let (left, word) = word_before(text, numbers.range.start);
    if is_lunar_day_word(&word) {
        return None;
    }
    let dated = is_date_word(&word, english);
    let named = if dated && !english && word == "ngày" { left } else { numbers.range.start };
    let before = weekday_before(text, named, english);
    let after = if before.is_none() { weekday_after(text, numbers.range.end, english) } else { None };
    if !numbers.sure && !dated && before.is_none() && after.is_none() {
        return None;
    }
    let start = before.map_or(numbers.range.start, |(start, _)| start);
    let end = after.map_or(numbers.range.end, |(end, _)| end);
    Some(ProseDate {
        range: start..end,
        weekday: before.or(after).map(|(_, weekday)| weekday),
        day: i8::try_from(numbers.day).ok().filter(|day| (1..=31).contains(day))?,
        month: i8::try_from(numbers.month).ok().filter(|month| (1..=12).contains(month))?,
        year: numbers.year.and_then(|year| i16::try_from(year).ok()),
    })
}

/// Whether a number begins here that is no part of a longer number, code or act number. A
/// hyphen after another day ("13-18/3/2024") is allowed.
fn stands_free(text: &str, digit: usize) -> bool {
    let mut back = text[..digit].chars().rev();
    match back.next() {
        None => true,
        Some('-') => back.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => !c.is_alphanumeric() && !matches!(c, '/' | '.' | ',' | '_' | '+' | '#' | '=' | '&' | '?' | '$'),
    }
}

/// `7 tháng 5 [năm 1954]`, `7[th] [of] May [1954]` and `May 7[, 1954]`.
fn in_words(text: &str, digit: usize, english: bool) -> Option<Numbers> {
    let (day, digits, end) = number_at(text, digit)?;
    if digits > 2 {
        return None;
    }
    if english {
        day_month(text, digit, day, end).or_else(|| month_day(text, digit, day, end))
    } else {
        ngay_thang(text, digit, day, end)
    }
}

fn ngay_thang(text: &str, digit: usize, day: u16, end: usize) -> Option<Numbers> {
    let (next, word) = word_at(text, skip_spaces(text, end)?);
    if word != "tháng" {
        return None;
    }
    let (month, digits, end) = number_at(text, skip_spaces(text, next)?)?;
    if digits > 2 || text[end..].starts_with(char::is_alphanumeric) {
        return None;
    }
    let slash = text[end..].strip_prefix('/').and_then(|_| year_at(text, end + 1));
    let follows = skip_spaces(text, end).map(|at| word_at(text, at));
    let named =
        follows.as_ref().filter(|(_, word)| word == "năm").and_then(|(at, _)| year_at(text, skip_spaces(text, *at)?));
    let year = slash.or(named);
    let duration = year.is_none() && follows.is_some_and(|(_, word)| matches!(word.as_str(), "ngày" | "tuần" | "tuổi"));
    (!duration).then(|| Numbers {
        range: digit..year.map_or(end, |(_, end)| end),
        day,
        month,
        year: year.map(|(year, _)| year),
        sure: true,
    })
}

fn day_month(text: &str, digit: usize, day: u16, end: usize) -> Option<Numbers> {
    let end = past_ordinal(text, end);
    let (mut next, mut word) = word_at(text, skip_spaces(text, end)?);
    if word == "of" {
        (next, word) = word_at(text, skip_spaces(text, next)?);
    }
    let month = month_number(&text[next - word.len()..next])?;
    let year = year_after(text, next);
    Some(Numbers {
        range: digit..year.map_or(next, |(_, end)| end),
        day,
        month,
        year: year.map(|(year, _)| year),
        sure: true,
    })
}

fn month_day(text: &str, digit: usize, day: u16, end: usize) -> Option<Numbers> {
    let (start, word) = word_before(text, digit);
    let month = month_number(text.get(start..start + word.len())?)?;
    let end = past_ordinal(text, end);
    if text[end..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '%' | '/' | ':'))
        || (text[end..].starts_with(['.', ',']) && text[end + 1..].starts_with(|c: char| c.is_ascii_digit()))
    {
        return None;
    }
    let year = year_after(text, end);
    Some(Numbers {
        range: start..year.map_or(end, |(_, end)| end),
        day,
        month,
        year: year.map(|(year, _)| year),
        sure: true,
    })
}

fn past_ordinal(text: &str, end: usize) -> usize {
    let suffix = ["st", "nd", "rd", "th"].iter().any(|suffix| text[end..].starts_with(suffix));
    if suffix { end + 2 } else { end }
}

/// A year after a month's name, an abbreviation's full stop or a comma.
fn year_after(text: &str, end: usize) -> Option<(u16, usize)> {
    let end = end + usize::from(text[end..].starts_with(['.', ',']));
    year_at(text, skip_spaces(text, end)?)
}

fn year_at(text: &str, at: usize) -> Option<(u16, usize)> {
    let (year, digits, end) = number_at(text, at)?;
    let decimals = text[end..].starts_with(['.', ',']) && text[end + 1..].starts_with(|c: char| c.is_ascii_digit());
    (digits == 4 && (1000..3000).contains(&year) && !decimals && !text[end..].starts_with(char::is_alphanumeric))
        .then_some((year, end))
}

/// `7/5/1954`, `7.5.1954`, `7-5-1954`, `1954-05-07` and, with less certainty, `7/5`.
fn in_digits(text: &str, digit: usize, english: bool) -> Option<Numbers> {
    let (first, digits, end) = number_at(text, digit)?;
    let separator = text[end..].chars().next().filter(|c| matches!(c, '/' | '.' | '-'))?;
    let (second, second_digits, end) = number_at(text, end + 1)?;
    let third = text[end..].strip_prefix(separator).and_then(|_| number_at(text, end + 1));
    let end = third.map_or(end, |(_, _, end)| end);
    if second_digits > 2 || goes_on(text, end) {
        return None;
    }
    let range = digit..end;
    match (digits, third) {
        (4, Some((day, 1..=2, _))) if separator == '-' => {
            Some(Numbers { range, day, month: second, year: Some(first), sure: true })
        }
        (1..=2, Some((year, 4, _))) if (1000..3000).contains(&year) => {
            let (day, month) = if english && second > 12 { (second, first) } else { (first, second) };
            Some(Numbers { range, day, month, year: Some(year), sure: true })
        }
        (1..=2, None) if separator == '/' => Some(Numbers { range, day: first, month: second, year: None, sure: false }),
        _ => None,
    }
}

/// Whether a number is followed by more of a code: `/QĐ`, `-UBND`, `.4`, `%`.
fn goes_on(text: &str, end: usize) -> bool {
    let mut ahead = text[end..].chars();
    match ahead.next() {
        Some('/' | '%' | '_' | '=') => true,
        Some('-') => ahead.next().is_some_and(char::is_alphabetic),
        Some('.' | ',') => ahead.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => c.is_alphanumeric(),
        None => false,
    }
}

/// Whether the words close by say that a date is one of the lunar calendar.
fn is_lunar(text: &str, range: &Range<usize>) -> bool {
    let after: String =
        text[range.end..].chars().take(32).take_while(|c| !c.is_ascii_digit() && !matches!(c, '.' | ';' | '\n')).collect();
    let after = fold(&after);
    let near = text[..range.start].char_indices().rev().take(24).last().map_or(range.start, |(at, _)| at);
    let before = fold(text[near..range.start].rsplit(['(', '\n', '.', ';']).next().unwrap_or_default());
    let before = before.trim_end_matches(" ngay");
    let named =
        |text: &str| text.contains("am lich") || text.contains("lich am") || text.split(' ').any(|word| word == "lunar");
    named(&after)
        || ["am lich", "lich am", "lunar", "lunar date", "lunar calendar"].iter().any(|word| before.ends_with(word))
}

#[cfg(test)]
mod tests;
