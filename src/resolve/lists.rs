//! Which documents each list holds, in which order, in each language.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::memo::par_map;
use crate::model::config::Fallback;
use crate::model::content_type::{FieldValue, Sort, field};
use crate::model::document::{DocId, Document, Moment, Section, SectionId, Status, Term};
use crate::model::page::ListOf;
use crate::model::{Lang, PerLang};
use crate::text;

use super::Given;

/// Documents of each list in each language.
pub(super) type Lists = BTreeMap<ListOf, PerLang<Arc<[DocId]>>>;

/// Published documents, newest first; undated last; then by key.
pub(super) fn newest(documents: &[Document]) -> Vec<DocId> {
    let published = ids(documents).filter(|id| at(documents, *id).status == Status::Published);
    let mut newest: Vec<(Reverse<Option<Moment>>, DocId)> =
        published.map(|id| (Reverse(at(documents, id).shared.published), id)).collect();
    newest.sort_unstable(); // documents stand in the order of keys, so ids do too
    newest.into_iter().map(|(_, id)| id).collect()
}

/// Gives every term its published documents, newest first.
pub(super) fn postings(documents: &[Document], newest: &[DocId], terms: &mut [Term]) {
    for id in newest {
        let shared = &at(documents, *id).shared;
        for term in shared.tags.iter().chain(&shared.places) {
            let list = &mut terms[term.0 as usize].documents;
            if list.last() != Some(id) {
                list.push(*id);
            }
        }
    }
}

/// All lists that have a document in at least one language.
pub(super) fn lists(
    given: &Given<'_>,
    documents: &[Document],
    newest: &[DocId],
    sections: &[Section],
    terms: &[Term],
) -> Lists {
    let order = Order::new(given, documents, sections);
    let mut members: BTreeMap<ListOf, Vec<DocId>> = BTreeMap::new();
    for id in newest.iter().copied() {
        let document = at(documents, id);
        let date =
            document.shared.published.filter(|_| given.types[document.ty.0 as usize].dated).map(|moment| moment.date());
        let mut section = Some(document.section);
        while let Some(of) = section {
            members.entry(ListOf::Section(of)).or_default().push(id);
            if let Some(date) = date.filter(|_| given.theme.pages.archive && of != SectionId(0)) {
                members.entry(ListOf::Year(of, date.year())).or_default().push(id);
                members.entry(ListOf::Month(of, date.year(), date.month())).or_default().push(id);
            }
            section = sections[of.0 as usize].parent;
        }
    }
    for (term, id) in terms.iter().zip((0..).map(crate::model::document::TermId)) {
        members.insert(ListOf::Term(id), term.documents.clone());
    }
    let members: Vec<(ListOf, Vec<DocId>)> = members.into_iter().collect();
    let made = par_map(&members, |(of, ids)| {
        let sort = sort_of(*of, sections);
        given.config.languages.per_lang(|lang| order.list(ids, sort, lang, sections))
    });
    members.into_iter().map(|(of, _)| of).zip(made).collect()
}

fn sort_of(of: ListOf, sections: &[Section]) -> Sort {
    if let ListOf::Section(id) = of { sections[id.0 as usize].sort } else { Sort::Newest }
}

/// A document is listed in a language that it has, or whose section falls back.
pub(super) fn listed(document: &Document, lang: Lang, sections: &[Section]) -> bool {
    let fallback = sections[document.section.0 as usize].fallback;
    document.status == Status::Published && (document.texts[lang].is_some() || fallback != Fallback::Hide)
}

/// What lists are sorted by, made once.
struct Order<'a> {
    documents: &'a [Document],
    /// Sort key of each document's title in each language; empty where no list is sorted by title.
    titles: PerLang<Vec<Vec<u8>>>,
}

impl<'a> Order<'a> {
    fn new(given: &Given<'_>, documents: &'a [Document], sections: &[Section]) -> Self {
        let by_title = sections.iter().any(|section| matches!(section.sort, Sort::Title | Sort::Order | Sort::Start));
        let titles = if by_title { titles_of(given, documents) } else { given.config.languages.per_lang(|_| Vec::new()) };
        Self { documents, titles }
    }

    /// `newest` in another order, those that the language lists.
    fn list(&self, newest: &[DocId], sort: Sort, lang: Lang, sections: &[Section]) -> Arc<[DocId]> {
        let shown = newest.iter().copied().filter(|id| listed(at(self.documents, *id), lang, sections));
        let mut list: Vec<DocId> = shown.collect();
        let title = |id: &DocId| (self.titles[lang].get(id.0 as usize), *id);
        match sort {
            Sort::Newest => {}
            Sort::Oldest => list.reverse(),
            Sort::Title => list.sort_by(|a, b| title(a).cmp(&title(b))),
            Sort::Order => list.sort_by(|a, b| (self.rank(*a), title(a)).cmp(&(self.rank(*b), title(b)))),
            Sort::Start => list.sort_by(|a, b| (self.start(*a), title(a)).cmp(&(self.start(*b), title(b)))),
        }
        list.into()
    }

    fn rank(&self, id: DocId) -> i64 {
        at(self.documents, id).shared.order.map_or(i64::MAX, |order| (order * 1000.0) as i64)
    }

    /// The field `start`, as text that sorts by time; documents without one come last.
    fn start(&self, id: DocId) -> String {
        match field(&at(self.documents, id).shared.fields, "start") {
            Some(FieldValue::Date(date)) => date.to_string(),
            Some(FieldValue::DateTime(moment)) => moment.to_string(),
            _ => "~".to_owned(),
        }
    }
}

fn titles_of(given: &Given<'_>, documents: &[Document]) -> PerLang<Vec<Vec<u8>>> {
    given.config.languages.per_lang(|lang| {
        let collation = text::Collation::for_language(given.config.languages.code(lang));
        let title = |document: &Document| {
            let text = document.texts.prefer(lang, document.source_language);
            text.map(|(_, text)| collation.sort_key(&text.title)).unwrap_or_default()
        };
        documents.iter().map(title).collect()
    })
}

fn ids(documents: &[Document]) -> impl Iterator<Item = DocId> {
    (0..u32::try_from(documents.len()).unwrap_or(u32::MAX)).map(DocId)
}

fn at(documents: &[Document], id: DocId) -> &Document {
    &documents[id.0 as usize]
}
