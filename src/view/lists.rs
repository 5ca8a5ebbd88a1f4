//! Lists: sections, terms, archives, A to Z, and the lists of home and section pages.

use std::sync::Arc;

use crate::model::Lang;
use crate::model::content_type::{Sort, localized};
use crate::model::document::{DocId, SectionId, Status};
use crate::model::page::{ListOf, Page};
use crate::model::site::Site;
use crate::model::theme::ListSpec;
use crate::text;

use super::links::{foreign, href, section_title};
use super::model::{
    ArchiveMonth, ArchiveYear, CardView, IntroView, Letter, Link, ListView, NamedList, PageNumber, PageView, SectionArchive,
    SectionLink, TermLink, Vocabulary,
};
use super::{Shared, cards, intro, month_title};

/// Fills in page `n` of a list.
pub(super) fn fill(site: &Site, shared: &Shared, page: &Page, of: ListOf, n: u32, view: &mut PageView) {
    let home = of == ListOf::Section(SectionId(0));
    match of {
        ListOf::Section(id) => {
            view.intro = intro(site, shared, id, page.lang).filter(|_| n == 1);
            if n == 1 {
                view.sections = sections(site, shared, id, page.lang);
                view.lists = named(site, shared, id, page.lang);
            }
            view.archive = archive(site, shared, id, page.lang, None);
        }
        ListOf::Term(id) => {
            let summary = site.term(id).descriptions[page.lang].clone();
            view.intro = (!summary.is_empty()).then(|| IntroView { summary, body: String::new(), cover: None });
        }
        ListOf::Year(id, year) => view.archive = archive(site, shared, id, page.lang, Some((year, None))),
        ListOf::Month(id, year, month) => view.archive = archive(site, shared, id, page.lang, Some((year, Some(month)))),
    }
    if !home {
        view.list = Some(list(site, shared, page, of, n));
    }
}

fn documents(site: &Site, of: ListOf, lang: Lang) -> &[DocId] {
    site.lists.get(&of).map_or(&[], |lists| &lists[lang])
}

fn per_page(site: &Site, of: ListOf) -> u32 {
    match of {
        ListOf::Section(id) => site.section(id).per_page,
        ListOf::Term(_) => 20,
        ListOf::Year(..) | ListOf::Month(..) => 50,
    }
}

fn list(site: &Site, shared: &Shared, page: &Page, of: ListOf, n: u32) -> ListView {
    let all = documents(site, of, page.lang);
    let per_page = per_page(site, of).max(1) as usize;
    let from = (n.saturating_sub(1) as usize) * per_page;
    let shown = all.get(from..all.len().min(from + per_page)).unwrap_or(&[]);
    let pages = u32::try_from(all.len().div_ceil(per_page)).unwrap_or(u32::MAX).max(1);
    let url = |number: u32| page_url(site, page, n, number);
    ListView {
        items: shown.iter().filter_map(|id| shared.card(site, *id, page.lang)).collect(),
        total: u32::try_from(all.len()).unwrap_or(u32::MAX),
        page: n,
        pages,
        previous: (n > 1).then(|| url(n - 1)),
        next: (n < pages).then(|| url(n + 1)),
        numbers: numbers(n, pages, url),
    }
}

/// The URL of another page of the same list.
fn page_url(site: &Site, page: &Page, n: u32, number: u32) -> String {
    let own = site.href(&page.url);
    let first = if n == 1 { own.as_str() } else { own.strip_suffix(&format!("page/{n}/")).unwrap_or(&own) };
    if number == 1 { first.to_owned() } else { format!("{first}page/{number}/") }
}

/// First, last, and two on either side of the current page.
fn numbers(n: u32, pages: u32, url: impl Fn(u32) -> String) -> Vec<PageNumber> {
    let mut numbers: Vec<PageNumber> = Vec::new();
    let near = n.saturating_sub(2).max(1)..=n.saturating_add(2).min(pages);
    let shown = std::iter::once(1).chain(near).chain(std::iter::once(pages));
    for number in shown {
        let last = numbers.last().map_or(0, |last| last.number);
        if number > last {
            numbers.push(PageNumber { number, url: url(number), current: number == n, gap: number > last + 1 });
        }
    }
    numbers
}

/// The sections below one that the language has.
pub(super) fn sections(site: &Site, shared: &Shared, id: SectionId, lang: Lang) -> Vec<SectionLink> {
    site.section(id).children.iter().filter_map(|child| cards::section_link(site, shared, *child, lang)).collect()
}

/// The lists of a home or section page.
fn named(site: &Site, shared: &Shared, id: SectionId, lang: Lang) -> Vec<NamedList> {
    let own = &site.section(id).lists;
    let specs = if own.is_empty() && id == SectionId(0) { &site.theme.home_lists } else { own };
    specs.iter().map(|spec| named_list(site, shared, spec, lang)).filter(|list| !list.items.is_empty()).collect()
}

fn named_list(site: &Site, shared: &Shared, spec: &ListSpec, lang: Lang) -> NamedList {
    let section = site.sections.iter().position(|section| section.key == spec.section).filter(|_| !spec.section.is_empty());
    let section = section.and_then(|at| u32::try_from(at).ok()).map(SectionId);
    let title = localized(&spec.title, site.config.languages.code(lang));
    let title = match section {
        Some(id) if title.is_empty() => section_title(site, id, lang).to_owned(),
        _ => title.to_owned(),
    };
    NamedList {
        id: spec.id.clone(),
        title,
        style: spec.style.clone(),
        url: section.and_then(|id| site.section(id).pages[lang]).map_or_else(String::new, |page| href(site, page)),
        items: members(site, shared, spec, section, lang),
    }
}

fn members(site: &Site, shared: &Shared, spec: &ListSpec, section: Option<SectionId>, lang: Lang) -> Vec<Arc<CardView>> {
    let card = |id: &DocId| shared.card(site, *id, lang);
    if !spec.keys.is_empty() {
        let known = spec.keys.iter().filter_map(|key| site.keys.get(key));
        return known.filter(|id| site.document(**id).status == Status::Published).filter_map(card).collect();
    }
    if section.is_none() && !spec.section.is_empty() {
        return Vec::new();
    }
    let all = documents(site, ListOf::Section(section.unwrap_or(SectionId(0))), lang);
    let wanted = |id: &&DocId| spec.types.is_empty() || spec.types.contains(&site.type_of(site.document(**id)).id);
    let mut ids: Vec<DocId> = all.iter().filter(wanted).copied().collect();
    sort(site, &mut ids, spec.sort, lang);
    ids.iter().take(spec.limit as usize).filter_map(card).collect()
}

fn sort(site: &Site, ids: &mut [DocId], sort: Sort, lang: Lang) {
    let published = |id: &DocId| site.document(*id).shared.published;
    let key = |id: &DocId| site.document(*id).key.clone();
    match sort {
        Sort::Newest => ids.sort_by_key(|id| (std::cmp::Reverse(published(id)), key(id))),
        Sort::Oldest => ids.sort_by_key(|id| (published(id), key(id))),
        Sort::Order => {
            ids.sort_by_key(|id| site.document(*id).shared.order.map_or(i64::MAX, |order| (order * 1000.0) as i64))
        }
        Sort::Start => ids.sort_by_cached_key(|id| start(site, *id)),
        Sort::Title => {
            let collation = text::Collation::for_language(site.config.languages.code(lang));
            ids.sort_by_cached_key(|id| super::text_of(site, *id, lang).map(|text| collation.sort_key(&text.title)));
        }
    }
}

fn start(site: &Site, id: DocId) -> String {
    use crate::model::content_type::{FieldValue, field};
    match field(&site.document(id).shared.fields, "start") {
        Some(FieldValue::Date(date)) => date.to_string(),
        Some(FieldValue::DateTime(at)) => at.to_string(),
        _ => "~".to_owned(),
    }
}

/// Years and months of a section that have documents, newest first.
fn archive(site: &Site, shared: &Shared, id: SectionId, lang: Lang, shown: Option<(i16, Option<i8>)>) -> Vec<ArchiveYear> {
    let years = site.lists.range(ListOf::Year(id, i16::MIN)..=ListOf::Year(id, i16::MAX)).rev();
    let year = |(of, lists): (&ListOf, &crate::model::PerLang<Arc<[DocId]>>)| {
        let ListOf::Year(_, year) = *of else { return None };
        let url = archive_url(site, *of, lang)?;
        Some(ArchiveYear {
            year,
            url,
            count: u32::try_from(lists[lang].len()).unwrap_or(u32::MAX),
            current: shown.is_some_and(|(shown, _)| shown == year),
            months: months(site, shared, id, year, lang, shown),
        })
    };
    years.filter_map(year).collect()
}

/// The archives of all top sections that the language has.
pub(super) fn archives(site: &Site, shared: &Shared, lang: Lang) -> Vec<SectionArchive> {
    let of = |id: &SectionId| {
        let years = archive(site, shared, *id, lang, None);
        let url = href(site, site.section(*id).pages[lang].filter(|_| !years.is_empty())?);
        Some(SectionArchive { title: section_title(site, *id, lang).to_owned(), url, years })
    };
    site.section(SectionId(0)).children.iter().filter_map(of).collect()
}

fn months(
    site: &Site,
    shared: &Shared,
    id: SectionId,
    year: i16,
    lang: Lang,
    shown: Option<(i16, Option<i8>)>,
) -> Vec<ArchiveMonth> {
    let months = site.lists.range(ListOf::Month(id, year, 1)..=ListOf::Month(id, year, 12)).rev();
    let month = |(of, lists): (&ListOf, &crate::model::PerLang<Arc<[DocId]>>)| {
        let ListOf::Month(_, _, month) = *of else { return None };
        Some(ArchiveMonth {
            title: month_title(shared, lang, year, month),
            month,
            url: archive_url(site, *of, lang)?,
            count: u32::try_from(lists[lang].len()).unwrap_or(u32::MAX),
            current: shown == Some((year, Some(month))),
        })
    };
    months.filter_map(month).collect()
}

/// Where an archive's first page is; none where the language has no document in it.
fn archive_url(site: &Site, of: ListOf, lang: Lang) -> Option<String> {
    let (section, rest) = match of {
        ListOf::Year(section, year) => (section, format!("{year:04}/")),
        ListOf::Month(section, year, month) => (section, format!("{year:04}/{month:02}/")),
        _ => return None,
    };
    if documents(site, of, lang).is_empty() {
        return None;
    }
    Some(format!("{}{rest}", href(site, site.section(section).pages[lang]?)))
}

/// All vocabularies with the terms that have a page in the language, in its order.
pub(super) fn vocabularies(site: &Site, lang: Lang) -> Vec<Vocabulary> {
    let collation = text::Collation::for_language(site.config.languages.code(lang));
    let mut found: Vec<(Vocabulary, Vec<Vec<u8>>)> = Vec::new();
    for (term, at) in site.terms.iter().zip(0..) {
        let Some(page) = term.pages[lang] else { continue };
        let count = documents(site, ListOf::Term(crate::model::document::TermId(at)), lang).len();
        let link = TermLink {
            title: term.labels[lang].clone(),
            url: href(site, page),
            count: u32::try_from(count).unwrap_or(u32::MAX),
            description: term.descriptions[lang].clone(),
        };
        let place = found.iter().position(|(vocabulary, _)| vocabulary.id == term.vocabulary).unwrap_or_else(|| {
            found.push((Vocabulary { id: term.vocabulary.clone(), terms: Vec::new() }, Vec::new()));
            found.len() - 1
        });
        let (vocabulary, keys) = &mut found[place];
        let key = collation.sort_key(&link.title);
        let at = keys.partition_point(|other| *other <= key);
        keys.insert(at, key);
        vocabulary.terms.insert(at, link);
    }
    found.into_iter().map(|(vocabulary, _)| vocabulary).collect()
}

/// Every document that the language lists, and every section, below its letter.
pub(super) fn letters(site: &Site, lang: Lang) -> Vec<Letter> {
    let collation = text::Collation::for_language(site.config.languages.code(lang));
    let mut entries: Vec<(Vec<u8>, Link)> = Vec::new();
    for id in documents(site, ListOf::Section(SectionId(0)), lang) {
        let document = site.document(*id);
        let Some((of, page)) = super::links::page_for(&document.pages, lang, document.source_language) else { continue };
        let Some((text_lang, text)) = document.texts.prefer(of, document.source_language) else { continue };
        let link = Link { title: text.title.clone(), url: href(site, page), lang: foreign(site, lang, text_lang) };
        entries.push((collation.sort_key(&text.title), link));
    }
    for section in site.sections.iter().skip(1) {
        if let (Some(page), Some(text)) = (section.pages[lang], &section.texts[lang]) {
            entries.push((
                collation.sort_key(&text.title),
                Link { title: text.title.clone(), url: href(site, page), lang: None },
            ));
        }
    }
    entries.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.url.cmp(&b.1.url)));
    let mut letters: Vec<Letter> = Vec::new();
    let mut ids = text::Slugs::new();
    for (_, link) in entries {
        let letter = collation.index_letter(&link.title);
        match letters.iter_mut().find(|known| known.letter == letter) {
            Some(known) => known.entries.push(link),
            None => letters.push(Letter { id: ids.unique(&letter_id(&letter)), letter, entries: vec![link] }),
        }
    }
    letters
}

/// `letter-a`, `letter-dd` for Đ, `letter-other`
fn letter_id(letter: &str) -> String {
    let folded = text::slug(letter);
    let folded = match letter {
        "Đ" => "dd".to_owned(),
        _ if folded.is_empty() => "other".to_owned(),
        _ => folded,
    };
    format!("letter-{folded}")
}
