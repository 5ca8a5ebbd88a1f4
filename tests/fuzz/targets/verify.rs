//! Any bytes get a verdict.

#![no_main]

use hoaban::picture::{Limits, verify_within};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits { side: 4096, pixels: 4_000_000, animation_pixels: 8_000_000, memory: 128 << 20 };
    let _ = verify_within(bytes, &limits);
});
