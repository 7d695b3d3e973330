//! Pictures of the page for people to look at: the whole page at three widths,
//! in both themes and all languages, where `RERATE_PICTURES` names a folder.

use std::env;
use std::fs;
use std::path::PathBuf;

use crate::harness::{base64, in_browser};

/// What is photographed: the document, and its name in the pictures' names.
const DOCUMENTS: [(&str, &str); 3] = [
    ("/?lang=en", "en"),
    ("/zh-hans.html?lang=zh-Hans", "zh-hans"),
    ("/zh-hant.html?lang=zh-Hant", "zh-hant"),
];

#[test]
fn the_page_can_be_photographed() {
    let folder = env::var_os("RERATE_PICTURES").map(PathBuf::from);
    if let Some(folder) = &folder {
        fs::create_dir_all(folder).expect("a folder for the pictures");
    }
    in_browser(async |page| {
        for (path, language) in DOCUMENTS {
            for (theme, index) in [("light", 1), ("dark", 2)] {
                for width in [360, 768, 1280] {
                    page.resize(width, 900).await;
                    page.open(path).await;
                    page.pick("theme", index).await;
                    page.run("document.activeElement.blur(); scrollTo(0, 0)")
                        .await;
                    let picture = base64::decoded(&page.picture().await);
                    assert!(picture.starts_with(b"\x89PNG"), "a picture is a PNG");
                    let Some(folder) = &folder else {
                        // One shows that it can be done.
                        return;
                    };
                    let file = folder.join(format!("{language}-{theme}-{width}.png"));
                    fs::write(&file, picture)
                        .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
                }
            }
        }
    });
}
