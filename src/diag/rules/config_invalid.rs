//! `config-invalid`: a setting of the portal, the theme or a content type is wrong.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A setting of the portal, the theme or a content type is wrong.
pub static CONFIG_INVALID: Rule =
    Rule { slug: "config-invalid", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Một thiết lập của cổng, của giao diện hoặc của loại bài bị sai.

Thiết lập của cổng nằm trong `portal.toml`, của giao diện trong `theme.toml`, của loại bài trong các tệp `types/*.toml`.
Một thiết lập sai ảnh hưởng tới mọi trang, nên hoaban dừng lại và chỉ đúng chỗ thay vì đoán.

Sai:

    base_url = "dienbien.example"
    timezone = "Hà Nội"

Đúng:

    base_url = "https://dienbien.example/"
    timezone = "Asia/Ho_Chi_Minh"

Trong trình đơn, `key` là khóa của chuyên mục hoặc tài liệu (lệnh `hoaban list` liệt kê mọi khóa). Mỗi ngôn ngữ cần
một tiền tố địa chỉ (`prefix`) riêng; chỉ một ngôn ngữ được để tiền tố trống.
"#;

const EN: &str = r#"A setting of the portal, the theme or a content type is wrong.

The portal's settings are in `portal.toml`, a theme's in `theme.toml`, those of content types in `types/*.toml`. A wrong
setting concerns every page, so hoaban stops and shows the place instead of guessing.

Wrong:

    base_url = "dienbien.example"
    timezone = "Hanoi"

Right:

    base_url = "https://dienbien.example/"
    timezone = "Asia/Ho_Chi_Minh"

In a menu, `key` is the key of a section or document (`hoaban list` shows them all). Every language needs an address
prefix (`prefix`) of its own; only one may leave it empty.
"#;
