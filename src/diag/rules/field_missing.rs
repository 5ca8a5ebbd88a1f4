//! `field-missing`: a required field is missing.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A required field is missing.
pub static FIELD_MISSING: Rule = Rule { slug: "field-missing", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Thiếu một trường bắt buộc.

Loại bài quy định vài trường bắt buộc, vì thiếu chúng thì trang vô ích với người đọc: sự kiện không có ngày bắt đầu,
dự án mời gọi đầu tư không có nơi liên hệ. Trường dùng chung chỉ cần ghi một lần trong tệp của ngôn ngữ gốc.

Sai:

    type = "event"
    title = "Lễ hội Hoa Ban"

Đúng:

    type = "event"
    title = "Lễ hội Hoa Ban"

    [event]
    kind = "festival"
    start = 2027-03-13

Lệnh `hoaban new event news/le-hoi-hoa-ban` tạo sẵn tệp với mọi trường cần điền.
"#;

const EN: &str = r#"A required field is missing.

A content type requires some fields, because a page without them is of no use: an event without its first day, an
investment project without a contact. A shared field is written once, in the file of the original language.

Wrong:

    type = "event"
    title = "Ban Flower Festival"

Right:

    type = "event"
    title = "Ban Flower Festival"

    [event]
    kind = "festival"
    start = 2027-03-13

`hoaban new event news/le-hoi-hoa-ban` makes the files with all fields to fill in.
"#;
