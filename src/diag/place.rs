//! Places in files as people and tools want them: path, lines and columns, and the line to look at.
//!
//! The only code that cuts a source's text by a span, so that no span, however wrong, can panic: spans are first moved into
//! the text and onto the borders of characters.

use std::ops::Range;

use crate::model::source::{Source, Sources, line_column};
use crate::model::{Location, Span};

/// Characters of a line that are marked at most, so that the mark fits into a terminal.
const LONGEST_MARK: usize = 80;

/// A place with lines and columns from 1; columns count characters, the end is exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place<'a> {
    /// File, from the portal's top.
    pub(crate) path: &'a str,
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) end_line: usize,
    pub(crate) end_column: usize,
}

impl<'a> Place<'a> {
    pub(crate) fn of(at: Location, sources: &'a Sources) -> Self {
        let source: &'a Source = sources.get(at.source);
        let range = inside(&source.text, at.span);
        let (line, column) = line_column(&source.text, range.start);
        let (end_line, end_column) = line_column(&source.text, range.end);
        Self { path: source.path.as_str(), line, column, end_line, end_column }
    }
}

/// The line in which a span begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Excerpt<'a> {
    /// The line without its end.
    pub(crate) line: &'a str,
    /// The part of the span in it, in bytes of `line`.
    pub(crate) marked: Range<usize>,
}

impl<'a> Excerpt<'a> {
    pub(crate) fn of(text: &'a str, span: Span) -> Self {
        let range = inside(text, span);
        let start = text[..range.start].rfind('\n').map_or(0, |newline| newline + 1);
        let end = text[range.start..].find('\n').map_or(text.len(), |length| range.start + length);
        let line = text[start..end].trim_end_matches('\r');
        let within = |offset: usize| (offset - start).min(line.len());
        let marked = within(range.start)..within(range.end);
        let longest = line[marked.clone()].char_indices().nth(LONGEST_MARK);
        let end = longest.map_or(marked.end, |(length, _)| marked.start + length);
        Self { line, marked: marked.start..end }
    }
}

/// The span moved into the text and onto the borders of characters; a reversed one becomes empty.
fn inside(text: &str, span: Span) -> Range<usize> {
    let range = span.range();
    let start = text.floor_char_boundary(range.start);
    start..text.ceil_char_boundary(range.end.clamp(start, text.len().max(start)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Excerpt, LONGEST_MARK, inside};
    use crate::model::Span;

    #[test]
    fn the_excerpt_is_the_first_line_of_the_span() {
        let text = "một\r\nhai ba\r\nbốn";
        let start = text.find("ba").unwrap();
        let excerpt = Excerpt::of(text, Span::new(start, text.len()));
        assert_eq!((excerpt.line, &excerpt.line[excerpt.marked]), ("hai ba", "ba"));
    }

    #[test]
    fn a_long_mark_is_cut() {
        let text = "ô".repeat(5_000);
        let excerpt = Excerpt::of(&text, Span::new(2, text.len()));
        assert_eq!(excerpt.line[excerpt.marked].chars().count(), LONGEST_MARK);
    }

    #[test]
    fn spans_off_the_text_end_at_its_end() {
        assert_eq!(inside("", Span { start: 7, end: 9 }), 0..0);
        assert_eq!(inside("ệ", Span { start: 1, end: 2 }), 0..3);
        assert_eq!(inside("abc", Span { start: 2, end: 1 }), 2..2);
    }

    proptest! {
        #[test]
        fn any_span_gives_a_mark_within_one_line(text in "(\\PC|[\\n\\r\\t]){0,80}", start: u8, end: u8) {
            let excerpt = Excerpt::of(&text, Span { start: start.into(), end: end.into() });
            prop_assert!(excerpt.line.get(excerpt.marked).is_some());
            prop_assert!(!excerpt.line.contains('\n'));
        }
    }
}
