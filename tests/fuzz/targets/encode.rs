//! Pixels survive encoding and decoding: lossless formats to the last bit, others in size.

#![no_main]

use hoaban::model::RenditionFormat;
use hoaban::picture::encode::{Effort, Quality, encode};
use hoaban::picture::{Layout, Limits, Pixels, decode};
use libfuzzer_sys::fuzz_target;

/// The longest side.
const SIDE: u8 = 40;

fuzz_target!(|bytes: &[u8]| {
    let [width, height, kind, score, data @ ..] = bytes else { return };
    let (width, height) = (width % SIDE + 1, height % SIDE + 1);
    let layout = if kind & 1 == 0 { Layout::Rgb } else { Layout::Rgba };
    let len = usize::from(width) * usize::from(height) * layout.channels();
    let data: Vec<u8> = data.iter().copied().chain(std::iter::repeat(255)).take(len).collect();
    let pixels = Pixels::new(width.into(), height.into(), layout, data).expect("as many samples as its size calls for");
    let quality = Quality { score: score % 101, effort: if kind & 2 == 0 { Effort::Fast } else { Effort::Normal } };
    for format in [RenditionFormat::Jpeg, RenditionFormat::Png, RenditionFormat::WebP] {
        let file = encode(&pixels, format, &quality).expect("a small picture can be written");
        let back = decode(&file, &Limits::DEFAULT).expect("what was written can be read");
        assert_eq!((back.width(), back.height()), (pixels.width(), pixels.height()));
        if format == RenditionFormat::Png && back.layout() == pixels.layout() {
            assert!(visible(&back) == visible(&pixels), "a PNG is lossless");
        }
    }
});

/// What can be seen: colours behind no cover do not count.
fn visible(pixels: &Pixels) -> Vec<u8> {
    let mut data = pixels.data().to_vec();
    if pixels.layout() == Layout::Rgba {
        data.chunks_exact_mut(4).filter(|pixel| pixel[3] == 0).for_each(|pixel| pixel.fill(0));
    }
    data
}
