//! The whole calculator as one file, with the reader's numbers in it.

use leptos::prelude::*;

use super::outside;
use crate::{
    exchange::json,
    page::{Desk, Element, classed, controls::button},
    text::Phrase,
};

/// The button that saves it, and what becomes of that.
pub(super) fn save(desk: Desk) -> [Element; 2] {
    let language = desk.language;
    let told = RwSignal::new(None);
    let press = move || {
        told.set(None);
        let workbook = desk.now(|workbook, _| json::write(workbook));
        outside::save_page(&workbook, move |saved| {
            told.set(Some(if saved {
                Phrase::PageSaved
            } else {
                Phrase::PageNotSaved
            }));
        });
    };
    let says = move || {
        told.get()
            .map_or_else(String::new, |phrase| language.phrase(phrase).to_owned())
    };
    [
        button(language.phrase(Phrase::SavePage), press).id("save.page"),
        classed("span", "told").with("role", "status").says(says),
    ]
}

/// The workbook of a page that was saved so.
#[cfg(feature = "app")]
pub(crate) fn held_workbook() -> Option<crate::workbook::Workbook> {
    // What is no workbook was changed by hand: the page begins as it is.
    json::read(&outside::held_workbook()?).ok()
}
