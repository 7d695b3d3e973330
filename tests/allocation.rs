//! What the core does for every company it does without allocating.
//!
//! The allocator that counts is that of the crate `allocation-counter`: to write
//! one takes `unsafe`, which this package forbids in its tests as well. It counts
//! what the measured thread allocates.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[allow(dead_code, reason = "the benchmark has use for all of it")]
#[path = "../benches/core/work.rs"]
mod work;

use allocation_counter::measure;
use rerate::valuation::aggregate::{Constituent, LossPolicy, aggregate};
use rerate::valuation::gap::Closing;
use rerate::valuation::path::path;
use rerate::valuation::portfolio::{Common, Company, Portfolio};
use rerate::valuation::rerating::{Exit, Outlook};

use work::{COMPANIES, Grid, Market, Regression};

/// How often something allocates.
fn allocations(of: impl FnOnce()) -> u64 {
    measure(of).count_total
}

#[test]
fn the_count_counts() {
    assert_eq!(allocations(|| drop(std::hint::black_box(Box::new(1)))), 1);
}

#[test]
fn companies_are_aggregated_and_rerated_without_allocating() {
    let market = Market::new(COMPANIES).unwrap();
    let count = allocations(|| {
        market.run(0.4).unwrap();
    });
    assert_eq!(count, 0);
}

#[test]
fn no_rule_of_closing_and_no_sum_allocates() {
    let company = Company {
        value: 100.0,
        earnings: 5.0,
        peer_multiple: 28.0,
        earnings_growth: 0.1,
        dividend_yield: 0.01,
    };
    let portfolio = Portfolio::new(&[company; 100], 3.0).unwrap();
    for closing in [Closing::Premium, Closing::LogGap] {
        let common = Common {
            closure: 0.5,
            closing,
            ..Common::default()
        };
        let count = allocations(|| {
            portfolio.rerate(&common).unwrap();
            assert_eq!(portfolio.each(&common).unwrap().flatten().count(), 100);
        });
        assert_eq!(count, 0, "{closing:?}");
    }
    let group = [Constituent {
        value: 100.0,
        fundamental: 5.0,
    }; 100];
    for policy in [
        LossPolicy::LossesIncluded,
        LossPolicy::LossesAsZero,
        LossPolicy::ProfitableOnly,
    ] {
        let count = allocations(|| {
            aggregate(&group, policy).unwrap();
        });
        assert_eq!(count, 0, "{policy:?}");
    }
}

#[test]
fn grids_and_paths_do_not_allocate() {
    let grid = Grid::new();
    let outlook = Outlook {
        exit: Exit::Target(28.0),
        ..Outlook::unchanged(16.0)
    };
    let count = allocations(|| {
        grid.run(0.02).unwrap();
        assert_eq!(path(&outlook, 100).unwrap().count(), 101);
    });
    assert_eq!(count, 0);
}

/// Where a list is made, for a median or a fit, it is made once and not by rows.
/// One whose length is not known beforehand grows by doubling: from a hundred to
/// ten thousand that is seven times.
#[test]
fn lists_are_made_once_however_many_companies() {
    let fit = |companies| {
        let regression = Regression::new(companies);
        allocations(|| {
            regression.run().unwrap();
        })
    };
    // The fitted values and the residuals, which may turn out not to be numbers.
    assert!(fit(COMPANIES) <= fit(100) + 2 * 7);

    let median = |companies: usize| {
        let company = Constituent {
            value: 100.0,
            fundamental: 5.0,
        };
        let group = vec![company; companies];
        allocations(|| {
            aggregate(&group, LossPolicy::MedianOfProfitable).unwrap();
        })
    };
    assert!(median(10_000) <= median(100) + 7);
}
