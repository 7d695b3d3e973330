//! Scenarios with odds, and dated catalysts.

use proptest::prelude::*;
use rerate::valuation::NotMeaningful;
use rerate::valuation::catalyst::{Catalyst, MOST_CATALYSTS, deviation, expected_change, outcomes};
use rerate::valuation::scenario::{
    Scenario, break_even_probability, break_even_probability_of, expectation,
    probability_of_reaching, scaled_to_one, together,
};

use crate::figures::{anything, assert_finite, near};

fn scenarios() -> impl Strategy<Value = Vec<Scenario>> {
    prop::collection::vec((0.01..1.0_f64, -0.9..3.0_f64), 1..8).prop_map(|cases| {
        let raw: Vec<Scenario> = cases
            .into_iter()
            .map(|(probability, total)| Scenario { probability, total })
            .collect();
        scaled_to_one(&raw).unwrap()
    })
}

fn catalysts() -> impl Strategy<Value = Vec<Catalyst>> {
    let catalyst = (0.0..3.0_f64, 0.0..=1.0_f64, -0.5..1.0_f64, -0.5..1.0_f64).prop_map(
        |(years, probability, change_if, change_if_not)| Catalyst {
            years,
            probability,
            change_if,
            change_if_not,
        },
    );
    prop::collection::vec(catalyst, 0..7)
}

proptest! {
    #[test]
    fn the_mean_lies_within_the_spread(scenarios in scenarios()) {
        let found = expectation(&scenarios).unwrap();
        prop_assert!(found.worst - 1e-15 <= found.mean && found.mean <= found.best + 1e-15);
        // Popoviciu's inequality: never more than half of the range.
        prop_assert!(found.deviation <= (found.best - found.worst) / 2.0 + 1e-15);
        let gains = probability_of_reaching(&scenarios, 0.0).unwrap();
        prop_assert!(near(found.probability_of_loss, 1.0 - gains, 4.0, 1.0));
        prop_assert_eq!(probability_of_reaching(&scenarios, found.best + 1e-9), Ok(0.0));
        prop_assert!(near(probability_of_reaching(&scenarios, found.worst).unwrap(), 1.0, 8.0, 1.0));
    }

    #[test]
    fn the_order_of_scenarios_does_not_matter(scenarios in scenarios()) {
        let found = expectation(&scenarios).unwrap();
        let mut turned = scenarios;
        turned.reverse();
        let turned = expectation(&turned).unwrap();
        prop_assert!(near(found.mean, turned.mean, 4.0, 1.0));
        prop_assert!(near(found.deviation, turned.deviation, 8.0, 1.0));
    }

    /// With its break-even odds an outcome brings the mean to the goal.
    #[test]
    fn break_even_odds_break_even(
        favourable in -0.9..3.0_f64, otherwise in -0.9..3.0_f64, part in 0.0..=1.0_f64,
    ) {
        prop_assume!((favourable - otherwise).abs() > 1e-6);
        let goal = otherwise + part * (favourable - otherwise);
        let goal = goal.clamp(favourable.min(otherwise), favourable.max(otherwise));
        let probability = break_even_probability(favourable, otherwise, goal).unwrap();
        prop_assert!((0.0..=1.0).contains(&probability));
        let both = [
            Scenario { probability, total: favourable },
            Scenario { probability: 1.0 - probability, total: otherwise },
        ];
        prop_assert!((expectation(&both).unwrap().mean - goal).abs() <= 1e-14);
        let of_the_first = break_even_probability_of(&[
            Scenario { probability: 0.5, total: favourable },
            Scenario { probability: 0.5, total: otherwise },
        ], 0, goal).unwrap();
        prop_assert!((of_the_first - probability).abs() <= 1e-14);
    }

    #[test]
    fn others_keep_their_odds_among_themselves(scenarios in scenarios(), goal in -0.5..1.0_f64) {
        prop_assume!(scenarios.len() > 1);
        if let Ok(probability) = break_even_probability_of(&scenarios, 0, goal) {
            let others: f64 = scenarios.iter().skip(1).map(|scenario| scenario.probability).sum();
            let shifted: Vec<Scenario> = scenarios.iter().enumerate().map(|(place, scenario)| Scenario {
                probability: if place == 0 { probability } else { scenario.probability / others * (1.0 - probability) },
                ..*scenario
            }).collect();
            prop_assert!((expectation(&shifted).unwrap().mean - goal).abs() <= 1e-13);
        }
    }

    /// The closed forms agree with all outcomes told one by one.
    #[test]
    fn catalysts_agree_with_their_outcomes(catalysts in catalysts(), by_years in 0.0..4.0_f64) {
        let all: Vec<Scenario> = outcomes(&catalysts, by_years).unwrap().collect();
        let due = catalysts.iter().filter(|catalyst| catalyst.years <= by_years).count();
        prop_assert_eq!(all.len(), 1 << due);
        let found = expectation(&all).unwrap();
        let expected = expected_change(&catalysts, by_years).unwrap();
        prop_assert!((found.mean - expected).abs() <= 1e-13 * (1.0 + expected.abs()));
        let spread = deviation(&catalysts, by_years).unwrap();
        prop_assert!((found.deviation - spread).abs() <= 1e-7 * (1.0 + expected.abs()));
        prop_assert!((found.deviation * found.deviation - spread * spread).abs() <= 1e-12 * (1.0 + spread * spread));
    }

    #[test]
    fn independent_scenarios_multiply(one in scenarios(), other in scenarios()) {
        let both = expectation(&together(&one, &other).unwrap()).unwrap();
        let product = (1.0 + expectation(&one).unwrap().mean) * (1.0 + expectation(&other).unwrap().mean);
        prop_assert!((1.0 + both.mean - product).abs() <= 1e-13 * (1.0 + product));
    }

    #[test]
    fn any_number_gives_a_figure_or_a_reason(
        a in anything(), b in anything(), c in anything(), d in anything(), e in anything(),
    ) {
        let scenarios = [
            Scenario { probability: a, total: b },
            Scenario { probability: c, total: d },
        ];
        assert_finite(&expectation(&scenarios));
        assert_finite(&expectation(&scenarios).and_then(|found| found.annual(e)));
        assert_finite(&together(&scenarios, &scenarios));
        let sure = |total| [Scenario { probability: 1.0, total }];
        assert_finite(&together(&sure(a), &sure(b)));
        assert_finite(&scaled_to_one(&scenarios));
        if let Ok(scaled) = scaled_to_one(&scenarios) {
            assert_finite(&expectation(&scaled));
            assert_finite(&break_even_probability_of(&scaled, 0, e));
            assert_finite(&probability_of_reaching(&scaled, e));
        }
        assert_finite(&break_even_probability(a, b, c));
        let catalyst = Catalyst { years: a, probability: b, change_if: c, change_if_not: d };
        assert_finite(&expected_change(&[catalyst, catalyst], e));
        assert_finite(&deviation(&[catalyst, catalyst], e));
        assert_finite(&outcomes(&[catalyst, catalyst], e).map(Iterator::collect::<Vec<_>>));
    }
}

#[test]
fn odds_must_be_odds() {
    let cases = |odds: &[f64]| -> Vec<Scenario> {
        odds.iter()
            .map(|probability| Scenario {
                probability: *probability,
                total: 0.1,
            })
            .collect()
    };
    let reason = |odds: &[f64]| expectation(&cases(odds)).err();
    assert_eq!(reason(&[0.3, 0.3, 0.4]), None);
    assert_eq!(reason(&[0.1; 10]), None);
    assert_eq!(
        reason(&[0.3, 0.5, 0.3]),
        Some(NotMeaningful::ProbabilitiesInvalid)
    );
    assert_eq!(
        reason(&[0.33, 0.33, 0.33]),
        Some(NotMeaningful::ProbabilitiesInvalid)
    );
    assert_eq!(
        reason(&[-0.5, 1.5]),
        Some(NotMeaningful::ProbabilitiesInvalid)
    );
    assert_eq!(reason(&[]), Some(NotMeaningful::NoObservations));
    assert_eq!(
        scaled_to_one(&cases(&[1.0, 3.0])).unwrap()[1].probability,
        0.75
    );
    assert_eq!(
        scaled_to_one(&cases(&[0.0, 0.0])),
        Err(NotMeaningful::WeightsSumToZero)
    );
    assert_eq!(
        scaled_to_one(&cases(&[-1.0, 3.0])),
        Err(NotMeaningful::ProbabilitiesInvalid)
    );
    assert_eq!(probability_of_reaching(&cases(&[0.4, 0.6]), 0.1), Ok(1.0));
}

#[test]
fn what_cannot_happen_is_not_the_worst() {
    let cases = [
        Scenario {
            probability: 0.0,
            total: -0.9,
        },
        Scenario {
            probability: 1.0,
            total: 0.2,
        },
    ];
    let found = expectation(&cases).unwrap();
    assert_eq!(
        (found.worst, found.best, found.mean, found.deviation),
        (0.2, 0.2, 0.2, 0.0)
    );
    assert_eq!(found.probability_of_loss, 0.0);
    assert_eq!(
        break_even_probability_of(&cases, 1, 0.0),
        Err(NotMeaningful::WeightsSumToZero)
    );
    assert_eq!(
        break_even_probability_of(&cases, 7, 0.0),
        Err(NotMeaningful::MissingInput)
    );
}

/// A loss that is hardly possible is as likely as was said, to the last digit,
/// and what is sure is no more than that.
#[test]
fn small_odds_keep_their_digits() {
    let case = |probability, total| Scenario { probability, total };
    let found = expectation(&[case(1.0 - 1e-12, 0.1), case(1e-12, -0.5)]).unwrap();
    assert!((found.probability_of_loss / 1e-12 - 1.0).abs() < 1e-15);
    let lost: Vec<Scenario> = [0.7, 0.2, 0.1].map(|odds| case(odds, -0.5)).to_vec();
    assert_eq!(expectation(&lost).unwrap().probability_of_loss, 1.0);
    assert_eq!(probability_of_reaching(&lost, -0.5), Ok(1.0));
}

#[test]
fn scenarios_together_have_checked_odds_and_returns() {
    let case = |probability, total| Scenario { probability, total };
    let sure = [case(1.0, 0.2)];
    assert_eq!(together(&sure, &[]), Err(NotMeaningful::NoObservations));
    assert_eq!(
        together(&[case(0.5, 0.2)], &sure),
        Err(NotMeaningful::ProbabilitiesInvalid)
    );
    assert_eq!(
        together(&sure, &[case(1.0, f64::NAN)]),
        Err(NotMeaningful::NotFinite)
    );
    let huge = [case(1.0, 1e300)];
    assert_eq!(together(&huge, &huge), Err(NotMeaningful::OutOfRange));
    assert_eq!(together(&sure, &sure).unwrap().len(), 1);
}

/// Four years that quadruple or quarter: +112.5% in the mean, 20.7% a year. The
/// mean of the annual rates, 41.4% and -29.3%, would be 6.1%.
#[test]
fn the_total_is_annualised_not_the_rates_averaged() {
    let cases = [
        Scenario {
            probability: 0.5,
            total: 3.0,
        },
        Scenario {
            probability: 0.5,
            total: -0.75,
        },
    ];
    let found = expectation(&cases).unwrap();
    assert_eq!(found.mean, 1.125);
    assert!((found.annual(4.0).unwrap() - 0.207_368).abs() < 5e-7);
    assert_eq!(found.annual(0.0), Err(NotMeaningful::YearsNotPositive));
    let lost = [Scenario {
        probability: 1.0,
        total: -1.0,
    }];
    assert_eq!(
        expectation(&lost).unwrap().annual(1.0),
        Err(NotMeaningful::RateNotAboveMinusOne)
    );
}

#[test]
fn break_even_odds_need_a_goal_between() {
    assert_eq!(
        break_even_probability(0.5, -0.5, 0.6),
        Err(NotMeaningful::NoSolution)
    );
    assert_eq!(
        break_even_probability(0.5, -0.5, -0.6),
        Err(NotMeaningful::NoSolution)
    );
    assert_eq!(
        break_even_probability(0.5, 0.5, 0.6),
        Err(NotMeaningful::NoSolution)
    );
    assert_eq!(
        break_even_probability(0.5, 0.5, 0.5),
        Err(NotMeaningful::EveryValueSolves)
    );
    assert_eq!(break_even_probability(0.5, -0.5, -0.5), Ok(0.0));
    // The other way round: the "favourable" outcome may be the lower one.
    assert_eq!(break_even_probability(-0.5, 0.5, 0.25), Ok(0.25));
}

#[test]
fn catalysts_have_edges() {
    let sure = Catalyst {
        years: 1.0,
        probability: 1.0,
        change_if: 0.2,
        change_if_not: -0.5,
    };
    assert_eq!(
        expected_change(&[sure], 1.0),
        Ok(0.2),
        "due on the day itself"
    );
    assert_eq!(deviation(&[sure], 1.0), Ok(0.0));
    assert_eq!(expected_change(&[sure], 0.99), Ok(0.0));
    let today = Catalyst { years: 0.0, ..sure };
    assert_eq!(expected_change(&[today], 0.0), Ok(0.2), "due today");
    assert_eq!(expected_change(&[], 5.0), Ok(0.0));
    assert_eq!(
        expected_change(
            &[Catalyst {
                years: -0.1,
                ..sure
            }],
            1.0
        ),
        Err(NotMeaningful::YearsNotPositive)
    );
    assert_eq!(
        expected_change(
            &[Catalyst {
                probability: 1.1,
                ..sure
            }],
            1.0
        ),
        Err(NotMeaningful::ProbabilitiesInvalid)
    );
    assert_eq!(
        expected_change(
            &[Catalyst {
                change_if_not: -1.0,
                ..sure
            }],
            1.0
        ),
        Err(NotMeaningful::RateNotAboveMinusOne)
    );
    let many = [sure; MOST_CATALYSTS + 1];
    assert!(outcomes(&many[1..], 1.0).is_ok());
    assert_eq!(
        outcomes(&many, 1.0).err(),
        Some(NotMeaningful::TooManyCatalysts)
    );
    assert_eq!(outcomes(&many, 0.5).unwrap().count(), 1);
}

/// Odds that miss one by a rounding of theirs are meant to be one.
#[test]
fn odds_a_billionth_off_are_taken_as_one() {
    let half = 0.5 + 4e-10;
    let case = |total| Scenario {
        probability: half,
        total,
    };
    let even = expectation(&[case(1.0), case(1.0)]).unwrap();
    assert!((even.mean - 1.0).abs() < 1e-15);
    let spread = [case(1.0), case(-1.0)];
    let found = expectation(&spread).unwrap();
    assert!((found.deviation - 1.0).abs() < 1e-15);
    assert!((found.probability_of_loss - 0.5).abs() < 1e-15);
    assert!((probability_of_reaching(&spread, 0.0).unwrap() - 0.5).abs() < 1e-15);
}

#[test]
fn nothing_won_is_no_loss() {
    let level = [Scenario {
        probability: 1.0,
        total: 0.0,
    }];
    assert_eq!(expectation(&level).unwrap().probability_of_loss, 0.0);
}

#[test]
fn outcomes_at_either_end_of_the_range_have_their_odds() {
    let (top, bottom) = (f64::MAX, -0.5 * f64::MAX);
    let odds = |goal| break_even_probability(top, bottom, goal).unwrap();
    assert!((odds(0.0) - 1.0 / 3.0).abs() < 1e-15);
    assert!((odds(0.25 * f64::MAX) - 0.5).abs() < 1e-15);
    assert_eq!((odds(bottom), odds(top)), (0.0, 1.0));
}
