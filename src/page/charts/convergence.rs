//! How a gap closes: both courses as curves, what was observed as points.

mod names;
mod plot;
mod table;

use self::{
    names::all_names,
    plot::{BOTTOM, HEIGHT, Plot, WHATS, gap_at},
    table::table,
};
use super::{
    across, chart,
    frame::{canvas_of, name, read_as_one},
    scale::place,
    shown_where, stretched, take_up,
};
use crate::{
    page::{Desk, Element, classed, element},
    text::{Language, Phrase, fill, numbers},
    valuation::{Meaningful, convergence::Convergence},
    workbook::{COURSES, CatchingUpResults, Moment, Part, Results, What, Workbook},
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
    let drawing = canvas_of(is_drawn, id, || HEIGHT as u32, move || marks(desk, gap));
    let chart = chart(desk, id, language.phrase(title), says, [drawing], table);
    let is_there = move || {
        desk.read(Part::CatchingUp, |_, results| {
            Plot::of(gap.of(&results.catching_up)).is_some()
        })
    };
    let chart = shown_where(chart, is_there);
    classed("div", "narrow").child(chart)
}

fn marks(desk: Desk, gap: Gap) -> Vec<Element> {
    desk.read(Part::CatchingUp, |workbook, results| {
        let plot = Plot::of(gap.of(&results.catching_up));
        plot.map(|plot| drawn(desk.language, gap, &plot, workbook, results))
    })
    .unwrap_or_default()
}

fn drawn(
    language: Language,
    gap: Gap,
    plot: &Plot,
    workbook: &Workbook,
    results: &Results,
) -> Vec<Element> {
    let results = &results.catching_up;
    let unit = if plot.in_months() {
        Phrase::MonthsFromNow
    } else {
        Phrase::YearsFromNow
    };
    let threshold = threshold_at(plot, results).map(|y| level("threshold", y));
    let curves = COURSES.map(|course| {
        // Strong where it is the one that is asked for.
        let class = if workbook.catching_up.course == course {
            "curve"
        } else {
            "curve faint"
        };
        let curve = classed("path", class);
        match plot.path(course) {
            Some(path) => curve.with("d", path),
            None => curve,
        }
    });
    let (_, moments) = gap.of(results);
    let points = moments
        .iter()
        .filter_map(|of| point(language, gap, plot, of));
    let names = all_names(language, workbook, results, gap, plot)
        .into_iter()
        .enumerate();
    let named = names.filter_map(|(index, of)| Some(name(of?, index >= WHATS.len())));
    vec![
        level("zero", plot.y(0.0)),
        element("g").children(ticks(plot)),
        classed("text", "soft end")
            .with("x", "100%")
            .with("y", place(HEIGHT - 4.0))
            .text(language.phrase(unit)),
        element("g").children(threshold),
        stretched(curves),
        element("g").children(points),
        element("g").children(named),
    ]
}

/// A line from edge to edge.
fn level(class: &'static str, y: f64) -> Element {
    classed("line", class)
        .with("x1", "0")
        .with("x2", "100%")
        .with("y1", place(y))
        .with("y2", place(y))
}

/// The ticks with their numbers below the drawing.
fn ticks(plot: &Plot) -> Vec<Element> {
    let (step, count, from) = plot.ticks();
    let tick = |index: u32| {
        let time = (from + f64::from(index)) * step;
        let shown = if plot.in_months() { 12.0 * time } else { time };
        let x = across(plot.x(time));
        element("g")
            .child(
                classed("line", "axis")
                    .with("x1", x.clone())
                    .with("x2", x.clone())
                    .with("y1", place(BOTTOM))
                    .with("y2", place(BOTTOM + 5.0)),
            )
            .child(
                classed("text", "soft middle")
                    .with("x", x)
                    .with("y", place(BOTTOM + 18.0))
                    .text(numbers::plain(shown, numbers::Shape::up_to(0))),
            )
    };
    (0..count).map(tick).collect()
}

/// Where the line of the threshold lies, on the side of zero on which the gap is.
fn threshold_at(plot: &Plot, results: &CatchingUpResults) -> Option<f64> {
    let size = results.threshold.ok()?;
    let negative = plot.fit.ok()?.gap_end < 0.0;
    Some(plot.y(if negative { -size } else { size }))
}

/// The point of a moment.
fn point(language: Language, gap: Gap, plot: &Plot, of: &Moment) -> Option<Element> {
    let left = gap_at(of)?;
    let said = fill(
        language.phrase(Phrase::PointSaid),
        &[
            &language.moment(of.what),
            &language.moment_time(of),
            &language.gap(left),
        ],
    );
    let class = match of.what {
        What::Earlier | What::Before | What::Now => "point",
        What::Half(_) | What::Threshold(_) => "point hollow",
    };
    let name = WHATS.iter().position(|what| *what == of.what)?;
    let circle = classed("circle", class)
        .with("r", "4.5")
        .with("cx", across(plot.x(of.time)))
        .with("cy", place(plot.y(left)));
    let id = [gap.id(), ".point.", &name.to_string()].concat();
    Some(read_as_one(said).id(id).child(circle))
}
