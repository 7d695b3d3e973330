//! Regressions, and gaps that close.

use rerate::valuation::Meaningful;
use rerate::valuation::convergence::{Convergence, Course};
use rerate::valuation::regression::{Coefficient, Fit, Sample, ols as fit, predict};

use crate::answer::Answer;
use crate::case::Given;

/// With a `degree`, the regressors are the powers of the one given.
pub(crate) fn ols(given: &Given) -> Answer {
    let response = given.numbers("y");
    let mut regressors = given.columns("x");
    if let (true, Some(x)) = (given.has("degree"), regressors.first().cloned()) {
        let degree = given.number("degree") as usize;
        while regressors.len() < degree {
            let last = regressors.last().expect("at least x itself");
            regressors.push(last.iter().zip(&x).map(|(power, x)| power * x).collect());
        }
    }
    let weights = given.numbers_if_any("weights");
    let regressors: Vec<&[f64]> = regressors.iter().map(Vec::as_slice).collect();
    let found = fit(&Sample {
        response: &response,
        regressors: &regressors,
        weights: weights.as_deref(),
    });
    let each = |part: fn(&Coefficient) -> f64| {
        found
            .as_ref()
            .map_err(|reason| *reason)
            .map(|fit| fit.coefficients.iter().map(part).collect())
    };
    let figure = |part: fn(&Fit) -> Meaningful<f64>| match &found {
        Ok(fit) => part(fit),
        Err(reason) => Err(*reason),
    };
    let list = |part: fn(&Fit) -> Vec<f64>| found.as_ref().map(part).map_err(|reason| *reason);
    let t_values = match &found {
        Ok(fit) => fit
            .coefficients
            .iter()
            .map(|coefficient| coefficient.t)
            .collect(),
        Err(reason) => Err(*reason),
    };
    Answer::default()
        .status_of(found.as_ref().map(drop).map_err(|reason| *reason))
        .figures("coefficients", each(|coefficient| coefficient.estimate))
        .figures(
            "standard_errors",
            each(|coefficient| coefficient.standard_error),
        )
        .figures("t_values", t_values)
        .figures("leverage", list(|fit| fit.leverage.clone()))
        .figures("fitted", list(|fit| fit.fitted.clone()))
        .figures("residuals", list(|fit| fit.residuals.clone()))
        .figure("r_squared", figure(|fit| fit.r_squared))
        .figure("adjusted_r_squared", figure(|fit| fit.adjusted_r_squared))
        .figure(
            "residual_standard_error",
            figure(|fit| Ok(fit.residual_standard_error)),
        )
        .figure("n", figure(|fit| Ok(fit.observations as f64)))
        .figure(
            "degrees_of_freedom",
            figure(|fit| Ok(fit.degrees_of_freedom as f64)),
        )
        .figure("condition", figure(|fit| Ok(fit.condition)))
}

pub(crate) fn regression_value(given: &Given) -> Answer {
    let multiple = predict(
        given.number("intercept"),
        &given.numbers("coefficients"),
        &given.numbers("values"),
    );
    Answer::default().main_figure("multiple", multiple)
}

/// In months, or in years where the case counts so.
pub(crate) fn convergence(given: &Given) -> Answer {
    let unit = if given.has("years") {
        "years"
    } else {
        "months"
    };
    let gap = Convergence {
        gap_start: given.number("gap_start"),
        gap_end: given.number("gap_end"),
        time: given.number(unit),
    };
    let mut answer = Answer::default().main_figure(&format!("half_life_{unit}"), gap.half_life());
    if given.has("threshold") {
        let threshold = given.number("threshold");
        let exponential = gap.time_to(threshold, Course::Exponential);
        let linear = gap.time_to(threshold, Course::Linear);
        answer = answer
            .figure(format!("{unit}_to_threshold"), exponential)
            .figure(format!("time_to_threshold_{unit}"), exponential)
            .figure(format!("{unit}_to_threshold_linear"), linear)
            .figure(format!("time_to_threshold_linear_{unit}"), linear);
    }
    answer
}
