//! Past moves from their ends, or from the incremental P/E.

use proptest::prelude::*;
use rerate::valuation::NotMeaningful;
use rerate::valuation::compounding::compound;
use rerate::valuation::decomposition::{Endpoints, decompose};
use rerate::valuation::incremental::{from_incremental_pe, implied_incremental_pe, incremental_pe};

use crate::figures::{anything, assert_finite};

proptest! {
    #[test]
    fn a_decomposition_knows_no_currency(
        value_start in 1.0..1e3_f64, value_end in 1.0..1e3_f64,
        earnings_start in 1.0..1e3_f64, earnings_end in 1.0..1e3_f64,
        power in -400..400_i32,
    ) {
        let ends = Endpoints { value_start, value_end, earnings_start, earnings_end };
        let unit = 2.0_f64.powi(power);
        let scaled = Endpoints {
            value_start: value_start * unit,
            value_end: value_end * unit,
            earnings_start: earnings_start * unit,
            earnings_end: earnings_end * unit,
        };
        prop_assert_eq!(decompose(&ends), decompose(&scaled));
        let found = decompose(&ends);
        let sources = found.sources.unwrap();
        let total = found.total.unwrap();
        let from_sources = compound(sources.earnings_growth, sources.rerating);
        let largest = sources.rerating.max(sources.earnings_growth).max(total);
        prop_assert!((from_sources - total).abs() <= 1e-14 * (1.0 + largest.max(0.0)));
        let from_factors = sources.factors().total();
        prop_assert!((from_factors - total).abs() <= 1e-14 * (1.0 + largest.max(0.0)));
        let beyond_adding = total - sources.earnings_growth - sources.rerating;
        prop_assert!((sources.interaction - beyond_adding).abs() <= 1e-14 * (1.0 + largest.max(0.0)));
    }

    /// The incremental P/E of a move, with its percent and end P/E, gives the
    /// move back.
    #[test]
    fn the_incremental_pe_holds_the_whole_split(
        value_start in 1.0..1e3_f64, value_end in 1.0..1e3_f64,
        earnings_start in 1.0..1e3_f64, earnings_end in 1.0..1e3_f64,
    ) {
        let sources = decompose(&Endpoints { value_start, value_end, earnings_start, earnings_end }).sources.unwrap();
        let change = (value_end - value_start) / value_start;
        prop_assume!(change.abs() > 1e-3 && sources.earnings_growth.abs() > 1e-3);
        let ratio = incremental_pe(value_end - value_start, earnings_end - earnings_start).unwrap();
        let implied = implied_incremental_pe(change, sources.earnings_growth, sources.pe_end).unwrap();
        prop_assert!((implied / ratio - 1.0).abs() <= 1e-12);
        let back = from_incremental_pe(change, sources.pe_end, ratio).unwrap();
        let close = |a: f64, b: f64| (a - b).abs() <= 1e-11 * (1.0 + a.abs() + b.abs());
        prop_assert!(close(back.earnings_growth, sources.earnings_growth));
        prop_assert!(close(back.rerating, sources.rerating));
        prop_assert!((back.pe_start / sources.pe_start - 1.0).abs() <= 1e-10);
    }

    #[test]
    fn any_number_gives_a_figure_or_a_reason(
        a in anything(), b in anything(), c in anything(), d in anything(),
    ) {
        assert_finite(&decompose(&Endpoints {
            value_start: a, value_end: b, earnings_start: c, earnings_end: d,
        }));
        assert_finite(&incremental_pe(a, b));
        assert_finite(&from_incremental_pe(a, b, c));
        assert_finite(&implied_incremental_pe(a, b, c));
    }
}

#[test]
fn reasons_are_precise() {
    let ends = Endpoints {
        value_start: 100.0,
        value_end: 150.0,
        earnings_start: 5.0,
        earnings_end: -2.0,
    };
    let sources = |ends: Endpoints| decompose(&ends).sources;
    assert_eq!(decompose(&ends).total, Ok(0.5));
    assert_eq!(sources(ends), Err(NotMeaningful::FundamentalChangedSign));
    let turned = Endpoints {
        earnings_start: -2.0,
        earnings_end: 5.0,
        ..ends
    };
    assert_eq!(sources(turned), Err(NotMeaningful::FundamentalChangedSign));
    assert_eq!(
        sources(Endpoints {
            earnings_start: -5.0,
            ..ends
        }),
        Err(NotMeaningful::FundamentalNotPositive)
    );
    assert_eq!(
        sources(Endpoints {
            earnings_end: 0.0,
            ..ends
        }),
        Err(NotMeaningful::FundamentalNotPositive)
    );
    assert_eq!(
        decompose(&Endpoints {
            value_end: 0.0,
            ..ends
        })
        .total,
        Err(NotMeaningful::ValueNotPositive)
    );

    assert_eq!(
        incremental_pe(5.0, 0.0),
        Err(NotMeaningful::EarningsUnchanged)
    );
    assert_eq!(
        from_incremental_pe(0.5, 20.0, 0.0),
        Err(NotMeaningful::DividesByZero)
    );
    assert_eq!(
        from_incremental_pe(1.0, 20.0, 10.0),
        Err(NotMeaningful::FundamentalNotPositive),
        "all of the earnings at the end would be new"
    );
    assert_eq!(
        from_incremental_pe(0.5, -3.0, 5.0),
        Err(NotMeaningful::MultipleNotPositive)
    );
    assert_eq!(
        implied_incremental_pe(0.5, 0.0, 20.0),
        Err(NotMeaningful::EarningsUnchanged)
    );
}

/// Value up while earnings fall: a negative incremental P/E, and a re-rating of
/// more than the whole.
#[test]
fn a_rally_on_falling_earnings() {
    let sources = from_incremental_pe(0.2, 24.0, -100.0).unwrap();
    // Earnings 0.05 at the end, 0.052 at the start, in units of the start value.
    assert!((sources.earnings_growth - -0.002 / 0.052).abs() < 1e-15);
    assert!((sources.rerating - 0.248).abs() < 1e-15);
    assert!(sources.log_share_multiple.unwrap() > 1.0);
    assert!(sources.log_share_earnings.unwrap() < 0.0);
}

/// What a deep fall leaves of earnings is known from its two ends. Of the fall,
/// which is -100% but for one part in a million million million, it is not.
#[test]
fn a_deep_fall_has_its_share_of_the_move() {
    let ends = Endpoints {
        value_start: 1.0,
        value_end: 2.0_f64.powi(-10),
        earnings_start: 1.0,
        earnings_end: 2.0_f64.powi(-60),
    };
    let sources = decompose(&ends).sources.unwrap();
    assert!((sources.log_share_earnings.unwrap() - 6.0).abs() < 1e-14);
    assert!((sources.log_share_multiple.unwrap() + 5.0).abs() < 1e-14);
}
