//! Boxes of ISO base media files (ISO/IEC 14496-12), as far as still AVIF pictures need them: one level at a time.

use crate::picture::PictureError;
use crate::picture::bytes::{array, slice, u16_be, u32_be};

/// A box: its type, where it begins, and what is in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Box<'a> {
    pub(super) kind: [u8; 4],
    pub(super) at: usize,
    pub(super) body: &'a [u8],
    pub(super) whole: &'a [u8],
}

/// The boxes that lie end to end in `bytes`.
///
/// # Errors
/// `Truncated` for one that is longer than what is left; `Corrupt` for one shorter than its header.
pub(super) fn boxes(bytes: &[u8]) -> Result<Vec<Box<'_>>, PictureError> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let size = u32_be(bytes, at).ok_or(PictureError::Truncated)?;
        let kind = array(bytes, at + 4).ok_or(PictureError::Truncated)?;
        let (header, len) = match size {
            0 => (8, bytes.len() - at),
            1 => (16, long(bytes, at + 8)?),
            size => (8, size as usize),
        };
        let whole = slice(bytes, at, len)?;
        let body = whole.get(header..).ok_or_else(|| PictureError::corrupt("a box is shorter than its header"))?;
        found.push(Box { kind, at, body, whole });
        at += len;
    }
    Ok(found)
}

fn long(bytes: &[u8], at: usize) -> Result<usize, PictureError> {
    let len = array(bytes, at).map(u64::from_be_bytes).ok_or(PictureError::Truncated)?;
    usize::try_from(len).map_err(|_| PictureError::Truncated)
}

/// Appends a box with a 32-bit size.
pub(super) fn put_box(out: &mut Vec<u8>, kind: [u8; 4], body: &[u8]) {
    out.extend(u32::try_from(body.len() + 8).unwrap_or(u32::MAX).to_be_bytes());
    out.extend(kind);
    out.extend(body);
}

/// Reads numbers of any width in a row.
pub(super) struct Numbers<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
}

impl Numbers<'_> {
    /// The next number of 0, 2, 4 or 8 bytes.
    pub(super) fn take(&mut self, width: usize) -> Result<u64, PictureError> {
        let number = match width {
            0 => Some(0),
            2 => u16_be(self.bytes, self.at).map(u64::from),
            4 => u32_be(self.bytes, self.at).map(u64::from),
            8 => array(self.bytes, self.at).map(u64::from_be_bytes),
            _ => return Err(PictureError::corrupt("a number of unknown width")),
        };
        self.at += width;
        number.ok_or(PictureError::Truncated)
    }
}

/// Appends a number of 0, 2, 4 or 8 bytes.
///
/// # Errors
/// `Corrupt` where it does not fit.
pub(super) fn put_number(out: &mut Vec<u8>, width: usize, number: u64) -> Result<(), PictureError> {
    let bytes = number.to_be_bytes();
    let (cut, kept) = bytes.split_at_checked(8 - width).unwrap_or((&[], &bytes));
    if cut.iter().any(|&byte| byte != 0) {
        return Err(PictureError::corrupt("the AVIF is too large for its own tables"));
    }
    out.extend(kept);
    Ok(())
}
