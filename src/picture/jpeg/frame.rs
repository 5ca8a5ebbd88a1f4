//! A JPEG's frame and scan headers (T.81, B.2.2 and B.2.3), and how its colours are coded.

use super::super::PictureError;
use super::super::bytes::{byte, u16_be};

/// The largest sampling factor that T.81 allows.
const MAX_SAMPLING: u8 = 4;

/// One colour channel: its name and sampling factors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct Component {
    pub(in super::super) id: u8,
    pub(in super::super) across: u8,
    pub(in super::super) down: u8,
    pub(super) quantiser: u8,
}

/// SOF0 to SOF2: size, coding, and 1, 3 or 4 components.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Frame {
    pub(in super::super) progressive: bool,
    pub(in super::super) width: u16,
    pub(in super::super) height: u16,
    pub(in super::super) components: Vec<Component>,
}

impl Frame {
    pub(super) fn parse(marker: u8, body: &[u8]) -> Result<Self, PictureError> {
        let short = || PictureError::corrupt("the JPEG's frame header is too short");
        let (height, width) = u16_be(body, 1).zip(u16_be(body, 3)).ok_or_else(short)?;
        match (marker, body.first()) {
            (0xC3 | 0xC7 | 0xCB | 0xCF, _) => return Err(PictureError::Unsupported("a lossless JPEG")),
            (0xC9..=0xCE, _) => return Err(PictureError::Unsupported("a JPEG with arithmetic coding")),
            (0xC5 | 0xC6, _) => return Err(PictureError::Unsupported("a hierarchical JPEG")),
            (_, Some(8)) => {}
            _ => return Err(PictureError::Unsupported("a JPEG with 12 bits a colour")),
        }
        let count = usize::from(byte(body, 5)?);
        let listed = body.get(6..6 + 3 * count).ok_or_else(short)?;
        let components: Vec<Component> = listed.chunks_exact(3).map(component).collect::<Result<_, _>>()?;
        if !matches!(count, 1 | 3 | 4) {
            return Err(PictureError::Unsupported("a JPEG with neither 1, 3 nor 4 colour channels"));
        }
        Ok(Self { progressive: marker == 0xC2, width, height, components })
    }

    /// The largest sampling factors of all components.
    pub(super) fn sampling(&self) -> (u8, u8) {
        let largest = |factor: fn(&Component) -> u8| self.components.iter().map(factor).max().unwrap_or(1);
        (largest(|component| component.across), largest(|component| component.down))
    }

    /// Minimum coded units of a scan with all components, across and down.
    pub(super) fn units(&self) -> (usize, usize) {
        let (across, down) = self.sampling();
        let count = |side: u16, factor: u8| usize::from(side).div_ceil(8 * usize::from(factor));
        (count(self.width, across), count(self.height, down))
    }

    /// Blocks of a component in a scan of its own, across and down: without the padding of whole units.
    pub(super) fn own_blocks(&self, component: &Component) -> (usize, usize) {
        let (across, down) = self.sampling();
        let count =
            |side: u16, own: u8, largest: u8| (usize::from(side) * usize::from(own)).div_ceil(8 * usize::from(largest));
        (count(self.width, component.across, across), count(self.height, component.down, down))
    }

    /// Blocks of a component as a decoder stores them, across and down: whole units.
    pub(super) fn stored_blocks(&self, component: &Component) -> (usize, usize) {
        let (across, down) = self.units();
        (across * usize::from(component.across), down * usize::from(component.down))
    }

    /// Samples of all components together, whole units.
    pub(super) fn samples(&self) -> u64 {
        let blocks = |component: &Component| {
            let (across, down) = self.stored_blocks(component);
            64 * across as u64 * down as u64
        };
        self.components.iter().map(blocks).sum()
    }

    /// Whether any component has fewer samples than another.
    pub(in super::super) fn is_subsampled(&self) -> bool {
        self.components.windows(2).any(|pair| (pair[0].across, pair[0].down) != (pair[1].across, pair[1].down))
    }
}

fn component(bytes: &[u8]) -> Result<Component, PictureError> {
    let &[id, factors, quantiser] = bytes else { return Err(PictureError::Truncated) };
    let (across, down) = (factors >> 4, factors & 15);
    let allowed = 1..=MAX_SAMPLING;
    if !allowed.contains(&across) || !allowed.contains(&down) {
        return Err(PictureError::corrupt("a JPEG component has an impossible sampling factor"));
    }
    Ok(Component { id, across, down, quantiser })
}

/// How samples stand for colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Coding {
    /// One channel.
    Grey,
    /// JFIF's colours (BT.601, full range).
    YCbCr,
    /// Red, green, blue as they are.
    Rgb,
    /// Inks as they are.
    Cmyk,
    /// Cyan, magenta and yellow coded as if they were red, green and blue in YCbCr; black as it is.
    Ycck,
}

impl Coding {
    /// The coding as libjpeg tells it: JFIF before Adobe's mark before the components' names.
    pub(super) fn tell(frame: &Frame, jfif: bool, adobe: Option<u8>) -> Self {
        let ids: Vec<u8> = frame.components.iter().map(|component| component.id).collect();
        match (ids.as_slice(), adobe) {
            ([_], _) => Self::Grey,
            ([_, _, _, _], Some(2)) => Self::Ycck,
            ([_, _, _, _], _) => Self::Cmyk,
            (_, _) if jfif => Self::YCbCr,
            (_, Some(0)) => Self::Rgb,
            (b"RGB", None) => Self::Rgb,
            _ => Self::YCbCr,
        }
    }
}

/// One component's part in a scan: its place in the frame and its Huffman tables.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub(super) component: usize,
    pub(super) dc: u8,
    pub(super) ac: u8,
}

/// SOS: which components, which coefficients (zigzag), which bits.
#[derive(Debug, Clone)]
pub(super) struct Scan {
    pub(super) parts: Vec<Part>,
    pub(super) first: u8,
    pub(super) last: u8,
    pub(super) high: u8,
    pub(super) low: u8,
}

impl Scan {
    pub(super) fn parse(frame: &Frame, body: &[u8]) -> Result<Self, PictureError> {
        let wrong = || PictureError::corrupt("a JPEG scan's header makes no sense");
        let count = usize::from(byte(body, 0)?);
        let &[first, last, bits] = body.get(1 + 2 * count..4 + 2 * count).ok_or_else(wrong)? else {
            return Err(wrong());
        };
        let mut parts = Vec::with_capacity(count);
        for pair in body[1..=2 * count].chunks_exact(2) {
            let component = frame.components.iter().position(|component| component.id == pair[0]).ok_or_else(wrong)?;
            parts.push(Part { component, dc: pair[1] >> 4, ac: pair[1] & 15 });
        }
        let (first, last) = if frame.progressive { (first, last) } else { (0, 63) };
        let (high, low) = if frame.progressive { (bits >> 4, bits & 15) } else { (0, 0) };
        let twice = (1..parts.len()).any(|at| parts[..at].iter().any(|part| part.component == parts[at].component));
        let bands = if first == 0 { last == 0 || !frame.progressive } else { last >= first && parts.len() == 1 };
        if parts.is_empty() || parts.len() > 4 || twice || !bands || last > 63 || low > 13 {
            return Err(wrong());
        }
        Ok(Self { parts, first, last, high, low })
    }
}
