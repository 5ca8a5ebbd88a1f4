//! The words of one entry in one language: its texts cut into words, counted and given their levels.

use crate::model::terms::{PageTerm, PageTerms};
use crate::search::codec::{HEADS, LEVELS, TITLES};
use crate::search::manifest::SHORT_TITLE;
use crate::text::search::{Token, Tokens, tokens};

use super::lexicon::Lexicon;
use super::pieces::Pieces;
use super::words::Table;

/// Tokens of a text of usual length: the same count says more in a shorter text. A constant, so that no page's level depends on
/// other pages.
const USUAL_LENGTH: f64 = 512.0;
/// How much of a count's weight does not depend on the length.
const FIXED: f64 = 0.3;
/// Least counts, for the length, of the levels of a body but the last.
const COUNTS: [f64; LEVELS - HEADS - 1] = [4.0, 2.0, 1.0];

/// Bits of [`Counter::met`] from the right: part of the text, second word and 1, first word.
const PART: u32 = 2;
const WORD: u32 = 31;

/// Parts of a text; the first three are levels at once.
const SHORT: u64 = 0;
const TITLE: u64 = TITLES as u64 - 1;
const HEAD: u64 = HEADS as u64 - 1;
const BODY: u64 = HEADS as u64;

/// Counts pages one after the other; keeps its memory between them.
#[derive(Debug, Default)]
pub(super) struct Counter {
    table: Table,
    /// Each occurrence of a word or pair.
    met: Vec<u64>,
    spelled: Vec<(u32, String)>,
    pairs: Vec<(u32, u32)>,
    joined: String,
    /// Words of the texts themselves.
    length: u32,
}

/// What a language's texts are read with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tongue<'a> {
    pub(super) code: &'a str,
    pub(super) lexicon: &'a Lexicon,
}

impl Counter {
    /// The terms of an entry whose text without markup is `body`.
    pub(super) fn page(&mut self, pieces: &Pieces<'_>, body: &str, tongue: Tongue<'_>) -> PageTerms {
        self.length = 0;
        self.met.clear();
        let title = tokens(pieces.title, tongue.code);
        self.spelling(&title);
        self.count(&title, if title.parts().count() > SHORT_TITLE { TITLE } else { SHORT }, tongue);
        for found in tongue.lexicon.in_one_word.find(&title) {
            found.others.iter().filter(|other| !other.contains(' ')).for_each(|other| self.other(other, HEAD, tongue.code));
        }
        let summary = tokens(pieces.summary, tongue.code);
        self.spelling(&summary);
        self.count(&summary, HEAD, tongue);
        pieces.head.iter().for_each(|piece| self.count(&tokens(piece, tongue.code), HEAD, tongue));
        let lines = body.split('\n').chain(pieces.beside.iter().flat_map(|piece| piece.split('\n')));
        lines.filter(|line| !line.is_empty()).for_each(|line| self.count(&tokens(line, tongue.code), BODY, tongue));
        self.finish()
    }

    fn count(&mut self, found: &Tokens<'_>, part: u64, tongue: Tongue<'_>) {
        self.length += self.add(found, part);
        for met in tongue.lexicon.equivalents.find(found) {
            let own = row(found.parts().skip(met.parts.start).take(met.parts.len()));
            for other in met.others {
                let other = tokens(other, tongue.code);
                if !own.contains(&row(other.parts())) {
                    self.add(&other, part);
                }
            }
        }
    }

    fn other(&mut self, name: &str, part: u64, code: &str) {
        self.add(&tokens(name, code), part);
    }

    /// Notes words, wholes and pairs; returns how many words there are.
    fn add(&mut self, found: &Tokens<'_>, part: u64) -> u32 {
        let mut before = None;
        let mut count = 0;
        for token in found.iter() {
            let word = u64::from(self.table.number(token.folded, token.exact, &mut self.joined));
            self.met.push(word << (WORD + PART) | part);
            if token.is_whole() {
                continue;
            }
            count += 1;
            if let Some(before) = before.filter(|_| token.follows) {
                self.met.push(before << (WORD + PART) | (word + 1) << PART | part);
            }
            before = Some(word);
        }
        count
    }

    /// Notes what titles and summaries have side by side, and how they write words whose exact form is another.
    fn spelling(&mut self, found: &Tokens<'_>) {
        for (first, second) in found.pairs() {
            let first = self.table.number(first.folded, first.exact, &mut self.joined);
            let second = self.table.number(second.folded, second.exact, &mut self.joined);
            self.pairs.push((first, second));
        }
        for token in found.parts() {
            let written = found.text()[token.range.clone()].to_lowercase();
            if written != token.exact && is_plain(&token) {
                let word = self.table.number(token.folded, token.exact, &mut self.joined);
                self.spelled.push((word, written));
            }
        }
    }

    fn finish(&mut self) -> PageTerms {
        self.met.sort_unstable();
        let norm = FIXED + (1.0 - FIXED) * f64::from(self.length) / USUAL_LENGTH;
        let mut records: Vec<PageTerm> = Vec::with_capacity(self.met.len() / 2);
        let mask = (1u64 << WORD) - 1;
        let number = |bits: u64| u32::try_from(bits & mask).unwrap_or(u32::MAX);
        for same in self.met.chunk_by(|a, b| a >> PART == b >> PART) {
            let Some(first) = same.first() else { continue };
            let level = match first & ((1 << PART) - 1) {
                BODY => body_level(same.len(), norm),
                part => part as u8,
            };
            records.push(PageTerm { first: number(first >> (WORD + PART)), second: number(first >> PART), level });
        }
        let (words, ends) = self.table.take();
        let (spelled, pairs) = (std::mem::take(&mut self.spelled), std::mem::take(&mut self.pairs));
        PageTerms { words, ends, records, spelled, pairs }
    }
}

/// Folded words with a space before and after each.
fn row<'t>(tokens: impl Iterator<Item = Token<'t>>) -> String {
    tokens.fold(" ".to_owned(), |row, token| row + token.folded + " ")
}

fn body_level(count: usize, norm: f64) -> u8 {
    let weight = f64::from(u32::try_from(count).unwrap_or(u32::MAX)) / norm;
    let place = COUNTS.iter().position(|least| weight >= *least).unwrap_or(COUNTS.len());
    u8::try_from(HEADS + place).unwrap_or(u8::MAX)
}

fn is_plain(token: &Token<'_>) -> bool {
    token.exact.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::body_level;

    #[test]
    fn a_count_says_more_in_a_short_text() {
        let norm = |length: f64| 0.3 + 0.7 * length / 512.0;
        assert_eq!([1, 2, 3, 4, 8].map(|count| body_level(count, norm(512.0))), [5, 4, 4, 3, 3]);
        assert_eq!([1, 2, 3, 4, 8].map(|count| body_level(count, norm(2048.0))), [6, 6, 6, 5, 4]);
        assert_eq!(body_level(1, norm(50.0)), 4);
    }
}
