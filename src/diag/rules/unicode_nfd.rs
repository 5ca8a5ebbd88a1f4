//! `unicode-nfd`: vietnamese letters are stored with their accents apart (NFD).

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// Vietnamese letters are stored with their accents apart (NFD).
pub static UNICODE_NFD: Rule = Rule { slug: "unicode-nfd", level: RuleLevel::Warning, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Chữ tiếng Việt được lưu ở dạng tách dấu (NFD).

Một chữ như “ệ” có thể lưu thành một ký tự (dựng sẵn, NFC) hoặc thành chữ e kèm hai dấu rời (tổ hợp, NFD). Nhìn giống
nhau, nhưng nhiều phần mềm tìm không ra, tách dấu khi hiển thị, đếm sai độ dài; tên tệp NFD của máy Mac có thể “không
tồn tại” trên máy chủ. hoaban tự chuyển sang NFC khi đọc, nhưng tệp gốc nên được lưu lại cho đúng.

Sai: `Điê` + dấu nặng rời + `n` (Unicode tổ hợp)

Đúng: `Điện` (Unicode dựng sẵn)

Trong bộ gõ (UniKey, OpenKey…) chọn bảng mã “Unicode”, đừng chọn “Unicode tổ hợp”. UniKey chuyển được cả đoạn văn bản:
Ctrl+Shift+F6.
"#;

const EN: &str = r#"Vietnamese letters are stored with their accents apart (NFD).

A letter such as “ệ” can be stored as one character (composed, NFC) or as e with two separate accents (decomposed, NFD).
They look the same, but many programs cannot find them, tear the accents off or count wrongly; a Mac's NFD file name may
“not exist” on a server. hoaban reads the text as NFC, but the file itself should be put right.

Wrong: `Điê` + a separate dot below + `n` (decomposed)

Right: `Điện` (composed)

In the Vietnamese keyboard program (UniKey, OpenKey…) choose “Unicode”, not “Unicode tổ hợp”. UniKey can convert a whole
text: Ctrl+Shift+F6.
"#;
