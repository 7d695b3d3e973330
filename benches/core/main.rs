//! How long the heavy parts of the core take, and how many instructions.
//!
//! ```sh
//! cargo bench --no-default-features --bench core     # times
//! benches/core/instructions.sh                       # instructions
//! ```
//!
//! A time says something only beside another one of the same machine and hour.
//! The number of instructions is the same in each run, so it can be compared
//! with that of last month; it is counted by callgrind over one run of each
//! piece of work, for which this program takes `--once` and its name. The script
//! fails where a number has grown.
//!
//! Both are of the profile that the page is built with, which is optimised for
//! size. With `CARGO_PROFILE_BENCH_OPT_LEVEL=3` they are of a faster one.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a benchmark fails by panicking"
)]

mod work;

use std::hint::black_box;

use criterion::Criterion;

use work::{COMPANIES, Grid, Market, Regression};

fn main() {
    let mut arguments = std::env::args().skip(1);
    if arguments.next().as_deref() == Some("--once") {
        once(&arguments.next().expect("--once and the name of the work"));
        return;
    }
    let mut criterion = Criterion::default().configure_from_args();
    times(&mut criterion);
    criterion.final_summary();
}

fn times(criterion: &mut Criterion) {
    let market = Market::new(COMPANIES).expect("a market");
    criterion.bench_function("10,000 companies aggregated and re-rated", |bench| {
        let mut closure = 0.0;
        bench.iter(|| {
            closure = if closure < 1.0 { closure + 0.01 } else { 0.0 };
            market.run(black_box(closure)).expect("an outcome")
        });
    });
    let grid = Grid::new();
    criterion.bench_function("11 x 11 sensitivity grid", |bench| {
        bench.iter(|| grid.run(black_box(0.015)).expect("a return in each cell"));
    });
    let regression = Regression::new(COMPANIES);
    criterion.bench_function("10,000 x 4 regression", |bench| {
        bench.iter(|| black_box(&regression).run().expect("a fit"));
    });
}

/// One run of one piece of work, after it was set up.
fn once(name: &str) {
    let found = match name {
        "market" => Market::new(COMPANIES).and_then(|market| market.run(black_box(0.5))),
        "grid" => Grid::new().run(black_box(0.015)),
        "regression" => Regression::new(COMPANIES).run(),
        other => panic!("no work is called {other}"),
    };
    black_box(found.expect("a figure"));
}
