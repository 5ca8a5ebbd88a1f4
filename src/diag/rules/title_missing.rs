//! `title-missing`: a page has no title.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A page has no title.
pub static TITLE_MISSING: Rule = Rule { slug: "title-missing", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Trang không có tiêu đề.
"#;

const EN: &str = r#"A page has no title.
"#;
