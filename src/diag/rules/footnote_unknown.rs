//! `footnote-unknown`: a footnote has only one of its two halves.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A footnote has only one of its two halves.
pub static FOOTNOTE_UNKNOWN: Rule = Rule { slug: "footnote-unknown", level: RuleLevel::Warning, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Chú thích cuối trang chỉ có một nửa.
"#;

const EN: &str = r#"A footnote has only one of its two halves.
"#;
