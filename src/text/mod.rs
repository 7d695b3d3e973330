//! Words and numbers for readers, pure: one file a language, numbers parsed
//! and shown by the same code natively and in every browser.

mod language;
pub mod numbers;

pub use language::Language;
