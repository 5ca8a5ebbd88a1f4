//! `file-missing`: a link leads to a file that is not there.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A link leads to a file that is not there.
pub static FILE_MISSING: Rule = Rule { slug: "file-missing", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Liên kết dẫn tới một tệp không có.
"#;

const EN: &str = r#"A link leads to a file that is not there.
"#;
