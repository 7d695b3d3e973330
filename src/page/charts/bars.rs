//! Bars on either side of a line, one below another, each with its name above it
//! and its figure at its end.

use super::{across, canvas_of, chart, scale::Scale, shown_where, take_up};
use crate::page::{Desk, Element, classed, controls::figure_cell, element};

/// The height of the line's name, and of a bar's place: a line of text and the
/// bar.
const HEAD: u32 = 18;
const ROW: u32 = 46;

/// Where the bars may lie, as shares of the width; their figures stand outside.
const LEFT: f64 = 0.2;
const WIDTH: f64 = 0.58;

/// What the chart shows.
#[derive(Clone, Copy)]
pub(super) struct Bars {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    /// What it shows in one sentence.
    pub(super) says: fn(Desk) -> String,
    /// What lies at zero.
    pub(super) zero: &'static str,
    /// What each bar goes by, and from where to where it reaches.
    pub(super) ends: fn(Desk) -> Vec<(u32, [f64; 2])>,
    /// The bar that goes by a name, as long as there is one.
    pub(super) bar: fn(Desk, u32) -> Option<Bar>,
    /// The heads of the two columns of the table with the same figures.
    pub(super) heads: [&'static str; 2],
    /// That table, as [`table`] makes it.
    pub(super) table: fn(Desk) -> Element,
}

/// A bar in words, with its figure as a number besides.
pub(super) struct Bar {
    pub(super) class: &'static str,
    pub(super) name: String,
    pub(super) value: f64,
    pub(super) figure: String,
}

/// The chart of some bars, where there are any.
pub(super) fn bars(desk: Desk, of: Bars) -> Element {
    let (desk, is_drawn) = take_up(desk, of.id);
    let height = move || HEAD + (of.ends)(desk).len() as u32 * ROW;
    let drawing = canvas_of(desk, is_drawn, of.id, height, move |desk| {
        let line = line(desk, of, height);
        let names = move || (of.ends)(desk).iter().map(|(name, _)| *name).collect();
        vec![
            line,
            element("g").keyed(names, move |name| row(desk, of, name)),
        ]
    });
    let says = move || (of.says)(desk);
    let chart = chart(desk, of.id, of.title, says, [drawing], of.table);
    classed("div", "narrow").child(shown_where(chart, move || !(of.ends)(desk).is_empty()))
}

/// Where a value lies, as a share of the drawing's width.
fn at(desk: Desk, of: Bars, value: f64) -> f64 {
    let ends = (of.ends)(desk);
    let ends = ends.into_iter().flat_map(|(_, ends)| ends);
    LEFT + Scale::over(ends, WIDTH).at(value)
}

fn line(desk: Desk, of: Bars, height: impl Fn() -> u32 + Send + 'static) -> Element {
    let zero = move || Some(across(at(desk, of, 0.0)));
    let line = classed("line", "zero")
        .with_live("x1", zero)
        .with_live("x2", zero)
        .with("y1", HEAD.to_string())
        .with_live("y2", move || Some(height().to_string()));
    let name = classed("text", "soft middle")
        .with_live("x", zero)
        .with("y", (HEAD - 6).to_string())
        .text(of.zero);
    element("g").child(line).child(name)
}

/// A bar's place. It moves down with those above it.
fn row(desk: Desk, of: Bars, name: u32) -> Element {
    let bar = move || (of.bar)(desk, name);
    let place = move || {
        let place = (of.ends)(desk)
            .iter()
            .position(|(other, _)| *other == name)?;
        Some(HEAD + place as u32 * ROW)
    };
    let below = move |down: u32| move || Some((place()? + down).to_string());
    let ends = move || {
        let ends = (of.ends)(desk);
        let (_, ends) = ends.into_iter().find(|(other, _)| *other == name)?;
        Some(ends)
    };
    let span = move || {
        let ends = ends()?.map(|end| at(desk, of, end));
        Some((ends[0].min(ends[1]), ends[0].max(ends[1])))
    };
    // The figure stands where the bar leads to.
    let falls = move || ends().is_some_and(|[from, to]| to < from);
    let figure_at = move || {
        let (low, high) = span()?;
        Some(across(if falls() { low - 0.01 } else { high + 0.01 }))
    };
    let rect = element("rect")
        .with_live("x", move || Some(across(span()?.0)))
        .with_live("width", move || {
            let (low, high) = span()?;
            // What is next to nothing is still a line.
            Some(across((high - low).max(0.003)))
        })
        .with_live("y", below(20))
        .with("height", "18");
    // On a narrow page the line passes under it.
    let name = classed("text", "on-line")
        .with("x", "0")
        .with_live("y", below(14))
        .says(move || bar().map_or_else(String::new, |bar| bar.name));
    let figure = element("text")
        .with_live("class", move || {
            Some(if falls() { "end" } else { "start" }.to_owned())
        })
        .with_live("x", figure_at)
        .with_live("y", below(34))
        .says(move || bar().map_or_else(String::new, |bar| bar.figure));
    element("g")
        .with("tabindex", "0")
        .with("role", "img")
        .with_live("class", move || Some(bar()?.class.to_owned()))
        .with_live("aria-label", move || {
            let bar = bar()?;
            Some([&bar.name, ": ", &bar.figure].concat())
        })
        .child(rect)
        .child(name)
        .child(figure)
}

/// The figures of some bars as a table.
pub(super) fn table(desk: Desk, of: Bars) -> Element {
    let [name, figure] = of
        .heads
        .map(|head| element("th").with("scope", "col").text(head));
    let names = move || (of.ends)(desk).iter().map(|(name, _)| *name).collect();
    let row = move |name: u32| {
        let bar = move || (of.bar)(desk, name);
        element("tr")
            .child(
                element("th")
                    .with("scope", "row")
                    .says(move || bar().map_or_else(String::new, |bar| bar.name)),
            )
            .child(figure_cell(move || {
                let bar = bar()?;
                Some((bar.value, bar.figure))
            }))
    };
    element("table")
        .child(
            element("thead").child(
                element("tr")
                    .child(name)
                    .child(figure.with("class", "number")),
            ),
        )
        .child(element("tbody").keyed(names, row))
}
