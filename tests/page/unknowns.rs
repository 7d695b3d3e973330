//! Any one quantity of the outlook can be the unknown.

use rerate::text::{Language, Word, fill, numbers};
use rerate::valuation::NotMeaningful;
use rerate::valuation::solve::Unknown;
use rerate::workbook::{Choice, Edit, Field, Place, Preset, UNKNOWNS, Workbook, evaluate_what_if};

use crate::harness::{Page, on_page};

const ENGLISH: Language = Language::English;

/// Types figures into the page and into a workbook.
async fn given(page: &Page, workbook: &mut Workbook, figures: &[(Field, &str)]) {
    for (field, text) in figures {
        page.set(field.key(), text).await;
        let figure = numbers::parse(text, field.spec().unit, ENGLISH).expect("a number");
        Edit::Figure(Place::Field(*field), Some(figure))
            .apply(workbook)
            .expect("a figure within its limits");
    }
}

/// Marks a quantity in the page and in a workbook.
async fn mark(page: &Page, workbook: &mut Workbook, unknown: Unknown) {
    let button = format!("{}.solve", unknown.field().key());
    // Typing a goal marks the growth by itself.
    if page.attribute(&button, "aria-pressed").await.as_deref() != Some("true") {
        page.click(&button).await;
    }
    Edit::Choose(Choice::Unknown(unknown))
        .apply(workbook)
        .expect("a choice is never refused");
    page.until(
        "the button is pressed",
        &format!(
            "return document.getElementById('{}.solve').ariaPressed === 'true'",
            unknown.field().key()
        ),
    )
    .await;
}

/// Fails unless the page shows what the workbook's own solution is.
async fn assert_solved(page: &Page, workbook: &Workbook, unknown: Unknown) {
    let field = unknown.field();
    let results = evaluate_what_if(&workbook.what_if);
    let value = match unknown {
        Unknown::TotalReturn => results.outcome.map(|outcome| outcome.total),
        Unknown::AnnualReturn => results.outcome.map(|outcome| outcome.annual),
        _ => results
            .solution
            .expect("an unknown is asked for")
            .map(|solution| solution.value),
    };
    let unit = field.spec().unit;
    let (text, message) = match value {
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
    page.until_says(&format!("{}.message", field.key()), &message)
        .await;
}

#[test]
fn each_quantity_is_marked_and_solved() {
    on_page("/", async |page| {
        let mut workbook = Workbook::from(Preset::ChinaVsUs);
        // So that every one of them has a value.
        given(
            page,
            &mut workbook,
            &[
                (Field::WhatIfMultiple, "16"),
                (Field::WhatIfPeer, "26.8"),
                (Field::WhatIfGrowth, "10"),
                (Field::WhatIfAnnual, "30"),
            ],
        )
        .await;
        for unknown in UNKNOWNS {
            mark(page, &mut workbook, unknown).await;
            assert_solved(page, &workbook, unknown).await;
            let pressed = page
                .run("return [...document.querySelectorAll('#what-if .solve[aria-pressed=true]')].map(({ id }) => id)")
                .await;
            // Of the two returns either follows from the other.
            let marked: Vec<String> = UNKNOWNS
                .into_iter()
                .filter(|other| *other == unknown || other.is_return() && unknown.is_return())
                .map(|unknown| format!("{}.solve", unknown.field().key()))
                .collect();
            assert_eq!(pressed, serde_json::json!(marked));
            let shown = page.says(unknown.field().key()).await;
            assert_ne!(shown, "", "{unknown:?} has a value in this case");
            let badge = format!(
                "return document.getElementById('{}').closest('.field').querySelector('.badge.solved')?.textContent ?? ''",
                unknown.field().key()
            );
            assert_eq!(page.run(&badge).await, ENGLISH.word(Word::Solved));
        }
    });
}

#[test]
fn where_nothing_solves_it_the_page_says_why() {
    use NotMeaningful::{DividendsExceedGoal, NegativeDividendNeeded, NoGapToClose};
    for (figures, unknown, reason) in [
        (
            [(Field::WhatIfPeer, "24"), (Field::WhatIfAnnual, "20")],
            Unknown::Closure,
            NoGapToClose,
        ),
        (
            [(Field::WhatIfDividend, "60"), (Field::WhatIfAnnual, "5")],
            Unknown::EarningsGrowth,
            DividendsExceedGoal,
        ),
        (
            [(Field::WhatIfGrowth, "100"), (Field::WhatIfAnnual, "20")],
            Unknown::DividendYield,
            NegativeDividendNeeded,
        ),
    ] {
        on_page("/", async |page| {
            let mut workbook = Workbook::from(Preset::ChinaVsUs);
            mark(page, &mut workbook, unknown).await;
            given(page, &mut workbook, &figures).await;
            mark(page, &mut workbook, unknown).await;
            assert_solved(page, &workbook, unknown).await;
            let message = page
                .says(&format!("{}.message", unknown.field().key()))
                .await;
            assert!(message.contains(ENGLISH.reason(reason)), "{message}");
            let answer = page.says("what-if.answer").await;
            assert!(answer.contains(ENGLISH.reason(reason)), "{answer}");
            // The field is not at fault.
            assert_eq!(
                page.attribute(unknown.field().key(), "aria-invalid").await,
                None
            );
        });
    }
}

#[test]
fn typing_into_a_solved_field_makes_it_a_given_again() {
    on_page("/", async |page| {
        let mut workbook = Workbook::from(Preset::ChinaVsUs);
        mark(page, &mut workbook, Unknown::Closure).await;
        assert_solved(page, &workbook, Unknown::Closure).await;
        given(page, &mut workbook, &[(Field::WhatIfClosure, "30")]).await;
        assert_eq!(page.says("what-if.closure").await, "30");
        assert_eq!(
            page.attribute("what-if.closure.solve", "aria-pressed")
                .await
                .as_deref(),
            Some("false")
        );
        assert_solved(page, &workbook, Unknown::AnnualReturn).await;
    });
}
