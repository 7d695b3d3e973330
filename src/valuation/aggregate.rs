//! One multiple for a whole sector or market, losses and all.
//!
//! The multiple of a group is what all of it costs over all that it earns:
//! Σ value / Σ fundamental. That is the multiple a buyer of the whole group
//! would pay, and the harmonic mean of its members' multiples weighted by
//! value. No member's multiple is needed, so a company at 5,000 times earnings
//! does no harm.
//!
//! Losses are the hard part, and index publishers solve it in different ways
//! without always saying which. The same three companies trade at 11, 15 or 25
//! times earnings by choice of policy alone, so every aggregate here names its
//! [`LossPolicy`] and comes with the count and share of loss makers.
//!
//! # Where people go wrong
//!
//! * *Comparing two markets under two policies.* One vendor drops the losses,
//!   another nets them, and the gap between the two markets is the vendors'.
//! * *Averaging multiples.* See [`mean`](super::mean).
//! * *Showing a multiple of a group that loses money.* There is none. The
//!   earnings yield still says how much is lost per unit of value, and is given
//!   beside it.
//! * *Counting a company twice* through two classes of its shares: both classes'
//!   market value, but earnings once or twice. Rows have no names here, so the
//!   check is where the names are.
//!
//! # A worked case
//!
//! Values of 500, 50 and 200 on earnings of 50, 0.1 and -20 (investorshub):
//!
//! ```
//! use rerate::valuation::aggregate::{Constituent, LossPolicy, aggregate};
//!
//! let group = [(500.0, 50.0), (50.0, 0.1), (200.0, -20.0)]
//!     .map(|(value, fundamental)| Constituent { value, fundamental });
//! let multiple = |policy| aggregate(&group, policy)?.multiple;
//!
//! assert!((multiple(LossPolicy::LossesIncluded)? - 24.917).abs() < 5e-4);
//! assert!((multiple(LossPolicy::LossesAsZero)? - 14.970).abs() < 5e-4);
//! assert!((multiple(LossPolicy::ProfitableOnly)? - 10.978).abs() < 5e-4);
//! // Half-way from 10x to 500x: with two companies, a median is no help.
//! assert_eq!(multiple(LossPolicy::MedianOfProfitable), Ok(255.0));
//! # Ok::<(), rerate::valuation::NotMeaningful>(())
//! ```

use serde::{Deserialize, Serialize};

use super::mean::percentile;
use super::not_meaningful::{finite, given};
use super::sum::compensated_sum;
use super::{Meaningful, NotMeaningful};

/// One company of a group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Constituent {
    /// Market value, or enterprise value where the fundamental is the whole
    /// firm's. An enterprise value may be negative.
    pub value: f64,
    /// What the value is compared with (earnings, sales, book value, EBITDA),
    /// in the same currency; negative for a loss.
    pub fundamental: f64,
}

/// What a group's multiple does with members that lose money.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LossPolicy {
    /// Losses reduce the group's earnings: the multiple of the whole.
    #[default]
    LossesIncluded,
    /// Losses count as no earnings, and all values count: the multiple if every
    /// loss maker broke even.
    LossesAsZero,
    /// Loss makers are left out with their value: the multiple of the rest.
    ProfitableOnly,
    /// The median of the multiples of those with profits: the typical company,
    /// whatever its size.
    MedianOfProfitable,
}

impl LossPolicy {
    /// Every policy, in the order in which a page offers them.
    pub const ALL: [Self; 4] = [
        Self::LossesIncluded,
        Self::LossesAsZero,
        Self::ProfitableOnly,
        Self::MedianOfProfitable,
    ];
}

/// A group under one loss policy.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Aggregate {
    /// The policy.
    pub policy: LossPolicy,
    /// The group's multiple. Not meaningful where the value
    /// ([`ValueNotPositive`](NotMeaningful::ValueNotPositive)) or the
    /// fundamental
    /// ([`FundamentalNotPositive`](NotMeaningful::FundamentalNotPositive)) is
    /// zero or negative in all, where the policy leaves no row
    /// ([`NoObservations`](NotMeaningful::NoObservations)), or where a sum or the
    /// result is beyond `f64` ([`OutOfRange`](NotMeaningful::OutOfRange)).
    pub multiple: Meaningful<f64>,
    /// Fundamental over value, as a fraction, under the same policy; negative
    /// where the group loses money, and one over the multiple otherwise. Not
    /// meaningful where the value is zero or negative in all, no row is left, or
    /// a sum or the result is beyond `f64`.
    pub earnings_yield: Meaningful<f64>,
    /// How many companies there are, before the policy leaves any out.
    pub companies: usize,
    /// How many of them have a fundamental below zero.
    pub loss_makers: usize,
    /// Loss makers over companies.
    pub loss_share: f64,
    /// Loss makers' value over the value of all; what the policy decides about.
    /// Not meaningful where the total value is zero or negative
    /// ([`ValueNotPositive`](NotMeaningful::ValueNotPositive)) or beyond `f64`
    /// ([`OutOfRange`](NotMeaningful::OutOfRange)).
    pub loss_share_of_value: Meaningful<f64>,
}

/// The multiple of a group under a loss policy, with what the policy is about.
///
/// Values and fundamentals in one currency, on any scale. A fundamental of
/// exactly zero is neither a profit nor a loss: it is not counted among the
/// loss makers, and it is left out with them.
///
/// Not meaningful as a whole: there are no companies
/// ([`NoObservations`](NotMeaningful::NoObservations)), or a figure is not
/// finite ([`NotFinite`](NotMeaningful::NotFinite)).
///
/// Source: the aggregate ("index") method of MSCI and S&P, that is, Σ market
/// value / Σ earnings; J. Pinto et al., *Equity Asset Valuation*, ch. 6.
pub fn aggregate(group: &[Constituent], policy: LossPolicy) -> Meaningful<Aggregate> {
    if group.is_empty() {
        return Err(NotMeaningful::NoObservations);
    }
    for company in group {
        given(company.value)?;
        given(company.fundamental)?;
    }
    let value = compensated_sum(group.iter().map(|company| company.value));
    let losing = || group.iter().filter(|company| company.fundamental < 0.0);
    let loss_makers = losing().count();
    let losing_value = compensated_sum(losing().map(|company| company.value));
    let (multiple, earnings_yield) = match policy {
        LossPolicy::MedianOfProfitable => {
            let median = profitable_multiples(group)
                .and_then(|multiples| percentile(&multiples, 0.5))
                .and_then(above_zero);
            (median, median.and_then(|median| finite(1.0 / median)))
        }
        LossPolicy::LossesIncluded => totals(group.iter().copied()),
        LossPolicy::LossesAsZero => totals(group.iter().map(|company| Constituent {
            fundamental: company.fundamental.max(0.0),
            ..*company
        })),
        LossPolicy::ProfitableOnly => totals(profitable(group).copied()),
    };
    Ok(Aggregate {
        policy,
        multiple,
        earnings_yield,
        companies: group.len(),
        loss_makers,
        loss_share: loss_makers as f64 / group.len() as f64,
        loss_share_of_value: finite(value)
            .and_then(above_zero)
            .and_then(|value| finite(losing_value / value)),
    })
}

/// The multiples of those members that make a profit, in their order, for
/// [`percentile`] and the like.
///
/// Not meaningful: as for [`aggregate`], or a multiple is beyond `f64`
/// ([`OutOfRange`](NotMeaningful::OutOfRange)).
pub fn profitable_multiples(group: &[Constituent]) -> Meaningful<Vec<f64>> {
    for company in group {
        given(company.value)?;
        given(company.fundamental)?;
    }
    profitable(group)
        .map(|company| finite(company.value / company.fundamental))
        .collect()
}

fn profitable(group: &[Constituent]) -> impl Iterator<Item = &Constituent> + Clone {
    group.iter().filter(|company| company.fundamental > 0.0)
}

/// Multiple and yield of what is left of a group.
fn totals(group: impl Iterator<Item = Constituent> + Clone) -> (Meaningful<f64>, Meaningful<f64>) {
    if group.clone().next().is_none() {
        return (
            Err(NotMeaningful::NoObservations),
            Err(NotMeaningful::NoObservations),
        );
    }
    let value = finite(compensated_sum(group.clone().map(|company| company.value)));
    let fundamental = finite(compensated_sum(group.map(|company| company.fundamental)));
    let both = value
        .and_then(above_zero)
        .and_then(|value| Ok((value, fundamental?)));
    let multiple = both.and_then(|(value, fundamental)| {
        if fundamental > 0.0 {
            finite(value / fundamental)
        } else {
            Err(NotMeaningful::FundamentalNotPositive)
        }
    });
    let earnings_yield = both.and_then(|(value, fundamental)| finite(fundamental / value));
    (multiple, earnings_yield)
}

fn above_zero(value: f64) -> Meaningful<f64> {
    if value > 0.0 {
        Ok(value)
    } else {
        Err(NotMeaningful::ValueNotPositive)
    }
}
