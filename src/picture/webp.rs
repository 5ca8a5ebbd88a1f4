//! WebP (RFC 9649): walks the RIFF chunks, states the facts, copies what may be published.

use super::bytes::{array, byte, slice, u16_le, u24_le, u32_le, xmp_has_gps};
use super::{Format, PictureError, PictureFacts, exif};

const HEADER_LEN: usize = 12;
const ANIMATION: u8 = 0x02;
const EXIF: u8 = 0x08;
const ALPHA: u8 = 0x10;
const PROFILE: u8 = 0x20;

/// Bytes of a frame (ANMF) before its own chunks.
const FRAME_HEADER_LEN: usize = 16;

struct Chunk<'a> {
    name: [u8; 4],
    data: &'a [u8],
}

/// Walks chunks laid end to end; a padding byte missing at the very end is forgiven.
struct Chunks<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Iterator for Chunks<'a> {
    type Item = Result<Chunk<'a>, PictureError>;

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.bytes.get(self.at..).filter(|rest| !rest.is_empty())?;
        let chunk = chunk(rest);
        self.at = match &chunk {
            Ok(chunk) => self.at + 8 + chunk.data.len().next_multiple_of(2),
            Err(_) => self.bytes.len(),
        };
        Some(chunk)
    }
}

fn chunk(bytes: &[u8]) -> Result<Chunk<'_>, PictureError> {
    let name = array(bytes, 0).ok_or(PictureError::Truncated)?;
    let len = u32_le(bytes, 4).ok_or(PictureError::Truncated)? as usize;
    Ok(Chunk { name, data: slice(bytes, 8, len)? })
}

/// The chunks of a file; what follows the RIFF container is not looked at.
fn chunks(bytes: &[u8]) -> Result<Chunks<'_>, PictureError> {
    let size = u32_le(bytes, 4).ok_or(PictureError::Truncated)? as usize;
    let body = size.checked_sub(4).ok_or_else(|| PictureError::corrupt("the WebP's size is too small"))?;
    Ok(Chunks { bytes: slice(bytes, HEADER_LEN, body)?, at: 0 })
}

/// The facts of all chunks; sizes as stored.
pub(super) fn facts(bytes: &[u8]) -> Result<PictureFacts, PictureError> {
    let mut chunks = chunks(bytes)?;
    let first = chunks.next().ok_or(PictureError::Truncated)??;
    let facts = match &first.name {
        b"VP8 " => lossy(first.data),
        b"VP8L" => lossless(first.data),
        b"VP8X" => extended(first.data, chunks),
        _ => Err(PictureError::corrupt("the WebP begins with an unknown chunk")),
    }?;
    Ok(PictureFacts { working: working(&facts, first.name, bytes), ..facts })
}

/// Bytes that the decoder holds beside the finished pixels, as measured: an animation's canvas with a frame; of a
/// lossy picture its planes, and its alpha channel with what that is unpacked from; of an opaque lossless one the
/// alpha channel that it is decoded with.
fn working(facts: &PictureFacts, first: [u8; 4], bytes: &[u8]) -> u64 {
    let named = |name: &[u8; 4]| {
        first == *name || chunks(bytes).is_ok_and(|mut chunks| chunks.any(|chunk| chunk.is_ok_and(|it| it.name == *name)))
    };
    let halves = match (facts.animated, named(b"VP8L"), facts.alpha) {
        (true, _, _) => 18,
        (_, true, true) => 0,
        (_, true, false) => 8,
        (_, false, true) => 13,
        (_, false, false) => 4,
    };
    facts.pixels() * halves / 2
}

/// RFC 6386, section 9.1: a key frame's start code and 14-bit sizes.
fn lossy(data: &[u8]) -> Result<PictureFacts, PictureError> {
    if array(data, 3) != Some([0x9D, 0x01, 0x2A]) {
        return Err(PictureError::corrupt("the WebP's picture has no start code"));
    }
    let (width, height) = u16_le(data, 6).zip(u16_le(data, 8)).ok_or(PictureError::Truncated)?;
    Ok(PictureFacts::plain(Format::WebP, (width & 0x3FFF).into(), (height & 0x3FFF).into()))
}

/// RFC 9649, section 3.4: signature, two 14-bit sizes less one, the alpha bit.
fn lossless(data: &[u8]) -> Result<PictureFacts, PictureError> {
    if data.first() != Some(&0x2F) {
        return Err(PictureError::corrupt("the WebP's picture has no signature"));
    }
    let bits = u32_le(data, 1).ok_or(PictureError::Truncated)?;
    let facts = PictureFacts::plain(Format::WebP, (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
    Ok(PictureFacts { alpha: bits >> 28 & 1 == 1, ..facts })
}

fn extended(data: &[u8], chunks: Chunks<'_>) -> Result<PictureFacts, PictureError> {
    let flags = byte(data, 0)?;
    let (width, height) = u24_le(data, 4).zip(u24_le(data, 7)).ok_or(PictureError::Truncated)?;
    let mut facts = PictureFacts::plain(Format::WebP, width + 1, height + 1);
    facts.alpha = flags & ALPHA != 0;
    let mut frames = 0;
    for chunk in chunks {
        let chunk = chunk?;
        match &chunk.name {
            b"ICCP" => facts.has_profile = true,
            b"ANMF" => frames += 1,
            b"EXIF" => {
                let found = exif::read(chunk.data);
                facts.orientation = found.orientation;
                facts.has_gps |= found.has_gps;
            }
            b"XMP " => facts.has_gps |= xmp_has_gps(chunk.data),
            _ => {}
        }
    }
    facts.animated = frames > 1;
    Ok(facts)
}

/// Copies the chunks that make the picture or its colours; the extended header's flags say what is left.
pub(super) fn strip(bytes: &[u8]) -> Result<Vec<u8>, PictureError> {
    let facts = facts(bytes)?;
    let orientation = exif::minimal(facts.orientation);
    let mut out = b"RIFF\0\0\0\0WEBP".to_vec();
    let mut pictures = 0;
    for chunk in chunks(bytes)? {
        let chunk = chunk?;
        match &chunk.name {
            b"VP8X" => put_extended(&mut out, chunk.data, &facts, orientation.is_some()),
            b"ANMF" => put_chunk(&mut out, *b"ANMF", &frame(chunk.data)?),
            b"ICCP" | b"ANIM" | b"ALPH" | b"VP8 " | b"VP8L" => {
                put_chunk(&mut out, chunk.name, chunk.data);
            }
            _ => continue,
        }
        pictures += usize::from(matches!(&chunk.name, b"ANMF" | b"VP8 " | b"VP8L"));
    }
    if pictures == 0 {
        return Err(PictureError::corrupt("the WebP has no pixels"));
    }
    if let Some(block) = orientation {
        put_chunk(&mut out, *b"EXIF", &block);
    }
    set_size(&mut out);
    Ok(out)
}

/// An animation's frame without chunks that are unknown.
fn frame(data: &[u8]) -> Result<Vec<u8>, PictureError> {
    let mut out = slice(data, 0, FRAME_HEADER_LEN)?.to_vec();
    for chunk in (Chunks { bytes: data, at: FRAME_HEADER_LEN }) {
        let chunk = chunk?;
        if matches!(&chunk.name, b"ALPH" | b"VP8 " | b"VP8L") {
            put_chunk(&mut out, chunk.name, chunk.data);
        }
    }
    Ok(out)
}

/// The extended header: alpha and animation as they were, EXIF and profile as they are now, reserved bits 0.
fn put_extended(out: &mut Vec<u8>, data: &[u8], facts: &PictureFacts, oriented: bool) {
    let mut flags = data.first().copied().unwrap_or(0) & (ALPHA | ANIMATION);
    flags |= if facts.has_profile { PROFILE } else { 0 };
    flags |= if oriented { EXIF } else { 0 };
    let size = data.get(4..10).unwrap_or_default();
    put_chunk(out, *b"VP8X", &[&[flags, 0, 0, 0], size].concat());
}

/// Appends a chunk, padded to an even length.
pub(super) fn put_chunk(out: &mut Vec<u8>, name: [u8; 4], data: &[u8]) {
    out.extend(name);
    out.extend(u32::try_from(data.len()).unwrap_or(u32::MAX).to_le_bytes());
    out.extend(data);
    if !data.len().is_multiple_of(2) {
        out.push(0);
    }
}

/// Writes the RIFF container's size, which does not count its first 8 bytes.
pub(super) fn set_size(file: &mut [u8]) {
    let size = u32::try_from(file.len().saturating_sub(8)).unwrap_or(u32::MAX);
    if let Some(field) = file.get_mut(4..8) {
        field.copy_from_slice(&size.to_le_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::fixtures;
    use crate::picture::{Orientation, bytes::contains, probe, strip, verify};

    #[test]
    fn states_size_after_orientation_alpha_profile_and_place() {
        let facts = probe(&fixtures::webp_with_everything(8)).unwrap();
        assert_eq!((facts.width, facts.height), (30, 40));
        assert_eq!(facts.orientation, Orientation::QuarterCounterClockwise);
        assert!(facts.alpha && facts.has_profile && facts.has_gps);
        let plain = probe(&fixtures::webp()).unwrap();
        assert_eq!((plain.width, plain.height, plain.alpha), (40, 30, true));
    }

    #[test]
    fn reads_the_size_of_a_lossy_picture() {
        let frame = [0x30, 0x01, 0x00, 0x9D, 0x01, 0x2A, 0x80, 0x42, 0xE0, 0x01];
        let mut file = b"RIFF\0\0\0\0WEBP".to_vec();
        put_chunk(&mut file, *b"VP8 ", &frame);
        set_size(&mut file);
        let facts = probe(&file).unwrap();
        assert_eq!((facts.width, facts.height), (640, 480));
    }

    #[test]
    fn the_flags_say_what_is_left() {
        let stripped = strip(&fixtures::webp_with_everything(1)).unwrap();
        assert_eq!(stripped[20], ALPHA | PROFILE);
        let turned = strip(&fixtures::webp_with_everything(3)).unwrap();
        assert_eq!(turned[20], ALPHA | PROFILE | EXIF);
        for secret in fixtures::SECRETS {
            assert!(!contains(&turned, secret.as_bytes()), "{secret} is still there");
        }
        assert_eq!(verify(&turned), Ok(()));
    }

    #[test]
    fn frames_lose_unknown_chunks_too() {
        let animation = fixtures::webp_animation();
        assert!(probe(&animation).unwrap().animated);
        assert_eq!(verify(&animation), Ok(()));
        let stripped = strip(&animation).unwrap();
        assert!(contains(&animation, b"SECR") && !contains(&stripped, b"SECR"));
        assert_eq!(verify(&stripped), Ok(()));
    }

    #[test]
    fn a_cut_off_file_is_an_error() {
        let whole = fixtures::webp();
        assert_eq!(probe(&whole[..whole.len() - 2]), Err(PictureError::Truncated));
    }
}
