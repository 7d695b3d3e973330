//! Saving the table and the inputs as files, and opening them again.

use super::{outside, paste::Paste};
use crate::{
    exchange::{
        grid,
        json::{self, JsonError},
        range,
    },
    page::{Desk, Element, classed, controls::button, element},
    text::{Phrase, fill},
    workbook::{Edit, SavedError},
};

/// The largest file that is opened, in megabytes.
pub(super) const MEGABYTES: u32 = 5;

/// The buttons that save and open.
pub(super) fn files(desk: Desk, paste: Paste) -> [Element; 3] {
    let language = desk.language;
    let table = button(language.phrase(Phrase::DownloadCsv), move || {
        let rows = desk.now(|workbook, results| range::table(workbook, results, language));
        let file = grid::comma_separated(&rows);
        outside::save("rerate.csv", "text/csv;charset=utf-8", &file);
    });
    let inputs = button(language.phrase(Phrase::SaveInputs), move || {
        let file = desk.now(|workbook, _| json::write(workbook));
        outside::save("rerate.json", "application/json", &file);
    });
    let open = classed("label", "file")
        .text(language.phrase(Phrase::OpenFile))
        .child(
            element("input")
                .with("type", "file")
                .with("accept", ".json,.csv,.tsv,.txt")
                .id("sectors.open")
                .on("change", move |event| {
                    outside::picked(&event, MEGABYTES << 20, move |file| match file {
                        Ok(text) => opened(desk, paste, text),
                        Err(unread) => paste.tell(match unread {
                            outside::Unread::TooLarge => fill(
                                language.phrase(Phrase::FileTooLarge),
                                &[&MEGABYTES.to_string()],
                            ),
                            outside::Unread::Failed => {
                                language.phrase(Phrase::FileUnreadable).to_owned()
                            }
                        }),
                    });
                }),
        );
    [table.id("sectors.csv"), inputs.id("sectors.json"), open]
}

/// A file of inputs takes their place in one step; any other is a range, which
/// is shown before it is put into the table.
fn opened(desk: Desk, paste: Paste, text: String) {
    let is_json = text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    if !is_json.starts_with('{') {
        paste.open(text);
        return;
    }
    let phrase = match json::read(is_json) {
        Ok(workbook) => {
            desk.make(&Edit::Open(Box::new(workbook)));
            Phrase::FileOpened
        }
        Err(JsonError::Refused(SavedError::Newer)) => Phrase::FileNewer,
        Err(JsonError::Refused(
            SavedError::OutOfLimits(_) | SavedError::NameTooLong | SavedError::TooManySectors,
        )) => Phrase::FileOutOfLimits,
        Err(_) => Phrase::FileUnreadable,
    };
    paste.tell(desk.language.phrase(phrase).to_owned());
}
