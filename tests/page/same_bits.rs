//! The mathematics gives the same bits in every engine as on this machine.

use std::env;
use std::fs;
use std::path::PathBuf;

use crate::harness::browser::{Browser, in_every_engine};
use crate::harness::in_this;
use crate::server;

in_every_engine!(it_reports_what_this_machine_does);

fn it_reports_what_this_machine_does(browser: &'static Browser) {
    let folder = env::var_os("RERATE_SAME_BITS")
        .map(PathBuf::from)
        .expect("RERATE_SAME_BITS names the folder that `cargo xtask test` makes");
    let native = fs::read_to_string(folder.join("native.txt")).expect("the native report");
    assert!(native.starts_with("10000 vectors "), "{native}");
    assert!(native.contains("\n1000 workbooks "), "{native}");
    let address = server::start(folder, Some(0)).unwrap_or_else(|error| panic!("{error}"));
    in_this(browser, async |page| {
        page.go_to(&address).await;
        let report = page
            .until(
                "the browser has reported",
                "return document.getElementById('report').textContent",
            )
            .await;
        assert_eq!(report.as_str(), Some(native.as_str()));
    });
}
