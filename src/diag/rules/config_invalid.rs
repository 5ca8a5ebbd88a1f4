//! `config-invalid`: a setting of the portal, the theme or a content type is wrong.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A setting of the portal, the theme or a content type is wrong.
pub static CONFIG_INVALID: Rule = Rule { slug: "config-invalid", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Một thiết lập của cổng, của giao diện hoặc của loại bài bị sai.
"#;

const EN: &str = r#"A setting of the portal, the theme or a content type is wrong.
"#;
