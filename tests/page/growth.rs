//! Growth beside the sectors, typed, pasted, undone and copied.

use rerate::text::{Language, Phrase};
use serde_json::json;

use crate::harness::on_page;

const OPEN: &str = "document.getElementById('sectors.growth').open";

#[test]
fn growth_is_typed_and_leaves_a_gap_or_a_reason() {
    on_page("/", async |page| {
        assert_eq!(page.run(&format!("return {OPEN}")).await, json!(false));
        assert_eq!(
            page.says("sectors.growth.told").await,
            Language::English.phrase(Phrase::GrowthNone)
        );
        page.click_on("[id='sectors.growth'] summary").await;
        page.set("sectors.0.growth-a", "8").await;
        let reason = "return document.getElementById('sectors.0.after-growth').title";
        page.until("there is a reason", reason).await;
        page.set("sectors.0.growth-b", "14").await;
        page.until_says("sectors.0.after-growth", "+5.0%").await;
        assert_eq!(page.says("sectors.0.before-growth").await, "−40.0%");
        let origin = page.says("sectors.0.growth-a.origin").await;
        assert!(origin.starts_with("yours"), "{origin}");
        page.click("undo").await;
        page.until_says("sectors.0.after-growth", "—").await;
        page.click("redo").await;
        page.until_says("sectors.0.after-growth", "+5.0%").await;
        // A row that is gone is gone here too.
        page.click("sectors.0.remove").await;
        page.until(
            "the row is gone",
            "return !document.getElementById('sectors.0.after-growth')",
        )
        .await;
    });
}

#[test]
fn where_the_source_has_growth_it_stands_open() {
    on_page("/", async |page| {
        page.pick("preset", 2).await;
        page.until("it is open", &format!("return {OPEN}")).await;
        let told = page.says("sectors.growth.told").await;
        assert!(
            told.starts_with("Over the rows that can be adjusted (3 of 7)"),
            "{told}"
        );
    });
}

/// What the page begins with is evaluated in the tasks in which it is mounted.
#[test]
fn a_page_that_is_opened_again_says_what_it_said() {
    const SAID: &str = "return document.querySelector('main').textContent";
    on_page("/", async |page| {
        page.pick("preset", 2).await;
        page.until("it is open", &format!("return {OPEN}")).await;
        page.set("sectors.0.a", "17").await;
        page.until("the address has it", "return location.hash.includes('=')")
            .await;
        page.draw_all().await;
        let said = page.run(SAID).await;
        page.reload().await;
        page.is_ready().await;
        page.draw_all().await;
        assert_eq!(page.run(SAID).await, said);
    });
}

#[test]
fn growth_takes_no_room_that_there_is_not_on_a_phone() {
    on_page("/", async |page| {
        page.resize(320, 700).await;
        page.pick("preset", 2).await;
        page.until("it is open", &format!("return {OPEN}")).await;
        let wide = page
            .run("return document.documentElement.scrollWidth > innerWidth")
            .await;
        assert_eq!(wide, json!(false));
        let scrolls = page
            .run("const box = document.getElementById('sectors.growth.table'); return box.scrollWidth > box.clientWidth")
            .await;
        assert_eq!(scrolls, json!(false));
    });
}
