//! `date-impossible`: a date is not in the calendar.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A date is not in the calendar.
pub static DATE_IMPOSSIBLE: Rule =
    Rule { slug: "date-impossible", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Ngày được viết không có trong lịch.

Tháng 4, 6, 9, 11 chỉ có 30 ngày, tháng 2 có 28 hoặc 29 ngày. Một ngày không có thật trong thông báo hay lịch sự kiện
khiến khách đến nhầm ngày và làm mất lòng tin vào cả bài.

Sai:

    Lễ hội diễn ra đến hết ngày 31/11/2026.

Đúng:

    Lễ hội diễn ra đến hết ngày 30/11/2026.

Ngày ghi trong bản dịch sai thì xem lại bản gốc; bản gốc sai thì hỏi cơ quan đã ra văn bản, đừng tự đoán. Ngày âm lịch
nên ghi rõ “âm lịch”: 30/2 âm lịch là ngày có thật.
"#;

const EN: &str = r#"A date is not in the calendar.

April, June, September and November have 30 days, February 28 or 29. A day that does not exist, in a notice or a list of
events, sends visitors on the wrong day and costs the page its readers' trust.

Wrong:

    The festival lasts until 31 November 2026.

Right:

    The festival lasts until 30 November 2026.

If a translation has it wrong, look at the original; if the original has it wrong, ask the agency that issued it and do
not guess. Say “lunar calendar” with lunar dates: the 30th of the second lunar month does exist.
"#;
