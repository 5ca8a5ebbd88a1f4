//! `picture-invalid`: a picture file cannot be used.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A picture file cannot be used.
pub static PICTURE_INVALID: Rule =
    Rule { slug: "picture-invalid", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Không dùng được tệp ảnh.

Cổng dùng được ảnh JPEG, PNG, WebP, GIF và SVG nằm trong thư mục của cổng. Ảnh HEIC của điện thoại thì phần lớn trình
duyệt không mở được; tệp bị cụt hay hỏng sẽ hiện ô trống; ảnh lấy thẳng từ trang khác có thể biến mất bất cứ lúc nào và
để trang ấy theo dõi người đọc.

Sai:

    ![Hồ Pá Khoang](IMG_0042.HEIC)
    ![Hồ Pá Khoang](https://trang-khac.example/ho.jpg)

Đúng: xuất thành JPEG, đặt cạnh bài viết

    ![Hồ Pá Khoang](pa-khoang.jpg)

Đổi đuôi tên tệp không đổi được loại ảnh: hãy mở ảnh và “Lưu thành…”, “Xuất ra…”.
"#;

const EN: &str = r#"A picture file cannot be used.

The portal takes JPEG, PNG, WebP, GIF and SVG pictures that lie in its folder. Most browsers cannot open the HEIC pictures
of telephones; a file that is cut short or damaged shows an empty box; a picture taken straight from another site may
vanish any day and lets that site track your readers.

Wrong:

    ![Pá Khoang Lake](IMG_0042.HEIC)
    ![Pá Khoang Lake](https://other.example/lake.jpg)

Right: export it as JPEG, put it beside the page

    ![Pá Khoang Lake](pa-khoang.jpg)

Renaming a file does not change its kind: open the picture and use “Save as…” or “Export…”.
"#;
