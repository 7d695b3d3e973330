//! Every test: native, rendered, the build with its budgets, and in the browser.

use std::time::Instant;

use crate::failure::Outcome;
use crate::measure::within_budget;
use crate::run::{cargo, run, say};
use crate::{place, same_bits, site, tools};

/// Runs them all and ends with a line that says what passed.
pub(crate) fn test() -> Outcome<()> {
    let began = Instant::now();
    let help = "see above which test failed";
    let browsers = tools::browsers()?;

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

    say("tests in the browser (about 2 minutes)");
    run(
        cargo(&[
            "test",
            "--no-default-features",
            "--features",
            "page-tests",
            "--test",
            "page",
        ])
        .env("RERATE_DIST", place::dist())
        .env("RERATE_SAME_BITS", same_bits)
        .env("RERATE_AXE", &browsers.axe)
        .env("RERATE_CHROMEDRIVER", &browsers.chromedriver)
        .env("RERATE_CHROMIUM", &browsers.chromium),
        help,
    )?;
    say(&format!(
        "passed: native tests, the rendered page, the release within its budget, the page in the browser ({} s)",
        began.elapsed().as_secs()
    ));
    Ok(())
}
