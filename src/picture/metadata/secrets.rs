//! Looks for what must not be in a published file. Tests run it over all of them.

use super::blocks::blocks;
use super::{tags, xmp};
use crate::picture::bytes::{contains, xmp_has_gps};

/// Names of what must not be published and is in the file: `gps`, `serial`, `owner`, `thumbnail`, `maker-note`,
/// `location-created` (where the photographer stood, as a name). Each once, in that order; none for a clean file.
#[must_use]
pub fn secrets(bytes: &[u8]) -> Vec<&'static str> {
    let blocks = blocks(bytes);
    let tags: Vec<tags::Tags> = blocks.exif.iter().map(|block| tags::read(block)).collect();
    let inner = tags.iter().filter_map(|tags| tags.xmp.clone().map(Into::into));
    let packets: Vec<_> = blocks.xmp.iter().cloned().chain(inner).collect();
    let in_tags = |test: fn(&tags::Tags) -> bool| tags.iter().any(test);
    let in_xmp = |test: &dyn Fn(&[u8]) -> bool| packets.iter().any(|packet| test(packet));
    let raw = |name: &[u8]| contains(bytes, name);
    let found = [
        ("gps", in_tags(|tags| tags.gps) || in_xmp(&xmp_has_gps) || raw(b"GPSLatitude")),
        ("serial", in_tags(|tags| tags.serials) || in_xmp(&names_serial)),
        ("owner", in_tags(|tags| tags.owner) || in_xmp(&|packet| contains(packet, b"OwnerName"))),
        (
            "thumbnail",
            blocks.preview || in_tags(|tags| tags.thumbnail) || in_xmp(&|packet| contains(packet, b":Thumbnails")),
        ),
        ("maker-note", in_tags(|tags| tags.maker_note) || in_xmp(&|packet| contains(packet, b"MakerNote"))),
        ("location-created", in_xmp(&|packet| xmp::read(packet).all(xmp::IPTC_EXT, "LocationCreated").next().is_some())),
    ];
    found.into_iter().filter_map(|(name, there)| there.then_some(name)).collect()
}

/// Whether an XMP packet states a serial number.
pub(super) fn names_serial(packet: &[u8]) -> bool {
    contains(packet, b"SerialNumber")
}
