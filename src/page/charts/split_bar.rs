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
    let laid_out = move || desk.read(Part::Past, |_, results| laid_out(past(&results.past)));
    let pieces = move || laid_out().pieces;
    let zero = move || laid_out().zero;
    let line = move |_| {
        let x = move || zero().map(place);
        classed("line", "zero")
            .with_live("x1", x)
            .with_live("x2", x)
            .with("y1", "0")
            .with("y2", "20")
    };
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
        .child(
            drawing("0 0 1000 20")
                .child(element("g").keyed(drivers, rect))
                .child(element("g").keyed(move || zero().map(|_| 0).into_iter().collect(), line)),
        )
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

/// Where the pieces lie, and where nothing is lost or gained, if that is not the
/// bar's own beginning.
#[derive(Debug, Default)]
struct LaidOut {
    pieces: Vec<Piece>,
    zero: Option<f64>,
}

/// The drivers laid end to end: what raised the value to the right of zero,
/// what lowered it to the left.
fn laid_out(past: &PastResult) -> LaidOut {
    let Ok(split) = past.split else {
        return LaidOut::default();
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
    LaidOut {
        pieces,
        zero: (losses < 0.0).then(|| scale.at(0.0)),
    }
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::workbook::{Edit, Field, Figure, Place, Preset, Workbook, evaluate};

    #[test]
    fn what_is_lost_lies_to_the_left_of_a_line() {
        let mut workbook = Workbook::from(Preset::ChinaVsUs);
        let gained = laid_out(&evaluate(&workbook).past.a);
        assert_eq!((gained.pieces.len(), gained.zero), (2, None));

        let place = Place::Field(Field::PastACurrency);
        Edit::Figure(place, Some(Figure::exact(-0.3)))
            .apply(&mut workbook)
            .expect("within the limits");
        let both = laid_out(&evaluate(&workbook).past.a);
        let zero = both.zero.expect("a loss");
        assert!(zero > 0.0 && zero < WIDTH);
        for piece in both.pieces {
            let is_loss = piece.driver == Driver::Currency;
            assert_eq!(piece.to <= zero + 1e-9, is_loss, "{piece:?}");
            assert_eq!(piece.from >= zero - 1e-9, !is_loss, "{piece:?}");
        }
    }
}
