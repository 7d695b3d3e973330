//! Relative changes that compound: growth over years, and back to a year.
//!
//! A change is kept as a fraction, 0.15 for +15%, never as the factor 1.15.
//! That is how people write it, and it keeps small changes exact: 1 + 1e-12
//! holds only four digits of the 1e-12. Two changes in a row compound,
//! `a + b + ab`.
//!
//! The price of this form is paid at the other end: what is left after a fall
//! of 99.9% is known to three digits less than the fall itself.
//!
//! These are building blocks: they take and give plain numbers, not finite where
//! a change is -100% or less or a product too large, and the formula that uses
//! them checks.
//!
//! # Where people go wrong
//!
//! * *Adding.* A multiple from 30 to 25 with earnings up 15% is not 15% less
//!   16.7%. Over a decade or with a large re-rating it is no small mistake.
//! * *Averaging.* A rise of 50% and a fall of 50% are 0% in the mean, and leave
//!   three quarters.
//! * *Dividing by the years.* Twice as much after ten years is 7.2% a year, not
//!   10%.
//!
//! # A worked case
//!
//! ```
//! use rerate::valuation::compounding::{compound, per_year};
//!
//! // Multiple from 30 to 25 with earnings up 15%: -4.17%, not -1.7%.
//! let total = compound(0.15, 25.0 / 30.0 - 1.0);
//! assert!((total - -0.0416667).abs() < 1e-7);
//!
//! // Earnings per share of the S&P 500 in the 1960s, from 3.39 to 5.73
//! // (Shiller's data): 5.4% a year.
//! let growth = per_year((5.73 - 3.39) / 3.39, 10.0);
//! assert!((growth - 0.0539).abs() < 5e-5);
//! ```

/// Two changes, one after the other: `(1 + first)(1 + second) - 1`.
///
/// Ratios as fractions. Overflows to infinity for changes whose product does.
#[must_use]
pub fn compound(first: f64, second: f64) -> f64 {
    first + second + first * second
}

/// All of `changes`, one after the other: the product of `1 + change`, less 1.
///
/// Ratios as fractions. Small changes are compounded, which keeps their digits;
/// among large ones, whose detours can be far longer than the way, the product
/// of the factors is the more exact.
#[must_use]
pub fn compound_all(changes: &[f64]) -> f64 {
    if changes.iter().all(|change| change.abs() <= 0.5) {
        changes.iter().copied().fold(0.0, compound)
    } else {
        changes.iter().map(|change| 1.0 + change).product::<f64>() - 1.0
    }
}

/// The change that, compounded with `known`, gives `total`:
/// `(1 + total)/(1 + known) - 1`.
///
/// The inverse of [`compound`]. `known` lies above -1; not finite otherwise.
#[must_use]
pub fn without(total: f64, known: f64) -> f64 {
    (total - known) / (1.0 + known)
}

/// A yearly rate compounded over `years`: `(1 + rate)^years - 1`.
///
/// `rate` lies above -1, `years` is a real number. Goes through `log1p` and
/// `expm1`, so that a small rate keeps all its digits.
#[must_use]
pub fn over_years(rate: f64, years: f64) -> f64 {
    if years == 1.0 {
        return rate;
    }
    libm::expm1(years * libm::log1p(rate))
}

/// The yearly rate that compounds to `change` over `years`, also called the
/// compound annual growth rate: `(1 + change)^(1/years) - 1`.
///
/// `change` lies above -1 and `years` above 0; not finite otherwise.
#[must_use]
pub fn per_year(change: f64, years: f64) -> f64 {
    if years == 1.0 {
        return change;
    }
    libm::expm1(libm::log1p(change) / years)
}
