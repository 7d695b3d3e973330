//! The answers: they speak of what the figures are, whatever those are.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use rerate::text::Language;
use rerate::valuation::{NotMeaningful, attribution::Method, convergence::Course, solve::Unknown};
use rerate::workbook::{
    CatalystColumn, Choice, ClaimKind, Column, Edit, Field, Figure, Goal, Industry, Measure, Place,
    Preset, Provenance, RowId, STEPS, Section, Unit, Workbook, evaluate,
};

const ENGLISH: Language = Language::English;

fn article() -> Workbook {
    Workbook::from(Preset::ChinaVsUs)
}

fn typed(workbook: &mut Workbook, place: Place, value: f64) {
    let figure = Some(Figure::exact(value));
    Edit::Figure(place, figure).apply(workbook).unwrap();
}

fn set(workbook: &mut Workbook, field: Field, value: f64) {
    typed(workbook, Place::Field(field), value);
}

fn sectors(workbook: &Workbook) -> String {
    let results = evaluate(workbook);
    ENGLISH.sectors_answer(&workbook.sectors, &results.sectors, &workbook.markets)
}

#[test]
fn sectors_are_counted_as_they_stand() {
    let mut workbook = article();
    let multiples = |workbook: &mut Workbook, of: [f64; 6]| {
        for (row, multiple) in (0..).zip(of) {
            typed(workbook, Place::Cell(RowId(row), Column::A), multiple);
            typed(workbook, Place::Cell(RowId(row), Column::B), 20.0);
        }
    };
    for (of, answer) in [
        (
            [10.0, 15.0, 20.0, 20.0, 30.0, 20.0],
            "China trades at a discount to the United States in 2 of 6 sectors and at a premium in 1. In 3 of them the multiples are the same. The widest discount is 50%, in cloud service providers; closing it would be worth 100%.",
        ),
        (
            [16.0, 15.0, 15.0, 10.0, 10.0, 5.0],
            "China trades at a discount to the United States in 6 of 6 sectors, and at a premium in none. The widest discount is 75%, in foundry; closing it would be worth 300%.",
        ),
        (
            [25.0, 40.0, 21.0, 20.0, 20.0, 20.0],
            "China trades at a premium to the United States in 3 of 6 sectors, and at a discount in none. In 3 of them the multiples are the same. The widest premium is 100%, in AI software; parity would cost 50%.",
        ),
        (
            [20.0; 6],
            "China and the United States trade at the same multiple.",
        ),
    ] {
        multiples(&mut workbook, of);
        assert_eq!(sectors(&workbook), answer);
    }
    // Its rows are measures.
    let industries = Preset::Industries(Industry::SOFTWARE, Industry::SEMICONDUCTOR);
    let answer = sectors(&Workbook::from(industries));
    assert!(answer.contains(" measures"), "{answer}");
}

#[test]
fn a_market_whose_move_is_not_known_is_named_with_the_reason() {
    let mut workbook = article();
    set(&mut workbook, Field::PastAIncremental, 0.0);
    let answer =
        |workbook: &Workbook| ENGLISH.past_answer(&evaluate(workbook).past, &workbook.markets);
    let told = answer(&workbook);
    assert!(
        told.starts_with("China: ") && told.contains("United States: +42%"),
        "{told}"
    );
    let blank = answer(&Workbook::from(Preset::Blank));
    assert_eq!(blank, "A figure that it needs is missing.");
    // What else moved has its part.
    let mut workbook = article();
    set(&mut workbook, Field::PastADividends, 0.1);
    let told = answer(&workbook);
    assert!(
        told.contains(" share count, dividends and currency."),
        "{told}"
    );
}

#[test]
fn a_share_that_contradicts_the_others_is_not_repeated() {
    let mut workbook = article();
    let answer = |workbook: &Workbook| {
        ENGLISH.scale_answer(
            &workbook.scale,
            &evaluate(workbook).scale,
            &workbook.markets,
        )
    };
    assert!(answer(&workbook).contains(
        "6.5% of the value of its listed peers worldwide, or 8% with private firms, and"
    ));
    set(&mut workbook, Field::ScaleWithPrivate, 0.01);
    assert!(evaluate(&workbook).scale.private.is_err());
    assert!(answer(&workbook).contains("6.5% of the value of its listed peers worldwide and"));
}

#[test]
fn what_if_speaks_of_falls_and_of_time() {
    let mut workbook = article();
    let answer = |workbook: &Workbook| {
        ENGLISH.what_if_answer(&workbook.what_if, &evaluate(workbook).what_if, "China")
    };
    set(&mut workbook, Field::WhatIfGrowth, -0.05);
    assert!(answer(&workbook).starts_with("If earnings fall by 5% a year"));
    set(&mut workbook, Field::WhatIfGrowth, 0.15);
    set(&mut workbook, Field::WhatIfAnnual, 0.5);
    let years = Edit::Choose(Choice::Unknown(Unknown::Years));
    years.apply(&mut workbook).unwrap();
    let told = answer(&workbook);
    assert!(
        told.starts_with("China returns 50% a year over 1.9 months."),
        "{told}"
    );
    let multiple = Edit::Choose(Choice::Unknown(Unknown::Multiple));
    multiple.apply(&mut workbook).unwrap();
    let told = answer(&workbook);
    assert!(
        told.starts_with(
            "For a return of 50% a year from China, this has to hold: multiple today of "
        ),
        "{told}"
    );
}

#[test]
fn a_gap_may_be_asked_to_close_wholly() {
    let mut workbook = article();
    set(&mut workbook, Field::CatchingUpThreshold, 0.0);
    let results = |workbook: &Workbook| evaluate(workbook).catching_up;
    let told = ENGLISH.courses_told(&results(&workbook));
    assert!(
        told.contains("it is at 0% in 3 months; exponentially"),
        "{told}"
    );
    let told = ENGLISH.catching_up_told(&results(&workbook));
    assert!(
        told.starts_with("Here: half-life") && told.contains("In a straight line to 0%"),
        "{told}"
    );
    // No half-life is told of a straight line.
    let threshold = Place::Field(Field::CatchingUpThreshold);
    Edit::Figure(threshold, None).apply(&mut workbook).unwrap();
    let linear = Edit::Choose(Choice::Course(Course::Linear));
    linear.apply(&mut workbook).unwrap();
    let told = ENGLISH.catching_up_answer(&workbook.catching_up, &results(&workbook));
    assert!(
        told.ends_with("in a straight line half of it is gone in 1.5 months."),
        "{told}"
    );
}

#[test]
fn events_are_spoken_of_by_their_number() {
    let mut workbook = article();
    let told = |workbook: &Workbook| {
        ENGLISH.catalysts_told(&workbook.what_if, &evaluate(workbook).what_if)
    };
    assert!(told(&workbook).contains("these events are expected"));
    Edit::AddCatalyst.apply(&mut workbook).unwrap();
    assert!(told(&workbook).starts_with("An event has no date"));
    for row in [3, 2, 1] {
        Edit::RemoveCatalyst(RowId(row))
            .apply(&mut workbook)
            .unwrap();
    }
    assert!(told(&workbook).contains("this event is expected"));
    typed(
        &mut workbook,
        Place::Catalyst(RowId(0), CatalystColumn::Date),
        40_000.0,
    );
    assert!(told(&workbook).starts_with("No event is left"));
    Edit::RemoveCatalyst(RowId(0)).apply(&mut workbook).unwrap();
    assert!(told(&workbook).starts_with("No event is left"));
}

#[test]
fn an_answer_names_what_it_rests_on() {
    let kinds = |workbook: &Workbook, section| -> (Vec<&str>, bool, bool) {
        let grounds = workbook.grounds(section);
        let sources = grounds.iter().filter_map(|ground| match ground {
            Provenance::Source(source, _) => Some(source.id),
            _ => None,
        });
        (
            sources.collect(),
            grounds.contains(&Provenance::Example),
            grounds.contains(&Provenance::Yours),
        )
    };
    let mut workbook = article();
    let (claimed, examples, own) = kinds(&workbook, Section::Claim);
    assert!(!claimed.is_empty() && !examples && !own, "{claimed:?}");
    // The relation that is not shown brings no source.
    let ratio = Edit::Choose(Choice::ClaimKind(ClaimKind::Ratio));
    ratio.apply(&mut workbook).unwrap();
    assert_ne!(kinds(&workbook, Section::Claim).0, claimed);
    // Growth and the rest of what if are examples, the multiples are not.
    let (sources, examples, own) = kinds(&workbook, Section::WhatIf);
    assert!(!sources.is_empty() && examples && !own);
    set(&mut workbook, Field::WhatIfGrowth, 0.3);
    assert!(kinds(&workbook, Section::WhatIf).2);
    // What is solved for is no ground.
    let growth = Edit::Choose(Choice::Unknown(Unknown::EarningsGrowth));
    growth.apply(&mut workbook).unwrap();
    assert!(!kinds(&workbook, Section::WhatIf).2);
    for section in Section::ALL {
        assert!(!article().grounds(section).is_empty(), "{section:?}");
    }
}

/// What a section answers below the first view.
fn answered(workbook: &Workbook, section: Section) -> String {
    let results = evaluate(workbook);
    let markets = &workbook.markets;
    match section {
        Section::Why => ENGLISH.why_answer(&workbook.why, &results.why, markets),
        Section::Past => ENGLISH.past_answer(&results.past, markets),
        Section::WhatIf => {
            let market = ENGLISH.in_sentence(&markets.a);
            ENGLISH.what_if_answer(&workbook.what_if, &results.what_if, &market)
        }
        Section::Scale => ENGLISH.scale_answer(&workbook.scale, &results.scale, markets),
        _ => ENGLISH.catching_up_answer(&workbook.catching_up, &results.catching_up),
    }
}

#[test]
fn what_is_named_as_missing_is_all_that_is_missing() {
    let sections = [
        Section::Why,
        Section::Past,
        Section::WhatIf,
        Section::Scale,
        Section::CatchingUp,
    ];
    let mut lacking = 0;
    for preset in [Preset::GoldenDragonVsNasdaq, Preset::Blank] {
        for section in sections {
            let mut workbook = Workbook::from(preset);
            let lacks = ENGLISH.reason(NotMeaningful::MissingInput);
            let missing = workbook.missing(section);
            if answered(&workbook, section) != lacks {
                continue;
            }
            lacking += 1;
            assert!(!missing.is_empty(), "{preset:?} {section:?}");
            let told = ENGLISH.complete(lacks.to_owned(), &workbook, section);
            assert!(told.starts_with("Still missing: "), "{told}");
            for (index, &field) in missing.iter().enumerate() {
                let value = match field.spec().unit {
                    Unit::Multiple => 20.0,
                    Unit::Money => 1e9,
                    Unit::Years => 1.0,
                    _ => 0.05,
                };
                let value = value * (1.0 + 0.1 * index as f64);
                Edit::Figure(Place::Field(field), Some(Figure::exact(value)))
                    .apply(&mut workbook)
                    .expect("within the limits");
            }
            let said = answered(&workbook, section);
            assert_ne!(said, lacks, "{preset:?} {section:?}");
            // And none of them can be done without.
            for &field in &missing {
                let mut without = workbook.clone();
                Edit::Figure(Place::Field(field), None)
                    .apply(&mut without)
                    .expect("a figure may be taken out");
                assert_ne!(answered(&without, section), said, "{field:?}");
            }
        }
    }
    assert_eq!(lacking, 8);
}

#[test]
fn a_past_move_is_told_by_the_way_it_is_split() {
    let told = |method| {
        let mut workbook = article();
        Edit::Choose(Choice::SplitMethod(method))
            .apply(&mut workbook)
            .unwrap();
        ENGLISH.past_answer(&evaluate(&workbook).past, &workbook.markets)
    };
    assert!(
        told(Method::Log).starts_with("China: +88%, of which 93% is re-rating and 7% earnings.")
    );
    // What only their product explains is neither.
    let alone = told(Method::FirstOrder);
    assert!(
        alone.starts_with("China: +88%, of which 91% is re-rating and 5% earnings."),
        "{alone}"
    );
}

#[test]
fn two_figures_that_contradict_each_other_say_why() {
    let mut workbook = Workbook::from(Preset::Blank);
    let answer =
        |workbook: &Workbook| ENGLISH.claim_answer(&workbook.claim, &evaluate(workbook).claim);
    set(&mut workbook, Field::ClaimEnd, 50.0);
    let asked = answer(&workbook);
    set(&mut workbook, Field::ClaimPercent, -1.0);
    let told = answer(&workbook);
    assert_ne!(told, asked);
    assert_ne!(told, ENGLISH.reason(NotMeaningful::MissingInput));
}

#[test]
fn a_multiple_that_does_not_change_stays() {
    let mut workbook = article();
    set(&mut workbook, Field::WhatIfClosure, 0.0);
    let told = ENGLISH.what_if_answer(&workbook.what_if, &evaluate(&workbook).what_if, "China");
    assert!(
        told.starts_with("If earnings grow by 15% a year and the multiple stays at 24x, "),
        "{told}"
    );
}

#[test]
fn a_cell_without_a_return_says_why_in_one_sentence() {
    let mut workbook = article();
    set(&mut workbook, Field::WhatIfGrowth, -0.95);
    let what_if = evaluate(&workbook).what_if;
    let grid = what_if.sensitivity.grid.unwrap();
    let last = STEPS - 1;
    assert!(grid.cell(last, 0).is_err());
    for language in Language::ALL {
        let told = language.cell_told(&grid, Goal::Annual, last, 0);
        assert!(!told.contains("..") && !told.contains("。。"), "{told}");
    }
}

#[test]
fn a_multiple_on_another_measure_is_none_that_was_printed() {
    let mut workbook = article();
    let (row, place) = (RowId(0), Place::Cell(RowId(0), Column::A));
    let printed = workbook.provenance(place);
    assert!(matches!(printed, Some(Provenance::Source(..))));
    Edit::SectorMeasure(row, Measure::Pb)
        .apply(&mut workbook)
        .unwrap();
    assert_eq!(workbook.provenance(place), Some(Provenance::Yours));
    Edit::SectorMeasure(row, Measure::ForwardPe)
        .apply(&mut workbook)
        .unwrap();
    assert_eq!(workbook.provenance(place), printed);
}

#[test]
fn an_impossible_return_says_what_can_be_had() {
    let mut workbook = article();
    let answer = |workbook: &Workbook, language: Language| {
        language.what_if_answer(&workbook.what_if, &evaluate(workbook).what_if, "China")
    };
    // No horizon brings the return a year below that of growth alone.
    set(&mut workbook, Field::WhatIfAnnual, 0.15);
    Edit::Choose(Choice::Unknown(Unknown::Years))
        .apply(&mut workbook)
        .unwrap();
    let told = answer(&workbook, ENGLISH);
    assert!(told.contains("“Annual return” is 15."), "{told}");
    assert!(told.contains("or more, while 15% is asked for"), "{told}");
    // Where nothing of the gap closes, the peer's multiple is nothing to it.
    set(&mut workbook, Field::WhatIfYears, 2.0);
    set(&mut workbook, Field::WhatIfClosure, 0.0);
    Edit::Choose(Choice::Unknown(Unknown::PeerMultiple))
        .apply(&mut workbook)
        .unwrap();
    set(&mut workbook, Field::WhatIfAnnual, 0.3);
    let results = evaluate(&workbook).what_if;
    let [low, high] = results.reach.expect("what can be had");
    assert!((low - high).abs() < 1e-12 && high < 0.3);
    for language in Language::ALL {
        let told = answer(&workbook, language);
        assert!(told.contains("30%"), "{told}");
        assert!(
            !told.contains(language.reason(NotMeaningful::NoSolution)),
            "{told}"
        );
    }
}
