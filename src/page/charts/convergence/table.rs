//! The figures of a gap that closes, as a table.

use super::{
    Gap,
    plot::{WHATS, moment, names},
};
use crate::{
    page::{
        Desk, Element, classed,
        controls::{figure_cell, value},
        element,
    },
    text::{Phrase, fill},
    valuation::{Meaningful, NotMeaningful},
    workbook::{COURSES, Moment},
};

/// The same figures: each moment with what was observed and what the courses
/// have.
pub(super) fn table(desk: Desk, gap: Gap) -> Element {
    let language = desk.language;
    let head = |word: &'static str| classed("th", "number").with("scope", "col").text(word);
    let row = move |name: u32| {
        let what = WHATS.get(name as usize).copied();
        let cell = |key: &str, of: fn(&Moment) -> Meaningful<f64>| {
            let id = fill("{0}.{1}.{2}", &[gap.id(), &name.to_string(), key]);
            let figure = move || {
                let moment = moment(desk, gap, name).ok_or(NotMeaningful::MissingInput)?;
                let left = of(&moment)?;
                Ok((left, language.gap(left)))
            };
            classed("td", "number").child(value(language, id, figure))
        };
        let observed = move || {
            let left = moment(desk, gap, name)?.observed?;
            Some((left, language.gap(left)))
        };
        let time = move || {
            moment(desk, gap, name).map_or_else(String::new, |moment| language.moment_time(&moment))
        };
        element("tr")
            .child(
                element("th")
                    .with("scope", "row")
                    .text(what.map(|what| language.moment(what)).unwrap_or_default()),
            )
            .child(classed("td", "number").says(time))
            .child(figure_cell(observed))
            .child(cell("exponential", |moment| moment.gap.exponential))
            .child(cell("linear", |moment| moment.gap.linear))
    };
    element("table")
        .child(
            element("thead").child(
                element("tr")
                    .child(element("td"))
                    .child(head(language.phrase(Phrase::FromNow)))
                    .child(head(language.phrase(Phrase::Observed)))
                    .children(COURSES.map(|course| head(language.course(course)))),
            ),
        )
        .child(element("tbody").keyed(move || names(desk, gap), row))
}
