//! Events that close a gap, or widen it, by a share.
//!
//! Beside value an event can be said to move the share of a valuation gap that
//! is closed: a policy that closes 15% of the gap if it comes and widens it by 5%
//! if it does not. Such shares are of today's gap, so they add, where changes of
//! value multiply, and the variances of independent events add as well.
//!
//! # Where people go wrong
//!
//! * *Closing more than there is.* Shares of several events may add up to more
//!   than one: the multiple then passes the peer's.
//! * *The expected closure for a likely one.* Of two events that close half of the
//!   gap or nothing the mean is what happens least often.
//!
//! # A worked case
//!
//! ```
//! use rerate::valuation::catalyst::closure::{GapEvent, deviation, expected, outcomes};
//!
//! let policy = GapEvent { years: 0.5, probability: 0.6, closes_if: 0.15, closes_if_not: -0.05 };
//! let listing = GapEvent { years: 1.5, probability: 0.5, closes_if: 0.1, closes_if_not: 0.0 };
//! let both = [policy, listing];
//!
//! // Within two years: 0.6 x 15% - 0.4 x 5% + 0.5 x 10% = 12%.
//! assert!((expected(&both, 2.0)? - 0.12).abs() < 1e-15);
//! // sqrt(0.24 x 20%^2 + 0.25 x 10%^2) = 11%.
//! assert!((deviation(&both, 2.0)? - 0.11).abs() < 1e-15);
//! assert_eq!(outcomes(&both, 2.0)?.count(), 4);
//! assert_eq!(outcomes(&both, 1.0)?.count(), 2);
//! # Ok::<(), rerate::valuation::NotMeaningful>(())
//! ```

use serde::Serialize;

use super::MOST_CATALYSTS;
use crate::valuation::not_meaningful::{finite, given};
use crate::valuation::sum::compensated_sum;
use crate::valuation::{Meaningful, NotMeaningful};

/// An event that happens or does not, and closes a share of a gap.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct GapEvent {
    /// When it is decided, in years from now; at least 0.
    pub years: f64,
    /// How likely it happens, from 0 to 1.
    pub probability: f64,
    /// The share of today's gap that it closes if it happens; below 0 it widens
    /// the gap.
    pub closes_if: f64,
    /// The share of today's gap that closes if it does not happen.
    pub closes_if_not: f64,
}

/// One way in which the events may turn out.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ClosureOutcome {
    /// Its probability, from 0 to 1.
    pub probability: f64,
    /// The share of the gap that is closed then.
    pub closure: f64,
}

impl GapEvent {
    fn mean(&self) -> f64 {
        self.probability * self.closes_if + (1.0 - self.probability) * self.closes_if_not
    }

    fn variance(&self) -> f64 {
        let distance = self.closes_if - self.closes_if_not;
        self.probability * (1.0 - self.probability) * distance * distance
    }

    fn check(&self) -> Meaningful<()> {
        if given(self.years)? < 0.0 {
            return Err(NotMeaningful::YearsNotPositive);
        }
        if !(0.0..=1.0).contains(&given(self.probability)?) {
            return Err(NotMeaningful::ProbabilitiesInvalid);
        }
        given(self.closes_if)?;
        given(self.closes_if_not)?;
        Ok(())
    }
}

/// The expected share of the gap that the events due within `by_years` close.
///
/// Not meaningful: an event's date lies in the past
/// ([`YearsNotPositive`](NotMeaningful::YearsNotPositive)), its probability is
/// not between 0 and 1
/// ([`ProbabilitiesInvalid`](NotMeaningful::ProbabilitiesInvalid)), a figure is
/// not finite, or the result beyond `f64`.
pub fn expected(events: &[GapEvent], by_years: f64) -> Meaningful<f64> {
    check(events, by_years)?;
    finite(compensated_sum(due(events, by_years).map(GapEvent::mean)))
}

/// The standard deviation of that share.
///
/// Not meaningful: as for [`expected`].
pub fn deviation(events: &[GapEvent], by_years: f64) -> Meaningful<f64> {
    check(events, by_years)?;
    let variance = compensated_sum(due(events, by_years).map(GapEvent::variance));
    finite(libm::sqrt(variance))
}

/// Every combination of the events due within `by_years`, with its odds and the
/// share of the gap that is closed by it.
///
/// The probabilities sum to one. With no event due there is one outcome, nothing.
///
/// Not meaningful: more than [`MOST_CATALYSTS`] are due
/// ([`TooManyCatalysts`](NotMeaningful::TooManyCatalysts)), and else as for
/// [`expected`].
pub fn outcomes(
    events: &[GapEvent],
    by_years: f64,
) -> Meaningful<impl Iterator<Item = ClosureOutcome> + Clone> {
    check(events, by_years)?;
    let count = due(events, by_years).count();
    if count > MOST_CATALYSTS {
        return Err(NotMeaningful::TooManyCatalysts);
    }
    let widest = due(events, by_years)
        .map(|event| event.closes_if.abs().max(event.closes_if_not.abs()))
        .sum();
    finite(widest)?;
    Ok((0..1_u32 << count).map(move |happened| {
        let nothing = ClosureOutcome {
            probability: 1.0,
            closure: 0.0,
        };
        due(events, by_years)
            .enumerate()
            .fold(nothing, |so_far, (place, event)| {
                let (probability, closes) = if happened >> place & 1 == 1 {
                    (event.probability, event.closes_if)
                } else {
                    (1.0 - event.probability, event.closes_if_not)
                };
                ClosureOutcome {
                    probability: so_far.probability * probability,
                    closure: so_far.closure + closes,
                }
            })
    }))
}

/// How likely the events due within `by_years` close a share of at least `goal`
/// by themselves.
///
/// Not meaningful: the goal is not finite, and else as for [`outcomes`].
pub fn probability_of_closing(events: &[GapEvent], by_years: f64, goal: f64) -> Meaningful<f64> {
    given(goal)?;
    // A goal that is met but for the rounding of a sum is met.
    let rounding = 1e-12 * (1.0 + goal.abs());
    let reached = outcomes(events, by_years)?.filter(|outcome| outcome.closure >= goal - rounding);
    Ok(compensated_sum(reached.map(|outcome| outcome.probability)).min(1.0))
}

fn due(events: &[GapEvent], by_years: f64) -> impl Iterator<Item = &GapEvent> + Clone {
    events.iter().filter(move |event| event.years <= by_years)
}

fn check(events: &[GapEvent], by_years: f64) -> Meaningful<()> {
    given(by_years)?;
    events.iter().try_for_each(GapEvent::check)
}
