//! The page's sections, one file each. A section reads its part of the
//! results and computes no figure of its own.

mod catching_up;
mod claim;
mod growth;
mod past;
mod regression;
mod scale;
mod sectors;
mod sources;
mod what_if;
mod why;

pub(crate) use catching_up::catching_up;
pub(crate) use claim::claim;
pub(crate) use growth::growth;
pub(crate) use past::past;
pub(crate) use scale::scale;
pub(crate) use sectors::sectors;
pub(crate) use sources::sources;
pub(crate) use what_if::what_if;
pub(crate) use why::why;

use super::{
    Desk, Element,
    below::folded_method,
    classed,
    controls::{button, column, figures, head_above, number, row_head},
    element,
    tools::copy_table,
};
use crate::{
    text::{Language, Word},
    workbook::{Edit, Part, Results, Section, Workbook},
};

/// The frame that all sections share: the heading, the answer in one sentence,
/// the section's body and its method, folded.
fn section(
    desk: Desk,
    section: Section,
    answer: impl Fn() -> String + Send + 'static,
    body: impl IntoIterator<Item = Element>,
) -> Element {
    let answer = classed("p", "answer").says(answer);
    framed(desk, section, answer, body.into_iter().collect())
}

/// Two parts of a section, side by side where there is room.
fn beside<const L: usize, const R: usize>(left: [Element; L], right: [Element; R]) -> Element {
    classed("div", "beside")
        .child(element("div").children(left))
        .child(element("div").children(right))
}

/// An answer that names the figures that it lacks.
fn complete(
    desk: Desk,
    section: Section,
    answer: impl Fn() -> String + Send + 'static,
) -> impl Fn() -> String + Send + 'static {
    move || {
        let said = answer();
        desk.read(section.into(), |workbook, _| {
            desk.language.complete(said, workbook, section)
        })
    }
}

fn framed(desk: Desk, section: Section, answer: Element, body: Vec<Element>) -> Element {
    let language = desk.language;
    let heading = [section.key(), ".heading"].concat();
    let reset = button(language.word(Word::ResetSection), move || {
        desk.make(&Edit::ResetSection(section));
    });
    let unchanged = move || {
        let embed = desk.embedded();
        !desk.read(section.into(), |workbook, _| {
            match embed.and_then(|embed| embed.start_of(workbook)) {
                Some(start) => workbook.section_differs_from(section, &start.0),
                None => workbook.section_differs(section),
            }
        })
    };
    element("section")
        .apart()
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
            answer
                .id([section.key(), ".answer"].concat())
                .with("role", "status")
                .with("aria-atomic", "true"),
        )
        .children(body)
        .child(
            classed("details", "method")
                .child(element("summary").text(language.word(Word::Method)))
                .child(folded_method(desk, section)),
        )
}

/// How a section's figures are worked out: its formulas, and the same with the
/// reader's own figures in them.
pub(crate) fn method(desk: Desk, section: Section) -> Element {
    let language = desk.language;
    let told: fn(Language, &Workbook, &Results) -> String = match section {
        Section::Claim => {
            |language, workbook, results| language.claim_told(&workbook.claim, &results.claim)
        }
        Section::Sectors => {
            |language, workbook, results| language.sectors_told(&workbook.sectors, &results.sectors)
        }
        Section::Past => |language, workbook, results| {
            language.past_told(&workbook.past, &results.past, &workbook.markets)
        },
        Section::Why => {
            |language, workbook, results| language.why_told(&results.why, &workbook.markets)
        }
        Section::Scale => {
            |language, workbook, results| language.scale_told(&workbook.scale, &results.scale)
        }
        Section::CatchingUp => {
            |language, _, results| language.catching_up_told(&results.catching_up)
        }
        Section::WhatIf => |language, _, results| language.what_if_told(&results.what_if),
    };
    let says = move || {
        desk.read(Part::Markets, |_, _| ());
        desk.read(section.into(), |workbook, results| {
            told(language, workbook, results)
        })
    };
    element("div")
        .child(element("p").text(language.method(section)))
        .child(
            element("p")
                .id([section.key(), ".told"].concat())
                .says(says),
        )
}

/// A table with a button that copies it.
fn copied(desk: Desk, id: &'static str, table: Element) -> Element {
    classed("div", "copied")
        .child(table.id(id))
        .child(copy_table(desk, id))
}
