//! Dated events that may move a multiple: a policy decision, a listing, a
//! release.
//!
//! A catalyst happens by its date or does not, with a probability, and moves the
//! value in either case. Until its date only the expectation of it can be in
//! the value; after it the one or the other is.
//!
//! Catalysts are taken as independent: each moves the value by a factor, and the
//! expectation of a product is the product of the expectations. Events with one
//! cause are better put down as one catalyst.
//!
//! # Where people go wrong
//!
//! * *Only the good half.* A subsidy that does not come disappoints whoever
//!   counted on it: `change_if_not` is rarely 0.
//! * *Counting what is priced already.* A change is one from today's price,
//!   which holds the market's own odds.
//! * *Three at 80% are a plan.* All of three independent events at 80% happen
//!   half of the time.
//!
//! # A worked case
//!
//! ```
//! use rerate::valuation::catalyst::{expected_change, outcomes, Catalyst};
//! use rerate::valuation::scenario::expectation;
//!
//! let policy = Catalyst { years: 0.5, probability: 0.6, change_if: 0.15, change_if_not: -0.05 };
//! let listing = Catalyst { years: 1.5, probability: 0.5, change_if: 0.1, change_if_not: 0.0 };
//! let both = [policy, listing];
//!
//! // Within a year only the policy is due: 0.6 x 15% - 0.4 x 5% = 7%.
//! assert!((expected_change(&both, 1.0)? - 0.07).abs() < 1e-15);
//! // Within two years both: 1.07 x 1.05.
//! assert!((expected_change(&both, 2.0)? - 0.1235).abs() < 1e-15);
//!
//! let all: Vec<_> = outcomes(&both, 2.0)?.collect();
//! assert_eq!(all.len(), 4);
//! assert!((expectation(&all)?.mean - 0.1235).abs() < 1e-15);
//! assert!((expectation(&all)?.probability_of_loss - 0.2).abs() < 1e-15);
//! # Ok::<(), rerate::valuation::NotMeaningful>(())
//! ```

pub mod closure;

use serde::Serialize;

use super::compounding::compound;
use super::not_meaningful::{above_minus_one, finite, given};
use super::scenario::Scenario;
use super::{Meaningful, NotMeaningful};

/// The most catalysts whose outcomes are told one by one: 65,536 of them.
pub const MOST_CATALYSTS: usize = 16;

/// An event that happens or does not.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Catalyst {
    /// When it is decided, in years from now; at least 0.
    pub years: f64,
    /// How likely it happens, from 0 to 1.
    pub probability: f64,
    /// The change of value if it happens, as a fraction above -1.
    pub change_if: f64,
    /// The change of value if it does not, as a fraction above -1.
    pub change_if_not: f64,
}

impl Catalyst {
    /// The expected change.
    fn mean(&self) -> f64 {
        self.probability * self.change_if + (1.0 - self.probability) * self.change_if_not
    }

    /// The variance of the change over the square of the expected factor.
    fn relative_variance(&self) -> f64 {
        let distance = (self.change_if - self.change_if_not) / (1.0 + self.mean());
        self.probability * (1.0 - self.probability) * distance * distance
    }

    fn check(&self) -> Meaningful<()> {
        if given(self.years)? < 0.0 {
            return Err(NotMeaningful::YearsNotPositive);
        }
        if !(0.0..=1.0).contains(&given(self.probability)?) {
            return Err(NotMeaningful::ProbabilitiesInvalid);
        }
        above_minus_one(self.change_if)?;
        above_minus_one(self.change_if_not)?;
        Ok(())
    }
}

/// The expected change of value, as a fraction, by the catalysts that are due
/// within `by_years`.
///
/// Not meaningful: a catalyst's date lies in the past
/// ([`YearsNotPositive`](NotMeaningful::YearsNotPositive)), its probability is
/// not between 0 and 1
/// ([`ProbabilitiesInvalid`](NotMeaningful::ProbabilitiesInvalid)), a change is
/// -100% or worse ([`RateNotAboveMinusOne`](NotMeaningful::RateNotAboveMinusOne)),
/// a figure is not finite, or the result beyond `f64`.
pub fn expected_change(catalysts: &[Catalyst], by_years: f64) -> Meaningful<f64> {
    check(catalysts, by_years)?;
    finite(
        due(catalysts, by_years)
            .map(Catalyst::mean)
            .fold(0.0, compound),
    )
}

/// The standard deviation of that change, as a fraction of today's value.
///
/// Not meaningful: as for [`expected_change`].
pub fn deviation(catalysts: &[Catalyst], by_years: f64) -> Meaningful<f64> {
    let expected = expected_change(catalysts, by_years)?;
    // Var(XY)/E(XY)^2 = (1 + Var X/E(X)^2)(1 + Var Y/E(Y)^2) - 1.
    let relative = due(catalysts, by_years)
        .map(Catalyst::relative_variance)
        .fold(0.0, compound);
    finite((1.0 + expected) * libm::sqrt(relative))
}

/// Every combination of the catalysts due within `by_years`, with its odds and
/// the change of value that it brings.
///
/// The probabilities sum to one. With no catalyst due there is one outcome, no
/// change.
///
/// Not meaningful: more than [`MOST_CATALYSTS`] are due
/// ([`TooManyCatalysts`](NotMeaningful::TooManyCatalysts)), and else as for
/// [`expected_change`].
pub fn outcomes(
    catalysts: &[Catalyst],
    by_years: f64,
) -> Meaningful<impl Iterator<Item = Scenario> + Clone> {
    check(catalysts, by_years)?;
    let count = due(catalysts, by_years).count();
    if count > MOST_CATALYSTS {
        return Err(NotMeaningful::TooManyCatalysts);
    }
    let largest = due(catalysts, by_years)
        .map(|catalyst| catalyst.change_if.max(catalyst.change_if_not))
        .fold(0.0, compound);
    finite(largest)?;
    Ok((0..1_u32 << count).map(move |happened| {
        let none = Scenario {
            probability: 1.0,
            total: 0.0,
        };
        due(catalysts, by_years)
            .enumerate()
            .fold(none, |so_far, (place, catalyst)| {
                let (probability, change) = if happened >> place & 1 == 1 {
                    (catalyst.probability, catalyst.change_if)
                } else {
                    (1.0 - catalyst.probability, catalyst.change_if_not)
                };
                Scenario {
                    probability: so_far.probability * probability,
                    total: compound(so_far.total, change),
                }
            })
    }))
}

fn due(catalysts: &[Catalyst], by_years: f64) -> impl Iterator<Item = &Catalyst> + Clone {
    catalysts
        .iter()
        .filter(move |catalyst| catalyst.years <= by_years)
}

fn check(catalysts: &[Catalyst], by_years: f64) -> Meaningful<()> {
    given(by_years)?;
    catalysts.iter().try_for_each(Catalyst::check)
}
