//! Text runs: bare addresses, `[text]{lang=en}`, `{decorative}`, and slips that Markdown leaves as text.

use super::address;
use super::builder::Builder;
use super::run::{Piece, Run};
use super::words::rare;
use crate::diag::Note;
use crate::diag::rules::{DIRECTIVE_INVALID, FOOTNOTE_UNKNOWN, MARKDOWN_EMPHASIS};
use crate::model::Span;
use crate::model::body::{Element, Index, Link, Node};
use crate::parse::directive::{Pair, pairs};

const DECORATIVE: &str = "{decorative}";
/// Bytes within which the partner of `**` is looked for.
const QUOTED: usize = 200;
/// Braces after a bracket are not looked for beyond so many bytes.
const LONGEST_BRACES: usize = 200;

/// An opening bracket that may turn out to begin a run in another language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bracket {
    /// Place of its text among the nodes.
    node: usize,
    depth: usize,
}

impl Bracket {
    /// Number of open elements around it.
    pub(super) fn depth(&self) -> usize {
        self.depth
    }
}

impl<'t> Builder<'t> {
    /// Turns the waiting run into nodes.
    pub(super) fn flush(&mut self) {
        if self.run.is_empty() {
            return;
        }
        let mut run = self.run.take();
        let (start, end) = run.bounds();
        if self.in_code {
            self.emit(&mut run, start, end);
        } else {
            self.inline(&mut run, start, end);
        }
        self.run.reuse(run);
    }

    fn inline(&mut self, run: &mut Run<'t>, start: usize, end: usize) {
        let mut start = start;
        let mut source = self.slice(start, end);
        if source.starts_with(DECORATIVE) && self.after_image == Some(start) {
            if let Some(image) = self.body.images.last_mut() {
                image.decorative = true;
            }
            start += DECORATIVE.len();
            source = &source[DECORATIVE.len()..];
        }
        let found = self.words.run(source);
        self.lint(source, start, found);
        self.walk(run, start, end, found);
    }

    /// Emits the run, stopping at addresses and brackets.
    fn walk(&mut self, run: &mut Run<'t>, start: usize, end: usize, found: u8) {
        let source = self.slice(start, end);
        let addresses = self.links == 0 && found & (rare::COLON | rare::W) != 0;
        let brackets = self.foreign && found & rare::BRACKET != 0;
        let mut at = 0;
        let mut address = addresses.then(|| address::next(source, 0)).flatten();
        loop {
            let bracket = brackets.then(|| source[at..].find(['[', ']'])).flatten().map(|found| at + found);
            match (address.clone(), bracket) {
                (Some(range), bracket) if bracket.is_none_or(|bracket| range.start < bracket) => {
                    self.emit(run, start + at, start + range.start);
                    self.address(run, start + range.start, start + range.end);
                    at = range.end;
                    address = address::next(source, at);
                }
                (_, Some(bracket)) => {
                    self.emit(run, start + at, start + bracket);
                    at = bracket + self.bracket(&source[bracket..], start + bracket);
                    if address.as_ref().is_some_and(|range| range.start < at) {
                        address = address::next(source, at);
                    }
                }
                _ => break,
            }
        }
        self.emit(run, start + at, end);
    }

    /// Emits the pieces between two offsets.
    fn emit(&mut self, run: &mut Run<'t>, start: usize, end: usize) {
        for piece in run.from(start).iter().take_while(|piece| piece.start < end) {
            match &piece.other {
                None => {
                    let (from, to) = (piece.start.max(start), piece.end.min(end));
                    if from < to {
                        self.body.nodes.push(Node::Text(Span::new(from, to)));
                    }
                }
                Some(text) if piece.start >= start && piece.end <= end => {
                    let index = self.string(text);
                    self.body.nodes.push(Node::Str(index));
                }
                Some(_) => {}
            }
        }
    }

    fn address(&mut self, run: &mut Run<'t>, start: usize, end: usize) {
        let span = Span::new(start, end);
        let decoded = self.decoded(run, start, end);
        let target = address::target(decoded.as_deref().unwrap_or(span.of(self.text)));
        let link = Link { target, title: String::new(), empty: false, span, target_span: span };
        let element = Element::Link(self.body.links.len() as Index);
        self.body.links.push(link);
        let text = match decoded {
            Some(text) => Node::Str(self.string(&text)),
            None => Node::Text(span),
        };
        self.body.nodes.extend([Node::Start(element), text, Node::End(element)]);
    }

    /// An address with its entities resolved; none where it has none. Smart punctuation does not touch addresses.
    fn decoded(&self, run: &mut Run<'t>, start: usize, end: usize) -> Option<String> {
        let entity = |piece: &&Piece<'t>| piece.other.is_some() && self.text[piece.start..].starts_with('&');
        let pieces = run.from(start);
        let inside = || pieces.iter().take_while(|piece| piece.start < end);
        inside().find(entity)?;
        let mut decoded = String::new();
        for piece in inside() {
            match &piece.other {
                Some(text) if entity(&piece) => decoded.push_str(text),
                _ => decoded.push_str(self.slice(piece.start.max(start), piece.end.min(end))),
            }
        }
        Some(decoded)
    }

    /// Handles the bracket at the start of `source`; returns the length that is dealt with.
    fn bracket(&mut self, source: &str, at: usize) -> usize {
        let text = Node::Text(Span::new(at, at + 1));
        if source.starts_with('[') {
            self.brackets.push(Bracket { node: self.body.nodes.len(), depth: self.open.len() });
            self.body.nodes.push(text);
            return 1;
        }
        let Some(bracket) = self.brackets.pop().filter(|bracket| bracket.depth == self.open.len()) else {
            self.body.nodes.push(text);
            return 1;
        };
        let braces = &source[1..source.floor_char_boundary(LONGEST_BRACES)];
        match pairs(braces, at + 1).and_then(|(pairs, length)| Some((self.language(&pairs)?, length))) {
            Some((language, length)) => {
                let element = Element::Foreign(self.string(&language));
                self.body.nodes[bracket.node] = Node::Start(element);
                self.body.nodes.push(Node::End(element));
                1 + length
            }
            None => {
                self.body.nodes.push(text);
                1
            }
        }
    }

    /// The language of `{lang=en}`; anything else in braces after a bracket is left alone or noted.
    fn language(&mut self, pairs: &[Pair<'_>]) -> Option<String> {
        let [pair] = pairs else { return None };
        if pair.name == "lang" && is_language(&pair.value) {
            return Some(pair.value.clone());
        }
        if !pair.value.is_empty() {
            let cause = if pair.name == "lang" { "cause-value" } else { "cause-attribute" };
            let note = Note::new(&DIRECTIVE_INVALID, pair.span).cause(cause).arg("name", "[…]").arg("attribute", pair.name);
            let note = note.arg("value", pair.value.as_str()).arg("known", "lang").arg("example", "[…]{lang=en}");
            self.notes.push(note.help("help"));
        }
        None
    }

    /// Notes what an editor surely meant otherwise.
    fn lint(&mut self, source: &'t str, start: usize, found: u8) {
        if found & rare::STAR != 0 {
            self.lint_emphasis(source, start);
        }
        if found & rare::BRACKET != 0 {
            self.lint_footnotes(source, start);
        }
        if source.starts_with(":::") && self.at_block_start() {
            self.notes
                .push(Note::new(&DIRECTIVE_INVALID, Span::new(start, start + 3)).cause("cause-stray").help("help-stray"));
        }
    }

    /// `**` beside a letter that Markdown's rules for word boundaries left as it is, alone or with its partner.
    fn lint_emphasis(&mut self, source: &str, start: usize) {
        let beside =
            |at: usize| source[..at].ends_with(char::is_alphabetic) || source[at + 2..].starts_with(char::is_alphabetic);
        let mut from = 0;
        while let Some(at) = source[from..].find("**").map(|found| from + found) {
            let window = source.floor_char_boundary(at + 2 + QUOTED);
            let partner = source[at + 2..window].find("**").map(|length| at + 2 + length);
            from = partner.unwrap_or(at) + 2;
            if beside(at) || partner.is_some_and(beside) {
                let span = Span::new(start + at, start + from);
                self.notes.push(Note::new(&MARKDOWN_EMPHASIS, span).arg("text", &source[at..from]).help("help"));
            }
        }
    }

    /// `[^x]` that no definition belongs to: Markdown leaves it as text.
    fn lint_footnotes(&mut self, source: &str, start: usize) {
        for (at, _) in source.match_indices("[^") {
            let label = source[at + 2..].split(|c: char| c == ']' || c == '[' || c.is_whitespace()).next().unwrap_or("");
            let end = at + 2 + label.len();
            if !label.is_empty() && source[end..].starts_with(']') {
                let note = Note::new(&FOOTNOTE_UNKNOWN, Span::new(start + at, start + end + 1));
                self.notes.push(note.arg("label", label).help("help"));
            }
        }
    }
}

/// A BCP 47 code, by its look.
fn is_language(code: &str) -> bool {
    let mut parts = code.split('-');
    let primary = parts.next().unwrap_or("");
    (2..=3).contains(&primary.len())
        && primary.bytes().all(|byte| byte.is_ascii_lowercase())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}
