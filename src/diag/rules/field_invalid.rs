//! `field-invalid`: the value of a field is not of the right kind.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// The value of a field is not of the right kind.
pub static FIELD_INVALID: Rule = Rule { slug: "field-invalid", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Giá trị của một trường không đúng dạng.

Mỗi trường có một kiểu: ngày, số, tọa độ, địa chỉ, một giá trị cho sẵn… Từ đó cổng mới xếp được bài theo ngày, vẽ được
bản đồ, viết đúng số theo từng ngôn ngữ. Giá trị sai kiểu thì phần ấy của trang trống hoặc sai.

Sai:

    published = "7 tháng 5 năm 2026"
    [place]
    coordinates = "21.38, 103.01"

Đúng:

    published = 2026-05-07
    [place]
    coordinates = { lat = 21.3825, lon = 103.016, precision_m = 400 }

Chữ đặt trong dấu nháy thẳng; ngày, số và true/false thì không. Phần thập phân viết sau dấu chấm (9541.25), cổng sẽ tự
in thành 9.541,25 ở trang tiếng Việt.
"#;

const EN: &str = r#"The value of a field is not of the right kind.

Every field has a kind: a date, a number, coordinates, an address, one of given values… That is how the portal can sort
pages by date, draw maps and print numbers as each language wants them. With a value of another kind that part of the
page is empty or wrong.

Wrong:

    published = "7 May 2026"
    [place]
    coordinates = "21.38, 103.01"

Right:

    published = 2026-05-07
    [place]
    coordinates = { lat = 21.3825, lon = 103.016, precision_m = 400 }

Words stand in straight quotation marks; dates, numbers and true/false do not. Decimals follow a point (9541.25); the
portal prints 9.541,25 on Vietnamese pages by itself.
"#;
