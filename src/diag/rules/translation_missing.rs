//! `translation-missing`: a document lacks one of the portal's languages.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A document lacks one of the portal's languages.
pub static TRANSLATION_MISSING: Rule =
    Rule { slug: "translation-missing", level: RuleLevel::Warning, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Tài liệu thiếu bản ở một ngôn ngữ.

Cổng đối ngoại phục vụ cả người đọc trong nước và nước ngoài: bài thiếu một ngôn ngữ thì một nửa người đọc không tới
được. Lời báo nêu bài nào thiếu ngôn ngữ nào, mỗi bài một lần, ở tệp đang có. Trong khi chờ, `[fallback]` trong
`portal.toml` cho biết người đọc sẽ thấy gì.

Sai: thư mục `content/culture/khen/` chỉ có `index.vi.md`.

Đúng: có thêm `index.en.md` với tiêu đề, tóm tắt và nội dung; ngày, ảnh, tọa độ được thừa hưởng từ bản gốc.

    +++
    title = "The khèn"
    summary = "The Hmong reed pipe, played while dancing."
    +++

Chuyên mục không cần dịch (ví dụ thông báo nội bộ của tỉnh) thì cho phép cả thư mục, có nêu lý do.
"#;

const EN: &str = r#"A document lacks one of the portal's languages.

The portal serves readers at home and abroad: a page that lacks a language is out of reach for half of them. The message
says which document lacks which language, once, at the file that is there. Meanwhile `[fallback]` in `portal.toml` decides
what readers see.

Wrong: the folder `content/culture/khen/` has only `index.vi.md`.

Right: there is also an `index.en.md` with title, summary and text; dates, pictures and coordinates are inherited.

    +++
    title = "The khèn"
    summary = "The Hmong reed pipe, played while dancing."
    +++

For a section that needs no translation (such as notices for residents) allow the whole folder, and say why.
"#;
