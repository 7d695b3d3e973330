//! The solver: each solved value gives its goal back, or there is a reason.

use proptest::prelude::*;
use rerate::valuation::NotMeaningful;
use rerate::valuation::gap::Closing;
use rerate::valuation::rerating::{Exit, Outlook};
use rerate::valuation::solve::{Goal, LONGEST_YEARS, Unknown, solve};

use crate::figures::{anything, assert_finite};
use crate::rerating::{any_outlook, cloud, outlook};

const UNKNOWNS: [Unknown; 11] = [
    Unknown::TotalReturn,
    Unknown::AnnualReturn,
    Unknown::EarningsGrowth,
    Unknown::Closure,
    Unknown::TargetMultiple,
    Unknown::Years,
    Unknown::DividendYield,
    Unknown::Currency,
    Unknown::Shares,
    Unknown::Multiple,
    Unknown::PeerMultiple,
];

/// The unknown's own value in an outlook.
fn value_of(outlook: &Outlook, unknown: Unknown) -> f64 {
    let outcome = outlook.outcome().unwrap();
    match unknown {
        Unknown::TotalReturn => outcome.total,
        Unknown::AnnualReturn => outcome.annual,
        Unknown::EarningsGrowth => outlook.earnings_growth,
        Unknown::Closure => outcome.closure.unwrap(),
        Unknown::TargetMultiple => outcome.exit_multiple,
        Unknown::Years => outlook.years,
        Unknown::DividendYield => outlook.dividend_yield,
        Unknown::Currency => outlook.currency_change,
        Unknown::Shares => outlook.share_change,
        Unknown::Multiple => outlook.multiple,
        Unknown::PeerMultiple => outlook.peer_multiple.unwrap(),
    }
}

/// The share of the gap that an outlook is told to close.
fn share_closed(outlook: &Outlook) -> Option<f64> {
    match outlook.exit {
        Exit::Closure(share) => Some(share),
        Exit::Target(_) => None,
    }
}

proptest! {
    /// Whatever is made the unknown, the return of the outlook leads back to it.
    #[test]
    fn solving_inverts_evaluating(outlook in outlook(), goal_is_annual in any::<bool>()) {
        let outcome = outlook.outcome().unwrap();
        let goal = if goal_is_annual { Goal::Annual(outcome.annual) } else { Goal::Total(outcome.total) };
        for unknown in UNKNOWNS {
            let expected = value_of(&outlook, unknown);
            let solution = solve(&outlook, unknown, goal);
            if unknown == Unknown::Years {
                // There may be an earlier horizon, or any one may do.
                match solution {
                    Ok(solution) => prop_assert!(
                        solution.value <= expected * (1.0 + 1e-9),
                        "{} {expected}", solution.value
                    ),
                    Err(reason) => prop_assert_eq!(reason, NotMeaningful::EveryValueSolves),
                }
            } else if unknown == Unknown::PeerMultiple && share_closed(&outlook).is_none() {
                prop_assert_eq!(solution.unwrap_err(), NotMeaningful::EveryValueSolves);
            } else {
                let value = solution.unwrap().value;
                // In a closure a rounding error counts for as much more as the
                // gap is small.
                let scale = match unknown {
                    Unknown::Closure => {
                        let parity = outlook.peer_multiple.unwrap() / outlook.multiple - 1.0;
                        1.0 + expected.abs() + 1.0 / parity.abs()
                    }
                    // And in what closes to a small part, for as much more as
                    // the part is small.
                    Unknown::Multiple | Unknown::PeerMultiple => {
                        let share = share_closed(&outlook).unwrap_or(1.0);
                        let ratio = outlook.peer_multiple.unwrap() / outlook.multiple;
                        expected * (1.0 + (1.0 + 1.0 / ratio) / share.abs())
                    }
                    _ => 1.0 + expected.abs(),
                };
                prop_assert!((value - expected).abs() <= 1e-12 * scale, "{unknown:?} {value} {expected}");
            }
        }
    }

    /// And any goal that is met at all is met to the last digits.
    #[test]
    fn solved_values_meet_the_goal(outlook in outlook(), wanted in -0.3..0.6_f64, annual in any::<bool>()) {
        let goal = if annual { Goal::Annual(wanted) } else { Goal::Total(3.0 * wanted) };
        for unknown in UNKNOWNS.into_iter().skip(2) {
            match solve(&outlook, unknown, goal) {
                Ok(solution) => {
                    let outcome = solution.outlook.outcome().unwrap();
                    prop_assert_eq!(outcome, solution.outcome);
                    let (reached, wanted) = match goal {
                        Goal::Annual(annual) => (outcome.annual, annual),
                        Goal::Total(total) => (outcome.total, total),
                    };
                    // What is left after a factor of nearly -100% is known to
                    // few digits.
                    let least_left = outcome.factors.each().into_iter().map(|(_, change)| 1.0 + change).fold(1.0 + outcome.total.min(0.0), f64::min);
                    // And of a short time a year tells more than is known.
                    let rounding = 1e-12 + 1e-15 / least_left / solution.outlook.years.min(1.0);
                    prop_assert!((reached - wanted).abs() <= rounding, "{unknown:?} {reached} {wanted}");
                }
                // The re-rating alone all but reaches the goal, so the years are
                // next to none, and what it comes to a year is beyond f64.
                Err(NotMeaningful::OutOfRange) if unknown == Unknown::Years => {
                    let at_once = outlook.outcome().unwrap().factors.rerating;
                    prop_assert!(!annual && (at_once - 3.0 * wanted).abs() < 0.01, "{at_once}");
                }
                Err(reason) => prop_assert!(matches!(
                    reason,
                    NotMeaningful::DividendsExceedGoal
                        | NotMeaningful::NegativeDividendNeeded
                        | NotMeaningful::NoHorizonReaches
                        | NotMeaningful::SolutionBeyondRange
                        | NotMeaningful::MultipleNotPositive
                ) || matches!(unknown, Unknown::Multiple | Unknown::PeerMultiple)
                    && matches!(
                        reason,
                        NotMeaningful::NoSolution
                            | NotMeaningful::EveryValueSolves
                            | NotMeaningful::OutOfRange
                    ), "{unknown:?} {reason:?}"),
            }
        }
    }

    /// Against a walk over horizons in small steps: the first one is found, and
    /// none is claimed where there is none.
    #[test]
    fn the_first_horizon_is_the_first(
        outlook in outlook(), dividend_yield in 0.0..0.2_f64, wanted in -0.3..0.6_f64, annual in any::<bool>(),
    ) {
        let outlook = Outlook { dividend_yield, ..outlook };
        let goal = if annual { Goal::Annual(wanted) } else { Goal::Total(wanted) };
        let excess = |years: f64| {
            // Not through the annual return, which a week's re-rating takes out
            // of range.
            let total = Outlook { years, ..outlook }.holding_period().unwrap().total().unwrap();
            match goal {
                Goal::Annual(_) => libm::log1p(total) - years * libm::log1p(wanted),
                Goal::Total(_) => total - wanted,
            }
        };
        let horizons: Vec<f64> = (0..1_500).map(|step| 1e-4 * libm::exp(f64::from(step) * 0.0095)).collect();
        let crossings: Vec<f64> = horizons
            .windows(2)
            .filter(|pair| excess(pair[0]) * excess(pair[1]) < 0.0)
            .map(|pair| pair[0])
            .filter(|years| *years < LONGEST_YEARS / 1.01)
            .collect();
        match solve(&outlook, Unknown::Years, goal) {
            Ok(solution) => {
                prop_assert!(solution.value > 0.0 && solution.value <= LONGEST_YEARS);
                if let Some(first) = crossings.first() {
                    prop_assert!(solution.value <= first * 1.01, "{} {first}", solution.value);
                }
                if crossings.len() > 1 {
                    prop_assert!(solution.others);
                }
            }
            // There is one, of hours, and a return of that much in hours is more
            // in a year than a number holds.
            Err(NotMeaningful::OutOfRange) if !crossings.is_empty() => {
                let outcome = Outlook { years: crossings[0], ..outlook }.outcome();
                prop_assert!(outcome.is_err(), "{:?} {:?}", crossings, outcome.map(|it| it.annual));
            }
            Err(reason) => {
                prop_assert!(crossings.is_empty(), "{reason:?} {crossings:?}");
            }
        }
    }

    #[test]
    fn any_number_gives_a_figure_or_a_reason(
        outlook in any_outlook(), wanted in anything(), annual in any::<bool>(),
    ) {
        let goal = if annual { Goal::Annual(wanted) } else { Goal::Total(wanted) };
        for unknown in UNKNOWNS {
            // The outlook in a solution holds inputs that were not looked at.
            let solution = solve(&outlook, unknown, goal).map(|solution| (solution.value, solution.outcome));
            assert_finite(&solution);
        }
    }
}

#[test]
fn what_cannot_be_solved_has_a_reason() {
    let reason = |outlook: Outlook, unknown, goal| solve(&outlook, unknown, goal).err();
    let rich = Outlook {
        dividend_yield: 0.3,
        years: 5.0,
        ..cloud()
    };
    for unknown in [
        Unknown::EarningsGrowth,
        Unknown::Closure,
        Unknown::TargetMultiple,
        Unknown::Shares,
    ] {
        assert_eq!(
            reason(rich, unknown, Goal::Total(0.2)),
            Some(NotMeaningful::DividendsExceedGoal),
            "150% of dividends are above the goal"
        );
    }
    assert_eq!(
        reason(cloud(), Unknown::DividendYield, Goal::Total(0.5)),
        Some(NotMeaningful::NegativeDividendNeeded)
    );
    for goal in [Goal::Total(-1.0), Goal::Annual(-1.5)] {
        for unknown in UNKNOWNS.into_iter().skip(2) {
            assert_eq!(
                reason(cloud(), unknown, goal),
                Some(NotMeaningful::RateNotAboveMinusOne)
            );
        }
    }
    let no_peer = Outlook {
        peer_multiple: None,
        exit: Exit::Target(20.0),
        ..cloud()
    };
    assert_eq!(
        reason(no_peer, Unknown::Closure, Goal::Total(0.2)),
        Some(NotMeaningful::MissingInput)
    );
    let no_gap = Outlook {
        peer_multiple: Some(16.1),
        earnings_growth: 0.2,
        ..cloud()
    };
    assert_eq!(
        reason(no_gap, Unknown::Closure, Goal::Total(0.3)),
        Some(NotMeaningful::NoGapToClose)
    );
    assert_eq!(
        reason(no_gap, Unknown::Closure, Goal::Total(0.2)),
        Some(NotMeaningful::EveryValueSolves)
    );
}

#[test]
fn a_multiple_is_solved_as_by_hand() {
    // Nothing but the multiple moves: 20 to 24 is a fifth.
    let still = Outlook {
        peer_multiple: Some(30.0),
        exit: Exit::Target(24.0),
        ..Outlook::unchanged(20.0)
    };
    let value = |outlook: Outlook, unknown| {
        solve(&outlook, unknown, Goal::Total(0.2)).map(|solution| solution.value)
    };
    let near = |value: Result<f64, NotMeaningful>, expected: f64| {
        assert!((value.unwrap() - expected).abs() < 1e-12, "{value:?}");
    };
    near(value(still, Unknown::Multiple), 20.0);
    // No peer moves what a target says.
    assert_eq!(
        value(still, Unknown::PeerMultiple),
        Err(NotMeaningful::EveryValueSolves)
    );
    let missed = Outlook {
        exit: Exit::Target(25.0),
        ..still
    };
    assert_eq!(
        value(missed, Unknown::PeerMultiple),
        Err(NotMeaningful::NoSolution)
    );
    // Two fifths of the way from 20 to 30 are 24, and a half to 28.
    for (share, multiple, peer) in [(0.4, 20.0, 30.0), (0.5, 30.0 / 1.4, 28.0)] {
        let closing = Outlook {
            exit: Exit::Closure(share),
            ..still
        };
        near(value(closing, Unknown::Multiple), multiple);
        near(value(closing, Unknown::PeerMultiple), peer);
    }
    // In logarithms half of the way to 1.44 times is 1.2 times.
    let in_logs = Outlook {
        exit: Exit::Closure(0.5),
        closing: Closing::LogGap,
        ..still
    };
    near(value(in_logs, Unknown::Multiple), 30.0 / 1.44);
    near(value(in_logs, Unknown::PeerMultiple), 28.8);
    for unknown in [Unknown::Multiple, Unknown::PeerMultiple] {
        let unmoved = Outlook {
            exit: Exit::Closure(0.0),
            ..still
        };
        assert_eq!(value(unmoved, unknown), Err(NotMeaningful::NoSolution));
        let grown = Outlook {
            earnings_growth: 0.2,
            ..unmoved
        };
        assert_eq!(value(grown, unknown), Err(NotMeaningful::EveryValueSolves));
        // A gap that widens by a tenth takes a peer of less than nothing.
        let widening = Outlook {
            exit: Exit::Closure(-0.1),
            ..still
        };
        assert_eq!(value(widening, unknown), Err(NotMeaningful::NoSolution));
    }
}

#[test]
fn horizons_have_a_first_one_or_a_reason() {
    let years = |outlook: Outlook, goal| {
        solve(&outlook, Unknown::Years, goal).map(|solution| (solution.value, solution.others))
    };
    let still = Outlook::unchanged(20.0);
    let growing = Outlook {
        earnings_growth: 0.07,
        ..still
    };
    // Doubling at 7% takes 10.2 years, and no annual return but 7% is ever had.
    let doubled = years(growing, Goal::Total(1.0)).unwrap().0;
    assert!((doubled - 10.244_768_351_058_712).abs() < 1e-14);
    assert_eq!(
        years(growing, Goal::Annual(0.07)),
        Err(NotMeaningful::EveryValueSolves)
    );
    assert_eq!(
        years(growing, Goal::Annual(0.08)),
        Err(NotMeaningful::NoHorizonReaches)
    );
    assert_eq!(
        years(growing, Goal::Total(-0.5)),
        Err(NotMeaningful::NoHorizonReaches)
    );
    assert_eq!(
        years(still, Goal::Total(0.0)),
        Err(NotMeaningful::EveryValueSolves)
    );
    assert_eq!(
        years(still, Goal::Total(0.1)),
        Err(NotMeaningful::NoHorizonReaches)
    );
    let crawling = Outlook {
        earnings_growth: 1e-4,
        ..still
    };
    assert_eq!(
        years(crawling, Goal::Total(1.0)),
        Err(NotMeaningful::SolutionBeyondRange)
    );

    // Dividends alone add up, linearly.
    let paying = Outlook {
        dividend_yield: 0.05,
        ..still
    };
    let (time, others) = years(paying, Goal::Total(1.0)).unwrap();
    assert!((time - 20.0).abs() < 1e-13);
    assert!(!others);
    let trickling = Outlook {
        dividend_yield: 5e-4,
        ..still
    };
    assert_eq!(
        years(trickling, Goal::Total(1.0)),
        Err(NotMeaningful::SolutionBeyondRange)
    );

    // A derating of 20% with a 5% dividend and 4% growth: under water at first,
    // and the annual return rises to a top of about 4.9% before it fades
    // towards growth. So 4.5% a year is met twice.
    let derating = Outlook {
        exit: Exit::Target(16.0),
        earnings_growth: 0.04,
        dividend_yield: 0.05,
        ..still
    };
    let (time, others) = years(derating, Goal::Annual(0.045)).unwrap();
    assert!(others);
    let again = solve(
        &Outlook {
            years: time,
            ..derating
        },
        Unknown::AnnualReturn,
        Goal::Total(0.0),
    )
    .unwrap();
    assert!((again.value - 0.045).abs() < 1e-15);
    assert_eq!(
        years(derating, Goal::Annual(0.2)),
        Err(NotMeaningful::NoHorizonReaches)
    );
}

/// Earnings that melt away while dividends go on: the price falls first, the
/// dividends make up for it, and compounding overtakes them in the end.
#[test]
fn a_goal_may_be_met_three_times() {
    let melting = Outlook {
        earnings_growth: -0.4,
        dividend_yield: 0.1,
        ..Outlook::unchanged(20.0)
    };
    let first = |target| {
        let outlook = Outlook {
            exit: Exit::Target(target),
            ..melting
        };
        let solution = solve(&outlook, Unknown::Years, Goal::Annual(0.03)).unwrap();
        (solution.value, solution.others)
    };
    let (years, others) = first(30.0);
    assert!((years - 0.924_830_055_117_911_2).abs() < 1e-14, "{years}");
    assert!(others);
    // Below the goal from the start, it is met twice.
    let (years, others) = first(18.0);
    assert!((years - 16.085_004_183_874_994).abs() < 1e-13, "{years}");
    assert!(others);
}

/// Where an outlook stands at the best return it can have, rounding must not
/// decide whether its horizon is found.
#[test]
fn the_best_annual_return_has_its_horizon() {
    for step in 0..60 {
        let outlook = Outlook {
            exit: Exit::Target(16.0 - 0.05 * f64::from(step)),
            earnings_growth: 0.04,
            dividend_yield: 0.05,
            ..Outlook::unchanged(20.0)
        };
        let annual = |years: f64| Outlook { years, ..outlook }.outcome().unwrap().annual;
        let (mut low, mut high) = (0.1, 90.0);
        for _ in 0..200 {
            let (left, right) = (low + (high - low) / 3.0, high - (high - low) / 3.0);
            if annual(left) < annual(right) {
                low = left;
            } else {
                high = right;
            }
        }
        let best = annual(low).max(annual(high));
        let found = solve(&outlook, Unknown::Years, Goal::Annual(best)).unwrap();
        assert!((found.outcome.annual - best).abs() < 1e-14);
        let beyond = solve(&outlook, Unknown::Years, Goal::Annual(best + 1e-9));
        assert_eq!(beyond.err(), Some(NotMeaningful::NoHorizonReaches));
    }
}

/// A small goal keeps its digits on the way back.
#[test]
fn tiny_rates_keep_their_digits() {
    let outlook = Outlook {
        years: 2.0,
        ..Outlook::unchanged(20.0)
    };
    let growth = solve(&outlook, Unknown::EarningsGrowth, Goal::Total(2e-12)).unwrap();
    assert!((growth.value / (1e-12 - 0.5e-24) - 1.0).abs() < 1e-15);
    let by_factors = Outlook {
        peer_multiple: Some(40.0),
        closing: Closing::LogGap,
        ..outlook
    };
    let closure = solve(&by_factors, Unknown::Closure, Goal::Total(1e-12)).unwrap();
    assert!((closure.value / (1e-12 / std::f64::consts::LN_2) - 1.0).abs() < 2e-12);
    // Growth that outpaces the goal by next to nothing makes next to nothing
    // good, in time.
    let behind = Outlook {
        exit: Exit::Target(20.0 * (1.0 - 5e-14)),
        earnings_growth: 1e-3 + 1e-15,
        ..outlook
    };
    let years = solve(&behind, Unknown::Years, Goal::Annual(1e-3)).unwrap();
    assert!((years.value - 50.0).abs() < 1.0, "{}", years.value);
}

/// A multiple that has to fall to next to nothing is told to the last digit or
/// so, and so is its closure by equal factors.
#[test]
fn what_a_deep_fall_leaves_keeps_its_digits() {
    let outlook = Outlook {
        peer_multiple: Some(32.0),
        closing: Closing::LogGap,
        earnings_growth: 1e12,
        ..Outlook::unchanged(16.0)
    };
    let solved = |unknown| solve(&outlook, unknown, Goal::Total(0.0)).unwrap().value;
    let left = 1.0 / (1.0 + 1e12);
    assert!((solved(Unknown::TargetMultiple) / (16.0 * left) - 1.0).abs() < 1e-15);
    assert!((solved(Unknown::Closure) / libm::log2(left) - 1.0).abs() < 1e-15);
}

#[test]
fn a_goal_that_the_rerating_reaches_at_once_has_no_year() {
    let outlook = Outlook {
        exit: Exit::Target(30.0),
        earnings_growth: 0.1,
        ..Outlook::unchanged(20.0)
    };
    let years = |total| {
        let solution = solve(&outlook, Unknown::Years, Goal::Total(total));
        solution.map(|solution| solution.value)
    };
    assert!((years(0.65).unwrap() - 1.0).abs() < 1e-12);
    assert_eq!(years(0.500_01), Err(NotMeaningful::OutOfRange));
}

/// Which side the return ends on says whether a goal is met after the longest
/// horizon or never.
#[test]
fn a_goal_is_met_beyond_the_longest_horizon_or_never() {
    let years = |target, growth, goal| {
        let outlook = Outlook {
            exit: Exit::Target(target),
            earnings_growth: growth,
            dividend_yield: 1e-4,
            ..Outlook::unchanged(10.0)
        };
        solve(&outlook, Unknown::Years, goal).map(|solution| solution.value)
    };
    let (beyond, never) = (
        Err(NotMeaningful::SolutionBeyondRange),
        Err(NotMeaningful::NoHorizonReaches),
    );
    // A re-rating of 100 times lasts 486 years against one more percent a year.
    assert_eq!(years(1000.0, 0.05, Goal::Annual(0.06)), beyond);
    // The same pace: what the re-rating adds is never lost, what it takes never
    // made good.
    assert_eq!(years(20.0, 0.05, Goal::Annual(0.05)), never);
    assert_eq!(years(5.0, 0.05, Goal::Annual(0.05)), never);
    assert_eq!(years(5.0, 0.05, Goal::Annual(0.06)), never);
    // The total return is there in the end, however far it is.
    assert_eq!(years(5.0, 1e-4, Goal::Total(10.0)), beyond);
    assert_eq!(years(20.0, 1e-4, Goal::Total(0.5)), never);
    // Dividends alone reach a total that a fall in earnings does not undo.
    assert_eq!(years(5.0, -0.01, Goal::Total(0.5)), beyond);
    assert_eq!(
        years(5.0, 0.0, Goal::Annual(-0.01)).map(|years| years.round()),
        Ok(68.0)
    );
}

/// Where growth per share is the goal, in these round figures as in fact, any
/// time will do; and none where the multiple moves as well.
#[test]
fn a_goal_that_growth_just_meets_is_met_at_any_time() {
    for (growth, share_change, goal) in [
        (0.5, 0.2, 0.25),
        (0.32, 0.1, 0.2),
        (0.21, 0.1, 0.1),
        (0.44, 0.2, 0.2),
        (0.1, -0.12, 0.25),
        (0.68, 0.2, 0.4),
        (0.155, 0.05, 0.1),
        (0.092, 0.04, 0.05),
        (0.89, 0.35, 0.4),
    ] {
        let outlook = Outlook {
            earnings_growth: growth,
            share_change,
            ..Outlook::unchanged(20.0)
        };
        assert_eq!(
            solve(&outlook, Unknown::Years, Goal::Annual(goal)),
            Err(NotMeaningful::EveryValueSolves),
            "{growth} {share_change} {goal}"
        );
        let moved = Outlook {
            exit: Exit::Target(21.0),
            ..outlook
        };
        assert_eq!(
            solve(&moved, Unknown::Years, Goal::Annual(goal)),
            Err(NotMeaningful::NoHorizonReaches)
        );
    }
    let faster = Outlook {
        earnings_growth: 0.1,
        ..Outlook::unchanged(20.0)
    };
    assert_eq!(
        solve(&faster, Unknown::Years, Goal::Annual(0.05)),
        Err(NotMeaningful::NoHorizonReaches),
        "met today, and never again"
    );
    let absurd = Outlook {
        dividend_yield: f64::MAX / 2.0,
        ..faster
    };
    assert_eq!(
        solve(&absurd, Unknown::Years, Goal::Annual(0.05)),
        Err(NotMeaningful::OutOfRange)
    );
}
