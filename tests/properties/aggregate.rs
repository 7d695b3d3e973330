//! Groups under loss policies, means and percentiles.

use proptest::prelude::*;
use rerate::valuation::NotMeaningful;
use rerate::valuation::aggregate::{
    Aggregate, Constituent, LossPolicy, aggregate, profitable_multiples,
};
use rerate::valuation::mean::{arithmetic_mean, harmonic_mean, median, percentile};

use crate::figures::{anything, finite_or_reason, itself, magnitude, near};

fn company() -> impl Strategy<Value = Constituent> {
    (magnitude(0.0..6.0), -0.1..0.2).prop_map(|(value, earnings_yield)| Constituent {
        value,
        fundamental: value * earnings_yield,
    })
}

fn group() -> impl Strategy<Value = Vec<Constituent>> {
    prop::collection::vec(company(), 1..40)
}

fn multiples() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(magnitude(-1.0..3.0), 1..40)
}

fn under(group: &[Constituent], policy: LossPolicy) -> Aggregate {
    aggregate(group, policy).unwrap()
}

/// How many digits cancel where losses nearly outweigh profits.
fn cancellation(group: &[Constituent]) -> f64 {
    let sizes: f64 = group.iter().map(|company| company.fundamental.abs()).sum();
    let total: f64 = group.iter().map(|company| company.fundamental).sum();
    sizes / total.abs()
}

proptest! {
    #[test]
    fn order_does_not_matter(group in group(), turn in 0..40_usize) {
        let mut turned = group.clone();
        turned.rotate_left(turn % group.len());
        turned.reverse();
        for policy in LossPolicy::ALL {
            let (a, b) = (under(&group, policy), under(&turned, policy));
            prop_assert_eq!(a.multiple.is_ok(), b.multiple.is_ok());
            if let (Ok(a), Ok(b)) = (a.multiple, b.multiple) {
                prop_assert!(near(a, b, 4.0 * cancellation(&group).max(1.0), 0.0));
            }
            prop_assert_eq!((a.companies, a.loss_makers), (b.companies, b.loss_makers));
        }
    }

    #[test]
    fn the_currency_does_not_matter(group in group(), power in -300..300_i32) {
        let in_another: Vec<Constituent> = group.iter().map(|company| Constituent {
            value: libm::ldexp(company.value, power),
            fundamental: libm::ldexp(company.fundamental, power),
        }).collect();
        for policy in LossPolicy::ALL {
            prop_assert_eq!(under(&group, policy), under(&in_another, policy));
        }
    }

    #[test]
    fn the_same_companies_twice_are_worth_the_same_multiple(group in group()) {
        let twice = [group.clone(), group.clone()].concat();
        for policy in LossPolicy::ALL {
            let (once, twice) = (under(&group, policy), under(&twice, policy));
            if let (Ok(once), Ok(twice)) = (once.multiple, twice.multiple) {
                prop_assert!(near(once, twice, 4.0 * cancellation(&group).max(1.0), 0.0));
            }
            prop_assert_eq!(once.loss_share, twice.loss_share);
        }
    }

    #[test]
    fn each_policy_is_kinder_than_the_one_before(group in group()) {
        let multiple = |policy| under(&group, policy).multiple;
        let as_zero = multiple(LossPolicy::LossesAsZero);
        if let (Ok(included), Ok(as_zero)) = (multiple(LossPolicy::LossesIncluded), as_zero) {
            prop_assert!(included >= as_zero * (1.0 - 1e-15));
        }
        if let (Ok(as_zero), Ok(profitable)) = (as_zero, multiple(LossPolicy::ProfitableOnly)) {
            prop_assert!(as_zero >= profitable * (1.0 - 1e-15));
        }
    }

    #[test]
    fn yield_and_multiple_are_inverse(group in group()) {
        for policy in LossPolicy::ALL {
            let all = under(&group, policy);
            if let (Ok(multiple), Ok(earnings_yield)) = (all.multiple, all.earnings_yield) {
                prop_assert!(near(multiple * earnings_yield, 1.0, 2.0, 0.0));
            }
        }
    }

    #[test]
    fn profitable_companies_alone_have_their_weighted_harmonic_mean(group in group()) {
        let values: Vec<f64> = group.iter()
            .filter(|company| company.fundamental > 0.0)
            .map(|company| company.value)
            .collect();
        let multiples = profitable_multiples(&group).unwrap();
        let mean = harmonic_mean(&multiples, Some(&values));
        match under(&group, LossPolicy::ProfitableOnly).multiple {
            Ok(multiple) => prop_assert!(near(multiple, mean.unwrap(), 8.0, 0.0)),
            Err(reason) => prop_assert_eq!(mean, Err(reason)),
        }
    }

    #[test]
    fn means_are_in_order(multiples in multiples()) {
        let least = percentile(&multiples, 0.0).unwrap();
        let most = percentile(&multiples, 1.0).unwrap();
        let harmonic = harmonic_mean(&multiples, None).unwrap();
        let arithmetic = arithmetic_mean(&multiples, None).unwrap();
        let median = median(&multiples, None).unwrap();
        let rounding = 1.0 + 1e-14;
        prop_assert!(least <= harmonic * rounding);
        prop_assert!(harmonic <= arithmetic * rounding);
        prop_assert!(arithmetic <= most * rounding);
        prop_assert!(least <= median && median <= most);
        prop_assert!(near(median, percentile(&multiples, 0.5).unwrap(), 1.0, 0.0));
    }

    #[test]
    fn a_weight_is_a_repetition(rows in prop::collection::vec((magnitude(0.0..2.0), 0..4_usize), 1..12)) {
        if rows.iter().all(|&(_, count)| count == 0) {
            return Ok(());
        }
        let multiples: Vec<f64> = rows.iter().map(|&(multiple, _)| multiple).collect();
        let weights: Vec<f64> = rows.iter().map(|&(_, count)| count as f64).collect();
        let repeated: Vec<f64> = rows.iter()
            .flat_map(|&(multiple, count)| std::iter::repeat_n(multiple, count))
            .collect();
        let weights = Some(weights.as_slice());
        for mean in [arithmetic_mean, harmonic_mean, median] {
            let (weighted, repeated) = (mean(&multiples, weights), mean(&repeated, None));
            prop_assert!(near(weighted.unwrap(), repeated.unwrap(), 8.0, 0.0));
        }
    }

    #[test]
    fn percentiles_rise(values in prop::collection::vec(-1e6..1e6, 1..40), a in 0.0..1.0, b in 0.0..1.0) {
        let at = |share| percentile(&values, share).unwrap();
        let (low, high) = (f64::min(a, b), f64::max(a, b));
        prop_assert!(at(low) <= at(high) + 1e-9);
    }

    #[test]
    fn of_one_company_every_policy_gives_its_own_multiple(
        value in magnitude(0.0..6.0), fundamental in magnitude(-3.0..6.0), share in 0.0..=1.0_f64, weight in magnitude(-3.0..3.0),
    ) {
        let multiple = value / fundamental;
        let one = [Constituent { value, fundamental }];
        for policy in LossPolicy::ALL {
            let all = under(&one, policy);
            prop_assert_eq!(all.multiple, Ok(multiple));
            prop_assert_eq!((all.companies, all.loss_makers, all.loss_share), (1, 0, 0.0));
        }
        prop_assert_eq!(percentile(&[multiple], share), Ok(multiple));
        for mean in [arithmetic_mean, harmonic_mean, median] {
            for weights in [None, Some(&[weight][..])] {
                prop_assert!(near(mean(&[multiple], weights).unwrap(), multiple, 2.0, 0.0));
            }
        }
    }

    /// It costs less than nothing: sums keep it, ranks put it lowest, and it has no
    /// multiple of its own.
    #[test]
    fn a_profitable_firm_of_negative_enterprise_value_is_kept(
        cash in 1.0..50.0_f64, earnings in 0.1..20.0_f64,
        rest in prop::collection::vec((100.0..500.0_f64, 1.0..20.0_f64), 2..12),
    ) {
        let rich = Constituent { value: -cash, fundamental: earnings };
        let rest: Vec<Constituent> = rest.into_iter()
            .map(|(value, fundamental)| Constituent { value, fundamental })
            .collect();
        let group = [vec![rich], rest.clone()].concat();
        for policy in [LossPolicy::LossesIncluded, LossPolicy::LossesAsZero, LossPolicy::ProfitableOnly] {
            let (with, without) = (under(&group, policy), under(&rest, policy));
            prop_assert!(with.multiple.unwrap() < without.multiple.unwrap());
            prop_assert_eq!(with.loss_makers, 0);
            prop_assert_eq!(under(&[rich], policy).multiple, Err(NotMeaningful::ValueNotPositive));
        }
        let alone = under(&[rich], LossPolicy::MedianOfProfitable);
        prop_assert_eq!(alone.multiple, Err(NotMeaningful::ValueNotPositive));

        let multiples = profitable_multiples(&group).unwrap();
        prop_assert_eq!(percentile(&multiples, 0.0), Ok(multiples[0]));
        let median_of = |group: &[Constituent]| under(group, LossPolicy::MedianOfProfitable).multiple.unwrap();
        prop_assert!(median_of(&group) <= median_of(&rest));
        for mean in [arithmetic_mean, harmonic_mean, median] {
            prop_assert_eq!(mean(&multiples, None), Err(NotMeaningful::MultipleNotPositive));
        }
    }

    #[test]
    fn no_figure_is_ever_nan_or_infinite(
        rows in prop::collection::vec((anything(), anything()), 0..6), share in anything(),
    ) {
        let group: Vec<Constituent> = rows.iter()
            .map(|&(value, fundamental)| Constituent { value, fundamental })
            .collect();
        for policy in LossPolicy::ALL {
            if let Ok(all) = aggregate(&group, policy) {
                for figure in [all.multiple, all.earnings_yield, all.loss_share_of_value] {
                    finite_or_reason(figure, &[itself]);
                }
                prop_assert!((0.0..=1.0).contains(&all.loss_share));
            }
        }
        let (first, second): (Vec<f64>, Vec<f64>) = rows.into_iter().unzip();
        for mean in [arithmetic_mean, harmonic_mean, median] {
            finite_or_reason(mean(&first, None), &[itself]);
            finite_or_reason(mean(&first, Some(&second)), &[itself]);
        }
        finite_or_reason(percentile(&first, share), &[itself]);
    }
}

#[test]
fn a_group_without_profits_has_a_yield_but_no_multiple() {
    let group = [(100.0, -5.0), (200.0, -1.0)]
        .map(|(value, fundamental)| Constituent { value, fundamental });
    let all = under(&group, LossPolicy::LossesIncluded);
    assert_eq!(all.multiple, Err(NotMeaningful::FundamentalNotPositive));
    assert_eq!(all.earnings_yield, Ok(-0.02));
    assert_eq!((all.loss_makers, all.loss_share), (2, 1.0));
    let profitable = under(&group, LossPolicy::ProfitableOnly);
    assert_eq!(profitable.multiple, Err(NotMeaningful::NoObservations));
    let median = under(&group, LossPolicy::MedianOfProfitable);
    assert_eq!(median.multiple, Err(NotMeaningful::NoObservations));
    assert_eq!(
        aggregate(&[], LossPolicy::default()),
        Err(NotMeaningful::NoObservations)
    );
}

#[test]
fn zero_earnings_are_neither_profit_nor_loss() {
    let group = [(100.0, 10.0), (200.0, 0.0)]
        .map(|(value, fundamental)| Constituent { value, fundamental });
    assert_eq!(under(&group, LossPolicy::LossesIncluded).loss_makers, 0);
    assert_eq!(under(&group, LossPolicy::LossesIncluded).multiple, Ok(30.0));
    assert_eq!(under(&group, LossPolicy::ProfitableOnly).multiple, Ok(10.0));
}

#[test]
fn the_weighted_median_is_where_half_of_the_weight_ends() {
    assert_eq!(
        median(&[30.0, 10.0, 20.0], Some(&[1.0, 1.0, 3.0])),
        Ok(20.0)
    );
    assert_eq!(
        median(&[30.0, 10.0, 20.0], Some(&[1.0, 5.0, 3.0])),
        Ok(10.0)
    );
    assert_eq!(median(&[10.0, 20.0], Some(&[0.3, 0.1 + 0.2])), Ok(15.0));
    assert_eq!(
        median(&[10.0, 99.0, 20.0], Some(&[1.0, 0.0, 1.0])),
        Ok(15.0)
    );
}

#[test]
fn the_unit_of_the_weights_is_nothing_to_the_median() {
    // Powers of two, so that the rounding of the weights stays what it is.
    for unit in [1.0 / 1_099_511_627_776.0, 1.0, 1_099_511_627_776.0] {
        let in_unit = |weights: [f64; 2]| weights.map(|weight| weight * unit);
        assert_eq!(
            median(&[10.0, 20.0], Some(&in_unit([0.3, 0.1 + 0.2]))),
            Ok(15.0)
        );
        assert_eq!(median(&[10.0, 20.0], Some(&in_unit([1.0, 3.0]))), Ok(20.0));
    }
}

#[test]
fn values_beyond_range_in_all_are_out_of_range() {
    let huge = Constituent {
        value: f64::MAX,
        fundamental: -1.0,
    };
    let found = under(&[huge, huge], LossPolicy::LossesIncluded);
    assert_eq!(found.loss_share_of_value, Err(NotMeaningful::OutOfRange));
    assert_eq!(found.multiple, Err(NotMeaningful::OutOfRange));
}

#[test]
fn a_group_worth_nothing_has_no_multiple() {
    let group =
        [(5.0, 1.0), (-5.0, 1.0)].map(|(value, fundamental)| Constituent { value, fundamental });
    let found = under(&group, LossPolicy::LossesIncluded);
    assert_eq!(found.multiple, Err(NotMeaningful::ValueNotPositive));
    assert_eq!(
        found.loss_share_of_value,
        Err(NotMeaningful::ValueNotPositive)
    );
}

/// Half of the weight ends in the middle of a list that is the same from either
/// end, however its weights round on the way there.
#[test]
fn a_list_and_its_mirror_image_have_their_median_in_the_middle() {
    for pattern in [[0.1, 0.3, 0.7], [0.6, 0.1, 0.9], [0.2, 0.3, 1.1]] {
        for count in [3, 30, 300] {
            let half: Vec<f64> = pattern.into_iter().cycle().take(count).collect();
            let weights: Vec<f64> = half.iter().chain(half.iter().rev()).copied().collect();
            let multiples: Vec<f64> = (1..=weights.len()).map(|place| place as f64).collect();
            assert_eq!(
                median(&multiples, Some(&weights)),
                Ok(count as f64 + 0.5),
                "{pattern:?} {count}"
            );
        }
    }
}

#[test]
fn huge_and_tiny_weights_weigh_as_others_do() {
    for unit in [1e-200, 1e200] {
        let weights = [unit, 3.0 * unit];
        let multiples = [10.0, 40.0];
        let mean = arithmetic_mean(&multiples, Some(&weights)).unwrap();
        assert!((mean - 32.5).abs() < 1e-13);
        let mean = harmonic_mean(&multiples, Some(&weights)).unwrap();
        assert!((mean - 4.0 / 0.175).abs() < 1e-13);
        assert_eq!(median(&multiples, Some(&weights)), Ok(40.0));
    }
}
