//! The drivers of a change in value, and the factors that it is a product of.

use serde::{Deserialize, Serialize};

use crate::valuation::compounding::{compound, compound_all, per_year};
use crate::valuation::not_meaningful::{above_minus_one, finite, given, positive};
use crate::valuation::{Meaningful, NotMeaningful};

/// A cause of a change in value, in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Driver {
    /// Growth of earnings.
    Earnings,
    /// Change of the multiple that is paid for them.
    Rerating,
    /// Dilution or buybacks: a share's part of the whole.
    Shares,
    /// Dividends, on top of the price.
    Dividends,
    /// Change of the currency against the holder's own.
    Currency,
}

impl Driver {
    /// Every driver, in the order in which they are told.
    pub const ALL: [Self; 5] = [
        Self::Earnings,
        Self::Rerating,
        Self::Shares,
        Self::Dividends,
        Self::Currency,
    ];
}

/// One thing for each [`Driver`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Drivers<T> {
    /// For [`Driver::Earnings`].
    pub earnings: T,
    /// For [`Driver::Rerating`].
    pub rerating: T,
    /// For [`Driver::Shares`].
    pub shares: T,
    /// For [`Driver::Dividends`].
    pub dividends: T,
    /// For [`Driver::Currency`].
    pub currency: T,
}

impl<T: Copy> Drivers<T> {
    /// Each driver with its thing, in the order of [`Driver`].
    #[must_use]
    pub fn each(&self) -> [(Driver, T); 5] {
        [
            (Driver::Earnings, self.earnings),
            (Driver::Rerating, self.rerating),
            (Driver::Shares, self.shares),
            (Driver::Dividends, self.dividends),
            (Driver::Currency, self.currency),
        ]
    }

    /// The thing of one driver.
    #[must_use]
    pub const fn of(&self, driver: Driver) -> T {
        match driver {
            Driver::Earnings => self.earnings,
            Driver::Rerating => self.rerating,
            Driver::Shares => self.shares,
            Driver::Dividends => self.dividends,
            Driver::Currency => self.currency,
        }
    }

    /// The same drivers with what `change` makes of each thing.
    pub fn map<U>(&self, mut change: impl FnMut(T) -> U) -> Drivers<U> {
        Drivers {
            earnings: change(self.earnings),
            rerating: change(self.rerating),
            shares: change(self.shares),
            dividends: change(self.dividends),
            currency: change(self.currency),
        }
    }

    pub(super) fn values(&self) -> [T; 5] {
        self.each().map(|(_, value)| value)
    }
}

/// The factors of a change in value, each as the change it makes alone: a
/// factor of 1.15 is 0.15, and a driver that did not move is 0.
///
/// All lie above -1. Compounded they give the total.
pub type Factors = Drivers<f64>;

impl Factors {
    /// The change that all factors make together, as a fraction.
    #[must_use]
    pub fn total(&self) -> f64 {
        compound_all(&self.values())
    }

    /// The factors of one year, if these are the factors of `years`.
    ///
    /// Each is the driver's compound annual growth rate, and their splits add
    /// to the annual return as these do to the total.
    ///
    /// # Errors
    ///
    /// [`YearsNotPositive`](NotMeaningful::YearsNotPositive), and what
    /// [`split`](super::split) says of the factors.
    pub fn annual(&self, years: f64) -> Meaningful<Self> {
        self.check()?;
        positive(years, NotMeaningful::YearsNotPositive)?;
        let annual = self.map(|factor| per_year(factor, years));
        annual.finite()
    }

    /// These, where all of them are numbers.
    pub(super) fn finite(self) -> Meaningful<Self> {
        for factor in self.values() {
            finite(factor)?;
        }
        Ok(self)
    }

    pub(super) fn check(&self) -> Meaningful<()> {
        for factor in self.values() {
            above_minus_one(factor)?;
        }
        Ok(())
    }
}

/// What happened to a holding over its time, as people state it.
///
/// Fractions over the whole period, not per year. The total is
/// `[(1 + earnings)/(1 + shares) * (1 + rerating) + dividends] * (1 + currency) - 1`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct HoldingPeriod {
    /// Growth of the earnings of all shares together; above -1.
    pub earnings_growth: f64,
    /// Change of the multiple; above -1.
    pub rerating: f64,
    /// Change of the number of shares, positive for dilution; above -1.
    pub share_change: f64,
    /// Dividends paid out and not reinvested, on the value at the start, in
    /// the company's currency; at least 0.
    pub dividends: f64,
    /// Change of the company's currency in units of the holder's; above -1.
    pub currency_change: f64,
}

impl HoldingPeriod {
    /// Change of the price of a share in the company's currency.
    fn price_change(&self) -> f64 {
        compound_all(&[self.earnings_growth, self.rerating, self.dilution()])
    }

    /// What the change of the share count does to a share's part of the whole.
    fn dilution(&self) -> f64 {
        0.0 - self.share_change / (1.0 + self.share_change)
    }

    /// The total return in the holder's currency, as a fraction.
    ///
    /// # Errors
    ///
    /// See [`factors`](Self::factors).
    pub fn total(&self) -> Meaningful<f64> {
        self.check()?;
        finite(compound(
            self.price_change() + self.dividends,
            self.currency_change,
        ))
    }

    /// The return without dividends in the holder's currency, as a fraction.
    ///
    /// # Errors
    ///
    /// See [`factors`](Self::factors).
    pub fn price_only(&self) -> Meaningful<f64> {
        self.check()?;
        finite(compound(self.price_change(), self.currency_change))
    }

    /// The factors whose product is the total.
    ///
    /// Dividends come on top of the price, which makes them the only term of a
    /// sum. As a factor they are 1 + dividends over the end price (the start
    /// being 1), and so every split of the product stays exact.
    ///
    /// # Errors
    ///
    /// [`RateNotAboveMinusOne`](NotMeaningful::RateNotAboveMinusOne) where a change is -100% or
    /// worse, [`DividendNegative`](NotMeaningful::DividendNegative),
    /// [`NotFinite`](NotMeaningful::NotFinite),
    /// [`OutOfRange`](NotMeaningful::OutOfRange).
    pub fn factors(&self) -> Meaningful<Factors> {
        self.check()?;
        let price =
            (1.0 + self.earnings_growth) * (1.0 + self.rerating) / (1.0 + self.share_change);
        let factors = Factors {
            earnings: self.earnings_growth,
            rerating: self.rerating,
            shares: self.dilution(),
            dividends: if self.dividends == 0.0 {
                0.0
            } else {
                self.dividends / price
            },
            currency: self.currency_change,
        };
        factors.finite()
    }

    fn check(&self) -> Meaningful<()> {
        for change in [
            self.earnings_growth,
            self.rerating,
            self.share_change,
            self.currency_change,
        ] {
            above_minus_one(change)?;
        }
        if given(self.dividends)? < 0.0 {
            return Err(NotMeaningful::DividendNegative);
        }
        Ok(())
    }
}
