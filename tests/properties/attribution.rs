//! Splits of a move: exact, symmetric where they should be, and total on any
//! input.

use proptest::prelude::*;
use rerate::valuation::NotMeaningful;
use rerate::valuation::attribution::{
    Driver, Drivers, Factors, HoldingPeriod, Method, Split, split, split_chain,
};
use rerate::valuation::compounding::{compound, over_years, per_year, without};

use crate::figures::{anything, assert_finite};

const METHODS: [Method; 5] = [
    Method::Log,
    Method::Lmdi,
    Method::Shapley,
    Method::Sequential,
    Method::FirstOrder,
];

/// A factor between 1/20 and 20, as a change.
fn factor() -> BoxedStrategy<f64> {
    prop_oneof![
        1 => Just(0.0),
        9 => (-3.0..3.0_f64).prop_map(libm::expm1),
    ]
    .boxed()
}

fn factors(one: BoxedStrategy<f64>) -> impl Strategy<Value = Factors> {
    (one.clone(), one.clone(), one.clone(), one.clone(), one).prop_map(
        |(earnings, rerating, shares, dividends, currency)| Factors {
            earnings,
            rerating,
            shares,
            dividends,
            currency,
        },
    )
}

fn amounts(split: &Split) -> Vec<f64> {
    let drivers = split.parts.each().map(|(_, part)| part.amount);
    drivers
        .into_iter()
        .chain(split.interaction.map(|part| part.amount))
        .collect()
}

/// The mean of the sequential amounts over all 120 orders.
fn shapley_by_brute_force(factors: &Factors) -> Vec<f64> {
    fn orders(of: Vec<usize>) -> Vec<Vec<usize>> {
        if of.is_empty() {
            return vec![vec![]];
        }
        of.iter()
            .flat_map(|first| {
                let rest = of.iter().copied().filter(|other| other != first).collect();
                orders(rest).into_iter().map(|mut order| {
                    order.push(*first);
                    order
                })
            })
            .collect()
    }
    let changes = factors.each().map(|(_, change)| change);
    let all = orders((0..5).collect());
    let mut sums = [0.0; 5];
    for order in &all {
        let mut level = 1.0;
        for driver in order {
            sums[*driver] += level * changes[*driver];
            level *= 1.0 + changes[*driver];
        }
    }
    sums.iter().map(|sum| sum / all.len() as f64).collect()
}

proptest! {
    #[test]
    fn parts_add_to_the_whole(factors in factors(factor())) {
        for method in METHODS {
            let split = split(&factors, method).unwrap();
            let amounts = amounts(&split);
            let largest = amounts.iter().fold(split.whole.abs(), |most, amount| most.max(amount.abs()));
            let sum: f64 = amounts.iter().sum();
            prop_assert!((sum - split.whole).abs() <= 1e-14 * largest, "{method:?} {split:?}");
            let total = if method == Method::Log { libm::expm1(split.whole) } else { split.whole };
            let product: f64 = factors.each().iter().map(|(_, change)| 1.0 + change).product();
            prop_assert!((1.0 + total - product).abs() <= 1e-13 * product.max(1.0), "{method:?}");
        }
    }

    #[test]
    fn shares_add_to_one(factors in factors(factor())) {
        for method in METHODS {
            let split = split(&factors, method).unwrap();
            let shares: Result<Vec<f64>, _> = split
                .parts
                .each()
                .into_iter()
                .map(|(_, part)| part)
                .chain(split.interaction)
                .map(|part| part.share)
                .collect();
            if let Ok(shares) = shares {
                let size: f64 = shares.iter().map(|share| share.abs()).sum();
                prop_assert!((shares.iter().sum::<f64>() - 1.0).abs() <= 1e-13 * size);
            }
        }
    }

    #[test]
    fn shapley_is_the_mean_over_all_orders(factors in factors(factor())) {
        let expected = shapley_by_brute_force(&factors);
        let size = expected.iter().fold(0.0_f64, |most, amount| most.max(amount.abs()));
        let split = split(&factors, Method::Shapley).unwrap();
        for (amount, expected) in amounts(&split).iter().zip(&expected) {
            prop_assert!((amount - expected).abs() <= 1e-14 * size, "{amount} {expected}");
        }
    }

    /// Only the sequential method knows an order.
    #[test]
    fn exchanging_two_drivers_exchanges_their_parts(factors in factors(factor())) {
        let exchanged = Factors { earnings: factors.currency, currency: factors.earnings, ..factors };
        for method in [Method::Log, Method::Lmdi, Method::Shapley, Method::FirstOrder] {
            let one = split(&factors, method).unwrap();
            let other = split(&exchanged, method).unwrap();
            let size = amounts(&one).iter().fold(0.0_f64, |most, amount| most.max(amount.abs()));
            for (driver, twin) in [
                (Driver::Earnings, Driver::Currency),
                (Driver::Currency, Driver::Earnings),
                (Driver::Rerating, Driver::Rerating),
            ] {
                let difference = one.parts.of(driver).amount - other.parts.of(twin).amount;
                prop_assert!(difference.abs() <= 1e-14 * size, "{method:?}");
            }
        }
    }

    #[test]
    fn a_driver_at_rest_has_no_part(mut factors in factors(factor())) {
        factors.shares = 0.0;
        for method in METHODS {
            prop_assert_eq!(split(&factors, method).unwrap().parts.shares.amount, 0.0);
        }
    }

    /// The log parts of the way back are those of the way there, and of two
    /// moves in a row they are the sums.
    #[test]
    fn log_parts_reverse_and_add_over_time(
        first in factors(factor()),
        second in factors(factor()),
    ) {
        let back = first.map(|factor| without(0.0, factor));
        let there = split(&first, Method::Log).unwrap();
        let returned = split(&back, Method::Log).unwrap();
        let both = Drivers {
            earnings: compound(first.earnings, second.earnings),
            rerating: compound(first.rerating, second.rerating),
            shares: compound(first.shares, second.shares),
            dividends: compound(first.dividends, second.dividends),
            currency: compound(first.currency, second.currency),
        };
        let second = split(&second, Method::Log).unwrap();
        let both = split(&both, Method::Log).unwrap();
        for (driver, part) in there.parts.each() {
            prop_assert!((part.amount + returned.parts.of(driver).amount).abs() <= 1e-14);
            let sum = part.amount + second.parts.of(driver).amount;
            // A change near -1 holds few digits of what is left.
            let left = libm::exp(sum).min(1.0);
            prop_assert!((both.parts.of(driver).amount - sum).abs() <= 1e-14 / left);
        }
    }

    /// The methods part only by products of two changes.
    #[test]
    fn small_moves_look_alike_by_every_method(
        factors in factors((-1e-5..1e-5_f64).boxed()),
    ) {
        for method in METHODS {
            let split = split(&factors, method).unwrap();
            for (driver, part) in split.parts.each() {
                let change = factors.of(driver);
                prop_assert!((part.amount - change).abs() <= 5e-5 * change.abs(), "{method:?}");
            }
        }
    }

    #[test]
    fn annual_factors_compound_to_the_total(
        factors in factors(factor()),
        years in 1.0..60.0_f64,
    ) {
        let annual = factors.annual(years).unwrap();
        let total = over_years(annual.total(), years);
        prop_assert!((total - factors.total()).abs() <= 1e-12 * factors.total().max(1.0));
        for (driver, rate) in annual.each() {
            let change = over_years(rate, years);
            prop_assert!((change - factors.of(driver)).abs() <= 1e-13 * change.max(1.0));
        }
    }

    #[test]
    fn compounding_and_its_inverses(rate in -0.3..3.0_f64, years in 0.01..20.0_f64, other in -0.9..3.0_f64) {
        let change = over_years(rate, years);
        let back = per_year(change, years);
        prop_assert!((back - rate).abs() <= 1e-11 * (1.0 + rate.abs()), "{back}");
        let total = compound(rate, other);
        prop_assert!((without(total, other) - rate).abs() <= 1e-14 / (1.0 + other) * 4.0);
    }

    #[test]
    fn a_holding_is_its_factors(
        earnings_growth in factor(),
        rerating in factor(),
        share_change in factor(),
        dividends in 0.0..2.0_f64,
        currency_change in factor(),
    ) {
        let holding = HoldingPeriod { earnings_growth, rerating, share_change, dividends, currency_change };
        let expected = ((1.0 + earnings_growth) / (1.0 + share_change) * (1.0 + rerating) + dividends)
            * (1.0 + currency_change);
        prop_assert!((1.0 + holding.total().unwrap() - expected).abs() <= 1e-13 * expected.max(1.0));
        let factors = holding.factors().unwrap();
        prop_assert!((1.0 + factors.total() - expected).abs() <= 1e-13 * expected.max(1.0));
        let price = expected - dividends * (1.0 + currency_change);
        prop_assert!((1.0 + holding.price_only().unwrap() - price).abs() <= 1e-13 * expected.max(1.0));
        // In the order named, dividends come before currency and are what was paid.
        let told = split(&factors, Method::Sequential).unwrap();
        prop_assert!((told.parts.dividends.amount - dividends).abs() <= 1e-14 * (1.0 + dividends));
    }

    /// Linked periods add to the whole move, and one period is a split.
    #[test]
    fn linked_periods_add_to_the_whole(
        first in factors(factor()), second in factors(factor()), third in factors(factor()),
    ) {
        let periods = [first, second, third];
        let product: f64 = periods.iter().map(|period| 1.0 + period.total()).product();
        for method in METHODS {
            let chain = split_chain(&periods, method).unwrap();
            let amounts = amounts(&chain);
            let sum: f64 = amounts.iter().sum();
            // The level that the value reached in between weighs its rounding.
            let level = periods.iter().map(|period| 1.0 + period.total().max(0.0)).product::<f64>();
            let size = amounts.iter().fold(level, |most, amount| most.max(amount.abs()));
            prop_assert!((sum - chain.whole).abs() <= 1e-13 * size, "{method:?}");
            let total = if method == Method::Log { libm::expm1(chain.whole) } else { chain.whole };
            prop_assert!((1.0 + total - product).abs() <= 1e-12 * size.max(product), "{method:?}");
            prop_assert_eq!(split_chain(&[first], method), split(&first, method));
        }
    }

    #[test]
    fn any_number_gives_a_figure_or_a_reason(
        a in anything(), b in anything(), c in anything(), d in anything(), e in anything(),
    ) {
        let factors = Factors { earnings: a, rerating: b, shares: c, dividends: d, currency: e };
        for method in METHODS {
            assert_finite(&split(&factors, method));
            assert_finite(&split_chain(&[factors, factors], method));
        }
        assert_finite(&factors.annual(e));
        let holding = HoldingPeriod {
            earnings_growth: a, rerating: b, share_change: c, dividends: d, currency_change: e,
        };
        assert_finite(&holding.factors());
        assert_finite(&holding.total());
        assert_finite(&holding.price_only());
    }
}

/// A move of a billionth keeps its digits: nothing is rounded at the scale of 1.
#[test]
fn tiny_moves_keep_their_digits() {
    let factors = Factors {
        earnings: 3e-9,
        rerating: -1e-9,
        ..Factors::default()
    };
    let whole = 2e-9 - 3e-18;
    for method in METHODS {
        let split = split(&factors, method).unwrap();
        if method == Method::Log {
            // 3e-9 - 4.5e-18 - 1e-9 - 0.5e-18
            assert!((split.whole / (2e-9 - 5e-18) - 1.0).abs() < 1e-15);
        } else {
            assert!((split.whole / whole - 1.0).abs() < 1e-15, "{method:?}");
        }
        assert!((split.parts.earnings.share.unwrap() - 1.5).abs() < 1e-8);
    }
    let first_order = split(&factors, Method::FirstOrder).unwrap();
    assert!((first_order.interaction.unwrap().amount / -3e-18 - 1.0).abs() < 1e-15);
}

/// A long detour: up by a factor of 2,200 on the way to 26. Its rounding must not
/// stay in the parts.
#[test]
fn a_detour_leaves_no_rounding_behind() {
    let factors = Factors {
        earnings: 10.276_647_048_748_195,
        rerating: 17.778_976_679_711_946,
        shares: 9.441_197_206_276_781,
        dividends: -0.844_637_658_949_432_7,
        currency: -0.923_192_720_364_350_5,
    };
    for method in METHODS {
        let split = split(&factors, method).unwrap();
        let amounts = amounts(&split);
        let sum: f64 = amounts.iter().sum();
        let largest = amounts
            .iter()
            .fold(0.0_f64, |most, amount| most.max(amount.abs()));
        assert!((sum - split.whole).abs() <= 2e-15 * largest, "{method:?}");
    }
}

#[test]
fn a_move_that_ends_where_it_began_has_parts_but_no_shares() {
    let there_and_back = Factors {
        earnings: 1.0,
        rerating: -0.5,
        ..Factors::default()
    };
    for method in METHODS {
        let split = split(&there_and_back, method).unwrap();
        assert!(split.whole.abs() < 1e-15);
        assert!(split.parts.earnings.amount > 0.5, "{method:?}");
        assert_eq!(split.parts.earnings.share, Err(NotMeaningful::NoChange));
    }
    let nothing = split(&Factors::default(), Method::Lmdi).unwrap();
    assert_eq!(nothing.whole, 0.0);
    assert_eq!(nothing.parts.earnings.share, Err(NotMeaningful::NoChange));
}

#[test]
fn reasons_are_precise() {
    assert_eq!(
        split_chain(&[], Method::Log),
        Err(NotMeaningful::NoObservations)
    );
    let lost = Factors {
        currency: -1.0,
        ..Factors::default()
    };
    assert_eq!(
        split(&lost, Method::Log),
        Err(NotMeaningful::RateNotAboveMinusOne)
    );
    let unknown = Factors {
        shares: f64::NAN,
        ..Factors::default()
    };
    assert_eq!(split(&unknown, Method::Log), Err(NotMeaningful::NotFinite));
    let huge = Factors {
        earnings: 1e200,
        rerating: 1e200,
        ..Factors::default()
    };
    assert_eq!(
        split(&huge, Method::Shapley),
        Err(NotMeaningful::OutOfRange)
    );
    assert_eq!(
        Factors::default().annual(0.0),
        Err(NotMeaningful::YearsNotPositive)
    );
    let paying_back = HoldingPeriod {
        dividends: -0.01,
        ..HoldingPeriod::default()
    };
    assert_eq!(paying_back.total(), Err(NotMeaningful::DividendNegative));
}
