//! A move as a bar of its drivers' shares.

use super::{
    drawing,
    scale::{Scale, place},
};
use crate::{
    page::{Desk, Element, classed, element},
    text::{
        Phrase, fill,
        numbers::{self, Shape},
    },
    valuation::attribution::Driver,
    workbook::{Part, PastResult, PastResults, Unit},
};

/// The width of the drawing; the page stretches it.
const WIDTH: f64 = 1000.0;

/// A piece of the bar: its driver, and where it starts and ends.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Piece {
    driver: Driver,
    from: f64,
    to: f64,
}

/// The shares of a market's past move, gains to the right and losses to the
/// left of its start; nothing where no move is known. The key under the bar and
/// the table below say what it draws.
pub(crate) fn split_bar(
    desk: Desk,
    past: fn(&PastResults) -> &PastResult,
    name: impl Fn() -> String + Send + 'static,
) -> Element {
    let language = desk.language;
    let caption = move || {
        let total = desk.read(Part::Past, |_, results| past(&results.past).total);
        let total = total
            .map(|total| numbers::show(total, Unit::Ratio, Shape::fixed(0).signed(), language));
        fill(
            language.phrase(Phrase::MoveOf),
            &[&name(), &total.unwrap_or_default()],
        )
    };
    let pieces = move || desk.read(Part::Past, |_, results| pieces(past(&results.past)));
    let drivers = move || {
        let drivers = pieces().into_iter().map(|piece| piece.driver as u32);
        drivers.collect::<Vec<u32>>()
    };
    let piece = move |of: u32| pieces().into_iter().find(|piece| piece.driver as u32 == of);
    let rect = move |of: u32| {
        element("rect")
            .with_live("class", move || {
                Some(driver_class(piece(of)?.driver).to_owned())
            })
            .with_live("x", move || Some(place(piece(of)?.from)))
            .with("y", "0")
            .with_live("width", move || {
                piece(of).map(|piece| place(piece.to - piece.from))
            })
            .with("height", "20")
    };
    let key = move |of: u32| {
        let Some(Piece { driver, .. }) = piece(of) else {
            return element("li");
        };
        let share = move || {
            let share = desk.read(Part::Past, |_, results| {
                past(&results.past)
                    .split
                    .and_then(|split| split.parts.of(driver).share)
            });
            share.map_or_else(
                |_| String::new(),
                |share| numbers::show(share, Unit::Ratio, Shape::fixed(0), language),
            )
        };
        classed("li", driver_class(driver))
            .text([language.driver(driver), " "].concat())
            .child(element("b").says(share))
    };
    let is_known = move || desk.read(Part::Past, |_, results| past(&results.past).total.is_ok());
    classed("figure", "split-bar")
        .with_live("hidden", move || (!is_known()).then(String::new))
        .child(element("figcaption").says(caption))
        .child(drawing("0 0 1000 20").child(element("g").keyed(drivers, rect)))
        .child(element("ul").keyed(drivers, key))
}

/// The class by which the style colours a driver.
pub(super) const fn driver_class(driver: Driver) -> &'static str {
    match driver {
        Driver::Earnings => "driver earnings",
        Driver::Rerating => "driver rerating",
        Driver::Shares => "driver shares",
        Driver::Dividends => "driver dividends",
        Driver::Currency => "driver currency",
    }
}

/// The drivers laid end to end: what raised the value to the right of zero,
/// what lowered it to the left.
fn pieces(past: &PastResult) -> Vec<Piece> {
    let Ok(split) = past.split else {
        return Vec::new();
    };
    let parts = split.parts.map(|part| part.amount);
    let gains: f64 = parts.each().iter().map(|(_, amount)| amount.max(0.0)).sum();
    let losses: f64 = parts.each().iter().map(|(_, amount)| amount.min(0.0)).sum();
    let scale = Scale::over([gains, losses], WIDTH);
    let (mut up, mut down) = (0.0, 0.0);
    let mut pieces = Vec::new();
    for (driver, amount) in parts.each() {
        let end = if amount > 0.0 { &mut up } else { &mut down };
        let start = *end;
        *end += amount;
        let (from, to) = (scale.at(start.min(*end)), scale.at(start.max(*end)));
        if to > from {
            pieces.push(Piece { driver, from, to });
        }
    }
    pieces
}
