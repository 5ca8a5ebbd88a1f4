//! `slug-reserved`: a `slug` is a name that the portal keeps for itself.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A `slug` is a name that the portal keeps for itself.
pub static SLUG_RESERVED: Rule = Rule { slug: "slug-reserved", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"`slug` trùng với một tên mà cổng dành riêng.

Vài địa chỉ là của chính cổng: `tags` (từ khóa), `page` (trang 2, 3…), `search` (tìm kiếm), `a-z` (bảng tra), `data`,
`_hoaban`, và các số bốn chữ số (kho bài theo năm). Bài mang tên ấy sẽ bị đè hoặc đè lên trang của cổng.

Sai:

    slug = "2026"

Đúng:

    slug = "ke-hoach-2026"
"#;

const EN: &str = r#"A `slug` is a name that the portal keeps for itself.

Some addresses belong to the portal: `tags`, `page` (pages 2, 3…), `search`, `a-z` (the index), `data`, `_hoaban`, and
numbers of four digits (the archive by year). A page of that name would overwrite a page of the portal, or be overwritten.

Wrong:

    slug = "2026"

Right:

    slug = "plan-2026"
"#;
