//! Reads emitted XML back, for the emitters' tests.

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};

/// An element.
#[derive(Debug, Default)]
pub(super) struct Node {
    name: String,
    attributes: Vec<(String, String)>,
    children: Vec<Node>,
    text: String,
}

impl Node {
    /// An attribute; `""` where it is missing.
    pub(super) fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// Children of this name.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Node> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The only child of this name.
    pub(super) fn one<'a>(&'a self, name: &'a str) -> &'a Node {
        let mut all = self.all(name);
        let first = all.next().unwrap_or_else(|| panic!("no <{name}>"));
        assert!(all.next().is_none(), "several <{name}>");
        first
    }

    /// Text of the only child of this name.
    pub(super) fn text<'a>(&'a self, name: &'a str) -> &'a str {
        &self.one(name).text
    }
}

/// The root element; panics where the document is not well-formed.
pub(super) fn read(xml: &str) -> Node {
    let mut reader = Reader::from_str(xml);
    let mut open = vec![Node::default()];
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => open.push(node(&tag)),
            Event::Empty(tag) => open.last_mut().unwrap().children.push(node(&tag)),
            Event::End(_) => {
                let done = open.pop().unwrap();
                open.last_mut().unwrap().children.push(done);
            }
            Event::Text(text) => open.last_mut().unwrap().text.push_str(&text),
            Event::GeneralRef(reference) => {
                let character = reference.resolve_char_ref().unwrap().map(String::from);
                let resolved = character.or_else(|| resolve_xml_entity(&reference).map(str::to_owned)).unwrap();
                open.last_mut().unwrap().text.push_str(&resolved);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open.len(), 1, "an element is not closed");
    let mut document = open.pop().unwrap();
    assert_eq!(document.children.len(), 1);
    document.children.pop().unwrap()
}

fn node(tag: &BytesStart<'_>) -> Node {
    let attribute = |attribute: quick_xml::events::attributes::Attribute<'_>| {
        let value = quick_xml::escape::unescape(&attribute.value).unwrap().into_owned();
        (attribute.key.as_ref().to_owned(), value)
    };
    Node {
        name: tag.name().as_ref().to_owned(),
        attributes: tag.attributes().map(|found| attribute(found.unwrap())).collect(),
        ..Node::default()
    }
}
