//! Filling a template: the marked elements of a theme's SVG get their words, places and presence.
//!
//! In: a [`CardInput`]. Out: an SVG without marks, and where the photo goes. The template's text is copied but for the
//! marked elements, so that whatever the drawing crate knows may stand in it. The marks are described in the parent module.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

use resvg::usvg::roxmltree::{Document, Node};

use super::fonts::{StyledRuler, escape};
use super::text::{self, Room, Setting};
use super::{CardError, CardInput, HEIGHT, WIDTH};

/// Line heights below this clip stacked Vietnamese marks.
const LEAST_LEADING: f64 = 1.25;

/// Names of the texts that a template may ask for.
const TEXTS: [&str; 3] = ["title", "portal", "section"];

/// Attributes that change how wide words are, besides the font's size.
const STYLE: [&str; 9] = [
    "font-family",
    "font-weight",
    "font-style",
    "font-stretch",
    "font-variant",
    "font-kerning",
    "letter-spacing",
    "word-spacing",
    "font-feature-settings",
];

/// A rectangle of the card in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) left: u32,
    pub(super) top: u32,
    pub(super) width: u32,
    pub(super) height: u32,
}

/// A template with its marks resolved.
#[derive(Debug)]
pub(super) struct Filled {
    pub(super) svg: String,
    /// Where the photo lies, below the SVG.
    pub(super) picture: Option<Place>,
}

/// Fills a template.
pub(super) fn fill(card: &CardInput<'_>) -> Result<Filled, CardError> {
    let document = parsed(card.template)?;
    let texts = TEXTS.map(|name| (name, words(card, name)));
    let mut filling = Filling { card, texts: texts.into(), set: BTreeMap::new(), edits: Vec::new(), picture: None };
    for node in document.descendants() {
        filling.set_text(node)?;
    }
    filling.visit(document.root_element())?;
    Ok(Filled { svg: filling.spliced(), picture: filling.picture })
}

/// Where a template puts the photo.
pub(super) fn picture_place(template: &str) -> Result<Option<Place>, CardError> {
    let document = parsed(template)?;
    let marked = document.descendants().find(|node| node.attribute("data-hoaban") == Some("picture"));
    marked.map(|node| place(node)).transpose()
}

fn parsed(template: &str) -> Result<Document<'_>, CardError> {
    let document = Document::parse(template).map_err(|error| CardError::Template(error.to_string()))?;
    let root = document.root_element();
    let is = |name, size: u32| root.attribute(name).and_then(|text| text.parse().ok()) == Some(size);
    if root.tag_name().name() == "svg" && is("width", WIDTH) && is("height", HEIGHT) {
        return Ok(document);
    }
    Err(CardError::Template(format!(r#"must begin with <svg width="{WIDTH}" height="{HEIGHT}">"#)))
}

/// The words of a text as the fonts can draw them.
fn words(card: &CardInput<'_>, name: &str) -> String {
    let words = match name {
        "title" => card.title,
        "portal" => card.portal,
        _ => card.section,
    };
    text::cleaned(words, |character| card.fonts.has(character))
}

/// A text that has found its lines.
struct SetText {
    setting: Setting,
    grows_up: bool,
    first_size: f64,
    leading: f64,
}

impl SetText {
    /// From the first baseline to the last, in pixels.
    fn height(&self) -> f64 {
        self.setting.lines.len().saturating_sub(1) as f64 * self.leading * self.setting.size
    }

    /// How far elements move that go with this text.
    fn shift(&self) -> f64 {
        match (self.setting.lines.is_empty(), self.grows_up) {
            (true, _) => 0.0,
            (_, true) => self.first_size - self.setting.size - self.height(),
            (_, false) => self.height(),
        }
    }
}

/// Work on one card.
struct Filling<'a> {
    card: &'a CardInput<'a>,
    texts: BTreeMap<&'static str, String>,
    set: BTreeMap<String, SetText>,
    /// Replacements in the template, by its bytes, in order and apart from each other.
    edits: Vec<(Range<usize>, String)>,
    picture: Option<Place>,
}

impl Filling<'_> {
    /// Breaks the lines of a marked text; the first element of a name is what others go with.
    fn set_text(&mut self, node: Node<'_, '_>) -> Result<(), CardError> {
        let Some(name) = node.attribute("data-hoaban").filter(|&name| name != "picture") else { return Ok(()) };
        let words = self.texts.get(name).ok_or_else(|| wrong(node, "data-hoaban", "names no text"))?;
        if self.set.contains_key(name) {
            return Err(wrong(node, "data-hoaban", "stands twice"));
        }
        let words = if node.attribute("data-case") == Some("upper") { words.to_uppercase() } else { words.clone() };
        let room = room(node)?;
        let ruler = StyledRuler { fonts: self.card.fonts, style: &style(node, self.card.lang) };
        let setting = text::set(&words, &room, &ruler)?;
        let leading = number(node, "data-leading")?.unwrap_or(1.3).max(LEAST_LEADING);
        let grows_up = node.attribute("data-grow") == Some("up");
        self.set.insert(name.to_owned(), SetText { setting, grows_up, first_size: room.sizes[0], leading });
        Ok(())
    }

    /// Notes the replacements of an element and of what is in it.
    fn visit(&mut self, node: Node<'_, '_>) -> Result<(), CardError> {
        if !self.is_drawn(node)? {
            self.edits.push((node.range(), String::new()));
            return Ok(());
        }
        let shift = self.shift(node)?;
        if let Some(shift) = shift {
            self.edits.push((node.range().start..node.range().start, format!(r#"<g transform="translate(0 {shift:.2})">"#)));
        }
        match node.attribute("data-hoaban") {
            Some("picture") => {
                self.picture = Some(place(node)?);
                self.edits.push((node.range(), String::new()));
            }
            Some(name) => self.edits.push((node.range(), self.text(node, name)?)),
            None => node.children().filter(Node::is_element).try_for_each(|child| self.visit(child))?,
        }
        if shift.is_some() {
            self.edits.push((node.range().end..node.range().end, "</g>".to_owned()));
        }
        Ok(())
    }

    fn is_drawn(&self, node: Node<'_, '_>) -> Result<bool, CardError> {
        for (attribute, wanted) in [("data-if", true), ("data-unless", false)] {
            let Some(name) = node.attribute(attribute) else { continue };
            let there = match name {
                "picture" => self.card.picture.is_some(),
                _ => !self.texts.get(name).ok_or_else(|| wrong(node, attribute, "names nothing that is known"))?.is_empty(),
            };
            if there != wanted {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn shift(&self, node: Node<'_, '_>) -> Result<Option<f64>, CardError> {
        let Some(name) = node.attribute("data-with") else { return Ok(None) };
        let text = self.set.get(name).ok_or_else(|| wrong(node, "data-with", "names no text of the template"))?;
        Ok(Some(text.shift()))
    }

    /// The element of a marked text with its lines.
    fn text(&self, node: Node<'_, '_>, name: &str) -> Result<String, CardError> {
        let Some(text) = self.set.get(name).filter(|text| !text.setting.lines.is_empty()) else { return Ok(String::new()) };
        let x = escape(node.attribute("x").unwrap_or("0"));
        let first = needed(node, "y")? - if text.grows_up { text.height() } else { 0.0 };
        let mut svg = format!(r#"<text font-size="{}" xml:lang="{}""#, text.setting.size, language(self.card.lang));
        for attribute in node.attributes().filter(|attribute| attribute.namespace().is_none()) {
            let name = attribute.name();
            if !name.starts_with("data-") && !matches!(name, "x" | "y" | "font-size" | "id") {
                _ = write!(svg, r#" {name}="{}""#, escape(attribute.value()));
            }
        }
        svg.push('>');
        for (number, line) in text.setting.lines.iter().enumerate() {
            let y = first + number as f64 * text.leading * text.setting.size;
            _ = write!(svg, r#"<tspan x="{x}" y="{y:.2}">{}</tspan>"#, escape(line));
        }
        svg.push_str("</text>");
        Ok(svg)
    }

    fn spliced(&self) -> String {
        let mut svg = String::new();
        let mut at = 0;
        for (range, text) in &self.edits {
            svg.push_str(&self.card.template[at..range.start]);
            svg.push_str(text);
            at = range.end;
        }
        svg.push_str(&self.card.template[at..]);
        svg
    }
}

/// A language tag with nothing in it but what tags may have (BCP 47).
fn language(tag: &str) -> String {
    tag.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(35).collect()
}

/// The attributes that the widths of an element's words depend on, with those it inherits.
fn style(node: Node<'_, '_>, lang: &str) -> String {
    let mut style = format!(r#"xml:lang="{}""#, language(lang));
    for name in STYLE {
        if let Some(value) = node.ancestors().find_map(|node| node.attribute(name)) {
            _ = write!(style, r#" {name}="{}""#, escape(value));
        }
    }
    style
}

fn room(node: Node<'_, '_>) -> Result<Room, CardError> {
    let width = needed(node, "data-width")?;
    let lines = number(node, "data-lines")?.unwrap_or(1.0).clamp(1.0, 6.0) as usize;
    let sizes = match node.attribute("data-sizes") {
        Some(list) => list.split_whitespace().map(|size| parse(node, "data-sizes", size)).collect::<Result<Vec<_>, _>>()?,
        None => vec![needed(node, "font-size")?],
    };
    if sizes.is_empty() || sizes.len() > 8 || sizes.iter().any(|size| !(8.0..=300.0).contains(size)) {
        return Err(wrong(node, "data-sizes", "needs one to eight sizes from 8 to 300"));
    }
    if !(50.0..=f64::from(WIDTH)).contains(&width) {
        return Err(wrong(node, "data-width", "must be from 50 to 1200"));
    }
    Ok(Room { width, lines, sizes })
}

fn place(node: Node<'_, '_>) -> Result<Place, CardError> {
    let side = |name, least: f64, most: u32| {
        let value = needed(node, name)?.round();
        if (least..=f64::from(most)).contains(&value) { Ok(value as u32) } else { Err(wrong(node, name, "leaves the card")) }
    };
    let (left, top) = (side("x", 0.0, WIDTH - 1)?, side("y", 0.0, HEIGHT - 1)?);
    Ok(Place { left, top, width: side("width", 1.0, WIDTH - left)?, height: side("height", 1.0, HEIGHT - top)? })
}

fn needed(node: Node<'_, '_>, name: &str) -> Result<f64, CardError> {
    number(node, name)?.ok_or_else(|| wrong(node, name, "is needed"))
}

fn number(node: Node<'_, '_>, name: &str) -> Result<Option<f64>, CardError> {
    node.attribute(name).map(|value| parse(node, name, value)).transpose()
}

fn parse(node: Node<'_, '_>, name: &str, value: &str) -> Result<f64, CardError> {
    let number = value.trim().parse().ok().filter(|number: &f64| number.is_finite());
    number.ok_or_else(|| wrong(node, name, "must be a number"))
}

/// A mistake with its line.
fn wrong(node: Node<'_, '_>, attribute: &str, what: &str) -> CardError {
    let line = node.document().text_pos_at(node.range().start).row;
    CardError::Template(format!("line {line}: {attribute} of <{}> {what}", node.tag_name().name()))
}
