//! The one relation behind the three claims: a base, an amount, their quotient
//! (the slope) and their sum.
//!
//! Start, change, percent and end are all four of them; whole, part and share,
//! and denominator, numerator and ratio, are the first three.

use super::pair::{Pair, Role, Values};
use super::region::{Bounds, Point, corners, middle};
use super::{Check, Correction, Estimate, Implied, Printed, Quantity, Reading, Verdict};
use crate::valuation::{Interval, Meaningful, NotMeaningful};

/// The figures of a claim by their part in the relation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Relation {
    pub(super) base: Option<Printed>,
    pub(super) amount: Option<Printed>,
    pub(super) slope: Option<Printed>,
    pub(super) sum: Option<Printed>,
    pub(super) domain: Domain,
}

/// Which claim it is, and so which values can occur.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Domain {
    /// The base is positive, and the sum not negative.
    Growth,
    /// The base is positive; there is no sum.
    Share,
    /// The base is not zero; there is no sum.
    Ratio,
}

impl Relation {
    /// See [`ChangeClaim::check`](super::ChangeClaim::check) and its siblings.
    pub(super) fn check(&self) -> Meaningful<Check> {
        let mut given = 0;
        for &role in self.domain.roles() {
            if let Some(figure) = self.figure(role) {
                self.domain.admit(role, figure)?;
                given += 1;
            }
        }
        let verdict = if given < 3 {
            Verdict::NotEnough
        } else {
            self.verdict()?
        };
        let corrections = if verdict == Verdict::Disagree {
            self.corrections()
        } else {
            Vec::new()
        };
        Ok(Check {
            verdict,
            implied: self.implied(),
            corrections,
        })
    }

    fn verdict(&self) -> Meaningful<Verdict> {
        let Some(witness) = middle(&self.corners()) else {
            return Ok(Verdict::Disagree);
        };
        let values = Values::at(witness);
        let mut readings = Vec::new();
        for &role in self.domain.roles() {
            // Where intervals only touch, rounding may have left one of them.
            let value = self.figure(role).map_or(values.get(role), |figure| {
                figure.interval.nearest_to(values.get(role))
            });
            if !value.is_finite() {
                return Err(NotMeaningful::OutOfRange);
            }
            readings.push(Reading {
                quantity: self.domain.quantity(role),
                value,
            });
        }
        Ok(Verdict::Agree(readings))
    }

    fn implied(&self) -> Vec<Implied> {
        let mut implied = Vec::new();
        for &target in self.domain.roles() {
            for pair in Pair::ALL {
                if pair.roles().contains(&target) || !self.has(pair) {
                    continue;
                }
                implied.push(Implied {
                    quantity: self.domain.quantity(target),
                    from: pair.roles().map(|role| self.domain.quantity(role)),
                    estimate: self.estimate(target, pair),
                });
            }
        }
        implied
    }

    fn corrections(&self) -> Vec<Correction> {
        self.domain
            .roles()
            .iter()
            .filter(|&&role| self.figure(role).is_some())
            .map(|&role| Correction {
                quantity: self.domain.quantity(role),
                needed: self.without(role).needed(role),
            })
            .collect()
    }

    /// What the figures given make of `target`, which is not among them.
    fn needed(&self, target: Role) -> Meaningful<Estimate> {
        let estimates: Vec<Meaningful<Estimate>> = Pair::ALL
            .into_iter()
            .filter(|&pair| self.has(pair))
            .map(|pair| self.estimate(target, pair))
            .collect();
        if let [only] = *estimates.as_slice() {
            return only;
        }

        // More than two are given: all of them together bound the target.
        let corners = self.corners();
        if corners.is_empty() {
            return Err(NotMeaningful::FiguresContradict);
        }
        let interval = self.span(target, &corners);
        // Each pair of figures names a value of its own; the pair that was
        // printed most finely names the best.
        let width = |interval: Interval| interval.high - interval.low;
        let finest = estimates
            .into_iter()
            .flatten()
            .filter_map(|estimate| Some((width(estimate.interval.ok()?), estimate.value)))
            .min_by(|(a, _), (b, _)| a.total_cmp(b));
        match (finest, interval) {
            (Some((_, value)), Ok(within)) => Ok(Estimate {
                value: within.nearest_to(value),
                interval,
            }),
            (Some((_, value)), Err(_)) => Ok(Estimate { value, interval }),
            (None, Ok(within)) => Ok(Estimate {
                value: 0.5 * within.low + 0.5 * within.high,
                interval,
            }),
            (None, Err(reason)) => Err(reason),
        }
    }

    /// What two figures make of a third.
    fn estimate(&self, target: Role, pair: Pair) -> Meaningful<Estimate> {
        let [first, second] = pair.roles();
        let (Some(a), Some(b)) = (self.figure(first), self.figure(second)) else {
            return Err(NotMeaningful::MissingInput);
        };
        let values = pair.complete(a.value, b.value);
        for &role in self.domain.roles() {
            self.domain.admit_value(role, values.get(role))?;
        }
        if pair.divisor(target, &values) == 0.0 {
            return Err(NotMeaningful::DividesByZero);
        }
        let value = values.get(target);
        if !value.is_finite() {
            return Err(NotMeaningful::OutOfRange);
        }
        Ok(Estimate {
            value,
            interval: self.range(target, pair, a, b),
        })
    }

    /// Every value of `target` that the intervals of two figures allow.
    ///
    /// Each quantity is monotone in each of the two while the divisor keeps its
    /// sign, so its extremes stand at the corners of the box.
    fn range(&self, target: Role, pair: Pair, a: Printed, b: Printed) -> Meaningful<Interval> {
        let [first, second] = pair.roles();
        let a = self.domain.possible(first, a.interval);
        let b = self.domain.possible(second, b.interval);
        let corners = [
            pair.complete(a.low, b.low),
            pair.complete(a.low, b.high),
            pair.complete(a.high, b.low),
            pair.complete(a.high, b.high),
        ];
        let divisors = corners.map(|values| pair.divisor(target, &values));
        let one_sign =
            divisors.iter().all(|&one| one > 0.0) || divisors.iter().all(|&one| one < 0.0);
        if !one_sign {
            return Err(NotMeaningful::DividesByZero);
        }
        // Where a corner lies outside the domain, the border of the domain cuts
        // the box, and the target meets its floor on the cut.
        let range = Interval::spanning(corners.map(|values| values.get(target)))?;
        Ok(self.domain.possible(target, range))
    }

    /// Every value of `target` between these corners.
    fn span(&self, target: Role, corners: &[Point]) -> Meaningful<Interval> {
        let corners = || corners.iter().map(|&corner| Values::at(corner));
        if target == Role::Slope && corners().any(|values| values.difference() == 0.0) {
            return Err(NotMeaningful::DividesByZero);
        }
        let span = Interval::spanning(corners().map(|values| values.get(target)))?;
        Ok(self.domain.possible(target, span))
    }

    /// The corners of the polygon of readings that all figures leave open.
    fn corners(&self) -> Vec<Point> {
        let bounds = |role| {
            self.figure(role)
                .map(|figure| self.domain.possible(role, figure.interval))
        };
        let (bounds, exponent) = Bounds {
            base: bounds(Role::Base),
            amount: bounds(Role::Amount),
            slope: bounds(Role::Slope),
            sum: bounds(Role::Sum),
        }
        .scaled();
        let mut found = corners(&bounds);
        let mut sign = 1.0;
        if found.is_empty() && self.domain == Domain::Ratio {
            // A denominator below zero is one above zero with both signs
            // exchanged.
            found = corners(&bounds.mirrored());
            sign = -1.0;
        }
        let unscale = |money: f64| sign * libm::ldexp(money, exponent);
        found
            .into_iter()
            .map(|point| Point {
                base: unscale(point.base),
                amount: unscale(point.amount),
            })
            .collect()
    }

    const fn figure(&self, role: Role) -> Option<Printed> {
        match role {
            Role::Base => self.base,
            Role::Amount => self.amount,
            Role::Slope => self.slope,
            Role::Sum => self.sum,
        }
    }

    fn has(&self, pair: Pair) -> bool {
        pair.roles()
            .into_iter()
            .all(|role| self.figure(role).is_some())
    }

    fn without(&self, role: Role) -> Self {
        let mut rest = *self;
        match role {
            Role::Base => rest.base = None,
            Role::Amount => rest.amount = None,
            Role::Slope => rest.slope = None,
            Role::Sum => rest.sum = None,
        }
        rest
    }
}

impl Domain {
    /// The quantities in the order of the claim's fields.
    const fn roles(self) -> &'static [Role] {
        match self {
            Self::Growth => &[Role::Base, Role::Amount, Role::Slope, Role::Sum],
            Self::Share | Self::Ratio => &[Role::Base, Role::Amount, Role::Slope],
        }
    }

    const fn quantity(self, role: Role) -> Quantity {
        match (self, role) {
            (Self::Growth, Role::Base) => Quantity::Start,
            (Self::Growth, Role::Amount) => Quantity::Change,
            (Self::Growth, Role::Slope) => Quantity::Percent,
            (_, Role::Sum) => Quantity::End,
            (Self::Share, Role::Base) => Quantity::Whole,
            (Self::Share, Role::Amount) => Quantity::Part,
            (Self::Share, Role::Slope) => Quantity::Share,
            (Self::Ratio, Role::Base) => Quantity::Denominator,
            (Self::Ratio, Role::Amount) => Quantity::Numerator,
            (Self::Ratio, Role::Slope) => Quantity::Ratio,
        }
    }

    /// The least value that a quantity can have, if there is one.
    const fn floor(self, role: Role) -> Option<f64> {
        match (self, role) {
            (Self::Growth | Self::Share, Role::Base) | (Self::Growth, Role::Sum) => Some(0.0),
            (Self::Growth, Role::Slope) => Some(-1.0),
            _ => None,
        }
    }

    fn not_below_floor(self, role: Role, value: f64) -> Meaningful<()> {
        match self.floor(role) {
            Some(floor) if value < floor => Err(match role {
                Role::Base => NotMeaningful::StartNotPositive,
                Role::Amount | Role::Slope | Role::Sum => NotMeaningful::FallsBelowZero,
            }),
            _ => Ok(()),
        }
    }

    /// Whether a quantity can have this value, and if not why.
    fn admit_value(self, role: Role, value: f64) -> Meaningful<()> {
        if role == Role::Base && value == 0.0 {
            return Err(match self {
                Self::Growth | Self::Share => NotMeaningful::StartNotPositive,
                Self::Ratio => NotMeaningful::DividesByZero,
            });
        }
        self.not_below_floor(role, value)
    }

    /// Whether a printed figure can be what it is said to be, and if not why.
    fn admit(self, role: Role, figure: Printed) -> Meaningful<()> {
        let Interval { low, high } = figure.interval;
        if ![figure.value, low, high].into_iter().all(f64::is_finite) {
            return Err(NotMeaningful::NotFinite);
        }
        if !(low <= figure.value && figure.value <= high) {
            return Err(NotMeaningful::FiguresContradict);
        }
        self.admit_value(role, figure.value)
    }

    /// The part of a printed interval that the quantity can be in: the start is
    /// not negative, however coarsely it was printed.
    fn possible(self, role: Role, interval: Interval) -> Interval {
        self.floor(role).map_or(interval, |floor| Interval {
            low: interval.low.max(floor),
            high: interval.high,
        })
    }
}
