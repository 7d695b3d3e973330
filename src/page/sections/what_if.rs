//! What if: the re-rating equation, with any one quantity as the unknown.

use std::sync::Arc;

mod catalysts;
mod comparison;
mod scenarios;
mod sensitivity;

use catalysts::catalysts;
use comparison::comparison;
use scenarios::scenarios;
use sensitivity::sensitivity;

use super::{complete, section};
use crate::{
    page::{
        Desk, Element,
        below::{Piece, Stage, staged},
        charts::waterfall,
        classed,
        controls::{self, Derived, FigureField, options, solvable},
        element,
    },
    text::Phrase,
    valuation::{Meaningful, NotMeaningful, solve::Unknown},
    workbook::{
        CLOSINGS, Choice, Edit, Exit, Goal, Part, Section, UNKNOWNS, WhatIf, WhatIfResults,
    },
};

/// The inputs of the equation, what is solved, and the return's parts.
pub(crate) fn what_if(desk: Desk) -> Element {
    let language = desk.language;
    let answer = move || {
        let market = desk.read(Part::Markets, |workbook, _| {
            language.in_sentence(&workbook.markets.a)
        });
        desk.read(Part::WhatIf, |workbook, results| {
            language.what_if_answer(&workbook.what_if, &results.what_if, &market)
        })
    };
    let rule = controls::Choice::among(
        &CLOSINGS,
        move || desk.read(Part::WhatIf, |workbook, _| workbook.what_if.rule),
        move |rule| desk.make(&Edit::Choose(Choice::ClosureRule(rule))),
    );
    section(
        desk,
        Section::WhatIf,
        complete(desk, Section::WhatIf, answer),
        [
            classed("p", "hint").text(language.phrase(Phrase::SolveHint)),
            classed("div", "fields").children(UNKNOWNS.map(|unknown| quantity(desk, unknown))),
            options(
                language.phrase(Phrase::ClosureRule),
                "what-if.rule",
                CLOSINGS.iter().map(|&rule| language.closing(rule)),
                &rule,
            ),
            waterfall(desk),
            sensitivity(desk),
            later(desk, "what-if.second", scenarios),
            later(desk, "what-if.third", catalysts),
            later(desk, "what-if.fourth", comparison),
        ],
    )
}

/// A part that is mounted after the rest of the section, in a task of its own.
fn later(desk: Desk, id: &'static str, part: fn(Desk) -> Element) -> Element {
    staged(desk, element("div"), id, Stage::Cases, Piece::Here(part))
}

/// A field that can be marked as the unknown.
fn quantity(desk: Desk, unknown: Unknown) -> Element {
    let derived = move || {
        desk.read(Part::WhatIf, |workbook, results| {
            derived(unknown, &workbook.what_if, &results.what_if)
        })
    };
    let entry = FigureField::of(desk, unknown.field());
    solvable(desk, entry, Arc::new(derived), move || {
        desk.make(&Edit::Choose(Choice::Unknown(unknown)));
    })
}

/// What stands in a quantity's field where the reader does not give it.
fn derived(unknown: Unknown, what_if: &WhatIf, results: &WhatIfResults) -> Option<Derived> {
    let asked = what_if.unknown;
    let exit_asked = asked.is_exit();
    let outcome = results.outcome;
    let (solved, value): (bool, Meaningful<f64>) = match unknown {
        Unknown::TotalReturn if asked.is_return() || what_if.goal == Goal::Annual => {
            (asked.is_return(), outcome.map(|outcome| outcome.total))
        }
        Unknown::AnnualReturn if asked.is_return() || what_if.goal == Goal::Total => {
            (asked.is_return(), outcome.map(|outcome| outcome.annual))
        }
        Unknown::Closure if exit_asked || what_if.exit == Exit::Target => (
            asked == unknown,
            outcome.and_then(|outcome| outcome.closure),
        ),
        Unknown::TargetMultiple if exit_asked || what_if.exit == Exit::Closure => (
            asked == unknown,
            outcome.map(|outcome| outcome.exit_multiple),
        ),
        _ if asked == unknown => {
            let solution = results.solution.unwrap_or(Err(NotMeaningful::MissingInput));
            (true, solution.map(|solution| solution.value))
        }
        _ => return None,
    };
    Some(Derived { solved, value })
}
