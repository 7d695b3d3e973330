//! Kept scenarios: their journeys, two tabs, and storage that fails.

use rerate::exchange::scenario;
use rerate::text::{Keeping, Language, fill};
use rerate::workbook::{Preset, Workbook};
use serde_json::json;

use crate::harness::{Page, in_browser, on_page};
use crate::recovery::{fail, reported_the_failure};

const ENGLISH: Language = Language::English;

async fn open_list(page: &Page) {
    page.click("scenarios").await;
    page.until(
        "the list is open",
        "return document.getElementById('scenarios.dialog').open",
    )
    .await;
}

async fn close_list(page: &Page) {
    page.click("scenarios.close").await;
}

async fn keep(page: &Page, name: &str) {
    page.run_with(
        "const field = document.getElementById('scenarios.name');
         field.value = arguments[0];
         field.dispatchEvent(new Event('input', { bubbles: true }));",
        &[json!(name)],
    )
    .await;
    page.click("scenarios.keep").await;
}

/// The names in the list.
const NAMES: &str = "[...document.querySelectorAll('.scenarios input')].map((one) => one.value)";

async fn are_kept(page: &Page, names: &[&str]) {
    let script = format!(
        "return JSON.stringify({NAMES}) === JSON.stringify({})",
        json!(names)
    );
    page.until(&format!("{names:?} are kept"), &script).await;
}

/// Clicks what a row of the list offers.
async fn act(page: &Page, row: usize, action: &str) {
    page.click_on(&format!(
        ".scenarios li:nth-child({}) button[id$='.{action}']",
        row + 1
    ))
    .await;
}

async fn says(page: &Page, word: Keeping, parts: &[&str]) {
    page.until_says("scenarios.told", &fill(ENGLISH.keeping(word), parts))
        .await;
}

#[test]
fn scenarios_are_kept_opened_renamed_deleted_and_brought_back() {
    on_page("/", async |page| {
        page.set("claim.change", "800bn").await;
        open_list(page).await;
        keep(page, "Bold <b>").await;
        says(page, Keeping::KeptAs, &["Bold <b>"]).await;
        keep(page, "").await;
        keep(page, "Bold <b>").await;
        are_kept(page, &["Bold <b>", "Scenario 2", "Bold <b> (2)"]).await;

        act(page, 2, "delete").await;
        says(page, Keeping::Deleted, &["Bold <b> (2)"]).await;
        are_kept(page, &["Bold <b>", "Scenario 2"]).await;
        assert_eq!(page.focused().await, "scenarios.name");
        page.click("scenarios.back").await;
        are_kept(page, &["Bold <b>", "Scenario 2", "Bold <b> (2)"]).await;
        says(page, Keeping::BroughtBack, &[]).await;

        // A name that is taken gets a number, an empty one is not taken.
        let rename = "const field = document.querySelector('.scenarios li:nth-child(2) input');
            field.value = arguments[0];
            for (const kind of ['input', 'change']) {
                field.dispatchEvent(new Event(kind, { bubbles: true }));
                await new Promise((done) => setTimeout(done));
            }";
        for (wanted, names) in [
            ("Calm", ["Bold <b>", "Calm", "Bold <b> (2)"]),
            ("  ", ["Bold <b>", "Calm", "Bold <b> (2)"]),
            ("Bold <b>", ["Bold <b>", "Bold <b> (3)", "Bold <b> (2)"]),
        ] {
            page.await_with(rename, &[json!(wanted)]).await;
            are_kept(page, &names).await;
        }
        close_list(page).await;

        page.set("claim.change", "600bn").await;
        open_list(page).await;
        act(page, 0, "open").await;
        says(page, Keeping::Opened, &["Bold <b>"]).await;
        close_list(page).await;
        page.until_says("claim.change", "800bn").await;
        page.click("undo").await;
        page.until_says("claim.change", "600bn").await;

        // They are there on the next visit.
        page.go_to("about:blank").await;
        page.open("/").await;
        open_list(page).await;
        are_kept(page, &["Bold <b>", "Bold <b> (3)", "Bold <b> (2)"]).await;
    });
}

#[test]
fn a_scenario_is_compared_with_and_the_comparison_outlives_a_failure() {
    on_page("/", async |page| {
        page.set("what-if.growth", "12").await;
        open_list(page).await;
        keep(page, "Calm").await;
        act(page, 0, "compare").await;
        page.until(
            "it is compared with",
            "return document.querySelector('table.comparison')",
        )
        .await;
        page.set("what-if.growth", "20").await;
        let table = "return document.querySelector('table.comparison')?.textContent ?? ''";
        page.until(
            "the difference is told",
            "return document.querySelector('table.comparison tbody')?.textContent.includes('12%')",
        )
        .await;
        let before = page.run(table).await;
        let told = fail(page).await;
        assert_eq!(told["stopped"], json!(false), "{told}");
        page.until("the comparison is back", table).await;
        assert_eq!(page.run(table).await, before);

        // The list in what if offers it too.
        page.click("what-if.clear-kept").await;
        page.pick("what-if.compare-with", 1).await;
        page.until("it is compared with", table).await;
        reported_the_failure(page).await;
    });
}

#[test]
fn a_link_is_still_one_after_a_failure() {
    on_page("/", async |page| {
        page.set("claim.change", "800bn").await;
        page.run("location.hash = 'claim.change=700bn'").await;
        page.until_says("claim.change", "700bn").await;
        let told = fail(page).await;
        assert_eq!(told["stopped"], json!(false), "{told}");
        page.until_says("claim.change", "700bn").await;
        page.click("banner.back").await;
        page.until_says("claim.change", "800bn").await;
        reported_the_failure(page).await;
    });
}

#[test]
fn two_tabs_do_not_lose_each_others_scenarios() {
    on_page("/", async |page| {
        page.run("globalThis.other = open('/')").await;
        page.until(
            "the other tab works",
            "return other.rerate?.kept?.() && other.document.querySelector('#rerate :is([inert], [aria-busy])') === null",
        )
        .await;
        let in_other = "
            const list = other.document;
            list.getElementById('scenarios').click();
            const field = list.getElementById('scenarios.name');
            field.value = arguments[0];
            field.dispatchEvent(new other.Event('input', { bubbles: true }));
            list.getElementById('scenarios.keep').click();";
        open_list(page).await;
        keep(page, "One").await;
        page.run_with(in_other, &[json!("Two")]).await;
        keep(page, "Three").await;
        page.run_with(in_other, &[json!("Three")]).await;
        let all = ["One", "Two", "Three", "Three (2)"];
        are_kept(page, &all).await;
        let other = format!(
            "return JSON.stringify({}) === JSON.stringify({})",
            NAMES.replace("document", "other.document"),
            json!(all)
        );
        page.until("the other tab has all of them", &other).await;
        page.run("other.close()").await;
    });
}

#[test]
fn all_are_taken_along_as_a_file_and_added_again() {
    on_page("/", async |page| {
        page.run(
            "globalThis.saved = null;
             const make = URL.createObjectURL;
             URL.createObjectURL = (file) => {
               file.text().then((text) => { saved = text; });
               return make.call(URL, file);
             };",
        )
        .await;
        let add = "const files = new DataTransfer();
             files.items.add(new File([arguments[0]], 'x.json'));
             const field = document.getElementById('scenarios.import');
             field.files = files.files;
             field.dispatchEvent(new Event('change', { bubbles: true }));";
        open_list(page).await;
        keep(page, "One").await;
        keep(page, "Two").await;
        page.click("scenarios.export").await;
        page.until("it is saved", "return saved").await;
        let file = page.run("return saved").await;
        page.run_with(add, std::slice::from_ref(&file)).await;
        says(page, Keeping::NothingNew, &[]).await;
        act(page, 0, "delete").await;
        are_kept(page, &["Two"]).await;
        page.run_with(add, &[file]).await;
        are_kept(page, &["Two", "One"]).await;
        for (text, word) in [
            ("{}".to_owned(), Keeping::FileUnreadable),
            ("{\"version\":1,".to_owned(), Keeping::FileUnreadable),
            (
                "{\"version\":9,\"scenarios\":[]}".to_owned(),
                Keeping::FileNewer,
            ),
        ] {
            page.run_with(add, &[json!(text)]).await;
            says(page, word, &[]).await;
            are_kept(page, &["Two", "One"]).await;
        }
    });
}

#[test]
fn what_is_damaged_is_set_aside_and_never_deleted() {
    on_page("/", async |page| {
        let good = scenario::entry("Good", &Workbook::from(Preset::Blank));
        let bad = good.replace("Good", "Goof");
        let newer = ["2", &good[1..]].concat();
        for (place, text) in [("1", &good), ("2", &bad), ("3", &newer)] {
            page.run_with(
                "localStorage.setItem('rerate.scenario.' + arguments[0], arguments[1])",
                &[json!(place), json!(text)],
            )
            .await;
        }
        open_list(page).await;
        are_kept(page, &["Good"]).await;
        let told = page.says("scenarios.told").await;
        for (word, count) in [(Keeping::SetAside, "1"), (Keeping::NewerLeft, "1")] {
            let said = fill(ENGLISH.keeping(word), &[count]);
            assert!(told.contains(&said), "{told}");
        }
        let stored = page
            .run(
                "return ['damaged.rerate.scenario.2', 'scenario.2', 'scenario.3']
                    .map((name) => localStorage.getItem('rerate.' + name))",
            )
            .await;
        assert_eq!(stored, json!([bad, null, newer]));

        // The same with the work of the last visit.
        page.run("localStorage.setItem('rerate.work', '1 5\\nx')")
            .await;
        page.run("location.reload()").await;
        page.is_ready().await;
        let said = ENGLISH.keeping(Keeping::WorkSetAside);
        page.until(
            "it is told",
            &format!(
                "return document.getElementById('banner').textContent.includes({})",
                json!(said)
            ),
        )
        .await;
        assert_eq!(
            page.run("return localStorage.getItem('rerate.damaged.rerate.work')")
                .await,
            json!("1 5\nx")
        );
        page.until_says("claim.change", "732bn").await;
    });
}

/// Whatever of the storage throws, the page works, says so, and loses nothing.
#[test]
fn storage_may_fail_at_any_call() {
    for broken in [
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })",
        "Object.defineProperty(window, 'localStorage', { value: null })",
        "Storage.prototype.getItem = () => { throw new Error('getItem'); }",
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
        "Storage.prototype.removeItem = () => { throw new Error('removeItem'); }",
        "Storage.prototype.key = () => { throw new Error('key'); }",
        "Object.defineProperty(Storage.prototype, 'length', { get() { throw new Error('length'); } })",
    ] {
        in_browser(async |page| {
            page.devtools(
                "Page.addScriptToEvaluateOnNewDocument",
                json!({ "source": broken }),
            )
            .await;
            page.open("/").await;
            page.set("claim.change", "800bn").await;
            page.until(
                "the address follows",
                "return location.hash.includes('800bn')",
            )
            .await;
            open_list(page).await;
            keep(page, "Calm").await;
            page.until(
                "it is told what became of it",
                "return document.getElementById('scenarios.told').textContent !== ''",
            )
            .await;
            let told = page.says("scenarios.told").await;
            let hint = page.says("scenarios.hint").await;
            let kept = fill(ENGLISH.keeping(Keeping::KeptAs), &["Calm"]);
            let denied = ENGLISH.keeping(Keeping::Denied);
            let full = ENGLISH.keeping(Keeping::Full);
            if broken.contains("localStorage") {
                assert_eq!((told.as_str(), hint.as_str()), (denied, denied), "{broken}");
            } else if broken.contains("setItem") {
                assert_eq!(told, full, "{broken}");
            } else {
                assert!(
                    [kept.as_str(), denied].contains(&told.as_str()),
                    "{broken}: {told}"
                );
            }
            if broken.contains("removeItem") {
                act(page, 0, "delete").await;
                says(page, Keeping::NotDeleted, &[]).await;
                are_kept(page, &["Calm"]).await;
            }
            close_list(page).await;
            page.set("claim.change", "732bn").await;
            page.until_says("claim.end.from.change.percent", "1,563.8bn")
                .await;
            page.has_nothing_to_report().await;
        });
    }
}

#[test]
fn a_full_storage_loses_nothing_that_is_kept() {
    on_page("/", async |page| {
        open_list(page).await;
        keep(page, "One").await;
        are_kept(page, &["One"]).await;
        page.run(
            "let piece = 'x'.repeat(1 << 20);
             for (let count = 0; piece.length > 0; count += 1) {
               try { localStorage.setItem('filler' + count, piece); }
               catch { piece = piece.slice(0, piece.length / 2); }
             }",
        )
        .await;
        keep(page, "Two").await;
        says(page, Keeping::Full, &[]).await;
        are_kept(page, &["One"]).await;
        close_list(page).await;
        page.set("claim.change", "800bn").await;
        page.until(
            "the address follows",
            "return location.hash.includes('800bn')",
        )
        .await;
        page.run(
            "for (const name of Object.keys(localStorage)) {
               if (name.startsWith('filler')) localStorage.removeItem(name);
             }",
        )
        .await;
        open_list(page).await;
        keep(page, "Two").await;
        are_kept(page, &["One", "Two"]).await;
    });
}
