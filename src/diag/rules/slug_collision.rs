//! `slug-collision`: two titles in one section give the same address.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// Two titles in one section give the same address.
pub static SLUG_COLLISION: Rule = Rule { slug: "slug-collision", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Hai tiêu đề trong một chuyên mục cho ra cùng một địa chỉ.
"#;

const EN: &str = r#"Two titles in one section give the same address.
"#;
