//! `directive-invalid`: a `:::` block is written wrongly.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A `:::` block is written wrongly.
pub static DIRECTIVE_INVALID: Rule =
    Rule { slug: "directive-invalid", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Khối `:::` viết chưa đúng.

Khối bắt đầu bằng `:::tên {thuộc tính}` ở đầu dòng và kết thúc bằng một dòng chỉ có `:::`. Khối chưa đóng sẽ cuốn theo
cả phần còn lại của bài; thuộc tính viết sai thì bị bỏ qua mà người viết không hay biết.

Sai:

    :::note {loai=warning}
    Đèo có sương mù.

Đúng:

    :::note {kind=warning title="Lưu ý"}
    Đèo có sương mù.
    :::

Giá trị có dấu cách phải đặt trong dấu nháy thẳng. Khối nằm trong khối khác thì khối ngoài dùng nhiều dấu hai chấm hơn:
`::::note` … `::::`.
"#;

const EN: &str = r#"A `:::` block is written wrongly.

A block opens with `:::name {attributes}` at the start of a line and closes with a line that has only `:::`. A block that
is never closed swallows the rest of the page; a mistyped attribute would be ignored without a word.

Wrong:

    :::note {type=warning}
    The pass is foggy.

Right:

    :::note {kind=warning title="Mind"}
    The pass is foggy.
    :::

A value with spaces stands in straight quotation marks. For a block within a block, give the outer one more colons:
`::::note` … `::::`.
"#;
