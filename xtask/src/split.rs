//! The module in two: what the first view needs, and what stands below it.
//!
//! The cut must be made between the linker and wasm-bindgen, where Trunk has no
//! hook. So for Trunk this program stands on PATH under the name of
//! wasm-bindgen: it makes the cut, then hands the first part to the real one.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::documents::replaced_once;
use crate::failure::{On, Outcome, failed};
use crate::place;
use crate::run::run;
use crate::tools::Builders;

const WASM_BINDGEN: &str = "RERATE_WASM_BINDGEN";
const WASM_SPLIT: &str = "RERATE_WASM_SPLIT";

/// How the part is made small. Control flow is written anew; locals as that
/// leaves them compress better than fewer of them; and nothing lies at the lowest
/// addresses, where the stack ends.
const SMALL: [&str; 6] = [
    "-Os",
    "--flatten",
    "--rereloop",
    "--low-memory-unused",
    "-Os",
    "--skip-pass=simplify-locals",
];

/// Whether this program was called as wasm-bindgen.
pub(crate) fn stands_in() -> bool {
    let name = env::args_os().next().map(PathBuf::from);
    name.is_some_and(|name| name.file_stem().is_some_and(|stem| stem == "wasm-bindgen"))
}

/// Does what Trunk asks of wasm-bindgen, with the first part of the module in
/// the place of all of it.
pub(crate) fn stand_in() -> Outcome<()> {
    let (Some(wasm_bindgen), Some(wasm_split)) = (place::set(WASM_BINDGEN), place::set(WASM_SPLIT))
    else {
        return failed("only `cargo xtask build` may call this program wasm-bindgen");
    };
    let mut arguments: Vec<OsString> = env::args_os().skip(1).collect();
    let module = arguments.iter_mut().find(|argument| {
        Path::new(argument)
            .extension()
            .is_some_and(|ending| ending == "wasm")
    });
    if let Some(module) = module {
        let folder = folder();
        fs::create_dir_all(&folder).on("make", &folder)?;
        let help = "see the message above";
        run(
            Command::new(wasm_split)
                .arg(&*module)
                .arg(&folder)
                .args(["--out-name", "first"]),
            help,
        )?;
        *module = folder.join("first.wasm").into();
        arguments.push("--keep-lld-exports".into());
    }
    run(
        Command::new(wasm_bindgen).args(arguments),
        "see the message above",
    )
}

/// Where the parts lie.
fn folder() -> PathBuf {
    place::target().join("split")
}

/// Has Trunk call this program where it calls wasm-bindgen.
pub(crate) fn stand_in_for(trunk: &mut Command, tools: &Builders) -> Outcome<()> {
    let folder = place::target().join("stand-in");
    fs::create_dir_all(&folder).on("make", &folder)?;
    let stand_in = folder.join(place::executable("wasm-bindgen"));
    let this = env::current_exe().on("find", Path::new("this program"))?;
    // A copy, for not every system has links; under another name first, for
    // the one before may still be running.
    let part = folder.join("part");
    fs::copy(&this, &part).on("copy", &this)?;
    fs::rename(&part, &stand_in).on("write", &stand_in)?;
    let folders = [folder].into_iter().chain(env::split_paths(&tools.path));
    match env::join_paths(folders) {
        Ok(path) => {
            trunk
                .env("PATH", path)
                .env(WASM_BINDGEN, &tools.wasm_bindgen)
                .env(WASM_SPLIT, &tools.wasm_split);
            Ok(())
        }
        Err(error) => failed(format!(
            "the target folder cannot stand in PATH ({error}): set CARGO_TARGET_DIR to another"
        )),
    }
}

/// The part below the first view, made small.
pub(crate) fn below(tools: &Builders) -> Outcome<Vec<u8>> {
    let folder = folder();
    let (module, small) = (folder.join("split_below.wasm"), folder.join("below.wasm"));
    run(
        Command::new(&tools.wasm_opt)
            .args(SMALL)
            .arg(&module)
            .arg("-o")
            .arg(&small),
        "see the message above",
    )?;
    fs::read(&small).on("read", &small)
}

/// The bindings with the loader of the part below in the place of the one that
/// the cutting tool names: that knows nothing of a module that is restarted.
pub(crate) fn with_loader(bindings: &str, file: &str) -> Outcome<String> {
    let loader = include_str!("../../static/below.js").replace("below.wasm", file);
    let Some(import) = bindings
        .lines()
        .find(|line| line.contains("__wasm_split.js\"") && line.starts_with("import "))
    else {
        return failed(
            "the bindings import no second part: is a function still marked `wasm_split`?",
        );
    };
    let name = import.split_whitespace().nth(3).unwrap_or_default();
    let without = replaced_once(bindings, import, &format!("const {name} = parts;"))?;
    Ok([loader, without].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_takes_the_place_of_the_import() {
        let bindings = "import * as import1 from \"./__wasm_split.js\"\nlet wasm;\n";
        let made = with_loader(bindings, "below-1.wasm")
            .ok()
            .unwrap_or_default();
        assert!(made.contains("const import1 = parts;\nlet wasm;\n"));
        assert!(made.contains("'./below-1.wasm'"));
        assert!(with_loader("let wasm;\n", "below-1.wasm").is_err());
    }
}
