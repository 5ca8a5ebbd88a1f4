//! Data files: records with labels in each language, and the terms made from some of them.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Note, rules};
use crate::model::content_type::{Field, FieldValue, Fields, Localized, localized};
use crate::model::document::Term;
use crate::model::site::{DataSet, Record};
use crate::model::value::{Table, Value};
use crate::model::{Location, SourceId};
use crate::parse::reader::Reader;
use crate::settings;
use crate::text;

use super::Given;
use super::fields::{self, Scope};
use super::front;

/// Data files that are vocabularies: the file's name and its default vocabulary.
const VOCABULARIES: [(&str, &str); 2] = [("terms", "tags"), ("places", "places")];

/// Ids of each data file, which references are checked against.
pub(super) type Ids = BTreeMap<String, Vec<String>>;

/// The data files as tables.
pub(super) struct Tables<'a>(Vec<Read<'a>>);

/// A data file: name, file, content, whether its syntax is right.
type Read<'a> = (&'a str, SourceId, Table, bool);

pub(super) fn tables<'a>(given: &'a Given<'_>, notes: &mut Vec<Diagnostic>) -> Tables<'a> {
    let read = |(name, source): &'a (String, SourceId)| {
        let found = crate::parse::toml(&given.inputs.sources.get(*source).text, 0, &rules::DATA_INVALID);
        let whole = found.notes.is_empty();
        notes.extend(found.notes.into_iter().map(|note| note.at(*source)));
        (name.as_str(), *source, found.value, whole)
    };
    Tables(given.inputs.data.iter().map(read).collect())
}

pub(super) fn ids(tables: &Tables<'_>) -> Ids {
    let keys = |table: &Table| table.entries.iter().map(|entry| entry.key.clone()).collect();
    tables.0.iter().map(|(name, _, table, _)| ((*name).to_owned(), keys(table))).collect()
}

pub(super) fn records(tables: &Tables<'_>, scope: &Scope<'_>, notes: &mut Vec<Diagnostic>) -> BTreeMap<String, DataSet> {
    let schemas = schemas();
    let mut sets = BTreeMap::new();
    for (name, source, table, whole) in &tables.0 {
        let mut own = Vec::new();
        let schema = schemas.get(*name).map(Vec::as_slice);
        let records = table.entries.iter().filter_map(|entry| match &entry.item.value {
            Value::Table(inner) => {
                let at = Location { source: *source, span: entry.key_span };
                Some(record(scope, schema, &entry.key, inner, at, &mut own))
            }
            _ => {
                own.push(fields::wrong_kind(&entry.key, "table", entry.item.span));
                None
            }
        });
        sets.insert((*name).to_owned(), DataSet(records.collect()));
        notes.extend(own.into_iter().filter(|_| *whole).map(|note| note.at(*source)));
    }
    sets
}

/// The fields of the known data files, from the embedded `datasets.toml`.
fn schemas() -> BTreeMap<String, Vec<Field>> {
    let mut ignored = Vec::new();
    let found = crate::parse::toml(include_str!("datasets.toml"), 0, &rules::CONFIG_INVALID);
    let mut schemas = BTreeMap::new();
    for entry in &found.value.entries {
        let Some(table) = entry.item.value.as_table() else { continue };
        let mut reader = Reader::new(table, entry.item.span, &rules::CONFIG_INVALID, &mut ignored);
        if let Some((inner, _)) = reader.table("fields") {
            schemas.insert(entry.key.clone(), settings::types::fields(inner, &mut Vec::new()));
        }
    }
    schemas
}

fn record(
    scope: &Scope<'_>,
    schema: Option<&[Field]>,
    id: &str,
    table: &Table,
    at: Location,
    notes: &mut Vec<Note>,
) -> Record {
    let is_language = |key: &str| scope.languages.iter().any(|code| code == key);
    let mut labels = Localized::new();
    let mut rest = Table::default();
    let mut values = Fields::new();
    for entry in &table.entries {
        match &entry.item.value {
            Value::Text(text) if is_language(&entry.key) => _ = labels.insert(entry.key.clone(), text.clone()),
            Value::Table(inner) if is_language(&entry.key) => {
                language_table(&entry.key, inner, &mut labels, &mut values, notes);
            }
            _ => rest.entries.push(entry.clone()),
        }
    }
    match schema {
        Some(fields) => {
            fields::missing(fields, &rest, id, at.span, |_| true, notes);
            values.extend(fields::table(scope, fields, &rest, notes));
        }
        None => values.extend(rest.entries.iter().filter_map(|entry| Some((entry.key.clone(), plain(&entry.item.value)?)))),
    }
    if labels.is_empty() && schema.is_some_and(|fields| fields.iter().all(|field| field.name != "from")) {
        notes.push(Note::new(&rules::DATA_INVALID, at.span).cause("cause-label").arg("id", id).help("help"));
    }
    Record { id: id.to_owned(), labels, fields: values, at }
}

/// `[id.vi] label, slug, description`
fn language_table(code: &str, inner: &Table, labels: &mut Localized, values: &mut Fields, notes: &mut Vec<Note>) {
    fields::unknown_keys(["label", "slug", "description"].into_iter(), inner, notes);
    for entry in &inner.entries {
        let Some(text) = entry.item.value.as_text() else {
            notes.push(fields::wrong_kind(&entry.key, "text", entry.item.span));
            continue;
        };
        let text = if entry.key == "slug" { front::plain_slug(text, entry.item.span, notes) } else { text.to_owned() };
        if entry.key == "label" {
            labels.insert(code.to_owned(), text);
        } else {
            values.push((format!("{}.{code}", entry.key), FieldValue::Text(text)));
        }
    }
}

/// A value of a data file that hoaban does not know.
fn plain(value: &Value) -> Option<FieldValue> {
    Some(match value {
        Value::Bool(yes) => FieldValue::Bool(*yes),
        Value::Integer(_) | Value::Float(_) => FieldValue::Number(fields::as_number(value)?),
        Value::Text(text) => FieldValue::Text(text.clone()),
        Value::Date(date) => FieldValue::Date(*date),
        Value::DateTime(at) => FieldValue::DateTime(*at),
        Value::Array(items) => FieldValue::List(items.iter().filter_map(|item| plain(&item.value)).collect()),
        Value::Table(table) => FieldValue::Fields(
            table.entries.iter().filter_map(|entry| Some((entry.key.clone(), plain(&entry.item.value)?))).collect(),
        ),
    })
}

/// The terms of all vocabularies, without documents and pages; in the order of their files.
pub(super) fn terms(given: &Given<'_>, data: &BTreeMap<String, DataSet>, notes: &mut Vec<Diagnostic>) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut taken: BTreeMap<(String, String, String), String> = BTreeMap::new();
    for (set, vocabulary) in VOCABULARIES {
        for record in data.get(set).map_or(&[][..], |set| &set.0) {
            let term = term(given, record, vocabulary, notes);
            for (lang, slug) in term.slugs.iter() {
                let code = given.config.languages.code(lang).to_owned();
                let other = taken.insert((term.vocabulary.clone(), code, slug.clone()), term.labels[lang].clone());
                if let Some(other) = other {
                    let note = Note::new(&rules::SLUG_COLLISION, record.at.span).arg("slug", slug.as_str());
                    notes.push(note.arg("other", other).help("help").at(record.at.source));
                }
            }
            terms.push(term);
        }
    }
    terms
}

fn term(given: &Given<'_>, record: &Record, vocabulary: &str, notes: &mut Vec<Diagnostic>) -> Term {
    let languages = &given.config.languages;
    let text_of = |name: &str, code: &str| record.text(&format!("{name}.{code}"), code).to_owned();
    let labels = languages.per_lang(|lang| localized(&record.labels, languages.code(lang)).to_owned());
    let slugs = languages.per_lang(|lang| {
        let own = text_of("slug", languages.code(lang));
        let made = if own.is_empty() { text::slug(&labels[lang]) } else { own };
        if made.is_empty() { text::slug(&record.id) } else { made }
    });
    let own = record.text("vocabulary", "");
    let mut wrong = Vec::new();
    let own = if own.is_empty() { String::new() } else { front::plain_slug(own, record.at.span, &mut wrong) };
    notes.extend(wrong.into_iter().map(|note| note.at(record.at.source)));
    Term {
        id: record.id.clone(),
        vocabulary: if own.is_empty() { vocabulary.to_owned() } else { own },
        descriptions: languages.per_lang(|lang| text_of("description", languages.code(lang))),
        labels,
        slugs,
        documents: Vec::new(),
        pages: languages.per_lang(|_| None),
        at: record.at,
    }
}
