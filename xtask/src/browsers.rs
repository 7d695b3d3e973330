//! The browsers of the page tests with their drivers, installed where they are
//! missing and this system allows it.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Outcome, failed};
use crate::place;
use crate::run::{answer, run, say};
use crate::tools::{Crate, from_cargo, from_npm};

const AXE: &str = "4.14.1";
const GECKODRIVER: &str = "0.37.0";

/// A program of the page tests.
struct Program {
    /// The variable that names it, for the reader of a machine and for the tests.
    variable: &'static str,
    /// Its names on PATH.
    names: &'static [&'static str],
    /// Where it lies where PATH does not name it.
    places: &'static [&'static str],
    /// The package of Debian that holds it.
    package: &'static str,
}

const CHROMIUM: [Program; 2] = [
    Program {
        variable: "RERATE_CHROMIUM",
        names: &[
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "chrome",
        ],
        places: &[],
        package: "chromium",
    },
    Program {
        variable: "RERATE_CHROMEDRIVER",
        names: &["chromedriver"],
        places: &["/usr/lib/chromium/chromedriver"],
        package: "chromium-driver",
    },
];

/// Firefox and WebKitGTK; but for geckodriver, which Debian does not have.
const OTHERS: [Program; 4] = [
    Program {
        variable: "RERATE_FIREFOX",
        names: &["firefox-esr", "firefox"],
        places: &[],
        package: "firefox-esr",
    },
    Program {
        variable: "RERATE_MINIBROWSER",
        names: &["MiniBrowser"],
        places: &[
            "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
            "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        ],
        package: "webkit2gtk-driver",
    },
    Program {
        variable: "RERATE_WEBKITDRIVER",
        names: &["WebKitWebDriver"],
        places: &[],
        package: "webkit2gtk-driver",
    },
    Program {
        variable: "RERATE_XVFB",
        names: &["Xvfb"],
        places: &[],
        package: "xvfb",
    },
];

/// Programs by the variables in which the page tests look for them.
pub(crate) type Found = Vec<(&'static str, PathBuf)>;

/// Chromium and its driver.
pub(crate) fn chromium() -> Outcome<Found> {
    found(&CHROMIUM.iter().collect::<Vec<_>>(), "")
}

/// Chromium, Firefox and WebKitGTK with their drivers.
pub(crate) fn all() -> Outcome<Found> {
    let programs: Vec<_> = CHROMIUM.iter().chain(&OTHERS).collect();
    let mut all = found(
        &programs,
        "; `cargo xtask test --chromium-only` needs Chromium alone",
    )?;
    all.push(("RERATE_GECKODRIVER", geckodriver()?));
    Ok(all)
}

/// The accessibility checker's script.
pub(crate) fn axe() -> Outcome<PathBuf> {
    from_npm("axe-core", AXE, AXE, "axe-core/axe.min.js")
}

fn geckodriver() -> Outcome<PathBuf> {
    let any = place::set("RERATE_GECKODRIVER").or_else(|| place::on_path("geckodriver"));
    if let Some(any) = any {
        return Ok(any);
    }
    from_cargo(&Crate {
        package: "geckodriver",
        version: GECKODRIVER,
        program: "geckodriver",
        options: &[],
        tells_version: true,
        time: "2 minutes",
    })
}

/// The programs and a Chinese font, installed where they are missing; or why
/// they could not be, and what can be done `otherwise`.
fn found(programs: &[&Program], otherwise: &str) -> Outcome<Found> {
    for program in programs {
        if let Some(file) = place::set(program.variable).filter(|file| !file.is_file()) {
            return failed(format!(
                "{} names {}, which is no file: correct it or unset it",
                program.variable,
                file.display()
            ));
        }
    }
    let missing = programs.iter().filter(|program| program.find().is_none());
    let mut packages: Vec<&str> = missing.map(|program| program.package).collect();
    if !has_chinese_font() {
        packages.push("fonts-noto-cjk");
    }
    packages.dedup();
    if !packages.is_empty() {
        from_debian(&packages, otherwise)?;
    }
    let mut found = Found::new();
    for program in programs {
        match program.find() {
            Some(file) => found.push((program.variable, file)),
            None => {
                return failed(format!(
                    "{} is not to be found: put it on PATH, or name it in {}{otherwise}",
                    program.names.first().unwrap_or(&program.package),
                    program.variable,
                ));
            }
        }
    }
    Ok(found)
}

impl Program {
    fn find(&self) -> Option<PathBuf> {
        let places = self.places.iter().map(PathBuf::from);
        place::set(self.variable)
            .or_else(|| self.names.iter().find_map(|name| place::on_path(name)))
            .or_else(|| places.into_iter().find(|file| file.is_file()))
    }
}

fn from_debian(packages: &[&str], otherwise: &str) -> Outcome<()> {
    let list = packages.join(" ");
    let by_hand = format!(
        "install the browsers, their drivers and a Chinese font (Debian: `apt-get install {list}`), or name the programs in the variables that the README lists{otherwise}"
    );
    if place::on_path("apt-get").is_none() {
        return failed(format!("the page tests lack {list}: {by_hand}"));
    }
    let is_root = answer(Command::new("id").arg("-u")).as_deref() == Some("0");
    if !is_root && answer(Command::new("sudo").args(["-n", "true"])).is_none() {
        return failed(format!(
            "the page tests lack {list}, and this user may not install it: {by_hand}"
        ));
    }
    let apt = |arguments: &[&str]| {
        let mut command = if is_root {
            Command::new("apt-get")
        } else {
            Command::new("sudo")
        };
        if !is_root {
            command.args(["-n", "apt-get"]);
        }
        command
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    say(&format!(
        "installing {list} from this system's packages (about 2 minutes)"
    ));
    run(&mut apt(&["update", "-qq"]), &by_hand)?;
    let mut install = apt(&["install", "-y", "-qq", "--no-install-recommends"]);
    install.args(packages);
    run(&mut install, &by_hand)
}

/// Only Linux comes without one.
fn has_chinese_font() -> bool {
    !cfg!(target_os = "linux")
        || answer(Command::new("fc-list").args([":lang=zh", "family"]))
            .is_some_and(|fonts| !fonts.is_empty())
        || Path::new("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc").is_file()
}
