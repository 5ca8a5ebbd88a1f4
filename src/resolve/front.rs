//! The front matter that all documents share, key by key.
//!
//! Which keys there are, which of them are written once for all languages, and what each value must be. A type's own table is
//! checked by [`fields`](super::fields).

use crate::diag::{Note, rules};
use crate::model::Span;
use crate::model::content_type::Field;
use crate::model::document::{Author, Moment, Origin, Translation};
use crate::model::value::{Entry, Item, Table, Value};
use crate::text;

use super::fields::{self, unknown_word, wrong_kind};

/// Keys of a document that are written in each language's file.
pub const OWN_KEYS: [&str; 6] = ["title", "slug", "summary", "aliases", "noindex", "translation"];

/// Keys of a document that are written once, in the source language's file. `cover` is both.
pub const SHARED_KEYS: [&str; 22] = [
    "type",
    "published",
    "updated",
    "expires",
    "status",
    "tags",
    "places",
    "info_class",
    "agency",
    "authors",
    "id",
    "source_language",
    "source",
    "order",
    "embargo",
    "reviewed",
    "approval",
    "same_as",
    "facts",
    "topics",
    "audience",
    "licence",
];

/// Keys of a section that are written in each language's file.
pub(super) const SECTION_OWN_KEYS: [&str; 6] = ["title", "slug", "summary", "aliases", "noindex", "menu_title"];

/// Keys of a section that are written once.
pub(super) const SECTION_SHARED_KEYS: [&str; 8] =
    ["content_type", "per_page", "sort", "fallback", "order", "lists", "id", "source_language"];

/// Values of `status`.
pub const STATUSES: [&str; 3] = ["draft", "published", "withdrawn"];

/// Values of `info_class`.
pub const INFO_CLASSES: [&str; 4] = ["official", "promotional", "inbound", "clarification"];

/// Values of an author's `role`.
pub const ROLES: [&str; 4] = ["text", "photo", "translation", "edit"];

/// Values of `[translation] state`.
pub const TRANSLATION_STATES: [&str; 4] = ["machine", "draft", "reviewed", "official"];

/// A file's front matter with the notes about it.
pub(super) struct Front<'a> {
    pub table: &'a Table,
    pub notes: Vec<Note>,
}

impl<'a> Front<'a> {
    pub(super) fn new(table: &'a Table) -> Self {
        Self { table, notes: Vec::new() }
    }

    fn item(&self, key: &str) -> Option<&'a Item> {
        self.table.get(key).map(|entry| &entry.item)
    }

    /// A text without blanks around it, which YAML's block scalars end with.
    pub(super) fn text(&mut self, key: &str) -> Option<(String, Span)> {
        let item = self.item(key)?;
        if let Value::Text(text) = &item.value {
            return Some((text.trim().to_owned(), item.span));
        }
        self.notes.push(wrong_kind(key, "text", item.span));
        None
    }

    pub(super) fn bool(&mut self, key: &str) -> bool {
        match self.item(key).map(|item| (&item.value, item.span)) {
            Some((Value::Bool(yes), _)) => *yes,
            Some((_, span)) => {
                self.notes.push(wrong_kind(key, "bool", span));
                false
            }
            None => false,
        }
    }

    pub(super) fn number(&mut self, key: &str) -> Option<f64> {
        let item = self.item(key)?;
        let number = fields::as_number(&item.value);
        if number.is_none() {
            self.notes.push(wrong_kind(key, "number", item.span));
        }
        number
    }

    pub(super) fn moment(&mut self, key: &str) -> Option<Moment> {
        let item = self.item(key)?;
        match &item.value {
            Value::Date(date) => Some(Moment { at: date.at(0, 0, 0, 0), has_time: false }),
            Value::DateTime(at) => Some(Moment { at: *at, has_time: true }),
            _ => {
                self.notes.push(wrong_kind(key, "datetime", item.span));
                None
            }
        }
    }

    /// One of some words; `""` where the key is missing or wrong.
    pub(super) fn word(&mut self, key: &str, words: &[&str]) -> String {
        let Some((text, span)) = self.text(key) else { return String::new() };
        if words.contains(&text.as_str()) {
            return text;
        }
        self.notes.push(unknown_word(key, &text, span, words.iter().copied()));
        String::new()
    }

    pub(super) fn texts(&mut self, key: &str) -> Vec<(String, Span)> {
        let Some(item) = self.item(key) else { return Vec::new() };
        let Value::Array(items) = &item.value else {
            self.notes.push(wrong_kind(key, "list", item.span));
            return Vec::new();
        };
        let mut texts = Vec::with_capacity(items.len());
        for item in items {
            match &item.value {
                Value::Text(text) => texts.push((text.clone(), item.span)),
                _ => self.notes.push(wrong_kind(key, "text", item.span)),
            }
        }
        texts
    }

    pub(super) fn table(&mut self, key: &str) -> Option<(&'a Table, Span)> {
        let item = self.item(key)?;
        if let Value::Table(table) = &item.value {
            return Some((table, item.span));
        }
        self.notes.push(wrong_kind(key, "table", item.span));
        None
    }

    /// A slug as written, or made from the title.
    pub(super) fn slug(&mut self, title: &str, fallback: &str) -> String {
        let Some((written, span)) = self.text("slug") else {
            let made = text::slug(title);
            return if made.is_empty() { text::slug(fallback) } else { made };
        };
        let slug = plain_slug(&written, span, &mut self.notes);
        if slug.is_empty() { text::slug(fallback) } else { slug }
    }

    /// The slug, or another in the place of one that URLs of our own use, with a note.
    pub(super) fn unreserved(&mut self, slug: String) -> String {
        const RESERVED: [&str; 7] = ["tags", "places", "page", "search", "a-z", "data", "_hoaban"];
        let year = slug.len() == 4 && slug.bytes().all(|byte| byte.is_ascii_digit());
        if !year && !RESERVED.contains(&slug.as_str()) {
            return slug;
        }
        let span = self.item("slug").or_else(|| self.item("title")).map(|item| item.span).unwrap_or_default();
        let other = format!("{slug}-2");
        self.notes.push(Note::new(&rules::SLUG_RESERVED, span).arg("slug", slug).help("help"));
        other
    }

    pub(super) fn aliases(&mut self) -> Vec<(String, Span)> {
        let (good, bad): (Vec<_>, Vec<_>) = self.texts("aliases").into_iter().partition(|(alias, _)| is_alias(alias));
        for (alias, span) in bad {
            self.notes.push(Note::new(&rules::ALIAS_INVALID, span).arg("alias", alias).help("help"));
        }
        good
    }

    pub(super) fn authors(&mut self) -> Vec<Author> {
        let Some(item) = self.item("authors") else { return Vec::new() };
        let Value::Array(items) = &item.value else {
            self.notes.push(wrong_kind("authors", "list", item.span));
            return Vec::new();
        };
        items.iter().filter_map(|item| self.author(item)).collect()
    }

    fn author(&mut self, item: &'a Item) -> Option<Author> {
        let Value::Table(table) = &item.value else {
            if let Value::Text(name) = &item.value {
                return Some(Author { name: name.clone(), role: "text".to_owned(), affiliation: String::new() });
            }
            self.notes.push(wrong_kind("authors", "table", item.span));
            return None;
        };
        fields::unknown_keys(["name", "role", "affiliation"].into_iter(), table, &mut self.notes);
        let mut inner = Front::new(table);
        let name = inner.text("name").map(|(name, _)| name);
        let role = inner.word("role", &ROLES);
        let affiliation = inner.text("affiliation").map(|(text, _)| text).unwrap_or_default();
        self.notes.append(&mut inner.notes);
        if name.is_none() {
            let note = Note::new(&rules::FIELD_MISSING, item.span).cause("cause-record").arg("field", "authors.name");
            self.notes.push(note.arg("example", "{ name = \"…\", role = \"text\" }").help("help"));
        }
        Some(Author { name: name?, role: if role.is_empty() { "text".to_owned() } else { role }, affiliation })
    }

    pub(super) fn origin(&mut self) -> Option<Origin> {
        let (table, _) = self.table("source")?;
        fields::unknown_keys(["name", "url", "retrieved"].into_iter(), table, &mut self.notes);
        let mut inner = Front::new(table);
        let url = inner.text("url");
        if let Some((url, span)) = url.as_ref().filter(|(url, _)| !fields::is_url(url)) {
            let _ = url;
            inner.notes.push(wrong_kind("source.url", "url", *span));
        }
        let origin = Origin {
            name: inner.text("name").map(|(name, _)| name).unwrap_or_default(),
            url: url.map(|(url, _)| url).filter(|url| fields::is_url(url)).unwrap_or_default(),
            retrieved: inner.moment("retrieved").map(Moment::date),
        };
        self.notes.append(&mut inner.notes);
        Some(origin)
    }

    pub(super) fn translation(&mut self) -> Option<Translation> {
        let (table, _) = self.table("translation")?;
        fields::unknown_keys(["state", "by", "of"].into_iter(), table, &mut self.notes);
        let mut inner = Front::new(table);
        let translation = Translation {
            state: inner.word("state", &TRANSLATION_STATES),
            by: inner.text("by").map(|(by, _)| by).unwrap_or_default(),
            of: inner.texts("of").into_iter().map(|(digest, _)| digest).collect(),
        };
        self.notes.append(&mut inner.notes);
        Some(translation)
    }

    /// Notes unknown keys, and shared keys that a translation repeats with another value.
    pub(super) fn keys(&mut self, known: &[&[&str]], own: &[&str], source: Option<&Table>) {
        let all = known.iter().flat_map(|keys| keys.iter().copied());
        for entry in &self.table.entries {
            if !all.clone().any(|key| key == entry.key) {
                self.notes.push(fields::unknown_key(&entry.key, entry.key_span, all.clone()));
                continue;
            }
            if let Some(source) = source.filter(|_| !own.contains(&entry.key.as_str())) {
                self.notes.extend(differs(&entry.key, entry, source.get(&entry.key)));
            }
        }
    }

    /// Notes the shared fields of a type's table that a translation repeats with another value.
    pub(super) fn shared_fields(&mut self, declared: &[Field], name: &str, own: &Table, source: Option<&Table>) {
        for field in declared.iter().filter(|field| field.shared) {
            let Some(entry) = own.get(&field.name) else { continue };
            let there = source.and_then(|source| source.get(&field.name));
            self.notes.extend(differs(&format!("{name}.{}", field.name), entry, there));
        }
    }
}

pub(super) fn differs(field: &str, here: &Entry, there: Option<&Entry>) -> Option<Note> {
    if there.is_some_and(|there| same(&here.item, &there.item)) {
        return None;
    }
    let shown = |item: &Item| shown(&item.value);
    let note = Note::new(&rules::SHARED_DIFFERS, here.item.span).arg("field", field).arg("here", shown(&here.item));
    let note = match there {
        Some(there) => note.arg("there", shown(&there.item)),
        None => note.cause("cause-absent"),
    };
    Some(note.help("help"))
}

/// Equal values, wherever they stand.
fn same(a: &Item, b: &Item) -> bool {
    match (&a.value, &b.value) {
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Value::Table(a), Value::Table(b)) => {
            let equal = |entry: &Entry| b.get(&entry.key).is_some_and(|other| same(&entry.item, &other.item));
            a.entries.len() == b.entries.len() && a.entries.iter().all(equal)
        }
        (a, b) => a == b || matches!((fields::as_number(a), fields::as_number(b)), (Some(a), Some(b)) if a == b),
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::Bool(yes) => yes.to_string(),
        Value::Integer(number) => number.to_string(),
        Value::Float(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::Date(date) => date.to_string(),
        Value::DateTime(at) => at.to_string(),
        Value::Array(items) => items.iter().map(|item| shown(&item.value)).collect::<Vec<_>>().join(", "),
        Value::Table(_) => "{ … }".to_owned(),
    }
}

/// A slug as it was written, or folded to what an address may have, with a note; `""` where nothing is left.
pub(super) fn plain_slug(written: &str, span: Span, notes: &mut Vec<Note>) -> String {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if !written.is_empty() && written.bytes().all(plain) {
        return written.to_owned();
    }
    let folded = text::slug(written);
    notes.push(Note::new(&rules::SLUG_INVALID, span).arg("slug", written).arg("nearest", folded.as_str()).help("help"));
    folded
}

pub(super) fn is_alias(alias: &str) -> bool {
    let clean = alias.strip_prefix('/').is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'));
    clean
        && !alias.contains(['?', '#', '\\', '\0', ':', '*', '"', '<', '>', '|'])
        && !alias.split('/').any(|part| part == ".." || part == ".")
}
