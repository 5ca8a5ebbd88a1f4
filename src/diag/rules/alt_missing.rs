//! `alt-missing`: a picture has no description for those who cannot see it.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A picture has no description for those who cannot see it.
pub static ALT_MISSING: Rule = Rule { slug: "alt-missing", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Ảnh không có lời mô tả cho người không nhìn thấy ảnh.

Trình đọc màn hình đọc lời mô tả (alt) thay cho ảnh; lời ấy cũng hiện ra khi ảnh không tải được. Hãy nói điều nhìn
thấy và có ích cho bài, bằng ngôn ngữ của trang, chừng một câu. Lời mô tả không phải là chú thích (điều muốn kể thêm),
không phải tên tác giả, càng không phải tên tệp.

Sai:

    ![](hoa-ban.jpg)

Đúng:

    ![Cây ban nở trắng trên sườn đồi A1](hoa-ban.jpg "Hoa ban nở giữa tháng Ba | Ảnh: Tên tác giả")

Ảnh chỉ để trang trí, bỏ đi bài vẫn đủ ý, thì ghi rõ như vậy:

    ![](hoa-van.png){decorative}

Với ảnh đại diện, ghi `alt` trong phần `[cover]` ở tệp của từng ngôn ngữ.
"#;

const EN: &str = r#"A picture has no description for those who cannot see it.

Screen readers read the description (alt) in place of the picture; it also appears where the picture does not load. Say
in about one sentence, in the page's language, what can be seen and matters here. The description is not the caption
(what you want to add), not the photographer's name, and never the file name.

Wrong:

    ![](ban-flower.jpg)

Right:

    ![A ban tree in white bloom on A1 Hill](ban-flower.jpg "Ban flowers in mid-March | Photo: name")

Say so where a picture only decorates, and the page is complete without it:

    ![](pattern.png){decorative}

For the cover, write `alt` under `[cover]` in the file of each language.
"#;
