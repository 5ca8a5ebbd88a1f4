//! Content types: `types/<id>.toml`.

use crate::diag::{Note, rules};
use crate::model::Span;
use crate::model::content_type::{ContentType, EnumValue, Field, FieldKind, RefTarget, Sort};
use crate::model::value::{Item, Table, Value};
use crate::parse::reader::{Kind, Reader};

/// A content type from its file.
pub fn read(id: &str, table: &Table, notes: &mut Vec<Note>) -> ContentType {
    let mut top = Reader::new(table, Span::default(), &rules::CONFIG_INVALID, notes);
    let (mut sort, mut per_page) = (None, None);
    let label = top.localized("label");
    if label.is_empty() {
        top.report_missing("label");
    }
    let plural = top.localized("plural");
    let mut ty = ContentType {
        id: id.to_owned(),
        plural: if plural.is_empty() { label.clone() } else { plural },
        label,
        schema: top.text("schema").map_or_else(|| "Article".to_owned(), |(schema, _)| schema),
        template: top.text("template").map_or_else(|| "page.html".to_owned(), |(template, _)| template),
        sort: None,
        per_page: None,
        dated: top.bool("dated").unwrap_or(true),
        fields: Vec::new(),
    };
    if let Some(mut list) = top.section("list") {
        sort = list.word("sort", &Sort::WORDS);
        per_page = list.integer_in("per_page", 1..=500).and_then(|n| u32::try_from(n).ok());
        list.finish();
    }
    let declared = top.table("fields");
    top.finish();
    (ty.sort, ty.per_page) = (sort, per_page);
    ty.fields = declared.map(|(table, _)| fields(table, notes)).unwrap_or_default();
    ty
}

/// The fields of a table of field declarations, in its order.
pub fn fields(table: &Table, notes: &mut Vec<Note>) -> Vec<Field> {
    table.entries.iter().filter_map(|entry| field(&entry.key, &entry.item, notes)).collect()
}

fn field(name: &str, item: &Item, notes: &mut Vec<Note>) -> Option<Field> {
    let mut top = Reader::new(EMPTY, item.span, &rules::CONFIG_INVALID, notes);
    let (table, span) = top.table_of(name, item)?;
    let mut reader = top.inner(name, table, span);
    let kind = kind(&mut reader, "kind")?;
    let field = Field {
        name: name.to_owned(),
        kind,
        required: reader.bool("required").unwrap_or(false),
        shared: reader.bool("shared").unwrap_or(false),
        facet: reader.bool("facet").unwrap_or(false),
        display: reader.bool("display").unwrap_or(true),
        schema: reader.text_or_empty("schema"),
        label: reader.localized("label"),
        help: reader.localized("help"),
    };
    reader.finish();
    Some(field)
}

static EMPTY: &Table = &Table { entries: Vec::new() };

const KINDS: [(&str, &str); 18] = [
    ("text", "text"),
    ("scalar", "scalar"),
    ("markdown", "markdown"),
    ("bool", "bool"),
    ("date", "date"),
    ("datetime", "datetime"),
    ("number", "number"),
    ("money", "money"),
    ("coordinates", "coordinates"),
    ("url", "url"),
    ("email", "email"),
    ("phone", "phone"),
    ("image", "image"),
    ("file", "file"),
    ("enum", "enum"),
    ("ref", "ref"),
    ("record", "record"),
    ("list", "list"),
];

fn kind(reader: &mut Reader<'_, '_>, key: &'static str) -> Option<FieldKind> {
    if !reader.has(key) {
        reader.report_missing(key);
        return None;
    }
    let word = reader.word(key, &KINDS)?;
    kind_of(word, reader)
}

fn kind_of(word: &str, reader: &mut Reader<'_, '_>) -> Option<FieldKind> {
    let max = |reader: &mut Reader<'_, '_>, key| reader.integer_in(key, 0..=1_000_000).and_then(|n| u32::try_from(n).ok());
    Some(match word {
        "text" => {
            FieldKind::Text { max_chars: max(reader, "max_chars"), localized: reader.bool("localized").unwrap_or(false) }
        }
        "scalar" => FieldKind::Scalar { localized: reader.bool("localized").unwrap_or(false) },
        "markdown" => FieldKind::Markdown { max_chars: max(reader, "max_chars") },
        "bool" => FieldKind::Bool,
        "date" => FieldKind::Date,
        "datetime" => FieldKind::DateTime,
        "number" => number(reader),
        "money" => FieldKind::Money,
        "coordinates" => FieldKind::Coordinates,
        "url" => FieldKind::Url,
        "email" => FieldKind::Email,
        "phone" => FieldKind::Phone,
        "image" => FieldKind::Image,
        "file" => FieldKind::File,
        "enum" => FieldKind::Enum(words(reader)),
        "ref" => FieldKind::Ref(target(reader)?),
        "record" => {
            let (table, _) = reader.table("fields")?;
            let mut notes = Vec::new();
            let inner = fields(table, &mut notes);
            notes.into_iter().for_each(|note| reader.note(note));
            FieldKind::Record(inner)
        }
        _ => {
            let min_items = max(reader, "min_items").unwrap_or(0);
            FieldKind::List { of: Box::new(of(reader)?), min_items, max_items: max(reader, "max_items") }
        }
    })
}

fn number(reader: &mut Reader<'_, '_>) -> FieldKind {
    FieldKind::Number {
        unit: reader.localized("unit"),
        min: reader.number("min").map(|(number, _)| number),
        max: reader.number("max").map(|(number, _)| number),
        decimals: reader.integer_in("decimals", 0..=9).and_then(|n| u8::try_from(n).ok()),
    }
}

fn words(reader: &mut Reader<'_, '_>) -> Vec<EnumValue> {
    let tables = reader.tables("values");
    let mut values = Vec::new();
    for (table, span) in tables {
        let mut inner = reader.inner("values", table, span);
        let id = inner.required_text("id").map(|(id, _)| id);
        let labels = table.entries.iter().filter(|entry| entry.key != "id");
        let label = labels.filter_map(|entry| Some((entry.key.clone(), entry.item.value.as_text()?.to_owned()))).collect();
        values.extend(id.map(|id| EnumValue { id, label }));
    }
    values
}

fn target(reader: &mut Reader<'_, '_>) -> Option<RefTarget> {
    let (to, span) = reader.required_text("to")?;
    match to.split_once(':') {
        None if to == "doc" => Some(RefTarget::Document(None)),
        Some(("doc", ty)) => Some(RefTarget::Document(Some(ty.to_owned()))),
        Some(("data", set)) => Some(RefTarget::Record(set.to_owned())),
        _ => {
            let note = Note::new(&rules::FIELD_INVALID, span).arg("field", reader.field("to")).arg("expected", "ref");
            reader.note(note.arg("example", "\"doc:place\" / \"data:places\"").help("help-type"));
            None
        }
    }
}

/// The kind of a list's items: a kind's name, or a table like a field's.
fn of(reader: &mut Reader<'_, '_>) -> Option<FieldKind> {
    let Some(entry) = reader.entry("of") else {
        reader.report_missing("of");
        return None;
    };
    match &entry.item.value {
        Value::Text(_) => {
            let word = reader.word_of("of", &entry.item, &KINDS)?;
            kind_of(word, &mut reader.inner("of", EMPTY, entry.item.span))
        }
        Value::Table(table) => {
            let mut inner = reader.inner("of", table, entry.item.span);
            let kind = kind(&mut inner, "kind");
            inner.finish();
            kind
        }
        _ => reader.wrong("of", &entry.item, Kind::Table),
    }
}
