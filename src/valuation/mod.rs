//! The mathematics of valuation: pure functions on numbers and small structs.
//!
//! This room knows no page, no file, no JSON and no clock. Ratios are
//! fractions, so 0.88 is 88%; years are real numbers; a figure that cannot be
//! given is `Err(NotMeaningful)`, never NaN or infinity. Two building blocks give
//! plain numbers and leave the check to what is built of them: [`compounding`]
//! and [`Interval::around`].
//!
//! # Where to look
//!
//! | the question | where |
//! |---|---|
//! | How far apart are two multiples? Does a statement agree with its figures? | [`gap`], [`claim`], [`interval`] |
//! | What is one multiple of a whole market? | [`aggregate`], [`mean`] |
//! | Do these figures belong into one sum? | [`currency`], [`share_class`] |
//! | Where did a past move come from? | [`decomposition`], [`attribution`], [`incremental`] |
//! | What would a re-rating be worth, and when? | [`rerating`], [`path`], [`portfolio`], [`expected_return`] |
//! | What would have to be true? | [`solve`], [`sensitivity`], [`dcf`] |
//! | Which multiple is warranted, and what explains the gap? | [`warranted`], [`cost_of_equity`], [`explained`], [`regression`], [`peg`] |
//! | How fast does a gap close? | [`convergence`] |
//! | How large is a market beside its peers? | [`scale`] |
//! | What if it turns out otherwise? | [`scenario`], [`catalyst`] |
//!
//! Under them are [`compounding`] and [`root`].
//!
//! ```
//! use rerate::valuation::{NotMeaningful, gap};
//!
//! // 16 times earnings beside 28: a discount of 42.9%.
//! assert!((gap::premium(16.0, 28.0)? - -0.428_571).abs() < 5e-7);
//! // A loss has no multiple, and the answer is the reason.
//! assert_eq!(gap::premium(-16.0, 28.0), Err(NotMeaningful::MultipleNotPositive));
//! # Ok::<(), NotMeaningful>(())
//! ```

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
mod order;
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
pub(crate) use order::put_in_order;
