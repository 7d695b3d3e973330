//! Rust's own library, built with the page: the one that comes with the compiler
//! is made for speed and says in words why it panics, which the page has no use
//! for (11 KB under brotli; a panic is a trap, and boot.js answers to that).
//!
//! To build it is not stable in Cargo yet, nor is a panic that only traps. The
//! toolchain of this project is pinned, so that neither changes under it.

use std::path::Path;
use std::process::Command;

use crate::failure::Outcome;
use crate::run::{answer, cargo, run, say};
use crate::tools::TARGET;

/// Brings the library's source.
pub(crate) fn bring() -> Outcome<()> {
    let root = answer(Command::new("rustc").args(["--print", "sysroot"]));
    let source = root.map(|root| Path::new(&root).join("lib/rustlib/src/rust/library/Cargo.lock"));
    if source.is_some_and(|source| source.is_file()) {
        return Ok(());
    }
    say("adding the source of Rust's library (under a minute)");
    run(
        Command::new("rustup").args(["component", "add", "rust-src"]),
        "the network may be out of reach, or this Rust is not rustup's; then install the source of its library, rust-src",
    )
}

/// Fetches the crates that the page and the library are made of.
pub(crate) fn fetch() -> Outcome<()> {
    let mut fetch = cargo(&["fetch", "--quiet", "--target", TARGET]);
    build_in(&mut fetch);
    run(
        &mut fetch,
        "the crates that the page is made of could not be fetched; is the network in reach?",
    )
}

/// Has the Cargo under a command build the library in.
pub(crate) fn build_in(command: &mut Command) {
    command
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        // None of those that it has by default: they are for backtraces.
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "")
        .env("CARGO_UNSTABLE_PANIC_IMMEDIATE_ABORT", "true")
        .env("CARGO_PROFILE_RELEASE_PANIC", "immediate-abort");
}
