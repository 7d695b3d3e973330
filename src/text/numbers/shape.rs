//! Computed values, written in as many digits as their place wants.

use super::decimal::{Decimal, nearest};
use super::symbols;
use super::words::Span;
use crate::text::{Date, Language};
use crate::workbook::Unit;

/// How many decimals a shown value has, and whether a plus sign is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    decimals: u8,
    trimmed: bool,
    signed: bool,
}

impl Shape {
    /// Always so many decimals, for columns: 16.0, 26.8.
    #[must_use]
    pub const fn fixed(decimals: u8) -> Self {
        Self {
            decimals,
            trimmed: false,
            signed: false,
        }
    }

    /// At most so many decimals, for sentences: 16, 26.8.
    #[must_use]
    pub const fn up_to(decimals: u8) -> Self {
        Self {
            decimals,
            trimmed: true,
            signed: false,
        }
    }

    /// With a plus sign before what is more than zero, for changes: +4.6%.
    #[must_use]
    pub const fn signed(self) -> Self {
        Self {
            signed: true,
            ..self
        }
    }
}

/// A value with the sign of its unit: "−40.0%", "16.1x" (16.1倍), "1,563.8bn"
/// (1.5638万亿), "2.5 years" (2.5年), "1,234.5".
///
/// Halves are rounded away from zero, as `Intl.NumberFormat` does; what rounds
/// to zero has no sign. Money is rounded in thousands, millions, billions or
/// trillions, so one decimal of 831.8bn is 0.1bn, in every language. What is not
/// finite is shown as a dash.
///
/// ```
/// use rerate::text::{Language::{English, SimplifiedChinese}, numbers::{Shape, show}};
/// use rerate::workbook::Unit;
///
/// assert_eq!(show(-0.4, Unit::Ratio, Shape::fixed(1), English), "−40.0%");
/// assert_eq!(show(-0.0004, Unit::Ratio, Shape::fixed(1), English), "0.0%");
/// assert_eq!(show(8.318e11, Unit::Money, Shape::up_to(1), SimplifiedChinese), "8,318亿");
/// ```
#[must_use]
pub fn show(value: f64, unit: Unit, shape: Shape, language: Language) -> String {
    if !value.is_finite() {
        return String::from(symbols::MISSING);
    }
    if unit == Unit::Money {
        return show_money(value, shape, language);
    }
    if unit == Unit::Day {
        return language.date(Date::of_day(value));
    }
    let (mut text, one) = shaped(value, symbols::places_shown(unit), shape);
    text.push_str(symbols::unit_mark(unit, one, language));
    text
}

/// A bare number with its thousands parted, the same in all three languages:
/// "1,234.5".
#[must_use]
pub fn plain(value: f64, shape: Shape) -> String {
    show(value, Unit::Number, shape, Language::English)
}

/// A number in all its digits for a spreadsheet or a file: "-0.4", "1564000",
/// without thousands parted. It is read back as the same double.
///
/// ```
/// use rerate::text::numbers::bare;
///
/// assert_eq!(bare(-0.1 - 0.2), "-0.30000000000000004");
/// assert_eq!(bare(7.32e11), "732000000000");
/// ```
#[must_use]
pub fn bare(value: f64) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let number = Decimal::shortest(value);
    let mut text = String::new();
    number.write(&mut text, 0);
    text.retain(|character| character != ',');
    if number.negative && number.digits > 0 {
        text.insert(0, '-');
    }
    text
}

/// A difference of natural logarithms in log points, hundredths of one: ln 1.1
/// is "9.5 log points".
#[must_use]
pub fn log_points(difference: f64, shape: Shape, language: Language) -> String {
    if !difference.is_finite() {
        return String::from(symbols::MISSING);
    }
    let (mut text, one) = shaped(difference, 2, shape);
    text.push_str(symbols::log_points(one, language));
    text
}

/// A time given in years, counted in months where it is less than two years:
/// "2.4 months", "3 years".
///
/// ```
/// use rerate::text::{Language::English, numbers::{Shape, span}};
///
/// assert_eq!(span(0.2, Shape::up_to(1), English), "2.4 months");
/// assert_eq!(span(3.0, Shape::up_to(1), English), "3 years");
/// ```
#[must_use]
pub fn span(years: f64, shape: Shape, language: Language) -> String {
    if !years.is_finite() || years.abs() >= 2.0 {
        return show(years, Unit::Years, shape, language);
    }
    let months = years * Span::Month.a_year();
    let (mut text, one) = shaped(months, 0, shape);
    text.push_str(symbols::span_word(Span::Month, one, language));
    text
}

/// The digits of `value x 10^places` with their sign, and whether they are a
/// plain 1, which takes the singular.
fn shaped(value: f64, places: i32, shape: Shape) -> (String, bool) {
    let decimals = usize::from(shape.decimals);
    let mut number =
        Decimal::nearest_multiple(value, -places - i32::from(shape.decimals)).shifted(places);
    if shape.trimmed {
        number = number.trimmed();
    }
    let mut text = String::new();
    symbols::push_sign(&mut text, number, shape.signed);
    let shown = if shape.trimmed { 0 } else { decimals };
    number.write(&mut text, shown);
    let one = shown == 0 && number.digits == 1 && number.exponent == 0;
    (text, one)
}

fn show_money(value: f64, shape: Shape, language: Language) -> String {
    let decimals = i32::from(shape.decimals);
    let finest = symbols::rounding_power(value.abs()) - decimals;
    let number = Decimal::nearest_multiple(value, finest);
    // 9,999.96bn becomes 10tn and loses a zero or more.
    let rounded = nearest(number.digits, number.exponent);
    let finest = symbols::rounding_power(rounded) - decimals;
    let number = number.rounded(finest);
    let last = if shape.trimmed {
        number.trimmed().exponent
    } else {
        finest
    };
    let scale = if rounded < symbols::WRITTEN_OUT {
        None
    } else {
        symbols::best_scale(number, last, true, language)
    };
    let (power, word) = scale.unwrap_or((0, ""));
    let mut text = String::new();
    symbols::push_sign(&mut text, number, shape.signed);
    let decimals = usize::try_from(power - last).unwrap_or(0);
    number.trimmed().shifted(-power).write(&mut text, decimals);
    text.push_str(word);
    text
}
