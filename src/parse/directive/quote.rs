//! `:::quote`: a quotation with who said it and where.

use super::{Attribute, AttributeKind, Spec};
use crate::model::body::DirectiveKind;

pub(super) static SPEC: Spec = Spec {
    name: "quote",
    kind: DirectiveKind::Quote,
    attributes: &[
        Attribute { name: "by", kind: AttributeKind::Text, required: false },
        Attribute { name: "source", kind: AttributeKind::Text, required: false },
        Attribute { name: "url", kind: AttributeKind::Url, required: false },
    ],
    expected: "markdown",
    example: ":::quote {by=\"…\" source=\"…\"}\n…\n:::",
    fits: |_| true,
};
