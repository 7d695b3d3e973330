//! What a reader typed or pasted, read as a figure in its field's unit.

use super::NumberError;
use super::decimal::nearest;
use super::exact::Exact;
use super::separators::{self, DecimalMark};
use super::words::{self, Span, Word};
use crate::text::Language;
use crate::workbook::{Figure, Unit};

/// More characters than the longest double has when it is written out in full
/// with its separators.
const LONGEST: usize = 1_000;

/// Reads a figure as the page's own languages write it, 1,234.5, and any other
/// style that cannot be mistaken: 1.234,5, 1 234,5, 1'234.5, 1,23,456.
///
/// The figure's `half_unit` is half a unit of its last digit, or a whole one
/// after "about". A bare number in a [`Unit::Ratio`] field is in percent. Values
/// are the doubles nearest to the decimal text.
///
/// # Errors
/// A [`NumberError`] says why the text is not a number of this unit.
///
/// ```
/// use rerate::text::{Language::English, numbers::{NumberError, parse}};
/// use rerate::workbook::{Figure, Unit};
///
/// let parsed = parse("732bn", Unit::Money, English);
/// assert_eq!(parsed, Ok(Figure { value: 7.32e11, half_unit: 0.5e9 }));
/// assert_eq!(parse("5%", Unit::Money, English), Err(NumberError::WrongUnit));
/// ```
pub fn parse(text: &str, unit: Unit, language: Language) -> Result<Figure, NumberError> {
    parse_marked(text, unit, language, DecimalMark::Point)
}

/// As [`parse`], where the decimal mark of the source is known: it settles what
/// [`ambiguous`] asks about, such as 1.234 in a table of German figures.
///
/// # Errors
/// A [`NumberError`] says why the text is not a number of this unit.
pub fn parse_marked(
    text: &str,
    unit: Unit,
    language: Language,
    mark: DecimalMark,
) -> Result<Figure, NumberError> {
    read(text, unit, language, mark)?.figure()
}

/// Whether the text is a number that another style reads as a different one:
/// "1,234" and "1.234", but neither "1,234.5" nor "1,5". Such a text typed in a
/// field follows the page's language; pasted, it is worth a question.
#[must_use]
pub fn ambiguous(text: &str, unit: Unit, language: Language) -> bool {
    read(text, unit, language, DecimalMark::Point).is_ok_and(|reading| reading.ambiguous)
}

/// The decimal mark that a text shows whatever its unit: "16.1" and "1,234,567"
/// a point, "1.234,5" a comma; none where it has no mark, or may have either.
/// One such text in a column of a table settles the others.
#[must_use]
pub fn mark_shown(text: &str) -> Option<DecimalMark> {
    let normal = normal_form(text)?;
    let digits = normal.find(|character: char| character.is_ascii_digit())?;
    let (_, rest) = normal.split_at_checked(digits)?;
    let (body, _) = rest.split_at_checked(body_length(rest))?;
    separators::divide(body, DecimalMark::Point).ok()?.shows
}

/// A number taken apart.
struct Reading {
    negative: bool,
    about: bool,
    ambiguous: bool,
    digits: Vec<u8>,
    /// The power of ten that the last digit counts, in the unit of the figure.
    exponent: i32,
    span: Span,
}

impl Reading {
    fn figure(&self) -> Result<Figure, NumberError> {
        let digits = self.digits.iter().try_fold(0_u64, |digits, digit| {
            digits.checked_mul(10)?.checked_add(u64::from(*digit))
        });
        let magnitude = match digits {
            Some(digits) => nearest(digits, self.exponent),
            None => Exact::from_digits(&self.digits, self.exponent).to_f64(),
        };
        let figure = printed(magnitude, self.exponent, self.about, self.span);
        if !figure.interval().high.is_finite() {
            return Err(NumberError::TooLarge);
        }
        Ok(if self.negative && figure.value > 0.0 {
            Figure {
                value: -figure.value,
                ..figure
            }
        } else {
            figure
        })
    }
}

/// The figure that stands printed as this number of spans, with its last digit
/// counting `10^last`.
pub(super) fn printed(number: f64, last: i32, about: bool, span: Span) -> Figure {
    let half_unit = if about {
        nearest(1, last)
    } else {
        nearest(5, last.saturating_sub(1))
    };
    Figure {
        value: number / span.a_year(),
        half_unit: half_unit / span.a_year(),
    }
}

fn read(
    text: &str,
    unit: Unit,
    language: Language,
    mark: DecimalMark,
) -> Result<Reading, NumberError> {
    let normal = normal_form(text).ok_or(NumberError::TooLong)?;
    let whole = normal.trim();
    if whole.is_empty() {
        return Err(NumberError::Empty);
    }
    let (front, rest) = Front::of(whole, unit)?;
    let (body, rest) = rest
        .split_at_checked(body_length(rest))
        .unwrap_or((rest, ""));
    let divided = separators::divide(body, mark)?;
    let (spreadsheet_power, rest) = power_of_ten(rest).unwrap_or((0, rest));
    let ending = Ending::of(rest, language)?;
    let (power, span) = ending.in_unit(unit)?;
    let decimals = i32::try_from(divided.decimals).unwrap_or(i32::MAX);
    Ok(Reading {
        negative: front.sign == Some(true),
        about: front.about || ending.about,
        ambiguous: divided.ambiguous,
        digits: divided.digits,
        exponent: spreadsheet_power
            .saturating_add(power)
            .saturating_sub(decimals),
        span,
    })
}

/// What stands before the digits.
struct Front {
    /// Whether it is a minus, if there is a sign.
    sign: Option<bool>,
    about: bool,
}

impl Front {
    /// Takes it off the text, and a closing bracket from the end.
    fn of(text: &str, unit: Unit) -> Result<(Self, &str), NumberError> {
        // Accounts write a loss as (1,234).
        let in_brackets = text
            .strip_prefix('(')
            .and_then(|inner| inner.strip_suffix(')'));
        let mut front = Self {
            sign: in_brackets.map(|_| true),
            about: false,
        };
        let mut rest = in_brackets.unwrap_or(text).trim_start();
        while !rest.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '.' | ','))
        {
            if let Some(signed) = rest.strip_prefix(['+', '-']) {
                if front.sign.is_some() {
                    return Err(NumberError::TwoSigns);
                }
                front.sign = Some(rest.starts_with('-'));
                rest = signed;
            } else if let Some((word, behind)) = words::before(rest) {
                if word == Word::About {
                    front.about = true;
                } else if unit != Unit::Money {
                    return Err(wrong_unit_of(behind));
                }
                rest = behind;
            } else {
                return Err(NumberError::NotANumber);
            }
            rest = rest.trim_start();
        }
        Ok((front, rest))
    }
}

/// What stands behind the digits.
struct Ending {
    /// The power of ten of a scale word; 0 without one.
    scale: i32,
    /// The word that says what is counted.
    measure: Option<Word>,
    about: bool,
}

impl Ending {
    fn of(text: &str, language: Language) -> Result<Self, NumberError> {
        let trillion_by_zhao = language == Language::TraditionalChinese;
        let mut ending = Self {
            scale: 0,
            measure: None,
            about: false,
        };
        let mut rest = text.trim_start();
        while !rest.is_empty() {
            let Some((word, behind)) = words::after(rest, trillion_by_zhao) else {
                return Err(if has_digit(rest) {
                    NumberError::NotANumber
                } else {
                    NumberError::UnknownSuffix
                });
            };
            match (word, ending.measure) {
                (Word::About, _) => ending.about = true,
                (Word::Scale(power), None) if ending.scale == 0 => ending.scale = power,
                (Word::Scale(_), _) => return Err(NumberError::UnknownSuffix),
                (_, Some(known)) if known != word => return Err(NumberError::UnknownSuffix),
                _ => ending.measure = Some(word),
            }
            // "Mio." and "bn." end with a full stop.
            rest = behind.strip_prefix('.').unwrap_or(behind).trim_start();
        }
        Ok(ending)
    }

    /// The power of ten by which the digits count in the unit, and the time that
    /// one of them is.
    fn in_unit(&self, unit: Unit) -> Result<(i32, Span), NumberError> {
        if self.scale > 0 && !matches!(unit, Unit::Money | Unit::Number) {
            return Err(NumberError::WrongUnit);
        }
        match (unit, self.measure) {
            (Unit::Ratio, None) => Ok((-2, Span::Year)),
            (Unit::Ratio, Some(Word::Share(power))) => Ok((power, Span::Year)),
            (Unit::Years, Some(Word::Time(span))) => Ok((0, span)),
            (_, None)
            | (Unit::Multiple, Some(Word::Times))
            | (Unit::Money, Some(Word::Currency)) => Ok((self.scale, Span::Year)),
            _ => Err(NumberError::WrongUnit),
        }
    }
}

/// A currency before something that is no number is no wrong unit yet.
fn wrong_unit_of(behind: &str) -> NumberError {
    if has_digit(behind) {
        NumberError::WrongUnit
    } else {
        NumberError::NotANumber
    }
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

/// How many bytes of the text are digits and separators between them.
fn body_length(text: &str) -> usize {
    let mut length = 0;
    for (place, character) in text.char_indices() {
        match character {
            '0'..='9' | '.' | ',' => length = place + 1,
            // A space or an apostrophe only counts before another digit.
            ' ' | '\'' if length == place => {}
            _ => break,
        }
    }
    length
}

/// The power in the "e12" of a spreadsheet's 1.8E+12.
fn power_of_ten(text: &str) -> Option<(i32, &str)> {
    let behind = text.strip_prefix('e')?;
    let unsigned = behind.strip_prefix(['+', '-']).unwrap_or(behind);
    let length = unsigned.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = unsigned.split_at_checked(length)?;
    if digits.is_empty() {
        return None;
    }
    let power = digits.bytes().fold(0_i32, |power, byte| {
        power
            .saturating_mul(10)
            .saturating_add(i32::from(byte - b'0'))
    });
    // Far past any double, and still safe to add to.
    let power = power.min(1_000_000);
    Some((
        if behind.starts_with('-') {
            -power
        } else {
            power
        },
        rest,
    ))
}

/// One spelling for what looks or means the same: half-width signs, plain
/// spaces, small letters, Simplified characters, and nothing invisible. `None`
/// if it is longer than any number.
pub(in crate::text) fn normal_form(text: &str) -> Option<String> {
    let mut normal = String::new();
    for (place, character) in text.trim().chars().enumerate() {
        if place >= LONGEST {
            return None;
        }
        let character = match character {
            // Full-width ASCII stands at a fixed distance.
            '\u{ff01}'..='\u{ff5e}' => {
                char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character)
            }
            _ => character,
        };
        match character {
            // Joiners and direction marks ride along in pasted text.
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => {}
            '\u{2060}'..='\u{2069}' | '\u{feff}' => {}
            _ if character.is_ascii_graphic() => normal.push(character.to_ascii_lowercase()),
            _ if character.is_whitespace() => normal.push(' '),
            _ => normal.push(plain_form(character)),
        }
    }
    Some(normal)
}

/// Characters that mean what a plainer one means.
const LOOKALIKES: [(&str, char); 9] = [
    ("−–‐‑﹣", '-'),
    ("﹢", '+'),
    ("’‘ʼ′", '\''),
    // A Chinese keyboard's full stop.
    ("。｡", '.'),
    ("﹪", '%'),
    ("≈∼〜", '~'),
    ("×✕✖", 'x'),
    ("￥", '¥'),
    ("￡", '£'),
];

/// Traditional characters and their Simplified forms, in pairs.
const SIMPLIFIED: &str = "萬万億亿約约個个點点圓圆幣币臺台歐欧鎊镑";

fn plain_form(character: char) -> char {
    for (alike, plain) in LOOKALIKES {
        if alike.chars().any(|other| other == character) {
            return plain;
        }
    }
    let mut pairs = SIMPLIFIED.chars();
    while let (Some(traditional), Some(simplified)) = (pairs.next(), pairs.next()) {
        if traditional == character {
            return simplified;
        }
    }
    character
}
