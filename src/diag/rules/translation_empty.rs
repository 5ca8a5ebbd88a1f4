//! `translation-empty`: a translation has front matter but no text.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A translation has front matter but no text.
pub static TRANSLATION_EMPTY: Rule =
    Rule { slug: "translation-empty", level: RuleLevel::Warning, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Bản dịch chỉ có phần đầu trang, chưa có nội dung.

Tệp bản dịch chỉ có phần đầu trang thì người đọc mở ra thấy trang trắng, lại tưởng bài đã được dịch. Thà chưa có tệp:
khi đó cổng làm theo `[fallback]`, có thể dẫn tới bản gốc và nói rõ cho người đọc biết.

Sai (`index.en.md` chỉ có chừng này):

    +++
    title = "A1 Hill"
    +++

Đúng: viết nội dung vào bên dưới, hoặc xóa tệp cho tới khi dịch xong. Đang dịch dở thì ghi thêm trong phần đầu trang

    [translation]
    state = "draft"
"#;

const EN: &str = r#"A translation has front matter but no text.

If a translation has only front matter, readers open an empty page and believe that this is all. No file is better: then
the portal follows `[fallback]` and can lead to the original and say so.

Wrong (`index.en.md` is no more than this):

    +++
    title = "A1 Hill"
    +++

Right: write the text below, or delete the file until the translation is done. For one in progress, add to the front
matter

    [translation]
    state = "draft"
"#;
