//! Running other programs.

use std::env;
use std::process::{Command, Stdio};

use crate::failure::{Outcome, failed};
use crate::place;

/// Cargo, in the project's folder.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(arguments).current_dir(place::project());
    cargo
}

/// Runs a program to its end, showing what it prints.
///
/// `help` completes the sentence "… failed: …" when it does not succeed.
pub(crate) fn run(command: &mut Command, help: &str) -> Outcome<()> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => failed(format!("`{}` failed ({status}): {help}", shown(command))),
        Err(error) => failed(format!(
            "`{}` cannot be run ({error}): {help}",
            shown(command)
        )),
    }
}

/// Runs a program to its end and gives what it printed.
pub(crate) fn output(command: &mut Command, help: &str) -> Outcome<String> {
    match command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
    {
        Ok(output) if output.status.success() => {
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        }
        Ok(output) => failed(format!(
            "`{}` failed ({}): {help}",
            shown(command),
            output.status
        )),
        Err(error) => failed(format!(
            "`{}` cannot be run ({error}): {help}",
            shown(command)
        )),
    }
}

/// What a program prints, or nothing if it cannot be run or fails.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    output.status.success().then(|| text.trim().to_owned())
}

/// Says what a step does, and about how long it takes where that is long.
pub(crate) fn say(step: &str) {
    println!("==> {step}");
}

fn shown(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy()];
    words.extend(command.get_args().map(|word| word.to_string_lossy()));
    words.join(" ")
}
