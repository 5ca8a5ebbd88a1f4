//! SVG: recognises it, reads its size, and rewrites it without anything that acts or fetches.
//!
//! A rewritten picture holds only elements and attributes from a list; the cleaner reads XML events and writes
//! everything itself, so no byte of the source reaches the output unread.

mod clean;
mod css;
mod entities;
mod names;
mod size;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{Format, PictureError, PictureFacts};

/// How much of a file is read to find its first tag.
const HEAD_LEN: usize = 64 * 1024;

/// The namespace of SVG's elements.
const SVG: &str = "http://www.w3.org/2000/svg";
/// The namespace of `xlink:href`.
const XLINK: &str = "http://www.w3.org/1999/xlink";

/// Whether the first element is an `svg`, in any namespace.
pub(super) fn is_svg(bytes: &[u8]) -> bool {
    let mark = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    mark.trim_ascii_start().starts_with(b"<") && root(head(bytes)).is_some()
}

/// The size from the first tag. `has_gps` and `has_profile` are never set.
pub(super) fn facts(bytes: &[u8]) -> Result<PictureFacts, PictureError> {
    let root = root(head(bytes)).ok_or(PictureError::UnknownFormat)?;
    let (width, height) = size::of(&root)?;
    Ok(PictureFacts { alpha: true, ..PictureFacts::plain(Format::Svg, width, height) })
}

/// The picture without scripts, event handlers, foreign objects, animations, outside references, metadata,
/// comments, processing instructions and document type. References to `#fragments` stay, and embedded PNG and
/// JPEG pictures, stripped in their turn.
pub(super) fn strip(bytes: &[u8]) -> Result<Vec<u8>, PictureError> {
    let text = std::str::from_utf8(bytes).map_err(|_| PictureError::corrupt("the SVG is not UTF-8 text"))?;
    clean::clean(text.trim_start_matches('\u{feff}')).map(String::into_bytes)
}

/// The text at the beginning, as far as it is UTF-8.
fn head(bytes: &[u8]) -> &str {
    let bytes = &bytes[..bytes.len().min(HEAD_LEN)];
    let valid = match std::str::from_utf8(bytes) {
        Ok(text) => return text.trim_start_matches('\u{feff}'),
        Err(error) => &bytes[..error.valid_up_to()],
    };
    std::str::from_utf8(valid).unwrap_or_default().trim_start_matches('\u{feff}')
}

fn root(head: &str) -> Option<BytesStart<'_>> {
    let mut reader = Reader::from_str(head);
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) | Event::Empty(tag) => {
                return (tag.local_name().as_ref() == "svg").then_some(tag);
            }
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::DocType(_) => {}
            Event::Text(text) if text.trim().is_empty() => {}
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::picture::{Format, PictureError, probe};

    #[test]
    fn is_recognised_behind_declaration_comment_and_document_type() {
        let file = "\u{feff}<?xml version='1.0'?>\n<!-- x --><!DOCTYPE svg [<!ENTITY a 'b'>]>\n<svg viewBox='0 0 4 3'/>";
        let facts = probe(file.as_bytes()).unwrap();
        assert_eq!((facts.format, facts.width, facts.height), (Format::Svg, 4, 3));
    }

    #[test]
    fn only_the_head_is_read() {
        let mut file = b"<svg width='4' height='3'>".to_vec();
        file.extend(std::iter::repeat_n(0xFF, 100_000));
        assert!(probe(&file).is_ok());
        assert_eq!(probe(b"<p>svg</p>"), Err(PictureError::UnknownFormat));
    }
}
