//! Least squares and closing gaps.

use proptest::prelude::*;
use rerate::valuation::NotMeaningful;
use rerate::valuation::convergence::{Convergence, Course};
use rerate::valuation::regression::{Fit, Sample, ols, predict};

use crate::figures::{anything, assert_finite, finite_or_reason, itself, magnitude, near};

/// A response and up to three regressors, at random and so not collinear.
#[derive(Clone, Debug)]
struct Companies {
    response: Vec<f64>,
    regressors: Vec<Vec<f64>>,
}

impl Companies {
    fn fit(&self, weights: Option<&[f64]>) -> Result<Fit, NotMeaningful> {
        let regressors: Vec<&[f64]> = self.regressors.iter().map(Vec::as_slice).collect();
        ols(&Sample {
            response: &self.response,
            regressors: &regressors,
            weights,
        })
    }

    /// The same companies by these places, perhaps more than once.
    fn at(&self, places: &[usize]) -> Self {
        let take = |list: &Vec<f64>| places.iter().map(|&place| list[place]).collect();
        Self {
            response: take(&self.response),
            regressors: self.regressors.iter().map(take).collect(),
        }
    }
}

fn companies() -> impl Strategy<Value = Companies> {
    (1..4_usize, 8..30_usize).prop_flat_map(|(regressors, count)| {
        let list = || prop::collection::vec(-1.0..1.0, count);
        (list(), prop::collection::vec(list(), regressors)).prop_map(|(response, regressors)| {
            Companies {
                response,
                regressors,
            }
        })
    })
}

fn estimates(fit: &Fit) -> Vec<f64> {
    fit.coefficients
        .iter()
        .map(|coefficient| coefficient.estimate)
        .collect()
}

/// Whether two lists are near each other for a regression so conditioned.
fn alike(a: &[f64], b: &[f64], fit: &Fit) -> bool {
    let size = a.iter().fold(1.0, |size: f64, entry| size.max(entry.abs()));
    a.len() == b.len()
        && a.iter()
            .zip(b)
            .all(|(&a, &b)| near(a, b, 64.0 * fit.condition, size))
}

proptest! {
    #[test]
    fn what_is_left_is_at_right_angles_to_the_regressors(companies in companies()) {
        let fit = companies.fit(None).unwrap();
        let rest = |list: &[f64]| list.iter().zip(&fit.residuals).map(|(a, b)| a * b).sum::<f64>();
        prop_assert!(fit.residuals.iter().sum::<f64>().abs() < 1e-12);
        for list in &companies.regressors {
            prop_assert!(rest(list).abs() < 1e-12);
        }
        let share = fit.r_squared.unwrap();
        prop_assert!((0.0..=1.0).contains(&share) && fit.adjusted_r_squared.unwrap() <= share);
    }

    #[test]
    fn one_regressor_has_the_textbook_line(companies in companies()) {
        let (y, x) = (&companies.response, &companies.regressors[0]);
        let count = y.len() as f64;
        let mean = |list: &[f64]| list.iter().sum::<f64>() / count;
        let (mean_x, mean_y) = (mean(x), mean(y));
        let moment = |a: &[f64], mean_a: f64, b: &[f64], mean_b: f64| -> f64 {
            a.iter().zip(b).map(|(a, b)| (a - mean_a) * (b - mean_b)).sum()
        };
        let (xx, xy) = (moment(x, mean_x, x, mean_x), moment(x, mean_x, y, mean_y));
        let yy = moment(y, mean_y, y, mean_y);
        let slope = xy / xx;
        let square = (yy - slope * xy) / (count - 2.0);

        let one = Companies { regressors: vec![x.clone()], ..companies.clone() };
        let fit = one.fit(None).unwrap();
        prop_assert!((fit.coefficients[1].estimate - slope).abs() < 1e-11);
        prop_assert!((fit.coefficients[0].estimate - (mean_y - slope * mean_x)).abs() < 1e-11);
        let error = fit.coefficients[1].standard_error;
        prop_assert!((error * error * xx / square - 1.0).abs() < 1e-9);
        prop_assert!((fit.residual_standard_error.powi(2) / square - 1.0).abs() < 1e-9);
        prop_assert!((fit.r_squared.unwrap() - slope * xy / yy).abs() < 1e-10);
        let left = 1.0 - (1.0 - fit.r_squared.unwrap()) * (count - 1.0) / (count - 2.0);
        prop_assert!((fit.adjusted_r_squared.unwrap() - left).abs() < 1e-12);
        // Two columns have but one angle.
        let cosine = x.iter().sum::<f64>().abs()
            / libm::sqrt(count * x.iter().map(|x| x * x).sum::<f64>());
        let condition = libm::sqrt((1.0 + cosine) / (1.0 - cosine));
        prop_assert!((fit.condition / condition - 1.0).abs() < 1e-9);
        for (leverage, x) in fit.leverage.iter().zip(x) {
            prop_assert!((leverage - (1.0 / count + (x - mean_x).powi(2) / xx)).abs() < 1e-11);
        }
    }

    #[test]
    fn leverage_is_shared_out_among_the_companies(companies in companies()) {
        let fit = companies.fit(None).unwrap();
        let total: f64 = fit.leverage.iter().sum();
        prop_assert!((total - fit.coefficients.len() as f64).abs() < 1e-12);
        prop_assert!(fit.leverage.iter().all(|one| (0.0..=1.0).contains(one)));
        prop_assert!(fit.condition >= 1.0 - 1e-14);
    }

    /// Leverage says what leaving a company out would do to its residual.
    #[test]
    fn a_company_left_out_is_predicted_as_its_leverage_says(companies in companies()) {
        let fit = companies.fit(None).unwrap();
        let others: Vec<usize> = (1..companies.response.len()).collect();
        let without = companies.at(&others).fit(None).unwrap();
        let figures: Vec<f64> = companies.regressors.iter().map(|list| list[0]).collect();
        let predicted = without.predict(&figures).unwrap();
        let expected = fit.residuals[0] / (1.0 - fit.leverage[0]);
        prop_assert!((companies.response[0] - predicted - expected).abs() < 1e-8 * (1.0 + expected.abs()));
    }

    #[test]
    fn order_does_not_matter(companies in companies()) {
        let fit = companies.fit(None).unwrap();
        let backwards: Vec<usize> = (0..companies.response.len()).rev().collect();
        let turned = companies.at(&backwards).fit(None).unwrap();
        prop_assert!(alike(&estimates(&fit), &estimates(&turned), &fit));
        prop_assert!((fit.condition / turned.condition - 1.0).abs() < 1e-9);
    }

    #[test]
    fn units_do_not_matter(companies in companies(), power in -300..300_i32, other in -300..300_i32) {
        let fit = companies.fit(None).unwrap();
        let mut scaled = companies.clone();
        for figure in &mut scaled.response {
            *figure = libm::ldexp(*figure, power);
        }
        for figure in &mut scaled.regressors[0] {
            *figure = libm::ldexp(*figure, other);
        }
        let again = scaled.fit(None).unwrap();
        prop_assert_eq!(fit.r_squared, again.r_squared);
        prop_assert_eq!(fit.condition, again.condition);
        prop_assert_eq!(&fit.leverage, &again.leverage);
        prop_assert_eq!(libm::ldexp(fit.coefficients[0].estimate, power), again.coefficients[0].estimate);
        prop_assert_eq!(libm::ldexp(fit.coefficients[1].estimate, power - other), again.coefficients[1].estimate);
        prop_assert_eq!(libm::ldexp(fit.coefficients[1].standard_error, power - other), again.coefficients[1].standard_error);
        prop_assert_eq!(fit.coefficients[1].t, again.coefficients[1].t);
    }

    #[test]
    fn a_weight_is_a_repetition(companies in companies(), counts in prop::collection::vec(0..4_usize, 30)) {
        let counts = &counts[..companies.response.len()];
        let weights: Vec<f64> = counts.iter().map(|&count| count as f64).collect();
        let places: Vec<usize> = counts
            .iter()
            .enumerate()
            .flat_map(|(place, &count)| std::iter::repeat_n(place, count))
            .collect();
        let present = counts.iter().filter(|&&count| count > 0).count();
        prop_assume!(present > companies.regressors.len() + 2);
        let weighted = companies.fit(Some(&weights)).unwrap();
        let repeated = companies.at(&places).fit(None).unwrap();
        prop_assert!(alike(&estimates(&weighted), &estimates(&repeated), &weighted));
        prop_assert!((weighted.r_squared.unwrap() - repeated.r_squared.unwrap()).abs() < 1e-10);
        prop_assert_eq!(weighted.observations, present);
        prop_assert_eq!(weighted.fitted.len(), companies.response.len());
        // The scale of weights does not enter.
        let scaled: Vec<f64> = weights.iter().map(|weight| libm::ldexp(*weight, 40)).collect();
        prop_assert_eq!(companies.fit(Some(&scaled)).unwrap(), weighted);
    }

    #[test]
    fn a_line_without_noise_is_found(companies in companies(), line in prop::array::uniform4(-10.0..10.0)) {
        let exact = companies
            .regressors
            .iter()
            .zip(&line[1..])
            .fold(vec![line[0]; companies.response.len()], |sum, (list, slope)| {
                sum.iter().zip(list).map(|(sum, figure)| sum + slope * figure).collect()
            });
        let fit = Companies { response: exact, ..companies }.fit(None).unwrap();
        let expected = &line[..fit.coefficients.len()];
        prop_assert!(alike(expected, &estimates(&fit), &fit));
        prop_assert!(fit.residual_standard_error < 1e-12);
    }

    #[test]
    fn a_regressor_made_of_others_is_refused(
        companies in companies(), a in -3.0..3.0, b in 0.1..3.0,
    ) {
        let mut dependent = companies.clone();
        dependent.regressors.push(companies.regressors[0].iter().map(|x| a + b * x).collect());
        prop_assume!(companies.response.len() > dependent.regressors.len() + 1);
        prop_assert_eq!(dependent.fit(None), Err(NotMeaningful::Collinear));
        let mut constant = companies.clone();
        constant.regressors.push(vec![a; companies.response.len()]);
        prop_assert_eq!(constant.fit(None), Err(NotMeaningful::Collinear));
    }

    #[test]
    fn no_regression_is_ever_nan_or_infinite(
        rows in prop::collection::vec(prop::array::uniform4(anything()), 0..8), weighted in any::<bool>(),
    ) {
        let list = |place: usize| -> Vec<f64> { rows.iter().map(|row| row[place]).collect() };
        let companies = Companies { response: list(0), regressors: vec![list(1), list(2)] };
        let weights = list(3);
        let found = companies.fit(weighted.then_some(weights.as_slice()));
        assert_finite(&found);
        if let Ok(fit) = found {
            assert_finite(&fit.residual_premiums(&companies.response));
        }
        finite_or_reason(predict(1.0, &list(0), &list(1)), &[itself]);
    }

    #[test]
    fn half_of_a_gap_is_left_after_its_half_life(
        start in magnitude(-6.0..6.0), share in 0.001..0.999, time in magnitude(-2.0..3.0), sign in any::<bool>(),
    ) {
        let signed = |gap: f64| if sign { gap } else { -gap };
        let gap = Convergence { gap_start: signed(start), gap_end: signed(start * share), time };
        let half_life = gap.half_life().unwrap();
        for course in [Course::Exponential, Course::Linear] {
            prop_assert_eq!(gap.gap_after(0.0, course), Ok(gap.gap_end));
            // Back to where it was observed first.
            let back = gap.gap_after(-time, course).unwrap();
            prop_assert!(near(back, gap.gap_start, 64.0, 0.0));
        }
        let left = gap.gap_after(half_life, Course::Exponential).unwrap();
        prop_assert!(near(left, 0.5 * gap.gap_end, 8.0, 0.0));
        let to_half = gap.time_to(0.5 * gap.gap_end.abs(), Course::Exponential).unwrap();
        prop_assert!(near(to_half, half_life, 8.0, 0.0));
    }

    #[test]
    fn a_threshold_is_met_when_it_is_said(
        start in magnitude(-6.0..6.0), share in 0.001..0.999, time in magnitude(-2.0..3.0), threshold in 0.001..0.999,
    ) {
        let gap = Convergence { gap_start: start, gap_end: start * share, time };
        let threshold = threshold * gap.gap_end;
        for course in [Course::Exponential, Course::Linear] {
            let when = gap.time_to(threshold, course).unwrap();
            prop_assert!(when > 0.0);
            prop_assert!((gap.gap_after(when, course).unwrap() / threshold - 1.0).abs() < 1e-9);
            prop_assert_eq!(gap.time_to(gap.gap_end, course), Ok(0.0));
        }
        // A straight line is the sooner, since the curve flattens.
        let [curve, line] = [Course::Exponential, Course::Linear].map(|course| gap.time_to(threshold, course).unwrap());
        prop_assert!(line <= curve * (1.0 + 1e-12));
        let closed = gap.time_to(0.0, Course::Linear).unwrap();
        prop_assert!(gap.gap_after(closed * 1.001, Course::Linear).unwrap() == 0.0);
        prop_assert_eq!(gap.time_to(0.0, Course::Exponential), Err(NotMeaningful::NeverReached));
    }

    #[test]
    fn no_convergence_is_ever_nan_or_infinite(
        gap_start in anything(), gap_end in anything(), time in anything(), other in anything(),
    ) {
        let gap = Convergence { gap_start, gap_end, time };
        let mut results = vec![gap.rate(), gap.half_life(), gap.amount_per_time()];
        for course in [Course::Exponential, Course::Linear] {
            results.extend([gap.time_to(other, course), gap.gap_after(other, course)]);
        }
        for result in results {
            finite_or_reason(result, &[itself]);
        }
    }
}

#[test]
fn gaps_that_do_not_close_have_a_reason() {
    let half_life = |gap_start, gap_end, time| {
        Convergence {
            gap_start,
            gap_end,
            time,
        }
        .half_life()
    };
    assert_eq!(half_life(0.02, 0.03, 12.0), Err(NotMeaningful::GapWidened));
    assert_eq!(
        half_life(-0.02, -0.03, 12.0),
        Err(NotMeaningful::GapWidened)
    );
    assert_eq!(
        half_life(0.02, -0.01, 12.0),
        Err(NotMeaningful::GapChangedSign)
    );
    assert_eq!(
        half_life(0.02, 0.02, 12.0),
        Err(NotMeaningful::GapUnchanged)
    );
    assert_eq!(half_life(0.02, 0.0, 12.0), Err(NotMeaningful::GapClosed));
    assert_eq!(half_life(0.0, 0.02, 12.0), Err(NotMeaningful::GapClosed));
    assert_eq!(
        half_life(0.02, 0.01, 0.0),
        Err(NotMeaningful::YearsNotPositive)
    );
    let closing = Convergence {
        gap_start: 2.0,
        gap_end: 1.0,
        time: 1.0,
    };
    assert_eq!(
        closing.time_to(-0.1, Course::Linear),
        Err(NotMeaningful::FigureNegative)
    );
}

/// A response that is one number has no variation, whatever rounding makes of
/// its mean.
#[test]
fn what_does_not_vary_is_not_explained() {
    for y in [0.1, 15.3, 22.22, -0.1, 0.0] {
        for count in 4..=60_usize {
            let response = vec![y; count];
            let x: Vec<f64> = (0..count).map(|row| libm::sqrt(row as f64)).collect();
            let weights: Vec<f64> = (1..=count).map(|row| row as f64 / 7.0).collect();
            for weights in [None, Some(weights.as_slice())] {
                let sample = Sample {
                    response: &response,
                    regressors: &[&x],
                    weights,
                };
                let fit = ols(&sample).unwrap();
                assert_eq!(fit.r_squared, Err(NotMeaningful::NoChange), "{y} {count}");
                assert_eq!(fit.adjusted_r_squared, Err(NotMeaningful::NoChange));
                assert_eq!(estimates(&fit), [y, 0.0]);
                assert_eq!(fit.residual_standard_error, 0.0);
                for coefficient in &fit.coefficients {
                    assert_eq!(coefficient.standard_error, 0.0);
                    assert_eq!(coefficient.t, Err(NotMeaningful::DividesByZero));
                }
            }
        }
    }
}

/// Only the companies that count have to be alike, and no other sets the scale.
#[test]
fn a_company_without_weight_does_not_make_the_others_vary() {
    let sample = Sample {
        response: &[1e300, 0.1, 0.1, 0.1, 0.1],
        regressors: &[&[-1e300, 1.0, 2.0, 4.0, 7.0]],
        weights: Some(&[0.0, 1.0, 1.0, 2.0, 3.0]),
    };
    let fit = ols(&sample).unwrap();
    assert_eq!(estimates(&fit), [0.1, 0.0]);
    assert_eq!(fit.r_squared, Err(NotMeaningful::NoChange));
    let sample = Sample {
        response: &[1e300, 0.1, 0.2, 0.5, 0.6],
        ..sample
    };
    let fit = ols(&sample).map(|fit| (fit.r_squared, fit.coefficients[1].t));
    let (_, without) = sample.response.split_first().unwrap();
    let without = ols(&Sample {
        response: without,
        regressors: &[&[1.0, 2.0, 4.0, 7.0]],
        weights: Some(&[1.0, 1.0, 2.0, 3.0]),
    });
    assert_eq!(
        fit,
        without.map(|fit| (fit.r_squared, fit.coefficients[1].t))
    );
}

#[test]
fn a_perfect_fit_has_no_t() {
    let x: Vec<f64> = (1..=9).map(f64::from).collect();
    let line: Vec<f64> = x.iter().map(|x| 2.3 + 3.7 * x).collect();
    let weights: Vec<f64> = x.iter().map(|x| x / 3.0).collect();
    for weights in [None, Some(weights.as_slice())] {
        let mut sample = Sample {
            response: &line,
            regressors: &[&x],
            weights,
        };
        let fit = ols(&sample).unwrap();
        assert_eq!((fit.r_squared, fit.residual_standard_error), (Ok(1.0), 0.0));
        for coefficient in &fit.coefficients {
            assert_eq!(coefficient.standard_error, 0.0);
            assert_eq!(coefficient.t, Err(NotMeaningful::DividesByZero));
        }
        // A millionth of a millionth beside the line is noise, not rounding.
        let mut beside = line.clone();
        beside[4] *= 1.0 + 1e-12;
        sample.response = &beside;
        let fit = ols(&sample).unwrap();
        assert!(fit.residual_standard_error > 1e-12);
        assert!(fit.coefficients[1].t.unwrap() > 1e12);
    }
}

/// The fourth set of F. Anscombe, "Graphs in statistical analysis" (1973): one
/// company makes the slope.
#[test]
fn no_leverage_is_above_one() {
    let fit = ols(&Sample {
        response: &[
            6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.5, 5.56, 7.91, 6.89,
        ],
        regressors: &[&[8.0, 8.0, 8.0, 8.0, 8.0, 8.0, 8.0, 19.0, 8.0, 8.0, 8.0]],
        weights: None,
    })
    .unwrap();
    assert_eq!(fit.leverage[7], 1.0);
    assert!((fit.coefficients[1].estimate - 0.4999).abs() < 5e-5);
}

#[test]
fn samples_that_cannot_be_fitted_have_a_reason() {
    let x = [1.0, 2.0, 3.0, 5.0];
    let y = [2.0, 1.0, 4.0, 3.0];
    let reason = |sample: Sample<'_>| ols(&sample).map(drop);
    let sample = Sample {
        response: &y,
        regressors: &[&x],
        weights: None,
    };
    assert_eq!(reason(sample), Ok(()));
    let short = Sample {
        response: &y[..2],
        regressors: &[&x[..2]],
        ..sample
    };
    assert_eq!(reason(short), Err(NotMeaningful::TooFewObservations));
    let uneven = Sample {
        regressors: &[&x[..3]],
        ..sample
    };
    assert_eq!(reason(uneven), Err(NotMeaningful::LengthsDiffer));
    let negative = Sample {
        weights: Some(&[1.0, 1.0, 1.0, -1.0]),
        ..sample
    };
    assert_eq!(reason(negative), Err(NotMeaningful::WeightNegative));
    let weightless = Sample {
        weights: Some(&[0.0; 4]),
        ..sample
    };
    assert_eq!(reason(weightless), Err(NotMeaningful::TooFewObservations));
    let missing = Sample {
        response: &[2.0, f64::NAN, 4.0, 3.0],
        ..sample
    };
    assert_eq!(reason(missing), Err(NotMeaningful::NotFinite));
}

#[test]
fn a_response_that_does_not_vary_has_no_variation_to_explain() {
    let x = [1.0, 2.0, 3.0, 5.0];
    let fit = ols(&Sample {
        response: &[7.0; 4],
        regressors: &[&x],
        weights: None,
    })
    .unwrap();
    assert_eq!(fit.r_squared, Err(NotMeaningful::NoChange));
    assert_eq!(fit.coefficients[0].estimate, 7.0);
    // With no regressors the line is the mean.
    let mean = ols(&Sample {
        response: &x,
        regressors: &[],
        weights: None,
    })
    .unwrap();
    assert!((mean.coefficients[0].estimate - 2.75).abs() < 1e-15);
    assert_eq!(mean.r_squared, Ok(0.0));
}

#[test]
fn regressors_that_nearly_repeat_each_other_are_warned_of() {
    let x: Vec<f64> = (0..20).map(f64::from).collect();
    let nearly: Vec<f64> = x.iter().map(|x| x + 0.01 * (x * 7.0 % 3.0)).collect();
    let apart: Vec<f64> = x.iter().map(|x| (x * 7.0 % 5.0) - 2.0).collect();
    let fit = |other: &[f64]| {
        ols(&Sample {
            response: &apart,
            regressors: &[&x, other],
            weights: None,
        })
    };
    assert!(fit(&nearly).unwrap().is_ill_conditioned());
    let unlike: Vec<f64> = x.iter().map(|x| x * 11.0 % 7.0).collect();
    assert!(!fit(&unlike).unwrap().is_ill_conditioned());
}

#[test]
fn what_stands_above_the_line_stands_at_a_premium() {
    let companies = Companies {
        response: vec![10.0, 20.0, 30.0, 60.0],
        regressors: vec![vec![1.0, 2.0, 3.0, 4.0]],
    };
    let fit = companies.fit(None).unwrap();
    let premiums = fit.residual_premiums(&companies.response);
    assert_eq!(premiums.len(), 4);
    for ((premium, response), fitted) in premiums.iter().zip(&companies.response).zip(&fit.fitted) {
        match premium {
            Ok(premium) => assert!((premium - (response / fitted - 1.0)).abs() < 1e-14),
            Err(reason) => {
                assert!(*fitted <= 0.0);
                assert_eq!(*reason, NotMeaningful::MultipleNotPositive);
            }
        }
    }
    assert_eq!(
        fit.residual_premiums(&[-1.0]),
        [Err(NotMeaningful::MultipleNotPositive)]
    );
}
