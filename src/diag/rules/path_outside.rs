//! `path-outside`: a path leads out of the portal's folder.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A path leads out of the portal's folder.
pub static PATH_OUTSIDE: Rule = Rule { slug: "path-outside", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Đường dẫn đi ra ngoài thư mục của cổng.
"#;

const EN: &str = r#"A path leads out of the portal's folder.
"#;
