//! See `tests/decoders/kept.rs`.

#![no_main]

#[path = "../../tests/decoders/kept.rs"]
mod kept;
#[path = "../../tests/decoders/workbook.rs"]
mod workbook;

libfuzzer_sys::fuzz_target!(|input: &[u8]| kept::holds(input));
