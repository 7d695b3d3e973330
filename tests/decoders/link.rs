//! A workbook in the fragment of an address.

use rerate::exchange::link::{self, Read};
use rerate::workbook::Workbook;

use crate::workbook;

/// The header of what is deflated in name only.
const STORED: usize = 5;

/// What must hold of every fragment, and of whatever is inflated or deflated for
/// one: as of a file.
pub(crate) fn holds(input: &[u8]) {
    if let Ok(fragment) = std::str::from_utf8(input) {
        match link::read(fragment) {
            Ok(Read::State(workbook)) => is_written_as_it_is(&workbook),
            Ok(Read::Deflated(bytes)) => {
                assert_eq!(link::packed(&bytes).as_deref(), Some(fragment));
            }
            Ok(Read::Anchor) | Err(_) => {}
        }
    }
    if let Some(fragment) = link::packed(input).filter(|_| !input.is_empty()) {
        assert_eq!(link::read(&fragment), Ok(Read::Deflated(input.to_vec())));
    }
    if let Ok(workbook) = link::inflated(input) {
        is_written_as_it_is(&workbook);
    }
}

fn is_written_as_it_is(workbook: &Workbook) {
    workbook::holds(workbook);
    if let Some(fragment) = link::readable(workbook) {
        let again = link::read(&fragment);
        let same = match &again {
            Ok(Read::State(again)) => **again == *workbook,
            Ok(Read::Anchor) => fragment.is_empty(),
            _ => false,
        };
        assert!(same, "{fragment:?} {again:?}");
    }
    let plain = link::plain(workbook);
    assert_eq!(link::inflated(plain.as_bytes()).as_ref(), Ok(workbook));
    if let Some(fragment) = link::at_once(workbook) {
        assert!(fragment.len() <= link::LONGEST);
        if let Ok(Read::Deflated(bytes)) = link::read(&fragment) {
            assert_eq!(&bytes[STORED..], plain.as_bytes());
        }
    }
}
