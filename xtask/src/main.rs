//! The project's own commands: `cargo xtask serve`, `build`, `test`, `bench`,
//! `preview` and `tools`.
//!
//! Each does all it needs on a machine that has rustup, git and npm, and fails
//! with one sentence that says how to help.

mod bench;
mod bindings;
mod browsers;
mod documents;
mod embeds;
mod failure;
mod hosting;
mod integrity;
mod library;
mod markup;
mod measure;
mod offline;
mod one_file;
mod place;
mod run;
mod same_bits;
mod scripts;
mod serve;
mod server;
mod site;
mod split;
mod tests;
mod tools;

use std::process::ExitCode;

use failure::{Outcome, failed};

const USAGE: &str = "\
cargo xtask serve [--port N] [--no-open]   build the calculator, open it in the browser, rebuild on change
cargo xtask test [--chromium-only]         run every test, those in three browsers too
cargo xtask build                          make the release in dist/ and print its sizes
cargo xtask bench                          measure the page against its twins and print one table
cargo xtask preview [--port N]             serve dist/ as it is
cargo xtask tools                          only bring the tools that the others need";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let outcome = if split::stands_in() {
        split::stand_in()
    } else {
        obey(&words)
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn obey(words: &[String]) -> Outcome<()> {
    let Some((command, options)) = words.split_first() else {
        println!("{USAGE}");
        return Ok(());
    };
    let asked = Options::read(options)?;
    match command.as_str() {
        "serve" => serve::serve(asked.port, asked.open),
        "preview" => serve::preview(asked.port),
        "build" => site::build().map(drop),
        "test" => tests::test(asked.chromium_only),
        "bench" => bench::bench(),
        "tools" => tools::bring_all(),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => failed(format!(
            "there is no command `{other}`; these there are:\n{USAGE}"
        )),
    }
}

struct Options {
    port: Option<u16>,
    open: bool,
    chromium_only: bool,
}

impl Options {
    fn read(words: &[String]) -> Outcome<Self> {
        let mut options = Self {
            port: None,
            open: true,
            chromium_only: false,
        };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--chromium-only" => options.chromium_only = true,
                "--no-open" => options.open = false,
                "--port" => match words.next().map(|port| port.parse()) {
                    Some(Ok(port)) => options.port = Some(port),
                    _ => return failed("--port wants a number up to 65535, such as --port 8080"),
                },
                other => {
                    return failed(format!(
                        "there is no option `{other}`; `cargo xtask help` names them"
                    ));
                }
            }
        }
        Ok(options)
    }
}
