//! `search` over what `build` wrote.

use std::fs;

use serde_json::Value;

use crate::Portal;

#[test]
fn a_built_portal_is_searched_in_each_of_its_languages() {
    let portal = Portal::fresh();
    let none = portal.run("vi", &["search", "chao", "mung"]);
    assert_eq!(none.code, 2, "{} {}", none.out, none.err);
    assert!(none.err.contains("chưa có chỉ mục tìm kiếm"), "{}", none.err);
    assert_eq!(portal.run("en", &["build"]).code, 0);
    for (lang, query) in [("vi", "cong thong tin"), ("en", "portal opens")] {
        let ran = portal.run("en", &["--lang", lang, "search", "--json", query]);
        let found: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!((ran.code, &found["lang"]), (0, &Value::from(lang)), "{}", ran.err);
        let results = found["results"].as_array().unwrap();
        assert!(
            !results.is_empty() && results.iter().all(|result| result["url"].as_str().unwrap().contains(lang)),
            "{}",
            ran.out
        );
    }
    let nothing = portal.run("en", &["search", "qzqzqz"]);
    assert_eq!((nothing.code, nothing.out.as_str()), (0, "Nothing found for “qzqzqz”\n"));
    let unknown = portal.run("en", &["search", "--in", "fr", "x"]);
    assert!(unknown.code == 2 && unknown.err.contains("it has: vi, en"), "{}", unknown.err);
}

#[test]
fn statistics_name_every_kind_of_file_and_a_missing_file_is_said() {
    let portal = Portal::fresh();
    assert_eq!(portal.run("en", &["build"]).code, 0);
    let stats = portal.run("vi", &["search", "--stats"]);
    assert!(
        stats.code == 0 && ["bảng kê", "từ", "kết quả", "bộ lọc"].iter().all(|kind| stats.out.contains(kind)),
        "{}",
        stats.out
    );
    fs::remove_dir_all(portal.root().join("public/search/vi")).unwrap();
    let broken = portal.run("en", &["search", "cổng"]);
    assert!(broken.code == 2 && broken.err.contains("run hoaban build again"), "{} {}", broken.out, broken.err);
    assert_eq!(portal.run("en", &["search"]).code, 2);
}
