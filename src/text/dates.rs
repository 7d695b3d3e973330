//! Calendar dates: read, counted between, and shown in each language.

use super::Language;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

impl Date {
    /// Reads a date written `YYYY-MM-DD`; none where it is no such day.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let date = Self {
            year: year.parse().ok()?,
            month: month.parse().ok()?,
            day: day.parse().ok()?,
        };
        let whole = parts.next().is_none()
            && (1..=12).contains(&date.month)
            && (1..=days_in_month(date.year, date.month)).contains(&date.day);
        whole.then_some(date)
    }

    /// The day so many days after the first of January 1970.
    #[must_use]
    pub fn after_1970(days: u64) -> Self {
        let mut date = Self {
            year: 1970,
            month: 1,
            day: 1,
        };
        for _ in 0..days {
            date = date.next();
        }
        date
    }

    const fn next(self) -> Self {
        let Self { year, month, day } = self;
        if day < days_in_month(year, month) {
            Self {
                day: day + 1,
                ..self
            }
        } else if month < 12 {
            Self {
                year,
                month: month + 1,
                day: 1,
            }
        } else {
            Self {
                year: year + 1,
                month: 1,
                day: 1,
            }
        }
    }

    /// How many days later `other` is; negative where it is earlier.
    #[must_use]
    pub fn days_until(self, other: Self) -> i64 {
        other.day_number() - self.day_number()
    }

    /// Days since the first of March of the year 0.
    ///
    /// Counting years from March puts the leap day at the end of a year
    /// (H. Hinnant, "chrono-compatible low-level date algorithms").
    fn day_number(self) -> i64 {
        let (year, month, day) = (
            i64::from(self.year),
            i64::from(self.month),
            i64::from(self.day),
        );
        let (year, month) = if month > 2 {
            (year, month - 3)
        } else {
            (year - 1, month + 9)
        };
        365 * year + year.div_euclid(4) - year.div_euclid(100)
            + year.div_euclid(400)
            + (153 * month + 2) / 5
            + day
    }
}

const fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl Language {
    /// A day: "14 January 2026", "2026年1月14日".
    #[must_use]
    pub fn date(self, date: Date) -> String {
        match self {
            Self::English => [&date.day.to_string(), " ", &self.month(date)].concat(),
            Self::SimplifiedChinese | Self::TraditionalChinese => {
                [&self.month(date), date.day.to_string().as_str(), "日"].concat()
            }
        }
    }

    /// A month: "January 2026", "2026年1月".
    #[must_use]
    pub fn month(self, date: Date) -> String {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let year = date.year.to_string();
        match self {
            Self::English => {
                let month = MONTHS.get(usize::from(date.month).saturating_sub(1));
                [month.copied().unwrap_or_default(), " ", &year].concat()
            }
            Self::SimplifiedChinese | Self::TraditionalChinese => {
                [&year, "年", &date.month.to_string(), "月"].concat()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn counts_days_over_leap_years() {
        assert_eq!(date("2026-01-14").days_until(date("2026-07-13")), 180);
        assert_eq!(date("2024-02-28").days_until(date("2024-03-01")), 2);
        assert_eq!(date("2023-02-28").days_until(date("2023-03-01")), 1);
        assert_eq!(date("1970-01-01").days_until(date("2000-01-01")), 10957);
        assert_eq!(date("2026-01-14").days_until(date("2026-01-13")), -1);
    }

    #[test]
    fn refuses_what_is_no_day() {
        for text in [
            "",
            "2026",
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-01-14-1",
            "x-1-1",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn shows_a_day_in_each_language() {
        let day = date("2026-01-14");
        assert_eq!(Language::English.date(day), "14 January 2026");
        assert_eq!(Language::SimplifiedChinese.date(day), "2026年1月14日");
        assert_eq!(Language::TraditionalChinese.month(day), "2026年1月");
    }
}
