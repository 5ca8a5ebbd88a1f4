//! Related documents: by shared terms and places, from the terms' postings.

use std::cmp::Reverse;

use crate::model::document::{DocId, TermId};
use crate::model::site::Site;

/// The most related published documents among those that `shown` lets pass, best first; newer ones first among equals.
///
/// A shared term counts for more the fewer documents have it: `ilog2(8 N / df)`, a whole number so that every machine agrees.
#[must_use]
pub(super) fn related(site: &Site, id: DocId, limit: usize, shown: impl Fn(&DocId) -> bool) -> Vec<DocId> {
    let own = &site.document(id).shared;
    let mut terms: Vec<TermId> = own.tags.iter().chain(&own.places).copied().collect();
    terms.sort_unstable();
    terms.dedup();
    let mut postings: Vec<Posting<'_>> = terms
        .into_iter()
        .map(|term| Posting { term, weight: weight(site, term), documents: &site.term(term).documents })
        .collect();
    postings.sort_unstable_by_key(|posting| (Reverse(posting.weight), posting.term));
    let has = |other: DocId, term: TermId| {
        let shared = &site.document(other).shared;
        shared.tags.contains(&term) || shared.places.contains(&term)
    };
    let keep = |other: DocId| other != id && shown(&other);
    let mut scores = Scores { of: vec![0; site.documents.len()], touched: Vec::new() };
    scores.add_all(&postings, limit, keep, has);
    let rank = |other: DocId| (Reverse(scores.of[other.0 as usize]), Reverse(site.document(other).shared.published), other);
    best(scores.touched.iter().copied().filter(|other| keep(*other)), limit, rank)
}

/// A term of the document with the published documents that have it.
struct Posting<'a> {
    term: TermId,
    weight: u16,
    documents: &'a [DocId],
}

fn weight(site: &Site, term: TermId) -> u16 {
    let all = site.documents.len().max(1) * 8;
    let weight = (all / site.term(term).documents.len().max(1)).max(2).ilog2();
    u16::try_from(weight).unwrap_or(u16::MAX)
}

struct Scores {
    /// Score of each document.
    of: Vec<u16>,
    /// Documents with a score.
    touched: Vec<DocId>,
}

impl Scores {
    /// Adds the postings, heavy terms first. Once the `limit` best lead by more than all terms that are left can give, a
    /// document that has only those cannot be among them: their long postings are not walked, only looked up (MaxScore,
    /// Turtle and Flood 1995). The best are the same as if all were walked.
    fn add_all(
        &mut self,
        postings: &[Posting<'_>],
        limit: usize,
        keep: impl Fn(DocId) -> bool,
        has: impl Fn(DocId, TermId) -> bool,
    ) {
        let mut left: u16 = postings.iter().map(|posting| posting.weight).fold(0, u16::saturating_add);
        let mut settled = false;
        for posting in postings {
            settled = settled || self.least_of_best(limit, &keep) > left;
            left -= posting.weight.min(left);
            if settled {
                let known = self.touched.iter().filter(|other| has(**other, posting.term));
                known.for_each(|other| self.of[other.0 as usize] = self.of[other.0 as usize].saturating_add(posting.weight));
                continue;
            }
            for other in posting.documents {
                let score = &mut self.of[other.0 as usize];
                if *score == 0 {
                    self.touched.push(*other);
                }
                *score = score.saturating_add(posting.weight);
            }
        }
    }

    /// The lowest score among the `limit` highest so far; 0 while there are fewer.
    fn least_of_best(&self, limit: usize, keep: impl Fn(DocId) -> bool) -> u16 {
        let kept = self.touched.iter().copied().filter(|other| keep(*other));
        let highest = best(kept, limit, |other| Reverse(self.of[other.0 as usize]));
        highest.get(limit.wrapping_sub(1)).map_or(0, |last| self.of[last.0 as usize])
    }
}

/// The `limit` first by rank, in its order. Most candidates fail against the last of those kept.
fn best<R: Ord>(candidates: impl Iterator<Item = DocId>, limit: usize, rank: impl Fn(DocId) -> R) -> Vec<DocId> {
    let mut kept: Vec<(R, DocId)> = Vec::with_capacity(limit + 1);
    for candidate in candidates {
        let rank = rank(candidate);
        if kept.len() < limit || kept.last().is_some_and(|(last, _)| rank < *last) {
            let at = kept.partition_point(|(other, _)| *other <= rank);
            kept.insert(at, (rank, candidate));
            kept.truncate(limit);
        }
    }
    kept.into_iter().map(|(_, candidate)| candidate).collect()
}

#[cfg(test)]
mod tests {
    use std::cmp::Reverse;

    use proptest::prelude::*;

    use super::{Posting, Scores, best};
    use crate::model::document::{DocId, TermId};

    /// The best of all documents by postings and weights, with every posting walked or not.
    fn ranked(lists: &[(u16, Vec<u32>)], limit: usize, shortcut: bool) -> Vec<DocId> {
        let lists: Vec<(u16, Vec<DocId>)> =
            lists.iter().map(|(weight, ids)| (*weight, ids.iter().map(|id| DocId(*id)).collect())).collect();
        let mut postings: Vec<Posting<'_>> = lists
            .iter()
            .zip(0..)
            .map(|((weight, documents), term)| Posting { term: TermId(term), weight: *weight, documents })
            .collect();
        postings.sort_by_key(|posting| (Reverse(posting.weight), posting.term));
        let has = |other: DocId, term: TermId| lists[term.0 as usize].1.contains(&other);
        let mut scores = Scores { of: vec![0; 40], touched: Vec::new() };
        scores.add_all(&postings, if shortcut { limit } else { 1000 }, |_| true, has);
        best(scores.touched.iter().copied(), limit, |other| (Reverse(scores.of[other.0 as usize]), other))
    }

    proptest! {
        #[test]
        fn the_shortcut_changes_nothing(
            lists in prop::collection::vec((1u16..9, prop::collection::btree_set(0u32..40, 0..40)), 0..7),
            limit in 1usize..6,
        ) {
            let lists: Vec<(u16, Vec<u32>)> = lists.into_iter().map(|(weight, ids)| (weight, ids.into_iter().collect())).collect();
            prop_assert_eq!(ranked(&lists, limit, true), ranked(&lists, limit, false));
        }
    }
}
