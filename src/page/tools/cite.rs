//! A section's answer as a sentence to cite.

use super::{
    copy::{Copied, copier},
    outside,
};
use crate::{
    page::{Desk, Element},
    text::{Phrase, fill},
    workbook::Section,
};

/// A button that copies a section's answer with the page's name, the section,
/// the day, the address and the sources of its figures.
pub(crate) fn cite(desk: Desk, section: Section) -> Element {
    let language = desk.language;
    let word = language.phrase(Phrase::Cite);
    copier(desk, word, [section.key(), ".cite"].concat(), move || {
        let answer = outside::text(&[section.key(), ".answer"].concat());
        let sources: Vec<&str> = desk.now(|workbook, _| {
            let sources = workbook.section_sources(section).into_iter();
            sources.map(|source| source.title()).collect()
        });
        let phrase = if sources.is_empty() {
            Phrase::CitedOwn
        } else {
            Phrase::Cited
        };
        let told = fill(
            language.phrase(phrase),
            &[
                &answer,
                language.section(section),
                &language.date(desk.today()),
                &outside::address(),
                &sources.join("; "),
            ],
        );
        Copied {
            text: told,
            html: None,
        }
    })
}
