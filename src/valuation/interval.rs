//! Closed intervals, for figures known only to their printed digits.
//!
//! "88%" in print is any number from 87.5% to 88.5%. Treating it as exactly
//! 0.88 is how two honest figures come to be called inconsistent: $18tn gained
//! on $8.3tn is 216.9%, the report prints 218%, and both are right, since
//! $18tn may be $18.1tn. A claim can only be tested on what its figures
//! exclude.
//!
//! # Where people go wrong
//!
//! * *Half a unit of another digit.* "$18tn" may be half a trillion more or less,
//!   "$18.0tn" a twentieth of one. A zero that is printed is a digit.
//! * *The same figure twice.* In `a - a` both are taken as free of each other, and
//!   the result is twice as wide as `a` and not zero. A formula should name each
//!   figure once.
//! * *The middle as the likely one.* All that is known is that a figure lies
//!   within.
//!
//! # What is promised about rounding
//!
//! Each end of a result is the exact end rounded to the nearest `f64`, so it is
//! off by at most half a unit in the last place (ULP) and may lie inside the
//! exact interval by that much. Ends are not widened: an exact figure stays an
//! interval of width zero. Instead the comparisons, [`Interval::contains`] and
//! [`Interval::intersects`], let ends that differ by a few ULP touch
//! ([`SLACK`]), so every real result of an operation on members is `contains`ed
//! in the operation on the intervals, and a verdict never turns on whether
//! 0.875 was reached as `0.88 - 0.005`.
//!
//! # A worked case
//!
//! ```
//! use rerate::valuation::Interval;
//!
//! // Jefferies, January 2026: the US basket gained $18tn on $8.3tn since
//! // ChatGPT, printed as 218%.
//! let gain = Interval::around(18.0, 0.5);
//! let start = Interval::around(8.3, 0.05);
//! let printed = Interval::around(2.18, 0.005);
//! assert!(gain.quotient(start)?.intersects(printed));
//! # Ok::<(), rerate::valuation::NotMeaningful>(())
//! ```

use serde::Serialize;

use super::{Meaningful, NotMeaningful};

/// How far two ends may be apart, relative to their size, and still touch:
/// eight units in the last place.
///
/// A printed figure is read with one rounding, its half unit with another, and
/// an interval formula adds two or three; eight covers these and is still
/// hundreds of millions of times finer than the last digit of a figure printed
/// to six digits.
pub const SLACK: f64 = 8.0 * f64::EPSILON;

/// A closed interval of real numbers, `low <= high`.
///
/// The fields are plain, so an interval with ends out of order or not finite
/// can be written down; every operation answers such a one with a reason, and
/// every comparison with `false`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Interval {
    /// The lower bound, included.
    pub low: f64,
    /// The upper bound, included.
    pub high: f64,
}

impl Interval {
    /// The interval from `low` to `high`.
    ///
    /// Not meaningful: an end is NaN or infinite
    /// ([`OutOfRange`](NotMeaningful::OutOfRange)), or the ends are out of
    /// order ([`FiguresContradict`](NotMeaningful::FiguresContradict)).
    pub fn new(low: f64, high: f64) -> Meaningful<Self> {
        if !(low.is_finite() && high.is_finite()) {
            return Err(NotMeaningful::OutOfRange);
        }
        if low > high {
            return Err(NotMeaningful::FiguresContradict);
        }
        Ok(Self { low, high })
    }

    /// The interval that reaches `half_width` to either side of `centre`: a
    /// building block, whose ends are not checked before it is used.
    #[must_use]
    pub fn around(centre: f64, half_width: f64) -> Self {
        Self {
            low: centre - half_width,
            high: centre + half_width,
        }
    }

    /// The interval that holds one number only.
    #[must_use]
    pub const fn exactly(value: f64) -> Self {
        Self {
            low: value,
            high: value,
        }
    }

    /// Whether both ends are finite and in order.
    #[must_use]
    pub fn is_proper(self) -> bool {
        self.low.is_finite() && self.high.is_finite() && self.low <= self.high
    }

    /// Whether `value` is a member, give or take [`SLACK`] at the ends.
    #[must_use]
    pub fn contains(self, value: f64) -> bool {
        self.intersects(Self::exactly(value))
    }

    /// Whether the two have a member in common, give or take [`SLACK`] at
    /// touching ends.
    #[must_use]
    pub fn intersects(self, other: Self) -> bool {
        self.is_proper()
            && other.is_proper()
            && at_most(self.low, other.high)
            && at_most(other.low, self.high)
    }

    /// The smallest interval that holds both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self {
            low: self.low.min(other.low),
            high: self.high.max(other.high),
        }
    }

    /// The smallest interval that holds every one of `values`.
    ///
    /// Not meaningful: there are none
    /// ([`NoObservations`](NotMeaningful::NoObservations)), or one is NaN or
    /// infinite ([`OutOfRange`](NotMeaningful::OutOfRange)).
    pub fn spanning(values: impl IntoIterator<Item = f64>) -> Meaningful<Self> {
        let mut span: Option<Self> = None;
        for value in values {
            // `min` and `max` pass over NaN, so it is refused here.
            let point = Self::new(value, value)?;
            span = Some(span.map_or(point, |so_far| so_far.hull(point)));
        }
        span.ok_or(NotMeaningful::NoObservations)
    }

    /// Where `value` lies outside, the nearer end; otherwise `value`.
    #[must_use]
    pub fn nearest_to(self, value: f64) -> f64 {
        value.max(self.low).min(self.high)
    }

    /// Every sum of a member of each.
    ///
    /// Not meaningful: an end would be beyond `f64`
    /// ([`OutOfRange`](NotMeaningful::OutOfRange)).
    pub fn sum(self, other: Self) -> Meaningful<Self> {
        Self::new(self.low + other.low, self.high + other.high)
    }

    /// Every difference of a member of this and a member of `other`.
    ///
    /// Not meaningful: as for [`Interval::sum`].
    pub fn difference(self, other: Self) -> Meaningful<Self> {
        Self::new(self.low - other.high, self.high - other.low)
    }

    /// Every product of a member of each.
    ///
    /// Not meaningful: as for [`Interval::sum`].
    pub fn product(self, other: Self) -> Meaningful<Self> {
        Self::spanning([
            self.low * other.low,
            self.low * other.high,
            self.high * other.low,
            self.high * other.high,
        ])
    }

    /// Every quotient of a member of this over a member of `divisor`.
    ///
    /// Not meaningful: the divisor may be zero
    /// ([`DividesByZero`](NotMeaningful::DividesByZero)); an end would be
    /// beyond `f64` ([`OutOfRange`](NotMeaningful::OutOfRange)).
    pub fn quotient(self, divisor: Self) -> Meaningful<Self> {
        if divisor.low <= 0.0 && divisor.high >= 0.0 {
            return Err(NotMeaningful::DividesByZero);
        }
        Self::spanning([
            self.low / divisor.low,
            self.low / divisor.high,
            self.high / divisor.low,
            self.high / divisor.high,
        ])
    }
}

/// Whether `a <= b`, give or take [`SLACK`] of the larger of the two.
fn at_most(a: f64, b: f64) -> bool {
    // Both sides are halved so that the difference of two huge numbers of
    // opposite sign stays finite.
    0.5 * a - 0.5 * b <= 0.5 * SLACK * a.abs().max(b.abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_reached_by_different_roundings_touch() {
        // 0.1 + 0.2 is 0.30000000000000004: one ULP above 0.3.
        let computed = Interval::exactly(0.1 + 0.2);
        assert_ne!(computed.low, 0.3);
        assert!(Interval::new(0.0, 0.3).unwrap().intersects(computed));
        // A gap that a reader could print is a gap.
        assert!(!Interval::new(0.0, 0.3).unwrap().contains(0.300_000_000_1));
    }

    #[test]
    fn a_divisor_that_may_be_zero_is_refused() {
        let one = Interval::exactly(1.0);
        for divisor in [
            Interval::around(0.0, 1.0),
            Interval::new(0.0, 1.0).unwrap(),
            Interval::new(-1.0, 0.0).unwrap(),
        ] {
            assert_eq!(one.quotient(divisor), Err(NotMeaningful::DividesByZero));
        }
    }

    #[test]
    fn signs_are_followed_by_product_and_quotient() {
        let mixed = Interval::new(-2.0, 3.0).unwrap();
        let negative = Interval::new(-5.0, -4.0).unwrap();
        assert_eq!(mixed.product(negative), Interval::new(-15.0, 10.0));
        assert_eq!(mixed.quotient(negative), Interval::new(-0.75, 0.5));
        assert_eq!(mixed.difference(negative), Interval::new(2.0, 8.0));
    }

    #[test]
    fn what_is_not_a_number_is_nowhere_and_gives_no_result() {
        let broken = Interval::around(f64::NAN, 1.0);
        assert!(!broken.contains(0.0));
        assert!(!Interval::around(0.0, 1.0).contains(f64::NAN));
        assert_eq!(broken.sum(broken), Err(NotMeaningful::OutOfRange));
        let huge = Interval::exactly(f64::MAX);
        assert_eq!(huge.sum(huge), Err(NotMeaningful::OutOfRange));
        assert_eq!(huge.product(huge), Err(NotMeaningful::OutOfRange));
    }
}
