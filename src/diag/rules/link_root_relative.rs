//! `link-root-relative`: a link starts with `/`.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A link starts with `/`.
pub static LINK_ROOT_RELATIVE: Rule = Rule { slug: "link-root-relative", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Liên kết bắt đầu bằng dấu `/`.
"#;

const EN: &str = r#"A link starts with `/`.
"#;
