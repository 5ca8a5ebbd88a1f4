//! `url-taken`: two pages have the same address.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// Two pages have the same address.
pub static URL_TAKEN: Rule = Rule { slug: "url-taken", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Hai trang dùng chung một địa chỉ.
"#;

const EN: &str = r#"Two pages have the same address.
"#;
