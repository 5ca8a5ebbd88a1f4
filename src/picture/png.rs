//! PNG and APNG (W3C PNG, third edition): walks the chunks, states the facts, copies what may be published.

use super::bytes::{array, byte, slice, u32_be, xmp_has_gps};
use super::{Format, PictureError, PictureFacts, exif};

const SIGNATURE: &[u8; 8] = b"\x89PNG\r\n\x1a\n";

/// The chunks that make the picture or its colours; everything else is dropped.
const KEPT: [&[u8; 4]; 17] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"mDCV", b"cLLI", b"sBIT",
    b"bKGD", b"pHYs", b"acTL", b"fcTL",
];

/// One chunk: its name, its data, and all its bytes with length and checksum.
struct Chunk<'a> {
    name: [u8; 4],
    data: &'a [u8],
    whole: &'a [u8],
}

/// Walks from IHDR to IEND. A file without IEND ends in [`PictureError::Truncated`].
struct Chunks<'a> {
    bytes: &'a [u8],
    at: usize,
    done: bool,
}

impl<'a> Chunks<'a> {
    fn of(bytes: &'a [u8]) -> Self {
        Self { bytes, at: SIGNATURE.len(), done: false }
    }

    fn chunk(&mut self) -> Result<Chunk<'a>, PictureError> {
        let len = u32_be(self.bytes, self.at).ok_or(PictureError::Truncated)? as usize;
        let name = array(self.bytes, self.at + 4).ok_or(PictureError::Truncated)?;
        let data = slice(self.bytes, self.at + 8, len)?;
        let whole = slice(self.bytes, self.at, len + 12)?;
        self.at += whole.len();
        Ok(Chunk { name, data, whole })
    }
}

impl<'a> Iterator for Chunks<'a> {
    type Item = Result<Chunk<'a>, PictureError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let chunk = self.chunk();
        self.done = chunk.as_ref().map_or(true, |chunk| &chunk.name == b"IEND");
        Some(chunk)
    }
}

/// The facts of all chunks, since EXIF may follow the pixels; sizes as stored.
pub(super) fn facts(bytes: &[u8]) -> Result<PictureFacts, PictureError> {
    let mut chunks = Chunks::of(bytes);
    let mut facts = match chunks.next().transpose()? {
        Some(chunk) if &chunk.name == b"IHDR" => header(chunk.data)?,
        _ => {
            return Err(PictureError::corrupt("the PNG does not begin with its header"));
        }
    };
    for chunk in chunks {
        let chunk = chunk?;
        match &chunk.name {
            b"tRNS" => facts.alpha = true,
            b"iCCP" => facts.has_profile = true,
            b"acTL" => facts.animated = u32_be(chunk.data, 0).is_some_and(|frames| frames > 1),
            b"eXIf" => {
                let found = exif::read(chunk.data);
                facts.orientation = found.orientation;
                facts.has_gps |= found.has_gps;
            }
            b"iTXt" | b"tEXt" => facts.has_gps |= xmp_has_gps(chunk.data),
            _ => {}
        }
    }
    Ok(facts)
}

fn header(data: &[u8]) -> Result<PictureFacts, PictureError> {
    if data.len() != 13 {
        return Err(PictureError::corrupt("the PNG's header has the wrong length"));
    }
    let (width, height) = u32_be(data, 0).zip(u32_be(data, 4)).ok_or(PictureError::Truncated)?;
    let alpha = matches!(byte(data, 9)?, 4 | 6);
    Ok(PictureFacts { alpha, ..PictureFacts::plain(Format::Png, width, height) })
}

/// Copies the chunks that make the picture or its colours, and the orientation in an EXIF chunk of its own.
pub(super) fn strip(bytes: &[u8]) -> Result<Vec<u8>, PictureError> {
    let mut orientation = exif::minimal(facts(bytes)?.orientation);
    let mut out = Vec::with_capacity(bytes.len());
    let mut pixels = false;
    out.extend(SIGNATURE);
    for chunk in Chunks::of(bytes) {
        let chunk = chunk?;
        pixels |= &chunk.name == b"IDAT";
        if KEPT.contains(&&chunk.name) || &chunk.name == b"fdAT" {
            out.extend(chunk.whole);
        } else if chunk.name[0].is_ascii_uppercase() {
            return Err(PictureError::corrupt("the PNG has a critical chunk that no standard defines"));
        }
        if let (b"IHDR", Some(block)) = (&chunk.name, &orientation) {
            put_chunk(&mut out, *b"eXIf", block);
            orientation = None;
        }
    }
    if pixels { Ok(out) } else { Err(PictureError::corrupt("the PNG has no pixels")) }
}

/// Appends a chunk with its length and checksum.
pub(super) fn put_chunk(out: &mut Vec<u8>, name: [u8; 4], data: &[u8]) {
    let len = u32::try_from(data.len()).unwrap_or(u32::MAX);
    out.extend(len.to_be_bytes());
    let start = out.len();
    out.extend(name);
    out.extend(data);
    let sum = crc32(&out[start..]);
    out.extend(sum.to_be_bytes());
}

/// The checksum of ISO 3309, bit by bit: only ever taken of a few bytes.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| {
        if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 }
    };
    !bytes.iter().fold(u32::MAX, |crc, &byte| (0..8).fold(crc ^ u32::from(byte), step))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::fixtures;
    use crate::picture::{Orientation, bytes::contains, probe, strip, verify};

    #[test]
    fn the_checksum_is_the_standards() {
        assert_eq!(crc32(b"IEND"), 0xAE42_6082);
    }

    #[test]
    fn states_size_after_orientation_alpha_profile_and_place() {
        let facts = probe(&fixtures::png_with_everything(5)).unwrap();
        assert_eq!((facts.width, facts.height), (30, 40));
        assert_eq!(facts.orientation, Orientation::Transposed);
        assert!(facts.alpha && facts.has_profile && facts.has_gps && !facts.animated);
    }

    #[test]
    fn drops_text_time_and_place_and_keeps_the_profile() {
        let stripped = strip(&fixtures::png_with_everything(5)).unwrap();
        for secret in fixtures::SECRETS {
            assert!(!contains(&stripped, secret.as_bytes()), "{secret} is still there");
        }
        let facts = probe(&stripped).unwrap();
        assert_eq!(facts.orientation, Orientation::Transposed);
        assert!(facts.has_profile && !facts.has_gps);
    }

    #[test]
    fn an_animation_keeps_its_frames() {
        let animation = fixtures::apng();
        assert!(probe(&animation).unwrap().animated);
        assert_eq!(verify(&animation), Ok(()));
        assert_eq!(strip(&animation).unwrap(), animation);
    }

    #[test]
    fn a_missing_end_or_a_flipped_pixel_byte_is_an_error() {
        let whole = fixtures::png();
        assert_eq!(verify(&whole[..whole.len() - 12]), Err(PictureError::Truncated));
        let mut flipped = whole.clone();
        let at = whole.len() - 30;
        flipped[at] ^= 0xFF;
        assert!(matches!(verify(&flipped), Err(PictureError::Corrupt(_))));
        assert_eq!(verify(&whole), Ok(()));
    }
}
