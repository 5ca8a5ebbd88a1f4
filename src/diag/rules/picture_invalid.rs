//! `picture-invalid`: a picture file cannot be used.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A picture file cannot be used.
pub static PICTURE_INVALID: Rule = Rule { slug: "picture-invalid", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Không dùng được tệp ảnh.
"#;

const EN: &str = r#"A picture file cannot be used.
"#;
