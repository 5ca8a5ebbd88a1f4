//! Huffman tables (T.81, annexes C and F.2.2), and what can be read or skipped with one look into them.

use super::super::PictureError;
use super::bits::Bits;

/// Codes of up to this many bits are looked up at once.
const LOOK: u32 = 12;
const LOOKS: usize = 1 << LOOK;

/// The step of a code that ends its block: beyond what any run of coefficients can reach.
pub(super) const END: u32 = 128;

/// Coefficients of a block.
const BLOCK: u32 = 64;

/// A Huffman table, ready to decode.
#[derive(Clone)]
pub(super) struct Table {
    /// For every `LOOK` bits: the code's length and, below it, its symbol; 0 where the code is longer.
    short: [u16; LOOKS],
    /// By length: one more than the largest code, aligned to 16 bits.
    limit: [u32; 18],
    /// By length: what added to a code gives its symbol's place.
    offset: [i32; 17],
    symbols: Vec<u8>,
}

impl Table {
    /// A table out of the numbers of codes by length and the symbols in the order of their codes.
    pub(super) fn new(counts: &[u8; 16], symbols: &[u8]) -> Result<Self, PictureError> {
        let mut table = Self { short: [0; LOOKS], limit: [0; 18], offset: [0; 17], symbols: symbols.to_vec() };
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
        }
    }

    /// The length of the code that these bits begin with, its run of zeros, and its size in bits; `None` where `known`
    /// bits do not make a code.
    fn peek(&self, bits: usize, known: u32) -> Option<(u32, u32, u32)> {
        let entry = u32::from(self.short[bits % LOOKS]);
        let (length, zeros, size) = (entry >> 8, entry >> 4 & 15, entry & 15);
        (1..=known).contains(&length).then_some((length, zeros, size))
    }

    /// The next symbol. Needs 16 bits in the buffer.
    #[inline]
    pub(super) fn symbol(&self, bits: &mut Bits<'_>) -> Result<u8, PictureError> {
        let entry = self.short[(bits.next() >> (64 - LOOK)) as usize];
        if entry != 0 {
            bits.drop(u32::from(entry >> 8));
            return Ok((entry & 0xFF) as u8);
        }
        let symbol;
        (*bits, symbol) = self.long_symbol(*bits)?;
        Ok(symbol)
    }

    /// By value, so that the buffer of [`Table::symbol`]'s callers stays in registers.
    #[cold]
    fn long_symbol<'b>(&self, mut bits: Bits<'b>) -> Result<(Bits<'b>, u8), PictureError> {
        let next = (bits.next() >> 48) as u32;
        let unknown = || PictureError::corrupt("the JPEG's data has a code that its tables do not know");
        let length = (1..=17).find(|&length| next < self.limit[length]).filter(|&length| length < 17).ok_or_else(unknown)?;
        let place = (next >> (16 - length)).cast_signed() + self.offset[length];
        bits.drop(length as u32);
        let symbol = usize::try_from(place).ok().and_then(|place| self.symbols.get(place)).copied();
        Ok((bits, symbol.ok_or_else(unknown)?))
    }
}

/// The next DC coefficient's difference to the last. Needs 27 bits in the buffer.
pub(super) struct Differences<'a> {
    table: &'a Table,
    /// For every `LOOK` bits: the difference and, below it in 8 bits, the length of code and difference together; 0
    /// where they are longer.
    whole: Box<[i32; LOOKS]>,
}

impl<'a> Differences<'a> {
    pub(super) fn of(table: &'a Table) -> Self {
        let mut whole = Box::new([0; LOOKS]);
        for (index, entry) in whole.iter_mut().enumerate() {
            if let Some((length, 0, size)) = table.peek(index, LOOK).filter(|(length, _, size)| length + size <= LOOK) {
                let bits = (index as u32) >> (LOOK - length - size) & ((1 << size) - 1);
                *entry = extend(bits, size) << 8 | (length + size).cast_signed();
            }
        }
        Self { table, whole }
    }

    #[inline]
    pub(super) fn read(&self, bits: &mut Bits<'_>) -> Result<i32, PictureError> {
        let entry = self.whole[(bits.next() >> (64 - LOOK)) as usize];
        if entry != 0 {
            bits.drop_low(entry.cast_unsigned());
            return Ok(entry >> 8);
        }
        let difference;
        (*bits, difference) = self.read_long(*bits)?;
        Ok(difference)
    }

    /// By value, so that the buffer of [`Differences::read`]'s callers stays in registers.
    #[inline(never)]
    fn read_long<'b>(&self, mut bits: Bits<'b>) -> Result<(Bits<'b>, i32), PictureError> {
        let size = self.table.symbol(&mut bits)?.into();
        if size > 11 {
            return Err(PictureError::corrupt("the JPEG's data is damaged"));
        }
        let difference = extend(bits.take(size), size);
        Ok((bits, difference))
    }
}

/// T.81's EXTEND (F.2.2.1): `size` bits as a signed number.
fn extend(bits: u32, size: u32) -> i32 {
    let value = bits.cast_signed();
    if size > 0 && value < 1 << (size - 1) { value - (1 << size) + 1 } else { value }
}

/// Skips the AC coefficients of a block, several at a time: which they are is of no interest, only how many.
pub(super) struct Skips<'a> {
    table: &'a Table,
    /// For every `LOOK` bits: how many coefficients the codes in them stand for, [`END`] being added for the end of the
    /// block, and, in the low 8 bits, the length of those codes with their coefficients; [`Self::CARE`] where the
    /// first code has to be looked at.
    steps: Box<[u16; LOOKS]>,
}

impl<'a> Skips<'a> {
    /// Leads beyond a block but not to its end, wherever it is added.
    const CARE: u16 = 64 << 8;

    pub(super) fn of(table: &'a Table) -> Self {
        let mut steps = Box::new([Self::CARE; LOOKS]);
        for (index, entry) in steps.iter_mut().enumerate() {
            let (mut used, mut count) = (0, 0);
            while used < LOOK && count < END {
                let Some((length, zeros, size)) = table.peek(index << used, LOOK - used) else { break };
                let step = match (zeros, size) {
                    (0, 0) => END,
                    (1..=14, 0) => break,
                    _ => zeros + 1,
                };
                if step < END && count + step >= BLOCK {
                    break;
                }
                (used, count) = (used + length + size, count + step);
            }
            if used > 0 {
                *entry = (count << 8 | used) as u16;
            }
        }
        Self { table, steps }
    }

    /// T.81, F.2.2.2: the 63 AC coefficients of a block. This loop is where the time goes.
    #[inline]
    pub(super) fn block(&self, bits: &mut Bits<'_>) -> Result<(), PictureError> {
        let mut at = 1;
        while at < BLOCK {
            bits.refill();
            // Two looks take at most 2 × 27 bits.
            for _ in 0..2 {
                let entry = u32::from(self.steps[(bits.next() >> (64 - LOOK)) as usize]);
                let next = at + (entry >> 8);
                if next % END >= BLOCK {
                    (*bits, at) = self.careful_step(*bits, at)?;
                    break;
                }
                bits.drop_low(entry);
                at = next;
                if at >= END {
                    return Ok(());
                }
            }
        }
        if at > BLOCK && at < END { Err(beyond()) } else { Ok(()) }
    }

    /// A single code: one that is long, that may be the block's last, or that has no meaning. By value, so that the
    /// buffer of [`Skips::block`] stays in registers.
    #[inline(never)]
    fn careful_step<'b>(&self, mut bits: Bits<'b>, at: u32) -> Result<(Bits<'b>, u32), PictureError> {
        bits.refill();
        let symbol = self.table.symbol(&mut bits)?;
        let (zeros, size) = (u32::from(symbol >> 4), u32::from(symbol & 15));
        bits.drop(size);
        match (zeros, size) {
            (0, 0) => Ok((bits, at + END)),
            (1..=14, 0) => Err(PictureError::corrupt("the JPEG's data is damaged")),
            _ => Ok((bits, at + zeros + 1)),
        }
    }
}

pub(super) fn beyond() -> PictureError {
    PictureError::corrupt("a block of the JPEG has too many coefficients")
}

#[cfg(test)]
mod tests {
    use super::super::bits::Intervals;
    use super::*;

    /// Codes 0, 10, 110 and 11111111111110 (14 bits, beyond the lookup) for 5, 6, 7 and 8.
    fn table() -> Table {
        let mut counts = [0; 16];
        (counts[0], counts[1], counts[2], counts[13]) = (1, 1, 1, 1);
        Table::new(&counts, &[5, 6, 7, 8]).unwrap()
    }

    #[test]
    fn short_and_long_codes_are_told_apart() {
        // 0 10 110, then 111 and eleven zeros: the first code of 14 bits.
        let mut intervals = Intervals::of(&[0b0101_1011, 0b1000_0000, 0b0000_0000]);
        let mut bits = intervals.first();
        bits.refill();
        let found: Vec<u8> = (0..4).map(|_| table().symbol(&mut bits).unwrap()).collect();
        assert_eq!(found, [5, 6, 7, 8]);
        assert!(!bits.is_overdrawn());
    }

    #[test]
    fn unknown_codes_and_overfull_tables_are_errors() {
        let mut intervals = Intervals::of(&[0xFF, 0, 0xFF, 0]);
        let mut bits = intervals.first();
        bits.refill();
        assert!(table().symbol(&mut bits).is_err());
        let mut counts = [0; 16];
        counts[0] = 3;
        assert!(Table::new(&counts, &[1, 2, 3]).is_err());
    }

    #[test]
    fn numbers_are_extended_as_the_standard_says() {
        assert_eq!([extend(0b01, 2), extend(0b10, 2), extend(0, 0), extend(0, 1)], [-2, 2, 0, -1]);
    }

    #[test]
    fn differences_are_read_whether_they_fit_one_look_or_not() {
        // 0: 5 bits; 10: 6 bits; 110: 11 bits, beyond the lookup; 1110: 12 bits.
        let mut counts = [0; 16];
        (counts[0], counts[1], counts[2], counts[3]) = (1, 1, 1, 1);
        let table = Table::new(&counts, &[5, 6, 11, 12]).unwrap();
        let differences = Differences::of(&table);
        let mut intervals = Intervals::of(&[0b0110_0010, 0b0000_0011, 0b0100_0000, 0b0000_1110]);
        let mut bits = intervals.first();
        let mut next = || {
            bits.refill();
            differences.read(&mut bits)
        };
        assert_eq!([next(), next(), next()], [Ok(24), Ok(-63), Ok(1024)]);
        assert!(next().is_err(), "no coefficient of 8-bit samples has 12 bits");
    }

    /// 00: end; 01: one coefficient of one bit; 10: 16 zeros; 110: 15 zeros and a coefficient of 10 bits.
    fn coefficients() -> Table {
        let mut counts = [0; 16];
        (counts[1], counts[2]) = (3, 1);
        Table::new(&counts, &[0x00, 0x01, 0xF0, 0xFA]).unwrap()
    }

    fn block(bytes: &[u8]) -> (Result<(), PictureError>, bool) {
        let table = coefficients();
        let mut intervals = Intervals::of(bytes);
        let mut bits = intervals.first();
        let found = Skips::of(&table).block(&mut bits);
        (found, bits.finish().is_ok())
    }

    #[test]
    fn a_block_ends_at_its_end_code_or_with_its_last_coefficient() {
        assert_eq!(block(&[0b0000_0000]), (Ok(()), true));
        assert_eq!(block(&[0b0110_1000]), (Ok(()), true), "one, 16 zeros, end, padding");
        // 63 coefficients of three bits each: 010 63 times, and three bits of padding.
        let bits: String = "010".repeat(63) + "000";
        let bytes: Vec<u8> = (0..24).map(|at| u8::from_str_radix(&bits[at * 8..at * 8 + 8], 2).unwrap()).collect();
        assert_eq!(block(&bytes), (Ok(()), true));
        // Three times 16 zeros, then 15 zeros and a coefficient that would be the 64th.
        assert_eq!(block(&[0b1010_1011, 0b0000_0000, 0]).0, Err(beyond()));
    }
}
