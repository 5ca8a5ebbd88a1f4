//! `translation-empty`: a translation has front matter but no text.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A translation has front matter but no text.
pub static TRANSLATION_EMPTY: Rule = Rule { slug: "translation-empty", level: RuleLevel::Warning, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Bản dịch chỉ có phần đầu trang, chưa có nội dung.
"#;

const EN: &str = r#"A translation has front matter but no text.
"#;
