//! The tools that the other commands need, brought where they are missing.
//!
//! A tool lies in the per-user cache under its name and version; one on PATH
//! with the right version serves too. An install is made beside its place and
//! moved there when it is whole, so that an interrupted one is never believed
//! and goes on where it stopped.

use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{On, Outcome, failed};
use crate::run::{answer, cargo, run, say};
use crate::{browsers, library, place};

const TRUNK: &str = "0.21.14";
const WASM_SPLIT: &str = "0.2.4";
const BINARYEN: &str = "132";
const ESBUILD: &str = "0.28.2";
const REACT: &str = "19.3.1";
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// What `cargo xtask build` needs.
pub(crate) struct Builders {
    pub(crate) trunk: PathBuf,
    pub(crate) esbuild: PathBuf,
    pub(crate) wasm_bindgen: PathBuf,
    pub(crate) wasm_split: PathBuf,
    pub(crate) wasm_opt: PathBuf,
    /// PATH with wasm-bindgen and wasm-opt in it, for Trunk to find.
    pub(crate) path: OsString,
}

/// Brings everything.
pub(crate) fn bring_all() -> Outcome<()> {
    builders()?;
    browsers::all()?;
    say("every tool is there");
    Ok(())
}

/// The tools of the build, installed where they are missing.
pub(crate) fn builders() -> Outcome<Builders> {
    wasm_target()?;
    library::bring()?;
    if answer(npm().arg("--version")).is_none() {
        return failed("npm is not to be found: install Node.js 18 or newer, which brings it");
    }
    let trunk = from_cargo(&Crate {
        package: "trunk",
        version: TRUNK,
        program: "trunk",
        options: &["--locked"],
        tells_version: true,
        time: "4 minutes",
    })?;
    let wasm_bindgen = from_cargo(&Crate {
        package: "wasm-bindgen-cli",
        version: &locked_wasm_bindgen()?,
        program: "wasm-bindgen",
        options: &[],
        tells_version: true,
        time: "2 minutes",
    })?;
    let wasm_split = from_cargo(&Crate {
        package: "wasm_split_cli_support",
        version: WASM_SPLIT,
        program: "wasm-split-cli",
        options: &["--features", "build-binary"],
        tells_version: false,
        time: "2 minutes",
    })?;
    let wasm_opt = from_npm("binaryen", BINARYEN, "132.0.0", ".bin/wasm-opt")?;
    let esbuild = from_npm("esbuild", ESBUILD, ESBUILD, ".bin/esbuild")?;
    let mut folders: Vec<PathBuf> = [&wasm_bindgen, &wasm_opt]
        .iter()
        .filter_map(|tool| tool.parent().map(Path::to_owned))
        .collect();
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    match env::join_paths(folders) {
        Ok(path) => Ok(Builders {
            trunk,
            esbuild,
            wasm_bindgen,
            wasm_split,
            wasm_opt,
            path,
        }),
        Err(error) => failed(format!(
            "a tool's folder cannot stand in PATH ({error}): set RERATE_CACHE to another"
        )),
    }
}

/// The folder of React's packages, a peer of the benchmark that never enters the
/// page.
pub(crate) fn react() -> Outcome<PathBuf> {
    let client = from_npm("react-dom", REACT, REACT, "react-dom/client.js")?;
    // Its package brings React along, as its peer.
    match client.ancestors().nth(2) {
        Some(packages) => Ok(packages.to_owned()),
        None => {
            failed("the cache of tools has no folder for packages: set RERATE_CACHE to another")
        }
    }
}

fn wasm_target() -> Outcome<()> {
    let library =
        answer(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    if library.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    say("adding the WebAssembly target to this Rust (under a minute)");
    run(
        Command::new("rustup").args(["target", "add", TARGET]),
        "the network may be out of reach, or this Rust is not rustup's; then install its wasm32-unknown-unknown library",
    )
}

/// The version of wasm-bindgen in Cargo.lock, which its tool must equal.
fn locked_wasm_bindgen() -> Outcome<String> {
    let file = place::project().join("Cargo.lock");
    let lock = fs::read_to_string(&file).on("read", &file)?;
    match version_in_lock(&lock, "wasm-bindgen") {
        Some(version) => Ok(version.to_owned()),
        None => {
            failed("Cargo.lock names no wasm-bindgen: restore it with `git checkout Cargo.lock`")
        }
    }
}

fn version_in_lock<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let (_, rest) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    rest.split('"').next()
}

/// A program in a crate.
pub(crate) struct Crate<'a> {
    pub(crate) package: &'a str,
    pub(crate) version: &'a str,
    pub(crate) program: &'a str,
    /// What cargo is to be told besides.
    pub(crate) options: &'a [&'a str],
    /// Whether the program says its version. One that does not is taken from
    /// the cache only, where its folder says it.
    pub(crate) tells_version: bool,
    pub(crate) time: &'a str,
}

/// A program installed by cargo.
pub(crate) fn from_cargo(
    &Crate {
        package,
        version,
        program,
        options,
        tells_version,
        time,
    }: &Crate,
) -> Outcome<PathBuf> {
    let home = place::tools()?.join(format!("{package}-{version}"));
    let cached = home.join("bin").join(place::executable(program));
    let is_right = |found: &Path| {
        if tells_version {
            has_version(found, version)
        } else {
            answer(Command::new(found).arg("--help")).is_some()
        }
    };
    if is_right(&cached) {
        return Ok(cached);
    }
    let on_path = place::on_path(program).filter(|_| tells_version);
    if let Some(found) = on_path.filter(|found| is_right(found)) {
        return Ok(found);
    }
    install(&home, &|| is_right(&cached), &|part, building| {
        say(&format!(
            "compiling {package} {version}, once for this user (about {time})"
        ));
        let mut install = cargo(&["install", package, "--version", version, "--force"]);
        install
            .arg("--root")
            .arg(part)
            .env("CARGO_TARGET_DIR", building);
        // What it compiles for itself is not worth optimising.
        install.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
        install
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "64");
        install.args(options);
        run(
            &mut install,
            &format!("see the message above; {package} {version} on PATH serves too"),
        )
    })?;
    Ok(cached)
}

/// A file of a package installed by npm; a program's stands under `.bin/`.
pub(crate) fn from_npm(package: &str, version: &str, exact: &str, file: &str) -> Outcome<PathBuf> {
    let home = place::tools()?.join(format!("{package}-{version}"));
    let program = file.strip_prefix(".bin/");
    let cached = home
        .join("node_modules")
        .join(program.map_or(file.to_owned(), |program| {
            format!(".bin/{}", npm_program(program))
        }));
    if cached.exists() {
        return Ok(cached);
    }
    if let Some(found) = program
        .and_then(place::on_path)
        .filter(|found| has_version(found, version))
    {
        return Ok(found);
    }
    install(&home, &|| cached.exists(), &|part, _| {
        say(&format!(
            "fetching {package} {exact}, once for this user (under a minute)"
        ));
        let mut install = npm();
        install
            .args(["install", "--silent", "--no-audit", "--no-fund", "--prefix"])
            .arg(part);
        install.arg(format!("{package}@{exact}"));
        run(
            &mut install,
            "the network may be out of reach; the same command by hand says more without --silent",
        )
    })?;
    Ok(cached)
}

/// Makes a tool beside its place and moves it there when it is whole. Two
/// commands at once wait for each other.
fn install(
    home: &Path,
    is_there: &dyn Fn() -> bool,
    make: &dyn Fn(&Path, &Path) -> Outcome<()>,
) -> Outcome<()> {
    let tools = place::tools()?;
    fs::create_dir_all(&tools).on("make", &tools)?;
    let lock_file = tools.join(".lock");
    let lock = File::create(&lock_file).on("write", &lock_file)?;
    if lock.try_lock().is_err() {
        say("waiting for another install to end");
        lock.lock().on("lock", &lock_file)?;
    }
    if is_there() {
        return Ok(());
    }
    let beside = |ending: &str| {
        let mut name = home.file_name().unwrap_or_default().to_owned();
        name.push(ending);
        home.with_file_name(name)
    };
    let (part, building) = (beside(".part"), beside(".building"));
    fs::create_dir_all(&part).on("make", &part)?;
    make(&part, &building)?;
    if home.exists() {
        fs::remove_dir_all(home).on("remove", home)?;
    }
    fs::rename(&part, home).on("move", &part)?;
    let _ = fs::remove_dir_all(&building);
    if is_there() {
        return Ok(());
    }
    failed(format!(
        "{} was installed but does not run: remove that folder and try again",
        home.display()
    ))
}

fn has_version(program: &Path, version: &str) -> bool {
    answer(Command::new(program).arg("--version")).is_some_and(|said| {
        said.split([' ', '\n', '(', ')'])
            .any(|word| word == version)
    })
}

fn npm() -> Command {
    Command::new(npm_program("npm"))
}

/// npm's programs are scripts, which have another ending on Windows.
fn npm_program(name: &str) -> String {
    if cfg!(windows) {
        format!("{name}.cmd")
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_names_the_crate_and_not_its_relatives() {
        let lock = "name = \"wasm-bindgen-futures\"\nversion = \"0.4.80\"\n\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource";
        assert_eq!(version_in_lock(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(version_in_lock(lock, "trunk"), None);
    }
}
