//! `alt-missing`: a picture has no description for those who cannot see it.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A picture has no description for those who cannot see it.
pub static ALT_MISSING: Rule = Rule { slug: "alt-missing", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Ảnh không có lời mô tả cho người không nhìn thấy ảnh.
"#;

const EN: &str = r#"A picture has no description for those who cannot see it.
"#;
