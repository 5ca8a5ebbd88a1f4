//! `footnote-unknown`: a footnote has only one of its two halves.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A footnote has only one of its two halves.
pub static FOOTNOTE_UNKNOWN: Rule =
    Rule { slug: "footnote-unknown", level: RuleLevel::Warning, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Chú thích cuối trang chỉ có một nửa.

Chú thích cuối trang gồm hai nửa: dấu `[^ten]` trong bài và dòng `[^ten]: lời chú thích`. Thiếu lời thì người đọc thấy
nguyên dấu `[^ten]`; thiếu dấu thì lời chú thích biến mất. Hai nửa phải cùng tên.

Sai:

    Tỉnh có 45 đơn vị hành chính cấp xã.[^nguon]

    [^nguon1]: Theo nghị quyết về sắp xếp đơn vị hành chính.

Đúng:

    Tỉnh có 45 đơn vị hành chính cấp xã.[^nguon]

    [^nguon]: Theo nghị quyết về sắp xếp đơn vị hành chính.
"#;

const EN: &str = r#"A footnote has only one of its two halves.

A footnote has two halves: the mark `[^name]` in the text and a line `[^name]: the note`. Without the note readers see
the bare `[^name]`; without the mark the note vanishes. Both halves have the same name.

Wrong:

    The province has 45 communes and wards.[^source]

    [^source1]: After the resolution on administrative units.

Right:

    The province has 45 communes and wards.[^source]

    [^source]: After the resolution on administrative units.
"#;
