//! Puts rights into finished pictures; pixels and all other bytes stay as they are.

use super::packet::packet;
use super::{Rights, avif, iim};
use crate::model::rendition::RenditionFormat;
use crate::picture::bytes::{array, u16_be, u16_le, u32_le};
use crate::picture::{PictureError, exif, png, webp};

/// How the APP1 segment with XMP begins.
pub(super) const XMP_NAME: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
/// How PNG's text chunk with XMP begins: keyword, not compressed, no language, no translated keyword.
pub(super) const XMP_TEXT: &[u8] = b"XML:com.adobe.xmp\0\0\0\0\0";

/// What stands around a packet in a JPEG (ISO 16684-3), so that programs find it that know nothing of segments: read-only.
const WRAPPER: [&[u8]; 2] =
    [b"<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>", b"<?xpacket end=\"r\"?>"];

/// What an APP1 segment holds after [`XMP_NAME`] and within [`WRAPPER`].
const MAX_SEGMENT: usize = 65_533 - XMP_NAME.len() - WRAPPER[0].len() - WRAPPER[1].len();
/// Characters of each text that are written where all of them are too long for a segment.
const ESSENTIAL_LEN: usize = 1000;

/// VP8X flags (RFC 9649, section 2.7).
const WEBP_XMP: u8 = 0x04;
const WEBP_ALPHA: u8 = 0x10;

/// Writes rights as XMP, and in a JPEG as IPTC-IIM too where they are short. Never a place's coordinates, an owner, a
/// serial number or a preview: [`Rights`] has none of them.
///
/// `bytes` is a picture of `format` without XMP, as encoders and [`strip`](crate::picture::strip) leave it. Empty rights
/// leave it as it is. A JPEG has room for 64 KiB: beyond that captions, alts and the place are left out and the other texts cut.
///
/// # Errors
/// `Truncated` or `Corrupt` for bytes that are not of `format`.
pub fn embed(bytes: Vec<u8>, format: RenditionFormat, rights: &Rights) -> Result<Vec<u8>, PictureError> {
    let Some(xmp) = packet(rights) else {
        return Ok(bytes);
    };
    match format {
        RenditionFormat::Jpeg => jpeg(&bytes, xmp, rights),
        RenditionFormat::Png => png(&bytes, &xmp),
        RenditionFormat::WebP => webp(&bytes, &xmp),
        RenditionFormat::Avif => avif::embed(&bytes, xmp.as_bytes()),
    }
}

/// After JFIF and EXIF, which want to come first.
fn jpeg(bytes: &[u8], xmp: String, rights: &Rights) -> Result<Vec<u8>, PictureError> {
    let mut at = 2;
    if !bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        return Err(PictureError::corrupt("not a JPEG"));
    }
    while let Some([0xFF, marker @ (0xE0 | 0xE1)]) = array(bytes, at) {
        let len = usize::from(u16_be(bytes, at + 2).ok_or(PictureError::Truncated)?);
        let body = bytes.get(at + 4..at + 2 + len).ok_or(PictureError::Truncated)?;
        if marker == 0xE1 && !body.starts_with(exif::PREFIX) {
            break;
        }
        at += 2 + len;
    }
    let xmp = if xmp.len() > MAX_SEGMENT { packet(&rights.essentials(ESSENTIAL_LEN)) } else { Some(xmp) };
    let mut out = Vec::with_capacity(bytes.len() + 1024);
    out.extend(&bytes[..at]);
    if let Some(xmp) = xmp {
        put_segment(&mut out, 0xE1, &[XMP_NAME, WRAPPER[0], xmp.as_bytes(), WRAPPER[1]].concat());
    }
    if let Some(records) = iim::segment(rights) {
        put_segment(&mut out, 0xED, &records);
    }
    out.extend(&bytes[at..]);
    Ok(out)
}

/// `body` is at most 65,533 bytes long.
fn put_segment(out: &mut Vec<u8>, marker: u8, body: &[u8]) {
    let len = u16::try_from(body.len() + 2).unwrap_or(u16::MAX);
    out.extend([0xFF, marker]);
    out.extend(len.to_be_bytes());
    out.extend(body);
}

/// Right after the header, since some readers do not look behind the pixels.
fn png(bytes: &[u8], xmp: &str) -> Result<Vec<u8>, PictureError> {
    /// Signature and IHDR with its length and checksum.
    const HEADER: usize = 8 + 12 + 13;
    if !bytes.starts_with(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR") {
        return Err(PictureError::corrupt("not a PNG"));
    }
    let (head, rest) = bytes.split_at_checked(HEADER).ok_or(PictureError::Truncated)?;
    let mut out = Vec::with_capacity(bytes.len() + xmp.len() + 64);
    out.extend(head);
    png::put_chunk(&mut out, *b"iTXt", &[XMP_TEXT, xmp.as_bytes()].concat());
    out.extend(rest);
    Ok(out)
}

/// At the end, with the extended header that announces it.
fn webp(bytes: &[u8], xmp: &str) -> Result<Vec<u8>, PictureError> {
    if !bytes.starts_with(b"RIFF") || array(bytes, 8) != Some(*b"WEBP") {
        return Err(PictureError::corrupt("not a WebP"));
    }
    let len = u32_le(bytes, 4).and_then(|len| usize::try_from(len).ok()?.checked_add(8));
    let body = len.and_then(|len| bytes.get(12..len)).ok_or(PictureError::Truncated)?;
    let mut out = Vec::with_capacity(bytes.len() + xmp.len() + 64);
    out.extend(b"RIFF\0\0\0\0WEBP");
    if body.starts_with(b"VP8X") {
        out.extend(body);
        *out.get_mut(20).ok_or(PictureError::Truncated)? |= WEBP_XMP;
    } else {
        webp::put_chunk(&mut out, *b"VP8X", &extended(body)?);
        out.extend(body);
    }
    webp::put_chunk(&mut out, *b"XMP ", xmp.as_bytes());
    webp::set_size(&mut out);
    Ok(out)
}

/// The extended header of a simple file whose only chunk is `chunk`: flags, then width and height less one.
fn extended(chunk: &[u8]) -> Result<[u8; 10], PictureError> {
    let (flags, width, height) = match chunk.get(..4) {
        Some(b"VP8 ") => {
            let (width, height) = u16_le(chunk, 14).zip(u16_le(chunk, 16)).ok_or(PictureError::Truncated)?;
            (0, u32::from(width & 0x3FFF), u32::from(height & 0x3FFF))
        }
        Some(b"VP8L") => {
            let bits = u32_le(chunk, 9).ok_or(PictureError::Truncated)?;
            let alpha = if bits >> 28 & 1 == 1 { WEBP_ALPHA } else { 0 };
            (alpha, (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        }
        _ => return Err(PictureError::corrupt("the WebP begins with an unknown chunk")),
    };
    let [w, x, y, _] = width.saturating_sub(1).to_le_bytes();
    let [h, i, j, _] = height.saturating_sub(1).to_le_bytes();
    Ok([WEBP_XMP | flags, 0, 0, 0, w, x, y, h, i, j])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::bytes::contains;
    use crate::picture::{fixtures, probe, strip, verify};

    fn rights() -> Rights {
        Rights {
            creator: "Lò Văn Hặc; Quàng Thị Nga".to_owned(),
            credit: "Sở VHTTDL Điện Biên".to_owned(),
            rights: "© 2026 Sở VHTTDL tỉnh Điện Biên".to_owned(),
            web_statement: "https://creativecommons.org/licenses/by/4.0/".to_owned(),
            licence: "CC-BY-4.0".to_owned(),
            alts: vec![("vi".to_owned(), "Vòng xòe & lửa".to_owned()), ("en".to_owned(), "A ring of dancers".to_owned())],
            ..Rights::default()
        }
    }

    fn pictures() -> Vec<(RenditionFormat, Vec<u8>)> {
        vec![
            (RenditionFormat::Jpeg, fixtures::jpeg()),
            (RenditionFormat::Jpeg, strip(&fixtures::jpeg_with_everything(6)).unwrap()),
            (RenditionFormat::Png, fixtures::png()),
            (RenditionFormat::Png, fixtures::apng()),
            (RenditionFormat::WebP, fixtures::webp()),
            (RenditionFormat::WebP, strip(&fixtures::webp_with_everything(6)).unwrap()),
            (RenditionFormat::WebP, strip(&fixtures::webp_animation()).unwrap()),
        ]
    }

    fn pixels(bytes: &[u8]) -> image::DynamicImage {
        image::load_from_memory(bytes).unwrap()
    }

    #[test]
    fn pixels_and_facts_stay_and_the_rights_are_there() {
        for (format, plain) in pictures() {
            let signed = embed(plain.clone(), format, &rights()).unwrap();
            assert_eq!(pixels(&signed), pixels(&plain), "{format:?}");
            assert_eq!(probe(&signed), probe(&plain), "{format:?}");
            assert_eq!(verify(&signed), Ok(()), "{format:?}");
            assert!(contains(&signed, "<rdf:li xml:lang=\"vi\">Vòng xòe &amp; lửa</rdf:li>".as_bytes()), "{format:?}");
            assert!(signed.len() < plain.len() + 1600, "{format:?}: {}", signed.len() - plain.len());
        }
    }

    #[test]
    fn stripping_takes_back_what_was_embedded() {
        for (format, plain) in pictures() {
            let signed = embed(plain.clone(), format, &rights()).unwrap();
            let (back, plain) = (strip(&signed).unwrap(), strip(&plain).unwrap());
            assert!(back == plain || back[12..].starts_with(b"VP8X"), "{format:?}");
            assert_eq!(pixels(&back), pixels(&plain), "{format:?}");
        }
    }

    #[test]
    fn empty_rights_leave_the_bytes_as_they_are() {
        for (format, plain) in pictures() {
            assert_eq!(embed(plain.clone(), format, &Rights::default()), Ok(plain));
        }
    }

    #[test]
    fn a_simple_webp_becomes_an_extended_one_of_the_same_size() {
        let signed = embed(fixtures::webp(), RenditionFormat::WebP, &rights()).unwrap();
        assert_eq!(&signed[12..16], b"VP8X");
        assert_eq!(&signed[20..30], &[WEBP_XMP | WEBP_ALPHA, 0, 0, 0, 39, 0, 0, 29, 0, 0]);
        let frame = [0x30, 0x01, 0x00, 0x9D, 0x01, 0x2A, 0x80, 0x42, 0xE0, 0x01];
        let mut lossy = b"RIFF\0\0\0\0WEBP".to_vec();
        webp::put_chunk(&mut lossy, *b"VP8 ", &frame);
        webp::set_size(&mut lossy);
        let signed = embed(lossy, RenditionFormat::WebP, &rights()).unwrap();
        assert_eq!(&signed[20..30], &[WEBP_XMP, 0, 0, 0, 0x7F, 2, 0, 0xDF, 1, 0]);
    }

    #[test]
    fn a_jpeg_without_room_keeps_the_rights() {
        let long = "xòe ".repeat(30_000);
        let captions = vec![("vi".to_owned(), long.clone())];
        let signed = embed(fixtures::jpeg(), RenditionFormat::Jpeg, &Rights { captions, ..rights() }).unwrap();
        assert!(contains(&signed, "Sở VHTTDL Điện Biên".as_bytes()) && !contains(&signed, b"dc:description"));
        let worst = "\"".repeat(100_000);
        let all = Rights {
            credit: worst.clone(),
            rights: worst.clone(),
            creator: worst.clone(),
            licence: worst.clone(),
            ..rights()
        };
        let signed = embed(fixtures::jpeg(), RenditionFormat::Jpeg, &all).unwrap();
        assert_eq!(verify(&signed), Ok(()));
        assert!(contains(&signed, b"&quot;") && signed.len() < 68_000);
        assert!(signed.len() > 2 * ESSENTIAL_LEN);
    }

    #[test]
    fn bytes_of_another_format_are_an_error() {
        for (format, plain) in pictures() {
            for wrong in [RenditionFormat::Avif, RenditionFormat::WebP, RenditionFormat::Jpeg, RenditionFormat::Png] {
                assert_eq!(embed(plain.clone(), wrong, &rights()).is_ok(), wrong == format);
            }
            assert!(embed(plain[..16].to_vec(), format, &rights()).is_err());
        }
    }
}
