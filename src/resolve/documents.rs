//! Documents: front matter against the common keys and the type's fields, languages joined.

use std::collections::BTreeMap;

use jiff::Zoned;

use crate::diag::{Diagnostic, Note, rules};
use crate::memo::par_map;
use crate::model::content_type::{ContentType, Field, Fields};
use crate::model::document::{Document, Moment, SectionId, Shared, Status, TermId, Text, TypeId};
use crate::model::value::Table;
use crate::model::{Lang, Span};
use crate::text;

use super::front::{Front, INFO_CLASSES, OWN_KEYS, SHARED_KEYS, STATUSES};
use super::pairing::{File, Files, source_language, text_key};
use super::tree::{cover, cover_texts};
use super::{Context, Given};
use super::{fields, pictures};

/// A document before its section's type is known: key, section, files.
pub(super) struct Draft<'a> {
    pub key: &'a str,
    pub section: SectionId,
    pub files: &'a Files,
    pub ty: TypeId,
}

/// The type of each document: its own `type`, else the section's.
pub(super) fn type_of(given: &Given<'_>, files: &Files, section: TypeId) -> TypeId {
    let source = source_language(files, &given.config);
    let said = files[source].as_ref().and_then(|file| text_key(&file.parsed, "type"));
    said.and_then(|(id, _)| given.types.iter().position(|ty| ty.id == id))
        .map_or(section, |place| TypeId(u32::try_from(place).unwrap_or(0)))
}

/// All documents in the order of their keys.
pub(super) fn documents(context: &Context<'_>, drafts: &[Draft<'_>], notes: &mut Vec<Diagnostic>) -> Vec<Document> {
    let made = par_map(drafts, |draft| {
        let mut notes = Vec::new();
        (document(context, draft, &mut notes), notes)
    });
    let mut documents = Vec::with_capacity(made.len());
    for (document, mut own) in made {
        documents.push(document);
        notes.append(&mut own);
    }
    documents
}

fn document(context: &Context<'_>, draft: &Draft<'_>, notes: &mut Vec<Diagnostic>) -> Document {
    let given = context.given;
    let ty = &given.types[draft.ty.0 as usize];
    let source = source_language(draft.files, &given.config);
    let source_table = draft.files[source].as_ref().map(|file| &file.parsed.front);
    let (shared, status) = match &draft.files[source] {
        Some(file) => {
            let mut front = Front::new(&file.parsed.front);
            let read = shared(context, ty, file, source, &mut front);
            notes.extend(front.notes.into_iter().map(|note| note.at(file.source)));
            read
        }
        None => (Shared::default(), Status::Draft),
    };
    let texts = given.config.languages.per_lang(|lang| {
        let file = draft.files[lang].as_ref()?;
        let mut front = Front::new(&file.parsed.front);
        let text = text(context, draft, ty, file, lang, source_table.filter(|_| lang != source), &mut front);
        notes.extend(front.notes.into_iter().map(|note| note.at(file.source)));
        Some(text)
    });
    let none = given.config.languages.per_lang(|_| None);
    Document {
        key: draft.key.to_owned(),
        ty: draft.ty,
        section: draft.section,
        source_language: source,
        shared,
        texts,
        pages: none,
        status,
    }
}

fn shared(context: &Context<'_>, ty: &ContentType, file: &File, lang: Lang, front: &mut Front<'_>) -> (Shared, Status) {
    let scope = context.scope(file.folder(), context.code(lang));
    if let Some((id, span)) = front.text("type") {
        context.type_id(&id, span, &mut front.notes);
    }
    let (published, updated, expires) = (front.moment("published"), front.moment("updated"), front.moment("expires"));
    let status = status(context.given, &front.word("status", &STATUSES), published, expires);
    let agency = front.text("agency");
    if let Some((id, span)) = &agency {
        let target = crate::model::content_type::RefTarget::Record("agencies".to_owned());
        let item = crate::model::value::Item { value: crate::model::value::Value::Text(id.clone()), span: *span };
        fields::value(&scope, &crate::model::content_type::FieldKind::Ref(target), "agency", &item, &mut front.notes);
    }
    let shared = Shared {
        published,
        updated,
        expires,
        tags: terms(context, front, "tags", "tags"),
        places: terms(context, front, "places", "places"),
        info_class: front.word("info_class", &INFO_CLASSES),
        agency: agency.map(|(id, _)| id).unwrap_or_default(),
        authors: front.authors(),
        source: front.origin(),
        order: front.number("order"),
        cover: cover(&scope, front.table, &mut front.notes),
        fields: own_fields(context, ty, file, lang, front, |field| field.shared),
    };
    (shared, status)
}

/// The type's fields that this file carries: those that `keep` names.
fn own_fields(
    context: &Context<'_>,
    ty: &ContentType,
    file: &File,
    lang: Lang,
    front: &mut Front<'_>,
    keep: impl Fn(&Field) -> bool + Copy,
) -> Fields {
    let scope = context.scope(file.folder(), context.code(lang));
    static EMPTY: Table = Table { entries: Vec::new() };
    let (table, span) = front.table(&ty.id).unwrap_or((&EMPTY, Span::default()));
    fields::missing(&ty.fields, table, &ty.id, span, keep, &mut front.notes);
    let mut values = Fields::new();
    for field in ty.fields.iter().filter(|field| keep(field)) {
        let Some(entry) = table.get(&field.name) else { continue };
        let value = fields::value(&scope, &field.kind, &field.name, &entry.item, &mut front.notes);
        values.extend(value.map(|value| (field.name.clone(), value)));
    }
    values
}

fn terms(context: &Context<'_>, front: &mut Front<'_>, key: &str, vocabulary: &str) -> Vec<TermId> {
    let mut found = Vec::new();
    for (id, span) in front.texts(key) {
        match context.terms.get(&(key == "places", id.as_str())) {
            Some(term) => found.push(*term),
            None => {
                let known = context.terms.keys().filter(|(place, _)| *place == (key == "places")).map(|(_, id)| *id);
                let file = if key == "places" { "content/_data/places.toml" } else { "content/_data/terms.toml" };
                let note = Note::new(&rules::TERM_UNKNOWN, span).arg("term", id.as_str()).arg("vocabulary", vocabulary);
                front.notes.push(note.arg("file", file).nearest(text::nearest(&id, known), "help"));
            }
        }
    }
    found
}

/// Whether a document is published at the moment of the build.
fn status(given: &Given<'_>, said: &str, published: Option<Moment>, expires: Option<Moment>) -> Status {
    let now = given.now.datetime();
    match said {
        "draft" if !given.drafts => Status::Draft,
        "withdrawn" => Status::Withdrawn,
        _ if expires.is_some_and(|moment| moment.at <= now) => Status::Expired,
        _ if published.is_some_and(|moment| moment.at > now) && !given.drafts => Status::Scheduled,
        _ => Status::Published,
    }
}

/// The moment at which a document's status changes by itself, on the portal's clock.
pub(super) fn due(given: &Given<'_>, document: &Document) -> Option<Zoned> {
    let moment = match document.status {
        Status::Scheduled => document.shared.published,
        Status::Published => document.shared.expires,
        _ => None,
    };
    moment.and_then(|moment| moment.at.to_zoned(given.config.timezone.clone()).ok()).filter(|due| *due > given.now)
}

fn text(
    context: &Context<'_>,
    draft: &Draft<'_>,
    ty: &ContentType,
    file: &File,
    lang: Lang,
    source: Option<&Table>,
    front: &mut Front<'_>,
) -> Text {
    let own = [&OWN_KEYS[..], &["cover", ty.id.as_str()]].concat();
    front.keys(&[&OWN_KEYS, &SHARED_KEYS, &["cover", ty.id.as_str()]], &own, source);
    if let Some((table, _)) = front.table(&ty.id) {
        fields::unknown_keys(ty.fields.iter().map(|field| field.name.as_str()), table, &mut front.notes);
        if let Some(source) = source {
            let there = source.get(&ty.id).and_then(|entry| entry.item.value.as_table());
            front.shared_fields(&ty.fields, &ty.id, table, there);
        }
    }
    let scope = context.scope(file.folder(), context.code(lang));
    let mut repeated = Vec::new();
    let (cover_alt, cover_caption) = cover_texts(&scope, front.table, context.code(lang), &mut repeated);
    if source.is_some() {
        front.notes.append(&mut repeated);
        cover_repeats(front, source);
    }
    let name = draft.key.rsplit('/').next().unwrap_or(draft.key);
    let (title, title_span) = context.title(front, name);
    let slug = front.slug(&title, name);
    let slug = front.unreserved(slug);
    Text {
        source: file.source,
        parsed: file.parsed.clone(),
        title_span,
        slug,
        summary: front.text("summary").map(|(summary, _)| summary).unwrap_or_default(),
        aliases: front.aliases(),
        noindex: front.bool("noindex"),
        cover_alt,
        cover_caption,
        fields: own_fields(context, ty, file, lang, front, |field| !field.shared),
        translation: front.translation(),
        links: Vec::new(),
        images: Vec::new(),
        title,
    }
}

/// A translation's `[cover]` may hold alt and caption; what it repeats of the rest must be equal.
fn cover_repeats(front: &mut Front<'_>, source: Option<&Table>) {
    let Some((table, _)) = front.table("cover") else { return };
    fields::unknown_keys(pictures::PICTURE_KEYS.into_iter(), table, &mut front.notes);
    let there = source.and_then(|source| source.get("cover")).and_then(|entry| entry.item.value.as_table());
    let shared = table.entries.iter().filter(|entry| !matches!(entry.key.as_str(), "alt" | "caption" | "decorative"));
    let notes: Vec<Note> = shared
        .filter(|entry| pictures::PICTURE_KEYS.contains(&entry.key.as_str()))
        .filter_map(|entry| {
            super::front::differs(&format!("cover.{}", entry.key), entry, there.and_then(|t| t.get(&entry.key)))
        })
        .collect();
    front.notes.extend(notes);
}

/// Types by document key, which references are checked against.
pub(super) fn type_ids(given: &Given<'_>, drafts: &[Draft<'_>]) -> BTreeMap<String, String> {
    drafts.iter().map(|draft| (draft.key.to_owned(), given.types[draft.ty.0 as usize].id.clone())).collect()
}
