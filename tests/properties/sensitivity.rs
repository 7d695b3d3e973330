//! Grids, tornadoes, break-even points and paths.

use proptest::prelude::*;
use rerate::valuation::NotMeaningful;
use rerate::valuation::gap::Closing;
use rerate::valuation::path::path;
use rerate::valuation::rerating::{Exit, Outlook};
use rerate::valuation::sensitivity::{Axis, Measure, Swing, break_even, grid, tornado};
use rerate::valuation::solve::{Unknown, with_value};

use crate::figures::{anything, assert_finite};

fn cloud() -> Outlook {
    Outlook {
        peer_multiple: Some(26.83),
        exit: Exit::Closure(0.5),
        earnings_growth: 0.1,
        years: 3.0,
        dividend_yield: 0.01,
        ..Outlook::unchanged(16.1)
    }
}

#[test]
fn a_grid_is_row_by_row() {
    let growth = [-0.1, 0.0, 0.1, 0.2];
    let closure = [0.0, 0.5, 1.0];
    let rows = Axis {
        quantity: Unknown::EarningsGrowth,
        values: &growth,
    };
    let columns = Axis {
        quantity: Unknown::Closure,
        values: &closure,
    };
    let cells: Vec<_> = grid(&cloud(), rows, columns, Measure::Total).collect();
    assert_eq!(cells.len(), 12);
    for (row, growth) in growth.iter().enumerate() {
        for (column, closure) in closure.iter().enumerate() {
            let outlook = Outlook {
                earnings_growth: *growth,
                exit: Exit::Closure(*closure),
                ..cloud()
            };
            assert_eq!(
                cells[row * 3 + column],
                Ok(outlook.outcome().unwrap().total)
            );
        }
    }
}

#[test]
fn a_cell_without_a_return_leaves_the_others_alone() {
    let rows = Axis {
        quantity: Unknown::EarningsGrowth,
        values: &[-1.0, 0.0],
    };
    let columns = Axis {
        quantity: Unknown::Years,
        values: &[0.0, 1.0],
    };
    let cells: Vec<_> = grid(&cloud(), rows, columns, Measure::Annual).collect();
    assert_eq!(cells[0], Err(NotMeaningful::YearsNotPositive));
    assert_eq!(cells[1], Err(NotMeaningful::RateNotAboveMinusOne));
    assert_eq!(cells[2], Err(NotMeaningful::YearsNotPositive));
    assert!(cells[3].is_ok());
}

#[test]
fn a_tornado_has_the_widest_bar_first() {
    let swing = |quantity, low, high| Swing {
        quantity,
        low,
        high,
    };
    let bars = tornado(
        &cloud(),
        &[
            swing(Unknown::DividendYield, 0.0, 0.02),
            swing(Unknown::Years, 0.0, 5.0),
            swing(Unknown::Closure, 0.0, 1.0),
            swing(Unknown::EarningsGrowth, 0.05, 0.15),
            swing(Unknown::TotalReturn, 0.0, 1.0),
        ],
        Measure::Total,
    );
    let order: Vec<Unknown> = bars.iter().map(|bar| bar.swing.quantity).collect();
    assert_eq!(
        order,
        [
            Unknown::Closure,
            Unknown::EarningsGrowth,
            Unknown::DividendYield,
            Unknown::TotalReturn,
            Unknown::Years,
        ]
    );
    assert_eq!(bars[3].width(), Ok(0.0), "a return is not an assumption");
    assert_eq!(bars[4].width(), Err(NotMeaningful::YearsNotPositive));
    assert!(bars.iter().all(|bar| !bar.falls()));
    let dilution = tornado(
        &cloud(),
        &[swing(Unknown::Shares, -0.01, 0.02)],
        Measure::Total,
    );
    assert!(dilution[0].falls());
    // With the gap closed 10% growth gives 1.331 x 1.666 and 3% of dividends.
    assert!((bars[0].at_high.unwrap() - 1.248_057_8).abs() < 5e-8);
}

#[test]
fn break_even_points_break_even() {
    let found = break_even(&cloud());
    for (quantity, value) in [
        (Unknown::EarningsGrowth, found.earnings_growth),
        (Unknown::Closure, found.closure),
        (Unknown::TargetMultiple, found.target_multiple),
        (Unknown::Currency, found.currency),
        (Unknown::Shares, found.shares),
    ] {
        let outcome = with_value(&cloud(), quantity, value.unwrap())
            .outcome()
            .unwrap();
        assert!(outcome.total.abs() < 1e-14, "{quantity:?}");
    }
    assert_eq!(found.years, Err(NotMeaningful::NoHorizonReaches));
    assert!(found.target_multiple.unwrap() < 16.1);
    assert!(found.closure.unwrap() < 0.0, "the gap may even widen");
}

#[test]
fn a_path_goes_from_today_to_the_outcome() {
    for closing in [Closing::Premium, Closing::LogGap] {
        let outlook = Outlook {
            closing,
            share_change: 0.02,
            currency_change: -0.03,
            ..cloud()
        };
        let outcome = outlook.outcome().unwrap();
        let points: Vec<_> = path(&outlook, 12).unwrap().collect();
        assert_eq!(points.len(), 13);
        let first = points[0];
        assert_eq!(
            (
                first.years,
                first.earnings_per_share,
                first.multiple,
                first.price,
                first.value
            ),
            (0.0, 1.0, 16.1, 1.0, 1.0)
        );
        let last = points[12];
        assert_eq!(last.years, 3.0);
        assert!((last.multiple - outcome.exit_multiple).abs() < 1e-14);
        assert!((last.value - 1.0 - outcome.total).abs() < 1e-14);
        for pair in points.windows(2) {
            assert!(pair[1].multiple > pair[0].multiple);
            assert!(pair[1].earnings_per_share > pair[0].earnings_per_share);
        }
        for point in points {
            let product = point.earnings_per_share * point.multiple / 16.1;
            assert!((point.price - product).abs() < 1e-14);
        }
    }
    assert_eq!(path(&cloud(), 0).unwrap().count(), 2, "at least both ends");
    let lost = Outlook {
        years: 0.0,
        ..cloud()
    };
    assert_eq!(path(&lost, 5).err(), Some(NotMeaningful::YearsNotPositive));
}

proptest! {
    #[test]
    fn any_number_gives_a_figure_or_a_reason(
        a in anything(), b in anything(), c in anything(), d in anything(), e in anything(), f in anything(),
    ) {
        let outlook = Outlook {
            multiple: a,
            peer_multiple: Some(b),
            exit: Exit::Closure(c),
            earnings_growth: d,
            years: e,
            dividend_yield: f,
            ..cloud()
        };
        let rows = Axis { quantity: Unknown::Currency, values: &[c, d] };
        let columns = Axis { quantity: Unknown::Shares, values: &[e, f] };
        assert_finite(&grid(&outlook, rows, columns, Measure::Total).collect::<Vec<_>>());
        assert_finite(&break_even(&outlook));
        assert_finite(&path(&outlook, 5).map(Iterator::collect::<Vec<_>>));
        let bars = tornado(&cloud(), &[Swing { quantity: Unknown::EarningsGrowth, low: a, high: b }], Measure::Annual);
        for bar in bars {
            assert_finite(&[bar.at_low, bar.at_high, bar.width()]);
        }
    }
}
