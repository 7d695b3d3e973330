//! The sections below the first view, which are fetched after it.

use serde_json::json;

use crate::harness::{Page, on_page};

/// Opens the page where the part below the first view cannot be fetched.
async fn without_below(page: &Page) {
    page.devtools("Network.enable", json!({})).await;
    page.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true }))
        .await;
    page.devtools("Network.setBlockedURLs", json!({ "urls": ["*below-*"] }))
        .await;
    page.go("/").await;
    page.until(
        "the reader is told",
        "return document.getElementById('below.again') !== null",
    )
    .await;
}

#[test]
fn the_first_view_works_without_the_rest_and_the_rest_can_be_asked_for_again() {
    on_page("/", async |page| {
        without_below(page).await;
        page.set("claim.change", "800bn").await;
        page.until_says("claim.change", "800bn").await;
        // What was prepared stays to be read, and cannot be typed into.
        assert_eq!(
            page.run(
                "return document.getElementById('what-if.growth').closest('[inert]') !== null"
            )
            .await,
            json!(true)
        );
        page.devtools("Network.setBlockedURLs", json!({ "urls": [] }))
            .await;
        page.click("below.again").await;
        page.is_ready().await;
        page.set("what-if.growth", "20").await;
        page.until_says("what-if.growth", "20").await;
        assert_eq!(
            page.run("return document.getElementById('below.again')")
                .await,
            json!(null)
        );
        // The browser itself reports the part that it was kept from.
        let reports = page.reports().await;
        assert!(
            reports
                .iter()
                .all(|report| report.contains("below-") || report.contains("Failed to fetch")),
            "{reports:#?}"
        );
    });
}
