//! The list of sources at the page's foot.

use crate::{
    page::{Desk, Element, classed, element},
    text::{Date, Language, Phrase, Word, fill},
    workbook::{Part, Source},
};

/// Every source that a figure of the workbook still has, with its date; in an
/// embed those of the sections shown.
pub(crate) fn sources(desk: Desk) -> Element {
    let language = desk.language;
    let numbers = move || {
        let embed = desk.embedded();
        desk.read(Part::Whole, |workbook, _| {
            let sources = match &embed {
                Some(embed) => workbook.sources_within(&embed.view),
                None => workbook.sources(),
            };
            sources.into_iter().map(Source::number).collect()
        })
    };
    element("section")
        .with("class", "sources")
        .id("sources")
        .with("aria-labelledby", "sources.heading")
        .child(
            element("h2")
                .id("sources.heading")
                .text(language.word(Word::Sources)),
        )
        .child(element("p").text(language.phrase(Phrase::SourcesLead)))
        .child(classed("p", "on-paper").text(language.phrase(Phrase::OnPaper)))
        .child(element("ol").keyed(numbers, move |number| {
            Source::numbered(number).map_or_else(|| element("li"), |source| entry(source, language))
        }))
}

fn entry(source: &'static Source, language: Language) -> Element {
    let date = match source.date.and_then(Date::parse) {
        Some(date) => language.date(date),
        None => language.phrase(Phrase::Undated).to_owned(),
    };
    element("li")
        .id(["source-", source.id].concat())
        .child(
            element("a")
                .with("href", source.url())
                .with("rel", "noopener noreferrer")
                .with("target", "_blank")
                .text(source.title()),
        )
        .text(fill(
            language.phrase(Phrase::Published),
            &[source.publisher, &date],
        ))
}
