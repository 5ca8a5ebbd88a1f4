//! `anchor-unknown`: a link names a heading that its target page does not have.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A link names a heading that its target page does not have.
pub static ANCHOR_UNKNOWN: Rule = Rule { slug: "anchor-unknown", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Liên kết dẫn tới một đề mục không có trên trang đích.
"#;

const EN: &str = r#"A link names a heading that its target page does not have.
"#;
