//! Interval arithmetic holds every result of its members.

use proptest::prelude::*;
use rerate::valuation::Interval;

use crate::figures::{anything, finite_or_reason, magnitude};

fn signed() -> impl Strategy<Value = f64> {
    (magnitude(-6.0..6.0), any::<bool>()).prop_map(|(size, up)| if up { size } else { -size })
}

/// An interval and a member of it.
fn with_member() -> impl Strategy<Value = (Interval, f64)> {
    (signed(), signed(), 0.0..=1.0).prop_map(|(a, b, share)| {
        let interval = Interval::new(a.min(b), a.max(b)).unwrap();
        let member = (1.0 - share) * interval.low + share * interval.high;
        (interval, interval.nearest_to(member))
    })
}

proptest! {
    #[test]
    fn results_of_members_are_members((x, a) in with_member(), (y, b) in with_member()) {
        prop_assert!(x.sum(y).unwrap().contains(a + b));
        prop_assert!(x.difference(y).unwrap().contains(a - b));
        prop_assert!(x.product(y).unwrap().contains(a * b));
        if let Ok(quotient) = x.quotient(y) {
            prop_assert!(quotient.contains(a / b));
        } else {
            prop_assert!(y.low <= 0.0 && y.high >= 0.0);
        }
    }

    #[test]
    fn a_common_member_is_an_intersection((x, a) in with_member(), (y, _) in with_member()) {
        prop_assert_eq!(x.intersects(y), y.intersects(x));
        if y.contains(a) {
            prop_assert!(x.intersects(y));
        }
        let both = x.hull(y);
        prop_assert!(both.contains(a));
        prop_assert_eq!(x.intersects(y), both.high - both.low <= (x.high - x.low) + (y.high - y.low));
    }

    #[test]
    fn ends_are_finite_and_in_order(
        a in anything(), b in anything(), c in anything(), d in anything(),
    ) {
        let (x, y) = (Interval { low: a, high: b }, Interval { low: c, high: d });
        for result in [x.sum(y), x.difference(y), x.product(y), x.quotient(y), Interval::new(a, b)] {
            finite_or_reason(result, &[|ends| ends.low, |ends| ends.high]);
            if let Ok(ends) = result {
                prop_assert!(ends.low <= ends.high);
            }
        }
    }
}

/// An interval whose ends are out of order has no member, and so none in common.
#[test]
fn what_is_no_interval_meets_none() {
    let turned = Interval {
        low: 1.0,
        high: 0.0,
    };
    let around = Interval::around(0.5, 2.0);
    assert!(!turned.intersects(around) && !around.intersects(turned));
}

/// The slack at an end is a few of its own roundings, on any scale.
#[test]
fn the_slack_is_relative() {
    for size in [1e-9, 1.0, 1e9] {
        let end = Interval::exactly(size);
        assert!(end.contains(size * (1.0 + 4.0 * f64::EPSILON)));
        assert!(end.contains(size * (1.0 - 4.0 * f64::EPSILON)));
        assert!(!end.contains(size * (1.0 + 32.0 * f64::EPSILON)));
        assert!(!end.contains(size * (1.0 - 32.0 * f64::EPSILON)));
    }
}

#[test]
fn an_interval_without_end_is_not_proper() {
    let improper = [
        (0.0, f64::INFINITY),
        (f64::NEG_INFINITY, 0.0),
        (f64::NAN, 0.0),
        (0.0, f64::NAN),
        (1.0, 0.0),
    ];
    for (low, high) in improper {
        assert!(!Interval { low, high }.is_proper(), "{low} to {high}");
    }
    assert!(Interval::exactly(0.0).is_proper());
}
