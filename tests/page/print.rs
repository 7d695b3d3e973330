//! The page on paper: one sheet, with what was claimed, what comes of it, the
//! assumptions, the sources and the page's address.

use serde_json::json;

use crate::harness::{Page, base64, in_browser};

/// How many pages the page is printed on.
async fn pages(page: &Page) -> usize {
    let printed = page
        .devtools("Page.printToPDF", json!({ "preferCSSPageSize": true }))
        .await;
    let file = base64::decoded(printed["data"].as_str().expect("a file"));
    let text = String::from_utf8_lossy(&file).into_owned();
    assert!(text.starts_with("%PDF"), "it is printed");
    let root = text.split("/Type /Pages").nth(1).expect("a list of pages");
    let count = root.split("/Count ").nth(1).expect("their number");
    let digits: String = count.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().expect("a number")
}

#[test]
fn each_language_is_printed_on_one_sheet() {
    in_browser(async |page| {
        for path in [
            "/?lang=en",
            "/zh-hans.html?lang=zh-Hans",
            "/zh-hant.html?lang=zh-Hant",
        ] {
            page.open(path).await;
            assert_eq!(pages(page).await, 1, "{path}");
        }
    });
}

#[test]
fn the_sheet_is_the_same_from_a_phone_in_the_dark_with_everything_unfolded() {
    in_browser(async |page| {
        page.resize(360, 700).await;
        page.open("/?lang=en").await;
        page.pick("theme", 2).await;
        page.run("for (const fold of document.querySelectorAll('details')) fold.open = true")
            .await;
        assert_eq!(pages(page).await, 1);
    });
}

#[test]
fn what_a_sheet_is_for_stands_on_it() {
    in_browser(async |page| {
        page.open("/?lang=en").await;
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }))
            .await;
        let hidden = page
            .run(
                "const wanted = ['#claim .answer', '#sectors .sectors', '#why .answer', '#past .parts',
                     '#what-if .answer', '#what-if .fields', '#scale .answer', '#catching-up .answer',
                     '.foot ol', '.address', '.not-advice'];
                 return wanted.filter((one) => !document.querySelector(one)?.getClientRects().length);",
            )
            .await;
        assert_eq!(hidden, json!([]));
        let controls = page
            .run("return [...document.querySelectorAll('button')].filter((one) => one.getClientRects().length).map((one) => one.textContent)")
            .await;
        assert_eq!(controls, json!([]));
        let address = page
            .run("return document.querySelector('.address').textContent")
            .await;
        assert!(
            address
                .as_str()
                .is_some_and(|text| text.contains(&page.site.address))
        );
    });
}
