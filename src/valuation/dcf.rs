//! Discounted cash flows, forwards and backwards.
//!
//! Forwards: forecast flows, ask for a return, and the present value is what
//! they are worth ([`present_value`]). Backwards: take the price as given and
//! ask which growth it needs ([`implied_growth`], [`GrowthPath`]). The backward
//! question is the better one for a market: the price is a fact, and whether
//! 11% a year for ten years is plausible can be argued about.
//!
//! # Where people go wrong
//!
//! * *A forecast of five years with a precise value.* Most of the worth lies in
//!   the terminal value (83% in the case below), and that hangs on r - g. The
//!   parts are given apart so that they can be looked at.
//! * *A last flow that is not normal.* The terminal value takes it as the start
//!   of all that follows: a year of low investment at the end is capitalised
//!   for ever.
//! * *Equity flows at the cost of capital, or the firm's at the cost of equity.*
//!   Flows to all owners of capital go with the weighted average cost and
//!   enterprise value; flows to shareholders with the cost of equity and market
//!   value.
//!
//! # A worked case
//!
//! Flows of 10, 11 and 12, then growth of 3%, at 10%:
//!
//! ```
//! use rerate::valuation::dcf::present_value;
//!
//! let worth = present_value(&[10.0, 11.0, 12.0], 0.1, 0.03)?;
//! assert!((worth.flows - 27.1976).abs() < 5e-5);
//! assert!((worth.terminal_value - 176.5714).abs() < 5e-5);
//! assert!((worth.terminal - 132.6607).abs() < 5e-5);
//! assert!((worth.value - 159.8583).abs() < 5e-5);
//! # Ok::<(), rerate::valuation::NotMeaningful>(())
//! ```
//!
//! All flows come at the ends of years, the first a year from now. Rates are
//! fractions per year; values are in the flows' currency.

use serde::Serialize;

use super::not_meaningful::{above_minus_one, finite, given, positive};
use super::root::root_between;
use super::sum::compensated_sum;
use super::warranted::spread;
use super::{Meaningful, NotMeaningful};

/// What flows are worth, and in which parts.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct PresentValue {
    /// The present value of the flows given.
    pub flows: f64,
    /// What all later flows are worth at the time of the last one.
    pub terminal_value: f64,
    /// The same, today.
    pub terminal: f64,
    /// All together.
    pub value: f64,
}

/// The present value of yearly flows that then grow for ever.
///
/// The terminal value is last flow x (1 + g) / (r - g) (Gordon). Source:
/// A. Damodaran, *Investment Valuation*, ch. 12.
///
/// Flows may be negative, all but the last. Not meaningful: there are none
/// ([`NoObservations`](NotMeaningful::NoObservations)); the last is zero or
/// negative, so that nothing can grow from it
/// ([`FundamentalNotPositive`](NotMeaningful::FundamentalNotPositive)); growth
/// is not below the required return
/// ([`GrowthNotBelowReturn`](NotMeaningful::GrowthNotBelowReturn)) or is -100%
/// or less ([`RateNotAboveMinusOne`](NotMeaningful::RateNotAboveMinusOne)); a
/// figure is not finite, or the result is beyond `f64`.
pub fn present_value(
    flows: &[f64],
    required_return: f64,
    terminal_growth: f64,
) -> Meaningful<PresentValue> {
    let spread = spread(terminal_growth, required_return)?;
    for &flow in flows {
        given(flow)?;
    }
    let last = *flows.last().ok_or(NotMeaningful::NoObservations)?;
    positive(last, NotMeaningful::FundamentalNotPositive)?;
    let terminal_value = last * (1.0 + terminal_growth) / spread;
    let flows_today = compensated_sum(
        flows
            .iter()
            .zip(1..)
            .map(|(flow, year)| flow * discount(required_return, year)),
    );
    let terminal = terminal_value * years_discount(required_return, flows.len() as f64);
    Ok(PresentValue {
        flows: finite(flows_today)?,
        terminal_value: finite(terminal_value)?,
        terminal: finite(terminal)?,
        value: finite(flows_today + terminal)?,
    })
}

/// The growth per year, for ever, at which a cash flow is worth its enterprise
/// value: g = (EV r - F) / (EV + F).
///
/// `free_cash_flow` is last year's, so that EV = F (1 + g) / (r - g). Source:
/// the Gordon sum solved for g; A. Rappaport and M. Mauboussin, *Expectations
/// Investing* (2001), on reading prices backwards.
///
/// ```
/// # use rerate::valuation::dcf::implied_growth;
/// // 9,000 for 350 at 10% (acadifi): 5.88% a year.
/// assert!((implied_growth(9000.0, 350.0, 0.1)? - 0.0588).abs() < 5e-5);
/// # Ok::<(), rerate::valuation::NotMeaningful>(())
/// ```
///
/// The result is always below the required return, and above -100%. Not
/// meaningful: a value or cash flow that is zero or negative
/// ([`ValueNotPositive`](NotMeaningful::ValueNotPositive),
/// [`FundamentalNotPositive`](NotMeaningful::FundamentalNotPositive)); a
/// required return of -100% or less
/// ([`RateNotAboveMinusOne`](NotMeaningful::RateNotAboveMinusOne)); a figure
/// that is not finite, or a result beyond `f64`.
pub fn implied_growth(
    enterprise_value: f64,
    free_cash_flow: f64,
    required_return: f64,
) -> Meaningful<f64> {
    let value = positive(enterprise_value, NotMeaningful::ValueNotPositive)?;
    let flow = positive(free_cash_flow, NotMeaningful::FundamentalNotPositive)?;
    let required = above_minus_one(required_return)?;
    // Only the quotient of the two counts: divided by one power of two, which is
    // exact, they stay in range. Where the price asks for next to no growth, EV r
    // and F cancel, and only a fused product keeps the digits.
    let exponent = libm::frexp(value.max(flow)).1;
    let (value, flow) = (libm::ldexp(value, -exponent), libm::ldexp(flow, -exponent));
    let growth = finite(libm::fma(value, required, -flow) / (value + flow))?;
    if growth <= -1.0 {
        return Err(NotMeaningful::OutOfRange);
    }
    Ok(growth)
}

/// Growth in three stretches: some years at one rate, some years in which it
/// goes in equal steps to the lasting one, and that one for ever.
///
/// With no years of fade it is the two-stage model.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct GrowthPath {
    /// Years at the first rate.
    pub years: u16,
    /// Years from the first rate to the lasting one.
    pub fade_years: u16,
    /// Growth per year after that.
    pub terminal_growth: f64,
    /// What the owners of capital require per year.
    pub required_return: f64,
}

impl GrowthPath {
    /// What last year's `free_cash_flow` is worth if it first grows at `growth`
    /// (a fraction per year).
    ///
    /// Not meaningful: lasting growth is not below the required return
    /// ([`GrowthNotBelowReturn`](NotMeaningful::GrowthNotBelowReturn)); a rate
    /// is -100% or less
    /// ([`RateNotAboveMinusOne`](NotMeaningful::RateNotAboveMinusOne)); the cash
    /// flow is zero or negative
    /// ([`FundamentalNotPositive`](NotMeaningful::FundamentalNotPositive)); a
    /// figure is not finite, or the result is beyond `f64`.
    pub fn value(&self, free_cash_flow: f64, growth: f64) -> Meaningful<f64> {
        let flow = positive(free_cash_flow, NotMeaningful::FundamentalNotPositive)?;
        let growth = above_minus_one(growth)?;
        spread(self.terminal_growth, self.required_return)?;
        finite(flow * self.value_of_one(growth))
    }

    /// The first stretch's growth, a fraction per year, at which the flow is
    /// worth its enterprise value.
    ///
    /// The value rises with growth without a gap, so there is at most one such
    /// rate. It is found between two rates that enclose it, to the last digit
    /// or so.
    ///
    /// ```
    /// # use rerate::valuation::dcf::GrowthPath;
    /// // The same 9,000 for 350 at 10%, but with 3% after ten years: until then
    /// // it has to be 10.5% a year.
    /// let path = GrowthPath {
    ///     years: 10,
    ///     fade_years: 0,
    ///     terminal_growth: 0.03,
    ///     required_return: 0.1,
    /// };
    /// let growth = path.implied_growth(9000.0, 350.0)?;
    /// assert!((path.value(350.0, growth)? - 9000.0).abs() < 1e-9);
    /// assert!((growth - 0.105_334_5).abs() < 5e-8);
    /// # Ok::<(), rerate::valuation::NotMeaningful>(())
    /// ```
    ///
    /// Not meaningful: as for [`GrowthPath::value`]; the enterprise value is
    /// zero or negative ([`ValueNotPositive`](NotMeaningful::ValueNotPositive));
    /// there are no years to grow in
    /// ([`YearsNotPositive`](NotMeaningful::YearsNotPositive)); the value is
    /// below what is left if nothing came in the first stretch
    /// ([`NoSolution`](NotMeaningful::NoSolution)), or so far above that no
    /// growth up to a millionfold a year gives it
    /// ([`SolutionBeyondRange`](NotMeaningful::SolutionBeyondRange)).
    pub fn implied_growth(&self, enterprise_value: f64, free_cash_flow: f64) -> Meaningful<f64> {
        let value = positive(enterprise_value, NotMeaningful::ValueNotPositive)?;
        let flow = positive(free_cash_flow, NotMeaningful::FundamentalNotPositive)?;
        spread(self.terminal_growth, self.required_return)?;
        if self.years == 0 && self.fade_years == 0 {
            return Err(NotMeaningful::YearsNotPositive);
        }
        let wanted = finite(value / flow)?;
        let off = |growth: f64| {
            // Huge growth over many years is beyond `f64`: too much, that is.
            let worth = self.value_of_one(growth);
            if worth.is_finite() {
                worth - wanted
            } else {
                f64::MAX
            }
        };
        // Just above -100%, where next to nothing is left after a year. What is
        // worth too much even so has no root between the two.
        let low = f64::EPSILON - 1.0;
        let mut high = self.required_return.max(0.0) + 1.0;
        while off(high) < 0.0 {
            if high > 1e6 {
                return Err(NotMeaningful::SolutionBeyondRange);
            }
            high *= 4.0;
        }
        root_between(off, low, high).ok_or(NotMeaningful::NoSolution)
    }

    /// The worth of a flow of 1 last year.
    fn value_of_one(&self, growth: f64) -> f64 {
        let factor = 1.0 + self.required_return;
        let (mut flow, mut worth) = (1.0, 0.0);
        let fade = f64::from(self.fade_years) + 1.0;
        let steps = (0..self.years).map(|_| 0.0);
        let fading = (1..=self.fade_years).map(|step| f64::from(step) / fade);
        for faded in steps.chain(fading) {
            // In today's money all along, so that nothing overflows early.
            let rate = (1.0 - faded) * growth + faded * self.terminal_growth;
            flow *= (1.0 + rate) / factor;
            worth += flow;
        }
        let after = (1.0 + self.terminal_growth) / (self.required_return - self.terminal_growth);
        worth + flow * after
    }
}

/// What one unit after so many whole years is worth today.
fn discount(required_return: f64, year: u32) -> f64 {
    years_discount(required_return, f64::from(year))
}

fn years_discount(required_return: f64, years: f64) -> f64 {
    libm::pow(1.0 + required_return, -years)
}
