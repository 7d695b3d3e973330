//! Shares of peers, and spending against value.

use proptest::prelude::*;
use rerate::valuation::NotMeaningful;
use rerate::valuation::scale::{
    CapexUnknown, Scale, ValuedCapex, capex_parity, implied_private_value, ratio_to_others,
    return_on_capex_needed, share, share_of_all, spending_ratio, with_private,
};

use crate::figures::{anything, assert_finite, magnitude, near};

proptest! {
    /// A market that is all there is holds all that is private, too.
    #[test]
    fn the_whole_has_all_private_firms(listed in 1.0..1e3_f64, private in 0.0..1e3_f64) {
        let found = implied_private_value(listed, 1.0, 1.0, private);
        prop_assert!(found.is_ok_and(|found| near(found, private, 4.0, listed + private)));
        prop_assert_eq!(share_of_all(0.0), Ok(0.0));
    }

    #[test]
    fn a_share_and_a_ratio_are_one_fact(share in 0.0..0.999_f64) {
        let ratio = ratio_to_others(share).unwrap();
        prop_assert!(near(share_of_all(ratio).unwrap(), share, 4.0, 1.0));
        prop_assert!(ratio >= share);
    }

    /// The private value that is implied gives the share it was implied by.
    #[test]
    fn the_implied_private_value_gives_the_share_back(
        listed in magnitude(9.0..13.0), listed_share in 0.01..0.9_f64,
        all_private in magnitude(9.0..13.0), private_share in 0.0..1.0_f64,
    ) {
        let private = all_private * private_share;
        let all_listed = listed / listed_share;
        let shares = with_private(&Scale { listed, all_listed, private, all_private }).unwrap();
        prop_assert!(near(shares.listed, listed_share, 4.0, 1.0));
        let (low, high) = (listed_share.min(private_share), listed_share.max(private_share));
        prop_assert!(shares.with_private >= low - 1e-15 && shares.with_private <= high + 1e-15);
        // At the ends rounding may carry it beyond what all private firms are.
        if (1e-6..1.0 - 1e-6).contains(&private_share) && all_private > 1e-3 * all_listed {
            let back = implied_private_value(listed, listed_share, shares.with_private, all_private).unwrap();
            prop_assert!((back - private).abs() <= 1e-11 * all_listed.max(all_private));
        }
    }

    /// Value is spending times return times multiple, at parity and else.
    #[test]
    fn parity_is_an_identity(
        value_ratio in 0.01..10.0_f64, capex_ratio in 0.01..10.0_f64, multiple_ratio in 0.1..5.0_f64,
    ) {
        let parity = capex_parity(value_ratio, capex_ratio, multiple_ratio).unwrap();
        let value = |return_ratio: f64| capex_ratio * return_ratio * multiple_ratio;
        prop_assert!(near(value(parity.implied_return), value_ratio, 8.0, 0.0));
        prop_assert!(near(value(parity.return_for_capex_parity), capex_ratio, 8.0, 0.0));
        prop_assert!(near(value(parity.return_for_equal_value), 1.0, 8.0, 0.0));
        prop_assert!(near(parity.value_per_capex * capex_ratio, value_ratio, 4.0, 0.0));
    }

    #[test]
    fn a_return_on_capex_carries_its_value(
        added in -1e13..1e13_f64, multiple in 1.0..100.0_f64, capex in magnitude(8.0..12.0),
    ) {
        let needed = return_on_capex_needed(added, multiple, capex).unwrap();
        prop_assert!(near(needed * capex * multiple, added, 6.0, 0.0));
    }

    #[test]
    fn valued_capex_is_solved_for_any_of_the_four(
        capex in magnitude(-2.0..12.0), return_on_capex in magnitude(-3.0..1.0), multiple in magnitude(-1.0..3.0),
    ) {
        let spent = ValuedCapex { value: f64::NAN, capex, return_on_capex, multiple };
        let value = spent.solve(CapexUnknown::Value).unwrap();
        let spent = spent.with_value(CapexUnknown::Value, value);
        for unknown in CapexUnknown::ALL {
            // What stands in the unknown's place is not looked at.
            let solved = spent.with_value(unknown, f64::NAN).solve(unknown).unwrap();
            let back = spent.with_value(unknown, solved).solve(CapexUnknown::Value).unwrap();
            prop_assert!(near(back, value, 8.0, 0.0));
        }
        let needed = return_on_capex_needed(value, multiple, capex).unwrap();
        prop_assert!(near(needed, spent.solve(CapexUnknown::ReturnOnCapex).unwrap(), 4.0, 0.0));
        let parity = capex_parity(value, capex, multiple).unwrap();
        prop_assert!(near(parity.implied_return, needed, 4.0, 0.0));
    }

    #[test]
    fn any_number_gives_a_figure_or_a_reason(a in anything(), b in anything(), c in anything(), d in anything()) {
        assert_finite(&share(a, b));
        assert_finite(&ratio_to_others(a));
        assert_finite(&share_of_all(a));
        assert_finite(&with_private(&Scale { listed: a, all_listed: b, private: c, all_private: d }));
        assert_finite(&implied_private_value(a, b, c, d));
        assert_finite(&spending_ratio(&[a, b], &[c, d]));
        assert_finite(&capex_parity(a, b, c));
        assert_finite(&return_on_capex_needed(a, b, c));
        let spent = ValuedCapex { value: a, capex: b, return_on_capex: c, multiple: d };
        for unknown in CapexUnknown::ALL {
            assert_finite(&spent.solve(unknown));
        }
    }
}

#[test]
fn edges_of_scale_are_decided() {
    assert_eq!(share(0.0, 5.0), Ok(0.0));
    assert_eq!(share(5.0, 5.0), Ok(1.0));
    assert_eq!(share(6.0, 5.0), Err(NotMeaningful::ShareOutOfRange));
    assert_eq!(share(-1.0, 5.0), Err(NotMeaningful::ShareOutOfRange));
    assert_eq!(share(1.0, 0.0), Err(NotMeaningful::StartNotPositive));
    assert_eq!(ratio_to_others(1.0), Err(NotMeaningful::ShareOutOfRange));
    assert_eq!(share_of_all(-0.5), Err(NotMeaningful::ShareOutOfRange));

    let listed_only = Scale {
        listed: 1.0,
        all_listed: 4.0,
        private: 0.0,
        all_private: 0.0,
    };
    let shares = with_private(&listed_only).unwrap();
    assert_eq!((shares.listed, shares.with_private), (0.25, 0.25));
    let more_than_all = Scale {
        private: 2.0,
        all_private: 1.0,
        ..listed_only
    };
    assert_eq!(
        with_private(&more_than_all),
        Err(NotMeaningful::ShareOutOfRange)
    );
    let of_nothing = Scale {
        private: 2.0,
        ..listed_only
    };
    assert_eq!(
        with_private(&of_nothing),
        Err(NotMeaningful::StartNotPositive)
    );

    assert_eq!(
        implied_private_value(1.8, 0.065, 0.03, 2.0),
        Err(NotMeaningful::FiguresContradict),
        "so small a share takes private firms of less than nothing"
    );
    assert_eq!(
        implied_private_value(1.8, 0.065, 0.5, 2.0),
        Err(NotMeaningful::FiguresContradict),
        "or of more than all there are"
    );
    assert_eq!(
        implied_private_value(1.8, 0.0, 0.1, 2.0),
        Err(NotMeaningful::ShareOutOfRange)
    );
    assert_eq!(
        implied_private_value(1.8, 0.1, 1.1, 2.0),
        Err(NotMeaningful::ShareOutOfRange)
    );
    assert_eq!(
        implied_private_value(0.0, 0.1, 0.1, 2.0),
        Err(NotMeaningful::ValueNotPositive)
    );

    assert_eq!(
        spending_ratio(&[], &[1.0]),
        Err(NotMeaningful::NoObservations)
    );
    assert_eq!(
        spending_ratio(&[1.0], &[]),
        Err(NotMeaningful::NoObservations)
    );
    assert_eq!(
        spending_ratio(&[1.0], &[0.0]),
        Err(NotMeaningful::SpendingNotPositive)
    );
    assert_eq!(spending_ratio(&[1.0, 2.0], &[4.0, 8.0]), Ok(0.25));

    assert_eq!(
        capex_parity(0.0, 1.0, 1.0),
        Err(NotMeaningful::ValueNotPositive)
    );
    assert_eq!(
        capex_parity(1.0, 0.0, 1.0),
        Err(NotMeaningful::SpendingNotPositive)
    );
    assert_eq!(
        capex_parity(1.0, 1.0, -1.0),
        Err(NotMeaningful::MultipleNotPositive)
    );
    assert_eq!(
        return_on_capex_needed(1.0, 0.0, 1.0),
        Err(NotMeaningful::MultipleNotPositive)
    );
    assert_eq!(
        return_on_capex_needed(1.0, 1.0, 0.0),
        Err(NotMeaningful::SpendingNotPositive)
    );
}

#[test]
fn a_quantity_that_is_not_positive_solves_for_no_other() {
    let spent = ValuedCapex {
        value: 1.0,
        capex: 2.0,
        return_on_capex: 0.1,
        multiple: 5.0,
    };
    for (given, reason) in [
        (CapexUnknown::Value, NotMeaningful::ValueNotPositive),
        (CapexUnknown::Capex, NotMeaningful::FundamentalNotPositive),
        (
            CapexUnknown::ReturnOnCapex,
            NotMeaningful::FundamentalNotPositive,
        ),
        (CapexUnknown::Multiple, NotMeaningful::MultipleNotPositive),
    ] {
        for figure in [0.0, -1.0] {
            for unknown in CapexUnknown::ALL {
                let solved = spent.with_value(given, figure).solve(unknown);
                if unknown == given {
                    assert_eq!(solved, spent.solve(unknown));
                } else {
                    assert_eq!(solved, Err(reason));
                }
            }
        }
    }
    let tiny = ValuedCapex {
        capex: 1e-200,
        return_on_capex: 1e-200,
        ..spent
    };
    assert_eq!(
        tiny.solve(CapexUnknown::Value),
        Err(NotMeaningful::OutOfRange)
    );
}
