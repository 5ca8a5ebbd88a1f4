//! `key-taken`: two documents have the same key.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// Two documents have the same key.
pub static KEY_TAKEN: Rule = Rule { slug: "key-taken", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Hai tài liệu dùng chung một khóa.
"#;

const EN: &str = r#"Two documents have the same key.
"#;
