//! Events that close a gap by a share.

use proptest::prelude::*;
use rerate::valuation::NotMeaningful;
use rerate::valuation::catalyst::MOST_CATALYSTS;
use rerate::valuation::catalyst::closure::{
    GapEvent, deviation, expected, outcomes, probability_of_closing,
};

use crate::figures::{anything, finite_or_reason, near};

fn event() -> impl Strategy<Value = GapEvent> {
    (0.0..3.0, 0.0..=1.0, -0.5..1.0, -0.5..1.0).prop_map(
        |(years, probability, closes_if, closes_if_not)| GapEvent {
            years,
            probability,
            closes_if,
            closes_if_not,
        },
    )
}

proptest! {
    #[test]
    fn the_outcomes_have_the_mean_and_the_spread(
        events in prop::collection::vec(event(), 0..8),
        by in 0.0..3.0,
    ) {
        let all: Vec<_> = outcomes(&events, by).unwrap().collect();
        let odds: f64 = all.iter().map(|outcome| outcome.probability).sum();
        prop_assert!(near(odds, 1.0, 64.0, 1.0));
        let mean: f64 = all.iter().map(|one| one.probability * one.closure).sum();
        prop_assert!(near(mean, expected(&events, by).unwrap(), 256.0, 4.0));
        let variance: f64 = all
            .iter()
            .map(|one| one.probability * (one.closure - mean) * (one.closure - mean))
            .sum();
        let deviation = deviation(&events, by).unwrap();
        prop_assert!((variance - deviation * deviation).abs() < 1e-12);
    }

    #[test]
    fn the_order_of_events_does_not_matter(
        events in prop::collection::vec(event(), 0..8),
        by in 0.0..3.0,
    ) {
        let turned: Vec<_> = events.iter().rev().copied().collect();
        let (one, other) = (expected(&events, by).unwrap(), expected(&turned, by).unwrap());
        prop_assert!(near(one, other, 8.0, 4.0));
    }

    #[test]
    fn more_is_closed_no_more_often(
        events in prop::collection::vec(event(), 0..6),
        goal in -1.0..2.0,
        more in 0.0..1.0,
    ) {
        let odds = |goal| probability_of_closing(&events, 3.0, goal).unwrap();
        prop_assert!(odds(goal + more) <= odds(goal) + 1e-15);
        prop_assert!((0.0..=1.0).contains(&odds(goal)));
    }

    #[test]
    fn nothing_is_ever_not_a_number(
        years in anything(),
        probability in anything(),
        closes_if in anything(),
        closes_if_not in anything(),
        by in anything(),
    ) {
        let events = [GapEvent { years, probability, closes_if, closes_if_not }; 2];
        let itself: [fn(f64) -> f64; 1] = [|value| value];
        finite_or_reason(expected(&events, by), &itself);
        finite_or_reason(deviation(&events, by), &itself);
        finite_or_reason(probability_of_closing(&events, by, closes_if), &itself);
        if let Ok(all) = outcomes(&events, by) {
            for outcome in all {
                prop_assert!(outcome.closure.is_finite() && outcome.probability.is_finite());
            }
        }
    }
}

#[test]
fn gap_events_have_edges() {
    let sure = GapEvent {
        years: 1.0,
        probability: 1.0,
        closes_if: 0.3,
        closes_if_not: -0.5,
    };
    assert_eq!(expected(&[sure], 1.0), Ok(0.3), "due on the day itself");
    assert_eq!(expected(&[sure], 0.99), Ok(0.0));
    assert_eq!(deviation(&[sure], 1.0), Ok(0.0));
    assert_eq!(expected(&[], 5.0), Ok(0.0));
    assert_eq!(probability_of_closing(&[sure], 1.0, 0.3), Ok(1.0));
    assert_eq!(probability_of_closing(&[sure], 1.0, 0.31), Ok(0.0));
    // Three times a tenth is no three tenths in binary, and yet it is meant.
    let tenth = GapEvent {
        closes_if: 0.1,
        ..sure
    };
    assert_eq!(probability_of_closing(&[tenth; 3], 1.0, 0.3), Ok(1.0));
    for unit in [1.0, 1e6] {
        let parts = [0.7, 0.1, 0.2].map(|part| GapEvent {
            closes_if: part * unit,
            ..sure
        });
        assert_eq!(probability_of_closing(&parts, 1.0, unit), Ok(1.0));
    }
    // What opens again what was closed leaves nothing, though no zero.
    let undone = [0.3, -0.1, -0.2].map(|closes_if| GapEvent { closes_if, ..sure });
    assert_eq!(probability_of_closing(&undone, 1.0, 0.0), Ok(1.0));
    let today = GapEvent { years: 0.0, ..sure };
    assert_eq!(expected(&[today], 0.0), Ok(0.3), "due today");
    let with = |years, probability| GapEvent {
        years,
        probability,
        ..sure
    };
    assert_eq!(
        expected(&[with(-0.1, 1.0)], 1.0),
        Err(NotMeaningful::YearsNotPositive)
    );
    for probability in [-0.1, 1.1] {
        assert_eq!(
            deviation(&[with(1.0, probability)], 1.0),
            Err(NotMeaningful::ProbabilitiesInvalid)
        );
    }
    let many = [sure; MOST_CATALYSTS + 1];
    assert!(outcomes(&many[1..], 1.0).is_ok());
    assert_eq!(
        outcomes(&many, 1.0).err(),
        Some(NotMeaningful::TooManyCatalysts)
    );
}
