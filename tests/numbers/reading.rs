//! What holds for reading any text at all.

use proptest::prelude::*;
use rerate::text::Language::{self, English};
use rerate::text::numbers::{
    DecimalMark, NumberError, ambiguous, parse, parse_marked, show_figure,
};
use rerate::workbook::{Figure, Unit};

use super::UNITS;

#[test]
fn one_separator_before_three_digits_is_worth_a_question() {
    for text in [
        "1,234", "1.234", "12,345", "123.456", "-1,234", "1.234%", "1,234x", "$1.234bn",
    ] {
        let units = UNITS
            .iter()
            .filter(|unit| parse(text, **unit, English).is_ok());
        for unit in units {
            assert!(ambiguous(text, *unit, English), "{text}");
        }
    }
    for text in [
        "1,234.5",
        "1.234,5",
        "1,5",
        "1.5",
        "1234",
        "0.123",
        "0,123",
        "1234.567",
        "1,234,567",
        "1.234.567",
        "1 234",
        "1'234.567",
        "1.2345",
        ".234",
        "",
        "abc",
        "1,234,",
        "16.1 26.8",
    ] {
        assert!(!ambiguous(text, Unit::Number, English), "{text}");
    }
}

#[test]
fn the_decimal_mark_of_the_source_settles_it() {
    let read =
        |text, mark| parse_marked(text, Unit::Number, English, mark).map(|figure| figure.value);
    assert_eq!(read("1.234", DecimalMark::Point), Ok(1.234));
    assert_eq!(read("1.234", DecimalMark::Comma), Ok(1234.0));
    assert_eq!(read("1,234", DecimalMark::Point), Ok(1234.0));
    assert_eq!(read("1,234", DecimalMark::Comma), Ok(1.234));
    // What can be read one way only is read that way.
    for mark in [DecimalMark::Point, DecimalMark::Comma] {
        assert_eq!(read("1.5", mark), Ok(1.5));
        assert_eq!(read("1,5", mark), Ok(1.5));
        assert_eq!(read("1.234,5", mark), Ok(1234.5));
        assert_eq!(read("1,234.5", mark), Ok(1234.5));
    }
}

#[test]
fn a_text_longer_than_any_number_is_refused_at_once() {
    for text in [
        "9".repeat(1 << 20),
        "-".repeat(1 << 20),
        "約".repeat(1 << 20),
    ] {
        assert_eq!(
            parse(&text, Unit::Money, English),
            Err(NumberError::TooLong)
        );
    }
    let spaces = " ".repeat(1 << 20);
    assert_eq!(
        parse(&spaces, Unit::Money, English),
        Err(NumberError::Empty)
    );
    assert_eq!(
        parse(&format!("{spaces}5{spaces}"), Unit::Number, English),
        Ok(Figure {
            value: 5.0,
            half_unit: 0.5
        })
    );
}

/// The decimal text half-way between two neighbouring doubles of
/// `significand x 2^exponent`.
fn midpoint(significand: u64, exponent: i32) -> String {
    let odd = u128::from(significand) * 2 + 1;
    if exponent > 0 {
        (odd << (exponent - 1)).to_string()
    } else {
        let places = 1 - exponent;
        let digits = (odd * 5_u128.pow(places.unsigned_abs())).to_string();
        format!("{digits}e-{places}")
    }
}

proptest! {
    #[test]
    fn values_are_the_nearest_doubles(
        digits in "[0-9]{1,40}", decimals in "[0-9]{0,40}", power in -330..330_i32,
    ) {
        for text in [format!("{digits}.{decimals}"), format!("{digits}.{decimals}e{power}")] {
            let expected: f64 = text.parse().unwrap();
            match parse(&text, Unit::Number, English) {
                Ok(figure) => prop_assert_eq!(figure.value, expected, "{}", text),
                Err(error) => prop_assert_eq!(error, NumberError::TooLarge, "{}", text),
            }
        }
    }

    #[test]
    fn ties_and_their_neighbourhood_are_rounded_as_the_standard_library_does(
        significand in (1_u64 << 52)..(1 << 53), exponent in -29..60_i32, more in "[0-9]{0,3}",
    ) {
        let tie = midpoint(significand, exponent);
        let (digits, power) = tie.split_once('e').unwrap_or((&tie, "0"));
        for text in [tie.clone(), format!("{digits}.{more}e{power}"), format!("{digits}.0001e{power}")] {
            let read = parse(&text, Unit::Number, English).unwrap();
            prop_assert_eq!(read.value, text.parse::<f64>().unwrap(), "{}", text);
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in ".*", unit in 0..5_usize, language in 0..3_usize) {
        check(&text, UNITS[unit], Language::ALL[language])?;
    }

    #[test]
    fn no_text_of_likely_characters_makes_it_panic(
        text in "[-−+0-9０-９., '’()（）%％‰xX×倍eE$¥€~≈约約万萬亿億兆千百个個点點 \u{a0}\u{3000}\u{200b}kmbtnaouc。年月]{0,24}",
        unit in 0..5_usize,
        language in 0..3_usize,
    ) {
        check(&text, UNITS[unit], Language::ALL[language])?;
    }
}

fn check(text: &str, unit: Unit, language: Language) -> Result<(), TestCaseError> {
    for mark in [DecimalMark::Point, DecimalMark::Comma] {
        if let Ok(figure) = parse_marked(text, unit, language, mark) {
            prop_assert!(figure.value.is_finite() && figure.half_unit.is_finite());
            prop_assert!(figure.half_unit >= 0.0);
            prop_assert!(figure.value != 0.0 || figure.value.is_sign_positive());
            prop_assert!(text.chars().any(char::is_numeric));
            prop_assert_eq!(
                parse(&show_figure(figure, unit, language), unit, language),
                Ok(figure)
            );
        }
    }
    prop_assert!(!ambiguous(text, unit, language) || parse(text, unit, language).is_ok());
    Ok(())
}
