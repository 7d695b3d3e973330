//! What the page needs of the browser, each piece fallible and small. It knows
//! nothing of the workbook, only strings and bytes.

pub mod address;
pub mod clipboard;
pub mod clock;
pub mod deflate;
pub mod document;
pub mod files;
pub mod frame;
mod picture;
mod promise;
pub mod recovery;
pub mod root;
pub mod share;
pub mod sight;
pub mod storage;
pub mod tables;
pub mod window;
pub mod words;
