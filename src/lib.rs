//! Rerate: how large is the valuation gap between two markets, what explains
//! it, and what would a re-rating be worth?
//!
//! The rooms depend on one another in one direction only:
//! [`valuation`] <- [`workbook`] <- [`text`] <- [`exchange`] <- `page`;
//! `browser` stands beside them and knows only strings and bytes.

// The native rendering lays out the whole page as one nested type.
#![recursion_limit = "256"]

pub mod exchange;
pub mod text;
pub mod valuation;
pub mod workbook;

#[cfg(feature = "app")]
pub mod browser;
#[cfg(any(feature = "app", feature = "prerender"))]
pub mod page;
