//! Tests of the sitemap.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::{EMITTER, Plan, Writer};
use crate::emit::test_site::{TestSite, at, day, paths, text};
use crate::emit::test_xml::{Node, read};
use crate::model::site::Site;

/// Languages and addresses of a page's alternates.
type Alternates = BTreeSet<(String, String)>;

fn alternates(site: &Site) -> BTreeMap<String, Alternates> {
    let link = |link: &Node| (link.attribute("hreflang").to_owned(), link.attribute("href").to_owned());
    let url = |url: &Node| (url.text("loc").to_owned(), url.all("xhtml:link").map(link).collect());
    read(&text(&EMITTER, site, 0)).all("url").map(url).collect()
}

#[test]
fn a_page_has_its_languages_its_time_and_its_pictures() {
    let mut test = TestSite::new();
    let travel = test.section("travel", ["Du lịch", "Travel"]);
    let document = test.document(travel, "a1", ["Đồi A1", "A1 Hill"]);
    (document.published, document.updated) = (Some(at(2026, 3, 13, 8)), Some(day(2026, 5, 7)));
    document.cover = Some("a1.jpg");
    document.images = ["ham.jpg", "a1.jpg", "so-do.pdf"].map(str::to_owned).to_vec();
    let sitemap = text(&EMITTER, &test.build(), 0);
    let expected = "<url>\n\
        <loc>https://dienbien.example/cong/vi/du-lich/doi-a1/</loc>\n\
        <lastmod>2026-05-07</lastmod>\n\
        <xhtml:link rel=\"alternate\" hreflang=\"vi\" href=\"https://dienbien.example/cong/vi/du-lich/doi-a1/\"/>\n\
        <xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"https://dienbien.example/cong/en/travel/a1-hill/\"/>\n\
        <xhtml:link rel=\"alternate\" hreflang=\"x-default\" href=\"https://dienbien.example/cong/vi/du-lich/doi-a1/\"/>\n\
        <image:image><image:loc>https://dienbien.example/cong/media/a1.jpg</image:loc></image:image>\n\
        <image:image><image:loc>https://dienbien.example/cong/media/ham.jpg</image:loc></image:image>\n\
        </url>\n";
    assert!(sitemap.contains(expected), "{sitemap}");
}

#[test]
fn a_list_is_as_new_as_its_newest_document() {
    let mut test = TestSite::new();
    let news = test.section("news", ["Tin tức", "News"]);
    test.section("press", ["Báo chí", "Press"]);
    test.document(news, "a", ["Một", ""]).published = Some(at(2026, 3, 13, 8));
    test.document(news, "b", ["Hai", "Two"]).published = Some(day(2026, 3, 12));
    let site = test.build();
    let urls = read(&text(&EMITTER, &site, 0));
    let time = |path: &str| {
        let url = urls.all("url").find(|url| url.text("loc") == format!("https://dienbien.example/cong{path}")).unwrap();
        url.all("lastmod").next().map(|_| url.text("lastmod").to_owned())
    };
    assert_eq!(time("/vi/tin-tuc/").as_deref(), Some("2026-03-13T08:00:00+07:00"));
    assert_eq!(time("/en/news/").as_deref(), Some("2026-03-12"));
    assert_eq!(time("/en/press/"), None);
    assert_eq!(time("/"), None);
}

#[test]
fn what_search_engines_should_not_see_is_left_out() {
    let mut test = TestSite::new();
    let news = test.section("news", ["Tin tức", "News"]);
    test.document(news, "stub", ["Chỉ tiếng Việt", ""]).stub();
    test.document(news, "half", ["Một nửa", "Half"]).noindex = [false, true];
    let found = alternates(&test.build());
    let pages: Vec<&str> = found.keys().map(|url| url.trim_start_matches("https://dienbien.example/cong")).collect();
    assert_eq!(
        pages,
        ["/", "/en/", "/en/news/", "/vi/", "/vi/tin-tuc/", "/vi/tin-tuc/chi-tieng-viet/", "/vi/tin-tuc/mot-nua/"]
    );
    let half = &found["https://dienbien.example/cong/vi/tin-tuc/mot-nua/"];
    assert!(half.iter().all(|(lang, url)| lang != "en" && !url.contains("/en/")));
}

#[test]
fn above_ten_thousand_pages_there_is_an_index() {
    let mut test = TestSite::new();
    let news = test.section("news", ["Tin", "News"]);
    for n in 0..5_000 {
        test.document(news, &format!("n{n:05}"), [&format!("Tin {n}"), &format!("Item {n}")]);
    }
    let site = test.build();
    assert_eq!(paths(&EMITTER, &site), ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]);
    let index = read(&text(&EMITTER, &site, 0));
    let parts: Vec<&str> = index.all("sitemap").map(|part| part.text("loc")).collect();
    assert_eq!(parts, ["https://dienbien.example/cong/sitemap-1.xml", "https://dienbien.example/cong/sitemap-2.xml"]);
    let count = |part| read(&text(&EMITTER, &site, part)).all("url").count();
    assert_eq!(count(1), 10_000);
    assert_eq!(count(1) + count(2), site.pages.iter().filter(|page| !page.noindex).count());
    assert_eq!(text(&EMITTER, &site, 3), "");
}

#[test]
fn a_file_stays_below_its_limit_whatever_it_shows() {
    let mut test = TestSite::new();
    let news = test.section("news", ["Tin", "News"]);
    for n in 0..100 {
        let gallery = (0..n).map(|n| format!("ban's-{n}.jpg")).collect();
        test.document(news, &format!("n{n}"), [&format!("Tin {n}"), ""]).images = gallery;
    }
    let site = test.build();
    let plan = Plan::within(&site, 100_000);
    let sizes: Vec<usize> =
        plan.files.iter().map(|range| Writer::new(&site).urls(&plan.pages[range.clone()]).len()).collect();
    assert!(sizes.len() > 3 && sizes.iter().all(|size| *size <= 100_000), "{sizes:?}");
    let joined: Vec<usize> = plan.files.iter().cloned().flatten().collect();
    assert!(joined.into_iter().eq(0..plan.pages.len()));
}

#[test]
fn a_page_shows_a_thousand_pictures_at_most() {
    let mut test = TestSite::new();
    let news = test.section("news", ["Tin", "News"]);
    test.document(news, "a", ["Tin", ""]).images = (0..1_200).map(|n| format!("{n}.jpg")).collect();
    assert_eq!(text(&EMITTER, &test.build(), 0).matches("<image:loc>").count(), super::MAX_PICTURES);
}

#[test]
fn odd_characters_in_addresses_are_encoded() {
    let mut test = TestSite::new();
    test.base_url = "https://dienbien.example/cổng&'/".to_owned();
    let sitemap = text(&EMITTER, &test.build(), 0);
    assert!(sitemap.contains("<loc>https://dienbien.example/c%E1%BB%95ng&amp;&#39;/vi/</loc>"));
    read(&sitemap);
}

#[derive(Debug, Clone)]
struct Kinds {
    languages: (bool, bool),
    noindex: [bool; 2],
    stub: bool,
    section: bool,
}

fn kinds() -> impl Strategy<Value = Kinds> {
    let any = any::<(bool, bool, [bool; 2], bool, bool)>();
    any.prop_map(|(vi, en, noindex, stub, section)| Kinds { languages: (vi || !en, en), noindex, stub, section })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn alternates_are_reciprocal_and_in_the_sitemap(documents in prop::collection::vec(kinds(), 0..60)) {
        let mut test = TestSite::new();
        let sections = [test.section("news", ["Tin tức", "News"]), test.section("press", ["Báo chí", ""])];
        for (n, kinds) in documents.iter().enumerate() {
            let titles = [(kinds.languages.0, format!("Tin {n}")), (kinds.languages.1, format!("Item {n}"))];
            let titles = titles.map(|(there, title)| if there { title } else { String::new() });
            let section = sections[usize::from(kinds.section)];
            let document = test.document(section, &format!("n{n}"), [&titles[0], &titles[1]]);
            document.noindex = kinds.noindex;
            if kinds.stub {
                document.stub();
            }
        }
        let found = alternates(&test.build());
        for (url, own) in &found {
            prop_assert!(own.iter().any(|(lang, _)| lang == "x-default"));
            prop_assert!(own.iter().any(|(_, to)| to == url));
            for (_, to) in own {
                prop_assert_eq!(found.get(to), Some(own), "{} of {}", to, url);
            }
        }
    }
}
