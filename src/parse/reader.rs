//! Reads settings out of a [`Table`]: asks for keys by kind, notes what is wrong, and at the end names the keys nobody asked for.
//!
//! In: a table of `portal.toml`, `theme.toml`, a type or a data file. Out: values with their spans, and notes
//! (`field-invalid`, `field-unknown`, missing required keys). A value of the wrong kind reads as missing, so that one run
//! reports everything. What the values mean is *not* its business.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use crate::diag::rules::{FIELD_INVALID, FIELD_UNKNOWN};
use crate::diag::{Note, Rule};
use crate::model::Span;
use crate::model::content_type::Localized;
use crate::model::document::Moment;
use crate::model::value::{Entry, Item, Table, Value};
use crate::text;

/// A decoder over one table. Call [`finish`](Self::finish) last: only then unknown keys are reported.
#[derive(Debug)]
pub struct Reader<'t, 'n> {
    table: &'t Table,
    span: Span,
    missing: &'static Rule,
    path: String,
    known: Vec<&'static str>,
    notes: &'n mut Vec<Note>,
}

impl<'t, 'n> Reader<'t, 'n> {
    /// A reader of a table that stands at `span`.
    ///
    /// `missing` is the rule of a required key that is not there; its attribute `cause-required` has the variable `$key`.
    pub fn new(table: &'t Table, span: Span, missing: &'static Rule, notes: &'n mut Vec<Note>) -> Self {
        Self { table, span, missing, path: String::new(), known: Vec::new(), notes }
    }

    /// A reader of a table inside this one; messages name its keys with `name.` before them.
    pub fn inner<'m>(&'m mut self, name: &str, table: &'t Table, span: Span) -> Reader<'t, 'm> {
        let path = self.field(name);
        Reader { table, span, missing: self.missing, path, known: Vec::new(), notes: self.notes }
    }

    /// Where the table stands.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// Adds a note of the caller's own.
    pub fn note(&mut self, note: Note) {
        self.notes.push(note);
    }

    /// The full name of a key: `identity.agency`.
    #[must_use]
    pub fn field(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    /// The key with its value, of any kind; the key counts as known from now on.
    pub fn entry(&mut self, key: &'static str) -> Option<&'t Entry> {
        if !self.known.contains(&key) {
            self.known.push(key);
        }
        self.table.get(key)
    }

    /// True where the key is there, whatever its value.
    pub fn has(&mut self, key: &'static str) -> bool {
        self.entry(key).is_some()
    }

    /// A text.
    pub fn text(&mut self, key: &'static str) -> Option<(String, Span)> {
        let entry = self.entry(key)?;
        self.text_of(key, &entry.item)
    }

    /// A text, or `""`.
    pub fn text_or_empty(&mut self, key: &'static str) -> String {
        self.text(key).map(|(text, _)| text).unwrap_or_default()
    }

    /// A text that must be there and not empty.
    pub fn required_text(&mut self, key: &'static str) -> Option<(String, Span)> {
        let wrong = self.entry(key).is_some_and(|entry| entry.item.value.as_text().is_none());
        let found = self.text(key).filter(|(text, _)| !text.trim().is_empty());
        if found.is_none() && !wrong {
            self.report_missing(key);
        }
        found
    }

    /// Reports a required key as missing.
    pub fn report_missing(&mut self, key: &str) {
        let note = Note::new(self.missing, self.table.get(key).map_or(self.span, |entry| entry.key_span));
        let note = note.cause("cause-required").arg("key", self.field(key));
        self.notes.push(note);
    }

    /// `true` or `false`.
    pub fn bool(&mut self, key: &'static str) -> Option<bool> {
        let entry = self.entry(key)?;
        match entry.item.value {
            Value::Bool(value) => Some(value),
            _ => self.wrong(key, &entry.item, Kind::Bool),
        }
    }

    /// A whole number.
    pub fn integer(&mut self, key: &'static str) -> Option<(i64, Span)> {
        let entry = self.entry(key)?;
        match entry.item.value {
            Value::Integer(value) => Some((value, entry.item.span)),
            _ => self.wrong(key, &entry.item, Kind::Number),
        }
    }

    /// A whole number within bounds, both inclusive.
    pub fn integer_in(&mut self, key: &'static str, bounds: RangeInclusive<i64>) -> Option<i64> {
        let (value, span) = self.integer(key)?;
        if bounds.contains(&value) {
            return Some(value);
        }
        let note = Note::new(&FIELD_INVALID, span).cause("cause-range").arg("field", self.field(key));
        let note = note.arg("value", value.to_string());
        self.notes.push(note.arg("min", bounds.start().to_string()).arg("max", bounds.end().to_string()));
        None
    }

    /// A number, whole or not; never infinite or NaN.
    pub fn number(&mut self, key: &'static str) -> Option<(f64, Span)> {
        let entry = self.entry(key)?;
        match entry.item.value {
            #[allow(clippy::cast_precision_loss, reason = "settings are far below 2^53")]
            Value::Integer(value) => Some((value as f64, entry.item.span)),
            Value::Float(value) if value.is_finite() => Some((value, entry.item.span)),
            _ => self.wrong(key, &entry.item, Kind::Number),
        }
    }

    /// A day.
    pub fn date(&mut self, key: &'static str) -> Option<(Date, Span)> {
        let entry = self.entry(key)?;
        match entry.item.value {
            Value::Date(date) => Some((date, entry.item.span)),
            _ => self.wrong(key, &entry.item, Kind::Date),
        }
    }

    /// A day, or a day with a time.
    pub fn moment(&mut self, key: &'static str) -> Option<(Moment, Span)> {
        let entry = self.entry(key)?;
        let moment = match entry.item.value {
            Value::Date(date) => Moment { at: date.to_datetime(jiff::civil::Time::midnight()), has_time: false },
            Value::DateTime(at) => Moment { at, has_time: true },
            _ => return self.wrong(key, &entry.item, Kind::DateTime),
        };
        Some((moment, entry.item.span))
    }

    /// A list of texts; what is no text in it is noted and left out. Empty where the key is missing.
    pub fn list_of_text(&mut self, key: &'static str) -> Vec<(String, Span)> {
        self.items(key).iter().filter_map(|item| self.text_of(key, item)).collect()
    }

    /// The items of a list. Empty where the key is missing.
    pub fn items(&mut self, key: &'static str) -> &'t [Item] {
        let Some(entry) = self.entry(key) else { return &[] };
        match &entry.item.value {
            Value::Array(items) => items,
            _ => self.wrong(key, &entry.item, Kind::List).unwrap_or_default(),
        }
    }

    /// A table.
    pub fn table(&mut self, key: &'static str) -> Option<(&'t Table, Span)> {
        let entry = self.entry(key)?;
        self.table_of(key, &entry.item)
    }

    /// A reader of the table under a key.
    pub fn section(&mut self, key: &'static str) -> Option<Reader<'t, '_>> {
        let (table, span) = self.table(key)?;
        Some(self.inner(key, table, span))
    }

    /// The tables of an array of tables, or of one table. Empty where the key is missing.
    pub fn tables(&mut self, key: &'static str) -> Vec<(&'t Table, Span)> {
        match self.entry(key).map(|entry| &entry.item) {
            Some(Item { value: Value::Table(table), span }) => vec![(table, *span)],
            _ => self.items(key).iter().filter_map(|item| self.table_of(key, item)).collect(),
        }
    }

    /// The entries of a table whose keys are free. Empty where the key is missing.
    pub fn entries(&mut self, key: &'static str) -> &'t [Entry] {
        self.table(key).map(|(table, _)| table.entries.as_slice()).unwrap_or_default()
    }

    /// A text, stored under `*`, or a table of texts by language. Empty where the key is missing.
    pub fn localized(&mut self, key: &'static str) -> Localized {
        self.entry(key).map(|entry| self.localized_of(key, &entry.item)).unwrap_or_default()
    }

    /// One of some words.
    pub fn word<T: Copy>(&mut self, key: &'static str, words: &[(&str, T)]) -> Option<T> {
        let entry = self.entry(key)?;
        self.word_of(key, &entry.item, words)
    }

    /// A table of words under free keys: `[fallback] news = "stub"`. What is wrong is noted and left out.
    pub fn words<T: Copy>(&mut self, key: &'static str, words: &[(&str, T)]) -> Vec<(String, T, Span)> {
        let mut found = Vec::new();
        for entry in self.entries(key) {
            let name = format!("{key}.{}", entry.key);
            if let Some(value) = self.word_of(&name, &entry.item, words) {
                found.push((entry.key.clone(), value, entry.key_span));
            }
        }
        found
    }

    /// The text of an item that was found otherwise, named `key` in messages.
    pub fn text_of(&mut self, key: &str, item: &Item) -> Option<(String, Span)> {
        match &item.value {
            Value::Text(text) => Some((text.clone(), item.span)),
            _ => self.wrong(key, item, Kind::Text),
        }
    }

    /// The table of an item that was found otherwise.
    pub fn table_of(&mut self, key: &str, item: &'t Item) -> Option<(&'t Table, Span)> {
        match &item.value {
            Value::Table(table) => Some((table, item.span)),
            _ => self.wrong(key, item, Kind::Table),
        }
    }

    /// The localised text of an item that was found otherwise.
    pub fn localized_of(&mut self, key: &str, item: &Item) -> Localized {
        match &item.value {
            Value::Text(text) => Localized::from([("*".to_owned(), text.clone())]),
            Value::Table(table) => table.entries.iter().filter_map(|entry| self.language(key, entry)).collect(),
            _ => self.wrong(key, item, Kind::LangTable).unwrap_or_default(),
        }
    }

    fn language(&mut self, key: &str, entry: &Entry) -> Option<(String, String)> {
        let name = format!("{key}.{}", entry.key);
        self.text_of(&name, &entry.item).map(|(text, _)| (entry.key.clone(), text))
    }

    /// The word of an item that was found otherwise.
    pub fn word_of<T: Copy>(&mut self, key: &str, item: &Item, words: &[(&str, T)]) -> Option<T> {
        let Value::Text(text) = &item.value else { return self.wrong(key, item, Kind::Enum) };
        let found = words.iter().find(|(word, _)| word == text).map(|(_, value)| *value);
        if found.is_none() {
            let known: Vec<_> = words.iter().map(|(word, _)| *word).collect();
            let note = Note::new(&FIELD_INVALID, item.span).cause("cause-value");
            let note = note.arg("field", self.field(key)).arg("value", text.as_str()).arg("known", known.join(", "));
            self.notes.push(note.nearest(text::nearest(text, known), "help-list"));
        }
        found
    }

    /// Notes a value of the wrong kind; always none.
    pub fn wrong<T>(&mut self, key: &str, item: &Item, expected: Kind) -> Option<T> {
        let note = Note::new(&FIELD_INVALID, item.span).arg("field", self.field(key));
        let note = note.arg("expected", expected.word()).arg("example", expected.example());
        self.notes.push(note.help("help-type"));
        None
    }

    /// Reports every key that nobody asked for, with the nearest known one.
    pub fn finish(self) {
        for entry in &self.table.entries {
            if !self.known.iter().any(|known| *known == entry.key) {
                self.notes.push(unknown_key(entry, &self.known));
            }
        }
    }
}

/// A note about a key that is not among the known ones.
#[must_use]
pub fn unknown_key(entry: &Entry, known: &[&str]) -> Note {
    let nearest = text::nearest(&entry.key, known.iter().copied());
    let note = Note::new(&FIELD_UNKNOWN, entry.key_span).arg("key", entry.key.as_str());
    note.arg("known", known.join(", ")).nearest(nearest, "help-list")
}

/// The kinds that a [`Reader`] expects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// `true` or `false`.
    Bool,
    /// A number.
    Number,
    /// A day.
    Date,
    /// A day or a moment.
    DateTime,
    /// A list.
    List,
    /// A table.
    Table,
    /// Text, or a table of texts by language.
    LangTable,
    /// One of some words.
    Enum,
}

impl Kind {
    /// The word that messages use.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Bool => "bool",
            Self::Number => "number",
            Self::Date => "date",
            Self::DateTime => "datetime",
            Self::List => "list",
            Self::Table => "table",
            Self::LangTable => "lang-table",
            Self::Enum => "enum",
        }
    }

    /// A value of the kind, as TOML.
    #[must_use]
    pub fn example(self) -> &'static str {
        match self {
            Self::Text | Self::Enum => "\"…\"",
            Self::Bool => "true",
            Self::Number => "12",
            Self::Date => "2026-03-13",
            Self::DateTime => "2026-03-13T08:00:00",
            Self::List => "[\"…\", \"…\"]",
            Self::Table => "{ … = … }",
            Self::LangTable => "{ vi = \"…\", en = \"…\" }",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, Reader};
    use crate::diag::rules::CONFIG_INVALID;
    use crate::diag::{Arg, Note};
    use crate::model::Span;
    use crate::model::value::{Entry, Item, Table, Value};

    fn table(entries: &[(&str, Value)]) -> Table {
        let entry = |(i, (key, value)): (usize, &(&str, Value))| Entry {
            key: (*key).to_owned(),
            key_span: Span::new(i * 10, i * 10 + key.len()),
            item: Item { value: value.clone(), span: Span::new(i * 10 + 8, i * 10 + 9) },
        };
        Table { entries: entries.iter().enumerate().map(entry).collect() }
    }

    fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    fn arg<'a>(note: &'a Note, name: &str) -> &'a str {
        match note.message.args.iter().find(|(key, _)| *key == name) {
            Some((_, Arg::Text(text))) => text,
            other => panic!("{name}: {other:?}"),
        }
    }

    #[test]
    fn unknown_keys_get_the_nearest_known_one() {
        let (table, mut notes) = (table(&[("title", text("A")), ("sumary", text("B"))]), Vec::new());
        let mut reader = Reader::new(&table, Span::default(), &CONFIG_INVALID, &mut notes);
        assert_eq!(reader.text_or_empty("title"), "A");
        assert_eq!(reader.text_or_empty("summary"), "");
        reader.finish();
        assert_eq!(notes.len(), 1);
        assert_eq!((notes[0].rule.slug, arg(&notes[0], "nearest")), ("field-unknown", "summary"));
        assert_eq!(notes[0].span, Span::new(10, 16));
    }

    #[test]
    fn wrong_kinds_read_as_missing_and_are_named_by_their_path() {
        let inner = table(&[("agency", Value::Bool(true))]);
        let (table, mut notes) = (table(&[("identity", Value::Table(inner))]), Vec::new());
        let mut reader = Reader::new(&table, Span::default(), &CONFIG_INVALID, &mut notes);
        let mut identity = reader.section("identity").unwrap();
        assert_eq!(identity.required_text("agency"), None);
        identity.finish();
        assert_eq!(notes.len(), 1, "{notes:?}");
        assert_eq!((arg(&notes[0], "field"), arg(&notes[0], "expected")), ("identity.agency", "text"));
    }

    #[test]
    fn required_texts_may_not_be_blank() {
        let (table, mut notes) = (table(&[("title", text(" "))]), Vec::new());
        let mut reader = Reader::new(&table, Span::new(3, 4), &CONFIG_INVALID, &mut notes);
        assert_eq!(reader.required_text("title"), None);
        assert_eq!(reader.required_text("base_url"), None);
        assert_eq!(notes.iter().map(|note| arg(note, "key")).collect::<Vec<_>>(), ["title", "base_url"]);
        assert_eq!(notes[1].span, Span::new(3, 4));
    }

    #[test]
    fn words_outside_the_set_are_noted() {
        let policies = table(&[("*", text("hide")), ("news", text("stb"))]);
        let (table, mut notes) = (table(&[("fallback", Value::Table(policies))]), Vec::new());
        let mut reader = Reader::new(&table, Span::default(), &CONFIG_INVALID, &mut notes);
        let found = reader.words("fallback", &[("hide", 0), ("stub", 1)]);
        assert_eq!(found, [("*".to_owned(), 0, Span::new(0, 1))]);
        assert_eq!((arg(&notes[0], "nearest"), arg(&notes[0], "field")), ("stub", "fallback.news"));
    }

    #[test]
    fn a_plain_text_is_for_all_languages() {
        let labels = table(&[("vi", text("Tin")), ("en", Value::Integer(1))]);
        let (table, mut notes) = (table(&[("a", text("X")), ("b", Value::Table(labels))]), Vec::new());
        let mut reader = Reader::new(&table, Span::default(), &CONFIG_INVALID, &mut notes);
        assert_eq!(reader.localized("a")["*"], "X");
        assert_eq!(reader.localized("b").into_iter().collect::<Vec<_>>(), [("vi".to_owned(), "Tin".to_owned())]);
        assert_eq!(arg(&notes[0], "expected"), Kind::Text.word());
    }

    #[test]
    fn numbers_are_bounded_and_finite() {
        let (table, mut notes) = (table(&[("n", Value::Integer(0)), ("x", Value::Float(f64::NAN))]), Vec::new());
        let mut reader = Reader::new(&table, Span::default(), &CONFIG_INVALID, &mut notes);
        assert_eq!(reader.integer_in("n", 1..=100), None);
        assert_eq!(reader.number("n").map(|(n, _)| n), Some(0.0));
        assert_eq!(reader.number("x"), None);
        assert_eq!(notes.len(), 2);
    }
}
