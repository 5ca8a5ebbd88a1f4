//! `language-unknown`: a file name says a language that the portal does not have.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A file name says a language that the portal does not have.
pub static LANGUAGE_UNKNOWN: Rule =
    Rule { slug: "language-unknown", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Tên tệp ghi một ngôn ngữ mà cổng không có.

Phần trước đuôi .md là ngôn ngữ của tệp: `index.vi.md` là tiếng Việt, `index.en.md` là tiếng Anh. Ngôn ngữ không khai
báo trong `portal.toml` thì trang không có chỗ trên cổng.

Sai: `index.vn.md` (vn là mã quốc gia, mã của tiếng Việt là vi)

Đúng: `index.vi.md`

Muốn thêm ngôn ngữ, ví dụ tiếng Lào, thì khai báo trong `portal.toml`:

    [languages.lo]
    prefix = "lo"
    title = "…"
"#;

const EN: &str = r#"A file name says a language that the portal does not have.

What stands before .md is the file's language: `index.vi.md` is Vietnamese, `index.en.md` English. A page in a language
that `portal.toml` does not have has no place on the portal.

Wrong: `index.vn.md` (vn is the country; the language is vi)

Right: `index.vi.md`

To add a language, such as Lao, put it into `portal.toml`:

    [languages.lo]
    prefix = "lo"
    title = "…"
"#;
