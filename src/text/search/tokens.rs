//! The tokens of one text: keys in one buffer, places in another, so that a page costs few allocations.

use std::borrow::Cow;
use std::ops::Range;

use super::scan::Scan;

/// The tokens of a block of text in a language (`vi`, `en`, ..), as the index takes them.
///
/// Offsets in the answer refer to [`Tokens::text`], the text in NFC.
///
/// # Examples
///
/// ```
/// let found = hoaban::text::search::tokens("Lễ hội Hoà Bình", "vi");
/// assert_eq!(found.iter().map(|token| token.exact).collect::<Vec<_>>(), ["lễ", "hội", "hòa", "bình"]);
/// ```
#[must_use]
pub fn tokens<'t>(text: &'t str, lang: &str) -> Tokens<'t> {
    Scan::run(text, lang)
}

/// One token as seen from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token<'a> {
    /// Lower case without marks; ASCII for all Latin text; at most 32 characters, as the exact form.
    pub folded: &'a str,
    /// Lower case in NFC with its marks, the tone where the older style puts it; equals `folded` where
    /// there are no marks.
    pub exact: &'a str,
    /// Bytes of the NFC text.
    pub range: Range<usize>,
    /// How many tokens just before this one it covers; 1 for a token of its own. `18/2018/QĐ-UBND`
    /// comes after its four parts and has 4.
    pub parts: u8,
    /// Whether it continues the phrase of the part before it: no sentence, clause or bracket ends
    /// between them. Always false for a whole.
    pub follows: bool,
}

impl Token<'_> {
    /// Whether it is a number, name or word made of parts that are tokens too.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.parts > 1
    }
}

/// The tokens of one text, in order.
#[derive(Debug, Clone)]
pub struct Tokens<'t> {
    pub(super) text: Cow<'t, str>,
    pub(super) keys: String,
    pub(super) items: Vec<Item>,
}

/// A token as places: in the text, and in the buffer of keys.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item {
    pub(super) at: (usize, usize),
    pub(super) folded: (usize, usize),
    pub(super) exact: (usize, usize),
    pub(super) parts: u8,
    pub(super) follows: bool,
}

impl<'t> Tokens<'t> {
    /// The text in NFC, which all ranges refer to.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many tokens there are, wholes included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether the text has no word at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// All tokens; a whole stands after its parts.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Token<'_>> {
        self.items.iter().map(|item| self.token(item))
    }

    /// The tokens that are not made of others: one for each syllable, word or number.
    pub fn parts(&self) -> impl DoubleEndedIterator<Item = Token<'_>> {
        self.items.iter().filter(|item| item.parts == 1).map(|item| self.token(item))
    }

    /// Neighbours within a clause, the bigrams of search.
    ///
    /// The key of a pair is `first.folded + " " + second.folded`.
    pub fn pairs(&self) -> impl Iterator<Item = (Token<'_>, Token<'_>)> {
        self.parts().zip(self.parts().skip(1)).filter(|(_, second)| second.follows)
    }

    fn token(&self, item: &Item) -> Token<'_> {
        let key = |(from, to): (usize, usize)| self.keys.get(from..to).unwrap_or_default();
        Token {
            folded: key(item.folded),
            exact: key(item.exact),
            range: item.at.0..item.at.1,
            parts: item.parts,
            follows: item.follows,
        }
    }
}
