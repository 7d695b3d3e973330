//! One-stage multiples read backwards.

use proptest::prelude::*;
use rerate::valuation::NotMeaningful;
use rerate::valuation::warranted::one_stage::{Basis, OneStage, Unknown};

use crate::figures::{anything, finite_or_reason, itself, near};

const ALL: [Unknown; 8] = [
    Unknown::Multiple,
    Unknown::Growth,
    Unknown::RequiredReturn,
    Unknown::Payout,
    Unknown::ReturnOnEquity,
    Unknown::Margin,
    Unknown::TaxRate,
    Unknown::ReinvestmentRate,
];

/// Every basis, each from the same three figures.
fn bases(a: f64, b: f64, c: f64) -> [Basis; 5] {
    [
        Basis::ForwardEarnings { payout: a },
        Basis::TrailingEarnings { payout: a },
        Basis::Book {
            return_on_equity: a,
        },
        Basis::Sales {
            margin: b,
            payout: a,
        },
        Basis::FirmSales {
            operating_margin: b,
            tax_rate: c,
            reinvestment_rate: 1.0 - a,
        },
    ]
}

proptest! {
    #[test]
    fn solving_inverts_evaluating(
        growth in -0.05..0.08_f64, above in 0.01..0.15_f64, a in 0.1..1.2_f64, b in 0.01..0.5_f64, c in 0.0..0.5_f64,
    ) {
        for basis in bases(a, b, c) {
            let firm = OneStage { basis, growth, required_return: growth + above };
            // There, book value warrants 1 at every growth.
            prop_assume!((a - firm.required_return).abs() > 1e-6);
            let multiple = firm.multiple().unwrap();
            for &unknown in basis.unknowns() {
                // What stands in the unknown's place is not looked at.
                let value = match unknown {
                    Unknown::Multiple => continue,
                    _ => firm.with_value(unknown, f64::NAN).solve(unknown, multiple).unwrap(),
                };
                let back = firm.with_value(unknown, value).multiple().unwrap();
                prop_assert!(near(back, multiple, 500.0, 1.0), "{:?} {:?}: {} {}", basis, unknown, back, multiple);
                // Any other multiple has another value.
                if let Ok(other) = firm.solve(unknown, multiple * 1.01) {
                    prop_assert!(other != value);
                }
            }
            prop_assert_eq!(firm.solve(Unknown::Multiple, f64::NAN), firm.multiple());
        }
    }

    #[test]
    fn more_is_paid_for_more_growth_and_for_less_risk(
        growth in -0.05..0.08_f64, above in 0.01..0.15_f64, payout in 0.1..1.2_f64, more in 1.001..2.0_f64,
    ) {
        for basis in [Basis::ForwardEarnings { payout }, Basis::TrailingEarnings { payout }] {
            let firm = OneStage { basis, growth, required_return: growth + above };
            let multiple = more * firm.multiple().unwrap();
            prop_assert!(firm.solve(Unknown::Growth, multiple).unwrap() > growth);
            prop_assert!(firm.solve(Unknown::RequiredReturn, multiple).unwrap() < firm.required_return);
            prop_assert!(firm.solve(Unknown::Payout, multiple).unwrap() > payout);
        }
    }

    #[test]
    fn what_a_multiple_does_not_rest_on_solves_it_always_or_never(payout in 0.1..1.2_f64, off in 1.001..2.0_f64) {
        for basis in bases(payout, 0.2, 0.25) {
            let firm = OneStage { basis, growth: 0.03, required_return: 0.09 };
            let multiple = firm.multiple().unwrap();
            for unknown in ALL {
                if !basis.unknowns().contains(&unknown) {
                    prop_assert_eq!(firm.solve(unknown, multiple), Err(NotMeaningful::EveryValueSolves));
                    prop_assert_eq!(firm.solve(unknown, multiple * off), Err(NotMeaningful::NoSolution));
                    prop_assert_eq!(firm.with_value(unknown, 7.0), firm);
                }
            }
        }
    }

    #[test]
    fn any_number_gives_a_figure_or_a_reason(
        a in anything(), b in anything(), c in anything(), growth in anything(), required_return in anything(),
        multiple in anything(),
    ) {
        for basis in bases(a, b, c) {
            let firm = OneStage { basis, growth, required_return };
            for unknown in ALL {
                let value = firm.solve(unknown, multiple);
                finite_or_reason(value, &[itself]);
                if let (Ok(value), true) = (value, unknown != Unknown::Multiple) {
                    prop_assert!(firm.with_value(unknown, value).multiple().is_ok());
                }
            }
        }
    }
}

#[test]
fn a_price_to_book_of_one_knows_no_growth() {
    let firm = |return_on_equity| OneStage {
        basis: Basis::Book { return_on_equity },
        growth: 0.03,
        required_return: 0.1,
    };
    let growth =
        |return_on_equity, multiple| firm(return_on_equity).solve(Unknown::Growth, multiple);
    assert_eq!(growth(0.1, 1.0), Err(NotMeaningful::EveryValueSolves));
    for return_on_equity in [0.05, 0.15] {
        assert_eq!(
            growth(return_on_equity, 1.0),
            Err(NotMeaningful::NoSolution)
        );
    }
    // Where growth adds nothing, no growth adds or takes; and none makes a firm
    // that earns more than is required worth less than its book value.
    for (return_on_equity, multiple) in [(0.1, 1.5), (0.1, 0.5), (0.15, 0.9), (0.05, 1.1)] {
        assert_eq!(
            growth(return_on_equity, multiple),
            Err(NotMeaningful::NoSolution)
        );
    }
    // Growth would have to be -150%.
    assert_eq!(growth(0.9, 1.5), Err(NotMeaningful::NoSolution));
}

#[test]
fn reasons_of_the_unknown_are_told() {
    let firm = OneStage {
        basis: Basis::ForwardEarnings { payout: 0.5 },
        growth: 0.03,
        required_return: 0.1,
    };
    let unpaid = firm.with_value(Unknown::Payout, 0.0);
    for unknown in [Unknown::Growth, Unknown::RequiredReturn] {
        for multiple in [0.0, -3.0] {
            assert_eq!(
                firm.solve(unknown, multiple),
                Err(NotMeaningful::MultipleNotPositive)
            );
        }
        assert_eq!(
            unpaid.solve(unknown, 10.0),
            Err(NotMeaningful::MultipleNotPositive)
        );
        assert_eq!(firm.solve(unknown, f64::NAN), Err(NotMeaningful::NotFinite));
    }
    // So cheap that next year's dividend is more than the price.
    assert_eq!(
        firm.solve(Unknown::Growth, 0.4),
        Err(NotMeaningful::NoSolution)
    );
    assert_eq!(
        firm.solve(Unknown::Growth, 1e30),
        Err(NotMeaningful::OutOfRange)
    );
    let growing = firm.with_value(Unknown::Growth, 0.1);
    assert_eq!(
        growing.solve(Unknown::Payout, 10.0),
        Err(NotMeaningful::GrowthNotBelowReturn)
    );
    let shrinking = firm.with_value(Unknown::Growth, -1.0);
    assert_eq!(
        shrinking.solve(Unknown::RequiredReturn, 10.0),
        Err(NotMeaningful::RateNotAboveMinusOne)
    );

    let sales = OneStage {
        basis: Basis::FirmSales {
            operating_margin: 0.2,
            tax_rate: 0.25,
            reinvestment_rate: 0.4,
        },
        growth: 0.05,
        required_return: 0.1,
    };
    assert!((sales.solve(Unknown::TaxRate, 1.89).unwrap() - 0.25).abs() < 1e-14);
    // More than it is worth free of tax.
    assert_eq!(
        sales.solve(Unknown::TaxRate, 3.0),
        Err(NotMeaningful::NoSolution)
    );
    let worn = sales.with_value(Unknown::ReinvestmentRate, 1.0);
    assert_eq!(
        worn.solve(Unknown::Margin, 1.0),
        Err(NotMeaningful::MultipleNotPositive)
    );
    let overtaxed = sales.with_value(Unknown::TaxRate, 1.5);
    assert_eq!(
        overtaxed.solve(Unknown::Growth, 1.0),
        Err(NotMeaningful::ShareOutOfRange)
    );
    let returned = OneStage {
        required_return: -1.0,
        ..sales
    };
    assert_eq!(
        returned.solve(Unknown::Growth, 1.0),
        Err(NotMeaningful::RateNotAboveMinusOne)
    );
}

#[test]
fn a_value_is_put_where_it_belongs() {
    for firm in bases(0.15, 0.4, 0.3).map(|basis| OneStage {
        basis,
        growth: 0.03,
        required_return: 0.09,
    }) {
        for unknown in ALL {
            let changed = firm.with_value(unknown, 0.051);
            let rests_on_it = firm.basis.unknowns().contains(&unknown);
            assert_eq!(
                changed != firm,
                rests_on_it && unknown != Unknown::Multiple,
                "{unknown:?} {firm:?}"
            );
            assert_eq!(
                changed.with_value(unknown, 0.0),
                firm.with_value(unknown, 0.0)
            );
        }
    }
}
