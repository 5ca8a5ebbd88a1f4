//! `data-invalid`: a data file in `content/_data/` is wrong.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A data file in `content/_data/` is wrong.
pub static DATA_INVALID: Rule = Rule { slug: "data-invalid", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Tệp dữ liệu trong `content/_data/` bị sai.
"#;

const EN: &str = r#"A data file in `content/_data/` is wrong.
"#;
