//! Walks all Huffman codes of a JPEG without making pixels, to find out whether any are missing.
//!
//! Decoders forgive: where bytes are lost, the rest of the picture is shifted, discoloured or grey, and nobody is told.
//! Here every scan has to hold exactly the blocks that the frame calls for, and every coefficient has to arrive with
//! all its bits (T.81, annexes F and G). Costs a fraction of decoding and, for a progressive picture, one bit a
//! coefficient. What this cannot see: a few changed bytes after which the codes fall into step again by chance.

use std::ops::Range;
use std::rc::Rc;

use super::super::PictureError;
use super::super::bytes::{byte, u16_be};
use super::bands::Band;
use super::bits::{Bits, Intervals};
use super::frame::{Component, Frame, Part as ScanPart, Scan};
use super::huffman::{Differences, Skips, Table};
use super::{Part, Parts, SOS, is_frame};

const DHT: u8 = 0xC4;
const DQT: u8 = 0xDB;
const DRI: u8 = 0xDD;

/// More scans than any encoder makes; a bound on the work that a small file can cause.
const MAX_SCANS: usize = 100;

/// Twice the largest DC coefficient of 8-bit samples: only lost data sums up to more.
const MAX_DC: i32 = 2 * 1024;

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
            Arrived { component, stride, low: [None; 64], known: vec![0; blocks] }
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
        match scan.parts.as_slice() {
            [part] if scan.first > 0 => self.band(tables, scan, *part, data),
            parts => self.units(tables, scan, parts, data),
        }
    }

    /// A scan with DC coefficients: of one component block by block, else in units of what the sampling factors say.
    fn units(&self, tables: &Tables, scan: &Scan, parts: &[ScanPart], data: &[u8]) -> Result<(), PictureError> {
        let (across, down) = match parts {
            [part] => self.frame.own_blocks(&self.arrived[part.component].component),
            _ => self.frame.units(),
        };
        if scan.high > 0 {
            let alone = parts.len() == 1;
            let blocks: usize = parts.iter().map(|part| if alone { 1 } else { self.unit_blocks(*part) }).sum();
            return each_interval(data, across * down, tables.restart, |bits, units| {
                bits.skip(units.len() * blocks);
                Ok(())
            });
        }
        let mut lanes = Vec::with_capacity(parts.len());
        for (index, part) in parts.iter().enumerate() {
            let like = parts[..index].iter().position(|other| (other.dc, other.ac) == (part.dc, part.ac));
            let readers = match like.and_then(|at| lanes.get(at)) {
                Some(Lane { readers, .. }) => Rc::clone(readers),
                None => Rc::new(Readers::of(tables, scan, *part)?),
            };
            lanes.push(self.lane(tables, scan, *part, parts.len() == 1, readers));
        }
        each_interval(data, across * down, tables.restart, |bits, units| {
            lanes.iter_mut().for_each(|lane| lane.dc = 0);
            // A copy that no call out of this loop points to, so that it stays in registers.
            let mut own = *bits;
            for _ in units {
                for lane in &mut lanes {
                    lane.blocks(&mut own)?;
                }
                if own.is_overdrawn() {
                    return Err(PictureError::corrupt("a part of the JPEG's data is missing"));
                }
            }
            *bits = own;
            Ok(())
        })
    }

    /// Blocks of a component in a unit of several.
    fn unit_blocks(&self, part: ScanPart) -> usize {
        let component = self.arrived[part.component].component;
        usize::from(component.across) * usize::from(component.down)
    }

    fn lane<'a>(&self, tables: &Tables, scan: &Scan, part: ScanPart, alone: bool, readers: Rc<Readers<'a>>) -> Lane<'a> {
        let quantiser = self.arrived[part.component].component.quantiser;
        let quantiser = i32::from(tables.quantisers.get(usize::from(quantiser)).copied().unwrap_or(1).max(1));
        let blocks = if alone { 1 } else { self.unit_blocks(part) };
        Lane { blocks, readers, dc: 0, limit: ((MAX_DC + quantiser) / quantiser) >> scan.low }
    }

    /// A scan with one component's AC coefficients.
    fn band(&mut self, tables: &Tables, scan: &Scan, part: ScanPart, data: &[u8]) -> Result<(), PictureError> {
        let arrived = &mut self.arrived[part.component];
        let (across, down) = self.frame.own_blocks(&arrived.component);
        let (stride, known) = (arrived.stride, &mut arrived.known);
        let mut band = Band::new(find(&tables.ac, part.ac)?, scan.first, scan.last, scan.high > 0);
        each_interval(data, across * down, tables.restart, |bits, units| {
            band.restart();
            let mut at = units.start;
            while at < units.end {
                let (row, column) = (at / across, at % across);
                let count = (across - column).min(units.end - at);
                let start = row * stride + column;
                band.row(bits, known.get_mut(start..start + count).ok_or(PictureError::Truncated)?)?;
                at += count;
            }
            Ok(())
        })?;
        if band.is_open() { Err(excess()) } else { Ok(()) }
    }
}

/// Hands out a scan's intervals with the numbers of the units in each; all data has to be read.
fn each_interval(
    data: &[u8],
    units: usize,
    restart: usize,
    mut read: impl FnMut(&mut Bits<'_>, Range<usize>) -> Result<(), PictureError>,
) -> Result<(), PictureError> {
    let mut intervals = Intervals::of(data);
    let every = if restart == 0 { units } else { restart };
    for start in (0..units).step_by(every.max(1)) {
        let mut bits = if start == 0 { intervals.first() } else { intervals.next()? };
        read(&mut bits, start..units.min(start + every))?;
        bits.finish()?;
    }
    if intervals.is_last() { Ok(()) } else { Err(excess()) }
}

fn excess() -> PictureError {
    PictureError::corrupt("the JPEG's data goes on where its picture ends")
}

/// What reads a component's codes; components share it where they share their tables.
struct Readers<'a> {
    differences: Differences<'a>,
    /// Of a scan with all coefficients.
    skips: Option<Skips<'a>>,
}

impl<'a> Readers<'a> {
    fn of(tables: &'a Tables, scan: &Scan, part: ScanPart) -> Result<Self, PictureError> {
        let differences = Differences::of(find(&tables.dc, part.dc)?);
        let skips = if scan.last > 0 { Some(Skips::of(find(&tables.ac, part.ac)?)) } else { None };
        Ok(Self { differences, skips })
    }
}

/// One component's blocks in a scan's units.
struct Lane<'a> {
    /// Blocks a unit.
    blocks: usize,
    readers: Rc<Readers<'a>>,
    /// The last DC coefficient.
    dc: i32,
    /// The largest that it can be.
    limit: i32,
}

impl Lane<'_> {
    #[inline]
    fn blocks(&mut self, bits: &mut Bits<'_>) -> Result<(), PictureError> {
        for _ in 0..self.blocks {
            bits.refill();
            self.dc += self.readers.differences.read(bits)?;
            if self.dc.abs() > self.limit {
                return Err(PictureError::corrupt("the JPEG's data is damaged"));
            }
            if let Some(skips) = &self.readers.skips {
                skips.block(bits)?;
            }
        }
        Ok(())
    }
}

fn find(tables: &[Option<Table>; 4], number: u8) -> Result<&Table, PictureError> {
    let table = tables.get(usize::from(number)).and_then(Option::as_ref);
    table.ok_or_else(|| PictureError::corrupt("the JPEG uses a Huffman table that it does not have"))
}
