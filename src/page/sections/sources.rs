//! The list of sources at the page's foot.

use leptos::prelude::*;

use crate::{
    page::Desk,
    text::{Date, Word, fill},
    workbook::{Source, Workbook},
};

/// Every source that a figure of the workbook still has, with its date.
#[component]
pub fn Sources() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let language = desk.language;
    let sources = desk.memo(Workbook::sources);
    let entry = move |source: &'static Source| {
        let date = match source.date.and_then(Date::parse) {
            Some(date) => language.date(date),
            None => language.word(Word::Undated).to_owned(),
        };
        view! {
            <li id=format!("source-{}", source.id)>
                <a href=source.url rel="noopener noreferrer" target="_blank">{source.title}</a>
                {fill(language.word(Word::Published), &[source.publisher, &date])}
            </li>
        }
    };
    view! {
        <section class="sources" id="sources" aria-labelledby="sources.heading">
            <h2 id="sources.heading">{language.word(Word::Sources)}</h2>
            <p>{language.word(Word::SourcesLead)}</p>
            <ol>
                {move || sources.get().into_iter().map(entry).collect_view()}
            </ol>
        </section>
    }
    .into_any()
}
