//! The mathematics of valuation: pure functions on numbers and small structs.
//!
//! This room knows no page, no file, no JSON and no clock. Ratios are
//! fractions, so 0.88 is 88%; years are real numbers; a figure that cannot be
//! given is `Err(NotMeaningful)`, never NaN or infinity.

pub mod interval;
mod not_meaningful;

pub use interval::Interval;
pub use not_meaningful::{Meaningful, NotMeaningful};
