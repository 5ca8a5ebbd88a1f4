//! Reads the tags of raw HTML with their places, so that what the allow-list drops can be reported exactly.

use std::ops::Range;

/// What a `<` in raw HTML begins.
#[derive(Debug, PartialEq)]
pub(super) enum Markup<'t> {
    /// A start or end tag.
    Tag(Tag<'t>),
    /// A comment.
    Comment,
    /// `<!DOCTYPE …>`, `<?xml …>` and the like.
    Other,
}

/// A tag as written.
#[derive(Debug, PartialEq)]
pub(super) struct Tag<'t> {
    /// Name in lower case.
    pub(super) name: String,
    /// An end tag.
    pub(super) closing: bool,
    /// Attributes in order.
    pub(super) attributes: Vec<Attribute<'t>>,
}

/// An attribute as written.
#[derive(Debug, PartialEq)]
pub(super) struct Attribute<'t> {
    /// Name in lower case.
    pub(super) name: String,
    /// Value without quotes, entities as they are.
    pub(super) value: &'t str,
    /// Place of the whole attribute in the text.
    pub(super) range: Range<usize>,
}

/// The next markup at or after `from`, with its place; text between is skipped.
pub(super) fn next(html: &str, from: usize) -> Option<(Markup<'_>, Range<usize>)> {
    let mut from = from;
    loop {
        let start = from + html.get(from..)?.find('<')?;
        match markup(html, start) {
            Some((markup, end)) => return Some((markup, start..end)),
            None => from = start + 1,
        }
    }
}

/// Where the text of an element that holds no markup ends: at its end tag, or with the text.
pub(super) fn raw_text_end(html: &str, from: usize, name: &str) -> usize {
    let ends = |at: &usize| {
        let rest = &html.as_bytes()[at + 2..];
        rest.len() >= name.len() && rest[..name.len()].eq_ignore_ascii_case(name.as_bytes())
    };
    html[from..].match_indices("</").map(|(at, _)| from + at).find(ends).unwrap_or(html.len())
}

/// True for elements that hold no markup.
pub(super) fn is_raw_text(name: &str) -> bool {
    matches!(name, "script" | "style" | "textarea" | "title" | "xmp" | "iframe" | "noembed" | "noframes" | "plaintext")
}

fn markup(html: &str, start: usize) -> Option<(Markup<'_>, usize)> {
    let rest = &html[start..];
    let until = |end: &str| rest.find(end).map_or(html.len(), |at| start + at + end.len());
    if rest.starts_with("<!-->") || rest.starts_with("<!--->") {
        return Some((Markup::Comment, until(">")));
    }
    if rest.starts_with("<!--") {
        return Some((Markup::Comment, until("-->")));
    }
    if rest.starts_with("<!") || rest.starts_with("<?") {
        return Some((Markup::Other, until(">")));
    }
    let closing = rest.starts_with("</");
    let name_start = start + if closing { 2 } else { 1 };
    if !html[name_start..].starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let name_end = end_of(html, name_start, |c| c.is_ascii_whitespace() || matches!(c, '/' | '>'));
    let mut tag = Tag { name: html[name_start..name_end].to_ascii_lowercase(), closing, attributes: Vec::new() };
    let end = attributes(html, name_end, &mut tag.attributes);
    Some((Markup::Tag(tag), end))
}

/// Reads attributes up to the end of the tag; returns the offset after it.
fn attributes<'t>(html: &'t str, from: usize, attributes: &mut Vec<Attribute<'t>>) -> usize {
    let mut at = from;
    loop {
        at = end_of(html, at, |c| !c.is_ascii_whitespace() && c != '/');
        if at >= html.len() {
            return at;
        }
        if html[at..].starts_with('>') {
            return at + 1;
        }
        let first = html[at..].chars().next().map_or(1, char::len_utf8);
        let name_end = end_of(html, at + first, |c| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '='));
        let after = end_of(html, name_end, |c| !c.is_ascii_whitespace());
        let (value, end) = if html[after..].starts_with('=') { value(html, after + 1) } else { ("", name_end) };
        attributes.push(Attribute { name: html[at..name_end].to_ascii_lowercase(), value, range: at..end });
        at = end;
    }
}

fn value(html: &str, from: usize) -> (&str, usize) {
    let start = end_of(html, from, |c| !c.is_ascii_whitespace());
    match html[start..].chars().next() {
        Some(quote @ ('"' | '\'')) => {
            let end = end_of(html, start + 1, |c| c == quote);
            (&html[start + 1..end], (end + 1).min(html.len()))
        }
        _ => {
            let end = end_of(html, start, |c| c.is_ascii_whitespace() || c == '>');
            (&html[start..end], end)
        }
    }
}

fn end_of(text: &str, from: usize, stop: impl Fn(char) -> bool) -> usize {
    text[from..].find(stop).map_or(text.len(), |length| from + length)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Markup, next, raw_text_end};

    #[test]
    fn tags_have_names_attributes_and_places() {
        let html = "a < b <A Href='x y' title=\"Đ\" open data-a=1>";
        let Some((Markup::Tag(tag), range)) = next(html, 0) else { panic!() };
        assert_eq!((tag.name.as_str(), tag.closing, range.start), ("a", false, 6));
        let found: Vec<_> = tag.attributes.iter().map(|a| (a.name.as_str(), a.value, &html[a.range.clone()])).collect();
        assert_eq!(
            found,
            [
                ("href", "x y", "Href='x y'"),
                ("title", "Đ", "title=\"Đ\""),
                ("open", "", "open"),
                ("data-a", "1", "data-a=1")
            ]
        );
    }

    #[test]
    fn comments_and_declarations_are_told_apart() {
        assert_eq!(next("<!-- <b> -->x", 0), Some((Markup::Comment, 0..12)));
        assert_eq!(next("<!-->x", 0), Some((Markup::Comment, 0..5)));
        assert_eq!(next("<!DOCTYPE html>", 0).map(|(markup, _)| markup), Some(Markup::Other));
        assert_eq!(next("1 < 2, <3", 0), None);
    }

    #[test]
    fn raw_text_ends_at_its_own_end_tag() {
        assert_eq!(raw_text_end("a</b></SCRIPT>", 0, "script"), 5);
        assert_eq!(raw_text_end("a", 0, "script"), 1);
    }

    proptest! {
        #[test]
        fn any_text_is_read_to_its_end(html in "([<>/!?a-dđ='\" -]|<b|\\PC){0,40}") {
            let mut from = 0;
            while let Some((_, range)) = next(&html, from) {
                prop_assert!(range.end > from && html.get(range.clone()).is_some());
                from = range.end;
            }
        }
    }
}
