//! Dates read, counted between and shown.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, as it should"
)]

use proptest::prelude::*;
use rerate::text::numbers::NumberError;
use rerate::text::periods::{field_text, parse, show_figure, step};
use rerate::text::{Date, Language};
use rerate::workbook::Unit;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn iso(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)
}

#[test]
fn only_days_of_the_calendar_in_iso_form_are_read() {
    for text in [
        "2026-01-14",
        "2024-02-29",
        "2000-02-29",
        "1970-01-01",
        "9999-12-31",
        "0000-01-01",
        "0001-02-28",
    ] {
        assert_eq!(iso(date(text)), text);
    }
    for text in [
        "",
        "2026",
        "2026-01",
        "2026-02-29",
        "1900-02-29",
        "2026-13-01",
        "2026-00-10",
        "2026-01-00",
        "2026-01-32",
        "2026-04-31",
        "2026-1-14",
        "26-01-14",
        "2026-01-14-1",
        "2026-01-14T00:00",
        " 2026-01-14",
        "2026/01/14",
        "2026-01-1x",
        "+026-01-14",
        "-026-01-14",
        "２026-01-14",
        "今天",
        "20260114",
        "14 January 2026",
    ] {
        assert_eq!(Date::parse(text), None, "{text}");
    }
}

#[test]
fn days_are_counted_over_leap_years() {
    for (from, to, days) in [
        ("2026-01-14", "2026-01-14", 0),
        ("2026-01-14", "2026-07-13", 180),
        ("2026-01-14", "2026-07-14", 181),
        ("2026-01-14", "2026-01-13", -1),
        ("2024-02-28", "2024-03-01", 2),
        ("2023-02-28", "2023-03-01", 1),
        ("2100-02-28", "2100-03-01", 1),
        ("2000-02-28", "2000-03-01", 2),
        ("1970-01-01", "2000-01-01", 10_957),
        ("1970-01-01", "9999-12-31", 2_932_896),
        ("0000-01-01", "1970-01-01", 719_528),
    ] {
        assert_eq!(date(from).days_until(date(to)), days, "{from} {to}");
    }
}

#[test]
fn every_day_from_1970_follows_the_one_before() {
    let (mut year, mut month, mut day) = (1970, 1, 1);
    for days in 0..200_000 {
        let today = Date { year, month, day };
        assert_eq!(Date::after_1970(days), today);
        assert_eq!(
            date("1970-01-01").days_until(today),
            i64::try_from(days).unwrap()
        );
        day += 1;
        if Date::parse(&iso(Date { year, month, day })).is_none() {
            (month, day) = (month + 1, 1);
        }
        if month > 12 {
            (year, month) = (year + 1, 1);
        }
    }
    assert_eq!(iso(Date::after_1970(u64::MAX)), "9999-12-31");
}

#[test]
fn each_language_shows_a_day_and_a_month() {
    let day = date("2026-01-14");
    assert_eq!(Language::English.date(day), "14 January 2026");
    assert_eq!(Language::English.month(day), "January 2026");
    for chinese in [Language::SimplifiedChinese, Language::TraditionalChinese] {
        assert_eq!(chinese.date(day), "2026年1月14日");
        assert_eq!(chinese.month(day), "2026年1月");
    }
    assert_eq!(
        Language::English.date(date("2025-09-01")),
        "1 September 2025"
    );
    let months: Vec<String> = (1..=12)
        .map(|month| Language::English.month(Date { month, ..day }))
        .collect();
    assert_eq!(
        months.join(" ").replace(" 2026", ""),
        "January February March April May June July August September October November December"
    );
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in ".*") {
        if let Some(date) = Date::parse(&text) {
            prop_assert_eq!(iso(date), text);
        }
    }

    #[test]
    fn the_order_of_dates_is_that_of_their_days(one in 0..2_932_897_u64, other in 0..2_932_897_u64) {
        let (first, second) = (Date::after_1970(one), Date::after_1970(other));
        prop_assert_eq!(first.cmp(&second), one.cmp(&other));
        prop_assert_eq!(first.days_until(second), other.cast_signed() - one.cast_signed());
        prop_assert_eq!(Date::parse(&iso(first)), Some(first));
    }
}

#[test]
fn a_date_is_read_as_finely_as_it_is_given() {
    for (text, shown, in_words) in [
        ("2026-07-15", "2026-07-15", "15 July 2026"),
        ("2026-7-5", "2026-07-05", "5 July 2026"),
        ("2026/07/15", "2026-07-15", "15 July 2026"),
        ("2026.07.15", "2026-07-15", "15 July 2026"),
        ("2026年7月15日", "2026-07-15", "15 July 2026"),
        ("２０２６－０７－１５", "2026-07-15", "15 July 2026"),
        ("15 July 2026", "2026-07-15", "15 July 2026"),
        ("July 15, 2026", "2026-07-15", "15 July 2026"),
        ("15 jul 2026", "2026-07-15", "15 July 2026"),
        (" 2026-07 ", "2026-07", "July 2026"),
        ("2026年7月", "2026-07", "July 2026"),
        ("July 2026", "2026-07", "July 2026"),
        ("2026", "2026", "2026"),
        ("2026年", "2026", "2026"),
        ("2028-02-29", "2028-02-29", "29 February 2028"),
    ] {
        let read = parse(text, Unit::Day, Language::English).unwrap();
        assert_eq!(field_text(read, Unit::Day, Language::English), shown);
        assert_eq!(show_figure(read, Unit::Day, Language::English), in_words);
        // What is shown is read as the same again.
        for shown in [shown, in_words] {
            assert_eq!(parse(shown, Unit::Day, Language::English), Ok(read));
        }
        let chinese = show_figure(read, Unit::Day, Language::SimplifiedChinese);
        assert_eq!(
            parse(&chinese, Unit::Day, Language::SimplifiedChinese),
            Ok(read)
        );
    }
}

#[test]
fn what_is_no_date_is_refused() {
    for text in [
        "15/7/2026",
        "07-2026-15",
        "26-07-15",
        "2026-13",
        "2026-00",
        "2026-02-29",
        "2026-07-15-1",
        "July",
        "July July 2026",
        "Jully 2026",
        "soon",
        "18 months",
        "-",
        "20260715",
    ] {
        assert_eq!(
            parse(text, Unit::Day, Language::English),
            Err(NumberError::NotANumber),
            "{text}"
        );
    }
    assert_eq!(
        parse(" ", Unit::Day, Language::English),
        Err(NumberError::Empty)
    );
}

#[test]
fn a_date_steps_by_what_it_is_given_in() {
    for (from, by, to) in [
        ("2026-07-31", 1, "2026-08-01"),
        ("2026-03-01", -1, "2026-02-28"),
        ("2026-07-15", 10, "2026-07-25"),
        ("2026-01", 1, "2026-02"),
        ("2026-01", -1, "2025-12"),
        ("2026-03", -10, "2025-05"),
        ("2026-03", 10, "2027-01"),
        ("2026", 1, "2027"),
        ("2026", -10, "2016"),
    ] {
        let read = parse(from, Unit::Day, Language::English).unwrap();
        let stepped = step(read, by, Unit::Day);
        assert_eq!(field_text(stepped, Unit::Day, Language::English), to);
    }
}

proptest! {
    #[test]
    fn every_month_is_followed_by_the_next(year in 1980..2190, month in 1_u8..=12) {
        let text = format!("{year}-{month:02}");
        let read = parse(&text, Unit::Day, Language::English).unwrap();
        let after = step(read, 1, Unit::Day);
        let next = if month == 12 { format!("{}-01", year + 1) } else { format!("{year}-{:02}", month + 1) };
        prop_assert_eq!(field_text(after, Unit::Day, Language::English), next);
        prop_assert_eq!(step(after, -1, Unit::Day), read);
    }

    #[test]
    fn no_text_breaks_the_reading_of_a_date(text in "\\PC{0,24}") {
        let _ = parse(&text, Unit::Day, Language::English);
    }
}
