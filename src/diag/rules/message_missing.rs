//! `message-missing`: a word of the interface is missing.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A word of the interface is missing.
pub static MESSAGE_MISSING: Rule =
    Rule { slug: "message-missing", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Giao diện thiếu một từ ngữ.

Từ ngữ của giao diện (“Đọc tiếp”, “Trang sau”…) nằm trong các tệp `i18n/<ngôn ngữ>/*.ftl`. Thiếu một cụm từ thì trang
của ngôn ngữ ấy hiện mã thay cho chữ. Mọi ngôn ngữ phải có đủ các mã, với cùng tên biến.

Sai (bản tiếng Anh có, bản tiếng Lào không có):

    read-more = Read more

Đúng: thêm vào `i18n/lo/…ftl`

    read-more = ອ່ານຕໍ່

Chữ trong ngoặc nhọn như { $count } là biến: giữ nguyên tên, chỉ dịch phần chữ xung quanh.
"#;

const EN: &str = r#"A word of the interface is missing.

The interface's words (“Read more”, “Next page”…) are in the files `i18n/<language>/*.ftl`. Where one is missing, pages in
that language show its id instead. All languages must have all ids, with the same variables.

Wrong (English has it, Lao does not):

    read-more = Read more

Right: add to `i18n/lo/…ftl`

    read-more = ອ່ານຕໍ່

What stands in braces, such as { $count }, is a variable: keep its name and translate the words around it.
"#;
