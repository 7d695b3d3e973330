//! The mathematics of valuation: pure functions on numbers and small structs.
//!
//! This room knows no page, no file, no JSON and no clock. Ratios are
//! fractions, so 0.88 is 88%; years are real numbers; a figure that cannot be
//! given is `Err(NotMeaningful)`, never NaN or infinity.

pub mod aggregate;
pub mod attribution;
pub mod catalyst;
pub mod claim;
pub mod compounding;
pub mod convergence;
pub mod cost_of_equity;
pub mod currency;
pub mod dcf;
pub mod decomposition;
pub mod expected_return;
pub mod explained;
pub mod gap;
mod horizon;
pub mod incremental;
pub mod interval;
pub mod mean;
mod not_meaningful;
pub mod path;
pub mod peg;
pub mod portfolio;
pub mod regression;
pub mod rerating;
pub mod root;
pub mod scale;
pub mod scenario;
pub mod sensitivity;
pub mod share_class;
pub mod solve;
mod sum;
pub mod warranted;

pub use interval::Interval;
pub use not_meaningful::{Meaningful, NotMeaningful};
