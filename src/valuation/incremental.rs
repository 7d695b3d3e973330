//! Incremental P/E: what the market paid for each unit of added earnings.
//!
//! The incremental P/E is the change in market value over the change in
//! (forecast) earnings. Beside the ordinary P/E it tells a rally on earnings
//! from a rally on hope: where the value added is priced like the stock of
//! earnings, the two are alike; where it is ten times as dear, the market paid
//! for a re-rating, and earnings have to catch up.
//!
//! # Where people go wrong
//!
//! * *Reading it as a valuation.* It is a ratio of two differences, and as the
//!   change in earnings nears zero it grows beyond all bounds. 253 does not say
//!   that a group is ten times dearer than at 24; it says that its earnings
//!   hardly moved.
//! * *Overlooking that it holds the whole split.* With the change in percent and
//!   the P/E at the end it gives earnings growth, the P/E at the start and the
//!   re-rating, without any amount of money ([`from_incremental_pe`]).
//!
//! # A worked case
//!
//! Jefferies, January 2026 (the formula is inferred from its figures): China's
//! AI basket rose by 88% to 24 times 2026 earnings, the US one by 42% to 26
//! times, at incremental P/Es of 253 and 35.
//!
//! ```
//! use rerate::valuation::incremental::from_incremental_pe;
//!
//! let china = from_incremental_pe(0.88, 24.0, 253.0)?;
//! assert!((china.earnings_growth - 0.0465).abs() < 5e-5);
//! assert!((china.rerating - 0.7965).abs() < 5e-5);
//! assert!((china.log_share_multiple? - 0.928).abs() < 5e-4);
//!
//! let us = from_incremental_pe(0.42, 26.0, 35.0)?;
//! assert!((us.earnings_growth - 0.282).abs() < 5e-4);
//! assert!((us.rerating - 0.108).abs() < 5e-4);
//! # Ok::<(), rerate::valuation::NotMeaningful>(())
//! ```

use super::decomposition::{Sources, is_near};
use super::not_meaningful::{above_minus_one, finite, given, positive};
use super::{Meaningful, NotMeaningful};

/// Change in value over change in earnings, both in one currency.
///
/// Negative where value and earnings moved in opposite directions.
///
/// Not meaningful: earnings did not change
/// ([`EarningsUnchanged`](NotMeaningful::EarningsUnchanged)), a figure is not
/// finite ([`NotFinite`](NotMeaningful::NotFinite)), or the ratio is beyond
/// `f64` ([`OutOfRange`](NotMeaningful::OutOfRange)).
///
/// ```
/// use rerate::valuation::incremental::incremental_pe;
///
/// // Value up by 732bn on earnings up by 2.9bn.
/// assert!((incremental_pe(732.0, 2.893)? - 253.0).abs() < 0.1);
/// # Ok::<(), rerate::valuation::NotMeaningful>(())
/// ```
pub fn incremental_pe(change_in_value: f64, change_in_earnings: f64) -> Meaningful<f64> {
    given(change_in_value)?;
    if given(change_in_earnings)? == 0.0 {
        return Err(NotMeaningful::EarningsUnchanged);
    }
    finite(change_in_value / change_in_earnings)
}

/// The sources of a move from its size in percent (a fraction), the P/E at its
/// end and the incremental P/E.
///
/// With start value V0, change p, end P/E m and incremental P/E i, earnings
/// were (1+p)V0/m at the end and rose by pV0/i; the amount V0 cancels. So
/// re-rating = p(1 - m/i), and growth = pm / ((1+p)i - pm).
///
/// Not meaningful: the change is -100% or worse
/// ([`RateNotAboveMinusOne`](NotMeaningful::RateNotAboveMinusOne)); the end P/E
/// is zero or negative ([`MultipleNotPositive`](NotMeaningful::MultipleNotPositive));
/// the incremental P/E is zero, which says that value did not move
/// ([`DividesByZero`](NotMeaningful::DividesByZero)); earnings rose by more than
/// they are at the end, so they were zero or negative at the start
/// ([`FundamentalNotPositive`](NotMeaningful::FundamentalNotPositive)); a figure
/// is not finite, or a result beyond `f64`.
pub fn from_incremental_pe(change: f64, pe_end: f64, incremental_pe: f64) -> Meaningful<Sources> {
    above_minus_one(change)?;
    positive(pe_end, NotMeaningful::MultipleNotPositive)?;
    if given(incremental_pe)? == 0.0 {
        return Err(NotMeaningful::DividesByZero);
    }
    let rerating = finite(change * ((incremental_pe - pe_end) / incremental_pe))?;
    // Start value over end P/E is the unit here: earnings are 1 + change at the
    // end, change * (end P/E / incremental P/E) came on top, and so 1 + rerating
    // were there at the start.
    let at_start = 1.0 + rerating;
    if at_start <= 0.0 {
        return Err(NotMeaningful::FundamentalNotPositive);
    }
    let growth = change * (pe_end / incremental_pe) / at_start;
    if growth <= -1.0 {
        return Err(NotMeaningful::FundamentalNotPositive);
    }
    let log_earnings = if is_near(growth) {
        libm::log1p(growth)
    } else {
        libm::log1p(change) - libm::log1p(rerating)
    };
    Sources::new(pe_end / at_start, pe_end, growth, log_earnings, rerating)
}

/// The incremental P/E that a move of `change` (a fraction) to `pe_end` has
/// when earnings grew by `earnings_growth` (a fraction): the way back from
/// [`from_incremental_pe`].
///
/// Not meaningful: earnings did not grow or shrink
/// ([`EarningsUnchanged`](NotMeaningful::EarningsUnchanged)), and else as there.
pub fn implied_incremental_pe(change: f64, earnings_growth: f64, pe_end: f64) -> Meaningful<f64> {
    above_minus_one(change)?;
    above_minus_one(earnings_growth)?;
    positive(pe_end, NotMeaningful::MultipleNotPositive)?;
    if earnings_growth == 0.0 {
        return Err(NotMeaningful::EarningsUnchanged);
    }
    finite(pe_end * (change / (1.0 + change)) * ((1.0 + earnings_growth) / earnings_growth))
}
