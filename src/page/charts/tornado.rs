//! The tornado: the return as each driver alone is moved, the widest bar first.

use super::{
    across, canvas, chart,
    frame::{self, read_as_one},
    shown_where, take_up,
};
use crate::{
    page::{
        Desk, Element, classed,
        controls::{column, figure_cell, row_head},
        element,
    },
    text::{Language, Phrase},
    valuation::{Meaningful, sensitivity::Bar},
    workbook::Part,
};

const ID: &str = "what-if.tornado";

/// How many drivers are moved.
const BARS: u32 = 6;

/// The height of a driver's place: a line of text and its bar.
const ROW: u32 = 46;

/// Where the bars may lie, as shares of the width; their figures stand outside.
const LEFT: f64 = 0.2;
const WIDTH: f64 = 0.6;

/// The bars of the drivers.
pub(crate) fn tornado(desk: Desk) -> Element {
    let (desk, is_drawn) = take_up(desk, ID);
    let language = desk.language;
    let says = move || {
        desk.read(Part::WhatIf, |_, results| {
            language.tornado_told(&results.what_if.sensitivity)
        })
    };
    let chart = chart(
        desk,
        ID,
        language.phrase(Phrase::TornadoTitle),
        says,
        [canvas(desk, is_drawn, ID, BARS * ROW, marks)],
        table,
    );
    shown_where(chart, move || zone(desk).is_some())
}

fn marks(desk: Desk) -> Vec<Element> {
    let Some(zone) = zone(desk) else {
        return Vec::new();
    };
    let now = across(zone.at(zone.now));
    let mut marks = vec![
        classed("line", "axis")
            .with("x1", now.clone())
            .with("x2", now)
            .with("y1", "0")
            .with("y2", (BARS * ROW).to_string()),
    ];
    let rows = (0..).zip(bars(desk));
    marks.extend(rows.map(|(place, bar)| row(desk.language, zone, place, &bar)));
    marks
}

/// From the lowest return of any bar to the highest, and the return as it is.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Zone {
    low: f64,
    high: f64,
    now: f64,
}

impl Zone {
    fn over(bars: &[Bar], now: f64) -> Self {
        let (low, high) = bars
            .iter()
            .flat_map(|bar| [bar.at_low, bar.at_high])
            .flatten()
            .fold((now, now), |(low, high), value| {
                (low.min(value), high.max(value))
            });
        Self { low, high, now }
    }

    /// Where a return lies, as a share of the drawing's width.
    fn at(self, value: f64) -> f64 {
        let span = self.high - self.low;
        let share = if span > 0.0 {
            (value - self.low) / span
        } else {
            0.5
        };
        LEFT + WIDTH * share
    }
}

fn zone(desk: Desk) -> Option<Zone> {
    desk.read(Part::WhatIf, |workbook, results| {
        let results = &results.what_if;
        let bars = results.sensitivity.tornado.as_ref().ok()?;
        let now = results.shown(workbook.what_if.shown).ok()?;
        Some(Zone::over(bars, now))
    })
}

fn bars(desk: Desk) -> Vec<Bar> {
    desk.read(Part::WhatIf, |_, results| {
        let tornado = &results.what_if.sensitivity.tornado;
        tornado.as_ref().map_or_else(|_| Vec::new(), Clone::clone)
    })
}

/// A bar with the name and the range of its driver above it, and the returns at
/// both its ends.
fn row(language: Language, zone: Zone, place: u32, bar: &Bar) -> Element {
    let top = place * ROW;
    let piece = |class, from: f64, to: f64| {
        let (from, to) = (zone.at(from), zone.at(to.max(from)));
        classed("rect", class)
            .with("x", across(from))
            .with("width", across(to - from))
            .with("y", (top + 20).to_string())
            .with("height", "18")
    };
    let end = |class, value: f64, beside: f64| {
        classed("text", class)
            .with("y", (top + 34).to_string())
            .with("x", across(zone.at(value) + beside))
            .text(language.signed_percent(value))
    };
    let name = element("text")
        .with("x", "0")
        .with("y", (top + 14).to_string())
        .text(language.bar_told(bar));
    let mut marks = vec![name];
    if let (Ok(one), Ok(other)) = (bar.at_low, bar.at_high) {
        let (low, high) = (one.min(other), one.max(other));
        marks.extend([
            piece("below", low, high.min(zone.now)),
            piece("above", low.max(zone.now), high),
            end("end", low, -0.01),
            end("start", high, 0.01),
        ]);
    }
    read_as_one(language.bar_spoken(bar))
        .with("class", "driver")
        .children(marks)
}

/// The same figures as a table.
fn table(desk: Desk) -> Element {
    let language = desk.language;
    let heads = [Phrase::Low, Phrase::High, Phrase::AtLow, Phrase::AtHigh];
    let row = |bar: Bar| {
        let driver = |value| {
            let shown = language.driver_value(bar.swing.quantity, value);
            figure_cell(Some((value, shown)))
        };
        let percent = |value: Meaningful<f64>| {
            figure_cell(
                value
                    .ok()
                    .map(|value| (value, language.signed_percent(value))),
            )
        };
        element("tr")
            .child(row_head(language.field(bar.swing.quantity.field())))
            .child(driver(bar.swing.low))
            .child(driver(bar.swing.high))
            .child(percent(bar.at_low))
            .child(percent(bar.at_high))
    };
    frame::table(
        element("table"),
        column(language.phrase(Phrase::Driver)),
        heads.map(|phrase| language.phrase(phrase)),
        bars(desk).into_iter().map(row).collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::valuation::{NotMeaningful, sensitivity::Swing, solve::Unknown};

    #[test]
    fn the_widest_returns_take_the_whole_width() {
        let bar = |at_low, at_high| Bar {
            swing: Swing {
                quantity: Unknown::Years,
                low: 1.0,
                high: 3.0,
            },
            at_low,
            at_high,
        };
        let zone = Zone::over(
            &[
                bar(Ok(0.4), Ok(0.0)),
                bar(Err(NotMeaningful::NotFinite), Ok(0.3)),
            ],
            0.1,
        );
        assert_eq!(zone.at(0.0), LEFT);
        assert_eq!(zone.at(0.4), LEFT + WIDTH);
        let nothing = Zone::over(&[], 0.1);
        assert_eq!(nothing.at(0.1), LEFT + WIDTH / 2.0);
    }
}
