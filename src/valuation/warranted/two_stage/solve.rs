//! The two stages read backwards: what a multiple that is paid implies.

use serde::{Deserialize, Serialize};

use super::super::super::not_meaningful::{finite, positive};
use super::super::super::root::root_between;
use super::super::super::{Meaningful, NotMeaningful};
use super::super::spread;
use super::{Stage, TwoStage, TwoStageMultiple, geometric};

/// Which multiple the two stages give.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Price over last year's earnings.
    Earnings,
    /// Price over last year's sales, with the stages' net profit over sales.
    Sales {
        /// In the first stage; not negative.
        margin_high: f64,
        /// In the second; not negative.
        margin_stable: f64,
    },
}

/// The quantity to solve for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unknown {
    /// The multiple itself; the one that is asked for is not used.
    Multiple,
    /// Growth per year in the first stage.
    HighGrowth,
    /// What the owner requires per year, one rate in both stages.
    RequiredReturn,
    /// How many years the first stage lasts.
    Years,
}

impl Unknown {
    /// Every unknown, in the order in which a page offers them.
    pub const ALL: [Self; 4] = [
        Self::Multiple,
        Self::HighGrowth,
        Self::RequiredReturn,
        Self::Years,
    ];
}

/// Growth and returns of more than a millionfold a year are not looked for.
const HIGHEST_RATE: f64 = 1e6;

impl TwoStage {
    /// The multiple on the basis, with its two parts.
    ///
    /// Not meaningful: as for [`TwoStage::price_to_earnings`] and
    /// [`TwoStage::price_to_sales`].
    pub fn price_to_basis(&self, basis: Basis) -> Meaningful<TwoStageMultiple> {
        match basis {
            Basis::Earnings => self.price_to_earnings(),
            Basis::Sales {
                margin_high,
                margin_stable,
            } => self.price_to_sales(margin_high, margin_stable),
        }
    }

    /// The value of `unknown` at which the stages warrant `multiple`.
    ///
    /// What is held for the unknown itself is not looked at: for the required
    /// return, that of both stages. The years have a closed form. Growth and
    /// return are found between two values that enclose them, and each has one
    /// solution at most, for the multiple rises with the one and falls with the
    /// other.
    ///
    /// ```
    /// use rerate::valuation::warranted::two_stage::{Basis, Stage, TwoStage, Unknown};
    ///
    /// // Damodaran's illustration 8.1: at 25.38 times earnings he assumes 18%.
    /// let firm = TwoStage {
    ///     high: Stage { growth: 0.0, payout: 0.1, required_return: 0.09 },
    ///     years: 5.0,
    ///     stable: Stage { growth: 0.04, payout: 0.8, required_return: 0.09 },
    /// };
    /// let growth = firm.solve(Basis::Earnings, Unknown::HighGrowth, 25.38)?;
    /// assert!((growth - 0.18).abs() < 5e-5);
    ///
    /// let firm = firm.with_value(Unknown::HighGrowth, 0.18);
    /// let years = firm.solve(Basis::Earnings, Unknown::Years, 25.38)?;
    /// assert!((years - 5.0).abs() < 5e-3);
    /// let required = firm.solve(Basis::Earnings, Unknown::RequiredReturn, 25.38)?;
    /// assert!((required - 0.09).abs() < 5e-5);
    /// # Ok::<(), rerate::valuation::NotMeaningful>(())
    /// ```
    ///
    /// Source: A. Rappaport and M. Mauboussin, *Expectations Investing* (2001),
    /// on the growth and the years that a price implies.
    ///
    /// Not meaningful, beside what the multiple says of the other figures:
    /// - the multiple is zero or negative
    ///   ([`MultipleNotPositive`](NotMeaningful::MultipleNotPositive));
    /// - growth: there are no years to grow in
    ///   ([`YearsNotPositive`](NotMeaningful::YearsNotPositive)), or the multiple
    ///   is below what is left when next to nothing is after a year
    ///   ([`NoSolution`](NotMeaningful::NoSolution));
    /// - required return: nothing is paid in the second stage, and all that is
    ///   paid in the first is less than the multiple at any return above stable
    ///   growth ([`NoSolution`](NotMeaningful::NoSolution));
    /// - growth, required return: only a rate of more than a millionfold a year
    ///   solves it, or one nearer to stable growth than numbers are to one another
    ///   ([`SolutionBeyondRange`](NotMeaningful::SolutionBeyondRange));
    /// - years: the multiple is not between that of no years and that which ever
    ///   more years approach ([`NoSolution`](NotMeaningful::NoSolution)), or a
    ///   year more or less makes no difference and it is the multiple asked for
    ///   ([`EveryValueSolves`](NotMeaningful::EveryValueSolves));
    /// - a solution at which rounding leaves no multiple
    ///   ([`OutOfRange`](NotMeaningful::OutOfRange)).
    pub fn solve(&self, basis: Basis, unknown: Unknown, multiple: f64) -> Meaningful<f64> {
        if unknown == Unknown::Multiple {
            return Ok(self.price_to_basis(basis)?.multiple);
        }
        let wanted = positive(multiple, NotMeaningful::MultipleNotPositive)?;
        // A value that the unknown can have, to check the rest: growth and return
        // alike where they can be, so that no long first stage overflows.
        let at_rest = match unknown {
            Unknown::RequiredReturn if self.high.growth > self.stable.growth => self.high.growth,
            Unknown::RequiredReturn => self.stable.growth + 1.0,
            Unknown::Years => 1.0,
            Unknown::Multiple | Unknown::HighGrowth => self.high.required_return,
        };
        self.with_value(unknown, at_rest).price_to_basis(basis)?;
        let (margin_high, margin_stable) = match basis {
            Basis::Earnings => (1.0, 1.0),
            Basis::Sales {
                margin_high,
                margin_stable,
            } => (margin_high, margin_stable),
        };
        let paid = Paid {
            high: margin_high * self.high.payout,
            stable: margin_stable * self.stable.payout,
        };
        let value = finite(match unknown {
            Unknown::Years => self.years_at(paid, wanted)?,
            Unknown::RequiredReturn => self.required_return_at(paid, wanted)?,
            Unknown::Multiple | Unknown::HighGrowth => self.high_growth_at(paid, wanted)?,
        })?;
        match self.with_value(unknown, value).price_to_basis(basis) {
            Ok(_) => Ok(value),
            Err(_) => Err(NotMeaningful::OutOfRange),
        }
    }

    /// The same with `value` in the place of `unknown`; unchanged where that is
    /// the multiple, which is a result of the others.
    #[must_use]
    pub fn with_value(&self, unknown: Unknown, value: f64) -> Self {
        let mut firm = *self;
        match unknown {
            Unknown::Multiple => {}
            Unknown::HighGrowth => firm.high.growth = value,
            Unknown::RequiredReturn => {
                firm.high.required_return = value;
                firm.stable.required_return = value;
            }
            Unknown::Years => firm.years = value,
        }
        firm
    }

    /// The multiple of n years is M0 + c (x^n - 1)/(x - 1), where x is a year's
    /// growth over its return, and c what the first year adds.
    fn years_at(&self, paid: Paid, wanted: f64) -> Meaningful<f64> {
        let excess = excess(&self.high);
        let none = finite(paid.stable * in_perpetuity(&self.stable)?)?;
        let (from_high, from_stable) = (paid.high * (1.0 + excess), none * excess);
        let first_year = finite(from_high + from_stable)?;
        let missing = wanted - none;
        let rounding = 4.0 * f64::EPSILON;
        if first_year.abs() <= rounding * (from_high + from_stable.abs()) {
            return Err(if missing.abs() <= 2.0 * rounding * wanted {
                NotMeaningful::EveryValueSolves
            } else {
                NotMeaningful::NoSolution
            });
        }
        let in_first_years = missing / first_year;
        if in_first_years < 0.0 {
            return Err(NotMeaningful::NoSolution);
        }
        if excess == 0.0 {
            return Ok(in_first_years);
        }
        // What is left of the way to where ever more years lead, where they do.
        let way = excess * in_first_years;
        if way <= -1.0 {
            return Err(NotMeaningful::NoSolution);
        }
        Ok(libm::log1p(way) / libm::log1p(excess))
    }

    fn high_growth_at(&self, paid: Paid, wanted: f64) -> Meaningful<f64> {
        if self.years == 0.0 {
            return Err(NotMeaningful::YearsNotPositive);
        }
        let after = in_perpetuity(&self.stable)?;
        let off = |growth: f64| {
            let stage = Stage {
                growth,
                ..self.high
            };
            beyond(paid.worth(excess(&stage), self.years, after), wanted)
        };
        // Just above -100%, where next to nothing is left after a year.
        let low = f64::EPSILON - 1.0;
        let mut high = self.high.required_return.max(0.0) + 1.0;
        while off(high) < 0.0 {
            if high > HIGHEST_RATE {
                return Err(NotMeaningful::SolutionBeyondRange);
            }
            high *= 4.0;
        }
        root_between(off, low, high).ok_or(NotMeaningful::NoSolution)
    }

    /// By the spread over stable growth, which a small one keeps its digits in.
    fn required_return_at(&self, paid: Paid, wanted: f64) -> Meaningful<f64> {
        let stable = self.stable.growth;
        let off = |spread: f64| {
            let required = 1.0 + stable + spread;
            let excess = (self.high.growth - stable - spread) / required;
            let after = (1.0 + stable) / spread;
            beyond(paid.worth(excess, self.years, after), wanted)
        };
        let (mut low, mut high) = (1.0, 1.0);
        while off(high) > 0.0 {
            if high > HIGHEST_RATE {
                return Err(NotMeaningful::SolutionBeyondRange);
            }
            high *= 4.0;
        }
        while off(low) < 0.0 {
            if low < f64::EPSILON {
                return Err(if paid.stable == 0.0 {
                    NotMeaningful::NoSolution
                } else {
                    NotMeaningful::SolutionBeyondRange
                });
            }
            low *= 0.25;
        }
        let spread = root_between(off, low, high).ok_or(NotMeaningful::NoSolution)?;
        Ok(stable + spread)
    }
}

/// What is paid to the owner of a unit of that which the multiple divides by.
#[derive(Clone, Copy)]
struct Paid {
    high: f64,
    stable: f64,
}

impl Paid {
    /// The multiple of `years` at `excess`, and of `after` times what is paid
    /// then.
    fn worth(self, excess: f64, years: f64, after: f64) -> f64 {
        let grown = libm::exp(years * libm::log1p(excess));
        let part = |paid: f64, times: f64| if paid == 0.0 { 0.0 } else { paid * times };
        part(self.high, (1.0 + excess) * geometric(excess, years))
            + part(self.stable, after * grown)
    }
}

/// How far a multiple is above the one that is wanted. One beyond `f64` is too
/// much, that is.
fn beyond(worth: f64, wanted: f64) -> f64 {
    if worth.is_finite() {
        worth - wanted
    } else {
        f64::MAX
    }
}

/// One year's growth over one year's return, less one.
fn excess(stage: &Stage) -> f64 {
    (stage.growth - stage.required_return) / (1.0 + stage.required_return)
}

fn in_perpetuity(stable: &Stage) -> Meaningful<f64> {
    Ok((1.0 + stable.growth) / spread(stable.growth, stable.required_return)?)
}
