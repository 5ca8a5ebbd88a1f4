//! `:::facts`: key figures, from the facts register, from a definition list, or both.

use super::content::Content;
use super::{Attribute, AttributeKind, Spec};
use crate::model::body::DirectiveKind;

pub(super) static SPEC: Spec = Spec {
    name: "facts",
    kind: DirectiveKind::Facts,
    attributes: &[
        Attribute { name: "ids", kind: AttributeKind::Ids, required: false },
        Attribute { name: "title", kind: AttributeKind::Text, required: false },
    ],
    expected: "definition-list",
    example: ":::facts {ids=\"area population\"}\n:::",
    fits,
};

fn fits(content: &Content<'_>) -> bool {
    content.is_definitions() || (content.nodes.is_empty() && content.has("ids"))
}
