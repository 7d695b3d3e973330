//! A workbook or a table in and out: what is written and what is read back.

pub mod base64url;
pub mod checksum;
pub mod embed;
pub mod grid;
pub mod inputs;
pub mod json;
pub mod left;
pub mod link;
pub mod message;
pub mod range;
pub mod scenario;
