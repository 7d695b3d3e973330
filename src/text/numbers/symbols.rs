//! The signs and short words that stand beside a number, in each language.

use super::decimal::Decimal;
use super::words::Span;
use crate::text::Language;
use crate::workbook::Unit;

/// What is shown for a value that does not exist.
pub(super) const MISSING: &str = "—";

/// Writes the sign of a number that is not zero: a true minus, which is as wide
/// as the plus and as the digits.
pub(super) fn push_sign(text: &mut String, number: Decimal, plus: bool) {
    if number.digits == 0 {
        return;
    }
    if number.negative {
        text.push('−');
    } else if plus {
        text.push('+');
    }
}

/// How many places the decimal point moves when a value is written in its unit.
pub(super) const fn places_shown(unit: Unit) -> i32 {
    match unit {
        Unit::Ratio => 2,
        Unit::Multiple | Unit::Money | Unit::Years | Unit::Day | Unit::Number => 0,
    }
}

/// What follows a number of this unit; money has its scale instead.
pub(super) const fn unit_mark(unit: Unit, one: bool, language: Language) -> &'static str {
    match (unit, language) {
        (Unit::Ratio, _) => "%",
        (Unit::Multiple, Language::English) => "x",
        (Unit::Multiple, _) => "倍",
        (Unit::Years, _) => span_word(Span::Year, one, language),
        (Unit::Money | Unit::Day | Unit::Number, _) => "",
    }
}

/// The word for a length of time behind its number.
pub(super) const fn span_word(span: Span, one: bool, language: Language) -> &'static str {
    match (language, span) {
        (Language::English, Span::Year) if one => " year",
        (Language::English, Span::Year) => " years",
        (Language::English, Span::Month) if one => " month",
        (Language::English, Span::Month) => " months",
        (Language::English, Span::Day) if one => " day",
        (Language::English, Span::Day) => " days",
        (_, Span::Year) => "年",
        (Language::SimplifiedChinese, Span::Month) => "个月",
        (Language::TraditionalChinese, Span::Month) => "個月",
        (_, Span::Day) => "天",
    }
}

/// The word before a figure that is only about right.
pub(super) const fn about(language: Language) -> &'static str {
    match language {
        Language::English => "about ",
        Language::SimplifiedChinese => "约",
        Language::TraditionalChinese => "約",
    }
}

/// What follows a logarithm in hundredths.
pub(super) const fn log_points(one: bool, language: Language) -> &'static str {
    match language {
        Language::English if one => " log point",
        Language::English => " log points",
        Language::SimplifiedChinese => "个对数点",
        Language::TraditionalChinese => "個對數點",
    }
}

/// A power of ten and the word that stands for it behind a number.
pub(super) type Scale = (i32, &'static str);

/// The scales of a language, largest first.
///
/// Traditional Chinese counts 10^12 as 兆, as Taiwan's financial press and
/// Unicode's data for plain `zh-Hant` do; Hong Kong's 萬億 is read as well. In
/// Simplified Chinese 兆 may also mean a million, so it is never written there.
const fn scales(language: Language) -> &'static [Scale] {
    match language {
        Language::English => &[(12, "tn"), (9, "bn"), (6, "m"), (3, "k"), (0, "")],
        Language::SimplifiedChinese => &[(12, "万亿"), (8, "亿"), (4, "万"), (0, "")],
        Language::TraditionalChinese => &[(12, "兆"), (8, "億"), (4, "萬"), (0, "")],
    }
}

/// Below this an amount is shown without a word for its scale.
pub(super) const WRITTEN_OUT: f64 = 1e5;

/// The most digits before the point that still read at a glance.
const WHOLE_DIGITS: i32 = 4;

/// The scale in which a number whose last digit counts `10^last` reads best:
/// the largest that needs at most two decimals and keeps a digit before the
/// point, so 1.8tn, but 1,563.8bn. What is known to the unit is written out.
///
/// Unless the number may be `padded` with zeros, the scale is also one that can
/// show where the last digit stands: ±0.5bn of 732bn is lost in 7,320亿, but
/// not in 0.732万亿. `None` where no scale is large enough for that.
pub(super) fn best_scale(
    number: Decimal,
    last: i32,
    padded: bool,
    language: Language,
) -> Option<Scale> {
    if last <= 0 {
        return Some((0, ""));
    }
    let mut best = None;
    for scale in scales(language) {
        let power = scale.0;
        if power < last && !padded {
            break;
        }
        let whole = number.magnitude() - power;
        if whole > WHOLE_DIGITS && best.is_some() {
            break;
        }
        best = Some(*scale);
        if whole >= 1 && power - last <= 2 {
            break;
        }
    }
    best
}

/// The power of ten in which an amount of money is rounded for show, the same
/// in every language, so that all tell the same number. Billions go on to
/// 9,999, because a valuation is compared with the change that led to it; below
/// a hundred thousand an amount is written out.
pub(super) fn rounding_power(magnitude: f64) -> i32 {
    [(1e13, 12), (1e9, 9), (1e6, 6), (WRITTEN_OUT, 3)]
        .iter()
        .find(|(least, _)| magnitude >= *least)
        .map_or(0, |(_, power)| *power)
}
