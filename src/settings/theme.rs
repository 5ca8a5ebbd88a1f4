//! `theme.toml`, and the lists that `_index` files declare in the same grammar.

use crate::diag::{Note, rules};
use crate::model::Span;
use crate::model::content_type::Sort;
use crate::model::rendition::RenditionFormat;
use crate::model::theme::{ListSpec, PageSwitches, Slot, SlotName, ThemeSettings};
use crate::model::value::Table;
use crate::parse::reader::{Reader, unknown_key};

/// A theme's settings; every key is optional.
pub fn read(table: &Table, notes: &mut Vec<Note>) -> ThemeSettings {
    let mut top = Reader::new(table, Span::default(), &rules::CONFIG_INVALID, notes);
    let mut settings = ThemeSettings {
        home_lists: Vec::new(),
        pages: PageSwitches::default(),
        related: top.integer_in("related", 0..=50).map_or(5, as_u32),
        same_section: top.integer_in("same_section", 0..=50).map_or(5, as_u32),
        menus: top.list_of_text("menus").into_iter().map(|(menu, _)| menu).collect(),
        slots: Vec::new(),
    };
    top.text("name");
    if let Some(mut reader) = top.section("lists") {
        settings.home_lists = lists(&mut reader, "home");
        reader.finish();
    }
    if let Some(reader) = top.section("pages") {
        settings.pages = pages(reader);
    }
    settings.slots = slots(&mut top);
    top.finish();
    settings
}

/// The lists under a key.
pub fn lists(reader: &mut Reader<'_, '_>, key: &'static str) -> Vec<ListSpec> {
    let tables = reader.tables(key);
    tables.into_iter().filter_map(|(table, span)| list(reader.inner(key, table, span))).collect()
}

fn list(mut reader: Reader<'_, '_>) -> Option<ListSpec> {
    const STYLES: [(&str, &str); 3] = [("lead", "lead"), ("cards", "cards"), ("list", "list")];
    let span = reader.span();
    let id = reader.required_text("id").map(|(id, _)| id);
    let texts = |texts: Vec<(String, Span)>| texts.into_iter().map(|(text, _)| text).collect();
    let spec = ListSpec {
        id: String::new(),
        title: reader.localized("title"),
        section: reader.text_or_empty("section"),
        types: texts(reader.list_of_text("types")),
        keys: texts(reader.list_of_text("keys")),
        sort: reader.word("sort", &Sort::WORDS).unwrap_or(Sort::Newest),
        limit: reader.integer_in("limit", 1..=100).map_or(6, as_u32),
        style: reader.word("style", &STYLES).unwrap_or("cards").to_owned(),
        span,
    };
    reader.finish();
    Some(ListSpec { id: id?, ..spec })
}

fn pages(mut reader: Reader<'_, '_>) -> PageSwitches {
    let default = PageSwitches::default();
    let mut switch = |key, otherwise| reader.bool(key).unwrap_or(otherwise);
    let pages = PageSwitches {
        archive: switch("archive", default.archive),
        az: switch("az", default.az),
        search: switch("search", default.search),
        data: switch("data", default.data),
        places: switch("places", default.places),
        json_feed: switch("json_feed", default.json_feed),
        section_feeds: switch("section_feeds", default.section_feeds),
    };
    reader.finish();
    pages
}

fn slots(top: &mut Reader<'_, '_>) -> Vec<Slot> {
    let entries = top.entries("slots");
    let mut slots = Vec::new();
    let known: Vec<&str> = SlotName::WORDS.iter().map(|(word, _)| *word).collect();
    for entry in entries {
        let Some((table, span)) = top.table_of(&entry.key, &entry.item) else { continue };
        let Some((_, name)) = SlotName::WORDS.into_iter().find(|(word, _)| *word == entry.key) else {
            top.note(unknown_key(entry, &known));
            continue;
        };
        let mut reader = top.inner("slots", table, span);
        let numbers = |items: &[crate::model::value::Item]| -> Vec<u32> {
            items
                .iter()
                .filter_map(|item| {
                    if let crate::model::value::Value::Integer(n) = item.value { u32::try_from(n).ok() } else { None }
                })
                .collect()
        };
        let mut widths = numbers(reader.items("widths"));
        widths.retain(|width| (1..=8192).contains(width));
        widths.sort_unstable();
        widths.dedup();
        let ratio = reader.text("ratio").and_then(|(text, _)| ratio(&text));
        let formats = formats(&mut reader);
        slots.push(Slot { name, widths, ratio, sizes: reader.text_or_empty("sizes"), formats });
        reader.finish();
    }
    slots
}

/// `formats = ["avif", "webp", "jpeg"]`, each once; none where the key is missing or names nothing.
pub(super) fn formats(reader: &mut Reader<'_, '_>) -> Option<Vec<RenditionFormat>> {
    let mut formats: Vec<RenditionFormat> = Vec::new();
    for item in reader.items("formats") {
        let format = reader.word_of("formats", item, &RenditionFormat::WORDS);
        formats.extend(format.filter(|format| !formats.contains(format)));
    }
    (!formats.is_empty()).then_some(formats)
}

/// `3/2`
fn ratio(text: &str) -> Option<(u32, u32)> {
    let (width, height) = text.split_once('/')?;
    let sides = (width.trim().parse().ok()?, height.trim().parse().ok()?);
    (sides.0 > 0 && sides.1 > 0).then_some(sides)
}

fn as_u32(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(0)
}
