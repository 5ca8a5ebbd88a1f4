//! The item tables of an AVIF file: where items lie (`iloc`) and what they are (`iinf`).

use super::boxes::{Numbers, boxes, put_number};
use crate::picture::PictureError;
use crate::picture::bytes::{array, byte, slice, u16_be, u32_be};

/// The table of places, ISO/IEC 14496-12, section 8.11.3.
#[derive(Debug, Clone)]
pub(super) struct Places {
    version: u8,
    /// Widths in bytes of an extent's offset, its length, an item's base offset, and an extent's index.
    widths: [usize; 4],
    pub(super) items: Vec<Place>,
}

/// Where an item's bytes lie.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) id: u32,
    /// 0 for offsets in the file.
    pub(super) method: u16,
    reference: u16,
    base: u64,
    /// Index, offset and length.
    extents: Vec<[u64; 3]>,
}

impl Places {
    /// Reads the table's body.
    ///
    /// # Errors
    /// `Truncated`, or `Corrupt` for an unknown version.
    pub(super) fn read(body: &[u8]) -> Result<Self, PictureError> {
        let version = byte(body, 0)?;
        if version > 2 {
            return Err(PictureError::corrupt("the AVIF's item table is of an unknown version"));
        }
        let sizes = [byte(body, 4)? >> 4, byte(body, 4)? & 15, byte(body, 5)? >> 4, byte(body, 5)? & 15];
        let mut widths = sizes.map(usize::from);
        if version == 0 {
            widths[3] = 0;
        }
        let id_width = if version < 2 { 2 } else { 4 };
        let mut numbers = Numbers { bytes: body, at: 6 };
        let count = numbers.take(id_width)?;
        let mut items = Vec::new();
        for _ in 0..count {
            items.push(Self::place(&mut numbers, version, widths, id_width)?);
        }
        Ok(Self { version, widths, items })
    }

    fn place(numbers: &mut Numbers<'_>, version: u8, widths: [usize; 4], id_width: usize) -> Result<Place, PictureError> {
        let [offset, length, base, index] = widths;
        let id = short(numbers.take(id_width)?)?;
        let method = if version == 0 { 0 } else { short(numbers.take(2)?)? };
        let reference = short(numbers.take(2)?)?;
        let base = numbers.take(base)?;
        let count = numbers.take(2)?;
        let extent = |_| Ok([numbers.take(index)?, numbers.take(offset)?, numbers.take(length)?]);
        let extents = (0..count).map(extent).collect::<Result<_, PictureError>>()?;
        Ok(Place { id, method, reference, base, extents })
    }

    /// Moves all that lies at or behind `from` in the file by `by` bytes.
    pub(super) fn shift(&mut self, from: u64, by: u64) {
        for item in self.items.iter_mut().filter(|item| item.method & 15 == 0) {
            if item.base > 0 {
                item.base += if item.base >= from { by } else { 0 };
                continue;
            }
            for extent in &mut item.extents {
                extent[1] += if extent[1] >= from { by } else { 0 };
            }
        }
    }

    /// Whether all items that lie in the file end within its `len` bytes.
    pub(super) fn lie_within(&self, len: u64) -> bool {
        let ends = |item: &Place, [_, offset, size]: [u64; 3]| item.base.checked_add(offset)?.checked_add(size);
        let in_file = self.items.iter().filter(|item| item.method & 15 == 0);
        in_file
            .flat_map(|item| item.extents.iter().map(|extent| ends(item, *extent)))
            .all(|end| end.is_some_and(|end| end <= len))
    }

    /// Adds an item that lies in one piece in the file.
    pub(super) fn push(&mut self, id: u32, offset: u64, len: u64) {
        self.items.push(Place { id, method: 0, reference: 0, base: 0, extents: vec![[0, offset, len]] });
    }

    /// The table's body with version and flags.
    ///
    /// # Errors
    /// `Corrupt` where a number does not fit the table's widths.
    pub(super) fn write(&self) -> Result<Vec<u8>, PictureError> {
        let [offset, length, base, index] = self.widths;
        let id_width = if self.version < 2 { 2 } else { 4 };
        let nibbles = |high: usize, low: usize| u8::try_from(high << 4 | low).unwrap_or(0);
        let mut out = vec![self.version, 0, 0, 0, nibbles(offset, length), nibbles(base, index)];
        put_number(&mut out, id_width, self.items.len() as u64)?;
        for item in &self.items {
            put_number(&mut out, id_width, item.id.into())?;
            if self.version > 0 {
                put_number(&mut out, 2, item.method.into())?;
            }
            put_number(&mut out, 2, item.reference.into())?;
            put_number(&mut out, base, item.base)?;
            put_number(&mut out, 2, item.extents.len() as u64)?;
            for extent in &item.extents {
                for (width, number) in [index, offset, length].into_iter().zip(extent) {
                    put_number(&mut out, width, *number)?;
                }
            }
        }
        Ok(out)
    }

    /// An item's bytes: out of the file, or out of `idat` for construction method 1. Pieces are joined.
    pub(super) fn bytes(&self, id: u32, file: &[u8], idat: &[u8]) -> Option<Vec<u8>> {
        let item = self.items.iter().find(|item| item.id == id)?;
        let source = match item.method & 15 {
            0 => file,
            1 => idat,
            _ => return None,
        };
        let mut out = Vec::new();
        for [_, offset, len] in &item.extents {
            let at = usize::try_from(item.base.checked_add(*offset)?).ok()?;
            let len = usize::try_from(*len).ok()?;
            out.extend(slice(source, at, len).ok().filter(|piece| out.len() + piece.len() <= source.len())?);
        }
        Some(out)
    }
}

fn short<T: TryFrom<u64>>(number: u64) -> Result<T, PictureError> {
    T::try_from(number).map_err(|_| PictureError::corrupt("a number is too large"))
}

/// What an item is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) id: u32,
    pub(super) kind: [u8; 4],
    /// The media type of a `mime` item.
    pub(super) media_type: String,
}

/// The entries of an `iinf` box's body; those of versions before 2 are left out.
///
/// # Errors
/// `Truncated` or `Corrupt`.
pub(super) fn items(body: &[u8]) -> Result<Vec<Item>, PictureError> {
    let start = if byte(body, 0)? == 0 { 6 } else { 8 };
    let entries = boxes(body.get(start..).ok_or(PictureError::Truncated)?)?;
    Ok(entries.iter().filter(|entry| &entry.kind == b"infe").filter_map(|entry| item(entry.body)).collect())
}

fn item(body: &[u8]) -> Option<Item> {
    let (id, rest) = match body.first()? {
        2 => (u16_be(body, 4)?.into(), 8),
        3 => (u32_be(body, 4)?, 10),
        _ => return None,
    };
    let mut texts = body.get(rest + 4..)?.split(|&byte| byte == 0).skip(1);
    let media_type = String::from_utf8_lossy(texts.next().unwrap_or_default()).into_owned();
    Some(Item { id, kind: array(body, rest)?, media_type })
}
