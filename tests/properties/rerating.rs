//! The forward model: the formula, monotone where it should be, and total on any
//! input.

use std::ops::Range;

use proptest::prelude::*;
use rerate::valuation::NotMeaningful;
use rerate::valuation::attribution::{Method, split};
use rerate::valuation::gap::Closing;
use rerate::valuation::rerating::{Exit, Outlook};

use crate::figures::{anything, assert_finite};

fn closing() -> impl Strategy<Value = Closing> {
    prop::sample::select(vec![Closing::Premium, Closing::LogGap])
}

/// Rates that markets have seen, and a good way beyond.
pub(crate) fn outlook() -> impl Strategy<Value = Outlook> {
    let exit = prop_oneof![
        (0.0..1.0_f64).prop_map(Exit::Closure),
        (4.0..100.0_f64).prop_map(Exit::Target),
    ];
    (
        (4.0..100.0_f64, 4.0..100.0_f64, exit, closing()),
        (-0.2..0.5_f64, 0.5..12.0_f64),
        prop_oneof![Just(0.0), 0.0..0.08_f64],
        prop_oneof![Just(0.0), -0.05..0.08_f64],
        prop_oneof![Just(0.0), -0.1..0.1_f64],
    )
        .prop_filter(
            "a gap that can be told from rounding",
            |((multiple, peer, ..), ..)| (multiple / peer - 1.0).abs() > 0.02,
        )
        .prop_map(
            |(
                (multiple, peer, exit, closing),
                (earnings_growth, years),
                dividend_yield,
                share_change,
                currency_change,
            )| Outlook {
                multiple,
                peer_multiple: Some(peer),
                exit,
                closing,
                earnings_growth,
                years,
                dividend_yield,
                share_change,
                currency_change,
            },
        )
}

/// Outlooks of every kind of number, most of each of a kind that has a result.
pub(crate) fn any_outlook() -> impl Strategy<Value = Outlook> {
    let mostly = |usual: Range<f64>| prop_oneof![3 => usual, 1 => anything()];
    let exit = prop_oneof![
        mostly(-1.0..2.0).prop_map(Exit::Closure),
        mostly(1.0..100.0).prop_map(Exit::Target),
    ];
    let peer = mostly(1.0..100.0);
    (
        (
            mostly(1.0..100.0),
            prop::option::weighted(0.8, peer),
            exit,
            closing(),
        ),
        (
            mostly(-0.5..1.0),
            mostly(0.0..50.0),
            mostly(0.0..0.1),
            mostly(-0.2..0.2),
            mostly(-0.2..0.2),
        ),
    )
        .prop_map(
            |(
                (multiple, peer_multiple, exit, closing),
                (earnings_growth, years, dividend_yield, share_change, currency_change),
            )| Outlook {
                multiple,
                peer_multiple,
                exit,
                closing,
                earnings_growth,
                years,
                dividend_yield,
                share_change,
                currency_change,
            },
        )
}

proptest! {
    #[test]
    fn the_total_is_the_formula(outlook in outlook()) {
        let outcome = outlook.outcome().unwrap();
        let years = outlook.years;
        let price = libm::pow((1.0 + outlook.earnings_growth) / (1.0 + outlook.share_change), years)
            * outcome.exit_multiple / outlook.multiple;
        let currency = libm::pow(1.0 + outlook.currency_change, years);
        let total = (price + outlook.dividend_yield * years) * currency;
        prop_assert!((1.0 + outcome.total - total).abs() <= 1e-13 * total);
        prop_assert!((1.0 + outcome.price_only - price * currency).abs() <= 1e-13 * total);
        let annual = libm::pow(total, 1.0 / years);
        prop_assert!((1.0 + outcome.annual - annual).abs() <= 1e-12 * annual.max(1.0));
        prop_assert!((outcome.factors.total() - outcome.total).abs() <= 1e-13 * total);
        let told = split(&outcome.factors, Method::Lmdi).unwrap();
        prop_assert!((told.whole - outcome.total).abs() <= 1e-13 * total);
    }

    #[test]
    fn a_better_outlook_returns_more(outlook in outlook(), step in 1e-6..0.1_f64) {
        let total = |outlook: Outlook| outlook.outcome().unwrap().total;
        let base = total(outlook);
        let multiple = outlook.outcome().unwrap().exit_multiple;
        for better in [
            Outlook { earnings_growth: outlook.earnings_growth + step, ..outlook },
            Outlook { exit: Exit::Target(multiple + step), ..outlook },
            Outlook { dividend_yield: outlook.dividend_yield + step, ..outlook },
            Outlook { currency_change: outlook.currency_change + step, ..outlook },
            Outlook { share_change: outlook.share_change - step, ..outlook },
        ] {
            prop_assert!(total(better) > base);
        }
        let parity = outlook.peer_multiple.unwrap() > outlook.multiple;
        let half = total(Outlook { exit: Exit::Closure(0.5), ..outlook });
        let more = total(Outlook { exit: Exit::Closure(0.5 + step), ..outlook });
        prop_assert_eq!(more > half, parity);
    }

    /// Multiples of another unit (per cent of EBITDA, say) change nothing.
    #[test]
    fn only_the_ratio_of_multiples_counts(outlook in outlook(), power in -60..60_i32) {
        let unit = 2.0_f64.powi(power);
        let scaled = Outlook {
            multiple: outlook.multiple * unit,
            peer_multiple: outlook.peer_multiple.map(|peer| peer * unit),
            exit: match outlook.exit {
                Exit::Target(target) => Exit::Target(target * unit),
                closure => closure,
            },
            ..outlook
        };
        let (one, other) = (outlook.outcome().unwrap(), scaled.outcome().unwrap());
        prop_assert_eq!(one.total, other.total);
        prop_assert_eq!(one.closure, other.closure);
    }

    #[test]
    fn any_number_gives_a_figure_or_a_reason(outlook in any_outlook()) {
        assert_finite(&outlook.outcome());
    }
}

/// The article's cloud companies: 16.1x against 26.83x, the whole gap closed.
pub(crate) fn cloud() -> Outlook {
    Outlook {
        peer_multiple: Some(26.83),
        exit: Exit::Closure(1.0),
        ..Outlook::unchanged(16.1)
    }
}

#[test]
fn parity_is_worth_the_upside() {
    let outcome = cloud().outcome().unwrap();
    assert_eq!(outcome.exit_multiple, 26.83);
    assert!((outcome.total - 0.666_459_627_329_192_5).abs() < 1e-15);
    assert_eq!(outcome.annual, outcome.total);
    let in_three_years = Outlook {
        years: 3.0,
        ..cloud()
    }
    .outcome()
    .unwrap();
    assert!((in_three_years.annual - 0.185_582_0).abs() < 5e-7);
}

#[test]
fn half_of_the_gap_depends_on_the_rule() {
    let half = Outlook {
        exit: Exit::Closure(0.5),
        ..cloud()
    };
    assert!((half.outcome().unwrap().exit_multiple - 21.465).abs() < 1e-14);
    let by_log = Outlook {
        closing: Closing::LogGap,
        ..half
    };
    let exit = by_log.outcome().unwrap().exit_multiple;
    assert!((exit - libm::sqrt(16.1 * 26.83)).abs() < 1e-14);
    let back = Outlook {
        exit: Exit::Target(exit),
        ..by_log
    };
    assert!((back.outcome().unwrap().closure.unwrap() - 0.5).abs() < 1e-15);
}

#[test]
fn a_closure_beyond_the_range_ends_where_the_multiple_does() {
    let widening = |share| Outlook {
        exit: Exit::Closure(share),
        ..cloud()
    };
    assert!(widening(-1.0).outcome().is_ok());
    assert!(widening(1.5).outcome().is_ok());
    // 16.1 - 1.6 x 10.73 is below zero; the log rule only nears it.
    assert_eq!(
        widening(-1.6).outcome(),
        Err(NotMeaningful::MultipleNotPositive)
    );
    let by_log = Outlook {
        closing: Closing::LogGap,
        ..widening(-1.6)
    };
    assert!(by_log.outcome().is_ok());
}

/// By equal factors a multiple never comes to nothing: where it seems to have
/// lost all, less is left than a number tells from that. No rate is at fault.
#[test]
fn a_fall_too_deep_to_tell_from_all_is_out_of_range() {
    let falling = |share| Outlook {
        exit: Exit::Closure(share),
        closing: Closing::LogGap,
        ..cloud()
    };
    let deep = falling(-60.0).outcome().unwrap();
    assert!(deep.total > -1.0 && deep.total < -1.0 + 1e-12);
    assert!(falling(-100.0).exit_multiple().unwrap() > 0.0);
    assert_eq!(falling(-100.0).outcome(), Err(NotMeaningful::OutOfRange));
}

#[test]
fn what_an_outlook_lacks_is_said() {
    let reason = |outlook: Outlook| outlook.outcome().err();
    assert_eq!(
        reason(Outlook {
            peer_multiple: None,
            ..cloud()
        }),
        Some(NotMeaningful::MissingInput)
    );
    assert_eq!(
        reason(Outlook {
            multiple: 0.0,
            ..cloud()
        }),
        Some(NotMeaningful::MultipleNotPositive)
    );
    assert_eq!(
        reason(Outlook {
            peer_multiple: Some(-5.0),
            ..cloud()
        }),
        Some(NotMeaningful::MultipleNotPositive)
    );
    assert_eq!(
        reason(Outlook {
            exit: Exit::Target(0.0),
            ..cloud()
        }),
        Some(NotMeaningful::MultipleNotPositive)
    );
    assert_eq!(
        reason(Outlook {
            years: 0.0,
            ..cloud()
        }),
        Some(NotMeaningful::YearsNotPositive)
    );
    assert_eq!(
        reason(Outlook {
            years: -1.0,
            ..cloud()
        }),
        Some(NotMeaningful::YearsNotPositive)
    );
    assert_eq!(
        reason(Outlook {
            earnings_growth: -1.0,
            ..cloud()
        }),
        Some(NotMeaningful::RateNotAboveMinusOne)
    );
    assert_eq!(
        reason(Outlook {
            share_change: -1.0,
            ..cloud()
        }),
        Some(NotMeaningful::RateNotAboveMinusOne)
    );
    assert_eq!(
        reason(Outlook {
            currency_change: -2.0,
            ..cloud()
        }),
        Some(NotMeaningful::RateNotAboveMinusOne)
    );
    assert_eq!(
        reason(Outlook {
            dividend_yield: -0.01,
            ..cloud()
        }),
        Some(NotMeaningful::DividendNegative)
    );
    assert_eq!(
        reason(Outlook {
            years: f64::NAN,
            ..cloud()
        }),
        Some(NotMeaningful::NotFinite)
    );
    assert_eq!(
        reason(Outlook {
            earnings_growth: 9.0,
            years: 1e3,
            ..cloud()
        }),
        Some(NotMeaningful::OutOfRange)
    );
    // Without a peer, or with an equal one, a target has no closure but a return.
    let target = Outlook {
        exit: Exit::Target(20.0),
        peer_multiple: None,
        ..cloud()
    };
    assert_eq!(
        target.outcome().unwrap().closure,
        Err(NotMeaningful::MissingInput)
    );
    let equal = Outlook {
        peer_multiple: Some(16.1),
        ..target
    };
    assert_eq!(
        equal.outcome().unwrap().closure,
        Err(NotMeaningful::NoGapToClose)
    );
}

/// Small changes keep their digits through the model.
#[test]
fn tiny_rates_keep_their_digits() {
    let outlook = Outlook {
        earnings_growth: 1e-12,
        years: 2.0,
        ..Outlook::unchanged(20.0)
    };
    let outcome = outlook.outcome().unwrap();
    assert!((outcome.total / (2e-12 + 1e-24) - 1.0).abs() < 1e-15);
}
