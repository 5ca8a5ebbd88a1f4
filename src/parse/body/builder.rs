//! Turns the Markdown parser's events into the nodes of a [`Body`].
//!
//! One stack holds everything that is open: Markdown's elements, directives, tags of raw HTML, footnotes. What an editor
//! forgot to close is closed with the element around it, so the nodes always nest well.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::directives::OpenDirective;
use super::fences::Fence;
use super::footnotes::Footnotes;
use super::headings;
use super::html::HtmlBlock;
use super::inline::Bracket;
use super::run::{Piece, Run};
use super::words::Words;
use crate::diag::Note;
use crate::model::Span;
use crate::model::body::{Body, Element, Image, Index, Node};

/// Strings up to this length are kept once.
const SHORT: usize = 3;

/// Something that is open.
#[derive(Debug)]
pub(super) enum Open {
    /// An element of Markdown, and the place of its start among the nodes.
    Element(Element, usize),
    /// A footnote's text, with the nodes of what stands around it.
    Footnote(Index, Span, Vec<Node>),
    /// A directive.
    Directive(OpenDirective),
    /// A tag of raw HTML.
    Html {
        /// The element's name.
        name: &'static str,
        /// Its start tag.
        span: Span,
    },
}

/// A body in the making.
#[derive(Debug)]
pub(super) struct Builder<'t> {
    /// The whole file.
    pub(super) text: &'t str,
    /// What the Markdown parser reads: the body, with fences hidden.
    input: &'t str,
    base: usize,
    lang: &'t str,
    fences: Vec<Fence>,
    pub(super) body: Body,
    pub(super) notes: Vec<Note>,
    pub(super) open: Vec<Open>,
    pub(super) run: Run<'t>,
    pub(super) brackets: Vec<Bracket>,
    pub(super) words: Words,
    pub(super) html: Option<HtmlBlock>,
    /// The picture whose alternative text is being read, and how deep pictures nest in it.
    pub(super) image: Option<(Image, usize)>,
    footnotes: Footnotes,
    short: Vec<Index>,
    /// Names of start tags that were dropped and whose end tags are still to come.
    pub(super) dropped_tags: Vec<String>,
    /// Number of links around the present place.
    pub(super) links: usize,
    /// The present place is in a code block.
    pub(super) in_code: bool,
    /// Somewhere a bracket is followed by braces.
    pub(super) foreign: bool,
    /// Text before this offset is not shown.
    pub(super) skip_until: usize,
    /// End of the last picture.
    pub(super) after_image: Option<usize>,
}

impl<'t> Builder<'t> {
    /// An empty body of `text`, whose Markdown `input` starts at `base`.
    pub(super) fn new(text: &'t str, input: &'t str, base: usize, lang: &'t str, fences: Vec<Fence>) -> Self {
        Self {
            text,
            input,
            base,
            lang,
            fences,
            body: Body { nodes: Vec::with_capacity(input.len() / 32), ..Body::default() },
            notes: Vec::new(),
            open: Vec::new(),
            run: Run::default(),
            brackets: Vec::new(),
            words: Words::default(),
            html: None,
            image: None,
            footnotes: Footnotes::default(),
            short: Vec::new(),
            dropped_tags: Vec::new(),
            links: 0,
            in_code: false,
            foreign: input.contains("]{"),
            skip_until: 0,
            after_image: None,
        }
    }

    /// The finished body; its notes are added in the order of the text.
    pub(super) fn finish(mut self, notes: &mut Vec<Note>) -> Body {
        self.flush();
        while !self.open.is_empty() {
            self.end();
        }
        self.body.footnotes = self.footnotes.resolve(&mut self.body.nodes, &mut self.notes);
        headings::anchors(&mut self.body.headings, self.lang, &mut self.notes);
        self.body.words = self.words.count();
        self.notes.sort_by_key(|note| note.span);
        notes.append(&mut self.notes);
        self.body
    }

    /// Takes the next event, whose range is offsets in the file.
    pub(super) fn event(&mut self, event: Event<'t>, range: Range<usize>) {
        match event {
            Event::Text(text) => return self.text(text, range),
            event if self.image.is_some() => return self.image_event(&event, &range),
            _ => self.flush(),
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(TagEnd::HtmlBlock) => self.end_html_block(),
            Event::End(_) => self.end(),
            Event::Code(text) => self.code(&text, range),
            Event::Html(_) => self.html_line(range),
            Event::InlineHtml(_) => self.inline_html(&range),
            Event::FootnoteReference(label) => {
                let index = self.footnotes.label(&label);
                self.body.nodes.push(Node::FootnoteRef(index));
            }
            Event::SoftBreak => self.line_break(Node::SoftBreak, range.start),
            Event::HardBreak => self.line_break(Node::HardBreak, range.start),
            Event::Rule => self.body.nodes.push(Node::Rule),
            Event::TaskListMarker(done) => self.body.nodes.push(Node::Task(done)),
            Event::Text(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn text(&mut self, text: CowStr<'t>, range: Range<usize>) {
        if let Some((image, _)) = &mut self.image {
            image.alt.push_str(&text);
            return;
        }
        if self.html.is_some() || range.start < self.skip_until {
            return;
        }
        let piece = match self.place(&text, &range) {
            Some(span) => Piece { start: span.start, end: span.end, other: None },
            None => Piece { start: range.start, end: range.end, other: Some(text) },
        };
        if !self.run.follows(piece.start) {
            self.flush();
        }
        self.run.push(piece);
    }

    /// Where a text stands in the file as it is; the parser borrows what it does not change.
    pub(super) fn place(&self, text: &CowStr<'t>, range: &Range<usize>) -> Option<Range<usize>> {
        if let CowStr::Borrowed(borrowed) = text {
            let at = (borrowed.as_ptr() as usize).wrapping_sub(self.input.as_ptr() as usize);
            if at.checked_add(borrowed.len()).is_some_and(|end| end <= self.input.len()) {
                return Some(self.base + at..self.base + at + borrowed.len());
            }
        }
        (self.text.get(range.clone()) == Some(&**text)).then(|| range.clone())
    }

    fn start(&mut self, tag: Tag<'t>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => self.block(Element::Paragraph),
            Tag::Heading { level, id, attrs, .. } => self.heading(level, id, &attrs, range),
            Tag::BlockQuote(alert) => {
                let element = self.quotation(alert, range.start, range.end);
                self.block(element);
            }
            Tag::CodeBlock(kind) => self.code_block(&kind),
            Tag::HtmlBlock => match self.fence_at(range.start).copied() {
                Some(fence) => self.fence(fence),
                None => self.html = Some(HtmlBlock::default()),
            },
            Tag::List(None) => self.block(Element::List),
            Tag::List(Some(first)) => self.block(Element::Ordered(u32::try_from(first).unwrap_or(u32::MAX))),
            Tag::Item => self.block(Element::Item),
            Tag::FootnoteDefinition(label) => self.footnote(&label, range),
            Tag::DefinitionList => self.block(Element::Definitions),
            Tag::DefinitionListTitle => self.block(Element::Term),
            Tag::DefinitionListDefinition => self.block(Element::Definition),
            Tag::Table(columns) => self.table(&columns),
            Tag::TableHead => self.block(Element::TableHead),
            Tag::TableRow => self.block(Element::TableRow),
            Tag::TableCell => self.block(Element::TableCell),
            Tag::Strong => self.element(Element::Strong),
            Tag::Strikethrough => self.element(Element::Strike),
            Tag::Link { link_type, dest_url, title, .. } => self.link(link_type, dest_url, &title, range),
            Tag::Image { dest_url, title, .. } => self.start_image(&dest_url, &title, range),
            // The last three are not switched on.
            Tag::Emphasis | Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => self.element(Element::Emphasis),
        }
    }

    pub(super) fn element(&mut self, element: Element) {
        self.open.push(Open::Element(element, self.body.nodes.len()));
        self.body.nodes.push(Node::Start(element));
    }

    pub(super) fn block(&mut self, element: Element) {
        self.close_html(usize::MAX);
        self.brackets.clear();
        self.words.end();
        self.element(element);
    }

    fn footnote(&mut self, label: &str, range: Range<usize>) {
        self.close_html(usize::MAX);
        self.brackets.clear();
        let index = self.footnotes.label(label);
        let length = self.slice(range.start, range.end).trim_end().len();
        let outer = std::mem::take(&mut self.body.nodes);
        self.open.push(Open::Footnote(index, Span::new(range.start, range.start + length), outer));
    }

    /// Ends the innermost element of Markdown, and what is open inside it.
    fn end(&mut self) {
        while let Some(open) = self.open.pop() {
            match open {
                Open::Directive(directive) => self.close_directive(&directive, false),
                Open::Html { name, span } => {
                    self.open.push(Open::Html { name, span });
                    self.close_html(1);
                }
                Open::Footnote(index, span, outer) => {
                    let nodes = std::mem::replace(&mut self.body.nodes, outer);
                    self.footnotes.define(index, nodes, span, &mut self.notes);
                    break;
                }
                Open::Element(element, start) => {
                    self.end_element(element, start);
                    break;
                }
            }
        }
        self.forget_brackets();
    }

    /// Drops the brackets inside what was just closed.
    pub(super) fn forget_brackets(&mut self) {
        let depth = self.open.len();
        self.brackets.truncate(self.brackets.partition_point(|bracket| bracket.depth() <= depth));
    }

    fn end_element(&mut self, element: Element, start: usize) {
        match element {
            Element::Paragraph => return self.end_paragraph(start),
            Element::Heading(index) => {
                self.heading_run(index as usize, start);
                let text = self.plain_from(start);
                self.body.headings[index as usize].text = text;
            }
            Element::Link(index) => {
                self.links = self.links.saturating_sub(1);
                self.body.links[index as usize].empty = self.body.nodes.len() == start + 1;
            }
            Element::CodeBlock(_) => self.in_code = false,
            _ => {}
        }
        if element.is_block() {
            self.words.end();
            self.dropped_tags.clear();
        }
        self.body.nodes.push(Node::End(element));
    }

    /// `## [words]{lang=en}`: the braces were read as the heading's own, so its last brackets are still in the text.
    fn heading_run(&mut self, heading: usize, start: usize) {
        let Some(lang) = self.body.headings[heading].lang.clone() else { return };
        let is = |node: &Node, mark: &str| matches!(node, Node::Text(span) if self.slice(span.start as usize, span.end as usize) == mark);
        let last = self.body.nodes.len() - 1;
        if !is(&self.body.nodes[last], "]") {
            return;
        }
        let mut depth = 0;
        let opening = (start + 1..=last).rev().find(|at| {
            let node = &self.body.nodes[*at];
            depth += i32::from(is(node, "]")) - i32::from(is(node, "["));
            depth == 0
        });
        match opening {
            Some(at) if at == start + 1 => {
                self.body.nodes.pop();
                self.body.nodes.remove(at);
            }
            Some(at) => {
                let element = Element::Foreign(self.string(&lang));
                self.body.nodes[at] = Node::Start(element);
                self.body.nodes[last] = Node::End(element);
                self.body.headings[heading].lang = None;
            }
            None => {}
        }
    }

    /// A paragraph of nothing is left out; a picture alone in one stands as a block.
    fn end_paragraph(&mut self, start: usize) {
        self.words.end();
        self.dropped_tags.clear();
        match self.body.nodes[start..] {
            [_] => self.body.nodes.truncate(start),
            [_, Node::Image(index)] => {
                self.body.nodes.truncate(start);
                self.block_image(index);
            }
            _ => self.body.nodes.push(Node::End(Element::Paragraph)),
        }
    }

    fn code(&mut self, text: &CowStr<'t>, range: Range<usize>) {
        self.words.run(text);
        let node = match self.place(text, &range) {
            Some(place) => Node::Code(place.into()),
            None => Node::CodeStr(self.string(text)),
        };
        self.body.nodes.push(node);
    }

    fn line_break(&mut self, node: Node, at: usize) {
        if at >= self.skip_until {
            self.words.end();
            self.body.nodes.push(node);
        }
    }

    /// The fence that starts at an offset.
    pub(super) fn fence_at(&self, offset: usize) -> Option<&Fence> {
        let place = self.fences.binary_search_by_key(&offset, |fence| fence.start).ok()?;
        self.fences.get(place)
    }

    /// A stretch of the file.
    pub(super) fn slice(&self, start: usize, end: usize) -> &'t str {
        self.text.get(start..end).unwrap_or("")
    }

    /// Keeps a string; short ones, such as quotes, once.
    pub(super) fn string(&mut self, text: &str) -> Index {
        if let Some(known) = self.short.iter().find(|index| self.body.strings[**index as usize] == text) {
            return *known;
        }
        let index = self.body.strings.len() as Index;
        self.body.strings.push(text.to_owned());
        if text.len() <= SHORT {
            self.short.push(index);
        }
        index
    }

    /// True where the next text begins a line.
    pub(super) fn at_block_start(&self) -> bool {
        match self.body.nodes.last() {
            None | Some(Node::Start(_) | Node::SoftBreak | Node::HardBreak) => true,
            Some(Node::End(element)) => element.is_block(),
            _ => false,
        }
    }

    /// Plain text of the nodes from a place on.
    fn plain_from(&self, start: usize) -> String {
        let mut out = String::new();
        for node in &self.body.nodes[start..] {
            match *node {
                Node::Text(span) | Node::Code(span) => out.push_str(span.of(self.text)),
                Node::Str(index) | Node::CodeStr(index) => out.push_str(&self.body.strings[index as usize]),
                Node::SoftBreak | Node::HardBreak => out.push(' '),
                Node::Image(index) => out.push_str(&self.body.images[index as usize].alt),
                _ => {}
            }
        }
        out.trim().to_owned()
    }
}
