//! Which raw HTML may stand in Markdown.
//!
//! Text-level elements anywhere, block elements in blocks of HTML; no scripts, styles, frames, forms, pictures, classes or
//! ids: pictures and links have Markdown, looks are the theme's.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Elements allowed within text.
const INLINE: [&str; 32] = [
    "a", "abbr", "b", "bdi", "br", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "rp", "rt",
    "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "bdo", "rb",
];
/// Elements allowed in blocks of HTML, besides those.
const BLOCK: [&str; 30] = [
    "blockquote",
    "caption",
    "col",
    "colgroup",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
];
const LISTS: [&str; 1] = ["ul"];
/// Elements without an end tag.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param"];
/// Elements whose end tag HTML lets one leave out.
const OPTIONAL_END: [&str; 14] =
    ["p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "caption", "colgroup", "rp", "rt"];
/// Attributes allowed on every element.
const EVERYWHERE: [&str; 3] = ["dir", "lang", "title"];
/// Attributes allowed on some elements.
const SOME: [(&str, &[&str]); 11] = [
    ("a", &["href"]),
    ("time", &["datetime"]),
    ("ins", &["datetime"]),
    ("del", &["datetime"]),
    ("data", &["value"]),
    ("td", &["colspan", "rowspan"]),
    ("th", &["colspan", "rowspan", "scope"]),
    ("ol", &["start", "type", "reversed"]),
    ("li", &["value"]),
    ("details", &["open"]),
    ("col", &["span"]),
];
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Everything but the allow-list is dropped; shared by all files.
static CLEANER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut builder = ammonia::Builder::empty();
    let tags: HashSet<&str> = INLINE.into_iter().chain(BLOCK).chain(LISTS).collect();
    let some: HashMap<&str, HashSet<&str>> =
        SOME.iter().map(|(tag, names)| (*tag, names.iter().copied().collect())).collect();
    builder
        .tags(tags)
        .clean_content_tags(HashSet::from(["script", "style"]))
        .generic_attributes(EVERYWHERE.into_iter().collect())
        .tag_attributes(some)
        .url_schemes(SCHEMES.into_iter().collect())
        .url_relative(ammonia::UrlRelative::Deny)
        .link_rel(None)
        .strip_comments(true);
    builder
});

/// A block of HTML without what is not allowed, well nested.
pub(super) fn clean(html: &str) -> String {
    CLEANER.clean(html).to_string()
}

/// The element's name as a constant, where it may stand within text.
pub(super) fn inline(name: &str) -> Option<&'static str> {
    INLINE.into_iter().find(|known| *known == name)
}

/// True where the element may stand in a block of HTML.
pub(super) fn block(name: &str) -> bool {
    inline(name).is_some() || BLOCK.contains(&name) || LISTS.contains(&name)
}

/// True for elements without an end tag.
pub(super) fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

/// True for elements whose end tag may be left out.
pub(super) fn ends_by_itself(name: &str) -> bool {
    OPTIONAL_END.contains(&name)
}

/// True where an element may have the attribute with this value, both as written.
pub(super) fn attribute(tag: &str, name: &str, value: &str) -> bool {
    let some = SOME.iter().any(|(known, names)| *known == tag && names.contains(&name));
    (some || EVERYWHERE.contains(&name)) && (name != "href" || is_link(value))
}

/// An absolute address of an allowed scheme. The scheme is compared as written, so no entity can hide another.
fn is_link(value: &str) -> bool {
    let scheme = value.split_once(':').map_or("", |(scheme, _)| scheme);
    SCHEMES.iter().any(|known| known.eq_ignore_ascii_case(scheme))
}

#[cfg(test)]
mod tests {
    use super::{attribute, clean, inline};

    #[test]
    fn the_block_cleaner_keeps_to_the_list() {
        let html =
            "<div class=x id=y onclick=z()><p style='a'>Một<script>alert(1)</script><img src=x onerror=y><ul><li>a</ul>";
        assert_eq!(clean(html), "<div><p>Một</p><ul><li>a</li></ul></div>");
        assert_eq!(
            clean("<a href='javascript:x'>a</a><a href='/x'>b</a><a href='tel:1'>c</a>"),
            "<a>a</a><a>b</a><a href=\"tel:1\">c</a>"
        );
    }

    #[test]
    fn attributes_depend_on_the_element_and_links_on_their_scheme() {
        assert!(attribute("time", "datetime", "1954") && !attribute("b", "datetime", ""));
        assert!(
            attribute("a", "href", "HTTPS://a.vn")
                && !attribute("a", "href", "javascript:x")
                && !attribute("a", "href", "&#106;s:")
        );
        assert!(inline("sub").is_some() && inline("script").is_none() && inline("div").is_none());
    }
}
