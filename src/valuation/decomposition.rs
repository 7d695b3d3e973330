//! A past move in value, taken apart from its two ends.
//!
//! Value over earnings is the multiple at each end, so two values and two
//! earnings say how much of the move was growth and how much was re-rating.
//!
//! # Where people go wrong
//!
//! * *Adding.* Earnings up 15% while the multiple falls from 30 to 25 is not
//!   15% - 16.7% = -1.7% but -4.17%: the fall strikes the growth as well.
//! * *Mixing windows.* Trailing earnings at one end and forecasts at the other
//!   make growth out of the difference in definition.
//! * *Carrying on through a loss.* A company that goes from a loss to a profit
//!   has no growth rate and no multiple at the start. The value still changed,
//!   and [`Decomposition::total`] says by how much.
//!
//! # A worked case
//!
//! The S&P 500 in the 1960s, from Shiller's data: 58.03 to 90.31 on earnings of
//! 3.39 and 5.73. Prices rose by 4.5% a year, which earnings alone explain:
//! they grew by 5.4%, and the multiple shrank by 0.8% a year.
//!
//! ```
//! use rerate::valuation::decomposition::{decompose, Endpoints};
//!
//! let sixties = decompose(&Endpoints {
//!     value_start: 58.03,
//!     value_end: 90.31,
//!     earnings_start: 3.39,
//!     earnings_end: 5.73,
//! });
//! let annual = sixties.sources?.factors().annual(10.0)?;
//! assert!((annual.earnings - 0.0539).abs() < 5e-5);
//! assert!((annual.rerating - -0.0082).abs() < 5e-5);
//! assert!((annual.total() - 0.0452).abs() < 5e-5);
//! # Ok::<(), rerate::valuation::NotMeaningful>(())
//! ```

use serde::Serialize;

use super::attribution::Factors;
use super::compounding::without;
use super::gap::log_gap;
use super::not_meaningful::{finite, given, positive};
use super::{Meaningful, NotMeaningful};

/// Value and earnings at the two ends of a move, in one currency.
///
/// Either both of the whole company (market value and net income) or both of a
/// share (price and earnings per share).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Endpoints {
    /// Value at the start; above 0.
    pub value_start: f64,
    /// Value at the end; above 0.
    pub value_end: f64,
    /// Earnings at the start, per year; above 0.
    pub earnings_start: f64,
    /// Earnings at the end, per year; above 0.
    pub earnings_end: f64,
}

/// A past move in value and its two sources.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Decomposition {
    /// Change in value, as a fraction. Given even where earnings are negative.
    pub total: Meaningful<f64>,
    /// Growth and re-rating.
    pub sources: Meaningful<Sources>,
}

/// Growth and re-rating: where a move in value came from.
///
/// `(1 + earnings_growth)(1 + rerating) - 1` is the total.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Sources {
    /// Value over earnings at the start.
    pub pe_start: f64,
    /// Value over earnings at the end.
    pub pe_end: f64,
    /// Change in earnings, as a fraction.
    pub earnings_growth: f64,
    /// Change in the multiple, as a fraction.
    pub rerating: f64,
    /// Earnings' part of the log move. It lies outside 0 to 1 where the
    /// two sources pull in opposite directions. Not meaningful where the value
    /// did not change, or by rounding only ([`NoChange`](NotMeaningful::NoChange)).
    pub log_share_earnings: Meaningful<f64>,
    /// The multiple's part of the log move; the two shares add to 1. Not
    /// meaningful: as for the other.
    pub log_share_multiple: Meaningful<f64>,
    /// Earnings growth times re-rating: what adding the two leaves out.
    pub interaction: f64,
}

impl Sources {
    /// From growth and re-rating, with what follows from them.
    ///
    /// `log_earnings` is ln(1 + growth), which after a deep fall is not known
    /// from the growth: -99.99999% has rounded away most of what is left.
    pub(super) fn new(
        pe_start: f64,
        pe_end: f64,
        earnings_growth: f64,
        log_earnings: f64,
        rerating: f64,
    ) -> Meaningful<Self> {
        let log_earnings = finite(log_earnings)?;
        let log_multiple = if is_near(rerating) {
            libm::log1p(rerating)
        } else {
            log_gap(pe_end, pe_start)?
        };
        let log_total = log_earnings + log_multiple;
        let rounding = 4.0 * f64::EPSILON * (log_earnings.abs() + log_multiple.abs());
        let share = |log: f64| {
            if log_total.abs() <= rounding {
                Err(NotMeaningful::NoChange)
            } else {
                finite(log / log_total)
            }
        };
        Ok(Self {
            pe_start: positive(finite(pe_start)?, NotMeaningful::OutOfRange)?,
            pe_end: positive(finite(pe_end)?, NotMeaningful::OutOfRange)?,
            earnings_growth: finite(earnings_growth)?,
            rerating: finite(rerating)?,
            log_share_earnings: share(log_earnings),
            log_share_multiple: share(log_multiple),
            interaction: finite(earnings_growth * rerating)?,
        })
    }

    /// The two as factors, for [`split`](super::attribution::split).
    #[must_use]
    pub fn factors(&self) -> Factors {
        Factors {
            earnings: self.earnings_growth,
            rerating: self.rerating,
            ..Factors::default()
        }
    }
}

/// Takes a move in value apart into earnings growth and re-rating.
///
/// Not meaningful, the sources: earnings change sign
/// ([`FundamentalChangedSign`](NotMeaningful::FundamentalChangedSign)) or are
/// zero or negative at both ends or either
/// ([`FundamentalNotPositive`](NotMeaningful::FundamentalNotPositive)). Both
/// sources and total: a value is zero or negative
/// ([`ValueNotPositive`](NotMeaningful::ValueNotPositive)), a figure is not
/// finite ([`NotFinite`](NotMeaningful::NotFinite)), or a result is beyond
/// `f64` ([`OutOfRange`](NotMeaningful::OutOfRange)). The shares of the log move
/// alone: the value did not change ([`NoChange`](NotMeaningful::NoChange)).
///
/// Source: the identity value = earnings x multiple; R. Ibbotson and P. Chen,
/// "Long-run stock returns: participating in the real economy", *Financial
/// Analysts Journal* 59 (2003), split the market's history so.
#[must_use]
pub fn decompose(ends: &Endpoints) -> Decomposition {
    Decomposition {
        total: total(ends),
        sources: sources(ends),
    }
}

fn total(ends: &Endpoints) -> Meaningful<f64> {
    let start = positive(ends.value_start, NotMeaningful::ValueNotPositive)?;
    let end = positive(ends.value_end, NotMeaningful::ValueNotPositive)?;
    finite((end - start) / start)
}

fn sources(ends: &Endpoints) -> Meaningful<Sources> {
    let total = total(ends)?;
    let (start, end) = (given(ends.earnings_start)?, given(ends.earnings_end)?);
    if (start > 0.0 && end < 0.0) || (start < 0.0 && end > 0.0) {
        return Err(NotMeaningful::FundamentalChangedSign);
    }
    if start <= 0.0 || end <= 0.0 {
        return Err(NotMeaningful::FundamentalNotPositive);
    }
    let pe_start = ends.value_start / start;
    let pe_end = ends.value_end / end;
    for pe in [pe_start, pe_end] {
        positive(finite(pe)?, NotMeaningful::OutOfRange)?;
    }
    let growth = (end - start) / start;
    // The quotients are rounded. A small re-rating is better known from the
    // changes of value and earnings, which are differences of what was given.
    let from_changes = without(total, growth);
    let rerating = if is_near(from_changes) {
        from_changes
    } else {
        (pe_end - pe_start) / pe_start
    };
    Sources::new(pe_start, pe_end, growth, log_gap(end, start)?, rerating)
}

/// Within a factor of two, where a change knows more digits than a quotient.
pub(super) fn is_near(change: f64) -> bool {
    (-0.5..=1.0).contains(&change)
}
