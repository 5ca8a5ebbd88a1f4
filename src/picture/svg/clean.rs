//! The SVG cleaner: XML events in, a picture of allowed elements out.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Display;

use quick_xml::escape::{escape, partial_escape};
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::{NsReader, XmlVersion};

use super::entities::Entities;
use super::{SVG, XLINK, css, names};
use crate::picture::PictureError;

/// Deeper nesting is refused, since programs that draw an SVG recurse.
const MAX_DEPTH: usize = 256;

/// Rewrites a picture.
///
/// # Errors
/// `Truncated` when elements are left open; `Corrupt` when the text is not well-formed or not an SVG.
pub(super) fn clean(text: &str) -> Result<String, PictureError> {
    let mut reader = NsReader::from_str(text);
    let mut cleaner = Cleaner::new(text);
    loop {
        let (namespace, event) = match reader.read_resolved_event() {
            Ok((ResolveResult::Bound(namespace), event)) => (Some(namespace.as_ref().to_owned()), event),
            Ok((ResolveResult::Unbound, event)) => (None, event),
            Ok((ResolveResult::Unknown(_), event)) => (Some(String::new()), event),
            Err(error) => return Err(cleaner.read_error(&error)),
        };
        match event {
            Event::Eof => return cleaner.finish(),
            Event::Start(tag) => cleaner.start(namespace.as_deref(), &tag, &reader)?,
            Event::Empty(tag) => {
                cleaner.start(namespace.as_deref(), &tag, &reader)?;
                cleaner.end();
            }
            Event::End(_) => cleaner.end(),
            Event::Text(text) => cleaner.text(&text.xml10_content()),
            Event::CData(text) => cleaner.text(&text.xml10_content()),
            Event::GeneralRef(name) => cleaner.entity(&name)?,
            Event::DocType(declarations) => cleaner.entities.declare(&declarations, text.len())?,
            Event::Comment(_) | Event::PI(_) | Event::Decl(_) => {}
        }
    }
}

struct Cleaner {
    has_xlink: bool,
    entities: Entities,
    out: String,
    /// Open elements that are written.
    open: Vec<&'static str>,
    /// How many elements are open below the last written one, all of them dropped.
    dropped: usize,
    /// The last start tag still lacks its `>`.
    unclosed: bool,
    /// The text of the `style` that is open.
    style: String,
}

impl Cleaner {
    fn new(text: &str) -> Self {
        Self {
            has_xlink: text.contains(XLINK),
            entities: Entities::default(),
            out: String::with_capacity(text.len()),
            open: Vec::new(),
            dropped: 0,
            unclosed: false,
            style: String::new(),
        }
    }

    fn read_error(&self, error: &quick_xml::Error) -> PictureError {
        match error {
            quick_xml::Error::Syntax(_) if !self.open.is_empty() => PictureError::Truncated,
            error => malformed(error),
        }
    }

    fn finish(self) -> Result<String, PictureError> {
        match (self.open.is_empty() && self.dropped == 0, self.out.is_empty()) {
            (false, _) => Err(PictureError::Truncated),
            (true, true) => Err(PictureError::corrupt("the SVG's first element is in no SVG namespace")),
            (true, false) => Ok(self.out),
        }
    }

    /// A namespace may be written as an entity, which the reader leaves as it is. No namespace at all counts as
    /// SVG's, which the output then states.
    fn is_namespace(&self, found: Option<&str>, wanted: &str) -> bool {
        let Some(found) = found else {
            return wanted == SVG;
        };
        let entity = found.strip_prefix('&').and_then(|rest| rest.strip_suffix(';'));
        found == wanted || entity.and_then(|name| self.entities.resolve(name)) == Some(wanted)
    }

    fn start(
        &mut self,
        namespace: Option<&str>,
        tag: &BytesStart<'_>,
        reader: &NsReader<&[u8]>,
    ) -> Result<(), PictureError> {
        let name = self.allowed(namespace, tag.local_name().as_ref());
        let (Some(name), 0) = (name, self.dropped) else {
            self.dropped += 1;
            return Ok(());
        };
        if self.open.len() >= MAX_DEPTH {
            return Err(PictureError::corrupt("the SVG is nested too deeply"));
        }
        self.close_tag();
        self.out.extend(["<", name]);
        if self.open.is_empty() {
            self.put("xmlns", SVG);
            if self.has_xlink {
                self.put("xmlns:xlink", XLINK);
            }
        }
        self.attributes(tag, reader)?;
        self.open.push(name);
        self.unclosed = true;
        Ok(())
    }

    /// The element's name if it may stand here.
    fn allowed(&self, namespace: Option<&str>, name: &str) -> Option<&'static str> {
        let name = names::element(name).filter(|_| self.is_namespace(namespace, SVG))?;
        let fits = match self.open.last() {
            Some(parent) => !names::holds_text_only(parent),
            None => name == "svg" && self.out.is_empty(),
        };
        fits.then_some(name)
    }

    fn attributes(&mut self, tag: &BytesStart<'_>, reader: &NsReader<&[u8]>) -> Result<(), PictureError> {
        let mut seen = BTreeSet::new();
        for attribute in tag.attributes().with_checks(false) {
            let attribute = attribute.map_err(malformed)?;
            let Some(name) = self.attribute_name(&attribute, reader) else {
                continue;
            };
            let value = self.value(&attribute)?;
            if let Some(value) = clean_value(&name, &value)
                && seen.insert(name.clone())
            {
                self.put(&name, &value);
            }
        }
        Ok(())
    }

    /// The name as it is written: plain, or one of the three with a prefix that mean something.
    fn attribute_name(&self, attribute: &Attribute<'_>, reader: &NsReader<&[u8]>) -> Option<String> {
        let (namespace, local) = reader.resolver().resolve_attribute(attribute.key);
        let local = local.as_ref();
        match (namespace, attribute.key.as_ref()) {
            (_, name @ ("xml:space" | "xml:lang")) => Some(name.to_owned()),
            (ResolveResult::Unbound, name) => names::attribute(name).then(|| name.to_owned()),
            (ResolveResult::Bound(uri), _) if local == "href" && self.is_namespace(Some(uri.as_ref()), XLINK) => {
                Some("xlink:href".to_owned())
            }
            _ => None,
        }
    }

    fn value(&self, attribute: &Attribute<'_>) -> Result<String, PictureError> {
        let resolved = attribute.normalized_value_with(XmlVersion::Implicit1_0, 1, |name| self.entities.resolve(name));
        Ok(legal(&resolved.map_err(malformed)?).replace(|c: char| c.is_control(), " "))
    }

    fn put(&mut self, name: &str, value: &str) {
        self.out.extend([" ", name, "=\"", &escape(value), "\""]);
    }

    fn close_tag(&mut self) {
        if std::mem::take(&mut self.unclosed) {
            self.out.push('>');
        }
    }

    fn end(&mut self) {
        if self.dropped > 0 {
            self.dropped -= 1;
            return;
        }
        let Some(name) = self.open.pop() else { return };
        if name == "style" {
            let sheet = css::clean(&std::mem::take(&mut self.style));
            self.put_text(&sheet);
        }
        if std::mem::take(&mut self.unclosed) {
            self.out.push_str("/>");
        } else {
            self.out.extend(["</", name, ">"]);
        }
    }

    fn text(&mut self, text: &str) {
        match self.open.last() {
            Some(&"style") if self.dropped == 0 => self.style.push_str(&legal(text)),
            Some(_) if self.dropped == 0 => self.put_text(&legal(text)),
            _ => {}
        }
    }

    fn put_text(&mut self, text: &str) {
        if !text.is_empty() {
            self.close_tag();
            self.out.push_str(&partial_escape(text));
        }
    }

    fn entity(&mut self, name: &BytesRef<'_>) -> Result<(), PictureError> {
        let text = match name.resolve_char_ref().map_err(malformed)? {
            Some(character) => character.to_string(),
            None => {
                self.entities.resolve(name).ok_or_else(|| malformed(format!("&{}; is not declared", &**name)))?.to_owned()
            }
        };
        self.text(&text);
        Ok(())
    }
}

/// The value as it may be published; `None` drops the attribute.
fn clean_value<'a>(name: &str, value: &'a str) -> Option<Cow<'a, str>> {
    match name {
        "href" | "xlink:href" => css::reference(value),
        _ if names::is_plain_text(name) => Some(Cow::Borrowed(value)),
        "style" => Some(Cow::Owned(css::clean(value))),
        _ if value.contains(['(', '\\', ':', '@']) => Some(Cow::Owned(css::clean(value))),
        _ => Some(Cow::Borrowed(value)),
    }
}

/// The text without characters that XML 1.0 does not allow, and with one kind of line break. Done before cleaning,
/// so that nothing cleaned as two words becomes one.
fn legal(text: &str) -> String {
    let illegal = |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    text.replace('\r', "\n").replace(illegal, "")
}

fn malformed(error: impl Display) -> PictureError {
    PictureError::Corrupt(format!("the SVG is not well-formed: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::fixtures;
    use proptest::prelude::*;

    const HEAD: &str = r#"<svg xmlns="http://www.w3.org/2000/svg""#;

    fn cleaned(inner: &str) -> String {
        let all = clean(&format!("{HEAD} viewBox=\"0 0 1 1\">{inner}</svg>")).unwrap();
        let start = all.find('>').unwrap() + 1;
        all[start..].strip_suffix("</svg>").unwrap_or_default().to_owned()
    }

    #[test]
    fn a_clean_picture_stays_as_it_is() {
        let picture = format!(
            "{HEAD} viewBox=\"0 0 9 9\" role=\"img\"><title>Chùa &amp; hồ</title><style>a &gt; b{{fill:#fff}}</style>\
             <g id=\"a\" transform=\"translate(1 2)\"><path d=\"M0 0h9\" fill=\"url(#b)\"/></g><use href=\"#a\"/></svg>"
        );
        assert_eq!(clean(&picture).unwrap(), picture);
    }

    #[test]
    fn what_acts_is_dropped_with_its_content() {
        assert_eq!(cleaned("<script>alert(1)</script><g onload='x()' ONCLICK='y()' id='a'/>"), "<g id=\"a\"/>");
        assert_eq!(cleaned("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>"), "");
        assert_eq!(cleaned("<a href='javascript:alert(1)'><set attributeName='onclick' to='x'/>x</a>"), "<a>x</a>");
        assert_eq!(cleaned("<h:script xmlns:h='http://www.w3.org/1999/xhtml'/><g xmlns='x:y'><rect/></g>"), "");
        assert_eq!(cleaned("<title>a<path/>b</title>"), "<title>ab</title>");
    }

    #[test]
    fn what_fetches_is_dropped() {
        assert_eq!(cleaned("<use href='//a.example/b.svg#c'/><image href='photo.jpg'/>"), "<use/><image/>");
        assert_eq!(
            cleaned("<rect fill='url(http://a.example)' style='fill:url(x)'/>"),
            "<rect fill=\"none\" style=\"fill:none\"/>"
        );
        assert_eq!(cleaned("<style><![CDATA[@import 'x.css';a>b{}]]></style>"), "<style>_ 'x.css';a&gt;b{}</style>");
        assert_eq!(cleaned("<style>a{fill:u&#1;rl(x)}</style>"), "<style>a{fill:none}</style>");
        assert_eq!(cleaned("<rect fill='u&#x5c;72l(x)' xml:base='http://a.example/'/>"), "<rect fill=\"u72l(x)\"/>");
    }

    #[test]
    fn what_only_describes_is_dropped() {
        let noise = "<?xml-stylesheet href='x'?><!-- Nguyen Van A --><metadata>x</metadata>\
            <i:x xmlns:i='http://www.inkscape.org/namespaces/inkscape'/><g data-name='C:/Users/a' id='b'/>";
        assert_eq!(cleaned(noise), "<g id=\"b\"/>");
    }

    #[test]
    fn prefixes_and_entities_of_drawing_programs_are_resolved() {
        let picture = "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY ns_svg \"http://www.w3.org/2000/svg\">\
            <!ENTITY x \"http://www.w3.org/1999/xlink\">]>\
            <s:svg xmlns:s='&ns_svg;' xmlns:l='&x;' viewBox='0 0 1 1'><s:use l:href='#a'/></s:svg>";
        let expected = format!("{HEAD} xmlns:xlink=\"{XLINK}\" viewBox=\"0 0 1 1\"><use xlink:href=\"#a\"/></svg>");
        assert_eq!(clean(picture).unwrap(), expected);
        assert_eq!(clean(&expected).unwrap(), expected);
    }

    #[test]
    fn an_entity_bomb_is_refused() {
        let bomb = "<!DOCTYPE svg [<!ENTITY a 'x'><!ENTITY b '&a;&a;'>]><svg><text>&b;</text></svg>";
        assert!(matches!(clean(bomb), Err(PictureError::Corrupt(_))));
    }

    #[test]
    fn damage_is_told_from_a_file_cut_off() {
        let whole = format!("{HEAD}><g><path d=\"M0 0\"/></g></svg>");
        for cut in [whole.len() - 1, whole.len() - 7, whole.len() - 20] {
            assert_eq!(clean(&whole[..cut]), Err(PictureError::Truncated), "{}", &whole[..cut]);
        }
        assert!(matches!(clean("<svg><g></svg>"), Err(PictureError::Corrupt(_))));
        assert!(matches!(clean(&"<svg>".repeat(1000)), Err(PictureError::Corrupt(_))));
    }

    proptest! {
        #[test]
        fn cleaning_is_stable(parts in prop::collection::vec(prop::sample::select(fixtures::SVG_PARTS.to_vec()), 0..16)) {
            if let Ok(once) = clean(&format!("<svg>{}</svg>", parts.concat())) {
                prop_assert_eq!(&clean(&once).unwrap(), &once);
                for word in ["<script", "onload", "a.example", "SECRET"] {
                    prop_assert!(!once.contains(word), "{}", once);
                }
            }
        }
    }
}
