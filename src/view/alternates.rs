//! The languages that a page exists in: one answer for the `<head>`, the sitemap and the feeds, from the pair graph.

use crate::model::document::SectionId;
use crate::model::page::{ListOf, Page, PageKind, PairId};
use crate::model::site::Site;
use crate::model::{Lang, PerLang, UrlPath};

/// The page in every language that search engines may have it in, itself included. The root, which only leads to the
/// home pages, has theirs.
pub fn members<'a>(site: &'a Site, page: &Page) -> impl Iterator<Item = (Lang, &'a Page)> {
    let pair = if page.kind == PageKind::Root { home_pair(site) } else { Some(page.pair) };
    let slots = pair.map(|pair| &site.pairs[pair.0 as usize].0);
    slots.into_iter().flat_map(PerLang::present).map(|(lang, id)| (lang, site.page(*id)))
}

/// The page for readers of other languages: the one in the default language, else in the first that has one; `/` for
/// the home pages. None where no language has an indexable page.
pub fn x_default<'a>(site: &'a Site, page: &Page) -> Option<&'a UrlPath> {
    let default = site.config.default_language;
    let mut members = members(site, page).peekable();
    let first = members.peek()?.1;
    if let Some(root) = root(site).filter(|_| is_home(page)) {
        return Some(&root.url);
    }
    Some(members.find(|(lang, _)| *lang == default).map_or(&first.url, |(_, page)| &page.url))
}

fn is_home(page: &Page) -> bool {
    matches!(page.kind, PageKind::Root | PageKind::List { of: ListOf::Section(SectionId(0)), n: 1 })
}

fn root(site: &Site) -> Option<&Page> {
    let id = site.urls.get(&UrlPath::from_segments([]))?;
    Some(site.page(*id)).filter(|page| !page.noindex)
}

fn home_pair(site: &Site) -> Option<PairId> {
    let (_, id) = site.sections.first()?.pages.present().next()?;
    Some(site.page(*id).pair)
}

#[cfg(test)]
mod tests {
    use super::{members, x_default};
    use crate::emit::test_site::TestSite;

    fn urls(site: &crate::model::site::Site, url: &str) -> (Vec<String>, Option<String>) {
        let page = site.page(site.urls[&crate::model::UrlPath::file(url)]);
        let members = members(site, page).map(|(_, page)| page.url.to_string()).collect();
        (members, x_default(site, page).map(ToString::to_string))
    }

    #[test]
    fn home_pages_and_the_root_lead_to_each_other() {
        let site = TestSite::new().build();
        let expected = (vec!["/vi/".to_owned(), "/en/".to_owned()], Some("/".to_owned()));
        for url in ["/", "/vi/", "/en/"] {
            assert_eq!(urls(&site, url), expected);
        }
    }

    #[test]
    fn a_page_in_one_language_is_its_own_default() {
        let mut test = TestSite::new();
        let news = test.section("news", ["Tin tức", "News"]);
        test.document(news, "a", ["", "Only English"]);
        test.document(news, "b", ["Hai thứ tiếng", "Two languages"]);
        let site = test.build();
        let only = "/en/news/only-english/".to_owned();
        assert_eq!(urls(&site, &only), (vec![only.clone()], Some(only)));
        let (members, default) = urls(&site, "/en/news/two-languages/");
        assert_eq!(members, ["/vi/tin-tuc/hai-thu-tieng/", "/en/news/two-languages/"]);
        assert_eq!(default.as_deref(), Some("/vi/tin-tuc/hai-thu-tieng/"));
    }
}
