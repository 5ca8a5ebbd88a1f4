//! `template-error`: a template of the theme has a mistake.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A template of the theme has a mistake.
pub static TEMPLATE_ERROR: Rule =
    Rule { slug: "template-error", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Mẫu trang (template) của giao diện bị lỗi.

Mẫu trang (template) trong `themes/<giao diện>/templates/` quyết định trang trông thế nào. Mẫu lỗi thì những trang dùng
nó không dựng được; các trang khác vẫn dựng. Lời báo cho biết tệp, dòng, và trang nào gặp lỗi. Người viết bài không cần
tự sửa: hãy gửi nguyên lời báo cho người phụ trách giao diện.

Sai:

    {{ page.titel }}

Đúng:

    {{ page.title }}
"#;

const EN: &str = r#"A template of the theme has a mistake.

The templates in `themes/<theme>/templates/` decide what pages look like. With a mistake in one, the pages that use it
cannot be made; the others can. The message names the file, the line and the page. Writers need not mend it: send the
whole message to whoever looks after the theme.

Wrong:

    {{ page.titel }}

Right:

    {{ page.title }}
"#;
