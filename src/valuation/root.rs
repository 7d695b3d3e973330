//! A root of a function between two points where its sign differs.

/// More steps than any bracket of `f64` needs; a bound rather than a limit.
const STEPS: usize = 500;

/// A point between `low` and `high` where `function` changes its sign.
///
/// Brent's method (*Algorithms for Minimization Without Derivatives*, 1973,
/// ch. 4): inverse quadratic interpolation where it does well, and bisection
/// where it does not. Here bisection also steps in whenever three steps have
/// not halved the bracket, which bounds their number at four for each halving.
///
/// The result lies within about two units in the last place of a change of
/// sign (4.4e-16 relative; near zero 1e-31 of the bracket's width). Nothing is
/// allocated, and equal inputs give equal bits on every machine.
///
/// `None` where the sign does not differ at the two ends, or where the
/// function gives NaN on the way. A continuous function has a root at the
/// result; one with a jump may have the jump there.
///
/// ```
/// use rerate::valuation::root::root_between;
///
/// let years_to_double = root_between(|years| libm::pow(1.07, years) - 2.0, 0.0, 100.0);
/// assert!((years_to_double.unwrap_or(0.0) - 10.244768351058712).abs() < 1e-14);
/// assert_eq!(root_between(|x| x * x + 1.0, -1.0, 1.0), None);
/// ```
#[must_use]
pub fn root_between(function: impl Fn(f64) -> f64, low: f64, high: f64) -> Option<f64> {
    // `best` and `opposite` hold the root between them, and `best` has the
    // value nearer to zero; `previous` is the best before.
    let (mut best, mut f_best) = (high, function(high));
    let (mut previous, mut f_previous) = (low, function(low));
    if f_previous == 0.0 {
        return Some(low);
    }
    if f_best == 0.0 {
        return Some(high);
    }
    let is_bracket = low.is_finite() && high.is_finite() && signs_differ(f_best, f_previous);
    if !is_bracket {
        return None;
    }
    let floor = f64::EPSILON * f64::EPSILON * (high - low).abs();
    let (mut opposite, mut f_opposite) = (previous, f_previous);
    let mut step = best - previous;
    let mut step_before = step;
    let mut width_to_halve = (opposite - best).abs();
    let mut steps_since_halved = 0;

    for _ in 0..STEPS {
        if !signs_differ(f_best, f_opposite) {
            (opposite, f_opposite) = (previous, f_previous);
            step = best - previous;
            step_before = step;
        }
        if f_opposite.abs() < f_best.abs() {
            (previous, f_previous) = (best, f_best);
            (best, f_best) = (opposite, f_opposite);
            (opposite, f_opposite) = (previous, f_previous);
        }

        let tolerance = f64::EPSILON * best.abs() + floor;
        let half = 0.5 * (opposite - best);
        if half.abs() <= tolerance || f_best == 0.0 {
            return Some(best);
        }

        if half.abs() <= 0.25 * width_to_halve {
            width_to_halve = 2.0 * half.abs();
            steps_since_halved = 0;
        } else {
            steps_since_halved += 1;
        }
        let interpolated = (steps_since_halved < 3
            && step_before.abs() >= tolerance
            && f_previous.abs() > f_best.abs())
        .then(|| {
            interpolate(
                (best, f_best),
                (previous, f_previous),
                (opposite, f_opposite),
            )
        })
        .filter(|candidate| {
            // Within the three quarters next to `best`, and shrinking.
            candidate * half > 0.0
                && candidate.abs() < 1.5 * half.abs() - 0.5 * tolerance
                && candidate.abs() < 0.5 * step_before.abs()
        });
        match interpolated {
            Some(candidate) => {
                step_before = step;
                step = candidate;
            }
            None => {
                step = half;
                step_before = half;
            }
        }

        (previous, f_previous) = (best, f_best);
        best += if step.abs() > tolerance {
            step
        } else {
            tolerance.copysign(half)
        };
        f_best = function(best);
        if f_best.is_nan() {
            return None;
        }
    }
    Some(best)
}

/// The step from `best` to where the inverse parabola through three points, or
/// the line through two, crosses zero. NaN or infinite where there is none.
fn interpolate(best: (f64, f64), previous: (f64, f64), opposite: (f64, f64)) -> f64 {
    let s = best.1 / previous.1;
    let to_opposite = opposite.0 - best.0;
    if previous.0 == opposite.0 {
        return to_opposite * s / (s - 1.0);
    }
    let q = previous.1 / opposite.1;
    let r = best.1 / opposite.1;
    let numerator = s * (to_opposite * q * (q - r) - (best.0 - previous.0) * (r - 1.0));
    let denominator = (q - 1.0) * (r - 1.0) * (s - 1.0);
    -numerator / denominator
}

/// Also false where either is NaN.
fn signs_differ(a: f64, b: f64) -> bool {
    (a > 0.0 && b < 0.0) || (a < 0.0 && b > 0.0)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::root_between;

    /// The root and the number of evaluations it took.
    fn counted(function: impl Fn(f64) -> f64, low: f64, high: f64) -> (Option<f64>, usize) {
        let count = Cell::new(0);
        let root = root_between(
            |x| {
                count.set(count.get() + 1);
                function(x)
            },
            low,
            high,
        );
        (root, count.get())
    }

    #[test]
    fn smooth_roots_take_few_evaluations() {
        let (root, count) = counted(|x| x * x - 2.0, 0.0, 2.0);
        assert!((root.unwrap() - libm::sqrt(2.0)).abs() <= 4.5e-16);
        assert!(count <= 14, "{count}");
    }

    #[test]
    fn hard_functions_stay_within_the_bound() {
        let checks = |function: fn(f64) -> f64, at: f64| {
            for (low, high) in [(0.0, 1.0), (1.0, 0.0), (-1e6, 1.0)] {
                let (root, count) = counted(function, low, high);
                assert!((root.unwrap() - at).abs() <= 1e-5 * at, "{root:?}");
                assert!(count <= 300, "{count}");
            }
        };
        // Flat, steep, and with a jump: where interpolation does badly.
        checks(|x| (x - 0.3) * (x - 0.3) * (x - 0.3), 0.3);
        checks(|x| libm::expm1(700.0 * (x - 0.9)), 0.9);
        checks(|x| if x < 0.123 { -1.0 } else { 1.0 }, 0.123);
    }

    #[test]
    fn ends_and_refusals() {
        assert_eq!(root_between(|x| x, 0.0, 1.0), Some(0.0));
        assert_eq!(root_between(|x| x - 1.0, 0.0, 1.0), Some(1.0));
        assert_eq!(root_between(|x| x, 1.0, 2.0), None);
        assert_eq!(root_between(|_| f64::NAN, 0.0, 1.0), None);
        assert_eq!(root_between(|x| x, f64::NAN, 1.0), None);
        assert_eq!(root_between(|x| x, -1.0, f64::INFINITY), None);
        let nan_within = |x: f64| if x.abs() < 0.5 { f64::NAN } else { x };
        assert_eq!(root_between(nan_within, -1.0, 1.0), None);
    }

    #[test]
    fn a_root_at_zero_and_a_tiny_one_are_found() {
        let root = root_between(|x| x * (1.0 + x * x), -1.0, 3.0).unwrap();
        assert!(root.abs() < 1e-30, "{root}");
        let root = root_between(|x| libm::log(x / 1e-9), 1e-12, 1.0).unwrap();
        assert!((root / 1e-9 - 1.0).abs() < 5e-15, "{root}");
    }
}
