//! Rerate: how large is the valuation gap between two markets, what explains
//! it, and what would a re-rating be worth?
//!
//! A market at 16 times earnings beside a peer at 28 trades at a discount of
//! 42.9%. If half of the gap closed in three years while earnings grew by 8% a
//! year, its holders would have 73%:
//!
//! ```
//! use rerate::valuation::gap;
//! use rerate::valuation::rerating::{Exit, Outlook};
//!
//! assert!((gap::premium(16.0, 28.0)? - -0.428_571).abs() < 5e-7);
//!
//! let outcome = Outlook {
//!     peer_multiple: Some(28.0),
//!     exit: Exit::Closure(0.5),
//!     earnings_growth: 0.08,
//!     years: 3.0,
//!     ..Outlook::unchanged(16.0)
//! }
//! .outcome()?;
//! assert_eq!(outcome.exit_multiple, 22.0);
//! assert!((outcome.total - 0.732_104).abs() < 5e-7);
//! assert!((outcome.annual - 0.200_949).abs() < 5e-7);
//! # Ok::<(), rerate::valuation::NotMeaningful>(())
//! ```
//!
//! The rooms depend on one another in one direction only:
//! [`valuation`] <- [`workbook`] <- [`text`] <- [`exchange`] <- `page`;
//! `browser` stands beside them and knows only strings and bytes.

pub mod exchange;
pub mod text;
pub mod valuation;
pub mod workbook;

#[cfg(feature = "app")]
pub mod browser;
#[cfg(any(feature = "app", feature = "prerender"))]
pub mod page;
