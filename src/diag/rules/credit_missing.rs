//! `credit-missing`: a picture does not say who made it.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A picture does not say who made it.
pub static CREDIT_MISSING: Rule = Rule { slug: "credit-missing", level: RuleLevel::Warning, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Ảnh không ghi tên tác giả hoặc nguồn.
"#;

const EN: &str = r#"A picture does not say who made it.
"#;
