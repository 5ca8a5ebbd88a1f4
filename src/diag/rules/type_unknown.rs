//! `type-unknown`: there is no content type of this name.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// There is no content type of this name.
pub static TYPE_UNKNOWN: Rule = Rule { slug: "type-unknown", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Không có loại bài nào tên như vậy.
"#;

const EN: &str = r#"There is no content type of this name.
"#;
