//! `weekday-wrong`: the weekday does not fit the date.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// The weekday does not fit the date.
pub static WEEKDAY_WRONG: Rule = Rule { slug: "weekday-wrong", level: RuleLevel::Warning, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Thứ trong tuần không khớp với ngày.
"#;

const EN: &str = r#"The weekday does not fit the date.
"#;
