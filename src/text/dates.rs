//! Calendar dates: read, counted between, and shown in each language.

use super::Language;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// The year.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

/// Days from the first of March of the year 0 to the first of January 1970.
const EPOCH: i64 = 719_468;

/// Days from the first of January 1970 to the last of December 9999, after
/// which a year has no four digits.
const LAST: u64 = 2_932_896;

/// Days in 400 years, after which the calendar repeats itself.
const CYCLE: i64 = 146_097;

impl Date {
    /// Reads a date written `YYYY-MM-DD`, as ISO 8601 has it; none where it is
    /// written otherwise or is no such day.
    ///
    /// ```
    /// use rerate::text::{Date, Language};
    ///
    /// let printed = Date::parse("2026-01-14").ok_or("no date")?;
    /// assert_eq!(Language::English.date(printed), "14 January 2026");
    /// assert_eq!(Language::SimplifiedChinese.month(printed), "2026年1月");
    /// assert_eq!(Date::parse("2026-02-29"), None);
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
            return None;
        };
        let date = Self {
            year: i32::from(two(y1, y2)?) * 100 + i32::from(two(y3, y4)?),
            month: two(m1, m2)?,
            day: two(d1, d2)?,
        };
        date.is_one().then_some(date)
    }

    /// Whether the calendar has such a day.
    pub(super) fn is_one(self) -> bool {
        (1..=12).contains(&self.month)
            && (1..=days_in_month(self.year, self.month)).contains(&self.day)
    }

    /// The day of a number of days since the first of January 1970; that day
    /// itself for what lies before.
    #[must_use]
    pub fn of_day(days: f64) -> Self {
        Self::after_1970(days.max(0.0) as u64)
    }

    /// Days since the first of January 1970; negative before.
    #[must_use]
    pub fn days_since_1970(self) -> i64 {
        self.day_number() - EPOCH
    }

    /// The day so many days after the first of January 1970, at most the last
    /// day of 9999.
    #[must_use]
    pub fn after_1970(days: u64) -> Self {
        // The way back of `day_number`.
        let days = i64::try_from(days.min(LAST)).unwrap_or_default() + EPOCH;
        let (cycle, day) = (days / CYCLE, days % CYCLE);
        let year = (day - day / 1_460 + day / 36_524 - day / (CYCLE - 1)) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let day = day - (153 * month + 2) / 5 + 1;
        let (year, month) = if month < 10 {
            (year, month + 3)
        } else {
            (year + 1, month - 9)
        };
        Self {
            year: (year + 400 * cycle) as i32,
            month: month as u8,
            day: day as u8,
        }
    }

    /// How many days later `other` is; negative where it is earlier. From a
    /// figure's date to today, it is the figure's age.
    #[must_use]
    pub fn days_until(self, other: Self) -> i64 {
        other.day_number() - self.day_number()
    }

    /// Days since the first of March of the year 0.
    ///
    /// Counting years from March puts the leap day at the end of a year
    /// (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2021,
    /// <https://howardhinnant.github.io/date_algorithms.html>).
    fn day_number(self) -> i64 {
        let (year, month) = (i64::from(self.year), i64::from(self.month));
        let (year, month) = if month > 2 {
            (year, month - 3)
        } else {
            (year - 1, month + 9)
        };
        365 * year + year.div_euclid(4) - year.div_euclid(100)
            + year.div_euclid(400)
            + (153 * month + 2) / 5
            + i64::from(self.day)
            - 1
    }
}

/// The number that two digits write.
fn two(tens: u8, ones: u8) -> Option<u8> {
    (tens.is_ascii_digit() && ones.is_ascii_digit()).then(|| (tens - b'0') * 10 + (ones - b'0'))
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
        let day = date.day.to_string();
        match self {
            Self::English => [day.as_str(), " ", &self.month(date)].concat(),
            Self::SimplifiedChinese | Self::TraditionalChinese => {
                [self.month(date).as_str(), &day, "日"].concat()
            }
        }
    }

    /// A month: "January 2026", "2026年1月".
    #[must_use]
    pub fn month(self, date: Date) -> String {
        let year = date.year.to_string();
        match self {
            Self::English => [english_month(date.month), " ", &year].concat(),
            Self::SimplifiedChinese | Self::TraditionalChinese => {
                [year.as_str(), "年", &date.month.to_string(), "月"].concat()
            }
        }
    }
}

pub(super) const fn english_month(month: u8) -> &'static str {
    match month {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    }
}
