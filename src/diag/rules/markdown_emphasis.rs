//! `markdown-emphasis`: the `**` is printed as asterisks instead of making bold text.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// The `**` is printed as asterisks instead of making bold text.
pub static MARKDOWN_EMPHASIS: Rule =
    Rule { slug: "markdown-emphasis", level: RuleLevel::Warning, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Dấu `**` in ra thành dấu sao chứ không in đậm.

Theo quy ước Markdown (CommonMark), dấu `**` chỉ có tác dụng khi dính liền với chữ. Nếu đứng cạnh dấu cách, hoặc kẹp
giữa dấu câu và chữ, người đọc sẽ thấy nguyên hai dấu sao.

Sai:

    **Lưu ý:**đường trơn khi mưa.
    ** Điện Biên **

Đúng:

    **Lưu ý**: đường trơn khi mưa.
    **Điện Biên**
"#;

const EN: &str = r#"The `**` is printed as asterisks instead of making bold text.

In Markdown (CommonMark) `**` works only where it touches the word. Beside a space, or between punctuation and a letter,
readers see two bare asterisks.

Wrong:

    **Note:**the road is slippery in rain.
    ** Điện Biên **

Right:

    **Note**: the road is slippery in rain.
    **Điện Biên**
"#;
