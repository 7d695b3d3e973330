//! Figures to try, and how near two results must be.

use std::fmt::Debug;
use std::ops::Range;

use proptest::prelude::*;
use rerate::valuation::Meaningful;
use serde::Serialize;
use serde_json::Value;

/// Every bit pattern: subnormal, infinite, NaN.
pub(crate) fn anything() -> impl Strategy<Value = f64> {
    prop_oneof![
        proptest::num::f64::ANY,
        -10.0..10.0,
        Just(0.0),
        Just(-0.0),
        Just(1.0),
        Just(-1.0),
        Just(f64::MAX),
        Just(f64::MIN_POSITIVE),
        Just(f64::from_bits(1)),
    ]
}

/// A positive number of any order of magnitude in the range of exponents.
pub(crate) fn magnitude(exponents: Range<f64>) -> impl Strategy<Value = f64> {
    exponents.prop_map(|exponent| libm::pow(10.0, exponent))
}

/// Whether two numbers differ by at most so many units in the last place, of the
/// larger of them or of `size`: what a sum that nearly cancels was made of.
pub(crate) fn near(a: f64, b: f64, ulps: f64, size: f64) -> bool {
    (a - b).abs() <= ulps * f64::EPSILON * size.abs().max(a.abs()).max(b.abs())
}

/// Never NaN, never infinite: either a number or a reason.
pub(crate) fn finite_or_reason<T: Copy + Debug>(result: Meaningful<T>, parts: &[fn(T) -> f64]) {
    if let Ok(found) = result {
        for part in parts {
            assert!(part(found).is_finite(), "{found:?}");
        }
    }
}

/// Never NaN, never infinite, wherever in `result`.
pub(crate) fn assert_finite(result: &impl Serialize) {
    // JSON has no word for them and writes null. The only other null here is an
    // option that is not given.
    let json = serde_json::to_value(result).unwrap();
    assert!(!holds_null(&json), "not a number in {json}");
}

fn holds_null(json: &Value) -> bool {
    match json {
        Value::Null => true,
        Value::Array(values) => values.iter().any(holds_null),
        Value::Object(fields) => fields
            .iter()
            .any(|(name, value)| holds_null(value) && name != "interaction"),
        _ => false,
    }
}

pub(crate) fn itself(number: f64) -> f64 {
    number
}
