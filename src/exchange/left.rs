//! What a page that has failed leaves to the one that takes its place.

use super::json;
use crate::workbook::Workbook;

/// The workbooks that were there.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    /// The one on the desk.
    pub workbook: Workbook,
    /// The reader's own, where that one was of a link.
    pub own: Option<Workbook>,
    /// The one to compare with.
    pub compared: Option<Workbook>,
}

/// Workbooks as a text that [`read`] gives back, in the order of [`Left`]: each
/// on a line, which is empty where there is none.
#[must_use]
pub fn write(workbook: &Workbook, own: Option<&Workbook>, compared: Option<&Workbook>) -> String {
    let line = |workbook: Option<&Workbook>| workbook.map(json::write).unwrap_or_default();
    [json::write(workbook), line(own), line(compared)].join("\n")
}

/// What was left; none where the text is damaged.
#[must_use]
pub fn read(left: &str) -> Option<Left> {
    let mut lines = left.split('\n');
    let mut line = || match lines.next()? {
        "" => Some(None),
        text => Some(Some(json::read(text).ok()?)),
    };
    Some(Left {
        workbook: line()??,
        own: line()?,
        compared: line()?,
    })
}
