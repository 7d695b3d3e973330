//! The re-rating of many companies at once.
//!
//! Each company has a value, earnings, a peer multiple and a growth rate of its
//! own; what the reader moves, such as the share of the gap that closes, is the
//! same for all. [`Portfolio::new`] does once what depends on the companies
//! alone, and [`Portfolio::rerate`] then takes an exponential a company at most,
//! so that ten thousand of them keep up with a slider. Nothing is allocated
//! there.
//!
//! # Where people go wrong
//!
//! * *Re-rating the average.* The companies far below their peers gain most, so
//!   the group's return is not that of a company with the group's mean multiple,
//!   and half of the gap closed for each is not half of the group's gap.
//! * *A multiple for a loss.* A company without earnings has none that could
//!   move. It is kept at today's value, and counted
//!   ([`PortfolioOutcome::held`]).
//!
//! # A worked case
//!
//! ```
//! use rerate::valuation::gap::Closing;
//! use rerate::valuation::portfolio::{Common, Company, Portfolio};
//!
//! let company = |value, earnings, peer_multiple| Company {
//!     value, earnings, peer_multiple, earnings_growth: 0.0, dividend_yield: 0.0,
//! };
//! // 10x and 25x against peers at 20x; and a loss.
//! let portfolio = Portfolio::new(
//!     &[company(100.0, 10.0, 20.0), company(50.0, 2.0, 20.0), company(30.0, -4.0, 20.0)],
//!     1.0,
//! )?;
//! let outcome = portfolio.rerate(&Common { closure: 1.0, ..Common::default() })?;
//! // 100 becomes 200, 50 becomes 40, and 30 stays.
//! assert_eq!(outcome.value_end, 270.0);
//! assert_eq!(outcome.total, 0.5);
//! assert_eq!(outcome.held, 1);
//! assert_eq!(outcome.multiple_start, Ok(22.5));
//! # Ok::<(), rerate::valuation::NotMeaningful>(())
//! ```

use serde::Serialize;

use super::compounding::{over_years, per_year};
use super::gap::{Closing, log_gap, premium};
use super::not_meaningful::{above_minus_one, finite, given, positive};
use super::sum::compensated_sum;
use super::{Meaningful, NotMeaningful};

/// A company, all amounts in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Company {
    /// Market value; above 0.
    pub value: f64,
    /// Earnings a year; negative for a loss.
    pub earnings: f64,
    /// The multiple of its peers, its sector's perhaps; above 0. Not looked at
    /// where there is a loss.
    pub peer_multiple: f64,
    /// Growth of its earnings a year; above -1.
    pub earnings_growth: f64,
    /// Dividends a year on today's price; at least 0.
    pub dividend_yield: f64,
}

/// What is assumed of all companies alike. The default: nothing happens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Common {
    /// The share of each company's gap to its peer that closes.
    pub closure: f64,
    /// What moves in proportion while it closes.
    pub closing: Closing,
    /// Growth a year on top of each company's own, compounded with it; above -1.
    pub added_growth: f64,
    /// Change of share counts a year; above -1.
    pub share_change: f64,
    /// Change a year of the currency in units of the holder's; above -1.
    pub currency_change: f64,
}

/// Companies made ready to be re-rated over a number of years.
#[derive(Clone, Debug, PartialEq)]
pub struct Portfolio {
    companies: Vec<Prepared>,
    years: f64,
    held: usize,
    /// Sums over all companies; see [`Prepared`] for what is summed.
    value: f64,
    earnings: f64,
    dividends: f64,
    moving: f64,
    resting: f64,
    moving_by_parity: f64,
    moving_earnings: f64,
    resting_earnings: f64,
    /// The largest discount to be closed and the largest premium.
    most_parity: f64,
    least_parity: f64,
}

/// What the re-rating of a company needs, and nothing else.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Prepared {
    /// The value, with the growth of earnings, that growth and multiple move;
    /// 0 where the company is held.
    moving: f64,
    /// The value of a company that is held, else 0.
    resting: f64,
    /// The re-rating that parity would be; 0 where the company is held.
    parity: f64,
    /// Its logarithm.
    log_parity: f64,
    /// Earnings after growth, negative where the company is held.
    earnings: f64,
    /// Today's value.
    value: f64,
    /// Dividends over the whole time.
    dividends: f64,
}

/// What comes of a portfolio. Amounts in the companies' currency, returns as
/// fractions in the holder's.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct PortfolioOutcome {
    /// The number of companies.
    pub companies: usize,
    /// How many have no earnings, and so stay at today's value.
    pub held: usize,
    /// What all are worth today.
    pub value_start: f64,
    /// What all are worth at the end, without dividends, per share of today.
    pub value_end: f64,
    /// The total return of all, with dividends.
    pub total: f64,
    /// The total return a year, compounded.
    pub annual: f64,
    /// Value over earnings today, losses included.
    pub multiple_start: Meaningful<f64>,
    /// Value over earnings at the end, losses included and unchanged.
    pub multiple_end: Meaningful<f64>,
}

impl Portfolio {
    /// Makes companies ready to be re-rated over `years`.
    ///
    /// Not meaningful: there are none
    /// ([`NoObservations`](NotMeaningful::NoObservations)); the time is zero or
    /// negative ([`YearsNotPositive`](NotMeaningful::YearsNotPositive)); a value
    /// is ([`ValueNotPositive`](NotMeaningful::ValueNotPositive)), or a peer
    /// multiple ([`MultipleNotPositive`](NotMeaningful::MultipleNotPositive)); a
    /// growth rate is -100% or worse
    /// ([`RateNotAboveMinusOne`](NotMeaningful::RateNotAboveMinusOne)); a yield
    /// is negative ([`DividendNegative`](NotMeaningful::DividendNegative)); a
    /// figure is not finite; or a sum is beyond `f64`, or a fall so deep that
    /// what it leaves is rounding ([`OutOfRange`](NotMeaningful::OutOfRange)).
    pub fn new(companies: &[Company], years: f64) -> Meaningful<Self> {
        if companies.is_empty() {
            return Err(NotMeaningful::NoObservations);
        }
        positive(years, NotMeaningful::YearsNotPositive)?;
        let prepared = companies
            .iter()
            .map(|company| company.prepared(years))
            .collect::<Meaningful<Vec<Prepared>>>()?;
        let sum = |part: fn(&Prepared) -> f64| finite(compensated_sum(prepared.iter().map(part)));
        let parities = || prepared.iter().map(|company| company.parity);
        Ok(Self {
            years,
            held: prepared.iter().filter(|company| company.is_held()).count(),
            value: sum(|company| company.value)?,
            earnings: finite(compensated_sum(
                companies.iter().map(|company| company.earnings),
            ))?,
            dividends: sum(|company| company.dividends)?,
            moving: sum(|company| company.moving)?,
            resting: sum(|company| company.resting)?,
            moving_by_parity: sum(|company| company.moving * company.parity)?,
            moving_earnings: sum(|company| {
                if company.is_held() {
                    0.0
                } else {
                    company.earnings
                }
            })?,
            resting_earnings: sum(|company| {
                if company.is_held() {
                    company.earnings
                } else {
                    0.0
                }
            })?,
            most_parity: parities().fold(0.0, f64::max),
            least_parity: parities().fold(0.0, f64::min),
            companies: prepared,
        })
    }

    /// The outcome for all companies together.
    ///
    /// The convention is that of [`rerating`](super::rerating), company by
    /// company. Where premiums close in proportion the sums that were made ready
    /// suffice, and no company is looked at again.
    ///
    /// Not meaningful: the closure would take a multiple to zero or below
    /// ([`MultipleNotPositive`](NotMeaningful::MultipleNotPositive)); a rate is
    /// -100% or worse
    /// ([`RateNotAboveMinusOne`](NotMeaningful::RateNotAboveMinusOne)); a figure
    /// is not finite; or a result is beyond `f64`, or a fall so deep that what
    /// it leaves is rounding ([`OutOfRange`](NotMeaningful::OutOfRange)).
    pub fn rerate(&self, common: &Common) -> Meaningful<PortfolioOutcome> {
        let factors = self.factors(common)?;
        let moved =
            match common.closing {
                Closing::Premium => self.moving + common.closure * self.moving_by_parity,
                Closing::LogGap => compensated_sum(self.companies.iter().map(|company| {
                    company.moving * libm::exp(common.closure * company.log_parity)
                })),
            };
        let value = finite(factors.growth * moved + self.resting)?;
        let earnings = factors.growth * self.moving_earnings + self.resting_earnings;
        let value_end = finite(value / factors.dilution)?;
        let total = factors.total(self.value, value_end, self.dividends)?;
        Ok(PortfolioOutcome {
            companies: self.companies.len(),
            held: self.held,
            value_start: self.value,
            value_end,
            total,
            annual: finite(per_year(total, self.years))?,
            multiple_start: multiple_of(self.value, self.earnings),
            multiple_end: multiple_of(value, earnings),
        })
    }

    /// The total return of each company, in the order given. Nothing is
    /// allocated.
    ///
    /// Not meaningful: as for [`rerate`](Self::rerate), and for a single company
    /// where its return is beyond `f64`.
    pub fn each(&self, common: &Common) -> Meaningful<impl Iterator<Item = Meaningful<f64>>> {
        let factors = self.factors(common)?;
        let Common {
            closure, closing, ..
        } = *common;
        Ok(self.companies.iter().map(move |company| {
            let multiple = match closing {
                Closing::Premium => 1.0 + closure * company.parity,
                Closing::LogGap => libm::exp(closure * company.log_parity),
            };
            let value = factors.growth * company.moving * multiple + company.resting;
            factors.total(company.value, value / factors.dilution, company.dividends)
        }))
    }

    /// What the common rates come to over the years, once the closure is found
    /// to leave all multiples positive.
    fn factors(&self, common: &Common) -> Meaningful<CommonFactors> {
        let closure = given(common.closure)?;
        if common.closing == Closing::Premium {
            for parity in [self.most_parity, self.least_parity] {
                let rerated = finite(1.0 + closure * parity)?;
                positive(rerated, NotMeaningful::MultipleNotPositive)?;
            }
        }
        let over = |rate| finite(1.0 + change_over(rate, self.years)?);
        Ok(CommonFactors {
            growth: over(common.added_growth)?,
            dilution: over(common.share_change)?,
            currency: over(common.currency_change)?,
        })
    }
}

/// [`Common`]'s rates as factors over the whole time.
#[derive(Clone, Copy)]
struct CommonFactors {
    growth: f64,
    dilution: f64,
    currency: f64,
}

impl CommonFactors {
    /// The total return in the holder's currency.
    fn total(&self, value_start: f64, value_end: f64, dividends: f64) -> Meaningful<f64> {
        let change = (value_end - value_start + dividends) / value_start;
        finite(change * self.currency + (self.currency - 1.0))
    }
}

impl Company {
    fn prepared(&self, years: f64) -> Meaningful<Prepared> {
        let value = positive(self.value, NotMeaningful::ValueNotPositive)?;
        above_minus_one(self.earnings_growth)?;
        if given(self.dividend_yield)? < 0.0 {
            return Err(NotMeaningful::DividendNegative);
        }
        let held = Prepared {
            moving: 0.0,
            resting: value,
            parity: 0.0,
            log_parity: 0.0,
            earnings: self.earnings,
            value,
            dividends: finite(value * self.dividend_yield * years)?,
        };
        if given(self.earnings)? <= 0.0 {
            return Ok(held);
        }
        let peer = positive(self.peer_multiple, NotMeaningful::MultipleNotPositive)?;
        let multiple = positive(finite(value / self.earnings)?, NotMeaningful::OutOfRange)?;
        let growth = change_over(self.earnings_growth, years)?;
        Ok(Prepared {
            moving: finite(value * (1.0 + growth))?,
            resting: 0.0,
            parity: premium(peer, multiple)?,
            log_parity: log_gap(peer, multiple)?,
            earnings: finite(self.earnings * (1.0 + growth))?,
            ..held
        })
    }
}

/// A yearly rate over the years, where rounding leaves something of a fall.
fn change_over(rate: f64, years: f64) -> Meaningful<f64> {
    let change = finite(over_years(above_minus_one(rate)?, years))?;
    if change <= -1.0 {
        return Err(NotMeaningful::OutOfRange);
    }
    Ok(change)
}

impl Prepared {
    fn is_held(&self) -> bool {
        self.resting > 0.0
    }
}

fn multiple_of(value: f64, earnings: f64) -> Meaningful<f64> {
    finite(value / positive(finite(earnings)?, NotMeaningful::FundamentalNotPositive)?)
}
