//! `alias-invalid`: an old address in `aliases` cannot be used.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// An old address in `aliases` cannot be used.
pub static ALIAS_INVALID: Rule = Rule { slug: "alias-invalid", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Địa chỉ cũ ghi ở `aliases` không dùng được.
"#;

const EN: &str = r#"An old address in `aliases` cannot be used.
"#;
