//! Links: what a reader sees of one, what becomes of their own figures, and how
//! the address follows.

use miniz_oxide::deflate::compress_to_vec;
use rerate::exchange::link;
use rerate::text::{Keeping, Language};
use rerate::valuation::gap::Closing;
use rerate::workbook::{Choice, Edit, Preset, Workbook};
use serde_json::json;

use crate::harness::{Page, in_browser, key, on_page};

const ENGLISH: Language = Language::English;
const LINK: &str = "claim.change=700bn&what-if.growth=12%25";

/// Goes to a fragment of the page that stands there.
async fn follow(page: &Page, fragment: &str) {
    page.run_with("location.hash = arguments[0]", &[json!(fragment)])
        .await;
}

async fn is_told(page: &Page, word: Keeping) {
    page.until_says("banner", &banner(page, word).await).await;
}

/// The banner's text with a word at its head, and its buttons as they are.
async fn banner(page: &Page, word: Keeping) -> String {
    let buttons = page
        .run("return [...document.querySelectorAll('#banner button')].map((one) => one.textContent).join('')")
        .await;
    [ENGLISH.keeping(word), buttons.as_str().unwrap_or_default()].concat()
}

async fn nothing_is_told(page: &Page) {
    page.until(
        "nothing is told",
        "return document.querySelector('#banner:empty') !== null",
    )
    .await;
}

async fn address_has(page: &Page, text: &str) {
    let script = format!("return location.hash.includes({})", json!(text));
    page.until("the address has followed", &script).await;
}

async fn stored(page: &Page, name: &str) -> String {
    let script = "return localStorage.getItem(arguments[0]) ?? ''";
    let stored = page.run_with(script, &[json!(name)]).await;
    stored.as_str().unwrap_or_default().to_owned()
}

/// A workbook that takes the packed form, as a browser packs it.
fn packed() -> String {
    let mut workbook = Workbook::from(Preset::GoldenDragonVsNasdaq);
    Edit::Choose(Choice::ClosureRule(Closing::LogGap))
        .apply(&mut workbook)
        .expect("an option");
    let deflated = compress_to_vec(link::plain(&workbook).as_bytes(), 6);
    link::packed(&deflated).expect("short enough")
}

#[test]
fn a_link_shows_its_figures_beside_the_readers_own() {
    on_page("/", async |page| {
        page.set("claim.change", "800bn").await;
        address_has(page, "claim.change=800bn").await;
        let work = stored(page, "rerate.work").await;
        assert!(work.contains("800000000000"), "{work}");

        follow(page, LINK).await;
        page.until_says("claim.change", "700bn").await;
        page.until_says("what-if.growth", "12").await;
        is_told(page, Keeping::FromLink).await;
        // What is changed in it changes nothing of the reader's.
        page.set("claim.change", "600bn").await;
        address_has(page, "claim.change=600bn").await;
        assert_eq!(stored(page, "rerate.work").await, work);

        page.click("banner.back").await;
        page.until_says("claim.change", "800bn").await;
        nothing_is_told(page).await;
        address_has(page, "claim.change=800bn").await;
        page.click("undo").await;
        page.until_says("claim.change", "732bn").await;
    });
}

#[test]
fn a_link_that_is_kept_becomes_the_readers_own_and_what_was_is_kept_too() {
    on_page("/", async |page| {
        page.set("claim.change", "800bn").await;
        address_has(page, "claim.change=800bn").await;
        follow(page, LINK).await;
        page.until_says("claim.change", "700bn").await;
        page.click("banner.keep").await;
        page.until(
            "what was is kept",
            "return Object.keys(localStorage).some((name) => name.startsWith('rerate.scenario.')
                && localStorage.getItem(name).includes('800000000000'))",
        )
        .await;
        page.until(
            "it is told",
            "return document.querySelector('#banner p')?.textContent.includes('Before the link')",
        )
        .await;
        page.click("banner.close").await;
        nothing_is_told(page).await;
        page.until(
            "it is stored",
            "return localStorage.getItem('rerate.work')?.includes('700000000000')",
        )
        .await;
        page.until(
            "the address is the page's own",
            "return history.state === true",
        )
        .await;
        page.run("location.reload()").await;
        page.is_ready().await;
        page.until_says("claim.change", "700bn").await;
        nothing_is_told(page).await;
    });
    on_page("/", async |page| {
        page.set("claim.change", "800bn").await;
        follow(page, LINK).await;
        page.until_says("claim.change", "700bn").await;
        page.click("banner.keep").await;
        page.click("undo").await;
        page.until_says("claim.change", "800bn").await;
    });
}

#[test]
fn a_link_is_opened_as_the_page_loads() {
    in_browser(async |page| {
        for (document, says) in [("/", "700bn"), ("/zh-hans.html?lang=zh-Hans", "0.700万亿")] {
            page.open(&format!("{document}#{LINK}")).await;
            page.until_says("claim.change", says).await;
            assert!(page.has("banner.keep").await);
            // With no figures of their own the reader goes back to the start.
            page.click("banner.back").await;
            page.until(
                "they are the preset's",
                "return document.getElementById('claim.change').value.includes('732') ||
                    document.getElementById('claim.change').value.includes('0.732')",
            )
            .await;
            nothing_is_told(page).await;
            page.has_nothing_to_report().await;
            page.go_to("about:blank").await;
        }
        page.open(&format!("/#{}", packed())).await;
        page.until_says(
            "preset",
            ENGLISH.word(rerate::text::Word::PresetGoldenDragon),
        )
        .await;
        is_told(page, Keeping::FromLink).await;
        page.has_nothing_to_report().await;
    });
}

/// Till the figures of a link are there, no others are shown in their place.
#[test]
fn no_other_figures_stand_in_for_those_of_a_link() {
    in_browser(async |page| {
        page.devtools("Network.enable", json!({})).await;
        page.devtools(
            "Network.setBlockedURLs",
            json!({ "urls": ["*below*.wasm"] }),
        )
        .await;
        page.go(&format!("/#{LINK}")).await;
        page.until(
            "the first view works",
            "return document.querySelector('.failure button') !== null",
        )
        .await;
        let shown = "return [...document.querySelectorAll('main .section > *, .failure > *')]
            .filter((one) => one.checkVisibility({ visibilityProperty: true }))
            .map((one) => one.className)";
        let shown = page.run(shown).await;
        let shown = shown.as_array().expect("a list");
        assert!(
            shown
                .iter()
                .all(|class| *class == json!("section-head") || *class == json!("")),
            "{shown:?}"
        );
        page.devtools("Network.setBlockedURLs", json!({ "urls": [] }))
            .await;
        page.click("below.again").await;
        page.is_ready().await;
        page.until_says("claim.change", "700bn").await;
        page.until(
            "they are shown",
            "return document.getElementById('claim.change').checkVisibility({ visibilityProperty: true })",
        )
        .await;
    });
}

#[test]
fn a_link_that_is_none_says_so_and_changes_nothing() {
    on_page("/", async |page| {
        page.set("claim.change", "800bn").await;
        address_has(page, "claim.change=800bn").await;
        let before = page.says("claim.answer").await;
        let whole = packed();
        let bomb = compress_to_vec(&vec![b' '; 8 << 20], 9);
        let noise: Vec<u8> = (0..200).map(|place| place as u8).collect();
        let more = |bytes: &[u8]| link::packed(bytes).expect("short enough");
        for (fragment, says) in [
            ("claim.chance=1bn".to_owned(), "“claim.chance”"),
            ("claim.change=much".to_owned(), "“Change”"),
            ("claim.share=-1%25".to_owned(), "limits"),
            ("w=2.AAAA".to_owned(), "newer"),
            (whole[..whole.len() - 1].to_owned(), "damaged"),
            (format!("{whole}%"), "damaged"),
            (more(&noise), "damaged"),
            (more(&bomb[..8_000.min(bomb.len())]), "more than a link"),
            (
                format!("claim.change={}", "9".repeat(13_000)),
                "more than a link",
            ),
            (
                "<img src=x onerror=alert(1)>=1".to_owned(),
                "is not known here",
            ),
        ] {
            follow(page, &fragment).await;
            let script = format!(
                "return document.querySelector('#banner p')?.textContent.includes({})",
                json!(says)
            );
            page.until(says, &script).await;
            assert_eq!(page.says("claim.answer").await, before);
            page.click("banner.close").await;
            nothing_is_told(page).await;
        }
        assert!(stored(page, "rerate.work").await.contains("800000000000"));
    });
}

#[test]
fn a_step_back_in_the_browser_is_no_step_back_of_the_work() {
    on_page("/", async |page| {
        page.set("claim.change", "800bn").await;
        address_has(page, "800bn").await;
        // A place on the page is gone to, and the work goes on.
        page.click_on(".contents a[href='#why']").await;
        page.until("it is gone to", "return location.hash === '#why'")
            .await;
        page.set("claim.change", "900bn").await;
        address_has(page, "900bn").await;
        page.run("history.back()").await;
        page.until(
            "the entry before is back, with the work as it is now",
            "return history.state === true && location.hash.includes('900bn')",
        )
        .await;
        page.until_says("claim.change", "900bn").await;

        // A link is another matter: back to one's own, and forward to it again.
        follow(page, LINK).await;
        page.until_says("claim.change", "700bn").await;
        page.run("history.back()").await;
        page.until_says("claim.change", "900bn").await;
        nothing_is_told(page).await;
        page.run("history.forward()").await;
        page.until_says("claim.change", "700bn").await;
        is_told(page, Keeping::FromLink).await;
        page.click("banner.back").await;
        page.until_says("claim.change", "900bn").await;
    });
}

/// Has every write of the address noted with its time.
const NOTE_WRITES: &str = "
    globalThis.writes = [];
    const { replaceState } = History.prototype;
    History.prototype.replaceState = function (...given) {
        writes.push({ at: performance.now(), to: given[2] });
        return replaceState.apply(this, given);
    };";

#[test]
fn the_address_follows_at_most_once_a_second() {
    on_page("/", async |page| {
        page.run(NOTE_WRITES).await;
        for end in 10..30 {
            page.set("claim.change", &format!("8{end}bn")).await;
        }
        address_has(page, "claim.change=829bn").await;
        // Something that needs the packed form, and back.
        page.pick("preset", 1).await;
        page.click_on("input[name='what-if.rule']:not(:checked)")
            .await;
        address_has(page, "w=1.").await;
        page.press(&[key::CONTROL, 'z']).await;
        page.press(&[key::CONTROL, 'z']).await;
        address_has(page, "claim.change=829bn").await;
        page.click("reset").await;
        page.until("nothing is left to tell", "return location.hash === ''")
            .await;
        let writes = page.run("return writes.map(({ at }) => at)").await;
        let times: Vec<f64> = serde_json::from_value(writes).expect("times");
        assert!(times.len() >= 4, "{times:?}");
        // The packed form takes a moment of its own.
        assert!(
            times.windows(2).all(|pair| pair[1] - pair[0] > 900.0),
            "{times:?}"
        );
    });
}

#[test]
fn what_waits_to_be_written_is_written_as_the_page_goes() {
    on_page("/", async |page| {
        let rule = "return [...document.querySelectorAll('input[name=\"what-if.rule\"]')].findIndex((one) => one.checked)";
        page.click_on("input[name='what-if.rule']:not(:checked)")
            .await;
        let picked = page.run(rule).await;
        page.set("claim.change", "800bn").await;
        page.run("location.reload()").await;
        page.is_ready().await;
        page.until_says("claim.change", "800bn").await;
        assert_eq!(page.run(rule).await, picked);
    });
}

#[test]
fn the_work_of_the_last_visit_is_there_again() {
    on_page("/", async |page| {
        page.set("claim.change", "800bn").await;
        address_has(page, "800bn").await;
        page.go_to("about:blank").await;
        page.open("/").await;
        page.until_says("claim.change", "800bn").await;
        is_told(page, Keeping::Restored).await;
        assert_eq!(page.run("return location.hash").await, json!(""));
        page.click("banner.afresh").await;
        page.until_says("claim.change", "732bn").await;
        nothing_is_told(page).await;
        page.click("undo").await;
        page.until_says("claim.change", "800bn").await;
        page.click("redo").await;
        page.until(
            "nothing is kept any longer",
            "return localStorage.getItem('rerate.work') === null",
        )
        .await;
        page.open("/").await;
        nothing_is_told(page).await;
        page.until_says("claim.change", "732bn").await;
    });
}

#[test]
fn an_embedded_page_neither_writes_nor_reads_what_is_kept() {
    on_page("/", async |page| {
        page.set("claim.change", "800bn").await;
        address_has(page, "800bn").await;
        let work = stored(page, "rerate.work").await;
        page.go_to("about:blank").await;
        page.open(&format!("/?embed=1#{LINK}")).await;
        page.until_says("claim.change", "700bn").await;
        assert_eq!(
            page.run("return document.getElementById('banner')").await,
            json!(null)
        );
        page.set("claim.change", "600bn").await;
        page.until(
            "the time to write has passed",
            "globalThis.begun ??= performance.now(); return performance.now() > begun + 1500",
        )
        .await;
        assert_eq!(
            page.run("return location.hash").await,
            json!(format!("#{LINK}"))
        );
        assert_eq!(stored(page, "rerate.work").await, work);
    });
}

#[test]
fn the_link_is_there_to_copy_and_to_share() {
    in_browser(async |page| {
        let has_both = "
            navigator.share = async (data) => { globalThis.shared = data; };
            Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
                async writeText(text) { globalThis.copied = text; } } });";
        page.devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": has_both }),
        )
        .await;
        page.open("/").await;
        page.set("claim.change", "700bn").await;
        page.set("what-if.growth", "12").await;
        page.click("share").await;
        let link = format!("{}/#{LINK}", page.site.address);
        page.until_says("share.link", &link).await;
        page.click("share.copy").await;
        page.until("it is copied", "return globalThis.copied").await;
        assert_eq!(page.run("return copied").await, json!(link));
        page.click("share.system").await;
        page.until("it is shared", "return globalThis.shared").await;
        assert_eq!(page.run("return shared.url").await, json!(link));
        page.press(&[key::ESCAPE]).await;
        assert_eq!(page.focused().await, "share");

        page.click_on("input[name='what-if.rule']:not(:checked)")
            .await;
        page.click("share").await;
        page.until(
            "the packed form is there",
            "return document.getElementById('share.link').value.includes('#w=1.')",
        )
        .await;
        let link = page.says("share.link").await;
        assert!(link.len() < 1_000, "{}", link.len());
        page.press(&[key::ESCAPE]).await;
        page.go_to("about:blank").await;
        page.run("return 0").await;
        page.go_to(&link).await;
        page.is_ready().await;
        page.until_says("claim.change", "700bn").await;
        page.has_nothing_to_report().await;
    });
}
