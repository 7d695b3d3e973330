//! Bars on either side of a line, one below another, each with its name along it
//! and its figure at its end.

use super::{
    across, chart,
    frame::{self, along, canvas_of, line_name, read_as_one, upright},
    scale::Scale,
    shown_where, take_up,
};
use crate::page::{
    Desk, Element, classed,
    controls::{column, figure_cell, row_head},
    element,
};
use crate::text::{Language, Word, fill};

/// The height of the line's name, and of a bar's place: a line of text and the
/// bar.
pub(super) const HEAD: u32 = 18;
pub(super) const ROW: u32 = 46;

/// What is left free for the figures of the bars that lead to a side, as a share
/// of the width.
const FIGURE: f64 = 0.22;

/// What the chart shows.
#[derive(Clone, Copy)]
pub(super) struct Bars {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    /// What it shows in one sentence.
    pub(super) says: fn(Desk) -> String,
    /// What lies at zero.
    pub(super) zero: &'static str,
    /// The bars as they stand.
    pub(super) bars: fn(Desk) -> Vec<Bar>,
    /// The heads of the two columns of the table with the same figures.
    pub(super) heads: [&'static str; 2],
    /// That table, as [`table`] makes it.
    pub(super) table: fn(Desk) -> Element,
}

/// A bar from one value to another, in words, with its figure as a number
/// besides.
pub(super) struct Bar {
    pub(super) class: &'static str,
    pub(super) from: f64,
    pub(super) to: f64,
    pub(super) name: String,
    pub(super) value: f64,
    pub(super) figure: String,
}

impl Bar {
    fn is_backward(&self) -> bool {
        self.to < self.from
    }
}

/// The chart of some bars, where there are any.
pub(super) fn bars(desk: Desk, of: Bars) -> Element {
    let (desk, is_drawn) = take_up(desk, of.id);
    let tall = move || height((of.bars)(desk).len());
    let drawing = canvas_of(is_drawn, of.id, tall, move || {
        marks(desk.language, of.zero, &(of.bars)(desk))
    });
    let says = move || (of.says)(desk);
    let chart = chart(desk, of.id, of.title, says, [drawing], of.table);
    classed("div", "narrow").child(shown_where(chart, move || !(of.bars)(desk).is_empty()))
}

/// The height of the drawing of so many bars.
const fn height(bars: usize) -> u32 {
    HEAD + bars as u32 * ROW
}

fn marks(language: Language, zero: &'static str, bars: &[Bar]) -> Vec<Element> {
    let free = |is_there: bool| if is_there { FIGURE } else { 0.0 };
    let left = free(bars.iter().any(Bar::is_backward));
    let right = free(!bars.iter().all(Bar::is_backward));
    let ends = bars.iter().flat_map(|bar| [bar.from, bar.to]);
    let scale = Scale::over(ends, 1.0 - left - right);
    let at = |value| left + scale.at(value);
    let mut marks = vec![
        beside_bars(at(0.0), bars.len() as u32),
        line_name(at(0.0), zero.to_owned()),
    ];
    for (place, bar) in (0..).zip(bars) {
        marks.push(row(
            language,
            HEAD + place * ROW,
            at(bar.from),
            at(bar.to),
            bar,
        ));
    }
    marks
}

/// The line at a place, beside so many bars: it crosses none of their names.
pub(super) fn beside_bars(at: f64, bars: u32) -> Element {
    upright("zero", at, [HEAD + 18, HEAD + bars * ROW]).with("stroke-dasharray", "22 24")
}

/// A bar from one place to another, so many pixels from the top.
fn row(language: Language, top: u32, from: f64, to: f64, bar: &Bar) -> Element {
    let (low, high) = (from.min(to), from.max(to));
    let below = |down: u32| (top + down).to_string();
    let rect = element("rect")
        .with("x", across(low))
        // What is next to nothing is still a line.
        .with("width", across((high - low).max(0.003)))
        .with("y", below(20))
        .with("height", "18");
    let name = along(&bar.name, from, bar.is_backward(), 0.0).with("y", below(14));
    // The figure stands where the bar leads to.
    let (class, beside) = if bar.is_backward() {
        ("end", low - 0.01)
    } else {
        ("start", high + 0.01)
    };
    let figure = classed("text", class)
        .with("x", across(beside))
        .with("y", below(34))
        .text(bar.figure.clone());
    read_as_one(fill(
        language.word(Word::Labelled),
        &[&bar.name, &bar.figure],
    ))
    .with("class", bar.class)
    .child(rect)
    .child(name)
    .child(figure)
}

/// The figures of some bars as a table.
pub(super) fn table(desk: Desk, of: Bars) -> Element {
    let [name, figure] = of.heads;
    let row = |bar: Bar| {
        element("tr")
            .child(row_head(bar.name))
            .child(figure_cell(Some((bar.value, bar.figure))))
    };
    let rows = (of.bars)(desk).into_iter().map(row);
    frame::table(element("table"), column(name), [figure], rows.collect())
}
