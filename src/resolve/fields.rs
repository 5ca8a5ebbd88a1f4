//! Checks a table's values against the fields that a type or data file declares.
//!
//! The only place that knows what a date, an amount or a reference looks like in a file; the same for front matter and data.

use std::collections::BTreeMap;

use crate::diag::{Note, rules};
use crate::model::asset::AssetId;
use crate::model::content_type::{
    Coordinates, EnumValue, Field, FieldKind, FieldValue, Fields, Localized, Money, RefTarget,
};
use crate::model::value::{Item, Table, Value};
use crate::model::{SourcePath, Span};
use crate::text;

use super::pictures::{file, picture};

/// What values may refer to.
pub(super) struct Scope<'a> {
    /// Language codes of the portal.
    pub languages: &'a [String],
    /// Language of the file; `""` in data files.
    pub lang: &'a str,
    /// Folder that relative paths start from.
    pub folder: &'a str,
    /// Files of `content/`.
    pub assets: &'a BTreeMap<SourcePath, AssetId>,
    /// Keys of all documents with their type's id.
    pub documents: &'a BTreeMap<String, String>,
    /// Ids of each data file's records.
    pub records: &'a BTreeMap<String, Vec<String>>,
}

/// Values of the declared fields, in the declared order. `skip` says which fields this file may not have.
pub(super) fn table(scope: &Scope<'_>, fields: &[Field], table: &Table, notes: &mut Vec<Note>) -> Fields {
    unknown_keys(fields.iter().map(|field| field.name.as_str()), table, notes);
    let mut values = Fields::new();
    for field in fields {
        let Some(entry) = table.get(&field.name) else { continue };
        if let Some(value) = value(scope, &field.kind, &field.name, &entry.item, notes) {
            values.push((field.name.clone(), value));
        }
    }
    values
}

/// Notes every key that is not known.
pub(super) fn unknown_keys<'a>(known: impl Iterator<Item = &'a str> + Clone, table: &Table, notes: &mut Vec<Note>) {
    for entry in &table.entries {
        if !known.clone().any(|name| name == entry.key) {
            notes.push(unknown_key(&entry.key, entry.key_span, known.clone()));
        }
    }
}

pub(super) fn unknown_key<'a>(key: &str, span: Span, known: impl Iterator<Item = &'a str> + Clone) -> Note {
    let list = known.clone().collect::<Vec<_>>().join(", ");
    let note = Note::new(&rules::FIELD_UNKNOWN, span).arg("key", key).arg("known", list);
    note.nearest(text::nearest(key, known), "help-list")
}

pub(super) fn wrong_kind(name: &str, expected: &str, span: Span) -> Note {
    let note = Note::new(&rules::FIELD_INVALID, span).arg("field", name).arg("expected", expected);
    note.arg("example", example(expected)).help("help-type")
}

/// A value of a kind as it is written, for messages and `hoaban new`.
#[must_use]
pub fn example(kind: &str) -> &'static str {
    match kind {
        "bool" => "true",
        "date" => "2026-03-13",
        "datetime" => "2026-03-13T08:00:00",
        "number" => "9541.25",
        "money" => "{ amount = 1467.7, scale = \"billion\", currency = \"VND\" }",
        "coordinates" => "{ lat = 21.3825, lon = 103.016, precision_m = 400 }",
        "url" => "\"https://example.org/\"",
        "email" => "\"lien-he@tinh.example\"",
        "phone" => "\"+84 215 3123 456\"",
        "image" => "{ image = \"anh.jpg\", alt = \"…\", credit = \"…\" }",
        "file" => "\"tep.pdf\"",
        "list" => "[\"…\", \"…\"]",
        "record" | "table" => "{ … }",
        "lang-table" => "{ vi = \"…\", en = \"…\" }",
        _ => "\"…\"",
    }
}

/// A field's kind as the word that messages use.
#[must_use]
pub fn kind_word(kind: &FieldKind) -> &'static str {
    match kind {
        FieldKind::Text { .. } | FieldKind::Scalar { .. } => "text",
        FieldKind::Markdown { .. } => "markdown",
        FieldKind::Bool => "bool",
        FieldKind::Date => "date",
        FieldKind::DateTime => "datetime",
        FieldKind::Number { .. } => "number",
        FieldKind::Money => "money",
        FieldKind::Coordinates => "coordinates",
        FieldKind::Url => "url",
        FieldKind::Email => "email",
        FieldKind::Phone => "phone",
        FieldKind::Image => "image",
        FieldKind::File => "file",
        FieldKind::Enum(_) => "enum",
        FieldKind::Ref(_) => "ref",
        FieldKind::List { .. } => "list",
        FieldKind::Record(_) => "record",
    }
}

/// A value of one kind; none, with a note, where it is not.
pub(super) fn value(
    scope: &Scope<'_>,
    kind: &FieldKind,
    name: &str,
    item: &Item,
    notes: &mut Vec<Note>,
) -> Option<FieldValue> {
    match (kind, &item.value) {
        (FieldKind::Text { max_chars, .. }, Value::Text(text)) => {
            check_length(name, text, *max_chars, item.span, notes).then(|| FieldValue::Text(text.clone()))
        }
        (FieldKind::Text { localized: true, .. } | FieldKind::Scalar { localized: true }, Value::Table(table)) => {
            localized(scope, name, table, notes).map(FieldValue::Localized)
        }
        (FieldKind::Markdown { max_chars }, Value::Text(text)) => {
            check_length(name, text, *max_chars, item.span, notes).then(|| FieldValue::Text(text.clone()))
        }
        (FieldKind::Scalar { .. }, Value::Text(text)) => Some(FieldValue::Text(text.clone())),
        (FieldKind::Scalar { .. }, Value::Date(date)) => Some(FieldValue::Date(*date)),
        (FieldKind::Scalar { .. }, Value::Integer(_) | Value::Float(_)) => as_number(&item.value).map(FieldValue::Number),
        (FieldKind::Bool, Value::Bool(yes)) => Some(FieldValue::Bool(*yes)),
        (FieldKind::Date, Value::Date(date)) | (FieldKind::DateTime, Value::Date(date)) => Some(FieldValue::Date(*date)),
        (FieldKind::DateTime, Value::DateTime(at)) => Some(FieldValue::DateTime(*at)),
        (FieldKind::Number { min, max, .. }, Value::Integer(_) | Value::Float(_)) => {
            let number = as_number(&item.value)?;
            in_range(name, number, (*min, *max), item.span, notes).then_some(FieldValue::Number(number))
        }
        (FieldKind::Money, Value::Table(table)) => money(name, table, item.span, notes),
        (FieldKind::Coordinates, Value::Table(table)) => coordinates(name, table, item.span, notes),
        (FieldKind::Url, Value::Text(text)) if is_url(text) => Some(FieldValue::Text(text.clone())),
        (FieldKind::Email, Value::Text(text)) if is_email(text) => Some(FieldValue::Text(text.clone())),
        (FieldKind::Phone, Value::Text(text)) if is_phone(text) => Some(FieldValue::Text(text.clone())),
        (FieldKind::Image, Value::Table(table)) => {
            picture(scope, table, item.span, notes).map(|record| FieldValue::Image(Box::new(record)))
        }
        (FieldKind::File, Value::Text(text)) => file(scope, text, item.span, notes).map(FieldValue::File),
        (FieldKind::Enum(values), Value::Text(text)) => word(name, values, text, item.span, notes),
        (FieldKind::Ref(target), Value::Text(text)) => reference(scope, target, name, text, item.span, notes),
        (FieldKind::List { of, min_items, max_items }, Value::Array(items)) => {
            list(scope, of, name, items, (*min_items, *max_items), item.span, notes)
        }
        (FieldKind::Record(fields), Value::Table(inner)) => {
            Some(FieldValue::Fields(record(scope, fields, inner, item.span, notes)))
        }
        _ => {
            notes.push(wrong_kind(name, kind_word(kind), item.span));
            None
        }
    }
}

fn record(scope: &Scope<'_>, fields: &[Field], inner: &Table, span: Span, notes: &mut Vec<Note>) -> Fields {
    let values = table(scope, fields, inner, notes);
    missing(fields, inner, "", span, |_| true, notes);
    values
}

/// Notes each required field that a table lacks and that this file should have.
pub(super) fn missing(
    fields: &[Field],
    table: &Table,
    type_id: &str,
    span: Span,
    expected_here: impl Fn(&Field) -> bool,
    notes: &mut Vec<Note>,
) {
    for field in fields.iter().filter(|field| field.required && expected_here(field) && table.get(&field.name).is_none()) {
        let shown = format!("{} = {}", field.name, example(kind_word(&field.kind)));
        let note = Note::new(&rules::FIELD_MISSING, span).arg("field", field.name.as_str());
        let note = if type_id.is_empty() { note.cause("cause-record") } else { note };
        notes.push(note.arg("type", type_id).arg("example", shown).help("help"));
    }
}

/// Texts by language code.
pub(super) fn localized(scope: &Scope<'_>, name: &str, table: &Table, notes: &mut Vec<Note>) -> Option<Localized> {
    let mut texts = Localized::new();
    unknown_keys(scope.languages.iter().map(String::as_str), table, notes);
    for entry in &table.entries {
        match &entry.item.value {
            Value::Text(text) => _ = texts.insert(entry.key.clone(), text.clone()),
            _ => notes.push(wrong_kind(&format!("{name}.{}", entry.key), "text", entry.item.span)),
        }
    }
    (!texts.is_empty()).then_some(texts)
}

fn check_length(name: &str, text: &str, max: Option<u32>, span: Span, notes: &mut Vec<Note>) -> bool {
    let Some(max) = max else { return true };
    let length = if text.len() <= max as usize { 0 } else { text.chars().count() };
    if length > max as usize {
        let note = Note::new(&rules::FIELD_INVALID, span).cause("cause-long").arg("field", name);
        notes.push(note.arg("max", max as usize).arg("length", length));
    }
    true
}

/// The number of an integer or float.
pub(super) fn as_number(value: &Value) -> Option<f64> {
    match value {
        Value::Integer(whole) => Some(*whole as f64),
        Value::Float(number) if number.is_finite() => Some(*number),
        _ => None,
    }
}

fn in_range(name: &str, number: f64, range: (Option<f64>, Option<f64>), span: Span, notes: &mut Vec<Note>) -> bool {
    let inside = range.0.is_none_or(|min| number >= min) && range.1.is_none_or(|max| number <= max);
    if !inside {
        let cause = match range {
            (Some(_), Some(_)) => "cause-range",
            (Some(_), None) => "cause-min",
            _ => "cause-max",
        };
        let note = Note::new(&rules::FIELD_INVALID, span).cause(cause).arg("field", name).arg("value", number.to_string());
        let note = range.0.into_iter().fold(note, |note, min| note.arg("min", min.to_string()));
        notes.push(range.1.into_iter().fold(note, |note, max| note.arg("max", max.to_string())));
    }
    inside
}

fn numbers(name: &str, table: &Table, keys: &[&str], expected: &str, notes: &mut Vec<Note>) -> Vec<Option<f64>> {
    let read = |key: &&str| {
        let item = &table.get(key)?.item;
        let number = as_number(&item.value);
        if number.is_none() {
            notes.push(wrong_kind(&format!("{name}.{key}"), expected, item.span));
        }
        number
    };
    keys.iter().map(read).collect()
}

fn money(name: &str, table: &Table, span: Span, notes: &mut Vec<Note>) -> Option<FieldValue> {
    unknown_keys(["amount", "scale", "currency"].into_iter(), table, notes);
    let amount = numbers(name, table, &["amount"], "number", notes)[0];
    let text = |key: &str| table.get(key).and_then(|entry| entry.item.value.as_text()).unwrap_or("").to_owned();
    let (scale, currency) = (text("scale"), text("currency"));
    let scales = ["", "thousand", "million", "billion", "trillion"];
    let known_currency = currency.len() == 3 && currency.bytes().all(|byte| byte.is_ascii_uppercase());
    match amount {
        Some(amount) if scales.contains(&scale.as_str()) && known_currency => {
            Some(FieldValue::Money(Money { amount, scale, currency }))
        }
        _ => {
            notes.push(wrong_kind(name, "money", span));
            None
        }
    }
}

fn coordinates(name: &str, table: &Table, span: Span, notes: &mut Vec<Note>) -> Option<FieldValue> {
    unknown_keys(["lat", "lon", "precision_m"].into_iter(), table, notes);
    let read = numbers(name, table, &["lat", "lon", "precision_m"], "number", notes);
    let (Some(lat), Some(lon)) = (read[0], read[1]) else {
        notes.push(wrong_kind(name, "coordinates", span));
        return None;
    };
    let inside = in_range(&format!("{name}.lat"), lat, (Some(-90.0), Some(90.0)), span, notes)
        && in_range(&format!("{name}.lon"), lon, (Some(-180.0), Some(180.0)), span, notes);
    inside.then_some(FieldValue::Coordinates(Coordinates { lat, lon, precision_m: read[2] }))
}

fn list(
    scope: &Scope<'_>,
    of: &FieldKind,
    name: &str,
    items: &[Item],
    (min, max): (u32, Option<u32>),
    span: Span,
    notes: &mut Vec<Note>,
) -> Option<FieldValue> {
    let values: Vec<FieldValue> = items.iter().filter_map(|item| value(scope, of, name, item, notes)).collect();
    if items.len() < min as usize || max.is_some_and(|max| items.len() > max as usize) {
        let cause = if max.is_some() { "cause-items" } else { "cause-items-min" };
        let note = Note::new(&rules::FIELD_INVALID, span).cause(cause).arg("field", name).arg("min", min as usize);
        let note = max.into_iter().fold(note, |note, max| note.arg("max", max as usize));
        notes.push(note.arg("count", items.len()));
    }
    Some(FieldValue::List(values))
}

/// The place of a word in an enumeration.
fn word(name: &str, values: &[EnumValue], text: &str, span: Span, notes: &mut Vec<Note>) -> Option<FieldValue> {
    let place = values.iter().position(|value| value.id == text);
    if place.is_none() {
        notes.push(unknown_word(name, text, span, values.iter().map(|value| value.id.as_str())));
    }
    place.map(FieldValue::Enum)
}

pub(super) fn unknown_word<'a>(name: &str, text: &str, span: Span, known: impl Iterator<Item = &'a str> + Clone) -> Note {
    let list = known.clone().collect::<Vec<_>>().join(", ");
    let note = Note::new(&rules::FIELD_INVALID, span).cause("cause-value").arg("field", name).arg("value", text);
    note.arg("known", list).nearest(text::nearest(text, known), "help-list")
}

fn reference(
    scope: &Scope<'_>,
    target: &RefTarget,
    name: &str,
    written: &str,
    span: Span,
    notes: &mut Vec<Note>,
) -> Option<FieldValue> {
    let unknown = |known: Vec<&str>| {
        let note =
            Note::new(&rules::FIELD_INVALID, span).cause("cause-unknown-ref").arg("field", name).arg("value", written);
        let nearest = super::pairing::nearest_key(written, known.iter().copied());
        note.arg("known", known.join(", ")).nearest(nearest, "help-list")
    };
    match target {
        RefTarget::Document(of_type) => {
            let key = written.strip_prefix("doc:").unwrap_or(written);
            let fits = |ty: &String| of_type.as_ref().is_none_or(|wanted| wanted == ty);
            if scope.documents.get(key).is_some_and(fits) {
                return Some(FieldValue::Document(key.to_owned()));
            }
            notes.push(unknown(scope.documents.iter().filter(|(_, ty)| fits(ty)).map(|(key, _)| key.as_str()).collect()));
        }
        RefTarget::Record(set) => {
            let ids = scope.records.get(set).map_or(&[][..], Vec::as_slice);
            if ids.iter().any(|id| id == written) {
                return Some(FieldValue::Record(set.clone(), written.to_owned()));
            }
            notes.push(unknown(ids.iter().map(String::as_str).collect()));
        }
    }
    None
}

/// An `http` or `https` address with a host.
pub(super) fn is_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        rest.contains('.') && !rest.starts_with(['/', '.']) && !text.contains([' ', '"', '<', '>', '\n'])
    })
}

fn is_email(text: &str) -> bool {
    text.split_once('@')
        .is_some_and(|(user, host)| !user.is_empty() && host.contains('.') && !text.contains([' ', '"', '<', '>', '\n']))
}

fn is_phone(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    (5..=15).contains(&digits) && text.chars().all(|c| c.is_ascii_digit() || "+-. ()".contains(c))
}
