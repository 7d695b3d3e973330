//! See `tests/decoders/file.rs`.

#![no_main]

#[path = "../../tests/decoders/file.rs"]
mod file;
#[path = "../../tests/decoders/workbook.rs"]
mod workbook;

libfuzzer_sys::fuzz_target!(|input: &[u8]| file::holds(input));
