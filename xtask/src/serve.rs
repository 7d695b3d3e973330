//! Looking at the calculator: as it stands in `dist/`, or rebuilt on change.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, SystemTime};
use std::{env, io};

use crate::failure::{Outcome, failed};
use crate::run::say;
use crate::{place, server, site};

/// What the page is made of.
const SOURCES: [&str; 10] = [
    "src",
    "style",
    "static",
    "data",
    "examples",
    "index.html",
    "Trunk.toml",
    "build.rs",
    "Cargo.toml",
    "Cargo.lock",
];

/// Builds the calculator, opens it, and rebuilds it when a source changes.
///
/// It is the release that is served, so that what is seen is what is shipped.
pub(crate) fn serve(port: Option<u16>, open: bool) -> Outcome<()> {
    let mut seen = last_change();
    site::build()?;
    let address = server::start(place::dist(), port)?;
    say(&format!("the calculator is at {address} (Ctrl+C ends it)"));
    if open {
        open_browser(&address);
    }
    loop {
        thread::sleep(Duration::from_millis(500));
        let last = last_change();
        if last == seen {
            continue;
        }
        seen = last;
        say("a source changed");
        match site::build() {
            Ok(_) => say(&format!("rebuilt: reload {address}")),
            Err(failure) => eprintln!("error: {failure}"),
        }
    }
}

/// Serves `dist/` as it is; the first line printed is its address.
pub(crate) fn preview(port: Option<u16>) -> Outcome<()> {
    let dist = place::dist();
    if !dist.join("index.html").is_file() {
        return failed("there is no dist/ yet: run `cargo xtask build` first");
    }
    println!("{}", server::start(dist, port)?);
    loop {
        thread::park();
    }
}

/// Tries to open the address, and lets it be where there is no browser.
fn open_browser(address: &str) {
    let mut command = if cfg!(windows) {
        let mut command = Command::new("cmd");
        command.args(["/c", "start", ""]);
        command
    } else if cfg!(target_os = "macos") {
        Command::new("open")
    } else if env::var_os("DISPLAY").is_some() || env::var_os("WAYLAND_DISPLAY").is_some() {
        Command::new("xdg-open")
    } else {
        return;
    };
    let quiet = command
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if let Ok(mut child) = quiet.spawn() {
        thread::spawn(move || child.wait());
    }
}

fn last_change() -> Option<SystemTime> {
    SOURCES
        .iter()
        .filter_map(|source| newest(&place::project().join(source)).ok())
        .max()
}

fn newest(path: &Path) -> io::Result<SystemTime> {
    let about = fs::metadata(path)?;
    let mut newest_time = about.modified()?;
    if about.is_dir() {
        for entry in fs::read_dir(path)? {
            newest_time = newest_time.max(newest(&entry?.path())?);
        }
    }
    Ok(newest_time)
}
