//! Figures moved by their last digit, and computed ones put into a field.

use proptest::prelude::*;
use rerate::text::Language::{self, English, SimplifiedChinese, TraditionalChinese};
use rerate::text::numbers::{computed, field_text, parse, step, unit_sign};
use rerate::workbook::{Figure, Unit};

use super::UNITS;

#[test]
fn the_last_digit_moves() {
    for (text, count, unit, next) in [
        ("88%", 1, Unit::Ratio, "89"),
        ("88%", -10, Unit::Ratio, "78"),
        ("99%", 1, Unit::Ratio, "100"),
        ("0%", -1, Unit::Ratio, "−1"),
        ("-1%", 1, Unit::Ratio, "0"),
        ("-0.5%", 10, Unit::Ratio, "0.5"),
        ("0.2", 1, Unit::Multiple, "0.3"),
        ("16.1x", 10, Unit::Multiple, "17.1"),
        ("16.10x", 1, Unit::Multiple, "16.11"),
        ("26", -1, Unit::Multiple, "25"),
        ("732bn", 1, Unit::Money, "733bn"),
        ("999bn", 1, Unit::Money, "1,000bn"),
        ("about 1.8tn", 1, Unit::Money, "about 1.9tn"),
        ("2", 1, Unit::Years, "3"),
        ("18 months", 1, Unit::Years, "19 months"),
        ("1 month", -1, Unit::Years, "0 months"),
        ("9,999", 1, Unit::Number, "10,000"),
        ("0.0000001", 1, Unit::Number, "0.0000002"),
        ("2e15", 1, Unit::Money, "3e15"),
    ] {
        let figure = parse(text, unit, English).unwrap();
        let stepped = field_text(step(figure, count, unit), unit, English);
        assert_eq!(stepped, next, "{text} by {count}");
    }
}

#[test]
fn an_exact_figure_moves_by_what_a_field_shows_of_it() {
    let stepped = |value, unit| step(Figure::exact(value), 1, unit).value;
    assert_eq!(stepped(0.88, Unit::Ratio), 0.89);
    assert_eq!(stepped(20.0, Unit::Ratio), 20.01);
    assert_eq!(stepped(0.1 + 0.2, Unit::Multiple), 0.4);
    assert_eq!(stepped(732e9, Unit::Money), 733e9);
    assert_eq!(stepped(732e9 / 0.88, Unit::Money), 831.9e9);
    assert_eq!(stepped(2.0, Unit::Years), 3.0);
    assert_eq!(stepped(0.0, Unit::Ratio), 0.01);
}

#[test]
fn a_computed_value_is_shown_rounded() {
    for (value, unit, english, chinese) in [
        (16.1 / 26.8 - 1.0, Unit::Ratio, "−39.9", "−39.9"),
        (0.88, Unit::Ratio, "88.0", "88.0"),
        (26.8 / 16.1, Unit::Multiple, "1.7", "1.7"),
        (18.0 / 7.0, Unit::Years, "2.57", "2.57"),
        (0.2, Unit::Years, "2.4 months", "2.4个月"),
        (732e9 / 0.88, Unit::Money, "831.8bn", "8,318亿"),
        (1.5638e12, Unit::Money, "1,563.8bn", "1.5638万亿"),
        (-0.0001, Unit::Ratio, "0.0", "0.0"),
    ] {
        let figure = computed(value, unit);
        assert_eq!(field_text(figure, unit, English), english);
        assert_eq!(field_text(figure, unit, SimplifiedChinese), chinese);
    }
}

#[test]
fn the_unit_stands_beside_the_field() {
    let signs = |unit| Language::ALL.map(|language| unit_sign("2", unit, language));
    assert_eq!(signs(Unit::Ratio), ["%", "%", "%"]);
    assert_eq!(signs(Unit::Multiple), ["x", "倍", "倍"]);
    assert_eq!(signs(Unit::Years), [" years", "年", "年"]);
    assert_eq!(unit_sign("1", Unit::Years, English), " year");
    assert_eq!(unit_sign("18 months", Unit::Years, English), "");
    assert_eq!(unit_sign("18個月", Unit::Years, TraditionalChinese), "");
    assert_eq!(signs(Unit::Money), ["", "", ""]);
    assert_eq!(signs(Unit::Number), ["", "", ""]);
}

proptest! {
    #[test]
    fn a_step_there_and_back_is_none(
        text in "(about )?-?(0|[1-9][0-9]{0,9})(\\.[0-9]{1,4})?( months)?",
        unit in 0..5_usize, count in -100..100_i32,
    ) {
        if let Ok(figure) = parse(&text, UNITS[unit], English) {
            let there = step(figure, count, UNITS[unit]);
            prop_assert_eq!(step(there, -count, UNITS[unit]), figure);
            let shown = field_text(there, UNITS[unit], TraditionalChinese);
            prop_assert_eq!(parse(&shown, UNITS[unit], TraditionalChinese), Ok(there));
        }
    }

    #[test]
    fn any_figure_can_be_stepped(
        value in any::<f64>(), half_unit in any::<f64>(), count in any::<i32>(), unit in 0..5_usize,
    ) {
        for figure in [Figure { value, half_unit }, Figure::exact(value)] {
            let stepped = step(figure, count, UNITS[unit]);
            prop_assert!(stepped.value.is_finite() || !value.is_finite());
            prop_assert!(stepped.half_unit.is_finite() || !half_unit.is_finite());
        }
        let shown = computed(value, UNITS[unit]);
        prop_assert!(shown.value.is_finite() || value.abs() > 1e307 || !value.is_finite());
    }
}
