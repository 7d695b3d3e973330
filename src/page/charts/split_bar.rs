//! Past moves as bars of what they were made of.

use super::{
    across,
    frame::{line_name, upright},
    scale::Scale,
};
use crate::{
    page::{Desk, Element, classed, controls::Named, element},
    text::{
        Language, Phrase, fill,
        numbers::{self, Shape},
    },
    valuation::attribution::{Driver, Split},
    workbook::{Market, Part, PastResult, Unit},
};

/// The height of a bar, and of the name of zero above it, in pixels.
const BAR: u32 = 24;
const HEAD: u32 = 18;

/// A piece of a bar: its driver, and where it starts and ends in amounts.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Piece {
    driver: Driver,
    from: f64,
    to: f64,
}

/// The drivers of both markets' past moves laid end to end, on one scale: what
/// raised a value to the right of zero, what lowered it to the left. A market
/// whose move is not known has none. The table below says what they draw.
pub(crate) fn split_bars(desk: Desk) -> Element {
    classed("div", "split-bars").drawn(move || {
        let moves: Vec<(Market, f64, Split)> = desk.read(Part::Past, |_, results| {
            let moves = Market::ALL
                .into_iter()
                .zip([&results.past.a, &results.past.b]);
            let known = moves.map(|(market, past)| known(market, past));
            known.flatten().collect()
        });
        let ends = moves.iter().flat_map(|(_, _, split)| pieces(split));
        let scale = Scale::over(ends.flat_map(|piece| [piece.from, piece.to]), 1.0);
        let bars = moves.into_iter().map(|(market, total, split)| {
            let name = Named::Market(market).shown(desk);
            split_bar(desk.language, scale, &name, total, &split)
        });
        bars.collect()
    })
}

fn known(market: Market, past: &PastResult) -> Option<(Market, f64, Split)> {
    Some((market, past.total.ok()?, past.split.ok()?))
}

/// A move with its bar, and the bar's key.
fn split_bar(language: Language, scale: Scale, name: &str, total: f64, split: &Split) -> Element {
    let total = numbers::show(total, Unit::Ratio, Shape::fixed(0).signed(), language);
    let caption = fill(language.phrase(Phrase::MoveOf), &[name, &total]);
    let pieces = pieces(split);
    let is_mixed =
        pieces.iter().any(|piece| piece.to > 0.0) && pieces.iter().any(|piece| piece.from < 0.0);
    let key = pieces.iter().map(|piece| {
        let part = split.parts.of(piece.driver);
        // Of a whole that is made of gains and losses a share says little.
        let shown = match part.share {
            Ok(share) if !is_mixed => numbers::show(share, Unit::Ratio, Shape::fixed(0), language),
            _ => language.part_of_move(part.amount, split.method).1,
        };
        classed("li", driver_class(piece.driver))
            .text([language.driver(piece.driver), " "].concat())
            .child(element("b").text(shown))
    });
    classed("figure", "split-bar")
        .child(element("figcaption").text(caption))
        .child(bar(scale, &pieces))
        .child(element("ul").children(key))
}

/// The bar, with the line of zero where zero is not the bars' beginning.
fn bar(scale: Scale, pieces: &[Piece]) -> Element {
    let zero = scale.at(0.0);
    let head = if zero > 0.0 { HEAD } else { 0 };
    let rects = pieces.iter().map(|piece| {
        let (from, to) = (scale.at(piece.from), scale.at(piece.to));
        classed("rect", driver_class(piece.driver))
            .with("x", across(from))
            .with("y", head.to_string())
            .with("width", across(to - from))
            .with("height", BAR.to_string())
    });
    let svg = element("svg")
        .with("width", "100%")
        .with("height", (head + BAR).to_string())
        .with("aria-hidden", "true")
        .with("focusable", "false")
        .children(rects);
    if head == 0 {
        return svg;
    }
    let line = upright("zero", zero, [head, head + BAR]);
    svg.child(line).child(line_name(zero, "0".to_owned()))
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

/// The drivers of a move that did anything, laid end to end from zero.
fn pieces(split: &Split) -> Vec<Piece> {
    let (mut up, mut down) = (0.0, 0.0);
    let mut pieces = Vec::new();
    for (driver, part) in split.parts.each() {
        let end = if part.amount > 0.0 {
            &mut up
        } else {
            &mut down
        };
        let start = *end;
        *end += part.amount;
        if *end != start {
            let (from, to) = (start.min(*end), start.max(*end));
            pieces.push(Piece { driver, from, to });
        }
    }
    pieces
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::workbook::{Edit, Field, Figure, Place, Preset, Workbook, evaluate};

    #[test]
    fn what_is_lost_lies_to_the_left_of_zero() {
        let mut workbook = Workbook::from(Preset::ChinaVsUs);
        let of = |workbook: &Workbook| pieces(&evaluate(workbook).past.a.split.expect("a move"));
        assert_eq!(of(&workbook).len(), 2);

        let place = Place::Field(Field::PastACurrency);
        Edit::Figure(place, Some(Figure::exact(-0.3)))
            .apply(&mut workbook)
            .expect("within the limits");
        let both = of(&workbook);
        assert_eq!(both.len(), 3);
        for piece in both {
            let is_loss = piece.driver == Driver::Currency;
            assert_eq!(piece.to <= 0.0, is_loss, "{piece:?}");
            assert_eq!(piece.from >= 0.0, !is_loss, "{piece:?}");
        }
    }
}
