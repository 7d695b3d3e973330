//! Price-earnings to growth, and the gap that is left when growth is allowed
//! for.
//!
//! The PEG ratio divides a price-earnings ratio by expected growth in percent:
//! 30 times earnings at 30% growth is a PEG of 1. It was a rule of thumb of
//! P. Lynch's (*One Up on Wall Street*, 1989), and a rule of thumb it is. Next
//! to a gap between two markets it answers a fair first question: is the dearer
//! one dearer than its growth?
//!
//! # Where people go wrong
//!
//! * *Reading 1 as fair.* What a percentage point of growth is worth depends on
//!   interest rates, risk and how long it lasts; no constant is fair
//!   (M. Trombley, "Understanding the PEG ratio", *Journal of Investing* 17,
//!   2008).
//! * *Low growth.* At 1% growth any firm looks dear: the ratio goes to infinity
//!   while the value of a firm without growth does not.
//! * *Two growths that differ in kind.* One year's rebound beside a forecast for
//!   five.
//!
//! # A worked case
//!
//! US semiconductors, January 2026 (A. Damodaran's industry data): 48.81 times
//! earnings at expected growth of 22.88%.
//!
//! ```
//! use rerate::valuation::peg::peg;
//!
//! assert!((peg(48.8101, 0.2288)? - 2.1333).abs() < 5e-5);
//! # Ok::<(), rerate::valuation::NotMeaningful>(())
//! ```

use super::gap::{Gap, between};
use super::not_meaningful::{finite, positive};
use super::{Meaningful, NotMeaningful};

/// A price-earnings ratio over growth in percent.
///
/// `growth` is a fraction per year: 0.2288 counts as 22.88. Not meaningful: the
/// multiple is zero or negative
/// ([`MultipleNotPositive`](NotMeaningful::MultipleNotPositive)); growth is
/// ([`GrowthNotPositive`](NotMeaningful::GrowthNotPositive)); a figure is not
/// finite, or the result is beyond `f64`.
pub fn peg(pe: f64, growth: f64) -> Meaningful<f64> {
    let pe = positive(pe, NotMeaningful::MultipleNotPositive)?;
    let growth = positive(growth, NotMeaningful::GrowthNotPositive)?;
    positive(finite(pe / (100.0 * growth))?, NotMeaningful::OutOfRange)
}

/// The gap between two multiples when each is divided by its side's growth.
///
/// The units of growth cancel, so it is a gap like any other: the log gap less
/// ln(growth / peer growth). Where it has the sign of the plain gap, growth
/// explains part of it at most; where it has the other, more than all.
///
/// ```
/// # use rerate::valuation::peg::growth_adjusted_gap;
/// // 16x at 8% growth against 28x at 14%: all of the discount is growth.
/// assert!(growth_adjusted_gap((16.0, 0.08), (28.0, 0.14))?.premium.abs() < 1e-15);
/// # Ok::<(), rerate::valuation::NotMeaningful>(())
/// ```
///
/// `side` and `peer` are each (multiple, growth as a fraction per year). Not
/// meaningful: as for [`peg`], for either.
pub fn growth_adjusted_gap(side: (f64, f64), peer: (f64, f64)) -> Meaningful<Gap> {
    between(peg(side.0, side.1)?, peg(peer.0, peer.1)?)
}
