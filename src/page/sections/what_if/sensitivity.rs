//! How the return depends on what is assumed.

use crate::{
    page::{
        Desk, Element,
        charts::{heat_map, isolines, tornado},
        classed,
        controls::{self, FigureField, options, reading},
        element,
    },
    text::{Phrase, fill},
    valuation::{Meaningful, sensitivity::BreakEven, solve::Unknown},
    workbook::{Choice, Edit, Field, Goal, Part, Place},
};

/// The swings of the drivers; of closure and target the one is there that
/// describes the exit.
const SWINGS: [Field; 7] = [
    Field::SwingGrowth,
    Field::SwingClosure,
    Field::SwingTarget,
    Field::SwingYears,
    Field::SwingDividend,
    Field::SwingShares,
    Field::SwingCurrency,
];

/// The grid and the tornado, on the return that the reader picks.
pub(super) fn sensitivity(desk: Desk) -> Element {
    let language = desk.language;
    let shown = controls::Choice::among(
        Goal::ALL,
        move || desk.read(Part::WhatIf, |workbook, _| workbook.what_if.shown),
        move |shown| desk.make(&Edit::Choose(Choice::Shown(shown))),
    );
    classed("div", "parts-of")
        .child(options(
            language.phrase(Phrase::ShownReturn),
            "what-if.shown",
            Goal::ALL.iter().map(|goal| language.field(goal.field())),
            &shown,
        ))
        .child(heat_map(desk))
        .child(tornado(desk).child(swings(desk)))
        .child(isolines(desk))
        .child(break_even(desk))
}

/// How far each driver is moved, folded.
fn swings(desk: Desk) -> Element {
    let language = desk.language;
    let names = move || {
        let exit = desk.read(Part::WhatIf, |workbook, _| {
            workbook.what_if.described_exit()
        });
        let left_out = match exit {
            Unknown::Closure => Field::SwingTarget,
            _ => Field::SwingClosure,
        };
        (0..)
            .zip(SWINGS)
            .filter(|(_, field)| *field != left_out)
            .map(|(name, _)| name)
            .collect()
    };
    let field = move |name: u32| {
        let Some(&field) = SWINGS.get(name as usize) else {
            return element("div");
        };
        let label = move || fill(language.phrase(Phrase::SwingOf), &[language.field(field)]);
        FigureField::new(Place::Field(field), field.key(), label).on(desk)
    };
    classed("details", "figures")
        .child(element("summary").text(language.phrase(Phrase::Swings)))
        .child(classed("div", "fields").keyed(names, field))
}

/// The value of each driver at which nothing is won and nothing lost, or the
/// reason why there is none.
fn break_even(desk: Desk) -> Element {
    let language = desk.language;
    let line = |quantity: Unknown, of: fn(&BreakEven) -> Meaningful<f64>| {
        let field = quantity.field();
        let figure = move || {
            desk.read(Part::WhatIf, |_, results| {
                let points = results.what_if.sensitivity.break_even?;
                Ok(language.computed_driver_value(quantity, of(&points)?))
            })
        };
        let id = [field.key(), ".break-even"].concat();
        element("div")
            .child(element("dt").text(language.field(field)))
            .child(element("dd").child(reading(language, id, figure)))
    };
    classed("div", "part")
        .id("what-if.break-even")
        .child(element("h3").text(language.phrase(Phrase::BreakEvenTitle)))
        .child(classed("p", "hint").text(language.phrase(Phrase::BreakEvenHint)))
        .child(classed("dl", "points").children([
            line(Unknown::EarningsGrowth, |points| points.earnings_growth),
            line(Unknown::Closure, |points| points.closure),
            line(Unknown::TargetMultiple, |points| points.target_multiple),
            line(Unknown::Years, |points| points.years),
            line(Unknown::Currency, |points| points.currency),
            line(Unknown::Shares, |points| points.shares),
        ]))
}
