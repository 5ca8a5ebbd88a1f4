//! What was found, in texts that are shown: the original letters, with the places that match; `client/marks.js` does the same.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::text::search::{Token, tokens};

use super::query::Word;

/// Words of a snippet.
const WORDS: usize = 32;
/// Of them before the first match.
const BEFORE: usize = 6;

/// A part of a text, and whether it matches.
pub type Piece = (String, bool);

/// A text in pieces, in NFC; `words` are an answer's, `lang` the text's language.
#[must_use]
pub fn mark(text: &str, words: &[Word], lang: &str) -> Vec<Piece> {
    let found = tokens(text, lang);
    let text = found.text();
    let mut matches: Vec<Range<usize>> = Vec::new();
    for token in found.parts().filter(|token| place(token, words).is_some()) {
        match matches.last_mut() {
            Some(last) if text.get(last.end..token.range.start) == Some(" ") => last.end = token.range.end,
            _ => matches.push(token.range),
        }
    }
    let (mut out, mut at) = (Vec::new(), 0);
    for range in matches {
        out.push((text[at..range.start].to_owned(), false));
        out.push((text[range.clone()].to_owned(), true));
        at = range.end;
    }
    out.push((text[at..].to_owned(), false));
    out.retain(|(piece, _)| !piece.is_empty());
    out
}

/// The place of a long text that has most of the words, in pieces.
#[must_use]
pub fn snippet(text: &str, words: &[Word], lang: &str) -> Vec<Piece> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let found = tokens(&text, lang);
    let parts: Vec<Token<'_>> = found.parts().collect();
    let hits: Vec<Option<usize>> = parts.iter().map(|token| place(token, words)).collect();
    let (mut most, mut start) = (0, 0);
    for at in (0..hits.len()).filter(|at| hits[*at].is_some()) {
        let close: Vec<usize> = hits[at..].iter().take(WORDS - BEFORE).flatten().copied().collect();
        let value = close.iter().collect::<BTreeSet<_>>().len() * WORDS + close.len();
        if value > most {
            (most, start) = (value, at.saturating_sub(BEFORE));
        }
    }
    let begin = |at: usize| parts.get(at).map(|token| token.range.start);
    let from = if start > 0 { begin(start).unwrap_or(0) } else { 0 };
    let end = begin(start + WORDS);
    let shown = found.text()[from..end.unwrap_or(found.text().len())].trim();
    let shown = [if start > 0 { "… " } else { "" }, shown, if end.is_some() { " …" } else { "" }].concat();
    mark(&shown, words, lang)
}

/// Which of the words a token is.
fn place(token: &Token<'_>, words: &[Word]) -> Option<usize> {
    words.iter().position(|word| {
        let begins =
            |key: &str, start: &str| key == start || (word.open && start.chars().count() > 1 && key.starts_with(start));
        let same = token.folded == word.folded || begins(token.folded, &word.raw);
        same && (!word.marked || begins(token.exact, &word.exact) || token.exact == token.folded)
    })
}

#[cfg(test)]
mod tests {
    use super::super::query::parse;
    use super::{mark, snippet};

    fn shown(pieces: &[super::Piece]) -> String {
        pieces.iter().map(|(text, hit)| if *hit { format!("[{text}]") } else { text.clone() }).collect()
    }

    #[test]
    fn the_letters_of_the_text_stay() {
        let words = parse("dien bien", "vi").words;
        assert_eq!(shown(&mark("Ở Điện Biên, ĐIỆN-biên <b>", &words, "vi")), "Ở [Điện Biên], [ĐIỆN]-[biên] <b>");
        assert_eq!(shown(&mark("", &words, "vi")), "");
    }

    #[test]
    fn marks_that_were_typed_are_wanted() {
        let words = parse("đường", "vi").words;
        assert_eq!(shown(&mark("đường, dương, duong", &words, "vi")), "[đường], dương, [duong]");
    }

    #[test]
    fn a_snippet_is_where_most_words_are() {
        let text = format!("hoa {} lễ hội hoa ban {}", "x ".repeat(100), "y ".repeat(100));
        let pieces = snippet(&text, &parse("le hoi hoa ban", "vi").words, "vi");
        assert!(shown(&pieces).starts_with("… x x x x x x [lễ hội hoa ban] y"), "{pieces:?}");
        assert!(shown(&pieces).ends_with(" …"));
        assert_eq!(snippet("", &[], "vi"), []);
    }
}
