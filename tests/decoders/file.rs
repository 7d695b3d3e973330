//! A workbook as a file.

use rerate::exchange::json;
use rerate::workbook::{Saved, Workbook};

use crate::workbook;

/// What must hold of every text: a workbook that is read keeps the limits, has
/// results, is the same when it is written and read again, and is what another
/// reader of JSON makes of it.
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
    assert_eq!(another_reads(&written).as_ref(), Some(&read), "{written}");
    // Ours takes 1.0 for 1, and another a few spellings that ours does not.
    if let Some(other) = another_reads(text) {
        assert_eq!(other, read, "{text}");
    }
}

fn another_reads(text: &str) -> Option<Workbook> {
    let saved: Saved = serde_json::from_str(text).ok()?;
    Workbook::try_from(saved).ok()
}
