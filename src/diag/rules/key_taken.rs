//! `key-taken`: two documents have the same key.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// Two documents have the same key.
pub static KEY_TAKEN: Rule = Rule { slug: "key-taken", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Hai tài liệu dùng chung một khóa.

Khóa là tên của tài liệu trong cổng, lấy từ đường dẫn thư mục (`content/travel/doi-a1/` có khóa `travel/doi-a1`) hoặc từ
trường `id`. Liên kết `doc:` và việc ghép các bản dịch đều dựa vào khóa, nên mỗi tài liệu một khóa.

Sai: có cả `content/travel/doi-a1.vi.md` và `content/travel/doi-a1/index.vi.md`, hoặc hai tài liệu cùng ghi

    id = "doi-a1"

Đúng: giữ một trong hai, hoặc đổi `id` của một tài liệu

    id = "doi-a1-bao-tang"
"#;

const EN: &str = r#"Two documents have the same key.

The key is a document's name in the portal: its folder's path (`content/travel/doi-a1/` has the key `travel/doi-a1`) or
the field `id`. `doc:` links and the pairing of translations rest on it, so every document has its own.

Wrong: both `content/travel/doi-a1.en.md` and `content/travel/doi-a1/index.en.md` are there, or two documents say

    id = "a1-hill"

Right: keep one of them, or change the `id` of one document

    id = "a1-hill-museum"
"#;
