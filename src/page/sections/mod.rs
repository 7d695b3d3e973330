//! The page's sections, one file each. A section reads its part of the
//! results and computes no figure of its own.

mod claim;
mod past;
mod sectors;
mod sources;
mod what_if;

pub use claim::ClaimSection;
pub use past::PastSection;
pub use sectors::SectorsSection;
pub use sources::Sources;
pub use what_if::WhatIfSection;

use leptos::prelude::*;

use super::{Desk, controls::handler};
use crate::{
    text::Word,
    workbook::{Edit, Section},
};

/// The frame that all sections share: the heading, the answer in one sentence,
/// the section's body and its method, folded.
#[component]
fn SectionFrame(
    /// Which section it is.
    section: Section,
    /// The answer, in plain words with the number in it.
    answer: Signal<String>,
    /// What stands between the answer and the method.
    children: Children,
) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let language = desk.language;
    let differs = desk.memo(move |workbook| workbook.section_differs(section));
    let reset = move |_| desk.make(&Edit::ResetSection(section));
    view! {
        <section id=section.key() class="section" aria-labelledby=heading(section)>
            <header class="section-head">
                <h2 id=heading(section)>{language.section(section)}</h2>
                <button type="button" class="quiet" disabled=move || !differs.get() on:click=handler(reset)>
                    {language.word(Word::ResetSection)}
                </button>
            </header>
            <p class="answer" id=format!("{}.answer", section.key()) role="status" aria-atomic="true">
                {move || answer.get()}
            </p>
            {children()}
            <details class="method">
                <summary>{language.word(Word::Method)}</summary>
                <p>{language.method(section)}</p>
            </details>
        </section>
    }
    .into_any()
}

/// The heading's name in the document.
fn heading(section: Section) -> String {
    [section.key(), ".heading"].concat()
}
