//! Properties of shown values: the digits, their rounding, the way back.

use proptest::prelude::*;
use rerate::text::Language::{self, English};
use rerate::text::numbers::{Shape, field_text, parse, plain, show, show_figure};
use rerate::workbook::{Figure, Unit};

use super::UNITS;

/// `|value| x 10^places` rounded to `decimals`, halves up, by the digits of the
/// standard library's shortest text.
fn rounded_by_hand(value: f64, places: usize, decimals: usize) -> String {
    let text = value.abs().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut digits: Vec<u8> = (whole.to_owned() + fraction).into_bytes();
    let mut point = whole.len() + places;
    while digits.len() < point + decimals + 1 {
        digits.push(b'0');
    }
    let up = digits[point + decimals] >= b'5';
    digits.truncate(point + decimals);
    if up {
        let mut place = digits.len();
        loop {
            if place == 0 {
                digits.insert(0, b'1');
                point += 1;
                break;
            }
            place -= 1;
            if digits[place] < b'9' {
                digits[place] += 1;
                break;
            }
            digits[place] = b'0';
        }
    }
    let digits = String::from_utf8(digits).unwrap();
    let whole = digits[..point].trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    match &digits[point..] {
        "" => whole.to_owned(),
        fraction => format!("{whole}.{fraction}"),
    }
}

fn ascii(text: &str) -> String {
    text.replace(',', "").replace('−', "-")
}

fn ordinary() -> impl Strategy<Value = f64> {
    prop_oneof![
        any::<f64>().prop_filter("finite", |value| value.is_finite()),
        -1e16..1e16_f64,
        -10.0..10.0_f64,
        (any::<i32>(), 0..12_i32)
            .prop_map(|(digits, places)| f64::from(digits) / 10_f64.powi(places)),
        (any::<i32>(), 0..6_i32)
            .prop_map(|(halves, places)| { (f64::from(halves) + 0.5) / 10_f64.powi(places) }),
    ]
}

proptest! {
    #[test]
    fn exact_figures_show_the_shortest_digits(value in ordinary()) {
        let text = show_figure(Figure::exact(value), Unit::Number, English);
        prop_assert_eq!(ascii(&text), (value + 0.0).to_string());
    }

    #[test]
    fn exact_values_come_back(value in ordinary(), unit in 0..5_usize) {
        let figure = Figure::exact(value);
        for language in Language::ALL {
            for text in [
                show_figure(figure, UNITS[unit], language),
                field_text(figure, UNITS[unit], language),
            ] {
                let read = parse(&text, UNITS[unit], language);
                prop_assert_eq!(read.map(|figure| figure.value), Ok(value), "{}", text);
            }
        }
    }

    #[test]
    fn printed_figures_come_back(
        sign in "-?", about in "(about )?", whole in "0|[1-9][0-9]{0,11}",
        fraction in "(\\.[0-9]{1,8})?",
        ending in prop_oneof![
            Just("%"), Just("x"), Just("bn"), Just("tn"), Just("万"), Just("百亿"),
            Just("lakh"), Just("years"), Just("months"), Just("days"), Just("bp"),
            Just(""), Just("e7"), Just("e-7"), Just("e20"),
        ],
    ) {
        let text = format!("{about}{sign}{whole}{fraction}{ending}");
        // A year is no round number of months or days, so of these no more than
        // fifteen digits can be told from the quotient.
        prop_assume!(!matches!(ending, "months" | "days") || whole.len() + fraction.len() < 15);
        for unit in UNITS {
            let Ok(figure) = parse(&text, unit, English) else { continue };
            for language in Language::ALL {
                for shown in [
                    show_figure(figure, unit, language),
                    field_text(figure, unit, language),
                ] {
                    prop_assert_eq!(parse(&shown, unit, language), Ok(figure), "{}: {}", text, shown);
                }
            }
        }
    }

    #[test]
    fn values_are_rounded_half_away_from_zero(value in ordinary(), decimals in 0..20_u8) {
        let shape = Shape::fixed(decimals);
        let text = ascii(&plain(value, shape));
        prop_assert_eq!(
            text.trim_start_matches('-'), rounded_by_hand(value, 0, usize::from(decimals))
        );
        prop_assert_eq!(text.starts_with('-'), value < 0.0 && text.contains(|c| matches!(c, '1'..='9')));
        let text = ascii(&show(value, Unit::Ratio, shape, English));
        prop_assert_eq!(
            text.trim_start_matches('-').trim_end_matches('%'),
            rounded_by_hand(value, 2, usize::from(decimals))
        );
    }

    #[test]
    fn what_is_shown_can_be_typed(value in ordinary(), unit in 0..5_usize, decimals in 0..4_u8) {
        let unit = UNITS[unit];
        for language in Language::ALL {
            for shape in [Shape::fixed(decimals), Shape::up_to(decimals), Shape::up_to(decimals).signed()] {
                let text = show(value, unit, shape, language);
                let read = parse(&text, unit, language);
                let Ok(figure) = read else {
                    return Err(TestCaseError::fail(format!("{text}: {read:?}")));
                };
                // Rounding to four decimals or to a tenth of a scale.
                let coarse = if unit == Unit::Money { value.abs() } else { 1.0 };
                prop_assert!((figure.value - value).abs() <= (0.5_f64).max(0.5 * coarse), "{}", text);
            }
        }
    }

    #[test]
    fn all_languages_tell_the_same_number(value in ordinary(), unit in 0..5_usize) {
        let read = Language::ALL.map(|language| {
            let text = show(value, UNITS[unit], Shape::up_to(1), language);
            parse(&text, UNITS[unit], language).map(|figure| figure.value)
        });
        prop_assert_eq!(read[0], read[1]);
        prop_assert_eq!(read[0], read[2]);
    }
}

#[test]
fn powers_of_two_and_ten_show_their_shortest_digits() {
    for exponent in -1074..1024 {
        for value in [
            libm::ldexp(1.0, exponent),
            f64::from_bits(libm::ldexp(1.0, exponent).to_bits() + 1),
        ] {
            let text = show_figure(Figure::exact(value), Unit::Number, English);
            assert_eq!(ascii(&text), value.to_string());
        }
    }
    for power in -323..309 {
        let value: f64 = format!("1e{power}").parse().unwrap();
        let text = show_figure(Figure::exact(value), Unit::Number, English);
        assert_eq!(ascii(&text), value.to_string());
    }
}
