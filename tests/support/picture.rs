//! Pictures made on the spot, with the metadata that cameras write.

use std::io::{Cursor, Write as _};

use image::codecs::gif::GifEncoder;
use image::{DynamicImage, Frame, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

/// What is in a picture besides its colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Form {
    /// Jpeg, PNG, WebP, GIF or TIFF with a colour for every pixel.
    #[default]
    Plain,
    /// A PNG with a palette of two colours.
    Palette,
    /// A PNG or WebP with a transparent corner.
    Alpha,
    /// A GIF of two frames.
    Moving,
    /// An SVG.
    Svg,
}

/// A picture as a case asks for it: `jpeg 60x40 orientation 6 gps cut mark 90 10 seed 3`.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// The format; of no meaning for an SVG.
    pub format: ImageFormat,
    /// Width and height as stored.
    pub size: (u32, u32),
    /// Palette, transparency, frames.
    pub form: Form,
    /// EXIF orientation.
    pub orientation: Option<u16>,
    /// Says where it was taken.
    pub gps: bool,
    /// Ends after two thirds of its bytes.
    pub cut: bool,
    /// A red block about this point, in hundredths of what is stored.
    pub mark: Option<(u32, u32)>,
    /// Other colours.
    pub seed: u32,
}

impl Wanted {
    /// A picture without anything special.
    pub fn new(format: ImageFormat, size: (u32, u32)) -> Self {
        Self { format, size, form: Form::Plain, orientation: None, gps: false, cut: false, mark: None, seed: 0 }
    }

    /// Reads the words of a case; none where they cannot be understood.
    pub fn parse(words: &str) -> Option<Self> {
        let mut words = words.split_whitespace();
        let (format, form) = match words.next()? {
            "jpeg" => (ImageFormat::Jpeg, Form::Plain),
            "png" => (ImageFormat::Png, Form::Plain),
            "webp" => (ImageFormat::WebP, Form::Plain),
            "gif" => (ImageFormat::Gif, Form::Plain),
            "tiff" => (ImageFormat::Tiff, Form::Plain),
            "svg" => (ImageFormat::Png, Form::Svg),
            _ => return None,
        };
        let (width, height) = words.next()?.split_once('x')?;
        let mut wanted = Self { form, ..Self::new(format, (width.parse().ok()?, height.parse().ok()?)) };
        while let Some(word) = words.next() {
            let mut number = || words.next()?.parse::<u32>().ok();
            match word {
                "orientation" => wanted.orientation = Some(u16::try_from(number()?).ok()?),
                "gps" => wanted.gps = true,
                "cut" => wanted.cut = true,
                "palette" => wanted.form = Form::Palette,
                "alpha" => wanted.form = Form::Alpha,
                "moving" => wanted.form = Form::Moving,
                "mark" => wanted.mark = Some((number()?, number()?)),
                "seed" => wanted.seed = number()?,
                _ => return None,
            }
        }
        Some(wanted)
    }

    /// The usual extension.
    pub fn extension(&self) -> &'static str {
        match (self.form, self.format) {
            (Form::Svg, _) => "svg",
            (_, ImageFormat::Jpeg) => "jpg",
            (_, format) => format.extensions_str()[0],
        }
    }

    /// Width and height as shown.
    pub fn shown(&self) -> (u32, u32) {
        let (width, height) = self.size;
        if self.orientation.is_some_and(|orientation| orientation > 4) { (height, width) } else { (width, height) }
    }

    /// The file's bytes; metadata is written into JPEGs only.
    pub fn bytes(self) -> Vec<u8> {
        let mut bytes = match self.form {
            Form::Plain => written(&DynamicImage::from(self.pixels()), self.format),
            Form::Alpha => written(&DynamicImage::from(self.translucent()), self.format),
            Form::Palette => self.palette(),
            Form::Moving => self.moving(),
            Form::Svg => self.svg(),
        };
        if self.orientation.is_some() || self.gps {
            bytes = with_exif(&bytes, &exif(self.orientation.unwrap_or(1), self.gps));
        }
        if self.cut {
            bytes.truncate(bytes.len() * 2 / 3);
        }
        bytes
    }

    /// Blue-green slopes; red is for the mark alone.
    fn pixels(&self) -> RgbImage {
        let (width, height) = self.size;
        let shade = |value: u32| u8::try_from((value * 7 + self.seed * 31) % 256).unwrap();
        let slope = |value: u32, side: u32| u8::try_from(value * 255 / side).unwrap();
        match self.mark {
            None => RgbImage::from_fn(width, height, |x, y| Rgb([shade(x), shade(y), shade(x + y)])),
            Some(_) => RgbImage::from_fn(width, height, |x, y| match self.marked(x, y) {
                true => Rgb([255, 0, 0]),
                false => Rgb([0, slope(x, width), slope(y, height)]),
            }),
        }
    }

    /// Whether a pixel belongs to the mark: a square of a third of the shorter side, inside the picture.
    fn marked(&self, x: u32, y: u32) -> bool {
        let Some((across, down)) = self.mark else { return false };
        let block = (self.size.0.min(self.size.1) / 3).max(1);
        let within = |at: u32, point: u32, side: u32| {
            let start = (point * side / 100).saturating_sub(block / 2).min(side - block);
            (start..start + block).contains(&at)
        };
        within(x, across, self.size.0) && within(y, down, self.size.1)
    }

    fn translucent(&self) -> RgbaImage {
        let pixels = self.pixels();
        let alpha = |x: u32, y: u32| if x < self.size.0 / 2 && y < self.size.1 / 2 { 60 } else { 255 };
        RgbaImage::from_fn(self.size.0, self.size.1, |x, y| {
            let Rgb([red, green, blue]) = *pixels.get_pixel(x, y);
            Rgba([red, green, blue, alpha(x, y)])
        })
    }

    /// PNG (W3C recommendation, third edition) of colour type 3, a byte an index.
    fn palette(&self) -> Vec<u8> {
        let (width, height) = self.size;
        let row = |y: u32| std::iter::once(0).chain((0..width).map(move |x| u8::from((x / 4 + y / 4).is_multiple_of(2))));
        let mut rows = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        rows.write_all(&(0..height).flat_map(row).collect::<Vec<u8>>()).unwrap();
        let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 3, 0, 0, 0]].concat();
        let colours = [u8::try_from(self.seed % 200).unwrap(), 60, 40, 250, 240, 220];
        let chunks = [chunk(b"IHDR", &header), chunk(b"PLTE", &colours), chunk(b"IDAT", &rows.finish().unwrap())];
        [b"\x89PNG\r\n\x1a\n".to_vec(), chunks.concat(), chunk(b"IEND", b"")].concat()
    }

    fn moving(&self) -> Vec<u8> {
        let mut out = Vec::new();
        let frame = |seed| Frame::new(DynamicImage::from(Self { seed, ..*self }.pixels()).into_rgba8());
        GifEncoder::new(&mut out).encode_frames([frame(self.seed), frame(self.seed + 1)]).unwrap();
        out
    }

    fn svg(&self) -> Vec<u8> {
        let (width, height) = self.size;
        let open = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\">");
        let hue = self.seed % 360;
        format!("{open}<script>alert(1)</script><rect width=\"9\" height=\"9\" fill=\"hsl({hue} 50% 50%)\"/></svg>\n")
            .into_bytes()
    }
}

/// Width and height that an AVIF states in its `ispe` box (ISO/IEC 23008-12, 6.5.3); none for another file.
pub fn avif_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let brand = bytes.get(4..12)? == b"ftypavif";
    let at = bytes.windows(4).position(|name| name == b"ispe").filter(|_| brand)? + 8;
    let number = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    Some((number(at)?, number(at + 4)?))
}

fn written(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    picture.write_to(&mut out, format).unwrap();
    out.into_inner()
}

fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut crc = flate2::Crc::new();
    crc.update(name);
    crc.update(data);
    [&u32::try_from(data.len()).unwrap().to_be_bytes()[..], name, data, &crc.sum().to_be_bytes()].concat()
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
