//! `message-missing`: a word of the interface is missing.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A word of the interface is missing.
pub static MESSAGE_MISSING: Rule = Rule { slug: "message-missing", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Giao diện thiếu một từ ngữ.
"#;

const EN: &str = r#"A word of the interface is missing.
"#;
