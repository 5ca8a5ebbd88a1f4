//! Finds the front matter of a Markdown file and tells TOML from YAML.
//!
//! A byte order mark and blank lines may stand before it. A block that is never closed ends where its lines stop looking
//! like keys, so that the title is still known and one slip gives one note.

use crate::diag::Note;
use crate::diag::rules::FRONT_MATTER_SYNTAX;
use crate::model::Span;
use crate::model::value::Table;

/// A file's parts.
#[derive(Debug)]
pub(super) struct Split {
    /// The front matter.
    pub(super) front: Front,
    /// Front matter with both its fences; empty where there is none.
    pub(super) span: Span,
    /// Offset of the body.
    pub(super) body: usize,
    /// What is wrong with the fences.
    pub(super) notes: Vec<Note>,
}

/// Front matter by its format, as a range of the file.
#[derive(Debug, PartialEq)]
pub(super) enum Front {
    /// Between `+++`.
    Toml(Span),
    /// Between `---`.
    Yaml(Span),
    /// A block without an end; its syntax is not judged again.
    Unclosed(Box<Front>),
    /// There is none.
    Missing,
}

/// Reads the front matter's table.
pub(super) fn table(text: &str, front: &Front, notes: &mut Vec<Note>) -> Table {
    let (span, parse): (_, super::toml::Parse) = match front {
        Front::Toml(span) => (span, super::toml::table),
        Front::Yaml(span) => (span, super::yaml::table),
        Front::Unclosed(inner) => return table(text, inner, &mut Vec::new()),
        Front::Missing => return Table::default(),
    };
    let found = parse(span.of(text), span.start as usize, &FRONT_MATTER_SYNTAX);
    notes.extend(found.notes);
    found.value
}

/// Cuts a file into front matter and body.
pub(super) fn split(text: &str) -> Split {
    let opener = Line::first_with_text(text);
    let toml = match opener.content(text) {
        "+++" => true,
        "---" => false,
        _ => return missing(text, &opener),
    };
    let fence = opener.content(text);
    let mut line = opener.next(text);
    while let Some(current) = line {
        if current.content(text) == fence {
            let inner = Span::new(opener.after, current.start);
            let front = if toml { Front::Toml(inner) } else { Front::Yaml(inner) };
            let span = Span::new(opener.start, current.start + fence.len());
            return Split { front, span, body: current.after, notes: Vec::new() };
        }
        line = current.next(text);
    }
    unclosed(text, &opener, toml)
}

fn missing(text: &str, line: &Line) -> Split {
    let note = Note::new(&FRONT_MATTER_SYNTAX, Span::new(line.start, line.start + line.content(text).len()));
    let notes = vec![note.cause("cause-missing").help("help-missing")];
    Split { front: Front::Missing, span: Span::default(), body: line.start, notes }
}

fn unclosed(text: &str, opener: &Line, toml: bool) -> Split {
    let mut end = opener.after;
    let mut line = opener.next(text);
    while let Some(current) = line.filter(|line| line.belongs(text, toml)) {
        end = current.after;
        line = current.next(text);
    }
    let inner = Span::new(opener.after, end);
    let front = Box::new(if toml { Front::Toml(inner) } else { Front::Yaml(inner) });
    let note = Note::new(&FRONT_MATTER_SYNTAX, Span::new(opener.start, opener.start + 3));
    let notes = vec![note.cause("cause-unclosed").help("help-unclosed")];
    Split { front: Front::Unclosed(front), span: Span::new(opener.start, end), body: end, notes }
}

/// A line of the text: where it starts, and where the next one does.
struct Line {
    start: usize,
    after: usize,
}

impl Line {
    fn at(text: &str, start: usize) -> Self {
        let after = text[start..].find('\n').map_or(text.len(), |newline| start + newline + 1);
        Self { start, after }
    }

    fn first_with_text(text: &str) -> Self {
        let blank = |c: char| matches!(c, '\u{feff}' | ' ' | '\t' | '\r' | '\n');
        let first = text.len() - text.trim_start_matches(blank).len();
        let mut start = text[..first].rfind('\n').map_or(0, |newline| newline + 1);
        if text[start..].starts_with('\u{feff}') {
            start += '\u{feff}'.len_utf8();
        }
        Self::at(text, start)
    }

    fn next(&self, text: &str) -> Option<Self> {
        (self.after < text.len()).then(|| Self::at(text, self.after))
    }

    fn content<'t>(&self, text: &'t str) -> &'t str {
        text[self.start..self.after].trim_end()
    }

    /// Whether the line can be part of front matter; only asked where the closing fence is missing.
    fn belongs(&self, text: &str, toml: bool) -> bool {
        let content = self.content(text);
        let key = if toml { content.contains('=') || content.starts_with('[') } else { content.contains(": ") };
        key || content.is_empty() || content.ends_with(':') || content.starts_with([' ', '\t', '#', '"', ']', '}'])
    }
}

#[cfg(test)]
mod tests {
    use super::{Front, split};
    use crate::model::Span;

    #[test]
    fn toml_and_yaml_are_told_apart() {
        let found = split("+++\na = 1\n+++\nBody");
        assert_eq!((found.front, found.body), (Front::Toml(Span::new(4, 10)), 14));
        let found = split("---\na: 1\n---\n");
        assert_eq!((found.front, found.span), (Front::Yaml(Span::new(4, 9)), Span::new(0, 12)));
    }

    #[test]
    fn a_mark_blank_lines_and_windows_line_ends_are_fine() {
        let text = "\u{feff}\r\n\r\n+++ \r\na = 1\r\n+++\r\nBody";
        let found = split(text);
        assert_eq!(&text[found.body..], "Body");
        assert_eq!(found.front, Front::Toml(Span::new(13, 20)));
        assert!(found.notes.is_empty());
    }

    #[test]
    fn a_file_without_front_matter_is_all_body() {
        for (text, body) in [("# Tin\n", 0), ("", 0), ("\n\nTin", 2), ("  +++\n", 0), ("++++\n", 0)] {
            let found = split(text);
            assert_eq!(
                (found.front, found.body, found.notes[0].message.cause),
                (Front::Missing, body, "cause-missing"),
                "{text}"
            );
        }
    }

    #[test]
    fn an_unclosed_block_ends_before_the_prose() {
        let text = "+++\ntitle = \"A\"\n\nXin chào.\n";
        let found = split(text);
        assert_eq!(&text[found.body..], "Xin chào.\n");
        assert_eq!((found.notes.len(), found.notes[0].message.cause), (1, "cause-unclosed"));
    }
}
