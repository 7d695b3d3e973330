//! How two of the four quantities of a claim settle the other two.

use super::region::Point;
use crate::valuation::interval::SLACK;

/// A part that a figure plays in the relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Base,
    Amount,
    Slope,
    Sum,
}

/// Two parts that settle the other two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pair {
    BaseAmount,
    BaseSlope,
    BaseSum,
    AmountSlope,
    AmountSum,
    SlopeSum,
}

/// One value of every quantity.
#[derive(Clone, Copy, Debug)]
pub(super) struct Values {
    base: f64,
    amount: f64,
    slope: f64,
    sum: f64,
}

impl Pair {
    pub(super) const ALL: [Self; 6] = [
        Self::BaseAmount,
        Self::BaseSlope,
        Self::BaseSum,
        Self::AmountSlope,
        Self::AmountSum,
        Self::SlopeSum,
    ];

    pub(super) const fn roles(self) -> [Role; 2] {
        match self {
            Self::BaseAmount => [Role::Base, Role::Amount],
            Self::BaseSlope => [Role::Base, Role::Slope],
            Self::BaseSum => [Role::Base, Role::Sum],
            Self::AmountSlope => [Role::Amount, Role::Slope],
            Self::AmountSum => [Role::Amount, Role::Sum],
            Self::SlopeSum => [Role::Slope, Role::Sum],
        }
    }

    /// All four from the two of the pair, in the order of its roles. Each
    /// formula is the one that loses fewest digits; infinite or NaN where there
    /// is no answer.
    pub(super) fn complete(self, a: f64, b: f64) -> Values {
        let (base, amount, slope, sum) = match self {
            Self::BaseAmount => (a, b, b / a, a + b),
            Self::BaseSlope => (a, a * b, b, a * (1.0 + b)),
            Self::BaseSum => (a, b - a, (b - a) / a, b),
            Self::AmountSlope => (a / b, a, b, a / b * (1.0 + b)),
            Self::AmountSum => (b - a, a, a / (b - a), b),
            Self::SlopeSum => (b / (1.0 + a), b / (1.0 + a) * a, a, b),
        };
        Values {
            base,
            amount,
            slope,
            sum,
        }
    }

    /// What is divided by on the way to `target`; 1 where nothing is, and 0 where
    /// only rounding is left of it.
    pub(super) fn divisor(self, target: Role, values: &Values) -> f64 {
        match (self, target) {
            (Self::AmountSlope, _) => values.slope,
            (Self::SlopeSum, _) => left_of(1.0 + values.slope, 1.0),
            (Self::AmountSum, Role::Slope) => values.difference(),
            (_, Role::Slope) => values.base,
            _ => 1.0,
        }
    }
}

impl Values {
    pub(super) fn at(point: Point) -> Self {
        Pair::BaseAmount.complete(point.base, point.amount)
    }

    /// The base where it is known as a difference only: 0 where the sum and the
    /// amount are equal but for rounding.
    pub(super) fn difference(&self) -> f64 {
        left_of(self.base, self.amount.abs().max(self.sum.abs()))
    }

    pub(super) const fn get(&self, role: Role) -> f64 {
        match role {
            Role::Base => self.base,
            Role::Amount => self.amount,
            Role::Slope => self.slope,
            Role::Sum => self.sum,
        }
    }
}

/// A difference, or 0 where no more than rounding is left of terms of this size.
fn left_of(difference: f64, size: f64) -> f64 {
    if difference.abs() <= SLACK * size {
        0.0
    } else {
        difference
    }
}
