//! What holds for every format alike.

use proptest::prelude::*;

use super::bytes::contains;
use super::{Format, Limits, PictureError, fixtures, probe, probe_within, strip, verify, verify_within};

/// Every frame's pixels, as the `image` crate decodes them; nothing for an SVG.
fn frames(bytes: &[u8]) -> Vec<Vec<u8>> {
    use image::{AnimationDecoder, codecs};
    let data = std::io::Cursor::new(bytes);
    let facts = probe(bytes).unwrap();
    let frames = match facts.format {
        Format::Gif => codecs::gif::GifDecoder::new(data).unwrap().into_frames(),
        Format::WebP if facts.animated => codecs::webp::WebPDecoder::new(data).unwrap().into_frames(),
        Format::Png if facts.animated => codecs::png::PngDecoder::new(data).unwrap().apng().unwrap().into_frames(),
        Format::Svg => return Vec::new(),
        _ => return vec![image::load_from_memory(bytes).unwrap().into_bytes()],
    };
    frames.map(|frame| frame.unwrap().into_buffer().into_raw()).collect()
}

#[test]
fn stripping_changes_no_pixel_and_no_fact_but_the_place() {
    for orientation in 1..=8 {
        for picture in fixtures::all(orientation) {
            let stripped = strip(&picture).unwrap();
            let (before, after) = (probe(&picture).unwrap(), probe(&stripped).unwrap());
            assert_eq!(frames(&stripped), frames(&picture), "{before:?}");
            assert_eq!(after, super::PictureFacts { has_gps: false, ..before });
        }
    }
}

#[test]
fn stripping_is_stable_and_leaves_no_secret() {
    for orientation in 1..=8 {
        for picture in fixtures::all(orientation) {
            let once = strip(&picture).unwrap();
            assert_eq!(strip(&once).unwrap(), once);
            for secret in fixtures::SECRETS {
                assert!(!contains(&once, secret.as_bytes()), "{secret} is still there");
            }
        }
    }
}

/// Only of stripped pictures: the decoder overlooks EXIF behind a PNG's pixels and with JPEG's prefix in a WebP.
#[test]
fn the_decoder_agrees_on_the_orientation_that_is_kept() {
    use image::{ImageDecoder, ImageReader};
    for value in 1..=8_u16 {
        for picture in fixtures::all(value).into_iter().take(3) {
            let stripped = strip(&picture).unwrap();
            let reader = ImageReader::new(std::io::Cursor::new(&stripped)).with_guessed_format().unwrap();
            let decoded = reader.into_decoder().unwrap().orientation().unwrap();
            assert_eq!(u16::from(decoded.to_exif()), value);
        }
    }
}

#[test]
fn whole_pictures_verify_and_every_cut_one_fails() {
    for picture in fixtures::all(6) {
        let whole = strip(&picture).unwrap();
        assert_eq!(verify(&picture), Ok(()));
        assert_eq!(verify(&whole), Ok(()));
        for cut in (0..whole.len()).rev().step_by(whole.len() / 60 + 1) {
            assert!(verify(&whole[..cut]).is_err(), "cut at {cut} of {}", whole.len());
        }
    }
}

#[test]
fn limits_hold_before_and_while_decoding() {
    let small = Limits { side: 39, ..Limits::DEFAULT };
    let few = Limits { animation_pixels: 40 * 30, ..Limits::DEFAULT };
    for picture in fixtures::all(1) {
        let facts = probe(&picture).unwrap();
        let refused = matches!(probe_within(&picture, &small), Err(PictureError::TooLarge { .. }));
        assert_eq!(refused, facts.format != Format::Svg);
        let refused = matches!(verify_within(&picture, &few), Err(PictureError::TooLarge { .. }));
        assert_eq!(refused, facts.animated);
    }
}

/// Every function on bytes that may be anything: an answer, and where the picture is fine, a stable copy.
fn survive(bytes: &[u8]) -> Result<(), TestCaseError> {
    let _ = probe(bytes);
    if let Ok(stripped) = strip(bytes) {
        prop_assert_eq!(&strip(&stripped).unwrap(), &stripped);
    }
    let small = Limits { side: 2000, pixels: 1_000_000, animation_pixels: 4_000_000, memory: 64 << 20 };
    let _ = verify_within(bytes, &small);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_bytes_get_an_answer(start in 0..8_usize, bytes: Vec<u8>) {
        let start: &[u8] = [&b""[..], b"\xFF\xD8\xFF", b"\x89PNG\r\n\x1a\n", b"RIFF\xFF\0\0\0WEBPVP8X", b"GIF89a", b"<svg>",
            b"II*\0", b"\0\0\0\x20ftyp"][start];
        survive(&[start, &bytes].concat())?;
    }

    #[test]
    fn damaged_pictures_get_an_answer(
        which in 0..7_usize,
        cut: prop::sample::Index,
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        header_only: bool,
    ) {
        let mut bytes = fixtures::all(6).swap_remove(which);
        for (at, value) in damage {
            let len = if header_only { bytes.len().min(200) } else { bytes.len() };
            bytes[at.index(len)] = value;
        }
        survive(&bytes)?;
        survive(&bytes[..cut.index(bytes.len() + 1)])?;
    }
}
