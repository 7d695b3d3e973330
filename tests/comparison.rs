//! What differs from a kept workbook: whatever the reader can change is told.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use rerate::text::Language;
use rerate::valuation::{
    attribution::Method,
    claim::Quantity,
    convergence::{Course, HalvingUnknown},
    cost_of_equity::Ingredient,
    explained,
    gap::Closing,
    solve::Unknown,
};
use rerate::workbook::{
    Case, Choice, ClaimKind, Edit, Field, Figure, Goal, Kept, Market, Measure, Name, Place, Preset,
    ReachUnknown, Regressed, RowId, ScaleUnknown, Workbook, evaluate,
};

#[test]
fn whatever_differs_from_a_kept_workbook_is_among_the_differences() {
    let edits = [
        (Edit::Load(Preset::Blank), "Start from"),
        (
            Edit::MarketName(Market::A, Name::Own("Japan".to_owned())),
            "Name of the market",
        ),
        (
            Edit::SectorName(RowId(1), Name::Own("Software".to_owned())),
            "Name of the sector",
        ),
        (
            Edit::SectorMeasure(RowId(1), Measure::Pb),
            "AI software: measure",
        ),
        (
            Edit::SectorStated(RowId(1), None),
            "AI software: direction that the text states",
        ),
        (Edit::RaiseSector(RowId(1)), "Order of the sectors"),
        (
            Edit::CatalystName(RowId(0), Name::Own("Election".to_owned())),
            "Name of the event",
        ),
        (
            Edit::Figure(Place::Field(Field::WhatIfTarget), Some(Figure::exact(30.0))),
            "Exit given by",
        ),
        (
            Edit::Choose(Choice::ClaimKind(ClaimKind::Share)),
            "What is claimed",
        ),
        (
            Edit::Choose(Choice::ClaimUnknown(Some(Quantity::Start))),
            "Do the figures agree? – solved for",
        ),
        (
            Edit::Choose(Choice::WhyUnknown(explained::Unknown::Growth)),
            "Why the gap? – solved for",
        ),
        (
            Edit::Choose(Choice::WhyFollows(Market::B, Ingredient::Lambda)),
            "Worked out from Required return, United States",
        ),
        (
            Edit::Choose(Choice::Regressed(Regressed::Pb)),
            "Multiple to explain",
        ),
        (
            Edit::Choose(Choice::SplitMethod(Method::Lmdi)),
            "Way to split",
        ),
        (
            Edit::Choose(Choice::Unknown(Unknown::Years)),
            "What if it re-rates? – solved for",
        ),
        (
            Edit::Choose(Choice::ClosureRule(Closing::LogGap)),
            "What shrinks in even steps as the gap closes",
        ),
        (
            Edit::Choose(Choice::Goal(Goal::Total)),
            "Return to reach given as",
        ),
        (
            Edit::Choose(Choice::Shown(Goal::Total)),
            "Return shown below",
        ),
        (
            Edit::Choose(Choice::GivesWay(Case::Bear)),
            "To keep the probabilities at 100%, this one gives way",
        ),
        (
            Edit::Choose(Choice::ScaleUnknown(ScaleUnknown::Multiple)),
            "How large is it? – solved for",
        ),
        (
            Edit::Choose(Choice::ReachUnknown(ReachUnknown::Threshold)),
            "Is it catching up? – solved for",
        ),
        (
            Edit::Choose(Choice::HalvingUnknown(HalvingUnknown::GapEnd)),
            "Is it catching up? – solved for",
        ),
        (
            Edit::Choose(Choice::Course(Course::Linear)),
            "From now on, the gap closes",
        ),
    ];
    for (edit, expected) in edits {
        let mut workbook = Workbook::from(Preset::ChinaVsUs);
        let kept = Kept::from(workbook.clone());
        edit.apply(&mut workbook).unwrap();
        let differences = kept.differences(&workbook, &evaluate(&workbook));
        let told = differences.iter().map(|one| {
            let told = Language::English.difference(one, &kept, &workbook);
            assert_ne!(told[1], told[2], "{told:?}");
            told[0].clone()
        });
        let told: Vec<String> = told.collect();
        assert!(told.contains(&expected.to_owned()), "{edit:?}: {told:?}");
    }
}
