//! Reads XMP packets (ISO 16684-1) as far as rights and texts go: a list of leaves, whatever form RDF was written in.

use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::{NsReader, XmlVersion, escape::resolve_xml_entity};

use super::letters;

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

pub(super) const DC: &str = "http://purl.org/dc/elements/1.1/";
pub(super) const PHOTOSHOP: &str = "http://ns.adobe.com/photoshop/1.0/";
pub(super) const XMP_RIGHTS: &str = "http://ns.adobe.com/xap/1.0/rights/";
pub(super) const CC: &str = "http://creativecommons.org/ns#";
pub(super) const IPTC_CORE: &str = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
pub(super) const IPTC_EXT: &str = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
pub(super) const EXIF: &str = "http://ns.adobe.com/exif/1.0/";
pub(super) const XMP: &str = "http://ns.adobe.com/xap/1.0/";

/// A longer packet is not read, in bytes.
const MAX_LEN: usize = 4 << 20;
/// Deeper nesting ends the reading.
const MAX_DEPTH: usize = 32;
/// More texts end the reading.
const MAX_LEAVES: usize = 4096;

/// A text of a packet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Leaf {
    /// Namespace and name of the property.
    pub(super) property: (String, String),
    /// The name of the field inside it; the property's own where it has none.
    pub(super) field: String,
    /// The language: `x-default`, a tag, or empty.
    pub(super) lang: String,
    pub(super) text: String,
}

/// The texts of a packet.
#[derive(Debug, Default)]
pub(super) struct Packet {
    leaves: Vec<Leaf>,
}

impl Packet {
    /// The leaves of a property.
    pub(super) fn all<'a>(&'a self, namespace: &'a str, name: &'a str) -> impl Iterator<Item = &'a Leaf> {
        self.leaves.iter().filter(move |leaf| leaf.property.0 == namespace && leaf.property.1 == name)
    }

    /// A property's text: the default one, else the first.
    pub(super) fn text(&self, namespace: &str, name: &str) -> String {
        let default = self.all(namespace, name).find(|leaf| leaf.lang == "x-default");
        default.or_else(|| self.all(namespace, name).next()).map(|leaf| leaf.text.clone()).unwrap_or_default()
    }

    /// A property's texts by language. The default one is left out where a language says the same.
    pub(super) fn texts(&self, namespace: &str, name: &str) -> Vec<(String, String)> {
        let all: Vec<&Leaf> = self.all(namespace, name).collect();
        let said = |leaf: &Leaf| all.iter().any(|other| other.lang != leaf.lang && other.text == leaf.text);
        let kept = all.iter().filter(|leaf| !(matches!(leaf.lang.as_str(), "" | "x-default") && said(leaf)));
        kept.map(|leaf| (leaf.lang.clone(), leaf.text.clone())).collect()
    }
}

/// Reads a packet up to its end or the first damage.
pub(super) fn read(packet: &[u8]) -> Packet {
    let text = String::from_utf8_lossy(packet.get(..MAX_LEN.min(packet.len())).unwrap_or_default());
    let start = text.find("<x:xmpmeta").or_else(|| text.find("<rdf:RDF")).or_else(|| text.find('<')).unwrap_or(0);
    let mut reader = NsReader::from_str(text.get(start..).unwrap_or_default());
    reader.config_mut().check_end_names = false;
    let mut walk = Walk::default();
    while walk.open.len() < MAX_DEPTH && walk.packet.leaves.len() < MAX_LEAVES {
        let Ok((namespace, event)) = reader.read_resolved_event() else { break };
        let namespace = uri(&namespace);
        match event {
            Event::Eof => break,
            Event::Start(tag) => walk.start(namespace, &tag, &reader),
            Event::Empty(tag) => {
                walk.start(namespace, &tag, &reader);
                walk.end();
            }
            Event::End(_) => walk.end(),
            Event::Text(text) => walk.text.push_str(&text.xml10_content()),
            Event::CData(text) => walk.text.push_str(&text.xml10_content()),
            Event::GeneralRef(name) => match name.resolve_char_ref() {
                Ok(Some(letter)) => walk.text.push(letter),
                _ => walk.text.push_str(resolve_xml_entity(&name).unwrap_or_default()),
            },
            _ => {}
        }
    }
    walk.packet
}

fn uri(found: &ResolveResult<'_>) -> String {
    match found {
        ResolveResult::Bound(namespace) => namespace.as_ref().to_owned(),
        _ => String::new(),
    }
}

/// An element that is open.
struct Open {
    namespace: String,
    name: String,
    lang: Option<String>,
}

#[derive(Default)]
struct Walk {
    open: Vec<Open>,
    text: String,
    packet: Packet,
}

impl Walk {
    fn start(&mut self, namespace: String, tag: &BytesStart<'_>, reader: &NsReader<&[u8]>) {
        self.text.clear();
        let name = tag.local_name().as_ref().to_owned();
        self.open.push(Open { namespace, name, lang: None });
        for attribute in tag.attributes().with_checks(false).take(256) {
            let Ok(attribute) = attribute else { break };
            let (namespace, local) = reader.resolver().resolve_attribute(attribute.key);
            let (namespace, local) = (uri(&namespace), local.as_ref().to_owned());
            let value = attribute.normalized_value_with(XmlVersion::Implicit1_0, 1, resolve_xml_entity);
            let Ok(value) = value else { continue };
            match (namespace.as_str(), local.as_str()) {
                (XML, "lang") => {
                    self.open.iter_mut().last().into_iter().for_each(|open| open.lang = Some(value.to_string()))
                }
                (RDF, "resource") => self.leaf(None, &value),
                (RDF | XML | "" | "http://www.w3.org/2000/xmlns/", _) => {}
                _ => self.leaf(Some((namespace, local)), &value),
            }
        }
    }

    fn end(&mut self) {
        let text = std::mem::take(&mut self.text);
        self.leaf(None, &text);
        self.open.pop();
    }

    /// Notes a text: of the open element, or of an attribute of it.
    fn leaf(&mut self, attribute: Option<(String, String)>, text: &str) {
        let text = letters::tidy(text);
        let Some(root) = self.open.iter().position(|open| open.namespace == RDF && open.name == "RDF") else { return };
        // The element below the root is a description, the one below that a property.
        let path = self.open.get(root + 2..).unwrap_or_default();
        let inner = path.iter().rev().find(|open| open.namespace != RDF);
        let field = attribute.clone().map(|(_, name)| name).or_else(|| Some(inner?.name.clone()));
        let property = path.first().map(|open| (open.namespace.clone(), open.name.clone())).or(attribute);
        let lang = path.iter().rev().find_map(|open| open.lang.clone()).unwrap_or_default();
        if let (Some(property), Some(field), false) = (property, field, text.is_empty()) {
            self.packet.leaves.push(Leaf { property, field, lang, text });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packet(inner: &str) -> Packet {
        let open = "<?xpacket begin='\u{FEFF}' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>\
             <r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:dc='http://purl.org/dc/elements/1.1/' \
             xmlns:e='http://iptc.org/std/Iptc4xmpExt/2008-02-29/' xmlns:p='http://ns.adobe.com/photoshop/1.0/' \
             xmlns:cc='http://creativecommons.org/ns#'>";
        read(format!("{open}{inner}</r:RDF></x:xmpmeta>   <?xpacket end='w'?>").as_bytes())
    }

    #[test]
    fn reads_lists_languages_and_the_form_with_attributes() {
        let found = packet(
            "<r:Description p:Credit='Sở &amp; VHTTDL'><dc:creator><r:Seq><r:li>Lò &#86;ăn</r:li><r:li><![CDATA[B]]></r:li></r:Seq>\
             </dc:creator><dc:rights><r:Alt><r:li xml:lang='vi'>v</r:li><r:li xml:lang='x-default'>d</r:li></r:Alt></dc:rights>\
             </r:Description><r:Description><p:City> Mường Lay\n</p:City><cc:license r:resource='https://a.example/'/></r:Description>",
        );
        assert_eq!(found.text(PHOTOSHOP, "Credit"), "Sở & VHTTDL");
        let creators: Vec<&str> = found.all(DC, "creator").map(|leaf| leaf.text.as_str()).collect();
        assert_eq!(creators, ["Lò Văn", "B"]);
        assert_eq!(found.text(DC, "rights"), "d");
        assert_eq!(found.texts(DC, "rights").len(), 2);
        assert_eq!(
            (found.text(PHOTOSHOP, "City"), found.text(CC, "license")),
            ("Mường Lay".into(), "https://a.example/".into())
        );
    }

    #[test]
    fn fields_of_structures_have_their_own_names() {
        let found = packet(
            "<r:Description><e:LocationShown><r:Bag><r:li e:City='Điện Biên Phủ'/><r:li r:parseType='Resource'>\
             <e:LocationName><r:Alt><r:li xml:lang='en'>A1 Hill</r:li></r:Alt></e:LocationName></r:li></r:Bag></e:LocationShown></r:Description>",
        );
        let fields: Vec<_> =
            found.all(IPTC_EXT, "LocationShown").map(|leaf| (leaf.field.as_str(), leaf.text.as_str())).collect();
        assert_eq!(fields, [("City", "Điện Biên Phủ"), ("LocationName", "A1 Hill")]);
    }

    #[test]
    fn a_default_text_that_a_language_repeats_is_said_once() {
        let alts = |inner: &str| {
            packet(&format!("<r:Description><dc:description><r:Alt>{inner}</r:Alt></dc:description></r:Description>"))
        };
        let twice = alts("<r:li xml:lang='x-default'>a</r:li><r:li xml:lang='vi'>a</r:li>");
        assert_eq!(twice.texts(DC, "description"), [("vi".to_owned(), "a".to_owned())]);
        let alone = alts("<r:li xml:lang='x-default'>a</r:li>");
        assert_eq!(alone.texts(DC, "description"), [("x-default".to_owned(), "a".to_owned())]);
    }

    #[test]
    fn damage_ends_the_reading_and_keeps_what_was_read() {
        let whole = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>\
                     <rdf:Description xmlns:p='http://ns.adobe.com/photoshop/1.0/' p:Credit='a'><p:City>b</p:City";
        assert_eq!(read(whole.as_bytes()).text(PHOTOSHOP, "Credit"), "a");
        let deep = format!("<rdf:RDF xmlns:rdf='{RDF}'>{}", "<rdf:li>".repeat(1_000_000));
        assert!(read(deep.as_bytes()).leaves.is_empty());
        assert!(read(b"\xFF\xFE\0").leaves.is_empty());
    }
}
