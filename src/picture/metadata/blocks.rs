//! Finds the blocks of metadata in a file of any format: EXIF, XMP, IPTC-IIM, a colour profile, plain texts.
//!
//! Damage ends the search and is no error: what was found up to there is what the file says.

use std::borrow::Cow;

use super::embed::XMP_NAME;
use super::{avif, iim, text_chunks};
use crate::picture::bytes::{array, slice, u16_be, u32_be, u32_le};
use crate::picture::exif;

/// How many blocks of a kind are looked at.
const MAX_BLOCKS: usize = 16;
/// The longest profile that is put together from segments, in bytes.
const MAX_PROFILE: usize = 8 << 20;

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Blocks<'a> {
    /// TIFF structures, without a prefix.
    pub(super) exif: Vec<Cow<'a, [u8]>>,
    /// XMP packets.
    pub(super) xmp: Vec<Cow<'a, [u8]>>,
    /// IPTC-IIM records.
    pub(super) iptc: Vec<Cow<'a, [u8]>>,
    /// ICC profiles.
    pub(super) profile: Option<Cow<'a, [u8]>>,
    /// PNG's texts by keyword.
    pub(super) texts: Vec<(String, String)>,
    /// Another picture is in the file, or behind it.
    pub(super) preview: bool,
}

/// The blocks of a JPEG, PNG, WebP, TIFF, GIF, AVIF or HEIC file; nothing for other bytes.
pub(super) fn blocks(bytes: &[u8]) -> Blocks<'_> {
    let mut found = Blocks::default();
    match bytes {
        [0xFF, 0xD8, ..] => jpeg(bytes, &mut found),
        [0x89, b'P', b'N', b'G', ..] => text_chunks::png(bytes, &mut found),
        [b'R', b'I', b'F', b'F', ..] => webp(bytes, &mut found),
        [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => found.exif.push(Cow::Borrowed(bytes)),
        [b'G', b'I', b'F', b'8', ..] => gif(bytes, &mut found),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => iso(bytes, &mut found),
        _ => {}
    }
    for list in [&mut found.exif, &mut found.xmp, &mut found.iptc] {
        list.truncate(MAX_BLOCKS);
    }
    found
}

fn jpeg<'a>(bytes: &'a [u8], found: &mut Blocks<'a>) {
    let mut photoshop = Vec::new();
    let mut profile: Vec<(u8, &[u8])> = Vec::new();
    let mut at = 2;
    while let Some([0xFF, marker]) = array::<2>(bytes, at) {
        match marker {
            0xFF => at += 1,
            0x01 | 0xD0..=0xD8 => at += 2,
            0xD9 => break,
            marker => {
                let Some(body) = segment(bytes, at) else { break };
                match (marker, body) {
                    (0xE0, [b'J', b'F', b'I', b'F', 0, _, _, _, _, _, _, _, x, y, ..]) => found.preview |= *x > 0 && *y > 0,
                    (0xE0, [b'J', b'F', b'X', b'X', ..]) | (0xE2, [b'M', b'P', b'F', 0, ..]) => found.preview = true,
                    (0xE1, _) => app1(body, found),
                    (0xE2, _) => profile
                        .extend(body.strip_prefix(b"ICC_PROFILE\0").and_then(|rest| Some((*rest.first()?, rest.get(2..)?)))),
                    (0xED, _) => photoshop.extend(body.strip_prefix(iim::PHOTOSHOP).unwrap_or_default()),
                    _ => {}
                }
                at += 4 + body.len();
                if marker == 0xDA {
                    break;
                }
            }
        }
    }
    // The start of another picture cannot occur in coded data.
    found.preview |= bytes.get(at..).unwrap_or_default().windows(3).any(|window| window == [0xFF, 0xD8, 0xFF]);
    found.iptc.extend(iim::resource(&photoshop).map(|records| Cow::Owned(records.to_vec())));
    profile.sort_by_key(|(index, _)| *index);
    if profile.iter().map(|(_, part)| part.len()).sum::<usize>() <= MAX_PROFILE && !profile.is_empty() {
        found.profile = Some(profile.iter().flat_map(|(_, part)| part.iter().copied()).collect::<Vec<u8>>().into());
    }
}

fn segment(bytes: &[u8], at: usize) -> Option<&[u8]> {
    let len = usize::from(u16_be(bytes, at + 2)?).checked_sub(2)?;
    slice(bytes, at + 4, len).ok()
}

fn app1<'a>(body: &'a [u8], found: &mut Blocks<'a>) {
    if let Some(block) = body.strip_prefix(exif::PREFIX) {
        found.exif.push(Cow::Borrowed(block));
    } else if let Some(packet) = body.strip_prefix(XMP_NAME) {
        found.xmp.push(Cow::Borrowed(packet));
    } else if body.starts_with(b"http://ns.adobe.com/xmp/extension/\0") {
        // What did not fit the main packet. It is no packet of its own, but it may hold a secret.
        found.xmp.push(Cow::Borrowed(body));
    }
}

fn webp<'a>(bytes: &'a [u8], found: &mut Blocks<'a>) {
    let mut at = 12;
    while let Some(len) = u32_le(bytes, at + 4) {
        let Ok(data) = slice(bytes, at + 8, len as usize) else { break };
        match array::<4>(bytes, at).as_ref() {
            Some(b"EXIF") => found.exif.push(Cow::Borrowed(data.strip_prefix(exif::PREFIX).unwrap_or(data))),
            Some(b"XMP ") => found.xmp.push(Cow::Borrowed(data)),
            Some(b"ICCP") => found.profile = Some(Cow::Borrowed(data)),
            _ => {}
        }
        at += 8 + data.len().next_multiple_of(2);
    }
}

/// XMP lies in a GIF as plain text, followed by a trailer that leads readers out of it.
fn gif<'a>(bytes: &'a [u8], found: &mut Blocks<'a>) {
    let Some(start) = position(bytes, b"XMP DataXMP") else { return };
    let rest = bytes.get(start + 11..).unwrap_or_default();
    let end = position(rest, b"\x01\xFF\xFE").unwrap_or(rest.len());
    found.xmp.push(Cow::Borrowed(&rest[..end]));
}

fn position(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}

/// An item with EXIF begins with the distance to its TIFF structure.
fn iso(bytes: &[u8], found: &mut Blocks<'_>) {
    let Some([exif, xmp]) = avif::metadata(bytes) else { return };
    for item in exif {
        let start = u32_be(&item, 0).and_then(|start| (start as usize).checked_add(4));
        found.exif.extend(start.and_then(|start| item.get(start..)).map(|block| Cow::Owned(block.to_vec())));
    }
    found.xmp.extend(xmp.into_iter().map(Cow::Owned));
}
