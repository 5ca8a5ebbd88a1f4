//! Terms out of shards: what the index says of a key, in all segments together.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::manifest::{Entry, SMALL, Shard, is_common, is_little};

/// Longer words that one which is still being typed may become.
const LONGER: usize = 12;

/// What the index says of a key.
#[derive(Debug, Clone, Default)]
pub(super) struct Term {
    pub(super) key: String,
    /// Entries that have it.
    pub(super) df: u32,
    /// So many of a segment have it that passing mentions were left out.
    pub(super) common: bool,
    /// So many of a segment have it that pairs with it were left out, but in Vietnamese.
    pub(super) little: bool,
    /// Exact form (empty for the key itself), packed postings, first id of the segment.
    pub(super) forms: Vec<(String, String, u32)>,
}

/// The shards that were read for a query, by segment.
#[derive(Debug, Default)]
pub(super) struct Terms {
    /// Entries and first id of the segment, and its shards in order.
    pub(super) segments: Vec<(u32, u32, Vec<Rc<Shard>>)>,
}

impl Terms {
    pub(super) fn find(&self, key: &str) -> Option<Term> {
        let mut term = Term { key: key.to_owned(), ..Term::default() };
        for (n, from, shards) in &self.segments {
            shards.iter().filter_map(|shard| shard.get(key)).for_each(|entry| term.add(entry, *n, *from));
        }
        (!term.forms.is_empty()).then_some(term)
    }

    /// The most frequent terms that begin with any of the prefixes and have as many words; not the first prefix itself.
    pub(super) fn extend(&self, prefixes: [&str; 2]) -> Vec<Term> {
        let size = |key: &str| key.split(' ').count();
        let unlike = if prefixes[0] == prefixes[1] { &prefixes[..1] } else { &prefixes[..] };
        let mut found: Vec<Term> = Vec::new();
        for (n, from, shards) in &self.segments {
            for (shard, prefix) in shards.iter().flat_map(|shard| unlike.iter().map(move |prefix| (shard, *prefix))) {
                let longer = shard.range(prefix.to_owned()..).take_while(|(key, _)| key.starts_with(prefix));
                for (key, entry) in longer.filter(|(key, _)| *key != prefixes[0] && size(key) == size(prefixes[0])) {
                    let at = found.iter().position(|term| term.key == *key).unwrap_or_else(|| {
                        found.push(Term { key: key.clone(), ..Term::default() });
                        found.len() - 1
                    });
                    found[at].add(entry, *n, *from);
                }
            }
        }
        found.sort_by_key(|term| std::cmp::Reverse(term.df));
        found.truncate(LONGER);
        found
    }
}

impl Term {
    fn add(&mut self, entry: &Entry, n: u32, from: u32) {
        self.df += entry.df;
        self.common |= is_common(entry.df, n);
        self.little |= n > SMALL && is_little(entry.df, n);
        self.forms.extend(entry.spellings.iter().map(|(form, ids)| (form.clone(), ids.clone(), from)));
    }

    /// How much of the postings in the first `levels` a form has, in characters: how likely it is meant. 0 where none has any.
    pub(super) fn share(&self, form: &str, levels: usize) -> f64 {
        let (mut own, mut all) = (0, 0);
        for (other, ids, _) in &self.forms {
            let size: usize = ids.split('|').take(levels).map(str::len).sum();
            all += size;
            own += if other == form { size } else { 0 };
        }
        if all == 0 { 0.0 } else { own as f64 / all as f64 }
    }
}

/// The places of the shards that have these keys.
pub(super) fn places<'k>(bounds: &[&str], keys: impl IntoIterator<Item = &'k String>) -> BTreeSet<usize> {
    keys.into_iter().map(|key| super::key::place(bounds, key)).collect()
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::Terms;

    fn terms() -> Terms {
        let shard = |text: &str| Rc::new(serde_json::from_str(text).unwrap());
        let first = shard(r#"{"dien":[2,"điện","!#"],"dien bien":[1,"điện biên","!"],"dieu":[1,"điều","!"]}"#);
        let second = shard(r#"{"dien":[1,"","!"],"dieu":[3,"điều","!!!"],"diy":[1,"","!"]}"#);
        Terms { segments: vec![(10_000, 0, vec![first]), (5, 10_000, vec![second])] }
    }

    #[test]
    #[allow(clippy::float_cmp, reason = "the same division")]
    fn a_term_is_the_sum_of_segments() {
        let term = terms().find("dien").unwrap();
        assert_eq!((term.df, term.forms.len()), (3, 2));
        assert_eq!([term.share("điện", 1), term.share("điển", 9)], [2.0 / 3.0, 0.0]);
        assert!(terms().find("di").is_none());
    }

    #[test]
    fn a_beginning_goes_on_to_words_and_pairs_apart() {
        let keys = |prefixes| terms().extend(prefixes).into_iter().map(|term| term.key).collect::<Vec<_>>();
        assert_eq!(keys(["di", "dy"]), ["dieu", "dien", "diy"]);
        assert_eq!(keys(["dien", "dien"]), [""; 0]);
        assert_eq!(keys(["dien b", "dien b"]), ["dien bien"]);
    }
}
