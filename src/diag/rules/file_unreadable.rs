//! `file-unreadable`: a file cannot be read.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A file cannot be read.
pub static FILE_UNREADABLE: Rule = Rule { slug: "file-unreadable", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Không đọc được tệp.
"#;

const EN: &str = r#"A file cannot be read.
"#;
