//! Scale: a market's share of its peers, and its spending against its value.
//!
//! Two ratios are often set beside each other: one market's share of all peers'
//! *value* and its share of their *spending*. If China's AI firms spend 18% of
//! what the US ones do and are worth 7% of them, either the market expects less
//! of each yuan spent, or it pays less for what is expected, or it is wrong.
//! [`capex_parity`] keeps these apart: value is spending times the return on it
//! times the multiple paid for that return, so of two of them the third follows.
//!
//! Any one of the four can be the unknown ([`ValuedCapex`]).
//!
//! The arithmetic is that of shares and products: identities, in which no
//! convention is involved.
//!
//! # Where people go wrong
//!
//! * *Comparing a share with a ratio.* 6.5% *of all* is 6.95% *of the others*
//!   ([`ratio_to_others`]). Close at 6.5%, far apart at 40%.
//! * *Taking spending for success.* Equal value for equal spending supposes equal
//!   returns on it. That is the thing to be judged, so it is the answer here and
//!   not an assumption.
//! * *Forgetting who is not listed.* A share of listed value says nothing of
//!   private firms, which raise or lower it ([`with_private`]).
//! * *Adding years of unlike definition.* Guidance and filings, fiscal and
//!   calendar years: a ratio of sums hides them.
//!
//! # A worked case
//!
//! The article's figures: listed Chinese AI is 6.5% of global peers, and its
//! large spenders' capital expenditure is 18% of the US ones'. Suppose its
//! earnings are paid 24/26 of the US multiple. Then the market prices a return
//! on that spending of 0.42 of the US firms', and the value of all US firms
//! would take 6.0 times their return:
//!
//! ```
//! use rerate::valuation::scale::{capex_parity, ratio_to_others};
//!
//! let parity = capex_parity(ratio_to_others(0.065)?, 0.18, 24.0 / 26.0)?;
//! assert!((parity.value_per_capex - 0.386).abs() < 5e-4);
//! assert!((parity.implied_return - 0.418).abs() < 5e-4);
//! assert!((parity.return_for_equal_value - 6.02).abs() < 5e-3);
//! # Ok::<(), rerate::valuation::NotMeaningful>(())
//! ```

use serde::{Deserialize, Serialize};

use super::not_meaningful::{finite, given, positive};
use super::sum::compensated_sum;
use super::{Meaningful, NotMeaningful};

/// The part's share of a whole, as a fraction.
///
/// Not meaningful: the whole is zero or negative
/// ([`StartNotPositive`](NotMeaningful::StartNotPositive)); the part is negative
/// or more than the whole ([`ShareOutOfRange`](NotMeaningful::ShareOutOfRange));
/// a figure is not finite.
pub fn share(part: f64, whole: f64) -> Meaningful<f64> {
    let whole = positive(whole, NotMeaningful::StartNotPositive)?;
    if !(0.0..=whole).contains(&given(part)?) {
        return Err(NotMeaningful::ShareOutOfRange);
    }
    Ok(part / whole)
}

/// The ratio to all others that a share of all is: s/(1 - s).
///
/// Not meaningful: the share is negative, or 1 or more, so that no others are
/// left ([`ShareOutOfRange`](NotMeaningful::ShareOutOfRange)); not finite; or so
/// near 1 that the ratio is beyond `f64`.
pub fn ratio_to_others(share: f64) -> Meaningful<f64> {
    if !(0.0..1.0).contains(&given(share)?) {
        return Err(NotMeaningful::ShareOutOfRange);
    }
    finite(share / (1.0 - share))
}

/// The share of all that a ratio to all others is: r/(1 + r).
///
/// The way back from [`ratio_to_others`]. Not meaningful: the ratio is negative
/// ([`ShareOutOfRange`](NotMeaningful::ShareOutOfRange)) or not finite.
pub fn share_of_all(ratio_to_others: f64) -> Meaningful<f64> {
    if given(ratio_to_others)? < 0.0 {
        return Err(NotMeaningful::ShareOutOfRange);
    }
    Ok(ratio_to_others / (1.0 + ratio_to_others))
}

/// Listed and private value of one market and of all, in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Scale {
    /// Value of the market's listed firms.
    pub listed: f64,
    /// Value of all listed peers, this market's among them.
    pub all_listed: f64,
    /// Value of the market's private firms.
    pub private: f64,
    /// Value of all private peers, this market's among them.
    pub all_private: f64,
}

/// Shares of all peers' value, as fractions.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Shares {
    /// Of the listed firms alone.
    pub listed: f64,
    /// With private firms on both sides.
    pub with_private: f64,
}

/// The share of peers' value with and without private firms.
///
/// ```
/// use rerate::valuation::scale::{with_private, Scale};
///
/// let shares = with_private(&Scale {
///     listed: 1.8, all_listed: 27.7, private: 0.5, all_private: 1.5,
/// })?;
/// assert!((shares.listed - 0.065).abs() < 5e-4);
/// assert!((shares.with_private - 0.0788).abs() < 5e-5);
/// # Ok::<(), rerate::valuation::NotMeaningful>(())
/// ```
///
/// Not meaningful: as for [`share`], of either.
pub fn with_private(scale: &Scale) -> Meaningful<Shares> {
    let listed = share(scale.listed, scale.all_listed)?;
    let none_private = given(scale.all_private)? == 0.0 && given(scale.private)? == 0.0;
    if !none_private {
        share(scale.private, scale.all_private)?;
    }
    let all = finite(scale.all_listed + scale.all_private)?;
    Ok(Shares {
        listed,
        with_private: share(scale.listed + scale.private, all)?,
    })
}

/// The value of a market's private firms that takes its share from
/// `listed_share` to `share_with_private`, when its listed firms are worth
/// `listed` and all private peers `all_private`.
///
/// ```
/// use rerate::valuation::scale::implied_private_value;
///
/// // From 6.5% to 8% with private firms, if those are worth 2tn in all: 575bn.
/// let private = implied_private_value(1.8e12, 0.065, 0.08, 2.0e12)?;
/// assert!((private - 0.5754e12).abs() < 1e8);
/// # Ok::<(), rerate::valuation::NotMeaningful>(())
/// ```
///
/// Not meaningful: the listed value is zero or negative
/// ([`ValueNotPositive`](NotMeaningful::ValueNotPositive)); a share is not
/// between 0 and 1 ([`ShareOutOfRange`](NotMeaningful::ShareOutOfRange)); the
/// private firms would be worth less than nothing or more than all private
/// peers ([`FiguresContradict`](NotMeaningful::FiguresContradict)); a figure is
/// not finite, or the result beyond `f64`.
pub fn implied_private_value(
    listed: f64,
    listed_share: f64,
    share_with_private: f64,
    all_private: f64,
) -> Meaningful<f64> {
    let listed = positive(listed, NotMeaningful::ValueNotPositive)?;
    for share in [listed_share, share_with_private] {
        if positive(share, NotMeaningful::ShareOutOfRange)? > 1.0 {
            return Err(NotMeaningful::ShareOutOfRange);
        }
    }
    if given(all_private)? < 0.0 {
        return Err(NotMeaningful::FiguresContradict);
    }
    let all = finite(listed / listed_share + all_private)?;
    let private = finite(share_with_private * all - listed)?;
    // None, or all there are, but for rounding.
    let within = private.min(all_private).max(0.0);
    if (private - within).abs() > 4.0 * f64::EPSILON * all {
        return Err(NotMeaningful::FiguresContradict);
    }
    Ok(within)
}

/// The ratio of spending over several years: the sum of `own` over the sum of
/// `peer`.
///
/// ```
/// use rerate::valuation::scale::spending_ratio;
///
/// // Three years' capital expenditure in billions, all firms together.
/// assert!((spending_ratio(&[124.0], &[694.0])? - 0.1787).abs() < 5e-5);
/// # Ok::<(), rerate::valuation::NotMeaningful>(())
/// ```
///
/// Not meaningful: a list is empty
/// ([`NoObservations`](NotMeaningful::NoObservations)); the peer's sum is zero or
/// negative ([`SpendingNotPositive`](NotMeaningful::SpendingNotPositive)); a
/// figure is not finite, or the ratio beyond `f64`.
pub fn spending_ratio(own: &[f64], peer: &[f64]) -> Meaningful<f64> {
    if own.is_empty() || peer.is_empty() {
        return Err(NotMeaningful::NoObservations);
    }
    for amount in own.iter().chain(peer) {
        given(*amount)?;
    }
    let own = finite(compensated_sum(own.iter().copied()))?;
    let peer = finite(compensated_sum(peer.iter().copied()))?;
    finite(own / positive(peer, NotMeaningful::SpendingNotPositive)?)
}

/// Spending against value. All are ratios of this market to its peer.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct CapexParity {
    /// Value per unit of capital expenditure; 1 where the market values a unit
    /// spent here as it does a unit spent there.
    pub value_per_capex: f64,
    /// The return on capital expenditure that prices imply, once the multiples
    /// are taken out: below 1, less is expected of a unit spent here.
    pub implied_return: f64,
    /// The return that would justify as much value per unit spent as the peer
    /// has, at today's multiples: 1 where the multiples are equal.
    pub return_for_capex_parity: f64,
    /// The return that would justify a value as large as the peer's, at today's
    /// multiples.
    pub return_for_equal_value: f64,
}

/// Sets a market's value against its capital expenditure, both as a ratio to
/// the peer's, given the ratio of the multiples that earnings are paid.
///
/// Earnings are spending times the return on it, value is earnings times the
/// multiple. So value ratio = capex ratio x return ratio x multiple ratio.
///
/// Not meaningful: the value ratio is zero or negative
/// ([`ValueNotPositive`](NotMeaningful::ValueNotPositive)), the capex ratio
/// ([`SpendingNotPositive`](NotMeaningful::SpendingNotPositive)), or the
/// multiple ratio ([`MultipleNotPositive`](NotMeaningful::MultipleNotPositive));
/// a figure is not finite, or a result beyond `f64`.
pub fn capex_parity(
    value_ratio: f64,
    capex_ratio: f64,
    multiple_ratio: f64,
) -> Meaningful<CapexParity> {
    let value_ratio = positive(value_ratio, NotMeaningful::ValueNotPositive)?;
    let capex_ratio = positive(capex_ratio, NotMeaningful::SpendingNotPositive)?;
    let multiple_ratio = positive(multiple_ratio, NotMeaningful::MultipleNotPositive)?;
    let value_per_capex = finite(value_ratio / capex_ratio)?;
    Ok(CapexParity {
        value_per_capex,
        implied_return: finite(value_per_capex / multiple_ratio)?,
        return_for_capex_parity: finite(1.0 / multiple_ratio)?,
        return_for_equal_value: finite(1.0 / capex_ratio / multiple_ratio)?,
    })
}

/// The yearly return on capital expenditure that carries `added_value` when the
/// earnings it brings are paid `multiple`: added value / multiple / capex.
///
/// Return means earnings after tax and after the wear of what was bought, a
/// year, over the amount spent; value and spending in one currency.
///
/// ```
/// use rerate::valuation::scale::return_on_capex_needed;
///
/// // Closing a gap of 1.2tn on three years' spending of 124bn, at 24 times
/// // earnings, takes 40% a year on every unit spent.
/// let needed = return_on_capex_needed(1.2e12, 24.0, 124e9)?;
/// assert!((needed - 0.4032).abs() < 5e-5);
/// # Ok::<(), rerate::valuation::NotMeaningful>(())
/// ```
///
/// Not meaningful: the multiple is zero or negative
/// ([`MultipleNotPositive`](NotMeaningful::MultipleNotPositive)), the spending is
/// ([`SpendingNotPositive`](NotMeaningful::SpendingNotPositive)), a figure
/// is not finite, or the result beyond `f64`.
pub fn return_on_capex_needed(added_value: f64, multiple: f64, capex: f64) -> Meaningful<f64> {
    let multiple = positive(multiple, NotMeaningful::MultipleNotPositive)?;
    let capex = positive(capex, NotMeaningful::SpendingNotPositive)?;
    finite(given(added_value)? / multiple / capex)
}

/// Spending and the value that it carries: value = capex x return x multiple.
///
/// Either amounts, value and capital expenditure in one currency; or ratios of
/// this market to its peer, all four of them. All are above 0.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ValuedCapex {
    /// Value, or its ratio to the peer's.
    pub value: f64,
    /// Capital expenditure, or its ratio to the peer's.
    pub capex: f64,
    /// Yearly earnings over the amount spent, or the ratio of the two returns.
    pub return_on_capex: f64,
    /// Value over earnings, or the ratio of the multiples.
    pub multiple: f64,
}

/// The quantity of [`ValuedCapex`] to solve for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CapexUnknown {
    /// What the spending is worth.
    Value,
    /// How much has to be spent.
    Capex,
    /// What it has to return.
    ReturnOnCapex,
    /// What has to be paid for a unit of earnings.
    Multiple,
}

impl CapexUnknown {
    /// Every unknown, in the order in which a page offers them.
    pub const ALL: [Self; 4] = [
        Self::Value,
        Self::Capex,
        Self::ReturnOnCapex,
        Self::Multiple,
    ];
}

impl ValuedCapex {
    /// Any one of the four from the other three. What is held for the unknown
    /// itself is not looked at.
    ///
    /// ```
    /// use rerate::valuation::scale::{CapexUnknown, ValuedCapex};
    ///
    /// // An example: at 24 times earnings, a spending of 124bn that returns 15%
    /// // carries 446bn. What would have to be spent to carry 1.2tn?
    /// let spent = ValuedCapex {
    ///     value: 1.2e12,
    ///     capex: 124e9,
    ///     return_on_capex: 0.15,
    ///     multiple: 24.0,
    /// };
    /// assert!((spent.solve(CapexUnknown::Value)? / 446.4e9 - 1.0).abs() < 1e-12);
    /// assert!((spent.solve(CapexUnknown::Capex)? / 333.3e9 - 1.0).abs() < 2e-4);
    /// # Ok::<(), rerate::valuation::NotMeaningful>(())
    /// ```
    ///
    /// The identity itself: earnings are spending times the return on it, value
    /// is earnings times the multiple; no convention is involved. Not meaningful:
    /// of the other three, the value is zero or negative
    /// ([`ValueNotPositive`](NotMeaningful::ValueNotPositive)), the spending or
    /// the return, and so the earnings, are
    /// ([`FundamentalNotPositive`](NotMeaningful::FundamentalNotPositive)), or
    /// the multiple is
    /// ([`MultipleNotPositive`](NotMeaningful::MultipleNotPositive)); a figure is
    /// not finite; or the result is beyond `f64`.
    pub fn solve(&self, unknown: CapexUnknown) -> Meaningful<f64> {
        let value = || positive(self.value, NotMeaningful::ValueNotPositive);
        let capex = || positive(self.capex, NotMeaningful::FundamentalNotPositive);
        let return_on_capex =
            || positive(self.return_on_capex, NotMeaningful::FundamentalNotPositive);
        let multiple = || positive(self.multiple, NotMeaningful::MultipleNotPositive);
        let solved = match unknown {
            CapexUnknown::Value => capex()? * return_on_capex()? * multiple()?,
            CapexUnknown::Capex => value()? / return_on_capex()? / multiple()?,
            CapexUnknown::ReturnOnCapex => value()? / capex()? / multiple()?,
            CapexUnknown::Multiple => value()? / capex()? / return_on_capex()?,
        };
        positive(finite(solved)?, NotMeaningful::OutOfRange)
    }

    /// The same with `value` in the place of `unknown`.
    #[must_use]
    pub fn with_value(&self, unknown: CapexUnknown, value: f64) -> Self {
        let mut spent = *self;
        match unknown {
            CapexUnknown::Value => spent.value = value,
            CapexUnknown::Capex => spent.capex = value,
            CapexUnknown::ReturnOnCapex => spent.return_on_capex = value,
            CapexUnknown::Multiple => spent.multiple = value,
        }
        spent
    }
}
