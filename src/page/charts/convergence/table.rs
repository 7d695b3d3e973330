//! The figures of a gap that closes, as a table.

use super::{super::frame, Gap, plot::WHATS};
use crate::{
    page::{
        Desk, Element, classed,
        controls::{drawn_value, figure_cell, number, row_head},
        element,
    },
    text::{Language, Phrase, fill},
    valuation::Meaningful,
    workbook::{COURSES, Moment, Part},
};

/// The same figures: each moment with what was observed and what the courses
/// have.
pub(super) fn table(desk: Desk, gap: Gap) -> Element {
    let language = desk.language;
    let [time, observed] = [Phrase::FromNow, Phrase::Observed].map(|of| language.phrase(of));
    let [one, other] = COURSES.map(|course| language.course(course));
    let rows = desk.read(Part::CatchingUp, |_, results| {
        let (_, moments) = gap.of(&results.catching_up);
        moments
            .iter()
            .filter_map(|of| row(language, gap, of))
            .collect()
    });
    frame::table(
        element("table"),
        element("td"),
        [time, observed, one, other],
        rows,
    )
}

fn row(language: Language, gap: Gap, of: &Moment) -> Option<Element> {
    let name = WHATS.iter().position(|what| *what == of.what)?;
    let told = |left: f64| (left, language.gap(left));
    let cell = |key: &str, left: Meaningful<f64>| {
        let id = fill("{0}.{1}.{2}", &[gap.id(), &name.to_string(), key]);
        number(drawn_value(language, id, left.map(told)))
    };
    let row = element("tr")
        .child(row_head(language.moment(of.what)))
        .child(classed("td", "number").text(language.moment_time(of)))
        .child(figure_cell(of.observed.map(told)))
        .child(cell("exponential", of.gap.exponential))
        .child(cell("linear", of.gap.linear));
    Some(row)
}
