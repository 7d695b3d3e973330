//! The gap explained adds up, whichever side it is seen from.

use proptest::prelude::*;
use rerate::valuation::NotMeaningful;
use rerate::valuation::explained::{
    Comparison, Fundamentals, GrowthThenStable, Unknown, explain, stable_pe,
};
use rerate::valuation::gap::log_gap;

use crate::figures::{anything, assert_finite, magnitude, near};

const MODEL: GrowthThenStable = GrowthThenStable {
    years: 10.0,
    stable_growth: 0.02,
};

fn two_stages(side: &Fundamentals) -> Result<f64, NotMeaningful> {
    MODEL.price_to_earnings(side)
}

fn fundamentals() -> impl Strategy<Value = Fundamentals> {
    (-0.02..0.12, 0.13..0.4, 0.05..0.15).prop_map(|(growth, return_on_equity, required_return)| {
        Fundamentals {
            growth,
            return_on_equity,
            required_return,
        }
    })
}

proptest! {
    #[test]
    fn the_parts_are_the_whole(
        a in magnitude(0.0..2.0), b in magnitude(0.0..2.0), own in fundamentals(), peer in fundamentals(),
    ) {
        let found = explain((a, &own), (b, &peer), two_stages).unwrap();
        let sum = found.growth + found.profitability + found.risk + found.unexplained;
        prop_assert!(near(sum, log_gap(a, b).unwrap(), 8.0, 1.0));
        let explained = log_gap(two_stages(&own).unwrap(), two_stages(&peer).unwrap()).unwrap();
        prop_assert!(near(found.growth + found.profitability + found.risk, explained, 16.0, 1.0));
    }

    #[test]
    fn from_the_other_side_it_is_the_opposite(
        a in magnitude(0.0..2.0), b in magnitude(0.0..2.0), own in fundamentals(), peer in fundamentals(),
    ) {
        let there = explain((a, &own), (b, &peer), two_stages).unwrap();
        let back = explain((b, &peer), (a, &own), two_stages).unwrap();
        for (there, back) in [
            (there.growth, back.growth),
            (there.profitability, back.profitability),
            (there.risk, back.risk),
            (there.unexplained, back.unexplained),
        ] {
            prop_assert!(near(there, -back, 32.0, 1.0));
        }
    }

    #[test]
    fn the_shares_of_the_parts_are_one(
        a in magnitude(0.0..1.0), ratio in 1.1..10.0_f64, own in fundamentals(), peer in fundamentals(),
    ) {
        let found = explain((a, &own), (a * ratio, &peer), two_stages).unwrap();
        let parts = [found.growth, found.profitability, found.risk, found.unexplained];
        let shares: f64 = parts.iter().map(|part| found.share_of(*part).unwrap()).sum();
        let size = parts.iter().map(|part| part.abs()).sum::<f64>() / found.log_gap.abs();
        prop_assert!(near(shares, 1.0, 16.0, 1.0 + size));
        let level = explain((a, &own), (a, &peer), two_stages).unwrap();
        prop_assert_eq!(level.share_of(level.growth), Err(NotMeaningful::NoChange));
    }

    /// Next year's earnings have grown at the rate of the stage, or partly at
    /// either's where the first ends within the year.
    #[test]
    fn next_years_earnings_have_grown(
        side in fundamentals(), years in 0.0..3.0_f64, stable_growth in 0.0..0.03_f64,
    ) {
        let model = GrowthThenStable { years, stable_growth };
        let part = years.min(1.0);
        let grown = libm::pow(1.0 + side.growth, part) * libm::pow(1.0 + stable_growth, 1.0 - part);
        let trailing = model.price_to_earnings(&side).unwrap();
        prop_assert!(near(model.forward_pe(&side).unwrap() * grown, trailing, 16.0, 0.0));
    }

    #[test]
    fn what_is_equal_explains_nothing(a in magnitude(0.0..2.0), own in fundamentals(), peer in fundamentals()) {
        let found = |peer: &Fundamentals| explain((a, &own), (20.0, peer), two_stages).unwrap();
        let same = Fundamentals { growth: own.growth, ..peer };
        prop_assert!(found(&same).growth.abs() < 1e-14);
        let same = Fundamentals { return_on_equity: own.return_on_equity, ..peer };
        prop_assert!(found(&same).profitability.abs() < 1e-14);
        let same = Fundamentals { required_return: own.required_return, ..peer };
        prop_assert!(found(&same).risk.abs() < 1e-14);
        let one = Fundamentals { required_return: peer.required_return, ..own };
        let found = explain((a, &own), (20.0, &one), two_stages).unwrap();
        let whole = log_gap(two_stages(&own).unwrap(), two_stages(&one).unwrap()).unwrap();
        prop_assert!(near(found.risk, whole, 16.0, 1.0));
        // More is required: it cannot be worth more.
        prop_assert!((found.risk <= 0.0) == (own.required_return >= one.required_return) || found.risk == 0.0);
    }

    /// The average over all six orders, written out.
    #[test]
    fn each_part_is_the_average_over_all_orders(own in fundamentals(), peer in fundamentals()) {
        let found = explain((20.0, &own), (20.0, &peer), two_stages).unwrap();
        let mut sums = [0.0; 3];
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let mut mixture = peer;
            for driver in order {
                let before = two_stages(&mixture).unwrap();
                match driver {
                    0 => mixture.growth = own.growth,
                    1 => mixture.return_on_equity = own.return_on_equity,
                    _ => mixture.required_return = own.required_return,
                }
                sums[driver] += log_gap(two_stages(&mixture).unwrap(), before).unwrap() / 6.0;
            }
        }
        for (sum, part) in sums.into_iter().zip([found.growth, found.profitability, found.risk]) {
            prop_assert!((sum - part).abs() < 1e-13);
        }
    }

    #[test]
    fn no_part_is_ever_nan_or_infinite(
        a in anything(), b in anything(), own in prop::array::uniform3(anything()), peer in prop::array::uniform3(anything()),
        years in anything(), stable_growth in anything(),
    ) {
        let side = |[growth, return_on_equity, required_return]: [f64; 3]| Fundamentals {
            growth, return_on_equity, required_return,
        };
        let model = GrowthThenStable { years, stable_growth };
        assert_finite(&explain((a, &side(own)), (b, &side(peer)), stable_pe));
        assert_finite(&explain((a, &side(own)), (b, &side(peer)), |side| model.price_to_earnings(side)));
    }
}

#[test]
fn a_mixture_that_warrants_nothing_has_the_reason() {
    let peer = Fundamentals {
        growth: 0.09,
        return_on_equity: 0.3,
        required_return: 0.12,
    };
    // On its own this side is fine; with the peer's growth it is not.
    let own = Fundamentals {
        growth: 0.02,
        return_on_equity: 0.2,
        required_return: 0.08,
    };
    assert!(stable_pe(&own).is_ok() && stable_pe(&peer).is_ok());
    let found = explain((10.0, &own), (20.0, &peer), stable_pe);
    assert_eq!(found.map(drop), Err(NotMeaningful::GrowthNotBelowReturn));
    let poor = Fundamentals {
        return_on_equity: 0.01,
        ..own
    };
    assert_eq!(
        stable_pe(&poor),
        Err(NotMeaningful::GrowthAboveReturnOnEquity)
    );
}

const UNKNOWNS: [Unknown; 11] = [
    Unknown::Unexplained,
    Unknown::Multiple,
    Unknown::Growth,
    Unknown::ReturnOnEquity,
    Unknown::RequiredReturn,
    Unknown::PeerMultiple,
    Unknown::PeerGrowth,
    Unknown::PeerReturnOnEquity,
    Unknown::PeerRequiredReturn,
    Unknown::Years,
    Unknown::StableGrowth,
];

/// What a comparison holds for an unknown.
fn held(comparison: &Comparison, unknown: Unknown) -> f64 {
    match unknown {
        Unknown::Unexplained => comparison.explain().unwrap().unexplained,
        Unknown::Multiple => comparison.multiple,
        Unknown::Growth => comparison.own.growth,
        Unknown::ReturnOnEquity => comparison.own.return_on_equity,
        Unknown::RequiredReturn => comparison.own.required_return,
        Unknown::PeerMultiple => comparison.peer_multiple,
        Unknown::PeerGrowth => comparison.peer.growth,
        Unknown::PeerReturnOnEquity => comparison.peer.return_on_equity,
        Unknown::PeerRequiredReturn => comparison.peer.required_return,
        Unknown::Years => comparison.model.years,
        Unknown::StableGrowth => comparison.model.stable_growth,
    }
}

fn comparison() -> impl Strategy<Value = Comparison> {
    (
        5.0..60.0,
        fundamentals(),
        5.0..60.0,
        fundamentals(),
        (1.0..20.0, 0.0..0.03),
    )
        .prop_map(
            |(multiple, own, peer_multiple, peer, (years, stable_growth))| Comparison {
                multiple,
                own,
                peer_multiple,
                peer,
                model: GrowthThenStable {
                    years,
                    stable_growth,
                },
            },
        )
}

proptest! {
    /// What is solved explains the gap as asked, and what held before is found
    /// again, or something less that does as well.
    #[test]
    fn a_solution_leaves_as_much_unexplained_as_asked(comparison in comparison(), asked in -0.3..0.3) {
        for unknown in UNKNOWNS {
            if let Ok(found) = comparison.solve(unknown, asked) {
                let solved = comparison.with_value(unknown, found.value);
                let left = log_gap(solved.multiple, solved.peer_multiple).unwrap()
                    - solved.warranted_gap().unwrap();
                let asked = if unknown == Unknown::Unexplained { found.value } else { asked };
                prop_assert!((left - asked).abs() < 1e-9, "{unknown:?} {left} {asked}");
            }
        }
    }

    #[test]
    fn what_held_is_found_again(comparison in comparison()) {
        let Ok(explanation) = comparison.explain() else {
            return Ok(());
        };
        for unknown in UNKNOWNS {
            let held = held(&comparison, unknown);
            match comparison.solve(unknown, explanation.unexplained) {
                Ok(found) => prop_assert!(
                    found.others && found.value < held || (found.value - held).abs() < 1e-6 * (1.0 + held.abs())
                        || comparison.with_value(unknown, found.value).warranted_gap()
                            .is_ok_and(|gap| (gap - comparison.warranted_gap().unwrap()).abs() < 1e-9),
                    "{unknown:?} {held} {found:?}"
                ),
                // Where it bends, two values so near to one another may be missed.
                Err(reason) => prop_assert!(
                    matches!(reason, NotMeaningful::NoSolution | NotMeaningful::EveryValueSolves),
                    "{unknown:?} {reason:?}"
                ),
            }
        }
    }

    #[test]
    fn where_nothing_solves_it_what_is_asked_lies_beyond_the_reach(comparison in comparison(), asked in -3.0..3.0) {
        for unknown in UNKNOWNS {
            let reach = comparison.reach(unknown, asked).unwrap();
            prop_assert!(reach.low <= reach.high);
            match comparison.solve(unknown, asked) {
                Err(NotMeaningful::NoSolution) => prop_assert!(
                    reach.wanted <= reach.low || reach.wanted >= reach.high,
                    "{unknown:?} {reach:?}"
                ),
                Ok(_) | Err(NotMeaningful::EveryValueSolves) => {}
                Err(reason) => prop_assert!(false, "{unknown:?} {reason:?}"),
            }
        }
    }

    #[test]
    fn no_solution_is_ever_nan_or_infinite(
        multiples in prop::array::uniform2(anything()), own in prop::array::uniform3(anything()),
        peer in prop::array::uniform3(anything()), model in prop::array::uniform2(anything()), asked in anything(),
    ) {
        let side = |[growth, return_on_equity, required_return]: [f64; 3]| Fundamentals {
            growth, return_on_equity, required_return,
        };
        let [multiple, peer_multiple] = multiples;
        let [years, stable_growth] = model;
        let comparison = Comparison {
            multiple,
            own: side(own),
            peer_multiple,
            peer: side(peer),
            model: GrowthThenStable { years, stable_growth },
        };
        for unknown in UNKNOWNS {
            assert_finite(&comparison.solve(unknown, asked));
        }
    }
}

#[test]
fn a_forward_multiple_goes_over_into_the_stable_one() {
    let side = Fundamentals {
        growth: 0.1,
        return_on_equity: 0.2,
        required_return: 0.09,
    };
    let model = |years| GrowthThenStable {
        years,
        stable_growth: 0.03,
    };
    let stable = stable_pe(&Fundamentals {
        growth: 0.03,
        ..side
    })
    .unwrap();
    assert!((model(0.0).forward_pe(&side).unwrap() - stable).abs() < 1e-13);
    let near = model(1e-9).forward_pe(&side).unwrap();
    assert!((near - stable).abs() < 1e-6);
    // A year on the short side of one, and on the long.
    let [before, after] =
        [1.0 - 1e-9, 1.0 + 1e-9].map(|years| model(years).forward_pe(&side).unwrap());
    assert!((before - after).abs() < 1e-6);
}

#[test]
fn all_earnings_may_go_into_growth_for_a_time() {
    let side = Fundamentals {
        growth: 0.2,
        return_on_equity: 0.2,
        required_return: 0.09,
    };
    assert!(MODEL.price_to_earnings(&side).is_ok());
    let more = Fundamentals {
        growth: 0.2 + 1e-9,
        ..side
    };
    assert_eq!(
        MODEL.price_to_earnings(&more),
        Err(NotMeaningful::GrowthAboveReturnOnEquity)
    );
}

/// The multiples and what is unexplained follow from the others at once.
#[test]
fn a_multiple_is_the_peers_times_what_is_warranted_and_not() {
    let side = |growth| Fundamentals {
        growth,
        return_on_equity: 0.2,
        required_return: 0.09,
    };
    let comparison = Comparison {
        multiple: 16.0,
        own: side(0.05),
        peer_multiple: 28.0,
        peer: side(0.12),
        model: MODEL,
    };
    let warranted = comparison.warranted_gap().unwrap();
    let solved = |unknown| comparison.solve(unknown, 0.1).unwrap();
    let own = solved(Unknown::Multiple);
    assert!((own.value / (28.0 * libm::exp(warranted + 0.1)) - 1.0).abs() < 1e-15);
    let peer = solved(Unknown::PeerMultiple);
    assert!((peer.value / (16.0 * libm::exp(-warranted - 0.1)) - 1.0).abs() < 1e-15);
    let left = solved(Unknown::Unexplained);
    assert!((left.value - (libm::log(16.0 / 28.0) - warranted)).abs() < 1e-15);
    assert!([own, peer, left].iter().all(|solution| !solution.others));
    // Multiples far beyond any that growth or risk would warrant.
    let far = comparison.solve(Unknown::Multiple, 20.0).unwrap();
    assert!(far.value > 1e9);
    let asked = Comparison {
        multiple: far.value,
        ..comparison
    };
    assert!((asked.explain().unwrap().unexplained - 20.0).abs() < 1e-12);
}

/// Growth beyond what is earned on it is not looked at, nor a return that is not
/// above growth for ever, nor more than a hundred years.
#[test]
fn solutions_are_looked_for_where_the_model_goes() {
    let side = Fundamentals {
        growth: 0.05,
        return_on_equity: 0.15,
        required_return: 0.09,
    };
    let comparison = Comparison {
        multiple: 20.0,
        own: side,
        peer_multiple: 20.0,
        peer: Fundamentals {
            growth: 0.1,
            ..side
        },
        model: MODEL,
    };
    let reached = |unknown, value: f64| {
        let gap = comparison.with_value(unknown, value).warranted_gap();
        // So much is unexplained where the unknown has this value.
        comparison.solve(unknown, -gap.unwrap())
    };
    for (unknown, values) in [
        (Unknown::Growth, [0.149, 0.12]),
        (Unknown::Growth, [0.0, -0.5]),
        (Unknown::PeerGrowth, [0.149, 0.12]),
        (Unknown::RequiredReturn, [0.021, 0.05]),
        (Unknown::RequiredReturn, [1.0, 50.0]),
        (Unknown::PeerRequiredReturn, [0.021, 1.0]),
        (Unknown::ReturnOnEquity, [0.051, 50.0]),
        (Unknown::PeerReturnOnEquity, [0.101, 50.0]),
        (Unknown::StableGrowth, [0.08, -0.5]),
    ] {
        for value in values {
            let Ok(found) = reached(unknown, value) else {
                panic!("{unknown:?} is not found at {value}");
            };
            let near =
                (found.value / value - 1.0).abs() < 1e-6 || (found.value - value).abs() < 1e-9;
            assert!(near || found.others, "{unknown:?} {value} {found:?}");
        }
    }
    // Where both sides are alike, a year more or less changes nothing.
    let alike = Comparison {
        peer: side,
        ..comparison
    };
    assert_eq!(
        alike.solve(Unknown::Years, 0.0),
        Err(NotMeaningful::EveryValueSolves)
    );
    for asked in [-0.1, 0.1] {
        assert_eq!(
            alike.solve(Unknown::Years, asked),
            Err(NotMeaningful::NoSolution)
        );
    }
}
