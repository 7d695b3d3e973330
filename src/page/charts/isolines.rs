//! The way from today to the end over the plane of earnings per share and
//! multiple, with the lines on which the price is the same.

use super::{
    across, canvas, chart,
    frame::{self, read_as_one},
    isolines_geometry::Plane,
    labels::{Name, Side, Spot, Surroundings, around, arrange},
    scale::{path, place},
    shown_where, stretched, take_up,
};
use crate::{
    page::{
        Desk, Element, classed,
        controls::{column, figure_cell, row_head},
        element,
    },
    text::{Language, Phrase, fill, index},
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

/// At which of its pieces the name of a line is tried.
const ALONG: [usize; 5] = [21, 3, 17, 7, 12];

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

/// What is read of the way and its plane, as long as there is one.
fn with_way<T>(desk: Desk, of: impl FnOnce(&Way, Plane) -> T) -> Option<T> {
    desk.read(Part::WhatIf, |_, results| {
        let way = results.what_if.sensitivity.way.as_ref().ok()?;
        Some(of(way, Plane::around(way)?))
    })
}

fn marks(desk: Desk) -> Vec<Element> {
    let language = desk.language;
    let drawn = with_way(desk, |way, plane| {
        let mut marks = axes(language);
        marks.push(curves(way, plane));
        let named = all_names(language, way, plane).unwrap_or_default();
        let named = named.into_iter().enumerate();
        let named = named.filter_map(|(index, name)| Some(frame::name(name?, index > 1)));
        marks.push(element("g").children(named));
        let points = way.points.iter().map(|of| point(language, plane, of));
        marks.push(classed("g", "way").children(points));
        marks
    });
    drawn.unwrap_or_default()
}

/// Where a point lies: a share of the drawing's width, and pixels from its top.
fn at(plane: Plane, point: &PathPoint) -> (f64, f64) {
    on_drawing(plane.place(point.earnings_per_share, point.multiple))
}

/// A place on the plane as a place on the drawing.
fn on_drawing((across, down): (f64, f64)) -> (f64, f64) {
    (LEFT + WIDTH * across, TOP + PLANE * down)
}

/// The plane with the names of its axes.
fn axes(language: Language) -> Vec<Element> {
    let phrase = |phrase| language.phrase(phrase);
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
            .text(["↑ ", phrase(Phrase::Multiple)].concat()),
        classed("text", "end")
            .with("x", across(LEFT + WIDTH))
            .with("y", place(TOP + PLANE + 36.0))
            .text([phrase(Phrase::EarningsIndex), " →"].concat()),
    ]
}

/// The values of a point beside the axes.
fn values(language: Language, plane: Plane, point: &PathPoint) -> [Name; 2] {
    let (x, y) = at(plane, point);
    let spot = |x, y, side| Spot {
        x,
        dx: 0.0,
        y,
        side,
    };
    [
        (
            language.amount(point.multiple, Unit::Multiple),
            spot(LEFT - 0.01, y + 4.0, Side::Before),
        ),
        (
            index(point.earnings_per_share),
            spot(x, TOP + PLANE + 17.0, Side::Across),
        ),
    ]
}

/// Places on the plane as a path that is stretched over it.
fn drawn(places: &[(f64, f64)]) -> String {
    path(places, (1000.0, 1000.0))
}

/// The lines of equal price and the way.
fn curves(way: &Way, plane: Plane) -> Element {
    let prices = plane.prices().into_iter();
    let lines = prices.map(|price| classed("path", "isoline").with("d", drawn(&plane.line(price))));
    let way = classed("path", "curve").with("d", drawn(&plane.way(way)));
    element("svg")
        .with("x", across(LEFT))
        .with("y", place(TOP))
        .with("width", across(WIDTH))
        .with("height", place(PLANE))
        .child(stretched(lines.chain([way])))
}

/// The names of today and of the end, of the lines of equal price, and the values
/// of both ends on the axes.
fn all_names(language: Language, way: &Way, plane: Plane) -> Option<Vec<Option<Name>>> {
    let ends = [way.points.first()?, way.points.last()?];
    let mut names = Vec::new();
    for point in ends {
        let (x, y) = at(plane, point);
        names.push((language.way_point_short(point), around(x, y)));
    }
    let on_drawing = |places: Vec<_>| places.into_iter().map(on_drawing).collect();
    let mut curves: Vec<Vec<_>> = vec![on_drawing(plane.way(way))];
    for price in plane.prices() {
        let line: Vec<_> = on_drawing(plane.line(price));
        let mut spots = Vec::new();
        for piece in ALONG {
            let &(x, y) = line.get(piece)?;
            spots.extend(around(x, y));
        }
        let price = fill(language.phrase(Phrase::PriceOf), &[&index(price)]);
        names.push((price, spots));
        curves.push(line);
    }
    let surroundings = Surroundings {
        left: LEFT,
        top: TOP,
        bottom: TOP + PLANE,
        marks: way.points.iter().map(|point| at(plane, point)).collect(),
        curves,
    };
    let mut names = arrange(names, &surroundings);
    let [today, end] = ends.map(|point| values(language, plane, point));
    for (today, end) in today.into_iter().zip(end) {
        // The end's value gives way where it would stand on today's.
        let (from, to) = (today.1, end.1);
        let is_apart = (from.x - to.x).abs() >= 0.13 || (from.y - to.y).abs() >= 14.0;
        names.extend([Some(today), is_apart.then_some(end)]);
    }
    Some(names)
}

/// A point of the way, with its time and price as long as it is looked at; the
/// ends have theirs beside them.
fn point(language: Language, plane: Plane, of: &PathPoint) -> Element {
    let (x, y) = at(plane, of);
    let circle = classed("circle", "point")
        .with("r", "5")
        .with("cx", across(x))
        .with("cy", place(y));
    // Not so far out that it would be cut off.
    let told = classed("text", "on-line middle")
        .with("x", across(x.clamp(0.15, 0.85)))
        .with("y", place(y + 24.0))
        .text(language.way_point_short(of));
    read_as_one(language.way_point(of))
        .with("class", "way-point")
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
    ];
    let row = |point: &PathPoint| {
        // As its head says, today is 100.
        let told = |figure: f64| figure_cell(Some((100.0 * figure, index(figure))));
        let multiple = point.multiple;
        let shown = language.amount(multiple, Unit::Multiple);
        element("tr")
            .child(row_head(language.years_from_today(point.years)))
            .child(told(point.earnings_per_share))
            .child(figure_cell(Some((multiple, shown))))
            .child(told(point.price))
            .child(told(point.value))
    };
    let rows = with_way(desk, |way, _| way.points.iter().map(row).collect());
    frame::table(
        element("table"),
        column(language.phrase(Phrase::Time)),
        heads.map(|phrase| language.phrase(phrase)),
        rows.unwrap_or_default(),
    )
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::{super::labels::clashes, *};
    use crate::workbook::{Edit, Field, Figure, Place, Preset, Workbook, evaluate};

    /// The names on the plane, for earnings that grow so much a year for so many
    /// years and a share of the gap that closes.
    fn names([growth, years, closure]: [f64; 3], language: Language) -> Vec<Name> {
        let mut workbook = Workbook::from(Preset::ChinaVsUs);
        for (field, value) in [
            (Field::WhatIfGrowth, growth),
            (Field::WhatIfYears, years),
            (Field::WhatIfClosure, closure),
        ] {
            Edit::Figure(Place::Field(field), Some(Figure::exact(value)))
                .apply(&mut workbook)
                .unwrap();
        }
        let results = evaluate(&workbook).what_if;
        let way = results.sensitivity.way.unwrap();
        let plane = Plane::around(&way).unwrap();
        let names = all_names(language, &way, plane).unwrap();
        names.into_iter().flatten().collect()
    }

    #[test]
    fn no_name_covers_another_wherever_the_way_leads() {
        for inputs in [
            [0.15, 2.0, 0.5],
            [0.0, 2.0, 0.0],
            [0.0, 0.1, 0.0],
            [-0.5, 3.0, 1.0],
            [1.0, 10.0, 1.0],
            [-0.9, 4.0, 0.0],
        ] {
            for language in Language::ALL {
                let names = names(inputs, language);
                assert!(!clashes(&names), "{inputs:?}: {names:?}");
                // Both ends have their names.
                assert!(names.len() > 4, "{inputs:?}: {names:?}");
            }
        }
    }

    #[test]
    fn the_ends_and_the_lines_of_equal_price_are_named() {
        let named = names([0.15, 2.0, 0.5], Language::English);
        for text in [
            "today: price 100",
            "2 years: price 137.8",
            "price 100",
            "price 125",
            "price 150",
            "24x",
            "25x",
            "100",
            "132.3",
        ] {
            assert!(named.iter().any(|(name, _)| name == text), "{text}");
        }
    }
}
