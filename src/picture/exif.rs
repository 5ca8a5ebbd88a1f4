//! EXIF blocks (CIPA DC-008, a TIFF structure): the orientation and whether a place is stated; nothing else is read.

use super::bytes::{array, u16_be, u16_le, u32_be, u32_le};

/// What JPEG puts before the TIFF structure in its APP1 segment; some writers do so in WebP too.
pub(super) const PREFIX: &[u8] = b"Exif\0\0";

const ORIENTATION: u16 = 0x0112;
const GPS_DIRECTORY: u16 = 0x8825;
const GPS_VERSION: u16 = 0;

/// How stored pixels have to be turned to be shown: EXIF tag 0x0112, values 1 to 8.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[repr(u8)]
pub enum Orientation {
    /// 1: shown as stored.
    #[default]
    Upright = 1,
    /// 2: mirrored left to right.
    Mirrored = 2,
    /// 3: turned by 180°.
    HalfTurn = 3,
    /// 4: mirrored top to bottom.
    Flipped = 4,
    /// 5: mirrored along the main diagonal.
    Transposed = 5,
    /// 6: to be turned by 90° clockwise.
    QuarterClockwise = 6,
    /// 7: mirrored along the other diagonal.
    Transversed = 7,
    /// 8: to be turned by 90° counter-clockwise.
    QuarterCounterClockwise = 8,
}

impl Orientation {
    /// The orientation for EXIF's value; anything outside 1 to 8 means upright, as browsers take it.
    #[must_use]
    pub fn from_exif(value: u32) -> Self {
        match value {
            2 => Self::Mirrored,
            3 => Self::HalfTurn,
            4 => Self::Flipped,
            5 => Self::Transposed,
            6 => Self::QuarterClockwise,
            7 => Self::Transversed,
            8 => Self::QuarterCounterClockwise,
            _ => Self::Upright,
        }
    }

    /// EXIF's value, 1 to 8.
    #[must_use]
    pub fn to_exif(self) -> u8 {
        self as u8
    }

    /// Whether width and height change places when the picture is shown.
    #[must_use]
    pub fn swaps_sides(self) -> bool {
        self.to_exif() >= 5
    }
}

/// What is read out of an EXIF block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct ExifFacts {
    pub(super) orientation: Orientation,
    pub(super) has_gps: bool,
}

/// Reads an EXIF block, with or without [`PREFIX`]. A block that makes no sense states nothing.
pub(super) fn read(block: &[u8]) -> ExifFacts {
    let tiff = block.strip_prefix(PREFIX).unwrap_or(block);
    Tiff::open(tiff).and_then(|tiff| tiff.facts()).unwrap_or_default()
}

/// The smallest EXIF block with an orientation, without [`PREFIX`]; `None` for an upright picture.
pub(super) fn minimal(orientation: Orientation) -> Option<Vec<u8>> {
    let mut block = b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0".to_vec();
    block[19] = orientation.to_exif();
    (orientation != Orientation::Upright).then_some(block)
}

/// A TIFF structure, in either byte order.
pub(super) struct Tiff<'a> {
    bytes: &'a [u8],
    little: bool,
}

/// One directory entry: tag, field type, number of values, and where its value or the value's offset stands.
pub(super) struct Entry {
    pub(super) tag: u16,
    kind: u16,
    count: u32,
    value_at: usize,
}

impl<'a> Tiff<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Option<Self> {
        match array(bytes, 0)? {
            [b'I', b'I', 42, 0] => Some(Self { bytes, little: true }),
            [b'M', b'M', 0, 42] => Some(Self { bytes, little: false }),
            _ => None,
        }
    }

    fn short(&self, at: usize) -> Option<u16> {
        if self.little { u16_le(self.bytes, at) } else { u16_be(self.bytes, at) }
    }

    fn long(&self, at: usize) -> Option<u32> {
        if self.little { u32_le(self.bytes, at) } else { u32_be(self.bytes, at) }
    }

    /// The entries of the directory at `at`, as far as the block holds them.
    fn entries(&self, at: usize) -> impl Iterator<Item = Entry> + '_ {
        let count = usize::from(self.short(at).unwrap_or(0));
        let starts = (0..count).map_while(move |index| at.checked_add(2 + index * 12));
        starts.map_while(|start| {
            self.long(start.checked_add(8)?)?;
            let (tag, kind, count) = (self.short(start)?, self.short(start + 2)?, self.long(start + 4)?);
            Some(Entry { tag, kind, count, value_at: start + 8 })
        })
    }

    /// The entries of the first directory.
    pub(super) fn first_directory(&self) -> Option<impl Iterator<Item = Entry> + '_> {
        let at = usize::try_from(self.long(4)?).ok()?;
        self.short(at).map(|_| self.entries(at))
    }

    /// All bytes of an entry's values: in the entry itself where four are enough.
    pub(super) fn value(&self, entry: &Entry) -> Option<&'a [u8]> {
        let size: usize = match entry.kind {
            1 | 2 | 6 | 7 => 1,
            3 | 8 => 2,
            4 | 9 | 11 | 13 => 4,
            5 | 10 | 12 => 8,
            _ => return None,
        };
        let len = size.checked_mul(usize::try_from(entry.count).ok()?)?;
        let at = if len <= 4 { entry.value_at } else { usize::try_from(self.long(entry.value_at)?).ok()? };
        self.bytes.get(at..at.checked_add(len)?)
    }

    /// An entry's first value, where it is a whole number.
    pub(super) fn number(&self, entry: &Entry) -> Option<u32> {
        let value = Self { bytes: self.value(entry)?, little: self.little };
        match entry.kind {
            1 => value.bytes.first().copied().map(u32::from),
            3 => value.short(0).map(u32::from),
            4 => value.long(0),
            _ => None,
        }
    }

    fn facts(&self) -> Option<ExifFacts> {
        let first = usize::try_from(self.long(4)?).ok()?;
        let mut facts = ExifFacts::default();
        for entry in self.entries(first) {
            match entry.tag {
                ORIENTATION => facts.orientation = self.orientation(&entry),
                GPS_DIRECTORY => facts.has_gps = self.has_place(&entry),
                _ => {}
            }
        }
        Some(facts)
    }

    fn orientation(&self, entry: &Entry) -> Orientation {
        let value = match entry.kind {
            1 => self.bytes.get(entry.value_at).copied().map(u32::from),
            3 => self.short(entry.value_at).map(u32::from),
            4 => self.long(entry.value_at),
            _ => None,
        };
        value.map_or(Orientation::Upright, Orientation::from_exif)
    }

    /// A GPS directory that says more than its version states a place; so does one that cannot be read.
    fn has_place(&self, entry: &Entry) -> bool {
        let at = self.long(entry.value_at).and_then(|at| usize::try_from(at).ok());
        match at.filter(|&at| self.short(at).is_some()) {
            Some(at) => self.entries(at).any(|entry| entry.tag != GPS_VERSION),
            None => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::fixtures::exif_block;

    #[test]
    fn the_minimal_block_says_what_it_was_made_from() {
        for value in 2..=8 {
            let orientation = Orientation::from_exif(value);
            let block = minimal(orientation).unwrap();
            assert_eq!(read(&block), ExifFacts { orientation, has_gps: false });
        }
        assert_eq!(minimal(Orientation::Upright), None);
    }

    #[test]
    fn reads_both_byte_orders_and_the_prefix() {
        for little in [true, false] {
            let block = exif_block(6, true, little);
            let facts = ExifFacts { orientation: Orientation::QuarterClockwise, has_gps: true };
            assert_eq!(read(&block), facts);
            assert_eq!(read(&[PREFIX, &block].concat()), facts);
            assert!(!read(&exif_block(6, false, little)).has_gps);
        }
    }

    #[test]
    fn nonsense_states_nothing() {
        assert_eq!(read(b""), ExifFacts::default());
        assert_eq!(read(b"II*\0\xff\xff\xff\xff"), ExifFacts::default());
        assert_eq!(read(&exif_block(9, false, true)).orientation, Orientation::Upright);
    }
}
