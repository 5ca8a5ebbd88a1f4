//! `date-impossible`: a date is not in the calendar.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A date is not in the calendar.
pub static DATE_IMPOSSIBLE: Rule = Rule { slug: "date-impossible", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Ngày được viết không có trong lịch.
"#;

const EN: &str = r#"A date is not in the calendar.
"#;
