//! Huffman tables that suit the picture, for a baseline JPEG in one interleaved scan (ITU-T T.81, annexes F and K.2).
//!
//! In: a file with the standard's tables. Out: the same coefficients in the same order under tables made from their own
//! statistics, about 2 % smaller on photographs. `jpeg-encoder` could make such tables itself, but then writes each
//! component as a scan of its own: browsers show such a file in grey first, and some decoders do not read it.

/// A JPEG file with the tables of its own; `None` where it is not a baseline file in one scan, as it comes from our
/// encoder.
pub(super) fn optimise(jpeg: &[u8]) -> Option<Vec<u8>> {
    let parts = Parts::of(jpeg)?;
    let tokens = parts.tokens()?;
    let mut counts = [[0_u32; 256]; TABLES];
    for token in &tokens {
        counts[token.table()][token.symbol()] += 1;
    }
    let tables = counts.map(|counts| Table::for_counts(&counts));
    let mut out = Vec::with_capacity(jpeg.len());
    out.extend_from_slice(&parts.head);
    for (index, table) in
        tables.iter().enumerate().filter(|(index, _)| parts.blocks.iter().any(|block| block.contains(index)))
    {
        table.write(index, &mut out);
    }
    out.extend_from_slice(parts.scan_header);
    write_tokens(&tokens, &tables, &mut out);
    out.extend_from_slice(&[0xFF, 0xD9]);
    Some(out)
}

/// Two tables for DC (0, 1), two for AC (2, 3): all that baseline allows.
const TABLES: usize = 4;

/// A Huffman code: how many codes there are of each length from 1 to 16, and their symbols from the shortest on.
#[derive(Clone, Default)]
struct Table {
    lengths: [u8; 16],
    symbols: Vec<u8>,
}

impl Table {
    /// Each symbol with its code and the code's length in bits; codes count up and double with each bit (annex C).
    fn codes(&self) -> impl Iterator<Item = (u8, u32, u32)> + '_ {
        let lengths = (1_u32..).zip(self.lengths).flat_map(|(length, count)| (0..count).map(move |_| length));
        let (mut code, mut last) = (0_u32, 0);
        self.symbols.iter().zip(lengths).map(move |(&symbol, length)| {
            code = (code + u32::from(last > 0)) << (length - last);
            last = length;
            (symbol, code, length)
        })
    }

    /// For every 16 bits that may follow, the length of the code they begin with and its symbol; 0 if there is none.
    fn lookup(&self) -> Vec<(u8, u8)> {
        let mut lookup = vec![(0, 0); 1 << 16];
        for (symbol, code, length) in self.codes() {
            let start = (code as usize) << (16 - length);
            let end = (start + (1 << (16 - length))).min(lookup.len());
            let length = u8::try_from(length).unwrap_or(0);
            lookup[start.min(end)..end].fill((length, symbol));
        }
        lookup
    }

    /// The shortest code for symbols that occur so often: annex K.2, with no code of more than 16 bits and none of ones
    /// only.
    fn for_counts(counts: &[u32; 256]) -> Self {
        let sizes = code_sizes(counts);
        let mut lengths = [0_usize; 64];
        for &size in &sizes {
            lengths[size.min(63)] += 1;
        }
        lengths[0] = 0;
        for length in (17..64).rev() {
            while lengths[length] > 0 {
                let shorter = (1..length - 1).rev().find(|&shorter| lengths[shorter] > 0).unwrap_or(1);
                lengths[length] -= 2;
                lengths[length - 1] += 1;
                lengths[shorter + 1] += 2;
                lengths[shorter] -= 1;
            }
        }
        if let Some(longest) = (1..=16).rev().find(|&length| lengths[length] > 0) {
            lengths[longest] -= 1;
        }
        let mut symbols: Vec<u8> = (0..=u8::MAX).filter(|&symbol| sizes[usize::from(symbol)] > 0).collect();
        symbols.sort_by_key(|&symbol| sizes[usize::from(symbol)]);
        Self { lengths: std::array::from_fn(|index| u8::try_from(lengths[index + 1]).unwrap_or(0)), symbols }
    }

    /// The table as a DHT segment.
    fn write(&self, index: usize, out: &mut Vec<u8>) {
        let length = u16::try_from(19 + self.symbols.len()).unwrap_or(0);
        out.extend_from_slice(&[0xFF, 0xC4]);
        out.extend_from_slice(&length.to_be_bytes());
        out.push(u8::try_from(index / 2 * 16 + index % 2).unwrap_or(0));
        out.extend_from_slice(&self.lengths);
        out.extend_from_slice(&self.symbols);
    }
}

/// How deep each symbol lies in Huffman's tree; 0 for those that do not occur. One more symbol, the rarest, holds the
/// place of the code of ones only.
fn code_sizes(counts: &[u32; 256]) -> [usize; 257] {
    let mut sizes = [0; 257];
    let occurring = counts.iter().enumerate().filter(|(_, count)| **count > 0);
    let mut trees: Vec<(u64, Vec<usize>)> = occurring.map(|(symbol, count)| (u64::from(*count), vec![symbol])).collect();
    trees.push((1, vec![256]));
    while trees.len() > 1 {
        // The rarest last; of equals the one with the highest symbol, which keeps the reserved one at the bottom.
        trees.sort_by_key(|(count, members)| std::cmp::Reverse((*count, std::cmp::Reverse(members[members.len() - 1]))));
        let (Some(rarest), Some(next)) = (trees.pop(), trees.pop()) else { break };
        let mut members = next.1;
        members.extend(rarest.1);
        for &member in &members {
            sizes[member] += 1;
        }
        members.sort_unstable();
        trees.push((rarest.0 + next.0, members));
    }
    sizes
}

/// What a file consists of.
struct Parts<'a> {
    /// All up to the scan, without the Huffman tables.
    head: Vec<u8>,
    /// The scan's header, with its marker.
    scan_header: &'a [u8],
    /// The scan's bits.
    scan: &'a [u8],
    /// The tables of the file, by class and number.
    tables: [Table; TABLES],
    /// For each block of an MCU in order: the tables of its DC and its AC coefficients.
    blocks: Vec<[usize; 2]>,
    /// How many MCUs there are.
    units: usize,
}

impl<'a> Parts<'a> {
    fn of(jpeg: &'a [u8]) -> Option<Self> {
        let mut head = jpeg.get(..2).filter(|start| *start == [0xFF, 0xD8])?.to_vec();
        let (mut tables, mut frame, mut at): ([Table; TABLES], _, _) = (std::array::from_fn(|_| Table::default()), None, 2);
        loop {
            let &[0xFF, marker, high, low] = jpeg.get(at..at + 4)? else { return None };
            let segment = jpeg.get(at..at + 2 + usize::from(u16::from_be_bytes([high, low])))?;
            at += segment.len();
            match marker {
                0xC4 => read_tables(segment.get(4..)?, &mut tables)?,
                0xDA => {
                    let scan = jpeg.get(at..)?.strip_suffix(&[0xFF, 0xD9])?;
                    let (units, blocks) = layout(frame?, segment)?;
                    return Some(Self { head, scan_header: segment, scan, tables, blocks, units });
                }
                0xC0 => {
                    frame = Some(segment);
                    head.extend_from_slice(segment);
                }
                0xC1..=0xCF | 0xDD => return None,
                _ => head.extend_from_slice(segment),
            }
        }
    }

    /// Every symbol of the scan with the bits that follow it.
    fn tokens(&self) -> Option<Vec<Token>> {
        let lookups: Vec<_> = self.tables.iter().map(Table::lookup).collect();
        let mut bits = Bits::of(self.scan);
        let mut tokens = Vec::with_capacity(self.scan.len());
        for _ in 0..self.units {
            for &[dc, ac] in &self.blocks {
                let symbol = bits.symbol(&lookups[dc])?;
                tokens.push(Token::new(dc, symbol, bits.take(u32::from(symbol))?));
                let mut index = 1;
                while index < 64 {
                    let symbol = bits.symbol(&lookups[ac])?;
                    tokens.push(Token::new(ac, symbol, bits.take(u32::from(symbol & 15))?));
                    index = if symbol == 0 { 64 } else { index + usize::from(symbol >> 4) + 1 };
                }
            }
        }
        Some(tokens)
    }
}

/// Reads a DHT segment's tables.
fn read_tables(mut bytes: &[u8], tables: &mut [Table; TABLES]) -> Option<()> {
    while let [kind, rest @ ..] = bytes {
        let lengths: [u8; 16] = rest.get(..16)?.try_into().ok()?;
        let count = lengths.iter().map(|&count| usize::from(count)).sum::<usize>();
        let table = tables.get_mut(usize::from(kind >> 4) * 2 + usize::from(kind & 15))?;
        *table = Table { lengths, symbols: rest.get(16..16 + count)?.to_vec() };
        bytes = rest.get(16 + count..)?;
    }
    Some(())
}

/// How many MCUs a scan has, and the tables of each block in one: from the headers of frame and scan (B.2.2, B.2.3,
/// A.2).
fn layout(frame: &[u8], scan: &[u8]) -> Option<(usize, Vec<[usize; 2]>)> {
    let (height, width) =
        (u16::from_be_bytes(frame.get(5..7)?.try_into().ok()?), u16::from_be_bytes(frame.get(7..9)?.try_into().ok()?));
    let components: Vec<&[u8]> = frame.get(10..)?.chunks_exact(3).collect();
    let selectors: Vec<&[u8]> = scan.get(5..scan.len().checked_sub(3)?)?.chunks_exact(2).collect();
    if components.len() != selectors.len() || components.len() < 2 {
        return None;
    }
    let sampling = |component: &[u8]| (usize::from(component[1] >> 4), usize::from(component[1] & 15));
    let across = components.iter().map(|component| sampling(component).0).max()?;
    let down = components.iter().map(|component| sampling(component).1).max()?;
    let blocks = components.iter().zip(selectors).flat_map(|(component, selector)| {
        let tables = [usize::from(selector[1] >> 4) & 1, 2 + (usize::from(selector[1]) & 1)];
        let (across, down) = sampling(component);
        std::iter::repeat_n(tables, across * down)
    });
    let units = usize::from(width).div_ceil(8 * across.max(1)) * usize::from(height).div_ceil(8 * down.max(1));
    Some((units, blocks.collect()))
}

/// A symbol and the bits after it: 2 bits for the table, 8 for the symbol, 16 for the bits.
#[derive(Clone, Copy)]
struct Token(u32);

impl Token {
    fn new(table: usize, symbol: u8, bits: u32) -> Self {
        Self(u32::try_from(table).unwrap_or(0) << 24 | u32::from(symbol) << 16 | bits)
    }

    fn table(self) -> usize {
        (self.0 >> 24) as usize & 3
    }

    fn symbol(self) -> usize {
        (self.0 >> 16) as usize & 0xFF
    }

    fn bits(self) -> u32 {
        self.0 & 0xFFFF
    }

    /// How many bits follow the symbol: its low half for AC, all of it for DC.
    fn length(self) -> u32 {
        if self.table() < 2 { self.0 >> 16 & 0xFF } else { self.0 >> 16 & 15 }
    }
}

/// Bits of a scan, with the noughts left out that follow 0xFF.
struct Bits<'a> {
    bytes: &'a [u8],
    held: u64,
    count: u32,
}

impl<'a> Bits<'a> {
    fn of(bytes: &'a [u8]) -> Self {
        Self { bytes, held: 0, count: 0 }
    }

    /// Makes sure that 32 bits are held; past the end there are ones.
    fn fill(&mut self) {
        while self.count <= 48 {
            let byte = match self.bytes {
                [0xFF, 0x00, rest @ ..] => {
                    self.bytes = rest;
                    0xFF
                }
                [byte, rest @ ..] => {
                    self.bytes = rest;
                    *byte
                }
                [] => 0xFF,
            };
            self.held = self.held << 8 | u64::from(byte);
            self.count += 8;
        }
    }

    fn symbol(&mut self, lookup: &[(u8, u8)]) -> Option<u8> {
        self.fill();
        let next = u16::try_from(self.held >> (self.count - 16) & 0xFFFF).unwrap_or(0);
        let (length, symbol) = lookup[usize::from(next)];
        self.count -= u32::from(length);
        (length > 0).then_some(symbol)
    }

    /// The next bits, at most 16, of which a symbol has left enough.
    fn take(&mut self, length: u32) -> Option<u32> {
        self.count = self.count.checked_sub(length).filter(|_| length <= 16)?;
        u32::try_from(self.held >> self.count & ((1 << length) - 1)).ok()
    }
}

/// Writes symbols and bits, a nought after each 0xFF, and fills the last byte with ones.
fn write_tokens(tokens: &[Token], tables: &[Table; TABLES], out: &mut Vec<u8>) {
    let mut codes = [[(0_u32, 0_u32); 256]; TABLES];
    for (codes, table) in codes.iter_mut().zip(tables) {
        for (symbol, code, length) in table.codes() {
            codes[usize::from(symbol)] = (code, length);
        }
    }
    let (mut held, mut count) = (0_u64, 0);
    for token in tokens {
        let (code, length) = codes[token.table()][token.symbol()];
        held = held << (length + token.length()) | u64::from(code) << token.length() | u64::from(token.bits());
        count += length + token.length();
        while count >= 8 {
            count -= 8;
            push(held >> count, out);
        }
    }
    if count > 0 {
        push(held << (8 - count) | ((1 << (8 - count)) - 1), out);
    }
}

#[allow(clippy::cast_possible_truncation, reason = "the lowest eight bits are meant")]
fn push(bits: u64, out: &mut Vec<u8>) {
    out.push(bits as u8);
    if bits as u8 == 0xFF {
        out.push(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
    use proptest::prelude::*;

    fn standard(data: &[u8], width: u16, height: u16, sampling: SamplingFactor, quality: u8) -> Vec<u8> {
        let mut out = Vec::new();
        let mut encoder = Encoder::new(&mut out, quality);
        encoder.set_sampling_factor(sampling);
        encoder.encode(data, width, height, ColorType::Rgb).unwrap();
        out
    }

    fn pixels(jpeg: &[u8]) -> Vec<u8> {
        image::load_from_memory_with_format(jpeg, image::ImageFormat::Jpeg).unwrap().into_rgb8().into_raw()
    }

    #[test]
    fn codes_are_shorter_the_more_often_a_symbol_occurs() {
        let mut counts = [0; 256];
        (counts[7], counts[3], counts[200]) = (100, 20, 5);
        let table = Table::for_counts(&counts);
        assert_eq!(table.codes().collect::<Vec<_>>(), [(7, 0b0, 1), (3, 0b10, 2), (200, 0b110, 3)]);
    }

    #[test]
    fn no_code_is_longer_than_sixteen_bits_and_none_has_ones_only() {
        let mut counts = [0; 256];
        let (mut a, mut b) = (1_u32, 1);
        for count in &mut counts[..40] {
            *count = a;
            (a, b) = (b, a.saturating_add(b));
        }
        let codes: Vec<_> = Table::for_counts(&counts).codes().collect();
        assert_eq!(codes.len(), 40);
        assert!(codes.iter().all(|&(_, code, length)| length <= 16 && code < (1 << length) - 1));
    }

    #[test]
    fn what_is_no_baseline_file_is_left_alone() {
        let file = standard(&[90; 300], 10, 10, SamplingFactor::R_4_2_0, 80);
        assert!(optimise(&file).is_some());
        for end in 0..file.len() {
            assert_eq!(optimise(&file[..end]), None, "cut at {end}");
        }
        let mut progressive = Vec::new();
        let mut encoder = Encoder::new(&mut progressive, 80);
        encoder.set_progressive(true);
        encoder.encode(&[90; 300], 10, 10, ColorType::Rgb).unwrap();
        assert_eq!(optimise(&progressive), None);
    }

    proptest! {
        #[test]
        fn coefficients_stay_and_the_file_shrinks(
            (width, height) in (1_u16..50, 1_u16..50),
            seed in proptest::collection::vec(any::<u8>(), 64),
            half: bool,
            quality in 1_u8..=100,
        ) {
            let length = usize::from(width) * usize::from(height) * 3;
            let data: Vec<u8> = (0..length).map(|index| seed[index * index % 61] & seed[index % 64]).collect();
            let sampling = if half { SamplingFactor::R_4_2_0 } else { SamplingFactor::R_4_4_4 };
            let before = standard(&data, width, height, sampling, quality);
            let after = optimise(&before).unwrap();
            prop_assert!(after.len() <= before.len());
            prop_assert_eq!(pixels(&after), pixels(&before));
        }
    }
}
