//! `alias-invalid`: an old address in `aliases` cannot be used.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// An old address in `aliases` cannot be used.
pub static ALIAS_INVALID: Rule = Rule { slug: "alias-invalid", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Địa chỉ cũ ghi ở `aliases` không dùng được.

`aliases` ghi những địa chỉ cũ của bài: báo khác, tờ rơi và công cụ tìm kiếm vẫn dẫn về đó, và cổng sẽ chuyển người
đọc sang địa chỉ mới. Mỗi địa chỉ phải bắt đầu bằng dấu / (phần đứng sau tên miền), và không được là địa chỉ của một
trang đang có, nếu không trang ấy sẽ bị đè mất.

Sai:

    aliases = ["https://dienbien.example/tin/123.html", "tin/123.html"]

Đúng:

    aliases = ["/tin/123.html"]
"#;

const EN: &str = r#"An old address in `aliases` cannot be used.

`aliases` holds the old addresses of a page: other papers, leaflets and search engines still lead there, and the portal
sends their readers on. Each must start with / (what follows the host name), and must not be the address of a page that
exists, which would be lost.

Wrong:

    aliases = ["https://dienbien.example/news/123.html", "news/123.html"]

Right:

    aliases = ["/news/123.html"]
"#;
