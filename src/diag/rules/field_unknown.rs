//! `field-unknown`: a field is not known to this content type.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A field is not known to this content type.
pub static FIELD_UNKNOWN: Rule = Rule { slug: "field-unknown", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Trường không có trong loại bài này.
"#;

const EN: &str = r#"A field is not known to this content type.
"#;
