//! How a gap closes: both courses as curves, what was observed as points.

mod names;
mod plot;
mod table;

use self::{
    names::said,
    plot::{BOTTOM, HEIGHT, Plot, WHATS, gap_at, moment, names},
    table::table,
};
use super::{across, canvas, chart, scale::place, shown_where, stretched, take_up};
use crate::{
    page::{Desk, Element, classed, element},
    text::{Phrase, fill, numbers},
    valuation::convergence::Course,
    workbook::{COURSES, Part, What, Workbook},
};

const ID: &str = "catching-up.curve";

/// Both courses, the observations, the half-life and the threshold.
pub(crate) fn convergence(desk: Desk) -> Element {
    let (desk, is_drawn) = take_up(desk, ID);
    let language = desk.language;
    let says = move || {
        desk.read(Part::CatchingUp, |workbook, results| {
            language.courses_told(&workbook.catching_up, &results.catching_up)
        })
    };
    let chart = chart(
        desk,
        ID,
        language.phrase(Phrase::CurveTitle),
        says,
        [canvas(desk, is_drawn, ID, HEIGHT as u32, marks)],
        table,
    );
    let chart = shown_where(chart, move || with_plot(desk, |_| ()).is_some());
    classed("div", "narrow").child(chart)
}

fn marks(desk: Desk) -> Vec<Element> {
    let language = desk.language;
    let zero = move || follow(desk, |plot| place(plot.y(0.0)));
    let zero_line = classed("line", "zero")
        .with("x1", "0")
        .with("x2", "100%")
        .with_live("y1", zero)
        .with_live("y2", zero);
    vec![
        zero_line,
        element("g").keyed(
            move || with_plot(desk, |plot| (0..plot.ticks().1).collect()).unwrap_or_default(),
            move |index| tick(desk, index),
        ),
        classed("text", "soft end")
            .with("x", "100%")
            .with("y", place(HEIGHT - 4.0))
            .says(move || {
                let phrase = with_plot(desk, Plot::in_months).map(|months| {
                    if months {
                        Phrase::MonthsFromNow
                    } else {
                        Phrase::YearsFromNow
                    }
                });
                phrase.map_or_else(String::new, |phrase| language.phrase(phrase).to_owned())
            }),
        threshold(desk),
        stretched(COURSES.map(|course| curve(desk, course))),
        element("g").keyed(move || names(desk), move |name| point(desk, name)),
        said(desk),
    ]
}

/// What `of` tells of the places as they stand, and follows them.
fn with_plot<T>(desk: Desk, of: impl FnOnce(&Plot) -> T) -> Option<T> {
    desk.read(Part::CatchingUp, |_, results| {
        Plot::of(&results.catching_up).map(|plot| of(&plot))
    })
}

fn follow(desk: Desk, of: fn(&Plot) -> String) -> Option<String> {
    with_plot(desk, of)
}

/// A tick with its number below the drawing.
fn tick(desk: Desk, index: u32) -> Element {
    let at = move || {
        with_plot(desk, |plot| {
            let (step, _, from) = plot.ticks();
            let time = (from + f64::from(index)) * step;
            let shown = if plot.in_months() { 12.0 * time } else { time };
            (across(plot.x(time)), shown)
        })
    };
    let x = move || at().map(|(x, _)| x);
    let said = move || {
        at().map_or_else(String::new, |(_, shown)| {
            numbers::plain(shown, numbers::Shape::up_to(0))
        })
    };
    element("g")
        .child(
            classed("line", "axis")
                .with_live("x1", x)
                .with_live("x2", x)
                .with("y1", place(BOTTOM))
                .with("y2", place(BOTTOM + 5.0)),
        )
        .child(
            classed("text", "soft middle")
                .with_live("x", x)
                .with("y", place(BOTTOM + 18.0))
                .says(said),
        )
}

/// The line of the threshold.
fn threshold(desk: Desk) -> Element {
    let y = move || {
        let gap = with_plot(desk, |plot| {
            desk.now(|workbook, _| threshold_at(plot, workbook))
        });
        gap.flatten().map(place)
    };
    classed("g", "threshold")
        .with_live("hidden", move || y().is_none().then(String::new))
        .child(
            element("line")
                .with("x1", "0")
                .with("x2", "100%")
                .with_live("y1", y)
                .with_live("y2", y),
        )
}

/// Where the line of the threshold lies, on the side of zero on which the gap is.
fn threshold_at(plot: &Plot, workbook: &Workbook) -> Option<f64> {
    let size = workbook.catching_up.threshold?.value;
    let negative = plot.fit.ok()?.gap_end < 0.0;
    Some(plot.y(if negative { -size } else { size }))
}

/// A course's curve, strong where it is the one that is asked for.
fn curve(desk: Desk, course: Course) -> Element {
    let class = move || {
        let chosen = desk.read(Part::CatchingUp, |workbook, _| workbook.catching_up.course);
        Some(
            if chosen == course {
                "curve"
            } else {
                "curve faint"
            }
            .to_owned(),
        )
    };
    element("path")
        .with_live("class", class)
        .with_live("d", move || {
            with_plot(desk, |plot| plot.path(course)).flatten()
        })
}

/// A point.
fn point(desk: Desk, name: u32) -> Element {
    let language = desk.language;
    let what = WHATS.get(name as usize).copied();
    let at = move || {
        let moment = moment(desk, name)?;
        let gap = gap_at(&moment)?;
        let places = with_plot(desk, |plot| (across(plot.x(moment.time)), plot.y(gap)))?;
        Some((moment, gap, places))
    };
    let said = move || {
        let (moment, gap, _) = at()?;
        Some(fill(
            language.phrase(Phrase::PointSaid),
            &[
                &language.moment(moment.what),
                &language.moment_time(&moment),
                &language.gap(gap),
            ],
        ))
    };
    let is_observed = matches!(what, Some(What::Earlier | What::Before | What::Now));
    let class = if is_observed { "point" } else { "point hollow" };
    element("g")
        .id(["catching-up.point.", &name.to_string()].concat())
        .with("tabindex", "0")
        .with("role", "img")
        .with_live("aria-label", said)
        .child(
            classed("circle", class)
                .with("r", "4.5")
                .with_live("cx", move || at().map(|(_, _, (x, _))| x))
                .with_live("cy", move || at().map(|(_, _, (_, y))| place(y))),
        )
}
