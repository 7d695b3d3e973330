//! A workbook as the bytes that survive a restart of the page.

use rerate::exchange::kept;

use crate::workbook;

/// What must hold of any bytes: as of a file.
pub(crate) fn holds(input: &[u8]) {
    let Some(read) = kept::read(input) else {
        return;
    };
    workbook::holds(&read);
    assert_eq!(kept::read(&kept::write(&read)).as_ref(), Some(&read));
}
