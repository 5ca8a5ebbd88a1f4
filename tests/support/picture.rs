//! Pictures made on the spot, with the metadata that cameras write.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

/// A picture as a case asks for it: `jpeg 60x40 orientation 6 gps cut`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted {
    format: Option<ImageFormat>,
    size: (u32, u32),
    orientation: Option<u16>,
    gps: bool,
    cut: bool,
}

impl Wanted {
    /// Reads the words of a case; none where they cannot be understood.
    pub fn parse(words: &str) -> Option<Self> {
        let mut wanted = Self::default();
        let mut words = words.split_whitespace();
        wanted.format = match words.next()? {
            "jpeg" => Some(ImageFormat::Jpeg),
            "png" => Some(ImageFormat::Png),
            "webp" => Some(ImageFormat::WebP),
            _ => return None,
        };
        let (width, height) = words.next()?.split_once('x')?;
        wanted.size = (width.parse().ok()?, height.parse().ok()?);
        while let Some(word) = words.next() {
            match word {
                "orientation" => wanted.orientation = Some(words.next()?.parse().ok()?),
                "gps" => wanted.gps = true,
                "cut" => wanted.cut = true,
                _ => return None,
            }
        }
        Some(wanted)
    }

    /// The file's bytes; metadata is written into JPEGs only.
    pub fn bytes(self) -> Vec<u8> {
        let (width, height) = self.size;
        let shade = |value: u32| u8::try_from(value * 7 % 256).unwrap();
        let pixels = RgbImage::from_fn(width, height, |x, y| Rgb([shade(x), shade(y), shade(x + y)]));
        let mut out = Cursor::new(Vec::new());
        DynamicImage::from(pixels).write_to(&mut out, self.format.unwrap()).unwrap();
        let mut bytes = out.into_inner();
        if self.orientation.is_some() || self.gps {
            bytes = with_exif(&bytes, &exif(self.orientation.unwrap_or(1), self.gps));
        }
        if self.cut {
            bytes.truncate(bytes.len() * 2 / 3);
        }
        bytes
    }
}

fn with_exif(jpeg: &[u8], block: &[u8]) -> Vec<u8> {
    let length = u16::try_from(block.len() + 8).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xFF, 0xE1], &length, b"Exif\0\0", block, &jpeg[2..]].concat()
}

/// A TIFF structure (TIFF 6.0, little-endian) with the orientation and a GPS directory that states a latitude.
fn exif(orientation: u16, gps: bool) -> Vec<u8> {
    let entry = |tag: u16, kind: u16, value: [u8; 4]| {
        [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &1u32.to_le_bytes(), &value].concat()
    };
    let [low, high] = orientation.to_le_bytes();
    let entries = if gps { 2u16 } else { 1 };
    let after = 8 + 2 + 12 * u32::from(entries) + 4;
    let mut block = [&b"II*\0"[..], &8u32.to_le_bytes(), &entries.to_le_bytes()].concat();
    block.extend(entry(0x0112, 3, [low, high, 0, 0]));
    if gps {
        block.extend(entry(0x8825, 4, after.to_le_bytes()));
    }
    block.extend(0u32.to_le_bytes());
    if gps {
        block.extend(1u16.to_le_bytes());
        block.extend(entry(1, 2, *b"N\0\0\0"));
        block.extend(0u32.to_le_bytes());
        block.extend(b"GPS-SECRET");
    }
    block
}
