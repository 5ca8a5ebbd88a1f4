//! Finds bare web addresses in text, as GitHub's Markdown does: `https://…`, `http://…`, `www.…`.

use std::ops::Range;

const STARTS: [&str; 3] = ["http://", "https://", "www."];
/// Longer addresses are cut here.
const LONGEST: usize = 2048;

/// The first address at or after `from`; its trailing punctuation is left out.
pub(super) fn next(text: &str, from: usize) -> Option<Range<usize>> {
    let mut from = from;
    loop {
        let start = candidate(text, from)?;
        let end = start + extent(&text[start..]);
        if is_address(&text[start..end]) {
            return Some(start..end);
        }
        from = start + 1;
    }
}

/// What a link to the address leads to.
pub(super) fn target(address: &str) -> String {
    if address.starts_with("www.") { format!("https://{address}") } else { address.to_owned() }
}

/// The next place where an address may start.
fn candidate(text: &str, from: usize) -> Option<usize> {
    let mut from = from;
    loop {
        let start = from + text.get(from..)?.find(['h', 'w'])?;
        let begins = STARTS.iter().any(|prefix| text[start..].starts_with(prefix));
        if begins && !text[..start].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | '@')) {
            return Some(start);
        }
        from = start + 1;
    }
}

/// Length without what cannot belong to it, and without punctuation after it.
fn extent(text: &str) -> usize {
    let wide = |c: char| matches!(c, '«' | '»' | '\u{2000}'..='\u{206F}' | '\u{3000}'..='\u{303F}');
    let stop = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || wide(c)
            || matches!(c, '<' | '>' | '[' | ']' | '{' | '}' | '"' | '`' | '|' | '\\')
    };
    let text = &text[..text.floor_char_boundary(LONGEST)];
    let mut end = text.find(stop).unwrap_or(text.len());
    loop {
        let address = &text[..end];
        let trimmed = match address.bytes().last() {
            Some(b'?' | b'!' | b'.' | b',' | b':' | b'*' | b'_' | b'~' | b'\'' | b'(') => end - 1,
            Some(b')') if address.matches(')').count() > address.matches('(').count() => end - 1,
            Some(b';') => before_entity(address),
            _ => return end,
        };
        end = trimmed;
    }
}

/// Where an entity such as `&quot;` starts at the end of the text, else the text without its last byte.
fn before_entity(text: &str) -> usize {
    let name = text[..text.len() - 1].trim_end_matches(|c: char| c.is_ascii_alphanumeric() || c == '#');
    if name.ends_with('&') { name.len() - 1 } else { text.len() - 1 }
}

/// A host with a dot in it.
fn is_address(text: &str) -> bool {
    let rest = text.find("://").map_or(text, |at| &text[at + 3..]);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or("");
    let labels = host
        .split('.')
        .filter(|label| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_'));
    labels.count() >= 2 && host.split('.').all(|label| !label.is_empty())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{next, target};

    fn found(text: &str) -> Vec<&str> {
        let mut from = 0;
        std::iter::from_fn(|| {
            let range = next(text, from)?;
            from = range.end;
            Some(&text[range])
        })
        .collect()
    }

    #[test]
    fn addresses_end_before_punctuation() {
        let cases = [
            ("Xem https://dienbien.gov.vn/tin?a=1&b=2, rồi", "https://dienbien.gov.vn/tin?a=1&b=2"),
            ("(www.unesco.org/ich)", "www.unesco.org/ich"),
            ("https://a.vn/x_(y)…", "https://a.vn/x_(y)"),
            ("“http://a.vn”", "http://a.vn"),
            ("https://a.vn&quot;", "https://a.vn"),
            ("https://a.vn/Mường.", "https://a.vn/Mường"),
        ];
        for (text, address) in cases {
            assert_eq!(found(text), [address]);
        }
    }

    #[test]
    fn what_is_no_address_stays_text() {
        for text in ["https://", "http://localhost", "www.", "www..vn", "xhttps://a.vn", "ftp://a.vn", "a://b.c", "awww.b.c"]
        {
            assert!(found(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn several_are_found_and_www_gets_a_scheme() {
        assert_eq!(found("www.a.vn https://b.vn,www.c.vn"), ["www.a.vn", "https://b.vn,www.c.vn"]);
        assert_eq!(target("www.a.vn"), "https://www.a.vn");
    }

    proptest! {
        #[test]
        fn any_text_is_cut_at_characters(text in "([a-zđ.:/&;()w ]|://|www\\.|http|\\PC){0,40}") {
            for address in found(&text) {
                prop_assert!(!address.is_empty());
            }
        }
    }
}
