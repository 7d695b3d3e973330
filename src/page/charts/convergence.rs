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
    valuation::{
        Meaningful,
        convergence::{Convergence, Course},
    },
    workbook::{COURSES, CatchingUpResults, Moment, Part, What},
};

/// The gap whose closing is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gap {
    /// The one that was observed.
    Observed,
    /// The one between the multiples, at the same pace.
    Valuation,
}

impl Gap {
    const fn id(self) -> &'static str {
        match self {
            Self::Observed => "catching-up.curve",
            Self::Valuation => "catching-up.valuation",
        }
    }

    /// Its course, and what is known of it at some times.
    const fn of(self, results: &CatchingUpResults) -> (Meaningful<Convergence>, &Vec<Moment>) {
        match self {
            Self::Observed => (results.fit, &results.moments),
            Self::Valuation => (results.valuation.fit, &results.valuation.moments),
        }
    }
}

/// Both courses, the observations, the half-life and the threshold.
pub(crate) fn convergence(desk: Desk, gap: Gap) -> Element {
    let id = gap.id();
    let (desk, is_drawn) = take_up(desk, id);
    let language = desk.language;
    let says = move || {
        desk.read(Part::CatchingUp, |workbook, results| {
            let (inputs, results) = (&workbook.catching_up, &results.catching_up);
            match gap {
                Gap::Observed => language.courses_told(results),
                Gap::Valuation => language.valuation_pace(inputs, results),
            }
        })
    };
    let (title, table): (_, fn(Desk) -> Element) = match gap {
        Gap::Observed => (Phrase::CurveTitle, |desk| table(desk, Gap::Observed)),
        Gap::Valuation => (Phrase::ValuationCurveTitle, |desk| {
            table(desk, Gap::Valuation)
        }),
    };
    let drawing = canvas(desk, is_drawn, id, HEIGHT as u32, move |desk| {
        marks(desk, gap)
    });
    let chart = chart(desk, id, language.phrase(title), says, [drawing], table);
    let chart = shown_where(chart, move || with_plot(desk, gap, |_| ()).is_some());
    classed("div", "narrow").child(chart)
}

fn marks(desk: Desk, gap: Gap) -> Vec<Element> {
    let language = desk.language;
    let zero = move || follow(desk, gap, |plot| place(plot.y(0.0)));
    let zero_line = classed("line", "zero")
        .with("x1", "0")
        .with("x2", "100%")
        .with_live("y1", zero)
        .with_live("y2", zero);
    vec![
        zero_line,
        element("g").keyed(
            move || with_plot(desk, gap, |plot| (0..plot.ticks().1).collect()).unwrap_or_default(),
            move |index| tick(desk, gap, index),
        ),
        classed("text", "soft end")
            .with("x", "100%")
            .with("y", place(HEIGHT - 4.0))
            .says(move || {
                let phrase = with_plot(desk, gap, Plot::in_months).map(|months| {
                    if months {
                        Phrase::MonthsFromNow
                    } else {
                        Phrase::YearsFromNow
                    }
                });
                phrase.map_or_else(String::new, |phrase| language.phrase(phrase).to_owned())
            }),
        threshold(desk, gap),
        stretched(COURSES.map(|course| curve(desk, gap, course))),
        element("g").keyed(move || names(desk, gap), move |name| point(desk, gap, name)),
        said(desk, gap),
    ]
}

/// What `of` tells of the places as they stand, and follows them.
fn with_plot<T>(desk: Desk, gap: Gap, of: impl FnOnce(&Plot) -> T) -> Option<T> {
    desk.read(Part::CatchingUp, |_, results| {
        Plot::of(gap.of(&results.catching_up)).map(|plot| of(&plot))
    })
}

fn follow(desk: Desk, gap: Gap, of: fn(&Plot) -> String) -> Option<String> {
    with_plot(desk, gap, of)
}

/// A tick with its number below the drawing.
fn tick(desk: Desk, gap: Gap, index: u32) -> Element {
    let at = move || {
        with_plot(desk, gap, |plot| {
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
fn threshold(desk: Desk, gap: Gap) -> Element {
    let y = move || {
        let y = with_plot(desk, gap, |plot| {
            desk.now(|_, results| threshold_at(plot, &results.catching_up))
        });
        y.flatten().map(place)
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
fn threshold_at(plot: &Plot, results: &CatchingUpResults) -> Option<f64> {
    let size = results.threshold.ok()?;
    let negative = plot.fit.ok()?.gap_end < 0.0;
    Some(plot.y(if negative { -size } else { size }))
}

/// A course's curve, strong where it is the one that is asked for.
fn curve(desk: Desk, gap: Gap, course: Course) -> Element {
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
            with_plot(desk, gap, |plot| plot.path(course)).flatten()
        })
}

/// A point.
fn point(desk: Desk, gap: Gap, name: u32) -> Element {
    let language = desk.language;
    let what = WHATS.get(name as usize).copied();
    let at = move || {
        let moment = moment(desk, gap, name)?;
        let left = gap_at(&moment)?;
        let places = with_plot(desk, gap, |plot| {
            (across(plot.x(moment.time)), plot.y(left))
        })?;
        Some((moment, left, places))
    };
    let said = move || {
        let (moment, left, _) = at()?;
        Some(fill(
            language.phrase(Phrase::PointSaid),
            &[
                &language.moment(moment.what),
                &language.moment_time(&moment),
                &language.gap(left),
            ],
        ))
    };
    let is_observed = matches!(what, Some(What::Earlier | What::Before | What::Now));
    let class = if is_observed { "point" } else { "point hollow" };
    element("g")
        .id([gap.id(), ".point.", &name.to_string()].concat())
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
