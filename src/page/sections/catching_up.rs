//! Catching up: how fast a gap closes, and how long it takes to be small.

use std::sync::Arc;

use super::section;
use crate::{
    page::{
        Desk, Element,
        charts::convergence,
        classed,
        controls::{self, Derived, FigureField, options, solvable},
    },
    text::Phrase,
    valuation::convergence::HalvingUnknown,
    workbook::{COURSES, Choice, Edit, Field, Part, Section},
};

/// The observations, the course, and how long the gap takes.
pub(crate) fn catching_up(desk: Desk) -> Element {
    let language = desk.language;
    let answer = move || {
        desk.read(Part::CatchingUp, |workbook, results| {
            language.catching_up_answer(&workbook.catching_up, &results.catching_up)
        })
    };
    let thought = move || {
        desk.read(Part::CatchingUp, |workbook, results| {
            language.valuation_pace(&workbook.catching_up, &results.catching_up)
        })
    };
    let given = |field: Field| FigureField::of(desk, field).on(desk);
    let unknown = |unknown: HalvingUnknown| {
        let derived = move || {
            desk.read(Part::CatchingUp, |workbook, results| {
                (workbook.catching_up.unknown == unknown).then_some(Derived {
                    solved: true,
                    value: results.catching_up.solution,
                })
            })
        };
        let entry = FigureField::of(desk, unknown.field());
        solvable(desk, entry, Arc::new(derived), move || {
            desk.make(&Edit::Choose(Choice::HalvingUnknown(unknown)));
        })
    };
    let course = controls::Choice::among(
        &COURSES,
        move || desk.read(Part::CatchingUp, |workbook, _| workbook.catching_up.course),
        move |course| desk.make(&Edit::Choose(Choice::Course(course))),
    );
    section(
        desk,
        Section::CatchingUp,
        answer,
        [
            classed("p", "hint").text(language.phrase(Phrase::SolveHint)),
            classed("div", "fields")
                .children(HalvingUnknown::ALL.map(unknown))
                .children([
                    given(Field::CatchingUpThreshold),
                    given(Field::CatchingUpEarlier),
                    given(Field::CatchingUpEarlierTime),
                ]),
            options(
                language.phrase(Phrase::CourseLegend),
                "catching-up.course",
                COURSES.iter().map(|&course| language.course(course)),
                &course,
            ),
            convergence(desk),
            classed("p", "hint").text(language.phrase(Phrase::CurveThrough)),
            classed("p", "caution")
                .id("catching-up.thought")
                .says(thought),
        ],
    )
}
