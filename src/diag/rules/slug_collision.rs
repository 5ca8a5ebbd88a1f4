//! `slug-collision`: two titles in one section give the same address.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// Two titles in one section give the same address.
pub static SLUG_COLLISION: Rule =
    Rule { slug: "slug-collision", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Hai tiêu đề trong một chuyên mục cho ra cùng một địa chỉ.

Phần cuối địa chỉ (slug) lấy từ tiêu đề, viết thường và bỏ dấu. Hai tiêu đề khác dấu có thể thành một: “Bản Mển” và
“Bản Mến” đều cho `ban-men`. Hai trang không thể ở chung một địa chỉ.

Sai: hai bài trong cùng chuyên mục

    title = "Bản Mển"
    title = "Bản Mến"

Đúng: đặt `slug` cho một trong hai bài, nên chọn tên nói rõ hơn thay vì đánh số

    title = "Bản Mến"
    slug = "ban-men-thanh-nua"

Bài đã đăng thì giữ nguyên địa chỉ, đổi ở bài mới hơn.
"#;

const EN: &str = r#"Two titles in one section give the same address.

The end of an address (the slug) comes from the title, in lower case and without accents. Two titles may become the same:
“Bản Mển” and “Bản Mến” both give `ban-men`. Two pages cannot live at one address.

Wrong: two pages of one section

    title = "Bản Mển"
    title = "Bản Mến"

Right: give one of them a `slug`, better with a telling name than a number

    title = "Bản Mến"
    slug = "ban-men-thanh-nua"

Leave the address of a page that is already published, and change the newer one.
"#;
