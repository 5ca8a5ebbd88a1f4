//! Atom feeds (RFC 4287) of each language and each section.

use super::feed::{self, Entry, Twin};
use super::{Emission, Emitter, escape};
use crate::model::OutPath;
use crate::model::site::Site;

pub(super) const EMITTER: Emitter = Emitter { name: "atom", parts, bytes };
const FILE: &str = "atom.xml";
const MEDIA_TYPE: &str = "application/atom+xml";

fn parts(site: &Site) -> Vec<OutPath> {
    feed::paths(site, FILE)
}

fn bytes(emission: &Emission<'_>, part: u32) -> Vec<u8> {
    let Some(feed) = feed::nth(emission.site, part) else { return Vec::new() };
    let mut out = Xml(String::with_capacity(16 * 1024));
    let code = feed.language.code.as_str();
    out.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    out.tag("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", code)], ">\n");
    out.element("title", &feed.title);
    if !feed.subtitle.is_empty() {
        out.element("subtitle", feed.subtitle);
    }
    let own = feed.file(FILE);
    out.element("id", &own);
    out.element("updated", &feed.updated());
    out.link("self", MEDIA_TYPE, code, &own);
    out.alternates(code, &feed.home(), &feed.twins());
    out.person("author", feed.author());
    out.element("generator", "hoaban");
    for entry in &feed.entries {
        out.entry(entry, code);
    }
    out.raw("</feed>\n");
    out.0.into_bytes()
}

/// XML under way.
struct Xml(String);

impl Xml {
    fn raw(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)], close: &str) {
        self.0.push('<');
        self.0.push_str(name);
        for (key, value) in attributes {
            self.0.push(' ');
            self.0.push_str(key);
            self.0.push_str("=\"");
            escape::xml(&mut self.0, value);
            self.0.push('"');
        }
        self.0.push_str(close);
    }

    fn element(&mut self, name: &str, text: &str) {
        self.tag(name, &[], ">");
        escape::xml(&mut self.0, text);
        self.raw("</");
        self.raw(name);
        self.raw(">\n");
    }

    fn link(&mut self, rel: &str, media_type: &str, lang: &str, href: &str) {
        self.tag("link", &[("rel", rel), ("type", media_type), ("hreflang", lang), ("href", href)], "/>\n");
    }

    /// The page itself and its twins; RFC 4287 wants different languages where several are alternates.
    fn alternates(&mut self, lang: &str, url: &str, twins: &[Twin<'_>]) {
        self.link("alternate", "text/html", lang, url);
        for twin in twins {
            self.link("alternate", "text/html", twin.lang, &twin.url);
        }
    }

    fn person(&mut self, role: &str, name: &str) {
        self.raw(&format!("<{role}><name>"));
        escape::xml(&mut self.0, name);
        self.raw(&format!("</name></{role}>\n"));
    }

    fn entry(&mut self, entry: &Entry<'_>, lang: &str) {
        let url = entry.url();
        self.raw("<entry>\n");
        self.element("title", entry.title());
        self.element("id", &url);
        self.element("published", &entry.published());
        self.element("updated", &entry.updated());
        self.alternates(lang, &url, &entry.twins());
        for author in entry.authors() {
            self.person("author", author);
        }
        for contributor in entry.contributors() {
            self.person("contributor", contributor);
        }
        for (id, label) in entry.terms() {
            self.tag("category", &[("term", id), ("label", label)], "/>\n");
        }
        self.element("summary", &entry.summary());
        self.raw("</entry>\n");
    }
}

#[cfg(test)]
mod tests {
    use crate::emit::test_site::{TestSite, at, day, text};
    use crate::emit::test_xml::read;

    #[test]
    fn an_entry_carries_dates_terms_people_and_its_twins() {
        let mut test = TestSite::new();
        let news = test.section("news", ["Tin tức", "News"]);
        let fair = test.term("le-hoi", ["Lễ hội & chợ", "Festivals"]);
        let document = test.document(news, "ban", ["Hội hoa ban", "Ban festival"]);
        (document.published, document.updated) = (Some(day(2026, 3, 13)), Some(at(2026, 3, 14, 8)));
        document.summary = ["Ba ngày hội".to_owned(), "Three days".to_owned()];
        document.tags = vec![fair];
        document.authors = vec![("Lò Thị Thí Dụ", "text"), ("Vàng A Mẫu", "photo")];
        let site = test.build();
        let expected = "<entry>\n\
            <title>Hội hoa ban</title>\n\
            <id>https://dienbien.example/cong/vi/tin-tuc/hoi-hoa-ban/</id>\n\
            <published>2026-03-13T00:00:00+07:00</published>\n\
            <updated>2026-03-14T08:00:00+07:00</updated>\n\
            <link rel=\"alternate\" type=\"text/html\" hreflang=\"vi\" href=\"https://dienbien.example/cong/vi/tin-tuc/hoi-hoa-ban/\"/>\n\
            <link rel=\"alternate\" type=\"text/html\" hreflang=\"en\" href=\"https://dienbien.example/cong/en/news/ban-festival/\"/>\n\
            <author><name>Lò Thị Thí Dụ</name></author>\n\
            <contributor><name>Vàng A Mẫu</name></contributor>\n\
            <category term=\"le-hoi\" label=\"Lễ hội &amp; chợ\"/>\n\
            <summary>Ba ngày hội</summary>\n\
            </entry>\n";
        let feed = text(&super::EMITTER, &site, 1);
        assert_eq!(feed[feed.find("<entry>").unwrap()..], format!("{expected}</feed>\n"));
    }

    #[test]
    fn a_feed_names_itself_its_page_and_its_language() {
        let mut test = TestSite::new();
        test.section("news", ["Tin tức", "News"]);
        let feed = read(&text(&super::EMITTER, &test.build(), 3));
        assert_eq!(feed.attribute("xmlns"), "http://www.w3.org/2005/Atom");
        assert_eq!(feed.attribute("xml:lang"), "en");
        assert_eq!(feed.text("title"), "Điện Biên, Viet Nam – News");
        assert_eq!(feed.text("id"), "https://dienbien.example/cong/en/news/atom.xml");
        let links: Vec<(&str, &str)> =
            feed.all("link").map(|link| (link.attribute("rel"), link.attribute("href"))).collect();
        let expected = [
            ("self", "https://dienbien.example/cong/en/news/atom.xml"),
            ("alternate", "https://dienbien.example/cong/en/news/"),
            ("alternate", "https://dienbien.example/cong/vi/tin-tuc/"),
        ];
        assert_eq!(links, expected);
        assert_eq!(feed.one("author").text("name"), "Điện Biên, Viet Nam");
    }

    #[test]
    fn hostile_text_stays_text() {
        let hostile = "]]></title><script>&lt;\u{0}\u{b}\u{fffe}\u{202e}\"'";
        let mut test = TestSite::new();
        let news = test.section("news", ["Tin", "News"]);
        let document = test.document(news, "x", [hostile, ""]);
        document.published = Some(day(2026, 1, 1));
        document.authors = vec![("<Tên> ]]>", "text")];
        let feed = read(&text(&super::EMITTER, &test.build(), 0));
        let entry = feed.one("entry");
        assert_eq!(entry.text("title"), "]]></title><script>&lt;\u{202e}\"'");
        assert_eq!(entry.one("author").text("name"), "<Tên> ]]>");
    }

    #[test]
    fn every_entry_has_what_the_rfc_requires() {
        let mut test = TestSite::new();
        let news = test.section("news", ["Tin tức", "News"]);
        test.document(news, "a", ["Một", ""]).body("Thân bài.").published = Some(day(2026, 1, 1));
        let feed = read(&text(&super::EMITTER, &test.build(), 0));
        for element in ["title", "id", "updated", "author"] {
            assert_eq!(feed.all(element).count(), 1, "{element}");
        }
        let entry = feed.one("entry");
        for element in ["title", "id", "updated", "published", "summary"] {
            assert_eq!(entry.all(element).count(), 1, "{element}");
        }
        assert_eq!(entry.text("summary"), "Thân bài.");
        assert!(entry.text("updated").parse::<jiff::Timestamp>().is_ok());
    }
}
