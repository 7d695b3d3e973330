//! A figure as it was printed or typed: its value and how finely it was given.

use serde::{Deserialize, Serialize};

use crate::valuation::Interval;

/// What a number counts, and so how it is written and read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A fraction: 0.88 is written 88%.
    Ratio,
    /// A valuation multiple: 16.1 is written 16.1x.
    Multiple,
    /// An amount of money in the workbook's currency: 7.32e11 is written 732bn.
    Money,
    /// A span of time in years, a real number.
    Years,
    /// A day, counted from 1 January 1970. A month counts as its 15th with 15
    /// days either way, a year as its 2 July with 183.
    Day,
    /// A bare number, such as a weight.
    Number,
}

/// A value together with half a unit of its last printed digit.
///
/// A printed figure stands for an interval: "732bn" is anything from 731.5bn to
/// 732.5bn, and "about" makes that a whole unit either way. `half_unit` is 0
/// for an exact value. Ratios are fractions.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// The value in the unit of its field.
    pub value: f64,
    /// How far the true value may lie from the printed one, either way.
    #[serde(default)]
    pub half_unit: f64,
}

impl Figure {
    /// A figure known exactly.
    #[must_use]
    pub const fn exact(value: f64) -> Self {
        Self {
            value,
            half_unit: 0.0,
        }
    }

    /// The interval that the printed figure stands for.
    #[must_use]
    pub fn interval(self) -> Interval {
        Interval::around(self.value, self.half_unit)
    }
}
