//! The finished page in a browser, through WebDriver: what a reader sees, types
//! and hears, against the release in `dist/`.
//!
//! `cargo xtask test` builds the release, brings the browsers and says where all
//! are; [`harness::browser`] names the variables. Each test has a browser of its
//! own: Chromium, but for those that run in every engine under its name, as
//! `journeys::firefox::it_opens` does. With `RERATE_PICTURES=<folder>` the page's pictures are written there.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]
#![allow(clippy::panic, reason = "a test fails by panicking")]
#![allow(clippy::indexing_slicing, reason = "a test fails by panicking")]

#[allow(
    dead_code,
    reason = "xtask's own module, of which only the server's part is used"
)]
#[path = "../../xtask/src/failure.rs"]
mod failure;
#[path = "../../xtask/src/integrity.rs"]
mod integrity;
#[path = "../../xtask/src/server.rs"]
mod server;

mod accessibility;
mod below;
mod embed_dialog;
mod embed_links;
mod embed_looks;
mod embeds;
mod figures;
mod growth;
mod harness;
mod journeys;
mod kept;
mod keyboard;
mod languages;
mod links;
mod numbers;
mod offline;
mod one_file;
mod pace;
mod pictures;
mod prepared;
mod presets;
mod print;
mod recovery;
mod requests;
mod same_bits;
mod sectors;
mod steadiness;
mod steps;
mod tools;
mod typing;
mod unknowns;
mod what_if;
mod why;
