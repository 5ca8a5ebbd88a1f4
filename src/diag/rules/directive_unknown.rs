//! `directive-unknown`: there is no `:::` block of this name.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// There is no `:::` block of this name.
pub static DIRECTIVE_UNKNOWN: Rule =
    Rule { slug: "directive-unknown", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Không có khối `:::` nào tên như vậy.

Chỉ có những khối sau: `figure` (ảnh có chú thích), `gallery` (bộ ảnh), `note` (lưu ý), `facts` (số liệu), `timeline`
(dòng thời gian), `details` (phần gập lại), `video`, `quote` (trích dẫn), `cards` (thẻ dẫn tới bài khác). Tên khác thì
người đọc sẽ thấy nguyên dấu ::: trên trang.

Sai:

    :::luu-y
    Mang theo áo ấm.
    :::

Đúng:

    :::note
    Mang theo áo ấm.
    :::
"#;

const EN: &str = r#"There is no `:::` block of this name.

These blocks exist: `figure` (a picture with a caption), `gallery`, `note`, `facts` (figures), `timeline`, `details` (a
folded part), `video`, `quote`, `cards` (cards that lead to other pages). With any other name readers would see the
colons on the page.

Wrong:

    :::warning
    Bring warm clothes.
    :::

Right:

    :::note {kind=warning}
    Bring warm clothes.
    :::
"#;
