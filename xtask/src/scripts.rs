//! Scripts and style sheets, made small, and what the build puts into them.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::failure::{Outcome, failed};
use crate::place;
use crate::tools::Builders;

/// A style sheet (`css`) or a script (`js`), made small.
pub(crate) fn minified(tools: &Builders, kind: &str, content: &[u8]) -> Outcome<Vec<u8>> {
    let loader = format!("--loader={kind}");
    let options: &[&str] = match kind {
        "js" => &[
            &loader,
            "--format=esm",
            "--target=es2022",
            "--tree-shaking=true",
        ],
        _ => &[&loader],
    };
    esbuild(tools, options, content)
}

/// A script of `static/` in one with what it imports, made small. Each of the
/// `places` says which file stands for a bare name; a name that has none stays
/// to be imported by the browser.
///
/// Each of the `defined`, such as `NAME={"a":1}`, says what a name stands for.
pub(crate) fn bundled(
    tools: &Builders,
    name: &str,
    places: &[(&str, &str)],
    defined: &[&str],
) -> Outcome<Vec<u8>> {
    let mut options = vec![
        "--bundle".to_owned(),
        "--format=esm".to_owned(),
        "--target=es2022".to_owned(),
    ];
    for bare in ["parts", "later"] {
        options.push(match places.iter().find(|(other, _)| *other == bare) {
            Some((_, file)) => format!("--alias:{bare}=./{file}"),
            None => format!("--external:{bare}"),
        });
    }
    options.extend(defined.iter().map(|name| format!("--define:{name}")));
    options.push(format!("./{name}"));
    let options: Vec<&str> = options.iter().map(String::as_str).collect();
    esbuild(tools, &options, &[])
}

/// A script, made small, with what some names stand for in it.
pub(crate) fn defined(tools: &Builders, content: &[u8], defined: &[&str]) -> Outcome<Vec<u8>> {
    let defined: Vec<String> = defined
        .iter()
        .map(|name| format!("--define:{name}"))
        .collect();
    let mut options = vec!["--loader=js", "--format=esm", "--target=es2022"];
    options.extend(defined.iter().map(String::as_str));
    esbuild(tools, &options, content)
}

/// The module's bindings as a function that gives a fresh copy at each call,
/// for a script that cannot import them.
pub(crate) fn maker(tools: &Builders, bindings: &[u8]) -> Outcome<Vec<u8>> {
    let options = [
        "--loader=js",
        "--format=iife",
        "--global-name=bindings",
        "--tree-shaking=true",
        "--target=es2022",
        // The address of a module that is its own file.
        "--log-override:empty-import-meta=silent",
    ];
    let made = esbuild(tools, &options, bindings)?;
    Ok([
        b"globalThis.makeBindings=()=>{".as_slice(),
        &made,
        b"return bindings};",
    ]
    .concat())
}

fn esbuild(tools: &Builders, options: &[&str], content: &[u8]) -> Outcome<Vec<u8>> {
    let failure = |error| {
        failed(format!(
            "esbuild could not minify ({error}): remove its folder in the tools' cache and try again"
        ))
    };
    let mut esbuild = Command::new(&tools.esbuild);
    esbuild
        .args(["--minify", "--charset=utf8", "--log-level=warning"])
        .args(options)
        .current_dir(place::project().join("static"));
    let child = esbuild.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut child = match child {
        Ok(child) => child,
        Err(error) => return failure(error.to_string()),
    };
    // esbuild reads all before it writes.
    if let Some(mut stdin) = child.stdin.take()
        && let Err(error) = stdin.write_all(content)
    {
        return failure(error.to_string());
    }
    match child.wait_with_output() {
        Ok(output) if output.status.success() => Ok(output.stdout),
        Ok(output) => failure(output.status.to_string()),
        Err(error) => failure(error.to_string()),
    }
}
