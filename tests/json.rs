//! The form in which workbooks are written down, held against another reader
//! and writer of it.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]
#![allow(clippy::panic, reason = "a test fails by panicking")]
#![allow(clippy::indexing_slicing, reason = "a test fails by panicking")]

use proptest::prelude::*;
use rerate::exchange::json::{self, Fault, JsonError, Misread};
use rerate::workbook::{Edit, Field, Figure, Name, NewSector, Place, Preset, Saved, Workbook};
use serde_json::Value;

fn fault(text: &str) -> (usize, Fault) {
    match json::read_saved(text) {
        Err(JsonError::Malformed(Misread { at, fault })) => (at, fault),
        other => panic!("{text}: {other:?}"),
    }
}

/// What our reader makes of the text of a number.
fn figure(text: &str) -> Option<Figure> {
    let file = [
        "{\"version\":1,\"preset\":\"blank\",\"figures\":{\"x\":{\"value\":",
        text,
        "}}}",
    ];
    let saved = json::read_saved(&file.concat()).ok()?;
    saved.figures.0.first()?.1
}

/// What our reader makes of the text of words.
fn words(text: &str) -> Option<String> {
    let file = ["{\"version\":1,\"preset\":", text, "}"].concat();
    json::read_saved(&file).ok().map(|saved| saved.preset)
}

/// A saved workbook of one figure and a name.
fn saved(preset: &str, value: f64) -> Saved {
    let mut saved = Saved::from(&Workbook::from(Preset::Blank));
    saved.preset = preset.to_owned();
    saved.figures.0 = vec![("x".to_owned(), Some(Figure::exact(value)))];
    saved
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let start = "{\"version\":1,\"preset\":\"blank\"";
    for (text, at, wrong) in [
        ("", 0, Fault::Unexpected),
        ("[]", 0, Fault::Unexpected),
        ("{}", 0, Fault::Missing("version")),
        ("{\"version\":1.5}", 11, Fault::Unexpected),
        ("{\"version\":-1}", 11, Fault::Unexpected),
        ("{\"version\":1,\"version\":1}", 23, Fault::Twice("version")),
        (&[start, ",}"].concat(), start.len() + 1, Fault::Unexpected),
        (&[start, "}}"].concat(), start.len() + 1, Fault::Unexpected),
        (
            &[start, ",\"choices\":{\"goal\":\"most\"}}"].concat(),
            start.len() + 19,
            Fault::UnknownWord("most".to_owned()),
        ),
        (
            &[start, ",\"figures\":{\"past.a.change\":{\"value\":1e999}}}"].concat(),
            start.len() + 42,
            Fault::NumberTooLarge,
        ),
    ] {
        assert_eq!(fault(text), (at, wrong), "{text}");
    }
    let deep = [start, ",\"later\":", &"[".repeat(1_000_000)].concat();
    assert_eq!(fault(&deep).1, Fault::TooDeep);
}

#[test]
fn what_a_later_version_adds_is_passed_over() {
    let text = r#" { "version" : 1, "later": [null, true, false, -1.5E+3, "\u00e9\"", {"a": {}, "b": []}],
        "preset": "bl\u0061nk" , "figures": { } } "#;
    let read = json::read(text).expect("a workbook");
    assert_eq!(read, Workbook::from(Preset::Blank));
}

#[test]
fn words_are_read_with_what_stands_for_others() {
    let text = r#""\"\\\/\b\f\n\r\t\u4e2d\ud83d\ude00é""#;
    let read = words(text).expect("words");
    assert_eq!(read, "\"\\/\u{8}\u{c}\n\r\t中😀é");
    for bad in [
        r#""\x""#,
        r#""\u12""#,
        r#""\u12g4""#,
        r#""\ud83d""#,
        r#""\ude00""#,
        r#""\ud83d\u0041""#,
        r#""a"#,
        "\"a\nb\"",
        "'a'",
    ] {
        assert_eq!(words(bad), None, "{bad}");
    }
}

#[test]
fn numbers_are_what_json_takes_for_numbers() {
    for good in [
        "0", "-0", "10", "1.5", "-1.25e-3", "1E5", "1e+05", "0.1", "1.234",
    ] {
        let value: f64 = serde_json::from_str(good).expect("a number");
        let read = figure(good).expect(good);
        assert_eq!(read.value.to_bits(), value.to_bits(), "{good}");
    }
    for bad in [
        "01", "+1", ".5", "1.", "1e", "1e+", "- 1", "--1", "1,5", "1 000", "1bn", "NaN", "null",
        "\"1\"", "0x1", "1_0", "",
    ] {
        assert_eq!(figure(bad), None, "{bad}");
    }
}

#[test]
fn the_written_form_stays() {
    let mut workbook = Workbook::from(Preset::GoldenDragonVsNasdaq);
    let edit = Edit::PutSectors {
        rows: vec![NewSector {
            name: Name::Own("a \"b\"\\\n\u{1}中".to_owned()),
            measure: None,
            a: Some(Figure::exact(16.25)),
            b: None,
            weight: None,
            growth_a: None,
            growth_b: None,
            stated: None,
        }],
        replace: true,
    };
    edit.apply(&mut workbook).expect("within the limits");
    let text = json::write(&workbook);
    let expected = serde_json::to_value(Saved::from(&workbook)).expect("a value");
    let written: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(in_doubles(written), in_doubles(expected));
    let again = json::read(&text).expect("a workbook");
    assert_eq!(json::write(&again), text);
}

/// The value with every number as a double: 1 and 1.0 are the same.
fn in_doubles(value: Value) -> Value {
    match value {
        Value::Number(number) => number.as_f64().into(),
        Value::Array(items) => items.into_iter().map(in_doubles).collect(),
        Value::Object(items) => items
            .into_iter()
            .map(|(key, item)| (key, in_doubles(item)))
            .collect(),
        other => other,
    }
}

proptest! {
    #[test]
    fn every_double_is_read_as_it_was_written(bits: u64) {
        let value = f64::from_bits(bits);
        let text = json::write_saved(&saved("blank", value));
        if value.is_finite() {
            let other: Saved = serde_json::from_str(&text).expect("JSON");
            for read in [json::read_saved(&text).expect("our own"), other] {
                let figure = read.figures.0[0].1.expect("a figure");
                prop_assert_eq!(figure.value.to_bits(), bits);
            }
        } else {
            prop_assert!(json::read_saved(&text).is_err());
        }
    }

    #[test]
    fn doubles_are_read_as_another_reader_reads_them(bits: u64, digits in 1_usize..30) {
        let value = f64::from_bits(bits);
        if value.is_finite() {
            let text = format!("{value:.digits$e}");
            let other = serde_json::from_str::<f64>(&text).ok();
            let read = figure(&text).map(|figure| figure.value);
            prop_assert_eq!(read.map(f64::to_bits), other.map(f64::to_bits), "{}", text);
        }
    }

    #[test]
    fn words_come_back(words: String) {
        let text = json::write_saved(&saved(&words, 1.0));
        prop_assert_eq!(&json::read_saved(&text).expect("our own").preset, &words);
        let other: Saved = serde_json::from_str(&text).expect("JSON");
        prop_assert_eq!(&other.preset, &words);
    }

    #[test]
    fn any_figures_come_back(
        figures in prop::collection::vec((0..Field::ALL.len(), any::<f64>(), any::<f64>()), 0..8),
    ) {
        let mut workbook = Workbook::from(Preset::ChinaVsUs);
        for (index, value, half_unit) in figures {
            let field = *Field::ALL.get(index).expect("a field");
            // What lies outside the limits changes nothing.
            let _ = Edit::Figure(Place::Field(field), Some(Figure { value, half_unit }))
                .apply(&mut workbook);
        }
        prop_assert_eq!(json::read(&json::write(&workbook)).expect("a workbook"), workbook);
    }

    #[test]
    fn no_text_makes_it_panic(text in ".*") {
        let _ = json::read(&text);
    }

    #[test]
    fn no_likely_text_makes_it_panic(
        cut in 0_usize..2_000,
        put in "[-{}\\[\\]:,\"\\\\0-9eE.a-z ]{0,6}",
        count in 0_usize..8,
    ) {
        let good = json::write(&Workbook::from(Preset::GoldenDragonVsNasdaq));
        let cut = cut % good.len();
        let (front, back) = good.split_at_checked(cut).expect("ASCII");
        let back = back.get(count..).unwrap_or_default();
        let text = [front, &put, back].concat();
        let ours = json::read_saved(&text);
        // Another reader takes lists for maps, and nothing else that ours does not.
        if let Ok(saved) = ours {
            let other: Saved = serde_json::from_str(&text).expect(&text);
            prop_assert_eq!(saved, other);
        }
    }
}
