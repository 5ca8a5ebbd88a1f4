//! What holds for every format: sizes, determinism, limits, how true the pixels come back.

use proptest::prelude::*;

use super::*;
use crate::picture::Layout;

const FORMATS: [RenditionFormat; 3] = [RenditionFormat::WebP, RenditionFormat::Jpeg, RenditionFormat::Png];

fn picture(width: u32, height: u32, layout: Layout, pixel: impl Fn(u32, u32) -> [u8; 4]) -> Pixels {
    let places = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
    let data = places.flat_map(|(x, y)| pixel(x, y).into_iter().take(layout.channels())).collect();
    Pixels::new(width, height, layout, data).unwrap()
}

/// Hills, waves and a little noise: more colours than a palette holds, as photographs have.
fn photo(width: u32, height: u32, layout: Layout) -> Pixels {
    picture(width, height, layout, |x, y| {
        let wave =
            |scale: f32, shift: f32| ((x as f32 / scale + shift).sin() + (y as f32 / scale * 1.3).cos()) * 55.0 + 120.0;
        let noise = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)).wrapping_mul(2_246_822_519) >> 29;
        let channel = |scale, shift| (wave(scale, shift) as i32 + noise as i32).clamp(0, 255) as u8;
        [channel(23.0, 0.0), channel(37.0, 1.0), channel(51.0, 2.0), (x * 255 / width.max(1)) as u8]
    })
}

/// Four colours in stripes.
fn drawing(width: u32, height: u32, layout: Layout) -> Pixels {
    let colours = [[255, 255, 255, 255], [200, 16, 46, 255], [20, 90, 60, 128], [0, 0, 0, 0]];
    picture(width, height, layout, |x, y| colours[((x / 5 + y / 3) % 4) as usize])
}

fn decode(bytes: &[u8], layout: Layout) -> Pixels {
    let image = image::load_from_memory(bytes).unwrap();
    let (width, height) = (image.width(), image.height());
    let data = match layout {
        Layout::Rgb => image.into_rgb8().into_raw(),
        Layout::Rgba => image.into_rgba8().into_raw(),
    };
    Pixels::new(width, height, layout, data).unwrap()
}

/// Peak signal to noise in decibels over all channels.
fn psnr(a: &Pixels, b: &Pixels) -> f64 {
    assert_eq!((a.width(), a.height()), (b.width(), b.height()));
    let square = |(a, b): (&u8, &u8)| f64::from(a.abs_diff(*b)).powi(2);
    let mean = a.data().iter().zip(b.data()).map(square).sum::<f64>() / a.data().len() as f64;
    10.0 * (255.0 * 255.0 / mean.max(1e-9)).log10()
}

fn made(pixels: &Pixels, format: RenditionFormat) -> Vec<u8> {
    encode(pixels, format, &Quality::default()).unwrap()
}

#[test]
fn photographs_come_back_true() {
    for (width, height) in [(160, 120), (161, 121), (17, 33), (16, 16), (8, 1)] {
        let source = photo(width, height, Layout::Rgb);
        for format in FORMATS {
            let psnr = psnr(&source, &decode(&made(&source, format), Layout::Rgb));
            assert!(psnr > 30.0, "{format:?} {width} × {height}: {psnr:.1} dB");
        }
    }
}

#[test]
fn lossless_files_keep_all_that_can_be_seen() {
    for layout in [Layout::Rgb, Layout::Rgba] {
        let source = drawing(123, 77, layout);
        for format in [RenditionFormat::WebP, RenditionFormat::Png] {
            for effort in [Effort::Fast, Effort::Normal] {
                let bytes = encode(&source, format, &Quality { effort, ..Quality::default() }).unwrap();
                let back = decode(&bytes, layout);
                let channels = layout.channels();
                for (a, b) in source.data().chunks_exact(channels).zip(back.data().chunks_exact(channels)) {
                    assert!(a == b || (channels == 4 && a[3] == 0 && b[3] == 0), "{format:?}: {a:?} became {b:?}");
                }
            }
        }
    }
}

#[test]
fn alpha_of_lossy_webp_is_exact() {
    let source = photo(120, 80, Layout::Rgba);
    let back = decode(&made(&source, RenditionFormat::WebP), Layout::Rgba);
    let alpha = |pixels: &Pixels| pixels.data().iter().skip(3).step_by(4).copied().collect::<Vec<_>>();
    assert_eq!(alpha(&back), alpha(&source));
}

#[test]
fn jpeg_lays_translucent_pixels_on_white() {
    let source = picture(16, 16, Layout::Rgba, |_, _| [0, 0, 0, 51]);
    let back = decode(&made(&source, RenditionFormat::Jpeg), Layout::Rgb);
    assert!(back.data().iter().all(|value| value.abs_diff(204) <= 2), "{:?}", &back.data()[..3]);
}

#[test]
fn the_same_pixels_give_the_same_bytes() {
    let source = photo(200, 150, Layout::Rgb);
    for format in FORMATS {
        let first = made(&source, format);
        let others: Vec<_> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..3).map(|_| scope.spawn(|| made(&source, format))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert!(others.iter().all(|other| *other == first), "{format:?}");
    }
}

#[test]
fn a_higher_score_gives_a_truer_picture() {
    let source = photo(160, 120, Layout::Rgb);
    for format in [RenditionFormat::WebP, RenditionFormat::Jpeg] {
        let psnr_at = |score| {
            let quality = Quality { score, effort: Effort::Normal };
            psnr(&source, &decode(&encode(&source, format, &quality).unwrap(), Layout::Rgb))
        };
        assert!(psnr_at(60) < psnr_at(75) && psnr_at(75) < psnr_at(88), "{format:?}");
    }
}

#[test]
fn sides_beyond_a_formats_limit_are_errors() {
    let long = |side| picture(side, 1, Layout::Rgb, |x, _| [x as u8, 0, 0, 255]);
    assert!(encode(&long(16_383), RenditionFormat::WebP, &Quality::default()).is_ok());
    assert!(matches!(
        encode(&long(16_384), RenditionFormat::WebP, &Quality::default()),
        Err(EncodeError::Failed { encoder: "libwebp", .. })
    ));
    assert!(encode(&long(65_535), RenditionFormat::Jpeg, &Quality::default()).is_ok());
    assert!(encode(&long(65_536), RenditionFormat::Jpeg, &Quality::default()).is_err());
}

#[cfg(any(feature = "avif", feature = "aom"))]
#[test]
fn avif_states_its_size_and_depends_on_nothing_else() {
    for (layout, width, height) in [(Layout::Rgb, 64, 48), (Layout::Rgba, 33, 17), (Layout::Rgb, 1, 1)] {
        let source = photo(width, height, layout);
        let bytes = made(&source, RenditionFormat::Avif);
        assert_eq!(&bytes[4..12], b"ftypavif");
        let at = bytes.windows(4).position(|window| window == b"ispe").unwrap() + 8;
        let sides = [width.to_be_bytes(), height.to_be_bytes()].concat();
        assert_eq!(&bytes[at..at + 8], &sides[..]);
        assert_eq!(bytes.windows(4).any(|window| window == b"auxC"), layout == Layout::Rgba);
        assert_eq!(bytes, made(&source, RenditionFormat::Avif));
    }
}

#[test]
fn every_encoder_has_a_name_of_its_own() {
    let mut names: Vec<_> = RenditionFormat::WORDS.iter().map(|(_, format)| encoder(*format)).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), RenditionFormat::WORDS.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_small_picture_encodes_and_comes_back_in_its_size(
        (width, height) in (1_u32..40, 1_u32..40),
        translucent: bool,
        bytes in proptest::collection::vec(any::<u8>(), 40 * 40 * 4),
        score in 20_u8..100,
    ) {
        let layout = if translucent { Layout::Rgba } else { Layout::Rgb };
        let length = width as usize * height as usize * layout.channels();
        let source = Pixels::new(width, height, layout, bytes[..length].to_vec()).unwrap();
        for format in FORMATS {
            let back = decode(&encode(&source, format, &Quality { score, effort: Effort::Fast }).unwrap(), layout);
            prop_assert_eq!((back.width(), back.height()), (width, height));
        }
    }
}

/// Scaling smooths a drawing's edges into more colours than a palette holds; its plain areas still say what it is.
#[test]
fn a_smoothed_drawing_is_lossless_in_webp() {
    let source = picture(300, 200, Layout::Rgb, |x, y| {
        let edge = (x * 7 + y * 3) % 400;
        if edge < 12 { [edge as u8 * 20, (x % 256) as u8, y as u8, 255] } else { [250, 250, 245, 255] }
    });
    let back = decode(&made(&source, RenditionFormat::WebP), Layout::Rgb);
    assert_eq!(back, source);
}

#[test]
fn a_grey_photograph_is_lossy_in_webp() {
    let source = picture(160, 120, Layout::Rgb, |x, y| {
        let grain = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)).wrapping_mul(2_246_822_519) >> 27;
        [(80 + x / 2 + y / 4 + grain) as u8; 4]
    });
    let bytes = made(&source, RenditionFormat::WebP);
    assert!(bytes.windows(4).any(|window| window == b"VP8 "), "no lossy chunk");
}
