//! `link-root-relative`: a link starts with `/`.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A link starts with `/`.
pub static LINK_ROOT_RELATIVE: Rule =
    Rule { slug: "link-root-relative", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Liên kết bắt đầu bằng dấu `/`.

Liên kết như `/vi/du-lich/doi-a1/` ghi sẵn ngôn ngữ và địa chỉ của hôm nay: đổi tiêu đề là gãy, và bản tiếng Anh chép
lại sẽ dẫn người đọc sang trang tiếng Việt. Hãy gọi tài liệu bằng khóa, hoặc bằng đường dẫn tới tệp Markdown.

Sai:

    [Đồi A1](/vi/du-lich/doi-a1/)

Đúng:

    [Đồi A1](doc:travel/doi-a1)
    [Đồi A1](../../travel/doi-a1/index.vi.md)

Đường dẫn bắt đầu bằng / chỉ dùng cho tệp tính từ `content/`, ví dụ ảnh trong kho chung: `/_media/hoa-ban.jpg`.
"#;

const EN: &str = r#"A link starts with `/`.

A link such as `/en/travel/a1-hill/` holds the language and the address of today: it breaks with the next change of
title, and copied into a translation it leads readers to the other language. Name the document by its key, or by the path
of its Markdown file.

Wrong:

    [A1 Hill](/en/travel/a1-hill/)

Right:

    [A1 Hill](doc:travel/doi-a1)
    [A1 Hill](../../travel/doi-a1/index.en.md)

A path that starts with / is for files below `content/`, such as pictures that many pages use: `/_media/ban.jpg`.
"#;
