//! `search.json`: every document of a language with its plain text, for themes that search in the browser without an index.

use super::{Emission, Emitter, escape};
use crate::model::document::{Document, Text};
use crate::model::page::Page;
use crate::model::site::Site;
use crate::model::{Lang, OutPath, UrlPath};

pub(super) const EMITTER: Emitter = Emitter { name: "search-json", parts, bytes };

/// What a document takes besides its text, in bytes; only spares copies while the file grows.
const FRAME: usize = 512;

fn parts(site: &Site) -> Vec<OutPath> {
    if !site.theme.pages.search_json {
        return Vec::new();
    }
    let file = |prefix: &str| UrlPath::file(&format!("{prefix}/search.json")).out_path();
    site.config.languages.iter().map(|(_, language)| file(&language.prefix)).collect()
}

fn bytes(emission: &Emission<'_>, part: u32) -> Vec<u8> {
    let site = emission.site;
    let Some((lang, _)) = site.config.languages.iter().nth(part as usize) else { return Vec::new() };
    let found = || site.documents.iter().filter_map(|document| entry(site, document, lang));
    let capacity: usize = found().map(|(text, _)| FRAME + site.sources.get(text.source).text.len()).sum();
    let mut out = Vec::with_capacity(capacity);
    out.push(b'[');
    for (text, page) in found() {
        if out.len() > 1 {
            out.extend_from_slice(b",\n");
        }
        write(&mut out, site, text, page);
    }
    out.extend_from_slice(b"]\n");
    out
}

/// A document's text and page where they may be found in this language.
fn entry<'a>(site: &'a Site, document: &'a Document, lang: Lang) -> Option<(&'a Text, &'a Page)> {
    let page = site.page(document.pages[lang]?);
    document.texts[lang].as_ref().filter(|_| !page.noindex).map(|text| (text, page))
}

fn write(out: &mut Vec<u8>, site: &Site, text: &Text, page: &Page) {
    let body = text.parsed.body.plain_text(&site.sources.get(text.source).text);
    let href = site.href(&page.url);
    let fields = [
        ("{\"title\":", text.title.as_str()),
        (",\"url\":", &href),
        (",\"summary\":", &text.summary),
        (",\"text\":", &body),
    ];
    for (key, value) in fields {
        out.extend_from_slice(key.as_bytes());
        escape::json(out, value);
    }
    out.push(b'}');
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::emit::test_site::{TestSite, paths, text};

    #[test]
    fn the_theme_switches_it_on() {
        let mut test = TestSite::new();
        assert!(paths(&super::EMITTER, &test.clone().build()).is_empty());
        test.switches.search_json = true;
        assert_eq!(paths(&super::EMITTER, &test.build()), ["vi/search.json", "en/search.json"]);
    }

    #[test]
    fn documents_are_found_in_their_languages() {
        let mut test = TestSite::new();
        test.switches.search_json = true;
        let news = test.section("news", ["Tin tức", "News"]);
        test.document(news, "a", ["Hoa \"ban\"\u{1}", "Ban \\ blossom"]).body("Dòng một\n</script>");
        test.document(news, "b", ["", "English only"]);
        test.document(news, "c", ["Ẩn", "Hidden"]).noindex = [true, true];
        let site = test.build();
        let found: Value = serde_json::from_str(&text(&super::EMITTER, &site, 0)).unwrap();
        let expected = json!([{"title": "Hoa \"ban\"\u{1}", "url": "/cong/vi/tin-tuc/hoa-ban/", "summary": "", "text": "Dòng một\n</script>"}]);
        assert_eq!(found, expected);
        let found: Value = serde_json::from_str(&text(&super::EMITTER, &site, 1)).unwrap();
        assert_eq!(found[1]["title"], "English only");
        assert_eq!(found.as_array().unwrap().len(), 2);
    }

    #[test]
    fn a_language_without_documents_is_an_empty_list() {
        let mut test = TestSite::new();
        test.switches.search_json = true;
        assert_eq!(text(&super::EMITTER, &test.build(), 0), "[]\n");
    }
}
