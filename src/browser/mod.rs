//! What the page needs of the browser, each piece fallible and small. It knows
//! nothing of the workbook, only strings and bytes.

pub mod clock;
pub mod document;
pub mod recovery;
pub mod root;
pub mod storage;
