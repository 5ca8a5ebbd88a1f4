//! GIF (87a and 89a): walks the blocks, states the facts, copies what may be published.

use super::bytes::{byte, slice, u16_le, xmp_has_gps};
use super::{Format, PictureError, PictureFacts};

const HEADER_LEN: usize = 13;
const EXTENSION: u8 = 0x21;
const IMAGE: u8 = 0x2C;
const TRAILER: u8 = 0x3B;
const PLAIN_TEXT: u8 = 0x01;
const GRAPHIC_CONTROL: u8 = 0xF9;
const APPLICATION: u8 = 0xFF;

/// One block after the header, with all its bytes.
#[derive(Clone, Copy)]
enum Block<'a> {
    Image(&'a [u8]),
    Extension { label: u8, whole: &'a [u8] },
}

/// Walks from the first block to the trailer; without one it ends in [`PictureError::Truncated`].
struct Blocks<'a> {
    bytes: &'a [u8],
    at: usize,
    done: bool,
}

impl<'a> Blocks<'a> {
    fn of(bytes: &'a [u8]) -> Result<Self, PictureError> {
        Ok(Self { bytes, at: header(bytes)?.len(), done: false })
    }

    /// The end of the data sub-blocks that begin at `at`: after the empty one.
    fn end_of_data(&self, mut at: usize) -> Result<usize, PictureError> {
        loop {
            let len = usize::from(byte(self.bytes, at)?);
            at += 1 + len;
            if len == 0 {
                return Ok(at);
            }
        }
    }

    /// The next block, or `None` at the trailer.
    fn block(&mut self) -> Result<Option<Block<'a>>, PictureError> {
        let start = self.at;
        match byte(self.bytes, start)? {
            TRAILER => Ok(None),
            EXTENSION => {
                let label = byte(self.bytes, start + 1)?;
                self.at = self.end_of_data(start + 2)?;
                Ok(Some(Block::Extension { label, whole: slice(self.bytes, start, self.at - start)? }))
            }
            IMAGE => {
                let colours = colour_table_len(byte(self.bytes, start + 9)?);
                self.at = self.end_of_data(start + 11 + colours)?;
                Ok(Some(Block::Image(slice(self.bytes, start, self.at - start)?)))
            }
            _ => Err(PictureError::corrupt("the GIF has an unknown block")),
        }
    }
}

impl<'a> Iterator for Blocks<'a> {
    type Item = Result<Block<'a>, PictureError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let block = self.block();
        self.done = !matches!(block, Ok(Some(_)));
        block.transpose()
    }
}

/// Bytes of the colour table that a packed field announces.
fn colour_table_len(packed: u8) -> usize {
    if packed & 0x80 == 0 { 0 } else { 3 << ((packed & 7) + 1) }
}

/// Signature, screen descriptor and global colour table.
fn header(bytes: &[u8]) -> Result<&[u8], PictureError> {
    slice(bytes, 0, HEADER_LEN + colour_table_len(byte(bytes, 10)?))
}

/// The facts of the blocks up to the second frame.
pub(super) fn facts(bytes: &[u8]) -> Result<PictureFacts, PictureError> {
    let (width, height) = u16_le(bytes, 6).zip(u16_le(bytes, 8)).ok_or(PictureError::Truncated)?;
    let mut facts = PictureFacts::plain(Format::Gif, width.into(), height.into());
    facts.palette = true;
    let mut frames = 0;
    for block in Blocks::of(bytes)? {
        match block? {
            Block::Image(whole) => {
                frames += 1;
                facts.alpha |= frames == 1 && leaves_gaps(whole, &facts);
            }
            Block::Extension { label: GRAPHIC_CONTROL, whole } => facts.alpha |= byte(whole, 3)? & 1 == 1,
            Block::Extension { label: APPLICATION, whole } => facts.has_gps |= xmp_has_gps(whole),
            Block::Extension { .. } => {}
        }
        if frames > 1 {
            break;
        }
    }
    facts.animated = frames > 1;
    if frames == 0 {
        return Err(PictureError::corrupt("the GIF has no frame"));
    }
    // As measured: pixels of four channels; of an animation two frames and what is shown between them.
    let (held, finished) = (if facts.animated { 9 } else { 4 }, if facts.alpha { 4 } else { 3 });
    facts.working = facts.pixels() * (held - finished);
    Ok(facts)
}

/// Whether a frame does not cover the whole screen, so that one sees through it beside the frame.
fn leaves_gaps(frame: &[u8], screen: &PictureFacts) -> bool {
    let number = |at: usize| u16_le(frame, at).map_or(0, u32::from);
    let (left, top, width, height) = (number(1), number(3), number(5), number(7));
    left > 0 || top > 0 || width < screen.width || height < screen.height
}

/// Copies frames, their timing and the loop count.
pub(super) fn strip(bytes: &[u8]) -> Result<Vec<u8>, PictureError> {
    let mut out = Vec::with_capacity(bytes.len());
    out.extend(header(bytes)?);
    for block in Blocks::of(bytes)? {
        match block? {
            Block::Image(whole) | Block::Extension { label: GRAPHIC_CONTROL | PLAIN_TEXT, whole } => out.extend(whole),
            Block::Extension { label: APPLICATION, whole } => put_loop(&mut out, whole),
            Block::Extension { .. } => {}
        }
    }
    out.push(TRAILER);
    Ok(out)
}

/// Appends the loop count, the one thing that an application block may tell a browser.
fn put_loop(out: &mut Vec<u8>, whole: &[u8]) {
    let name = whole.get(2..14).unwrap_or_default();
    let known = matches!(name, b"\x0bNETSCAPE2.0" | b"\x0bANIMEXTS1.0");
    if let (true, Some(&[3, 1, low, high])) = (known, whole.get(14..18)) {
        out.extend([EXTENSION, APPLICATION]);
        out.extend(name);
        out.extend([3, 1, low, high, 0]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::fixtures;
    use crate::picture::{bytes::contains, probe, strip, verify};

    #[test]
    fn states_size_transparency_animation_and_place() {
        let facts = probe(&fixtures::gif_with_everything()).unwrap();
        assert_eq!((facts.width, facts.height), (40, 30));
        assert!(facts.animated && facts.alpha && facts.has_gps);
        assert!(!probe(&fixtures::gif()).unwrap().animated);
    }

    #[test]
    fn keeps_the_loop_and_drops_comments_and_xmp() {
        let stripped = strip(&fixtures::gif_with_everything()).unwrap();
        assert!(contains(&stripped, b"NETSCAPE2.0"));
        for secret in fixtures::SECRETS {
            assert!(!contains(&stripped, secret.as_bytes()), "{secret} is still there");
        }
        assert_eq!(verify(&stripped), Ok(()));
    }

    #[test]
    fn nothing_hides_behind_the_loop_count() {
        let mut picture = fixtures::gif();
        let end = picture.len() - 1;
        picture.splice(end..end, *b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\x04SECR\0");
        assert!(!contains(&strip(&picture).unwrap(), b"SECR"));
    }

    #[test]
    fn a_missing_trailer_is_an_error() {
        let whole = fixtures::gif();
        assert_eq!(verify(&whole[..whole.len() - 1]), Err(PictureError::Truncated));
        assert_eq!(verify(&whole), Ok(()));
    }
}
