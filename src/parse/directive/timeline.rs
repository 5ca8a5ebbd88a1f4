//! `:::timeline`: dated steps; a definition list, the term says when and the definition what.

use super::{Attribute, AttributeKind, Spec};
use crate::model::body::DirectiveKind;

pub(super) static SPEC: Spec = Spec {
    name: "timeline",
    kind: DirectiveKind::Timeline,
    attributes: &[Attribute { name: "title", kind: AttributeKind::Text, required: false }],
    expected: "definition-list",
    example: ":::timeline\n13/3/1954\n: …\n:::",
    fits: |content| content.is_definitions(),
};
