//! A workbook or a table in and out: what is written and what is read back.

pub mod json;
pub mod kept;
