//! What the reader owns: the inputs with their provenance, presets, checks,
//! edits with undo, and `evaluate`, which turns a workbook into results.

mod figure;

pub use figure::{Figure, Unit};
