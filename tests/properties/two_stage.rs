//! Two-stage multiples read backwards.

use proptest::prelude::*;
use rerate::valuation::NotMeaningful;
use rerate::valuation::warranted::two_stage::{Basis, Stage, TwoStage, Unknown};

use crate::figures::{anything, finite_or_reason, itself, near};

fn firm() -> impl Strategy<Value = TwoStage> {
    (
        (-0.2..0.6_f64, 0.0..0.8_f64, 0.5..40.0_f64),
        (-0.05..0.06_f64, 0.01..0.15_f64, 0.05..1.2_f64),
        prop::bool::ANY,
    )
        .prop_map(|((fast, kept, years), (slow, above, payout), meets)| {
            let required_return = slow + above;
            let growth = if meets { required_return } else { fast };
            TwoStage {
                high: Stage {
                    growth,
                    payout: kept,
                    required_return,
                },
                years,
                stable: Stage {
                    growth: slow,
                    payout,
                    required_return,
                },
            }
        })
}

fn bases(margin_high: f64, margin_stable: f64) -> [Basis; 2] {
    [
        Basis::Earnings,
        Basis::Sales {
            margin_high,
            margin_stable,
        },
    ]
}

proptest! {
    #[test]
    fn solving_inverts_evaluating(firm in firm(), margin_high in 0.0..0.3_f64, margin_stable in 0.01..0.3_f64) {
        for basis in bases(margin_high, margin_stable) {
            let multiple = firm.price_to_basis(basis).unwrap().multiple;
            prop_assert_eq!(firm.solve(basis, Unknown::Multiple, f64::NAN), Ok(multiple));
            for unknown in [Unknown::HighGrowth, Unknown::RequiredReturn, Unknown::Years] {
                // What stands in the unknown's place is not looked at.
                let solved = firm.with_value(unknown, f64::NAN).solve(basis, unknown, multiple);
                match solved {
                    Ok(value) => {
                        let back = firm.with_value(unknown, value).price_to_basis(basis).unwrap().multiple;
                        prop_assert!((back / multiple - 1.0).abs() < 1e-11, "{:?}: {} {}", unknown, back, multiple);
                    }
                    // So many years of a fall that the last of them count for nothing.
                    Err(reason) => {
                        prop_assert_eq!(unknown, Unknown::Years);
                        prop_assert_eq!(reason, NotMeaningful::NoSolution);
                        let later = firm.with_value(unknown, firm.years * 2.0).price_to_basis(basis).unwrap().multiple;
                        prop_assert!(near(later, multiple, 64.0, 0.0));
                    }
                }
            }
        }
    }

    #[test]
    fn a_dearer_share_needs_more_growth_or_asks_less(firm in firm(), more in 1.01..3.0_f64) {
        let multiple = more * firm.price_to_earnings().unwrap().multiple;
        let solve = |unknown| firm.solve(Basis::Earnings, unknown, multiple);
        prop_assert!(solve(Unknown::HighGrowth).unwrap() > firm.high.growth);
        prop_assert!(solve(Unknown::RequiredReturn).unwrap() < firm.high.required_return);
    }

    #[test]
    fn any_number_gives_a_figure_or_a_reason(
        a in anything(), b in anything(), c in anything(), years in anything(), margin in anything(), multiple in anything(),
    ) {
        let stage = |growth, payout, required_return| Stage { growth, payout, required_return };
        for firm in [
            TwoStage { high: stage(a, b, c), years, stable: stage(0.02, 0.5, 0.1) },
            TwoStage { high: stage(0.2, 0.5, 0.1), years, stable: stage(a, b, c) },
        ] {
            for basis in bases(margin, 0.1) {
                for unknown in Unknown::ALL {
                    finite_or_reason(firm.solve(basis, unknown, multiple), &[itself]);
                }
            }
        }
    }
}

#[test]
fn reasons_of_the_unknown_are_told() {
    let firm = TwoStage {
        high: Stage {
            growth: 0.18,
            payout: 0.1,
            required_return: 0.09,
        },
        years: 5.0,
        stable: Stage {
            growth: 0.04,
            payout: 0.8,
            required_return: 0.09,
        },
    };
    let solve = |firm: TwoStage, unknown, multiple| firm.solve(Basis::Earnings, unknown, multiple);
    for unknown in [Unknown::HighGrowth, Unknown::RequiredReturn, Unknown::Years] {
        assert_eq!(
            solve(firm, unknown, 0.0),
            Err(NotMeaningful::MultipleNotPositive)
        );
        assert_eq!(
            solve(firm, unknown, f64::INFINITY),
            Err(NotMeaningful::NotFinite)
        );
    }

    let no_years = firm.with_value(Unknown::Years, 0.0);
    assert_eq!(
        solve(no_years, Unknown::HighGrowth, 20.0),
        Err(NotMeaningful::YearsNotPositive)
    );
    assert_eq!(
        solve(firm, Unknown::HighGrowth, 1e-300),
        Err(NotMeaningful::NoSolution)
    );
    assert_eq!(
        solve(firm, Unknown::HighGrowth, 1e300),
        Err(NotMeaningful::SolutionBeyondRange)
    );

    // Paid for five years only, a share is worth that much at most.
    let unpaid = TwoStage {
        stable: Stage {
            payout: 0.0,
            ..firm.stable
        },
        ..firm
    };
    assert!(solve(unpaid, Unknown::RequiredReturn, 0.5).is_ok());
    assert_eq!(
        solve(unpaid, Unknown::RequiredReturn, 1.0),
        Err(NotMeaningful::NoSolution)
    );
    assert_eq!(
        solve(firm, Unknown::RequiredReturn, 1e30),
        Err(NotMeaningful::SolutionBeyondRange)
    );
    assert_eq!(
        solve(firm, Unknown::RequiredReturn, 1e-30),
        Err(NotMeaningful::SolutionBeyondRange)
    );

    // Without high growth 16.64; with it for ever longer, always more.
    assert_eq!(
        solve(firm, Unknown::Years, 16.0),
        Err(NotMeaningful::NoSolution)
    );
    assert!(solve(firm, Unknown::Years, 1e9).is_ok());
    // A fall for ever leaves what is paid in its course, 0.9 times earnings.
    let falling = firm.with_value(Unknown::HighGrowth, -0.02);
    assert_eq!(
        solve(falling, Unknown::Years, 17.0),
        Err(NotMeaningful::NoSolution)
    );
    assert!(solve(falling, Unknown::Years, 0.9).is_ok());
    assert_eq!(
        solve(falling, Unknown::Years, 0.89),
        Err(NotMeaningful::NoSolution)
    );

    // Two like stages are one, however long the first.
    let alike = TwoStage {
        high: firm.stable,
        ..firm
    };
    let multiple = alike.price_to_earnings().unwrap().multiple;
    assert_eq!(
        solve(alike, Unknown::Years, multiple),
        Err(NotMeaningful::EveryValueSolves)
    );
    assert_eq!(
        solve(alike, Unknown::Years, 20.0),
        Err(NotMeaningful::NoSolution)
    );
}
