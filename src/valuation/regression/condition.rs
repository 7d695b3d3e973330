//! How nearly the regressors repeat one another.

use super::qr::{dot, norm};

/// Sweeps over all pairs of columns; a matrix this small needs about six.
const SWEEPS: usize = 60;

/// The largest singular value over the smallest, of the columns scaled to
/// length one; infinite where they depend on each other.
///
/// By one-sided Jacobi rotations, which turn the columns until all are at right
/// angles; their lengths are the singular values then. Of all methods it keeps
/// the small ones best (J. Demmel and K. Veselić, "Jacobi's method is more
/// accurate than QR", *SIAM J. Matrix Anal. Appl.* 13, 1992).
///
/// `columns` are those of R, each down to its diagonal: they are as long as the
/// regressors and at the same angles.
pub(super) fn condition_number(columns: &[Vec<f64>]) -> f64 {
    let size = columns.len();
    let mut columns: Vec<Vec<f64>> = columns
        .iter()
        .map(|column| {
            let length = norm(column);
            let mut column: Vec<f64> = column.iter().map(|entry| entry / length).collect();
            column.resize(size, 0.0);
            column
        })
        .collect();
    for _ in 0..SWEEPS {
        if !sweep(&mut columns) {
            break;
        }
    }
    let lengths = || columns.iter().map(|column| norm(column));
    lengths().fold(0.0, f64::max) / lengths().fold(f64::INFINITY, f64::min)
}

/// Turns every pair of columns to a right angle; whether there was any to turn.
fn sweep(columns: &mut [Vec<f64>]) -> bool {
    let mut turned = false;
    let mut rest = columns;
    while let Some((first, others)) = rest.split_first_mut() {
        for second in others.iter_mut() {
            turned |= turn(first, second);
        }
        rest = others;
    }
    turned
}

fn turn(first: &mut [f64], second: &mut [f64]) -> bool {
    let (a, b, c) = (dot(first, first), dot(second, second), dot(first, second));
    // NaN, too, is nothing to turn.
    let oblique = c.abs() > f64::EPSILON * libm::sqrt(a * b);
    if !oblique {
        return false;
    }
    let zeta = (b - a) / (2.0 * c);
    let tangent = zeta.signum() / (zeta.abs() + libm::sqrt(1.0 + zeta * zeta));
    let cosine = 1.0 / libm::sqrt(1.0 + tangent * tangent);
    let sine = cosine * tangent;
    for (x, y) in first.iter_mut().zip(second) {
        (*x, *y) = (cosine * *x - sine * *y, sine * *x + cosine * *y);
    }
    true
}
