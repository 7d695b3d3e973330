//! Scale and catching up: any quantity as the unknown, the charts and their
//! tables, and the cases in which there is no answer.

use rerate::text::{Language, Word, fill, numbers};
use rerate::valuation::convergence::{Course, HalvingUnknown};
use rerate::valuation::{Meaningful, NotMeaningful};
use rerate::workbook::{
    Choice, Edit, Field, Markets, Place, Preset, ReachUnknown, ScaleUnknown, Section, Spender,
    Unit, Workbook, evaluate,
};
use serde_json::json;

use crate::harness::{Page, key, on_page};

const ENGLISH: Language = Language::English;

/// Types a figure into the page and into a workbook.
async fn given(page: &Page, workbook: &mut Workbook, field: Field, text: &str) {
    page.set(field.key(), text).await;
    let figure = numbers::parse(text, field.spec().unit, ENGLISH).expect("a number");
    Edit::Figure(Place::Field(field), Some(figure))
        .apply(workbook)
        .expect("a figure within its limits");
}

/// Marks the unknown in the page and in a workbook.
async fn mark(page: &Page, workbook: &mut Workbook, field: Field, choice: Choice) {
    page.click(&[field.key(), ".solve"].concat()).await;
    Edit::Choose(choice)
        .apply(workbook)
        .expect("a choice is never refused");
}

/// Fails unless a field shows the solution, or why there is none.
async fn assert_solved(page: &Page, field: Field, solution: Meaningful<f64>) {
    let unit = field.spec().unit;
    let (text, message) = match solution {
        Ok(value) => (
            numbers::field_text(numbers::solved(value, field), unit, ENGLISH),
            String::new(),
        ),
        Err(reason) => (
            String::new(),
            fill(ENGLISH.word(Word::Unsolved), &[ENGLISH.reason(reason)]),
        ),
    };
    page.until_says(field.key(), &text).await;
    page.until_says(&[field.key(), ".message"].concat(), &message)
        .await;
    assert_eq!(
        page.attribute(&[field.key(), ".solve"].concat(), "aria-pressed")
            .await
            .as_deref(),
        Some("true"),
        "{field:?}"
    );
}

/// Fails unless both sections answer as the workbook has it.
async fn assert_answers(page: &Page, workbook: &Workbook) {
    let results = evaluate(workbook);
    let markets: &Markets = &workbook.markets;
    for (section, answer) in [
        (
            Section::Scale,
            ENGLISH.scale_answer(&workbook.scale, &results.scale, markets),
        ),
        (
            Section::CatchingUp,
            ENGLISH.catching_up_answer(&workbook.catching_up, &results.catching_up),
        ),
    ] {
        let answer = ENGLISH.complete(answer, workbook, section);
        page.until_says(&[section.key(), ".answer"].concat(), &answer)
            .await;
    }
}

#[test]
fn each_quantity_of_the_spending_is_marked_and_solved() {
    on_page("/", async |page| {
        let mut workbook = Workbook::from(Preset::ChinaVsUs);
        assert_answers(page, &workbook).await;
        for unknown in ScaleUnknown::ALL {
            let field = unknown.field();
            mark(page, &mut workbook, field, Choice::ScaleUnknown(unknown)).await;
            assert_solved(page, field, evaluate(&workbook).scale.solution).await;
            assert_answers(page, &workbook).await;
        }
        // Typed into, a solved field is given, and another is solved.
        mark(
            page,
            &mut workbook,
            Field::ScaleReturn,
            Choice::ScaleUnknown(ScaleUnknown::ReturnOnCapex),
        )
        .await;
        given(page, &mut workbook, Field::ScaleReturn, "100").await;
        assert_solved(page, Field::ScaleShare, evaluate(&workbook).scale.solution).await;
        assert_answers(page, &workbook).await;
        given(page, &mut workbook, Field::ScaleCapexB, "0").await;
        assert_solved(
            page,
            Field::ScaleShare,
            Err(NotMeaningful::SpendingNotPositive),
        )
        .await;
    });
}

#[test]
fn each_quantity_of_the_halving_is_marked_and_solved() {
    on_page("/", async |page| {
        let mut workbook = Workbook::from(Preset::ChinaVsUs);
        given(page, &mut workbook, Field::CatchingUpHalfLife, "3 months").await;
        for unknown in [
            HalvingUnknown::GapStart,
            HalvingUnknown::Time,
            HalvingUnknown::HalfLife,
            HalvingUnknown::GapEnd,
        ] {
            let field = unknown.field();
            mark(page, &mut workbook, field, Choice::HalvingUnknown(unknown)).await;
            assert_solved(page, field, evaluate(&workbook).catching_up.solution).await;
            assert_answers(page, &workbook).await;
        }
    });
}

#[test]
fn the_threshold_or_its_time_is_solved() {
    on_page("/", async |page| {
        let mut workbook = Workbook::from(Preset::ChinaVsUs);
        let time = evaluate(&workbook).catching_up.to_threshold.exponential;
        assert_solved(page, Field::CatchingUpWithin, time).await;
        given(page, &mut workbook, Field::CatchingUpWithin, "9 months").await;
        let left = evaluate(&workbook).catching_up.threshold;
        assert_solved(page, Field::CatchingUpThreshold, left).await;
        assert_answers(page, &workbook).await;
        mark(
            page,
            &mut workbook,
            Field::CatchingUpWithin,
            Choice::ReachUnknown(ReachUnknown::Time),
        )
        .await;
        assert_solved(page, Field::CatchingUpWithin, time).await;
        assert_answers(page, &workbook).await;
    });
}

#[test]
fn a_gap_that_widens_or_changes_sign_is_told_and_not_drawn_on() {
    on_page("/", async |page| {
        let curves = "return [...document.querySelectorAll('[id=\"catching-up.curve\"] .curve')]
            .filter((curve) => curve.hasAttribute('d')).length";
        assert_eq!(page.run(curves).await, json!(2));
        for (now, reason) in [
            ("9", NotMeaningful::GapWidened),
            ("-1", NotMeaningful::GapChangedSign),
        ] {
            let mut workbook = Workbook::from(Preset::ChinaVsUs);
            given(page, &mut workbook, Field::CatchingUpNow, now).await;
            assert_solved(page, Field::CatchingUpHalfLife, Err(reason)).await;
            assert_answers(page, &workbook).await;
            assert_eq!(page.run(curves).await, json!(0));
            // What was observed stays on the drawing.
            let points = page
                .run("return document.querySelectorAll('[id=\"catching-up.curve\"] .point').length")
                .await;
            assert_eq!(points, json!(3));
        }
        let answer = page.says("catching-up.answer").await;
        assert!(answer.contains("crossed"), "{answer}");
    });
}

#[test]
fn the_course_that_is_picked_is_strong_and_answers() {
    on_page("/", async |page| {
        let mut workbook = Workbook::from(Preset::ChinaVsUs);
        let faint = "return [...document.querySelectorAll('[id=\"catching-up.curve\"] .curve')]
            .map((curve) => curve.classList.contains('faint'))";
        assert_eq!(page.run(faint).await, json!([false, true]));
        page.click_on("#catching-up\\.course label:last-of-type")
            .await;
        Edit::Choose(Choice::Course(Course::Linear))
            .apply(&mut workbook)
            .expect("a choice is never refused");
        assert_answers(page, &workbook).await;
        assert_eq!(page.run(faint).await, json!([true, false]));
    });
}

#[test]
fn the_valuation_gap_follows_the_multiples_of_what_if() {
    on_page("/", async |page| {
        let mut workbook = Workbook::from(Preset::ChinaVsUs);
        for multiple in ["16", "30", "26"] {
            given(page, &mut workbook, Field::WhatIfMultiple, multiple).await;
            let results = evaluate(&workbook);
            let told = ENGLISH.valuation_pace(&workbook.catching_up, &results.catching_up);
            page.until_says("catching-up.valuation.says", &told).await;
            // As many points as are known; none where there is no gap to close.
            let moments = results.catching_up.valuation.moments.len();
            assert_eq!(moments, if multiple == "26" { 0 } else { 4 });
            page.until(
                "the curve of the valuation gap is drawn",
                &format!(
                    "return document.querySelectorAll('[id=\"catching-up.valuation\"] .point').length === {moments}"
                ),
            )
            .await;
        }
    });
}

#[test]
fn points_of_the_curve_are_reached_with_the_keyboard_and_named() {
    on_page("/", async |page| {
        page.run("document.getElementById('catching-up.curve.point.0').focus()")
            .await;
        let mut heard = Vec::new();
        for _ in 0..6 {
            let id = page.focused().await;
            heard.push(
                page.attribute(&id, "aria-label")
                    .await
                    .expect("a point has a name"),
            );
            page.press(&[key::TAB]).await;
        }
        let workbook = Workbook::from(Preset::ChinaVsUs);
        for (said, moment) in heard.iter().zip(&evaluate(&workbook).catching_up.moments) {
            assert!(said.contains(&ENGLISH.moment(moment.what)), "{said}");
            assert!(said.contains(&ENGLISH.moment_time(moment)), "{said}");
        }
    });
}

#[test]
fn spending_by_year_belongs_to_the_article_alone() {
    on_page("/", async |page| {
        page.click_on("#scale\\.capex-by-year summary").await;
        let cells = page
            .until(
                "the table is there",
                "const cells = [...document.querySelectorAll('[id=\"scale.capex-by-year\"] td')];
                return cells.length > 0 && cells.map((cell) => cell.textContent)",
            )
            .await;
        let expected: Vec<String> = Spender::ALL
            .iter()
            .map(|spender| spender.amounts)
            .chain([Spender::together()])
            .flatten()
            .map(|amount| ENGLISH.amount(amount, Unit::Money))
            .collect();
        assert_eq!(cells, json!(expected));
        page.pick("preset", 3).await;
        page.until(
            "the chart is gone",
            "return document.getElementById('scale.capex-by-year') === null",
        )
        .await;
        let workbook = Workbook::from(Preset::Blank);
        assert_answers(page, &workbook).await;
    });
}
