//! `field-missing`: a required field is missing.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A required field is missing.
pub static FIELD_MISSING: Rule = Rule { slug: "field-missing", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Thiếu một trường bắt buộc.
"#;

const EN: &str = r#"A required field is missing.
"#;
