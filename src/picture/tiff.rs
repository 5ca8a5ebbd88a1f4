//! TIFF 6.0: states the facts of the first picture. A source to make other pictures from, never published as it is.

use super::bytes::xmp_has_gps;
use super::exif::{self, Entry, Tiff};
use super::{Format, PictureError, PictureFacts};

const REDUCED: u16 = 0x00FE;
const WIDTH: u16 = 0x0100;
const HEIGHT: u16 = 0x0101;
const BITS: u16 = 0x0102;
const PHOTOMETRIC: u16 = 0x0106;
const SAMPLES: u16 = 0x0115;
const PLANES: u16 = 0x011C;
const EXTRA_SAMPLES: u16 = 0x0152;
const SUB_DIRECTORIES: u16 = 0x014A;
const XMP: u16 = 0x02BC;
const PROFILE: u16 = 0x8773;
const DNG_VERSION: u16 = 0xC612;

/// PLANARCONFIG: a plane for each channel.
const PLANAR: u32 = 2;
const PALETTE: u32 = 3;
const INKS: u32 = 5;
const COLOUR_FILTER: u32 = 32_803;

/// The numbers of the first directory that matter here.
struct Numbers {
    width: u32,
    height: u32,
    bits: u32,
    samples: u32,
    photometric: u32,
    extra: Option<u32>,
    has_profile: bool,
    xmp_has_gps: bool,
    raw: bool,
    planar: bool,
}

impl Numbers {
    /// Bytes a pixel that decoding takes beside `finished` ones, as measured: planes are put together in a second
    /// place; grey, deep and packed samples are made finished ones in a second place, others where they are.
    fn working(&self, finished: u64) -> u64 {
        let samples = u64::from(self.samples.clamp(1, 8)) * if self.bits > 8 { 2 } else { 1 };
        let in_place = self.bits == 8 && self.samples > 2;
        let apart = if in_place { samples.saturating_sub(finished) } else { samples };
        if self.planar { apart.max(2 * samples) } else { apart }
    }
}

/// The facts of the first directory; sizes as stored. A camera's raw file is refused.
pub(super) fn facts(bytes: &[u8]) -> Result<PictureFacts, PictureError> {
    let tiff = Tiff::open(bytes).ok_or(PictureError::Truncated)?;
    let numbers = numbers(&tiff).ok_or(PictureError::Truncated)?;
    if numbers.raw || bytes.get(8..10) == Some(b"CR") {
        return Err(PictureError::Tiff);
    }
    let bits = match numbers.bits {
        bits @ (1 | 2 | 4 | 8 | 16) => u8::try_from(bits).unwrap_or(16),
        _ => return Err(PictureError::Unsupported("a TIFF with other than 1, 2, 4, 8 or 16 bits a sample")),
    };
    if numbers.photometric == PALETTE {
        return Err(PictureError::Unsupported("a TIFF with a palette"));
    }
    let place = exif::read(bytes);
    let plain = PictureFacts::plain(Format::Tiff, numbers.width, numbers.height);
    let alpha = matches!(numbers.extra, Some(1 | 2)) && numbers.photometric != INKS;
    let working = plain.pixels() * numbers.working(if alpha { 4 } else { 3 });
    Ok(PictureFacts {
        orientation: place.orientation,
        alpha,
        palette: bits < 8,
        cmyk: numbers.photometric == INKS,
        bits,
        working,
        has_profile: numbers.has_profile,
        has_gps: place.has_gps || numbers.xmp_has_gps,
        ..plain
    })
}

fn numbers(tiff: &Tiff<'_>) -> Option<Numbers> {
    let entries: Vec<Entry> = tiff.first_directory()?.collect();
    let find = |tag: u16| entries.iter().find(|entry| entry.tag == tag);
    let number = |tag: u16| find(tag).and_then(|entry| tiff.number(entry));
    let reduced = number(REDUCED).is_some_and(|kind| kind & 1 == 1) && find(SUB_DIRECTORIES).is_some();
    Some(Numbers {
        width: number(WIDTH)?,
        height: number(HEIGHT)?,
        bits: number(BITS).unwrap_or(1),
        samples: number(SAMPLES).unwrap_or(1),
        photometric: number(PHOTOMETRIC).unwrap_or(1),
        extra: number(EXTRA_SAMPLES),
        planar: number(PLANES) == Some(PLANAR) && number(SAMPLES).is_some_and(|samples| samples > 1),
        has_profile: find(PROFILE).is_some(),
        xmp_has_gps: find(XMP).and_then(|entry| tiff.value(entry)).is_some_and(xmp_has_gps),
        raw: reduced || find(DNG_VERSION).is_some() || number(PHOTOMETRIC) == Some(COLOUR_FILTER),
    })
}
