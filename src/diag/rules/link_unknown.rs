//! `link-unknown`: a link names a document that does not exist.

use crate::diag::{Manual, Rule};
use crate::model::config::RuleLevel;

/// A link names a document that does not exist.
pub static LINK_UNKNOWN: Rule = Rule { slug: "link-unknown", level: RuleLevel::Error, manual: Manual { vi: VI, en: EN } };

const VI: &str = r#"Liên kết dẫn tới một tài liệu không có.

Liên kết gãy là ngõ cụt với người đọc và làm giảm uy tín của cổng. hoaban biết mọi tài liệu, nên báo ngay khi khóa gõ
sai, tài liệu đã đổi chỗ, hoặc tài liệu là bản nháp, chưa tới ngày đăng, đã gỡ.

Sai:

    [Mường Thanh](doc:travel/mung-thanh)
    [](https://tinh.example)

Đúng:

    [Mường Thanh](doc:travel/muong-thanh)
    [Cổng tỉnh](https://tinh.example)

Liên kết `doc:` tự dẫn tới bài cùng ngôn ngữ; chưa có bản dịch thì dẫn sang ngôn ngữ kia và ghi rõ cho người đọc biết.
Chỉ được dùng địa chỉ https:, http:, mailto: và tel:.
"#;

const EN: &str = r#"A link names a document that does not exist.

A broken link is a dead end for readers and costs the portal its good name. hoaban knows all documents, so it tells you
at once when a key is mistyped, a document has moved, or it is a draft, not published yet or withdrawn.

Wrong:

    [Mường Thanh](doc:travel/mung-thanh)
    [](https://province.example)

Right:

    [Mường Thanh](doc:travel/muong-thanh)
    [The province](https://province.example)

A `doc:` link leads to the page in the same language by itself; where there is none, to the other language, and tells the
reader so. Addresses may begin with https:, http:, mailto: and tel:.
"#;
