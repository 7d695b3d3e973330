//! Where things are.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::{Outcome, failed};

/// The project's folder.
pub(crate) fn project() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_owned()
}

/// The finished site.
pub(crate) fn dist() -> PathBuf {
    project().join("dist")
}

/// Cargo's folder for what it compiles.
pub(crate) fn target() -> PathBuf {
    set("CARGO_TARGET_DIR")
        .map_or_else(|| project().join("target"), |folder| project().join(folder))
}

/// The per-user folder of the tools, one sub-folder per tool and version, so
/// that every clone finds them again.
pub(crate) fn tools() -> Outcome<PathBuf> {
    let cache = set("RERATE_CACHE")
        .or_else(|| set("XDG_CACHE_HOME").map(|cache| cache.join("rerate")))
        .or_else(|| {
            set("HOME")
                .or_else(|| set("USERPROFILE"))
                .map(|home| home.join(".cache/rerate"))
        });
    match cache {
        Some(cache) => Ok(cache.join("tools")),
        None => failed("no folder to keep tools in: set RERATE_CACHE to one"),
    }
}

/// The file with this name in a folder of PATH.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(executable(name)))
        .find(|file| file.is_file())
}

/// The name that a program's file has on this system.
pub(crate) fn executable(name: &str) -> String {
    format!("{name}{}", env::consts::EXE_SUFFIX)
}

/// The path in an environment variable that is set and not empty.
pub(crate) fn set(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
}
