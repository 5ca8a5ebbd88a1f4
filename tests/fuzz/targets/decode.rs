//! Any bytes are decoded whole or refused, within the memory that was allowed.

#![no_main]

use hoaban::picture::{Limits, decode, probe};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits { side: 4096, pixels: 4_000_000, animation_pixels: 8_000_000, memory: 128 << 20 };
    if let Ok(pixels) = decode(bytes, &limits) {
        let facts = probe(bytes).expect("what decodes has headers");
        assert_eq!((pixels.width(), pixels.height()), (facts.width, facts.height));
    }
});
