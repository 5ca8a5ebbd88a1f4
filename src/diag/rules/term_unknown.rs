//! `term-unknown`: a term is not in the vocabulary.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A term is not in the vocabulary.
pub static TERM_UNKNOWN: Rule = Rule { slug: "term-unknown", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Từ khóa chưa có trong danh mục.
"#;

const EN: &str = r#"A term is not in the vocabulary.
"#;
