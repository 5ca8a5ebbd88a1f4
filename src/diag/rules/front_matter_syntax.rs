//! `front-matter-syntax`: the front matter cannot be understood.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// The front matter cannot be understood.
pub static FRONT_MATTER_SYNTAX: Rule =
    Rule { slug: "front-matter-syntax", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Phần đầu trang (front matter) viết sai cú pháp.

Phần đầu trang (front matter) nằm giữa hai dòng `+++` ở đầu tệp, cho biết tiêu đề, ngày đăng, loại bài… Sai một dấu
nháy là cả phần ấy không đọc được, nên trang không dựng được.

Sai:

    +++
    title = “Đồi A1”
    published = 2026-05-07

Đúng:

    +++
    title = "Đồi A1"
    published = 2026-05-07
    +++

Dùng dấu nháy thẳng ("), không dùng dấu nháy cong (“ ”) mà Word tự đổi. Dấu nháy nằm trong chữ thì viết \". Có thể dùng
YAML giữa hai dòng `---`.
"#;

const EN: &str = r#"The front matter cannot be understood.

The front matter stands between two lines `+++` at the top of the file and gives title, date, type… One wrong quotation
mark, and none of it can be read, so the page cannot be made.

Wrong:

    +++
    title = “A1 Hill”
    published = 2026-05-07

Right:

    +++
    title = "A1 Hill"
    published = 2026-05-07
    +++

Use straight quotation marks ("), not the curly ones that Word makes. A quotation mark within the words is written \".
YAML between two lines `---` works too.
"#;
