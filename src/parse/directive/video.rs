//! `:::video`: a poster that leads to a film elsewhere; nothing is fetched from there before a click.

use super::content::Content;
use super::{Attribute, AttributeKind, Spec};
use crate::model::body::{DirectiveKind, Node};

pub(super) static SPEC: Spec = Spec {
    name: "video",
    kind: DirectiveKind::Video,
    attributes: &[
        Attribute { name: "url", kind: AttributeKind::Url, required: true },
        Attribute { name: "title", kind: AttributeKind::Text, required: false },
        Attribute { name: "duration", kind: AttributeKind::Duration, required: false },
    ],
    expected: "one-image",
    example: ":::video {url=\"https://…\" title=\"…\" duration=\"4:05\"}\n![…](poster.jpg)\n:::",
    fits,
};

fn fits(content: &Content<'_>) -> bool {
    matches!(content.nodes, [Node::Image(_)])
}
