//! The parts of what if: the grid, the tornado, the way, the cases with odds, the
//! catalysts and the comparison.

use rerate::text::{Language, Phrase};
use rerate::workbook::MAX_CATALYSTS;
use serde_json::json;

use crate::harness::{Page, key, on_page};

const ENGLISH: Language = Language::English;

/// The arrow to the right, which WebDriver writes as a private character.
const RIGHT: char = '\u{E014}';

/// The figures that stand in the cells of the grid, row by row.
async fn cells(page: &Page) -> Vec<String> {
    let script = "return [...document.querySelectorAll(
        '[id=\"what-if.grid.drawing\"] text[aria-hidden]')].map((cell) => cell.textContent)";
    serde_json::from_value(page.run(script).await).expect("texts")
}

async fn focus(page: &Page, id: &str) {
    page.run_with(
        "document.getElementById(arguments[0]).focus()",
        &[json!(id)],
    )
    .await;
}

#[test]
fn the_grid_follows_what_is_typed() {
    on_page("/", async |page| {
        assert_eq!(cells(page).await[60], "+18%");
        page.set("what-if.growth", "0").await;
        page.until_says("what-if.annual", "3.0").await;
        assert_eq!(cells(page).await[60], "+3%");
        assert_eq!(cells(page).await.len(), 121);
    });
}

#[test]
fn a_keystroke_writes_no_more_than_what_has_changed() {
    on_page("/", async |page| {
        page.enter("what-if.dividend").await;
        page.run(
            "globalThis.written = 0;
             new MutationObserver((records) => { written += records.length })
                 .observe(document.getElementById('what-if.grid'),
                     { subtree: true, childList: true, characterData: true, attributes: true })",
        )
        .await;
        page.type_on("2").await;
        page.until_says("what-if.annual", "19.1").await;
        let written = page.run("return written").await;
        let written = written.as_u64().expect("a count");
        // One text a cell, one path a band, and what names the contour.
        assert!(written <= 121 + 8 + 8, "{written}");
    });
}

#[test]
fn every_cell_is_read_by_key_from_one_stop() {
    on_page("/", async |page| {
        let reading = "what-if.grid.reading";
        assert_eq!(page.says(reading).await, ENGLISH.phrase(Phrase::GridHint));
        focus(page, "what-if.grid.drawing").await;
        page.until(
            "the reader's own cell is told",
            "return document.getElementById('what-if.grid.reading').textContent
                .includes('Earnings growth a year 15%, Share of gap closed 50%')",
        )
        .await;
        page.press(&[key::UP, RIGHT]).await;
        page.until(
            "the cell above to the right is told",
            "return document.getElementById('what-if.grid.reading').textContent
                .includes('Earnings growth a year 20%, Share of gap closed 60%')",
        )
        .await;
        // Not beyond the edge.
        for _ in 0..12 {
            page.press(&[RIGHT]).await;
        }
        page.until(
            "the last column is told",
            "return document.getElementById('what-if.grid.reading').textContent
                .includes('Share of gap closed 100%')",
        )
        .await;
        assert_eq!(page.focused().await, "what-if.grid.drawing");
    });
}

#[test]
fn the_grids_table_is_there_once_it_is_asked_for() {
    on_page("/", async |page| {
        let count = "return document.querySelectorAll('[id=\"what-if.grid\"] td.number').length";
        assert_eq!(page.run(count).await, json!(0));
        page.click_on("[id=\"what-if.grid\"] summary").await;
        page.until("the table is there", &format!("{count} === 121"))
            .await;
    });
}

#[test]
fn the_grid_and_the_tornado_show_the_return_that_is_picked() {
    on_page("/", async |page| {
        page.click_on("[id=\"what-if.shown\"] label:first-of-type")
            .await;
        page.until(
            "the total return is shown",
            "return document.querySelectorAll('[id=\"what-if.grid.drawing\"] text[aria-hidden]')[60]
                .textContent === '+40%'",
        )
        .await;
    });
}

#[test]
fn the_tornado_follows_its_swings() {
    on_page("/", async |page| {
        let first =
            "return document.querySelector('[id=\"what-if.tornado\"] .driver text').textContent";
        assert_eq!(
            page.run(first).await,
            json!("Earnings growth a year: 10% to 20%")
        );
        page.click_on("[id=\"what-if.tornado\"] > details:last-of-type summary")
            .await;
        page.set("what-if.swing.currency", "10").await;
        page.until(
            "the currency matters most",
            &format!("{first} === 'Currency change a year: −10% to 10%'"),
        )
        .await;
    });
}

#[test]
fn the_points_of_the_way_are_reached_by_key_and_told() {
    on_page("/", async |page| {
        let labels = page
            .run(
                "return [...document.querySelectorAll('[id=\"what-if.way\"] .way-point')]
                    .filter((point) => point.tabIndex === 0).map((point) => point.ariaLabel)",
            )
            .await;
        let labels: Vec<String> = serde_json::from_value(labels).expect("labels");
        assert_eq!(labels.len(), 3);
        assert!(labels[0].starts_with("today: earnings per share 100"));
        assert!(labels[2].starts_with("2 years: earnings per share 132.3"));
        page.set("what-if.years", "5").await;
        page.until(
            "there is a point a year",
            "return document.querySelectorAll('[id=\"what-if.way\"] circle').length === 6",
        )
        .await;
    });
}

#[test]
fn what_is_drawn_anew_keeps_the_focus_in_it() {
    on_page("/", async |page| {
        page.set("what-if.years", "3").await;
        let point = |number: u32| {
            format!("document.querySelectorAll('[id=\"what-if.way\"] .way-point')[{number}]")
        };
        let last_of = |points: u32| {
            format!(
                "return !{} && Boolean({})",
                point(points),
                point(points - 1)
            )
        };
        page.until("there are four points", &last_of(4)).await;
        page.run(&format!("{}.focus()", point(1))).await;
        let before = page.run("return document.activeElement.ariaLabel").await;
        page.press(&[key::CONTROL, 'z']).await;
        page.until("a point less", &last_of(3)).await;
        let after = page.run("return document.activeElement.ariaLabel").await;
        assert!(
            before
                .as_str()
                .is_some_and(|told| told.starts_with("1 year")),
            "{before}"
        );
        assert!(
            after
                .as_str()
                .is_some_and(|told| told.starts_with("1 year")),
            "{after}"
        );
        assert_ne!(before, after, "the multiple after a year is another");
    });
}

#[test]
fn the_probabilities_stay_at_a_hundred() {
    on_page("/", async |page| {
        page.until_says("what-if.own.probability", "30.0").await;
        page.set("what-if.bear.probability", "40").await;
        page.until_says("what-if.own.probability", "10.0").await;
        // Below zero it says so.
        page.set("what-if.bear.probability", "60").await;
        page.until_says("what-if.own.probability", "").await;
        let message = page.says("what-if.own.probability.message").await;
        assert!(message.contains("100%"), "{message}");
        // Another gives way.
        page.click_on("[id=\"what-if.gives-way\"] label:first-of-type")
            .await;
        page.until_says("what-if.bear.probability", "30.0").await;
        // Typing into it makes it a given again.
        page.set("what-if.bear.probability", "25").await;
        page.until_says("what-if.own.probability", "25.0").await;
    });
}

#[test]
fn catalysts_are_added_renamed_and_removed() {
    on_page("/", async |page| {
        let told = page.says("what-if.catalysts.told").await;
        assert!(told.contains("25.5%"), "{told}");
        page.click("catalysts.0.remove").await;
        page.until(
            "the row is gone",
            "return document.getElementById('catalysts.0.name') === null",
        )
        .await;
        assert_eq!(page.focused().await, "catalysts.1.remove");
        page.set("catalysts.1.name", "Rate cut").await;
        let label = page.attribute("catalysts.1.remove", "aria-label").await;
        assert_eq!(label.as_deref(), Some("Remove Rate cut"));
        for _ in 2..MAX_CATALYSTS {
            page.click("catalysts.add").await;
        }
        page.until(
            "the list is full",
            "return document.getElementById('catalysts.add').disabled",
        )
        .await;
        assert_eq!(
            page.says("catalysts.3.name").await,
            ENGLISH.known(rerate::workbook::Known::NewCatalyst)
        );
    });
}

#[test]
fn what_is_kept_is_compared_and_outlives_a_step_back() {
    on_page("/", async |page| {
        page.click("what-if.keep").await;
        page.until_says(
            "what-if.comparison.told",
            ENGLISH.phrase(Phrase::NothingDiffers),
        )
        .await;
        page.set("what-if.growth", "20").await;
        let rows = "return [...document.querySelectorAll('.comparison tr')]
            .map((row) => row.textContent)";
        page.until(
            "the growth differs",
            "return document.querySelector('.comparison tbody tr')?.textContent
                === 'Earnings growth a year15%20%'",
        )
        .await;
        let shown: Vec<String> = serde_json::from_value(page.run(rows).await).expect("rows");
        assert!(
            shown
                .iter()
                .any(|row| row.starts_with("Annual return+18.2%+23.3%"))
        );
        page.click_on(".steps button").await;
        page.until_says(
            "what-if.comparison.told",
            ENGLISH.phrase(Phrase::NothingDiffers),
        )
        .await;
        page.click("what-if.clear-kept").await;
        page.until_says(
            "what-if.comparison.told",
            ENGLISH.phrase(Phrase::NothingKept),
        )
        .await;
        assert_eq!(page.focused().await, "what-if.keep");
    });
}

#[test]
fn the_formula_is_told_with_the_readers_figures() {
    on_page("/", async |page| {
        let told = page
            .run("return document.getElementById('what-if.told').textContent")
            .await;
        let told = told.as_str().expect("a text");
        assert!(told.contains("1.15 ÷ 1"), "{told}");
        assert!(told.contains("18.2%"), "{told}");
    });
}

#[test]
fn what_is_out_of_sight_follows_too() {
    on_page("/", async |page| {
        page.run("scrollTo(0, 0)").await;
        let cell = "return document.querySelectorAll('[id=\"what-if.grid.drawing\"] text[aria-hidden]')[60].textContent";
        let before = page.run(cell).await;
        page.run(
            "const growth = document.getElementById('what-if.growth');
            growth.value = '25';
            growth.dispatchEvent(new InputEvent('input', { bubbles: true }));",
        )
        .await;
        page.until("the grid follows", &format!("{cell} !== {before}"))
            .await;
        assert_eq!(page.run("return scrollY").await, json!(0));
    });
}
