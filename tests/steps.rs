//! A step in the workbook: what it changes, what is evaluated anew for it, and
//! how it is undone.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use rerate::valuation::gap::Closing;
use rerate::workbook::{
    Choice, Column, Edit, Field, Figure, History, Industry, Market, Name, Part, Place, Preset,
    Regressed, RowId, Workbook, evaluate,
};

const FIRST: RowId = RowId(0);

fn article() -> Workbook {
    Workbook::from(Preset::ChinaVsUs)
}

fn figure(value: f64) -> Option<Figure> {
    Some(Figure {
        value,
        half_unit: 0.0,
    })
}

/// The parts that an edit of the article's workbook changes.
fn changed_by(edit: &Edit) -> Vec<Part> {
    let (before, mut after) = (article(), article());
    edit.apply(&mut after).expect("an edit within the limits");
    Part::changed(&before, &after)
}

#[test]
fn an_edit_changes_what_depends_on_it_and_nothing_else() {
    let typed = |field| Edit::Figure(Place::Field(field), figure(0.25));
    for (edit, parts) in [
        (typed(Field::WhatIfGrowth), vec![Part::WhatIf]),
        (typed(Field::PastAChange), vec![Part::Past]),
        (typed(Field::ScaleShare), vec![Part::Scale]),
        (typed(Field::CatchingUpNow), vec![Part::CatchingUp]),
        // The gap between these multiples closes at that pace.
        (
            typed(Field::WhatIfMultiple),
            vec![Part::WhatIf, Part::CatchingUp],
        ),
        (typed(Field::WhyAGrowth), vec![Part::Why]),
        (
            Edit::Choose(Choice::Regressed(Regressed::Pb)),
            vec![Part::Why, Part::Regression],
        ),
        (typed(Field::ClaimPercent), vec![Part::Claim]),
        (
            Edit::Choose(Choice::ClosureRule(Closing::LogGap)),
            vec![Part::WhatIf],
        ),
        (
            Edit::MarketName(Market::B, Name::Own("Theirs".to_owned())),
            vec![Part::Markets],
        ),
        (
            Edit::Figure(Place::Cell(FIRST, Column::A), figure(20.0)),
            vec![Part::Sectors, Part::Sector(FIRST)],
        ),
        (Edit::RaiseSector(RowId(1)), vec![Part::Sectors]),
        (Edit::RemoveSector(FIRST), vec![Part::Sectors]),
    ] {
        let parts: Vec<Part> = [Part::Whole].into_iter().chain(parts).collect();
        assert_eq!(changed_by(&edit), parts, "{edit:?}");
    }
    assert_eq!(changed_by(&Edit::Load(Preset::ChinaVsUs)), Vec::new());
}

#[test]
fn under_another_preset_everything_is_another() {
    let changed = changed_by(&Edit::Load(Preset::Industries(
        Industry::SOFTWARE,
        Industry::SEMICONDUCTOR,
    )));
    for part in [
        Part::Preset,
        Part::Claim,
        Part::Regression,
        Part::WhatIf,
        Part::Sector(FIRST),
    ] {
        assert!(changed.contains(&part), "{part:?}");
    }
}

#[test]
fn results_brought_up_to_date_are_those_of_the_whole() {
    let mut workbook = article();
    let mut results = evaluate(&workbook);
    for edit in [
        Edit::Figure(Place::Field(Field::WhatIfGrowth), figure(0.4)),
        Edit::Figure(Place::Field(Field::WhyAGrowth), figure(0.1)),
        Edit::Choose(Choice::Regressed(Regressed::Ps)),
        Edit::AddSector,
        Edit::Figure(Place::Cell(FIRST, Column::B), None),
        Edit::Load(Preset::Blank),
        Edit::Load(Preset::GoldenDragonVsNasdaq),
    ] {
        let before = workbook.clone();
        edit.apply(&mut workbook)
            .expect("an edit within the limits");
        results.renew(&workbook, &Part::changed(&before, &workbook));
        assert_eq!(results, evaluate(&workbook), "{edit:?}");
    }
}

#[test]
fn a_name_is_typed_in_one_step_and_two_names_in_two() {
    let mut workbook = article();
    let mut history = History::default();
    let type_name = |market, name: &str, workbook: &mut Workbook, history: &mut History| {
        for length in 1..=name.len() {
            let typed = name.get(..length).unwrap_or_default().to_owned();
            history
                .apply(workbook, &Edit::MarketName(market, Name::Own(typed)))
                .expect("a short name");
        }
    };
    type_name(Market::A, "Ours", &mut workbook, &mut history);
    let ours = workbook.clone();
    type_name(Market::B, "Theirs", &mut workbook, &mut history);
    assert!(history.undo(&mut workbook));
    assert_eq!(workbook, ours);
    assert!(history.undo(&mut workbook));
    assert_eq!(workbook, article());
    assert!(!history.undo(&mut workbook));
}

#[test]
fn a_field_that_is_reset_plays_the_part_it_began_with() {
    for (field, value) in [
        (Field::WhatIfTarget, 30.0),
        (Field::WhatIfClosure, 0.7),
        (Field::WhatIfAnnual, 0.25),
        (Field::WhatIfTotal, 0.5),
        (Field::OwnProbability, 0.3),
        (Field::ScaleReturn, 0.4),
        (Field::CatchingUpHalfLife, 2.0),
        (Field::WhyUnexplained, -0.1),
    ] {
        let mut workbook = article();
        let typed = Edit::Figure(Place::Field(field), figure(value));
        typed.apply(&mut workbook).expect("within the limits");
        assert!(workbook != article(), "{field:?}");
        let reset = Edit::Reset(Place::Field(field));
        reset.apply(&mut workbook).expect("a field");
        assert!(workbook == article(), "{field:?}");
    }
}

#[test]
fn what_was_typed_is_taken_back_with_all_that_it_changed() {
    let typed = |value| Edit::Figure(Place::Field(Field::WhatIfAnnual), figure(value));
    let (mut history, mut workbook) = (History::default(), article());
    // The return was solved for; typed, it is the goal.
    for value in [0.2, 0.25] {
        history
            .apply(&mut workbook, &typed(value))
            .expect("within the limits");
    }
    assert_ne!(workbook.what_if.unknown, article().what_if.unknown);
    assert!(history.take_back(&mut workbook, &typed(0.0)));
    assert_eq!(workbook, article());
    assert!(!history.can_undo() && !history.can_redo());
    // Nothing was typed into it since.
    assert!(!history.take_back(&mut workbook, &typed(0.0)));
    let growth = Edit::Figure(Place::Field(Field::WhatIfGrowth), figure(0.3));
    history
        .apply(&mut workbook, &growth)
        .expect("within the limits");
    assert!(!history.take_back(&mut workbook, &typed(0.0)));
    history
        .apply(&mut workbook, &growth)
        .expect("within the limits");
    history.settle();
    assert!(!history.take_back(&mut workbook, &growth));
    assert_eq!(workbook.what_if.growth, figure(0.3));
}
