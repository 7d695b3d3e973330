//! The way from today to the end over the plane of earnings per share and
//! multiple, with the lines on which the price is the same.

use super::{
    across, canvas, chart,
    isolines_geometry::{Exit, MOST_LINES, Plane},
    scale::place,
    shown_where, stretched, take_up,
};
use crate::{
    page::{Desk, Element, classed, controls::figure_cell, element},
    text::{Phrase, fill, index},
    valuation::path::PathPoint,
    workbook::{Part, Unit, Way},
};

/// The plane on the drawing: shares of its width, and pixels.
const LEFT: f64 = 0.13;
const WIDTH: f64 = 0.87;
const TOP: f64 = 22.0;
const PLANE: f64 = 240.0;

/// The height of the drawing in pixels.
const HEIGHT: u32 = 304;

const ID: &str = "what-if.way";

/// The chart of the way.
pub(crate) fn isolines(desk: Desk) -> Element {
    let (desk, is_drawn) = take_up(desk, ID);
    let language = desk.language;
    let says = move || {
        desk.read(Part::WhatIf, |_, results| {
            language.way_told(&results.what_if.sensitivity.way)
        })
    };
    let chart = chart(
        desk,
        ID,
        language.phrase(Phrase::WayTitle),
        says,
        [canvas(desk, is_drawn, ID, HEIGHT, marks)],
        table,
    );
    shown_where(chart, move || with_way(desk, |_, _| ()).is_some())
}

fn marks(desk: Desk) -> Vec<Element> {
    let points = classed("g", "way").keyed(move || names(desk), move |name| point(desk, name));
    let mut marks = axes(desk);
    marks.push(curves(desk));
    marks.extend((0..MOST_LINES).map(|line| name_of_line(desk, line)));
    marks.push(points);
    marks
}

/// What is read of the way and its plane, as long as there is one.
fn with_way<T>(desk: Desk, of: impl FnOnce(&Way, Plane) -> T) -> Option<T> {
    desk.read(Part::WhatIf, |_, results| {
        let way = results.what_if.sensitivity.way.as_ref().ok()?;
        Some(of(way, Plane::around(way)?))
    })
}

/// The points by their numbers.
fn names(desk: Desk) -> Vec<u32> {
    let count = with_way(desk, |way, _| way.points.len()).unwrap_or_default();
    (0..).take(count).collect()
}

fn point_at(desk: Desk, name: u32) -> Option<(PathPoint, Plane)> {
    with_way(desk, |way, plane| {
        Some((*way.points.get(name as usize)?, plane))
    })
    .flatten()
}

fn x(plane: Plane, point: &PathPoint) -> f64 {
    LEFT + WIDTH * plane.across(point.earnings_per_share)
}

fn y(plane: Plane, point: &PathPoint) -> f64 {
    TOP + PLANE * plane.down(point.multiple)
}

/// The axes: their names, and the values of today and of the end.
fn axes(desk: Desk) -> Vec<Element> {
    let language = desk.language;
    let end = move |last: bool| {
        with_way(desk, |way, plane| {
            let (first, end) = (*way.points.first()?, *way.points.last()?);
            Some(if last {
                (end, first, plane)
            } else {
                (first, first, plane)
            })
        })
        .flatten()
    };
    // The end's value gives way where it would stand on today's.
    let multiple = move |last: bool| {
        let shown = move || {
            let (point, first, plane) = end(last)?;
            let apart = (y(plane, &point) - y(plane, &first)).abs() >= 14.0;
            (apart || !last).then_some((point, plane))
        };
        classed("text", "end soft")
            .with("x", across(LEFT - 0.01))
            .with_live("y", move || {
                let (point, plane) = shown()?;
                Some(place(y(plane, &point) + 4.0))
            })
            .says(move || {
                shown().map_or_else(String::new, |(point, _)| {
                    language.amount(point.multiple, Unit::Multiple)
                })
            })
    };
    let earnings = move |last: bool| {
        let shown = move || {
            let (point, first, plane) = end(last)?;
            let apart = (x(plane, &point) - x(plane, &first)).abs() >= 0.13;
            (apart || !last).then_some((point, plane))
        };
        classed("text", "middle soft")
            .with("y", place(TOP + PLANE + 17.0))
            .with_live("x", move || {
                let (point, plane) = shown()?;
                Some(across(x(plane, &point)))
            })
            .says(move || {
                shown().map_or_else(String::new, |(point, _)| index(point.earnings_per_share))
            })
    };
    let frame = classed("rect", "plane")
        .with("x", across(LEFT))
        .with("y", place(TOP))
        .with("width", across(WIDTH))
        .with("height", place(PLANE));
    vec![
        frame,
        element("text")
            .with("x", "0")
            .with("y", "12")
            .text(["↑ ", language.phrase(Phrase::Multiple)].concat()),
        classed("text", "end")
            .with("x", across(LEFT + WIDTH))
            .with("y", place(TOP + PLANE + 36.0))
            .text([language.phrase(Phrase::EarningsIndex), " →"].concat()),
        multiple(false),
        multiple(true),
        earnings(false),
        earnings(true),
    ]
}

/// The lines of equal price and the way.
fn curves(desk: Desk) -> Element {
    let lines = (0..MOST_LINES).map(|line| {
        classed("path", "isoline").with_live("d", move || {
            with_way(desk, |_, plane| {
                Some(plane.line(*plane.prices().get(line)?))
            })
            .flatten()
        })
    });
    let way = classed("path", "curve")
        .with_live("d", move || with_way(desk, |way, plane| plane.way(way)));
    element("svg")
        .with("x", across(LEFT))
        .with("y", place(TOP))
        .with("width", across(WIDTH))
        .with("height", place(PLANE))
        .child(stretched(lines.chain([way])))
}

/// Where the name of a line of equal price stands: where the line leaves the
/// plane, from left to right as a share of the chart, from top to bottom in
/// pixels.
struct NamePlace {
    price: f64,
    class: &'static str,
    x: f64,
    y: f64,
}

impl NamePlace {
    fn of(plane: Plane, line: usize) -> Option<Self> {
        let price = *plane.prices().get(line)?;
        let (class, x, y) = match plane.exit(price)? {
            Exit::Right(share) => (
                "on-line end",
                LEFT + WIDTH - 0.01,
                TOP + PLANE * share - 4.0,
            ),
            Exit::Bottom(share) => ("on-line middle", at(share), TOP + PLANE - 8.0),
            Exit::Top(share) => ("on-line middle", at(share), TOP + 16.0),
        };
        Some(Self { price, class, x, y })
    }

    /// The same, where no name of a line before stands there already.
    fn free(plane: Plane, line: usize) -> Option<Self> {
        let here = Self::of(plane, line)?;
        let mut before = (0..line).filter_map(|line| Self::of(plane, line));
        before.all(|other| other.is_apart(&here)).then_some(here)
    }

    fn is_apart(&self, other: &Self) -> bool {
        (self.x - other.x).abs() >= 0.15 || (self.y - other.y).abs() >= 14.0
    }
}

/// A name's middle, not so far out that it would be cut off.
fn at(share: f64) -> f64 {
    LEFT + WIDTH * share.clamp(0.1, 0.9)
}

/// The price of a line, where it leaves the plane.
fn name_of_line(desk: Desk, line: usize) -> Element {
    let free = move || with_way(desk, |_, plane| NamePlace::free(plane, line)).flatten();
    element("text")
        .with_live("class", move || Some(free()?.class.to_owned()))
        .with_live("x", move || Some(across(free()?.x)))
        .with_live("y", move || Some(place(free()?.y)))
        .says(move || {
            free().map_or_else(String::new, |name| {
                let price = index(name.price);
                fill(desk.language.phrase(Phrase::PriceOf), &[&price])
            })
        })
}

/// A point of the way. Its time and price stand beside the two ends, and beside
/// the others as long as they are looked at.
fn point(desk: Desk, name: u32) -> Element {
    let language = desk.language;
    let at =
        move || point_at(desk, name).map(|(point, plane)| (x(plane, &point), y(plane, &point)));
    let circle = classed("circle", "point")
        .with("r", "5")
        .with_live("cx", move || Some(across(at()?.0)))
        .with_live("cy", move || Some(place(at()?.1)));
    // Not so far out that it would be cut off.
    let told = classed("text", "on-line middle")
        .with_live("x", move || Some(across(at()?.0.clamp(0.15, 0.85))))
        .with_live("y", move || Some(place(at()?.1 + 24.0)))
        .says(move || {
            point_at(desk, name)
                .map_or_else(String::new, |(point, _)| language.way_point_short(&point))
        });
    classed("g", "way-point")
        .with("tabindex", "0")
        .with("role", "img")
        .with_live("aria-label", move || {
            Some(language.way_point(&point_at(desk, name)?.0))
        })
        .child(circle)
        .child(told)
}

/// The same points as a table.
fn table(desk: Desk) -> Element {
    let language = desk.language;
    let heads = [
        Phrase::EarningsIndex,
        Phrase::Multiple,
        Phrase::PriceIndex,
        Phrase::ValueIndex,
    ]
    .map(|phrase| {
        classed("th", "number")
            .with("scope", "col")
            .text(language.phrase(phrase))
    });
    let row = move |name: u32| {
        let told = move |of: fn(&PathPoint) -> f64| {
            figure_cell(move || {
                let figure = of(&point_at(desk, name)?.0);
                // As its head says, today is 100.
                Some((100.0 * figure, index(figure)))
            })
        };
        let point = move || point_at(desk, name).map(|(point, _)| point);
        element("tr")
            .child(element("th").with("scope", "row").says(move || {
                point().map_or_else(String::new, |point| language.years_from_today(point.years))
            }))
            .child(told(|point| point.earnings_per_share))
            .child(figure_cell(move || {
                let multiple = point()?.multiple;
                Some((multiple, language.amount(multiple, Unit::Multiple)))
            }))
            .child(told(|point| point.price))
            .child(told(|point| point.value))
    };
    element("table")
        .child(
            element("thead").child(
                element("tr")
                    .child(
                        element("th")
                            .with("scope", "col")
                            .text(language.phrase(Phrase::Time)),
                    )
                    .children(heads),
            ),
        )
        .child(element("tbody").keyed(move || names(desk), row))
}
