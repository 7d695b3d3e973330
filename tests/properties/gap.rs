//! Identities of premiums, log gaps and their closing.

use proptest::prelude::*;
use rerate::valuation::NotMeaningful;
use rerate::valuation::gap::{
    Agreement, Closing, Direction, WeightedPair, agreement, between, direction, implied_multiple,
    log_gap, multiple_after_closing, premium, premium_after_closing, total, upside_to_parity,
};

use crate::figures::{anything, finite_or_reason, itself, magnitude, near};

fn multiple() -> impl Strategy<Value = f64> {
    magnitude(-1.0..3.0)
}

fn closing() -> impl Strategy<Value = Closing> {
    prop_oneof![Just(Closing::Premium), Just(Closing::LogGap)]
}

fn rows() -> impl Strategy<Value = Vec<WeightedPair>> {
    let row =
        (multiple(), multiple(), 0.0..10.0).prop_map(|(multiple, peer, weight)| WeightedPair {
            multiple,
            peer,
            weight,
        });
    prop::collection::vec(row, 1..20).prop_filter("some weight", |rows| {
        rows.iter().any(|row| row.weight > 0.0)
    })
}

fn exchanged(rows: &[WeightedPair]) -> Vec<WeightedPair> {
    let exchange = |row: &WeightedPair| WeightedPair {
        multiple: row.peer,
        peer: row.multiple,
        ..*row
    };
    rows.iter().map(exchange).collect()
}

proptest! {
    #[test]
    fn a_multiple_has_no_gap_to_itself(x in magnitude(-300.0..300.0)) {
        prop_assert_eq!(premium(x, x), Ok(0.0));
        prop_assert_eq!(upside_to_parity(x, x), Ok(0.0));
        prop_assert_eq!(log_gap(x, x), Ok(0.0));
        prop_assert_eq!(direction(x, x), Ok(None));
    }

    #[test]
    fn premium_and_upside_are_inverse(a in multiple(), b in multiple()) {
        let gap = between(a, b).unwrap();
        // The digits of 1 + premium that a deep discount leaves.
        let lost = (a / b).max(b / a);
        prop_assert!(near((1.0 + gap.premium) * (1.0 + gap.upside_to_parity), 1.0, 3.0, lost));
        prop_assert_eq!(gap.upside_to_parity, premium(b, a).unwrap());
    }

    #[test]
    fn the_log_gap_is_the_logarithm_of_the_premium(a in multiple(), b in multiple()) {
        let gap = between(a, b).unwrap();
        prop_assert!(near(log_gap(b, a).unwrap(), -gap.log_gap, 2.0, 0.0));
        prop_assert!(near(libm::expm1(gap.log_gap), gap.premium, 8.0, 0.0));
        prop_assert!(near(libm::expm1(-gap.log_gap), gap.upside_to_parity, 8.0, 0.0));
    }

    #[test]
    fn a_small_gap_keeps_its_digits(a in multiple(), digits in 1e-15..1e-3) {
        // The neighbour that is so far away, exactly.
        let b = a + a * digits;
        prop_assert!(near(premium(b, a).unwrap(), (b - a) / a, 1.0, 0.0));
        prop_assert!(near(log_gap(b, a).unwrap(), libm::log1p((b - a) / a), 1.0, 0.0));
    }

    #[test]
    fn an_implied_multiple_has_that_premium(a in multiple(), b in multiple()) {
        let back = implied_multiple(b, premium(a, b).unwrap()).unwrap();
        prop_assert!(near(back, a, 3.0, a.max(b)));
    }

    #[test]
    fn a_premium_rises_with_the_multiple_and_falls_with_the_peer(
        a in multiple(), b in multiple(), step in 1e-9..1.0,
    ) {
        let more = |x: f64| x * (1.0 + step);
        prop_assert!(premium(more(a), b).unwrap() > premium(a, b).unwrap());
        prop_assert!(premium(a, more(b)).unwrap() < premium(a, b).unwrap());
        prop_assert!(log_gap(more(a), b).unwrap() > log_gap(a, b).unwrap());
        prop_assert!(log_gap(a, more(b)).unwrap() < log_gap(a, b).unwrap());
    }

    #[test]
    fn the_currency_does_not_matter(a in multiple(), b in multiple(), power in -200..200_i32) {
        let scale = |x| libm::ldexp(x, power);
        prop_assert_eq!(between(scale(a), scale(b)), between(a, b));
    }

    #[test]
    fn closing_goes_from_the_multiple_to_the_peer(
        a in multiple(), b in multiple(), closing in closing(), share in 0.0..1.0,
    ) {
        let after = |closure| multiple_after_closing(a, b, closure, closing).unwrap();
        prop_assert_eq!(after(0.0), a);
        prop_assert_eq!(after(1.0), b);
        let between = after(share);
        prop_assert!(a.min(b) * (1.0 - 1e-15) <= between && between <= a.max(b) * (1.0 + 1e-15));
        let further = after(share + 1e-9);
        prop_assert!(a == b || (further - between) * (b - a) >= 0.0 || (b / a - 1.0).abs() < 1e-6);
    }

    #[test]
    fn the_multiple_and_the_premium_close_alike(
        a in multiple(), b in multiple(), closing in closing(), closure in -1.0..2.0,
    ) {
        let by_premium = premium_after_closing(premium(a, b).unwrap(), closure, closing);
        match multiple_after_closing(a, b, closure, closing) {
            Ok(after) => {
                let lost = (a / b).max(b / a);
                prop_assert!(near(premium(after, b).unwrap(), by_premium.unwrap(), 16.0, lost * lost));
            }
            Err(reason) => prop_assert_eq!(by_premium, Err(reason)),
        }
    }

    #[test]
    fn half_of_the_log_gap_twice_leaves_a_quarter(a in multiple(), b in multiple()) {
        let half = |from| multiple_after_closing(from, b, 0.5, Closing::LogGap).unwrap();
        let left = log_gap(half(half(a)), b).unwrap();
        prop_assert!(near(4.0 * left, log_gap(a, b).unwrap(), 8.0, 4.0));
    }

    #[test]
    fn a_total_of_exchanged_markets_is_the_inverse(rows in rows()) {
        let there = total(&rows).unwrap();
        let back = total(&exchanged(&rows)).unwrap();
        let size = 1.0;
        prop_assert!(near(there.log_gap, -back.log_gap, 16.0, size));
        let product = (1.0 + there.premium) * (1.0 + back.premium);
        prop_assert!(near(product, 1.0, 64.0, (1.0 + there.premium).max(1.0 + back.premium)));
    }

    #[test]
    fn a_total_depends_on_neither_order_nor_scale_of_weights(rows in rows(), power in -300..300_i32) {
        let whole = total(&rows).unwrap();
        let mut reversed = rows.clone();
        reversed.reverse();
        prop_assert!(near(total(&reversed).unwrap().log_gap, whole.log_gap, 16.0, 1.0));
        let mut scaled = rows.clone();
        for row in &mut scaled {
            row.weight = libm::ldexp(row.weight, power);
        }
        prop_assert_eq!(total(&scaled), Ok(whole));
    }

    #[test]
    fn a_total_lies_among_its_rows(rows in rows()) {
        let logs = rows.iter().filter(|row| row.weight > 0.0);
        let logs: Vec<f64> = logs.map(|row| log_gap(row.multiple, row.peer).unwrap()).collect();
        let least = logs.iter().copied().fold(f64::INFINITY, f64::min);
        let most = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let found = total(&rows).unwrap().log_gap;
        prop_assert!(least - 1e-14 <= found && found <= most + 1e-14);
    }

    #[test]
    fn what_is_stated_is_borne_out_or_not(a in multiple(), b in multiple()) {
        prop_assume!(a != b);
        let (right, wrong) = if a < b {
            (Direction::Discount, Direction::Premium)
        } else {
            (Direction::Premium, Direction::Discount)
        };
        prop_assert_eq!(agreement(right, a, b), Ok(Agreement::Agrees));
        prop_assert_eq!(agreement(wrong, a, b), Ok(Agreement::Contradicts));
        prop_assert_eq!(agreement(right, a, a), Ok(Agreement::AtParity));
    }

    #[test]
    fn no_figure_is_ever_nan_or_infinite(
        a in anything(), b in anything(), c in anything(), closing in closing(),
    ) {
        for result in [
            premium(a, b), upside_to_parity(a, b), log_gap(a, b), implied_multiple(a, b),
            multiple_after_closing(a, b, c, closing), premium_after_closing(a, b, closing),
        ] {
            finite_or_reason(result, &[itself]);
        }
        let row = WeightedPair { multiple: a, peer: b, weight: c };
        let other = WeightedPair { multiple: 2.0, peer: 3.0, weight: 1.0 };
        for gap in [between(a, b), total(&[row]), total(&[row, other]), total(&[other, row])] {
            finite_or_reason(gap, &[|gap| gap.premium, |gap| gap.upside_to_parity, |gap| gap.log_gap]);
        }
    }
}

#[test]
fn multiples_that_are_none_have_a_reason() {
    for bad in [0.0, -0.0, -12.0, -f64::MIN_POSITIVE] {
        assert_eq!(premium(bad, 10.0), Err(NotMeaningful::MultipleNotPositive));
        assert_eq!(premium(10.0, bad), Err(NotMeaningful::MultipleNotPositive));
    }
    assert_eq!(premium(f64::NAN, 10.0), Err(NotMeaningful::NotFinite));
    assert_eq!(premium(10.0, f64::INFINITY), Err(NotMeaningful::NotFinite));
    assert_eq!(premium(f64::MAX, 1e-300), Err(NotMeaningful::OutOfRange));
    // The log gap of the two is a plain number all the same.
    assert!((log_gap(f64::MAX, 1e-300).unwrap() - 1_400.558).abs() < 1e-3);
    assert_eq!(
        implied_multiple(20.0, -1.0),
        Err(NotMeaningful::MultipleNotPositive)
    );
    assert_eq!(
        multiple_after_closing(10.0, 20.0, -1.0, Closing::Premium),
        Err(NotMeaningful::MultipleNotPositive)
    );
}

#[test]
fn a_total_needs_weights_and_passes_over_rows_without_any() {
    let row = |multiple, peer, weight| WeightedPair {
        multiple,
        peer,
        weight,
    };
    assert_eq!(total(&[]), Err(NotMeaningful::NoObservations));
    assert_eq!(
        total(&[row(1.0, 2.0, 0.0)]),
        Err(NotMeaningful::WeightsSumToZero)
    );
    assert_eq!(
        total(&[row(1.0, 2.0, -1.0)]),
        Err(NotMeaningful::WeightNegative)
    );
    assert_eq!(
        total(&[row(-1.0, 2.0, 1.0)]),
        Err(NotMeaningful::MultipleNotPositive)
    );
    let counted = row(3.0, 2.0, 1.0);
    let not_counted = row(-1.0, f64::NAN, 0.0);
    assert_eq!(total(&[counted, not_counted]), total(&[counted]));
    assert_eq!(
        total(&[row(1.0, 2.0, f64::MAX), row(1.0, 2.0, f64::MAX)]),
        between(1.0, 2.0)
    );
}

#[test]
fn a_total_at_parity_has_no_sign() {
    let row = WeightedPair {
        multiple: 20.0,
        peer: 20.0,
        weight: 1.0,
    };
    let gap = total(&[row]).unwrap();
    for zero in [gap.premium, gap.upside_to_parity, gap.log_gap] {
        assert_eq!(zero.to_bits(), 0.0_f64.to_bits());
    }
}

/// By equal factors a multiple never comes to zero, only out of range.
#[test]
fn a_log_gap_closed_far_beyond_is_out_of_range() {
    let out = Err(NotMeaningful::OutOfRange);
    for (multiple, peer) in [(28.0, 16.0), (16.0, 28.0)] {
        for closure in [2000.0, -2000.0] {
            assert_eq!(
                multiple_after_closing(multiple, peer, closure, Closing::LogGap),
                out
            );
        }
    }
    for premium in [0.75, -0.4] {
        for closure in [2000.0, -2000.0] {
            assert_eq!(
                premium_after_closing(premium, closure, Closing::LogGap),
                out
            );
        }
    }
    assert_eq!(
        premium_after_closing(0.75, 3.0, Closing::Premium),
        Err(NotMeaningful::MultipleNotPositive)
    );
}

/// Many times a small gap is a step like any other.
#[test]
fn a_small_gap_may_close_many_times_over() {
    let peer = 16.0 + 2.0_f64.powi(-40);
    for closure in [1e13 / 3.0, -1e12 / 3.0] {
        let after = multiple_after_closing(16.0, peer, closure, Closing::Premium).unwrap();
        let exact = 16.0 + closure * 2.0_f64.powi(-40);
        assert!((after / exact - 1.0).abs() < 1e-15, "{after} {exact}");
    }
}
