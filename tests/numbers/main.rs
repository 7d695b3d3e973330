//! Numbers as readers type and see them: a table of texts, properties of every
//! text and value, and `Intl.NumberFormat` as an oracle.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that panics has failed, as it should"
)]

mod as_intl_does;
mod reading;
mod rounding;
mod showing;
mod stepping;
mod styles;
mod typed;

use rerate::workbook::Unit;

/// Every unit of a field.
const UNITS: [Unit; 5] = [
    Unit::Ratio,
    Unit::Multiple,
    Unit::Money,
    Unit::Years,
    Unit::Number,
];
