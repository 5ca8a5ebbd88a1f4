//! `html-dropped`: a piece of HTML that is not allowed was left out.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A piece of HTML that is not allowed was left out.
pub static HTML_DROPPED: Rule = Rule { slug: "html-dropped", level: RuleLevel::Warning, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Một đoạn HTML không được phép đã bị bỏ.
"#;

const EN: &str = r#"A piece of HTML that is not allowed was left out.
"#;
