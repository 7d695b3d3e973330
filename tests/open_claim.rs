//! A figure of the claim that is left open, and solved for from the others.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use rerate::text::Language;
use rerate::valuation::{NotMeaningful, claim::Quantity};
use rerate::workbook::{Choice, ClaimKind, Edit, Field, Figure, Place, Preset, Workbook, evaluate};

/// The article's workbook with a figure of the claim left open.
fn open(quantity: Quantity) -> Workbook {
    let mut workbook = Workbook::from(Preset::ChinaVsUs);
    Edit::Choose(Choice::ClaimUnknown(Some(quantity)))
        .apply(&mut workbook)
        .expect("a choice is never refused");
    workbook
}

#[test]
fn what_the_others_make_of_it_is_its_value() {
    for (quantity, value) in [
        (Quantity::Percent, 732.0 / (1800.0 - 732.0)),
        (Quantity::End, 732e9 / 0.88 + 732e9),
        (Quantity::Change, 1.8e12 * 0.88 / 1.88),
    ] {
        let workbook = open(quantity);
        let results = evaluate(&workbook);
        let solution = results.claim_solution.expect("a figure is open");
        let solved = solution.expect("it follows from the others").value;
        assert!(
            (solved / value - 1.0).abs() < 1e-12,
            "{quantity:?}: {solved}"
        );
        let told = Language::English.claim_answer(&workbook.claim, &results.claim);
        assert!(told.contains(" make "), "{told}");
    }
}

#[test]
fn figures_that_contradict_each_other_make_nothing_of_it() {
    // 732bn, 88% and 1.8tn disagree, so no start fits all three.
    let results = evaluate(&open(Quantity::Start));
    assert_eq!(
        results.claim_solution,
        Some(Err(NotMeaningful::FiguresContradict))
    );
}

#[test]
fn a_figure_typed_is_not_open_any_longer() {
    let mut workbook = open(Quantity::Percent);
    let typed = Figure {
        value: 0.88,
        half_unit: 0.005,
    };
    Edit::Figure(Place::Field(Field::ClaimPercent), Some(typed))
        .apply(&mut workbook)
        .expect("within the limits");
    assert_eq!(workbook.claim.unknown, None);
    assert_eq!(evaluate(&workbook).claim_solution, None);
}

#[test]
fn a_figure_of_another_kind_is_not_asked_for() {
    let mut workbook = open(Quantity::Percent);
    workbook.claim.kind = ClaimKind::Share;
    assert_eq!(evaluate(&workbook).claim_solution, None);
}

#[test]
fn figures_that_differ_are_told_apart() {
    for (change, end, told_apart) in [
        (732.0, 1600.0, "1,563.8, not 1,600"),
        (732e9, 1.563_82e12, "1,563.818bn, not 1,563.82bn"),
    ] {
        let mut workbook = Workbook::from(Preset::ChinaVsUs);
        for (field, value) in [(Field::ClaimChange, change), (Field::ClaimEnd, end)] {
            Edit::Figure(Place::Field(field), Some(Figure::exact(value)))
                .apply(&mut workbook)
                .expect("within the limits");
        }
        let percent = Figure::exact(0.88);
        Edit::Figure(Place::Field(Field::ClaimPercent), Some(percent))
            .apply(&mut workbook)
            .expect("within the limits");
        let results = evaluate(&workbook);
        let told = Language::English.claim_answer(&workbook.claim, &results.claim);
        assert!(told.contains(told_apart), "{told}");
    }
}
