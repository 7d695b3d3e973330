//! The gap explained adds up, whichever side it is seen from.

use proptest::prelude::*;
use rerate::valuation::NotMeaningful;
use rerate::valuation::explained::{Fundamentals, GrowthThenStable, explain, stable_pe};
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
