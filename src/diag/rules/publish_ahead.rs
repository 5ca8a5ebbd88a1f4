//! `publish-ahead`: the publishing date lies far in the future.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// The publishing date lies far in the future.
pub static PUBLISH_AHEAD: Rule =
    Rule { slug: "publish-ahead", level: RuleLevel::Warning, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Ngày đăng ở quá xa trong tương lai.

Bài có ngày đăng ở tương lai sẽ được giữ lại cho tới ngày ấy. Ngày còn xa hơn một năm thường là gõ nhầm năm, và bài cứ
thế nằm im không ai biết. Ngày cập nhật (`updated`) thì không thể ở tương lai: người đọc sẽ không tin các ngày khác nữa.

Sai:

    published = 2062-05-07

Đúng:

    published = 2026-05-07

Lệnh `hoaban list` cho biết bài nào đang chờ đăng và chờ tới khi nào.
"#;

const EN: &str = r#"The publishing date lies far in the future.

A page whose publishing date lies ahead is held back until then. If that is more than a year, the year is mostly
mistyped, and the page waits unseen. The last update (`updated`) cannot lie ahead: readers would trust no other date.

Wrong:

    published = 2062-05-07

Right:

    published = 2026-05-07

`hoaban list` shows which pages wait, and until when.
"#;
