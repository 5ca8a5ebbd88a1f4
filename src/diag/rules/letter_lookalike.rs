//! `letter-lookalike`: a letter only looks like the Vietnamese one.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A letter only looks like the Vietnamese one.
pub static LETTER_LOOKALIKE: Rule =
    Rule { slug: "letter-lookalike", level: RuleLevel::Warning, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Một chữ cái trông giống nhưng không phải chữ tiếng Việt.

Vài chữ cái trông giống hệt nhau nhưng máy coi là khác: chữ Đ của tiếng Việt (U+0110) và chữ Ð của tiếng Iceland
(U+00D0), chữ а của tiếng Nga và chữ a. Dùng nhầm thì tìm “Điện Biên” không ra bài, sắp xếp và đọc màn hình đều sai. Lỗi
thường đến từ văn bản dán từ PDF hoặc phông chữ cũ.

Sai: `Ðiện Biên` (chữ Ð của tiếng Iceland)

Đúng: `Điện Biên`

Gặp cả đoạn chữ lạ (như “§iÖn Biªn”) là văn bản dùng bảng mã TCVN3 hoặc VNI: hãy chuyển sang Unicode (UniKey,
Ctrl+Shift+F6) rồi dán lại.
"#;

const EN: &str = r#"A letter only looks like the Vietnamese one.

Some letters look the same but are others to a computer: the Vietnamese Đ (U+0110) and the Icelandic Ð (U+00D0), the
Russian а and a. With the wrong one nobody finds the page who searches for “Điện Biên”, and sorting and screen readers go
wrong. Mostly they come with text pasted from PDF files or old fonts.

Wrong: `Ðiện Biên` (with the Icelandic Ð)

Right: `Điện Biên`

A whole run of strange letters (such as “§iÖn Biªn”) is text in the old encodings TCVN3 or VNI: convert it to Unicode
(UniKey, Ctrl+Shift+F6) and paste it again.
"#;
