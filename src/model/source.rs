//! Source files and places in them.

use std::sync::Arc;

use super::{Digest, SourcePath};

/// A stretch of a source's text in bytes, end exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
}

impl Span {
    /// From byte offsets; offsets above 4 GiB are cut.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        let cut = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { start: cut(start), end: cut(end.max(start)) }
    }

    /// The bytes as a range.
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text at the span; empty where the span does not fit the text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// The same stretch, `base` bytes later.
    #[must_use]
    pub fn offset(self, base: usize) -> Self {
        Self::new(self.start as usize + base, self.end as usize + base)
    }
}

impl From<std::ops::Range<usize>> for Span {
    fn from(range: std::ops::Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// A source file within one build.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourceId(pub u32);

/// A place in a source file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Location {
    /// Which file.
    pub source: SourceId,
    /// Where in its text.
    pub span: Span,
}

/// A text file of the portal.
#[derive(Debug, Clone)]
pub struct Source {
    /// Where it is.
    pub path: SourcePath,
    /// Its text: UTF-8, NFC, without a byte order mark.
    pub text: Arc<str>,
    /// Digest of the bytes as they were read.
    pub digest: Digest,
    /// What was wrong with the bytes themselves.
    pub flaws: Flaws,
}

/// What `load` had to mend to get text out of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Flaws {
    /// Offset of the first byte that is no UTF-8.
    pub not_utf8: Option<u32>,
    /// Offset, in the mended text, of the first character that was not NFC.
    pub not_nfc: Option<u32>,
}

/// All source files of a build; [`SourceId`] is the place in it.
#[derive(Debug, Clone, Default)]
pub struct Sources(Vec<Arc<Source>>);

impl Sources {
    /// Adds a file.
    pub fn push(&mut self, source: Arc<Source>) -> SourceId {
        self.0.push(source);
        SourceId(u32::try_from(self.0.len() - 1).unwrap_or(u32::MAX))
    }

    /// The file.
    #[must_use]
    pub fn get(&self, id: SourceId) -> &Arc<Source> {
        &self.0[id.0 as usize]
    }

    /// All files with their ids.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Arc<Source>)> {
        self.0.iter().enumerate().map(|(i, source)| (SourceId(i as u32), source))
    }
}

/// Line and column of a byte offset, both from 1; the column counts characters.
#[must_use]
pub fn line_column(text: &str, offset: usize) -> (usize, usize) {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let before = &text[..at];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    (line, before[line_start..].chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::line_column;

    #[test]
    fn columns_count_characters_and_offsets_are_clamped() {
        let text = "một\nĐiện Biên";
        assert_eq!(line_column(text, text.find("Biên").unwrap()), (2, 6));
        assert_eq!(line_column(text, 9999), (2, 10));
        assert_eq!(line_column("ệ", 1), (1, 1));
    }
}
