//! What a picture says about itself, from all its blocks of metadata together.

use jiff::civil::Date;

use super::blocks::{Blocks, blocks};
use super::xmp::{CC, DC, EXIF, IPTC_CORE, IPTC_EXT, PHOTOSHOP, Packet, XMP, XMP_RIGHTS};
use super::{icc, iim, letters, licence, packet, tags, xmp};
use crate::picture::Orientation;
use crate::picture::bytes::xmp_has_gps;

/// What was found in a picture. Texts are NFC without control characters and may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(clippy::struct_excessive_bools, reason = "independent facts")]
pub struct Embedded {
    /// Who made it; several names are separated by `; `.
    pub creator: String,
    /// The line that has to stand beside it.
    pub credit: String,
    /// The copyright notice.
    pub rights: String,
    /// The caption for readers of any language; what a camera writes by itself is left out.
    pub caption: String,
    /// Address of the licence.
    pub web_statement: String,
    /// Id of the licence as its address or terms suggest it, such as `CC-BY-4.0`: to be proposed, not to be relied on.
    pub licence: String,
    /// Captions by language (`x-default`, a BCP 47 tag, or empty).
    pub captions: Vec<(String, String)>,
    /// Text alternatives by language, likewise.
    pub alts: Vec<(String, String)>,
    /// How the picture came about: IPTC's short name, or an IRI of another list.
    pub digital_source_type: String,
    /// Name of the place that is shown.
    pub place: String,
    /// The day it was taken.
    pub taken: Option<Date>,
    /// It states where the photographer stood.
    pub gps: bool,
    /// It states a camera's or a lens' serial number.
    pub serials: bool,
    /// It holds a preview.
    pub thumbnail: bool,
    /// How the stored pixels have to be turned.
    pub orientation: Orientation,
    /// Name of the colour profile.
    pub profile_name: Option<String>,
}

impl Embedded {
    /// The line to propose as the credit: the one that is asked for, else the creator, else the copyright notice.
    #[must_use]
    pub fn proposed_credit(&self) -> &str {
        [&self.credit, &self.creator, &self.rights].into_iter().find(|text| !text.is_empty()).map_or("", String::as_str)
    }
}

/// Reads the metadata of a JPEG, PNG, WebP, TIFF, GIF, AVIF or HEIC file. XMP is believed before IPTC-IIM, that before EXIF,
/// that before PNG's plain texts (Metadata Working Group, guidelines 2.0, turned to the newer standard first).
///
/// Nothing is an error: what cannot be read says nothing.
#[must_use]
pub fn read(bytes: &[u8]) -> Embedded {
    let mut blocks = blocks(bytes);
    let tags: Vec<tags::Tags> = blocks.exif.iter().map(|block| tags::read(block)).collect();
    for tags in &tags {
        blocks.xmp.extend(tags.xmp.clone().map(Into::into));
        let resource = tags.photoshop.as_deref().and_then(iim::resource).map(<[u8]>::to_vec);
        blocks.iptc.extend(resource.or_else(|| tags.iptc.clone()).map(Into::into));
    }
    let mut found = Embedded::default();
    for packet in &blocks.xmp {
        found.gps |= xmp_has_gps(packet);
        found.serials |= super::secrets::names_serial(packet);
        add_xmp(&mut found, &xmp::read(packet));
    }
    for records in &blocks.iptc {
        add_iim(&mut found, iim::read(records));
    }
    for tags in &tags {
        add_tags(&mut found, tags);
    }
    add_texts(&mut found, &blocks.texts);
    let profile = tags.into_iter().find_map(|tags| tags.profile);
    found.profile_name = blocks.profile.as_deref().or(profile.as_deref()).and_then(icc::name);
    finish(found, &blocks)
}

/// Fills an empty text.
fn fill(text: &mut String, other: String) {
    if text.is_empty() {
        *text = other;
    }
}

fn add_xmp(found: &mut Embedded, packet: &Packet) {
    let creators: Vec<&str> = packet.all(DC, "creator").take(16).map(|leaf| leaf.text.as_str()).collect();
    fill(&mut found.creator, creators.join("; "));
    fill(&mut found.credit, packet.text(PHOTOSHOP, "Credit"));
    fill(&mut found.rights, packet.text(DC, "rights"));
    let statement = packet.text(XMP_RIGHTS, "WebStatement");
    fill(&mut found.web_statement, if statement.is_empty() { packet.text(CC, "license") } else { statement });
    let terms = [packet.text(CC, "license"), packet.text(XMP_RIGHTS, "UsageTerms")];
    fill(&mut found.licence, terms.iter().find_map(|text| licence::guess(text)).unwrap_or_default());
    fill(&mut found.caption, letters::meant(packet.text(DC, "description")));
    if found.captions.is_empty() && !found.caption.is_empty() {
        found.captions = packet.texts(DC, "description");
    }
    if found.alts.is_empty() {
        found.alts = packet.texts(IPTC_CORE, "AltTextAccessibility");
    }
    let source_type = packet.text(IPTC_EXT, "DigitalSourceType");
    let short = source_type.replacen("https://", "http://", 1).strip_prefix(packet::SOURCE_TYPES).map(str::to_owned);
    fill(&mut found.digital_source_type, short.unwrap_or(source_type));
    let mut shown = packet.all(IPTC_EXT, "LocationShown");
    let place = shown.find(|leaf| matches!(leaf.field.as_str(), "LocationName" | "Sublocation" | "City"));
    fill(&mut found.place, place.map(|leaf| leaf.text.clone()).unwrap_or_default());
    let dates = [(EXIF, "DateTimeOriginal"), (PHOTOSHOP, "DateCreated"), (XMP, "CreateDate")];
    found.taken = found.taken.or_else(|| dates.iter().find_map(|(space, name)| tags::date(&packet.text(space, name))));
    found.thumbnail |= packet.all(XMP, "Thumbnails").next().is_some();
}

fn add_iim(found: &mut Embedded, records: iim::Records) {
    fill(&mut found.creator, records.creator);
    fill(&mut found.credit, records.credit);
    fill(&mut found.rights, records.rights);
    fill(&mut found.caption, records.caption);
    found.taken = found.taken.or(records.taken);
}

fn add_tags(found: &mut Embedded, tags: &tags::Tags) {
    fill(&mut found.creator, letters::meant(tags.artist.clone()));
    fill(&mut found.rights, letters::meant(tags.copyright.clone()));
    fill(&mut found.caption, tags.description.clone());
    // EXIF's day is the camera's own and therefore believed first.
    found.taken = tags.taken.or(found.taken);
    found.gps |= tags.gps;
    found.serials |= tags.serials;
    found.thumbnail |= tags.thumbnail;
    found.orientation =
        if found.orientation == Orientation::Upright { tags.orientation.unwrap_or_default() } else { found.orientation };
}

fn add_texts(found: &mut Embedded, texts: &[(String, String)]) {
    for (keyword, text) in texts {
        match keyword.to_ascii_lowercase().as_str() {
            "author" | "artist" => fill(&mut found.creator, text.clone()),
            "copyright" => fill(&mut found.rights, text.clone()),
            "description" | "title" | "comment" => fill(&mut found.caption, letters::meant(text.clone())),
            _ => {}
        }
    }
}

fn finish(mut found: Embedded, blocks: &Blocks<'_>) -> Embedded {
    found.thumbnail |= blocks.preview;
    if found.captions.is_empty() && !found.caption.is_empty() {
        found.captions.push((String::new(), found.caption.clone()));
    }
    let hints = [&found.web_statement, &found.rights, &found.credit];
    let guessed = hints.iter().find_map(|text| licence::guess(text)).unwrap_or_default();
    fill(&mut found.licence, guessed);
    found
}
