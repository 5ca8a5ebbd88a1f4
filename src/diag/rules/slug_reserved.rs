//! `slug-reserved`: a `slug` is a name that the portal keeps for itself.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A `slug` is a name that the portal keeps for itself.
pub static SLUG_RESERVED: Rule = Rule { slug: "slug-reserved", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"`slug` trùng với một tên mà cổng dành riêng.
"#;

const EN: &str = r#"A `slug` is a name that the portal keeps for itself.
"#;
