//! What a market can be expected to return, from yield, growth and repricing.
//!
//! Over long times a market returns what it pays out, plus the growth of what
//! it earns per share, plus the change of the multiple. Grinold and Kroner
//! write the sum out for a forecast; Bogle uses it to look back, and calls the
//! first two the *fundamental* and the last the *speculative* return.
//!
//! # Where people go wrong
//!
//! * *Forecasting with repricing that never ends.* A multiple that rises from 15
//!   to 18 adds 6% a year for three years and 0.17% a year for a century. The
//!   years belong to the repricing.
//! * *The sign of the share count.* Buybacks make it negative, and adding
//!   -(-1%) raises the return.
//! * *Taking the sum for the product.* The terms multiply. At a few percent each
//!   the sum is off by some tenths of a point a year
//!   ([`Forecast::compounded`]); over one large re-rating it is useless, and
//!   [`rerating`](super::rerating) is the model to use.
//!
//! # A worked case
//!
//! CFA Institute's: a yield of 1.95%, a share count falling by 1%, inflation of
//! 1.75%, real growth of 3.5% and a multiple rising by 0.15% a year make 8.35%.
//!
//! ```
//! use rerate::valuation::expected_return::GrinoldKroner;
//!
//! let forecast = GrinoldKroner {
//!     dividend_yield: 0.0195,
//!     share_count_change: -0.01,
//!     inflation: 0.0175,
//!     real_growth: 0.035,
//!     pe_change: 0.0015,
//! }
//! .forecast()?;
//! assert!((forecast.expected_return - 0.0835).abs() < 1e-15);
//! assert!((forecast.income - 0.0295).abs() < 1e-15);
//! # Ok::<(), rerate::valuation::NotMeaningful>(())
//! ```

use serde::{Deserialize, Serialize};

use super::attribution::HoldingPeriod;
use super::compounding::{compound, per_year};
use super::gap::premium;
use super::not_meaningful::{above_minus_one, finite, given, positive};
use super::{Meaningful, NotMeaningful};

/// The terms of Grinold and Kroner's sum. Fractions a year, all above -1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct GrinoldKroner {
    /// Dividends over price; at least 0.
    pub dividend_yield: f64,
    /// Change of the number of shares: negative for buybacks.
    pub share_count_change: f64,
    /// Inflation.
    pub inflation: f64,
    /// Growth of all earnings above inflation.
    pub real_growth: f64,
    /// Change of the multiple.
    pub pe_change: f64,
}

/// A term of Grinold and Kroner's sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Term {
    /// Dividends over price.
    DividendYield,
    /// Change of the number of shares.
    ShareCountChange,
    /// Inflation.
    Inflation,
    /// Growth above inflation.
    RealGrowth,
    /// Change of the multiple.
    PeChange,
}

/// An expected return and its three sources. Fractions a year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Forecast {
    /// What is paid out: dividends, and buybacks less issues.
    pub income: f64,
    /// Nominal growth of earnings.
    pub growth: f64,
    /// Change of the multiple.
    pub repricing: f64,
    /// The sum of the three.
    pub expected_return: f64,
    /// The same terms multiplied, as [`rerating`](super::rerating) does.
    pub compounded: f64,
}

impl GrinoldKroner {
    /// The expected return: D/P - ΔS + i + g + ΔPE.
    ///
    /// Not meaningful: a rate is -100% or worse
    /// ([`RateNotAboveMinusOne`](NotMeaningful::RateNotAboveMinusOne)); the yield
    /// is negative ([`DividendNegative`](NotMeaningful::DividendNegative)); a
    /// figure is not finite, or the result beyond `f64`.
    ///
    /// Source: R. Grinold and K. Kroner, "The equity risk premium",
    /// *Investment Insights* 5 (Barclays Global Investors, 2002).
    pub fn forecast(&self) -> Meaningful<Forecast> {
        let growth = self.inflation + self.real_growth;
        for rate in [self.inflation, self.real_growth] {
            above_minus_one(rate)?;
        }
        let compounded = HoldingPeriod {
            earnings_growth: compound(self.inflation, self.real_growth),
            rerating: self.pe_change,
            share_change: self.share_count_change,
            dividends: self.dividend_yield,
            currency_change: 0.0,
        }
        .total()?;
        let income = self.dividend_yield - self.share_count_change;
        Ok(Forecast {
            income: finite(income)?,
            growth: finite(growth)?,
            repricing: self.pe_change,
            expected_return: finite(income + growth + self.pe_change)?,
            compounded,
        })
    }

    /// The value of `term` with which the sum is `expected_return`; what the
    /// term holds now is not looked at.
    ///
    /// Not meaningful: the value would be a negative yield
    /// ([`NegativeDividendNeeded`](NotMeaningful::NegativeDividendNeeded)) or a
    /// rate of -100% or worse
    /// ([`RateNotAboveMinusOne`](NotMeaningful::RateNotAboveMinusOne)), and else
    /// as for [`forecast`](Self::forecast).
    pub fn solve(&self, term: Term, expected_return: f64) -> Meaningful<f64> {
        given(expected_return)?;
        let mut others = *self;
        *others.term(term) = 0.0;
        let missing = expected_return - others.forecast()?.expected_return;
        match term {
            Term::DividendYield if missing < 0.0 => Err(NotMeaningful::NegativeDividendNeeded),
            Term::DividendYield => finite(missing),
            Term::ShareCountChange => above_minus_one(finite(-missing)?),
            Term::Inflation | Term::RealGrowth | Term::PeChange => {
                above_minus_one(finite(missing)?)
            }
        }
    }

    fn term(&mut self, term: Term) -> &mut f64 {
        match term {
            Term::DividendYield => &mut self.dividend_yield,
            Term::ShareCountChange => &mut self.share_count_change,
            Term::Inflation => &mut self.inflation,
            Term::RealGrowth => &mut self.real_growth,
            Term::PeChange => &mut self.pe_change,
        }
    }
}

/// Where a market's return came from, a year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ReturnSources {
    /// Dividend yield plus earnings growth: what the companies did.
    pub fundamental: f64,
    /// The change of the multiple a year: what investors thought of it.
    pub repricing: f64,
    /// The sum of the two.
    pub total: f64,
}

/// The sources of a market's return over `years`, after Bogle.
///
/// `dividend_yield` is the yield at the start and `earnings_growth` a rate a
/// year, both fractions; the multiples are those of start and end.
///
/// ```
/// use rerate::valuation::expected_return::return_sources;
///
/// // The US market from 1900 to 2006: 9.5% a year from business, 0.2% from the
/// // multiple, which rose from 15 to 18.
/// let century = return_sources(0.045, 0.05, 15.0, 18.0, 106.0)?;
/// assert!((century.fundamental - 0.095).abs() < 1e-15);
/// assert!((century.repricing - 0.00172).abs() < 5e-6);
/// # Ok::<(), rerate::valuation::NotMeaningful>(())
/// ```
///
/// Not meaningful: a multiple is zero or negative
/// ([`MultipleNotPositive`](NotMeaningful::MultipleNotPositive)), the time is
/// ([`YearsNotPositive`](NotMeaningful::YearsNotPositive)), the growth is -100%
/// or worse ([`RateNotAboveMinusOne`](NotMeaningful::RateNotAboveMinusOne)), the
/// yield is negative ([`DividendNegative`](NotMeaningful::DividendNegative)), a
/// figure is not finite, or the result beyond `f64`.
///
/// Source: J. Bogle, "Investing in the 1990s", *Journal of Portfolio
/// Management* 17 (1991); the figures are from his *The Little Book of Common
/// Sense Investing* (2007), ch. 2.
pub fn return_sources(
    dividend_yield: f64,
    earnings_growth: f64,
    pe_start: f64,
    pe_end: f64,
    years: f64,
) -> Meaningful<ReturnSources> {
    if given(dividend_yield)? < 0.0 {
        return Err(NotMeaningful::DividendNegative);
    }
    let years = positive(years, NotMeaningful::YearsNotPositive)?;
    let fundamental = finite(dividend_yield + above_minus_one(earnings_growth)?)?;
    let repricing = finite(per_year(premium(pe_end, pe_start)?, years))?;
    Ok(ReturnSources {
        fundamental,
        repricing,
        total: finite(fundamental + repricing)?,
    })
}
