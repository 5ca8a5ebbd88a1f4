//! `translation-missing`: a document lacks one of the portal's languages.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A document lacks one of the portal's languages.
pub static TRANSLATION_MISSING: Rule = Rule { slug: "translation-missing", level: RuleLevel::Warning, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Tài liệu thiếu bản ở một ngôn ngữ.
"#;

const EN: &str = r#"A document lacks one of the portal's languages.
"#;
