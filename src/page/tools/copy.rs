//! Copying: a table for a spreadsheet, or a sentence.

use leptos::prelude::*;

use super::outside;
use crate::{
    exchange::grid::{self, Cell},
    page::{Desk, Element, Tells, classed, controls::button, element},
    text::{
        Language, Phrase,
        numbers::{self, bare},
    },
    workbook::Unit,
};

/// What is copied: a text, and the same as HTML where there is any.
pub(super) struct Copied {
    pub(super) text: String,
    pub(super) html: Option<String>,
}

/// What the reader is told of the copy.
#[derive(Clone, PartialEq)]
enum Told {
    Nothing,
    Copied,
    /// It could not be copied: here is the text.
    ByHand(String),
}

/// A button that copies the table in the element of an id, with its numbers in
/// all their digits.
pub(crate) fn copy_table(desk: Desk, table: impl Into<String>) -> Element {
    let table = table.into();
    let language = desk.language;
    let word = language.phrase(Phrase::CopyTable);
    copier(desk, word, [&table, ".copy"].concat(), move || {
        let rows: Vec<Vec<Cell>> = outside::rows(&table)
            .into_iter()
            .map(|row| {
                let cells = row.into_iter();
                cells
                    .map(|cell| match figure(&cell, language) {
                        Some(number) => Cell::Number(number),
                        None => Cell::Text(cell.text),
                    })
                    .collect()
            })
            .collect();
        Copied {
            text: grid::tabbed(&rows),
            html: Some(grid::html(&rows)),
        }
    })
}

/// The number in a cell: the one noted there, or the one that its text shows.
fn figure(cell: &outside::Cell, language: Language) -> Option<String> {
    if let Some(noted) = &cell.value {
        return Some(noted.clone());
    }
    if !cell.is_figure {
        return None;
    }
    let units = [
        Unit::Number,
        Unit::Ratio,
        Unit::Multiple,
        Unit::Money,
        Unit::Years,
    ];
    let read = |unit| numbers::parse(&cell.text, unit, language).ok();
    Some(bare(units.into_iter().find_map(read)?.value))
}

/// A button that copies, with what becomes of it; where the browser forbids
/// copying, the text stands there to be copied by hand.
pub(super) fn copier(
    desk: Desk,
    word: &'static str,
    id: String,
    what: impl Fn() -> Copied + Send + 'static,
) -> Element {
    copying(desk, word, id, Box::new(what))
}

fn copying(desk: Desk, word: &'static str, id: String, what: Box<dyn Tells<Copied>>) -> Element {
    let language = desk.language;
    let told = RwSignal::new(Told::Nothing);
    let by_hand = [&id, ".text"].concat();
    let press = move || {
        told.set(Told::Nothing);
        let Copied { text, html } = what.tell();
        outside::copy(&text.clone(), html.as_deref(), move |done| {
            told.set(if done {
                Told::Copied
            } else {
                Told::ByHand(text)
            });
        });
    };
    let says = move || {
        let phrase = match told.get() {
            Told::Nothing => return String::new(),
            Told::Copied => Phrase::Copied,
            Told::ByHand(_) => Phrase::CopyByHand,
        };
        language.phrase(phrase).to_owned()
    };
    let texts = move || match told.get() {
        Told::ByHand(_) => vec![0],
        Told::Nothing | Told::Copied => Vec::new(),
    };
    let text = move || match told.get() {
        Told::ByHand(text) => text,
        Told::Nothing | Told::Copied => String::new(),
    };
    classed("div", "copier")
        .child(button(word, press).id(id))
        .child(classed("span", "told").with("role", "status").says(says))
        .child(classed("div", "by-hand").keyed(texts, move |_| {
            element("textarea")
                .id(by_hand.clone())
                .with("readonly", "")
                .with("rows", "4")
                .with("aria-label", word)
                .value(text)
        }))
}
