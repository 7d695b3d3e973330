//! See `tests/decoders/number.rs`.

#![no_main]

#[path = "../../tests/decoders/number.rs"]
mod number;

libfuzzer_sys::fuzz_target!(|input: &[u8]| number::holds(input));
