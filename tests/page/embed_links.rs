//! An embed that begins with the figures of a link: it shows them, goes back to
//! them, and writes nothing down.

use miniz_oxide::deflate::compress_to_vec;
use rerate::exchange::link;
use rerate::text::{Keeping, Language, fill};
use rerate::valuation::gap::Closing;
use rerate::workbook::{Choice, Edit, Field, Figure, Place, Preset, Workbook};
use serde_json::{Value, json};

use crate::embeds::{FRAME, HEARS, PORT, READY, SANDBOX, frame, has_nothing_else_to_report};
use crate::harness::{Around, Page, in_browser};

const ENGLISH: Language = Language::English;
const LINK: &str = "claim.change=800bn&claim.end=1.5tn";

/// A change of 700bn and an option, which takes the packed form.
fn workbook() -> Workbook {
    let mut workbook = Workbook::from(Preset::ChinaVsUs);
    let change = Figure::exact(7e11);
    for edit in [
        Edit::Choose(Choice::ClosureRule(Closing::LogGap)),
        Edit::Figure(Place::Field(Field::ClaimChange), Some(change)),
    ] {
        edit.apply(&mut workbook).expect("within the limits");
    }
    workbook
}

/// The workbook's fragment, as a browser packs it, and with no packing at all.
fn packed() -> [String; 2] {
    let workbook = workbook();
    let deflated = compress_to_vec(link::plain(&workbook).as_bytes(), 6);
    [link::packed(&deflated), link::at_once(&workbook)].map(|packed| packed.expect("short enough"))
}

/// What stands in the embed's address and in the storage.
async fn written(page: &Page) -> Value {
    page.run("return [location.hash, JSON.stringify({ ...localStorage }), history.state]")
        .await
}

/// Whether the reader can have a section as it was at first.
async fn can_reset_the_claim(page: &Page) -> bool {
    let can = "return !document.querySelector('#claim .section-head button').disabled";
    page.run(can).await == json!(true)
}

async fn change_in_state(page: &Page) -> Value {
    page.await_with(
        "const { figures } = await ask('getState'); return figures['claim.change']?.value",
        &[],
    )
    .await
}

#[test]
fn a_link_is_what_an_embed_begins_with_and_is_reset_to() {
    in_browser(async |page| {
        let address = format!("embed-claim.html#{LINK}");
        let host = Around::with(HEARS, &frame(page, &address, SANDBOX));
        page.go_to(&host.address).await;
        page.until("the calculator is ready", READY).await;
        page.run(PORT).await;
        page.enter_frame(FRAME).await;
        page.until_says("claim.change", "800bn").await;
        page.until_says("claim.end", "1.5tn").await;
        // Nothing is told of a link, nor is it the reader's.
        let around =
            "return [document.getElementById('banner'), document.querySelector('#claim .yours')]";
        assert_eq!(page.run(around).await, json!([null, null]));
        assert!(!can_reset_the_claim(page).await);
        let before = written(page).await;
        assert_eq!(before[0], json!(format!("#{LINK}")));

        // The reader's reset of a figure, and of the section.
        page.set("claim.change", "900bn").await;
        page.set("claim.start", "1tn").await;
        page.until(
            "it is the reader's",
            "return document.querySelector('[id=\"claim.change.origin\"] .yours') !== null",
        )
        .await;
        page.click_on("[id='claim.change.origin'] .reset").await;
        page.until_says("claim.change", "800bn").await;
        page.until_says("claim.start", "1tn").await;
        page.click_on("#claim .section-head button").await;
        page.until(
            "the section is as it was",
            "return document.querySelector('#claim .yours') === null",
        )
        .await;
        page.until_says("claim.change", "800bn").await;
        page.until_says("claim.end", "1.5tn").await;
        assert!(!can_reset_the_claim(page).await);
        page.run("document.activeElement.blur()").await;

        // And the page around's.
        page.set("claim.change", "900bn").await;
        page.until_says("claim.change", "900bn").await;
        page.until(
            "the time to write has passed",
            "globalThis.begun ??= performance.now(); return performance.now() > begun + 1500",
        )
        .await;
        assert_eq!(written(page).await, before);
        let full = page.attribute("full", "href").await;
        assert!(full.is_some_and(|full| full.contains("claim.change=900bn")));
        page.leave_frame().await;
        page.await_with("return ask('reset')", &[]).await;
        assert_eq!(change_in_state(page).await, json!(800_000_000_000_u64));
        has_nothing_else_to_report(page).await;
    });
}

#[test]
fn a_packed_link_is_there_before_the_embed_is_ready() {
    in_browser(async |page| {
        for state in packed() {
            let address = format!("embed-claim.html?preset=golden-dragon-nasdaq-100#{state}");
            let host = Around::with(HEARS, &frame(page, &address, SANDBOX));
            page.go_to(&host.address).await;
            page.until("the calculator is ready", READY).await;
            page.run(PORT).await;
            assert_eq!(change_in_state(page).await, json!(700_000_000_000_u64));
            let after = page
                .await_with(
                    "await ask('setInputs', { 'claim.change': '1bn' });
                    await ask('reset');
                    return ask('getState');",
                    &[],
                )
                .await;
            assert_eq!(after["choices"]["closure_rule"], json!("log_gap"));
            assert_eq!(after["preset"], json!("china-us-ai"));
            assert_eq!(change_in_state(page).await, json!(700_000_000_000_u64));
            page.go_to("about:blank").await;
        }
    });
}

#[test]
fn a_link_that_cannot_be_opened_is_told_and_the_standard_figures_stand() {
    in_browser(async |page| {
        let [packed, _] = packed();
        let half = packed.get(..packed.len() / 2).expect("a half");
        let newer = packed.replace("w=1.", "w=2.");
        let unreadable = fill(
            ENGLISH.keeping(Keeping::LinkUnreadable),
            &[ENGLISH.field(Field::ClaimChange)],
        );
        let word = |word| ENGLISH.keeping(word).to_owned();
        for (state, why) in [
            (half, word(Keeping::LinkDamaged)),
            (&newer, word(Keeping::LinkNewer)),
            ("claim.change=much", unreadable),
        ] {
            let address = format!("embed-claim.html#{state}");
            let host = Around::with(HEARS, &frame(page, &address, SANDBOX));
            page.go_to(&host.address).await;
            page.until("the calculator is ready", READY).await;
            page.enter_frame(FRAME).await;
            let told = fill(ENGLISH.keeping(Keeping::InEmbed), &[&why]);
            page.until_says("link.fault", &told).await;
            let seen = "const { height } = document.getElementById('link.fault').getBoundingClientRect();
                return height > 0 && getComputedStyle(document.getElementById('claim')).visibility === 'visible'";
            page.until("it can be seen, and so can the figures", seen)
                .await;
            page.until_says("claim.change", "732bn").await;
            page.leave_frame().await;
            has_nothing_else_to_report(page).await;
            page.go_to("about:blank").await;
        }
    });
}

#[test]
fn after_a_failure_the_reader_s_figures_are_back_and_the_link_is_still_what_it_began_with() {
    in_browser(async |page| {
        let [packed, _] = packed();
        let address = format!("embed-claim.html#{packed}");
        let host = Around::with(HEARS, &frame(page, &address, SANDBOX));
        page.go_to(&host.address).await;
        page.until("the calculator is ready", READY).await;
        page.enter_frame(FRAME).await;
        page.set("claim.change", "900bn").await;
        page.until_says("claim.change", "900bn").await;
        page.run("rerate.rehearseFailure()").await;
        page.leave_frame().await;
        page.until("it is ready again", "return told('ready').length > 1")
            .await;
        page.run(PORT).await;
        assert_eq!(change_in_state(page).await, json!(900_000_000_000_u64));
        page.await_with("return ask('reset')", &[]).await;
        assert_eq!(change_in_state(page).await, json!(700_000_000_000_u64));
    });
}

#[test]
fn the_page_around_can_go_on_to_another_link() {
    in_browser(async |page| {
        let address = format!("embed-claim.html#{LINK}");
        let host = Around::with(HEARS, &frame(page, &address, SANDBOX));
        page.go_to(&host.address).await;
        page.until("the calculator is ready", READY).await;
        page.run(
            "const frame = document.querySelector('iframe');
            frame.src = frame.src.replace('800bn', '600bn')",
        )
        .await;
        page.enter_frame(FRAME).await;
        page.until_says("claim.change", "600bn").await;
        page.set("claim.change", "900bn").await;
        // The name of a place is no link.
        page.run("location.hash = 'claim'").await;
        page.until_says("claim.change", "900bn").await;
        page.leave_frame().await;
    });
}
