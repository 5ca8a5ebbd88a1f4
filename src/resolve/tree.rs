//! Sections: folders with an `_index` file, and the root.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Note, rules};
use crate::model::asset::{PictureRecord, PictureText};
use crate::model::config::Fallback;
use crate::model::content_type::Sort;
use crate::model::document::{Section, SectionId, Text, TypeId};
use crate::model::value::Table;
use crate::model::{Lang, PerLang, Span};
use crate::parse::reader::Reader;
use crate::settings;
use crate::text;

use super::fields::{self, Scope};
use super::front::{Front, SECTION_OWN_KEYS, SECTION_SHARED_KEYS};
use super::pairing::{File, Files, source_language};
use super::pictures;
use super::{Context, Given};

/// All sections; the root first, parents before children, children in the order of menus.
pub(super) fn sections(context: &Context<'_>, files: &BTreeMap<String, Files>, notes: &mut Vec<Diagnostic>) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::with_capacity(files.len());
    let mut ids: BTreeMap<&str, SectionId> = BTreeMap::new();
    for (key, files) in files {
        let parent = (!key.is_empty()).then(|| enclosing(key, &ids));
        let id = SectionId(u32::try_from(sections.len()).unwrap_or(u32::MAX));
        let inherited = parent.map(|parent| &sections[parent.0 as usize]).cloned();
        sections.push(section(context, key, files, parent, inherited.as_ref(), notes));
        ids.insert(key, id);
        if let Some(parent) = parent {
            sections[parent.0 as usize].children.push(id);
        }
    }
    order(context.given, &mut sections);
    sections
}

/// The innermost section that a key stands in.
fn enclosing(key: &str, ids: &BTreeMap<&str, SectionId>) -> SectionId {
    let mut folder = key;
    while let Some((parent, _)) = folder.rsplit_once('/') {
        if let Some(id) = ids.get(parent) {
            return *id;
        }
        folder = parent;
    }
    SectionId(0)
}

/// The section of a document that stands in a folder.
pub(super) fn of_folder(folder: &str, sections: &BTreeMap<&str, SectionId>) -> SectionId {
    sections.get(folder).copied().unwrap_or_else(|| enclosing(folder, sections))
}

fn section(
    context: &Context<'_>,
    key: &str,
    files: &Files,
    parent: Option<SectionId>,
    inherited: Option<&Section>,
    notes: &mut Vec<Diagnostic>,
) -> Section {
    let given = context.given;
    let languages = &given.config.languages;
    let source = source_language(files, &given.config);
    let source_table = files[source].as_ref().map(|file| &file.parsed.front);
    let mut own = Vec::new();
    let shared = files[source].as_ref().map(|file| Shared::read(context, file, source, &mut own));
    if let Some(file) = &files[source] {
        notes.extend(own.into_iter().map(|note| note.at(file.source)));
    }
    let shared = shared.unwrap_or_default();
    let mut menu_titles = languages.per_lang(|_| String::new());
    let texts = languages.per_lang(|lang| {
        let file = files[lang].as_ref()?;
        let (text, menu_title) = section_text(context, key, file, lang, source_table.filter(|_| lang != source), notes);
        menu_titles[lang] = menu_title;
        Some(text)
    });
    let ty = shared.content_type.or(inherited.map(|section| section.content_type)).unwrap_or(context.default_type);
    let content_type = &given.types[ty.0 as usize];
    let inherits = inherited.filter(|_| shared.content_type.is_none());
    Section {
        key: key.to_owned(),
        parent,
        children: Vec::new(),
        texts,
        menu_titles,
        content_type: ty,
        per_page: shared.per_page.or(content_type.per_page).or(inherits.map(|s| s.per_page)).unwrap_or(20),
        sort: shared.sort.or(content_type.sort).or(inherits.map(|s| s.sort)).unwrap_or(Sort::Newest),
        fallback: shared.fallback.unwrap_or_else(|| fallback(given, key)),
        order: shared.order,
        cover: shared.cover,
        lists: shared.lists,
        pages: languages.per_lang(|_| None),
    }
}

/// The policy of the nearest folder above that `[fallback]` names.
fn fallback(given: &Given<'_>, key: &str) -> Fallback {
    let mut folder = key;
    loop {
        if let Some(policy) = given.config.fallback.get(folder) {
            return *policy;
        }
        match folder.rsplit_once('/') {
            Some((parent, _)) => folder = parent,
            None => return given.config.fallback.get("*").copied().unwrap_or_default(),
        }
    }
}

/// What an `_index` file says once for all languages.
#[derive(Default)]
struct Shared {
    content_type: Option<TypeId>,
    per_page: Option<u32>,
    sort: Option<Sort>,
    fallback: Option<Fallback>,
    order: Option<f64>,
    cover: Option<PictureRecord>,
    lists: Vec<crate::model::theme::ListSpec>,
}

impl Shared {
    fn read(context: &Context<'_>, file: &File, lang: Lang, notes: &mut Vec<Note>) -> Self {
        let table = &file.parsed.front;
        let scope = context.scope(file.folder(), context.code(lang));
        let cover = cover(&scope, table, notes);
        let mut reader = Reader::new(table, Span::default(), &rules::FIELD_INVALID, notes);
        let content_type = reader.text("content_type");
        let per_page = reader.integer_in("per_page", 1..=500).and_then(|n| u32::try_from(n).ok());
        let sort = reader.word("sort", &Sort::WORDS);
        let fallback = reader.word("fallback", &Fallback::WORDS);
        let order = reader.number("order").map(|(order, _)| order);
        let lists = settings::theme::lists(&mut reader, "lists");
        let content_type = content_type.and_then(|(id, span)| context.type_id(&id, span, notes));
        Self { content_type, per_page, sort, fallback, order, cover, lists }
    }
}

/// `[cover]` of a file.
pub(super) fn cover(scope: &Scope<'_>, table: &Table, notes: &mut Vec<Note>) -> Option<PictureRecord> {
    let item = &table.get("cover")?.item;
    match item.value.as_table() {
        Some(inner) => pictures::picture(scope, inner, item.span, notes),
        None => {
            notes.push(fields::wrong_kind("cover", "image", item.span));
            None
        }
    }
}

/// The cover's alt and caption in one language's file.
pub(super) fn cover_texts(scope: &Scope<'_>, table: &Table, lang: &str, notes: &mut Vec<Note>) -> (String, String) {
    let Some(inner) = table.get("cover").and_then(|entry| entry.item.value.as_table()) else { return Default::default() };
    let texts: PictureText = pictures::picture_text(scope, inner, notes);
    (texts.alt.get(lang).cloned().unwrap_or_default(), texts.caption.get(lang).cloned().unwrap_or_default())
}

fn section_text(
    context: &Context<'_>,
    key: &str,
    file: &File,
    lang: Lang,
    source: Option<&Table>,
    notes: &mut Vec<Diagnostic>,
) -> (Text, String) {
    let table = &file.parsed.front;
    let mut front = Front::new(table);
    front.keys(
        &[&SECTION_OWN_KEYS, &SECTION_SHARED_KEYS, &["cover"]],
        &[&SECTION_OWN_KEYS[..], &["cover"]].concat(),
        source,
    );
    let scope = context.scope(file.folder(), context.code(lang));
    let (cover_alt, cover_caption) = cover_texts(&scope, table, context.code(lang), &mut front.notes);
    let name = key.rsplit('/').next().unwrap_or(key);
    let (title, title_span) = context.title(&mut front, name);
    let slug = if key.is_empty() { String::new() } else { front.slug(&title, name) };
    let slug = if key.is_empty() { slug } else { front.unreserved(slug) };
    let menu_title = front.text("menu_title").map(|(title, _)| title).unwrap_or_default();
    let text = Text {
        source: file.source,
        parsed: file.parsed.clone(),
        title,
        title_span,
        slug,
        summary: front.text("summary").map(|(summary, _)| summary).unwrap_or_default(),
        aliases: front.aliases(),
        noindex: front.bool("noindex"),
        cover_alt,
        cover_caption,
        fields: Vec::new(),
        translation: None,
        links: Vec::new(),
        images: Vec::new(),
    };
    notes.extend(front.notes.into_iter().map(|note| note.at(file.source)));
    (text, menu_title)
}

/// Puts children in the order of menus: `order`, then title in the default language.
fn order(given: &Given<'_>, sections: &mut [Section]) {
    let lang = given.config.default_language;
    let collation = text::Collation::for_language(given.config.languages.code(lang));
    let rank = |section: &Section| {
        let title = title_of(section, lang);
        (section.order.map_or(i64::MAX, |order| (order * 1000.0) as i64), collation.sort_key(title), section.key.clone())
    };
    let ranks: Vec<_> = sections.iter().map(rank).collect();
    for section in sections {
        section.children.sort_by(|a, b| ranks[a.0 as usize].cmp(&ranks[b.0 as usize]));
    }
}

/// A section's title in a language, else in any, else its key.
pub(super) fn title_of(section: &Section, lang: Lang) -> &str {
    section.texts.prefer(lang, lang).map_or(section.key.as_str(), |(_, text)| text.title.as_str())
}

/// A section's slug in a language, else in any, else its folder's name.
pub(super) fn slugs(section: &Section) -> PerLang<String> {
    let name = section.key.rsplit('/').next().unwrap_or_default();
    let any = section.texts.present().next().map(|(_, text)| text.slug.clone());
    section.texts.map(|_, text| match (text, &any) {
        (Some(text), _) => text.slug.clone(),
        (None, Some(slug)) => slug.clone(),
        (None, None) => text::slug(name),
    })
}
