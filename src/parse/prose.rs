//! The words of a body with their places, for checks that read prose: dates, look-alikes, languages.
//!
//! In: a body and its file's text. Out: stretches of the source, each within one block, without code, raw HTML and
//! addresses. A stretch goes on over smart quotes and entities, which the source writes differently, but not over
//! emphasis or links.

use crate::model::Span;
use crate::model::body::{Body, Element, Heading, Node};

/// Longest gap in the source that one changed character may fill: an entity.
const LONGEST_GAP: u32 = 12;

/// A stretch of prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prose<'t> {
    /// The source's text.
    pub text: &'t str,
    /// Where it stands in the file.
    pub span: Span,
    /// Marked as another language, by `{lang=..}` or on its heading.
    pub foreign: bool,
    /// Inside a quotation.
    pub quoted: bool,
}

/// All stretches of prose in a body of `text`, in order; footnotes come last.
pub fn texts<'b>(body: &'b Body, text: &'b str) -> impl Iterator<Item = Prose<'b>> {
    let mut walk = Walk { body, text, at: 0, foreign: 0, quoted: 0, code: 0 };
    std::iter::from_fn(move || walk.next())
}

struct Walk<'b> {
    body: &'b Body,
    text: &'b str,
    at: usize,
    foreign: usize,
    quoted: usize,
    code: usize,
}

impl<'b> Walk<'b> {
    fn next(&mut self) -> Option<Prose<'b>> {
        loop {
            let node = *self.body.nodes.get(self.at)?;
            self.at += 1;
            match node {
                Node::Start(element) => self.enter(element, true),
                Node::End(element) => self.enter(element, false),
                Node::Text(span) if self.code == 0 => return Some(self.stretch(span)),
                _ => {}
            }
        }
    }

    fn enter(&mut self, element: Element, start: bool) {
        let heading = |index: u32| self.body.headings.get(index as usize);
        let counter = match element {
            Element::Foreign(_) => &mut self.foreign,
            Element::Heading(index) if heading(index).is_some_and(|Heading { lang, .. }| lang.is_some()) => {
                &mut self.foreign
            }
            Element::Quote => &mut self.quoted,
            Element::Directive(index) if self.is_quote(index) => &mut self.quoted,
            Element::CodeBlock(_) => &mut self.code,
            Element::Link(index) if self.is_bare(index) => &mut self.code,
            _ => return,
        };
        *counter = if start { *counter + 1 } else { counter.saturating_sub(1) };
    }

    fn is_quote(&self, index: u32) -> bool {
        use crate::model::body::DirectiveKind::Quote;
        self.body.directives.get(index as usize).is_some_and(|directive| directive.kind == Quote)
    }

    /// An address that is its own text, bare or between `<` and `>`.
    fn is_bare(&self, index: u32) -> bool {
        let link = self.body.links.get(index as usize);
        link.is_some_and(|link| (link.span.start..=link.span.start + 1).contains(&link.target_span.start))
    }

    /// Goes on while only changed characters stand between texts.
    fn stretch(&mut self, first: Span) -> Prose<'b> {
        let mut span = first;
        let mut ahead = self.at;
        while let Some(node) = self.body.nodes.get(ahead) {
            ahead += 1;
            match *node {
                Node::Str(_) => {}
                Node::Text(next) if next.start >= span.end && next.start - span.end <= LONGEST_GAP => {
                    span.end = next.end;
                    self.at = ahead;
                }
                _ => break,
            }
        }
        Prose { text: span.of(self.text), span, foreign: self.foreign > 0, quoted: self.quoted > 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::texts;
    use crate::parse::markdown;

    fn found(text: &str) -> Vec<(String, bool, bool)> {
        let body = markdown(text, "vi").value;
        texts(&body, text).map(|prose| (prose.text.to_owned(), prose.foreign, prose.quoted)).collect()
    }

    fn plain(text: &str) -> Vec<String> {
        found(text).into_iter().map(|(text, ..)| text).collect()
    }

    #[test]
    fn stretches_go_over_quotes_but_not_over_blocks() {
        assert_eq!(plain("Người H'Mông &amp; \"Thái\" ở\n\nmột"), ["Người H'Mông &amp; \"Thái\" ở", "một"]);
    }

    #[test]
    fn code_and_addresses_are_no_prose() {
        assert_eq!(plain("a `b` https://c.vn d\n\n    e\n"), ["a ", " ", " d"]);
    }

    #[test]
    fn marked_languages_and_quotations_are_told() {
        assert_eq!(
            found("[hello]{lang=en}\n\n> x\n\n:::quote\ny\n:::\n"),
            [("hello".to_owned(), true, false), ("x".to_owned(), false, true), ("y".to_owned(), false, true),]
        );
        assert_eq!(found("# Hello {lang=en}\n"), [("Hello".to_owned(), true, false)]);
    }
}
