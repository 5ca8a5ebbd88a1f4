//! `file-missing`: a link leads to a file that is not there.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A link leads to a file that is not there.
pub static FILE_MISSING: Rule = Rule { slug: "file-missing", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Liên kết dẫn tới một tệp không có.

Liên kết tới tệp tải về (PDF, bảng biểu…) mà tệp không có thì người đọc gặp trang lỗi 404. Nhớ rằng máy chủ phân biệt
chữ hoa và chữ thường: trên máy của bạn mở được, trên cổng có thể không.

Sai (tệp trên đĩa là `ke-hoach.pdf`):

    [Kế hoạch](Ke-Hoach.PDF)

Đúng:

    [Kế hoạch](ke-hoach.pdf)

Tệp đặt cạnh bài viết, trong cùng thư mục. Tệp nhiều bài cùng dùng thì đặt trong `content/_media/` và viết
`/_media/ke-hoach.pdf`.
"#;

const EN: &str = r#"A link leads to a file that is not there.

If a link leads to a download (PDF, spreadsheet…) that is not there, readers meet error 404. Mind that web servers tell
capital from small letters: what opens on your computer may not open on the portal.

Wrong (the file on disk is `plan.pdf`):

    [The plan](Plan.PDF)

Right:

    [The plan](plan.pdf)

Put the file beside the page, in the same folder. A file that many pages use goes to `content/_media/` and is written
`/_media/plan.pdf`.
"#;
