//! See `tests/decoders/pasted.rs`.

#![no_main]

#[path = "../../tests/decoders/pasted.rs"]
mod pasted;
#[path = "../../tests/decoders/workbook.rs"]
mod workbook;

libfuzzer_sys::fuzz_target!(|input: &[u8]| pasted::holds(input));
