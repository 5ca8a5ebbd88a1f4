//! Days and moments as front matter writes them: `2026-03-13`, `2026-03-13T08:00:00`, `2026-03-13 08:00`.

use jiff::civil::{Date, DateTime, Time};

use crate::model::value::Value;

/// What a text that looks like a date is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Written {
    /// A day.
    Date(Date),
    /// A moment; an offset or `Z` after it was left out.
    DateTime(DateTime),
    /// Digits and hyphens of a date that no calendar has: `2026-11-31`.
    Impossible,
    /// Anything else.
    NoDate,
}

impl Written {
    /// The value, for a date that exists.
    pub(super) fn value(self) -> Option<Value> {
        match self {
            Self::Date(date) => Some(Value::Date(date)),
            Self::DateTime(at) => Some(Value::DateTime(at)),
            Self::Impossible | Self::NoDate => None,
        }
    }
}

/// Reads a date from the whole text.
pub(super) fn read(text: &str) -> Written {
    let Some((year, month, day)) = text.get(..10).and_then(ymd) else { return Written::NoDate };
    let rest = &text[10..];
    let time = match rest.as_bytes().first() {
        None => None,
        Some(b'T' | b't' | b' ') => match time(&rest[1..]) {
            Some(time) => Some(time),
            None => return Written::NoDate,
        },
        Some(_) => return Written::NoDate,
    };
    match (Date::new(year, month, day), time) {
        (Ok(date), None) => Written::Date(date),
        (Ok(date), Some(Ok(time))) => Written::DateTime(date.to_datetime(time)),
        _ => Written::Impossible,
    }
}

/// True for a text that starts like a date, right or wrong: four digits, two, two.
pub(super) fn looks_like_date(text: &str) -> bool {
    text.get(..10).is_some_and(|day| ymd(day).is_some())
}

fn ymd(text: &str) -> Option<(i16, i8, i8)> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    Some((number(&text[..4])?, number(&text[5..7])?.try_into().ok()?, number(&text[8..])?.try_into().ok()?))
}

/// `08:00`, `08:00:30`, `08:00:30.5`, with or without `Z` or an offset.
fn time(text: &str) -> Option<Result<Time, jiff::Error>> {
    let text = text.trim_end_matches(['Z', 'z']);
    let text = text.find(['+', '-']).map_or(text, |offset| &text[..offset]).trim_end();
    let text = text.split_once('.').map_or(text, |(whole, _)| whole);
    let mut parts = text.split(':').map(|part| (part.len() == 2).then(|| number(part)).flatten());
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = parts.next().map_or(Some(0), |second| second)?;
    let small = |value: i16| i8::try_from(value).ok();
    parts.next().is_none().then_some(Time::new(small(hour)?, small(minute)?, small(second)?.min(59), 0))
}

fn number(digits: &str) -> Option<i16> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Written, looks_like_date, read};

    #[test]
    fn days_and_moments_are_read() {
        assert_eq!(read("2026-03-13"), Written::Date(date(2026, 3, 13)));
        for text in ["2026-03-13T08:00:00", "2026-03-13 08:00", "2026-03-13T08:00:00Z", "2026-03-13T08:00:00.5+07:00"] {
            assert_eq!(read(text), Written::DateTime(date(2026, 3, 13).at(8, 0, 0, 0)), "{text}");
        }
    }

    #[test]
    fn impossible_days_are_told_from_other_text() {
        for text in ["2026-11-31", "2026-02-29", "2026-13-01", "2026-01-01T25:00"] {
            assert_eq!(read(text), Written::Impossible, "{text}");
        }
        for text in ["", "13/03/2026", "2026-3-13", "2026-03-13x", "2026-03-13T8", "năm 2026-", "2026-ề3-1"] {
            assert_eq!(read(text), Written::NoDate, "{text}");
        }
        assert!(looks_like_date("2026-11-31T08") && !looks_like_date("2026"));
    }
}
