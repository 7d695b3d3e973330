//! The time after which a return is reached.
//!
//! With dividends on top, the number of years is the one unknown of the
//! re-rating equation that no closed form gives, and it need not be unique: a
//! re-rating of 50% is 22% a year over two years and fades from there, so a
//! goal a year may be met early, and again late when growth has taken over.

use super::root::root_between;
use super::{Meaningful, NotMeaningful};

/// The longest horizon that is looked at, in years. No outlook reaches further,
/// and what a yearly fall leaves after more is rounding.
pub const LONGEST_YEARS: f64 = 100.0;
/// The shortest one: half a minute.
const SHORTEST_YEARS: f64 = 1e-6;

/// The equation `rerating * exp(price_rate T) + dividend T = goal * exp(goal_rate T)`
/// in T, the factors given by their logarithms.
///
/// It says that price and dividends together reach the goal, both sides in the
/// company's currency. A total goal stands in `log_goal`, an annual one in
/// `goal_rate`; the currency is on the goal's side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Horizon {
    /// ln of the exit multiple over today's.
    pub(super) log_rerating: f64,
    /// Yearly log growth of earnings per share.
    pub(super) price_rate: f64,
    /// Dividends a year on today's price; at least 0.
    pub(super) dividend: f64,
    /// ln of the total goal as a factor; 0 for an annual goal.
    pub(super) log_goal: f64,
    /// ln of the annual goal as a factor (0 for a total goal) less the
    /// currency's yearly log change.
    pub(super) goal_rate: f64,
}

/// A horizon, and whether later ones give the same return.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct FirstHorizon {
    pub(super) years: f64,
    pub(super) others: bool,
}

impl Horizon {
    /// The first horizon that solves the equation, up to [`LONGEST_YEARS`].
    pub(super) fn first(&self) -> Meaningful<FirstHorizon> {
        if self.dividend == 0.0 {
            self.without_dividends()
        } else {
            self.with_dividends()
        }
    }

    /// Without dividends both sides are exponentials: one division.
    fn without_dividends(&self) -> Meaningful<FirstHorizon> {
        let distance = self.log_goal - self.log_rerating;
        let pace = self.price_rate - self.goal_rate;
        let is_rounding =
            |value: f64, a: f64, b: f64| value.abs() <= 4.0 * f64::EPSILON * (a.abs() + b.abs());
        if is_rounding(pace, self.price_rate, self.goal_rate) {
            return Err(if is_rounding(distance, self.log_goal, self.log_rerating) {
                NotMeaningful::EveryValueSolves
            } else {
                NotMeaningful::NoHorizonReaches
            });
        }
        let years = distance / pace;
        if years > LONGEST_YEARS {
            Err(NotMeaningful::SolutionBeyondRange)
        } else if years > 0.0 {
            Ok(FirstHorizon {
                years,
                others: false,
            })
        } else {
            Err(NotMeaningful::NoHorizonReaches)
        }
    }

    /// With dividends there are up to three solutions. Between the turning
    /// points of the excess it is monotone, and between the turning points of
    /// its slope the slope is; the slope's own turning point has a closed form.
    /// So every solution is alone in a bracket that is known.
    fn with_dividends(&self) -> Meaningful<FirstHorizon> {
        let bend = Some(self.bend()).filter(|bend| within_range(*bend));
        let middle = bend.unwrap_or(LONGEST_YEARS);
        let slope = |years| self.slope(years);
        let early = root_between(slope, SHORTEST_YEARS, middle);
        let late = bend.and_then(|bend| root_between(slope, bend, LONGEST_YEARS));

        let mut first = None;
        let mut others = false;
        let mut found = |years| match first {
            None => first = Some(years),
            Some(_) => others = true,
        };
        let mut from = SHORTEST_YEARS;
        let mut side_before = self.side(SHORTEST_YEARS);
        let turns = [early, late].into_iter().flatten();
        for to in turns.chain([LONGEST_YEARS]) {
            if to <= from {
                continue;
            }
            let side = self.side(to);
            if side == 0.0 {
                // The excess only touches zero here, where the goal is the most
                // or the least that any horizon gives.
                found(to);
            } else if side * side_before < 0.0
                && let Some(years) = root_between(|years| self.excess(years), from, to)
            {
                found(years);
            }
            if side != 0.0 {
                side_before = side;
            }
            from = to;
        }
        match first {
            Some(years) => Ok(FirstHorizon { years, others }),
            None if !self.excess(LONGEST_YEARS).is_finite() => Err(NotMeaningful::OutOfRange),
            None if self.side_at_last() * side_before < 0.0 => {
                Err(NotMeaningful::SolutionBeyondRange)
            }
            None => Err(NotMeaningful::NoHorizonReaches),
        }
    }

    /// ln of what is reached less ln of the goal: the same sign and the same
    /// roots as the difference, without its overflow.
    fn excess(&self, years: f64) -> f64 {
        let price = self.log_rerating + self.price_rate * years;
        let dividends = libm::log(self.dividend * years);
        let (more, less) = (price.max(dividends), price.min(dividends));
        more + libm::log1p(libm::exp(less - more)) - self.log_goal - self.goal_rate * years
    }

    /// The derivative of the difference, scaled to stay in range.
    fn slope(&self, years: f64) -> f64 {
        let price = self.log_rerating + self.price_rate * years;
        let goal = self.log_goal + self.goal_rate * years;
        let scale = price.max(goal).max(0.0);
        self.price_rate * libm::exp(price - scale) + self.dividend * libm::exp(-scale)
            - self.goal_rate * libm::exp(goal - scale)
    }

    /// Where the second derivative of the difference is zero; not within range
    /// where it has one sign throughout.
    fn bend(&self) -> f64 {
        let log_of_squares =
            2.0 * (libm::log(self.goal_rate.abs()) - libm::log(self.price_rate.abs()));
        (self.log_goal - self.log_rerating + log_of_squares) / (self.price_rate - self.goal_rate)
    }

    /// The sign of the excess, 0 where only rounding is left of it.
    fn side(&self, years: f64) -> f64 {
        let excess = self.excess(years);
        let terms = 1.0
            + self.log_rerating.abs()
            + self.log_goal.abs()
            + (self.price_rate.abs() + self.goal_rate.abs()) * years;
        if excess.abs() <= 4.0 * f64::EPSILON * terms {
            0.0
        } else {
            excess.signum()
        }
    }

    /// The side on which the excess stays in the end, by the term that grows
    /// fastest.
    fn side_at_last(&self) -> f64 {
        let level_at_last = self.goal_rate == self.price_rate
            && self.price_rate > 0.0
            && self.log_goal > self.log_rerating;
        if self.goal_rate > self.price_rate.max(0.0) || level_at_last {
            -1.0
        } else {
            1.0
        }
    }
}

fn within_range(years: f64) -> bool {
    years > SHORTEST_YEARS && years < LONGEST_YEARS
}
