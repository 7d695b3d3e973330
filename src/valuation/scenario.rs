//! Several outcomes with odds: bear, base and bull.
//!
//! A single forecast hides that it may be wrong. A few outcomes with their
//! probabilities give an expected return, a spread around it, the odds of a
//! loss, and the question that is easiest to argue about: how likely would the
//! good outcome have to be ([`break_even_probability`])?
//!
//! # Where people go wrong
//!
//! * *Calling the base case the expected one.* With a bull case further away
//!   than the bear case, and no less likely, the mean lies above the base.
//! * *Averaging annual rates.* The expected total return is annualised, not the
//!   mean of the annual returns: money compounds, rates do not add
//!   ([`Expectation::annual`]).
//! * *Odds that do not add up.* 30%, 50% and 30% are refused, not scaled in
//!   silence. [`scaled_to_one`] does so when asked.
//! * *Reading break-even odds as likely ones.* They say what one has to believe.
//!
//! # A worked case
//!
//! ```
//! use rerate::valuation::scenario::{break_even_probability, expectation, Scenario};
//!
//! let cases = [
//!     Scenario { probability: 0.25, total: -0.4 },
//!     Scenario { probability: 0.5, total: 0.1 },
//!     Scenario { probability: 0.25, total: 0.8 },
//! ];
//! let expected = expectation(&cases)?;
//! assert!((expected.mean - 0.15).abs() < 1e-15);
//! assert!((expected.deviation - 0.4272).abs() < 5e-5);
//! assert_eq!(expected.probability_of_loss, 0.25);
//!
//! // If it is +80% or -40%, a third of a chance is needed not to lose.
//! assert!((break_even_probability(0.8, -0.4, 0.0)? - 1.0 / 3.0).abs() < 1e-15);
//! # Ok::<(), rerate::valuation::NotMeaningful>(())
//! ```

use serde::Serialize;

use super::compounding::{compound, per_year};
use super::not_meaningful::{above_minus_one, finite, given, positive};
use super::sum::compensated_sum;
use super::{Meaningful, NotMeaningful};

/// How far probabilities may be from one in sum: decimals rounded to the last
/// digit they are given in do not reach it, an odd case left out does.
const ROUNDING_OF_ODDS: f64 = 1e-9;

/// An outcome and how likely it is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Scenario {
    /// Its probability, from 0 to 1.
    pub probability: f64,
    /// The total return it brings, as a fraction.
    pub total: f64,
}

/// What several outcomes come to together. Returns are fractions.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Expectation {
    /// The expected total return: each outcome times its probability.
    pub mean: f64,
    /// The standard deviation of the total return.
    pub deviation: f64,
    /// The lowest outcome that is possible at all.
    pub worst: f64,
    /// The highest outcome that is possible at all.
    pub best: f64,
    /// How likely a return below 0 is.
    pub probability_of_loss: f64,
}

impl Expectation {
    /// The expected return a year over `years`, compounded.
    ///
    /// Not meaningful: the time is zero or negative
    /// ([`YearsNotPositive`](NotMeaningful::YearsNotPositive)); the expected
    /// total is -100% or worse
    /// ([`RateNotAboveMinusOne`](NotMeaningful::RateNotAboveMinusOne)); or the
    /// result is beyond `f64`.
    pub fn annual(&self, years: f64) -> Meaningful<f64> {
        positive(years, NotMeaningful::YearsNotPositive)?;
        let mean = above_minus_one(self.mean)?;
        finite(per_year(mean, years))
    }
}

/// The mean, spread and odds of several outcomes.
///
/// An outcome of probability 0 counts for nothing, not even as the worst.
///
/// Not meaningful: there are no scenarios
/// ([`NoObservations`](NotMeaningful::NoObservations)); a probability is not
/// between 0 and 1, or they do not sum to one within 1e-9
/// ([`ProbabilitiesInvalid`](NotMeaningful::ProbabilitiesInvalid)); a figure is
/// not finite, or a result beyond `f64`.
pub fn expectation(scenarios: &[Scenario]) -> Meaningful<Expectation> {
    let odds = checked_odds(scenarios)?;
    let possible = scenarios
        .iter()
        .filter(|scenario| scenario.probability > 0.0);
    let mean = finite(compensated_sum(
        possible
            .clone()
            .map(|scenario| scenario.probability / odds * scenario.total),
    ))?;
    let variance = compensated_sum(possible.clone().map(|scenario| {
        let distance = scenario.total - mean;
        scenario.probability / odds * distance * distance
    }));
    Ok(Expectation {
        mean,
        deviation: finite(libm::sqrt(variance))?,
        worst: possible
            .clone()
            .map(|scenario| scenario.total)
            .fold(f64::INFINITY, f64::min),
        best: possible
            .map(|scenario| scenario.total)
            .fold(f64::NEG_INFINITY, f64::max),
        // Not one less the others: of a loss that is hardly possible that would
        // leave rounding.
        probability_of_loss: share_of_odds(scenarios, odds, |total| total < 0.0),
    })
}

/// How likely a total return of at least `goal` is.
///
/// Not meaningful: as for [`expectation`].
pub fn probability_of_reaching(scenarios: &[Scenario], goal: f64) -> Meaningful<f64> {
    let odds = checked_odds(scenarios)?;
    given(goal)?;
    Ok(share_of_odds(scenarios, odds, |total| total >= goal))
}

/// How likely the `favourable` total return would have to be for a mean of
/// `goal`, when the other outcome is `otherwise`.
///
/// With the values of an asset instead of returns, and its price as the goal,
/// it is the probability that the price implies.
///
/// Not meaningful: the goal lies outside of the two outcomes, or both are equal
/// and miss it ([`NoSolution`](NotMeaningful::NoSolution)); all three are equal
/// ([`EveryValueSolves`](NotMeaningful::EveryValueSolves)); a figure is not
/// finite.
pub fn break_even_probability(favourable: f64, otherwise: f64, goal: f64) -> Meaningful<f64> {
    let (favourable, otherwise, goal) = (given(favourable)?, given(otherwise)?, given(goal)?);
    if favourable == otherwise {
        return Err(if goal == otherwise {
            NotMeaningful::EveryValueSolves
        } else {
            NotMeaningful::NoSolution
        });
    }
    let (low, high) = (favourable.min(otherwise), favourable.max(otherwise));
    if !(low..=high).contains(&goal) {
        return Err(NotMeaningful::NoSolution);
    }
    let distance = favourable - otherwise;
    if distance.is_finite() {
        return Ok((goal - otherwise) / distance);
    }
    // Two numbers at either end of the range: half of each is nothing lost.
    Ok((goal / 2.0 - otherwise / 2.0) / (favourable / 2.0 - otherwise / 2.0))
}

/// How likely one of the scenarios would have to be for a mean of `goal`, when
/// the others keep their odds among themselves.
///
/// Not meaningful: there is no scenario at `index`
/// ([`MissingInput`](NotMeaningful::MissingInput)); all others have a
/// probability of 0 ([`WeightsSumToZero`](NotMeaningful::WeightsSumToZero)); and
/// as for [`expectation`] and [`break_even_probability`].
pub fn break_even_probability_of(
    scenarios: &[Scenario],
    index: usize,
    goal: f64,
) -> Meaningful<f64> {
    checked_odds(scenarios)?;
    let favourable = scenarios.get(index).ok_or(NotMeaningful::MissingInput)?;
    let others = scenarios
        .iter()
        .enumerate()
        .filter(|(place, _)| *place != index)
        .map(|(_, scenario)| scenario);
    let odds = compensated_sum(others.clone().map(|scenario| scenario.probability));
    if odds <= 0.0 {
        return Err(NotMeaningful::WeightsSumToZero);
    }
    let otherwise =
        compensated_sum(others.map(|scenario| scenario.probability / odds * scenario.total));
    break_even_probability(favourable.total, finite(otherwise)?, goal)
}

/// The same scenarios with probabilities scaled to sum to one.
///
/// Not meaningful: a probability is negative
/// ([`ProbabilitiesInvalid`](NotMeaningful::ProbabilitiesInvalid)), all are 0
/// ([`WeightsSumToZero`](NotMeaningful::WeightsSumToZero)), there are none, or a
/// figure is not finite.
pub fn scaled_to_one(scenarios: &[Scenario]) -> Meaningful<Vec<Scenario>> {
    let odds = finite(odds_in_all(scenarios)?)?;
    if odds <= 0.0 {
        return Err(NotMeaningful::WeightsSumToZero);
    }
    Ok(scenarios
        .iter()
        .map(|scenario| Scenario {
            probability: scenario.probability / odds,
            total: scenario.total,
        })
        .collect())
}

/// Every outcome of `one` with every outcome of `other`, where neither tells
/// anything of the other: odds multiply, and so do the returns.
///
/// Not meaningful: as for [`expectation`], of either; or a return of two
/// outcomes together is beyond `f64` ([`OutOfRange`](NotMeaningful::OutOfRange)).
pub fn together(one: &[Scenario], other: &[Scenario]) -> Meaningful<Vec<Scenario>> {
    checked_odds(one)?;
    checked_odds(other)?;
    one.iter()
        .flat_map(|first| {
            other.iter().map(|second| {
                Ok(Scenario {
                    probability: first.probability * second.probability,
                    total: finite(compound(first.total, second.total))?,
                })
            })
        })
        .collect()
}

/// How likely the totals that are meant are, when all are as likely as `odds`.
fn share_of_odds(scenarios: &[Scenario], odds: f64, is_meant: impl Fn(f64) -> bool) -> f64 {
    let meant = scenarios.iter().filter(|scenario| is_meant(scenario.total));
    // Rounding may carry a part beyond the whole.
    (compensated_sum(meant.map(|scenario| scenario.probability)) / odds).min(1.0)
}

/// The sum of the probabilities, which is one but for rounding.
fn checked_odds(scenarios: &[Scenario]) -> Meaningful<f64> {
    let odds = odds_in_all(scenarios)?;
    // Of a sum beyond `f64` nothing is true.
    let is_one = (odds - 1.0).abs() <= ROUNDING_OF_ODDS;
    is_one
        .then_some(odds)
        .ok_or(NotMeaningful::ProbabilitiesInvalid)
}

fn odds_in_all(scenarios: &[Scenario]) -> Meaningful<f64> {
    if scenarios.is_empty() {
        return Err(NotMeaningful::NoObservations);
    }
    for scenario in scenarios {
        given(scenario.total)?;
        if given(scenario.probability)? < 0.0 {
            return Err(NotMeaningful::ProbabilitiesInvalid);
        }
    }
    Ok(compensated_sum(
        scenarios.iter().map(|scenario| scenario.probability),
    ))
}
