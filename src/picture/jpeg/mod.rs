//! JPEG (ITU-T T.81): walks the segments, states the facts, copies what may be published.

mod bands;
mod bits;
mod entropy;
mod frame;
mod huffman;

use super::bytes::{slice, u16_be, xmp_has_gps};
use super::exif::ExifFacts;
use super::{Format, PictureError, PictureFacts, exif};

pub(super) use entropy::check;
pub(super) use frame::{Coding, Frame};

const SOI: u8 = 0xD8;
const EOI: u8 = 0xD9;
const SOS: u8 = 0xDA;
const APP0: u8 = 0xE0;
const APP1: u8 = 0xE1;
const APP2: u8 = 0xE2;
const APP14: u8 = 0xEE;

/// Length of a JFIF segment's body without its thumbnail.
const JFIF_LEN: usize = 14;

/// JFIF 1.01 without a density and a thumbnail.
const PLAIN_JFIF: &[u8; JFIF_LEN] = b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0";

/// One part of the file, in file order.
#[derive(Debug, Clone, Copy)]
enum Part<'a> {
    /// A marker segment; the body comes after the two length bytes.
    Segment { marker: u8, body: &'a [u8] },
    /// The entropy-coded data of a scan, restart markers and stuffed bytes included.
    Entropy(&'a [u8]),
}

/// Walks from SOI to EOI. A file without EOI ends in [`PictureError::Truncated`]; what follows EOI is not looked at.
struct Parts<'a> {
    bytes: &'a [u8],
    at: usize,
    in_scan: bool,
    done: bool,
}

impl<'a> Parts<'a> {
    fn of(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 2, in_scan: false, done: false }
    }

    fn entropy(&mut self) -> Result<Part<'a>, PictureError> {
        let start = self.at;
        self.in_scan = false;
        loop {
            self.at += bits::before_mark(self.bytes.get(self.at..).ok_or(PictureError::Truncated)?);
            match self.bytes.get(self.at + 1) {
                None => return Err(PictureError::Truncated),
                Some(0x00 | 0xD0..=0xD7) => self.at += 2,
                Some(_) => return Ok(Part::Entropy(&self.bytes[start..self.at])),
            }
        }
    }

    /// The next marker's code. Fill bytes and stray bytes before it are skipped, as decoders do.
    fn marker(&mut self) -> Result<u8, PictureError> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let mut previous = 0;
        for (index, &byte) in rest.iter().enumerate() {
            if previous == 0xFF && byte != 0xFF && byte != 0x00 {
                self.at += index + 1;
                return Ok(byte);
            }
            previous = byte;
        }
        Err(PictureError::Truncated)
    }

    /// The next segment, or `None` at EOI.
    fn segment(&mut self) -> Result<Option<Part<'a>>, PictureError> {
        loop {
            match self.marker()? {
                EOI => return Ok(None),
                0x01 | 0xD0..=SOI => {}
                marker => return self.body(marker).map(Some),
            }
        }
    }

    fn body(&mut self, marker: u8) -> Result<Part<'a>, PictureError> {
        let len = usize::from(u16_be(self.bytes, self.at).ok_or(PictureError::Truncated)?);
        let Some(len) = len.checked_sub(2) else {
            return Err(PictureError::corrupt("a JPEG segment is shorter than its own length field"));
        };
        let body = slice(self.bytes, self.at + 2, len)?;
        self.at += 2 + len;
        self.in_scan = marker == SOS;
        Ok(Part::Segment { marker, body })
    }
}

impl<'a> Iterator for Parts<'a> {
    type Item = Result<Part<'a>, PictureError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let part = if self.in_scan { self.entropy().map(Some) } else { self.segment() };
        self.done = !matches!(part, Ok(Some(_)));
        part.transpose()
    }
}

/// What the segments up to the first scan's header say.
pub(super) struct Header<'a> {
    pub(super) frame: Frame,
    /// Whether the first scan holds all components, so that rows can be finished as they come.
    pub(super) at_once: bool,
    jfif: bool,
    /// The colour transform of Adobe's mark, where there is one.
    pub(super) adobe: Option<u8>,
    exif: Option<ExifFacts>,
    xmp_has_gps: bool,
    profile: Vec<&'a [u8]>,
}

impl<'a> Header<'a> {
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self, PictureError> {
        let mut frame = None;
        let (mut jfif, mut adobe, mut exif, mut xmp_gps, mut profile) = (false, None, None, false, Vec::new());
        for part in Parts::of(bytes) {
            let Part::Segment { marker, body } = part? else { continue };
            match marker {
                SOS => {
                    let frame: Frame = frame.ok_or_else(no_frame)?;
                    let at_once = body.first().map(|&count| usize::from(count)) == Some(frame.components.len());
                    return Ok(Self { frame, at_once, jfif, adobe, exif, xmp_has_gps: xmp_gps, profile });
                }
                APP0 => jfif |= body.starts_with(b"JFIF\0"),
                APP1 if body.starts_with(exif::PREFIX) => {
                    let found = exif::read(body);
                    let has_gps = found.has_gps || exif.is_some_and(|earlier: ExifFacts| earlier.has_gps);
                    exif = Some(ExifFacts { has_gps, ..exif.unwrap_or(found) });
                }
                APP1 => xmp_gps |= xmp_has_gps(body),
                APP2 if is_profile(body) => profile.push(body),
                APP14 if body.starts_with(b"Adobe") => adobe = body.get(11).copied(),
                0xC0..=0xCF if is_frame(marker) => frame = Some(Frame::parse(marker, body)?),
                _ => {}
            }
        }
        Err(frame.map_or_else(no_frame, |_| PictureError::corrupt("the JPEG has no scan")))
    }

    /// How the samples stand for colours.
    pub(super) fn coding(&self) -> Coding {
        Coding::tell(&self.frame, self.jfif, self.adobe)
    }

    /// The ICC profile out of its numbered parts (ICC.1, B.4), when all are there.
    pub(super) fn profile(&self) -> Option<Vec<u8>> {
        let mut parts: Vec<(u8, &[u8])> =
            self.profile.iter().filter_map(|body| Some((*body.get(12)?, body.get(14..)?))).collect();
        parts.sort_by_key(|&(number, _)| number);
        let whole = parts.iter().enumerate().all(|(index, &(number, _))| index + 1 == usize::from(number));
        let count = self.profile.first().and_then(|body| body.get(13)).copied().map_or(0, usize::from);
        (whole && !parts.is_empty() && count == parts.len())
            .then(|| parts.iter().flat_map(|(_, data)| *data).copied().collect())
    }

    /// Bytes that decoding takes beside the finished pixels: the fourth ink; all coefficients unless rows are finished as
    /// they come; a grey picture's own samples.
    fn working(&self) -> u64 {
        let frame = &self.frame;
        let area = u64::from(frame.width) * u64::from(frame.height);
        let samples = match frame.components.len() {
            3 => 0,
            // Made finished pixels of where they are.
            4 => area,
            count => area * count as u64,
        };
        if frame.progressive || !self.at_once { samples + 2 * frame.samples() } else { samples }
    }
}

fn no_frame() -> PictureError {
    PictureError::corrupt("the JPEG has no frame header")
}

/// The facts of the segments before the first scan; sizes as stored.
pub(super) fn facts(bytes: &[u8]) -> Result<PictureFacts, PictureError> {
    let header = Header::read(bytes)?;
    let exif = header.exif.unwrap_or_default();
    Ok(PictureFacts {
        orientation: exif.orientation,
        has_profile: !header.profile.is_empty(),
        has_gps: exif.has_gps || header.xmp_has_gps,
        cmyk: header.frame.components.len() == 4,
        working: header.working(),
        ..PictureFacts::plain(Format::Jpeg, header.frame.width.into(), header.frame.height.into())
    })
}

/// SOF markers; the range's other members are tables (DHT, JPG, DAC).
fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC)
}

fn is_profile(body: &[u8]) -> bool {
    body.starts_with(b"ICC_PROFILE\0")
}

/// Copies the file with JFIF (without its thumbnail), the orientation, the ICC profile and Adobe's colour mark.
pub(super) fn strip(bytes: &[u8]) -> Result<Vec<u8>, PictureError> {
    let mut header = exif::minimal(facts(bytes)?.orientation);
    let mut out = Vec::with_capacity(bytes.len());
    out.extend([0xFF, SOI]);
    let mut scans = 0;
    for (index, part) in Parts::of(bytes).filter_map(|part| part.map(published).transpose()).enumerate() {
        let part = part?;
        let is_jfif = index == 0 && matches!(part, Part::Segment { marker: APP0, .. });
        if !is_jfif {
            put_orientation(&mut out, header.take());
        }
        match part {
            Part::Segment { marker, body } => put_segment(&mut out, marker, body),
            Part::Entropy(data) => out.extend(data),
        }
        scans += usize::from(matches!(part, Part::Entropy(_)));
    }
    if scans == 0 {
        return Err(PictureError::corrupt("the JPEG has no scan"));
    }
    out.extend([0xFF, EOI]);
    Ok(out)
}

/// The part as it may be published; `None` for metadata.
fn published(part: Part<'_>) -> Option<Part<'_>> {
    let Part::Segment { marker, body } = part else {
        return Some(part);
    };
    match marker {
        APP0 if body.starts_with(b"JFIF\0") => Some(jfif_without_thumbnail(body)),
        APP2 if is_profile(body) => Some(part),
        APP14 if body.starts_with(b"Adobe") => Some(part),
        0xC0..=0xCF | 0xDA..=0xDF => Some(part),
        _ => None,
    }
}

/// JFIF says that colours are YCbCr, so one stays: its fixed fields, or a plain one for one with a thumbnail.
fn jfif_without_thumbnail(body: &[u8]) -> Part<'_> {
    let fixed = body.get(..JFIF_LEN).filter(|fixed| fixed.ends_with(&[0, 0]));
    Part::Segment { marker: APP0, body: fixed.unwrap_or(PLAIN_JFIF) }
}

fn put_orientation(out: &mut Vec<u8>, block: Option<Vec<u8>>) {
    if let Some(block) = block {
        put_segment(out, APP1, &[exif::PREFIX, &block].concat());
    }
}

/// `body` is never longer than a segment can be: it comes out of one, or is a minimal EXIF block.
fn put_segment(out: &mut Vec<u8>, marker: u8, body: &[u8]) {
    let len = u16::try_from(body.len() + 2).unwrap_or(u16::MAX);
    out.extend([0xFF, marker]);
    out.extend(len.to_be_bytes());
    out.extend(body);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::fixtures::{self, insert_segments, jpeg};
    use crate::picture::{Orientation, bytes::contains, probe, strip, verify};

    #[test]
    fn states_size_after_orientation_profile_and_place() {
        let facts = probe(&fixtures::jpeg_with_everything(6)).unwrap();
        assert_eq!((facts.width, facts.height), (30, 40));
        assert_eq!(facts.orientation, Orientation::QuarterClockwise);
        assert!(facts.has_profile && facts.has_gps && !facts.alpha && !facts.animated);
        let plain = probe(&jpeg()).unwrap();
        assert_eq!((plain.width, plain.height, plain.has_gps), (40, 30, false));
    }

    #[test]
    fn xmp_alone_can_state_a_place() {
        let picture = insert_segments(&jpeg(), &[(APP1, fixtures::xmp().as_bytes())]);
        assert!(probe(&picture).unwrap().has_gps);
    }

    #[test]
    fn keeps_only_orientation_profile_density_and_adobes_mark() {
        let stripped = strip(&fixtures::jpeg_with_everything(6)).unwrap();
        let markers: Vec<u8> = Parts::of(&stripped)
            .filter_map(|part| match part.unwrap() {
                Part::Segment { marker, .. } if marker >= APP0 => Some(marker),
                _ => None,
            })
            .collect();
        assert_eq!(markers, [APP0, APP1, APP2, APP14]);
        for secret in fixtures::SECRETS {
            assert!(!contains(&stripped, secret.as_bytes()), "{secret} is still there");
        }
        assert!(stripped.ends_with(&[0xFF, EOI]));
    }

    #[test]
    fn an_upright_picture_keeps_no_exif() {
        let stripped = strip(&fixtures::jpeg_with_everything(1)).unwrap();
        assert!(!contains(&stripped, exif::PREFIX));
    }

    #[test]
    fn a_jfif_thumbnail_goes() {
        let jfif = b"JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01RGB";
        let picture = insert_segments(&jpeg(), &[(APP0, jfif)]);
        assert!(!contains(&strip(&picture).unwrap(), b"RGB"));
    }

    #[test]
    fn a_cut_off_file_is_an_error_although_decoders_forgive_it() {
        let whole = jpeg();
        for cut in [whole.len() - 1, whole.len() - 2, whole.len() - 40] {
            assert_eq!(verify(&whole[..cut]), Err(PictureError::Truncated), "cut at {cut}");
        }
        assert_eq!(verify(&whole), Ok(()));
    }

    #[test]
    fn fill_bytes_before_a_marker_are_no_data() {
        let mut picture = jpeg();
        let end = picture.len() - 2;
        picture.splice(end..end, [0xFF, 0xFF]);
        assert_eq!(strip(&picture).unwrap(), strip(&jpeg()).unwrap());
    }

    #[test]
    fn varieties_that_browsers_do_not_show_are_named() {
        let mut picture = jpeg();
        let sof = picture.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
        picture[sof + 1] = 0xC9;
        assert!(matches!(probe(&picture), Err(PictureError::Unsupported(_))));
    }
}
