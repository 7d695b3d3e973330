//! How a return depends on what is assumed: grids, tornadoes, break-even points.
//!
//! A return is the result of several assumptions, none of them known. A *grid*
//! varies two of them together, a *tornado* each alone between a low and a high
//! value, sorted by how much it matters, and the *break-even points* tell for
//! each how far it may go wrong before nothing is left.
//!
//! # Where people go wrong
//!
//! * *Ranges of unlike width.* A tornado ranks the ranges as much as the
//!   drivers: growth by a point either way against closure from 0 to 1 proves
//!   nothing. Ranges should be equally likely to hold.
//! * *One at a time.* Bars do not add: growth and re-rating multiply. The grid
//!   shows it.
//! * *Reading the middle as likely.*
//!
//! A grid is an iterator: nothing is allocated, whatever its size.
//!
//! # A worked case
//!
//! An example; the figures are those of [`solve`](super::solve):
//!
//! ```
//! use rerate::valuation::rerating::{Exit, Outlook};
//! use rerate::valuation::sensitivity::{grid, Axis, Measure};
//! use rerate::valuation::solve::Unknown;
//!
//! let cloud = Outlook {
//!     peer_multiple: Some(26.83),
//!     exit: Exit::Closure(0.5),
//!     earnings_growth: 0.1,
//!     years: 3.0,
//!     ..Outlook::unchanged(16.1)
//! };
//! let growth = Axis { quantity: Unknown::EarningsGrowth, values: &[0.0, 0.1, 0.2] };
//! let closure = Axis { quantity: Unknown::Closure, values: &[0.0, 0.5, 1.0] };
//! let cells: Vec<_> = grid(&cloud, growth, closure, Measure::Annual).collect();
//! assert_eq!(cells.len(), 9);
//! // Row by row: no growth and no closure first, both in full last.
//! assert_eq!(cells[0], Ok(0.0));
//! assert!((cells[8]? - 0.4227).abs() < 5e-5);
//! # Ok::<(), rerate::valuation::NotMeaningful>(())
//! ```

use serde::{Deserialize, Serialize};

use super::rerating::Outlook;
use super::solve::{Goal, Unknown, solve, with_value};
use super::{Meaningful, put_in_order};

/// Which return is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// The total return.
    #[default]
    Total,
    /// The return a year, compounded.
    Annual,
}

impl Measure {
    fn of(self, outlook: &Outlook) -> Meaningful<f64> {
        let outcome = outlook.outcome()?;
        Ok(match self {
            Self::Total => outcome.total,
            Self::Annual => outcome.annual,
        })
    }
}

/// A quantity of the outlook and the values to try for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis<'a> {
    /// The quantity. A return is none of the outlook's own and changes nothing.
    pub quantity: Unknown,
    /// Its values, in the unit of its field in [`Outlook`].
    pub values: &'a [f64],
}

/// The return at every pair of values, row by row.
///
/// A cell that has no return has the reason; the others are not affected.
pub fn grid(
    outlook: &Outlook,
    rows: Axis<'_>,
    columns: Axis<'_>,
    measure: Measure,
) -> impl Iterator<Item = Meaningful<f64>> {
    let outlook = *outlook;
    rows.values.iter().flat_map(move |row| {
        let in_row = with_value(&outlook, rows.quantity, *row);
        columns
            .values
            .iter()
            .map(move |column| measure.of(&with_value(&in_row, columns.quantity, *column)))
    })
}

/// The range of one quantity in a tornado.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Swing {
    /// The quantity.
    pub quantity: Unknown,
    /// Its low value.
    pub low: f64,
    /// Its high value.
    pub high: f64,
}

/// A bar of a tornado: the returns at the two ends of a range, all else as in
/// the outlook.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Bar {
    /// The range.
    pub swing: Swing,
    /// The return at its low end.
    pub at_low: Meaningful<f64>,
    /// The return at its high end.
    pub at_high: Meaningful<f64>,
}

impl Bar {
    /// Whether the return is lower at the high end of the range, as of the share
    /// count; not where an end has none.
    #[must_use]
    pub fn falls(&self) -> bool {
        matches!((self.at_low, self.at_high), (Ok(low), Ok(high)) if high < low)
    }

    /// How far apart the two ends are; not meaningful where an end is not.
    pub fn width(&self) -> Meaningful<f64> {
        Ok((self.at_high? - self.at_low?).abs())
    }
}

/// The bars of a tornado, the widest first, and those without a width last in
/// the order given.
#[must_use]
pub fn tornado(outlook: &Outlook, swings: &[Swing], measure: Measure) -> Vec<Bar> {
    let mut bars: Vec<Bar> = swings
        .iter()
        .map(|swing| Bar {
            swing: *swing,
            at_low: measure.of(&with_value(outlook, swing.quantity, swing.low)),
            at_high: measure.of(&with_value(outlook, swing.quantity, swing.high)),
        })
        .collect();
    // Stable, so that equal bars do not change places as the reader types.
    put_in_order(&mut bars, |one, other| {
        let width = |bar: &Bar| bar.width().unwrap_or(-1.0);
        width(other).total_cmp(&width(one))
    });
    bars
}

/// For each quantity but the dividend yield the value at which nothing is won and
/// nothing lost, all else as in the outlook.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct BreakEven {
    /// Growth of earnings a year.
    pub earnings_growth: Meaningful<f64>,
    /// The share of the gap that closes.
    pub closure: Meaningful<f64>,
    /// The multiple at the end.
    pub target_multiple: Meaningful<f64>,
    /// The time after which dividends and growth have made up for a loss, or
    /// eaten up a gain.
    pub years: Meaningful<f64>,
    /// Change of the currency a year.
    pub currency: Meaningful<f64>,
    /// Change of the share count a year.
    pub shares: Meaningful<f64>,
}

/// The break-even points of an outlook.
#[must_use]
pub fn break_even(outlook: &Outlook) -> BreakEven {
    let at = |unknown| Ok(solve(outlook, unknown, Goal::Total(0.0))?.value);
    BreakEven {
        earnings_growth: at(Unknown::EarningsGrowth),
        closure: at(Unknown::Closure),
        target_multiple: at(Unknown::TargetMultiple),
        years: at(Unknown::Years),
        currency: at(Unknown::Currency),
        shares: at(Unknown::Shares),
    }
}
