//! Closed intervals, for figures known only to their printed digits.

use serde::Serialize;

/// A closed interval of real numbers, `low <= high`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Interval {
    /// The lower bound, included.
    pub low: f64,
    /// The upper bound, included.
    pub high: f64,
}

impl Interval {
    /// The interval that reaches `half_width` to either side of `centre`.
    #[must_use]
    pub fn around(centre: f64, half_width: f64) -> Self {
        Self {
            low: centre - half_width,
            high: centre + half_width,
        }
    }
}
