//! The re-rating equation solved for any one of its quantities.
//!
//! An [`Outlook`] gives a return. Read the other way round, a return that
//! somebody wants or expects says what would have to be true: how much of the
//! gap would have to close, how fast earnings would have to grow, how long it
//! may take. That is often the better question, since the answer can be held
//! against experience.
//!
//! All unknowns but the years have a closed form, and the years too where no
//! dividends are paid. Where no value solves the equation the reason is told.
//!
//! # Where people go wrong
//!
//! * *Solving for the closure and reading it as likely.* That closing 71% of a
//!   gap gives 20% a year says nothing about whether it closes.
//! * *Annual goals and short times.* A re-rating that pays 20% a year over five
//!   years pays 149% in one; the horizon is not a detail.
//!
//! # A worked case
//!
//! China's cloud companies at 16.1 times earnings against 26.8 (the printed
//! discount of 40%). If earnings grow by 10% a year, what share of the gap has
//! to close in three years for 20% a year? The multiple has to rise by
//! (1.2/1.1)^3 - 1 = 29.8%, which is 45% of the 66.6% to parity. The first
//! multiple and the discount are printed, growth and goal an example. The equation
//! is the identity of [`rerating`](super::rerating) itself; no convention is
//! involved:
//!
//! ```
//! use rerate::valuation::rerating::Outlook;
//! use rerate::valuation::solve::{solve, Goal, Unknown};
//!
//! let outlook = Outlook {
//!     peer_multiple: Some(26.83),
//!     earnings_growth: 0.1,
//!     years: 3.0,
//!     ..Outlook::unchanged(16.1)
//! };
//! let closure = solve(&outlook, Unknown::Closure, Goal::Annual(0.2))?;
//! assert!((closure.value - 0.44755).abs() < 5e-6);
//! assert!((closure.outcome.annual - 0.2).abs() < 1e-14);
//! # Ok::<(), rerate::valuation::NotMeaningful>(())
//! ```

use serde::{Deserialize, Serialize};

use super::attribution::HoldingPeriod;
use super::compounding::{compound, over_years, per_year, without};
use super::gap::{Closing, log_gap};
use super::horizon::{FirstHorizon, Horizon};
use super::not_meaningful::{above_minus_one, finite, given, positive};
use super::rerating::{Exit, Outcome, Outlook};
use super::{Meaningful, NotMeaningful};

pub use super::horizon::LONGEST_YEARS;

/// The quantity to solve for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unknown {
    /// The total return; the goal is not used.
    TotalReturn,
    /// The annual return; the goal is not used.
    AnnualReturn,
    /// Earnings growth a year.
    EarningsGrowth,
    /// The share of the gap that closes.
    Closure,
    /// The multiple at the end.
    TargetMultiple,
    /// The time until the exit, in years.
    Years,
    /// Dividends a year on today's price.
    DividendYield,
    /// Change of the currency a year.
    Currency,
    /// Change of the share count a year.
    Shares,
    /// The multiple today, at the same dividend yield.
    Multiple,
    /// The peer's multiple today.
    PeerMultiple,
}

/// The return to reach, as a fraction above -1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Goal {
    /// Over the whole time.
    Total(f64),
    /// A year, compounded.
    Annual(f64),
}

/// A solved unknown.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Solution {
    /// What was solved for.
    pub unknown: Unknown,
    /// Its value, in the unit of its field in [`Outlook`].
    pub value: f64,
    /// Whether a later horizon, up to [`LONGEST_YEARS`], solves it as well.
    /// Only the years can have several solutions, and this is the first.
    pub others: bool,
    /// The outlook with the value in its place.
    pub outlook: Outlook,
    /// What comes of that outlook.
    pub outcome: Outcome,
}

/// Solves the re-rating equation for `unknown`, so that the return is `goal`.
///
/// What the outlook holds for the unknown itself is not looked at. A closure is
/// solved under the outlook's rule of closing, and replaces a target; a target
/// replaces a closure.
///
/// Not meaningful, beside what [`Outlook::outcome`] says:
/// - the goal is -100% or worse
///   ([`RateNotAboveMinusOne`](NotMeaningful::RateNotAboveMinusOne));
/// - growth, closure, target, shares, both multiples: dividends alone pay more than the goal
///   ([`DividendsExceedGoal`](NotMeaningful::DividendsExceedGoal));
/// - closure: no peer ([`MissingInput`](NotMeaningful::MissingInput)), or no gap
///   ([`NoGapToClose`](NotMeaningful::NoGapToClose), or
///   [`EveryValueSolves`](NotMeaningful::EveryValueSolves) where the goal is met
///   without one);
/// - both multiples: no gap closes, so that no value changes the re-rating, or
///   nothing short of a multiple of zero or less does
///   ([`NoSolution`](NotMeaningful::NoSolution)); so little of a log gap closes
///   that the other multiple is beyond `f64`
///   ([`OutOfRange`](NotMeaningful::OutOfRange)); the re-rating is what the goal
///   takes whatever the value
///   ([`EveryValueSolves`](NotMeaningful::EveryValueSolves));
/// - peer's multiple: a target says where the multiple goes, whatever the peer's
///   (the same two reasons);
/// - dividends: the price alone returns more than the goal
///   ([`NegativeDividendNeeded`](NotMeaningful::NegativeDividendNeeded));
/// - years: no horizon gives that return
///   ([`NoHorizonReaches`](NotMeaningful::NoHorizonReaches)), every one does
///   ([`EveryValueSolves`](NotMeaningful::EveryValueSolves)), only one beyond
///   [`LONGEST_YEARS`] ([`SolutionBeyondRange`](NotMeaningful::SolutionBeyondRange)),
///   or one of next to no time, as where the re-rating alone all but reaches a
///   total: a year of that would be beyond `f64`
///   ([`OutOfRange`](NotMeaningful::OutOfRange)).
pub fn solve(outlook: &Outlook, unknown: Unknown, goal: Goal) -> Meaningful<Solution> {
    let (value, others) = match unknown {
        Unknown::TotalReturn => (outlook.outcome()?.total, false),
        Unknown::AnnualReturn => (outlook.outcome()?.annual, false),
        Unknown::Years => {
            let first = first_horizon(outlook, goal)?;
            (first.years, first.others)
        }
        Unknown::EarningsGrowth => (earnings_growth(outlook, goal)?, false),
        Unknown::Closure => (closure(outlook, goal)?, false),
        Unknown::TargetMultiple => (target_multiple(outlook, goal)?, false),
        Unknown::DividendYield => (dividend_yield(outlook, goal)?, false),
        Unknown::Currency => (currency_change(outlook, goal)?, false),
        Unknown::Shares => (share_change(outlook, goal)?, false),
        Unknown::Multiple => (multiple(outlook, goal)?, false),
        Unknown::PeerMultiple => (peer_multiple(outlook, goal)?, false),
    };
    let solved = with_value(outlook, unknown, finite(value)?);
    Ok(Solution {
        unknown,
        value,
        others,
        outlook: solved,
        outcome: solved.outcome()?,
    })
}

/// The outlook with `value` in the place of `unknown`; the same outlook where
/// that is a return, which is a result of the others.
#[must_use]
pub fn with_value(outlook: &Outlook, unknown: Unknown, value: f64) -> Outlook {
    let mut outlook = *outlook;
    match unknown {
        Unknown::TotalReturn | Unknown::AnnualReturn => {}
        Unknown::EarningsGrowth => outlook.earnings_growth = value,
        Unknown::Closure => outlook.exit = Exit::Closure(value),
        Unknown::TargetMultiple => outlook.exit = Exit::Target(value),
        Unknown::Years => outlook.years = value,
        Unknown::DividendYield => outlook.dividend_yield = value,
        Unknown::Currency => outlook.currency_change = value,
        Unknown::Shares => outlook.share_change = value,
        Unknown::Multiple => outlook.multiple = value,
        Unknown::PeerMultiple => outlook.peer_multiple = Some(value),
    }
    outlook
}

/// What is known when everything but `unknown` is: the changes over the whole
/// time with the unknown at rest, and the goal over the whole time.
fn known(outlook: &Outlook, unknown: Unknown, goal: Goal) -> Meaningful<(HoldingPeriod, f64)> {
    let at_rest = match unknown {
        Unknown::Closure | Unknown::TargetMultiple => outlook.multiple,
        _ => 0.0,
    };
    let unknown = match unknown {
        // At rest the multiple stays, whatever the peer's.
        Unknown::Closure => Unknown::TargetMultiple,
        other => other,
    };
    let holding = with_value(outlook, unknown, at_rest).holding_period()?;
    let total = match goal {
        Goal::Total(total) => above_minus_one(total)?,
        Goal::Annual(annual) => over_years(above_minus_one(annual)?, outlook.years),
    };
    Ok((holding, above_minus_one(finite(total)?)?))
}

/// The change of price, in the company's currency, that reaches the goal with
/// the dividends.
fn price_needed(holding: &HoldingPeriod, goal: f64) -> Meaningful<f64> {
    let price = finite(without(goal, holding.currency_change) - holding.dividends)?;
    if price <= -1.0 {
        return Err(NotMeaningful::DividendsExceedGoal);
    }
    Ok(price)
}

fn earnings_growth(outlook: &Outlook, goal: Goal) -> Meaningful<f64> {
    let (holding, goal) = known(outlook, Unknown::EarningsGrowth, goal)?;
    let earnings_per_share = without(price_needed(&holding, goal)?, holding.rerating);
    let earnings = compound(earnings_per_share, holding.share_change);
    Ok(per_year(earnings, outlook.years))
}

fn share_change(outlook: &Outlook, goal: Goal) -> Meaningful<f64> {
    let (holding, goal) = known(outlook, Unknown::Shares, goal)?;
    let all_shares = compound(holding.earnings_growth, holding.rerating);
    let shares = without(all_shares, price_needed(&holding, goal)?);
    Ok(per_year(shares, outlook.years))
}

/// A re-rating and the multiple after it.
struct Rerated {
    rerating: f64,
    multiple: f64,
}

/// The re-rating that reaches the goal.
fn rerating_needed(outlook: &Outlook, goal: Goal) -> Meaningful<Rerated> {
    let (holding, goal) = known(outlook, Unknown::TargetMultiple, goal)?;
    let price = price_needed(&holding, goal)?;
    let rerating = without(
        compound(price, holding.share_change),
        holding.earnings_growth,
    );
    // Where both sides agree to the last digits, the multiple stays.
    let rounding = 4.0 * f64::EPSILON * (1.0 + holding.dividends);
    let rerating = finite(if rerating.abs() <= rounding {
        0.0
    } else {
        rerating
    })?;
    // What a deep fall leaves is not known from the fall.
    let multiple = finite(if rerating < -0.5 {
        let shares_to_earnings = (1.0 + holding.share_change) / (1.0 + holding.earnings_growth);
        outlook.multiple * ((1.0 + price) * shares_to_earnings)
    } else {
        outlook.multiple + outlook.multiple * rerating
    })?;
    Ok(Rerated { rerating, multiple })
}

fn target_multiple(outlook: &Outlook, goal: Goal) -> Meaningful<f64> {
    Ok(rerating_needed(outlook, goal)?.multiple)
}

fn closure(outlook: &Outlook, goal: Goal) -> Meaningful<f64> {
    let Rerated { rerating, multiple } = rerating_needed(outlook, goal)?;
    let parity = outlook.parity().map_err(|reason| match reason {
        NotMeaningful::NoGapToClose if rerating == 0.0 => NotMeaningful::EveryValueSolves,
        other => other,
    })?;
    Ok(match outlook.closing {
        Closing::Premium => rerating / parity,
        Closing::LogGap => {
            let log_rerating = if rerating < -0.5 {
                log_gap(multiple, outlook.multiple)?
            } else {
                libm::log1p(rerating)
            };
            log_rerating / log_gap(outlook.peer()?, outlook.multiple)?
        }
    })
}

fn multiple(outlook: &Outlook, goal: Goal) -> Meaningful<f64> {
    // With a multiple of 1 today, the one at the end is the ratio of the two.
    let rerated = rerating_needed(&with_value(outlook, Unknown::Multiple, 1.0), goal)?;
    match outlook.exit {
        Exit::Target(target) => Ok(target_of(target)? / rerated.multiple),
        Exit::Closure(share) => {
            let peer = outlook.peer()?;
            Ok(peer / peer_for(&rerated, 1.0, given(share)?, outlook.closing)?)
        }
    }
}

fn peer_multiple(outlook: &Outlook, goal: Goal) -> Meaningful<f64> {
    let rerated = rerating_needed(outlook, goal)?;
    match outlook.exit {
        Exit::Closure(share) => {
            peer_for(&rerated, outlook.multiple, given(share)?, outlook.closing)
        }
        Exit::Target(target) => {
            let is_reached = (target_of(target)? / rerated.multiple - 1.0).abs() < 1e-12;
            Err(regardless(is_reached))
        }
    }
}

fn target_of(target: f64) -> Meaningful<f64> {
    positive(target, NotMeaningful::MultipleNotPositive)
}

/// The multiple of a peer for which a share of the gap to it is the re-rating.
fn peer_for(rerated: &Rerated, multiple: f64, share: f64, closing: Closing) -> Meaningful<f64> {
    if share == 0.0 {
        return Err(regardless(rerated.rerating == 0.0));
    }
    let peer = match closing {
        Closing::Premium => multiple + (rerated.multiple - multiple) / share,
        Closing::LogGap => multiple * libm::exp(log_gap(rerated.multiple, multiple)? / share),
    };
    positive(finite(peer)?, NotMeaningful::NoSolution)
}

/// Why there is no one value, where none changes the return.
const fn regardless(is_reached: bool) -> NotMeaningful {
    if is_reached {
        NotMeaningful::EveryValueSolves
    } else {
        NotMeaningful::NoSolution
    }
}

fn dividend_yield(outlook: &Outlook, goal: Goal) -> Meaningful<f64> {
    let (holding, goal) = known(outlook, Unknown::DividendYield, goal)?;
    let needed = without(goal, holding.currency_change);
    let price = HoldingPeriod {
        currency_change: 0.0,
        ..holding
    }
    .price_only()?;
    let dividends = needed - price;
    // A goal that the price alone just meets needs none, up to rounding.
    let rounding = 8.0 * f64::EPSILON * (1.0 + price.abs() + needed.abs());
    if dividends < -rounding {
        return Err(NotMeaningful::NegativeDividendNeeded);
    }
    Ok(dividends.max(0.0) / outlook.years)
}

fn currency_change(outlook: &Outlook, goal: Goal) -> Meaningful<f64> {
    let (holding, goal) = known(outlook, Unknown::Currency, goal)?;
    Ok(per_year(without(goal, holding.total()?), outlook.years))
}

fn first_horizon(outlook: &Outlook, goal: Goal) -> Meaningful<FirstHorizon> {
    // One year stands in for the unknown time, to check the rest.
    let rest = with_value(outlook, Unknown::Years, 1.0);
    let rerating = rest.holding_period()?.rerating;
    let (log_goal, log_goal_a_year) = match goal {
        Goal::Total(total) => (libm::log1p(above_minus_one(total)?), 0.0),
        Goal::Annual(annual) => (0.0, libm::log1p(above_minus_one(annual)?)),
    };
    Horizon {
        log_rerating: finite(libm::log1p(rerating))?,
        price_rate: libm::log1p(outlook.earnings_growth) - libm::log1p(outlook.share_change),
        dividend: outlook.dividend_yield,
        log_goal,
        goal_rate: log_goal_a_year - libm::log1p(outlook.currency_change),
    }
    .first()
}
