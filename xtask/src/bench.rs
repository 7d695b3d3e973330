//! The page against its twins: `benches/page` in a folder with the release and
//! the twins side by side.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::documents::replaced_once;
use crate::failure::{On, Outcome, failed};
use crate::run::{cargo, run, say};
use crate::{browsers, place, site, tools};

/// Builds the release and the twins, and prints how they compare.
pub(crate) fn bench() -> Outcome<()> {
    let chromium = browsers::chromium()?;
    let builders = tools::builders()?;
    let react = tools::react()?;
    site::build()?;
    let folder = place::target().join("page-bench");
    fs::create_dir_all(&folder).on("make", &folder)?;
    let twins = place::project().join("benches/page/twins");
    for from in [&place::dist(), &twins] {
        copy_all(from, &folder)?;
    }
    still(&folder)?;
    run(
        Command::new(&builders.esbuild)
            .arg(twins.join("react.jsx"))
            .args([
                "--bundle",
                "--minify",
                "--format=esm",
                "--jsx=automatic",
                "--log-level=warning",
            ])
            .arg("--define:process.env.NODE_ENV=\"production\"")
            .arg(format!("--outfile={}", folder.join("react.js").display()))
            .env("NODE_PATH", react),
        "see the message above",
    )?;
    say(
        "measuring the page and its twins, turn by turn (about 4 minutes; leave the machine alone)",
    );
    run(
        cargo(&[
            "bench",
            "--quiet",
            "--no-default-features",
            "--features",
            "page-tests",
            "--bench",
            "page",
        ])
        .env("RERATE_DIST", &folder)
        .envs(chromium),
        "see the message above",
    )
}

/// Copies the files of a folder, but not the folders in it.
fn copy_all(from: &Path, to: &Path) -> Outcome<()> {
    for entry in fs::read_dir(from).on("read", from)? {
        let file = entry.on("read", from)?.path();
        // Without the worker, which would answer for the host after the first load.
        let name = file.file_name().filter(|name| *name != "sw.js");
        if let Some(name) = name.filter(|_| file.is_file()) {
            fs::copy(&file, to.join(name)).on("copy", &file)?;
        }
    }
    Ok(())
}

/// The prepared page without what makes it live: the peer of the first paint.
fn still(folder: &Path) -> Outcome<()> {
    let front = folder.join("index.html");
    let mut html = fs::read_to_string(&front).on("read", &front)?;
    for begins in [
        "<link rel=\"modulepreload\"",
        "<link rel=\"preload\"",
        "<script ",
    ] {
        let Some(tag) = html
            .split_once(begins)
            .and_then(|(_, rest)| rest.split_once('>'))
        else {
            return failed(format!(
                "index.html has no `{begins}`: teach xtask/src/bench.rs what starts the page"
            ));
        };
        let tag = [begins, tag.0, ">"].concat();
        html = replaced_once(&html, &tag, "")?;
    }
    let still = folder.join("still.html");
    fs::write(&still, html).on("write", &still)
}
