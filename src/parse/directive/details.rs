//! `:::details`: folded text below a line that is always seen.

use super::{Attribute, AttributeKind, Spec};
use crate::model::body::DirectiveKind;

pub(super) static SPEC: Spec = Spec {
    name: "details",
    kind: DirectiveKind::Details,
    attributes: &[Attribute { name: "summary", kind: AttributeKind::Text, required: true }],
    expected: "markdown",
    example: ":::details {summary=\"…\"}\n…\n:::",
    fits: |_| true,
};
