//! `encoding-invalid`: a file is not UTF-8 text.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A file is not UTF-8 text.
pub static ENCODING_INVALID: Rule =
    Rule { slug: "encoding-invalid", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Tệp không phải văn bản UTF-8.

Tệp không lưu theo UTF-8 thì chữ có dấu biến thành ký tự lạ (�) trên trang. Lỗi thường đến từ phần mềm soạn thảo cũ,
hoặc từ tệp Word, PDF đổi đuôi thành .md.

Cách sửa: mở tệp bằng trình soạn thảo văn bản (Notepad, VS Code…), chọn “Lưu thành…” với bảng mã UTF-8, rồi đọc lại
chữ có dấu. Văn bản dùng phông cũ (.VnTime, VNI-Times) phải chuyển sang Unicode trước khi lưu.

Sai: `Đi�n Biên`

Đúng: `Điện Biên`
"#;

const EN: &str = r#"A file is not UTF-8 text.

In a file that is not saved as UTF-8, accented letters turn into strange characters (�) on the page. Mostly the file comes
from an old program, or is a Word or PDF file renamed to .md.

To mend it, open the file in a text editor (Notepad, VS Code…), choose “Save as…” with the encoding UTF-8, then read the
accented letters again. Convert text in old fonts (.VnTime, VNI-Times) to Unicode before you save it.

Wrong: `Đi�n Biên`

Right: `Điện Biên`
"#;
