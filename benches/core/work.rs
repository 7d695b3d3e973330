//! Three pieces of work that the page does while a reader drags a slider, on
//! figures of the size of a whole market.
//!
//! Each is set up once and then run as often as wanted; what `run` returns only
//! keeps the compiler from leaving the work out. None of the `run` is inlined,
//! so that a profiler finds it by its name.

use rerate::valuation::aggregate::{Constituent, LossPolicy, aggregate};
use rerate::valuation::gap::Closing;
use rerate::valuation::portfolio::{Common, Company, Portfolio};
use rerate::valuation::regression::{Sample, ols};
use rerate::valuation::rerating::{Exit, Outlook};
use rerate::valuation::sensitivity::{Axis, Measure, grid};
use rerate::valuation::solve::Unknown;
use rerate::valuation::{Meaningful, NotMeaningful};

/// How many companies there are.
pub(crate) const COMPANIES: u32 = 10_000;

/// Companies that are aggregated to one multiple and re-rated after one driver,
/// the share of the gap that closes, has moved.
pub(crate) struct Market {
    group: Vec<Constituent>,
    portfolio: Portfolio,
}

impl Market {
    /// So many companies, one in ten of which makes a loss.
    pub(crate) fn new(companies: u32) -> Meaningful<Self> {
        let companies: Vec<Company> = (0..companies)
            .map(|index| {
                let value = 10.0 + 1000.0 * figure(index, 2);
                let earnings_yield = if index % 10 == 0 {
                    -0.05
                } else {
                    0.02 + 0.1 * figure(index, 3)
                };
                Company {
                    value,
                    earnings: value * earnings_yield,
                    peer_multiple: 10.0 + 30.0 * figure(index, 5),
                    earnings_growth: 0.3 * figure(index, 7) - 0.05,
                    dividend_yield: 0.03 * figure(index, 11),
                }
            })
            .collect();
        let group = companies
            .iter()
            .map(|company| Constituent {
                value: company.value,
                fundamental: company.earnings,
            })
            .collect();
        Ok(Self {
            group,
            portfolio: Portfolio::new(&companies, 3.0)?,
        })
    }

    /// The market's multiple times its value after re-rating, where log gaps
    /// close: the rule under which every company is looked at again.
    #[inline(never)]
    pub(crate) fn run(&self, closure: f64) -> Meaningful<f64> {
        let multiple = aggregate(&self.group, LossPolicy::LossesIncluded)?.multiple?;
        let outcome = self.portfolio.rerate(&Common {
            closure,
            closing: Closing::LogGap,
            ..Common::default()
        })?;
        Ok(multiple * outcome.value_end)
    }
}

/// A grid of returns over eleven rates of growth and eleven closures.
pub(crate) struct Grid {
    outlook: Outlook,
    growth: [f64; 11],
    closure: [f64; 11],
}

impl Grid {
    /// Over three years, from 16.1 times earnings against 26.83.
    pub(crate) fn new() -> Self {
        let step = |index: usize| index as f64 / 10.0;
        Self {
            outlook: Outlook {
                peer_multiple: Some(26.83),
                exit: Exit::Closure(0.5),
                closing: Closing::LogGap,
                years: 3.0,
                dividend_yield: 0.015,
                share_change: 0.01,
                currency_change: 0.005,
                ..Outlook::unchanged(16.1)
            },
            growth: std::array::from_fn(|index| 0.4 * step(index) - 0.1),
            closure: std::array::from_fn(step),
        }
    }

    /// The sum of the annual returns, at a dividend yield.
    #[inline(never)]
    pub(crate) fn run(&self, dividend_yield: f64) -> Meaningful<f64> {
        let outlook = Outlook {
            dividend_yield,
            ..self.outlook
        };
        let growth = Axis {
            quantity: Unknown::EarningsGrowth,
            values: &self.growth,
        };
        let closure = Axis {
            quantity: Unknown::Closure,
            values: &self.closure,
        };
        grid(&outlook, growth, closure, Measure::Annual).sum()
    }
}

/// Multiples explained by growth, payout, risk and margin.
pub(crate) struct Regression {
    multiples: Vec<f64>,
    regressors: [Vec<f64>; 4],
}

impl Regression {
    /// So many companies, whose multiples the regressors explain but for a rest.
    pub(crate) fn new(companies: u32) -> Self {
        let column = |prime| (0..companies).map(|index| figure(index, prime)).collect();
        let regressors: [Vec<f64>; 4] = [column(2), column(3), column(5), column(7)];
        let multiples = (0..companies)
            .map(|index| {
                let explained = 40.0 * figure(index, 2) + 10.0 * figure(index, 3);
                8.0 + explained - 5.0 * figure(index, 5) + 3.0 * figure(index, 13)
            })
            .collect();
        Self {
            multiples,
            regressors,
        }
    }

    /// The first slope.
    #[inline(never)]
    pub(crate) fn run(&self) -> Meaningful<f64> {
        let [growth, payout, risk, margin] = &self.regressors;
        let fit = ols(&Sample {
            response: &self.multiples,
            regressors: &[growth, payout, risk, margin],
            weights: None,
        })?;
        let slope = fit.coefficients.get(1).ok_or(NotMeaningful::MissingInput)?;
        Ok(slope.estimate)
    }
}

/// A figure from 0 to 1, spread evenly over the companies: the fractions of the
/// multiples of a prime's root, another prime for each kind of figure.
fn figure(index: u32, prime: u32) -> f64 {
    let multiple = (f64::from(index) + 1.0) * libm::sqrt(f64::from(prime));
    multiple - libm::floor(multiple)
}
