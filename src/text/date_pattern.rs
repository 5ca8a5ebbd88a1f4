//! `strftime`-like patterns, parsed once and written out fast. The fields are listed in `dates`.
//!
//! In: a pattern and the names of days and months. Out: text. Anything that is no field stays as
//! it is; a wrong pattern is *not* an error here, because it shows on the page.

use std::fmt::Write as _;

use jiff::civil::DateTime;

/// The names of weekdays (seven, Monday first) and months (twelve).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Names {
    pub(super) weekdays: Vec<String>,
    pub(super) weekdays_short: Vec<String>,
    pub(super) months: Vec<String>,
    pub(super) months_short: Vec<String>,
}

/// A parsed pattern. In a range pattern the first field that comes again begins the last day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pattern {
    first: Vec<Piece>,
    last: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Field(Field),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Day(Pad),
    Month(Pad),
    LegalMonth,
    MonthName,
    MonthShort,
    Weekday,
    WeekdayShort,
    Year,
    Hour(Pad),
    Minute,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pad {
    Zero,
    None,
}

impl Pattern {
    pub(super) fn new(text: &str) -> Self {
        let (mut first, mut last) = (Vec::new(), Vec::new());
        let mut rest = text;
        while !rest.is_empty() {
            let (piece, left) = next_piece(rest);
            let repeated = matches!(piece, Piece::Field(_)) && first.contains(&piece);
            if repeated || !last.is_empty() {
                last.push(piece);
            } else {
                first.push(piece);
            }
            rest = left;
        }
        Self { first, last }
    }

    /// The pattern with the two moments filled in; both the same but in a range.
    pub(super) fn format(&self, first: DateTime, last: DateTime, names: &Names) -> String {
        let mut out = String::with_capacity(48);
        let pieces = self.first.iter().map(|piece| (piece, first));
        for (piece, moment) in pieces.chain(self.last.iter().map(|piece| (piece, last))) {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Field(field) => field.write(moment, names, &mut out),
            }
        }
        out
    }
}

/// Cuts one field or the text before the next one; what is no field stays as text.
fn next_piece(text: &str) -> (Piece, &str) {
    const FIELDS: [(&str, Field); 13] = [
        ("%d", Field::Day(Pad::Zero)),
        ("%-d", Field::Day(Pad::None)),
        ("%m", Field::Month(Pad::Zero)),
        ("%-m", Field::Month(Pad::None)),
        ("%Om", Field::LegalMonth),
        ("%B", Field::MonthName),
        ("%b", Field::MonthShort),
        ("%A", Field::Weekday),
        ("%a", Field::WeekdayShort),
        ("%Y", Field::Year),
        ("%H", Field::Hour(Pad::Zero)),
        ("%-H", Field::Hour(Pad::None)),
        ("%M", Field::Minute),
    ];
    if let Some(rest) = text.strip_prefix("%%") {
        return (Piece::Text("%".to_owned()), rest);
    }
    for (code, field) in FIELDS {
        if let Some(rest) = text.strip_prefix(code) {
            return (Piece::Field(field), rest);
        }
    }
    let end = text.char_indices().skip(1).find(|(_, c)| *c == '%').map_or(text.len(), |(at, _)| at);
    (Piece::Text(text[..end].to_owned()), &text[end..])
}

impl Field {
    fn write(self, moment: DateTime, names: &Names, out: &mut String) {
        let month = moment.month();
        let in_year = usize::from(month.unsigned_abs()).saturating_sub(1);
        let in_week = usize::from(moment.weekday().to_monday_zero_offset().unsigned_abs());
        match self {
            Self::Day(pad) => number(moment.day(), pad, out),
            Self::Month(pad) => number(month, pad, out),
            Self::LegalMonth => number(month, if month < 3 { Pad::Zero } else { Pad::None }, out),
            Self::MonthName => out.push_str(&names.months[in_year]),
            Self::MonthShort => out.push_str(&names.months_short[in_year]),
            Self::Weekday => out.push_str(&names.weekdays[in_week]),
            Self::WeekdayShort => out.push_str(&names.weekdays_short[in_week]),
            Self::Year => _ = write!(out, "{}", moment.year()),
            Self::Hour(pad) => number(moment.hour(), pad, out),
            Self::Minute => number(moment.minute(), Pad::Zero, out),
        }
    }
}

/// Writes 0 to 99.
fn number(value: i8, pad: Pad, out: &mut String) {
    let value = value.unsigned_abs();
    if pad == Pad::Zero || value >= 10 {
        out.push(char::from(b'0' + value / 10 % 10));
    }
    out.push(char::from(b'0' + value % 10));
}
