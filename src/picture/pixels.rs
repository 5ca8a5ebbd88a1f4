//! Decoded pixels, as all work on pictures sees them.

use super::{Memory, PictureError};

/// How the bytes of a pixel follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Red, green, blue.
    Rgb,
    /// Red, green, blue, alpha; not premultiplied.
    Rgba,
}

impl Layout {
    /// Bytes of one pixel.
    #[must_use]
    pub fn channels(self) -> usize {
        match self {
            Self::Rgb => 3,
            Self::Rgba => 4,
        }
    }
}

/// A picture as rows of 8-bit sRGB pixels from the top, upright, without gaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    width: u32,
    height: u32,
    layout: Layout,
    data: Memory,
}

impl Pixels {
    /// Pixels out of their bytes.
    ///
    /// # Errors
    /// [`PictureError::Corrupt`] where there are no pixels or `data` has not exactly the bytes that the sizes call for.
    pub fn new(width: u32, height: u32, layout: Layout, data: Vec<u8>) -> Result<Self, PictureError> {
        Self::of(width, height, layout, data.into())
    }

    /// As [`Pixels::new`].
    pub(super) fn of(width: u32, height: u32, layout: Layout, data: Memory) -> Result<Self, PictureError> {
        let wanted = u64::from(width) * u64::from(height) * layout.channels() as u64;
        if wanted == 0 || wanted != data.len() as u64 {
            return Err(PictureError::corrupt("pixels are missing"));
        }
        Ok(Self { width, height, layout, data })
    }

    /// Columns.
    #[must_use]
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Rows.
    #[must_use]
    pub fn height(&self) -> u32 {
        self.height
    }

    /// Bytes of a pixel.
    #[must_use]
    pub fn layout(&self) -> Layout {
        self.layout
    }

    /// All rows, `width × channels` bytes each.
    #[must_use]
    pub fn data(&self) -> &[u8] {
        &self.data
    }
}
