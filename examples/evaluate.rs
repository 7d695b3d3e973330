//! Reads a workbook as JSON from standard input and prints its results as
//! JSON; with no input, the results of the article's preset.
//!
//! ```sh
//! echo '{"version": 1, "preset": "china-us-ai",
//!        "figures": {"what-if.growth": {"value": 0.2}}}' |
//!     cargo run --no-default-features --example evaluate
//! ```

use std::{
    error::Error,
    io::{self, IsTerminal, Read, Write},
};

use rerate::{
    exchange::json,
    workbook::{Preset, Workbook, evaluate},
};

fn main() -> Result<(), Box<dyn Error>> {
    let mut text = String::new();
    if !io::stdin().is_terminal() {
        io::stdin().read_to_string(&mut text)?;
    }
    let workbook = if text.trim().is_empty() {
        Workbook::from(Preset::ChinaVsUs)
    } else {
        json::read(&text)?
    };
    writeln!(
        io::stdout(),
        "{}",
        serde_json::to_string_pretty(&evaluate(&workbook))?
    )?;
    Ok(())
}
