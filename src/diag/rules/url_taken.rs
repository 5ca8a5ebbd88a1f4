//! `url-taken`: two pages have the same address.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// Two pages have the same address.
pub static URL_TAKEN: Rule = Rule { slug: "url-taken", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Hai trang dùng chung một địa chỉ.

Mỗi trang một địa chỉ. Hai trang trùng nhau thì trang sau đè lên trang trước, và người đọc không bao giờ thấy trang kia.
Lời báo nêu cả hai tệp.

Sai: hai chuyên mục cùng ngôn ngữ có cùng `slug`, hoặc một bài trùng địa chỉ với một chuyên mục con

    # content/travel/le-hoi/_index.vi.md
    slug = "su-kien"
    # content/travel/su-kien.vi.md
    title = "Sự kiện"

Đúng: đổi một trong hai

    # content/travel/su-kien.vi.md
    slug = "lich-su-kien"
"#;

const EN: &str = r#"Two pages have the same address.

One page, one address. Of two pages with the same address the later would overwrite the earlier, and readers would never
see it. The message names both files.

Wrong: two sections with one `slug` in the same language, or a page with the address of a section

    # content/travel/le-hoi/_index.en.md
    slug = "events"
    # content/travel/su-kien.en.md
    title = "Events"

Right: change one of them

    # content/travel/su-kien.en.md
    slug = "calendar"
"#;
