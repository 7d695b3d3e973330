//! The valuation gap: how far one multiple stands from another.
//!
//! A market at 16 times earnings beside a peer at 28 trades at a discount of
//! 42.9%. The same gap seen from the other end is an upside of 75%: that is
//! what prices gain if the multiple rises to the peer's and earnings stand
//! still. The two are one fact, and the larger number is no more true than the
//! smaller.
//!
//! # Where people go wrong
//!
//! * *Reading a discount as an upside.* "A 40% discount, so 40% to gain":
//!   closing a 40% discount is worth 67%.
//! * *Averaging premiums.* One sector at double its peer (+100%) and one at
//!   half (-50%) average to +25%, although the two cancel. Swap the markets and
//!   the average is +25% again: both markets would be dear against each other.
//!   Log gaps cancel, which is why [`total`] averages those.
//! * *Taking half of the gap for half of the way.* Half of a 42.9% discount
//!   closed is a 37.5% gain when the premium halves, and 32.3% when the log gap
//!   does ([`Closing`]).
//! * *Comparing different measures.* The sign of a gap can turn with the
//!   measure: a loss-making sector looks dear on earnings and cheap on sales.
//!
//! # A worked case
//!
//! The Nasdaq Golden Dragon index at 16 times forward earnings against 28 for
//! the Nasdaq-100:
//!
//! ```
//! use rerate::valuation::gap;
//!
//! let chinese = gap::between(16.0, 28.0)?;
//! assert!((chinese.premium - -0.428_571).abs() < 5e-7);
//! assert!((chinese.upside_to_parity - 0.75).abs() < 5e-7);
//! assert!((chinese.log_gap - -0.559_616).abs() < 5e-7);
//! # Ok::<(), rerate::valuation::NotMeaningful>(())
//! ```
//!
//! Multiples are ratios of price to a fundamental and must be positive: a loss
//! has no price-earnings ratio to compare.

use serde::{Deserialize, Serialize};

use super::not_meaningful::{finite, given, positive};
use super::sum::compensated_sum;
use super::{Meaningful, NotMeaningful};

/// A gap between two multiples, in its three forms. All are fractions, and all
/// have the same sign rule: below zero, this side is the cheaper one (for
/// [`upside_to_parity`](Gap::upside_to_parity): above zero).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Gap {
    /// multiple / peer - 1; a discount when below zero, never below -1.
    pub premium: f64,
    /// peer / multiple - 1: the gain if the multiple moves to the peer's.
    pub upside_to_parity: f64,
    /// ln(multiple / peer): the form in which gaps add up.
    pub log_gap: f64,
}

/// Which way a gap is said to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Cheaper than the peer.
    Discount,
    /// Dearer than the peer.
    Premium,
}

/// Whether two multiples bear out what is said of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Agreement {
    /// The figures show the direction stated.
    Agrees,
    /// The figures show the other direction.
    Contradicts,
    /// The multiples are equal: neither a discount nor a premium.
    AtParity,
}

/// What shrinks in proportion while a gap closes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Closing {
    /// The premium: the multiple moves in a straight line to the peer's.
    #[default]
    Premium,
    /// The log gap: the multiple moves by equal factors in equal steps, so that
    /// closing half twice leaves a quarter from whichever side it is measured.
    LogGap,
}

/// One row of a total: two multiples of the same measure, and how much the row
/// counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WeightedPair {
    /// The multiple of the market in question.
    pub multiple: f64,
    /// The peer's multiple on the same measure.
    pub peer: f64,
    /// The weight, zero or more, on any scale.
    pub weight: f64,
}

/// The premium of `multiple` over `peer`, as a fraction.
///
/// It is computed as (multiple - peer) / peer. The other form,
/// multiple / peer - 1, rounds the quotient at the scale of 1 and so keeps only
/// the digits of a small premium that stand above 1e-16: at 20.001 against 20
/// the last four are lost. Here the subtraction is exact within a factor of two
/// (Sterbenz) and rounds by half a ULP beyond, so the result is within about
/// one ULP everywhere.
///
/// Not meaningful: a multiple is zero or negative
/// ([`MultipleNotPositive`](NotMeaningful::MultipleNotPositive)) or not finite
/// ([`NotFinite`](NotMeaningful::NotFinite)), or the premium is beyond `f64`
/// ([`OutOfRange`](NotMeaningful::OutOfRange)).
///
/// Source: the definition used in sell-side relative valuation, for example
/// Bloomberg's EQRV ("premium to comparable companies").
pub fn premium(multiple: f64, peer: f64) -> Meaningful<f64> {
    let (multiple, peer) = (multiple_of(multiple)?, multiple_of(peer)?);
    finite((multiple - peer) / peer)
}

/// What is gained, as a fraction, if `multiple` moves to `peer` and nothing
/// else changes: peer / multiple - 1.
///
/// It is [`premium`] with the sides exchanged, and
/// (1 + premium) (1 + upside) = 1. Not meaningful: as for [`premium`].
pub fn upside_to_parity(multiple: f64, peer: f64) -> Meaningful<f64> {
    premium(peer, multiple)
}

/// ln(`multiple` / `peer`), the gap in the form that adds up.
///
/// Within a factor of two it is log1p of the premium, which is exact there to
/// the last digit or so; the logarithm of a rounded quotient is not. Not
/// meaningful: a multiple is zero, negative or not finite.
pub fn log_gap(multiple: f64, peer: f64) -> Meaningful<f64> {
    let (multiple, peer) = (multiple_of(multiple)?, multiple_of(peer)?);
    let quotient = multiple / peer;
    Ok(if (0.5..=2.0).contains(&quotient) {
        libm::log1p((multiple - peer) / peer)
    } else if quotient.is_normal() {
        libm::log(quotient)
    } else {
        // The quotient of two numbers at the ends of the range does not fit.
        libm::log(multiple) - libm::log(peer)
    })
}

/// The gap between `multiple` and `peer` in its three forms.
///
/// Not meaningful: as for [`premium`].
pub fn between(multiple: f64, peer: f64) -> Meaningful<Gap> {
    Ok(Gap {
        premium: premium(multiple, peer)?,
        upside_to_parity: upside_to_parity(multiple, peer)?,
        log_gap: log_gap(multiple, peer)?,
    })
}

/// The multiple that stands at `premium` (a fraction) over `peer`.
///
/// The way back from [`premium`]. Bloomberg's guide to EQRV: peers at 19.9x and
/// a historic premium of -13% imply 17.3x.
///
/// ```
/// # use rerate::valuation::gap;
/// assert!((gap::implied_multiple(19.9, -0.13)? - 17.313).abs() < 5e-10);
/// # Ok::<(), rerate::valuation::NotMeaningful>(())
/// ```
///
/// Not meaningful: the peer's multiple is not positive; the premium is -100% or
/// less, which no positive multiple has
/// ([`MultipleNotPositive`](NotMeaningful::MultipleNotPositive)); either is not
/// finite; or the result is beyond `f64`.
pub fn implied_multiple(peer: f64, premium: f64) -> Meaningful<f64> {
    let peer = multiple_of(peer)?;
    multiple_of(finite(peer * (1.0 + given(premium)?))?)
}

/// The multiple after the share `closure` of its gap to `peer` has closed.
///
/// 0 leaves the multiple where it is, and 1 takes it to the peer's exactly;
/// below 0 the gap widens, above 1 it opens the other way. With
/// [`Closing::Premium`] the premium becomes (1 - closure) of what it was, with
/// [`Closing::LogGap`] the log gap does.
///
/// ```
/// # use rerate::valuation::gap::{Closing, multiple_after_closing};
/// // Half of the way from 16x to 28x: 22x in a straight line, 21.2x by factors.
/// assert_eq!(multiple_after_closing(16.0, 28.0, 0.5, Closing::Premium), Ok(22.0));
/// let by_factors = multiple_after_closing(16.0, 28.0, 0.5, Closing::LogGap)?;
/// assert!((by_factors - 448_f64.sqrt()).abs() < 1e-13);
/// # Ok::<(), rerate::valuation::NotMeaningful>(())
/// ```
///
/// Not meaningful: a multiple is not positive, before or after
/// ([`MultipleNotPositive`](NotMeaningful::MultipleNotPositive)); a figure is
/// not finite; or the result is beyond `f64`, too large or, of a log gap, too
/// small ([`OutOfRange`](NotMeaningful::OutOfRange)).
pub fn multiple_after_closing(
    multiple: f64,
    peer: f64,
    closure: f64,
    closing: Closing,
) -> Meaningful<f64> {
    let (multiple, peer) = (multiple_of(multiple)?, multiple_of(peer)?);
    let open = 1.0 - given(closure)?;
    let after = finite(match closing {
        // Two products rather than one step from the start: both ends are met
        // exactly. Beyond the ends they have opposite signs, and of a gap that
        // is small they would leave only rounding.
        Closing::Premium if (0.0..=1.0).contains(&closure) => open * multiple + closure * peer,
        Closing::Premium => multiple + closure * (peer - multiple),
        // From the nearer end, for the same reason.
        Closing::LogGap if closure <= 0.5 => {
            multiple * libm::exp(-closure * log_gap(multiple, peer)?)
        }
        Closing::LogGap => peer * libm::exp(open * log_gap(multiple, peer)?),
    })?;
    positive(after, nothing_left(closing))
}

/// The reason why nothing is left of a multiple. By equal factors it never comes
/// to zero, only below what a number can hold.
const fn nothing_left(closing: Closing) -> NotMeaningful {
    match closing {
        Closing::Premium => NotMeaningful::MultipleNotPositive,
        Closing::LogGap => NotMeaningful::OutOfRange,
    }
}

/// The premium (a fraction) that is left of `premium` after the share `closure`
/// of the gap has closed.
///
/// Not meaningful: the premium is -100% or less, before or after
/// ([`MultipleNotPositive`](NotMeaningful::MultipleNotPositive)); a figure is
/// not finite; or the result is beyond `f64`, or so near -100% that no number
/// holds what is left ([`OutOfRange`](NotMeaningful::OutOfRange)).
pub fn premium_after_closing(premium: f64, closure: f64, closing: Closing) -> Meaningful<f64> {
    if given(premium)? <= -1.0 {
        return Err(NotMeaningful::MultipleNotPositive);
    }
    let open = 1.0 - given(closure)?;
    let left = finite(match closing {
        Closing::Premium => open * premium,
        Closing::LogGap => libm::expm1(open * libm::log1p(premium)),
    })?;
    if left <= -1.0 {
        return Err(nothing_left(closing));
    }
    Ok(left)
}

/// The gap over several rows: the weighted mean of their log gaps, and the
/// premium and upside that belong to it.
///
/// total premium = exp(Σ w ln(multiple / peer) / Σ w) - 1, the weighted
/// geometric mean of the rows' ratios. Two reasons against the mean of the
/// premiums:
///
/// * It is its own inverse. Exchange the markets and every log gap changes
///   sign, so (1 + total) (1 + total exchanged) = 1, as for a single pair.
///   Arithmetic means of ratios have no such inverse (Fleming and Wallace, "How
///   not to lie with statistics", CACM 29, 1986).
/// * It works over rows on different measures. A row at 30% below its peer on
///   sales counts as much as one at 30% below on earnings; no unit enters.
///
/// Weights are relative: they need not sum to one.
///
/// ```
/// # use rerate::valuation::gap::{WeightedPair, total};
/// let double = WeightedPair { multiple: 40.0, peer: 20.0, weight: 1.0 };
/// let half = WeightedPair { multiple: 2.0, peer: 4.0, weight: 1.0 };
/// assert_eq!(total(&[double, half])?.premium, 0.0);
/// # Ok::<(), rerate::valuation::NotMeaningful>(())
/// ```
///
/// Not meaningful: no rows ([`NoObservations`](NotMeaningful::NoObservations));
/// a weight below zero ([`WeightNegative`](NotMeaningful::WeightNegative)), all
/// weights zero ([`WeightsSumToZero`](NotMeaningful::WeightsSumToZero)); or a
/// multiple that is not positive in a row whose weight is not zero. A row of
/// weight zero is passed over, whatever it holds.
pub fn total(rows: &[WeightedPair]) -> Meaningful<Gap> {
    if rows.is_empty() {
        return Err(NotMeaningful::NoObservations);
    }
    // Dividing by the largest weight first keeps sums of huge weights in range.
    let mut largest: f64 = 0.0;
    for row in rows {
        if given(row.weight)? < 0.0 {
            return Err(NotMeaningful::WeightNegative);
        }
        largest = largest.max(row.weight);
    }
    if largest == 0.0 {
        return Err(NotMeaningful::WeightsSumToZero);
    }
    let counted = rows.iter().filter(|row| row.weight > 0.0);
    let weighted = counted
        .clone()
        .map(|row| Ok(row.weight / largest * log_gap(row.multiple, row.peer)?))
        .collect::<Meaningful<Vec<f64>>>()?;
    let mean = compensated_sum(weighted) / compensated_sum(counted.map(|row| row.weight / largest));
    Ok(Gap {
        premium: finite(libm::expm1(mean))?,
        // At parity 0, not -0.
        upside_to_parity: finite(libm::expm1(-mean))? + 0.0,
        log_gap: mean,
    })
}

/// Which way the gap between two multiples goes; none at parity.
///
/// Not meaningful: a multiple is zero, negative or not finite.
pub fn direction(multiple: f64, peer: f64) -> Meaningful<Option<Direction>> {
    let (multiple, peer) = (multiple_of(multiple)?, multiple_of(peer)?);
    Ok(if multiple < peer {
        Some(Direction::Discount)
    } else if multiple > peer {
        Some(Direction::Premium)
    } else {
        None
    })
}

/// Whether two multiples bear out the direction stated of them.
///
/// Not meaningful: as for [`direction`].
pub fn agreement(stated: Direction, multiple: f64, peer: f64) -> Meaningful<Agreement> {
    Ok(match direction(multiple, peer)? {
        None => Agreement::AtParity,
        Some(shown) if shown == stated => Agreement::Agrees,
        Some(_) => Agreement::Contradicts,
    })
}

fn multiple_of(multiple: f64) -> Meaningful<f64> {
    positive(multiple, NotMeaningful::MultipleNotPositive)
}
