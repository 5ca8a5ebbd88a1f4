//! `picture-extension`: a picture's name says another format than its bytes.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A picture's name says another format than its bytes.
pub static PICTURE_EXTENSION: Rule =
    Rule { slug: "picture-extension", level: RuleLevel::Warning, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Đuôi tên tệp không đúng với loại ảnh bên trong.

Cổng nhận ra loại ảnh theo nội dung nên vẫn dùng được ảnh này. Nhưng phần mềm khác (xem ảnh, gửi thư, soạn thảo) lại tin vào
đuôi tên tệp và có thể không mở được.

Sai (bên trong là JPEG):

    ![Hồ Pá Khoang](pa-khoang.png)

Đúng: đổi tên tệp cho đúng loại, rồi sửa tên trong bài

    ![Hồ Pá Khoang](pa-khoang.jpg)
"#;

const EN: &str = r#"The extension of the file's name does not fit the kind of picture inside.

The portal goes by the content, so the picture is used. Other programs (viewers, mail, word processors) trust the name and may
fail to open it.

Wrong (a JPEG inside):

    ![Pá Khoang Lake](pa-khoang.png)

Right: rename the file, then the name in the text

    ![Pá Khoang Lake](pa-khoang.jpg)
"#;
