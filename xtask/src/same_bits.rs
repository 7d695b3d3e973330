//! The report of `tests/reference/same_bits`, natively and as a page for the browser.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::{On, Outcome};
use crate::run::{cargo, output, run, say};
use crate::{place, tools};

const WHAT: [&str; 5] = [
    "--no-default-features",
    "--features",
    "same-bits",
    "--bin",
    "same_bits",
];

/// Makes a folder with the page, its module and, as `native.txt`, what this
/// machine reports.
pub(crate) fn build() -> Outcome<PathBuf> {
    say("the report of the same bits (first time about a minute)");
    let help = "see the message above";
    let tools = tools::builders()?;
    let folder = place::target().join("same-bits");
    fs::create_dir_all(&folder).on("make", &folder)?;
    run(
        cargo(&["build", "--quiet", "--release"])
            .args(["--target", tools::TARGET])
            .args(WHAT),
        help,
    )?;
    let module = place::target().join(tools::TARGET).join("release");
    run(
        Command::new("wasm-bindgen")
            .args(["--target", "web", "--no-typescript", "--out-dir"])
            .arg(&folder)
            .arg(module.join("same_bits.wasm"))
            .env("PATH", &tools.path),
        help,
    )?;
    let page = place::project().join("tests/reference/same_bits/index.html");
    fs::copy(&page, folder.join("index.html")).on("copy", &page)?;
    let report = output(cargo(&["run", "--quiet"]).args(WHAT), help)?;
    let native = folder.join("native.txt");
    fs::write(&native, report).on("write", &native)?;
    Ok(folder)
}
