//! A section's answer as a sentence to cite.

use super::{
    copy::{Copied, copier},
    outside,
};
use crate::{
    page::{Desk, Element},
    text::{Phrase, fill},
    workbook::{Provenance, Section},
};

/// A button that copies a section's answer with the page's name, the section,
/// the day, the address and what it rests on.
pub(crate) fn cite(desk: Desk, section: Section) -> Element {
    let language = desk.language;
    let word = language.phrase(Phrase::Cite);
    copier(desk, word, [section.key(), ".cite"].concat(), move || {
        let answer = outside::text(&[section.key(), ".answer"].concat());
        let grounds = desk.now(|workbook, _| workbook.grounds(section));
        let grounds: Vec<String> = grounds
            .into_iter()
            .map(|ground| match ground {
                Provenance::Source(source, _) => [source.title(), ", ", source.publisher].concat(),
                Provenance::Example => language.phrase(Phrase::CitedExamples).to_owned(),
                Provenance::Yours => language.phrase(Phrase::CitedOwn).to_owned(),
            })
            .collect();
        let told = fill(
            language.phrase(Phrase::Cited),
            &[
                &answer,
                language.section(section),
                &language.date(desk.today()),
                &outside::address(),
                &language.grounds(&grounds),
            ],
        );
        Copied {
            text: told,
            html: None,
        }
    })
}
