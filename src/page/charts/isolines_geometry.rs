//! Where the way to the end and the lines of equal price lie on the plane of
//! earnings per share and multiple.

use crate::{valuation::path::PathPoint, workbook::Way};

/// The prices whose lines may be drawn, as indices, today's being 1.
const FINE: [f64; 13] = [
    0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 5.0, 10.0,
];

/// The prices where the fine ones would be too many.
const COARSE: [f64; 13] = [
    0.01, 0.1, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0,
];

/// The most lines that are drawn.
const MOST_LINES: usize = 7;

/// Into how many pieces a line of equal price is drawn.
const PIECES: u32 = 24;

/// The part of the plane that is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Plane {
    earnings: (f64, f64),
    multiples: (f64, f64),
    /// The multiple today.
    multiple: f64,
}

impl Plane {
    /// The plane around a way, with room on every side.
    pub(super) fn around(way: &Way) -> Option<Self> {
        let multiple = way.points.first()?.multiple;
        let over = |of: fn(&PathPoint) -> f64, least: f64| {
            let (low, high) = way
                .curve
                .iter()
                .map(of)
                .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
                    (low.min(value), high.max(value))
                });
            let room = 0.35 * (high - low).max(least);
            // Neither earnings nor multiples are drawn down to zero, where every
            // line of equal price is infinitely far.
            ((low - room).max(low / 4.0), high + room)
        };
        Some(Self {
            earnings: over(|point| point.earnings_per_share, 0.2),
            multiples: over(|point| point.multiple, 0.2 * multiple),
            multiple,
        })
    }

    /// Where earnings per share lie, as a share of the plane's width.
    fn across(self, earnings: f64) -> f64 {
        let (low, high) = self.earnings;
        (earnings - low) / (high - low)
    }

    /// Where a multiple lies, as a share of the plane's height from the top.
    fn down(self, multiple: f64) -> f64 {
        let (low, high) = self.multiples;
        (high - multiple) / (high - low)
    }

    /// The multiple at which earnings cost a price.
    fn multiple_at(self, price: f64, earnings: f64) -> f64 {
        price * self.multiple / earnings
    }

    /// The prices whose lines are drawn.
    pub(super) fn prices(self) -> Vec<f64> {
        let among = |prices: &[f64]| {
            let drawn = prices.iter().filter(|price| {
                let (low, high) = self.span(**price);
                low <= high
            });
            drawn.copied().collect::<Vec<f64>>()
        };
        let fine = among(&FINE);
        if (2..=MOST_LINES).contains(&fine.len()) {
            fine
        } else {
            let mut coarse = among(&COARSE);
            coarse.truncate(MOST_LINES);
            coarse
        }
    }

    /// From which earnings to which the line of a price lies in the plane; the
    /// first are the higher ones where it does not pass through it.
    fn span(self, price: f64) -> (f64, f64) {
        let at = |multiple| price * self.multiple / multiple;
        let low = self.earnings.0.max(at(self.multiples.1));
        let high = self.earnings.1.min(at(self.multiples.0));
        (low, high)
    }

    /// The line of a price as far as it lies in the plane, in shares of it.
    pub(super) fn line(self, price: f64) -> Vec<(f64, f64)> {
        let (low, high) = self.span(price);
        let pieces = (0..=PIECES).map(|piece| {
            let earnings = low + (high - low) * f64::from(piece) / f64::from(PIECES);
            self.place(earnings, self.multiple_at(price, earnings))
        });
        pieces.collect()
    }

    /// The way, in shares of the plane.
    pub(super) fn way(self, way: &Way) -> Vec<(f64, f64)> {
        let points = way.curve.iter();
        points
            .map(|point| self.place(point.earnings_per_share, point.multiple))
            .collect()
    }

    /// Where earnings per share at a multiple lie, in shares of the plane.
    pub(super) fn place(self, earnings: f64, multiple: f64) -> (f64, f64) {
        (self.across(earnings), self.down(multiple))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::valuation::{
        path::path,
        rerating::{Exit as To, Outlook},
    };

    fn way(outlook: &Outlook) -> Way {
        Way {
            points: path(outlook, 2).unwrap().collect(),
            curve: path(outlook, 16).unwrap().collect(),
        }
    }

    fn rerated() -> Way {
        way(&Outlook {
            exit: To::Target(28.0),
            earnings_growth: 0.21,
            years: 2.0,
            ..Outlook::unchanged(16.0)
        })
    }

    #[test]
    fn the_way_lies_inside_with_room_around_it() {
        let way = rerated();
        let plane = Plane::around(&way).unwrap();
        for point in &way.curve {
            let (x, y) = (
                plane.across(point.earnings_per_share),
                plane.down(point.multiple),
            );
            assert!(x > 0.1 && x < 0.9 && y > 0.1 && y < 0.9, "{x} {y}");
        }
    }

    #[test]
    fn todays_line_passes_through_today() {
        let plane = Plane::around(&rerated()).unwrap();
        assert!((plane.multiple_at(1.0, 1.0) - 16.0).abs() < 1e-12);
        assert!(plane.prices().contains(&1.0));
    }

    #[test]
    fn there_are_some_lines_and_not_too_many() {
        for (growth, target) in [(0.0, 16.0), (0.21, 28.0), (-0.5, 4.0), (3.0, 160.0)] {
            let way = way(&Outlook {
                exit: To::Target(target),
                earnings_growth: growth,
                years: 3.0,
                ..Outlook::unchanged(16.0)
            });
            let count = Plane::around(&way).unwrap().prices().len();
            assert!(
                (1..=MOST_LINES).contains(&count),
                "{growth} {target}: {count}"
            );
        }
    }
}
