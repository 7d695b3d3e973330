//! A workbook as JSON text.

use std::fmt;

use crate::workbook::{Saved, SavedError, Workbook};

/// Why a text is no workbook.
#[derive(Debug)]
pub enum JsonError {
    /// It is not JSON, or JSON of another form; the parser says where.
    Malformed(serde_json::Error),
    /// It is a workbook that cannot be taken.
    Refused(SavedError),
}

impl fmt::Display for JsonError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(error) => write!(formatter, "this is not a workbook: {error}"),
            Self::Refused(error) => write!(formatter, "this workbook cannot be read: {error:?}"),
        }
    }
}

impl std::error::Error for JsonError {}

/// The workbook as JSON: its preset and what differs from it.
#[must_use]
pub fn write(workbook: &Workbook) -> String {
    // Strings, numbers and lists only: nothing in it can fail to be written.
    serde_json::to_string(&Saved::from(workbook)).unwrap_or_default()
}

/// Reads a workbook that [`write()`] has written, in this version or before.
///
/// # Errors
/// Where the text is not of that form, or breaks a limit.
pub fn read(text: &str) -> Result<Workbook, JsonError> {
    let saved: Saved = serde_json::from_str(text).map_err(JsonError::Malformed)?;
    Workbook::try_from(saved).map_err(JsonError::Refused)
}
