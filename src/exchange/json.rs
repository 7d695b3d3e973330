//! A workbook as JSON text, written as serde derives it by a writer of our own,
//! and read by a reader of our own: general ones bring tables and messages that
//! weigh more than a section of the page.

mod reader;
mod saved;
mod value;
mod writer;

use std::fmt;

use serde::Serialize;

pub(super) use value::Value;

use crate::workbook::{Saved, SavedError, Workbook};

/// Why a text is no workbook.
#[derive(Debug)]
pub enum JsonError {
    /// It is not JSON, or JSON of another form.
    Malformed(Misread),
    /// It is a workbook that cannot be taken.
    Refused(SavedError),
}

/// Where a text stops being JSON of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misread {
    /// How many bytes of the text were read before it was seen.
    pub at: usize,
    /// What was wrong there.
    pub fault: Fault,
}

/// What is wrong with a text that should be JSON of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Another kind of value, or none, stands where one is expected.
    Unexpected,
    /// A number that no double is near to.
    NumberTooLarge,
    /// More is nested than any workbook nests.
    TooDeep,
    /// A part that every workbook has is missing.
    Missing(&'static str),
    /// A part is there twice.
    Twice(&'static str),
    /// A word that means nothing at its place.
    UnknownWord(String),
}

impl fmt::Display for JsonError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(Misread { at, fault }) => {
                write!(formatter, "this is not a workbook: {fault} at byte {at}")
            }
            Self::Refused(error) => write!(formatter, "this workbook cannot be read: {error:?}"),
        }
    }
}

impl std::error::Error for JsonError {}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unexpected => formatter.write_str("something else was expected"),
            Self::NumberTooLarge => formatter.write_str("a number is too large"),
            Self::TooDeep => formatter.write_str("too much is nested"),
            Self::Missing(key) => write!(formatter, "`{key}` is missing"),
            Self::Twice(key) => write!(formatter, "`{key}` is there twice"),
            Self::UnknownWord(word) => write!(formatter, "`{word}` is not known here"),
        }
    }
}

impl std::error::Error for Fault {}

/// The workbook as JSON: its preset and what differs from it.
#[must_use]
pub fn write(workbook: &Workbook) -> String {
    write_saved(&Saved::from(workbook))
}

/// Reads a workbook that [`write()`] has written, in this version or before.
///
/// # Errors
/// Where the text is not of that form, or breaks a limit.
pub fn read(text: &str) -> Result<Workbook, JsonError> {
    let file = tree(text).map_err(JsonError::Malformed)?;
    workbook(&file)
}

/// The workbook in a value.
pub(super) fn workbook(value: &Value) -> Result<Workbook, JsonError> {
    let saved = saved::saved(value).map_err(JsonError::Malformed)?;
    Workbook::try_from(saved).map_err(JsonError::Refused)
}

/// What JSON text holds.
pub(super) fn tree(text: &str) -> Result<Value<'_>, Misread> {
    reader::Reader::new(text).whole()
}

/// A value as JSON: of strings, numbers, lists and named parts only, so that
/// nothing in it can fail to be written.
pub(super) fn written(value: &impl Serialize) -> String {
    let mut writer = writer::Writer::default();
    let written = value.serialize(&mut writer);
    debug_assert_eq!(written, Ok(()));
    writer.text
}

/// What is to be written down, as JSON.
#[must_use]
pub fn write_saved(saved: &Saved) -> String {
    written(saved)
}

/// What a text says before it is checked against the limits.
///
/// # Errors
/// Where the text is not of the form of a workbook.
pub fn read_saved(text: &str) -> Result<Saved, JsonError> {
    tree(text)
        .and_then(|file| saved::saved(&file))
        .map_err(JsonError::Malformed)
}
