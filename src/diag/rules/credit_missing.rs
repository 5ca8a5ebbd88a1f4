//! `credit-missing`: a picture does not say who made it.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A picture does not say who made it.
pub static CREDIT_MISSING: Rule =
    Rule { slug: "credit-missing", level: RuleLevel::Warning, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Ảnh không ghi tên tác giả hoặc nguồn.

Luật Sở hữu trí tuệ cho tác giả quyền được nêu tên khi tác phẩm được sử dụng. Ảnh không ghi tác giả thì báo chí, hãng
lữ hành, bạn bè quốc tế không dám dùng lại, và khi có thắc mắc không ai biết hỏi ai. Tên tác giả khác với lời mô tả
(`alt`) và chú thích (`caption`); nó đi theo tệp ảnh, nên chỉ cần ghi một lần trong tệp đặt cạnh ảnh.

Sai:

    ![Xòe Thái bên bếp lửa](xoe.jpg)

Đúng, ghi tại chỗ:

    ![Xòe Thái bên bếp lửa](xoe.jpg "Đêm hội Hoa Ban | Ảnh: Tên tác giả")

Đúng, ghi một lần trong `xoe.jpg.toml`:

    credit = "Tên tác giả / Tên cơ quan"
    licence = "CC-BY-4.0"

Ảnh cũ không rõ tác giả thì ghi nguồn đã lấy ảnh: `credit = "Ảnh tư liệu, Bảo tàng tỉnh"`.
"#;

const EN: &str = r#"A picture does not say who made it.

Vietnamese law gives authors the right to be named where their work is used. Newspapers, tour operators and friends
abroad do not dare to use a picture without a name, and nobody knows whom to ask. The credit is neither the description
(`alt`) nor the caption; it belongs to the file, so it is enough to write it once, in the file beside the picture.

Wrong:

    ![Thái xòe dance by the fire](xoe.jpg)

Right, on the spot:

    ![Thái xòe dance by the fire](xoe.jpg "The Ban Flower Festival | Photo: name")

Right, once in `xoe.jpg.toml`:

    credit = "Photographer / agency"
    licence = "CC-BY-4.0"

For an old picture whose author is not known, say where it was taken from: `credit = "Archive of the provincial museum"`.
"#;
