//! `letter-lookalike`: a letter only looks like the Vietnamese one.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A letter only looks like the Vietnamese one.
pub static LETTER_LOOKALIKE: Rule = Rule { slug: "letter-lookalike", level: RuleLevel::Warning, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Một chữ cái trông giống nhưng không phải chữ tiếng Việt.
"#;

const EN: &str = r#"A letter only looks like the Vietnamese one.
"#;
