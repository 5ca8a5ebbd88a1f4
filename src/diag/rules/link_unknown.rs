//! `link-unknown`: a link names a document that does not exist.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A link names a document that does not exist.
pub static LINK_UNKNOWN: Rule = Rule { slug: "link-unknown", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Liên kết dẫn tới một tài liệu không có.
"#;

const EN: &str = r#"A link names a document that does not exist.
"#;
