//! `directive-invalid`: a `:::` block is written wrongly.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A `:::` block is written wrongly.
pub static DIRECTIVE_INVALID: Rule = Rule { slug: "directive-invalid", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Khối `:::` viết chưa đúng.
"#;

const EN: &str = r#"A `:::` block is written wrongly.
"#;
