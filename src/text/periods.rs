//! Figures of every unit, read and written: numbers as [`numbers`] has them, and
//! days as finely as they are given.
//!
//! ```
//! use rerate::text::{Language::English, periods};
//! use rerate::workbook::Unit;
//!
//! let month = periods::parse("July 2026", Unit::Day, English)?;
//! assert_eq!(periods::field_text(month, Unit::Day, English), "2026-07");
//! assert_eq!(periods::show_figure(month, Unit::Day, English), "July 2026");
//! # Ok::<(), rerate::text::numbers::NumberError>(())
//! ```

use super::{
    Date, Language,
    dates::english_month,
    has,
    numbers::{self, NumberError},
};
use crate::workbook::{Figure, Unit};

/// Reads a figure of any unit: a day, a month or a year in [`Unit::Day`], else a
/// number as [`numbers::parse`] reads it.
///
/// # Errors
/// As [`numbers::parse`]; what is no date is [`NumberError::NotANumber`].
pub fn parse(text: &str, unit: Unit, language: Language) -> Result<Figure, NumberError> {
    if unit != Unit::Day {
        return numbers::parse(text, unit, language);
    }
    let normal = numbers::normal_form(text).ok_or(NumberError::TooLong)?;
    let whole = normal.trim();
    if whole.is_empty() {
        return Err(NumberError::Empty);
    }
    Period::read(whole)
        .map(Period::figure)
        .ok_or(NumberError::NotANumber)
}

/// A figure of any unit as the text of a field: "2026-07-15", or as
/// [`numbers::field_text`] writes it.
#[must_use]
pub fn field_text(figure: Figure, unit: Unit, language: Language) -> String {
    match unit {
        Unit::Day => language.period(Period::of(figure), false),
        _ => numbers::field_text(figure, unit, language),
    }
}

/// A figure of any unit in words: "15 July 2026", or as [`numbers::show_figure`]
/// writes it.
#[must_use]
pub fn show_figure(figure: Figure, unit: Unit, language: Language) -> String {
    match unit {
        Unit::Day => language.period(Period::of(figure), true),
        _ => numbers::show_figure(figure, unit, language),
    }
}

/// A figure of any unit so many units of its last digit, days, months or years
/// further on.
#[must_use]
pub fn step(figure: Figure, count: i32, unit: Unit) -> Figure {
    match unit {
        Unit::Day => Period::of(figure).later(count).figure(),
        _ => numbers::step(figure, count, unit),
    }
}

/// A day, a month or a year: a date as finely as it is given.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Period {
    middle: Date,
    grain: Grain,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Grain {
    Day,
    Month,
    Year,
}

impl Period {
    /// Reads a date as tables and the page write it: 2026-07-15, 2026/7/15,
    /// 2026年7月15日, 15 july 2026; without a day it is the month, without a month
    /// the year. The year has four digits; of numbers alone it stands first. The
    /// text is in small letters.
    fn read(text: &str) -> Option<Self> {
        let mut numbers: Vec<&str> = Vec::new();
        let mut named = None;
        let parts = text.split(|part: char| has("-/., 年月日号號", part));
        for part in parts.filter(|part| !part.is_empty()) {
            if part.bytes().all(|byte| byte.is_ascii_digit()) {
                numbers.push(part);
            } else {
                let month = (1..=12).find(|&month| is_month(part, month))?;
                if named.replace(month).is_some() {
                    return None;
                }
            }
        }
        let (year, month, day) = match (numbers.as_slice(), named) {
            (&[year], month) => (year, month, None),
            (&[year, month], None) => (year, Some(small(month)?), None),
            (&[year, month, day], None) => (year, Some(small(month)?), Some(small(day)?)),
            (&[day, year], month) => (year, month, Some(small(day)?)),
            _ => return None,
        };
        let year = (year.len() == 4).then(|| year.parse().ok()).flatten()?;
        Self::given(year, month, day)
    }

    fn given(year: i32, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let (grain, month, day) = match (month, day) {
            (Some(month), Some(day)) => (Grain::Day, month, day),
            (Some(month), None) => (Grain::Month, month, 15),
            (None, _) => (Grain::Year, 7, 2),
        };
        let middle = Date { year, month, day };
        middle.is_one().then_some(Self { middle, grain })
    }

    /// The period that a figure in days stands for.
    fn of(figure: Figure) -> Self {
        let date = Date::of_day(figure.value);
        let period = if figure.half_unit < 1.0 {
            Self::given(date.year, Some(date.month), Some(date.day))
        } else if figure.half_unit < 20.0 {
            Self::given(date.year, Some(date.month), None)
        } else {
            Self::given(date.year, None, None)
        };
        period.unwrap_or(Self {
            middle: date,
            grain: Grain::Day,
        })
    }

    /// The figure in days since 1 January 1970.
    fn figure(self) -> Figure {
        Figure {
            value: self.middle.days_since_1970() as f64,
            half_unit: match self.grain {
                Grain::Day => 0.5,
                Grain::Month => 15.0,
                Grain::Year => 183.0,
            },
        }
    }

    /// The period so many later, each as long as this one.
    fn later(self, count: i32) -> Self {
        // From the middle of a month or a year nearly a multiple of its length
        // leads into the one that is meant.
        let days = match self.grain {
            Grain::Day => 1.0,
            Grain::Month => 30.44,
            Grain::Year => 365.25,
        };
        let figure = self.figure();
        Self::of(Figure {
            value: figure.value + days * f64::from(count),
            ..figure
        })
    }
}

fn is_month(word: &str, month: u8) -> bool {
    let name = english_month(month);
    let is_start = |start: &str| start.eq_ignore_ascii_case(word);
    is_start(name) || name.get(..3).is_some_and(is_start)
}

fn small(digits: &str) -> Option<u8> {
    digits.parse().ok()
}

impl Language {
    /// A period as a field has it, "2026-07-15", "2026-07", "2026", or in words.
    fn period(self, period: Period, in_words: bool) -> String {
        let Period { middle, grain } = period;
        let year = middle.year.to_string();
        let two = |number: u8| {
            let digits = number.to_string();
            if number < 10 {
                ["-0", &digits].concat()
            } else {
                ["-", &digits].concat()
            }
        };
        match (grain, in_words) {
            (Grain::Day, true) => self.date(middle),
            (Grain::Month, true) => self.month(middle),
            (Grain::Year, _) => year,
            (Grain::Month, false) => year + &two(middle.month),
            (Grain::Day, false) => year + &two(middle.month) + &two(middle.day),
        }
    }
}
