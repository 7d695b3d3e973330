//! A workbook as a file.

use rerate::exchange::json;

use crate::workbook;

/// What must hold of every text: a workbook that is read keeps the limits, has
/// results, and is the same when it is written and read again.
pub(crate) fn holds(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else {
        return;
    };
    let Ok(read) = json::read(text) else {
        return;
    };
    workbook::holds(&read);
    let written = json::write(&read);
    let again = json::read(&written).expect("our own file");
    assert_eq!(again, read, "{written}");
}
