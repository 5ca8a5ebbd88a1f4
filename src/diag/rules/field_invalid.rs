//! `field-invalid`: the value of a field is not of the right kind.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// The value of a field is not of the right kind.
pub static FIELD_INVALID: Rule = Rule { slug: "field-invalid", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Giá trị của một trường không đúng dạng.
"#;

const EN: &str = r#"The value of a field is not of the right kind.
"#;
