//! What somebody typed, as words to be looked for; `client/query.js` does the same.

use std::ops::Range;

use crate::text::search::{Token, fold, is_vietnamese_shape, tokens};

/// UTF-16 units of a query that are looked at, as JavaScript counts.
const MOST_UNITS: usize = 1000;
/// Words of a query that are looked for.
const MOST_WORDS: usize = 32;

/// A word of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Its key.
    pub folded: String,
    /// Its exact form.
    pub exact: String,
    /// The key before i and y are levelled and plurals cut: what longer words begin with.
    pub raw: String,
    /// Bytes of [`Asked::text`].
    pub range: Range<usize>,
    /// Whether its marks have to be met.
    pub marked: bool,
    /// Whether it is taken for the beginning of a word.
    pub open: bool,
}

/// A query in a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Code of the language.
    pub lang: String,
    /// The query in NFC, as far as it is looked at.
    pub text: String,
    /// Its words in order. Numbers and names that several of them make (18/2018/QĐ-UBND) are found by these and their pairs.
    pub words: Vec<Word>,
}

/// Cuts a query of any length into at most 32 words.
#[must_use]
pub fn parse(query: &str, lang: &str) -> Asked {
    let mut units = 0;
    let cut = query.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > MOST_UNITS
    });
    let found = tokens(cut.map_or(query, |(end, _)| &query[..end]), lang);
    let words = found.parts().take(MOST_WORDS).map(|token| word(&token, found.text())).collect();
    Asked { lang: lang.to_owned(), text: found.text().to_owned(), words }
}

fn word(token: &Token<'_>, text: &str) -> Word {
    Word {
        folded: token.folded.to_owned(),
        exact: token.exact.to_owned(),
        raw: fold(&text[token.range.clone()]),
        range: token.range.clone(),
        marked: token.folded != token.exact,
        open: false,
    }
}

/// Whether all words could be Vietnamese; none where there are only numbers.
pub(super) fn looks_vietnamese(words: &[Word]) -> Option<bool> {
    let mut named = words.iter().filter(|word| !word.folded.bytes().all(|byte| byte.is_ascii_digit())).peekable();
    named.peek()?;
    Some(named.all(|word| is_vietnamese_shape(&word.folded)))
}

/// Keys of all words and of all neighbours; the last word may be the beginning of another.
pub(super) fn keys(asked: &Asked) -> Vec<String> {
    let mut found = Vec::new();
    let mut before: Option<&Word> = None;
    for (at, word) in asked.words.iter().enumerate() {
        let last = at + 1 == asked.words.len();
        for key in [Some(&word.folded), last.then_some(&word.raw)].into_iter().flatten() {
            found.push(key.clone());
            found.extend(before.map(|before| format!("{} {key}", before.folded)));
        }
        before = Some(word);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{keys, looks_vietnamese, parse};

    #[test]
    fn keys_are_words_and_neighbours() {
        assert_eq!(keys(&parse("Điện Biên 18/NQ", "vi")).join(","), "dien,bien,dien bien,18,bien 18,nq,18 nq,nq,18 nq");
        assert_eq!(keys(&parse("sở kỹ", "vi")).join(","), "so,ki,so ki,ky,so ky");
    }

    #[test]
    fn numbers_are_of_no_language() {
        let of = |query: &str| looks_vietnamese(&parse(query, "vi").words);
        assert_eq!([of("lễ hội 2024"), of("festival 2024"), of("7 5 1954"), of("?")], [Some(true), Some(false), None, None]);
    }

    #[test]
    fn the_end_of_a_long_query_is_not_looked_at() {
        assert_eq!(parse(&"ấ ".repeat(5000), "vi").words.len(), 32);
        assert_eq!(parse(&"😀".repeat(5000), "vi").text.chars().count(), 500);
        assert_eq!(parse(&"a".repeat(5000), "vi").words[0].folded.len(), 32);
    }
}
