//! PNG and APNG (W3C PNG, third edition): walks the chunks, states the facts, copies what may be published.

use super::bytes::{array, byte, slice, u32_be, xmp_has_gps};
use super::decode::raster::Space;
use super::{Format, PictureError, PictureFacts, exif};

const SIGNATURE: &[u8; 8] = b"\x89PNG\r\n\x1a\n";

/// The chunks that make the picture or its colours; everything else is dropped.
const KEPT: [&[u8; 4]; 17] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"mDCV", b"cLLI", b"sBIT",
    b"bKGD", b"pHYs", b"acTL", b"fcTL",
];

/// The colour type of a palette.
const PALETTE: u8 = 3;

/// What a decoder holds of rows and of compressed data.
const ROWS: u64 = 1 << 20;

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
    let (bits, kind) = (byte(data, 8)?, byte(data, 9)?);
    let plain = PictureFacts::plain(Format::Png, width, height);
    // 16 bits and grey are decoded beside the finished pixels, everything else in their place.
    let beside = match (kind, bits) {
        (0 | 4, 16) | (2 | 6, 16) => channels(kind) * 2,
        (0 | 4, _) => channels(kind),
        _ => 0,
    };
    Ok(PictureFacts {
        alpha: matches!(kind, 4 | 6),
        palette: kind == PALETTE || kind == 0 && bits <= 4,
        bits,
        working: beside * plain.pixels() + ROWS,
        ..plain
    })
}

/// Samples of a pixel of a colour type.
fn channels(kind: u8) -> u64 {
    match kind {
        2 => 3,
        4 => 2,
        6 => 4,
        _ => 1,
    }
}

/// Refuses a picture whose compressed bytes cannot hold its pixels, before those are allocated: deflate makes at most
/// 1032 bytes out of one.
pub(super) fn check_amount(bytes: &[u8]) -> Result<(), PictureError> {
    let (mut wanted, mut found) = (0, 0);
    for chunk in Chunks::of(bytes) {
        let chunk = chunk?;
        match &chunk.name {
            b"IHDR" => {
                let facts = header(chunk.data)?;
                let bits = u64::from(facts.bits) * channels(byte(chunk.data, 9)?);
                wanted = u64::from(facts.height) * (u64::from(facts.width) * bits).div_ceil(8);
            }
            b"IDAT" => found += chunk.data.len() as u64,
            _ => {}
        }
    }
    if found * 1032 < wanted { Err(PictureError::Truncated) } else { Ok(()) }
}

/// What the chunks say of the colours: cICP before the profile (that the decoder has read out) before sRGB before
/// gAMA with cHRM.
pub(super) fn space(bytes: &[u8], profile: Option<Vec<u8>>) -> Space {
    let find = |name: &[u8; 4]| {
        let before = Chunks::of(bytes).map_while(Result::ok).take_while(|chunk| &chunk.name != b"IDAT");
        before.filter(|chunk| &chunk.name == name).map(|chunk| chunk.data).next()
    };
    match (find(b"cICP"), profile) {
        (Some(&[primaries, transfer, 0, 1]), _) => return Space::Cicp(primaries, transfer),
        (_, Some(profile)) => return Space::Icc(profile),
        _ => {}
    }
    let gamma = find(b"gAMA").and_then(|data| u32_be(data, 0)).filter(|&gamma| gamma > 0);
    match (find(b"sRGB"), gamma) {
        (None, Some(gamma)) => Space::Gamma(fraction(gamma), find(b"cHRM").and_then(chroma)),
        _ => Space::Srgb,
    }
}

/// PNG's numbers are hundred thousandths.
#[allow(clippy::cast_precision_loss, reason = "what is lost is far below what an eye can tell")]
fn fraction(number: u32) -> f32 {
    number as f32 / 100_000.0
}

fn chroma(data: &[u8]) -> Option<[f32; 8]> {
    let mut all = [0.0; 8];
    for (index, number) in all.iter_mut().enumerate() {
        *number = u32_be(data, index * 4).map(fraction).filter(|&number| number > 0.0 && number < 1.0)?;
    }
    Some(all)
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
