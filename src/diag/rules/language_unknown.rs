//! `language-unknown`: a file name says a language that the portal does not have.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A file name says a language that the portal does not have.
pub static LANGUAGE_UNKNOWN: Rule = Rule { slug: "language-unknown", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Tên tệp ghi một ngôn ngữ mà cổng không có.
"#;

const EN: &str = r#"A file name says a language that the portal does not have.
"#;
