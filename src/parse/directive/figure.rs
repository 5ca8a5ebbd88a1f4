//! `:::figure`: one picture at a chosen width, with the caption as Markdown below it.

use super::content::Content;
use super::{Attribute, AttributeKind, Spec};
use crate::model::body::{DirectiveKind, Element, Node};

pub(super) static SPEC: Spec = Spec {
    name: "figure",
    kind: DirectiveKind::Figure,
    attributes: &[Attribute { name: "size", kind: AttributeKind::Word(&["text", "wide", "full"]), required: false }],
    expected: "one-image",
    example: ":::figure {size=wide}\n![…](a.jpg)\n:::",
    fits,
};

/// The picture first, then paragraphs.
fn fits(content: &Content<'_>) -> bool {
    let mut children = content.children();
    let image = matches!(children.next(), Some([Node::Image(_)]));
    let paragraphs = children
        .all(|child| !matches!(child[0], Node::Start(element) if element.is_block() && element != Element::Paragraph));
    image && paragraphs && content.images() == 1
}
