//! Raw HTML: text-level tags one by one, blocks of HTML as a whole; what the allow-list drops is noted at its place.
//!
//! Tags within text are written anew from what is allowed of them, and join the stack of open elements, so that the page's
//! HTML nests well whatever an editor writes. Blocks go through the cleaner; here they are only read for the notes.

use std::ops::Range;

use super::builder::{Builder, Open};
use super::fences::Fence;
use super::policy;
use super::raw::{self, Markup, Tag};
use crate::diag::Note;
use crate::diag::rules::{DIRECTIVE_INVALID, HTML_DROPPED};
use crate::model::Span;
use crate::model::body::Node;

/// Tags within tags beyond this depth are not matched, and a block with more is dropped: cleaning would take too long.
const DEEPEST: usize = 100;

/// The lines of a block of HTML without what Markdown writes before them.
#[derive(Debug, Default)]
pub(super) struct HtmlBlock {
    text: String,
    /// Offset of each line in `text` and in the file.
    lines: Vec<(usize, usize)>,
}

impl HtmlBlock {
    fn span(&self, range: Range<usize>) -> Span {
        let last = range.end.saturating_sub(1).max(range.start);
        Span::new(self.offset(range.start), self.offset(last) + range.end.saturating_sub(last))
    }

    fn offset(&self, at: usize) -> usize {
        let line = self.lines.partition_point(|(start, _)| *start <= at).saturating_sub(1);
        self.lines.get(line).map_or(0, |(start, file)| file + (at - start))
    }
}

impl Builder<'_> {
    /// A line of a block of HTML.
    pub(super) fn html_line(&mut self, range: Range<usize>) {
        let line = self.slice(range.start, range.end);
        let stray = self.fence_at(range.start).map(Fence::span);
        let Some(block) = &mut self.html else { return };
        block.lines.push((block.text.len(), range.start));
        block.text.push_str(line);
        if let Some(span) = stray {
            self.stray_fence(span);
        }
    }

    /// The block is complete.
    pub(super) fn end_html_block(&mut self) {
        let Some(block) = self.html.take() else { return };
        if depth(&block.text) > DEEPEST {
            self.notes.push(dropped(opening(&block.text), "", block.span(0..block.text.trim_end().len())));
            return;
        }
        self.report(&block);
        let clean = policy::clean(&block.text);
        if !clean.trim().is_empty() {
            let index = self.string(clean.trim_end());
            self.body.nodes.push(Node::Html(index));
        }
    }

    fn report(&mut self, block: &HtmlBlock) {
        let mut open: Vec<(String, Span)> = Vec::new();
        let mut from = 0;
        while let Some((markup, range)) = raw::next(&block.text, from) {
            self.words.run(&block.text[from..range.start]);
            from = range.end;
            let span = block.span(range.clone());
            match markup {
                Markup::Comment => {}
                Markup::Other => self.notes.push(dropped(opening(&block.text[range]), "", span)),
                Markup::Tag(tag) if tag.closing => self.report_end(&tag.name, span, &mut open),
                Markup::Tag(tag) => {
                    self.report_tag(&tag, span, |range| block.span(range), policy::block(&tag.name));
                    if raw::is_raw_text(&tag.name) {
                        from = raw::raw_text_end(&block.text, from, &tag.name);
                    } else if policy::block(&tag.name) && !policy::is_void(&tag.name) {
                        open.push((tag.name, span));
                    }
                }
            }
        }
        self.words.run(block.text.get(from..).unwrap_or(""));
        self.words.end();
        self.report_unclosed(open);
    }

    fn report_end(&mut self, name: &str, span: Span, open: &mut Vec<(String, Span)>) {
        match open.iter().rposition(|(known, _)| known == name) {
            Some(place) => {
                let inside = open.split_off(place + 1);
                self.report_unclosed(inside);
                open.pop();
            }
            None if policy::block(name) && !policy::is_void(name) => self.notes.push(unclosed(format!("</{name}>"), span)),
            None => {}
        }
    }

    fn report_unclosed(&mut self, open: Vec<(String, Span)>) {
        let notes = open.into_iter().filter(|(name, _)| !policy::ends_by_itself(name));
        self.notes.extend(notes.map(|(name, span)| unclosed(format!("<{name}>"), span)));
    }

    /// Notes a start tag that is dropped, or the attributes of it that are.
    fn report_tag(&mut self, tag: &Tag<'_>, span: Span, place: impl Fn(Range<usize>) -> Span, allowed: bool) {
        if !allowed {
            self.notes.push(dropped(format!("<{}>", tag.name), &tag.name, span));
            return;
        }
        for attribute in &tag.attributes {
            if !policy::attribute(&tag.name, &attribute.name, attribute.value) {
                let note = Note::new(&HTML_DROPPED, place(attribute.range.clone())).cause("cause-attribute");
                let note = note.arg("what", attribute.name.as_str()).arg("tag", format!("<{}>", tag.name));
                self.notes.push(note.help(if attribute.name == "href" { "help-link" } else { "help-attribute" }));
            }
        }
    }

    /// A tag, a comment or the like within text.
    pub(super) fn inline_html(&mut self, range: &Range<usize>) {
        if let Some(span) = self.fence_at(range.start).map(Fence::span) {
            return self.stray_fence(span);
        }
        let span = Span::from(range.clone());
        match raw::next(span.of(self.text), 0) {
            Some((Markup::Tag(tag), _)) if tag.closing => self.end_tag(&tag.name, span),
            Some((Markup::Tag(tag), _)) => self.start_tag(&tag, span),
            Some((Markup::Other, _)) => self.notes.push(dropped(opening(span.of(self.text)), "", span)),
            Some((Markup::Comment, _)) | None => {}
        }
    }

    fn start_tag(&mut self, tag: &Tag<'_>, span: Span) {
        let nested = tag.name == "a" && (self.links > 0 || self.has_open_html("a"));
        let name = policy::inline(&tag.name).filter(|_| !nested);
        let base = span.start as usize;
        self.report_tag(tag, span, |range| Span::from(range).offset(base), name.is_some());
        let Some(name) = name else {
            self.dropped_tags.push(tag.name.clone());
            return;
        };
        let index = self.string(&written(name, tag));
        self.body.nodes.push(Node::Html(index));
        if !policy::is_void(name) {
            self.open.push(Open::Html { name, span });
        }
    }

    fn end_tag(&mut self, name: &str, span: Span) {
        let html = |open: &&Open| matches!(open, Open::Html { .. });
        let above = self
            .open
            .iter()
            .rev()
            .take_while(html)
            .take(DEEPEST)
            .position(|open| matches!(open, Open::Html { name: known, .. } if *known == name));
        if let Some(above) = above {
            self.close_html(above);
            self.pop_html();
        } else if let Some(place) = self.dropped_tags.iter().rposition(|dropped| dropped == name) {
            self.dropped_tags.swap_remove(place);
        } else {
            self.notes.push(unclosed(format!("</{name}>"), span));
        }
    }

    /// Closes so many tags at most that an editor left open, noting each.
    pub(super) fn close_html(&mut self, most: usize) {
        for _ in 0..most {
            let Some(Open::Html { name, span }) = self.open.last() else { return };
            self.notes.push(unclosed(format!("<{name}>"), *span));
            self.pop_html();
        }
    }

    fn pop_html(&mut self) {
        if let Some(Open::Html { name, .. }) = self.open.pop() {
            let index = self.string(&format!("</{name}>"));
            self.body.nodes.push(Node::Html(index));
            self.forget_brackets();
        }
    }

    fn has_open_html(&self, name: &str) -> bool {
        self.open.iter().any(|open| matches!(open, Open::Html { name: known, .. } if *known == name))
    }

    /// Notes a fence where no directive can begin or end.
    pub(super) fn stray_fence(&mut self, span: Span) {
        self.notes.push(Note::new(&DIRECTIVE_INVALID, span).cause("cause-stray").help("help-stray"));
    }
}

/// Greatest number of tags that are open at once, without those that end by themselves.
fn depth(html: &str) -> usize {
    let (mut from, mut open, mut deepest) = (0_usize, 0_usize, 0);
    while let Some((markup, range)) = raw::next(html, from) {
        from = range.end;
        match markup {
            Markup::Tag(tag) if policy::is_void(&tag.name) || policy::ends_by_itself(&tag.name) => {}
            Markup::Tag(tag) if tag.closing => open = open.saturating_sub(1),
            Markup::Tag(_) => open += 1,
            _ => {}
        }
        deepest = deepest.max(open);
    }
    deepest
}

/// A start tag with what is allowed of it, in our own writing.
fn written(name: &str, tag: &Tag<'_>) -> String {
    let mut html = format!("<{name}");
    let mut names: Vec<&str> = Vec::new();
    for attribute in &tag.attributes {
        if policy::attribute(name, &attribute.name, attribute.value) && !names.contains(&attribute.name.as_str()) {
            names.push(&attribute.name);
            html.extend([" ", &attribute.name, "=\""]);
            let value = attribute.value.replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;");
            html.extend([value.as_str(), "\""]);
        }
    }
    html.push('>');
    html
}

fn opening(markup: &str) -> String {
    format!("{}…", markup.chars().take(2).collect::<String>())
}

fn dropped(what: String, tag: &str, span: Span) -> Note {
    let help = match tag {
        "a" => "help-link",
        "img" | "picture" | "figure" => "help-image",
        _ => "help",
    };
    Note::new(&HTML_DROPPED, span).arg("what", what).help(help)
}

fn unclosed(what: String, span: Span) -> Note {
    Note::new(&HTML_DROPPED, span).cause("cause-unclosed").arg("what", what).help("help-unclosed")
}
