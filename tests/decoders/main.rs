//! Inputs that a fuzzer has found, each of which takes another way through a
//! decoder, tried again.
//!
//! Each decoder has a module here that says what must hold of every input, and
//! a file in `tests/corpus` with an input a line: as a JSON string, or as a
//! list of bytes where it is no text. `fuzz/` looks for more of them with the
//! same modules; its `corpus` program packs and unpacks the files:
//!
//! ```sh
//! cd fuzz
//! cargo run --example corpus -- unpack ../tests/corpus/link.txt corpus/link
//! RUSTC_BOOTSTRAP=1 cargo fuzz run --sanitizer none link
//! ```

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod edits;
mod file;
mod kept;
mod link;
mod message;
mod number;
mod pasted;
mod workbook;

/// The inputs of a file of the corpus.
fn inputs(corpus: &str) -> Vec<Vec<u8>> {
    let line = |line: &str| match serde_json::from_str(line) {
        Ok(serde_json::Value::String(text)) => text.into_bytes(),
        _ => serde_json::from_str(line).expect("a text or bytes"),
    };
    corpus.lines().map(line).collect()
}

fn all_hold(corpus: &str, holds: fn(&[u8])) {
    let inputs = inputs(corpus);
    assert!(!inputs.is_empty());
    inputs.iter().for_each(|input| holds(input));
}

#[test]
fn numbers_hold() {
    all_hold(include_str!("../corpus/number.txt"), number::holds);
}

#[test]
fn pasted_ranges_hold() {
    all_hold(include_str!("../corpus/pasted.txt"), pasted::holds);
}

#[test]
fn files_hold() {
    all_hold(include_str!("../corpus/file.txt"), file::holds);
}

#[test]
fn edits_hold() {
    all_hold(include_str!("../corpus/edits.txt"), edits::holds);
}

#[test]
fn links_hold() {
    all_hold(include_str!("../corpus/link.txt"), link::holds);
}

#[test]
fn kept_workbooks_hold() {
    all_hold(include_str!("../corpus/kept.txt"), kept::holds);
}

#[test]
fn messages_hold() {
    all_hold(include_str!("../corpus/message.txt"), message::holds);
}
