//! What if: the grid, the tornado, the cases and the catalysts of a workbook,
//! against figures worked out by hand and against each other.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use rerate::text::periods::{field_text, parse};
use rerate::text::{Language, Phrase};
use rerate::valuation::{
    Meaningful, NotMeaningful, convergence::HalvingUnknown, gap::Closing, solve::Unknown,
};
use rerate::workbook::{
    Case, CatalystColumn, Choice, Difference, Edit, Field, Figure, Goal, Kept, MAX_CATALYSTS, Name,
    Part, Place, Preset, Refused, RowId, STEPS, Saved, Unit, Workbook, evaluate,
};

/// A case that is easily worked out by hand: 20 to 30 times earnings, half of the
/// gap in two years, earnings up by 10% a year, nothing else.
fn plain() -> Workbook {
    let mut workbook = Workbook::from(Preset::Blank);
    for (field, value) in [
        (Field::WhatIfMultiple, 20.0),
        (Field::WhatIfPeer, 30.0),
        (Field::WhatIfGrowth, 0.1),
        (Field::WhatIfYears, 2.0),
        (Field::WhatIfClosure, 0.5),
        (Field::WhatIfDividend, 0.0),
    ] {
        set(&mut workbook, field, value);
    }
    workbook
}

fn set(workbook: &mut Workbook, field: Field, value: f64) {
    Edit::Figure(Place::Field(field), Some(Figure::exact(value)))
        .apply(workbook)
        .unwrap();
}

fn choose(workbook: &mut Workbook, choice: Choice) {
    Edit::Choose(choice).apply(workbook).unwrap();
}

fn near(value: f64, expected: f64) -> bool {
    (value - expected).abs() < 1e-12
}

#[test]
fn the_grids_middle_is_the_readers_own_return() {
    let mut workbook = plain();
    for shown in [Goal::Annual, Goal::Total] {
        choose(&mut workbook, Choice::Shown(shown));
        let results = evaluate(&workbook).what_if;
        let grid = results.sensitivity.grid.clone().unwrap();
        let middle = STEPS / 2;
        assert!(near(
            grid.cell(middle, middle).unwrap(),
            results.shown(shown).unwrap()
        ));
        assert!(near(grid.growth[middle], 0.1));
        assert!(near(grid.growth[0], 0.35));
        assert!(near(grid.exits[0], 0.0) && near(grid.exits[STEPS - 1], 1.0));
    }
    // 35% a year over two years and all of the gap: 1.35^2 x 1.5 - 1.
    let results = evaluate(&workbook).what_if;
    let grid = results.sensitivity.grid.unwrap();
    assert!(near(grid.cell(0, STEPS - 1).unwrap(), 1.733_75));
}

#[test]
fn a_target_makes_the_other_side_of_the_grid() {
    let mut workbook = plain();
    set(&mut workbook, Field::WhatIfTarget, 25.0);
    let results = evaluate(&workbook).what_if.sensitivity;
    let grid = results.grid.unwrap();
    assert_eq!(grid.exit, Unknown::TargetMultiple);
    assert!(near(grid.exits[STEPS / 2], 25.0));
    let drivers: Vec<Unknown> = results
        .tornado
        .unwrap()
        .iter()
        .map(|bar| bar.swing.quantity)
        .collect();
    assert!(drivers.contains(&Unknown::TargetMultiple));
    assert!(!drivers.contains(&Unknown::Closure));
}

#[test]
fn the_tornado_moves_each_driver_by_its_swing() {
    let mut workbook = plain();
    set(&mut workbook, Field::SwingYears, 5.0);
    let bars = evaluate(&workbook).what_if.sensitivity.tornado.unwrap();
    assert_eq!(bars.len(), 6);
    let bar = |quantity| {
        *bars
            .iter()
            .find(|bar| bar.swing.quantity == quantity)
            .unwrap()
    };
    let growth = bar(Unknown::EarningsGrowth);
    assert!(near(growth.swing.low, 0.05) && near(growth.swing.high, 0.15));
    // A time is halved rather than driven to zero, a yield not driven below it.
    assert!(near(bar(Unknown::Years).swing.low, 1.0));
    assert!(near(bar(Unknown::DividendYield).swing.low, 0.0));
    assert!(bar(Unknown::Shares).falls());
    for pair in bars.windows(2) {
        assert!(pair[0].width().unwrap() >= pair[1].width().unwrap());
    }
}

#[test]
fn the_way_has_a_point_a_year_and_ends_at_the_outcome() {
    let workbook = plain();
    let results = evaluate(&workbook).what_if;
    let way = results.sensitivity.way.unwrap();
    assert_eq!(way.points.len(), 3);
    assert!(near(way.points[1].years, 1.0));
    let last = way.points.last().unwrap();
    assert!(near(last.price, 1.21 * 1.25));
    assert!(near(last.value - 1.0, results.outcome.unwrap().total));
    for point in &way.points {
        assert!(way.curve.iter().any(|other| near(other.years, point.years)));
    }
}

#[test]
fn the_cases_are_worked_out_by_hand() {
    let mut workbook = plain();
    for (field, value) in [
        (Field::BearGrowth, -0.1),
        (Field::BearClosure, 0.0),
        (Field::BearProbability, 0.25),
        (Field::BaseGrowth, 0.0),
        (Field::BaseClosure, 0.0),
        (Field::BaseProbability, 0.25),
        (Field::BullGrowth, 0.1),
        (Field::BullClosure, 1.0),
        (Field::BullProbability, 0.25),
        (Field::ScenarioGoal, 0.2),
    ] {
        set(&mut workbook, field, value);
    }
    let results = evaluate(&workbook).what_if.scenarios;
    let total = |case| results.of(case).total.unwrap();
    assert!(near(total(Case::Bear), -0.19));
    assert!(near(total(Case::Base), 0.0));
    assert!(near(total(Case::Bull), 0.815));
    assert!(near(total(Case::Own), 0.5125));
    assert!(near(results.of(Case::Own).probability.unwrap(), 0.25));
    let expected = results.expectation.unwrap();
    assert!(near(expected.mean, 0.284_375));
    assert!(near(expected.probability_of_loss, 0.25));
    // 20% a year is 44% in two: the bull case and the reader's own.
    assert!(near(results.reaching.unwrap(), 0.5));
    assert!(near(results.annual.unwrap(), libm::sqrt(1.284_375) - 1.0));
    // p x -19% + (1 - p) x (0 + 81.5% + 51.25%)/3 = 0.
    let others = (0.815 + 0.5125) / 3.0;
    assert!(near(
        results.bear_break_even.unwrap(),
        others / (others + 0.19)
    ));
}

#[test]
fn one_probability_gives_way_and_never_below_zero() {
    let mut workbook = plain();
    let left =
        |workbook: &Workbook, case| evaluate(workbook).what_if.scenarios.of(case).probability;
    set(&mut workbook, Field::BearProbability, 0.5);
    assert!(near(left(&workbook, Case::Own).unwrap(), 0.0));
    set(&mut workbook, Field::BearProbability, 0.7);
    assert_eq!(
        left(&workbook, Case::Own),
        Err(NotMeaningful::ProbabilitiesInvalid)
    );
    assert_eq!(
        evaluate(&workbook).what_if.scenarios.expectation,
        Err(NotMeaningful::ProbabilitiesInvalid)
    );
    // Another gives way where the reader says so, or types into the one that did.
    choose(&mut workbook, Choice::GivesWay(Case::Bear));
    assert!(left(&workbook, Case::Bear).is_ok());
    set(&mut workbook, Field::BearProbability, 0.2);
    assert_eq!(workbook.what_if.scenarios.gives_way, Case::Own);
    set(&mut workbook, Field::OwnProbability, 0.1);
    assert_eq!(workbook.what_if.scenarios.gives_way, Case::Base);
    assert!(near(left(&workbook, Case::Base).unwrap(), 0.5));
}

#[test]
fn catalysts_are_added_up_to_a_limit_and_told_by_the_end() {
    let mut workbook = plain();
    let results = evaluate(&workbook).what_if.catalysts;
    // 0.6 x 20% - 0.4 x 5% + 0.5 x 15% + 0.6 x 20% - 0.4 x 10%.
    assert!(near(results.expected.unwrap(), 0.255));
    let (least, most) = results.range.unwrap();
    assert!(near(least, -0.15) && near(most, 0.55));
    assert!(near(results.reaching.unwrap(), 0.6 * 0.5 * 0.6));
    // Within a year the last of them is not due.
    set(&mut workbook, Field::WhatIfYears, 1.0);
    let sooner = evaluate(&workbook).what_if.catalysts;
    assert!(near(sooner.expected.unwrap(), 0.175));

    for _ in workbook.what_if.catalysts.len()..MAX_CATALYSTS {
        Edit::AddCatalyst.apply(&mut workbook).unwrap();
    }
    assert_eq!(
        Edit::AddCatalyst.apply(&mut workbook),
        Err(Refused::TooManyCatalysts)
    );
    // A row without figures leaves nothing to tell.
    assert_eq!(
        evaluate(&workbook).what_if.catalysts.expected,
        Err(NotMeaningful::MissingInput)
    );
    Edit::RemoveCatalyst(RowId(0)).apply(&mut workbook).unwrap();
    assert_eq!(
        Edit::RemoveCatalyst(RowId(0)).apply(&mut workbook),
        Err(Refused::NoSuchSector)
    );
}

#[test]
fn all_of_it_is_saved_and_comes_back() {
    let mut workbook = plain();
    set(&mut workbook, Field::BullProbability, 0.3);
    set(&mut workbook, Field::SwingGrowth, 0.02);
    choose(&mut workbook, Choice::GivesWay(Case::Base));
    choose(&mut workbook, Choice::Shown(Goal::Total));
    Edit::CatalystName(RowId(1), Name::Own("Rate cut".to_owned()))
        .apply(&mut workbook)
        .unwrap();
    Edit::Figure(
        Place::Catalyst(RowId(1), CatalystColumn::Probability),
        Some(Figure::exact(0.9)),
    )
    .apply(&mut workbook)
    .unwrap();
    let text = serde_json::to_string(&Saved::from(&workbook)).unwrap();
    let saved: Saved = serde_json::from_str(&text).unwrap();
    assert_eq!(Workbook::try_from(saved).unwrap(), workbook);
    // Our examples need no words.
    assert!(Saved::from(&plain()).catalysts.is_none());
    // What lies outside the limits is refused.
    let broken = text.replace("0.9", "1.9");
    let saved: Saved = serde_json::from_str(&broken).unwrap();
    assert!(Workbook::try_from(saved).is_err());
}

#[test]
fn a_cell_of_the_catalysts_changes_what_if_alone() {
    let (before, mut after) = (plain(), plain());
    Edit::Figure(
        Place::Catalyst(RowId(0), CatalystColumn::ClosesIf),
        Some(Figure::exact(0.4)),
    )
    .apply(&mut after)
    .unwrap();
    assert_eq!(Part::changed(&before, &after), [Part::Whole, Part::WhatIf]);
    let place = Place::Catalyst(RowId(0), CatalystColumn::ClosesIf);
    assert!(after.differs(place));
    Edit::Reset(place).apply(&mut after).unwrap();
    assert_eq!(before, after);
}

/// The closure expected of the catalysts.
fn expected(workbook: &Workbook) -> Meaningful<f64> {
    evaluate(workbook).what_if.catalysts.expected
}

fn date(workbook: &mut Workbook, place: Place, text: &str) {
    let figure = parse(text, Unit::Day, Language::English).unwrap();
    Edit::Figure(place, Some(figure)).apply(workbook).unwrap();
}

#[test]
fn a_catalyst_counts_up_to_the_end_of_the_years_from_the_day_that_is_kept() {
    let mut workbook = plain();
    let first = Place::Catalyst(RowId(0), CatalystColumn::Date);
    let all = expected(&workbook).unwrap();
    // Two years from 14 January 2026, at 365.25 days each.
    date(&mut workbook, first, "2028-01-14");
    assert_eq!(expected(&workbook), Ok(all));
    date(&mut workbook, first, "2028-01-15");
    let without = expected(&workbook).unwrap();
    assert!(without < all);
    date(&mut workbook, Place::Field(Field::WhatIfFrom), "2026-01-15");
    assert_eq!(expected(&workbook), Ok(all));
    // What lies before the day is no event to come.
    date(&mut workbook, first, "2025-12");
    assert_eq!(expected(&workbook), Err(NotMeaningful::YearsNotPositive));
    let results = evaluate(&workbook).what_if;
    for language in Language::ALL {
        assert_eq!(
            language.catalysts_told(&workbook.what_if, &results),
            language.phrase(Phrase::CatalystPast)
        );
    }
}

#[test]
fn the_end_is_told_as_a_date() {
    let workbook = plain();
    let results = evaluate(&workbook).what_if;
    let told = Language::English.catalysts_told(&workbook.what_if, &results);
    assert!(told.starts_with("By 14 January 2028 these"), "{told}");
    let told = Language::SimplifiedChinese.catalysts_told(&workbook.what_if, &results);
    assert!(told.starts_with("到2028年1月14日"), "{told}");
}

#[test]
fn what_is_certain_is_told_without_a_range() {
    let mut workbook = plain();
    for row in workbook.what_if.catalysts.clone() {
        let place = Place::Catalyst(row.id, CatalystColumn::Probability);
        Edit::Figure(place, Some(Figure::exact(1.0)))
            .apply(&mut workbook)
            .unwrap();
    }
    let results = evaluate(&workbook).what_if;
    assert_eq!(
        Language::English.catalysts_told(&workbook.what_if, &results),
        "By 14 January 2028, 55% of the gap closes whatever happens; 50% is assumed above."
    );
}

#[test]
fn a_file_from_before_there_were_dates_is_still_read() {
    let saved = |rows: &str| -> Workbook {
        let text = format!(r#"{{"version":1,"preset":"china-us-ai","catalysts":[{rows}]}}"#);
        let saved: Saved = serde_json::from_str(&text).unwrap();
        Workbook::try_from(saved).unwrap()
    };
    let row = |years: f64| {
        format!(
            r#"{{"name":{{"own":"Rate cut"}},"years":{{"value":{years},"half_unit":0.05}},"probability":{{"value":0.5}},"closes_if":{{"value":0.2}},"closes_if_not":{{"value":0}}}}"#
        )
    };
    // Due at the end it is due still; after it, still not.
    for (years, shown, closes) in [
        (0.5, "2026-07-15", 0.1),
        (2.0, "2028-01-14", 0.1),
        (2.1, "2028-02-20", 0.0),
    ] {
        let workbook = saved(&row(years));
        let date = workbook.what_if.catalysts[0].date.unwrap();
        assert_eq!(field_text(date, Unit::Day, Language::English), shown);
        assert_eq!(expected(&workbook), Ok(closes), "{years}");
    }
}

fn differences(kept: &Kept, workbook: &Workbook) -> Vec<Difference> {
    kept.differences(workbook, &evaluate(workbook))
}

/// Each figure that differs, as it is told.
fn told(kept: &Kept, workbook: &Workbook) -> Vec<[String; 3]> {
    let differences = differences(kept, workbook);
    let told = differences.iter();
    told.map(|one| Language::English.difference(one, kept, workbook))
        .collect()
}

#[test]
fn what_is_solved_is_compared_as_it_is_solved() {
    let mut workbook = Workbook::from(Preset::ChinaVsUs);
    let kept = Kept::from(workbook.clone());
    choose(&mut workbook, Choice::Unknown(Unknown::EarningsGrowth));
    set(&mut workbook, Field::WhatIfAnnual, 0.3);
    choose(
        &mut workbook,
        Choice::HalvingUnknown(HalvingUnknown::GapEnd),
    );
    set(&mut workbook, Field::CatchingUpHalfLife, 1.0 / 3.0);
    let told = told(&kept, &workbook);
    let row = |name: &str| told.iter().find(|[what, ..]| what == name);
    let of = |values: [&str; 3]| Some(values.map(str::to_owned));
    assert_eq!(
        row("Earnings growth a year").cloned(),
        of(["Earnings growth a year", "15%", "26.6%"])
    );
    // Kept as it was worked out, not as the figure that waits below it.
    assert_eq!(
        row("Half-life").cloned(),
        of(["Half-life", "2.4 months", "4 months"])
    );
    assert_eq!(row("Gap now").cloned(), of(["Gap now", "6%", "6.7%"]));
    // It comes of all else, and stands below.
    assert_eq!(row("Annual return"), None);
}

#[test]
fn what_differs_from_a_kept_workbook_is_told() {
    let mut workbook = plain();
    let kept = Kept::from(workbook.clone());
    assert_eq!(differences(&kept, &workbook), []);
    set(&mut workbook, Field::BearGrowth, -0.2);
    choose(&mut workbook, Choice::ClosureRule(Closing::LogGap));
    Edit::RemoveCatalyst(RowId(2)).apply(&mut workbook).unwrap();
    let differences = differences(&kept, &workbook);
    // The rule, the growth of the bear case, and four figures of a row.
    assert_eq!(differences.len(), 6, "{differences:?}");
    assert!(matches!(
        differences[0],
        Difference::Choice([Choice::ClosureRule(_), _])
    ));
    let told = Language::English.difference(&differences[1], &kept, &workbook);
    assert_eq!(told, ["Bear: Earnings growth a year", "−10%", "−20%"]);
    let told = Language::English.difference(&differences[5], &kept, &workbook);
    assert_eq!(told, ["Earnings season: Gap closed if not", "−10%", "—"]);
}

#[test]
fn a_line_of_break_even_is_spoken_of_where_there_is_one() {
    let mut workbook = plain();
    for (growth, is_there) in [(-0.15, true), (9.0, false)] {
        set(&mut workbook, Field::WhatIfGrowth, growth);
        let grid = evaluate(&workbook).what_if.sensitivity.grid;
        for language in Language::ALL {
            let told = language.grid_told(&grid);
            let line = language.phrase(Phrase::GridLine);
            assert_eq!(told.contains(line), is_there, "{growth}: {told}");
        }
    }
}

#[test]
fn where_nothing_is_given_every_part_says_why() {
    let workbook = Workbook::from(Preset::Blank);
    let results = evaluate(&workbook).what_if;
    assert_eq!(
        results.sensitivity.grid.clone().err(),
        Some(NotMeaningful::MissingInput)
    );
    for language in Language::ALL {
        let reason = language.reason(NotMeaningful::MissingInput);
        assert_eq!(language.grid_told(&results.sensitivity.grid), reason);
        assert_eq!(language.tornado_told(&results.sensitivity), reason);
        assert_eq!(language.way_told(&results.sensitivity.way), reason);
        assert_eq!(language.catalysts_told(&workbook.what_if, &results), reason);
        assert_eq!(language.what_if_told(&results), "");
        assert_eq!(
            language.scenarios_told(&workbook.what_if.scenarios, &results.scenarios),
            reason
        );
    }
}

#[test]
fn the_formula_holds_the_readers_figures() {
    let told = Language::English.what_if_told(&evaluate(&plain()).what_if);
    assert_eq!(
        told,
        "With your figures: [(1.1 ÷ 1)^2 × 25 ÷ 20 + 0% × 2] × 1^2 − 1 = +51.3%; 1.5125^(1 ÷ 2) − 1 = +23.0%."
    );
}
