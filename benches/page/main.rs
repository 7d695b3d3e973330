//! How fast the page is in a browser, against twins that do the same work:
//! `cargo xtask bench` prepares the folder and the variables, and this prints
//! one table. Times are ratios against a peer in the same browser, taken turn by
//! turn (ours, peer, peer, ours); counts are counts. It is no test, and fails
//! for nothing but a page that does not work.

#![allow(clippy::expect_used, reason = "a page that does not work ends the run")]
#![allow(clippy::panic, reason = "a page that does not work ends the run")]
#![allow(
    clippy::indexing_slicing,
    reason = "a page that does not work ends the run"
)]

#[allow(
    dead_code,
    reason = "xtask's own module, of which only the server's part is used"
)]
#[path = "../../xtask/src/failure.rs"]
mod failure;
#[allow(
    dead_code,
    unused_imports,
    unused_macros,
    reason = "the tests use more of it"
)]
#[path = "../../tests/page/harness/mod.rs"]
mod harness;
#[allow(unused_imports, reason = "its own tests are none of a bench's")]
#[path = "../../xtask/src/server.rs"]
mod server;

mod keystrokes;
mod loads;
mod pairs;
mod table;

use table::Table;

fn main() {
    // Cargo asks every bench for its tests too.
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--test") {
        return;
    }
    let named: Vec<&String> = arguments.iter().filter(|a| !a.starts_with('-')).collect();
    let is_asked = |part: &str| named.is_empty() || named.iter().any(|name| *name == part);
    harness::TAKES_ITS_TIME.store(true, std::sync::atomic::Ordering::Relaxed);
    let mut table = Table::default();
    if is_asked("loads") {
        loads::measure(&mut table);
    }
    if is_asked("keystrokes") {
        keystrokes::measure(&mut table);
    }
    table.print();
}
