//! JSON Feed 1.1 (<https://www.jsonfeed.org/version/1.1/>) of each language and each section.

use serde::Serialize;

use super::feed::{self, Entry, Feed, Twin};
use super::{Emission, Emitter};
use crate::model::OutPath;
use crate::model::site::Site;

pub(super) const EMITTER: Emitter = Emitter { name: "json-feed", parts, bytes };
const FILE: &str = "feed.json";

#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: String,
    feed_url: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    authors: Vec<Author<'a>>,
    language: &'a str,
    #[serde(rename = "_hoaban", skip_serializing_if = "Extension::is_empty")]
    extension: Extension<'a>,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    id: String,
    url: String,
    title: &'a str,
    /// Required where there is no HTML: the plain text, else the title.
    content_text: String,
    summary: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<String>,
    date_published: String,
    date_modified: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Author<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<&'a str>,
    language: &'a str,
    #[serde(rename = "_hoaban", skip_serializing_if = "Extension::is_empty")]
    extension: Extension<'a>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
}

/// What JSON Feed has no word for.
#[derive(Serialize)]
struct Extension<'a> {
    translations: Vec<Translation<'a>>,
}

#[derive(Serialize)]
struct Translation<'a> {
    language: &'a str,
    url: String,
}

impl<'a> Extension<'a> {
    fn new(twins: Vec<Twin<'a>>) -> Self {
        let translation = |twin: Twin<'a>| Translation { language: twin.lang, url: twin.url };
        Self { translations: twins.into_iter().map(translation).collect() }
    }

    fn is_empty(&self) -> bool {
        self.translations.is_empty()
    }
}

fn parts(site: &Site) -> Vec<OutPath> {
    if site.theme.pages.json_feed { feed::paths(site, FILE) } else { Vec::new() }
}

fn bytes(emission: &Emission<'_>, part: u32) -> Vec<u8> {
    let Some(feed) = feed::nth(emission.site, part) else { return Vec::new() };
    let mut bytes = serde_json::to_vec(&json_feed(&feed)).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn json_feed<'a>(feed: &'a Feed<'a>) -> JsonFeed<'a> {
    JsonFeed {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        home_page_url: feed.home(),
        feed_url: feed.file(FILE),
        description: feed.subtitle,
        authors: vec![Author { name: feed.author() }],
        language: &feed.language.code,
        extension: Extension::new(feed.twins()),
        items: feed.entries.iter().map(|entry| item(entry, &feed.language.code)).collect(),
    }
}

fn item<'a>(entry: &Entry<'a>, language: &'a str) -> Item<'a> {
    let body = entry.body();
    Item {
        id: entry.url(),
        url: entry.url(),
        title: entry.title(),
        content_text: if body.is_empty() { entry.title().to_owned() } else { body },
        summary: entry.summary(),
        image: entry.cover(),
        date_published: entry.published(),
        date_modified: entry.updated(),
        authors: entry.authors().into_iter().map(|name| Author { name }).collect(),
        tags: entry.terms().map(|(_, label)| label).collect(),
        language,
        extension: Extension::new(entry.twins()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::emit::test_site::{TestSite, at, day, paths, text};

    #[test]
    fn the_theme_can_do_without() {
        let mut test = TestSite::new();
        assert_eq!(paths(&super::EMITTER, &test.clone().build()), ["vi/feed.json", "en/feed.json"]);
        test.switches.json_feed = false;
        assert!(paths(&super::EMITTER, &test.build()).is_empty());
    }

    #[test]
    fn a_feed_reads_back_with_its_items() {
        let mut test = TestSite::new();
        let news = test.section("news", ["Tin tức", "News"]);
        let fair = test.term("le-hoi", ["Lễ hội", "Festivals"]);
        let document = test.document(news, "ban", ["Hội \"hoa ban\" </script>\u{1}", "Ban festival"]);
        (document.published, document.updated) = (Some(day(2026, 3, 13)), Some(at(2026, 3, 14, 8)));
        document.tags = vec![fair];
        document.cover = Some("ban.jpg");
        document.body("Trắng rừng.");
        let site = test.build();
        let feed: Value = serde_json::from_str(&text(&super::EMITTER, &site, 0)).unwrap();
        let expected = json!({
            "version": "https://jsonfeed.org/version/1.1",
            "title": "Cổng thông tin đối ngoại tỉnh Điện Biên",
            "home_page_url": "https://dienbien.example/cong/vi/",
            "feed_url": "https://dienbien.example/cong/vi/feed.json",
            "authors": [{"name": "Cổng thông tin đối ngoại tỉnh Điện Biên"}],
            "language": "vi",
            "_hoaban": {"translations": [{"language": "en", "url": "https://dienbien.example/cong/en/"}]},
            "items": [{
                "id": "https://dienbien.example/cong/vi/tin-tuc/hoi-hoa-ban-script/",
                "url": "https://dienbien.example/cong/vi/tin-tuc/hoi-hoa-ban-script/",
                "title": "Hội \"hoa ban\" </script>\u{1}",
                "content_text": "Trắng rừng.",
                "summary": "Trắng rừng.",
                "image": "https://dienbien.example/cong/media/ban.jpg",
                "date_published": "2026-03-13T00:00:00+07:00",
                "date_modified": "2026-03-14T08:00:00+07:00",
                "tags": ["Lễ hội"],
                "language": "vi",
                "_hoaban": {"translations": [{"language": "en", "url": "https://dienbien.example/cong/en/news/ban-festival/"}]},
            }],
        });
        assert_eq!(feed, expected);
    }

    #[test]
    fn an_item_without_text_still_has_content() {
        let mut test = TestSite::new();
        let news = test.section("news", ["Tin", "News"]);
        test.document(news, "a", ["", "Only a title"]).published = Some(day(2026, 1, 1));
        let feed: Value = serde_json::from_str(&text(&super::EMITTER, &test.build(), 2)).unwrap();
        assert_eq!(feed["items"][0]["content_text"], "Only a title");
        assert_eq!(feed["items"][0].get("_hoaban"), None);
    }
}
