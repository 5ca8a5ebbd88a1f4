//! Pictures for the tests, built in memory: with every kind of metadata that has to go.

use std::io::Cursor;

use image::codecs::{gif::GifEncoder, png::PngEncoder};
use image::{DynamicImage, Frame, ImageEncoder, ImageFormat, Rgba, RgbaImage};

use super::{exif, png as chunks, webp as riff};

/// Texts that the pictures "with everything" hold and that no stripped picture may.
pub(super) const SECRETS: [&str; 5] = ["SECRET-SERIAL", "GPSLatitude", "SECRET-COMMENT", "Nguyen Van A", "SECRET-MPF"];

/// Pieces out of which property tests make SVGs.
pub(super) const SVG_PARTS: [&str; 24] = [
    "<g>",
    "</g>",
    "<g id='a' onload='x'>",
    "<script>SECRET</script>",
    "<path d='M0 0'/>",
    "&amp;",
    "&#13;",
    "&#1;",
    "\r\n",
    "<!--SECRET-->",
    "<![CDATA[a<b]]>",
    "<title>",
    "</title>",
    "<style>",
    "</style>",
    "<style>b{fill:url(//a.example)}</style>",
    "@import 'x'",
    "<rect style='fill:url(//a.example)&#10;x'/>",
    "<use xlink:href='#a'/>",
    "<a href='//a.example/'>",
    "</a>",
    "đ",
    "<q:r/>",
    "<image href='data:image/png;base64,AAAA'/>",
];

/// A 40 × 30 picture in which every pixel differs from its neighbours, transparent at its left edge.
pub(super) fn pixels(shift: u8) -> RgbaImage {
    let byte = |value: u32| u8::try_from(value % 256).unwrap();
    RgbaImage::from_fn(40, 30, |x, y| {
        Rgba([byte(x * 6), byte(y * 8), byte(x * y).wrapping_add(shift), if x == 0 { 0 } else { byte(255 - x) }])
    })
}

fn encoded(format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    let picture = DynamicImage::from(pixels(0));
    let picture = if format == ImageFormat::Jpeg { picture.to_rgb8().into() } else { picture };
    picture.write_to(&mut out, format).unwrap();
    out.into_inner()
}

pub(super) fn jpeg() -> Vec<u8> {
    encoded(ImageFormat::Jpeg)
}

pub(super) fn png() -> Vec<u8> {
    encoded(ImageFormat::Png)
}

pub(super) fn webp() -> Vec<u8> {
    encoded(ImageFormat::WebP)
}

pub(super) fn gif() -> Vec<u8> {
    encoded(ImageFormat::Gif)
}

/// A TIFF structure: a serial number, the orientation, and a GPS directory that states a latitude or only a version.
pub(super) fn exif_block(orientation: u16, gps: bool, little: bool) -> Vec<u8> {
    let short = |value: u16| {
        if little { value.to_le_bytes() } else { value.to_be_bytes() }
    };
    let long = |value: u32| {
        if little { value.to_le_bytes() } else { value.to_be_bytes() }
    };
    let entry =
        |tag: u16, kind: u16, count: u32, value: [u8; 4]| [&short(tag)[..], &short(kind), &long(count), &value].concat();
    let [high, low] = short(orientation);
    let (directory, text, place) = (8_u32, 50_u32, 64_u32);
    let mut block = if little { b"II*\0".to_vec() } else { b"MM\0*".to_vec() };
    block.extend(long(directory));
    block.extend(short(3));
    block.extend(entry(0xC62F, 2, 14, long(text)));
    block.extend(entry(0x0112, 3, 1, [high, low, 0, 0]));
    block.extend(entry(0x8825, 4, 1, long(place)));
    block.extend(long(0));
    block.extend(b"SECRET-SERIAL\0");
    block.extend(short(if gps { 2 } else { 1 }));
    block.extend(entry(0, 1, 4, [2, 3, 0, 0]));
    if gps {
        block.extend(entry(1, 2, 2, *b"N\0\0\0"));
    }
    block.extend(long(0));
    block
}

pub(super) fn xmp() -> String {
    "<x:xmpmeta exif:GPSLatitude='21,1.5N' dc:creator='Nguyen Van A'/>".to_owned()
}

/// Puts marker segments right after a JPEG's SOI.
pub(super) fn insert_segments(jpeg: &[u8], segments: &[(u8, &[u8])]) -> Vec<u8> {
    let mut out = jpeg[..2].to_vec();
    for (marker, body) in segments {
        out.extend([0xFF, *marker]);
        out.extend(u16::try_from(body.len() + 2).unwrap().to_be_bytes());
        out.extend(*body);
    }
    out.extend(&jpeg[2..]);
    out
}

pub(super) fn jpeg_with_everything(orientation: u16) -> Vec<u8> {
    let exif = [exif::PREFIX, &exif_block(orientation, true, true)].concat();
    let xmp = [&b"http://ns.adobe.com/xap/1.0/\0"[..], xmp().as_bytes()].concat();
    let jfif = b"JFIF\0\x01\x02\x01\0\x48\0\x48\0\0";
    let segments: [(u8, &[u8]); 9] = [
        (0xE1, &exif),
        (0xE0, jfif),
        (0xE1, &xmp),
        (0xE2, b"ICC_PROFILE\0\x01\x01a colour profile"),
        (0xE2, b"MPF\0SECRET-MPF"),
        (0xED, b"Photoshop 3.0\0Nguyen Van A"),
        (0xEE, b"Adobe\0\x64\0\0\0\0\x01"),
        (0xFE, b"SECRET-COMMENT"),
        (0xE0, b"JFXX\0\x10SECRET-COMMENT"),
    ];
    let encoded = jpeg();
    let own_jfif = 4 + usize::from(encoded[5]);
    let bare = [&encoded[..2], &encoded[own_jfif..]].concat();
    let mut out = insert_segments(&bare, &segments);
    out.extend(b"\xFF\xD8SECRET-MPF");
    out
}

/// Splits a PNG after its header, which is always 33 bytes long.
fn png_parts(png: &[u8]) -> (&[u8], &[u8]) {
    png.split_at(33)
}

pub(super) fn png_with_everything(orientation: u16) -> Vec<u8> {
    let mut encoded = Vec::new();
    let mut writer = PngEncoder::new(&mut encoded);
    writer.set_icc_profile(b"a colour profile".to_vec()).unwrap();
    writer.write_image(pixels(0).as_raw(), 40, 30, image::ExtendedColorType::Rgba8).unwrap();
    let (head, rest) = png_parts(&encoded);
    let (body, end) = rest.split_at(rest.len() - 12);
    let mut out = head.to_vec();
    chunks::put_chunk(&mut out, *b"tEXt", b"Author\0Nguyen Van A");
    chunks::put_chunk(&mut out, *b"iTXt", &[&b"XML:com.adobe.xmp\0\0\0\0\0"[..], xmp().as_bytes()].concat());
    chunks::put_chunk(&mut out, *b"tIME", &[7, 234, 1, 1, 0, 0, 0]);
    out.extend(body);
    chunks::put_chunk(&mut out, *b"prVt", b"SECRET-MPF");
    chunks::put_chunk(&mut out, *b"eXIf", &exif_block(orientation, true, false));
    out.extend(end);
    out.extend(b"SECRET-COMMENT");
    out
}

/// Two frames; the second has the pixels of a second PNG.
pub(super) fn apng() -> Vec<u8> {
    let mut second = Cursor::new(Vec::new());
    pixels(9).write_to(&mut second, ImageFormat::Png).unwrap();
    let (first, second) = (png(), second.into_inner());
    let (head, rest) = png_parts(&first);
    let control = |sequence: u8| {
        let mut data = vec![0, 0, 0, sequence, 0, 0, 0, 40, 0, 0, 0, 30];
        data.extend([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 10, 0, 0]);
        data
    };
    let mut out = head.to_vec();
    chunks::put_chunk(&mut out, *b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0]);
    chunks::put_chunk(&mut out, *b"fcTL", &control(0));
    out.extend(&rest[..rest.len() - 12]);
    chunks::put_chunk(&mut out, *b"fcTL", &control(1));
    for (index, data) in idats(png_parts(&second).1).into_iter().enumerate() {
        let sequence = u32::try_from(index + 2).unwrap().to_be_bytes();
        chunks::put_chunk(&mut out, *b"fdAT", &[&sequence, data].concat());
    }
    out.extend(&rest[rest.len() - 12..]);
    out
}

fn idats(mut rest: &[u8]) -> Vec<&[u8]> {
    let mut found = Vec::new();
    while rest.len() >= 12 {
        let len = u32::from_be_bytes(rest[..4].try_into().unwrap()) as usize;
        if &rest[4..8] == b"IDAT" {
            found.push(&rest[8..8 + len]);
        }
        rest = &rest[12 + len..];
    }
    found
}

fn webp_file(parts: &[([u8; 4], &[u8])]) -> Vec<u8> {
    let mut out = b"RIFF\0\0\0\0WEBP".to_vec();
    for (name, data) in parts {
        riff::put_chunk(&mut out, *name, data);
    }
    riff::set_size(&mut out);
    out
}

/// The data of the one chunk of a simple lossless WebP.
fn webp_bitstream() -> Vec<u8> {
    let file = webp();
    let len = u32::from_le_bytes(file[16..20].try_into().unwrap()) as usize;
    file[20..20 + len].to_vec()
}

pub(super) fn webp_with_everything(orientation: u16) -> Vec<u8> {
    let exif = [exif::PREFIX, &exif_block(orientation, true, true)].concat();
    let xmp = xmp();
    let mut file = webp_file(&[
        (*b"VP8X", &[0x3C, 0, 0, 0, 39, 0, 0, 29, 0, 0]),
        (*b"ICCP", b"a colour profile!"),
        (*b"VP8L", &webp_bitstream()),
        (*b"EXIF", &exif),
        (*b"XMP ", xmp.as_bytes()),
        (*b"SECR", b"SECRET-COMMENT"),
    ]);
    file.extend(b"SECRET-MPF");
    file
}

pub(super) fn webp_animation() -> Vec<u8> {
    let mut frame = vec![0, 0, 0, 0, 0, 0, 39, 0, 0, 29, 0, 0, 100, 0, 0, 0];
    riff::put_chunk(&mut frame, *b"VP8L", &webp_bitstream());
    riff::put_chunk(&mut frame, *b"SECR", b"SECRET-COMMENT");
    webp_file(&[
        (*b"VP8X", &[0x12, 0, 0, 0, 39, 0, 0, 29, 0, 0]),
        (*b"ANIM", &[0; 6]),
        (*b"ANMF", &frame),
        (*b"ANMF", &frame),
    ])
}

/// Two frames, a loop count, a comment, and XMP as GIF holds it.
pub(super) fn gif_with_everything() -> Vec<u8> {
    let mut out = Vec::new();
    {
        let mut encoder = GifEncoder::new(&mut out);
        encoder.set_repeat(image::codecs::gif::Repeat::Infinite).unwrap();
        encoder.encode_frames([Frame::new(pixels(0)), Frame::new(pixels(9))]).unwrap();
    }
    let start = 13 + if out[10] & 0x80 == 0 { 0 } else { 3 << ((out[10] & 7) + 1) };
    let mut extra = b"\x21\xFE\x0ESECRET-COMMENT\0\x21\xFF\x0BXMP DataXMP".to_vec();
    let xmp = xmp();
    extra.push(u8::try_from(xmp.len()).unwrap());
    extra.extend(xmp.as_bytes());
    extra.push(0);
    out.splice(start..start, extra);
    out.extend(b"SECRET-MPF");
    out
}

pub(super) fn svg() -> Vec<u8> {
    let picture = r#"<?xml version="1.0"?><!-- SECRET-COMMENT --><svg xmlns="http://www.w3.org/2000/svg" width="40"
        height="30" onload="x()"><metadata>Nguyen Van A</metadata><style>a{fill:url(#b)}</style><rect id="b"/></svg>"#;
    picture.as_bytes().to_vec()
}

/// One picture of every format with everything in it.
pub(super) fn all(orientation: u16) -> Vec<Vec<u8>> {
    vec![
        jpeg_with_everything(orientation),
        png_with_everything(orientation),
        webp_with_everything(orientation),
        gif_with_everything(),
        apng(),
        webp_animation(),
        svg(),
    ]
}

/// A printer's profile of our own making: cyan, magenta, yellow, black to Lab through a table of 5 steps an ink
/// (ICC.1, lut8Type), by a formula that darkens and tints paper somewhat as inks do.
pub(super) fn ink_profile() -> Vec<u8> {
    let long = |value: u32| value.to_be_bytes();
    let mut table = [b"mft1\0\0\0\0\x04\x03\x05\0".to_vec(), Vec::new()].concat();
    table.extend([1, 0, 0, 0, 1, 0, 0, 0, 1].iter().flat_map(|&one: &u32| long(one * 65_536)));
    let curve = || 0..=255_u8;
    (0..4).for_each(|_| table.extend(curve()));
    for point in 0..625_u32 {
        let [cyan, magenta, yellow, black] = [125, 25, 5, 1].map(|step| f64::from(point / step % 5) / 4.0);
        let paper = 1.0 - 0.93 * black;
        let light = 95.0 * paper * (1.0 - 0.42 * cyan) * (1.0 - 0.5 * magenta) * (1.0 - 0.07 * yellow);
        let green_red = paper * (70.0 * magenta - 33.0 * cyan - 4.0 * yellow);
        let blue_yellow = paper * (88.0 * yellow - 46.0 * cyan - 3.0 * magenta);
        let bytes =
            [light * 2.55, green_red + 128.0, blue_yellow + 128.0].map(|value| value.round().clamp(0.0, 255.0) as u8);
        table.extend(bytes);
    }
    (0..3).for_each(|_| table.extend(curve()));
    let white = [b"XYZ \0\0\0\0".to_vec(), [0xF6D6_u32, 0x1_0000, 0xD32D].map(long).concat()].concat();
    let start = 128 + 4 + 2 * 12;
    let size = start + white.len() + table.len();
    let mut out = [long(size as u32).to_vec(), vec![0; 4], long(0x0240_0000).to_vec(), b"prtrCMYKLab ".to_vec()].concat();
    out.extend([7_u8, 234, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]);
    out.extend(b"acsp");
    out.resize(68, 0);
    out.extend([0xF6D6_u32, 0x1_0000, 0xD32D].into_iter().flat_map(long));
    out.resize(128, 0);
    out.extend(long(2));
    for (name, at, len) in [(b"wtpt", start, white.len()), (b"A2B0", start + white.len(), table.len())] {
        out.extend(name);
        out.extend([long(at as u32), long(len as u32)].concat());
    }
    [out, white, table].concat()
}

/// A PNG of one row with a profile.
pub(super) fn png_row(pixels: &[u8], kind: image::ExtendedColorType, profile: Vec<u8>) -> Vec<u8> {
    let mut out = Vec::new();
    let mut writer = PngEncoder::new(&mut out);
    writer.set_icc_profile(profile).unwrap();
    let width = pixels.len() * 8 / usize::from(kind.bits_per_pixel());
    writer.write_image(pixels, u32::try_from(width).unwrap(), 1, kind).unwrap();
    out
}

/// A TIFF of 8-bit samples, with an orientation and, where there is one, a profile.
pub(super) fn tiff(size: (u32, u32), channels: u16, data: &[u8], orientation: u16, profile: &[u8]) -> Vec<u8> {
    let photometric = match channels {
        1 => 1,
        3 => 2,
        _ => 5,
    };
    let len = |bytes: &[u8]| u32::try_from(bytes.len()).unwrap();
    let mut entries: Vec<(u16, u16, u32, u32)> = vec![
        (0x100, 4, 1, size.0),
        (0x101, 4, 1, size.1),
        (0x102, 3, channels.into(), 8),
        (0x103, 3, 1, 1),
        (0x106, 3, 1, photometric),
        (0x111, 4, 1, 0),
        (0x112, 3, 1, orientation.into()),
        (0x115, 3, 1, channels.into()),
        (0x116, 4, 1, size.1),
        (0x117, 4, 1, len(data)),
    ];
    if !profile.is_empty() {
        entries.push((0x8773, 7, len(profile), 0));
    }
    let bits_at = 8 + 2 + 12 * u32::try_from(entries.len()).unwrap() + 4;
    let data_at = bits_at + 8;
    let mut out = b"II*\0\x08\0\0\0".to_vec();
    out.extend(u16::try_from(entries.len()).unwrap().to_le_bytes());
    for (tag, kind, count, value) in entries {
        let value = match tag {
            0x102 if count > 2 => bits_at,
            0x111 => data_at,
            0x8773 => data_at + len(data),
            _ => value,
        };
        out.extend([&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value.to_le_bytes()].concat());
    }
    out.extend([0; 4]);
    out.extend([8, 0].repeat(4));
    [&out, data, profile].concat()
}
