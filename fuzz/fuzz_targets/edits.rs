//! See `tests/decoders/edits.rs`.

#![no_main]

#[path = "../../tests/decoders/edits.rs"]
mod edits;
#[path = "../../tests/decoders/workbook.rs"]
mod workbook;

libfuzzer_sys::fuzz_target!(|input: &[u8]| edits::holds(input));
