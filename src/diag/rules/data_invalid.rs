//! `data-invalid`: a data file in `content/_data/` is wrong.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A data file in `content/_data/` is wrong.
pub static DATA_INVALID: Rule = Rule { slug: "data-invalid", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Tệp dữ liệu trong `content/_data/` bị sai.

Các tệp trong `content/_data/` giữ những thứ nhiều bài cùng dùng: từ khóa, địa danh, cơ quan, nhân sự, liên kết, số
liệu. Mỗi bản ghi là một bảng mang mã riêng và cần có tên hiển thị, nếu không mọi trang nhắc tới nó đều hỏng.

Sai:

    [hoa-ban]
    vi = Hoa ban

Đúng:

    [hoa-ban]
    vi = "Hoa ban"
    en = "Ban flower"

Mã chỉ gồm chữ thường không dấu, chữ số, dấu gạch nối, và không được lặp lại trong cùng một tệp.
"#;

const EN: &str = r#"A data file in `content/_data/` is wrong.

The files in `content/_data/` hold what many pages use: terms, places, agencies, people, links, figures. Every record is
a table with an id of its own and needs a name to show, or every page that mentions it breaks.

Wrong:

    [ban-flower]
    en = Ban flower

Right:

    [ban-flower]
    vi = "Hoa ban"
    en = "Ban flower"

An id has lower-case letters without accents, digits and hyphens, and stands only once in a file.
"#;
