//! `heading-order`: a heading skips a level.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A heading skips a level.
pub static HEADING_ORDER: Rule =
    Rule { slug: "heading-order", level: RuleLevel::Warning, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Đề mục nhảy cấp.

Người dùng trình đọc màn hình đi lại trong trang bằng danh sách đề mục, và mục lục của trang cũng lấy từ đó. Nhảy từ
cấp 2 xuống cấp 4 khiến họ tưởng đã bỏ sót một phần. Cấp 1 dành cho tiêu đề của trang, nên trong bài bắt đầu từ `##`.

Sai:

    ## Tham quan
    #### Giờ mở cửa

Đúng:

    ## Tham quan
    ### Giờ mở cửa

Đừng chọn cấp đề mục theo cỡ chữ muốn có: cỡ chữ là việc của giao diện.
"#;

const EN: &str = r#"A heading skips a level.

Users of screen readers move about a page by its list of headings, and the table of contents comes from it too. A jump
from level 2 to level 4 makes them think that they missed a part. Level 1 is the page's title, so the text begins with
`##`.

Wrong:

    ## Visiting
    #### Opening hours

Right:

    ## Visiting
    ### Opening hours

Do not choose a level for its size: sizes are up to the theme.
"#;
