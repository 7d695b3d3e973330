//! What owners of shares require: the riskless rate, and a premium for the
//! market's risk and one for the country's.
//!
//! > r = rf + beta x mature premium + lambda x country risk premium
//!
//! The country risk premium is the spread at which the country's debt trades
//! above riskless debt, scaled by how much more its shares move than its bonds.
//! Lambda is how exposed the firm is to its country: an exporter less than 1, a
//! state contractor more (A. Damodaran, "Measuring company exposure to country
//! risk", 2003). It is the part of a valuation gap between two markets that is
//! neither growth nor profit.
//!
//! # Where people go wrong
//!
//! * *Country by listing.* What counts is where the firm earns, not where its
//!   shares trade.
//! * *A riskless rate of one currency with flows of another.* A yuan rate goes
//!   with yuan flows.
//! * *Taking a spread as the premium.* Shares move more than bonds; without the
//!   scaling the premium is too small.
//! * *Twice.* Country risk in the rate *and* in lower cash flows.
//!
//! # A worked case
//!
//! China, January 2026 (A. Damodaran, country risk premiums): a default spread
//! of 0.60%, shares 1.5234 times as volatile as bonds, a mature premium of
//! 4.23%. The riskless 4% is an example.
//!
//! ```
//! use rerate::valuation::cost_of_equity::{CostOfEquity, country_risk_premium};
//!
//! let country = country_risk_premium(0.005_992_9, 1.5234)?;
//! assert!((country - 0.009_129_6).abs() < 5e-8);
//! let china = CostOfEquity {
//!     risk_free: 0.04,
//!     beta: 1.0,
//!     mature_premium: 0.0423,
//!     lambda: 1.0,
//!     country_risk_premium: country,
//! };
//! assert!((china.equity_risk_premium()? - 0.051_429_6).abs() < 5e-8);
//! assert!((china.rate()? - 0.091_429_6).abs() < 5e-8);
//! # Ok::<(), rerate::valuation::NotMeaningful>(())
//! ```

use serde::{Deserialize, Serialize};

use super::not_meaningful::{above_minus_one, finite, given, positive};
use super::{Meaningful, NotMeaningful};

/// What a cost of equity is made of. All but beta and lambda are fractions per
/// year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct CostOfEquity {
    /// The riskless rate in the currency of the flows.
    pub risk_free: f64,
    /// How much the share moves with the market; the market has 1.
    pub beta: f64,
    /// The premium for shares of a market without country risk.
    pub mature_premium: f64,
    /// How exposed the firm is to its country; the average firm has 1.
    pub lambda: f64,
    /// The premium for the country's risk; see [`country_risk_premium`].
    pub country_risk_premium: f64,
}

/// What a cost of equity is made of, one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ingredient {
    /// The riskless rate.
    RiskFree,
    /// How much the share moves with the market.
    Beta,
    /// The premium of a market without country risk.
    MaturePremium,
    /// How exposed the firm is to its country.
    Lambda,
    /// The premium for the country's risk.
    CountryRiskPremium,
}

impl Ingredient {
    /// Every ingredient.
    pub const ALL: [Self; 5] = [
        Self::RiskFree,
        Self::Beta,
        Self::MaturePremium,
        Self::Lambda,
        Self::CountryRiskPremium,
    ];
}

impl CostOfEquity {
    /// The cost of equity, a fraction per year.
    ///
    /// Damodaran's lambda approach. His beta approach, which scales country risk
    /// by beta, is this one with lambda equal to beta. Without country risk it
    /// is the capital asset pricing model (W. Sharpe, *Journal of Finance* 19,
    /// 1964).
    ///
    /// Not meaningful: a figure is not finite
    /// ([`NotFinite`](NotMeaningful::NotFinite)); the rate is -100% or less
    /// ([`RateNotAboveMinusOne`](NotMeaningful::RateNotAboveMinusOne)) or
    /// beyond `f64`.
    pub fn rate(&self) -> Meaningful<f64> {
        let market = given(self.beta)? * given(self.mature_premium)?;
        let country = given(self.lambda)? * given(self.country_risk_premium)?;
        above_minus_one(finite(given(self.risk_free)? + market + country)?)
    }

    /// What an ingredient would have to be for the cost of equity to be `rate`; the
    /// one that is held is not looked at.
    ///
    /// ```
    /// # use rerate::valuation::cost_of_equity::{CostOfEquity, Ingredient};
    /// let industry = CostOfEquity {
    ///     risk_free: 0.0395,
    ///     beta: 1.0,
    ///     mature_premium: 0.0446,
    ///     lambda: 1.0,
    ///     country_risk_premium: 0.0,
    /// };
    /// // US semiconductors (A. Damodaran, January 2026): 10.72% and 1.52.
    /// assert!((industry.solve(Ingredient::Beta, 0.107_212)? - 1.5182).abs() < 5e-4);
    /// # Ok::<(), rerate::valuation::NotMeaningful>(())
    /// ```
    ///
    /// Not meaningful: what the ingredient is multiplied by is zero, so that it
    /// makes no difference ([`TimesZero`](NotMeaningful::TimesZero)); a figure is
    /// not finite, or the result is beyond `f64`.
    pub fn solve(&self, ingredient: Ingredient, rate: f64) -> Meaningful<f64> {
        let others = self.with_value(ingredient, 0.0);
        let market = given(others.beta)? * given(others.mature_premium)?;
        let country = given(others.lambda)? * given(others.country_risk_premium)?;
        let left = given(rate)? - given(others.risk_free)? - country - market;
        let times = match ingredient {
            Ingredient::RiskFree => 1.0,
            Ingredient::Beta => self.mature_premium,
            Ingredient::MaturePremium => self.beta,
            Ingredient::Lambda => self.country_risk_premium,
            Ingredient::CountryRiskPremium => self.lambda,
        };
        if times == 0.0 {
            return Err(NotMeaningful::TimesZero);
        }
        finite(left / times)
    }

    /// The value of an ingredient.
    #[must_use]
    pub const fn value(&self, ingredient: Ingredient) -> f64 {
        match ingredient {
            Ingredient::RiskFree => self.risk_free,
            Ingredient::Beta => self.beta,
            Ingredient::MaturePremium => self.mature_premium,
            Ingredient::Lambda => self.lambda,
            Ingredient::CountryRiskPremium => self.country_risk_premium,
        }
    }

    /// The same with `value` in the place of an ingredient.
    #[must_use]
    pub const fn with_value(mut self, ingredient: Ingredient, value: f64) -> Self {
        match ingredient {
            Ingredient::RiskFree => self.risk_free = value,
            Ingredient::Beta => self.beta = value,
            Ingredient::MaturePremium => self.mature_premium = value,
            Ingredient::Lambda => self.lambda = value,
            Ingredient::CountryRiskPremium => self.country_risk_premium = value,
        }
        self
    }

    /// The premium of the country's market as a whole, a fraction per year:
    /// mature premium plus country risk premium.
    ///
    /// Not meaningful: a figure is not finite, or the sum is beyond `f64`.
    pub fn equity_risk_premium(&self) -> Meaningful<f64> {
        finite(given(self.mature_premium)? + given(self.country_risk_premium)?)
    }
}

/// The premium for a country's risk, a fraction per year: the default spread of
/// its debt times the volatility of its shares over that of its bonds.
///
/// Source: A. Damodaran, "Equity risk premiums: determinants, estimation and
/// implications" (yearly since 2008). A spread may be negative, for a country
/// that borrows below the rate taken as riskless. Not meaningful: a volatility
/// that is zero or negative
/// ([`VolatilityNotPositive`](NotMeaningful::VolatilityNotPositive)), a figure
/// that is not finite, or a result beyond `f64`.
pub fn country_risk_premium(
    default_spread: f64,
    relative_equity_volatility: f64,
) -> Meaningful<f64> {
    let volatility = positive(
        relative_equity_volatility,
        NotMeaningful::VolatilityNotPositive,
    )?;
    finite(given(default_spread)? * volatility)
}
