//! A stripped picture states no place, and stripping it again changes nothing.

#![no_main]

use hoaban::picture::{probe, strip};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(once) = strip(bytes) {
        assert!(!probe(&once).expect("a copy has headers").has_gps);
        assert_eq!(strip(&once).expect("a copy can be copied"), once);
    }
});
