//! `language-unmarked`: a run of words in another language is not marked.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A run of words in another language is not marked.
pub static LANGUAGE_UNMARKED: Rule = Rule { slug: "language-unmarked", level: RuleLevel::Warning, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Một đoạn tiếng nước khác không được đánh dấu ngôn ngữ.
"#;

const EN: &str = r#"A run of words in another language is not marked.
"#;
