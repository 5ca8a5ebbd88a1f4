//! `image-missing`: the file of a picture is not there.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// The file of a picture is not there.
pub static IMAGE_MISSING: Rule = Rule { slug: "image-missing", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Không tìm thấy tệp ảnh.
"#;

const EN: &str = r#"The file of a picture is not there.
"#;
