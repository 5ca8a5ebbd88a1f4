//! `shared-differs`: a shared field has another value in the translation.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A shared field has another value in the translation.
pub static SHARED_DIFFERS: Rule =
    Rule { slug: "shared-differs", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Trường dùng chung được viết lại với giá trị khác trong bản dịch.

Ngày đăng, tọa độ, từ khóa, ảnh đại diện… là của cả tài liệu, không của riêng bản nào: chúng chỉ ghi trong tệp ngôn ngữ
gốc, và bản dịch tự thừa hưởng. Ghi lại với giá trị khác thì trang tiếng Việt và trang tiếng Anh nói ngược nhau.

Sai (`index.vi.md` ghi `published = 2026-03-13`):

    # index.en.md
    title = "A1 Hill"
    published = 2026-03-31

Đúng:

    # index.en.md
    title = "A1 Hill"

Riêng từng ngôn ngữ chỉ có: title, summary, slug, aliases, noindex, `alt` và `caption` của [cover], [translation], và các
trường của loại bài không đánh dấu dùng chung.
"#;

const EN: &str = r#"A shared field has another value in the translation.

Publishing date, coordinates, terms, cover picture… belong to the whole document: they stand only in the file of the
original language, and translations inherit them. Repeated with another value, they make the Vietnamese and the English
page contradict each other.

Wrong (`index.vi.md` says `published = 2026-03-13`):

    # index.en.md
    title = "A1 Hill"
    published = 2026-03-31

Right:

    # index.en.md
    title = "A1 Hill"

Each language has its own title, summary, slug, aliases, noindex, `alt` and `caption` of [cover], [translation], and those
fields of the type that are not marked as shared.
"#;
