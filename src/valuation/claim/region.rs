//! The readings that several printed intervals leave open, as a polygon.
//!
//! Every figure of a claim bounds the plane of (base, amount) by straight
//! lines: the base and the amount by lines parallel to the axes, their sum by a
//! diagonal, and their quotient, since the base is not negative, by a line
//! through the origin. What is left is a convex polygon. Three figures bound it
//! on all sides, so it is empty exactly if it has no corner, and whatever is
//! monotone along straight lines takes its extremes at corners. With at most
//! nine lines, trying every crossing is the clearest way to find them.

use super::super::interval::{Interval, SLACK};

/// The intervals that the figures of a claim leave open, for a base that is not
/// negative.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Bounds {
    /// The base: the start, the whole or the denominator.
    pub(super) base: Option<Interval>,
    /// The amount: the change, the part or the numerator.
    pub(super) amount: Option<Interval>,
    /// The amount over the base.
    pub(super) slope: Option<Interval>,
    /// The base and the amount together.
    pub(super) sum: Option<Interval>,
}

/// A reading: a base and an amount.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Point {
    pub(super) base: f64,
    pub(super) amount: f64,
}

/// All points with `base x p.base + amount x p.amount <= limit`.
#[derive(Clone, Copy, Debug)]
struct HalfPlane {
    base: f64,
    amount: f64,
    limit: f64,
}

impl HalfPlane {
    /// Whether the point lies inside, the border included, give or take a few
    /// ULP of the terms: a corner is only known as well as it can be rounded.
    fn holds(self, point: Point) -> bool {
        let (base, amount) = (self.base * point.base, self.amount * point.amount);
        let size = base.abs() + amount.abs() + self.limit.abs();
        base + amount - self.limit <= SLACK * size
    }

    /// Where the two borders cross, if they do so in one point within range.
    fn crossing(self, other: Self) -> Option<Point> {
        let determinant = self.base * other.amount - other.base * self.amount;
        let point = Point {
            base: (self.limit * other.amount - other.limit * self.amount) / determinant,
            amount: (self.base * other.limit - other.base * self.limit) / determinant,
        };
        (point.base.is_finite() && point.amount.is_finite()).then_some(point)
    }
}

/// The corners of the polygon that `bounds` leave open; none if it is empty or
/// holds no base above zero.
///
/// At least three of the bounds are given, and all money in them is of the
/// order of one ([`Bounds::scaled`]).
pub(super) fn corners(bounds: &Bounds) -> Vec<Point> {
    let half_planes = half_planes(bounds);
    let mut corners = Vec::new();
    for (index, &first) in half_planes.iter().enumerate() {
        for &second in half_planes.iter().skip(index + 1) {
            if let Some(point) = first.crossing(second)
                && half_planes.iter().all(|border| border.holds(point))
            {
                corners.push(point);
            }
        }
    }
    if corners.iter().any(|corner| corner.base > 0.0) {
        corners
    } else {
        Vec::new()
    }
}

fn half_planes(bounds: &Bounds) -> Vec<HalfPlane> {
    let mut half_planes = vec![HalfPlane {
        base: -1.0,
        amount: 0.0,
        limit: 0.0,
    }];
    let mut between = |base: f64, amount: f64, interval: Interval| {
        half_planes.push(HalfPlane {
            base,
            amount,
            limit: interval.high,
        });
        half_planes.push(HalfPlane {
            base: -base,
            amount: -amount,
            limit: -interval.low,
        });
    };
    if let Some(base) = bounds.base {
        between(1.0, 0.0, base);
    }
    if let Some(amount) = bounds.amount {
        between(0.0, 1.0, amount);
    }
    if let Some(sum) = bounds.sum {
        between(1.0, 1.0, sum);
    }
    if let Some(slope) = bounds.slope {
        half_planes.push(HalfPlane {
            base: slope.low,
            amount: -1.0,
            limit: 0.0,
        });
        half_planes.push(HalfPlane {
            base: -slope.high,
            amount: 1.0,
            limit: 0.0,
        });
    }
    half_planes
}

/// A corner's mean: inside the polygon, since that is convex. None without
/// corners.
pub(super) fn middle(corners: &[Point]) -> Option<Point> {
    if corners.is_empty() {
        return None;
    }
    let count = corners.len() as f64;
    Some(Point {
        base: corners.iter().map(|corner| corner.base / count).sum(),
        amount: corners.iter().map(|corner| corner.amount / count).sum(),
    })
}

impl Bounds {
    /// The same bounds with all money divided by a power of two, and its
    /// exponent, so that the largest is of the order of one.
    ///
    /// The division is exact, and it keeps the products of the crossings in
    /// range whatever the currency is counted in.
    pub(super) fn scaled(&self) -> (Self, i32) {
        let largest = [self.base, self.amount, self.sum]
            .into_iter()
            .flatten()
            .map(|money| money.low.abs().max(money.high.abs()))
            .fold(0.0, f64::max);
        let exponent = libm::frexp(largest).1;
        let scale = |money: Interval| Interval {
            low: libm::ldexp(money.low, -exponent),
            high: libm::ldexp(money.high, -exponent),
        };
        let scaled = Self {
            base: self.base.map(scale),
            amount: self.amount.map(scale),
            slope: self.slope,
            sum: self.sum.map(scale),
        };
        (scaled, exponent)
    }

    /// The same bounds for the base and the amount with their signs exchanged.
    pub(super) fn mirrored(&self) -> Self {
        let mirror = |interval: Interval| Interval {
            low: -interval.high,
            high: -interval.low,
        };
        Self {
            base: self.base.map(mirror),
            amount: self.amount.map(mirror),
            slope: self.slope,
            sum: self.sum.map(mirror),
        }
    }
}
