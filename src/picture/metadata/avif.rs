//! XMP in AVIF (AV1 Image File Format 1.1 on ISO/IEC 23008-12): an item of type `mime` that describes the primary item.

use super::boxes::{Box, boxes, put_box};
use super::items::{Places, items};
use crate::picture::PictureError;
use crate::picture::bytes::{u16_be, u32_be};

/// The media type of an item with XMP.
pub(super) const XMP_TYPE: &str = "application/rdf+xml";

/// Adds the packet: three tables of `meta` get an entry more, what lies behind `meta` moves, and the packet comes into a
/// box of its own at the end.
///
/// # Errors
/// `Truncated` or `Corrupt` for bytes that are no AVIF file, or one whose tables cannot hold another item.
pub(super) fn embed(bytes: &[u8], xmp: &[u8]) -> Result<Vec<u8>, PictureError> {
    let file = boxes(bytes)?;
    let ends_open = file.last().is_some_and(|last| bytes.get(last.at..last.at + 4) == Some(&[0; 4]));
    let [Box { kind: [b'f', b't', b'y', b'p'], .. }, ..] = file[..] else {
        return Err(PictureError::corrupt("not an AVIF"));
    };
    let meta = find(&file, *b"meta")?;
    if !places(&meta)?.lie_within(bytes.len() as u64) {
        return Err(PictureError::Truncated);
    }
    if ends_open {
        return Err(PictureError::corrupt("the AVIF's last box has no size"));
    }
    // The tables' lengths do not depend on the numbers in them, so the first writing says how far everything moves.
    let length = with_item(&meta, 0, 0, 0, xmp.len())?.len();
    let grown = (length - meta.whole.len()) as u64;
    let behind = (meta.at + meta.whole.len()) as u64;
    let offset = bytes.len() as u64 + grown + 8;
    let meta_box = with_item(&meta, behind, grown, offset, xmp.len())?;
    let mut out = Vec::with_capacity(bytes.len() + meta_box.len() + xmp.len());
    out.extend(&bytes[..meta.at]);
    out.extend(meta_box);
    out.extend(&bytes[meta.at + meta.whole.len()..]);
    put_box(&mut out, *b"mdat", xmp);
    Ok(out)
}

fn find<'a>(boxes: &[Box<'a>], kind: [u8; 4]) -> Result<Box<'a>, PictureError> {
    let found = boxes.iter().find(|found| found.kind == kind).copied();
    found.ok_or_else(|| PictureError::corrupt("the AVIF lacks a table"))
}

fn places(meta: &Box<'_>) -> Result<Places, PictureError> {
    let tables = boxes(meta.body.get(4..).ok_or(PictureError::Truncated)?)?;
    Places::read(find(&tables, *b"iloc")?.body)
}

/// The `meta` box with an item of `len` bytes at `offset`, and with all items behind `from` moved by `by`.
fn with_item(meta: &Box<'_>, from: u64, by: u64, offset: u64, len: usize) -> Result<Vec<u8>, PictureError> {
    let (flags, rest) = meta.body.split_at_checked(4).ok_or(PictureError::Truncated)?;
    let tables = boxes(rest)?;
    let primary = primary(find(&tables, *b"pitm")?.body)?;
    let mut places = Places::read(find(&tables, *b"iloc")?.body)?;
    let known = items(find(&tables, *b"iinf")?.body)?;
    let ids = places.items.iter().map(|place| place.id).chain(known.iter().map(|item| item.id));
    let id = ids.max().unwrap_or(0).checked_add(1).filter(|id| *id <= 0xFFFF);
    let id = id.ok_or_else(|| PictureError::corrupt("the AVIF has too many items"))?;
    places.shift(from, by);
    places.push(id, offset, len as u64);
    let mut body = flags.to_vec();
    for table in &tables {
        match &table.kind {
            b"iloc" => put_box(&mut body, *b"iloc", &places.write()?),
            b"iinf" => put_box(&mut body, *b"iinf", &with_entry(table.body, id)?),
            b"iref" => put_box(&mut body, *b"iref", &[table.body, &reference(table.body.first(), id, primary)].concat()),
            _ => body.extend(table.whole),
        }
    }
    if find(&tables, *b"iref").is_err() {
        put_box(&mut body, *b"iref", &[&[0; 4], &reference(None, id, primary)[..]].concat());
    }
    let mut out = Vec::new();
    put_box(&mut out, *b"meta", &body);
    Ok(out)
}

fn primary(body: &[u8]) -> Result<u32, PictureError> {
    let id = if body.first() == Some(&0) { u16_be(body, 4).map(u32::from) } else { u32_be(body, 4) };
    id.ok_or(PictureError::Truncated)
}

/// The body of `iinf` with an entry more.
fn with_entry(body: &[u8], id: u32) -> Result<Vec<u8>, PictureError> {
    let mut out = body.to_vec();
    if body.first() == Some(&0) {
        let count = u16_be(body, 4).and_then(|count| count.checked_add(1)).ok_or(PictureError::Truncated)?;
        out[4..6].copy_from_slice(&count.to_be_bytes());
    } else {
        let count = u32_be(body, 4).and_then(|count| count.checked_add(1)).ok_or(PictureError::Truncated)?;
        out[4..8].copy_from_slice(&count.to_be_bytes());
    }
    // Version 2, flags, id, no protection, type, an empty name, the media type.
    let [_, _, high, low] = id.to_be_bytes();
    let entry = [&[2, 0, 0, 0, high, low, 0, 0], &b"mime\0"[..], XMP_TYPE.as_bytes(), &[0]].concat();
    put_box(&mut out, *b"infe", &entry);
    Ok(out)
}

/// An entry of `iref`: the item describes the primary one. Version 0 has ids of 16 bits.
fn reference(version: Option<&u8>, id: u32, primary: u32) -> Vec<u8> {
    let number =
        |id: u32| if matches!(version, Some(1)) { id.to_be_bytes().to_vec() } else { id.to_be_bytes()[2..].to_vec() };
    let mut out = Vec::new();
    put_box(&mut out, *b"cdsc", &[number(id), vec![0, 1], number(primary)].concat());
    out
}

/// The bytes of an AVIF file's items with EXIF and with XMP, in file order; nothing where the tables make no sense.
pub(super) fn metadata(bytes: &[u8]) -> Option<[Vec<Vec<u8>>; 2]> {
    let meta = find(&boxes(bytes).ok()?, *b"meta").ok()?;
    let tables = boxes(meta.body.get(4..)?).ok()?;
    let places = Places::read(find(&tables, *b"iloc").ok()?.body).ok()?;
    let idat = find(&tables, *b"idat").map_or(&[][..], |found| found.body);
    let (mut exif, mut xmp) = (Vec::new(), Vec::new());
    for item in items(find(&tables, *b"iinf").ok()?.body).ok()?.iter().take(64) {
        match (&item.kind, item.media_type.as_str()) {
            (b"Exif", _) => exif.extend(places.bytes(item.id, bytes, idat)),
            (b"mime", XMP_TYPE) => xmp.extend(places.bytes(item.id, bytes, idat)),
            _ => {}
        }
    }
    Some([exif, xmp])
}

#[cfg(test)]
mod tests {
    use super::*;

    const PIXELS: &[u8] = b"coded pixels";
    const EXTRA: &[u8] = b"alpha";

    fn boxed(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        put_box(&mut out, *kind, body);
        out
    }

    /// A file of two items: the first lies behind `meta`, the second in `idat` or behind `meta` too.
    fn file(version: u8, with_iref: bool) -> Vec<u8> {
        let ftyp = boxed(b"ftyp", b"avif\0\0\0\0mif1");
        let entry = |id: u8| boxed(b"infe", &[&[2, 0, 0, 0, 0, id, 0, 0], &b"av01\0"[..]].concat());
        let meta = |offset: u32| {
            let mut places = vec![version, 0, 0, 0, 0x44, 0, 0, 2];
            for (id, method, offset, len) in
                [(1, 0, offset, PIXELS.len()), (2, version, if version == 0 { offset + 12 } else { 0 }, EXTRA.len())]
            {
                places.extend([0, id]);
                places.extend(if version == 0 { vec![] } else { vec![0, method] });
                places.extend([0, 0, 0, 1]);
                places.extend(offset.to_be_bytes());
                places.extend(u32::try_from(len).unwrap().to_be_bytes());
            }
            let mut body = vec![0; 4];
            body.extend(boxed(b"pitm", &[0, 0, 0, 0, 0, 1]));
            body.extend(boxed(b"iloc", &places));
            body.extend(boxed(b"iinf", &[&[0, 0, 0, 0, 0, 2][..], &entry(1), &entry(2)].concat()));
            if with_iref {
                let auxl = boxed(b"auxl", &[0, 2, 0, 1, 0, 1]);
                body.extend(boxed(b"iref", &[&[0; 4], &auxl[..]].concat()));
            }
            body.extend(boxed(b"idat", EXTRA));
            boxed(b"meta", &body)
        };
        let start = u32::try_from(ftyp.len() + meta(0).len() + 8).unwrap();
        let data = [PIXELS, EXTRA].concat();
        [ftyp, meta(start), boxed(b"mdat", &data)].concat()
    }

    fn item(file: &[u8], id: u32) -> Vec<u8> {
        let meta = find(&boxes(file).unwrap(), *b"meta").unwrap();
        let tables = boxes(&meta.body[4..]).unwrap();
        let places = Places::read(find(&tables, *b"iloc").unwrap().body).unwrap();
        places.bytes(id, file, find(&tables, *b"idat").unwrap().body).unwrap()
    }

    #[test]
    fn items_keep_their_bytes_and_the_packet_is_one_more() {
        for (version, with_iref) in [(0, true), (0, false), (1, true), (1, false)] {
            let plain = file(version, with_iref);
            let signed = embed(&plain, b"<x:xmpmeta/>").unwrap();
            for (id, expected) in [(1, PIXELS), (2, EXTRA)] {
                assert_eq!(item(&plain, id), expected);
                assert_eq!(item(&signed, id), expected);
            }
            assert_eq!(metadata(&signed), Some([vec![], vec![b"<x:xmpmeta/>".to_vec()]]));
            assert_eq!(metadata(&plain), Some([vec![], vec![]]));
            assert!(embed(&signed, b"second").is_ok());
        }
    }

    #[test]
    fn the_packet_describes_the_primary_item() {
        let signed = embed(&file(0, true), b"x").unwrap();
        let expected = boxed(b"cdsc", &[0, 3, 0, 1, 0, 1]);
        assert!(crate::picture::bytes::contains(&signed, &expected));
    }

    #[test]
    fn a_cut_file_is_an_error() {
        let whole = file(1, true);
        for len in 0..whole.len() {
            assert!(embed(&whole[..len], b"x").is_err(), "{len}");
        }
    }

    #[cfg(feature = "avif")]
    #[test]
    fn the_encoders_own_files_can_be_signed() {
        let pixels = vec![ravif::RGBA8::new(200, 30, 30, 120); 64];
        let picture = ravif::Img::new(&pixels[..], 8, 8);
        let plain = ravif::Encoder::new().with_speed(10).encode_rgba(picture).unwrap().avif_file;
        let signed = embed(&plain, b"<x:xmpmeta/>").unwrap();
        assert_eq!(metadata(&signed), Some([vec![], vec![b"<x:xmpmeta/>".to_vec()]]));
        let coded = |file: &[u8], id| {
            let meta = find(&boxes(file).unwrap(), *b"meta").unwrap();
            let tables = boxes(&meta.body[4..]).unwrap();
            Places::read(find(&tables, *b"iloc").unwrap().body).unwrap().bytes(id, file, &[]).unwrap()
        };
        for id in [1, 2] {
            assert_eq!(coded(&signed, id), coded(&plain, id));
        }
    }
}
