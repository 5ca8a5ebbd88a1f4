//! `markdown-emphasis`: the `**` is printed as asterisks instead of making bold text.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// The `**` is printed as asterisks instead of making bold text.
pub static MARKDOWN_EMPHASIS: Rule = Rule { slug: "markdown-emphasis", level: RuleLevel::Warning, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Dấu `**` in ra thành dấu sao chứ không in đậm.
"#;

const EN: &str = r#"The `**` is printed as asterisks instead of making bold text.
"#;
