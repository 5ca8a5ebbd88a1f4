//! Facets: properties by which results can be narrowed, shared by all languages.

use std::collections::BTreeMap;

use crate::model::content_type::{Field, FieldKind, FieldValue, Localized, localized};
use crate::model::document::{Document, TermId};
use crate::model::site::Site;
use crate::search::manifest::{self, Facet, FacetValue, Facets};
use crate::search::{codec, key, paths};
use crate::text::Collation;
use crate::view::links::section_title;

use super::super::Emission;
use super::entries::{Entry, Subject};
use super::{Put, json, name};

/// Labels by language.
type Labels = BTreeMap<String, String>;

/// A facet under way.
#[derive(Debug, Default)]
struct Column {
    label: Labels,
    /// Label and entries of each value, by its id.
    values: BTreeMap<String, (Labels, Vec<u32>)>,
    newest_first: bool,
}

impl Column {
    fn new(label: Labels) -> Self {
        Self { label, ..Self::default() }
    }

    fn add(&mut self, id: &str, entry: u32, label: impl FnOnce() -> Labels) {
        let value = match self.values.get_mut(id) {
            Some(value) => value,
            None => self.values.entry(id.to_owned()).or_insert_with(|| (label(), Vec::new())),
        };
        if value.1.last() != Some(&entry) {
            value.1.push(entry);
        }
    }
}

/// Writes all facets; returns the file's name.
pub(super) fn write(emission: &Emission<'_>, entries: &[Entry<'_>], put: &Put<'_>) -> String {
    let site = emission.site;
    let columns = Columns::new(emission, entries);
    let n = u32::try_from(entries.len()).unwrap_or(u32::MAX);
    let default = site.config.languages.code(site.config.default_language);
    let (order, key_of_label) = (Collation::for_language(default), name(site, site.config.default_language));
    let shown = columns.all.into_iter().filter(|(_, column)| !column.values.is_empty());
    let facet = |(id, column): (String, Column)| {
        let newest_first = column.newest_first;
        let value = |(id, (label, ids)): (String, (Labels, Vec<u32>))| FacetValue { id, label, ids: packed(&ids) };
        let mut values: Vec<FacetValue> = column.values.into_iter().map(value).collect();
        if newest_first {
            values.reverse();
        } else {
            let label = |value: &FacetValue| value.label.get(&key_of_label).cloned().unwrap_or_default();
            values.sort_by_cached_key(|value| order.sort_key(&label(value)));
        }
        Facet { id, label: column.label, values }
    };
    let bytes = json::bytes(&Facets { format: manifest::FACETS.to_owned(), n, facets: shown.map(facet).collect() });
    let file = format!("facets.{}.json", key::hash(&bytes, key::HASH));
    put(&paths::facets(&file), bytes);
    file
}

/// Ascending ids, a list for each segment; empty ones at the end are left out.
fn packed(ids: &[u32]) -> String {
    let mut lists: Vec<Vec<u32>> = Vec::new();
    for id in ids {
        let segment = (id / manifest::SEGMENT) as usize;
        lists.resize(lists.len().max(segment + 1), Vec::new());
        lists[segment].push(id % manifest::SEGMENT);
    }
    codec::pack_lists(&lists)
}

/// All facets with their ids, in the order in which they are shown.
struct Columns<'a> {
    emission: &'a Emission<'a>,
    site: &'a Site,
    all: Vec<(String, Column)>,
}

impl<'a> Columns<'a> {
    fn new(emission: &'a Emission<'a>, entries: &[Entry<'a>]) -> Self {
        let mut columns = Self { emission, site: emission.site, all: Vec::new() };
        for (id, entry) in (0..).zip(entries) {
            columns.section(id, entry);
            if let Subject::Document(document) = entry.subject {
                columns.document(id, entry, document);
            }
        }
        let rank = |id: &str| ["section", "type", "place", "year"].iter().position(|known| *known == id).unwrap_or(9);
        columns.all.sort_by(|(a, _), (b, _)| (rank(a), a.contains('.'), a).cmp(&(rank(b), b.contains('.'), b)));
        columns.tell_apart();
        columns
    }

    /// A type's field whose label another facet has too is told from it by the type's label.
    fn tell_apart(&mut self) {
        let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
        let pairs = |labels: &Labels| labels.iter().map(|(lang, label)| (lang.clone(), label.clone())).collect::<Vec<_>>();
        for pair in self.all.iter().flat_map(|(_, column)| pairs(&column.label)) {
            *counts.entry(pair).or_default() += 1;
        }
        for (id, column) in &mut self.all {
            let Some(ty) = id.split_once('.').and_then(|(ty, _)| self.site.types.iter().find(|known| known.id == ty)) else {
                continue;
            };
            let types = labels(self.site, &ty.label);
            for (lang, label) in pairs(&column.label) {
                let shared = counts.get(&(lang.clone(), label.clone())).is_some_and(|count| *count > 1);
                if let Some(ty) = types.get(&lang).filter(|_| shared) {
                    column.label.insert(lang, format!("{label} ({ty})"));
                }
            }
        }
    }

    fn column(&mut self, id: &str, label: impl FnOnce(&Emission<'a>) -> Labels) -> &mut Column {
        let place = self.all.iter().position(|(known, _)| known == id).unwrap_or_else(|| {
            self.all.push((id.to_owned(), Column::new(label(self.emission))));
            self.all.len() - 1
        });
        &mut self.all[place].1
    }

    fn section(&mut self, id: u32, entry: &Entry<'a>) {
        let site = self.site;
        if let Some(top) = entry.top_section(site) {
            let labels = || in_languages(site, |lang| section_title(site, top, lang).to_owned());
            self.column("section", |emission| named(emission, "section")).add(&site.section(top).key, id, labels);
        }
    }

    fn document(&mut self, id: u32, entry: &Entry<'a>, document: &'a Document) {
        let site = self.site;
        let ty = site.type_of(document);
        self.column("type", |emission| named(emission, "type")).add(&ty.id, id, || labels(site, &ty.label));
        for place in &document.shared.places {
            self.term("place", id, *place);
        }
        if let Some(published) = entry.published(site) {
            let year = format!("{:04}", published.date().year());
            let column = self.column("year", |emission| named(emission, "year"));
            column.newest_first = true;
            column.add(&year, id, || in_languages(site, |_| year.clone()));
        }
        for tag in &document.shared.tags {
            self.term(&site.term(*tag).vocabulary, id, *tag);
        }
        for field in ty.fields.iter().filter(|field| field.facet) {
            let values = [&document.shared.fields].into_iter().chain(document.texts.present().map(|(_, text)| &text.fields));
            for (_, value) in values.flatten().filter(|(name, _)| *name == field.name) {
                self.field(&format!("{}.{}", ty.id, field.name), field, &field.kind, value, id);
            }
        }
    }

    fn term(&mut self, facet: &str, id: u32, term: TermId) {
        let (site, term) = (self.site, self.site.term(term));
        let labels = || in_languages(site, |lang| term.labels[lang].clone());
        self.column(facet, |emission| named(emission, facet)).add(&term.id, id, labels);
    }

    fn field(&mut self, facet: &str, field: &Field, kind: &FieldKind, value: &FieldValue, id: u32) {
        let site = self.site;
        let (word, label) = match (kind, value) {
            (FieldKind::Text { .. }, FieldValue::Text(text)) => (text.clone(), in_languages(site, |_| text.clone())),
            (FieldKind::Enum(words), FieldValue::Enum(place)) => {
                let Some(word) = words.get(*place) else { return };
                (word.id.clone(), labels(site, &word.label))
            }
            (FieldKind::Ref(_), FieldValue::Record(file, record)) => {
                let Some(found) = site.record(file, record) else { return };
                (record.clone(), labels(site, &found.labels))
            }
            (FieldKind::List { of, .. }, FieldValue::List(values)) => {
                return values.iter().for_each(|value| self.field(facet, field, of, value, id));
            }
            (_, FieldValue::Date(date)) => year(site, date.year()),
            (_, FieldValue::DateTime(at)) => year(site, at.date().year()),
            _ => return,
        };
        self.column(facet, |_| labels(site, &field.label)).add(&word, id, || label);
    }
}

fn year(site: &Site, year: i16) -> (String, Labels) {
    let year = format!("{year:04}");
    (year.clone(), in_languages(site, |_| year.clone()))
}

fn in_languages(site: &Site, label: impl Fn(crate::model::Lang) -> String) -> Labels {
    site.config.languages.iter().map(|(lang, _)| (name(site, lang), label(lang))).collect()
}

fn labels(site: &Site, texts: &Localized) -> Labels {
    in_languages(site, |lang| localized(texts, site.config.languages.code(lang)).to_owned())
}

/// The facets that every portal has, with their interface words; a vocabulary of the portal's own is called by its id.
const NAMES: [(&str, &str); 5] = [
    ("section", "facet-section"),
    ("type", "facet-type"),
    ("place", "facet-place"),
    ("year", "facet-year"),
    ("tags", "facet-tags"),
];

fn named(emission: &Emission<'_>, id: &str) -> Labels {
    let known = NAMES.iter().find(|(known, _)| *known == id);
    in_languages(emission.site, |lang| known.map_or_else(|| id.to_owned(), |(_, word)| (emission.words)(lang, word)))
}
