//! Numbers of every kind, for what must hold on all of them.

use proptest::prelude::*;
use serde::Serialize;
use serde_json::Value;

/// Ordinary figures, boundary values, and any bit pattern of an `f64`.
pub(crate) fn any_number() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => -2.0..50.0_f64,
        3 => prop::sample::select(vec![
            0.0, -0.0, 1.0, -1.0, -1.0 + f64::EPSILON, f64::EPSILON, 5e-324, -5e-324,
            f64::MIN_POSITIVE, f64::MAX, f64::MIN, f64::INFINITY, f64::NEG_INFINITY, f64::NAN,
            1e-300, 1e300, -1e300, 1e16, 0.1, 100.0,
        ]),
        3 => prop::num::f64::ANY,
    ]
}

/// Fails on NaN and infinity wherever they are in `result`.
pub(crate) fn assert_finite(result: &impl Serialize) {
    // JSON has no word for them and writes null; so does nothing else here but
    // the options, which are named.
    let json = serde_json::to_value(result).unwrap();
    assert!(!holds_null(&json), "not a number in {json}");
}

fn holds_null(json: &Value) -> bool {
    match json {
        Value::Null => true,
        Value::Array(values) => values.iter().any(holds_null),
        Value::Object(fields) => fields.iter().any(|(name, value)| {
            holds_null(value) && !matches!(name.as_str(), "interaction" | "peer_multiple")
        }),
        _ => false,
    }
}
