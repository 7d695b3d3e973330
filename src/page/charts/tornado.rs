//! The tornado: the return as each driver alone is moved, the widest bar first.

use super::{across, canvas, chart, shown_where, take_up};
use crate::{
    page::{Desk, Element, classed, controls::figure_cell, element},
    text::{Language, Phrase},
    valuation::{Meaningful, NotMeaningful, sensitivity::Bar},
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
    let now = move || Some(across(zone(desk)?.at(zone(desk)?.now)));
    let middle = classed("line", "axis")
        .with_live("x1", now)
        .with_live("x2", now)
        .with("y1", "0")
        .with("y2", (BARS * ROW).to_string());
    let rows = (0..BARS).map(|place| row(desk, place));
    [middle].into_iter().chain(rows).collect()
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

/// The bar at a place, as long as there is one.
fn bar_at(desk: Desk, place: u32) -> Meaningful<Bar> {
    desk.read(Part::WhatIf, |_, results| {
        match &results.what_if.sensitivity.tornado {
            Ok(bars) => {
                let bar = bars.get(place as usize);
                bar.copied().ok_or(NotMeaningful::MissingInput)
            }
            Err(reason) => Err(*reason),
        }
    })
}

/// A bar with the name and the range of its driver above it, and the returns at
/// both its ends.
fn row(desk: Desk, place: u32) -> Element {
    let language = desk.language;
    let top = place * ROW;
    let bar = move || bar_at(desk, place).ok();
    let ends = move || {
        let bar = bar()?;
        let (one, other) = (bar.at_low.ok()?, bar.at_high.ok()?);
        Some((one.min(other), one.max(other)))
    };
    let part = move |class, from: fn(Zone, (f64, f64)) -> (f64, f64)| {
        let piece = move || {
            let zone = zone(desk)?;
            let (from, to) = from(zone, ends()?);
            Some((zone.at(from), zone.at(to.max(from))))
        };
        classed("rect", class)
            .with_live("x", move || Some(across(piece()?.0)))
            .with_live("width", move || {
                let (from, to) = piece()?;
                Some(across(to - from))
            })
            .with("y", (top + 20).to_string())
            .with("height", "18")
    };
    let end = move |class, at: fn((f64, f64)) -> f64, beside: f64| {
        classed("text", class)
            .with("y", (top + 34).to_string())
            .with_live("x", move || {
                Some(across(zone(desk)?.at(at(ends()?)) + beside))
            })
            .says(move || ends().map_or_else(String::new, |ends| language.signed_percent(at(ends))))
    };
    // A driver that there is none of cannot be reached.
    classed("g", "driver")
        .with_live("tabindex", move || bar().map(|_| "0".to_owned()))
        .with_live("role", move || bar().map(|_| "img".to_owned()))
        .with_live("aria-label", move || Some(language.bar_spoken(&bar()?)))
        .child(
            element("text")
                .with("x", "0")
                .with("y", (top + 14).to_string())
                .says(move || bar().map_or_else(String::new, |bar| language.bar_told(&bar))),
        )
        .child(part("below", |zone, (low, high)| (low, high.min(zone.now))))
        .child(part("above", |zone, (low, high)| (low.max(zone.now), high)))
        .child(end("end", |(low, _)| low, -0.01))
        .child(end("start", |(_, high)| high, 0.01))
}

/// The same figures as a table.
fn table(desk: Desk) -> Element {
    let language = desk.language;
    let heads = [Phrase::Low, Phrase::High, Phrase::AtLow, Phrase::AtHigh].map(|phrase| {
        classed("th", "number")
            .with("scope", "col")
            .text(language.phrase(phrase))
    });
    let row = |place: u32| {
        let told = move |of: fn(&Bar) -> Meaningful<f64>,
                         show: fn(&Bar, f64, Language) -> String| {
            figure_cell(move || {
                let bar = bar_at(desk, place).ok()?;
                let figure = of(&bar).ok()?;
                Some((figure, show(&bar, figure, language)))
            })
        };
        let driver =
            |bar: &Bar, value, language: Language| language.driver_value(bar.swing.quantity, value);
        let percent = |_: &Bar, value, language: Language| language.signed_percent(value);
        element("tr")
            .child(element("th").with("scope", "row").says(move || {
                bar_at(desk, place).map_or_else(
                    |_| "—".to_owned(),
                    |bar| language.field(bar.swing.quantity.field()).to_owned(),
                )
            }))
            .child(told(|bar| Ok(bar.swing.low), driver))
            .child(told(|bar| Ok(bar.swing.high), driver))
            .child(told(|bar| bar.at_low, percent))
            .child(told(|bar| bar.at_high, percent))
    };
    element("table")
        .child(
            element("thead").child(
                element("tr")
                    .child(
                        element("th")
                            .with("scope", "col")
                            .text(language.phrase(Phrase::Driver)),
                    )
                    .children(heads),
            ),
        )
        .child(element("tbody").children((0..BARS).map(row)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::valuation::{sensitivity::Swing, solve::Unknown};

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
