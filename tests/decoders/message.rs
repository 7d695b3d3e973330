//! What a page around the calculator asks of it.

use rerate::exchange::json;
use rerate::exchange::message::{self, Call, Refusal};
use rerate::text::Language;
use rerate::workbook::{Edit, Field, Locks, Place, Preset, Workbook};

use crate::workbook;

/// The names of calls; the last is none.
const CALLS: [&str; 8] = [
    "getState",
    "getResults",
    "reset",
    "setState",
    "setInputs",
    "exportSvg",
    "exportPng",
    "nothing",
];

/// What must hold of every text as the argument of every call, and as a list of
/// what is locked: a workbook that comes of it keeps the limits, and can be
/// written and read; a refusal is told in one line; what is locked stays.
pub(crate) fn holds(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else {
        return;
    };
    let before = Workbook::from(Preset::ChinaVsUs);
    for name in CALLS {
        for language in Language::ALL {
            match message::read(name, text, &before, language) {
                Ok(Call::Put(workbook)) => is_a_workbook(&workbook),
                Ok(Call::Picture { .. }) => assert!(name.starts_with("export")),
                Ok(Call::State | Call::Results | Call::Reset) => {}
                Err(refusal) => is_told(&refusal, text),
            }
        }
    }
    stays_locked(text, &before);
}

fn is_a_workbook(workbook: &Workbook) {
    workbook::holds(workbook);
    let written = json::write(workbook);
    assert_eq!(&json::read(&written).expect("our own file"), workbook);
}

fn is_told(refusal: &Refusal, argument: &str) {
    let told = refusal.told();
    let name = told.split(' ').next().unwrap_or_default();
    assert!(
        name.bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
    );
    assert!(
        !name.is_empty() && told.len() <= argument.len() + 20,
        "{told}"
    );
}

fn stays_locked(list: &str, before: &Workbook) {
    let locks = Locks::read(list);
    for &field in Field::ALL {
        let edit = Edit::Figure(Place::Field(field), None);
        let empties = locks.allow(before, &edit) && field.read(before).is_some();
        let is_locked = list.split(',').any(|key| key.trim() == field.key());
        assert!(!(empties && is_locked), "{} is locked", field.key());
    }
}
