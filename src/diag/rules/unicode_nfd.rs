//! `unicode-nfd`: vietnamese letters are stored with their accents apart (NFD).

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// Vietnamese letters are stored with their accents apart (NFD).
pub static UNICODE_NFD: Rule = Rule { slug: "unicode-nfd", level: RuleLevel::Warning, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Chữ tiếng Việt được lưu ở dạng tách dấu (NFD).
"#;

const EN: &str = r#"Vietnamese letters are stored with their accents apart (NFD).
"#;
