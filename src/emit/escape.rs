//! Text as XML, HTML, JSON and addresses want it. What no XML 1.0 document may hold is dropped.

use std::borrow::Cow;

/// Appends text for XML or HTML, between tags or in quotes.
///
/// Characters outside XML 1.0's `Char`, control characters but tab and line ends, and noncharacters are dropped.
pub(super) fn xml(out: &mut String, text: &str) {
    let mut done = 0;
    for (at, c) in text.char_indices() {
        let Some(instead) = replacement(c) else { continue };
        out.push_str(&text[done..at]);
        out.push_str(instead);
        done = at + c.len_utf8();
    }
    out.push_str(&text[done..]);
}

fn replacement(c: char) -> Option<&'static str> {
    match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        '\'' => Some("&#39;"),
        '\t' | '\n' | '\r' | ' '..='~' => None,
        _ if c.is_control() || is_noncharacter(c) => Some(""),
        _ => None,
    }
}

fn is_noncharacter(c: char) -> bool {
    let code = u32::from(c);
    code & 0xFFFE == 0xFFFE || (0xFDD0..=0xFDEF).contains(&code)
}

/// An address with everything that RFC 3986 does not allow in percent-encoded UTF-8. What is encoded already stays.
pub(super) fn address(written: &str) -> Cow<'_, str> {
    if written.bytes().all(is_uri_byte) {
        return Cow::Borrowed(written);
    }
    let mut out = String::with_capacity(written.len() * 3);
    for byte in written.bytes() {
        if is_uri_byte(byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.extend([byte >> 4, byte & 15].map(|digit| char::from(b"0123456789ABCDEF"[usize::from(digit)])));
        }
    }
    Cow::Owned(out)
}

fn is_uri_byte(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}')
}

/// Appends text as a JSON string with its quotes (RFC 8259, section 7).
pub(super) fn json(out: &mut Vec<u8>, text: &str) {
    out.push(b'"');
    let mut rest = text.as_bytes();
    while !rest.is_empty() {
        let (block, after) = rest.split_at(rest.len().min(BLOCK));
        // Looks at the whole block without a way out, so that it compiles to vector instructions.
        let special = block.iter().fold(false, |found, byte| found | is_json_special(*byte));
        let place = if special { block.iter().position(|byte| is_json_special(*byte)) } else { None };
        out.extend_from_slice(&block[..place.unwrap_or(block.len())]);
        rest = match place {
            Some(place) => {
                json_escape(out, block[place]);
                &rest[place + 1..]
            }
            None => after,
        };
    }
    out.push(b'"');
}

/// Bytes that are looked at together; most blocks of prose need no escape.
const BLOCK: usize = 32;

fn is_json_special(byte: u8) -> bool {
    (byte < b' ') | (byte == b'"') | (byte == b'\\')
}

fn json_escape(out: &mut Vec<u8>, byte: u8) {
    match byte {
        b'"' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
        b'\n' => out.extend_from_slice(b"\\n"),
        b'\t' => out.extend_from_slice(b"\\t"),
        _ => out.extend_from_slice(format!("\\u{byte:04x}").as_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{address, json, xml};

    fn escaped(text: &str) -> String {
        let mut out = String::new();
        xml(&mut out, text);
        out
    }

    #[test]
    fn markup_becomes_text_and_illegal_characters_go() {
        assert_eq!(escaped("a]]></title><b c='d'>&\"e"), "a]]&gt;&lt;/title&gt;&lt;b c=&#39;d&#39;&gt;&amp;&quot;e");
        assert_eq!(escaped("Mường\u{0} \u{8}\u{b}Thanh\u{7f}\u{85}\u{fffe}\u{ffff}\u{1fffe}\u{fdd0}\n"), "Mường Thanh\n");
    }

    #[test]
    fn addresses_are_ascii_and_encoded_once() {
        assert_eq!(address("https://a.vn/cũ/b c%20d?x=1&y=2#z"), "https://a.vn/c%C5%A9/b%20c%20d?x=1&y=2#z");
        assert_eq!(address("/vi/\"><script>"), "/vi/%22%3E%3Cscript%3E");
    }

    proptest! {
        #[test]
        fn json_reads_back(text in "[\\PC\u{0}-\u{1f}\"\\\\ ban]{0,200}") {
            let mut out = Vec::new();
            json(&mut out, &text);
            prop_assert_eq!(serde_json::from_slice::<String>(&out).unwrap(), text);
        }

        #[test]
        fn escaped_text_is_legal_in_xml(text in any::<String>()) {
            let out = escaped(&text);
            let legal = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..);
            prop_assert!(out.chars().all(|c| legal(c) && !matches!(c, '<' | '>' | '"' | '\'')));
        }
    }
}
