//! What a change in value is made of: earnings, re-rating, share count,
//! dividends and currency.
//!
//! Value is earnings times a multiple, so a change in value is a *product* of
//! changes: (1 + total) = (1 + earnings growth)(1 + re-rating), and so on for
//! the other [`Driver`]s. A product has no natural parts that add up, and the
//! usual mistake is to add the changes as if it had. Five methods split it
//! without a rest, and they answer different questions:
//!
//! | method | the part of a driver | good for |
//! |---|---|---|
//! | [`Log`](Method::Log) | its log change; the only one that is the same forwards and backwards and that adds over time | "93% of the move was re-rating" |
//! | [`Lmdi`](Method::Lmdi) | the same shares, in money | "re-rating added $680bn" |
//! | [`Shapley`](Method::Shapley) | its effect, averaged over every order in which the drivers may have moved | money, where no order is special |
//! | [`Sequential`](Method::Sequential) | its effect after those named before it | a story told in that order; the order matters |
//! | [`FirstOrder`](Method::FirstOrder) | its change alone; what only the product explains is a part of its own | seeing how far adding is off |
//!
//! Sources: B. W. Ang, "LMDI decomposition approach", *Energy Policy* 86
//! (2015), for the log and LMDI methods; L. S. Shapley, "A value for n-person
//! games" (1953), with A. F. Shorrocks, *Journal of Economic Inequality* 11
//! (2013), for the average over orders.
//!
//! # Where people go wrong
//!
//! * *Adding the changes.* Earnings up 50% and a multiple up 33.3% are a price up
//!   100%, not 83.3%. What is missing belongs to neither alone.
//! * *Naming a share without its method.* "Half of it was re-rating" differs by
//!   method, and by the order told. Two markets compared under two methods
//!   differ by the methods.
//! * *Shares of next to nothing.* Where drivers pull against each other, a share
//!   may be 300% or negative. It is right, and says little: the amounts do.
//! * *Adding years.* Of these only log parts add over time; for the others a move
//!   is split step by step ([`split_chain`]).
//!
//! # A worked case
//!
//! A share doubles while its earnings rise by half, so its multiple went from
//! 10 to 13.3 (goodreturns.in):
//!
//! ```
//! use rerate::valuation::attribution::{split, Factors, Method};
//! # use rerate::valuation::NotMeaningful;
//!
//! let factors = Factors { earnings: 0.5, rerating: 1.0 / 3.0, ..Factors::default() };
//! # let close = |a: f64, b: f64| assert!((a - b).abs() < 5e-6, "{a} {b}");
//!
//! // In logarithms, 58.5% of it is earnings and 41.5% re-rating.
//! let log = split(&factors, Method::Log)?;
//! close(log.parts.earnings.share?, 0.58496);
//! close(log.parts.rerating.share?, 0.41504);
//!
//! // One by one, +50% and +33.3% leave 16.7 points that only both explain.
//! let first_order = split(&factors, Method::FirstOrder)?;
//! close(first_order.parts.rerating.amount, 0.333333);
//! close(first_order.interaction.ok_or(NotMeaningful::NoChange)?.amount, 0.166667);
//! # Ok::<(), NotMeaningful>(())
//! ```

mod chain;
mod factors;

use serde::{Deserialize, Serialize};

pub use chain::split_chain;
pub use factors::{Driver, Drivers, Factors, HoldingPeriod};

use super::compounding::compound_all;
use super::not_meaningful::finite;
use super::{Meaningful, NotMeaningful};

/// A way to split a change among its drivers. All of them are exact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// In log points, ln(1 + factor). The default.
    #[default]
    Log,
    /// Logarithmic mean Divisia index: the log parts scaled to money by the
    /// logarithmic mean of the end and the start.
    Lmdi,
    /// The driver's effect averaged over every order of the drivers.
    Shapley,
    /// The driver's effect after those before it in the order of [`Driver`].
    Sequential,
    /// The driver's effect alone; the rest is the interaction.
    FirstOrder,
}

/// What one driver contributes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Part {
    /// As a fraction of the value at the start (times that value it is
    /// money); for [`Method::Log`] in log points.
    pub amount: f64,
    /// The amount over the whole. Not meaningful where the whole is 0, or so
    /// near to it that only rounding is left
    /// ([`NoChange`](NotMeaningful::NoChange)).
    pub share: Meaningful<f64>,
}

/// A change in value split among its drivers; the parts add to the whole.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Split {
    /// The method that made it.
    pub method: Method,
    /// The change to be explained, in the unit of the parts: a fraction of the
    /// value at the start, or log points for [`Method::Log`].
    pub whole: f64,
    /// The part of each driver.
    pub parts: Drivers<Part>,
    /// For [`Method::FirstOrder`] what only the product explains.
    pub interaction: Option<Part>,
}

/// Splits the change that `factors` make together among them.
///
/// The parts add to the whole within rounding (1e-14 of the largest part). A
/// driver that did not move gets 0 from each method.
///
/// # Errors
///
/// [`RateNotAboveMinusOne`](NotMeaningful::RateNotAboveMinusOne) where a factor is -100% or worse,
/// [`NotFinite`](NotMeaningful::NotFinite) where one is not a number, and
/// [`OutOfRange`](NotMeaningful::OutOfRange) where the product overflows.
pub fn split(factors: &Factors, method: Method) -> Meaningful<Split> {
    factors.check()?;
    let total = factors.total();
    let mut interaction = None;
    let (whole, amounts) = match method {
        Method::Log => {
            let logs = factors.map(libm::log1p);
            (sum(&logs), logs)
        }
        Method::Lmdi => {
            let logs = factors.map(libm::log1p);
            let mean = logarithmic_mean(sum(&logs));
            (total, logs.map(|log| mean * log))
        }
        Method::Shapley => (total, shapley(factors)),
        Method::Sequential => {
            let mut level = 1.0;
            let amounts = factors.map(|factor| {
                let before = level;
                level *= 1.0 + factor;
                before * factor
            });
            (total, amounts)
        }
        Method::FirstOrder => {
            interaction = Some(interaction_of(factors));
            (total, *factors)
        }
    };
    amounts.finite()?;
    finite(interaction.unwrap_or(whole))?;
    finite(whole)?;

    Ok(Split::new(method, whole, amounts, interaction))
}

impl Split {
    /// The amounts with their shares of the whole.
    fn new(method: Method, whole: f64, amounts: Drivers<f64>, interaction: Option<f64>) -> Self {
        let size: f64 = amounts.values().into_iter().map(f64::abs).sum();
        let rounding = 4.0 * f64::EPSILON * (size + interaction.unwrap_or(0.0).abs());
        let part = |amount: f64| Part {
            amount,
            share: if whole.abs() <= rounding {
                Err(NotMeaningful::NoChange)
            } else {
                finite(amount / whole)
            },
        };
        Self {
            method,
            whole,
            parts: amounts.map(part),
            interaction: interaction.map(part),
        }
    }
}

fn sum(drivers: &Drivers<f64>) -> f64 {
    drivers.values().into_iter().sum()
}

/// The logarithmic mean of `exp(log_change)` and 1: the change over the log
/// change, which tends to 1 as both vanish.
fn logarithmic_mean(log_change: f64) -> f64 {
    if log_change == 0.0 {
        1.0
    } else {
        libm::expm1(log_change) / log_change
    }
}

/// The product's change less the sum of the changes.
///
/// It may be a small part of either, and their difference would be rounding. So
/// it is built up: each change times what those before it have made of 1, less
/// that 1. Only where that climbs far on the way to its end is the difference
/// the more exact.
fn interaction_of(factors: &Factors) -> f64 {
    let [a, b, c, d, e] = factors.values();
    let climb: f64 = [a, b, c, d]
        .iter()
        .map(|factor| 1.0 + factor.max(0.0))
        .product();
    if climb > 4.0 {
        return factors.total() - sum(factors);
    }
    b * a
        + c * compound_all(&[a, b])
        + d * compound_all(&[a, b, c])
        + e * compound_all(&[a, b, c, d])
}

/// For each driver its change times the product of a subset of the others,
/// averaged over subsets with Shapley's weights `s! (n - 1 - s)! / n!`.
fn shapley(factors: &Factors) -> Drivers<f64> {
    const WEIGHTS: [f64; 5] = [1.0 / 5.0, 1.0 / 20.0, 1.0 / 30.0, 1.0 / 20.0, 1.0 / 5.0];
    let effect = |driver: Driver| {
        // by_size[s] sums the products over all subsets of s other drivers,
        // the elementary symmetric polynomial of their factors.
        let mut by_size = [1.0, 0.0, 0.0, 0.0, 0.0];
        for (other, factor) in factors.each() {
            if other != driver {
                let before = by_size;
                for (bigger, smaller) in by_size.iter_mut().skip(1).zip(before) {
                    *bigger += smaller * (1.0 + factor);
                }
            }
        }
        let mean: f64 = by_size
            .iter()
            .zip(WEIGHTS)
            .map(|(sum, weight)| sum * weight)
            .sum();
        mean * factors.of(driver)
    };
    Drivers {
        earnings: effect(Driver::Earnings),
        rerating: effect(Driver::Rerating),
        shares: effect(Driver::Shares),
        dividends: effect(Driver::Dividends),
        currency: effect(Driver::Currency),
    }
}
