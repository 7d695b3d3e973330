//! The table of sectors: its rows, their order, their weights and what is
//! stated of them.

use rerate::text::{Language, Word};
use rerate::workbook::{Measure, STATEMENTS};
use serde_json::json;

use crate::harness::{Page, key, on_page};

const ENGLISH: Language = Language::English;

/// The rows' names in the document, in the table's order.
async fn rows(page: &Page) -> Vec<String> {
    let script = "return [...document.querySelectorAll('.sectors tbody tr')].map(({ id }) => id)";
    serde_json::from_value(page.run(script).await).expect("names")
}

async fn verdict(page: &Page, row: &str) -> String {
    let script =
        "return document.getElementById(arguments[0]).querySelector('.verdict')?.textContent ?? ''";
    let verdict = page.run_with(script, &[json!(row)]).await;
    verdict.as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_row_is_added_named_and_filled() {
    on_page("/", async |page| {
        page.click("sectors.add").await;
        page.until(
            "there is another row",
            "return document.getElementById('sectors.6') !== null",
        )
        .await;
        assert_eq!(
            rows(page).await.last().map(String::as_str),
            Some("sectors.6")
        );
        assert_eq!(page.says("sectors.6.premium").await, "—");
        let total = page.says("sectors.total.premium").await;

        page.set("sectors.6.name", "<b>Robots</b> & more").await;
        page.set("sectors.6.a", "10").await;
        page.set("sectors.6.b", "20").await;
        page.until_says("sectors.6.premium", "−50.0%").await;
        page.until_says("sectors.6.upside", "+100.0%").await;
        page.until_says("sectors.6.log-gap", "−0.693").await;
        assert_ne!(page.says("sectors.total.premium").await, total);
        // A name is text, and is spoken with the row's fields.
        assert_eq!(page.says("sectors.6.name").await, "<b>Robots</b> & more");
        let label = page.attribute("sectors.6.remove", "aria-label").await;
        assert_eq!(label.as_deref(), Some("Remove <b>Robots</b> & more"));
        assert_eq!(
            page.run("return document.querySelector('#sectors b')")
                .await,
            json!(null)
        );
    });
}

#[test]
fn rows_are_removed_and_come_back() {
    on_page("/", async |page| {
        let start = page.state().await;
        let all = rows(page).await;
        assert_eq!(all.len(), 6);
        for row in &all {
            page.click(&format!("{row}.remove")).await;
        }
        page.until(
            "no row is left",
            "return document.querySelector('.sectors tbody tr') === null",
        )
        .await;
        assert_eq!(
            page.says("sectors.answer").await,
            ENGLISH.word(Word::SectorsNone)
        );
        assert_eq!(page.says("sectors.total.premium").await, "—");
        for _ in &all {
            page.click("undo").await;
        }
        assert_eq!(rows(page).await, all);
        page.comes_back_to(&start).await;
    });
}

#[test]
fn rows_change_places() {
    on_page("/", async |page| {
        let total = page.says("sectors.total.premium").await;
        page.click("sectors.0.lower").await;
        page.click("sectors.5.raise").await;
        page.click("sectors.5.raise").await;
        let order = ["1", "0", "2", "5", "3", "4"].map(|row| format!("sectors.{row}"));
        assert_eq!(rows(page).await, order);
        // The order is no part of the sum.
        assert_eq!(page.says("sectors.total.premium").await, total);
        // At the ends there is nowhere to go.
        page.click("sectors.1.raise").await;
        page.click("sectors.4.lower").await;
        assert_eq!(rows(page).await, order);
        // A moved row goes on to work.
        page.set("sectors.5.a", "27").await;
        page.until_says("sectors.5.premium", "0.0%").await;
    });
}

#[test]
fn the_total_is_by_weight() {
    on_page("/", async |page| {
        for row in [1, 2, 3, 4, 5] {
            page.set(&format!("sectors.{row}.weight"), "0").await;
        }
        for part in ["premium", "upside", "log-gap"] {
            let alone = page.says(&format!("sectors.0.{part}")).await;
            page.until_says(&format!("sectors.total.{part}"), &alone)
                .await;
        }
        // Two of one weight: the mean of their logarithms.
        page.set("sectors.0.a", "10").await;
        page.set("sectors.0.b", "20").await;
        page.set("sectors.1.a", "40").await;
        page.set("sectors.1.b", "20").await;
        page.set("sectors.1.weight", "1").await;
        page.until_says("sectors.total.premium", "0.0%").await;
        page.set("sectors.0.weight", "3").await;
        page.until_says("sectors.total.log-gap", "−0.347").await;
        page.set("sectors.0.weight", "0").await;
        page.set("sectors.1.weight", "0").await;
        page.until_says("sectors.total.premium", "—").await;
        let reason = page.attribute("sectors.total.premium", "title").await;
        assert_eq!(reason.as_deref(), Some("All weights are zero."));
    });
}

#[test]
fn the_measure_is_the_rows_own() {
    on_page("/", async |page| {
        let before = page.state().await;
        for (index, &measure) in Measure::ALL.iter().enumerate() {
            page.pick("sectors.0.measure", index).await;
            page.until_says("sectors.0.measure", ENGLISH.measure(measure))
                .await;
        }
        let changed = page.state().await.changed_since(&before);
        // The last is the PEG, which has growth in it already. Nobody printed these
        // multiples as such, so that no source of them is left.
        assert_eq!(
            changed.into_iter().collect::<Vec<_>>(),
            [
                "sectors.0",
                "sectors.0.a.origin",
                "sectors.0.after-growth",
                "sectors.0.b.origin",
                "sectors.0.measure",
                "sectors.growth.told",
                "source-clsa-2026"
            ]
        );
        // Each of them was a step, for it is the workbook's.
        for &measure in Measure::ALL.iter().rev().skip(1) {
            page.click("undo").await;
            page.until_says("sectors.0.measure", ENGLISH.measure(measure))
                .await;
        }
        page.comes_back_to(&before).await;
    });
}

#[test]
fn what_is_stated_is_held_against_the_figures() {
    on_page("/", async |page| {
        let [nothing, discount, premium] = [0, 1, 2];
        assert_eq!(STATEMENTS.len(), 3);
        // A figure that was worked out of the statement bears nothing out.
        let derived = ENGLISH.word(Word::AgreesAsDerived);
        assert_eq!(verdict(page, "sectors.0").await, derived);
        assert_eq!(verdict(page, "sectors.1").await, ENGLISH.word(Word::Agrees));
        for (a, stated, says) in [
            ("10", discount, Word::Agrees),
            ("10", premium, Word::Disagrees),
            ("30", premium, Word::Agrees),
            ("30", discount, Word::Disagrees),
            ("20", discount, Word::AtParity),
        ] {
            page.set("sectors.0.b", "20").await;
            page.set("sectors.0.a", a).await;
            page.pick("sectors.0.stated", stated).await;
            let said = ENGLISH.word(says);
            page.until(
                &format!("{a} of 20 {said}"),
                &format!("return document.getElementById('sectors.0').querySelector('.verdict')?.textContent === '{said}'"),
            )
            .await;
        }
        page.pick("sectors.0.stated", nothing).await;
        page.until(
            "nothing is held against nothing",
            "return !document.getElementById('sectors.0').querySelector('.verdict')",
        )
        .await;
        assert_eq!(verdict(page, "sectors.0").await, "");
        // A gap that cannot be given is no verdict either.
        page.set("sectors.1.a", "").await;
        assert_eq!(verdict(page, "sectors.1").await, "");
    });
}

#[test]
fn the_heads_of_columns_stay_in_view_and_hide_no_field() {
    on_page("/", async |page| {
        page.resize(1280, 500).await;
        page.run("document.getElementById('sectors.5').scrollIntoView({ block: 'end', behavior: 'instant' })")
            .await;
        page.until(
            "the heads stand at the window's edge",
            "return Math.abs(document.querySelector('.sectors thead th').getBoundingClientRect().top) < 1",
        )
        .await;
        // Back up the table, field by field.
        page.run("document.getElementById('sectors.5.weight').focus({ preventScroll: true })")
            .await;
        for _ in 0..12 {
            page.press(&[key::SHIFT, key::TAB]).await;
            page.until(
                "the head hides nothing that has the focus",
                "const heads = document.querySelector('.sectors thead th').getBoundingClientRect().bottom;
                return document.activeElement.getBoundingClientRect().top >= heads - 1",
            )
            .await;
        }
    });
}
