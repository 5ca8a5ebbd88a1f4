//! Reading Huffman codes (T.81, annexes C and F.2.2) out of a scan's entropy-coded bytes.

use super::super::PictureError;

/// Codes of up to this many bits are looked up at once.
const LOOK: u32 = 10;

/// The step of a code that ends its block: beyond what any run of coefficients can reach.
pub(super) const END: u32 = 128;

/// A Huffman table, ready to decode.
#[derive(Clone)]
pub(super) struct Table {
    /// For every `LOOK` bits: the code's length and, below it, its symbol; 0 where the code is longer.
    short: [u16; 1 << LOOK],
    /// The same for AC coefficients that are not read but skipped: the length of code and coefficient together, and
    /// below it how many coefficients they stand for, or [`END`]; 0 where that is not all there is to a code.
    steps: [u16; 1 << LOOK],
    /// By length: one more than the largest code, aligned to 16 bits.
    limit: [u32; 18],
    /// By length: what added to a code gives its symbol's place.
    offset: [i32; 17],
    symbols: Vec<u8>,
}

impl Table {
    /// A table out of the numbers of codes by length and the symbols in the order of their codes.
    pub(super) fn new(counts: &[u8; 16], symbols: &[u8]) -> Result<Self, PictureError> {
        let mut table = Self {
            short: [0; 1 << LOOK],
            steps: [0; 1 << LOOK],
            limit: [0; 18],
            offset: [0; 17],
            symbols: symbols.to_vec(),
        };
        let (mut code, mut place) = (0_u32, 0_usize);
        for length in 1..=16_u32 {
            let count = usize::from(counts[length as usize - 1]);
            table.offset[length as usize] = i32::try_from(place).unwrap_or(0) - code.cast_signed();
            for &symbol in symbols.get(place..place + count).unwrap_or_default() {
                table.enter(code, length, symbol);
                code += 1;
            }
            place += count;
            if code > 1 << length {
                return Err(PictureError::corrupt("a JPEG Huffman table has too many codes"));
            }
            table.limit[length as usize] = code << (16 - length);
            code <<= 1;
        }
        table.limit[17] = u32::MAX;
        Ok(table)
    }

    fn enter(&mut self, code: u32, length: u32, symbol: u8) {
        if length <= LOOK {
            let start = (code << (LOOK - length)) as usize;
            let entry = u16::try_from(length).unwrap_or(0) << 8 | u16::from(symbol);
            let end = (start + (1 << (LOOK - length))).min(self.short.len());
            self.short.get_mut(start..end).unwrap_or_default().fill(entry);
            let (zeros, size) = (u16::from(symbol >> 4), u16::from(symbol & 15));
            let step = match (zeros, size) {
                (0, 0) => entry & 0xFF00 | END as u16,
                (_, 0) => 0,
                _ => (entry & 0xFF00) + (size << 8) + zeros + 1,
            };
            self.steps.get_mut(start..end).unwrap_or_default().fill(step);
        }
    }

    /// The next symbol. Needs 16 bits in the buffer.
    #[inline]
    pub(super) fn symbol(&self, bits: &mut Bits<'_>) -> Result<u8, PictureError> {
        let entry = self.short[(bits.buffer >> (64 - LOOK)) as usize];
        if entry != 0 {
            bits.drop(u32::from(entry >> 8));
            return Ok((entry & 0xFF) as u8);
        }
        self.long_symbol(bits)
    }

    /// Skips the next code with its coefficient and says how many coefficients that were, or [`END`]; `None`, with
    /// nothing skipped, for codes that have to be looked at with [`Table::symbol`]. Needs 31 bits in the buffer.
    #[inline]
    pub(super) fn step(&self, bits: &mut Bits<'_>) -> Option<u32> {
        let entry = u32::from(self.steps[(bits.buffer >> (64 - LOOK)) as usize]);
        bits.drop(entry >> 8);
        (entry > 0).then_some(entry & 0xFF)
    }

    /// Takes as many [`Table::step`]s as reach `goal`, or fewer where one of them needs a closer look; says how many
    /// coefficients those were. The buffer is kept in registers meanwhile: this loop is where the time goes.
    #[inline]
    pub(super) fn steps(&self, bits: &mut Bits<'_>, mut at: u32, goal: u32) -> u32 {
        let (mut buffer, mut left) = (bits.buffer, bits.left);
        while at < goal {
            if left < 32 {
                (bits.buffer, bits.left) = (buffer, left);
                bits.refill();
                (buffer, left) = (bits.buffer, bits.left);
            }
            let entry = u32::from(self.steps[(buffer >> (64 - LOOK)) as usize]);
            if entry == 0 {
                break;
            }
            buffer <<= entry >> 8;
            left -= entry >> 8;
            at += entry & 0xFF;
        }
        (bits.buffer, bits.left) = (buffer, left);
        at
    }

    #[cold]
    fn long_symbol(&self, bits: &mut Bits<'_>) -> Result<u8, PictureError> {
        let next = (bits.buffer >> 48) as u32;
        let unknown = || PictureError::corrupt("the JPEG's data has a code that its tables do not know");
        let length = (1..=17).find(|&length| next < self.limit[length]).filter(|&length| length < 17).ok_or_else(unknown)?;
        let place = (next >> (16 - length)).cast_signed() + self.offset[length];
        bits.drop(length as u32);
        usize::try_from(place).ok().and_then(|place| self.symbols.get(place)).copied().ok_or_else(unknown)
    }
}

/// The bits of a scan. Behind the data, and at a restart mark, zeros are fed and counted.
pub(super) struct Bits<'a> {
    data: &'a [u8],
    at: usize,
    /// The next bits, from the top.
    buffer: u64,
    left: u32,
    /// Bytes of zeros fed since the last restart.
    fed: u32,
}

impl<'a> Bits<'a> {
    pub(super) fn new(data: &'a [u8]) -> Self {
        Self { data, at: 0, buffer: 0, left: 0, fed: 0 }
    }

    /// Fills the buffer to at least 32 bits.
    #[inline]
    pub(super) fn refill(&mut self) {
        if self.left >= 32 {
            return;
        }
        if let Some(word) = self.data.get(self.at..self.at + 4).and_then(|bytes| bytes.try_into().ok()) {
            let word = u32::from_be_bytes(word);
            // No byte is 0xFF where the complement has no zero byte.
            if (!word).wrapping_sub(0x0101_0101) & word & 0x8080_8080 == 0 {
                self.buffer |= u64::from(word) << (32 - self.left);
                self.left += 32;
                self.at += 4;
                return;
            }
        }
        self.refill_by_bytes();
    }

    fn refill_by_bytes(&mut self) {
        while self.left <= 48 {
            let byte = match (self.data.get(self.at), self.data.get(self.at + 1)) {
                (Some(0xFF), Some(0)) => {
                    self.at += 2;
                    0xFF
                }
                (None, _) | (Some(0xFF), _) => {
                    self.fed += 1;
                    0
                }
                (Some(&byte), _) => {
                    self.at += 1;
                    byte
                }
            };
            self.buffer |= u64::from(byte) << (56 - self.left);
            self.left += 8;
        }
    }

    /// Skips bits that are in the buffer.
    #[inline]
    pub(super) fn drop(&mut self, count: u32) {
        self.buffer <<= count;
        self.left -= count;
    }

    /// Skips any number of bits.
    pub(super) fn skip(&mut self, mut count: u32) {
        while count > 0 {
            self.refill();
            let step = count.min(32);
            self.drop(step);
            count -= step;
        }
    }

    /// The next `count` bits (at most 16) as a number. They have to be in the buffer.
    #[inline]
    pub(super) fn take(&mut self, count: u32) -> u32 {
        let value = (self.buffer >> 32 >> (32 - count)) as u32;
        self.drop(count);
        value
    }

    /// The next `count` bits (at most 16) as T.81's EXTEND reads them.
    #[inline]
    pub(super) fn take_signed(&mut self, count: u32) -> i32 {
        if count == 0 {
            return 0;
        }
        let value = self.take(count).cast_signed();
        if value < 1 << (count - 1) { value - (1 << count) + 1 } else { value }
    }

    /// Whether more bits were taken than there are.
    #[inline]
    pub(super) fn is_overdrawn(&self) -> bool {
        self.fed * 8 > self.left
    }

    /// Whether nothing but padding is left up to the next restart mark or the end: bits that are all alike, at most a
    /// byte of them, or the zeros and fill bytes that some cameras write.
    fn is_read(&self) -> bool {
        let whole = (self.left / 8).saturating_sub(self.fed);
        let bits = self.left % 8;
        let odd = self.buffer >> 32 >> (32 - bits);
        let rest = self.data.get(self.at..).unwrap_or_default();
        let mark = rest.windows(2).position(|pair| pair[0] == 0xFF && pair[1] != 0).unwrap_or(rest.len());
        let buffered = (0..whole).map(|index| (self.buffer << bits >> (56 - 8 * index) & 0xFF) as u8);
        let mut bytes = buffered.chain(rest[..mark].iter().copied());
        (odd == 0 || odd == (1 << bits) - 1) && bytes.all(|byte| byte == 0 || byte == 0xFF)
    }

    /// Ends an interval: everything has to be read but padding.
    pub(super) fn finish(&self) -> Result<(), PictureError> {
        if self.is_overdrawn() {
            return Err(PictureError::corrupt("a part of the JPEG's data is missing"));
        }
        if !self.is_read() {
            return Err(PictureError::corrupt("the JPEG's data goes on where its picture ends"));
        }
        Ok(())
    }

    /// Ends an interval and begins the next behind the restart mark with this number.
    pub(super) fn restart(&mut self, number: u8) -> Result<(), PictureError> {
        self.finish()?;
        let rest = self.data.get(self.at..).unwrap_or_default();
        let mark = rest.windows(2).position(|pair| pair[0] == 0xFF && pair[1] != 0);
        let mark = mark.map(|mark| self.at + mark).filter(|&mark| self.data[mark + 1] == 0xD0 + number);
        let Some(mark) = mark else {
            return Err(PictureError::corrupt("a part of the JPEG's data is missing"));
        };
        *self = Self { at: mark + 2, ..Self::new(self.data) };
        Ok(())
    }

    /// Whether a restart mark follows although none is due.
    pub(super) fn is_at_end(&self) -> bool {
        let rest = self.data.get(self.at..).unwrap_or_default();
        !rest.windows(2).any(|pair| pair[0] == 0xFF && pair[1] != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Codes 0, 10, 110 and 1111111110 (ten bits, beyond the lookup) for 5, 6, 7 and 8.
    fn table() -> Table {
        let mut counts = [0; 16];
        (counts[0], counts[1], counts[2], counts[9]) = (1, 1, 1, 1);
        Table::new(&counts, &[5, 6, 7, 8]).unwrap()
    }

    #[test]
    fn short_and_long_codes_are_told_apart() {
        let data = [0b0101_1011, 0b1000_0000, 0];
        let mut bits = Bits::new(&data);
        bits.refill();
        let found: Vec<u8> = (0..4).map(|_| table().symbol(&mut bits).unwrap()).collect();
        assert_eq!(found, [5, 6, 7, 8]);
        assert!(!bits.is_overdrawn());
    }

    #[test]
    fn unknown_codes_and_overfull_tables_are_errors() {
        let mut bits = Bits::new(&[0xFF, 0, 0xFF, 0]);
        bits.refill();
        assert!(table().symbol(&mut bits).is_err());
        let mut counts = [0; 16];
        counts[0] = 3;
        assert!(Table::new(&counts, &[1, 2, 3]).is_err());
    }

    #[test]
    fn stuffed_bytes_are_one_and_restart_marks_end_an_interval() {
        let data = [0xFF, 0x00, 0xA0, 0xFF, 0xD3, 0x01];
        let mut bits = Bits::new(&data);
        bits.refill();
        assert_eq!((bits.take(16), bits.is_overdrawn()), (0xFFA0, false));
        assert!(bits.restart(2).is_err());
        bits.restart(3).unwrap();
        bits.refill();
        assert_eq!((bits.take(8), bits.is_at_end()), (1, true));
        bits.finish().unwrap();
        bits.refill();
        bits.drop(1);
        assert!(bits.finish().is_err());
    }

    #[test]
    fn numbers_are_extended_as_the_standard_says() {
        let mut bits = Bits::new(&[0b0110_1000, 0]);
        bits.refill();
        assert_eq!([bits.take_signed(2), bits.take_signed(2), bits.take_signed(0)], [-2, 2, 0]);
    }
}
