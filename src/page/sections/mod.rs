//! The page's sections, one file each. A section reads its part of the
//! results and computes no figure of its own.

mod claim;
mod past;
mod sectors;
mod sources;
mod what_if;

pub(crate) use claim::claim;
pub(crate) use past::past;
pub(crate) use sectors::sectors;
pub(crate) use sources::sources;
pub(crate) use what_if::what_if;

use super::{Desk, Element, below::folded_method, classed, controls::button, element};
use crate::{
    text::{
        Language, Word,
        numbers::{self, Shape},
    },
    workbook::{Edit, Section, Unit},
};

/// The frame that all sections share: the heading, the answer in one sentence,
/// the section's body and its method, folded.
fn section(
    desk: Desk,
    section: Section,
    answer: impl Fn() -> String + Send + 'static,
    body: impl IntoIterator<Item = Element>,
) -> Element {
    let language = desk.language;
    let heading = [section.key(), ".heading"].concat();
    let reset = button(language.word(Word::ResetSection), move || {
        desk.make(&Edit::ResetSection(section));
    });
    let unchanged = move || {
        !desk.read(section.into(), |workbook, _| {
            workbook.section_differs(section)
        })
    };
    element("section")
        .id(section.key())
        .with("class", "section")
        .with("aria-labelledby", heading.clone())
        .child(
            classed("header", "section-head")
                .child(element("h2").id(heading).text(language.section(section)))
                .child(
                    reset
                        .with("class", "quiet")
                        .with_live("disabled", move || unchanged().then(String::new)),
                ),
        )
        .child(
            classed("p", "answer")
                .id([section.key(), ".answer"].concat())
                .with("role", "status")
                .with("aria-atomic", "true")
                .says(answer),
        )
        .children(body)
        .child(
            classed("details", "method")
                .child(element("summary").text(language.word(Word::Method)))
                .child(folded_method(desk, section)),
        )
}

/// A heading of a column.
fn column(word: &'static str) -> Element {
    element("th").with("scope", "col").text(word)
}

/// A heading of a column of figures.
fn figures(word: &'static str) -> Element {
    column(word).with("class", "number")
}

/// A heading of a row.
fn row_head(word: &'static str) -> Element {
    element("th").with("scope", "row").text(word)
}

/// A cell for a figure.
fn number(content: Element) -> Element {
    classed("td", "number").child(content)
}

/// A change as a percentage with its sign.
fn percent(ratio: f64, language: Language) -> String {
    numbers::show(ratio, Unit::Ratio, Shape::fixed(1).signed(), language)
}
