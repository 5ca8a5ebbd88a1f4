//! `image-missing`: the file of a picture is not there.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// The file of a picture is not there.
pub static IMAGE_MISSING: Rule = Rule { slug: "image-missing", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Không tìm thấy tệp ảnh.

Không có tệp thì trang hiện ô trống thay cho ảnh. Tên tệp phải giống hệt từng chữ, kể cả chữ hoa, chữ thường và đuôi
tệp: máy chủ phân biệt `Anh.JPG` với `anh.jpg`.

Sai (tệp trên đĩa là `hoa-ban.jpg`):

    ![Cây ban nở trắng](Hoa ban.JPG)

Đúng:

    ![Cây ban nở trắng](hoa-ban.jpg)

Đặt ảnh trong cùng thư mục với bài viết. Ảnh nhiều bài cùng dùng thì đặt trong `content/_media/` và viết
`/_media/hoa-ban.jpg`. Ảnh phải nằm trong thư mục của cổng.
"#;

const EN: &str = r#"The file of a picture is not there.

Without the file the page shows an empty box. The name must be the same letter by letter, with its capitals and its
extension: web servers tell `Photo.JPG` from `photo.jpg`.

Wrong (the file on disk is `ban-flower.jpg`):

    ![A ban tree in white bloom](Ban flower.JPG)

Right:

    ![A ban tree in white bloom](ban-flower.jpg)

Put the picture into the folder of the page. One that many pages use goes to `content/_media/` and is written
`/_media/ban-flower.jpg`. Pictures must lie inside the portal's folder.
"#;
