//! The multiple that growth, profitability and risk warrant.
//!
//! A share is worth the dividends it will pay. If these grow for ever at g and
//! the owner requires r, a dividend of D next year is worth D / (r - g)
//! (Gordon). Divide by earnings, book value or sales, and the same sum is a
//! multiple: so a multiple is not a taste of the market, it is a statement on
//! growth, profitability and risk that can be checked. A market that is cheap
//! and warrants to be is not mispriced.
//!
//! * [`forward_pe`], [`trailing_pe`], [`price_to_book`], [`price_to_sales`],
//!   [`ev_to_sales`]: growth at one rate for ever.
//! * [`two_stage`]: high growth for some years first.
//! * [`h_model`]: high growth that fades in a straight line.
//! * [`one_stage`]: the first five read backwards, from the multiple to the growth,
//!   return or profitability that it implies.
//!
//! # Where people go wrong
//!
//! * *Growth near the required return.* At r - g = 1% the multiple is 100 times
//!   the payout, and half a point of growth doubles it. Past g = r the sum is
//!   infinite and the formula gives a *negative* multiple; here it is refused.
//! * *A growth rate of the next three years in a formula for ever.* No firm
//!   outgrows its economy for ever; use the two stages.
//! * *Growth for free.* What is paid out cannot be reinvested: at a return on
//!   equity of 12%, a payout of 60% grows at 4.8%
//!   ([`sustainable_growth`]), not at what one would like.
//! * *A trailing multiple beside a forward one.* They differ by 1 + g.
//!
//! # A worked case
//!
//! BP: payout 85%, growth 6%, required return 9.5% (J. Pinto et al., *Equity
//! Asset Valuation*, example 6-7, prints 24.3):
//!
//! ```
//! use rerate::valuation::warranted::forward_pe;
//! use rerate::valuation::NotMeaningful;
//!
//! assert!((forward_pe(0.85, 0.06, 0.095)? - 24.3).abs() < 0.05);
//! assert_eq!(forward_pe(0.5, 0.10, 0.09), Err(NotMeaningful::GrowthNotBelowReturn));
//! # Ok::<(), NotMeaningful>(())
//! ```
//!
//! All rates are fractions per year. The reasons why a warranted multiple is
//! not meaningful are the same for all: growth is not below the required return
//! ([`GrowthNotBelowReturn`](NotMeaningful::GrowthNotBelowReturn)) or is -100%
//! or less ([`RateNotAboveMinusOne`](NotMeaningful::RateNotAboveMinusOne)); the
//! multiple would be zero or negative, since nothing is paid out or earned
//! ([`MultipleNotPositive`](NotMeaningful::MultipleNotPositive)); a figure is
//! not finite ([`NotFinite`](NotMeaningful::NotFinite)), or the result is beyond
//! `f64` ([`OutOfRange`](NotMeaningful::OutOfRange)).

pub mod h_model;
pub mod one_stage;
pub mod two_stage;

use serde::Serialize;

use super::not_meaningful::{above_minus_one, finite, given, positive};
use super::{Meaningful, NotMeaningful};

/// What EV to sales rests on; see [`ev_to_sales`].
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct FirmSales {
    /// Operating profit over sales, before tax.
    pub operating_margin: f64,
    /// Tax over operating profit.
    pub tax_rate: f64,
    /// Reinvestment over operating profit after tax.
    pub reinvestment_rate: f64,
    /// Growth of sales per year, for ever.
    pub growth: f64,
    /// The weighted average cost of capital.
    pub cost_of_capital: f64,
}

/// Price over next year's earnings: payout / (r - g).
///
/// `payout` is dividends (and buybacks) over earnings; it may exceed 1 for a
/// time, but hardly for ever. Source: M. Gordon, *The Investment, Financing and
/// Valuation of the Corporation* (1962); J. Pinto et al., *Equity Asset
/// Valuation*, ch. 6.
pub fn forward_pe(payout: f64, growth: f64, required_return: f64) -> Meaningful<f64> {
    multiple(given(payout)? / spread(growth, required_return)?)
}

/// Price over last year's earnings: payout (1 + g) / (r - g).
///
/// Source: as for [`forward_pe`].
///
/// ```
/// # use rerate::valuation::warranted::trailing_pe;
/// // Payout 60%, growth 8%, required return 15% (analystnotes.com: 9.26).
/// assert!((trailing_pe(0.6, 0.08, 0.15)? - 9.26).abs() < 0.005);
/// # Ok::<(), rerate::valuation::NotMeaningful>(())
/// ```
pub fn trailing_pe(payout: f64, growth: f64, required_return: f64) -> Meaningful<f64> {
    multiple(given(payout)? * (1.0 + growth) / spread(growth, required_return)?)
}

/// Price over book value: (ROE - g) / (r - g).
///
/// Above 1 exactly if the return on equity is above the required return. Where
/// it is below growth, growth needs more than all earnings, year after year: not
/// meaningful
/// ([`GrowthAboveReturnOnEquity`](NotMeaningful::GrowthAboveReturnOnEquity)).
/// Source: J. Pinto et al., *Equity Asset Valuation*, ch. 6.
///
/// ```
/// # use rerate::valuation::warranted::price_to_book;
/// // ROE 15%, required return 12%, growth 7% (theanalystspace.com).
/// assert!((price_to_book(0.15, 0.07, 0.12)? - 1.6).abs() < 1e-14);
/// # Ok::<(), rerate::valuation::NotMeaningful>(())
/// ```
pub fn price_to_book(return_on_equity: f64, growth: f64, required_return: f64) -> Meaningful<f64> {
    let spread = spread(growth, required_return)?;
    if given(return_on_equity)? < growth {
        return Err(NotMeaningful::GrowthAboveReturnOnEquity);
    }
    multiple((return_on_equity - growth) / spread)
}

/// Price over last year's sales: margin x payout (1 + g) / (r - g).
///
/// `margin` is net profit over sales. Source: A. Damodaran, *Investment
/// Valuation*, ch. 20.
///
/// ```
/// # use rerate::valuation::warranted::price_to_sales;
/// // Margin 20%, payout 45%, growth 8%, required return 15% (analystnotes.com).
/// assert!((price_to_sales(0.2, 0.45, 0.08, 0.15)? - 1.39).abs() < 0.005);
/// # Ok::<(), rerate::valuation::NotMeaningful>(())
/// ```
pub fn price_to_sales(
    margin: f64,
    payout: f64,
    growth: f64,
    required_return: f64,
) -> Meaningful<f64> {
    let paid_out = given(margin)? * given(payout)?;
    // Two losses make no profit.
    if margin <= 0.0 {
        return Err(NotMeaningful::MultipleNotPositive);
    }
    multiple(paid_out * (1.0 + growth) / spread(growth, required_return)?)
}

/// Enterprise value over last year's sales:
/// margin (1 - t)(1 - reinvestment)(1 + g) / (WACC - g).
///
/// Source: A. Damodaran, *Investment Valuation*, ch. 20.
///
/// ```
/// # use rerate::valuation::warranted::{FirmSales, ev_to_sales};
/// let firm = FirmSales {
///     operating_margin: 0.2,
///     tax_rate: 0.25,
///     reinvestment_rate: 0.4,
///     growth: 0.05,
///     cost_of_capital: 0.1,
/// };
/// // 0.2 x 0.75 x 0.6 x 1.05 / 0.05
/// assert!((ev_to_sales(&firm)? - 1.89).abs() < 1e-14);
/// # Ok::<(), rerate::valuation::NotMeaningful>(())
/// ```
///
/// Also not meaningful: a tax rate outside 0 to 1
/// ([`ShareOutOfRange`](NotMeaningful::ShareOutOfRange)).
pub fn ev_to_sales(firm: &FirmSales) -> Meaningful<f64> {
    if !(0.0..=1.0).contains(&given(firm.tax_rate)?) {
        return Err(NotMeaningful::ShareOutOfRange);
    }
    if given(firm.operating_margin)? <= 0.0 {
        return Err(NotMeaningful::MultipleNotPositive);
    }
    let free = (1.0 - firm.tax_rate) * (1.0 - given(firm.reinvestment_rate)?);
    let spread = spread(firm.growth, firm.cost_of_capital)?;
    multiple(firm.operating_margin * free * (1.0 + firm.growth) / spread)
}

/// The growth that a firm can pay for itself: (1 - payout) x ROE, a fraction
/// per year.
///
/// Source: R. Higgins, "How much growth can a firm afford?", *Financial
/// Management* 6 (1977). Not meaningful: a figure is not finite, or the result
/// is beyond `f64`.
///
/// ```
/// # use rerate::valuation::warranted::sustainable_growth;
/// assert!((sustainable_growth(0.6, 0.12)? - 0.048).abs() < 1e-15);
/// # Ok::<(), rerate::valuation::NotMeaningful>(())
/// ```
pub fn sustainable_growth(payout: f64, return_on_equity: f64) -> Meaningful<f64> {
    finite((1.0 - given(payout)?) * given(return_on_equity)?)
}

/// r - g, where the sum of what is paid for ever is finite.
pub(super) fn spread(growth: f64, required_return: f64) -> Meaningful<f64> {
    above_minus_one(growth)?;
    let spread = given(required_return)? - growth;
    positive(finite(spread)?, NotMeaningful::GrowthNotBelowReturn)
}

/// A result that is a multiple: a number, and above zero.
pub(super) fn multiple(result: f64) -> Meaningful<f64> {
    positive(finite(result)?, NotMeaningful::MultipleNotPositive)
}
