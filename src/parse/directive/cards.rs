//! `:::cards`: links to documents or sections, shown with picture and summary.

use super::content::{Content, children, inside};
use super::{Attribute, AttributeKind, Spec};
use crate::model::body::{DirectiveKind, Element, Node};

pub(super) static SPEC: Spec = Spec {
    name: "cards",
    kind: DirectiveKind::Cards,
    attributes: &[Attribute { name: "columns", kind: AttributeKind::Integer(2, 3), required: false }],
    expected: "doc-links",
    example: ":::cards\n- [](doc:culture/xoe-thai)\n- [](doc:travel/doi-a1)\n:::",
    fits,
};

/// Lists whose items hold one link each, and nothing else.
fn fits(content: &Content<'_>) -> bool {
    let list = |child: &[Node]| matches!(child[0], Node::Start(Element::List | Element::Ordered(_)));
    !content.nodes.is_empty() && content.children().all(|child| list(child) && children(inside(child)).all(is_link_item))
}

fn is_link_item(item: &[Node]) -> bool {
    let mut inner = inside(item);
    if let Some(Node::Start(Element::Paragraph)) = inner.first() {
        inner = inside(inner);
    }
    matches!(inner.first(), Some(Node::Start(Element::Link(_)))) && children(inner).count() == 1
}
