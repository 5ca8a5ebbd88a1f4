//! Directives in the flow of blocks: fences open and close them, alerts are notes too.
//!
//! A closing fence closes the innermost open directive that was opened with at most as many colons; directives inside it
//! that were opened with more are closed with it and noted. A fence never reaches through a list item, a quotation or a
//! footnote: a directive that is open at their end is closed there and noted.

use super::alerts;
use super::builder::{Builder, Open};
use super::fences::Fence;
use crate::diag::Note;
use crate::diag::rules::DIRECTIVE_INVALID;
use crate::model::Span;
use crate::model::body::{Directive, DirectiveKind, Element, Index, Node};
use crate::parse::directive::content::{Content, children, inside};
use crate::parse::directive::{self, Header};

/// A directive that is open.
#[derive(Debug)]
pub(super) struct OpenDirective {
    /// Its place among the body's directives; none for an unknown one.
    index: Option<Index>,
    colons: usize,
    span: Span,
    /// Place of its first child among the nodes.
    start: usize,
    name: String,
}

impl Builder<'_> {
    /// A fence line that Markdown takes for a block.
    pub(super) fn fence(&mut self, fence: Fence) {
        self.close_html(usize::MAX);
        self.brackets.clear();
        self.words.end();
        if fence.header(self.text).trim().is_empty() {
            self.close_fence(&fence);
        } else {
            self.open_fence(&fence);
        }
    }

    fn open_fence(&mut self, fence: &Fence) {
        let header = Header::parse(fence.header(self.text), fence.start + fence.colons);
        let (span, name) = (fence.span(), header.name.to_owned());
        let index = match directive::find(&header) {
            Ok(spec) => {
                let attributes = spec.attributes(&header, &mut self.notes);
                Some(self.start_directive(Directive { kind: spec.kind, attributes, span }))
            }
            Err(note) => {
                self.notes.push(note);
                None
            }
        };
        let start = self.body.nodes.len();
        self.open.push(Open::Directive(OpenDirective { index, colons: fence.colons, span, start, name }));
    }

    fn start_directive(&mut self, directive: Directive) -> Index {
        let index = self.body.directives.len() as Index;
        self.body.directives.push(directive);
        self.body.nodes.push(Node::Start(Element::Directive(index)));
        index
    }

    fn close_fence(&mut self, fence: &Fence) {
        let directives = self.open.iter().rev().map_while(|open| match open {
            Open::Directive(directive) => Some(directive.colons),
            _ => None,
        });
        let Some(above) = directives.into_iter().position(|colons| colons <= fence.colons) else {
            return self.stray_fence(fence.span());
        };
        for place in (0..=above).rev() {
            if let Some(Open::Directive(directive)) = self.open.pop() {
                self.close_directive(&directive, place == 0);
            }
        }
    }

    /// Ends a directive; `closed` tells whether an editor did.
    pub(super) fn close_directive(&mut self, open: &OpenDirective, closed: bool) {
        if !closed {
            let note = Note::new(&DIRECTIVE_INVALID, open.span).cause("cause-unclosed");
            self.notes.push(note.arg("name", open.name.as_str()).help("help-unclosed"));
        }
        let Some(index) = open.index else { return };
        let directive = &self.body.directives[index as usize];
        let spec = directive::spec(directive.kind);
        if matches!(directive.kind, DirectiveKind::Figure | DirectiveKind::Gallery | DirectiveKind::Video) {
            self.free_images(open.start);
        }
        let attributes = &self.body.directives[index as usize].attributes;
        let content = Content { nodes: &self.body.nodes[open.start..], attributes };
        self.notes.extend(spec.content_problem(&content, open.span));
        self.body.nodes.push(Node::End(Element::Directive(index)));
    }

    /// Takes the pictures at the beginning of each paragraph out of it: here they stand as blocks.
    fn free_images(&mut self, start: usize) {
        let nodes = self.body.nodes.split_off(start);
        for child in children(&nodes) {
            match child {
                [Node::Start(Element::Paragraph), .., _] => self.free_from_paragraph(inside(child)),
                [Node::SoftBreak | Node::HardBreak] => {}
                [Node::Image(index)] => self.block_image(*index),
                _ => self.body.nodes.extend_from_slice(child),
            }
        }
    }

    fn free_from_paragraph(&mut self, nodes: &[Node]) {
        let mut rest = nodes;
        while let [Node::Image(index), after @ ..] = rest {
            self.block_image(*index);
            let breaks = after.iter().take_while(|node| matches!(node, Node::SoftBreak | Node::HardBreak)).count();
            rest = &after[breaks..];
        }
        if !rest.is_empty() {
            self.body.nodes.push(Node::Start(Element::Paragraph));
            self.body.nodes.extend_from_slice(rest);
            self.body.nodes.push(Node::End(Element::Paragraph));
        }
    }

    /// Adds a picture that stands as a block.
    pub(super) fn block_image(&mut self, index: Index) {
        if let Some(image) = self.body.images.get_mut(index as usize) {
            image.block = true;
        }
        self.body.nodes.push(Node::Image(index));
    }

    /// The element of a block quotation: a note where it is an alert.
    pub(super) fn quotation(&mut self, alert: Option<pulldown_cmark::BlockQuoteKind>, start: usize, end: usize) -> Element {
        let source = self.slice(start, end);
        let vietnamese = || alerts::vietnamese(source);
        let Some((kind, length)) = alert.map(|alert| (alerts::kind(alert), 0)).or_else(vietnamese) else {
            return Element::Quote;
        };
        if length > 0 {
            self.skip_until = start + length + 1;
        }
        let line = source.find('\n').unwrap_or(source.len());
        let attributes = vec![("kind".to_owned(), kind.to_owned())];
        let span = Span::new(start, start + source[..line].trim_end().len());
        self.body.directives.push(Directive { kind: DirectiveKind::Note, attributes, span });
        Element::Directive(self.body.directives.len() as Index - 1)
    }
}
