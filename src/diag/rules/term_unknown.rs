//! `term-unknown`: a term is not in the vocabulary.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A term is not in the vocabulary.
pub static TERM_UNKNOWN: Rule = Rule { slug: "term-unknown", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Từ khóa chưa có trong danh mục.

Từ khóa là mã trong danh mục `content/_data/terms.toml`; mỗi mã có tên tiếng Việt và tên tiếng Anh, nhờ vậy trang từ khóa
hai ngôn ngữ ghép được với nhau. Mã lạ thường là gõ nhầm, và sẽ chia các bài cùng chủ đề ra hai nơi.

Sai:

    tags = ["Hoa Ban", "le-hoii"]

Đúng:

    tags = ["hoa-ban", "le-hoi"]

Cần từ khóa mới thì thêm vào danh mục trước:

    [hoa-ban]
    vi = "Hoa ban"
    en = "Ban flower"
"#;

const EN: &str = r#"A term is not in the vocabulary.

A term is an id in the vocabulary `content/_data/terms.toml`; each has a Vietnamese and an English name, so that the two
languages' term pages pair. An unknown id is mostly a slip, and would split pages on one subject over two places.

Wrong:

    tags = ["Ban flower", "le-hoii"]

Right:

    tags = ["hoa-ban", "le-hoi"]

Add a new term to the vocabulary first:

    [hoa-ban]
    vi = "Hoa ban"
    en = "Ban flower"
"#;
