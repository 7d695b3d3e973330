//! What a re-rating would be worth: the return from earnings growth, a change
//! of the multiple, dividends, dilution and currency.
//!
//! A holding is worth its earnings times the multiple paid for them. If
//! earnings grow at g, the number of shares at s, and the multiple goes from M0
//! to M1 over T years, with dividends of y a year on today's price and a
//! currency that changes at x a year, then
//!
//! > total = \[((1+g)/(1+s))^T M1/M0 + yT\] (1+x)^T - 1
//!
//! > annual = (1 + total)^(1/T) - 1
//!
//! # Convention
//!
//! Growth, share count and currency compound yearly; T is any positive number
//! of years. Dividends are paid in cash, not reinvested, and stay at the yield
//! on today's price: yT in all, brought home at the exchange rate of the end. A
//! longer horizon therefore understates them a little, and says nothing of a
//! dividend that grows. For one year it is the identity of R. Ibbotson and
//! P. Chen, "Long-run stock returns", *Financial Analysts Journal* 59 (2003);
//! R. Grinold and K. Kroner, "The equity risk premium", *Investment Insights*
//! 5 (2002), add what is multiplied here.
//!
//! # Where people go wrong
//!
//! * *Adding.* The multiple from 30 to 25 with earnings up 15% is -4.17%, not
//!   15% - 16.7% = -1.7%.
//! * *Taking the re-rating twice.* A 67% upside to parity over three years is 19%
//!   a year, once; after that only growth is left.
//! * *Holding the peer still.* The gap also closes when the peer falls. Closure
//!   here moves this side's multiple to the peer's of today.
//! * *Company earnings for a share's.* With 5% dilution a year, 10% growth of
//!   earnings is 4.8% for a share.
//!
//! # A worked case
//!
//! A glossary (equitiesindia.com) adds earnings growth of 15%, a multiple from
//! 30 to 25 and a dividend of 1.5% to -0.5%. Exactly it is -2.67%:
//!
//! ```
//! use rerate::valuation::rerating::{Exit, Outlook};
//!
//! let outlook = Outlook {
//!     exit: Exit::Target(25.0),
//!     earnings_growth: 0.15,
//!     dividend_yield: 0.015,
//!     years: 1.0,
//!     ..Outlook::unchanged(30.0)
//! };
//! let outcome = outlook.outcome()?;
//! assert!((outcome.total - -0.0266667).abs() < 5e-8);
//! assert!((outcome.price_only - -0.0416667).abs() < 5e-8);
//! # Ok::<(), rerate::valuation::NotMeaningful>(())
//! ```

use serde::Serialize;

use super::attribution::{Factors, HoldingPeriod};
use super::compounding::{over_years, per_year};
use super::gap::{Closing, log_gap, multiple_after_closing, premium};
use super::not_meaningful::{above_minus_one, finite, given, positive};
use super::{Meaningful, NotMeaningful};

/// Where the multiple is expected to stand at the end.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Exit {
    /// This share of today's gap to the peer closes. From 0 to 1 it moves to
    /// the peer; below 0 the gap widens, above 1 it opens the other way, as
    /// far as the exit multiple stays positive.
    Closure(f64),
    /// The multiple at the end; above 0.
    Target(f64),
}

/// What is expected of a holding. Rates are fractions per year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Outlook {
    /// The multiple today; above 0.
    pub multiple: f64,
    /// The peer's multiple today, above 0. A closure needs it; beside a target
    /// it only serves to tell the closure that the target implies.
    pub peer_multiple: Option<f64>,
    /// Where the multiple goes.
    pub exit: Exit,
    /// What moves in proportion while the gap closes.
    pub closing: Closing,
    /// Growth of the company's earnings a year; above -1.
    pub earnings_growth: f64,
    /// Time until the exit, in years; above 0.
    pub years: f64,
    /// Dividends a year on today's price; at least 0.
    pub dividend_yield: f64,
    /// Change of the share count a year, positive for dilution; above -1.
    pub share_change: f64,
    /// Change a year of the company's currency in units of the holder's;
    /// above -1.
    pub currency_change: f64,
}

impl Outlook {
    /// A year in which nothing happens, to start from.
    #[must_use]
    pub const fn unchanged(multiple: f64) -> Self {
        Self {
            multiple,
            peer_multiple: None,
            exit: Exit::Target(multiple),
            closing: Closing::Premium,
            earnings_growth: 0.0,
            years: 1.0,
            dividend_yield: 0.0,
            share_change: 0.0,
            currency_change: 0.0,
        }
    }

    /// What comes of it if everything goes as expected.
    ///
    /// Not meaningful: a multiple is zero or negative, today, the peer's, or at
    /// the exit ([`MultipleNotPositive`](NotMeaningful::MultipleNotPositive));
    /// a closure without the peer's multiple
    /// ([`MissingInput`](NotMeaningful::MissingInput)); the time is zero or
    /// negative ([`YearsNotPositive`](NotMeaningful::YearsNotPositive)); a rate
    /// is -100% or worse
    /// ([`RateNotAboveMinusOne`](NotMeaningful::RateNotAboveMinusOne)); the
    /// yield is negative ([`DividendNegative`](NotMeaningful::DividendNegative));
    /// a figure is not finite ([`NotFinite`](NotMeaningful::NotFinite)), or a
    /// result beyond `f64`, or so near -100% that no number holds what is left
    /// ([`OutOfRange`](NotMeaningful::OutOfRange)).
    pub fn outcome(&self) -> Meaningful<Outcome> {
        let exit_multiple = self.exit_multiple()?;
        let holding = self.holding_period()?;
        let total = holding.total()?;
        Ok(Outcome {
            exit_multiple,
            rerating: holding.rerating,
            closure: self.closure(),
            earnings_growth: holding.earnings_growth,
            total,
            annual: finite(per_year(total, self.years))?,
            price_only: holding.price_only()?,
            factors: holding.factors()?,
        })
    }

    /// The changes over the whole time, from the rates per year.
    ///
    /// Not meaningful: as for [`outcome`](Self::outcome).
    pub fn holding_period(&self) -> Meaningful<HoldingPeriod> {
        // So deep or so long a fall that what is left of 1 is less than its
        // rounding.
        let leaving = |change: f64| {
            if change <= -1.0 {
                return Err(NotMeaningful::OutOfRange);
            }
            Ok(change)
        };
        let rerating = leaving(self.rerating()?)?;
        let years = positive(self.years, NotMeaningful::YearsNotPositive)?;
        let over = |rate| leaving(finite(over_years(above_minus_one(rate)?, years))?);
        if given(self.dividend_yield)? < 0.0 {
            return Err(NotMeaningful::DividendNegative);
        }
        Ok(HoldingPeriod {
            earnings_growth: over(self.earnings_growth)?,
            rerating,
            share_change: over(self.share_change)?,
            dividends: finite(self.dividend_yield * years)?,
            currency_change: over(self.currency_change)?,
        })
    }

    /// The multiple at the end.
    ///
    /// Not meaningful: as for [`outcome`](Self::outcome).
    pub fn exit_multiple(&self) -> Meaningful<f64> {
        positive(self.multiple, NotMeaningful::MultipleNotPositive)?;
        match self.exit {
            Exit::Target(target) => positive(target, NotMeaningful::MultipleNotPositive),
            Exit::Closure(share) => {
                multiple_after_closing(self.multiple, self.peer()?, share, self.closing)
            }
        }
    }

    /// The change of the multiple, as a fraction.
    ///
    /// Not meaningful: as for [`outcome`](Self::outcome).
    pub fn rerating(&self) -> Meaningful<f64> {
        let exit_multiple = self.exit_multiple()?;
        match self.exit {
            Exit::Target(_) => premium(exit_multiple, self.multiple),
            // Not from the exit multiple, whose rounding a small step feels.
            Exit::Closure(share) => finite(match self.closing {
                Closing::Premium => share * premium(self.peer()?, self.multiple)?,
                Closing::LogGap => libm::expm1(share * log_gap(self.peer()?, self.multiple)?),
            }),
        }
    }

    /// The share of the gap that closes, given or implied by the target.
    ///
    /// Not meaningful: there is no gap
    /// ([`NoGapToClose`](NotMeaningful::NoGapToClose)), and else as for
    /// [`outcome`](Self::outcome).
    pub fn closure(&self) -> Meaningful<f64> {
        let target = match self.exit {
            Exit::Closure(share) => return given(share),
            Exit::Target(target) => target,
        };
        let parity = self.parity()?;
        finite(match self.closing {
            Closing::Premium => premium(target, self.multiple)? / parity,
            Closing::LogGap => {
                log_gap(target, self.multiple)? / log_gap(self.peer()?, self.multiple)?
            }
        })
    }

    /// The re-rating that would take the multiple to the peer's; not 0.
    pub(super) fn parity(&self) -> Meaningful<f64> {
        let parity = premium(self.peer()?, self.multiple)?;
        if parity == 0.0 {
            return Err(NotMeaningful::NoGapToClose);
        }
        Ok(parity)
    }

    pub(super) fn peer(&self) -> Meaningful<f64> {
        let peer = self.peer_multiple.ok_or(NotMeaningful::MissingInput)?;
        positive(peer, NotMeaningful::MultipleNotPositive)
    }
}

/// What comes of an [`Outlook`]. Changes are fractions over the whole time.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Outcome {
    /// The multiple at the end.
    pub exit_multiple: f64,
    /// The change of the multiple.
    pub rerating: f64,
    /// The share of the gap that closed, given or implied by the target.
    pub closure: Meaningful<f64>,
    /// Growth of the company's earnings.
    pub earnings_growth: f64,
    /// The total return in the holder's currency.
    pub total: f64,
    /// The total return a year, compounded.
    pub annual: f64,
    /// The return without dividends in the holder's currency.
    pub price_only: f64,
    /// What the total is made of, for [`split`](super::attribution::split).
    pub factors: Factors,
}
