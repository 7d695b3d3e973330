//! A figure, written in as many digits as it was given.

use super::decimal::{Decimal, nearest};
use super::reading::printed;
use super::symbols;
use super::words::Span;
use crate::text::Language;
use crate::workbook::{Figure, Unit};

/// A figure with its unit, in as many digits as it was printed with: "88%",
/// "16.10x", "732bn", "about 1.8tn", "2 years".
///
/// [`parse`](super::parse) of the text gives the figure back, value and half
/// unit, for every figure that came from a text, of months or days if it has no
/// more than fifteen digits; an exact figure keeps its value. So that ±0.5bn is not lost, 732bn is 0.732万亿 in Chinese;
/// [`show`](super::show) writes it 7,320亿.
#[must_use]
pub fn show_figure(figure: Figure, unit: Unit, language: Language) -> String {
    written(figure, unit, language, true)
}

/// A figure as the text of a field that names its unit beside it: "88", "16.10",
/// "2". Money keeps its scale word: "732bn".
///
/// ```
/// use rerate::text::{Language::English, numbers::{field_text, parse}};
/// use rerate::workbook::Unit;
///
/// let typed = parse("１６．１０ 倍", Unit::Multiple, English)?;
/// assert_eq!(field_text(typed, Unit::Multiple, English), "16.10");
/// # Ok::<(), rerate::text::numbers::NumberError>(())
/// ```
#[must_use]
pub fn field_text(figure: Figure, unit: Unit, language: Language) -> String {
    written(figure, unit, language, false)
}

fn written(figure: Figure, unit: Unit, language: Language, with_unit: bool) -> String {
    if !figure.value.is_finite() {
        return String::from(symbols::MISSING);
    }
    let mut text = String::new();
    let (printing, span) = Printing::of_unit(figure, unit)
        .unwrap_or_else(|| (Printing::whole(figure.value), Span::Year));
    if span != Span::Year {
        // Not the field's own span, and so named even there.
        printing.write(&mut text, unit, language);
        text.push_str(symbols::span_word(span, printing.is_one(), language));
        return text;
    }
    let printing = printing.shifted(symbols::places_shown(unit));
    printing.write(&mut text, unit, language);
    if with_unit {
        text.push_str(symbols::unit_mark(unit, printing.is_one(), language));
    }
    text
}

/// A number of years counted in `span`. Fifteen digits leave out what the
/// division into years has rounded.
fn counted(years: f64, span: Span) -> Decimal {
    let number = Decimal::shortest(years * span.a_year());
    if span == Span::Year {
        number
    } else {
        number.rounded(number.magnitude() - 15).trimmed()
    }
}

/// How a figure stands in print.
#[derive(Clone, Copy)]
pub(super) struct Printing {
    pub(super) number: Decimal,
    /// The power of ten that the last printed digit counts; `None` where only
    /// the value matters.
    pub(super) last: Option<i32>,
    pub(super) about: bool,
}

impl Printing {
    /// All digits of an exact value.
    pub(super) fn whole(value: f64) -> Self {
        Self {
            number: Decimal::shortest(value),
            last: None,
            about: false,
        }
    }

    /// How the figure was printed, if it was, and in which span of time if its
    /// unit is years.
    pub(super) fn of_unit(figure: Figure, unit: Unit) -> Option<(Self, Span)> {
        let spans: &[Span] = match unit {
            Unit::Years => &[Span::Year, Span::Month, Span::Day],
            Unit::Ratio | Unit::Multiple | Unit::Money | Unit::Day | Unit::Number => &[Span::Year],
        };
        spans
            .iter()
            .find_map(|span| Some((Self::of(figure, *span)?, *span)))
    }

    /// How the figure was printed, counted in `span`, if it was.
    fn of(figure: Figure, span: Span) -> Option<Self> {
        let number = counted(figure.value, span);
        let half = counted(figure.half_unit, span);
        let (last, about) = match half.digits {
            1 => (half.exponent, true),
            5 => (half.exponent + 1, false),
            _ => return None,
        };
        let again = printed(nearest(number.digits, number.exponent), last, about, span);
        let same = again.value == figure.value.abs() && again.half_unit == figure.half_unit;
        let finer = number.digits > 0 && number.exponent < last;
        (same && !finer).then_some(Self {
            number,
            last: Some(last),
            about,
        })
    }

    fn shifted(self, places: i32) -> Self {
        Self {
            number: self.number.shifted(places),
            last: self.last.map(|last| last + places),
            ..self
        }
    }

    fn is_one(self) -> bool {
        self.number.digits == 1
            && self.number.exponent == 0
            && self.last.is_none_or(|last| last == 0)
    }

    fn write(self, text: &mut String, unit: Unit, language: Language) {
        if self.about {
            text.push_str(symbols::about(language));
        }
        symbols::push_sign(text, self.number, false);
        let number = self.number;
        let last = self.last.unwrap_or(number.exponent);
        let scaled = unit == Unit::Money || (unit == Unit::Number && self.last > Some(0));
        let scale = if scaled {
            symbols::best_scale(number, last, self.last.is_none(), language)
        } else if last <= 0 || self.last.is_none() {
            Some((0, ""))
        } else {
            None
        };
        if let Some((power, word)) = scale {
            let decimals = usize::try_from(power - last).unwrap_or(0);
            number.shifted(-power).write(text, decimals);
            text.push_str(word);
        } else {
            // No scale word is large enough to say where the last digit stands.
            let power = (number.magnitude() - 1).max(last);
            let decimals = usize::try_from(power - last).unwrap_or(0);
            number.shifted(-power).write(text, decimals);
            text.push('e');
            Decimal::shortest(f64::from(power)).write(text, 0);
        }
    }
}
