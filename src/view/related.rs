//! Related documents: by shared terms and places, from the terms' postings.

use std::cmp::Reverse;

use crate::model::document::{DocId, Moment, Status, TermId};
use crate::model::site::Site;

/// The most related published documents among those that `shown` lets pass, best first; newer ones first among equals.
///
/// A shared term counts for more the fewer documents have it: `ilog2(8 N / df)`, a whole number so that every machine agrees.
#[must_use]
pub(super) fn related(site: &Site, id: DocId, limit: usize, shown: impl Fn(&DocId) -> bool) -> Vec<DocId> {
    let document = site.document(id);
    let mut scores: Vec<u16> = vec![0; site.documents.len()];
    let mut touched: Vec<DocId> = Vec::new();
    for term in document.shared.tags.iter().chain(&document.shared.places) {
        let weight = weight(site, *term);
        for other in &site.term(*term).documents {
            let score = &mut scores[other.0 as usize];
            if *score == 0 {
                touched.push(*other);
            }
            *score = score.saturating_add(weight);
        }
    }
    scores[id.0 as usize] = 0;
    let mut best = Best { scores: &scores, site, kept: Vec::with_capacity(limit + 1), limit };
    touched.into_iter().filter(|other| *other != id && shown(other)).for_each(|other| best.offer(other));
    best.kept
}

/// The best so far, best first. Most candidates fail on their score alone.
struct Best<'a> {
    scores: &'a [u16],
    site: &'a Site,
    kept: Vec<DocId>,
    limit: usize,
}

impl Best<'_> {
    fn offer(&mut self, id: DocId) {
        let score = self.scores[id.0 as usize];
        let full = self.kept.len() >= self.limit;
        if full && self.kept.last().is_none_or(|worst| self.scores[worst.0 as usize] > score) {
            return;
        }
        let rank = self.rank(id);
        let at = self.kept.partition_point(|other| self.rank(*other) < rank);
        if at < self.limit && self.site.document(id).status == Status::Published {
            self.kept.insert(at, id);
            self.kept.truncate(self.limit);
        }
    }

    fn rank(&self, id: DocId) -> (Reverse<u16>, Reverse<Option<Moment>>, DocId) {
        let published = self.site.document(id).shared.published;
        (Reverse(self.scores[id.0 as usize]), Reverse(published), id)
    }
}

fn weight(site: &Site, term: TermId) -> u16 {
    let all = site.documents.len().max(1) * 8;
    let weight = (all / site.term(term).documents.len().max(1)).max(2).ilog2();
    u16::try_from(weight).unwrap_or(u16::MAX)
}
