//! `language-unmarked`: a run of words in another language is not marked.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A run of words in another language is not marked.
pub static LANGUAGE_UNMARKED: Rule =
    Rule { slug: "language-unmarked", level: RuleLevel::Warning, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Một đoạn tiếng nước khác không được đánh dấu ngôn ngữ.

Trình đọc màn hình đọc chữ theo ngôn ngữ của trang; một câu tiếng Anh trong trang tiếng Việt sẽ thành chuỗi âm vô nghĩa
nếu không được đánh dấu (WCAG 2.2, tiêu chí 3.1.2). Máy dịch và công cụ tìm kiếm cũng cần dấu ấy. Tên riêng và từ đã
quen dùng thì không cần.

Sai:

    Tấm biển ghi Welcome to our village and please stay a while.

Đúng:

    Tấm biển ghi [Welcome to our village and please stay a while]{lang=en}.
"#;

const EN: &str = r#"A run of words in another language is not marked.

Screen readers read by the page's language: a Vietnamese sentence on an English page becomes gibberish unless it is
marked (WCAG 2.2, criterion 3.1.2). Machine translation and search engines need the mark too. Names and words that the
language has taken in need none.

Wrong:

    The sign says Kính mời quý khách về thăm bản.

Right:

    The sign says [Kính mời quý khách về thăm bản]{lang=vi}.
"#;
