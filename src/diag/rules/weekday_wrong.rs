//! `weekday-wrong`: the weekday does not fit the date.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// The weekday does not fit the date.
pub static WEEKDAY_WRONG: Rule =
    Rule { slug: "weekday-wrong", level: RuleLevel::Warning, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Thứ trong tuần không khớp với ngày.

Khách đặt vé và phòng theo thứ trong tuần. Thứ và ngày không khớp thì một trong hai sai, mà người đọc không biết tin bên
nào. Hãy xem lại văn bản gốc rồi mới sửa.

Sai (13/3/2026 là thứ Sáu):

    Khai mạc vào thứ Bảy, ngày 13/3/2026.

Đúng:

    Khai mạc vào thứ Sáu, ngày 13/3/2026.
"#;

const EN: &str = r#"The weekday does not fit the date.

Visitors book by the day of the week. If weekday and date do not fit, one of them is wrong, and readers cannot know which.
Look at the original text before you change either.

Wrong (13 March 2026 is a Friday):

    It opens on Saturday, 13 March 2026.

Right:

    It opens on Friday, 13 March 2026.
"#;
