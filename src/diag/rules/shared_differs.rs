//! `shared-differs`: a shared field has another value in the translation.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A shared field has another value in the translation.
pub static SHARED_DIFFERS: Rule = Rule { slug: "shared-differs", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Trường dùng chung được viết lại với giá trị khác trong bản dịch.
"#;

const EN: &str = r#"A shared field has another value in the translation.
"#;
