//! `html-dropped`: a piece of HTML that is not allowed was left out.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A piece of HTML that is not allowed was left out.
pub static HTML_DROPPED: Rule = Rule { slug: "html-dropped", level: RuleLevel::Warning, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Một đoạn HTML không được phép đã bị bỏ.

Trong bài được dùng một số thẻ HTML vô hại (như `<sup>`, `<abbr>`, `<kbd>`). Thẻ chạy mã, nhúng trang khác hay đổi giao
diện (`<script>`, `<iframe>`, `style=…`) bị bỏ, vì chúng mở đường cho kẻ xấu, theo dõi người đọc hoặc làm hỏng trang
trên điện thoại. Bài sẽ thiếu đúng phần ấy.

Sai:

    <iframe src="https://video.example/xem/1"></iframe>
    <a href="https://tinh.example" style="color:red">Cổng tỉnh</a>

Đúng:

    :::video {url="https://video.example/xem/1" title="Lễ hội Hoa Ban"}
    ![Đoàn xòe trên quảng trường](bia.jpg "| Ảnh: Tên tác giả")
    :::
    [Cổng tỉnh](https://tinh.example)
"#;

const EN: &str = r#"A piece of HTML that is not allowed was left out.

Some harmless HTML tags may be used in the text (such as `<sup>`, `<abbr>`, `<kbd>`). Tags that run code, embed other
sites or change the looks (`<script>`, `<iframe>`, `style=…`) are left out, because they let in attackers, track readers
or break the page on telephones. The page then lacks that part.

Wrong:

    <iframe src="https://video.example/watch/1"></iframe>
    <a href="https://province.example" style="color:red">The province</a>

Right:

    :::video {url="https://video.example/watch/1" title="Ban Flower Festival"}
    ![Xòe dancers on the square](poster.jpg "| Photo: name")
    :::
    [The province](https://province.example)
"#;
