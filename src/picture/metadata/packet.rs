//! Writes rights as an XMP packet (ISO 16684-1; IPTC Photo Metadata Standard 2023.2).
//!
//! The packet is as short as readers allow: no wrapper, no padding, only what is set, plain texts as attributes.

use std::fmt::Write;

use super::Rights;

/// Where IPTC's short names of digital source types lead.
pub(super) const SOURCE_TYPES: &str = "http://cv.iptc.org/newscodes/digitalsourcetype/";

/// Namespaces by prefix; those that a packet uses are declared in it.
const NAMESPACES: [(&str, &str); 7] = [
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("photoshop", "http://ns.adobe.com/photoshop/1.0/"),
    ("xmpRights", "http://ns.adobe.com/xap/1.0/rights/"),
    ("plus", "http://ns.useplus.org/ldf/xmp/1.0/"),
    ("Iptc4xmpCore", "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"),
    ("Iptc4xmpExt", "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"),
    ("xml", ""),
];

/// Licences that give up all rights.
const PUBLIC_DOMAIN: [&str; 4] = ["CC0-1.0", "PDM-1.0", "CC-PDM-1.0", "public-domain"];

/// The packet, or none where there is nothing to say.
pub(super) fn packet(rights: &Rights) -> Option<String> {
    if rights.is_empty() {
        return None;
    }
    let (attributes, elements) = (attributes(rights), elements(rights));
    let mut out = String::with_capacity(400 + attributes.len() + elements.len());
    out.push_str(r#"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">"#);
    out.push_str(r#"<rdf:Description rdf:about="""#);
    for (prefix, uri) in NAMESPACES {
        let used = [" ", "<"].iter().any(|before| {
            let name = format!("{before}{prefix}:");
            attributes.contains(&name) || elements.contains(&name)
        });
        if used && !uri.is_empty() {
            let _ = write!(out, r#" xmlns:{prefix}="{uri}""#);
        }
    }
    out.push_str(&attributes);
    if elements.is_empty() {
        out.push_str("/>");
    } else {
        out.extend([">", &elements, "</rdf:Description>"]);
    }
    out.push_str("</rdf:RDF></x:xmpmeta>");
    Some(out)
}

/// The properties that are one plain text.
fn attributes(rights: &Rights) -> String {
    let mut out = String::new();
    let mut put = |name: &str, text: &str| {
        let text = text.trim();
        if !text.is_empty() {
            let _ = write!(out, r#" {name}="{}""#, escaped(text));
        }
    };
    put("photoshop:Credit", &rights.credit);
    put("xmpRights:Marked", marked(rights));
    put("xmpRights:WebStatement", &rights.web_statement);
    put("Iptc4xmpExt:DigitalSourceType", &source_type(&rights.digital_source_type));
    out
}

/// Whether rights are reserved; no answer where nothing is known about them.
fn marked(rights: &Rights) -> &'static str {
    let claims = [&rights.rights, &rights.web_statement, &rights.licence, &rights.creator];
    match rights.licence.trim() {
        licence if PUBLIC_DOMAIN.contains(&licence) => "False",
        _ if claims.iter().any(|text| !text.trim().is_empty()) => "True",
        _ => "",
    }
}

/// The IRI of a digital source type.
fn source_type(name: &str) -> String {
    match name.trim() {
        "" => String::new(),
        iri if iri.contains(':') => iri.to_owned(),
        short => format!("{SOURCE_TYPES}{short}"),
    }
}

/// The properties that are lists, texts by language, or structures.
fn elements(rights: &Rights) -> String {
    let mut out = String::new();
    let names: Vec<&str> = rights.creator.split(';').map(str::trim).filter(|name| !name.is_empty()).collect();
    if !names.is_empty() {
        out.push_str("<dc:creator><rdf:Seq>");
        for name in names {
            let _ = write!(out, "<rdf:li>{}</rdf:li>", escaped(name));
        }
        out.push_str("</rdf:Seq></dc:creator>");
    }
    put_alternatives(&mut out, "dc:rights", &any_language(&rights.rights));
    put_alternatives(&mut out, "dc:description", &rights.captions);
    put_alternatives(&mut out, "xmpRights:UsageTerms", &any_language(&rights.licence));
    put_alternatives(&mut out, "Iptc4xmpCore:AltTextAccessibility", &rights.alts);
    if !rights.licensor_url.trim().is_empty() {
        let url = escaped(rights.licensor_url.trim());
        let _ = write!(out, r#"<plus:Licensor><rdf:Seq><rdf:li plus:LicensorURL="{url}"/></rdf:Seq></plus:Licensor>"#);
    }
    if !rights.place.trim().is_empty() {
        out.push_str(r#"<Iptc4xmpExt:LocationShown><rdf:Bag><rdf:li rdf:parseType="Resource">"#);
        put_alternatives(&mut out, "Iptc4xmpExt:LocationName", &any_language(&rights.place));
        out.push_str("</rdf:li></rdf:Bag></Iptc4xmpExt:LocationShown>");
    }
    out
}

fn any_language(text: &str) -> Vec<(String, String)> {
    vec![(String::new(), text.to_owned())]
}

/// Texts by language. The first is also the default one, as ISO 16684-1 (8.2.2.4) wants it; `*` and no tag are only that.
fn put_alternatives(out: &mut String, name: &str, texts: &[(String, String)]) {
    let mut texts =
        texts.iter().map(|(lang, text)| (lang.trim(), text.trim())).filter(|(_, text)| !text.is_empty()).peekable();
    let Some(&(_, default)) = texts.peek() else { return };
    let _ = write!(out, r#"<{name}><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li>"#, escaped(default));
    for (lang, text) in texts.filter(|(lang, _)| !matches!(*lang, "" | "*")) {
        let _ = write!(out, r#"<rdf:li xml:lang="{}">{}</rdf:li>"#, escaped(lang), escaped(text));
    }
    let _ = write!(out, "</rdf:Alt></{name}>");
}

/// The text as XML 1.0 allows it, in attributes and between tags.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push(' '),
            '\u{FFFE}' | '\u{FFFF}' => {}
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_only_what_is_set() {
        assert_eq!(packet(&Rights::default()), None);
        let credit = Rights { credit: "Sở VHTTDL".to_owned(), ..Rights::default() };
        let expected = r#"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="Sở VHTTDL"/></rdf:RDF></x:xmpmeta>"#;
        assert_eq!(packet(&credit).as_deref(), Some(expected));
    }

    #[test]
    fn the_first_language_is_also_the_default_one() {
        let alts = vec![("vi".to_owned(), "Múa xòe".to_owned()), ("en".to_owned(), "Xòe \"dance\" <1>".to_owned())];
        let packet = packet(&Rights { alts, ..Rights::default() }).unwrap();
        let expected = "<rdf:Alt><rdf:li xml:lang=\"x-default\">Múa xòe</rdf:li><rdf:li xml:lang=\"vi\">Múa xòe</rdf:li>\
                        <rdf:li xml:lang=\"en\">Xòe &quot;dance&quot; &lt;1&gt;</rdf:li></rdf:Alt>";
        assert!(packet.contains(expected), "{packet}");
    }

    #[test]
    fn the_public_domain_is_not_marked_as_reserved() {
        let of = |licence: &str| packet(&Rights { licence: licence.to_owned(), ..Rights::default() }).unwrap();
        assert!(of("CC0-1.0").contains(r#"xmpRights:Marked="False""#));
        assert!(of("CC-BY-4.0").contains(r#"xmpRights:Marked="True""#));
    }

    #[test]
    fn a_source_type_is_an_iri() {
        assert_eq!(source_type("digitalCapture"), "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture");
        assert_eq!(source_type("https://a.example/x"), "https://a.example/x");
    }

    #[test]
    fn control_characters_do_not_break_the_packet() {
        assert_eq!(escaped("a\0b\u{1b}&\tc\nd\u{FFFF}"), "ab&amp; c&#10;d");
    }
}
