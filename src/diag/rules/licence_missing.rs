//! `licence-missing`: a picture does not say what others may do with it.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A picture does not say what others may do with it.
pub static LICENCE_MISSING: Rule =
    Rule { slug: "licence-missing", level: RuleLevel::Warning, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Ảnh không ghi giấy phép sử dụng.

Cổng thông tin đối ngoại mong báo chí và bạn bè quốc tế dùng lại ảnh, nhưng không có giấy phép thì họ không biết mình được làm
gì. Giấy phép đi theo tệp ảnh: hoaban ghi nó vào mọi bản ảnh đăng trên cổng, nên chỉ cần ghi một lần.

Đúng, trong `xoe.jpg.toml` đặt cạnh ảnh (hoặc ở [cover] của bài):

    credit = "Tên tác giả / Tên cơ quan"
    licence = "CC-BY-4.0"

Các mã thường dùng: `CC-BY-4.0` (được dùng lại, phải ghi tên tác giả), `CC-BY-SA-4.0`, `CC-BY-NC-4.0`, `CC0-1.0`. Ảnh không cho
dùng lại thì ghi bằng lời: `licence = "Giữ mọi quyền"`.
"#;

const EN: &str = r#"A picture does not say what others may do with it.

A portal for readers abroad wants its pictures to be used again, but without a licence nobody knows what is allowed. The licence
belongs to the file: hoaban writes it into every size that is published, so it is enough to state it once.

Right, in `xoe.jpg.toml` beside the picture (or under [cover] of the document):

    credit = "Photographer / agency"
    licence = "CC-BY-4.0"

Usual ids: `CC-BY-4.0` (may be used again with the credit), `CC-BY-SA-4.0`, `CC-BY-NC-4.0`, `CC0-1.0`. For a picture that must not be
used again say so in words: `licence = "All rights reserved"`.
"#;
