//! Catching up: how fast a gap closes, and how long it takes to be small.

use std::sync::Arc;

use super::{beside, complete, section};
use crate::{
    page::{
        Desk, Element,
        below::{Piece, Stage, staged},
        charts::{Gap, convergence},
        classed,
        controls::{self, Derived, FigureField, options, solvable},
        element,
    },
    text::Phrase,
    valuation::convergence::HalvingUnknown,
    workbook::{
        COURSES, CatchingUp, CatchingUpResults, Choice, Edit, Field, Part, ReachUnknown, Section,
    },
};

/// The observations, the course, and how long the gap takes.
pub(crate) fn catching_up(desk: Desk) -> Element {
    let language = desk.language;
    let answer = move || {
        desk.read(Part::CatchingUp, |workbook, results| {
            language.catching_up_answer(&workbook.catching_up, &results.catching_up)
        })
    };
    let given = |field: Field| FigureField::of(desk, field).on(desk);
    let unknown = |field: Field, choice: Choice| {
        let derived = move || {
            desk.read(Part::CatchingUp, |workbook, results| {
                solved(field, &workbook.catching_up, &results.catching_up)
            })
        };
        let entry = FigureField::of(desk, field);
        solvable(desk, entry, Arc::new(derived), move || {
            desk.make(&Edit::Choose(choice));
        })
    };
    let halving = HalvingUnknown::ALL.map(|of| unknown(of.field(), Choice::HalvingUnknown(of)));
    let reach = ReachUnknown::ALL.map(|of| unknown(of.field(), Choice::ReachUnknown(of)));
    let course = controls::Choice::among(
        &COURSES,
        move || desk.read(Part::CatchingUp, |workbook, _| workbook.catching_up.course),
        move |course| desk.make(&Edit::Choose(Choice::Course(course))),
    );
    section(
        desk,
        Section::CatchingUp,
        complete(desk, Section::CatchingUp, answer),
        [
            classed("p", "hint").text(language.phrase(Phrase::SolveHint)),
            classed("div", "fields")
                .children(halving)
                .children(reach)
                .children([
                    given(Field::CatchingUpEarlier),
                    given(Field::CatchingUpEarlierTime),
                ]),
            options(
                language.phrase(Phrase::CourseLegend),
                "catching-up.course",
                COURSES.iter().map(|&course| language.course(course)),
                &course,
            ),
            beside(
                [
                    convergence(desk, Gap::Observed),
                    classed("p", "hint").text(language.phrase(Phrase::CurveThrough)),
                ],
                // In the task of the page's foot, which has less to do.
                [staged(
                    desk,
                    element("div"),
                    "catching-up.second",
                    Stage::Foot,
                    Piece::Here(|desk| convergence(desk, Gap::Valuation)),
                )],
            ),
        ],
    )
}

/// What stands in a field that is solved for.
fn solved(field: Field, inputs: &CatchingUp, results: &CatchingUpResults) -> Option<Derived> {
    Some(Derived {
        solved: true,
        value: results.solved(inputs, field)?,
    })
}
