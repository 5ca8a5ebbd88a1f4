//! `front-matter-syntax`: the front matter cannot be understood.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// The front matter cannot be understood.
pub static FRONT_MATTER_SYNTAX: Rule = Rule { slug: "front-matter-syntax", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Phần đầu trang (front matter) viết sai cú pháp.
"#;

const EN: &str = r#"The front matter cannot be understood.
"#;
