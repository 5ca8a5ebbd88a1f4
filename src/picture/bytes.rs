//! Reading numbers out of a byte string that may be shorter than it claims.

use super::PictureError;

/// The `N` bytes at `at`.
pub(super) fn array<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..at.checked_add(N)?)?.try_into().ok()
}

/// The `len` bytes at `at`.
///
/// # Errors
/// `Truncated` when the file ends before they do.
pub(super) fn slice(bytes: &[u8], at: usize, len: usize) -> Result<&[u8], PictureError> {
    at.checked_add(len).and_then(|end| bytes.get(at..end)).ok_or(PictureError::Truncated)
}

/// The byte at `at`.
///
/// # Errors
/// `Truncated` when there is none.
pub(super) fn byte(bytes: &[u8], at: usize) -> Result<u8, PictureError> {
    bytes.get(at).copied().ok_or(PictureError::Truncated)
}

/// The big-endian 16 bits at `at`.
pub(super) fn u16_be(bytes: &[u8], at: usize) -> Option<u16> {
    array(bytes, at).map(u16::from_be_bytes)
}

/// The big-endian 32 bits at `at`.
pub(super) fn u32_be(bytes: &[u8], at: usize) -> Option<u32> {
    array(bytes, at).map(u32::from_be_bytes)
}

/// The little-endian 16 bits at `at`.
pub(super) fn u16_le(bytes: &[u8], at: usize) -> Option<u16> {
    array(bytes, at).map(u16::from_le_bytes)
}

/// The little-endian 24 bits at `at`.
pub(super) fn u24_le(bytes: &[u8], at: usize) -> Option<u32> {
    array(bytes, at).map(|[a, b, c]| u32::from_le_bytes([a, b, c, 0]))
}

/// The little-endian 32 bits at `at`.
pub(super) fn u32_le(bytes: &[u8], at: usize) -> Option<u32> {
    array(bytes, at).map(u32::from_le_bytes)
}

/// Whether `needle` (not empty) occurs in `haystack`.
pub(super) fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle)
}

/// Whether an XMP packet states a place: the names `exif:GPSLatitude` and `exif:GPSLongitude`.
pub(super) fn xmp_has_gps(xmp: &[u8]) -> bool {
    contains(xmp, b"GPSL")
}
