//! Related documents: by shared terms and places, from the terms' postings.

use crate::model::Lang;
use crate::model::document::{DocId, TermId};
use crate::model::site::Site;

/// The most related documents that the language lists, best first; newer ones first among equals.
///
/// A shared term counts for more the fewer documents have it: `ilog2(8 N / df)`, a whole number so that every machine agrees.
#[must_use]
pub fn related(site: &Site, id: DocId, lang: Lang, limit: usize) -> Vec<DocId> {
    let document = site.document(id);
    let mut scores: Vec<u32> = vec![0; site.documents.len()];
    let mut touched: Vec<DocId> = Vec::new();
    for term in document.shared.tags.iter().chain(&document.shared.places) {
        let weight = weight(site, *term);
        for other in &site.term(*term).documents {
            let score = &mut scores[other.0 as usize];
            if *score == 0 {
                touched.push(*other);
            }
            *score += weight;
        }
    }
    let shown = |other: &DocId| *other != id && site.document(*other).pages[lang].is_some();
    let mut best: Vec<DocId> = touched.into_iter().filter(shown).collect();
    let key = |other: &DocId| {
        let candidate = site.document(*other);
        (std::cmp::Reverse(scores[other.0 as usize]), std::cmp::Reverse(candidate.shared.published), *other)
    };
    if best.len() > limit && limit > 0 {
        best.select_nth_unstable_by_key(limit - 1, key);
        best.truncate(limit);
    }
    best.sort_unstable_by_key(key);
    best.truncate(limit);
    best
}

fn weight(site: &Site, term: TermId) -> u32 {
    let all = site.documents.len().max(1) * 8;
    (all / site.term(term).documents.len().max(1)).max(2).ilog2()
}
