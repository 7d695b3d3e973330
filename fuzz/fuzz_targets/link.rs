//! See `tests/decoders/link.rs`.

#![no_main]

#[path = "../../tests/decoders/link.rs"]
mod link;
#[path = "../../tests/decoders/workbook.rs"]
mod workbook;

libfuzzer_sys::fuzz_target!(|input: &[u8]| link::holds(input));
