//! `slug-invalid`: a `slug` has characters that are not allowed.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A `slug` has characters that are not allowed.
pub static SLUG_INVALID: Rule = Rule { slug: "slug-invalid", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"`slug` chứa ký tự không được phép.

Địa chỉ chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối thì mới dễ đọc, dễ gửi qua tin nhắn và không bị biến thành
`%C4%90i%E1%BB%87n`. Không ghi `slug` cũng được: cổng tự lấy từ tiêu đề.

Sai:

    slug = "Đồi A1"

Đúng:

    slug = "doi-a1"
"#;

const EN: &str = r#"A `slug` has characters that are not allowed.

An address that has only lower-case letters without accents, digits and hyphens can be read, sent in a message, and does
not turn into `%C4%90i%E1%BB%87n`. You may leave `slug` out: the portal makes it from the title.

Wrong:

    slug = "A1 Hill!"

Right:

    slug = "a1-hill"
"#;
