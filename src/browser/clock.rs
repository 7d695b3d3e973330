//! The reader's calendar.

/// Today where the reader is: year, month and day, counted from 1.
#[must_use]
pub fn today() -> (i32, u8, u8) {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or(i32::MAX);
    let small = |number: u32| u8::try_from(number).unwrap_or(1);
    (year, small(now.get_month() + 1), small(now.get_date()))
}

/// Milliseconds since 1970.
#[must_use]
pub fn now() -> f64 {
    js_sys::Date::now()
}
