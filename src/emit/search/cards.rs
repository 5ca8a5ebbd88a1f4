//! Cards: what a result shows, four in a file.

use rayon::prelude::*;

use crate::model::Lang;
use crate::model::document::Text;
use crate::model::page::Page;
use crate::model::rendition::RenditionFormat;
use crate::model::site::Site;
use crate::model::theme::SlotName;
use crate::search::key;
use crate::search::manifest::{CARDS_PER_FILE, Card, CardFiles, FILES_PER_GROUP};
use crate::search::paths;
use crate::text;
use crate::view::links::section_title;
use crate::view::renditions::{self, Use};

use super::entries::{Entry, Subject};
use super::{Put, json, name};

/// Characters of a summary at most.
const SUMMARY_CHARS: usize = 200;

/// Writes the cards of a segment in a language.
pub(super) fn write(site: &Site, entries: &[Entry<'_>], lang: Lang, folder: &str, put: &Put<'_>) -> CardFiles {
    let per_group = (CARDS_PER_FILE * FILES_PER_GROUP) as usize;
    let groups: Vec<(u32, &[Entry<'_>])> = (0..).zip(entries.chunks(per_group)).collect();
    let hashes: Vec<String> = groups
        .par_iter()
        .map(|(group, entries)| {
            let file = |entries: &[Entry<'_>]| {
                json::bytes(&entries.iter().map(|entry| card(site, entry, lang)).collect::<Vec<Card>>())
            };
            let files: Vec<Vec<u8>> = entries.chunks(CARDS_PER_FILE as usize).map(file).collect();
            let hash = key::hash(&files.concat(), key::HASH);
            for (number, bytes) in (group * FILES_PER_GROUP..).zip(files) {
                put(&paths::cards(folder, &hash, number), bytes);
            }
            hash
        })
        .collect();
    CardFiles { per: CARDS_PER_FILE, group: FILES_PER_GROUP, h: hashes.concat() }
}

/// An entry's card in a language, else in the first in which it can be found.
fn card(site: &Site, entry: &Entry<'_>, lang: Lang) -> Card {
    let first = entry.pages.present().next().map_or(lang, |(first, _)| first);
    let shown = if entry.pages[lang].is_some() { lang } else { first };
    let Some((text, page)) = entry.in_lang(site, shown) else { return Card::default() };
    Card {
        u: site.href(&page.url),
        t: text.title.clone(),
        s: summary(site, text, page, shown),
        d: entry.published(site).map(|moment| moment.date().to_string()).unwrap_or_default(),
        k: if entry.section().0 == 0 { String::new() } else { section_title(site, entry.section(), shown).to_owned() },
        i: thumbnail(site, entry).unwrap_or_default(),
        l: if shown == lang { String::new() } else { name(site, shown) },
    }
}

fn summary(site: &Site, text: &Text, page: &Page, lang: Lang) -> String {
    let code = site.config.languages.code(lang);
    if !text.summary.is_empty() {
        return text::excerpt(&text.summary, SUMMARY_CHARS, code);
    }
    debug_assert_eq!(page.lang, lang);
    let body = text.parsed.body.plain_text(&site.sources.get(text.source).text);
    text::excerpt(&body.replace('\n', " "), SUMMARY_CHARS, code)
}

/// The smallest rendition for cards that every browser shows.
fn thumbnail(site: &Site, entry: &Entry<'_>) -> Option<String> {
    let cover = match entry.subject {
        Subject::Document(document) => document.shared.cover.as_ref(),
        Subject::Section(section) => section.cover.as_ref(),
    }?;
    let plan = renditions::plan(site, Use::of_cover(site, cover, SlotName::Card)?)?;
    let webp = plan.candidates.iter().find(|candidates| candidates.format == RenditionFormat::WebP);
    let smallest = webp.or(plan.candidates.last())?.planned.first()?;
    Some(site.href(&smallest.url))
}
