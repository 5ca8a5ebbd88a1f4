//! `publish-ahead`: the publishing date lies far in the future.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// The publishing date lies far in the future.
pub static PUBLISH_AHEAD: Rule = Rule { slug: "publish-ahead", level: RuleLevel::Warning, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Ngày đăng ở quá xa trong tương lai.
"#;

const EN: &str = r#"The publishing date lies far in the future.
"#;
