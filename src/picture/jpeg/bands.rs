//! Scans of a progressive JPEG that bring AC coefficients (T.81, annex G): bands for the first time, and their finer bits.
//!
//! A block's coefficients are a word: the bit of each that is known not to be 0.

use super::super::PictureError;
use super::bits::Bits;
use super::huffman::{Table, beyond};

/// Reads the blocks of one scan, one after another.
pub(super) struct Band<'a> {
    table: &'a Table,
    /// The first coefficient, and the last (zigzag).
    first: u32,
    last: u32,
    finer: bool,
    /// Blocks that an end-of-band run still covers.
    run: u32,
}

impl<'a> Band<'a> {
    /// `finer`: whether the scan brings one more bit of coefficients that came before.
    pub(super) fn new(table: &'a Table, first: u8, last: u8, finer: bool) -> Self {
        Self { table, first: first.into(), last: last.into(), finer, run: 0 }
    }

    /// What a restart mark ends.
    pub(super) fn restart(&mut self) {
        self.run = 0;
    }

    /// Whether an end-of-band run covers blocks that are not there.
    pub(super) fn is_open(&self) -> bool {
        self.run > 0
    }

    /// Reads a row of blocks, or as many as an interval has of it.
    pub(super) fn row(&mut self, bits: &mut Bits<'_>, blocks: &mut [u64]) -> Result<(), PictureError> {
        let mut at = 0;
        while let Some(block) = blocks.get_mut(at) {
            if self.run > 0 {
                let covered = (blocks.len() - at).min(self.run as usize);
                self.cover(bits, &blocks[at..at + covered]);
                at += covered;
            } else {
                if self.finer {
                    self.refine(bits, block)?
                } else {
                    self.first(bits, block)?
                }
                at += 1;
            }
            if bits.is_overdrawn() {
                return Err(PictureError::corrupt("a part of the JPEG's data is missing"));
            }
        }
        Ok(())
    }

    /// Blocks of an end-of-band run: nothing new comes to them.
    fn cover(&mut self, bits: &mut Bits<'_>, blocks: &[u64]) {
        self.run -= blocks.len() as u32;
        if self.finer {
            let band = band(self.first, self.last);
            bits.skip(blocks.iter().map(|known| (known & band).count_ones() as usize).sum());
        }
    }

    /// T.81, G.1.2.2: a band for the first time.
    fn first(&mut self, bits: &mut Bits<'_>, known: &mut u64) -> Result<(), PictureError> {
        let mut own = *bits;
        let mut at = self.first;
        while at <= self.last {
            own.refill();
            let symbol = self.table.symbol(&mut own)?;
            let (zeros, size) = (u32::from(symbol >> 4), u32::from(symbol & 15));
            at += zeros;
            if size > 0 {
                own.drop(size);
                *known |= coefficient(at, self.last)?;
            } else if zeros < 15 {
                self.run = (1 << zeros) + own.take(zeros) - 1;
                break;
            }
            at += 1;
        }
        *bits = own;
        Ok(())
    }

    /// T.81, G.1.2.3: one more bit of known coefficients, and new ones between them.
    fn refine(&mut self, bits: &mut Bits<'_>, known: &mut u64) -> Result<(), PictureError> {
        let mut own = *bits;
        let (mut at, last) = (self.first, self.last);
        while at <= last {
            own.refill();
            let symbol = self.table.symbol(&mut own)?;
            let (zeros, size) = (u32::from(symbol >> 4), u32::from(symbol & 15));
            if size == 0 && zeros < 15 {
                self.run = (1 << zeros) + own.take(zeros) - 1;
                own.skip((*known & band(at, last)).count_ones() as usize);
                break;
            }
            if size > 1 {
                return Err(PictureError::corrupt("the JPEG's data is damaged"));
            }
            own.drop(size);
            at = pass(&mut own, *known, at, last, zeros);
            if size == 1 {
                *known |= coefficient(at, last)?;
            }
            at += 1;
        }
        *bits = own;
        Ok(())
    }
}

/// A coefficient's bit.
#[inline]
fn coefficient(at: u32, last: u32) -> Result<u64, PictureError> {
    if at <= last { Ok(1 << at) } else { Err(beyond()) }
}

/// Skips a bit for every known coefficient until `zeros` unknown ones are behind; returns the next unknown one's place.
#[inline]
fn pass(bits: &mut Bits<'_>, known: u64, at: u32, last: u32, zeros: u32) -> u32 {
    if at + zeros <= last && known & band(at, at + zeros) == 0 {
        return at + zeros;
    }
    let mut unknown = !known & band(at, last);
    for _ in 0..zeros {
        unknown &= unknown.wrapping_sub(1);
    }
    let place = if unknown == 0 { last + 1 } else { unknown.trailing_zeros() };
    bits.skip((known & band(at, place - 1)).count_ones() as usize);
    place
}

/// The bits of coefficients `first` to `last`; none where `first` is beyond.
#[inline]
fn band(first: u32, last: u32) -> u64 {
    if first > last { 0 } else { u64::MAX << first & u64::MAX >> (63 - last) }
}
