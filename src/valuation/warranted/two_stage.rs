//! The multiple that some years of high growth warrant, and stable growth after
//! them.
//!
//! A young industry does not fit one rate for ever. Two stages are the least
//! that can say "30% for five years, then 4%", and they show what a high
//! multiple rests on: mostly on what comes *after* the high growth.
//!
//! > P/E = p G (1 - (G/R)^n) / (R - G) + p' G^n (1 + g') / ((r' - g') R^n)
//!
//! with G = 1 + g and R = 1 + r of the first stage of n years, payout p, and a
//! dash on the second stage's. At g = r the first term is 0/0; its limit is
//! n p G/R, and nothing special happens to the firm there.
//!
//! Any of growth, return and years can be the unknown instead: the multiple that
//! is paid says what it has to be ([`TwoStage::solve`]).
//!
//! # Where people go wrong
//!
//! * *Keeping the high stage's payout.* Growth of 4% does not need 90% of
//!   earnings reinvested. With the same payout for ever, the multiple is far
//!   too low.
//! * *Keeping its risk.* A firm that grows like the economy has about its risk.
//! * *Refusing g >= r.* In the first stage any growth will do; only the second
//!   must stay below its required return.
//!
//! # A worked case
//!
//! A. Damodaran, *Damodaran on Valuation*, illustration 8.1: five years of 18%
//! with a payout of 10%, then 4% with 80%, at 9%; he prints 25.38 and a PEG of
//! 1.41.
//!
//! ```
//! use rerate::valuation::warranted::two_stage::{Stage, TwoStage};
//!
//! let firm = TwoStage {
//!     high: Stage { growth: 0.18, payout: 0.1, required_return: 0.09 },
//!     years: 5.0,
//!     stable: Stage { growth: 0.04, payout: 0.8, required_return: 0.09 },
//! };
//! let pe = firm.price_to_earnings()?;
//! assert!((pe.multiple - 25.38).abs() < 0.005);
//! // All but 0.6 of it lies beyond the fifth year.
//! assert!((pe.from_high_growth - 0.64).abs() < 0.005);
//! # Ok::<(), rerate::valuation::NotMeaningful>(())
//! ```

mod solve;

use serde::Serialize;

use super::super::not_meaningful::{above_minus_one, finite, given};
use super::super::{Meaningful, NotMeaningful};
use super::{multiple, spread};

pub use self::solve::{Basis, Unknown};

/// A stretch of time with one growth rate.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Stage {
    /// Growth of earnings per year; a fraction above -1.
    pub growth: f64,
    /// Dividends (and buybacks) over earnings, not negative.
    pub payout: f64,
    /// What the owner requires per year; a fraction above -1.
    pub required_return: f64,
}

/// Some years of high growth, then stable growth for ever.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct TwoStage {
    /// The first stage. Its growth may reach or exceed its required return.
    pub high: Stage,
    /// How many years it lasts; any number from 0 up.
    pub years: f64,
    /// The second. Its growth is below its required return.
    pub stable: Stage,
}

/// A multiple and the two parts that it is the sum of.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct TwoStageMultiple {
    /// Price over last year's earnings or sales.
    pub multiple: f64,
    /// What is paid during the first stage.
    pub from_high_growth: f64,
    /// What is paid after it.
    pub from_stable_growth: f64,
}

impl TwoStage {
    /// Price over last year's earnings.
    ///
    /// Not meaningful: stable growth is not below its required return
    /// ([`GrowthNotBelowReturn`](NotMeaningful::GrowthNotBelowReturn)); a rate
    /// is -100% or less
    /// ([`RateNotAboveMinusOne`](NotMeaningful::RateNotAboveMinusOne)); years
    /// or a payout are negative
    /// ([`YearsNotPositive`](NotMeaningful::YearsNotPositive),
    /// [`FigureNegative`](NotMeaningful::FigureNegative)); nothing is ever
    /// paid ([`MultipleNotPositive`](NotMeaningful::MultipleNotPositive)); a
    /// figure is not finite, or the result is beyond `f64`.
    ///
    /// Source: A. Damodaran, *Investment Valuation*, ch. 18.
    pub fn price_to_earnings(&self) -> Meaningful<TwoStageMultiple> {
        self.price_to(self.high.payout, self.stable.payout)
    }

    /// Price over last year's sales, where net profit over sales goes from one
    /// margin to another when growth becomes stable.
    ///
    /// Sales grow at the stages' rates; earnings make a step where the margin
    /// does. Source: A. Damodaran, *Investment Valuation*, ch. 20. Not
    /// meaningful: as for [`TwoStage::price_to_earnings`], and where a margin
    /// is negative ([`FigureNegative`](NotMeaningful::FigureNegative)).
    pub fn price_to_sales(
        &self,
        margin_high: f64,
        margin_stable: f64,
    ) -> Meaningful<TwoStageMultiple> {
        let not_negative = |margin: f64| {
            if given(margin)? < 0.0 {
                Err(NotMeaningful::FigureNegative)
            } else {
                Ok(margin)
            }
        };
        self.price_to(
            not_negative(margin_high)? * self.high.payout,
            not_negative(margin_stable)? * self.stable.payout,
        )
    }

    /// Price over what grows, of which the two shares are paid out.
    fn price_to(&self, paid_high: f64, paid_stable: f64) -> Meaningful<TwoStageMultiple> {
        let Self {
            high,
            years,
            stable,
        } = self;
        for stage in [high, stable] {
            above_minus_one(stage.growth)?;
            above_minus_one(stage.required_return)?;
            if given(stage.payout)? < 0.0 {
                return Err(NotMeaningful::FigureNegative);
            }
        }
        if given(*years)? < 0.0 {
            return Err(NotMeaningful::YearsNotPositive);
        }
        // One year's growth over one year's return, less one. Zero at g = r.
        let excess = (high.growth - high.required_return) / (1.0 + high.required_return);
        let grown = libm::exp(years * libm::log1p(excess));
        let from_high_growth = paid_high * (1.0 + excess) * geometric(excess, *years);
        let in_perpetuity = (1.0 + stable.growth) / spread(stable.growth, stable.required_return)?;
        let from_stable_growth = paid_stable * in_perpetuity * grown;
        Ok(TwoStageMultiple {
            multiple: multiple(from_high_growth + from_stable_growth)?,
            from_high_growth: finite(from_high_growth)?,
            from_stable_growth: finite(from_stable_growth)?,
        })
    }
}

/// 1 + x + x^2 + ... for `terms` terms with x = 1 + `excess`, that is
/// (x^n - 1) / (x - 1), for any real number of terms.
///
/// Both differences come from functions that are exact near zero, so the limit
/// n at an excess of zero is approached to the last digit.
fn geometric(excess: f64, terms: f64) -> f64 {
    if excess == 0.0 {
        terms
    } else {
        libm::expm1(terms * libm::log1p(excess)) / excess
    }
}
