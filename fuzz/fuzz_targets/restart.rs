//! See `tests/decoders/restart.rs`.

#![no_main]

#[path = "../../tests/decoders/restart.rs"]
mod restart;
#[path = "../../tests/decoders/workbook.rs"]
mod workbook;

libfuzzer_sys::fuzz_target!(|input: &[u8]| restart::holds(input));
