//! The bits of a scan: cut into intervals at restart marks, and freed of stuffed bytes (T.81, B.1.1.5).
//!
//! An interval is copied without its stuffed bytes first, so that reading it needs no test for them.

use super::super::PictureError;

/// Zeros behind an interval's bytes, so that a whole word can be read at its end.
const PADDING: [u8; 8] = [0; 8];

/// A scan's data, interval by interval.
pub(super) struct Intervals<'a> {
    rest: &'a [u8],
    /// How many restart marks are behind.
    restarts: u8,
    /// The current interval without stuffed bytes, with [`PADDING`].
    plain: Vec<u8>,
}

impl<'a> Intervals<'a> {
    pub(super) fn of(data: &'a [u8]) -> Self {
        Self { rest: data, restarts: 0, plain: Vec::with_capacity(data.len() + PADDING.len()) }
    }

    /// The first interval.
    pub(super) fn first(&mut self) -> Bits<'_> {
        self.copy();
        Bits::new(&self.plain)
    }

    /// The interval behind the next restart mark, which has to have the number that is due.
    pub(super) fn next(&mut self) -> Result<Bits<'_>, PictureError> {
        match self.rest {
            [0xFF, mark, rest @ ..] if *mark == 0xD0 + self.restarts % 8 => self.rest = rest,
            _ => return Err(PictureError::corrupt("a part of the JPEG's data is missing")),
        }
        self.restarts = (self.restarts + 1) % 8;
        Ok(self.first())
    }

    /// Whether no restart mark follows.
    pub(super) fn is_last(&self) -> bool {
        self.rest.is_empty()
    }

    fn copy(&mut self) {
        self.plain.clear();
        loop {
            let run = before_mark(self.rest);
            self.plain.extend_from_slice(&self.rest[..run]);
            self.rest = &self.rest[run..];
            let [0xFF, 0, rest @ ..] = self.rest else { break };
            self.plain.push(0xFF);
            self.rest = rest;
        }
        if self.rest.len() < 2 {
            self.rest = &[];
        }
        self.plain.extend(PADDING);
    }
}

/// The number of bytes before the first 0xFF.
pub(super) fn before_mark(bytes: &[u8]) -> usize {
    let (chunks, _) = bytes.as_chunks::<32>();
    let has_none = |chunk: &&[u8; 32]| !chunk.iter().fold(false, |found, &byte| found | (byte == 0xFF));
    let start = 32 * chunks.iter().take_while(has_none).count();
    bytes[start..].iter().position(|&byte| byte == 0xFF).map_or(bytes.len(), |at| start + at)
}

/// The bits of an interval. Zeros follow its end, without end.
#[derive(Clone, Copy)]
pub(super) struct Bits<'a> {
    /// With [`PADDING`].
    data: &'a [u8],
    /// The first byte that is not in the buffer.
    at: usize,
    /// The next bits, from the top; below `left` bits stand some of those that follow.
    buffer: u64,
    left: u32,
}

impl<'a> Bits<'a> {
    fn new(data: &'a [u8]) -> Self {
        Self { data, at: 0, buffer: 0, left: 0 }
    }

    /// Fills the buffer to at least 56 bits.
    #[inline]
    pub(super) fn refill(&mut self) {
        let word = self.data.get(self.at..).and_then(|rest| rest.first_chunk());
        self.buffer |= u64::from_be_bytes(word.copied().unwrap_or_default()) >> self.left;
        self.at += (63 - self.left) as usize >> 3;
        self.left |= 56;
    }

    /// The next bits, from the top, as many as the last [`Bits::refill`] left.
    #[inline]
    pub(super) fn next(&self) -> u64 {
        self.buffer
    }

    /// Skips bits that are in the buffer.
    #[inline]
    pub(super) fn drop(&mut self, count: u32) {
        self.buffer <<= count;
        self.left -= count;
    }

    /// Skips as many bits, which are in the buffer, as the low byte of `entry` says: less than 64.
    #[inline]
    pub(super) fn drop_low(&mut self, entry: u32) {
        // Shifts look at the low six bits alone.
        self.buffer = self.buffer.wrapping_shl(entry);
        self.left -= entry & 63;
    }

    /// Skips any number of bits.
    #[inline]
    pub(super) fn skip(&mut self, count: usize) {
        if count <= self.left as usize {
            return self.drop(count as u32);
        }
        let position = self.position() + count;
        *self = Self { at: position / 8, ..Self::new(self.data) };
        self.refill();
        self.drop((position % 8) as u32);
    }

    /// The next `count` bits (at most 16) as a number. They have to be in the buffer.
    #[inline]
    pub(super) fn take(&mut self, count: u32) -> u32 {
        let value = (self.buffer >> 32 >> (32 - count)) as u32;
        self.drop(count);
        value
    }

    /// Bits that were taken.
    #[inline]
    fn position(&self) -> usize {
        8 * self.at - self.left as usize
    }

    fn bytes(&self) -> &'a [u8] {
        &self.data[..self.data.len() - PADDING.len()]
    }

    /// Whether more bits were taken than there are.
    #[inline]
    pub(super) fn is_overdrawn(&self) -> bool {
        self.position() > 8 * (self.data.len() - PADDING.len())
    }

    /// Whether nothing but padding is left: bits that are all alike, at most a byte of them, or the zeros and fill
    /// bytes that some cameras write.
    fn is_read(&self) -> bool {
        let position = self.position();
        let odd = match (self.bytes().get(position / 8), position % 8) {
            (Some(&byte), used @ 1..) => (byte << used, u8::MAX << used),
            _ => (0, 0),
        };
        let rest = self.bytes().get(position.div_ceil(8)..).unwrap_or_default();
        (odd.0 == 0 || odd.0 == odd.1) && rest.iter().all(|&byte| byte == 0 || byte == 0xFF)
    }

    /// Ends the interval: everything has to be read but padding.
    pub(super) fn finish(&self) -> Result<(), PictureError> {
        if self.is_overdrawn() {
            return Err(PictureError::corrupt("a part of the JPEG's data is missing"));
        }
        if !self.is_read() {
            return Err(PictureError::corrupt("the JPEG's data goes on where its picture ends"));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stuffed_bytes_are_one_and_restart_marks_end_an_interval() {
        let data = [0xFF, 0x00, 0xA0, 0xFF, 0xD0, 0x01, 0xFF, 0xD1];
        let mut intervals = Intervals::of(&data);
        let mut bits = intervals.first();
        bits.refill();
        assert_eq!((bits.take(16), bits.is_overdrawn()), (0xFFA0, false));
        bits.finish().unwrap();
        assert!(!intervals.is_last());
        let mut bits = intervals.next().unwrap();
        assert!(bits.finish().is_err(), "a bit is left");
        bits.refill();
        assert_eq!(bits.take(8), 1);
        bits.finish().unwrap();
        bits.refill();
        bits.drop(1);
        assert!(bits.finish().is_err(), "a bit too many");
        assert!(!intervals.is_last());
        assert_eq!(intervals.next().map(|bits| bits.bytes().len()), Ok(0));
        assert!(intervals.is_last() && intervals.next().is_err());
        assert!(Intervals::of(&[0xFF, 0xD1]).next().is_err(), "number 0 is due");
    }

    #[test]
    fn any_number_of_bits_can_be_skipped() {
        let data: Vec<u8> = (0..200).collect();
        for count in [0, 1, 7, 8, 63, 64, 65, 799, 1592] {
            let mut intervals = Intervals::of(&data);
            let mut bits = intervals.first();
            bits.refill();
            bits.drop(3);
            bits.skip(count);
            bits.refill();
            let at = count + 3;
            let pair = u16::from_be_bytes([data[at / 8], data.get(at / 8 + 1).copied().unwrap_or(0)]);
            assert_eq!(bits.take(8), u32::from(pair << (at % 8) >> 8), "{count}");
        }
    }

    #[test]
    fn marks_are_found_wherever_they_stand() {
        for len in [0, 1, 31, 32, 33, 64, 100] {
            let mut bytes = vec![0xFE; len];
            assert_eq!(before_mark(&bytes), len);
            for at in 0..len {
                bytes[at] = 0xFF;
                assert_eq!(before_mark(&bytes), at);
                bytes[at] = 0;
            }
        }
    }
}
