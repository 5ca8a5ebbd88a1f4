//! How well each entry answers; `client/rank.js` does the same, in the same order of operations.
//!
//! BM25 by levels over words and neighbours. Spellings that differ from what was typed weigh less: marks that were typed are
//! wanted, and where none was typed the likeliest reading of two neighbours is. All arithmetic is `+ - * / sqrt`
//! on 64-bit floats but for one logarithm, which is rounded, so that every implementation gives the same order.

use super::codec::{LEVELS, TITLES, unpack};
use super::query::{Asked, Word};
use super::terms::{Term, Terms};

const K1: f64 = 2.5;
/// Weight of neighbours.
const PAIR: f64 = 2.0;
/// Weight of a spelling without the marks that were typed.
const PLAIN: f64 = 0.5;
/// With other marks.
const OTHER: f64 = 0.3;
/// With marks, where only other words were typed with some.
const SOME: f64 = 0.6;
/// With marks, where none was typed.
const NONE: f64 = 0.97;
/// Weight of words that begin with the last one, where it is no word itself.
const LONGER: f64 = 0.8;
/// Where it is one.
const AFTER: f64 = 0.4;
/// Where it is one in that place, in more entries than [`FEW`].
const BESIDE: f64 = 0.1;
const FEW: u32 = 4;
/// Least weight of a reading in a title, where no marks were typed.
const LIKELY: f64 = 0.5;

/// The scores of one query in one language; its arrays are used again.
#[derive(Debug, Default)]
pub(super) struct Ranks {
    pub(super) score: Vec<f64>,
    /// Required words that were met.
    pub(super) cover: Vec<u32>,
    /// And as they were typed.
    close: Vec<u32>,
    /// Of what is being gathered: the best value, and 1 where it was met, 3 where as typed.
    best: Vec<f64>,
    seen: Vec<u8>,
    touched: Vec<u32>,
    worth: [f64; LEVELS],
    /// Some word was typed with marks.
    marked: bool,
    /// Required words.
    pub(super) need: u32,
    /// Other marks than those typed are no answer, because something has those.
    pub(super) strict: bool,
    /// Words that are nowhere.
    pub(super) missing: Vec<usize>,
    /// The last two words are nowhere neighbours, though the index would have them.
    pub(super) weak: bool,
}

/// What a word or two neighbours are looked for by.
#[derive(Debug, Clone, Copy)]
struct Wanted<'a> {
    words: &'a [Word],
    own: Option<&'a Term>,
    longer: &'a [Term],
    /// Weight of `longer`.
    weight: f64,
}

impl Ranks {
    pub(super) fn new(n: u32, levels: [f64; LEVELS]) -> Self {
        let n = n as usize;
        let worth = levels.map(|x| (x * (K1 + 1.0)) / (x + K1));
        let (score, best, cover, close, seen) = (vec![0.0; n], vec![0.0; n], vec![0; n], vec![0; n], vec![0; n]);
        Self { score, best, cover, close, seen, worth, ..Self::default() }
    }

    /// Ranks entries; `open` says that the last word may go on.
    pub(super) fn run(&mut self, asked: &Asked, terms: &Terms, open: bool) {
        self.score.fill(0.0);
        self.cover.fill(0);
        self.close.fill(0);
        self.missing.clear();
        (self.need, self.weak) = (0, false);
        self.marked = asked.words.iter().any(|word| word.marked);
        self.strict = self.marked;
        for at in 0..asked.words.len() {
            self.word(asked, at, terms, open && at + 1 == asked.words.len());
        }
        let need = self.need;
        self.strict &= self.score.iter().zip(&self.close).any(|(score, close)| *score > 0.0 && *close >= need);
    }

    /// Whether an entry has all required words.
    pub(super) fn answers(&self, id: usize) -> bool {
        self.score[id] > 0.0 && (if self.strict { self.close[id] } else { self.cover[id] }) >= self.need
    }

    fn word(&mut self, Asked { words, lang, .. }: &Asked, at: usize, terms: &Terms, last: bool) {
        let word = &words[at];
        let before = at.checked_sub(1).map(|at| &words[at]);
        let own = terms.find(&word.folded);
        let longer = |start: String| terms.extend([&format!("{start}{}", word.folded), &format!("{start}{}", word.raw)]);
        let more = if last && (before.is_none() || own.is_none()) { longer(String::new()) } else { Vec::new() };
        let pair = before.and_then(|before| terms.find(&format!("{} {}", before.folded, word.folded)));
        let pairs = before.filter(|_| last).map_or_else(Vec::new, |before| longer(format!("{} ", before.folded)));
        let together = pair.is_some() || !pairs.is_empty();
        let little = |word: &Word| !lang.starts_with("vi") && terms.find(&word.folded).is_some_and(|own| own.little);
        self.weak = before.is_some_and(|before| !together && !little(before) && !little(word));
        if own.is_none() && more.is_empty() && pairs.is_empty() {
            self.missing.push(at);
            return;
        }
        let weight = if own.as_ref().is_some_and(|own| own.df > FEW) { AFTER } else { LONGER };
        // Who has the last word only as the beginning of a longer one, after the word before, has it as well.
        let closer =
            self.gather(Wanted { words: &words[at.saturating_sub(1)..=at], own: pair.as_ref(), longer: &pairs, weight });
        self.add(PAIR);
        let close = self.gather(Wanted { words: &words[at..=at], own: own.as_ref(), longer: &more, weight: LONGER });
        self.add(1.0);
        self.strict &= if together { closer } else { close };
        let required = !own.is_some_and(|own| own.common);
        self.need += u32::from(required);
        self.count(required);
    }

    /// Takes for each entry the best of a term and of those that begin with it; says whether any spelling was as typed.
    fn gather(&mut self, wanted: Wanted<'_>) -> bool {
        let total: f64 = wanted.longer.iter().map(|term| f64::from(term.df)).sum();
        let weight = if wanted.own.is_some_and(|own| own.df > FEW) { BESIDE } else { wanted.weight };
        let mut close = wanted.own.is_some_and(|own| self.meet(own, wanted.words, 1.0, false));
        for term in wanted.longer {
            close |= self.meet(term, wanted.words, weight * (f64::from(term.df) / total).sqrt(), true);
        }
        close
    }

    fn meet(&mut self, term: &Term, words: &[Word], factor: f64, open: bool) -> bool {
        let idf = self.idf(term.df);
        let mut any = false;
        for (form, ids, from) in &term.forms {
            let (mut weight, seen) = self.reading(term, form, words, open);
            // Without any mark the likeliest reading is meant; titles are less sure, and a title that has no marks is meant.
            let mut title = weight;
            if !self.marked && words.len() > 1 && !open {
                let share = term.share(form, LEVELS);
                weight *= share;
                title *= share.max(term.share(form, TITLES)).max(LIKELY);
            }
            if !self.marked && form.is_empty() {
                title = 1.0;
            }
            any |= seen > 1;
            // Text that no writer made ends the list, as the end of the text does.
            let _ = unpack(ids, |id, level| {
                let Some(worth) = self.worth.get(level).copied() else { return };
                let value = factor * idf * (if level < TITLES { title } else { weight }) * worth;
                self.note(id.saturating_add(*from), value, seen);
            });
        }
        any
    }

    /// How much a spelling weighs, and 3 where it has the marks that were typed, or none at all.
    fn reading(&self, term: &Term, form: &str, words: &[Word], open: bool) -> (f64, u8) {
        let mut parts = (if form.is_empty() { &term.key } else { form }).split(' ');
        let mut keys = term.key.split(' ');
        let (mut weight, mut seen) = (1.0, 3);
        for (at, word) in words.iter().enumerate() {
            let (part, key) = (parts.next().unwrap_or_default(), keys.next());
            let begins = open && at + 1 == words.len() && part.starts_with(&word.exact);
            let own = match (part == word.exact || begins, word.marked) {
                (true, _) => 1.0,
                (false, true) => {
                    if key == Some(part) {
                        PLAIN
                    } else {
                        OTHER
                    }
                }
                (false, false) => {
                    if self.marked {
                        SOME
                    } else {
                        NONE
                    }
                }
            };
            weight *= own;
            if own < PLAIN {
                seen = 1;
            }
        }
        (weight, seen)
    }

    /// How telling a key is. The logarithm is rounded to four places, where all implementations agree.
    fn idf(&self, df: u32) -> f64 {
        let n = self.score.len() as f64;
        let met = f64::from(df).min(n);
        ((((1.0 + (n - met + 0.5) / (met + 0.5)).ln() * 1e4 + 0.5).floor()) / 1e4).max(1e-4)
    }

    fn note(&mut self, id: u32, value: f64, seen: u8) {
        let at = id as usize;
        let (Some(best), Some(before)) = (self.best.get_mut(at), self.seen.get_mut(at)) else { return };
        if *before == 0 {
            self.touched.push(id);
        }
        *before |= seen;
        *best = best.max(value);
    }

    /// Moves what was gathered to the score.
    fn add(&mut self, weight: f64) {
        for id in &self.touched {
            let at = *id as usize;
            self.score[at] += weight * self.best[at];
            self.best[at] = 0.0;
        }
    }

    /// Ends the word that was gathered.
    fn count(&mut self, required: bool) {
        for id in self.touched.drain(..) {
            let at = id as usize;
            self.cover[at] += u32::from(required);
            self.close[at] += u32::from(required && self.seen[at] > 1);
            self.seen[at] = 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::super::manifest::WORTH;
    use super::super::query::parse;
    use super::super::terms::Terms;
    use super::Ranks;

    fn is_weak(query: &str, lang: &str, n: u32) -> bool {
        let shard = serde_json::from_str(r#"{"foot":[9,"","!"],"hill":[9,"","!"],"of":[100,"","!"]}"#).unwrap();
        let terms = Terms { segments: vec![(n, 0, vec![Rc::new(shard)])] };
        let mut ranks = Ranks::new(n, WORTH);
        ranks.run(&parse(query, lang), &terms, false);
        ranks.weak
    }

    #[test]
    fn a_pair_that_the_index_leaves_out_is_no_sign_of_a_slip() {
        assert!(is_weak("foot hill", "en", 300) && is_weak("hill of", "vi", 300));
        assert!(!is_weak("hill of", "en", 300) && !is_weak("of hill", "en", 300));
        assert!(is_weak("hill of", "en", 150), "a small index leaves nothing out");
    }
}
