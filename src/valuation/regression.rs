//! Multiples explained by regression: what companies with such growth, risk and
//! payout trade at.
//!
//! A regression of multiples on growth, risk and payout across companies says
//! how much the market pays for each, and what a company would trade at if the
//! market paid it the same. The difference is the **residual premium**: the
//! part of a company's multiple that these figures do not explain. Across two
//! markets it asks whether the cheaper one is cheaper than its figures.
//!
//! # Where people go wrong
//!
//! * *Reading R² as truth.* Ten companies and five regressors fit anything;
//!   adjusted R² and the t values say so.
//! * *Regressors that repeat each other.* Growth expected by analysts and past
//!   growth are nearly one figure. The coefficients then are large, of opposite
//!   sign, and mean nothing apart, however good the fit ([`Fit::condition`]).
//! * *One company that makes the slope.* A leverage near 1 means that the line
//!   goes through that company whatever it trades at ([`Fit::leverage`]).
//! * *Leaving the losses out.* Only companies with a multiple can be in, so the
//!   line is about the profitable ones.
//! * *Extrapolating.* A line through growth of 5 to 25% says nothing about 60%.
//!
//! # A worked case
//!
//! Five companies, growth expected and price-earnings ratios:
//!
//! ```
//! use rerate::valuation::regression::{Sample, ols};
//!
//! let growth = [0.05, 0.10, 0.15, 0.20, 0.30];
//! let multiples = [10.0, 16.0, 19.0, 26.0, 34.0];
//! let fit = ols(&Sample {
//!     response: &multiples,
//!     regressors: &[&growth],
//!     weights: None,
//! })?;
//!
//! // The market pays 9.6 turns for ten points of growth.
//! assert!((fit.coefficients[1].estimate - 95.946).abs() < 5e-4);
//! assert!((fit.r_squared? - 0.9901).abs() < 5e-5);
//! // The second company trades 5.0% above what its growth explains.
//! let premiums = fit.residual_premiums(&multiples);
//! assert!((premiums[1]? - 0.0496).abs() < 5e-5);
//! # Ok::<(), rerate::valuation::NotMeaningful>(())
//! ```

mod condition;
mod design;
mod qr;

use serde::Serialize;

use self::condition::condition_number;
use self::design::Design;
use self::qr::Decomposition;
use super::gap::premium;
use super::not_meaningful::{finite, given};
use super::sum::compensated_sum;
use super::{Meaningful, NotMeaningful};

/// From this condition number on the regressors repeat one another so much that
/// single coefficients mean little.
///
/// D. Belsley, E. Kuh and R. Welsch, *Regression Diagnostics* (1980), ch. 3, on
/// columns scaled to length one: 30 and above is moderate to strong.
pub const CONDITION_WARNING: f64 = 30.0;

/// Where less than this share of a column is its own, counted in rounding
/// errors per row, it is a combination of the others.
const DEPENDENT: f64 = 2.0 * f64::EPSILON;

/// What is at most this share of the response, times the root of the number of
/// companies, is its rounding.
const ROUNDING: f64 = 4.0 * f64::EPSILON;

/// What a regression is fitted to. An intercept is always estimated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sample<'a> {
    /// What is explained, one figure for each company.
    pub response: &'a [f64],
    /// What explains it: for each regressor one figure for each company.
    pub regressors: &'a [&'a [f64]],
    /// How much each company counts, zero or more, on any scale; none for all
    /// alike. A company of weight zero is not fitted to, but has its fitted
    /// value and residual.
    pub weights: Option<&'a [f64]>,
}

/// An estimated coefficient.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Coefficient {
    /// What the response rises by when the regressor rises by one.
    pub estimate: f64,
    /// Its standard error.
    pub standard_error: f64,
    /// The estimate over its standard error. Not meaningful where the fit is
    /// perfect ([`DividesByZero`](NotMeaningful::DividesByZero)), with nothing
    /// left but rounding.
    pub t: Meaningful<f64>,
}

/// A fitted regression.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fit {
    /// The intercept and then one for each regressor, in their order.
    pub coefficients: Vec<Coefficient>,
    /// n: how many companies it is fitted to.
    pub observations: usize,
    /// n less the number of coefficients.
    pub degrees_of_freedom: usize,
    /// The share of the response's variation that the regressors explain. Not
    /// meaningful where it does not vary, or by its rounding only
    /// ([`NoChange`](NotMeaningful::NoChange)).
    pub r_squared: Meaningful<f64>,
    /// The same, less what so many regressors would explain of mere noise:
    /// 1 - (1 - R²)(n - 1)/(n - p). It may be negative. Not meaningful: as for
    /// R².
    pub adjusted_r_squared: Meaningful<f64>,
    /// The root of the (weighted) sum of squared residuals over the degrees of
    /// freedom, in the response's unit; 0 where the fit is perfect.
    pub residual_standard_error: f64,
    /// What the line says, one for each company.
    pub fitted: Vec<f64>,
    /// The response less what the line says.
    pub residuals: Vec<f64>,
    /// How far each company draws the line to itself, from 0 to 1; on average
    /// p/n. Twice or three times that is a company to look at.
    pub leverage: Vec<f64>,
    /// The condition number of the regressors with the intercept, each scaled
    /// to length one: 1 where all are at right angles. See
    /// [`CONDITION_WARNING`].
    pub condition: f64,
}

impl Fit {
    /// Whether the regressors repeat one another too much for single
    /// coefficients to mean anything.
    #[must_use]
    pub fn is_ill_conditioned(&self) -> bool {
        self.condition >= CONDITION_WARNING
    }

    /// What the line says for a company with these figures, in the order of the
    /// regressors.
    ///
    /// Not meaningful: as for [`predict`].
    pub fn predict(&self, values: &[f64]) -> Meaningful<f64> {
        let (intercept, slopes) = self
            .coefficients
            .split_first()
            .ok_or(NotMeaningful::NoObservations)?;
        let slopes: Vec<f64> = slopes.iter().map(|slope| slope.estimate).collect();
        predict(intercept.estimate, &slopes, values)
    }

    /// How far each of these responses stands above what the line says, as a
    /// fraction: the premium that the regressors do not explain.
    ///
    /// Not meaningful for a company whose response or fitted value is not a
    /// multiple, that is, zero or negative
    /// ([`MultipleNotPositive`](NotMeaningful::MultipleNotPositive)).
    #[must_use]
    pub fn residual_premiums(&self, response: &[f64]) -> Vec<Meaningful<f64>> {
        response
            .iter()
            .zip(&self.fitted)
            .map(|(&response, &fitted)| premium(response, fitted))
            .collect()
    }
}

/// Fits a line by ordinary least squares, or weighted where there are weights.
///
/// By Householder reflections on columns brought to one scale, and corrected
/// once by what is missing in double the digits. Of NIST's certified digits
/// (Statistical Reference Datasets, linear regression) it gives 13 and more for
/// Norris, Pontius, Longley and Wampler 1 to 5, and 7 for Filip, whose tenth
/// powers cannot be written down any better.
///
/// Not meaningful: no more companies (with a weight) than coefficients
/// ([`TooFewObservations`](NotMeaningful::TooFewObservations)); a regressor that
/// is a combination of the others, or the same for all companies
/// ([`Collinear`](NotMeaningful::Collinear)); lists of different lengths
/// ([`LengthsDiffer`](NotMeaningful::LengthsDiffer)); a weight below zero
/// ([`WeightNegative`](NotMeaningful::WeightNegative)); a figure that is not
/// finite ([`NotFinite`](NotMeaningful::NotFinite)); or a result beyond `f64`
/// ([`OutOfRange`](NotMeaningful::OutOfRange)).
pub fn ols(sample: &Sample<'_>) -> Meaningful<Fit> {
    let weights = check(sample)?;
    let design = Design::new(sample, &weights);
    let size = design.columns.len();
    let observations = weights.iter().filter(|&&weight| weight > 0.0).count();
    let degrees_of_freedom = observations
        .checked_sub(size)
        .filter(|&left| left > 0)
        .ok_or(NotMeaningful::TooFewObservations)?;

    let decomposition = Decomposition::of(&design.columns);
    let rounding = DEPENDENT * observations as f64;
    if decomposition
        .independence()
        .any(|own| own.is_nan() || own <= rounding)
    {
        return Err(NotMeaningful::Collinear);
    }
    let level = level(sample.response, &weights);
    let (estimates, residuals) = match level {
        Some(level) => design.level(level),
        None => design.solve(&decomposition),
    };
    let rounding = ROUNDING * ROUNDING * observations as f64 * square(&design.response);
    let above_rounding = |squares: f64| if squares > rounding { squares } else { 0.0 };
    let unexplained = above_rounding(square(&residuals));
    let variation = match level {
        Some(_) => 0.0,
        None => above_rounding(design.variation()),
    };
    let standard_error = libm::sqrt(unexplained / degrees_of_freedom as f64);
    let r_squared = if variation > 0.0 {
        finite(1.0 - unexplained / variation)
    } else {
        Err(NotMeaningful::NoChange)
    };
    let lost = (observations - 1) as f64 / degrees_of_freedom as f64;

    let coefficients = estimates
        .iter()
        .zip(decomposition.inverse_row_norms())
        .zip(&design.exponents)
        .map(|((estimate, spread), exponent)| {
            design.coefficient(*estimate, standard_error * spread, *exponent)
        })
        .collect::<Meaningful<Vec<Coefficient>>>()?;
    let fitted = fitted(sample, &coefficients)?;
    let residuals = sample
        .response
        .iter()
        .zip(&fitted)
        .map(|(response, fitted)| finite(response - fitted))
        .collect::<Meaningful<Vec<f64>>>()?;
    Ok(Fit {
        coefficients,
        observations,
        degrees_of_freedom,
        r_squared,
        adjusted_r_squared: r_squared.and_then(|share| finite(1.0 - (1.0 - share) * lost)),
        residual_standard_error: finite(libm::ldexp(standard_error, design.response_exponent))?,
        fitted,
        residuals,
        leverage: leverage(&decomposition, weights.len()),
        condition: finite(condition_number(decomposition.r()))?,
    })
}

/// What a line with these coefficients says for these figures.
///
/// Published regressions can be applied without their data: P/E = 7.65 + 3.75 x
/// growth + 15.35 x payout - 0.70 x beta at 0.35, 0.08 and 1.45
/// (theanalystspace.com) is 9.18.
///
/// ```
/// # use rerate::valuation::regression::predict;
/// let pe = predict(7.65, &[3.75, 15.35, -0.7], &[0.35, 0.08, 1.45])?;
/// assert!((pe - 9.1755).abs() < 1e-13);
/// # Ok::<(), rerate::valuation::NotMeaningful>(())
/// ```
///
/// Not meaningful: more or fewer figures than coefficients
/// ([`LengthsDiffer`](NotMeaningful::LengthsDiffer)), a figure that is not
/// finite, or a result beyond `f64`.
pub fn predict(intercept: f64, coefficients: &[f64], values: &[f64]) -> Meaningful<f64> {
    if coefficients.len() != values.len() {
        return Err(NotMeaningful::LengthsDiffer);
    }
    for &figure in coefficients.iter().chain(values) {
        given(figure)?;
    }
    let terms = coefficients.iter().zip(values).map(|(a, b)| a * b);
    finite(compensated_sum(
        std::iter::once(given(intercept)?).chain(terms),
    ))
}

/// The weights, one for each company, where the sample can be fitted to at all.
fn check(sample: &Sample<'_>) -> Meaningful<Vec<f64>> {
    let count = sample.response.len();
    let of_one_length = sample
        .regressors
        .iter()
        .chain(&sample.weights)
        .all(|list| list.len() == count);
    if !of_one_length {
        return Err(NotMeaningful::LengthsDiffer);
    }
    for list in sample.regressors.iter().chain([&sample.response]) {
        for &figure in *list {
            given(figure)?;
        }
    }
    let Some(weights) = sample.weights else {
        return Ok(vec![1.0; count]);
    };
    let mut largest: f64 = 0.0;
    for &weight in weights {
        if given(weight)? < 0.0 {
            return Err(NotMeaningful::WeightNegative);
        }
        largest = largest.max(weight);
    }
    // Relative, so that their scale does not enter. None above zero leaves too
    // few companies.
    let scale = if largest > 0.0 { largest } else { 1.0 };
    Ok(weights.iter().map(|weight| weight / scale).collect())
}

/// The response of all companies with a weight, where they have the same. Told
/// by the figures themselves: what is computed of them would be rounding.
fn level(response: &[f64], weights: &[f64]) -> Option<f64> {
    let mut counted = response
        .iter()
        .zip(weights)
        .filter(|(_, weight)| **weight > 0.0)
        .map(|(response, _)| *response);
    let level = counted.next()?;
    counted.all(|response| response == level).then_some(level)
}

/// The sum of squares.
fn square(values: &[f64]) -> f64 {
    compensated_sum(values.iter().map(|value| value * value))
}

fn fitted(sample: &Sample<'_>, coefficients: &[Coefficient]) -> Meaningful<Vec<f64>> {
    (0..sample.response.len())
        .map(|row| {
            let ones = std::iter::once(1.0);
            let figures = sample
                .regressors
                .iter()
                .filter_map(|list| list.get(row).copied());
            finite(compensated_sum(
                ones.chain(figures)
                    .zip(coefficients)
                    .map(|(figure, coefficient)| figure * coefficient.estimate),
            ))
        })
        .collect()
}

/// The diagonal of Q Q', which rounding may carry beyond 1.
fn leverage(decomposition: &Decomposition, rows: usize) -> Vec<f64> {
    let mut leverage = vec![0.0; rows];
    for column in decomposition.q(rows) {
        for (sum, entry) in leverage.iter_mut().zip(column) {
            *sum += entry * entry;
        }
    }
    for share in &mut leverage {
        *share = share.min(1.0);
    }
    leverage
}
