//! What a reader does with the page, in every engine.

use rerate::text::{Language, Word};
use serde_json::json;

use crate::harness::browser::{Browser, in_every_engine};
use crate::harness::{key, on_page_of};
use crate::recovery::{fail, reported_the_failure};

in_every_engine!(
    it_opens_and_all_of_it_arrives,
    a_claim_is_typed,
    a_sector_is_edited,
    the_unknown_is_solved_for,
    the_language_is_switched_and_kept,
    the_theme_is_switched,
    an_edit_is_undone,
    a_task_is_done_by_key,
    it_comes_back_after_a_failure,
);

fn it_opens_and_all_of_it_arrives(browser: &'static Browser) {
    on_page_of(browser, "/", async |page| {
        assert_eq!(
            page.says("claim.end.from.change.percent").await,
            "1,563.8bn"
        );
        // Computed by the part below, and drawn.
        assert_eq!(page.says("what-if.annual").await, "18.2");
        let cells = "return document.querySelectorAll(
            '[id=\"what-if.grid.drawing\"] text[aria-hidden]').length";
        assert_eq!(page.run(cells).await, json!(121));
    });
}

fn a_claim_is_typed(browser: &'static Browser) {
    on_page_of(browser, "/", async |page| {
        page.set("claim.change", "800bn").await;
        page.until_says("claim.end.from.change.percent", "1,709.1bn")
            .await;
        // What cannot be read is told at its place, and nothing else changes.
        page.type_into("claim.change", "much").await;
        page.until(
            "it is refused at its place",
            "return document.getElementById('claim.change').ariaInvalid === 'true'",
        )
        .await;
        assert_eq!(
            page.says("claim.end.from.change.percent").await,
            "1,709.1bn"
        );
    });
}

fn a_sector_is_edited(browser: &'static Browser) {
    on_page_of(browser, "/", async |page| {
        page.set("sectors.0.a", "20").await;
        page.set("sectors.0.b", "40").await;
        page.until_says("sectors.0.premium", "−50.0%").await;
        page.until_says("sectors.0.upside", "+100.0%").await;
        page.click("sectors.1.remove").await;
        page.until(
            "the row is gone",
            "return document.getElementById('sectors.1') === null",
        )
        .await;
    });
}

fn the_unknown_is_solved_for(browser: &'static Browser) {
    on_page_of(browser, "/", async |page| {
        page.click("what-if.closure.solve").await;
        page.set("what-if.annual", "20").await;
        page.until(
            "the share of the gap that closes is found",
            "const { value } = document.getElementById('what-if.closure');
            return value !== '' && value !== '50'",
        )
        .await;
    });
}

fn the_language_is_switched_and_kept(browser: &'static Browser) {
    on_page_of(browser, "/", async |page| {
        page.set("claim.change", "800bn").await;
        page.speak(1).await;
        page.until(
            "the document says so",
            "return document.documentElement.lang === 'zh-Hans'",
        )
        .await;
        let title = page.run("return document.title").await;
        assert_eq!(title, Language::SimplifiedChinese.word(Word::Title));
        page.until_says("claim.change", "0.800万亿").await;
        page.go("/").await;
        page.until(
            "the document of the language opens",
            "return location.pathname === '/zh-hans.html'",
        )
        .await;
        page.is_ready().await;
    });
}

fn the_theme_is_switched(browser: &'static Browser) {
    on_page_of(browser, "/", async |page| {
        let ink = "return getComputedStyle(document.querySelector('h1')).color";
        page.pick("theme", 1).await;
        let light = page.run(ink).await;
        page.pick("theme", 2).await;
        assert_ne!(page.run(ink).await, light);
    });
}

fn an_edit_is_undone(browser: &'static Browser) {
    on_page_of(browser, "/", async |page| {
        page.set("claim.change", "800bn").await;
        page.press(&[key::CONTROL, 'z']).await;
        page.until_says("claim.change", "732bn").await;
        page.click("redo").await;
        page.until_says("claim.change", "800bn").await;
    });
}

fn a_task_is_done_by_key(browser: &'static Browser) {
    on_page_of(browser, "/", async |page| {
        page.enter("sectors.0.a").await;
        page.type_on("13").await;
        page.press(&[key::UP]).await;
        page.until_says("sectors.0.a", "14").await;
        page.press(&[key::ESCAPE]).await;
        page.until_says("sectors.0.a", "16.1").await;
        page.run("document.getElementById('what-if.closure.solve').focus()")
            .await;
        page.press(&[' ']).await;
        page.until(
            "it is marked",
            "return document.getElementById('what-if.closure.solve').ariaPressed === 'true'",
        )
        .await;
        assert_eq!(page.focused().await, "what-if.closure.solve");
    });
}

fn it_comes_back_after_a_failure(browser: &'static Browser) {
    on_page_of(browser, "/", async |page| {
        page.set("claim.change", "800bn").await;
        page.set("what-if.growth", "20").await;
        let before = page.reads().await;
        let told = fail(page).await;
        assert_eq!(told["fresh"], json!(true), "{told}");
        assert_eq!(page.reads().await, before);
        page.set("claim.change", "732bn").await;
        page.until_says("claim.end.from.change.percent", "1,563.8bn")
            .await;
        reported_the_failure(page).await;
    });
}
