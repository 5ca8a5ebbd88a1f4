//! `directive-unknown`: there is no `:::` block of this name.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// There is no `:::` block of this name.
pub static DIRECTIVE_UNKNOWN: Rule = Rule { slug: "directive-unknown", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Không có khối `:::` nào tên như vậy.
"#;

const EN: &str = r#"There is no `:::` block of this name.
"#;
