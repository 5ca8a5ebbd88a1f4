//! `title-missing`: a page has no title.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A page has no title.
pub static TITLE_MISSING: Rule = Rule { slug: "title-missing", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Trang không có tiêu đề.

Tiêu đề hiện ở đầu trang, trên thẻ trình duyệt, trong danh sách, kết quả tìm kiếm và khi chia sẻ; địa chỉ của trang cũng
lấy từ đó. Mỗi ngôn ngữ có tiêu đề riêng, dịch cho tự nhiên chứ không chép lại.

Sai:

    +++
    published = 2026-05-07
    +++
    # Đồi A1

Đúng:

    +++
    title = "Đồi A1"
    published = 2026-05-07
    +++
"#;

const EN: &str = r#"A page has no title.

The title stands at the top of the page, on the browser's tab, in lists, search results and shared links; the page's
address comes from it too. Each language has its own, translated and not copied.

Wrong:

    +++
    published = 2026-05-07
    +++
    # A1 Hill

Right:

    +++
    title = "A1 Hill"
    published = 2026-05-07
    +++
"#;
