//! How values and figures are shown.

use rerate::text::Language::{self, English, SimplifiedChinese, TraditionalChinese};
use rerate::text::numbers::{Shape, field_text, log_points, parse, plain, show, show_figure};
use rerate::workbook::{Figure, Unit};

use super::UNITS;

#[test]
fn the_articles_figures() {
    let money = |value, language| show(value, Unit::Money, Shape::up_to(1), language);
    assert_eq!(money(732e9, English), "732bn");
    assert_eq!(money(732e9 / 0.88, English), "831.8bn");
    assert_eq!(money(732e9 / 0.88 + 732e9, English), "1,563.8bn");
    assert_eq!(money(1.8e12, English), "1.8tn");
    assert_eq!(money(732e9, SimplifiedChinese), "7,320亿");
    assert_eq!(money(732e9 / 0.88, SimplifiedChinese), "8,318亿");
    assert_eq!(money(732e9 / 0.88 + 732e9, SimplifiedChinese), "1.5638万亿");
    assert_eq!(money(1.8e12, SimplifiedChinese), "1.8万亿");
    assert_eq!(money(732e9, TraditionalChinese), "7,320億");
    assert_eq!(money(1.8e12, TraditionalChinese), "1.8兆");

    let signed = Shape::fixed(1).signed();
    let percent = |value| show(value, Unit::Ratio, signed, English);
    assert_eq!(percent(16.1 / 26.8 - 1.0), "−39.9%");
    assert_eq!(percent(26.8 / 16.1 - 1.0), "+66.5%");
    assert_eq!(percent(1.88 / (253.0 / 24.0) - 1.0), "−82.2%");
    assert_eq!(
        show(16.1, Unit::Multiple, Shape::fixed(1), English),
        "16.1x"
    );
    assert_eq!(
        show(16.1, Unit::Multiple, Shape::fixed(1), SimplifiedChinese),
        "16.1倍"
    );
}

#[test]
fn what_rounds_to_zero_has_no_sign() {
    for shape in [
        Shape::fixed(1),
        Shape::up_to(1),
        Shape::fixed(1).signed(),
        Shape::up_to(1).signed(),
    ] {
        for value in [0.0, -0.0, -0.0004, 0.0004, -5e-324, f64::MIN_POSITIVE] {
            for unit in UNITS {
                for language in Language::ALL {
                    let text = show(value, unit, shape, language);
                    assert!(text.starts_with('0'), "{text}");
                    assert!(log_points(value, shape, language).starts_with('0'));
                }
            }
        }
    }
}

#[test]
fn one_is_singular_and_nothing_else() {
    let years = |value, shape| show(value, Unit::Years, shape, English);
    assert_eq!(years(1.0, Shape::up_to(1)), "1 year");
    assert_eq!(years(-1.0, Shape::fixed(0)), "−1 year");
    assert_eq!(years(1.02, Shape::up_to(1)), "1 year");
    assert_eq!(years(1.0, Shape::fixed(1)), "1.0 years");
    assert_eq!(years(10.0, Shape::up_to(1)), "10 years");
    assert_eq!(years(0.0, Shape::up_to(1)), "0 years");
    assert_eq!(years(2.5, Shape::up_to(1)), "2.5 years");
    assert_eq!(log_points(0.01, Shape::up_to(1), English), "1 log point");
    assert_eq!(
        show(2.0, Unit::Years, Shape::up_to(1), TraditionalChinese),
        "2年"
    );
}

#[test]
fn log_points_are_hundredths() {
    let gap = libm::log(1.1);
    let shape = Shape::fixed(1).signed();
    assert_eq!(log_points(gap, shape, English), "+9.5 log points");
    assert_eq!(log_points(-gap, shape, SimplifiedChinese), "−9.5个对数点");
    assert_eq!(log_points(-gap, shape, TraditionalChinese), "−9.5個對數點");
}

#[test]
fn what_is_not_finite_is_a_dash() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        for unit in UNITS {
            assert_eq!(show(value, unit, Shape::fixed(1), English), "—");
            assert_eq!(show_figure(Figure::exact(value), unit, English), "—");
            assert_eq!(field_text(Figure::exact(value), unit, English), "—");
        }
        assert_eq!(log_points(value, Shape::fixed(1), English), "—");
        assert_eq!(plain(value, Shape::fixed(1)), "—");
    }
}

#[test]
fn money_rounds_up_into_the_next_scale() {
    let money = |value, shape| show(value, Unit::Money, shape, English);
    // A small amount is written out.
    assert_eq!(money(999.96, Shape::up_to(1)), "1,000");
    assert_eq!(money(1_563.818, Shape::up_to(1)), "1,563.8");
    assert_eq!(money(99_999.96, Shape::up_to(1)), "100k");
    assert_eq!(money(999.96e9, Shape::up_to(1)), "1tn");
    assert_eq!(money(9_999.96e9, Shape::up_to(1)), "10tn");
    assert_eq!(money(-9_999.96e9, Shape::fixed(1)), "−10.0tn");
    assert_eq!(money(9_999.94e9, Shape::fixed(1)), "9,999.9bn");
    assert_eq!(money(732e9, Shape::fixed(1)), "732.0bn");
    assert_eq!(money(1e17, Shape::up_to(1)), "100,000tn");
}

#[test]
fn figures_keep_their_digits() {
    let both = |text, unit, language| {
        let figure = parse(text, unit, English).unwrap();
        (
            show_figure(figure, unit, language),
            field_text(figure, unit, language),
        )
    };
    let same = |text: &str| (text.to_owned(), text.to_owned());
    assert_eq!(both("732bn", Unit::Money, English), same("732bn"));
    assert_eq!(
        both("732bn", Unit::Money, SimplifiedChinese),
        same("0.732万亿")
    );
    assert_eq!(both("732.0bn", Unit::Money, English), same("732.0bn"));
    assert_eq!(both("$1,563.8bn", Unit::Money, English), same("1,563.8bn"));
    assert_eq!(
        both("about 1.8tn", Unit::Money, English),
        same("about 1.8tn")
    );
    assert_eq!(
        both("about 1.8tn", Unit::Money, SimplifiedChinese),
        same("约1.8万亿")
    );
    assert_eq!(
        both("about 1.8tn", Unit::Money, TraditionalChinese),
        same("約1.8兆")
    );
    assert_eq!(
        both("1234567", Unit::Money, SimplifiedChinese),
        same("1,234,567")
    );
    assert_eq!(both("2e15", Unit::Money, English), same("2e15"));
    assert_eq!(both("18 months", Unit::Years, English), same("18 months"));
    assert_eq!(both("1 month", Unit::Years, English), same("1 month"));
    assert_eq!(
        both("7 months", Unit::Years, TraditionalChinese),
        same("7個月")
    );
    let pair = |shown: &str, field: &str| (shown.to_owned(), field.to_owned());
    assert_eq!(both("88", Unit::Ratio, English), pair("88%", "88"));
    assert_eq!(
        both("-40.0%", Unit::Ratio, English),
        pair("−40.0%", "−40.0")
    );
    assert_eq!(
        both("16.10", Unit::Multiple, English),
        pair("16.10x", "16.10")
    );
    assert_eq!(
        both("16.1", Unit::Multiple, TraditionalChinese),
        pair("16.1倍", "16.1")
    );
    assert_eq!(both("1", Unit::Years, English), pair("1 year", "1"));
    assert_eq!(both("1.0", Unit::Years, English), pair("1.0 years", "1.0"));
    assert_eq!(both("2", Unit::Years, SimplifiedChinese), pair("2年", "2"));
}

#[test]
fn exact_figures_show_all_of_their_value() {
    let shown = |value, unit| show_figure(Figure::exact(value), unit, English);
    assert_eq!(shown(0.88, Unit::Ratio), "88%");
    assert_eq!(shown(20.0, Unit::Ratio), "2,000%");
    assert_eq!(shown(732e9, Unit::Money), "732bn");
    assert_eq!(shown(0.1 + 0.2, Unit::Number), "0.30000000000000004");
    assert_eq!(shown(3000.0, Unit::Number), "3,000");
    assert_eq!(
        show_figure(Figure::exact(732e9), Unit::Money, SimplifiedChinese),
        "7,320亿"
    );
    // A half unit that no print has is not a reason to hide the value.
    let odd = Figure {
        value: 16.1,
        half_unit: 0.3,
    };
    assert_eq!(show_figure(odd, Unit::Multiple, English), "16.1x");
    let coarse = Figure {
        value: 16.1,
        half_unit: 5.0,
    };
    assert_eq!(show_figure(coarse, Unit::Multiple, English), "16.1x");
}

#[test]
fn a_small_change_is_not_told_as_none() {
    for (change, told) in [
        (0.123, "+12.3%"),
        (0.000_5, "+0.1%"),
        (0.000_4, "+0.04%"),
        (-0.000_4, "−0.04%"),
        (-0.000_001, "−0.0001%"),
        (1e-9, "0.0%"),
        (0.0, "0.0%"),
        (12.34, "+1,234%"),
    ] {
        assert_eq!(Language::English.signed_percent(change), told, "{change}");
    }
}
