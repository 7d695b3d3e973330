//! The calculator as one file, opened from the disk, and saved from the page.

use std::env::temp_dir;
use std::fs;
use std::path::PathBuf;
use std::process;

use serde_json::json;

use crate::harness::browser::{Browser, in_every_engine};
use crate::harness::host::{Fault, Host, release};
use crate::harness::{Page, in_this};
use crate::recovery::{fail, reported_the_failure};

in_every_engine!(
    the_one_file_opens_from_the_disk,
    the_page_saves_itself_with_the_readers_numbers,
);

/// A file on the disk with a content, and its address.
pub(crate) fn on_disk(name: &str, content: &[u8]) -> (PathBuf, String) {
    let folder = temp_dir().join(format!("rerate-{}", process::id()));
    fs::create_dir_all(&folder).expect("a folder for the file");
    let path = folder.join(name);
    fs::write(&path, content).expect("the file is written");
    let address = url::Url::from_file_path(&path).expect("a file's address");
    (path, address.to_string())
}

/// All that the page says, but for where it is.
async fn reads(page: &Page) -> Vec<String> {
    let mut reads = page.reads().await;
    reads.retain(|said| !said.starts_with("http:") && !said.starts_with("file:"));
    reads
}

/// Fails with what differs.
#[track_caller]
fn alike(one: &[String], other: &[String]) {
    let differing = one.iter().zip(other).find(|(one, other)| one != other);
    assert!(differing.is_none(), "{differing:?}");
    assert_eq!(one.len(), other.len());
}

/// Presses the button that saves the page, and gives the file.
async fn saved(page: &Page) -> String {
    page.run(
        "window.saved = undefined;
        const { createObjectURL } = URL;
        URL.createObjectURL = (file) => {
            URL.createObjectURL = createObjectURL;
            file.text().then((text) => { window.saved = text; });
            return createObjectURL(file);
        };",
    )
    .await;
    page.click("save.page").await;
    let file = page.until("the page is saved", "return window.saved").await;
    file.as_str().expect("a text").to_owned()
}

fn the_one_file_opens_from_the_disk(browser: &'static Browser) {
    let name = format!("{}.html", browser.name);
    let (path, address) = on_disk(&name, &release()["rerate.html"]);
    in_this(browser, async |page| {
        page.go_to(&address).await;
        page.is_ready().await;
        assert_eq!(page.run("return location.protocol").await, json!("file:"));
        page.set("claim.change", "800bn").await;
        page.until_says("claim.end.from.change.percent", "1,709.1bn")
            .await;
        page.set("what-if.growth", "20").await;
        page.has_nothing_to_report().await;
        let before = reads(page).await;
        let told = fail(page).await;
        assert_eq!(told["fresh"], json!(true), "{told}");
        alike(&reads(page).await, &before);
        reported_the_failure(page).await;
    });
    let _ = fs::remove_file(path);
}

fn the_page_saves_itself_with_the_readers_numbers(browser: &'static Browser) {
    in_this(browser, async |page| {
        let host = Host::start("/");
        page.go_to(&host.address).await;
        page.is_ready().await;
        page.is_kept().await;
        page.set("claim.change", "800bn").await;
        page.set("market.a", "</script><b>\"Ours\" & %%page%% $&")
            .await;
        page.pick("sectors.0.measure", 3).await;
        page.click("what-if.closure.solve").await;
        page.speak(1).await;
        let before = reads(page).await;
        host.set(Fault::Down);
        let file = saved(page).await;
        host.set(Fault::None);

        let (path, address) = on_disk(&format!("{}-saved.html", browser.name), file.as_bytes());
        page.go_to(&address).await;
        page.is_ready().await;
        alike(&reads(page).await, &before);
        page.has_nothing_to_report().await;
        // And that file saves itself in its turn.
        page.set("claim.change", "9,000亿").await;
        let before = reads(page).await;
        let again = saved(page).await;
        let (second, address) = on_disk(&format!("{}-again.html", browser.name), again.as_bytes());
        page.go_to(&address).await;
        page.is_ready().await;
        alike(&reads(page).await, &before);
        page.has_nothing_to_report().await;
        for path in [path, second] {
            let _ = fs::remove_file(path);
        }
    });
}
