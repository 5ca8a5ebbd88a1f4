//! `anchor-unknown`: a link names a heading that its target page does not have.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A link names a heading that its target page does not have.
pub static ANCHOR_UNKNOWN: Rule =
    Rule { slug: "anchor-unknown", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Liên kết dẫn tới một đề mục không có trên trang đích.

Phần đứng sau dấu # của liên kết là tên neo của một đề mục ở trang đích. Neo không còn (thường vì đề mục đã đổi chữ)
thì người đọc bị đưa về đầu trang và không thấy điều cần tìm. Tên neo là đề mục viết thường, bỏ dấu, nối bằng dấu gạch.

Sai (đề mục ở trang đích là “Đường đi”):

    [cách đi](doc:travel/doi-a1#cach-di)

Đúng:

    [cách đi](doc:travel/doi-a1#duong-di)

Đề mục hay đổi chữ thì đặt neo riêng cho nó: `## Đường đi {#cach-di}`. Mỗi ngôn ngữ có đề mục riêng nên neo cũng riêng.
"#;

const EN: &str = r#"A link names a heading that its target page does not have.

What follows # in a link is the anchor of a heading on the target page. If there is no such anchor (mostly because the
heading was reworded), readers land at the top and do not find what they came for. An anchor is the heading in lower
case, without accents, joined by hyphens.

Wrong (the heading there is “Getting there”):

    [how to get there](doc:travel/doi-a1#how-to-get-there)

Right:

    [how to get there](doc:travel/doi-a1#getting-there)

Give a heading that is often reworded an anchor of its own: `## Getting there {#route}`. Each language has its own
headings, and so its own anchors.
"#;
