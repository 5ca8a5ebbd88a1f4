//! `file-unreadable`: a file cannot be read.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A file cannot be read.
pub static FILE_UNREADABLE: Rule =
    Rule { slug: "file-unreadable", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Không đọc được tệp.

Tệp có tên trong thư mục nhưng hoaban không đọc được: bạn không có quyền, tệp đang bị chương trình khác khóa, hoặc ổ
đĩa có lỗi. Thiếu tệp ấy, cổng sẽ thiếu trang, nên không được xuất bản.

Cách sửa: đóng các chương trình đang mở tệp, xem lại quyền của tệp. Trên Linux và macOS:

    chmod u+r content/news/bai-viet/index.vi.md
"#;

const EN: &str = r#"A file cannot be read.

The file is in the folder, but hoaban cannot read it: you are not allowed to, another program has locked it, or the disk
is faulty. Without the file the portal would lack pages, so it is not published.

To mend it, close the programs that have the file open and look at its permissions. On Linux and macOS:

    chmod u+r content/news/story/index.en.md
"#;
