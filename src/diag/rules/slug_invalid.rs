//! `slug-invalid`: a `slug` has characters that are not allowed.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A `slug` has characters that are not allowed.
pub static SLUG_INVALID: Rule = Rule { slug: "slug-invalid", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"`slug` chứa ký tự không được phép.
"#;

const EN: &str = r#"A `slug` has characters that are not allowed.
"#;
