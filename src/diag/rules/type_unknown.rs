//! `type-unknown`: there is no content type of this name.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// There is no content type of this name.
pub static TYPE_UNKNOWN: Rule = Rule { slug: "type-unknown", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Không có loại bài nào tên như vậy.

Loại bài (`type`) quyết định bài có những trường nào, trang trông ra sao và công cụ tìm kiếm hiểu nó là gì. Các loại có
sẵn: article, news, place, heritage, event, itinerary, product, investment_project, press_release. Loại riêng của cổng
đặt trong `content/_types/`.

Sai:

    type = "su-kien"

Đúng:

    type = "event"

Không ghi `type` thì bài theo loại của chuyên mục (`content_type` trong `_index`), nếu không có nữa thì là article.
"#;

const EN: &str = r#"There is no content type of this name.

The content type (`type`) decides which fields a page has, what it looks like and what search engines take it for. Ready
made: article, news, place, heritage, event, itinerary, product, investment_project, press_release. A portal's own types
are in `content/_types/`.

Wrong:

    type = "festival"

Right:

    type = "event"

Without `type` a page is of its section's type (`content_type` in `_index`), or else an article.
"#;
