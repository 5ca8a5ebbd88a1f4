//! `:::note`: a box that draws attention.

use super::{Attribute, AttributeKind, Spec};
use crate::model::body::DirectiveKind;

pub(super) static SPEC: Spec = Spec {
    name: "note",
    kind: DirectiveKind::Note,
    attributes: &[
        Attribute { name: "kind", kind: AttributeKind::Word(&["info", "tip", "warning", "important"]), required: false },
        Attribute { name: "title", kind: AttributeKind::Text, required: false },
    ],
    expected: "markdown",
    example: ":::note {kind=warning}\n…\n:::",
    fits: |_| true,
};
