//! What our functions make of the inputs of a vector.

use rerate::valuation::Meaningful;

use crate::draws::Inputs;
use crate::{gaps, groups, moves, returns, warranted};

/// Figures by name, each a number or a reason.
pub(crate) type Answer = Vec<(&'static str, Meaningful<f64>)>;

/// A function with one figure.
pub(crate) fn one(name: &'static str, figure: Meaningful<f64>) -> Answer {
    vec![(name, figure)]
}

/// A figure of a result, by its name.
type Part<T> = (&'static str, fn(&T) -> f64);

/// A function whose figures stand and fall together.
pub(crate) fn parts<T, const N: usize>(result: Meaningful<T>, figures: [Part<T>; N]) -> Answer {
    let of = |figure: fn(&T) -> f64| result.as_ref().map(figure).map_err(|reason| *reason);
    figures
        .map(|(name, figure)| (name, of(figure)))
        .into_iter()
        .collect()
}

/// What we answer; none for a function that nobody knows.
pub(crate) fn answer(function: &str, inputs: &Inputs) -> Option<Answer> {
    None.or_else(|| gaps::answer(function, inputs))
        .or_else(|| moves::answer(function, inputs))
        .or_else(|| returns::answer(function, inputs))
        .or_else(|| warranted::answer(function, inputs))
        .or_else(|| groups::answer(function, inputs))
}
