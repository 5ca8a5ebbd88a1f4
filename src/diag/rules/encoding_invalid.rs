//! `encoding-invalid`: a file is not UTF-8 text.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A file is not UTF-8 text.
pub static ENCODING_INVALID: Rule = Rule { slug: "encoding-invalid", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Tệp không phải văn bản UTF-8.
"#;

const EN: &str = r#"A file is not UTF-8 text.
"#;
