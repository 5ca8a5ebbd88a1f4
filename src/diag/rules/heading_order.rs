//! `heading-order`: a heading skips a level.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A heading skips a level.
pub static HEADING_ORDER: Rule = Rule { slug: "heading-order", level: RuleLevel::Warning, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Đề mục nhảy cấp.
"#;

const EN: &str = r#"A heading skips a level.
"#;
