//! `field-unknown`: a field is not known to this content type.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A field is not known to this content type.
pub static FIELD_UNKNOWN: Rule = Rule { slug: "field-unknown", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Trường không có trong loại bài này.

Tên trường gõ sai thì giá trị không đi tới đâu cả: ngày hết hạn không có tác dụng, tóm tắt không hiện ra. Vì vậy hoaban
báo lỗi thay vì lặng lẽ bỏ qua. Trường riêng của loại bài đặt trong bảng mang tên loại ấy.

Sai:

    sumary = "Nơi diễn ra trận đánh cuối cùng."
    coordinates = { lat = 21.3825, lon = 103.016, precision_m = 400 }

Đúng:

    summary = "Nơi diễn ra trận đánh cuối cùng."

    [place]
    coordinates = { lat = 21.3825, lon = 103.016, precision_m = 400 }

Trong TOML, mọi trường chung phải đứng trước dòng `[…]` đầu tiên.
"#;

const EN: &str = r#"A field is not known to this content type.

A mistyped name sends its value nowhere: the page does not expire, the summary does not appear. So hoaban reports it
instead of ignoring it in silence. A type's own fields stand in the table named after the type.

Wrong:

    sumary = "Where the last battle was fought."
    coordinates = { lat = 21.3825, lon = 103.016, precision_m = 400 }

Right:

    summary = "Where the last battle was fought."

    [place]
    coordinates = { lat = 21.3825, lon = 103.016, precision_m = 400 }

In TOML all common fields must stand before the first line `[…]`.
"#;
