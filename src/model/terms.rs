//! The words of one page as search has them: what is left of a text once it is cut, spelled and counted.

/// Words and weighted occurrences of a page; words are numbered from 0 within the page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageTerms {
    /// All words in a row: `folded`, and `folded NUL exact` where the exact form differs.
    pub words: String,
    /// Where each word ends in [`PageTerms::words`].
    pub ends: Vec<u32>,
    /// Every word and pair of neighbours once, with its best level.
    pub records: Vec<PageTerm>,
    /// How title and summary spell words whose exact form is another: word and spelling, in lower case.
    pub spelled: Vec<(u32, String)>,
    /// Words that stand side by side in title and summary.
    pub pairs: Vec<(u32, u32)>,
}

/// A word, or two that follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PageTerm {
    /// The word.
    pub first: u32,
    /// The word after it and 1; 0 for a word alone.
    pub second: u32,
    /// Where the posting stands, from a short title to a passing mention.
    pub level: u8,
}

impl PageTerms {
    /// The words in the order of their numbers.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(from, to)| self.words.get(from as usize..*to as usize).unwrap_or_default())
    }
}

/// The folded form of a word as [`PageTerms::words`] has it.
#[must_use]
pub fn folded(word: &str) -> &str {
    word.split_once('\0').map_or(word, |(folded, _)| folded)
}

/// Its exact form.
#[must_use]
pub fn exact(word: &str) -> &str {
    word.split_once('\0').map_or(word, |(_, exact)| exact)
}
