//! A figure moved by the unit of its last digit, and a computed one put into
//! the digits of a field.

use super::decimal::{Decimal, nearest};
use super::figure_text::Printing;
use super::reading::printed;
use super::symbols;
use super::words::Span;
use crate::text::Language;
use crate::workbook::{Field, Figure, Unit};

/// The figure `count` units of its last digit further on: 88% is followed by
/// 89%, 16.1x by 16.2x, about 1.8tn by about 1.9tn, 18 months by 19.
///
/// An exact figure moves by its own last digit too, but by no less than a field
/// shows of a computed one. Where the sum has too many digits, the figure stays
/// as it is.
///
/// ```
/// use rerate::text::{Language::English, numbers::{field_text, parse, step}};
/// use rerate::workbook::Unit;
///
/// let typed = parse("0.2", Unit::Multiple, English)?;
/// assert_eq!(field_text(step(typed, 1, Unit::Multiple), Unit::Multiple, English), "0.3");
/// # Ok::<(), rerate::text::numbers::NumberError>(())
/// ```
#[must_use]
pub fn step(figure: Figure, count: i32, unit: Unit) -> Figure {
    moved(figure, count, unit).unwrap_or(figure)
}

fn moved(figure: Figure, count: i32, unit: Unit) -> Option<Figure> {
    if !figure.value.is_finite() {
        return None;
    }
    let (printing, span) = Printing::of_unit(figure, unit)
        .unwrap_or_else(|| (Printing::whole(figure.value), Span::Year));
    let last = printing.last.unwrap_or_else(|| {
        let shown = printing.number.exponent;
        let shown = if unit == Unit::Money {
            shown
        } else {
            // 2,000% goes on to 2,001%.
            shown.min(-symbols::places_shown(unit))
        };
        shown.max(finest_computed(figure.value, unit))
    });
    let number = printing.number.rounded(last);
    // Zeros up to the last digit's place, where it has fewer.
    let zeros = u32::try_from(number.exponent - last).unwrap_or(0);
    let whole = i64::try_from(number.digits)
        .ok()?
        .checked_mul(10_i64.checked_pow(zeros)?)?;
    let whole = if number.negative { -whole } else { whole };
    let next = whole.checked_add(i64::from(count))?;
    let size = printed(
        nearest(next.unsigned_abs(), last),
        last,
        printing.about,
        span,
    );
    let value = if next < 0 { -size.value } else { size.value };
    (value.is_finite() && size.half_unit.is_finite()).then_some(Figure { value, ..size })
}

/// A computed value rounded to the digits in which a field shows it: 39.9%,
/// 16.1x, 831.8bn, 2.57 years. Less than a year is counted in months: 2.4
/// months.
#[must_use]
pub fn computed(value: f64, unit: Unit) -> Figure {
    rounded(value, unit, 0)
}

/// What a field is solved as. An input has one digit more than an outcome, so
/// that it gives what was asked for when it is typed: 26.62%, 22.69x.
#[must_use]
pub fn solved(value: f64, field: Field) -> Figure {
    rounded(value, field.spec().unit, i32::from(!field.is_outcome()))
}

fn rounded(value: f64, unit: Unit, finer: i32) -> Figure {
    if !value.is_finite() {
        return Figure::exact(value);
    }
    let (span, last) = if unit == Unit::Years && value != 0.0 && value.abs() < 1.0 {
        (Span::Month, -1)
    } else {
        (Span::Year, finest_computed(value, unit))
    };
    let last = last - finer;
    let number = Decimal::nearest_multiple(value * span.a_year(), last);
    let size = printed(nearest(number.digits, number.exponent), last, false, span);
    Figure {
        value: if number.negative {
            -size.value
        } else {
            size.value
        },
        ..size
    }
}

/// The power of ten that the last digit of a computed value counts in a field.
fn finest_computed(value: f64, unit: Unit) -> i32 {
    match unit {
        Unit::Ratio => -3,
        Unit::Multiple => -1,
        Unit::Years | Unit::Number => -2,
        Unit::Day => 0,
        Unit::Money => symbols::rounding_power(value.abs()) - 1,
    }
}

/// What stands behind the text of a field with this unit: "%", "x", " years".
#[must_use]
pub fn unit_sign(text: &str, unit: Unit, language: Language) -> &'static str {
    // A time that is counted in months says so itself.
    if unit == Unit::Years && text.ends_with(|last: char| !last.is_ascii_digit()) {
        return "";
    }
    symbols::unit_mark(unit, text == "1", language)
}
