//! A one-stage multiple solved for any one of its quantities.
//!
//! The formulas of [`warranted`](super) say which multiple growth, profitability
//! and risk warrant. The price is a fact, though, and the rest is opinion: so the
//! better question is often which growth, or which required return, the multiple
//! that is paid takes for granted. With payout p (for sales: margin x payout; for
//! the whole firm: margin (1 - t)(1 - reinvestment)) and a multiple M:
//!
//! | multiple | growth | required return | profitability |
//! |---|---|---|---|
//! | forward P/E | r - p/M | g + p/M | p = M (r - g) |
//! | on last year's figures | (M r - p)/(M + p) | g + p (1 + g)/M | p = M (r - g)/(1 + g) |
//! | P/B | (M r - ROE)/(M - 1) | g + (ROE - g)/M | ROE = g + M (r - g) |
//!
//! # Where people go wrong
//!
//! * *Reading the answer as a forecast.* That 25 times next year's earnings, half
//!   of them paid out, imply growth of 8% for ever at 10% says what has to be
//!   believed, not what will be.
//! * *Moving growth alone.* More growth takes more reinvestment, so the payout
//!   falls with it ([`sustainable_growth`](super::sustainable_growth)); here all
//!   else stays as it is given.
//! * *Growth from a price to book of 1.* A firm that earns just what is required
//!   is worth its book value whatever it grows: every growth solves, and at any
//!   other return none does.
//!
//! # A worked case
//!
//! 9,000 for a free cash flow of 350, all of it paid out, at 10% (acadifi):
//! 5.88% a year for ever.
//!
//! ```
//! use rerate::valuation::warranted::one_stage::{Basis, OneStage, Unknown};
//!
//! let firm = OneStage {
//!     basis: Basis::TrailingEarnings { payout: 1.0 },
//!     growth: 0.0,
//!     required_return: 0.1,
//! };
//! let growth = firm.solve(Unknown::Growth, 9000.0 / 350.0)?;
//! assert!((growth - 0.0588).abs() < 5e-5);
//! let back = firm.with_value(Unknown::Growth, growth).multiple()?;
//! assert!((back - 9000.0 / 350.0).abs() < 1e-13);
//! # Ok::<(), rerate::valuation::NotMeaningful>(())
//! ```

use serde::{Deserialize, Serialize};

use super::super::dcf::implied_growth;
use super::super::not_meaningful::{above_minus_one, finite, given, positive};
use super::super::{Meaningful, NotMeaningful};
use super::{
    FirmSales, ev_to_sales, forward_pe, price_to_book, price_to_sales, spread, trailing_pe,
};

/// Which multiple, and the profitability that it rests on.
///
/// Ratios are fractions, and mean what they mean in the formula that is named.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Price over next year's earnings; see [`forward_pe`].
    ForwardEarnings {
        /// Dividends (and buybacks) over earnings.
        payout: f64,
    },
    /// Price over last year's earnings; see [`trailing_pe`].
    TrailingEarnings {
        /// Dividends (and buybacks) over earnings.
        payout: f64,
    },
    /// Price over book value; see [`price_to_book`].
    Book {
        /// Earnings over book value.
        return_on_equity: f64,
    },
    /// Price over last year's sales; see [`price_to_sales`].
    Sales {
        /// Net profit over sales.
        margin: f64,
        /// Dividends (and buybacks) over earnings.
        payout: f64,
    },
    /// Enterprise value over last year's sales; see [`ev_to_sales`].
    FirmSales {
        /// Operating profit over sales, before tax.
        operating_margin: f64,
        /// Tax over operating profit.
        tax_rate: f64,
        /// Reinvestment over operating profit after tax.
        reinvestment_rate: f64,
    },
}

/// The quantity to solve for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unknown {
    /// The multiple itself; the one that is asked for is not used.
    Multiple,
    /// Growth per year, for ever.
    Growth,
    /// The required return per year; for the whole firm the cost of capital.
    RequiredReturn,
    /// Dividends over earnings.
    Payout,
    /// Earnings over book value.
    ReturnOnEquity,
    /// Profit over sales: net, or operating for the whole firm.
    Margin,
    /// Tax over operating profit.
    TaxRate,
    /// Reinvestment over operating profit after tax.
    ReinvestmentRate,
}

impl Basis {
    /// What this multiple can be solved for, in the order in which a page offers
    /// it.
    #[must_use]
    pub const fn unknowns(&self) -> &'static [Unknown] {
        use Unknown::{
            Growth, Margin, Multiple, Payout, ReinvestmentRate, RequiredReturn, ReturnOnEquity,
            TaxRate,
        };
        match self {
            Self::ForwardEarnings { .. } | Self::TrailingEarnings { .. } => {
                &[Multiple, Growth, RequiredReturn, Payout]
            }
            Self::Book { .. } => &[Multiple, Growth, RequiredReturn, ReturnOnEquity],
            Self::Sales { .. } => &[Multiple, Growth, RequiredReturn, Margin, Payout],
            Self::FirmSales { .. } => &[
                Multiple,
                Growth,
                RequiredReturn,
                Margin,
                TaxRate,
                ReinvestmentRate,
            ],
        }
    }
}

/// All that a one-stage multiple rests on.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct OneStage {
    /// Which multiple, and the profitability.
    pub basis: Basis,
    /// Growth per year, for ever; a fraction above -1.
    pub growth: f64,
    /// What the owners require per year, above growth; for
    /// [`Basis::FirmSales`] the weighted average cost of capital.
    pub required_return: f64,
}

impl OneStage {
    /// The warranted multiple, by the formula that the basis names.
    ///
    /// Not meaningful: as that formula says.
    pub fn multiple(&self) -> Meaningful<f64> {
        let (growth, required) = (self.growth, self.required_return);
        match self.basis {
            Basis::ForwardEarnings { payout } => forward_pe(payout, growth, required),
            Basis::TrailingEarnings { payout } => trailing_pe(payout, growth, required),
            Basis::Book { return_on_equity } => price_to_book(return_on_equity, growth, required),
            Basis::Sales { margin, payout } => price_to_sales(margin, payout, growth, required),
            Basis::FirmSales {
                operating_margin,
                tax_rate,
                reinvestment_rate,
            } => ev_to_sales(&FirmSales {
                operating_margin,
                tax_rate,
                reinvestment_rate,
                growth,
                cost_of_capital: required,
            }),
        }
    }

    /// The value of `unknown` at which the warranted multiple is `multiple`.
    ///
    /// What is held for the unknown itself is not looked at. Source: the
    /// formulas of [`warranted`](super) solved for one quantity; A. Rappaport
    /// and M. Mauboussin, *Expectations Investing* (2001), on reading prices
    /// backwards.
    ///
    /// Not meaningful, beside what the formula says of the other figures:
    /// - the multiple is zero or negative
    ///   ([`MultipleNotPositive`](NotMeaningful::MultipleNotPositive));
    /// - on last year's figures, growth is unknown and the required return -100%
    ///   or less ([`RateNotAboveMinusOne`](NotMeaningful::RateNotAboveMinusOne));
    /// - growth would have to be -100% or less, growth of book value at or above
    ///   the required return, or the tax rate outside 0 to 1
    ///   ([`NoSolution`](NotMeaningful::NoSolution));
    /// - a price to book of 1 has every growth for its solution, if the return on
    ///   equity is what is required, and otherwise none
    ///   ([`EveryValueSolves`](NotMeaningful::EveryValueSolves),
    ///   [`NoSolution`](NotMeaningful::NoSolution)); so has a multiple that does
    ///   not rest on the unknown, if it is as asked for;
    /// - the solution is nearer to the end of its range than numbers are to one
    ///   another ([`OutOfRange`](NotMeaningful::OutOfRange)).
    ///
    /// ```
    /// use rerate::valuation::NotMeaningful;
    /// use rerate::valuation::warranted::one_stage::{Basis, OneStage, Unknown};
    ///
    /// let bank = OneStage {
    ///     basis: Basis::Book { return_on_equity: 0.15 },
    ///     growth: 0.07,
    ///     required_return: 0.12,
    /// };
    /// // The figures of theanalystspace.com, backwards.
    /// assert!((bank.solve(Unknown::RequiredReturn, 1.6)? - 0.12).abs() < 1e-15);
    /// assert!((bank.solve(Unknown::Growth, 1.6)? - 0.07).abs() < 1e-15);
    /// // No growth makes it worth book value only.
    /// assert_eq!(bank.solve(Unknown::Growth, 1.0), Err(NotMeaningful::NoSolution));
    /// # Ok::<(), NotMeaningful>(())
    /// ```
    pub fn solve(&self, unknown: Unknown, multiple: f64) -> Meaningful<f64> {
        if unknown == Unknown::Multiple {
            return self.multiple();
        }
        let wanted = positive(multiple, NotMeaningful::MultipleNotPositive)?;
        if !self.basis.unknowns().contains(&unknown) {
            let rounding = 8.0 * f64::EPSILON * wanted;
            return Err(if (self.multiple()? - wanted).abs() <= rounding {
                NotMeaningful::EveryValueSolves
            } else {
                NotMeaningful::NoSolution
            });
        }
        let value = finite(match unknown {
            Unknown::Growth => self.growth_at(wanted)?,
            Unknown::RequiredReturn => self.required_return_at(wanted)?,
            _ => self.profitability_at(unknown, wanted)?,
        })?;
        // By now only rounding keeps the value from being a solution.
        match self.with_value(unknown, value).multiple() {
            Ok(_) => Ok(value),
            Err(_) => Err(NotMeaningful::OutOfRange),
        }
    }

    /// The same with `value` in the place of `unknown`; unchanged where that is
    /// the multiple, which is a result of the others, or nothing that this
    /// multiple rests on.
    #[must_use]
    pub fn with_value(&self, unknown: Unknown, value: f64) -> Self {
        let mut firm = *self;
        match (unknown, &mut firm.basis) {
            (Unknown::Growth, _) => firm.growth = value,
            (Unknown::RequiredReturn, _) => firm.required_return = value,
            (
                Unknown::Payout,
                Basis::ForwardEarnings { payout }
                | Basis::TrailingEarnings { payout }
                | Basis::Sales { payout, .. },
            ) => *payout = value,
            (Unknown::ReturnOnEquity, Basis::Book { return_on_equity }) => {
                *return_on_equity = value;
            }
            (
                Unknown::Margin,
                Basis::Sales { margin, .. }
                | Basis::FirmSales {
                    operating_margin: margin,
                    ..
                },
            ) => *margin = value,
            (Unknown::TaxRate, Basis::FirmSales { tax_rate, .. }) => *tax_rate = value,
            (
                Unknown::ReinvestmentRate,
                Basis::FirmSales {
                    reinvestment_rate, ..
                },
            ) => *reinvestment_rate = value,
            _ => {}
        }
        firm
    }

    fn growth_at(&self, multiple: f64) -> Meaningful<f64> {
        let required = given(self.required_return)?;
        match self.basis {
            Basis::ForwardEarnings { .. } => {
                let growth = finite(required - self.paid_out()? / multiple)?;
                reachable(growth, growth > -1.0)
            }
            Basis::Book { return_on_equity } => {
                let excess_return = given(return_on_equity)? - required;
                let excess_multiple = multiple - 1.0;
                if excess_multiple == 0.0 && excess_return == 0.0 {
                    above_minus_one(required)?;
                    return Err(NotMeaningful::EveryValueSolves);
                }
                // Below the required return, and above -100%. From the excess,
                // so that growth does not round to the wrong side.
                let growth = required - excess_return / excess_multiple;
                let is_below = excess_return * excess_multiple.signum() > 0.0;
                reachable(growth, excess_multiple != 0.0 && is_below && growth > -1.0)
            }
            _ => implied_growth(multiple, self.paid_out()?, required),
        }
    }

    fn required_return_at(&self, multiple: f64) -> Meaningful<f64> {
        let growth = above_minus_one(self.growth)?;
        let next = match self.basis {
            Basis::ForwardEarnings { .. } => self.paid_out()?,
            Basis::Book { return_on_equity } => positive(
                given(return_on_equity)? - growth,
                NotMeaningful::MultipleNotPositive,
            )?,
            _ => self.paid_out()? * (1.0 + growth),
        };
        Ok(growth + next / multiple)
    }

    /// A part of what is paid out, or the return on equity.
    fn profitability_at(&self, unknown: Unknown, multiple: f64) -> Meaningful<f64> {
        let spread = spread(self.growth, self.required_return)?;
        let needed = match self.basis {
            Basis::Book { .. } => return Ok(self.growth + multiple * spread),
            Basis::ForwardEarnings { .. } => multiple * spread,
            _ => multiple * spread / (1.0 + self.growth),
        };
        match unknown {
            // With nothing reinvested and no tax, the other figures pay out so
            // much; the rest is for the unknown.
            Unknown::TaxRate => {
                let kept = needed / self.with_value(unknown, 0.0).paid_out()?;
                reachable(1.0 - kept, kept <= 1.0)
            }
            Unknown::ReinvestmentRate => {
                Ok(1.0 - needed / self.with_value(unknown, 0.0).paid_out()?)
            }
            _ => Ok(needed / self.with_value(unknown, 1.0).paid_out()?),
        }
    }

    /// What is paid to the owners of a unit of that which the multiple divides
    /// by; above 0. Of book value it depends on growth, and is not asked for.
    fn paid_out(&self) -> Meaningful<f64> {
        let paid_out = match self.basis {
            Basis::ForwardEarnings { payout } | Basis::TrailingEarnings { payout } => {
                given(payout)?
            }
            Basis::Book { return_on_equity } => given(return_on_equity)? - self.growth,
            Basis::Sales { margin, payout } => {
                positive(margin, NotMeaningful::MultipleNotPositive)? * given(payout)?
            }
            Basis::FirmSales {
                operating_margin,
                tax_rate,
                reinvestment_rate,
            } => {
                if !(0.0..=1.0).contains(&given(tax_rate)?) {
                    return Err(NotMeaningful::ShareOutOfRange);
                }
                positive(operating_margin, NotMeaningful::MultipleNotPositive)?
                    * ((1.0 - tax_rate) * (1.0 - given(reinvestment_rate)?))
            }
        };
        positive(finite(paid_out)?, NotMeaningful::MultipleNotPositive)
    }
}

/// A value that solves the equation, if it is one that the unknown can have.
fn reachable(value: f64, is_possible: bool) -> Meaningful<f64> {
    if is_possible {
        Ok(value)
    } else {
        Err(NotMeaningful::NoSolution)
    }
}
