//! The browser's own formatter as an oracle, by its answers in intl.json.

use rerate::text::Language;
use rerate::text::numbers::{Shape, show};
use rerate::workbook::Unit;
use serde_json::Value;

fn reference() -> Value {
    serde_json::from_str(include_str!("intl.json")).expect("the reference file")
}

fn rows(case: &Value) -> impl Iterator<Item = (f64, &str)> {
    case["rows"].as_array().unwrap().iter().map(|row| {
        let value = row[0].as_str().unwrap().parse().unwrap();
        (value, row[1].as_str().unwrap())
    })
}

#[test]
fn percent_and_plain_numbers() {
    let reference = reference();
    let mut compared = 0;
    for case in reference["cases"].as_array().unwrap() {
        let unit = match case["style"].as_str().unwrap() {
            "percent" => Unit::Ratio,
            _ => Unit::Number,
        };
        let most = u8::try_from(case["most"].as_u64().unwrap()).unwrap();
        let mut shape = if case["least"] == case["most"] {
            Shape::fixed(most)
        } else {
            Shape::up_to(most)
        };
        if case["signed"] == true {
            shape = shape.signed();
        }
        for (value, text) in rows(case) {
            for language in Language::ALL {
                assert_eq!(show(value, unit, shape, language), text, "{value:e}");
            }
            compared += 1;
        }
    }
    assert!(compared > 2_000, "{compared} rows");
}

#[test]
fn scale_words() {
    let reference = reference();
    for case in reference["scales"].as_array().unwrap() {
        let language = Language::from_tag(case["language"].as_str().unwrap()).unwrap();
        for (value, text) in rows(case) {
            let ours = show(value, Unit::Money, Shape::up_to(1), language)
                .replace(',', "")
                .replace("tn", "T")
                .replace("bn", "B")
                .replace('m', "M");
            assert_eq!(ours, text, "{value:e}");
        }
    }
}
