//! Walks all Huffman codes of a JPEG without making pixels, to find out whether any are missing.
//!
//! Decoders forgive: where bytes are lost, the rest of the picture is shifted, discoloured or grey, and nobody is told.
//! Here every scan has to hold exactly the blocks that the frame calls for, and every coefficient has to arrive with
//! all its bits (T.81, annexes F and G). Costs a fraction of decoding and, for a progressive picture, one bit a
//! coefficient. What this cannot see: a few changed bytes after which the codes fall into step again by chance.

use super::super::PictureError;
use super::super::bytes::{byte, u16_be};
use super::frame::{Component, Frame, Scan};
use super::huffman::{Bits, END, Table};
use super::{Part, Parts, SOS, is_frame};

const DHT: u8 = 0xC4;
const DQT: u8 = 0xDB;
const DRI: u8 = 0xDD;

/// More scans than any encoder makes; a bound on the work that a small file can cause.
const MAX_SCANS: usize = 100;

/// Twice the largest DC coefficient of 8-bit samples: only lost data sums up to more.
const MAX_DC: u32 = 2 * 1024;

/// Walks the whole file.
///
/// # Errors
/// `Truncated` where the file ends early or scans are missing, `Corrupt` where codes are.
pub(in super::super) fn check(bytes: &[u8]) -> Result<(), PictureError> {
    let mut walk: Option<Walk> = None;
    let (mut tables, mut scan, mut scans) = (Tables::default(), None, 0);
    for part in Parts::of(bytes) {
        match (part?, &mut walk) {
            (Part::Segment { marker, body }, None) if is_frame(marker) => {
                walk = Some(Walk::new(Frame::parse(marker, body)?));
            }
            (Part::Segment { marker, .. }, Some(_)) if is_frame(marker) => {
                return Err(PictureError::corrupt("the JPEG has two frame headers"));
            }
            (Part::Segment { marker: SOS, body }, Some(walk)) => scan = Some(Scan::parse(&walk.frame, body)?),
            (Part::Segment { marker, body }, _) => tables.read(marker, body)?,
            (Part::Entropy(data), Some(walk)) => {
                scans += 1;
                let scan = scan.take().filter(|_| scans <= MAX_SCANS);
                let scan = scan.ok_or_else(|| PictureError::corrupt("the JPEG has too many scans"))?;
                walk.scan(&tables, &scan, data)?;
            }
            (Part::Entropy(_), None) => return Err(PictureError::corrupt("the JPEG has no frame header")),
        }
    }
    walk.map_or_else(|| Err(PictureError::corrupt("the JPEG has no frame header")), |walk| walk.finish())
}

/// What segments between scans set.
#[derive(Default)]
struct Tables {
    dc: [Option<Table>; 4],
    ac: [Option<Table>; 4],
    /// The first quantiser of each table.
    quantisers: [u16; 4],
    restart: usize,
}

impl Tables {
    fn read(&mut self, marker: u8, body: &[u8]) -> Result<(), PictureError> {
        match marker {
            DHT => self.huffman(body),
            DQT => self.quantiser(body),
            DRI => {
                self.restart = u16_be(body, 0).ok_or(PictureError::Truncated)?.into();
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn huffman(&mut self, mut body: &[u8]) -> Result<(), PictureError> {
        let wrong = || PictureError::corrupt("a JPEG Huffman table is too short");
        while let Some((&kind, rest)) = body.split_first() {
            let (counts, rest) = rest.split_first_chunk::<16>().ok_or_else(wrong)?;
            let total = counts.iter().map(|&count| usize::from(count)).sum();
            let (symbols, rest) = rest.split_at_checked(total).ok_or_else(wrong)?;
            let tables = if kind >> 4 == 0 { &mut self.dc } else { &mut self.ac };
            *tables.get_mut(usize::from(kind & 15)).ok_or_else(wrong)? = Some(Table::new(counts, symbols)?);
            body = rest;
        }
        Ok(())
    }

    fn quantiser(&mut self, mut body: &[u8]) -> Result<(), PictureError> {
        while let Some(&kind) = body.first() {
            let wide = kind >> 4 != 0;
            let first = if wide { u16_be(body, 1) } else { Some(byte(body, 1)?.into()) };
            if let (Some(slot), Some(first)) = (self.quantisers.get_mut(usize::from(kind & 15)), first) {
                *slot = first;
            }
            body = body.get(if wide { 129 } else { 65 }..).ok_or(PictureError::Truncated)?;
        }
        Ok(())
    }
}

/// What has arrived of a component.
struct Arrived {
    component: Component,
    /// Blocks across, as stored.
    stride: usize,
    /// By coefficient: the lowest bit that has arrived; `None` before the first scan with it.
    low: [Option<u8>; 64],
    /// A progressive picture's coefficients that are not 0, a bit each, block by block.
    known: Vec<u64>,
    /// The last DC coefficient.
    dc: i32,
}

struct Walk {
    frame: Frame,
    arrived: Vec<Arrived>,
}

impl Walk {
    fn new(frame: Frame) -> Self {
        let arrived = |&component: &Component| {
            let (stride, down) = frame.stored_blocks(&component);
            let blocks = if frame.progressive { stride * down } else { 0 };
            Arrived { component, stride, low: [None; 64], known: vec![0; blocks], dc: 0 }
        };
        let arrived = frame.components.iter().map(arrived).collect();
        Self { frame, arrived }
    }

    /// Every coefficient of every component has to be there to its last bit.
    fn finish(&self) -> Result<(), PictureError> {
        let whole = self.arrived.iter().all(|arrived| arrived.low.iter().all(|&low| low == Some(0)));
        if whole { Ok(()) } else { Err(PictureError::Truncated) }
    }

    /// Notes which bits a scan brings; it has to go on where earlier ones ended.
    fn announce(&mut self, scan: &Scan) -> Result<(), PictureError> {
        for part in &scan.parts {
            for low in &mut self.arrived[part.component].low[usize::from(scan.first)..=usize::from(scan.last)] {
                let follows = match *low {
                    None => scan.high == 0,
                    Some(low) => scan.high == low && scan.high == scan.low + 1,
                };
                if !follows {
                    return Err(PictureError::corrupt("a JPEG scan does not follow the one before it"));
                }
                *low = Some(scan.low);
            }
        }
        Ok(())
    }

    fn scan(&mut self, tables: &Tables, scan: &Scan, data: &[u8]) -> Result<(), PictureError> {
        self.announce(scan)?;
        let mut bits = Bits::new(data);
        let (across, down) = match scan.parts.as_slice() {
            [part] => self.frame.own_blocks(&self.arrived[part.component].component),
            _ => self.frame.units(),
        };
        let mut coder = Coder { tables, scan, run: 0 };
        let mut restarts = 0_u8;
        for unit in 0..across * down {
            if unit == 0 || (tables.restart > 0 && unit % tables.restart == 0) {
                if unit > 0 {
                    bits.restart(restarts)?;
                    restarts = (restarts + 1) % 8;
                }
                coder.run = 0;
                self.arrived.iter_mut().for_each(|arrived| arrived.dc = 0);
            }
            self.unit(&mut coder, &mut bits, (unit % across, unit / across))?;
        }
        if coder.run > 0 || !bits.is_at_end() {
            return Err(PictureError::corrupt("the JPEG's data goes on where its picture ends"));
        }
        bits.finish()
    }

    /// All blocks of one unit: one block in a scan of one component, or what the sampling factors say.
    fn unit(&mut self, coder: &mut Coder<'_>, bits: &mut Bits<'_>, (x, y): (usize, usize)) -> Result<(), PictureError> {
        let alone = coder.scan.parts.len() == 1;
        for index in 0..coder.scan.parts.len() {
            let part = coder.scan.parts[index];
            let arrived = &mut self.arrived[part.component];
            let (wide, high) = match (alone, &arrived.component) {
                (true, _) => (1, 1),
                (false, component) => (usize::from(component.across), usize::from(component.down)),
            };
            for row in y * high..(y + 1) * high {
                for column in x * wide..(x + 1) * wide {
                    coder.block(bits, index, arrived, row * arrived.stride + column)?;
                }
            }
        }
        if bits.is_overdrawn() {
            return Err(PictureError::corrupt("a part of the JPEG's data is missing"));
        }
        Ok(())
    }
}

/// Reads one scan's blocks.
struct Coder<'a> {
    tables: &'a Tables,
    scan: &'a Scan,
    /// Blocks that an end-of-band run still covers.
    run: u32,
}

impl Coder<'_> {
    fn block(&mut self, bits: &mut Bits<'_>, part: usize, arrived: &mut Arrived, block: usize) -> Result<(), PictureError> {
        let (scan, part) = (self.scan, self.scan.parts[part]);
        if scan.first > 0 {
            let table = find(&self.tables.ac, part.ac)?;
            let known = arrived.known.get_mut(block).ok_or(PictureError::Truncated)?;
            return if scan.high == 0 { self.first_band(bits, table, known) } else { self.refine(bits, table, known) };
        }
        if scan.high > 0 {
            bits.skip(1);
            return Ok(());
        }
        let quantiser = self.tables.quantisers.get(usize::from(arrived.component.quantiser)).copied().unwrap_or(1).max(1);
        arrived.dc += difference(bits, find(&self.tables.dc, part.dc)?)?;
        let size = (arrived.dc << scan.low).unsigned_abs().saturating_mul(quantiser.into());
        if size > MAX_DC + u32::from(quantiser) {
            return Err(PictureError::corrupt("the JPEG's data is damaged"));
        }
        if scan.last > 0 { sequential(bits, find(&self.tables.ac, part.ac)?) } else { Ok(()) }
    }

    /// T.81, G.1.2.2: a band of coefficients for the first time.
    fn first_band(&mut self, bits: &mut Bits<'_>, table: &Table, known: &mut u64) -> Result<(), PictureError> {
        if self.run > 0 {
            self.run -= 1;
            return Ok(());
        }
        let mut at = u32::from(self.scan.first);
        while at <= self.scan.last.into() {
            bits.refill();
            match table.step(bits) {
                Some(END) => return Ok(()),
                Some(step) => {
                    at += step;
                    *known |= coefficient(at - 1, self.scan.last.into())?;
                    continue;
                }
                None => {}
            }
            let symbol = table.symbol(bits)?;
            let (zeros, size) = (u32::from(symbol >> 4), u32::from(symbol & 15));
            match (zeros, size) {
                (15, 0) => at += 16,
                (_, 0) => {
                    self.run = (1 << zeros) + bits.take(zeros) - 1;
                    return Ok(());
                }
                _ => {
                    at += zeros;
                    bits.drop(size);
                    *known |= coefficient(at, self.scan.last.into())?;
                    at += 1;
                }
            }
        }
        Ok(())
    }

    /// T.81, G.1.2.3: one more bit of known coefficients, and new ones between them.
    fn refine(&mut self, bits: &mut Bits<'_>, table: &Table, known: &mut u64) -> Result<(), PictureError> {
        let (mut at, last) = (u32::from(self.scan.first), u32::from(self.scan.last));
        while self.run == 0 && at <= last {
            bits.refill();
            let symbol = table.symbol(bits)?;
            let (zeros, size) = (u32::from(symbol >> 4), symbol & 15);
            if size == 0 && zeros < 15 {
                self.run = (1 << zeros) + bits.take(zeros);
                break;
            }
            if size > 1 {
                return Err(PictureError::corrupt("the JPEG's data is damaged"));
            }
            bits.drop(size.into());
            at = pass(bits, *known, at, last, zeros);
            if size == 1 {
                *known |= coefficient(at, last)?;
            }
            at += 1;
        }
        if self.run > 0 {
            self.run -= 1;
            bits.skip((*known & band(at, last)).count_ones());
        }
        Ok(())
    }
}

/// A coefficient's bit.
#[inline]
fn coefficient(at: u32, last: u32) -> Result<u64, PictureError> {
    if at <= last { Ok(1 << at) } else { Err(beyond()) }
}

/// Skips a bit for every known coefficient until `zeros` unknown ones are behind; returns the next unknown one's place.
fn pass(bits: &mut Bits<'_>, known: u64, at: u32, last: u32, zeros: u32) -> u32 {
    let mut unknown = !known & band(at, last);
    for _ in 0..zeros {
        unknown &= unknown.wrapping_sub(1);
    }
    let place = if unknown == 0 { last + 1 } else { unknown.trailing_zeros() };
    bits.skip((known & band(at, place - 1)).count_ones());
    place
}

/// The bits of coefficients `first` to `last`; none where `first` is beyond.
fn band(first: u32, last: u32) -> u64 {
    if first > last { 0 } else { u64::MAX << first & u64::MAX >> (63 - last) }
}

#[inline]
fn difference(bits: &mut Bits<'_>, table: &Table) -> Result<i32, PictureError> {
    bits.refill();
    let size = table.symbol(bits)?;
    if size > 11 {
        return Err(PictureError::corrupt("the JPEG's data is damaged"));
    }
    Ok(bits.take_signed(size.into()))
}

/// T.81, F.2.2.2: the 63 AC coefficients of a block.
#[inline]
fn sequential(bits: &mut Bits<'_>, table: &Table) -> Result<(), PictureError> {
    let mut at = 1;
    loop {
        at = table.steps(bits, at, 64);
        if at >= 64 {
            break;
        }
        at += rare_step(bits, table)?;
    }
    if at > 64 && at < END { Err(beyond()) } else { Ok(()) }
}

/// A long code, or 16 zeros.
#[cold]
fn rare_step(bits: &mut Bits<'_>, table: &Table) -> Result<u32, PictureError> {
    let symbol = table.symbol(bits)?;
    let (zeros, size) = (u32::from(symbol >> 4), u32::from(symbol & 15));
    bits.drop(size);
    match (zeros, size) {
        (0, 0) => Ok(END),
        (1..=14, 0) => Err(PictureError::corrupt("the JPEG's data is damaged")),
        _ => Ok(zeros + 1),
    }
}

fn beyond() -> PictureError {
    PictureError::corrupt("a block of the JPEG has too many coefficients")
}

fn find(tables: &[Option<Table>; 4], number: u8) -> Result<&Table, PictureError> {
    let table = tables.get(usize::from(number)).and_then(Option::as_ref);
    table.ok_or_else(|| PictureError::corrupt("the JPEG uses a Huffman table that it does not have"))
}
