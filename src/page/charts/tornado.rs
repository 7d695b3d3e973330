//! The tornado: the return as each driver alone is moved, the widest bar first.

use super::{
    across,
    bars::{HEAD, ROW, beside_bars},
    canvas, chart,
    frame::{self, line_name, over, read_as_one},
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
        [canvas(desk, is_drawn, ID, HEAD + BARS * ROW, marks)],
        table,
    );
    shown_where(chart, move || zone(desk).is_some())
}

fn marks(desk: Desk) -> Vec<Element> {
    let Some(zone) = zone(desk) else {
        return Vec::new();
    };
    let language = desk.language;
    let shown = desk.read(Part::WhatIf, |workbook, _| workbook.what_if.shown);
    let now = [
        language.field(shown.field()),
        " ",
        &language.signed_percent(zone.now),
    ];
    let mut marks = vec![line_name(zone.at(zone.now), now.concat())];
    let rows = (0..).zip(bars(desk));
    marks.extend(rows.map(|(place, bar)| row(desk.language, zone, place, &bar)));
    marks.push(beside_bars(zone.at(zone.now), BARS));
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
    let top = HEAD + place * ROW;
    let end = |class, value: f64, beside: f64| {
        classed("text", class)
            .with("y", (top + 34).to_string())
            .with("x", across(zone.at(value) + beside))
            .text(language.signed_percent(value))
    };
    let name = over(zone.at(zone.now), language.bar_told(bar));
    let mut marks = vec![name.with("y", (top + 14).to_string())];
    if let (Ok(one), Ok(other)) = (bar.at_low, bar.at_high) {
        let (low, high) = (one.min(other), one.max(other));
        let (left, right) = (zone.at(low.min(zone.now)), zone.at(high.max(zone.now)));
        let bar = classed("rect", "mark")
            .with("x", across(left))
            .with("width", across(right - left))
            .with("y", (top + 20).to_string())
            .with("height", "18");
        marks.extend([bar, end("end", low, -0.01), end("start", high, 0.01)]);
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
