//! Every test: native, rendered, the build with its budgets, and in the browsers.

use std::time::Instant;

use crate::failure::Outcome;
use crate::measure::within_budget;
use crate::run::{cargo, run, say};
use crate::{browsers, place, same_bits, site};

/// Runs them all and ends with a line that says what passed. A machine that
/// has Chromium alone can leave out the tests that are of the other engines.
pub(crate) fn test(chromium_only: bool) -> Outcome<()> {
    let began = Instant::now();
    let help = "see above which test failed";
    let programs = if chromium_only {
        browsers::chromium()?
    } else {
        browsers::all()?
    };
    let axe = browsers::axe()?;

    say("native tests (first time about 2 minutes)");
    run(
        cargo(&["test", "--quiet", "--no-default-features"]).args([
            "--package",
            "rerate",
            "--package",
            "xtask",
        ]),
        help,
    )?;
    say("tests of the rendered page (first time about 3 minutes)");
    run(
        &mut cargo(&[
            "test",
            "--quiet",
            "--no-default-features",
            "--features",
            "prerender",
        ]),
        help,
    )?;

    within_budget(site::build()?)?;
    let same_bits = same_bits::build()?;

    let (where_, minutes) = if chromium_only {
        ("Chromium alone", 9)
    } else {
        ("Chromium, Firefox and WebKit", 12)
    };
    say(&format!("tests in {where_} (about {minutes} minutes)"));
    let mut tests = cargo(&["test", "--no-default-features"]);
    tests
        .args(["--features", "page-tests", "--test", "page"])
        .env("RERATE_DIST", place::dist())
        .env("RERATE_SAME_BITS", same_bits)
        .env("RERATE_AXE", axe)
        .envs(programs);
    if chromium_only {
        tests.args(["--", "--skip", "::firefox::", "--skip", "::webkit::"]);
    }
    run(&mut tests, help)?;
    say(&format!(
        "passed: native tests, the rendered page, the release within its budget, the page in {where_} ({} s)",
        began.elapsed().as_secs()
    ));
    Ok(())
}
