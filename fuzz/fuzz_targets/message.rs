//! See `tests/decoders/message.rs`.

#![no_main]

#[path = "../../tests/decoders/message.rs"]
mod message;
#[path = "../../tests/decoders/workbook.rs"]
mod workbook;

libfuzzer_sys::fuzz_target!(|input: &[u8]| message::holds(input));
