//! TOML into the model's tree, with every syntax error as a note.
//!
//! Front matter, settings, types and data files all come through here. Errors do not stop the parser, so the tree holds
//! whatever could be read. Moments with an offset keep their local part: the portal has one clock.

use ::toml::de::{DeFloat, DeInteger, DeTable, DeValue};
use ::toml::value::Datetime;
use jiff::civil::{Date, Time};

use super::dates;
use crate::diag::rules::{CONFIG_INVALID, FIELD_INVALID};
use crate::diag::{Found, Note, Rule};
use crate::model::Span;
use crate::model::value::{Entry, Item, Table, Value};

/// The common form of [`table`] for TOML and YAML.
pub(super) type Parse = fn(&str, usize, &'static Rule) -> Found<Table>;

/// Errors reported of one file; what follows is mostly a consequence.
const MOST_ERRORS: usize = 10;
/// Most parts of a dotted key. The parser bounds the nesting of values but not of keys.
const MOST_DOTS: usize = 32;

/// Parses a TOML document that stands at `base` bytes in its file; spans are offsets in the file.
///
/// Syntax errors are notes of `rule`, whose message has the variable `$message`.
#[must_use]
pub fn table(text: &str, base: usize, rule: &'static Rule) -> Found<Table> {
    if let Some(at) = deep_key(text) {
        let note = Note::new(rule, Span::new(base + at, base + at + 1));
        return Found::new(Table::default(), vec![note.arg("message", "key is nested too deeply").help("help")]);
    }
    let (tree, errors) = DeTable::parse_recoverable(text);
    let mut reader = Tree { text, base, notes: Vec::new() };
    for error in errors.iter().take(MOST_ERRORS) {
        let note = reader.error(error, rule);
        reader.notes.push(note);
    }
    let table = reader.table(tree.into_inner());
    Found::new(table, reader.notes)
}

struct Tree<'t> {
    text: &'t str,
    base: usize,
    notes: Vec<Note>,
}

impl Tree<'_> {
    fn error(&self, error: &::toml::de::Error, rule: &'static Rule) -> Note {
        let range = error.span().unwrap_or(0..0);
        let (start, end) = (floor(self.text, range.start), floor(self.text, range.end));
        let span = Span::new(start, end).offset(self.base);
        let value = word_around(self.text, start);
        if dates::looks_like_date(value) {
            return Note::new(&FIELD_INVALID, span).cause("cause-date").arg("value", value).help("help-date");
        }
        let note = Note::new(rule, span).arg("message", error.message());
        if rule.slug == CONFIG_INVALID.slug { note.cause("cause-syntax").help("help-syntax") } else { note.help("help") }
    }

    fn table(&mut self, table: DeTable<'_>) -> Table {
        let mut entries: Vec<Entry> = table
            .into_iter()
            .map(|(key, value)| {
                let key_span = Span::from(key.span()).offset(self.base);
                let span = value.span();
                let value = self.value(value.into_inner(), &span);
                Entry { key: key.into_inner().into_owned(), key_span, item: self.item(value, span) }
            })
            .collect();
        entries.sort_by_key(|entry| entry.key_span);
        Table { entries }
    }

    fn item(&self, value: Value, span: std::ops::Range<usize>) -> Item {
        Item { value, span: Span::from(span).offset(self.base) }
    }

    fn value(&mut self, value: DeValue<'_>, span: &std::ops::Range<usize>) -> Value {
        match value {
            DeValue::String(text) => Value::Text(text.into_owned()),
            DeValue::Boolean(value) => Value::Bool(value),
            DeValue::Integer(number) => integer(&number),
            DeValue::Float(number) => float(&number),
            DeValue::Datetime(at) => self.datetime(&at, span),
            DeValue::Table(table) => Value::Table(self.table(table)),
            DeValue::Array(items) => Value::Array(items.into_iter().map(|item| self.array_item(item)).collect()),
        }
    }

    fn array_item(&mut self, item: ::toml::Spanned<DeValue<'_>>) -> Item {
        let span = item.span();
        let value = self.value(item.into_inner(), &span);
        self.item(value, span)
    }

    /// A time without a day stays text: the model has no such kind.
    fn datetime(&mut self, at: &Datetime, span: &std::ops::Range<usize>) -> Value {
        let written = || Value::Text(self.text.get(span.clone()).unwrap_or_default().to_owned());
        let Some(date) = at.date.and_then(|day| civil_date(&day)) else { return written() };
        let Some(time) = at.time else { return Value::Date(date) };
        let small = |part: u8| i8::try_from(part).unwrap_or(0);
        match Time::new(small(time.hour), small(time.minute), small(time.second.unwrap_or(0)).min(59), 0) {
            Ok(time) => Value::DateTime(date.to_datetime(time)),
            Err(_) => written(),
        }
    }
}

fn civil_date(date: &::toml::value::Date) -> Option<Date> {
    Date::new(i16::try_from(date.year).ok()?, i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?).ok()
}

/// Numbers beyond 64 bits become the nearest other number.
fn integer(number: &DeInteger<'_>) -> Value {
    match i64::from_str_radix(number.as_str(), number.radix()) {
        Ok(number) => Value::Integer(number),
        Err(_) => Value::Float(number.as_str().parse().unwrap_or(f64::INFINITY)),
    }
}

fn float(number: &DeFloat<'_>) -> Value {
    Value::Float(number.as_str().parse().unwrap_or(f64::NAN))
}

/// The characters around an offset that a date may have.
fn word_around(text: &str, at: usize) -> &str {
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | ':' | '.' | '+');
    let before = text[..at].trim_end_matches(part).len();
    let end = text[before..].find(|c| !part(c)).map_or(text.len(), |length| before + length);
    &text[before..end]
}

fn floor(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at.min(text.len()))
}

/// Offset of a key with too many dots; such keys would nest tables deeper than the stack is.
fn deep_key(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    if bytes.iter().filter(|byte| **byte == b'.').count() <= MOST_DOTS {
        return None;
    }
    let (mut at, mut dots) = (0, 0);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'"' | b'\'' => at = after_string(bytes, at),
            b'#' => at = find_newline(bytes, at),
            b'.' => {
                dots += 1;
                at += 1;
            }
            b'=' | b'\n' | b',' | b'[' | b']' | b'{' | b'}' => {
                dots = 0;
                at += 1;
            }
            _ => at += 1,
        }
        if dots > MOST_DOTS {
            return Some(at - 1);
        }
    }
    None
}

fn find_newline(bytes: &[u8], from: usize) -> usize {
    bytes[from..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |length| from + length)
}

/// Offset after a string; a string without an end ends with its line, a multi-line one with the text.
fn after_string(bytes: &[u8], start: usize) -> usize {
    let quote = bytes[start];
    let long = bytes[start..].starts_with(&[quote; 3]);
    let mut at = start + if long { 3 } else { 1 };
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' if quote == b'"' => at += 1,
            b'\n' if !long => return at,
            _ if byte != quote => {}
            _ if !long => return at + 1,
            _ if bytes[at..].starts_with(&[quote; 3]) => return at + 3,
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::table;
    use crate::diag::Found;
    use crate::diag::rules::DATA_INVALID;
    use crate::model::Span;
    use crate::model::value::{Table, Value};

    fn parse(text: &str) -> Found<Table> {
        table(text, 100, &DATA_INVALID)
    }

    fn get<'t>(table: &'t Table, path: &str) -> &'t Value {
        let (first, rest) = path.split_once('/').unwrap_or((path, ""));
        let value = &table.get(first).unwrap().item.value;
        if rest.is_empty() { value } else { get(value.as_table().unwrap(), rest) }
    }

    #[test]
    fn every_kind_of_value_comes_through() {
        let text = "b = true\ni = -1_000\nh = 0xff\nf = 9541.25\nt = 'Điện'\nd = 2026-03-13\nm = 2026-03-13T08:00:00+07:00\nl = [1, 'x']\n";
        let found = parse(text);
        assert!(found.notes.is_empty(), "{:?}", found.notes);
        let value = |key| get(&found.value, key);
        assert_eq!((value("b"), value("i"), value("h")), (&Value::Bool(true), &Value::Integer(-1000), &Value::Integer(255)));
        assert_eq!((value("f"), value("t")), (&Value::Float(9541.25), &Value::Text("Điện".to_owned())));
        assert_eq!(value("d"), &Value::Date(date(2026, 3, 13)));
        assert_eq!(value("m"), &Value::DateTime(date(2026, 3, 13).at(8, 0, 0, 0)));
        assert_eq!(value("l").kind(), "list");
    }

    #[test]
    fn tables_keep_the_order_of_the_file_and_spans_count_from_the_file() {
        let found = parse("z = 1\na = 2\n[m.x]\nk = 'v'\n[[l]]\nq = 1\n");
        let keys: Vec<_> = found.value.entries.iter().map(|entry| entry.key.as_str()).collect();
        assert_eq!(keys, ["z", "a", "m", "l"]);
        assert_eq!(found.value.entries[1].key_span, Span::new(106, 107));
        assert_eq!(found.value.entries[1].item.span, Span::new(110, 111));
        assert_eq!(get(&found.value, "m/x/k").as_text(), Some("v"));
    }

    #[test]
    fn all_errors_are_reported_and_the_rest_is_read() {
        let found = parse("a = \nb = 'x'\nc = 1 2\nb = 2\nd = 'y'\n");
        assert!(found.notes.len() >= 3, "{:?}", found.notes);
        assert_eq!(get(&found.value, "b").as_text(), Some("x"));
        assert_eq!(get(&found.value, "d").as_text(), Some("y"));
    }

    #[test]
    fn an_impossible_day_is_called_that() {
        for text in ["d = 2026-11-31\n", "d = 2026-02-29T08:00:00\n", "d = 2026-13-01\n"] {
            let found = parse(text);
            assert_eq!(found.notes.len(), 1, "{:?}", found.notes);
            assert_eq!((found.notes[0].rule.slug, found.notes[0].message.cause), ("field-invalid", "cause-date"), "{text}");
        }
    }

    #[test]
    fn deep_nesting_is_refused_without_overflow() {
        let key = ["a"; 50_000].join(".");
        let arrays = format!("a = {}", "[".repeat(100_000));
        let mixed = format!("a = {}", "{a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a = ".repeat(5_000));
        for text in [format!("{key} = 1"), format!("[{key}]"), arrays, mixed] {
            assert!(!parse(&text).notes.is_empty());
        }
        let prose = format!("a = \"\"\"{}\"\"\"", "Một. Hai. ".repeat(100));
        assert!(parse(&prose).notes.is_empty());
    }

    proptest! {
        #[test]
        fn any_text_gives_spans_inside_it(text in "([a-zđ.=\\[\\]{}\"'#\n0-9:T-]|\\PC){0,60}") {
            let found = parse(&text);
            for note in &found.notes {
                prop_assert!(text.get(note.span.start as usize - 100..note.span.end as usize - 100).is_some());
            }
        }
    }
}
