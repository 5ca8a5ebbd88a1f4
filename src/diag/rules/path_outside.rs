//! `path-outside`: a path leads out of the portal's folder.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A path leads out of the portal's folder.
pub static PATH_OUTSIDE: Rule = Rule { slug: "path-outside", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Đường dẫn đi ra ngoài thư mục của cổng.

Mọi thứ của cổng phải nằm trong thư mục của cổng: nhờ vậy chép thư mục sang máy khác vẫn dựng được, và không ai vô ý
đưa tệp riêng trên máy mình lên mạng. Đường dẫn có `..` vượt ra ngoài và liên kết tượng trưng (symlink) trỏ ra ngoài đều
bị từ chối.

Sai:

    ![Sơ đồ](../../../../Desktop/so-do.png)

Đúng: chép tệp vào cạnh bài viết rồi viết

    ![Sơ đồ](so-do.png)
"#;

const EN: &str = r#"A path leads out of the portal's folder.

All of a portal lies in its folder: so it can be copied to another computer and still be built, and nobody publishes
private files by accident. Paths with `..` that lead out, and symbolic links that point out, are refused.

Wrong:

    ![Plan](../../../../Desktop/plan.png)

Right: copy the file beside the page and write

    ![Plan](plan.png)
"#;
