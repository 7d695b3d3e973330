//! The workbooks to start from.

use rerate::text::Language;
use rerate::workbook::{Column, Industry, Place, Preset, RowId, Section, Workbook, evaluate};
use serde_json::json;

use crate::harness::{Page, on_page};

const ENGLISH: Language = Language::English;

/// Fails unless the page shows this workbook's rows, names and answers.
async fn assert_shows(page: &Page, preset: Preset) {
    let workbook = Workbook::from(preset);
    let results = evaluate(&workbook);
    let markets = &workbook.markets;
    page.until_says("market.a", &ENGLISH.name(&markets.a)).await;
    page.until_says("market.b", &ENGLISH.name(&markets.b)).await;
    page.until_says(
        "sectors.answer",
        &ENGLISH.sectors_answer(&workbook.sectors, &results.sectors, markets),
    )
    .await;
    page.until_says(
        "claim.answer",
        &ENGLISH.claim_answer(&workbook.claim, &results.claim),
    )
    .await;
    let market = ENGLISH.in_sentence(&markets.a);
    for (section, answer) in [
        (
            Section::Why,
            ENGLISH.why_answer(&workbook.why, &results.why, markets),
        ),
        (Section::Past, ENGLISH.past_answer(&results.past, markets)),
        (
            Section::WhatIf,
            ENGLISH.what_if_answer(&workbook.what_if, &results.what_if, &market),
        ),
    ] {
        let answer = ENGLISH.complete(answer, &workbook, section);
        page.until_says(&[section.key(), ".answer"].concat(), &answer)
            .await;
    }
    let rows = page
        .run("return document.querySelectorAll('.sectors tbody tr').length")
        .await;
    assert_eq!(rows, json!(workbook.sectors.len()), "{preset:?}");
    for row in &workbook.sectors {
        let RowId(number) = row.id;
        for (column, key) in [(Column::A, "a"), (Column::B, "b")] {
            let place = Place::Cell(row.id, column);
            let text = place.read(&workbook).map_or_else(String::new, |figure| {
                rerate::text::numbers::field_text(figure, place.spec().unit, ENGLISH)
            });
            page.until_says(&format!("sectors.{number}.{key}"), &text)
                .await;
        }
    }
}

#[test]
fn each_preset_is_loaded_and_can_be_undone() {
    on_page("/", async |page| {
        let start = page.state().await;
        assert_shows(page, Preset::ChinaVsUs).await;
        let others = [
            Preset::GoldenDragonVsNasdaq,
            Preset::Industries(Industry::SOFTWARE, Industry::SEMICONDUCTOR),
            Preset::Blank,
        ];
        for (index, preset) in others.into_iter().enumerate() {
            page.pick("preset", index + 1).await;
            assert_shows(page, preset).await;
            let pair = matches!(preset, Preset::Industries(..));
            assert_eq!(page.has("industry.a").await, pair, "{preset:?}");
            // Nothing of it is the reader's yet.
            let yours = page.run("return document.querySelectorAll('#rerate .yours').length");
            assert_eq!(yours.await, json!(0), "{preset:?}");
        }
        for _ in others {
            page.click("undo").await;
        }
        assert_shows(page, Preset::ChinaVsUs).await;
        page.comes_back_to(&start).await;
    });
}

#[test]
fn any_two_industries_make_a_pair() {
    on_page("/", async |page| {
        page.pick("preset", 2).await;
        let choices = page
            .until(
                "there are industries to choose from",
                "return document.getElementById('industry.a')?.options.length",
            )
            .await;
        assert_eq!(choices, json!(rerate::workbook::INDUSTRIES));
        let pair = [0, 95].map(|line| Industry::new(line).expect("a line of the table"));
        page.pick("industry.a", 0).await;
        assert_shows(page, Preset::Industries(pair[0], Industry::SEMICONDUCTOR)).await;
        page.pick("industry.b", 95).await;
        assert_shows(page, Preset::Industries(pair[0], pair[1])).await;
        // An industry with itself has no gap.
        page.pick("industry.b", 0).await;
        assert_shows(page, Preset::Industries(pair[0], pair[0])).await;
        page.until_says("sectors.0.premium", "0.0%").await;
    });
}

#[test]
fn a_blank_page_is_filled_by_the_reader() {
    on_page("/", async |page| {
        page.pick("preset", 3).await;
        assert_shows(page, Preset::Blank).await;
        page.set("claim.start", "100").await;
        page.set("claim.percent", "10").await;
        page.until_says("claim.end.from.start.percent", "110").await;
        page.click("sectors.add").await;
        page.set("sectors.0.a", "12").await;
        page.set("sectors.0.b", "15").await;
        page.until_says("sectors.0.premium", "−20.0%").await;
        page.until_says("sectors.total.upside", "+25.0%").await;
        // What cannot be drawn yet is not shown as an empty chart.
        let charts = "return [...document.querySelectorAll('.chart, .split-bar')]
            .filter((chart) => chart.querySelector('svg').checkVisibility())
            .map((chart) => chart.id)";
        assert_eq!(page.run(charts).await, json!(["regression.chart"]));
        page.set("what-if.multiple", "12").await;
        page.set("what-if.peer", "15").await;
        page.until(
            "the grid is drawn",
            "return document.getElementById('what-if.grid.drawing').checkVisibility()",
        )
        .await;
    });
}
