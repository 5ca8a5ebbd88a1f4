//! Elements of Markdown that have a record of their own: headings, tables, code blocks, links, pictures.

use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd};

use super::builder::Builder;
use crate::model::Span;
use crate::model::body::{Align, Element, Heading, Image, Index, Link, Node};

impl<'t> Builder<'t> {
    pub(super) fn heading(
        &mut self,
        level: HeadingLevel,
        id: Option<CowStr<'t>>,
        attrs: &[(CowStr<'t>, Option<CowStr<'t>>)],
        range: Range<usize>,
    ) {
        let lang = attrs.iter().find(|(name, _)| &**name == "lang").and_then(|(_, value)| value.as_deref());
        let length = self.slice(range.start, range.end).trim_end().len();
        let heading = Heading {
            level: level as u8,
            id: id.map(CowStr::into_string).unwrap_or_default(),
            text: String::new(),
            lang: lang.map(str::to_owned),
            span: Span::new(range.start, range.start + length),
        };
        self.block(Element::Heading(self.body.headings.len() as Index));
        self.body.headings.push(heading);
    }

    pub(super) fn code_block(&mut self, kind: &CodeBlockKind<'t>) {
        let info = match kind {
            CodeBlockKind::Fenced(info) => info.split_whitespace().next().unwrap_or(""),
            CodeBlockKind::Indented => "",
        };
        let language = self.string(info);
        self.block(Element::CodeBlock(language));
        self.in_code = true;
    }

    pub(super) fn table(&mut self, columns: &[Alignment]) {
        let align = |column: &Alignment| match column {
            Alignment::None => Align::None,
            Alignment::Left => Align::Left,
            Alignment::Center => Align::Center,
            Alignment::Right => Align::Right,
        };
        self.block(Element::Table(self.body.tables.len() as Index));
        self.body.tables.push(columns.iter().map(align).collect());
    }

    pub(super) fn link(&mut self, kind: LinkType, target: CowStr<'t>, title: &str, range: Range<usize>) {
        self.links += 1;
        let span = Span::from(range.clone());
        let target_span = self.target_span(&target, range);
        let target = if kind == LinkType::Email { format!("mailto:{target}") } else { target.into_string() };
        self.element(Element::Link(self.body.links.len() as Index));
        self.body.links.push(Link { target, title: title.to_owned(), empty: false, span, target_span });
    }

    fn target_span(&self, target: &CowStr<'t>, range: Range<usize>) -> Span {
        let place = if target.is_empty() { None } else { self.place(target, &range) };
        Span::from(place.unwrap_or(range))
    }

    pub(super) fn start_image(&mut self, target: &str, title: &str, range: Range<usize>) {
        let (caption, credit) = title.split_once('|').unwrap_or((title, ""));
        let image = Image {
            target: target.to_owned(),
            alt: String::new(),
            decorative: false,
            caption: caption.trim().to_owned(),
            credit: credit.trim().to_owned(),
            block: false,
            span: range.into(),
        };
        self.image = Some((image, 1));
    }

    /// What stands in a picture's alternative text: only its words count.
    pub(super) fn image_event(&mut self, event: &Event<'t>, range: &Range<usize>) {
        let Some((image, depth)) = &mut self.image else { return };
        match event {
            Event::Code(text) => image.alt.push_str(text),
            Event::SoftBreak | Event::HardBreak => image.alt.push(' '),
            Event::Start(Tag::Image { .. }) => *depth += 1,
            Event::End(TagEnd::Image) => *depth -= 1,
            _ => {}
        }
        if *depth == 0 {
            self.after_image = Some(range.end);
            if let Some((image, _)) = self.image.take() {
                self.body.nodes.push(Node::Image(self.body.images.len() as Index));
                self.body.images.push(image);
            }
        }
    }
}
