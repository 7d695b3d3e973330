//! The sample in the form in which it is solved, and its solution.

use super::qr::Decomposition;
use super::{Coefficient, Sample};
use crate::valuation::not_meaningful::finite;
use crate::valuation::sum::compensated_sum;
use crate::valuation::{Meaningful, NotMeaningful};

/// The sample as it is solved: an intercept's column first, every row times the
/// root of its weight, every column divided by a power of two so that its
/// largest entry is of the order of one.
///
/// The division is exact, and keeps sums of squares in range in any unit.
pub(super) struct Design {
    pub(super) columns: Vec<Vec<f64>>,
    pub(super) exponents: Vec<i32>,
    pub(super) response: Vec<f64>,
    pub(super) response_exponent: i32,
}

impl Design {
    pub(super) fn new(sample: &Sample<'_>, weights: &[f64]) -> Self {
        let roots: Vec<f64> = weights.iter().map(|&weight| libm::sqrt(weight)).collect();
        let ones = vec![1.0; weights.len()];
        let (columns, exponents) = std::iter::once(ones.as_slice())
            .chain(sample.regressors.iter().copied())
            .map(|column| scaled(column, &roots))
            .unzip();
        let (response, response_exponent) = scaled(sample.response, &roots);
        Self {
            columns,
            exponents,
            response,
            response_exponent,
        }
    }

    /// The coefficients and the residuals that they leave.
    ///
    /// Both are corrected once by what they still miss of r + Xb = y and X'r = 0,
    /// which is found in double the digits. To correct the coefficients alone is
    /// not enough where the fit is poor (Å. Björck, "Iterative refinement of
    /// linear least squares solutions", *BIT* 7, 1967).
    pub(super) fn solve(&self, decomposition: &Decomposition) -> (Vec<f64>, Vec<f64>) {
        let nothing = vec![0.0; self.columns.len()];
        let (mut residuals, mut estimates) = decomposition.solve(&self.response, &nothing);
        let missing = self.missing_of_response(&residuals, &estimates);
        let slanted: Vec<f64> = self
            .columns
            .iter()
            .map(|column| -twofold_dot(column, &residuals))
            .collect();
        let (more_residuals, more_estimates) = decomposition.solve(&missing, &slanted);
        add(&mut residuals, &more_residuals);
        add(&mut estimates, &more_estimates);
        (estimates, residuals)
    }

    /// The coefficients of a line that is level, and the residuals where all
    /// companies lie on it.
    pub(super) fn level(&self, level: f64) -> (Vec<f64>, Vec<f64>) {
        let intercept = self.exponents.iter().take(1);
        let intercept = intercept.map(|one| libm::ldexp(level, one - self.response_exponent));
        let slopes = std::iter::repeat(0.0);
        (
            intercept.chain(slopes).take(self.columns.len()).collect(),
            vec![0.0; self.response.len()],
        )
    }

    /// y - r - Xb.
    fn missing_of_response(&self, residuals: &[f64], estimates: &[f64]) -> Vec<f64> {
        let mut sums: Vec<Twofold> = self.response.iter().map(|&y| Twofold::new(y)).collect();
        for (sum, &residual) in sums.iter_mut().zip(residuals) {
            sum.add_product(-1.0, residual);
        }
        for (column, &estimate) in self.columns.iter().zip(estimates) {
            for (sum, &x) in sums.iter_mut().zip(column) {
                sum.add_product(-x, estimate);
            }
        }
        sums.into_iter().map(Twofold::rounded).collect()
    }

    /// The (weighted) sum of squared distances of the response from its mean.
    pub(super) fn variation(&self) -> f64 {
        let Some(roots) = self.columns.first() else {
            return 0.0;
        };
        let rows = || roots.iter().zip(&self.response);
        let mean = compensated_sum(rows().map(|(root, y)| root * y))
            / compensated_sum(roots.iter().map(|root| root * root));
        compensated_sum(rows().map(|(root, y)| {
            let distance = y - root * mean;
            distance * distance
        }))
    }

    /// A coefficient in the units of the sample.
    pub(super) fn coefficient(
        &self,
        estimate: f64,
        standard_error: f64,
        exponent: i32,
    ) -> Meaningful<Coefficient> {
        let unscale = |value: f64| finite(libm::ldexp(value, self.response_exponent - exponent));
        Ok(Coefficient {
            estimate: unscale(estimate)?,
            standard_error: unscale(standard_error)?,
            t: if standard_error > 0.0 {
                finite(estimate / standard_error)
            } else {
                Err(NotMeaningful::DividesByZero)
            },
        })
    }
}

/// A sum and, apart from it, what its additions lost: together twice the digits.
#[derive(Clone, Copy)]
struct Twofold {
    sum: f64,
    lost: f64,
}

impl Twofold {
    const fn new(sum: f64) -> Self {
        Self { sum, lost: 0.0 }
    }

    fn add_product(&mut self, a: f64, b: f64) {
        let product = a * b;
        let next = self.sum + product;
        let moved = next - self.sum;
        self.lost += (self.sum - (next - moved)) + (product - moved) + lost_by(product, a, b);
        self.sum = next;
    }

    fn rounded(self) -> f64 {
        self.sum + self.lost
    }
}

/// What rounding took from the product of `a` and `b`, exactly, for numbers of the
/// order of one (G. Veltkamp and T. Dekker, *Numerische Mathematik* 18, 1971): the
/// halves of a number have so few digits that their products are exact. A fused
/// multiplication would say the same, but where the machine has none it is a
/// hundred times slower.
fn lost_by(product: f64, a: f64, b: f64) -> f64 {
    let halves = |x: f64| {
        let high = 134_217_729.0 * x;
        let high = high - (high - x);
        (high, x - high)
    };
    let ((a_high, a_low), (b_high, b_low)) = (halves(a), halves(b));
    ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low
}

fn twofold_dot(a: &[f64], b: &[f64]) -> f64 {
    let mut sum = Twofold::new(0.0);
    for (&a, &b) in a.iter().zip(b) {
        sum.add_product(a, b);
    }
    sum.rounded()
}

fn add(to: &mut [f64], what: &[f64]) {
    for (to, what) in to.iter_mut().zip(what) {
        *to += what;
    }
}

/// A column times the rows' roots of weights, over a power of two; with its
/// exponent. Rows without a weight have no say in it.
fn scaled(column: &[f64], roots: &[f64]) -> (Vec<f64>, i32) {
    let rows = || column.iter().zip(roots);
    let largest = rows()
        .filter(|(_, root)| **root > 0.0)
        .fold(0.0, |largest, (entry, _)| entry.abs().max(largest));
    let exponent = libm::frexp(largest).1;
    let column = rows()
        .map(|(&entry, &root)| {
            if root > 0.0 {
                libm::ldexp(entry, -exponent) * root
            } else {
                0.0
            }
        })
        .collect();
    (column, exponent)
}
