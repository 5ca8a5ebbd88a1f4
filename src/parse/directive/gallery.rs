//! `:::gallery`: pictures side by side.

use super::content::Content;
use super::{Attribute, AttributeKind, Spec};
use crate::model::body::{DirectiveKind, Node};

pub(super) static SPEC: Spec = Spec {
    name: "gallery",
    kind: DirectiveKind::Gallery,
    attributes: &[Attribute { name: "columns", kind: AttributeKind::Integer(2, 4), required: false }],
    expected: "images",
    example: ":::gallery {columns=3}\n![…](a.jpg)\n![…](b.jpg)\n:::",
    fits,
};

fn fits(content: &Content<'_>) -> bool {
    !content.nodes.is_empty() && content.nodes.iter().all(|node| matches!(node, Node::Image(_)))
}
