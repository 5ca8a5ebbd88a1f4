//! `template-error`: a template of the theme has a mistake.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A template of the theme has a mistake.
pub static TEMPLATE_ERROR: Rule = Rule { slug: "template-error", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Mẫu trang (template) của giao diện bị lỗi.
"#;

const EN: &str = r#"A template of the theme has a mistake.
"#;
