//! What holds for decoding, whatever the format.

use image::{ExtendedColorType, ImageEncoder};
use moxcms::ColorProfile;
use proptest::prelude::*;

use crate::picture::fixtures::{self, exif_block, insert_segments};
use crate::picture::{Layout, Limits, PictureError, decode, decode_cost, exif, jpeg, png, probe, verify, webp};

const SIZE: (u32, u32) = (40, 30);

fn pixels() -> Vec<u8> {
    image::DynamicImage::from(fixtures::pixels(0)).to_rgb8().into_raw()
}

fn encoded_jpeg(channels: &[u8], kind: ExtendedColorType) -> Vec<u8> {
    let mut out = Vec::new();
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut out, 95).write_image(channels, SIZE.0, SIZE.1, kind).unwrap();
    out
}

/// The same picture in JPEG, PNG, WebP and TIFF with an orientation.
fn oriented(orientation: u16) -> Vec<Vec<u8>> {
    let block = exif_block(orientation, false, true);
    let rgb = pixels();
    let with_exif = |picture: &[u8]| insert_segments(picture, &[(0xE1, &[exif::PREFIX, &block].concat())]);
    let mut plain = Vec::new();
    image::codecs::png::PngEncoder::new(&mut plain).write_image(&rgb, SIZE.0, SIZE.1, ExtendedColorType::Rgb8).unwrap();
    let end = plain.split_off(plain.len() - 12);
    png::put_chunk(&mut plain, *b"eXIf", &block);
    let mut riff = Vec::new();
    image::codecs::webp::WebPEncoder::new_lossless(&mut riff)
        .write_image(&rgb, SIZE.0, SIZE.1, ExtendedColorType::Rgb8)
        .unwrap();
    let mut extended = b"RIFF\0\0\0\0WEBP".to_vec();
    webp::put_chunk(&mut extended, *b"VP8X", &[8, 0, 0, 0, 39, 0, 0, 29, 0, 0]);
    extended.extend(&riff[12..]);
    webp::put_chunk(&mut extended, *b"EXIF", &block);
    webp::set_size(&mut extended);
    vec![
        with_exif(&encoded_jpeg(&rgb, ExtendedColorType::Rgb8)),
        [plain, end].concat(),
        extended,
        fixtures::tiff(SIZE, 3, &rgb, orientation, &[]),
    ]
}

#[test]
fn eight_orientations_come_out_upright_in_every_format() {
    use image::metadata::Orientation;
    let upright: Vec<_> = oriented(1).iter().map(|file| decode(file, &Limits::DEFAULT).unwrap()).collect();
    assert_eq!(upright[1].data(), pixels(), "lossless as it was");
    assert!(upright[1..].iter().all(|picture| picture == &upright[1]));
    for value in 1..=8_u8 {
        for (file, upright) in oriented(value.into()).iter().zip(&upright) {
            let stored = image::RgbImage::from_raw(SIZE.0, SIZE.1, upright.data().to_vec()).unwrap();
            let mut expected = image::DynamicImage::from(stored);
            expected.apply_orientation(Orientation::from_exif(value).unwrap());
            let found = decode(file, &Limits::DEFAULT).unwrap();
            let facts = probe(file).unwrap();
            assert_eq!((found.width(), found.height()), (expected.width(), expected.height()));
            assert_eq!((found.width(), found.height()), (facts.width, facts.height));
            assert!(found.data() == expected.as_bytes(), "orientation {value} of {:?}", facts.format);
        }
    }
}

#[test]
fn opaque_pictures_lose_their_alpha_channel_and_others_keep_it() {
    let kept = decode(&fixtures::png(), &Limits::DEFAULT).unwrap();
    assert_eq!((kept.layout(), kept.data()), (Layout::Rgba, fixtures::pixels(0).as_raw().as_slice()));
    let row = [1, 2, 3, 255, 4, 5, 6, 255];
    let opaque = decode(&fixtures::png_row(&row, ExtendedColorType::Rgba8, Vec::new()), &Limits::DEFAULT).unwrap();
    assert_eq!((opaque.layout(), opaque.data()), (Layout::Rgb, &[1, 2, 3, 4, 5, 6][..]));
}

#[test]
fn an_animation_gives_its_first_frame_and_a_drawing_none() {
    for animation in [fixtures::gif_with_everything(), fixtures::apng(), fixtures::webp_animation()] {
        let found = decode(&animation, &Limits::DEFAULT).unwrap();
        assert_eq!((found.width(), found.height()), SIZE);
    }
    assert_eq!(decode(&fixtures::svg(), &Limits::DEFAULT), Err(PictureError::Drawing));
}

/// 24 colours that lie all over the cube, three or four channels each.
fn chart<const N: usize>() -> Vec<u8> {
    let steps = [(37, 20), (91, 40), (151, 90), (53, 0)];
    (0..24).flat_map(|at| steps[..N].iter().map(move |&(step, start)| ((at * step + start) % 256) as u8)).collect()
}

/// As `chart`, but with black no darker than a quarter.
fn ink_chart() -> Vec<u8> {
    chart::<4>().chunks_exact(4).flat_map(|inks| [inks[0], inks[1], inks[2], inks[3] / 4]).collect()
}

/// A colour in Lab (D65), from sRGB: IEC 61966-2-1 and CIE 15.
fn lab(rgb: &[u8]) -> [f64; 3] {
    let linear = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    let [r, g, b] = [linear(rgb[0]), linear(rgb[1]), linear(rgb[2])];
    let x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505;
    let y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    let z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089;
    let [x, y, z] = [x, y, z].map(|t| if t > 216.0 / 24_389.0 { t.cbrt() } else { (24_389.0 / 27.0 * t + 16.0) / 116.0 });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// ΔE2000 (Sharma, Wu and Dalal 2005).
fn difference(one: &[u8], other: &[u8]) -> f64 {
    let ([l1, a1, b1], [l2, a2, b2]) = (lab(one), lab(other));
    let mean = (a1.hypot(b1) + a2.hypot(b2)) / 2.0;
    let grow = 1.5 - 0.5 * (mean.powi(7) / (mean.powi(7) + 25.0_f64.powi(7))).sqrt();
    let (a1, a2) = (a1 * grow, a2 * grow);
    let (c1, c2) = (a1.hypot(b1), a2.hypot(b2));
    let (h1, h2) = (b1.atan2(a1).to_degrees().rem_euclid(360.0), b2.atan2(a2).to_degrees().rem_euclid(360.0));
    let turn = if c1 * c2 == 0.0 { 0.0 } else { (h2 - h1 + 540.0).rem_euclid(360.0) - 180.0 };
    let hue = if c1 * c2 == 0.0 { h1 + h2 } else { (h1 + turn / 2.0).rem_euclid(360.0) };
    let (light, chroma) = ((l1 + l2) / 2.0, (c1 + c2) / 2.0);
    let cos = |degrees: f64| degrees.to_radians().cos();
    let t = 1.0 - 0.17 * cos(hue - 30.0) + 0.24 * cos(2.0 * hue) + 0.32 * cos(3.0 * hue + 6.0) - 0.2 * cos(4.0 * hue - 63.0);
    let off = (light - 50.0).powi(2);
    let dl = (l2 - l1) / (1.0 + 0.015 * off / (20.0 + off).sqrt());
    let dc = (c2 - c1) / (1.0 + 0.045 * chroma);
    let dh = 2.0 * (c1 * c2).sqrt() * (turn / 2.0).to_radians().sin() / (1.0 + 0.015 * chroma * t);
    let twist = 30.0 * (-((hue - 275.0) / 25.0).powi(2)).exp();
    let rotate = -2.0 * (chroma.powi(7) / (chroma.powi(7) + 25.0_f64.powi(7))).sqrt() * (2.0 * twist).to_radians().sin();
    (dl * dl + dc * dc + dh * dh + rotate * dc * dh).sqrt()
}

fn mean_difference(found: &[u8], expected: &[u8]) -> f64 {
    assert_eq!(found.len(), expected.len());
    let pairs = found.chunks_exact(3).zip(expected.chunks_exact(3));
    pairs.map(|(found, expected)| difference(found, expected)).sum::<f64>() / (found.len() / 3) as f64
}

#[test]
fn the_yardstick_agrees_with_its_paper() {
    assert!(difference(&[10, 200, 30], &[10, 200, 30]) < 1e-9);
    let far = difference(&[255, 0, 0], &[0, 0, 255]);
    assert!((far - 52.88).abs() < 0.1, "{far}");
}

include!("expected_colours.rs");

#[test]
fn colours_come_out_as_little_cms_converts_them() {
    let rgb = |profile: ColorProfile| {
        decode(&fixtures::png_row(&chart::<3>(), ExtendedColorType::Rgb8, profile.encode().unwrap()), &Limits::DEFAULT)
    };
    let deep: Vec<u8> = chart::<3>().iter().flat_map(|&sample| (u16::from(sample) * 257).to_ne_bytes()).collect();
    let deep = fixtures::png_row(&deep, ExtendedColorType::Rgb16, ColorProfile::new_pro_photo_rgb().encode().unwrap());
    let grey = ColorProfile::new_gray_with_gamma(1.8).encode().unwrap();
    let grey = fixtures::png_row(&chart::<3>(), ExtendedColorType::L8, grey);
    let inks = fixtures::tiff((24, 1), 4, &ink_chart(), 1, &fixtures::ink_profile());
    let found = [
        (rgb(ColorProfile::new_display_p3()), &DISPLAY_P3[..]),
        (rgb(ColorProfile::new_adobe_rgb()), &ADOBE_RGB),
        (rgb(ColorProfile::new_pro_photo_rgb()), &PRO_PHOTO),
        (decode(&deep, &Limits::DEFAULT), &PRO_PHOTO),
        (decode(&grey, &Limits::DEFAULT), &GREY),
        (decode(&inks, &Limits::DEFAULT), &INKS),
    ];
    for (index, (picture, expected)) in found.into_iter().enumerate() {
        let mean = mean_difference(picture.unwrap().data(), expected);
        assert!(mean < 1.0, "row {index}: {mean}");
    }
}

#[test]
fn srgb_by_any_name_is_left_as_it_is_and_a_broken_profile_ignored() {
    let mut unnamed = ColorProfile::new_srgb();
    (unnamed.description, unnamed.cicp) = (None, None);
    for profile in [
        ColorProfile::new_srgb().encode().unwrap(),
        unnamed.encode().unwrap(),
        b"no profile".to_vec(),
        fixtures::ink_profile(),
    ] {
        let picture = decode(&fixtures::png_row(&chart::<3>(), ExtendedColorType::Rgb8, profile), &Limits::DEFAULT).unwrap();
        assert_eq!(picture.data(), chart::<3>());
    }
}

#[test]
fn png_says_its_colours_in_other_ways_too() {
    let plain = fixtures::png_row(&chart::<3>(), ExtendedColorType::Rgb8, Vec::new());
    let with = |name: &[u8; 4], data: &[u8]| {
        let mut out = plain[..33].to_vec();
        png::put_chunk(&mut out, *name, data);
        decode(&[&out, &plain[33..]].concat(), &Limits::DEFAULT).unwrap()
    };
    let wide = mean_difference(with(b"cICP", &[12, 13, 0, 1]).data(), &DISPLAY_P3);
    assert!(wide < 1.0, "{wide}");
    assert_eq!(with(b"cICP", &[1, 13, 0, 1]).data(), chart::<3>());
    assert_eq!(with(b"gAMA", &45_455_u32.to_be_bytes()).data(), chart::<3>());
    assert!(with(b"gAMA", &100_000_u32.to_be_bytes()).data().iter().map(|&at| u64::from(at)).sum::<u64>() > 9_000);
}

/// A JPEG of four channels of one value each, with or without Adobe's mark.
fn ink_jpeg(inks: [u8; 4], adobe: Option<u8>) -> Vec<u8> {
    let data = inks.repeat((SIZE.0 * SIZE.1) as usize);
    let mut out = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut out, 100);
    let stored: Vec<u8> = data.iter().map(|&ink| 255 - ink).collect();
    let kind = if adobe == Some(2) { jpeg_encoder::ColorType::CmykAsYcck } else { jpeg_encoder::ColorType::Cmyk };
    encoder.encode(if adobe.is_some() { &data } else { &stored }, 40, 30, kind).unwrap();
    if adobe.is_none() {
        let at = out.windows(5).position(|name| name == b"Adobe").unwrap();
        out[at] = b'X';
    }
    out
}

#[test]
fn inks_are_mixed_whether_stored_inverted_or_not() {
    for adobe in [None, Some(0), Some(2)] {
        let file = ink_jpeg([255, 0, 51, 0], adobe);
        assert!(probe(&file).unwrap().cmyk);
        let found = decode(&file, &Limits::DEFAULT).unwrap();
        let near = found.data().chunks_exact(3).all(|p| p[0] < 4 && p[1] > 251 && p[2].abs_diff(204) < 4);
        assert!(near, "{adobe:?}: {:?}", &found.data()[..3]);
    }
}

/// A baseline JPEG with a scan for each channel, the colours at half size: made of three grey ones.
fn scan_by_scan(chroma: u8) -> Vec<u8> {
    let plane = |width: u32, height: u32, value: u8| {
        let mut out = Vec::new();
        let data = vec![value; (width * height) as usize];
        let mut encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut out, 95);
        encoder.encode(&data, width, height, ExtendedColorType::L8).unwrap();
        out
    };
    let planes = [plane(40, 30, 90), plane(20, 15, 128), plane(20, 15, chroma)];
    let segment = |file: &[u8], marker: u8| {
        let at = file.windows(2).position(|pair| pair == [0xFF, marker]).unwrap();
        (at, at + 2 + usize::from(u16::from_be_bytes([file[at + 2], file[at + 3]])))
    };
    let (frame, _) = segment(&planes[0], 0xC0);
    let (_, tables_end) = segment(&planes[0], 0xC0);
    let (scan, _) = segment(&planes[0], 0xDA);
    let mut out = planes[0][..frame].to_vec();
    out.extend([0xFF, 0xC0, 0, 17, 8, 0, 30, 0, 40, 3, 1, 0x22, 0, 2, 0x11, 0, 3, 0x11, 0]);
    out.extend(&planes[0][tables_end..scan]);
    for (id, plane) in (1..).zip(&planes) {
        let (_, data) = segment(plane, 0xDA);
        out.extend([0xFF, 0xDA, 0, 8, 1, id, 0, 0, 63, 0]);
        out.extend(&plane[data..plane.len() - 2]);
    }
    out.extend([0xFF, 0xD9]);
    out
}

#[test]
fn baseline_scans_of_one_subsampled_channel_each_are_decoded_right() {
    let found = decode(&scan_by_scan(178), &Limits::DEFAULT).unwrap();
    let red = 90 + 70;
    assert!(
        found.data().chunks_exact(3).all(|p| p[0].abs_diff(red) < 4 && p[2].abs_diff(90) < 4),
        "{:?}",
        &found.data()[..3]
    );
    let whole = scan_by_scan(178);
    let last = whole.windows(2).rposition(|pair| pair == [0xFF, 0xDA]).unwrap();
    let missing = [&whole[..last], &[0xFF, 0xD9]].concat();
    assert_eq!(verify(&missing), Err(PictureError::Truncated));
}

/// More than a block's worth: what is lost inside one block can leave codes that make sense.
#[test]
fn a_jpeg_that_lost_bytes_in_the_middle_is_an_error_although_it_has_its_end() {
    let whole = encoded_jpeg(&pixels(), ExtendedColorType::Rgb8);
    let start = whole.windows(2).position(|pair| pair == [0xFF, 0xDA]).unwrap() + 14;
    let (mut found, mut all) = (0, 0);
    for at in (start..whole.len() - 210).step_by(7) {
        let mut lossy = whole.clone();
        lossy.drain(at..at + 200);
        all += 1;
        found += usize::from(decode(&lossy, &Limits::DEFAULT).is_err());
    }
    assert!(found * 100 >= all * 97, "{found} of {all}");
}

#[test]
fn memory_is_reckoned_and_limited_before_decoding() {
    for file in
        oriented(6).into_iter().chain([fixtures::png(), fixtures::gif(), fixtures::webp(), ink_jpeg([1, 2, 3, 4], Some(0))])
    {
        let facts = probe(&file).unwrap();
        let cost = decode_cost(&facts);
        let finished = decode(&file, &Limits { memory: cost, ..Limits::DEFAULT }).unwrap();
        assert!(finished.data().len() as u64 <= cost);
        let refused = decode(&file, &Limits { memory: cost - 1, ..Limits::DEFAULT });
        assert_eq!(refused, Err(PictureError::TooMuchMemory { needed: cost, allowed: cost - 1 }));
    }
}

#[test]
fn a_header_that_promises_more_pixels_than_the_file_can_hold_is_refused() {
    let mut file = encoded_jpeg(&pixels(), ExtendedColorType::Rgb8);
    let frame = file.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    file[frame + 5..frame + 9].copy_from_slice(&[0x27, 0x10, 0x27, 0x10]);
    assert!(decode(&file, &Limits::DEFAULT).is_err());
    assert!(jpeg::check(&file).is_err());
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    png::put_chunk(&mut file, *b"IHDR", &[0, 0, 39, 16, 0, 0, 39, 16, 8, 6, 0, 0, 0]);
    png::put_chunk(&mut file, *b"IDAT", b"\x78\x9c\x03\0\0\0\0\x01");
    png::put_chunk(&mut file, *b"IEND", b"");
    assert_eq!(decode(&file, &Limits::DEFAULT), Err(PictureError::Truncated));
}

#[test]
fn a_tiff_that_states_its_width_twice_is_refused() {
    let mut file = fixtures::tiff(SIZE, 3, &pixels(), 1, &[]);
    // The third entry, the bits of a sample, becomes a second width.
    file[10 + 2 * 12..10 + 3 * 12].copy_from_slice(&[0, 1, 4, 0, 1, 0, 0, 0, 7, 0, 0, 0]);
    assert!(decode(&file, &Limits::DEFAULT).is_err() && verify(&file).is_err());
}

/// The fuzzer's seeds: one small picture of each kind.
static SEEDS: include_dir::Dir<'_> = include_dir::include_dir!("$CARGO_MANIFEST_DIR/tests/fuzz/seeds");

/// A second, with room for builds that are not optimised and for busy machines.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(if cfg!(debug_assertions) { 5 } else { 1 });

#[test]
fn every_kind_is_decoded_and_cut_or_damaged_ones_get_a_verdict_within_a_second() {
    let limits = Limits { memory: 256 << 20, ..Limits::DEFAULT };
    let mut count = 0;
    for seed in SEEDS.files() {
        let (name, whole) = (seed.path(), seed.contents());
        let facts = probe(whole).unwrap();
        let drawing = facts.format == crate::picture::Format::Svg;
        assert!(drawing || decode(whole, &limits).is_ok(), "{name:?}: {:?}", decode(whole, &limits));
        assert_eq!(verify(whole), Ok(()), "{name:?}");
        let cut = (0..16).map(|part| whole[..whole.len() * part / 16].to_vec());
        let damaged = (0..24).map(|part| {
            let mut file = whole.to_vec();
            let at = (whole.len() - 1) * part / 23;
            file[at] ^= 0x5A;
            file
        });
        for file in cut.chain(damaged) {
            let start = std::time::Instant::now();
            let _ = (decode(&file, &limits), verify(&file));
            assert!(start.elapsed() < PATIENCE, "{name:?}");
            count += 1;
        }
    }
    assert!(count > 1000, "{count}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn damaged_and_cut_files_are_decoded_whole_or_not_at_all(
        which in 0..11_usize,
        cut: prop::sample::Index,
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
    ) {
        let mut files = fixtures::all(6);
        files.extend(oriented(5));
        let whole = files.swap_remove(which);
        let limits = Limits { side: 2000, pixels: 1_000_000, animation_pixels: 4_000_000, memory: 64 << 20 };
        let cut = &whole[..cut.index(whole.len())];
        let _ = decode(cut, &limits);
        let mut changed = whole.clone();
        for (at, value) in damage {
            changed[at.index(whole.len())] = value;
        }
        if let (Ok(pixels), Ok(facts)) = (decode(&changed, &limits), probe(&changed)) {
            prop_assert_eq!((pixels.width(), pixels.height()), (facts.width, facts.height));
        }
    }
}
