//! Workbooks kept by name, as entries of a storage and as a file.

use rerate::exchange::checksum::crc32;
use rerate::exchange::scenario::{self, Scenario};
use rerate::workbook::MAX_NAME;

use crate::workbook;

/// What must hold of every text, as an entry and as a file: what is read of it is
/// the same when it is written and read again, and what is damaged is told.
pub(crate) fn holds(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else {
        return;
    };
    let _ = scenario::read(text);
    // No damage that a checksum would tell.
    let sum = crc32(text.as_bytes());
    if let Ok(kept) = scenario::read(&format!("1 {sum}\n{text}")) {
        workbook::holds(&kept.workbook);
        let entry = scenario::entry(&kept.name, &kept.workbook);
        assert_eq!(scenario::read(&entry).as_ref(), Ok(&kept));
    }
    if let Ok(all) = scenario::import(text) {
        are_taken(all);
    }
    has_a_free_name(text);
}

fn are_taken(all: Vec<Scenario>) {
    assert!(all.len() <= scenario::MAX_SCENARIOS);
    for kept in &all {
        workbook::holds(&kept.workbook);
    }
    let file = scenario::export(all.iter());
    assert_eq!(scenario::import(&file).as_ref(), Ok(&all));
    let taken = scenario::merged(&[], all);
    for (place, kept) in taken.iter().enumerate() {
        is_a_name(&kept.name);
        let before = &taken[..place];
        assert!(before.iter().all(|other| other.name != kept.name));
    }
    let more = scenario::merged(&taken, taken.clone());
    assert!(more.is_empty(), "{more:?} is there already");
}

fn has_a_free_name(wanted: &str) {
    let Some(name) = scenario::free_name(wanted, std::iter::empty()) else {
        return;
    };
    is_a_name(&name);
    let other = scenario::free_name(wanted, std::iter::once(name.as_str()));
    let other = other.expect("a number is put behind it");
    is_a_name(&other);
    assert_ne!(other, name);
}

fn is_a_name(name: &str) {
    assert!(!name.is_empty() && name.chars().count() <= MAX_NAME);
    assert!(!name.contains(char::is_control), "{name:?}");
}
